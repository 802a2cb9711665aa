#include "qml/deals/driver_deal_words.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"
#include "qml/deals/deal_word_parts.h"

#include <QCoreApplication>

namespace cargo::deals {

using client::at;
using client::Format;
using client::word;

namespace {
struct DriverDealWords
{
    Q_DECLARE_TR_FUNCTIONS(DriverDealWords)
};
} // namespace

QString driverStatusText(const QJsonObject &deal)
{
    const QString status = word(deal, "status");
    const std::pair<const char *, QString> texts[] = {
        {"created", DriverDealWords::tr("The buyer is to pay")},
        {"funded", DriverDealWords::tr("Paid: pick the car up")},
        {"in_transit",
         at(deal, "arrived_at") > 0 ? DriverDealWords::tr("Arrived: hand it over") : DriverDealWords::tr("On the way")},
        {"delivered", DriverDealWords::tr("Handed over, the buyer checks")},
        {"released", DriverDealWords::tr("Done")},
        {"cancelled", DriverDealWords::tr("Cancelled")},
        {"disputed", DriverDealWords::tr("Problem, CarGo looks into it")},
        {"resolved_refund", DriverDealWords::tr("Decided: money back to the buyer")},
        {"resolved_release", DriverDealWords::tr("Decided: you are paid")},
        {"resolved_split", DriverDealWords::tr("Decided: the sum is divided")}};
    for (const auto &[known, text] : texts) {
        if (status == QLatin1String(known))
            return text;
    }
    return {};
}

QVariantMap driverMoneyWords(const QJsonObject &deal)
{
    const QString money = word(deal, "money_status");
    if (deal.isEmpty())
        return {};
    const QString share = Format::money(deal.value(QLatin1String("driver_receives")).toObject());
    if (word(deal, "status") == QLatin1String("cancelled"))
        return said(DriverDealWords::tr("Nothing is paid out"), DriverDealWords::tr("The deal was cancelled."), "info",
                    "lock_open");
    if (money == QLatin1String("none") || money == QLatin1String("awaiting"))
        return said(DriverDealWords::tr("Nothing is paid yet"),
                    DriverDealWords::tr("Do not set out before the bank has the money: then it is yours on delivery."), "warn",
                    "lock_open");
    if (money == QLatin1String("paid"))
        return said(DriverDealWords::tr("%1 have been paid to you").arg(share), {}, "good", "check_circle");
    if (money == QLatin1String("payout_queued") || money == QLatin1String("payout_sent"))
        return said(DriverDealWords::tr("%1 are on their way to you").arg(share), {}, "good", "check_circle");
    if (money == QLatin1String("refund_queued") || money == QLatin1String("refund_sent") || money == QLatin1String("refunded")
        || money == QLatin1String("void_queued") || money == QLatin1String("void"))
        return said(DriverDealWords::tr("The money goes back to the buyer"), {}, "info", "undo");
    if (money == QLatin1String("failed"))
        return said(DriverDealWords::tr("The bank could not finish a step"),
                    DriverDealWords::tr("The money is safe. Our finance team is on it."), "warn", "schedule");
    return said(DriverDealWords::tr("The bank has the buyer's money"),
                DriverDealWords::tr("You get %1 when he has the car.").arg(share), "good", "lock");
}

QVariantList driverClocksWords(const QJsonObject &deal)
{
    return runningClocks(
        deal, {{"payment_at", DriverDealWords::tr("Time for the buyer to pay"),
                DriverDealWords::tr("Without a payment the deal ends by itself and the car is free again.")},
               {"start_at", DriverDealWords::tr("Pick the car up within"),
                DriverDealWords::tr("Later the deal ends by itself and the buyer gets everything back.")},
               {"confirmation_at", DriverDealWords::tr("Time for the buyer to look and confirm"),
                DriverDealWords::tr("If he says nothing, the car counts as handed over. A problem stops this clock.")},
               {"dispute_window_at", DriverDealWords::tr("Your payout leaves in"),
                DriverDealWords::tr("Until then the buyer may report a problem, which stops the payout.")},
               {"evidence_at", DriverDealWords::tr("Time to send evidence"),
                DriverDealWords::tr("Then CarGo decides on what both sides have shown.")},
               {"review_at", DriverDealWords::tr("Time for a review"),
                DriverDealWords::tr("Then both reviews appear and no new ones can be written.")},
               {"hold_expires_at", DriverDealWords::tr("The bank keeps the sum reserved for"),
                DriverDealWords::tr("It is the bank's own clock. Picking the car up takes the money into the deal.")}});
}

QVariantMap driverNextWords(const QJsonObject &deal)
{
    const QVariantMap next = firstAllowed(
        deal, {{DealActor::Driver, DealEvent::AmendmentAccepted, "you", DriverDealWords::tr("Answer the buyer's proposal"),
                DriverDealWords::tr("Until you agree the old terms stay. Nothing waits for it, nothing is blocked.")},
               {DealActor::Provider, DealEvent::HoldConfirmed, "buyer", DriverDealWords::tr("The buyer pays the bank"),
                DriverDealWords::tr("We tell you at once when the money is there.")},
               {DealActor::Driver, DealEvent::Start, "you", DriverDealWords::tr("Pick the car up"),
                DriverDealWords::tr("VIN, odometer and photos: they protect you if the car is called damaged later.")},
               {DealActor::Driver, DealEvent::Arrive, "you", DriverDealWords::tr("Bring the car, show the way"),
                DriverDealWords::tr("Add photos at the border, at customs, on the ferry. Say when you are there.")},
               {DealActor::Driver, DealEvent::HandoverCode, "you", DriverDealWords::tr("Hand the car over"),
                DriverDealWords::tr("The buyer looks at the car, then shows you his code.")},
               {DealActor::Buyer, DealEvent::Release, "buyer", DriverDealWords::tr("The buyer checks the car once more"),
                DriverDealWords::tr("Then your payout leaves by itself.")},
               {DealActor::Staff, DealEvent::ResolveRefund, "cargo", DriverDealWords::tr("CarGo decides on the evidence"),
                DriverDealWords::tr("The money stays at the bank until then.")}});
    if (!next.isEmpty())
        return next;
    if (deal.value(QLatin1String("reviewable")).toBool())
        return {{QStringLiteral("title"), DriverDealWords::tr("Tell others how it was")},
                {QStringLiteral("text"), DriverDealWords::tr("Two minutes. The buyer reads it only when he has written too.")},
                {QStringLiteral("who"), QStringLiteral("you")}};
    return {};
}

} // namespace cargo::deals
