#include "harness/ws_rig.h"

#include "server/core/epoll_dispatcher.h"

#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <numeric>
#include <sys/socket.h>

using namespace cargo;
using namespace cargo::test;

namespace {
QList<qint64> range(qint64 from, qint64 to)
{
    QList<qint64> list(std::max<qint64>(0, to - from + 1));
    std::iota(list.begin(), list.end(), from);
    return list;
}
qint64 integer(const QJsonObject &frame, const char *name) { return frame.value(QLatin1String(name)).toInteger(-1); }
QString word(const QJsonObject &frame, const char *name) { return frame.value(QLatin1String(name)).toString(); }
} // namespace

// Signing in, resume by number, heartbeat, bounds, and the way between threads.
class WsHubTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void noAuthInTime();
    void wrongToken();
    void firstFrameMustBeAuth();
    void readyWithoutLastSeqStartsNow();
    void resumeFromAnyPoint_data();
    void resumeFromAnyPoint();
    void breaksAtRandomPointsLoseAndDoubleNothing();
    void gapInLiveEventsIsReadAgain();
    void forgottenEventsAskForResync();
    void numberFromTheFutureAsksForResync();
    void databaseAwayAtSignIn();
    void ownEchoIsHushed();
    void echoWaitsForTheAnswer_data();
    void echoWaitsForTheAnswer();
    void framesAreHandledOneByOne();
    void waitingFramesAreBounded();
    void slowReaderIsCutOff();
    void slowReaderCatchesUpAtItsOwnPace();
    void silentPeerIsClosed();
    void answeringPeerStays();
    void sessionEnded();
    void presenceOfPartners();
    void whoIsElsewhereIsAskedForAgain();
    void whatTheBusLostIsReadAgain();
    void socketsOfOneUserAreBounded();
    void socketsNotSignedInAreBounded();
    void otherThreadIsReached();
    void drainSaysGoingAway();
};

void WsHubTest::noAuthInTime()
{
    WsRig rig;
    const auto peer = rig.open();
    QTRY_COMPARE(peer->closeCode(), 4401);
    QCOMPARE(word(peer->last("error"), "code"), QStringLiteral("unauthorized"));
    peer->write(WsPeer::frame(8, QByteArray::fromHex("1131")));
    QTRY_COMPARE(rig.hub.sessionCount(), 0);
}

void WsHubTest::wrongToken()
{
    WsRig rig;
    const auto peer = rig.open();
    peer->auth("stolen");
    QTRY_COMPARE(peer->closeCode(), 4401);
    QCOMPARE(word(peer->last("error"), "code"), QStringLiteral("unauthorized"));
    QCOMPARE(peer->count("ready"), 0);
}

void WsHubTest::firstFrameMustBeAuth()
{
    WsRig rig;
    const auto peer = rig.open();
    peer->text(R"({"type":"ping"})");
    QTRY_COMPARE(peer->closeCode(), 4401);
    QCOMPARE(peer->count("pong"), 0);
}

void WsHubTest::readyWithoutLastSeqStartsNow()
{
    WsRig rig;
    const UserId user = newUser();
    for (int i = 0; i < 3; ++i)
        rig.log.append(user);
    const auto peer = rig.signedIn(user);
    QTRY_COMPARE(peer->count("ready"), 1);
    QCOMPARE(integer(peer->last("ready"), "seq"), 3);
    QCOMPARE(word(peer->last("ready"), "user_id"), user.toString());
    QCOMPARE(peer->last("ready").value(QLatin1String("resync")).toBool(true), false);
    rig.publish(rig.log.append(user));
    QTRY_COMPARE(peer->seqs(), range(4, 4));
}

void WsHubTest::resumeFromAnyPoint_data()
{
    QTest::addColumn<int>("lastSeq");
    for (const int lastSeq : {0, 1, 99, 100, 101, 199, 200, 249, 250})
        QTest::addRow("%d", lastSeq) << lastSeq;
}

