// Several servers on one database and one Redis: what happens at one is known at the other, and without Redis each goes on.
#include "harness/market.h"
#include "harness/redis_server.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"
#include "server/http/middleware/shared_rate_limit.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
constexpr int kPatienceMs = 20'000;
constexpr int kAuthPerMinute = 60;
const QByteArray kSecret = "one installation, one key, many servers";

bool has(const WsClient &client, const QString &message)
{
    const auto &frames = client.frames();
    return std::any_of(frames.begin(), frames.end(),
                       [&](const QJsonObject &frame) { return frame[u"message"_s][u"id"_s].toString() == message; });
}
} // namespace

class TestServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase();

    void messagesArriveAtTheOther();
    void presenceIsSeenFromTheOther();
    void sessionsEndEverywhere();
    void settingsReachEverybody();
    void limitsAreShared();
    void withoutRedisEachGoesOn();

private:
    TestServer::Change shared(const QByteArray &database);
    bool ready(TestServer &server);
    bool redisOf(TestServer &server);
    QString said(HttpClient &who, const QString &text);

    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<TestServer> m_one, m_two;
    std::unique_ptr<HttpClient> m_driver, m_buyer; // at the first, at the second
    QByteArray m_conversation;
};

TestServer::Change TestServers::shared(const QByteArray &database)
{
    return [=, this](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
        settings.redisUrl = m_redis->url();
        settings.rateAuthPerMinute = kAuthPerMinute;
        if (!database.isEmpty())
            settings.databaseUrl = database;
    };
}

bool TestServers::redisOf(TestServer &server)
{
    const HttpAnswer answer = HttpClient(server.opsUrl()).send("GET", "/readyz", {});
    return answer.status == 200 && answer.json()[u"checks"_s][u"redis"_s].toBool();
}

bool TestServers::ready(TestServer &server)
{
    return QTest::qWaitFor([&] { return redisOf(server); }, kPatienceMs);
}

void TestServers::initTestCase()
{
    log::setLevel("error");
    m_redis = std::make_unique<RedisServer>();
    m_one = std::make_unique<TestServer>(shared({}));
    m_two = std::make_unique<TestServer>(shared(m_one->database().url()));
    m_driver = std::make_unique<HttpClient>(m_one->url());
    m_driver->signUp("driver", u"Driver"_s);
    const QByteArray car = newCar(*m_driver);
    m_buyer = std::make_unique<HttpClient>(m_two->url());
    m_buyer->signUp("buyer", u"Buyer"_s);
    m_conversation = m_buyer->post("/listings/" + car + "/conversations").text(u"id"_s).toLatin1();
    QVERIFY(!m_conversation.isEmpty());
}

void TestServers::init() { QVERIFY(ready(*m_one) && ready(*m_two)); }

void TestServers::cleanupTestCase()
{
    m_two.reset();
    m_one.reset();
    m_redis.reset();
}

QString TestServers::said(HttpClient &who, const QString &text)
{
    const QString clientId = newUuid(m_one->clock().now()).toString();
    const HttpAnswer answer = who.post("/conversations/" + m_conversation + "/messages",
                                       {{u"client_id"_s, clientId}, {u"body"_s, text}, {u"attachments"_s, QJsonArray()}});
    return answer.text(u"id"_s);
}

