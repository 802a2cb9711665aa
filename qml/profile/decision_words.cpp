#include "qml/profile/decision_words.h"

#include "qml/client/format.h"
#include "qml/client/server_clock.h"
#include "qml/profile/rule_words.h"

#include <QCoreApplication>

namespace cargo::profile {
namespace {

using client::Format;

struct DecisionTexts
{
    Q_DECLARE_TR_FUNCTIONS(DecisionTexts)
};

QString momentOf(const QJsonObject &of, const char *field)
{
    const qint64 at = Format::millis(of.value(QLatin1String(field)));
    return at > 0 ? Format::moment(double(at)) : QString();
}

} // namespace

QString decisionTitle(const QJsonObject &decision)
{
    const QString kind = decision.value(QLatin1String("kind")).toString();
    const bool blocked = decision.value(QLatin1String("outcome")).toString() == QLatin1String("block");
    if (kind == QLatin1String("listing"))
        return blocked ? DecisionTexts::tr("Your car is blocked") : DecisionTexts::tr("Your car needs a change");
    if (kind == QLatin1String("conversation"))
        return DecisionTexts::tr("A warning about a conversation");
    if (kind == QLatin1String("mute"))
        return DecisionTexts::tr("Writing in chats is paused");
    if (kind == QLatin1String("ban"))
        return DecisionTexts::tr("Your account is blocked");
    if (kind == QLatin1String("kyc"))
        return DecisionTexts::tr("Your identity could not be confirmed");
    if (kind == QLatin1String("dispute"))
        return DecisionTexts::tr("The dispute is decided");
    return DecisionTexts::tr("A decision about your account");
}

QVariantMap decisionRow(const QJsonObject &decision)
{
    const auto text = [&](const char *field) { return decision.value(QLatin1String(field)).toString(); };
    const QJsonObject appeal = decision.value(QLatin1String("appeal")).toObject();
    const qint64 appealUntil = Format::millis(decision.value(QLatin1String("may_appeal_until")));
    return {{QStringLiteral("decisionId"), text("id")},
            {QStringLiteral("title"), decisionTitle(decision)},
            {QStringLiteral("text"), text("text")},
            {QStringLiteral("rule"), ruleText(text("rule"))},
            {QStringLiteral("moment"), momentOf(decision, "decided_at")},
            {QStringLiteral("until"), momentOf(decision, "holds_until")},
            {QStringLiteral("overturned"), decision.value(QLatin1String("overturned_at")).isString()},
            {QStringLiteral("appealText"), appeal.value(QLatin1String("text")).toString()},
            {QStringLiteral("answer"), appeal.value(QLatin1String("answer")).toString()},
            {QStringLiteral("mayAppeal"), appealUntil > client::serverNowMs()},
            {QStringLiteral("appealUntil"), momentOf(decision, "may_appeal_until")}};
}

} // namespace cargo::profile
