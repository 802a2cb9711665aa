#include "qml/desk/record_view_model.h"

#include "qml/desk/step_up.h"

#include <QJsonDocument>

namespace cargo::desk {

using client::Answer;
using client::Call;

void RecordViewModel::begin()
{
    m_begun = true;
    connect(client()->session(), &client::Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn)
            reload();
    });
    reload();
}

void RecordViewModel::setPath(const QString &path)
{
    if (path == m_path)
        return;
    m_path = path;
    setFacts({});
    setPhase(Idle);
    Q_EMIT pathChanged();
    if (m_begun)
        reload();
}

void RecordViewModel::setQuery(const QVariantMap &query)
{
    if (query == m_query)
        return;
    m_query = query;
    Q_EMIT pathChanged();
    if (m_begun)
        reload();
}

void RecordViewModel::setFacts(const QVariantMap &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    Q_EMIT factsChanged();
}

void RecordViewModel::reload()
{
    if (m_path.isEmpty())
        return;
    const auto show = [this](const QJsonObject &body) {
        setFacts(body.toVariantMap());
        setPhase(Ready);
    };
    load({{}, m_path, queryOf(m_query), Source::Anything}, show, [this](const Answer &answer) {
        if (StepUp *stepUp = StepUp::wants(answer) ? StepUp::of(this) : nullptr) {
            stepUp->ask([self = QPointer<RecordViewModel>(this)] {
                if (self)
                    self->reload();
            });
        }
    });
}

void RecordViewModel::give(const QString &method, const QString &path, const QVariantMap &body)
{
    Call call = Call::post(path, QJsonDocument(QJsonObject::fromVariantMap(body)).toJson(QJsonDocument::Compact));
    call.method = method.toLatin1();
    if (call.method == "DELETE")
        call.body.clear();
    order(call, [this, path](const Answer &answer) { Q_EMIT given(path, answer.body.toVariantMap()); });
}

void RecordViewModel::reveal(const QString &path, const QVariantMap &body)
{
    Call call = Call::post(path, QJsonDocument(QJsonObject::fromVariantMap(body)).toJson(QJsonDocument::Compact));
    call.idempotencyKey.clear(); // each look is on record
    call.raw = true;
    order(call, [this, path](const Answer &answer) {
        Q_EMIT revealed(path, QUrl(QStringLiteral("data:image/jpeg;base64,") + QString::fromLatin1(answer.bytes.toBase64())));
    });
}

void RecordViewModel::save(const QString &path, const QVariantMap &query, const QString &name)
{
    saveFromServer(path, name, queryOf(query));
}

} // namespace cargo::desk
