#include "shared/domain/notification_kinds.h"

#include "shared/domain/deal/deal_state.h"
#include "shared/domain/deal/money_table.h"

#include <algorithm>

namespace cargo {

namespace {
constexpr const char *kOthers[] = {
    "account_appeal_decided",
    "account_erasure_refused",
    "account_export_ready",
    "account_payout_details_changed",
    "account_report_closed",
    "chat_muted",
    "chat_warned",
    "deal_evidence",
    "deal_evidence_closed",
    "deal_handover_locked",
    "deal_payment_declined",
    "deal_reminder",
    "deal_review",
    "desk_assigned",
    "desk_mentioned",
    "desk_overdue",
    "favourite_price_dropped",
    "favourite_sold",
    "favourite_taken_off",
    "kyc_approved",
    "kyc_rejected",
    "kyc_retry",
    "kyc_withdrawn",
    "listing_blocked",
    "listing_changes_needed",
    "listing_published",
    "search_match",
    "staff_proposal_decided",
    "ticket_closed",
    "ticket_message",
};
}

std::vector<QByteArray> notificationKinds()
{
    std::vector<QByteArray> kinds(std::begin(kOthers), std::end(kOthers));
    for (const DealEvent event : kDealEventWords.all())
        kinds.push_back(QByteArray("deal_") + word(event));
    for (const MoneyStatus status : kMoneyStatusWords.all()) {
        const QByteArray money = word(status);
        if (!money.endsWith("_queued") && !money.endsWith("_sent")) // calls on their way are not told
            kinds.push_back("deal_money_" + money);
    }
    return kinds;
}

bool isNotificationKind(const QByteArray &kind)
{
    static const std::vector<QByteArray> kinds = [] {
        std::vector<QByteArray> sorted = notificationKinds();
        std::sort(sorted.begin(), sorted.end());
        return sorted;
    }();
    return std::binary_search(kinds.begin(), kinds.end(), kind);
}

} // namespace cargo
