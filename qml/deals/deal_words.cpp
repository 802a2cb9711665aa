#include "qml/deals/deal_words.h"

#include "qml/client/fields.h"
#include "qml/deals/deal_word_parts.h"
#include "qml/deals/driver_deal_words.h"

#include <QCoreApplication>

namespace cargo::deals {

using client::at;
using client::Format;
using client::word;

namespace {

struct DealWords
{
    Q_DECLARE_TR_FUNCTIONS(DealWords)
};

} // namespace

QString statusText(const QJsonObject &deal)
{
    const QString status = word(deal, "status");
    if (status == QLatin1String("created"))
        return DealWords::tr("Waits for payment");
    if (status == QLatin1String("funded"))
        return DealWords::tr("Paid, the driver picks up the car");
    if (status == QLatin1String("in_transit"))
        return at(deal, "arrived_at") > 0 ? DealWords::tr("The car has arrived") : DealWords::tr("The car is on its way");
    if (status == QLatin1String("delivered"))
        return DealWords::tr("Handed over, time to check");
    if (status == QLatin1String("released"))
        return DealWords::tr("Done");
    if (status == QLatin1String("cancelled"))
        return DealWords::tr("Cancelled");
    if (status == QLatin1String("disputed"))
        return DealWords::tr("Problem, CarGo looks into it");
    if (status == QLatin1String("resolved_refund"))
        return DealWords::tr("Decided: money back to you");
    if (status == QLatin1String("resolved_release"))
        return DealWords::tr("Decided: the driver is paid");
    return DealWords::tr("Decided: the sum is divided");
}

QVariantMap moneyWords(const QJsonObject &deal)
{
    const QString money = word(deal, "money_status");
    if (deal.isEmpty())
        return {};
    if (word(deal, "status") == QLatin1String("cancelled"))
        return money == QLatin1String("void_queued") || money == QLatin1String("refund_queued") ? said(
                   DealWords::tr("Your money is on its way back"), DealWords::tr("The bank returns it in full."), "info", "undo")
               : money == QLatin1String("void") || money == QLatin1String("refunded")
                   ? said(DealWords::tr("The money is back with you"), DealWords::tr("The bank has let it go in full."), "good",
                          "check_circle")
                   : said(DealWords::tr("No money was taken"), DealWords::tr("The deal was cancelled."), "info", "lock_open");
    if (money == QLatin1String("none") || money == QLatin1String("awaiting"))
        return said(DealWords::tr("Nothing is paid yet"),
                    DealWords::tr("You pay the bank. The driver gets the money only after you have confirmed the car."), "info",
                    "lock_open");
    if (money == QLatin1String("paid"))
        return said(DealWords::tr("The driver has been paid"), {}, "good", "check_circle");
    if (money == QLatin1String("payout_queued") || money == QLatin1String("payout_sent"))
        return said(DealWords::tr("The bank is paying the driver"), {}, "good", "check_circle");
    if (money == QLatin1String("refunded") || money == QLatin1String("void"))
        return said(DealWords::tr("The money is back with you"), {}, "good", "check_circle");
    if (money == QLatin1String("refund_queued") || money == QLatin1String("refund_sent") || money == QLatin1String("void_queued"))
        return said(DealWords::tr("Your money is on its way back"),
                    DealWords::tr("The bank sends it to the card it came from. This takes up to five working days."), "info",
                    "undo");
    if (money == QLatin1String("failed"))
        return said(DealWords::tr("The bank could not finish a step"),
                    DealWords::tr("The money is safe. Our finance team is on it."), "warn", "schedule");
    return said(DealWords::tr("The bank has the money, not the driver"),
                DealWords::tr("He gets it when you have confirmed the car."), "info", "lock");
}

QVariantList clocksWords(const QJsonObject &deal)
{
    return runningClocks(
        deal,
        {
            {"payment_at", DealWords::tr("Time to pay"),
             DealWords::tr("Without a payment the deal ends by itself. Nothing is owed.")},
            {"start_at", DealWords::tr("The driver picks the car up within"),
             DealWords::tr("If he does not, the deal ends by itself and the bank returns everything.")},
            {"confirmation_at", DealWords::tr("Time to look at the car and confirm"),
             DealWords::tr("If you say nothing, the car counts as handed over. A problem stops this clock.")},
            {"dispute_window_at", DealWords::tr("The driver is paid in"),
             DealWords::tr("Until then a problem stops the payout. Afterwards the money cannot come back.")},
            {"evidence_at", DealWords::tr("Time to send evidence"),
             DealWords::tr("Then CarGo decides on what both sides have shown.")},
            {"review_at", DealWords::tr("Time for a review"),
             DealWords::tr("Then both reviews appear and no new ones can be written.")},
            {"hold_expires_at", DealWords::tr("The bank keeps the sum reserved for"),
             DealWords::tr("It is the bank's own clock: nothing stops it. We take the money into the deal before it ends.")},
        });
}

QVariantMap nextWords(const QJsonObject &deal)
{
    const QVariantMap next = firstAllowed(
        deal, {
                  {DealActor::Buyer, DealEvent::AmendmentAccepted, "you", DealWords::tr("Answer the driver's proposal"),
                   DealWords::tr("Until you agree the old terms stay. Nothing waits for it, nothing is blocked.")},
                  {DealActor::Provider, DealEvent::HoldConfirmed, "you", DealWords::tr("Pay the bank"),
                   DealWords::tr("The car is kept for you until then.")},
                  {DealActor::Driver, DealEvent::Start, "driver", DealWords::tr("The driver picks the car up"),
                   DealWords::tr("He records the VIN, the odometer and photos. You see them here at once.")},
                  {DealActor::Buyer, DealEvent::ConfirmDelivery, "you", DealWords::tr("Look at the car, then confirm"),
                   DealWords::tr("Go through the list at the car. If all is well, show the driver the code.")},
                  {DealActor::Driver, DealEvent::Arrive, "driver", DealWords::tr("The driver brings the car"),
                   DealWords::tr("He adds photos and places on the way.")},
                  {DealActor::Buyer, DealEvent::Release, "you", DealWords::tr("Check the car once more"),
                   DealWords::tr("Drive it, look underneath, compare the papers.")},
                  {DealActor::Staff, DealEvent::ResolveRefund, "cargo", DealWords::tr("CarGo decides on the evidence"),
                   DealWords::tr("The money stays at the bank until then.")},
              });
    if (!next.isEmpty())
        return next;
    if (deal.value(QLatin1String("reviewable")).toBool())
        return {{QStringLiteral("title"), DealWords::tr("Tell others how it was")},
                {QStringLiteral("text"), DealWords::tr("Two minutes. The driver reads it only when he has written too.")},
                {QStringLiteral("who"), QStringLiteral("you")}};
    return {};
}

const SideWords &wordsOf(const QString &role)
{
    static const SideWords buyer{statusText, moneyWords, clocksWords, nextWords};
    static const SideWords driver{driverStatusText, driverMoneyWords, driverClocksWords, driverNextWords};
    return role == QLatin1String("driver") ? driver : buyer;
}

QString disputeReasonText(const QString &reason)
{
    const std::pair<const char *, QString> reasons[] = {{"not_as_described", DealWords::tr("Not as described")},
                                                        {"damaged", DealWords::tr("Damaged")},
                                                        {"late", DealWords::tr("Late")},
                                                        {"not_delivered", DealWords::tr("Not delivered")},
                                                        {"documents", DealWords::tr("Documents")},
                                                        {"price_changed", DealWords::tr("The price was changed")},
                                                        {"no_contact", DealWords::tr("No answer")}};
    for (const auto &[known, text] : reasons) {
        if (reason == QLatin1String(known))
            return text;
    }
    return DealWords::tr("Something else");
}

QString providerText(const QString &provider)
{
    const std::pair<const char *, QString> known[] = {
        {"sandbox", DealWords::tr("the practice bank (no real money)")},
        {"yookassa", DealWords::tr("YooKassa, a licensed payment provider")},
        {"stripe", DealWords::tr("Stripe, a licensed payment provider")},
        {"cloudpayments", DealWords::tr("CloudPayments, a licensed payment provider")}};
    for (const auto &[name, text] : known) {
        if (provider == QLatin1String(name))
            return text;
    }
    return DealWords::tr("a licensed payment provider");
}

QString spanText(double seconds)
{
    const int minutes = int(seconds / 60);
    if (minutes >= 2 * 1440 && minutes % 1440 == 0)
        return DealWords::tr("%n day(s)", "span", minutes / 1440);
    if (minutes >= 60)
        return DealWords::tr("%n hour(s)", "span", minutes / 60);
    return DealWords::tr("%n minute(s)", "span", qMax(1, minutes));
}

} // namespace cargo::deals
