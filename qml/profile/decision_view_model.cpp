#include "qml/profile/decision_view_model.h"

#include "qml/client/fields.h"
#include "qml/client/server_clock.h"
#include "qml/profile/decision_words.h"
#include "qml/profile/rule_words.h"

#include <QJsonDocument>

namespace cargo::profile {

using client::Answer;
using client::at;
using client::Call;
using client::word;

void DecisionViewModel::begin()
{
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("notification") && stage() == QLatin1String("sent"))
            reload(); // perhaps the answer
    });
    reload();
}

void DecisionViewModel::reload()
{
    load({QStringLiteral("decision/") + m_id, QStringLiteral("me/decisions/") + m_id, {}, Source::Thing},
         [this](const QJsonObject &decision) {
             m_decision = decision;
             Q_EMIT changed();
             setPhase(Ready);
         });
}

QString DecisionViewModel::title() const { return m_decision.isEmpty() ? QString() : decisionTitle(m_decision); }
QString DecisionViewModel::text() const { return word(m_decision, "text"); }
QString DecisionViewModel::rule() const { return ruleText(word(m_decision, "rule")); }
double DecisionViewModel::decidedAt() const { return at(m_decision, "decided_at"); }
double DecisionViewModel::holdsUntil() const { return at(m_decision, "holds_until"); }
double DecisionViewModel::appealUntil() const { return at(m_decision, "may_appeal_until"); }
QString DecisionViewModel::words() const { return word(theAppeal(), "text"); }
QString DecisionViewModel::answer() const { return word(theAppeal(), "answer"); }

QString DecisionViewModel::stage() const
{
    if (m_decision.isEmpty())
        return {};
    if (m_decision.value(QLatin1String("overturned_at")).isString())
        return QStringLiteral("overturned");
    if (!theAppeal().isEmpty())
        return theAppeal().value(QLatin1String("outcome")).isString() ? QStringLiteral("upheld") : QStringLiteral("sent");
    return appealUntil() > double(client::serverNowMs()) ? QStringLiteral("open") : QStringLiteral("late");
}

void DecisionViewModel::appeal(const QString &text)
{
    const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("text"), text}}).toJson(QJsonDocument::Compact);
    order(Call::post(QStringLiteral("me/decisions/%1/appeal").arg(m_id), body), [this](const Answer &) {
        Q_EMIT appealed();
        reload();
    });
}

bool DecisionViewModel::refused(const Call &, const Answer &answer, const client::ApiClient::Done &)
{
    if (answer.status == 409)
        reload(); // appealed from another device, taken back meanwhile, or too late
    return false;
}

} // namespace cargo::profile
