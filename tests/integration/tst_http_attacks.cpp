#include "harness/http_rig.h"

#include <QCoroTimer>
#include <QTest>

#include <coroutine>

#include <sys/socket.h>
#include <unistd.h>

using namespace cargo;
using namespace cargo::test;
using namespace std::chrono_literals;

namespace {
const QByteArray H = "Host: x\r\n";
const QByteArray G = "GET /ping HTTP/1.1\r\nHost: x\r\n\r\n";

QByteArray post(const QByteArray &headers, const QByteArray &rest = {})
{
    return "POST /echo HTTP/1.1\r\n" + H + headers + "\r\n" + rest;
}
QByteArray get(const QByteArray &target) { return "GET " + target + " HTTP/1.1\r\n" + H + "\r\n"; }

std::atomic<int> startedCalls{0};
std::atomic<int> cancelledCalls{0};

// Waits until nobody waits for the answer any more.
struct UntilCancelled
{
    CallContextPtr context;
    bool await_ready() const { return context->cancelled(); }
    void await_suspend(std::coroutine_handle<> awaiting)
    {
        context->onCancel([awaiting] { awaiting.resume(); });
    }
    void await_resume() const {}
};

QCoro::Task<http::Response> ping(http::RequestPtr) { co_return http::Response::json(200, "{\"ok\":true}"); }
QCoro::Task<http::Response> echo(http::RequestPtr request)
{
    co_return http::Response::json(200, QByteArray::number(request->body.size()));
}
QCoro::Task<http::Response> slow(http::RequestPtr)
{
    co_await QCoro::sleepFor(80ms);
    co_return http::Response::json(200, "{\"slow\":true}");
}
QCoro::Task<http::Response> hang(http::RequestPtr request)
{
    ++startedCalls;
    UntilCancelled cancelled{request->context}; // GCC 12 would copy a braced awaiter bit by bit
    co_await cancelled;
    ++cancelledCalls;
    co_return http::Response::error({ErrorCode::Cancelled, {}, {}});
}
QCoro::Task<http::Response> large(http::RequestPtr) { co_return http::Response::json(200, QByteArray(8'000'000, 'x')); }
QCoro::Task<http::Response> thing(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return http::Response::error({ErrorCode::NotFound, {}, {}});
    co_return http::Response::json(200, id->toText());
}

void routes(http::Router &router)
{
    const http::RouteOptions open{.access = http::Access::Public};
    router.add(http::Method::Get, "/ping", open, ping);
    router.add(http::Method::Post, "/echo", open, echo);
    router.add(http::Method::Get, "/slow", open, slow);
    router.add(http::Method::Get, "/hang", open, hang);
    router.add(http::Method::Get, "/large", open, large);
    router.add(http::Method::Get, "/things/{id}", open, thing);
}
} // namespace

// What hostile, broken and impatient clients send. Every refusal is a problem that the client really sees.
class HttpAttacksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<HttpRig>(routes); }
    void cleanupTestCase() { m_rig.reset(); }
    void probes_data();
    void probes();
    void refusalIsAProblem();
    void pipelinedAnswersKeepTheirOrder();
    void clientVanishesWhileAHandlerWaits();
    void handlerThatNeverEndsIsCancelled();
    void slowHeadIsTimedOut();
    void slowBodyIsTimedOut();
    void silentConnectionsAreClosed();
    void splitAnywhereIsTheSame();
    void continueIsSaid();
    void hugeBodyIsRefusedInFlatMemory_data();
    void hugeBodyIsRefusedInFlatMemory();
    void endlessHeadersAreRefusedInFlatMemory();
    void floodBehindASlowRequestWaitsInTheKernel();
    void readerThatStandsStillIsCutOff();
    void connectionsOfOneAddressAreBounded();
    void upgradeIsHandedOver();
    void upgradeOnAUsedConnection();
    void badUpgrades_data();
    void badUpgrades();
    void drainLetsRequestsEnd();

private:
    std::unique_ptr<HttpRig> m_rig; // for the probes
};

