#include "qml/desk/decisions.h"

#include "qml/client/error_texts.h"
#include "qml/client/trouble.h"
#include "qml/desk/step_up.h"
#include "shared/domain/ids.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QQmlEngine>

#include <algorithm>

namespace cargo::desk {

using client::Answer;
using client::Call;

namespace {
const QString kDraft = QStringLiteral("desk/decisions");
const QString kHeld = QStringLiteral("held"), kSending = QStringLiteral("sending"), kRefused = QStringLiteral("refused"),
              kKept = QStringLiteral("kept");

qint64 nowMs() { return QDateTime::currentMSecsSinceEpoch(); }
} // namespace

Decisions::Decisions(client::Client *client, QObject *parent) : QObject(parent), m_client(client)
{
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, [this] {
        const qint64 now = nowMs();
        QStringList due;
        for (const Decision &one : m_decisions) {
            if (one.state == kHeld && one.sendAtMs <= now)
                due.append(one.key);
        }
        for (const QString &key : due)
            send(key);
        watch();
    });
    connect(m_client->session(), &client::Session::signedInChanged, this, [this](bool signedIn) {
        if (signedIn)
            restore();
        else
            m_due.stop();
    });
    restore();
}

Decisions *Decisions::of(const QObject *object)
{
    QQmlEngine *engine = qmlEngine(object);
    return engine ? engine->singletonInstance<Decisions *>(qmlTypeId("CarGo.Desk", 1, 0, "Decisions")) : nullptr;
}

QVariantList Decisions::waiting() const
{
    QVariantList list;
    for (const Decision &one : m_decisions) {
        list.append(QVariantMap{{QStringLiteral("key"), one.key},
                                {QStringLiteral("title"), one.title},
                                {QStringLiteral("state"), one.state},
                                {QStringLiteral("errorText"), one.error},
                                {QStringLiteral("sendAt"), double(one.sendAtMs)},
                                {QStringLiteral("body"), one.body.toVariantMap()}});
    }
    return list;
}

Decisions::Decision *Decisions::find(const QString &key)
{
    const auto found =
        std::find_if(m_decisions.begin(), m_decisions.end(), [&key](const Decision &one) { return one.key == key; });
    return found == m_decisions.end() ? nullptr : &*found;
}

QString Decisions::stateOf(const QString &key) const
{
    const Decision *one = const_cast<Decisions *>(this)->find(key);
    return one ? one->state : QString();
}

void Decisions::hold(const QString &key, const QString &path, const QVariantMap &body, const QString &title)
{
    const Decision *before = find(key);
    if (before && before->state == kSending)
        return;
    remove(key);
    m_decisions.push_back(
        {key, path, title, QJsonObject::fromVariantMap(body), newUuid({nowMs()}).toText(), kHeld, {}, nowMs() + m_holdMs});
    keep();
    watch();
}

void Decisions::takeBack(const QString &key)
{
    const Decision *one = find(key);
    if (!one || one->state == kSending)
        return;
    const QVariantMap body = one->body.toVariantMap();
    remove(key);
    keep();
    Q_EMIT takenBack(key, body);
}

void Decisions::sendAll()
{
    QStringList held;
    for (const Decision &one : m_decisions) {
        if (one.state == kHeld)
            held.append(one.key);
    }
    for (const QString &key : held)
        send(key);
}

void Decisions::send(const QString &key)
{
    Decision *one = find(key);
    if (!one || one->state == kSending)
        return;
    one->state = kSending;
    one->error.clear();
    Call call = Call::post(one->path, QJsonDocument(one->body).toJson(QJsonDocument::Compact));
    call.idempotencyKey = one->idempotencyKey;
    Q_EMIT changed();
    m_client->api()->send(call, this, [this, key](const Answer &answer) { answered(key, answer); });
}

void Decisions::answered(const QString &key, const Answer &answer)
{
    Decision *one = find(key);
    if (!one)
        return;
    if (answer.ok) {
        remove(key);
        keep();
        Q_EMIT sent(key, answer.status, answer.body.toVariantMap());
        return;
    }
    one->state = answer.later() ? kKept : kRefused;
    one->error = client::troubleOf(answer).text;
    const QString text = one->error, detail = answer.error.detail;
    if (StepUp *stepUp = StepUp::wants(answer) ? StepUp::of(this) : nullptr)
        stepUp->ask([self = QPointer<Decisions>(this), key] {
            if (self)
                self->send(key);
        });
    else
        Q_EMIT refused(key, detail, text);
    keep();
}

void Decisions::remove(const QString &key)
{
    m_decisions.erase(
        std::remove_if(m_decisions.begin(), m_decisions.end(), [&key](const Decision &one) { return one.key == key; }),
        m_decisions.end());
}

// On the disk before it is shown.
void Decisions::keep()
{
    QJsonArray items;
    for (const Decision &one : m_decisions) {
        items.append(QJsonObject{{QStringLiteral("key"), one.key},
                                 {QStringLiteral("path"), one.path},
                                 {QStringLiteral("title"), one.title},
                                 {QStringLiteral("body"), one.body},
                                 {QStringLiteral("idempotency_key"), QString::fromLatin1(one.idempotencyKey)},
                                 {QStringLiteral("error"), one.error}});
    }
    m_client->writing()->setDraft(kDraft, items.isEmpty() ? QJsonObject() : QJsonObject{{QStringLiteral("items"), items}});
    Q_EMIT changed();
}

void Decisions::restore()
{
    if (!m_client->session()->signedIn())
        return;
    m_decisions.clear();
    const QJsonArray items = m_client->writing()->draft(kDraft).value(QLatin1String("items")).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        m_decisions.push_back({item.value(QLatin1String("key")).toString(), item.value(QLatin1String("path")).toString(),
                               item.value(QLatin1String("title")).toString(), item.value(QLatin1String("body")).toObject(),
                               item.value(QLatin1String("idempotency_key")).toString().toLatin1(), kKept,
                               item.value(QLatin1String("error")).toString(), 0});
    }
    Q_EMIT changed();
}

void Decisions::watch()
{
    qint64 next = -1;
    for (const Decision &one : m_decisions) {
        if (one.state == kHeld && (next < 0 || one.sendAtMs < next))
            next = one.sendAtMs;
    }
    if (next >= 0)
        m_due.start(int(std::max<qint64>(0, next - nowMs())));
    else
        m_due.stop();
}

} // namespace cargo::desk