void WsHubTest::resumeFromAnyPoint()
{
    QFETCH(int, lastSeq);
    WsRig rig;
    rig.log.slow = true;
    const UserId user = newUser();
    for (int i = 0; i < 250; ++i)
        rig.log.append(user);
    const auto peer = rig.signedIn(user, lastSeq);
    // Some more while the past is read.
    for (int i = 0; i < 5; ++i)
        rig.publish(rig.log.append(user));
    QTRY_COMPARE(peer->seqs().size(), 255 - lastSeq);
    QCOMPARE(peer->seqs(), range(lastSeq + 1, 255));
    QCOMPARE(peer->last("ready").value(QLatin1String("resync")).toBool(true), false);
    QCOMPARE(word(peer->frames().first(), "type"), QStringLiteral("ready"));
}

void WsHubTest::breaksAtRandomPointsLoseAndDoubleNothing()
{
    WsRig rig;
    rig.log.slow = true;
    const UserId user = newUser();
    QRandomGenerator random(20261123);
    constexpr qint64 kEvents = 3000;
    qint64 made = 0;
    QList<qint64> seen;
    QList<QByteArray> late;
    auto peer = rig.signedIn(user, 0);
    qsizetype taken = 0;
    int breaks = 0;
    while (made < kEvents || seen.size() < kEvents) {
        for (quint32 i = random.bounded(20u); i > 0 && made < kEvents; --i) {
            ++made;
            const QByteArray entry = rig.log.append(user);
            switch (random.bounded(5)) {
            case 0: // the live event is lost
                break;
            case 1: // it comes late
                late.append(entry);
                break;
            case 2: // it comes twice
                rig.publish(entry);
                rig.publish(entry);
                break;
            default: rig.publish(entry);
            }
        }
        if (!late.isEmpty() && random.bounded(3) == 0)
            rig.publish(late.takeAt(random.bounded(int(late.size()))));
        if (made == kEvents && random.bounded(10) == 0) // something makes a gap at the end visible
            rig.publish(late.isEmpty() ? rig.log.append(user) : late.takeLast());
        QCoreApplication::processEvents();
        const QList<qint64> arrived = peer->seqs();
        for (; taken < arrived.size(); ++taken)
            seen.append(arrived[taken]);
        if (random.bounded(12) == 0) {
            ++breaks;
            if (random.bounded(2) == 0)
                QCoreApplication::processEvents();
            peer = rig.signedIn(user, seen.isEmpty() ? 0 : seen.last());
            taken = 0;
        }
    }
    QVERIFY(breaks > 10);
    QCOMPARE(seen, range(1, seen.size()));
}

void WsHubTest::gapInLiveEventsIsReadAgain()
{
    WsRig rig;
    const UserId user = newUser();
    const auto peer = rig.signedIn(user);
    QTRY_COMPARE(peer->count("ready"), 1);
    const int reads = rig.log.reads;
    rig.publish(rig.log.append(user));
    QTRY_COMPARE(peer->seqs(), range(1, 1));
    QCOMPARE(rig.log.reads, reads);
    rig.log.append(user);
    rig.log.append(user);
    rig.publish(rig.log.append(user));
    QTRY_COMPARE(peer->seqs(), range(1, 4));
    QCOMPARE(rig.log.reads, reads + 1);
}

void WsHubTest::forgottenEventsAskForResync()
{
    WsRig rig;
    const UserId user = newUser();
    for (int i = 0; i < 20; ++i)
        rig.log.append(user);
    rig.log.forgetUpTo(user, 10);
    const auto missed = rig.signedIn(user, 9);
    QTRY_COMPARE(missed->count("ready"), 1);
    QVERIFY(missed->last("ready").value(QLatin1String("resync")).toBool());
    QCOMPARE(integer(missed->last("ready"), "seq"), 20);
    const auto just = rig.signedIn(user, 10);
    QTRY_COMPARE(just->seqs(), range(11, 20));
    QVERIFY(!just->last("ready").value(QLatin1String("resync")).toBool(true));
    rig.publish(rig.log.append(user));
    QTRY_COMPARE(missed->seqs(), range(21, 21));
    rig.log.forgetUpTo(user, 21);
    const auto all = rig.signedIn(user, 3);
    QTRY_VERIFY(all->last("ready").value(QLatin1String("resync")).toBool());
}