void HttpAttacksTest::probes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<int>>("statuses");
    QTest::addColumn<bool>("closes");
    using L = QList<int>;
    const auto row = [](const char *name, const QByteArray &bytes, const L &statuses, bool closes = false) {
        QTest::newRow(name) << bytes << statuses << closes;
    };
    row("plain", G, {200});
    row("three in a row", G + G + G, {200, 200, 200});
    row("slow, then fast", get("/slow") + G, {200, 200});
    row("slow, POST, fast", get("/slow") + post("Content-Length: 5\r\n", "hello") + G, {200, 200, 200});
    row("empty lines before", "\r\n\r\n" + G, {200});
    row("length and transfer coding",
        post("Content-Length: 44\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /ping HTTP/1.1\r\nHost: evil\r\n\r\n"), {400},
        true);
    row("odd transfer coding", post("Transfer-Encoding: xchunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), {411}, true);
    row("transfer coding gzip", post("Transfer-Encoding: gzip\r\n", G), {411}, true);
    row("chunked", post("Transfer-Encoding: chunked\r\n", "5\r\nhello\r\n0\r\n\r\n"), {411}, true);
    const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
    row("chunk of a negative size", post(chunked, "-5\r\nhello\r\n0\r\n\r\n"), {411}, true);
    row("chunk of a huge size", post(chunked, "ffffffffffffffff\r\nhello\r\n0\r\n\r\n"), {411}, true);
    row("chunks, a trailer, a request", post(chunked, "5\r\nhello\r\n0\r\nX-T: 1\r\n\r\n" + G), {411}, true);
    row("two transfer codings", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n" + G), {411}, true);
    row("two lengths", post("Content-Length: 0\r\nContent-Length: 30\r\n", G), {400}, true);
    row("length abc", post("Content-Length: abc\r\n", G), {400}, true);
    row("length -5", post("Content-Length: -5\r\n", G), {400}, true);
    row("length +5", post("Content-Length: +5\r\n", "hello"), {400}, true);
    row("length 2^64-1", post("Content-Length: 18446744073709551615\r\n", G), {400}, true);
    row("length 2^63", post("Content-Length: 9223372036854775808\r\n", G), {400}, true);
    row("length list", post("Content-Length: 5, 5\r\n", "hello"), {400}, true);
    row("length empty", post("Content-Length:\r\n", G), {400}, true);
    row("blank before colon", post("Content-Length : 5\r\n", "hello"), {400}, true);
    row("folded line", "GET /ping HTTP/1.1\r\n" + H + "X-A: b\r\n c\r\n\r\n", {400}, true);
    row("bare LF", "GET /ping HTTP/1.1\nHost: x\n\n", {400}, true);
    row("bare CR", "GET /ping HTTP/1.1\r\n" + H + "X: a\rContent-Length: 5\r\n\r\n", {400}, true);
    row("NUL in a value", "GET /ping HTTP/1.1\r\n" + H + QByteArray("X: a\0b\r\n\r\n", 10), {400}, true);
    row("header without a name", "GET /ping HTTP/1.1\r\n" + H + ": a\r\n\r\n", {400}, true);
    row("header without a colon", "GET /ping HTTP/1.1\r\n" + H + "abc\r\n\r\n", {400}, true);
    row("HTTP/1.0 without host", "GET /ping HTTP/1.0\r\n\r\n", {200}, true);
    row("HTTP/1.1 without host", "GET /ping HTTP/1.1\r\n\r\n", {400}, true);
    row("HTTP/2.0", "GET /ping HTTP/2.0\r\n" + H + "\r\n", {505}, true);
    row("HTTP/x", "GET /ping HTTP/x\r\n" + H + "\r\n", {400}, true);
    row("no version", "GET /ping\r\n" + H + "\r\n", {400}, true);
    row("close asked", "GET /ping HTTP/1.1\r\n" + H + "Connection: close\r\n\r\n" + G, {200}, true);
    row("close in a list", "GET /ping HTTP/1.1\r\n" + H + "Connection: x, Close\r\n\r\n", {200}, true);
    row("odd expectation", post("Content-Length: 5\r\nExpect: magic\r\n", "hello"), {417}, true);
    row("%00 in the path", get("/ping%00x"), {400});
    row("NUL in the path", "GET /ping" + QByteArray("\0x", 2) + " HTTP/1.1\r\n" + H + "\r\n", {400}, true);
    row("%00 in the query", get("/ping?brand=Toy%00ota"), {400});
    row("bad UTF-8 in the query", get("/ping?brand=%ff%fe"), {400});
    row("good UTF-8 in the query", get("/ping?brand=%D0%9B%D0%B0%D0%B4%D0%B0"), {200});
    row("half a percent", get("/ping?brand=%4"), {400}, true);
    row("absolute target", get("http://evil/ping"), {400}, true);
    row("double slash", get("//evil/ping"), {400}, true);
    row("asterisk", "OPTIONS * HTTP/1.1\r\n" + H + "\r\n", {400}, true);
    row("fragment", get("/ping#a"), {400}, true);
    row("dots", get("/things/../ping"), {404});
    row("dots encoded", get("/things/%2e%2e/ping"), {404});
    row("dots as a parameter", get("/things/%2e%2e"), {404});
    row("slash encoded", get("/things%2f7"), {404});
    row("slash in a parameter", get("/things/..%2f..%2fetc"), {404});
    row("id too large", get("/things/99999999999999999999"), {404});
    row("bad host", "GET /ping HTTP/1.1\r\nHost: a/b?c@d\r\n\r\n", {400}, true);
    row("port too large", "GET /ping HTTP/1.1\r\nHost: x:99999\r\n\r\n", {400}, true);
    row("two hosts", "GET /ping HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", {400}, true);
    row("IPv6 host", "GET /ping HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n", {200});
    row("unknown method", "BREW /ping HTTP/1.1\r\n" + H + "\r\n", {501}, true);
    row("TRACE", "TRACE /ping HTTP/1.1\r\n" + H + "\r\n", {501}, true);
    row("lower-case method", "get /ping HTTP/1.1\r\n" + H + "\r\n", {501}, true);
    row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n", 15), {400}, true);
    row("wrong method", "DELETE /ping HTTP/1.1\r\n" + H + "\r\n", {405});
    row("no such path", get("/nothing"), {404});
    row("trailing slash", get("/ping/"), {404});
    row("long target", get("/ping?" + QByteArray(9000, 'a')), {414}, true);
    row("very long target", get("/ping?" + QByteArray(40'000, 'a')), {414}, true);
    row("many headers", "GET /ping HTTP/1.1\r\n" + H + QByteArray("X: a\r\n").repeated(150) + "\r\n", {431}, true);
    row("200 KB of headers",
        "GET /ping HTTP/1.1\r\n" + H + QByteArray("X: " + QByteArray(1000, 'a') + "\r\n").repeated(200) + "\r\n", {431}, true);
    row("body too large", post("Content-Length: 100000\r\n"), {413}, true);
    row("body on a GET", "GET /ping HTTP/1.1\r\n" + H + "Content-Length: 5\r\n\r\nhello" + G, {200, 200});
    row("upgrade to something else", "GET /ping HTTP/1.1\r\n" + H + "Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n", {200});
    row("WebSocket elsewhere", "GET /ping HTTP/1.1\r\n" + H + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n", {400}, true);
}

void HttpAttacksTest::probes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<int>, statuses);
    QFETCH(bool, closes);
    HttpPeer peer = m_rig->connect();
    peer.send(bytes);
    QList<int> seen;
    for (qsizetype i = 0; i < statuses.size(); ++i)
        seen.append(peer.read().status);
    QCOMPARE(seen, statuses);
    if (closes)
        QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
    else
        QCOMPARE(peer.ask(G).status, 200);
    QCOMPARE(peer.statuses(0), QList<int>());
    // The server is well.
    QCOMPARE(m_rig->connect().ask(G).status, 200);
}

void HttpAttacksTest::refusalIsAProblem()
{
    HttpRig rig(routes);
    for (const QByteArray &bytes : {QByteArray("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n"), get("/nothing")}) {
        const auto answer = rig.connect().ask(bytes);
        QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
        QCOMPARE(answer.header("x-content-type-options"), QByteArray("nosniff"));
        QVERIFY(!answer.header("x-request-id").isEmpty());
        QVERIFY(answer.body.contains(QByteArray("\"instance\":\"urn:request:" + answer.header("x-request-id"))));
        QVERIFY(answer.body.contains("\"code\":\""));
        QVERIFY(answer.body.contains("\"type\":\"/problems/"));
        QVERIFY(answer.body.contains(QByteArray("\"status\":" + QByteArray::number(answer.status))));
    }
}

void HttpAttacksTest::pipelinedAnswersKeepTheirOrder()
{
    HttpRig rig(routes);
    HttpPeer peer = rig.connect();
    QByteArray burst;
    for (int i = 0; i < 50; ++i)
        burst += (i % 7 == 0 ? get("/slow") : QByteArray())
                 + post("Content-Length: " + QByteArray::number(i) + "\r\n", QByteArray(i, 'z'));
    QVERIFY(peer.send(burst));
    for (int i = 0; i < 50; ++i) {
        if (i % 7 == 0)
            QCOMPARE(peer.read().body, QByteArray("{\"slow\":true}"));
        QCOMPARE(peer.read().body, QByteArray::number(i));
    }
}

void HttpAttacksTest::clientVanishesWhileAHandlerWaits()
{
    HttpRig rig(routes);
    startedCalls = 0;
    cancelledCalls = 0;
    constexpr int kClients = 60;
    int expected = 0;
    for (int i = 0; i < kClients; ++i) {
        HttpPeer peer = rig.connect();
        QVERIFY(peer.send((i % 2 ? get("/hang") : get("/slow")) + (i % 3 == 2 ? get("/hang") : QByteArray())));
        if (i % 2) {
            ++expected;
            QTRY_COMPARE(startedCalls.load(), expected);
        }
        if (i % 4 < 2)
            peer.closeWithReset();
        else
            peer.close();
    }
    QTRY_COMPARE(cancelledCalls.load(), expected);
    // Those that slept have woken to nobody.
    HttpPeer last = rig.connect();
    QCOMPARE(last.ask(get("/slow")).status, 200);
    QCOMPARE(last.ask(G).status, 200);
}

void HttpAttacksTest::handlerThatNeverEndsIsCancelled()
{
    HttpRig rig(routes);
    cancelledCalls = 0;
    HttpPeer peer = rig.connect();
    const auto answer = peer.ask(get("/hang"));
    QCOMPARE(answer.status, 503);
    QVERIFY(answer.body.contains("\"code\":\"unavailable\""));
    QCOMPARE(answer.header("retry-after"), QByteArray("1"));
    QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
    QTRY_COMPARE(cancelledCalls.load(), 1);
}

void HttpAttacksTest::slowHeadIsTimedOut()
{
    HttpRig rig(routes);
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send("GET /ping HTTP/1.1\r\n"));
    // Each byte is in time, the whole is not: the deadline is not renewed.
    HttpPeer::Answer answer;
    for (int i = 0; i < 200 && answer.status == 0; ++i) {
        peer.send("X");
        answer = peer.read(false, 20);
    }
    QCOMPARE(answer.status, 408);
    QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
}

void HttpAttacksTest::slowBodyIsTimedOut()
{
    HttpRig rig(routes);
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send(post("Content-Length: 1000\r\n", "abc")));
    QCOMPARE(peer.read().status, 408);
    QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
}

void HttpAttacksTest::silentConnectionsAreClosed()
{
    HttpRig rig(routes);
    HttpPeer silent = rig.connect();
    HttpPeer idle = rig.connect();
    HttpPeer halfPrefix = rig.connect();
    halfPrefix.send("GET /");
    QCOMPARE(idle.ask(G).status, 200);
    QCOMPARE(silent.waitForEnd(), HttpPeer::End::Closed);
    QCOMPARE(halfPrefix.waitForEnd(), HttpPeer::End::Reset); // its five bytes were never taken
    QCOMPARE(idle.waitForEnd(), HttpPeer::End::Closed);
}

void HttpAttacksTest::splitAnywhereIsTheSame()
{
    HttpRig rig(routes);
    const QByteArray bytes = post("Content-Length: 5\r\n", "hello") + G;
    HttpPeer peer = rig.connect();
    for (qsizetype at = 1; at < bytes.size(); ++at) {
        QVERIFY(peer.send(bytes.left(at)));
        // Gives the first part time to arrive alone: another connection's answer is behind it.
        if (at % 4 == 0)
            QCOMPARE(rig.connect().ask(G).status, 200);
        QVERIFY(peer.send(bytes.mid(at)));
        QCOMPARE(peer.read().body, QByteArray("5"));
        QCOMPARE(peer.read().body, QByteArray("{\"ok\":true}"));
    }
    // Byte by byte, also on a fresh connection, where the front door still looks.
    HttpPeer slow = rig.connect();
    for (const char c : bytes)
        QVERIFY(slow.send(QByteArray(1, c)));
    QCOMPARE(slow.read().body, QByteArray("5"));
    QCOMPARE(slow.read().body, QByteArray("{\"ok\":true}"));
}

void HttpAttacksTest::continueIsSaid()
{
    HttpRig rig(routes);
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send(post("Content-Length: 5\r\nExpect: 100-continue\r\n")));
    QCOMPARE(peer.read().status, 100);
    QVERIFY(peer.send("hello"));
    QCOMPARE(peer.read().body, QByteArray("5"));
    HttpPeer large = rig.connect();
    QVERIFY(large.send(post("Content-Length: 500000\r\nExpect: 100-continue\r\n")));
    QCOMPARE(large.read().status, 413);
}

void HttpAttacksTest::hugeBodyIsRefusedInFlatMemory_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<int>("status");
    QTest::newRow("with a length") << QByteArray("Content-Length: 100000000\r\n") << QByteArray(100'000, 'z') << 413;
    QTest::newRow("chunked") << QByteArray("Transfer-Encoding: chunked\r\n") << "186a0\r\n" + QByteArray(100'000, 'z') + "\r\n"
                             << 411;
}

void HttpAttacksTest::hugeBodyIsRefusedInFlatMemory()
{
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, chunk);
    QFETCH(int, status);
    HttpRig rig(routes);
    QCOMPARE(rig.connect().ask(G).status, 200);
    const qint64 before = residentBytes();
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send(post(header)));
    for (int i = 0; i < 1000 && peer.send(chunk, 1000); ++i) {}
    QCOMPARE(peer.read().status, status);
    QVERIFY2(residentBytes() - before < 8'000'000, qPrintable(QString::number(residentBytes() - before)));
}

