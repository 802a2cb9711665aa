#include "qml/chat/event_texts.h"

#include "shared/domain/deal/deal_state.h"

#include <QCoreApplication>

namespace cargo::chat {
namespace {

struct EventTexts
{
    Q_DECLARE_TR_FUNCTIONS(EventTexts)
};

} // namespace

QString eventOf(const QJsonObject &message)
{
    return message.value(QLatin1String("flags")).toObject().value(QLatin1String("event")).toString();
}

QString eventText(const QString &event)
{
    const QString prefix = QStringLiteral("deal_");
    if (event == QLatin1String("deal_document")) // no step of the deal
        return EventTexts::tr("A paper was added to the deal");
    const auto known = event.startsWith(prefix) ? dealEventFromWord(QStringView(event).mid(prefix.size())) : std::nullopt;
    if (!known)
        return EventTexts::tr("The deal changed");
    switch (*known) {
    case DealEvent::Create: return EventTexts::tr("The terms are agreed: the deal is made");
    case DealEvent::HoldConfirmed: return EventTexts::tr("Paid: the bank holds the money");
    case DealEvent::Cancel: return EventTexts::tr("The deal was cancelled");
    case DealEvent::PaymentDeadline: return EventTexts::tr("The time to pay is over: the deal is cancelled");
    case DealEvent::StartDeadline: return EventTexts::tr("The car was not picked up in time: the deal is cancelled");
    case DealEvent::Start: return EventTexts::tr("The car is on its way");
    case DealEvent::Checkpoint: return EventTexts::tr("The driver added a checkpoint");
    case DealEvent::AmendmentProposed: return EventTexts::tr("A change of terms is proposed");
    case DealEvent::AmendmentAccepted: return EventTexts::tr("The change of terms is accepted");
    case DealEvent::AmendmentDeclined: return EventTexts::tr("The change of terms is declined");
    case DealEvent::Arrive: return EventTexts::tr("The car has arrived");
    case DealEvent::BuyerAbsent: return EventTexts::tr("The driver is there with the car and did not meet the buyer");
    case DealEvent::ConfirmDelivery:
    case DealEvent::HandoverCode: return EventTexts::tr("The car was handed over");
    case DealEvent::ConfirmationDeadline: return EventTexts::tr("The time to confirm is over: the car counts as handed over");
    case DealEvent::Release:
    case DealEvent::DisputeWindowEnd: return EventTexts::tr("The deal is done, contacts are open");
    case DealEvent::OpenDispute: return EventTexts::tr("A problem was reported: the clocks stand still");
    case DealEvent::ResolveRefund:
    case DealEvent::ResolveRelease:
    case DealEvent::ResolveSplit: return EventTexts::tr("The dispute is decided");
    case DealEvent::SafetyStop:
        return EventTexts::tr("The clocks of the deal stand still: one side did not feel safe. CarGo looks into it");
    case DealEvent::SafetyResume: return EventTexts::tr("The clocks of the deal go on");
    case DealEvent::WithdrawDispute: return EventTexts::tr("The problem report was taken back");
    }
    return EventTexts::tr("The deal changed");
}

} // namespace cargo::chat
