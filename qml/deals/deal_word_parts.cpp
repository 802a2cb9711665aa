#include "qml/deals/deal_word_parts.h"

#include "qml/client/fields.h"
#include "qml/deals/deal_words.h"

#include <algorithm>

namespace cargo::deals {

using client::at;
using client::word;

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
    facts.safetyStopped = !deal.value(QLatin1String("safety_stop")).toObject().isEmpty();
    return facts;
}

QVariantMap said(const QString &title, const QString &text, const char *tone, const char *icon)
{
    return {{QStringLiteral("title"), title},
            {QStringLiteral("text"), text},
            {QStringLiteral("tone"), QLatin1String(tone)},
            {QStringLiteral("iconName"), QLatin1String(icon)}};
}

QVariantList runningClocks(const QJsonObject &deal, const std::vector<ClockWords> &order)
{
    const QJsonObject clocks = deal.value(QLatin1String("deadlines")).toObject();
    QVariantList list;
    for (const ClockWords &clock : order) {
        if (const double until = at(clocks, clock.name); until > 0)
            list.append(QVariantMap{{QStringLiteral("key"), QLatin1String(clock.name)},
                                    {QStringLiteral("until"), until},
                                    {QStringLiteral("title"), clock.title},
                                    {QStringLiteral("then"), clock.then},
                                    {QStringLiteral("own"), qstrcmp(clock.name, "hold_expires_at") != 0}});
    }
    return list;
}

QVariantMap firstAllowed(const QJsonObject &deal, const std::vector<NextStep> &steps)
{
    const auto status = dealStatusFromWord(word(deal, "status"));
    if (!status)
        return {};
    for (const NextStep &step : steps) {
        const auto allowed = allowedEvents(*status, step.actor, factsOf(deal, step.actor));
        const bool arrivedFirst = step.event != DealEvent::ConfirmDelivery || at(deal, "arrived_at") > 0;
        if (arrivedFirst && std::find(allowed.begin(), allowed.end(), step.event) != allowed.end())
            return {{QStringLiteral("title"), step.title},
                    {QStringLiteral("text"), step.text},
                    {QStringLiteral("who"), QLatin1String(step.who)}};
    }
    return {};
}

} // namespace cargo::deals
