#include "qml/profile/notification_words.h"

#include "shared/domain/deal/deal_state.h"
#include "shared/domain/deal/money_table.h"

#include <QCoreApplication>

namespace cargo::profile {
namespace {

struct NotificationTexts
{
    Q_DECLARE_TR_FUNCTIONS(NotificationTexts)
};

NotificationWords words(const char *icon, const QString &text) { return {QLatin1String(icon), text}; }

// What a driver reads otherwise than a buyer; empty: the same.
QString driversWords(DealEvent event)
{
    switch (event) {
    case DealEvent::Create: return NotificationTexts::tr("A buyer wants your car: a deal was made");
    case DealEvent::HoldConfirmed: return NotificationTexts::tr("Paid: the bank holds the money, you can pick up the car");
    case DealEvent::StartDeadline:
        return NotificationTexts::tr("The car was not picked up in time: the deal is cancelled, the buyer gets the money back");
    case DealEvent::ConfirmDelivery: return NotificationTexts::tr("The buyer has confirmed: the car is handed over");
    case DealEvent::Release:
    case DealEvent::DisputeWindowEnd: return NotificationTexts::tr("The deal is done, the bank pays you. Leave a review");
    case DealEvent::ResolveRefund: return NotificationTexts::tr("The dispute is decided: the buyer gets the money back");
    case DealEvent::ResolveRelease: return NotificationTexts::tr("The dispute is decided: the bank pays you");
    default: return {};
    }
}

NotificationWords ofMoney(MoneyStatus status, bool driver)
{
    switch (status) {
    case MoneyStatus::Held: return words("lock", NotificationTexts::tr("The bank holds the money"));
    case MoneyStatus::Kept: return words("lock", NotificationTexts::tr("The bank has taken the money into the deal"));
    case MoneyStatus::Void: return words("undo", NotificationTexts::tr("The bank has let the money go: nothing was taken"));
    case MoneyStatus::Paid:
        return words("account_balance_wallet", driver ? NotificationTexts::tr("The bank has paid you")
                                                      : NotificationTexts::tr("The bank has paid the driver"));
    case MoneyStatus::Refunded:
        return words("undo", driver ? NotificationTexts::tr("The bank has paid the money back to the buyer")
                                    : NotificationTexts::tr("The bank has paid the money back to you"));
    case MoneyStatus::Failed:
        return words("error_outline",
                     NotificationTexts::tr("The bank could not do a step. CarGo looks into it, nothing is lost"));
    default: return words("credit_card", NotificationTexts::tr("There is news about the payment of your deal"));
    }
}

NotificationWords ofDeal(DealEvent event)
{
    switch (event) {
    case DealEvent::Create: return words("handshake", NotificationTexts::tr("A deal was made"));
    case DealEvent::HoldConfirmed: return words("lock", NotificationTexts::tr("Paid: the bank holds the money"));
    case DealEvent::Cancel: return words("cancel", NotificationTexts::tr("The deal was cancelled"));
    case DealEvent::PaymentDeadline:
        return words("cancel", NotificationTexts::tr("The time to pay is over: the deal is cancelled"));
    case DealEvent::StartDeadline:
        return words("cancel", NotificationTexts::tr(
                                   "The car was not picked up in time: the deal is cancelled, the bank returns the money"));
    case DealEvent::Start: return words("local_shipping", NotificationTexts::tr("The car is on its way"));
    case DealEvent::Checkpoint: return words("place", NotificationTexts::tr("The driver added a checkpoint"));
    case DealEvent::AmendmentProposed:
        return words("edit_note", NotificationTexts::tr("A change of terms waits for your answer"));
    case DealEvent::AmendmentAccepted: return words("edit_note", NotificationTexts::tr("Your change of terms is accepted"));
    case DealEvent::AmendmentDeclined: return words("edit_note", NotificationTexts::tr("Your change of terms is declined"));
    case DealEvent::Arrive: return words("flag", NotificationTexts::tr("The car has arrived: look at it and confirm"));
    case DealEvent::BuyerAbsent:
        return words("flag", NotificationTexts::tr("The driver is there with the car and did not meet you"));
    case DealEvent::ConfirmDelivery:
    case DealEvent::HandoverCode: return words("vpn_key", NotificationTexts::tr("The car was handed over"));
    case DealEvent::ConfirmationDeadline:
        return words("vpn_key", NotificationTexts::tr("The time to confirm is over: the car counts as handed over"));
    case DealEvent::Release:
    case DealEvent::DisputeWindowEnd: return words("verified", NotificationTexts::tr("The deal is done. Leave a review"));
    case DealEvent::OpenDispute:
        return words("report_gmailerrorred", NotificationTexts::tr("A problem was reported: the clocks stand still"));
    case DealEvent::ResolveRefund:
        return words("gavel", NotificationTexts::tr("The dispute is decided: the money comes back to you"));
    case DealEvent::ResolveRelease: return words("gavel", NotificationTexts::tr("The dispute is decided: the driver is paid"));
    case DealEvent::ResolveSplit: return words("gavel", NotificationTexts::tr("The dispute is decided: the sum is divided"));
    case DealEvent::SafetyStop:
        return words("pan_tool", NotificationTexts::tr("The clocks of the deal stand still: the other side did not feel safe"));
    case DealEvent::SafetyResume: return words("schedule", NotificationTexts::tr("The clocks of the deal go on"));
    case DealEvent::WithdrawDispute:
        return words("undo", NotificationTexts::tr("The problem report was taken back: the deal goes on"));
    }
    return words("notifications_none", NotificationTexts::tr("There is news for you"));
}

} // namespace

NotificationWords notificationWords(const QString &kind, const QString &role)
{
    const bool driver = role == QLatin1String("driver");
    const QString deal = QStringLiteral("deal_");
    const QString money = QStringLiteral("deal_money_");
    if (kind.startsWith(deal)) {
        if (const auto event = dealEventFromWord(QStringView(kind).mid(deal.size()))) {
            NotificationWords said = ofDeal(*event);
            if (const QString text = driver ? driversWords(*event) : QString(); !text.isEmpty())
                said.text = text;
            return said;
        }
        if (const auto status = moneyStatusFromWord(QStringView(kind).mid(money.size())); status && kind.startsWith(money))
            return ofMoney(*status, driver);
    }
    const struct
    {
        const char *prefix;
        const char *icon;
        QString text;
    } others[] = {
        {"deal_reminder", "schedule", NotificationTexts::tr("A deadline of your deal is near")},
        {"deal_handover_locked", "vpn_key",
         NotificationTexts::tr("A wrong handover code was entered five times. Your code is a new one")},
        {"deal_evidence_closed", "gavel", NotificationTexts::tr("The time for evidence is over: CarGo decides now")},
        {"deal_payment_declined", "credit_card", NotificationTexts::tr("The bank did not take the payment. Nothing was charged")},
        {"deal_review", "star_border", NotificationTexts::tr("The other side has written a review")},
        {"deal_evidence", "photo_library", NotificationTexts::tr("There is new evidence in the dispute")},
        {"deal_", "handshake", NotificationTexts::tr("There is news about your deal")},
        {"chat_muted", "shield", NotificationTexts::tr("Writing in a chat is paused because contacts were sent several times")},
        {"chat_warned", "shield", NotificationTexts::tr("CarGo warns you about a conversation. See why")},
        {"chat_", "chat_bubble_outline", NotificationTexts::tr("New message")},
        {"ticket_closed", "task_alt", NotificationTexts::tr("Support has closed your request")},
        {"ticket_", "support_agent", NotificationTexts::tr("Support has answered")},
        {"favourite_sold", "favorite_border", NotificationTexts::tr("A car that you keep is sold")},
        {"favourite_taken_off", "favorite_border", NotificationTexts::tr("A car that you keep is no longer offered")},
        {"favourite_price_dropped", "trending_down", NotificationTexts::tr("A car that you keep became cheaper")},
        {"search_match", "bookmark_border", NotificationTexts::tr("New cars for a search that you keep")},
        {"account_payout_details_changed", "account_balance",
         NotificationTexts::tr("Your payout details were changed. Was it not you? Change your password")},
        {"account_report_closed", "gavel", NotificationTexts::tr("Your report was looked at")},
        {"account_erasure_refused", "info", NotificationTexts::tr("Your account could not be closed. See why")},
        {"account_export_ready", "file_download", NotificationTexts::tr("The archive of your data is ready")},
        {"account_appeal_decided", "gavel", NotificationTexts::tr("Your appeal is decided. See the answer")},
        {"account_", "person_outline", NotificationTexts::tr("There is news about your account")},
        {"listing_published", "check_circle", NotificationTexts::tr("CarGo has looked at your car: buyers see it now")},
        {"listing_changes_needed", "edit_note", NotificationTexts::tr("CarGo asks for a change to your car. See why")},
        {"listing_blocked", "block", NotificationTexts::tr("CarGo has blocked your car. See why")},
        {"desk_assigned", "assignment", NotificationTexts::tr("A colleague has assigned a case to you")},
        {"desk_overdue", "schedule", NotificationTexts::tr("The time for a case is over")},
        {"desk_mentioned", "alternate_email", NotificationTexts::tr("A colleague has mentioned you in a note")},
        {"staff_proposal_decided", "fact_check", NotificationTexts::tr("A proposal of yours is decided")},
        {"kyc_approved", "verified_user",
         driver ? NotificationTexts::tr("Your documents are checked: your cars can be published now")
                : NotificationTexts::tr("Your documents are checked: deals have no limit now")},
        {"kyc_withdrawn", "info",
         NotificationTexts::tr("Your documents are being looked at again; until then the limits of before hold")},
        {"kyc_retry", "photo_camera", NotificationTexts::tr("Some pictures of your documents are needed again")},
        {"kyc_rejected", "report_problem", NotificationTexts::tr("Your identity could not be confirmed. See why")},
        {"kyc_", "verified_user", NotificationTexts::tr("There is news about your documents")},
    };
    for (const auto &other : others) {
        if (kind.startsWith(QLatin1String(other.prefix)))
            return words(other.icon, other.text);
    }
    return words("notifications_none", NotificationTexts::tr("There is news for you"));
}

} // namespace cargo::profile