void HttpAttacksTest::endlessHeadersAreRefusedInFlatMemory()
{
    HttpRig rig(routes);
    QCOMPARE(rig.connect().ask(G).status, 200);
    const qint64 before = residentBytes();
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send("GET /ping HTTP/1.1\r\n" + H + "X: "));
    const QByteArray chunk(100'000, 'a');
    for (int i = 0; i < 200 && peer.send(chunk, 1000); ++i) {}
    QCOMPARE(peer.read().status, 431);
    QVERIFY2(residentBytes() - before < 8'000'000, qPrintable(QString::number(residentBytes() - before)));
}

void HttpAttacksTest::floodBehindASlowRequestWaitsInTheKernel()
{
    HttpRig rig(routes);
    QCOMPARE(rig.connect().ask(G).status, 200);
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send(get("/slow")));
    const qint64 before = residentBytes();
    const qint64 headBytes = peer.sentBytes();
    const QByteArray burst = G.repeated(1000);
    for (int i = 0; i < 400 && peer.send(burst, 20); ++i) {}
    QVERIFY2(residentBytes() - before < 8'000'000, qPrintable(QString::number(residentBytes() - before)));
    QCOMPARE(peer.read().body, QByteArray("{\"slow\":true}"));
    const qint64 complete = (peer.sentBytes() - headBytes) / G.size();
    QVERIFY(complete > 0);
    for (qint64 i = 0; i < complete; ++i)
        QCOMPARE(peer.read().status, 200);
}

