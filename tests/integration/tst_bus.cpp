// The bus: what both adapters promise, and what only servers that share a Redis have.
#include "harness/redis_server.h"

#include "server/bus/redis_bus.h"
#include "server/bus/redis_link.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace cargo;
using namespace cargo::test;

namespace {
constexpr int kPatienceMs = 20'000;

// What a thread of the bus hears, read by the test.
class Heard
{
public:
    void add(const QByteArray &word)
    {
        const std::lock_guard lock(m_mutex);
        m_words << word;
    }
    QByteArrayList words() const
    {
        const std::lock_guard lock(m_mutex);
        return m_words;
    }
    qsizetype count(const QByteArray &word) const { return words().count(word); }

private:
    mutable std::mutex m_mutex;
    QByteArrayList m_words;
};
} // namespace

class BusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_redis = std::make_unique<RedisServer>(); }
    void cleanupTestCase() { m_redis.reset(); }

    void subscribersOfATopicHear_data() { adapters(); }
    void subscribersOfATopicHear();
    void handlersMayPublishAndUnsubscribe_data() { adapters(); }
    void handlersMayPublishAndUnsubscribe();
    void nothingRunsAfterUnsubscribe_data() { adapters(); }
    void nothingRunsAfterUnsubscribe();

    void serversHearEachOtherInOrder();
    void installationsAreApart();
    void whatOthersWriteIsNoHarm();
    void goesOnWithoutRedis();
    void silenceIsALoss();
    void passwordIsAsked();
    void addresses_data();
    void addresses();

private:
    static void adapters();
    std::unique_ptr<Bus> make();
    std::unique_ptr<RedisBus> server(const QByteArray &realm = "realm")
    {
        auto bus = std::make_unique<RedisBus>(*RedisAddress::fromUrl(m_redis->url()), realm);
        if (!QTest::qWaitFor([&] { return bus->reachesAll(); }, kPatienceMs))
            qFatal("no Redis");
        return bus;
    }

    std::unique_ptr<RedisServer> m_redis;
};

void BusTest::adapters()
{
    QTest::addColumn<bool>("redis");
    QTest::newRow("in this process") << false;
    QTest::newRow("Redis") << true;
}

std::unique_ptr<Bus> BusTest::make()
{
    QFETCH(bool, redis);
    if (redis)
        return server();
    return std::make_unique<InProcessBus>();
}

void BusTest::subscribersOfATopicHear()
{
    const auto bus = make();
    QByteArrayList heard;
    const quint64 first = bus->subscribe("a", [&](const QByteArray &payload) { heard << "1:" + payload; });
    bus->subscribe("a", [&](const QByteArray &payload) { heard << "2:" + payload; });
    bus->subscribe("b", [&](const QByteArray &payload) { heard << "b:" + payload; });
    bus->publish("a", "x");
    bus->publish("nobody", "x");
    bus->unsubscribe(first);
    bus->unsubscribe(first);
    bus->unsubscribe(9999);
    bus->publish("a", "y");
    bus->publish("b", "z");
    QCOMPARE(heard, (QByteArrayList{"1:x", "2:x", "2:y", "b:z"}));
}

void BusTest::handlersMayPublishAndUnsubscribe()
{
    const auto bus = make();
    int once = 0;
    int depth = 0;
    quint64 number = 0;
    number = bus->subscribe("once", [&](const QByteArray &) {
        ++once;
        bus->unsubscribe(number);
        bus->publish("once", {});
    });
    bus->subscribe("again", [&](const QByteArray &) {
        if (++depth < 5)
            bus->publish("again", {});
    });
    bus->publish("once", {});
    bus->publish("once", {});
    bus->publish("again", {});
    QCOMPARE(once, 1);
    QCOMPARE(depth, 5);
}

void BusTest::nothingRunsAfterUnsubscribe()
{
    const auto bus = make();
    std::atomic_bool stop{false};
    std::atomic<int> calls{0};
    std::vector<std::thread> publishers;
    for (int i = 0; i < 3; ++i) {
        publishers.emplace_back([&] {
            while (!stop)
                bus->publish("topic", "x");
        });
    }
    for (int round = 0; round < 100; ++round) {
        // Dies at the end of the round: a call after unsubscribe() would touch what is gone.
        auto target = std::make_unique<std::atomic<int>>(0);
        auto *raw = target.get();
        const quint64 number = bus->subscribe("topic", [raw, &calls](const QByteArray &) {
            QVERIFY(raw->fetch_add(1) >= 0);
            ++calls;
        });
        const int before = calls;
        while (calls == before)
            std::this_thread::yield();
        bus->unsubscribe(number);
        target->store(std::numeric_limits<int>::min());
    }
    stop = true;
    for (std::thread &publisher : publishers)
        publisher.join();
    QVERIFY(calls >= 100);
}

void BusTest::serversHearEachOtherInOrder()
{
    const auto one = server(), two = server();
    Heard here, there;
    one->subscribe("t", [&](const QByteArray &payload) { here.add(payload); });
    two->subscribe("t", [&](const QByteArray &payload) { there.add(payload); });
    QByteArrayList all;
    for (int i = 0; i < 500; ++i) {
        all << QByteArray::number(i) + " with spaces\r\n";
        one->publish("t", all.back());
    }
    all << QByteArray(1'000'000, 'x') << QByteArray("\0\xff", 2) << QByteArray("");
    for (int i = 500; i < all.size(); ++i)
        one->publish("t", all[i]);
    QCOMPARE(here.words(), all); // at once, and nobody hears himself twice
    QTRY_COMPARE_WITH_TIMEOUT(there.words(), all, kPatienceMs);
    two->publish("t", "back");
    QTRY_COMPARE_WITH_TIMEOUT(here.count("back"), 1, kPatienceMs);
    QCOMPARE(here.words().size(), all.size() + 1);
}

