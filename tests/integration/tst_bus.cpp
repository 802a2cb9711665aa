#include "server/bus/in_process_bus.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace cargo;

class BusTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void subscribersOfATopicHear();
    void handlersMayPublishAndUnsubscribe();
    void nothingRunsAfterUnsubscribe();
};

void BusTest::subscribersOfATopicHear()
{
    InProcessBus bus;
    QByteArrayList heard;
    const quint64 first = bus.subscribe("a", [&](const QByteArray &payload) { heard << "1:" + payload; });
    bus.subscribe("a", [&](const QByteArray &payload) { heard << "2:" + payload; });
    bus.subscribe("b", [&](const QByteArray &payload) { heard << "b:" + payload; });
    bus.publish("a", "x");
    bus.publish("nobody", "x");
    bus.unsubscribe(first);
    bus.unsubscribe(first);
    bus.unsubscribe(9999);
    bus.publish("a", "y");
    bus.publish("b", "z");
    QCOMPARE(heard, (QByteArrayList{"1:x", "2:x", "2:y", "b:z"}));
}

void BusTest::handlersMayPublishAndUnsubscribe()
{
    InProcessBus bus;
    int once = 0;
    int depth = 0;
    quint64 number = 0;
    number = bus.subscribe("once", [&](const QByteArray &) {
        ++once;
        bus.unsubscribe(number);
        bus.publish("once", {});
    });
    bus.subscribe("again", [&](const QByteArray &) {
        if (++depth < 5)
            bus.publish("again", {});
    });
    bus.publish("once", {});
    bus.publish("once", {});
    bus.publish("again", {});
    QCOMPARE(once, 1);
    QCOMPARE(depth, 5);
}

void BusTest::nothingRunsAfterUnsubscribe()
{
    InProcessBus bus;
    std::atomic_bool stop{false};
    std::atomic<int> calls{0};
    std::vector<std::thread> publishers;
    for (int i = 0; i < 3; ++i) {
        publishers.emplace_back([&] {
            while (!stop)
                bus.publish("topic", "x");
        });
    }
    for (int round = 0; round < 300; ++round) {
        // Dies at the end of the round: a call after unsubscribe() would touch what is gone.
        auto target = std::make_unique<std::atomic<int>>(0);
        auto *raw = target.get();
        const quint64 number = bus.subscribe("topic", [raw, &calls](const QByteArray &) {
            QVERIFY(raw->fetch_add(1) >= 0);
            ++calls;
        });
        const int before = calls;
        while (calls == before)
            std::this_thread::yield();
        bus.unsubscribe(number);
        target->store(std::numeric_limits<int>::min());
    }
    stop = true;
    for (std::thread &publisher : publishers)
        publisher.join();
    QVERIFY(calls >= 300);
}

QTEST_GUILESS_MAIN(BusTest)
#include "tst_bus.moc"