void HttpAttacksTest::readerThatStandsStillIsCutOff()
{
    m_rig.reset(); // its connections would be counted too
    QCOMPARE(openConnections(), 0);
    HttpRig rig(routes);
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send(get("/large") + get("/large") + G));
    QTRY_COMPARE(openConnections(), 1);
    QTRY_COMPARE(openConnections(), 0); // cut off, although the client is still there
    int answers = 0;
    while (peer.read(false, 500).status == 200)
        ++answers;
    QVERIFY(answers < 3);
    QCOMPARE(rig.connect().ask(G).status, 200);
}

void HttpAttacksTest::connectionsOfOneAddressAreBounded()
{
    HttpRig::Options options;
    options.limits.connectionsPerAddress = 64;
    HttpRig rig(routes, options);
    std::vector<HttpPeer> peers;
    int refused = 0;
    for (int i = 0; i < 100; ++i) {
        peers.push_back(rig.connect());
        QVERIFY(peers.back().send(G));
        const auto answer = peers.back().read();
        if (answer.status == 429)
            ++refused;
        else
            QCOMPARE(answer.status, 200);
    }
    QCOMPARE(refused, 36);
    peers.clear();
    QTRY_COMPARE(rig.connect().ask(G).status, 200);
}

namespace {
const QByteArray kUpgrade = "GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
// Says who came, and sends back the bytes that followed the head.
void takeOver(int fd, http::RequestPtr head)
{
    char bytes[64];
    const ssize_t count = ::recv(fd, bytes, sizeof bytes, MSG_DONTWAIT);
    const QByteArray text = "upgraded " + head->header("sec-websocket-key") + ' ' + QByteArray(bytes, qMax(ssize_t(0), count));
    (void)!::write(fd, text.constData(), size_t(text.size()));
    ::close(fd);
}
} // namespace