void BusTest::installationsAreApart()
{
    const auto one = server("a"), two = server("b"), three = server("a");
    Heard strangers, friends;
    two->subscribe("t", [&](const QByteArray &payload) { strangers.add(payload); });
    three->subscribe("t", [&](const QByteArray &payload) { friends.add(payload); });
    one->publish("t", "ours");
    QTRY_COMPARE_WITH_TIMEOUT(friends.count("ours"), 1, kPatienceMs);
    QCOMPARE(strangers.words(), QByteArrayList());
}

void BusTest::whatOthersWriteIsNoHarm()
{
    const auto bus = server();
    Heard heard;
    bus->subscribe("t", [&](const QByteArray &payload) { heard.add(payload); });
    RedisLink stranger(*RedisAddress::fromUrl(m_redis->url()), {});
    bool isReady = false;
    stranger.ready = [&] { isReady = true; };
    stranger.open();
    QTRY_VERIFY_WITH_TIMEOUT(isReady, kPatienceMs);
    const QByteArray origin(16, 'o');
    const QByteArrayList nonsense{"", "x", origin, QByteArray(17, ' '), QByteArray(40, 'o'), origin + "  ", origin + " t"};
    for (const QByteArray &message : nonsense)
        stranger.publish("cargo.realm.bus", message);
    stranger.publish("cargo.realm.bus", origin + " t good");
    QTRY_COMPARE_WITH_TIMEOUT(heard.words(), QByteArrayList{"good"}, kPatienceMs);
    QVERIFY(bus->reachesAll());
}

void BusTest::goesOnWithoutRedis()
{
    const auto one = server(), two = server();
    Heard here, there, gaps, otherGaps;
    one->subscribe("t", [&](const QByteArray &payload) { here.add(payload); });
    two->subscribe("t", [&](const QByteArray &payload) { there.add(payload); });
    one->subscribe(kBusGapTopic, [&](const QByteArray &) { gaps.add("gap"); });
    two->subscribe(kBusGapTopic, [&](const QByteArray &) { otherGaps.add("gap"); });
    m_redis->kill();
    QTRY_VERIFY_WITH_TIMEOUT(!one->reachesAll() && !two->reachesAll(), kPatienceMs);
    one->publish("t", "alone");
    QCOMPARE(here.count("alone"), 1);
    QCOMPARE(gaps.words(), QByteArrayList());
    m_redis->start();
    QTRY_VERIFY_WITH_TIMEOUT(one->reachesAll() && two->reachesAll(), kPatienceMs);
    // Each says so to itself, and to the other: who came back first may have been heard by nobody.
    QTRY_VERIFY_WITH_TIMEOUT(gaps.count("gap") >= 1 && otherGaps.count("gap") >= 1, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(gaps.count("gap") + otherGaps.count("gap") >= 3, kPatienceMs);
    one->publish("t", "together");
    QTRY_COMPARE_WITH_TIMEOUT(there.words(), QByteArrayList{"together"}, kPatienceMs);
}

// A network that swallows everything: no connection ends, and nothing comes.
void BusTest::silenceIsALoss()
{
    const auto bus = server();
    m_redis->freeze();
    QTRY_VERIFY_WITH_TIMEOUT(!bus->reachesAll(), kPatienceMs);
    m_redis->thaw();
    QTRY_VERIFY_WITH_TIMEOUT(bus->reachesAll(), kPatienceMs);
}

void BusTest::passwordIsAsked()
{
    RedisServer closed("se:cr@et");
    RedisAddress address = *RedisAddress::fromUrl(closed.url().replace("se:cr@et", "se%3Acr%40et"));
    QCOMPARE(address.password, QByteArray("se:cr@et"));
    RedisBus right(address, "realm");
    QTRY_VERIFY_WITH_TIMEOUT(right.reachesAll(), kPatienceMs);
    address.password = "wrong";
    RedisLink wrong(address, "channel");
    QByteArray why;
    wrong.lost = [&](const QByteArray &reason) { why = reason; };
    wrong.open();
    QTRY_VERIFY_WITH_TIMEOUT(why.contains("WRONGPASS"), kPatienceMs);
    QVERIFY(!wrong.isReady());
}

void BusTest::addresses_data()
{
    QTest::addColumn<QByteArray>("url");
    QTest::addColumn<QByteArray>("said"); // empty: refused
    QTest::newRow("host") << QByteArray("redis://cache.example") << QByteArray("cache.example:6379/0");
    QTest::newRow("all") << QByteArray("redis://me:pass@10.0.0.1:7000/3") << QByteArray("me:pass@10.0.0.1:7000/3");
    QTest::newRow("socket") << QByteArray("unix:///run/redis.sock?db=2") << QByteArray("/run/redis.sock:6379/2");
    for (const char *url :
         {"", "redis://", "cache.example:6379", "rediss://cache.example", "redis://cache.example:0", "redis://cache.example/x",
          "redis://cache.example/-1", "redis://cache.example/99999", "unix://host/x", "unix:"})
        QTest::newRow(url) << QByteArray(url) << QByteArray();
}

void BusTest::addresses()
{
    QFETCH(QByteArray, url);
    QFETCH(QByteArray, said);
    const auto address = RedisAddress::fromUrl(url);
    QCOMPARE(address.ok(), !said.isEmpty());
    if (!address)
        return;
    const QByteArray who = address->user.isEmpty() ? QByteArray() : address->user + ':' + address->password + '@';
    QCOMPARE(who + address->host + address->socket + ':' + QByteArray::number(address->port) + '/'
                 + QByteArray::number(address->database),
             said);
}

QTEST_GUILESS_MAIN(BusTest)
#include "tst_bus.moc"