void WsHubTest::numberFromTheFutureAsksForResync()
{
    WsRig rig;
    const UserId user = newUser();
    rig.log.append(user);
    const auto peer = rig.signedIn(user, 900);
    QTRY_VERIFY(peer->last("ready").value(QLatin1String("resync")).toBool());
    QCOMPARE(integer(peer->last("ready"), "seq"), 1);
    rig.publish(rig.log.append(user));
    QTRY_COMPARE(peer->seqs(), range(2, 2));
}

void WsHubTest::databaseAwayAtSignIn()
{
    WsRig rig;
    rig.log.failing = true;
    const auto peer = rig.signedIn(newUser(), 0);
    QTRY_COMPARE(peer->closeCode(), 1011);
    QCOMPARE(peer->count("ready"), 0);
}

void WsHubTest::ownEchoIsHushed()
{
    WsRig rig;
    const UserId me = newUser();
    const UserId other = newUser();
    const Uuid clientId = newUuid(rig.clock.now());
    rig.hub.onFrame("say", [clientId](ws::SessionPtr session, CallContextPtr, QJsonObject) -> QCoro::Task<Result<QByteArray>> {
        session->hushEcho(clientId);
        session->settleEcho(clientId, true);
        return []() -> QCoro::Task<Result<QByteArray>> { co_return QByteArray("{}"); }();
    });
    const auto sender = rig.signedIn(me);
    const auto second = rig.signedIn(me);
    QTRY_COMPARE(sender->count("ready") + second->count("ready"), 2);
    sender->text(R"({"type":"say"})");
    QTRY_COMPARE(sender->count("ack"), 1);
    const auto message = [&](UserId from) {
        return QByteArray(R"("type":"message","message":{"sender_id":")" + from.toText() + R"(","client_id":")"
                          + clientId.toText() + R"("})");
    };
    rig.publish(rig.log.append(me, message(me)));
    rig.publish(rig.log.append(me, message(other))); // the same client_id of somebody else is his
    QTRY_COMPARE(sender->seqs(), range(2, 2));
    QTRY_COMPARE(second->seqs(), range(1, 2));
}

void WsHubTest::echoWaitsForTheAnswer_data()
{
    QTest::addColumn<bool>("acked");
    QTest::newRow("acked") << true;
    QTest::newRow("nobody knows") << false; // the event is all that the sender will ever hear of it
}

// The event is faster than the answer of the handler.
void WsHubTest::echoWaitsForTheAnswer()
{
    QFETCH(bool, acked);
    WsRig rig;
    const UserId me = newUser();
    const Uuid clientId = newUuid(rig.clock.now());
    ws::SessionPtr saying;
    rig.hub.onFrame("say", [&](ws::SessionPtr session, CallContextPtr, QJsonObject) -> QCoro::Task<Result<QByteArray>> {
        session->hushEcho(clientId);
        saying = session;
        return []() -> QCoro::Task<Result<QByteArray>> { co_return QByteArray("{}"); }();
    });
    const auto peer = rig.signedIn(me);
    const auto second = rig.signedIn(me);
    QTRY_COMPARE(peer->count("ready") + second->count("ready"), 2);
    peer->text(R"({"type":"say"})");
    QTRY_COMPARE(peer->count("ack"), 1);
    const QByteArray own =
        R"("type":"message","message":{"sender_id":")" + me.toText() + R"(","client_id":")" + clientId.toText() + R"("})";
    for (int round = 0; round < 3; ++round)
        rig.publish(rig.log.append(me, round == 1 ? own : QByteArray(R"("type":"deal")")));
    QTRY_COMPARE(second->seqs(), range(1, 3));
    QCOMPARE(peer->seqs(), range(1, 1)); // it, and what is behind it, wait
    saying->settleEcho(clientId, acked);
    saying.reset();
    QTRY_COMPARE(peer->seqs(), acked ? (QList<qint64>{1, 3}) : range(1, 3));
    rig.publish(rig.log.append(me, R"("type":"deal")"));
    QTRY_COMPARE(peer->seqs().last(), qint64(4));
}

