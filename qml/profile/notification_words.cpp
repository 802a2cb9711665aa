#include "qml/profile/notification_words.h"

#include "shared/domain/deal/deal_state.h"

#include <QCoreApplication>

namespace cargo::profile {
namespace {

struct NotificationTexts
{
    Q_DECLARE_TR_FUNCTIONS(NotificationTexts)
};

NotificationWords words(const char *icon, const QString &text) { return {QLatin1String(icon), text}; }

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

NotificationWords notificationWords(const QString &kind)
{
    const QString deal = QStringLiteral("deal_");
    if (kind.startsWith(deal)) {
        if (const auto event = dealEventFromWord(QStringView(kind).mid(deal.size())))
            return ofDeal(*event);
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
        {"deal_evidence", "photo_library", NotificationTexts::tr("There is new evidence in the dispute")},
        {"deal_", "handshake", NotificationTexts::tr("There is news about your deal")},
        {"payment_", "payments", NotificationTexts::tr("There is news about your payment")},
        {"refund_", "undo", NotificationTexts::tr("There is news about your refund")},
        {"dispute_", "gavel", NotificationTexts::tr("There is news in the dispute")},
        {"review_", "star_border", NotificationTexts::tr("There is news about reviews")},
        {"chat_muted", "shield", NotificationTexts::tr("Writing in a chat is paused because contacts were sent several times")},
        {"chat_", "chat_bubble_outline", NotificationTexts::tr("New message")},
        {"ticket_", "support_agent", NotificationTexts::tr("Support has answered")},
        {"favourite_sold", "favorite_border", NotificationTexts::tr("A car that you keep is sold")},
        {"favourite_taken_off", "favorite_border", NotificationTexts::tr("A car that you keep is no longer offered")},
        {"favourite_", "trending_down", NotificationTexts::tr("A car that you keep became cheaper")},
        {"search_", "search", NotificationTexts::tr("There are new cars for your search")},
        {"account_report_closed", "gavel", NotificationTexts::tr("Your report was looked at")},
        {"account_export_ready", "file_download", NotificationTexts::tr("The archive of your data is ready")},
        {"account_", "devices", NotificationTexts::tr("A new device has signed in")},
        {"kyc_approved", "verified_user", NotificationTexts::tr("Your documents are checked: deals have no limit now")},
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
