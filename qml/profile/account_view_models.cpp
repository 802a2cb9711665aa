#include "qml/profile/account_view_models.h"

#include "qml/client/fields.h"
#include "qml/client/format.h"

#include <QJsonDocument>

namespace cargo::profile {

using client::Answer;
using client::Call;
using client::word;

void NameViewModel::save(const QString &name)
{
    if (busy())
        return;
    m_error.clear();
    Q_EMIT errorChanged();
    setBusy(true);
    const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("display_name"), name.trimmed()}}).toJson();
    client()->api()->send(Call::patch(QStringLiteral("me"), body), this, [this](const Answer &answer) {
        setBusy(false);
        if (answer.ok) {
            client()->session()->updateUser(answer.body);
            Q_EMIT saved();
            return;
        }
        m_error = client::errorText(answer.fields.empty() ? answer.error : answer.fields.front());
        Q_EMIT errorChanged();
    });
}

void NotificationSettingsViewModel::reload()
{
    if (m_settings.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("me/notification-settings"), {}, [this](const Answer &answer) {
        if (!answer.ok) {
            setFailed(answer);
            return;
        }
        m_settings = answer.body;
        Q_EMIT changed();
        setPhase(Ready);
    });
}

QVariantList NotificationSettingsViewModel::rows() const
{
    const struct
    {
        const char *key;
        QString text;
        QString detail;
    } kinds[] = {
        {"deals", tr("Deals"), tr("Payment, the way, handover, problems, deadlines")},
        {"chat", tr("Chats"), tr("New messages")},
        {"listings", tr("Cars"), tr("Prices of what you keep, new cars for your searches")},
        {"account", tr("Account"), tr("New devices, password. Always on: it protects you")},
    };
    QVariantList rows;
    for (const auto &kind : kinds) {
        const QJsonObject ways = m_settings.value(QLatin1String(kind.key)).toObject();
        if (ways.isEmpty())
            continue;
        rows.append(QVariantMap{{QStringLiteral("key"), QLatin1String(kind.key)},
                                {QStringLiteral("text"), kind.text},
                                {QStringLiteral("detail"), kind.detail},
                                {QStringLiteral("app"), ways.value(QLatin1String("app")).toBool()},
                                {QStringLiteral("push"), ways.value(QLatin1String("push")).toBool()},
                                {QStringLiteral("mail"), ways.value(QLatin1String("mail")).toBool()},
                                {QStringLiteral("locked"), qstrcmp(kind.key, "account") == 0}});
    }
    return rows;
}

void NotificationSettingsViewModel::set(const QString &key, const QString &channel, bool on)
{
    const QJsonObject before = m_settings;
    QJsonObject ways = m_settings.value(key).toObject();
    ways.insert(channel, on);
    m_settings.insert(key, ways);
    Q_EMIT changed();
    const QByteArray body = QJsonDocument(m_settings).toJson();
    client()->api()->send(Call::put(QStringLiteral("me/notification-settings"), body), this,
                          [this, before](const Answer &answer) {
                              m_settings = answer.ok ? answer.body : before;
                              Q_EMIT changed();
                              if (!answer.ok)
                                  Q_EMIT failed(client::errorText(answer.error));
                          });
}

void ExportViewModel::begin()
{
    connect(client()->ws(), &client::WsClient::frameArrived, this, [this](const QString &type) {
        if (type == QLatin1String("notification") && stage() == QLatin1String("queued"))
            reload();
    });
    reload();
}

void ExportViewModel::reload()
{
    if (m_state.isEmpty())
        setPhase(Loading);
    get(QStringLiteral("me/export/archive"), {}, [this](const Answer &answer) {
        if (answer.ok)
            show(answer.body);
        else if (m_state.isEmpty())
            setFailed(answer);
    });
}

void ExportViewModel::show(const QJsonObject &state)
{
    m_state = state;
    Q_EMIT changed();
    setPhase(Ready);
}

QString ExportViewModel::detail() const
{
    const auto moment = [this](const char *name) { return double(client::Format::millis(m_state.value(QLatin1String(name)))); };
    if (stage() == QLatin1String("queued"))
        return tr("Asked for %1").arg(client::Format::moment(moment("created_at")));
    if (stage() != QLatin1String("ready"))
        return {};
    const QString size =
        QLocale().formattedDataSize(qint64(m_state.value(QLatin1String("size_bytes")).toDouble()), 1, QLocale::DataSizeSIFormat);
    return tr("%1, of %2. It can be saved until %3.")
        .arg(size, client::Format::moment(moment("ready_at")), client::Format::date(moment("expires_at")));
}

void ExportViewModel::ask()
{
    order(Call::post(QStringLiteral("me/export")), [this](const Answer &answer) { show(answer.body); });
}

void ExportViewModel::save()
{
    const QString id = word(m_state, "id");
    if (!id.isEmpty())
        saveFromServer(QStringLiteral("me/export/%1/archive").arg(id), QStringLiteral("CarGo-my-data.zip"));
}

void ClosureViewModel::reload()
{
    setPhase(Loading);
    get(QStringLiteral("me/closure"), {}, [this](const Answer &answer) {
        if (!answer.ok) {
            setFailed(answer);
            return;
        }
        m_blockers = answer.body.value(QLatin1String("blockers")).toArray();
        m_request = answer.body.value(QLatin1String("request")).toObject();
        Q_EMIT changed();
        setPhase(Ready);
    });
}

QString ClosureViewModel::request() const
{
    const QString status = word(m_request, "status");
    return status == QLatin1String("open") || status == QLatin1String("refused") ? status : QString();
}

void ClosureViewModel::askLater()
{
    order(Call::post(QStringLiteral("me/closure")), [this](const Answer &) { reload(); });
}

void ClosureViewModel::takeBack()
{
    order(Call::remove(QStringLiteral("me/closure")), [this](const Answer &) { reload(); });
}

QVariantList ClosureViewModel::blockers() const
{
    QVariantList list;
    for (const QJsonValue &value : m_blockers) {
        const QJsonObject blocker = value.toObject();
        const QString code = word(blocker, "code");
        list.append(QVariantMap{
            {QStringLiteral("text"), code == QLatin1String("dispute_open")      ? tr("A problem is not decided yet")
                                     : code == QLatin1String("money_under_way") ? tr("Money is on its way")
                                                                                : tr("The deal is running")},
            {QStringLiteral("detail"), code == QLatin1String("dispute_open") ? tr("Wait for the decision or take the report back")
                                       : code == QLatin1String("money_under_way") ? tr("Wait until the bank has finished")
                                                                                  : tr("Bring it to its end, or cancel it")},
            {QStringLiteral("number"), word(blocker, "number")},
            {QStringLiteral("dealId"), word(blocker, "deal_id")}});
    }
    return list;
}

void ClosureViewModel::close()
{
    if (busy())
        return;
    setBusy(true);
    client()->api()->send(Call::remove(QStringLiteral("me")), this, [this](const Answer &answer) {
        setBusy(false);
        if (answer.ok) {
            Q_EMIT closed();
            client()->session()->signOut();
            return;
        }
        if (answer.error.code == ErrorCode::Conflict || answer.status == 409)
            reload(); // something has begun meanwhile: the list says what
        Q_EMIT failed(client::errorText(answer.error));
    });
}

} // namespace cargo::profile
