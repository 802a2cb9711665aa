#pragma once

#include "harness/ws_rig.h"

#include "server/chat/chat_feature.h"
#include "server/http/response.h"
#include "server/notifications/notification_feature.h"

#include <QCoroTask>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

struct pg_conn;

namespace cargo::test {

struct Reply
{
    int status = 0;
    QByteArray body;
    QJsonObject json;
    QList<std::pair<QByteArray, QByteArray>> headers;

    QString code() const { return json.value(QLatin1String("code")).toString(); }
    QByteArray header(const QByteArray &name) const;
};

struct Talk
{
    ConversationId id;
    UserId buyer;
    UserId driver;
};

// Chat and notifications on one thread with a real database, called through its routes. The tables are emptied first.
class ChatRig
{
public:
    ChatRig();
    ~ChatRig();

    UserId user(const QByteArray &role);
    ListingId listing(UserId driver, const QByteArray &status = "published");
    MediaId media(UserId owner);
    ConversationId conversation(UserId buyer, UserId driver);
    Talk talk();

    Reply put(UserId user, const QByteArray &path, const QByteArray &body);
    Reply patch(UserId user, const QByteArray &path, const QByteArray &body);
    Reply remove(UserId user, const QByteArray &path);
    Reply get(UserId user, const QByteArray &target, Role role = Role::Buyer, quint32 permissions = 0);
    Reply post(UserId user, const QByteArray &path, const QByteArray &body, Role role = Role::Buyer, const QByteArray &key = {});
    Reply send(UserId user, ConversationId id, const QByteArray &text, std::optional<Uuid> clientId = {},
               const QByteArray &key = {});
    // As another server would, with its own memory.
    Reply sendWith(chat::ChatMemory &other, UserId user, ConversationId id, const QByteArray &text);
    QList<Reply> sendAtOnce(UserId user, ConversationId id, int count, const QByteArray &text, std::function<Uuid(int)> clientId);
    // A signed-in socket of this user.
    std::unique_ptr<WsPeer> socket(UserId user, qint64 lastSeq = -1);
    using JobMethod = QCoro::Task<Outcome> (chat::ChatJob::*)(CallContextPtr, jobs::StoredEvent);
    Outcome job(JobMethod method, const QByteArray &topic, const QByteArray &payload);

    void sql(const QByteArray &statement);
    QByteArray scalar(const QByteArray &query); // first column of the first row

    FixedClock clock;
    config::Settings settings;
    InProcessBus bus;
    CpuPool cpu;
    db::Database database;
    Runtime runtime;
    chat::ChatMemory memory{0};
    ws::Directory directory;
    chat::ChatFeature feature;
    notifications::NotificationFeature notifications;
    http::Router router;
    ws::EventLogStore log;
    TokenTable tokens;
    ws::Hub hub;

private:
    http::RequestPtr request(http::Method method, UserId user, const QByteArray &target, const QByteArray &body, Role role,
                             quint32 permissions, const QByteArray &key, http::Router::Match *match, http::Router &on);
    Reply run(http::Method method, UserId user, const QByteArray &target, const QByteArray &body, Role role, quint32 permissions,
              const QByteArray &key, http::Router &on);

    pg_conn *m_sql;
    qint64 m_made = 0;
};

} // namespace cargo::test