void WsHubTest::framesAreHandledOneByOne()
{
    WsRig rig;
    int running = 0;
    int most = 0;
    QList<int> order;
    struct Handler
    {
        static QCoro::Task<Result<QByteArray>> run(int *running, int *most, QList<int> *order, QJsonObject frame)
        {
            *most = std::max(*most, ++*running);
            const int number = frame.value(QLatin1String("number")).toInt();
            co_await QCoro::sleepFor(std::chrono::milliseconds(number % 3));
            order->append(number);
            --*running;
            co_return QByteArray("{}");
        }
    };
    rig.hub.onFrame("work", [&](ws::SessionPtr, CallContextPtr, QJsonObject frame) {
        return Handler::run(&running, &most, &order, std::move(frame));
    });
    const auto peer = rig.signedIn(newUser());
    for (int i = 0; i < 20; ++i)
        peer->json({{QStringLiteral("type"), QStringLiteral("work")}, {QStringLiteral("number"), i}});
    QTRY_COMPARE(peer->count("ack"), 20);
    QCOMPARE(most, 1);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(order[i], i);
}

void WsHubTest::waitingFramesAreBounded()
{
    limits::Ws limits = WsRig::quick();
    limits.waitingFrames = 4;
    limits.pingMs = 60'000;
    WsRig rig(limits);
    int handled = 0;
    bool open = false;
    struct Handler
    {
        static QCoro::Task<Result<QByteArray>> run(int *handled, bool *open)
        {
            while (!*open)
                co_await QCoro::sleepFor(std::chrono::milliseconds(1));
            ++*handled;
            co_return QByteArray("{}");
        }
    };
    rig.hub.onFrame("work", [&](ws::SessionPtr, CallContextPtr, QJsonObject) { return Handler::run(&handled, &open); });
    const auto peer = rig.signedIn(newUser());
    QTRY_COMPARE(peer->count("ready"), 1);
    const QByteArray frame = WsPeer::frame(1, R"({"type":"work"})");
    QByteArray many;
    for (int i = 0; i < 500; ++i)
        many += frame;
    peer->write(many);
    peer->write(WsPeer::frame(9, "late"));
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    // Nobody reads on: even the ping behind the frames is not seen.
    QCOMPARE(peer->pongs(), 0);
    open = true;
    QTRY_COMPARE(handled, 500);
    QTRY_COMPARE(peer->pongs(), 1);
    QTRY_COMPARE(peer->count("ack"), 500);
}

