#include "harness/http_rig.h"
#include "harness/test_database.h"

#include "server/db/transaction.h"
#include "server/jobs/idempotency.h"

#include <QCoroTimer>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace std::chrono_literals;

namespace {
db::Database *database = nullptr; // of the rig; used on its thread only
std::atomic<int> commits{0};
std::atomic<int> runs{0};

struct Tokens final : Authenticator
{
    Result<Principal> authenticate(QByteArrayView token, Timestamp) const override
    {
        Principal principal;
        principal.user.uuid.bytes[0] = quint8(token.front());
        return principal;
    }
};
const Tokens kTokens;

// A write like any other: slow enough that two of them overlap.
QCoro::Task<Result<QByteArray>> create(CallContextPtr context)
{
    const QByteArray answer = "{\"number\":" + QByteArray::number(++runs) + "}";
    auto begun = co_await database->begin(context);
    if (!begun)
        co_return begun.error();
    db::Transaction tx = *begun;
    co_await QCoro::sleepFor(50ms);
    auto stored = co_await jobs::remember(tx, 201, answer);
    CARGO_CO_TRY(stored);
    auto committed = co_await tx.commit();
    CARGO_CO_TRY(committed);
    ++commits;
    co_return answer;
}

QCoro::Task<http::Response> things(http::RequestPtr request)
{
    auto created = co_await create(request->context);
    if (!created)
        co_return http::Response::error(created.error());
    co_return http::Response::json(201, *created);
}

QByteArray post(const QByteArray &user, const QByteArray &key, const QByteArray &body, const QByteArray &path = "/things")
{
    return "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + user + "\r\nIdempotency-Key: " + key
           + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}
} // namespace

// The same key gives the same answer, once; another request with it is refused; keys of two users never meet.
class HttpIdempotencyTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_rig.reset(); }
    void init() { runs = commits = 0; }
    void repeatedRequestRunsOnce();
    void anotherBodyIsRefused();
    void anotherPathIsRefused();
    void usersDoNotMeet();
    void overlappingRequestsCommitOnce();

private:
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<HttpRig> m_rig;
};

void HttpIdempotencyTest::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    HttpRig::Options options;
    options.authenticator = &kTokens;
    options.database.url = m_database->url();
    options.limits.handleMs = 10'000;
    m_rig = std::make_unique<HttpRig>(
        [](http::Router &router) {
            router.add(http::Method::Post, "/things", {.idempotent = true}, things);
            router.add(http::Method::Post, "/others", {.idempotent = true}, things);
        },
        options);
    database = m_rig->database();
}

void HttpIdempotencyTest::repeatedRequestRunsOnce()
{
    HttpPeer peer = m_rig->connect();
    const auto first = peer.ask(post("a", "repeat", "{}"));
    QCOMPARE(first.status, 201);
    QVERIFY(first.header("idempotency-replayed").isEmpty());
    for (int i = 0; i < 3; ++i) {
        const auto again = peer.ask(post("a", "repeat", "{}"));
        QCOMPARE(again.status, 201);
        QCOMPARE(again.body, first.body);
        QCOMPARE(again.header("idempotency-replayed"), QByteArray("true"));
        QCOMPARE(again.header("content-type"), QByteArray("application/json"));
    }
    QCOMPARE(runs.load(), 1);
}

void HttpIdempotencyTest::anotherBodyIsRefused()
{
    HttpPeer peer = m_rig->connect();
    QCOMPARE(peer.ask(post("a", "body", "{}")).status, 201);
    const auto refused = peer.ask(post("a", "body", "{ }"));
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("\"code\":\"idempotency_key_reused\""));
    QCOMPARE(runs.load(), 1);
}

void HttpIdempotencyTest::anotherPathIsRefused()
{
    HttpPeer peer = m_rig->connect();
    QCOMPARE(peer.ask(post("a", "path", "{}")).status, 201);
    QCOMPARE(peer.ask(post("a", "path", "{}", "/others")).status, 422);
    QCOMPARE(peer.ask(post("a", "path", "{}", "/things?x=1")).status, 422);
}

void HttpIdempotencyTest::usersDoNotMeet()
{
    HttpPeer peer = m_rig->connect();
    QCOMPARE(peer.ask(post("a", "shared", "{}")).body, QByteArray("{\"number\":1}"));
    QCOMPARE(peer.ask(post("b", "shared", "{\"other\":1}")).body, QByteArray("{\"number\":2}"));
    QCOMPARE(peer.ask(post("a", "shared", "{}")).body, QByteArray("{\"number\":1}"));
}

void HttpIdempotencyTest::overlappingRequestsCommitOnce()
{
    std::vector<HttpPeer> peers;
    for (int i = 0; i < 4; ++i) {
        peers.push_back(m_rig->connect());
        QVERIFY(peers.back().send(post("c", "overlap", "{}")));
    }
    peers.push_back(m_rig->connect());
    QVERIFY(peers.back().send(post("c", "overlap", "{\"different\":true}")));
    QList<QByteArray> bodies;
    int refused = 0;
    for (HttpPeer &peer : peers) {
        const auto answer = peer.read(false, 10'000);
        if (answer.status == 422)
            ++refused;
        else if (answer.status == 201 && !bodies.contains(answer.body))
            bodies.append(answer.body);
        else
            QCOMPARE(answer.status, 201);
    }
    QCOMPARE(commits.load(), 1);
    QCOMPARE(bodies.size(), 1);
    // The different one is refused, or it was first and the four others are.
    QVERIFY(refused == 1 || refused == 4);
}

QTEST_GUILESS_MAIN(HttpIdempotencyTest)
#include "tst_http_idempotency.moc"