void HttpAttacksTest::upgradeIsHandedOver()
{
    HttpRig::Options options;
    options.onUpgrade = takeOver;
    HttpRig rig(routes, options);
    for (const QList<QByteArray> &parts : {QList<QByteArray>{kUpgrade + "\r\nframe"},
                                           {kUpgrade.left(30), kUpgrade.mid(30) + "\r\n"},
                                           {"GET", " /w", kUpgrade.mid(6), "\r\n"}}) {
        HttpPeer peer = rig.connect();
        for (const QByteArray &part : parts) {
            QVERIFY(peer.send(part));
            QCOMPARE(rig.connect().ask(G).status, 200);
        }
        QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
        QVERIFY(peer.received().startsWith("upgraded dGhlIHNhbXBsZSBub25jZQ=="));
        QCOMPARE(peer.received().endsWith("frame"), parts.size() == 1);
    }
}

void HttpAttacksTest::upgradeOnAUsedConnection()
{
    HttpRig::Options options;
    options.onUpgrade = takeOver;
    HttpRig rig(routes, options);
    HttpPeer peer = rig.connect();
    QCOMPARE(peer.ask(G).status, 200);
    QVERIFY(peer.send(kUpgrade + "\r\n"));
    QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
    QVERIFY(peer.received().startsWith("upgraded "));
    QCOMPARE(rig.connect().ask(G).status, 200);
}