void WsHubTest::slowReaderIsCutOff()
{
    limits::Ws limits = WsRig::quick();
    limits.pingMs = 60'000;
    limits.closeMs = 60'000;
    WsRig rig(limits);
    const UserId slow = newUser();
    const UserId quick = newUser();
    const auto sleeper = rig.signedIn(slow);
    const auto reader = rig.signedIn(quick);
    QTRY_COMPARE(sleeper->count("ready") + reader->count("ready"), 2);
    const QByteArray fields = "\"type\":\"message\",\"body\":\"" + QByteArray(10'000, 'x') + '"';
    // The kernel's buffers and 256 KiB of ours, then it is over.
    for (int i = 0; i < 200; ++i) {
        rig.publish(rig.log.append(slow, fields));
        rig.publish(rig.log.append(quick, fields));
        QCoreApplication::processEvents();
        QCOMPARE(reader->seqs().size(), i + 1);
    }
    QTRY_COMPARE(sleeper->closeCode(), 1013); // whoever wakes up reads why
    const QList<qint64> got = sleeper->seqs();
    QVERIFY(got.size() < 200);
    QCOMPARE(got, range(1, got.size()));
    QCOMPARE(reader->seqs(), range(1, 200));
    const auto again = rig.signedIn(slow, got.last());
    QTRY_COMPARE(again->seqs(), range(got.last() + 1, 200));
}

void WsHubTest::slowReaderCatchesUpAtItsOwnPace()
{
    limits::Ws limits = WsRig::quick();
    limits.pingMs = 60'000;
    WsRig rig(limits);
    const UserId user = newUser();
    const QByteArray fields = "\"type\":\"message\",\"body\":\"" + QByteArray(2'000, 'x') + '"';
    for (int i = 0; i < 1'000; ++i)
        rig.log.append(user, fields);
    const auto peer = rig.signedIn(user, 0);
    for (int i = 0; i < 100; ++i)
        QCoreApplication::processEvents();
    QVERIFY(rig.log.reads < 10); // what is read ahead waits for the reader
    QTRY_COMPARE(peer->seqs().size(), 1'000);
    QCOMPARE(peer->seqs(), range(1, 1'000));
    QCOMPARE(peer->closeCode(), 0);
}

void WsHubTest::silentPeerIsClosed()
{
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    peer->answerPings = false;
    QTRY_COMPARE(peer->closeCode(), 4408);
    QVERIFY(peer->pings() >= 2);
    QTRY_COMPARE(rig.hub.sessionCount(), 0);
}

void WsHubTest::answeringPeerStays()
{
    WsRig rig;
    const auto peer = rig.signedIn(newUser());
    QTRY_VERIFY(peer->pings() >= 5);
    QCOMPARE(peer->closeCode(), 0);
    peer->hangUp();
    QTRY_COMPARE(rig.hub.sessionCount(), 0);
}

void WsHubTest::sessionEnded()
{
    WsRig rig;
    const UserId user = newUser();
    const SessionId ended{newUuid(rig.clock.now())};
    const SessionId kept{newUuid(rig.clock.now())};
    const auto first = rig.open();
    first->auth(TokenTable::tokenOf(user, ended));
    const auto second = rig.open();
    second->auth(TokenTable::tokenOf(user, kept));
    QTRY_COMPARE(first->count("ready") + second->count("ready"), 2);
    rig.bus.publish("session.ended", "{\"session\":\"" + ended.toText() + "\"}");
    QTRY_COMPARE(first->closeCode(), 4401);
    QCOMPARE(second->closeCode(), 0);
    rig.bus.publish("session.ended", "{\"user\":\"" + user.toText() + "\"}");
    QTRY_COMPARE(second->closeCode(), 4401);
    rig.bus.publish("session.ended", "nonsense");
}

void WsHubTest::presenceOfPartners()
{
    WsRig rig;
    const UserId watcher = newUser();
    const UserId partner = newUser();
    const Uuid conversation = newUuid(rig.clock.now());
    rig.hub.onFrame("watch", [&](ws::SessionPtr session, CallContextPtr, QJsonObject) {
        session->watchPresence(partner, conversation);
        return []() -> QCoro::Task<Result<QByteArray>> { co_return QByteArray(); }();
    });
    const auto online = [](const QJsonObject &frame) { return frame.value(QLatin1String("online")).toBool(); };
    const auto peer = rig.signedIn(watcher);
    peer->text(R"({"type":"watch"})");
    QTRY_COMPARE(peer->count("presence"), 1);
    QVERIFY(!online(peer->last("presence")));
    QCOMPARE(word(peer->last("presence"), "user_id"), partner.toString());
    QCOMPARE(word(peer->last("presence"), "conversation_id"), conversation.toString());
    auto one = rig.signedIn(partner);
    QTRY_VERIFY(online(peer->last("presence")));
    const int told = peer->count("presence");
    QCOMPARE(told, 2);
    auto two = rig.signedIn(partner);
    QTRY_COMPARE(two->count("ready"), 1);
    one.reset();
    QTRY_COMPARE(rig.hub.sessionCount(), 2);
    QCOMPARE(peer->count("presence"), told); // he is still here
    two.reset();
    QTRY_VERIFY(!online(peer->last("presence")));
    QCOMPARE(peer->count("presence"), told + 1);
}

// Another server told that he is there, and was killed.
void WsHubTest::whoIsElsewhereIsAskedForAgain()
{
    limits::Ws limits = WsRig::quick();
    limits.pingMs = 60'000; // the peer answers none
    limits.presenceAskMs = 20;
    limits.presenceLostMs = 200;
    WsRig rig(limits);
    const UserId partner = newUser();
    const Uuid conversation = newUuid(rig.clock.now());
    rig.hub.onFrame("watch", [&](ws::SessionPtr session, CallContextPtr, QJsonObject) {
        session->watchPresence(partner, conversation);
        return []() -> QCoro::Task<Result<QByteArray>> { co_return QByteArray(); }();
    });
    const QByteArray ask = "{\"ask\":\"" + partner.toText() + "\"}";
    const QByteArray here = "{\"user\":\"" + partner.toText() + "\",\"online\":true}";
    int asked = 0;
    bool lives = true;
    rig.bus.subscribe("ws.presence", [&](const QByteArray &payload) {
        if (payload != ask)
            return;
        ++asked;
        if (lives)
            rig.bus.publish("ws.presence", here);
    });
    const auto online = [](const QJsonObject &frame) { return frame.value(QLatin1String("online")).toBool(); };
    const auto peer = rig.signedIn(newUser());
    peer->text(R"({"type":"watch"})");
    QTRY_VERIFY(online(peer->last("presence")));
    QTRY_VERIFY(asked >= 20); // longer than without answers
    QVERIFY(online(peer->last("presence")));
    const int told = peer->count("presence");
    lives = false;
    QTRY_VERIFY(!online(peer->last("presence")));
    QCOMPARE(peer->count("presence"), told + 1);
    const int asks = asked;
    rig.bus.publish(kBusGapTopic, {}); // who was killed may be back
    QTRY_VERIFY(asked > asks);
}

void WsHubTest::whatTheBusLostIsReadAgain()
{
    limits::Ws limits = WsRig::quick();
    limits.pingMs = 60'000;
    WsRig rig(limits);
    const UserId first = newUser(), second = newUser();
    const auto one = rig.signedIn(first, 0), two = rig.signedIn(second, 0);
    QTRY_COMPARE(one->count("ready") + two->count("ready"), 2);
    for (int i = 0; i < 250; ++i) // more than one page
        rig.log.append(first);
    rig.log.failing = true; // the database is away too
    rig.bus.publish(kBusGapTopic, {});
    QTest::qWait(20);
    QCOMPARE(one->count("message"), 0);
    QCOMPARE(one->closeCode(), 0);
    rig.log.failing = false;
    QTRY_COMPARE(one->count("message"), 250);
    QCOMPARE(two->count("message"), 0);
    rig.bus.publish(kBusGapTopic, {});
    rig.publish(rig.log.append(first));
    rig.publish(rig.log.append(second));
    QTRY_COMPARE(one->count("message") + two->count("message"), 252); // nothing twice
}

void WsHubTest::socketsOfOneUserAreBounded()
{
    limits::Ws limits = WsRig::quick();
    limits.connectionsPerUser = 2;
    WsRig rig(limits);
    const UserId user = newUser();
    auto one = rig.signedIn(user);
    const auto two = rig.signedIn(user);
    const auto three = rig.signedIn(user);
    QTRY_COMPARE(three->closeCode(), 1013);
    QCOMPARE(one->count("ready") + two->count("ready"), 2);
    three->hangUp();
    one.reset();
    QTRY_COMPARE(rig.hub.sessionCount(), 1);
    const auto four = rig.signedIn(user);
    QTRY_COMPARE(four->count("ready"), 1);
}

void WsHubTest::socketsNotSignedInAreBounded()
{
    limits::Ws limits = WsRig::quick();
    limits.unsignedSockets = 2;
    limits.authMs = 60'000;
    WsRig rig(limits);
    const auto one = rig.open();
    auto two = rig.open();
    const auto refused = rig.open();
    QTRY_VERIFY(refused->head().startsWith("HTTP/1.1 503"));
    QTRY_VERIFY(refused->ended());
    one->auth(TokenTable::tokenOf(newUser()));
    QTRY_COMPARE(one->count("ready"), 1);
    auto three = rig.open();
    QTRY_VERIFY(three->upgraded());
    two.reset();
    three.reset();
    QTRY_COMPARE(rig.hub.sessionCount(), 1);
    const auto four = rig.open();
    QTRY_VERIFY(four->upgraded());
}

void WsHubTest::otherThreadIsReached()
{
    WsRig rig;
    const UserId here = newUser();
    const UserId there = newUser();
    MemoryLog farLog;
    std::unique_ptr<ws::Hub> far;
    QThread thread;
    thread.setEventDispatcher(new EpollDispatcher);
    QObject onThread;
    onThread.moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(
        &onThread, [&] { far = std::make_unique<ws::Hub>(rig.directory, farLog, rig.tokens, rig.clock); },
        Qt::BlockingQueuedConnection);
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends), 0);
    WsPeer farPeer(ends[1]);
    QMetaObject::invokeMethod(
        &onThread, [&] { far->adopt(ends[0], WsRig::request(WsPeer::upgradeHead())); }, Qt::BlockingQueuedConnection);
    farPeer.auth(TokenTable::tokenOf(there));
    const auto nearPeer = rig.signedIn(here);
    QTRY_COMPARE(farPeer.count("ready") + nearPeer->count("ready"), 2);
    QByteArray entry;
    QMetaObject::invokeMethod(
        &onThread, [&] { entry = farLog.append(there); }, Qt::BlockingQueuedConnection);
    rig.publish(entry);
    QTRY_COMPARE(farPeer.seqs(), range(1, 1));
    rig.directory.publishVolatile({here, there}, R"({"type":"typing"})");
    QTRY_COMPARE(farPeer.count("typing") + nearPeer->count("typing"), 2);
    for (int i = 0; i < 500; ++i)
        rig.hub.sendTo(there, R"({"type":"note"})");
    QTRY_COMPARE(farPeer.count("note"), 500);
    QVERIFY(rig.directory.isOnline(there));
    QMetaObject::invokeMethod(
        &onThread, [&] { far.reset(); }, Qt::BlockingQueuedConnection);
    QVERIFY(!rig.directory.isOnline(there));
    rig.publish(entry);
    QTRY_VERIFY(farPeer.ended());
    thread.quit();
    QVERIFY(thread.wait());
}

void WsHubTest::drainSaysGoingAway()
{
    WsRig rig;
    const auto one = rig.signedIn(newUser());
    const auto two = rig.signedIn(newUser());
    QTRY_COMPARE(one->count("ready") + two->count("ready"), 2);
    bool done = false;
    rig.hub.drain([&] { done = true; });
    QTRY_COMPARE(one->closeCode(), 1001);
    QTRY_COMPARE(two->closeCode(), 1001);
    one->write(WsPeer::frame(8, QByteArray::fromHex("03e9")));
    QTRY_VERIFY(done); // the other never answers and is dropped
    const auto three = rig.open();
    QTRY_VERIFY(three->head().startsWith("HTTP/1.1 503"));
}

QTEST_GUILESS_MAIN(WsHubTest)
#include "tst_ws_hub.moc"
