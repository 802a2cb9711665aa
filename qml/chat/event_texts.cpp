#include "qml/chat/event_texts.h"

#include <QCoreApplication>

namespace cargo::chat {
namespace {

struct EventTexts
{
    Q_DECLARE_TR_FUNCTIONS(EventTexts)
};

} // namespace

QString eventText(const QString &event)
{
    const QString what = event.section(QLatin1Char('.'), -1);
    if (what == QLatin1String("created") || what == QLatin1String("create"))
        return EventTexts::tr("The terms are agreed: the deal is made");
    if (what == QLatin1String("funded") || what == QLatin1String("hold_confirmed"))
        return EventTexts::tr("Paid: the bank holds the money");
    if (what == QLatin1String("started") || what == QLatin1String("start") || what == QLatin1String("in_transit"))
        return EventTexts::tr("The car is on its way");
    if (what == QLatin1String("checkpoint"))
        return EventTexts::tr("The driver added a checkpoint");
    if (what == QLatin1String("arrived") || what == QLatin1String("arrive"))
        return EventTexts::tr("The car has arrived");
    if (what == QLatin1String("delivered") || what == QLatin1String("confirm_delivery") || what == QLatin1String("handover_code"))
        return EventTexts::tr("The car was handed over");
    if (what == QLatin1String("released") || what == QLatin1String("release"))
        return EventTexts::tr("The deal is done, contacts are open");
    if (what == QLatin1String("cancelled") || what == QLatin1String("cancel"))
        return EventTexts::tr("The deal was cancelled");
    if (what == QLatin1String("disputed") || what == QLatin1String("open_dispute"))
        return EventTexts::tr("A problem was reported: the clocks stand still");
    if (what.startsWith(QLatin1String("resolve")))
        return EventTexts::tr("The dispute is decided");
    if (what == QLatin1String("withdraw_dispute"))
        return EventTexts::tr("The problem report was taken back");
    if (what == QLatin1String("amendment_proposed"))
        return EventTexts::tr("A change of terms is proposed");
    if (what == QLatin1String("amendment_accepted"))
        return EventTexts::tr("The change of terms is accepted");
    if (what == QLatin1String("amendment_declined"))
        return EventTexts::tr("The change of terms is declined");
    return EventTexts::tr("The deal changed");
}

} // namespace cargo::chat