void TestServers::messagesArriveAtTheOther()
{
    WsClient driver(m_one->port()), buyer(m_two->port());
    QVERIFY(driver.connectAndSignIn(m_driver->token()) && buyer.connectAndSignIn(m_buyer->token()));
    const QString there = said(*m_driver, u"There and"_s);
    QVERIFY(!there.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(has(buyer, there), kPatienceMs);
    const QString back = said(*m_buyer, u"back"_s);
    QTRY_VERIFY_WITH_TIMEOUT(has(driver, back), kPatienceMs);
    driver.send({{u"type"_s, u"typing"_s}, {u"conversation_id"_s, QString::fromLatin1(m_conversation)}, {u"active"_s, true}});
    QCOMPARE(buyer.take(u"typing"_s)[u"conversation_id"_s].toString().toLatin1(), m_conversation);
}

void TestServers::presenceIsSeenFromTheOther()
{
    const QJsonObject opened{{u"type"_s, u"subscribe"_s}, {u"conversation_id"_s, QString::fromLatin1(m_conversation)}};
    WsClient buyer(m_two->port());
    QVERIFY(buyer.connectAndSignIn(m_buyer->token()));
    const auto online = [&] {
        std::optional<bool> told;
        for (const QJsonObject &frame : buyer.frames()) {
            if (frame[u"type"_s] == u"presence"_s)
                told = frame[u"online"_s].toBool();
        }
        return told;
    };
    buyer.send(opened);
    QTRY_COMPARE_WITH_TIMEOUT(online(), std::optional(false), kPatienceMs);
    {
        WsClient driver(m_one->port());
        QVERIFY(driver.connectAndSignIn(m_driver->token()));
        QTRY_COMPARE_WITH_TIMEOUT(online(), std::optional(true), kPatienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(online(), std::optional(false), kPatienceMs);
}

void TestServers::sessionsEndEverywhere()
{
    HttpClient here(m_one->url()), there(m_two->url());
    here.signUp();
    there.setToken(here.token());
    QCOMPARE(there.get("/me").status, 200);
    WsClient socket(m_two->port());
    QVERIFY(socket.connectAndSignIn(here.token()));
    QVERIFY(here.post("/auth/logout").status < 300);
    QTRY_COMPARE_WITH_TIMEOUT(there.get("/me").status, 401, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(socket.closeCode(), 4401, kPatienceMs);
}

void TestServers::settingsReachEverybody()
{
    HttpClient admin(m_one->url());
    const UserId id = *UserId::fromText(QStringView(admin.signUp().text(u"user.id"_s)));
    m_one->sql("update users set role = 'staff', permissions = " + QByteArray::number(quint32(Permission::Admin))
               + " where id = '" + id.toText() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    admin.setToken(tokens.issue({id, m_one->session(id), Role::Staff, quint32(Permission::Admin)}, m_one->clock().now()));
    const QByteArray car = newCar(*m_driver);
    const auto clock = [&](TestServer &server) {
        return HttpClient(server.url()).get("/listings/" + car + "/quote").json()[u"clocks"_s][u"payment_s"_s].toInt();
    };
    const auto put = [&](const QString &value) {
        return admin.put("/admin/settings/payment-deadline", {{u"value"_s, value}, {u"reason"_s, u"A test"_s}}).status;
    };
    QCOMPARE(put(u"40m"_s), 200);
    QTRY_COMPARE_WITH_TIMEOUT(clock(*m_two), 2'400, kPatienceMs);
    // Changed while nobody could be told.
    m_redis->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!redisOf(*m_one) && !redisOf(*m_two), kPatienceMs);
    QCOMPARE(put(u"50m"_s), 200);
    QTRY_COMPARE_WITH_TIMEOUT(clock(*m_one), 3'000, kPatienceMs);
    QCOMPARE(clock(*m_two), 2'400);
    m_redis->start();
    QTRY_COMPARE_WITH_TIMEOUT(clock(*m_two), 3'000, kPatienceMs);
}

// Who spreads his guesses over the servers has no more of them.
void TestServers::limitsAreShared()
{
    const QJsonObject guess{{u"email"_s, u"nobody@example.org"_s}, {u"password"_s, u"wrong wrong wrong"_s}};
    int taken = 0;
    for (int i = 0; i < 30; ++i) {
        for (TestServer *server : {m_one.get(), m_two.get()}) {
            server->clock().advance(http::SharedRateLimiter::kGatherMs);
            taken += HttpClient(server->url()).post("/auth/login", guess).status == 429 ? 0 : 1;
        }
    }
    // What may come at once and what fills in six seconds, of one bucket; two would give twice as much.
    const int one = kAuthPerMinute / limits::kBurstPart + kAuthPerMinute / 10;
    QVERIFY2(taken <= one + 2, qPrintable(QString::number(taken)));
    QVERIFY(taken >= kAuthPerMinute / 10);
}

void TestServers::withoutRedisEachGoesOn()
{
    WsClient driver(m_one->port()), buyer(m_two->port());
    QVERIFY(driver.connectAndSignIn(m_driver->token()) && buyer.connectAndSignIn(m_buyer->token()));
    m_redis->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!redisOf(*m_one) && !redisOf(*m_two), kPatienceMs);
    QCOMPARE(HttpClient(m_one->opsUrl()).send("GET", "/readyz", {}).status, 200);
    QStringList ids;
    for (int i = 0; i < 30; ++i)
        ids << said(i % 2 ? *m_driver : *m_buyer, u"word %1"_s.arg(i));
    QVERIFY(!ids.contains(QString()));
    // The outbox is carried by one of the two: its own people hear at once.
    m_redis->start();
    for (const QString &id : ids)
        QTRY_VERIFY_WITH_TIMEOUT(has(driver, id) && has(buyer, id), kPatienceMs);
    QVERIFY(driver.isOpen() && buyer.isOpen());
    qint64 last = 0;
    for (const QJsonObject &frame : buyer.frames()) {
        if (const qint64 seq = frame[u"seq"_s].toInteger(); frame.contains(u"seq"_s) && frame[u"type"_s] != u"ready"_s) {
            QVERIFY(seq > last); // in order, and nothing twice
            last = seq;
        }
    }
}

QTEST_GUILESS_MAIN(TestServers)
#include "tst_servers.moc"
