#include "qml/desk/concept_view_model.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cargo::desk {

using client::Answer;
using client::Call;

namespace {
QByteArray bodyOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
QString base() { return QStringLiteral("admin/concepts/"); }
} // namespace

void ConceptViewModel::forget()
{
    m_problems.clear();
    m_seen.clear();
    Q_EMIT seenChanged();
}

void ConceptViewModel::look(const QString &slug, const QString &text)
{
    const QJsonObject body{{QStringLiteral("text"), text}};
    order(Call::post(base() + slug + QStringLiteral("/preview"), bodyOf(body)), [this](const Answer &answer) {
        m_problems.clear();
        m_seen = answer.body.toVariantMap();
        Q_EMIT seenChanged();
    });
}

void ConceptViewModel::publish(const QString &slug, const QString &text, int version, const QString &note)
{
    const QJsonObject body{{QStringLiteral("text"), text}, {QStringLiteral("version"), version}, {QStringLiteral("note"), note}};
    send(Call::put(base() + slug, bodyOf(body)));
}

void ConceptViewModel::bringBack(int restores, int version, const QString &note)
{
    const QJsonObject body{
        {QStringLiteral("restores"), restores}, {QStringLiteral("version"), version}, {QStringLiteral("note"), note}};
    send(Call::post(base() + QStringLiteral("restore"), bodyOf(body)));
}

void ConceptViewModel::send(const Call &call)
{
    order(call, [this](const Answer &) {
        forget();
        Q_EMIT published();
    });
}

bool ConceptViewModel::refused(const Call &call, const Answer &answer, const client::ApiClient::Done &done)
{
    const QJsonArray faults = answer.body.value(QLatin1String("faults")).toArray();
    if (answer.status != 422 || faults.isEmpty())
        return RecordViewModel::refused(call, answer, done);
    m_seen.clear();
    m_problems.clear();
    for (const QJsonValue &fault : faults)
        m_problems.append(fault.toString());
    Q_EMIT seenChanged();
    return true;
}

} // namespace cargo::desk
