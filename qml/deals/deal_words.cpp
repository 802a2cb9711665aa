#include "qml/deals/deal_view_models.h"

#include "qml/client/format.h"
#include "shared/domain/deal/deal_table.h"

#include <QCoreApplication>

namespace cargo::deals {

using client::Format;

namespace {

struct DealWords
{
    Q_DECLARE_TR_FUNCTIONS(DealWords)
};

QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
double at(const QJsonObject &object, const char *name) { return double(Format::millis(object.value(QLatin1String(name)))); }

DealFacts factsOf(const QJsonObject &deal, DealActor actor)
{
    const QJsonObject dispute = deal.value(QLatin1String("dispute")).toObject();
    const QJsonObject amendment = deal.value(QLatin1String("amendment")).toObject();
    const QLatin1String me(cargo::word(actor));
    DealFacts facts;
    facts.arrived = at(deal, "arrived_at") > 0;
    facts.disputedFrom = dealStatusFromWord(word(dispute, "status_before"));
    facts.disputeOpenedByMe = word(dispute, "opened_by") == me;
    facts.amendmentOpen = !amendment.isEmpty();
    facts.amendmentProposedByMe = word(amendment, "proposed_by") == me;
    return facts;
}

} // namespace

QVariantMap moneyWords(const QJsonObject &deal)
{
    const auto say = [](const QString &title, const QString &text, const char *tone, const char *icon) {
        return QVariantMap{{QStringLiteral("title"), title},
                           {QStringLiteral("text"), text},
                           {QStringLiteral("tone"), QLatin1String(tone)},
                           {QStringLiteral("iconName"), QLatin1String(icon)}};
    };
    const QString money = word(deal, "money_status");
    if (deal.isEmpty())
        return {};
    if (word(deal, "status") == QLatin1String("cancelled"))
        return money == QLatin1String("void_queued") || money == QLatin1String("refund_queued")
                   ? say(DealWords::tr("Your money is on its way back"), DealWords::tr("The bank returns it in full."), "info",
                         "undo")
                   : say(DealWords::tr("No money was taken"), DealWords::tr("The deal was cancelled."), "info", "lock_open");
    if (money == QLatin1String("none") || money == QLatin1String("awaiting"))
        return say(DealWords::tr("Nothing is paid yet"),
                   DealWords::tr("You pay the bank. The driver gets the money only after you have confirmed the car."), "info",
                   "lock_open");
    if (money == QLatin1String("paid"))
        return say(DealWords::tr("The driver has been paid"), {}, "good", "check_circle");
    if (money == QLatin1String("payout_queued") || money == QLatin1String("payout_sent"))
        return say(DealWords::tr("The bank is paying the driver"), {}, "good", "check_circle");
    if (money == QLatin1String("refunded") || money == QLatin1String("void"))
        return say(DealWords::tr("The money is back with you"), {}, "good", "check_circle");
    if (money == QLatin1String("refund_queued") || money == QLatin1String("refund_sent") || money == QLatin1String("void_queued"))
        return say(DealWords::tr("Your money is on its way back"), DealWords::tr("The bank returns it in full."), "info", "undo");
    if (money == QLatin1String("failed"))
        return say(DealWords::tr("The bank could not finish a step"),
                   DealWords::tr("The money is safe. Our finance team is on it."), "warn", "schedule");
    return say(DealWords::tr("The bank has the money, not the driver"),
               DealWords::tr("He gets it when you have confirmed the car."), "info", "lock");
}

QVariantMap clockWords(const QJsonObject &deal)
{
    const QJsonObject clocks = deal.value(QLatin1String("deadlines")).toObject();
    const auto clock = [&clocks](const char *name, const QString &text) {
        const double until = at(clocks, name);
        return until > 0 ? QVariantMap{{QStringLiteral("until"), until}, {QStringLiteral("text"), text}} : QVariantMap();
    };
    const std::pair<const char *, QString> order[] = {
        {"payment_at", DealWords::tr("Time to pay")},
        {"start_at", DealWords::tr("The driver picks the car up within")},
        {"confirmation_at", DealWords::tr("Time to look at the car and confirm")},
        {"dispute_window_at", DealWords::tr("The driver is paid in")},
        {"evidence_at", DealWords::tr("Time to send evidence")},
        {"review_at", DealWords::tr("Time for a review")},
    };
    for (const auto &[name, text] : order) {
        if (const QVariantMap found = clock(name, text); !found.isEmpty())
            return found;
    }
    return {};
}

QVariantMap nextWords(const QJsonObject &deal)
{
    const auto status = dealStatusFromWord(word(deal, "status"));
    if (!status)
        return {};
    // What carries a deal forward, the first that the table allows is next: sooner asked is more pressing.
    struct Step
    {
        DealActor actor;
        DealEvent event;
        const char *who;
        QString title;
    };
    const Step steps[] = {
        {DealActor::Buyer, DealEvent::AmendmentAccepted, "you", DealWords::tr("Answer the driver's proposal")},
        {DealActor::Provider, DealEvent::HoldConfirmed, "you", DealWords::tr("Pay the bank")},
        {DealActor::Driver, DealEvent::Start, "driver", DealWords::tr("The driver picks the car up")},
        {DealActor::Buyer, DealEvent::ConfirmDelivery, "you", DealWords::tr("Look at the car, then confirm")},
        {DealActor::Driver, DealEvent::Arrive, "driver", DealWords::tr("The driver brings the car")},
        {DealActor::Buyer, DealEvent::Release, "you", DealWords::tr("Check the car once more")},
        {DealActor::Staff, DealEvent::ResolveRefund, "cargo", DealWords::tr("CarGo decides on the evidence")},
    };
    for (const Step &step : steps) {
        const auto allowed = allowedEvents(*status, step.actor, factsOf(deal, step.actor));
        const bool arrivedFirst = step.event != DealEvent::ConfirmDelivery || at(deal, "arrived_at") > 0;
        if (arrivedFirst && std::find(allowed.begin(), allowed.end(), step.event) != allowed.end())
            return {{QStringLiteral("title"), step.title}, {QStringLiteral("who"), QLatin1String(step.who)}};
    }
    if (deal.value(QLatin1String("reviewable")).toBool())
        return {{QStringLiteral("title"), DealWords::tr("Tell others how it was")},
                {QStringLiteral("who"), QStringLiteral("you")}};
    return {};
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

} // namespace cargo::deals