void HttpAttacksTest::badUpgrades_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("plain GET") << get("/ws") << 426;
    QTest::newRow("with a query") << get("/ws?token=a") << 426;
    QTest::newRow("other path") << get("/wsx") << 404;
    QTest::newRow("POST") << QByteArray("POST /ws HTTP/1.1\r\nHost: x\r\n\r\n") << 404;
    QTest::newRow("old version") << QByteArray(kUpgrade).replace(": 13", ": 8") + "\r\n" << 426;
    QTest::newRow("HTTP/1.0") << QByteArray(kUpgrade).replace("HTTP/1.1", "HTTP/1.0") + "\r\n" << 400;
    QTest::newRow("and close") << QByteArray(kUpgrade).replace("Connection: Upgrade", "Connection: Upgrade, close") + "\r\n"
                               << 400;
    QTest::newRow("short key") << QByteArray(kUpgrade).replace("dGhlIHNhbXBsZSBub25jZQ==", "dGhl") + "\r\n" << 400;
    QTest::newRow("with a body") << kUpgrade + "Content-Length: 3\r\n\r\nabc" << 400;
    QTest::newRow("bare LF") << QByteArray("GET /ws HTTP/1.1\r\nHost: x\nA: b\r\n\r\n") << 400;
    QTest::newRow("endless") << "GET /ws HTTP/1.1\r\nX: " + QByteArray(30'000, 'a') << 431;
    QTest::newRow("never ends") << QByteArray("GET /ws HTTP/1.1\r\nHost: x\r\n") << 408;
}

void HttpAttacksTest::badUpgrades()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpRig::Options options;
    options.onUpgrade = takeOver;
    HttpRig rig(routes, options);
    HttpPeer peer = rig.connect();
    QVERIFY(peer.send(bytes));
    const auto answer = peer.read();
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.header("content-type"), QByteArray("application/problem+json"));
    if (status != 404)
        QCOMPARE(peer.waitForEnd(), HttpPeer::End::Closed);
}

void HttpAttacksTest::drainLetsRequestsEnd()
{
    HttpRig rig(routes);
    HttpPeer idle = rig.connect();
    QCOMPARE(idle.ask(G).status, 200);
    HttpPeer busy = rig.connect();
    QVERIFY(busy.send(get("/slow")));
    QCOMPARE(rig.connect().ask(G).status, 200);
    QVERIFY(rig.drain(2000));
    const auto answer = busy.read();
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("connection"), QByteArray("close"));
    QCOMPARE(idle.waitForEnd(), HttpPeer::End::Closed);
    QVERIFY(rig.connect().waitForEnd() != HttpPeer::End::Open);
}

QTEST_GUILESS_MAIN(HttpAttacksTest)
#include "tst_http_attacks.moc"
