#include "harness/chat_rig.h"

#include "harness/test_database.h"

#include "server/http/problem.h"

#include <QCoreApplication>

#include <libpq-fe.h>
#include <sys/socket.h>

namespace cargo::test {

namespace {
// One for the whole program: a rig empties the tables of chat, users and listings of earlier ones stay.
QByteArray databaseUrl()
{
    static const TestDatabase database;
    return database.url();
}
QByteArray messageBody(const QByteArray &text, const Uuid &clientId)
{
    QJsonObject object{{QStringLiteral("client_id"), clientId.toString()}, {QStringLiteral("body"), QString::fromUtf8(text)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}
Reply replyOf(http::Response response)
{
    http::renderProblem(response, Locale::En, {});
    Reply reply;
    reply.status = response.status;
    reply.body = response.body;
    reply.json = QJsonDocument::fromJson(response.body).object();
    reply.headers = {response.headers.begin(), response.headers.end()};
    return reply;
}
} // namespace

QByteArray Reply::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

ChatRig::ChatRig()
    : database(db::DatabaseOptions{.url = databaseUrl()}), runtime{database, settings, clock, bus, cpu},
      directory(bus, WsRig::quick()), feature(runtime, memory, &directory), notifications(runtime), log(database),
      hub(directory, log, tokens, clock), m_sql(PQconnectdb(databaseUrl().constData()))
{
    if (PQstatus(m_sql) != CONNECTION_OK)
        qFatal("no database: %s", PQerrorMessage(m_sql));
    for (const char *table :
         {"message_versions", "message_drafts", "messages", "mutes", "user_mutes", "blocks", "deals", "conversations",
          "notifications", "user_events", "user_event_counters", "outbox", "idempotency_keys"})
        sql(QByteArray("delete from ") + table);
    feature.registerOn(router);
    feature.registerOn(hub);
    notifications.registerOn(router);
}

std::unique_ptr<WsPeer> ChatRig::socket(UserId user, qint64 lastSeq)
{
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) != 0)
        qFatal("no socket pair");
    auto peer = std::make_unique<WsPeer>(ends[1]);
    hub.adopt(ends[0], WsRig::request(WsPeer::upgradeHead()));
    peer->auth(TokenTable::tokenOf(user), lastSeq);
    return peer;
}

ChatRig::~ChatRig() { PQfinish(m_sql); }

void ChatRig::sql(const QByteArray &statement) { scalar(statement); }

QByteArray ChatRig::scalar(const QByteArray &query)
{
    PGresult *result = PQexec(m_sql, query.constData());
    const auto status = PQresultStatus(result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        qFatal("%s: %s", query.constData(), PQerrorMessage(m_sql));
    const QByteArray value = PQntuples(result) > 0 ? QByteArray(PQgetvalue(result, 0, 0)) : QByteArray();
    PQclear(result);
    return value;
}

UserId ChatRig::user(const QByteArray &role)
{
    const UserId id = UserId::make(clock.at);
    const QByteArray number = QByteArray::number(++m_made); // ids are random: rows of tests before stay
    sql("insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at) values ('" + id.toText()
        + "', '" + id.toText() + "@example.org', 'x', '" + role + "', 'User " + number + "', '{\"id\":\"" + id.toText()
        + "\"}', '" + clock.at.toRfc3339() + "', '" + clock.at.toRfc3339() + "')");
    return id;
}

ListingId ChatRig::listing(UserId driver, const QByteArray &status)
{
    const ListingId id = ListingId::make(clock.at);
    sql("insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency, "
        "delivery_eta_days, card, created_at, updated_at) values ('"
        + id.toText() + "', '" + driver.toText() + "', '" + status
        + "', 'Kia', 'Rio', 2019, 87000, 'KR', 265000000, 'RUB', 30, '{\"brand\":\"Kia\"}', '" + clock.at.toRfc3339() + "', '"
        + clock.at.toRfc3339() + "')");
    return id;
}

MediaId ChatRig::media(UserId owner)
{
    const MediaId id = MediaId::make(clock.at);
    sql("insert into media (id, owner_id, sha256, width, height, size_bytes, created_at) values ('" + id.toText() + "', '"
        + owner.toText() + "', '\\x00', 1, 1, 1, '" + clock.at.toRfc3339() + "')");
    return id;
}

ConversationId ChatRig::conversation(UserId buyer, UserId driver)
{
    const Reply reply = post(buyer, "/api/v1/listings/" + listing(driver).toText() + "/conversations", "{}");
    const auto id = ConversationId::fromText(QStringView(reply.json.value(QLatin1String("id")).toString()));
    if (!id)
        qFatal("no conversation: %s", reply.body.constData());
    return *id;
}

Talk ChatRig::talk()
{
    Talk talk;
    talk.buyer = user("buyer");
    talk.driver = user("driver");
    talk.id = conversation(talk.buyer, talk.driver);
    return talk;
}

http::RequestPtr ChatRig::request(http::Method method, UserId user, const QByteArray &target, const QByteArray &body, Role role,
                                  quint32 permissions, const QByteArray &key, http::Router::Match *match, http::Router &on)
{
    auto request = std::make_shared<http::Request>();
    const qsizetype question = target.indexOf('?');
    request->method = method;
    request->path = question < 0 ? target : target.left(question);
    request->query = question < 0 ? QByteArray() : target.mid(question + 1);
    request->body = body;
    request->context = std::make_shared<CallContext>(clock.at, clock.at.plusMs(30'000));
    request->context->principal = Principal{user, SessionId{}, role, permissions};
    if (!key.isEmpty())
        request->context->idempotency = IdempotencyKey{key, QByteArray(32, 'h')};
    *match = on.match(method, request->path);
    request->params = match->params;
    return request;
}

Reply ChatRig::run(http::Method method, UserId user, const QByteArray &target, const QByteArray &body, Role role,
                   quint32 permissions, const QByteArray &key, http::Router &on)
{
    http::Router::Match match;
    const auto r = request(method, user, target, body, role, permissions, key, &match, on);
    if (!match.route)
        qFatal("no route for %s", target.constData());
    return replyOf(QCoro::waitFor(match.route->handler(r)));
}

Reply ChatRig::get(UserId user, const QByteArray &target, Role role, quint32 permissions)
{
    return run(http::Method::Get, user, target, {}, role, permissions, {}, router);
}

Reply ChatRig::post(UserId user, const QByteArray &path, const QByteArray &body, Role role, const QByteArray &key)
{
    return run(http::Method::Post, user, path, body, role, 0, key, router);
}

Reply ChatRig::put(UserId user, const QByteArray &path, const QByteArray &body)
{
    return run(http::Method::Put, user, path, body, Role::Buyer, 0, {}, router);
}

Reply ChatRig::patch(UserId user, const QByteArray &path, const QByteArray &body)
{
    return run(http::Method::Patch, user, path, body, Role::Buyer, 0, {}, router);
}

Reply ChatRig::remove(UserId user, const QByteArray &path)
{
    return run(http::Method::Delete, user, path, {}, Role::Buyer, 0, {}, router);
}

Reply ChatRig::send(UserId user, ConversationId id, const QByteArray &text, std::optional<Uuid> clientId, const QByteArray &key)
{
    const QByteArray body = messageBody(text, clientId.value_or(newUuid(clock.at)));
    return post(user, "/api/v1/conversations/" + id.toText() + "/messages", body, Role::Buyer, key);
}

Reply ChatRig::sendWith(chat::ChatMemory &other, UserId user, ConversationId id, const QByteArray &text)
{
    chat::ChatFeature far(runtime, other, &directory);
    http::Router farRouter;
    far.registerOn(farRouter);
    const QByteArray path = "/api/v1/conversations/" + id.toText() + "/messages";
    return run(http::Method::Post, user, path, messageBody(text, newUuid(clock.at)), Role::Buyer, 0, {}, farRouter);
}

QList<Reply> ChatRig::sendAtOnce(UserId user, ConversationId id, int count, const QByteArray &text,
                                 std::function<Uuid(int)> clientId)
{
    std::vector<QCoro::Task<http::Response>> tasks;
    for (int i = 0; i < count; ++i) {
        http::Router::Match match;
        const auto r = request(http::Method::Post, user, "/api/v1/conversations/" + id.toText() + "/messages",
                               messageBody(text, clientId(i)), Role::Buyer, 0, {}, &match, router);
        tasks.push_back(match.route->handler(r));
    }
    QList<Reply> replies;
    for (auto &task : tasks)
        replies << replyOf(QCoro::waitFor(std::move(task)));
    return replies;
}

Outcome ChatRig::job(JobMethod method, const QByteArray &topic, const QByteArray &payload)
{
    auto context = std::make_shared<CallContext>(clock.at, clock.at.plusMs(30'000));
    jobs::StoredEvent event{1, {topic, "key", payload}, clock.at};
    return QCoro::waitFor((feature.job.*method)(context, event));
}

} // namespace cargo::test
