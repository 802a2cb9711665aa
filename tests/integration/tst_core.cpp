#include "server/core/epoll_dispatcher.h"
#include "server/core/log.h"
#include "server/core/metrics.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QSocketNotifier>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <sys/socket.h>
#include <unistd.h>

#include <memory>

using namespace cargo;

namespace {
// A thread that runs the epoll loop.
class LoopThread
{
public:
    LoopThread()
    {
        m_thread.setEventDispatcher(new EpollDispatcher);
        home.moveToThread(&m_thread);
        m_thread.start();
    }
    ~LoopThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    void run(const std::function<void()> &function) { QMetaObject::invokeMethod(&home, function, Qt::BlockingQueuedConnection); }
    QObject home;

private:
    QThread m_thread;
};
} // namespace

// What every server thread stands on: the event loop, the log and the figures.
class CoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timersFireInOrder();
    void timersOfZeroDoNotStarveSockets();
    void timerMayEndItself();
    void socketsWakeTheLoop();
    void closedDescriptorsAreForgotten();
    void wakeUpsOfOtherThreadsAreNotLost();
    void logIsOneJsonObjectALine();
    void logKeepsToItsLevel();
    void metricsAreWritten();
};

void CoreTest::timersFireInOrder()
{
    LoopThread loop;
    QList<int> order;
    QSemaphore done;
    QElapsedTimer clock;
    clock.start();
    loop.run([&] {
        for (const int ms : {60, 20, 40}) {
            QTimer::singleShot(ms, Qt::PreciseTimer, &loop.home, [&order, &done, ms] {
                order.append(ms);
                done.release();
            });
        }
    });
    QVERIFY(done.tryAcquire(3, 5000));
    QCOMPARE(order, QList<int>({20, 40, 60}));
    QVERIFY(clock.elapsed() >= 60);
}

void CoreTest::timersOfZeroDoNotStarveSockets()
{
    LoopThread loop;
    int fds[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
    QSemaphore seen;
    std::unique_ptr<QTimer> busy;
    std::unique_ptr<QSocketNotifier> notifier;
    loop.run([&] {
        busy = std::make_unique<QTimer>();
        busy->start(0);
        notifier = std::make_unique<QSocketNotifier>(fds[0], QSocketNotifier::Read);
        QObject::connect(notifier.get(), &QSocketNotifier::activated, &loop.home, [&] {
            char byte = 0;
            if (::read(fds[0], &byte, 1) == 1)
                seen.release();
        });
    });
    for (int i = 0; i < 100; ++i) {
        QCOMPARE(::write(fds[1], "x", 1), ssize_t(1));
        QVERIFY(seen.tryAcquire(1, 5000));
    }
    loop.run([&] {
        busy.reset();
        notifier.reset();
    });
    ::close(fds[0]);
    ::close(fds[1]);
}

void CoreTest::timerMayEndItself()
{
    LoopThread loop;
    QSemaphore fired;
    loop.run([&] {
        auto *timer = new QTimer;
        QObject::connect(timer, &QTimer::timeout, &loop.home, [timer, &fired] {
            delete timer;
            fired.release();
        });
        timer->start(1);
        auto *again = new QTimer(&loop.home);
        QObject::connect(again, &QTimer::timeout, &loop.home, [again, &fired, count = 0]() mutable {
            if (++count == 5)
                again->stop();
            fired.release();
        });
        again->start(1);
    });
    QVERIFY(fired.tryAcquire(6, 5000));
    loop.run([] {});
    QCOMPARE(fired.available(), 0);
}

void CoreTest::socketsWakeTheLoop()
{
    LoopThread loop;
    int fds[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
    QSemaphore readable;
    QSemaphore writable;
    std::unique_ptr<QSocketNotifier> in;
    std::unique_ptr<QSocketNotifier> out;
    loop.run([&] {
        in = std::make_unique<QSocketNotifier>(fds[0], QSocketNotifier::Read);
        out = std::make_unique<QSocketNotifier>(fds[0], QSocketNotifier::Write);
        QObject::connect(in.get(), &QSocketNotifier::activated, &loop.home, [&] {
            in->setEnabled(false);
            readable.release();
        });
        QObject::connect(out.get(), &QSocketNotifier::activated, &loop.home, [&] {
            out->setEnabled(false);
            writable.release();
        });
    });
    QVERIFY(writable.tryAcquire(1, 5000));
    QCOMPARE(readable.available(), 0);
    QCOMPARE(::write(fds[1], "x", 1), ssize_t(1));
    QVERIFY(readable.tryAcquire(1, 5000));
    // The unread byte is told again as soon as somebody listens, and the write notifier can come back too.
    loop.run([&] {
        in->setEnabled(true);
        out->setEnabled(true);
    });
    QVERIFY(readable.tryAcquire(1, 5000));
    QVERIFY(writable.tryAcquire(1, 5000));
    loop.run([&] {
        in.reset();
        out.reset();
    });
    ::close(fds[0]);
    ::close(fds[1]);
}

void CoreTest::closedDescriptorsAreForgotten()
{
    LoopThread loop;
    // The same numbers again and again: an old registration must not answer for a new descriptor.
    for (int i = 0; i < 50; ++i) {
        int fds[2];
        QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, fds), 0);
        QSemaphore seen;
        std::unique_ptr<QSocketNotifier> notifier;
        loop.run([&] {
            notifier = std::make_unique<QSocketNotifier>(fds[0], QSocketNotifier::Read);
            QObject::connect(notifier.get(), &QSocketNotifier::activated, &loop.home, [&] {
                notifier->setEnabled(false);
                seen.release();
            });
        });
        QCOMPARE(::write(fds[1], "x", 1), ssize_t(1));
        QVERIFY(seen.tryAcquire(1, 5000));
        loop.run([&] { notifier.reset(); });
        ::close(fds[0]);
        ::close(fds[1]);
    }
}

void CoreTest::wakeUpsOfOtherThreadsAreNotLost()
{
    LoopThread loop;
    std::atomic<int> count{0};
#ifdef __SANITIZE_THREAD__ // each posted event costs it a thousand times as much
    constexpr int kEach = 500;
#else
    constexpr int kEach = 20'000;
#endif
    std::vector<std::unique_ptr<QThread>> threads;
    for (int t = 0; t < 3; ++t) {
        threads.emplace_back(QThread::create([&] {
            for (int i = 0; i < kEach; ++i)
                QMetaObject::invokeMethod(
                    &loop.home, [&count] { ++count; }, Qt::QueuedConnection);
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QTRY_COMPARE(count.load(), 3 * kEach);
}

namespace {
// What `write` puts into the log.
QByteArray logged(const std::function<void()> &write)
{
    int fds[2];
    if (::pipe(fds) != 0)
        return {};
    log::flush();
    log::setDescriptor(fds[1]);
    write();
    log::flush();
    log::setDescriptor(2);
    ::close(fds[1]);
    QByteArray text;
    char bytes[4096];
    for (ssize_t count; (count = ::read(fds[0], bytes, sizeof bytes)) > 0;)
        text.append(bytes, count);
    ::close(fds[0]);
    return text;
}
} // namespace

void CoreTest::logIsOneJsonObjectALine()
{
    const QByteArray text = logged([] {
        log::info("test.first",
                  {{"text", "a\"b\\c\n\x01"}, {"number", 7}, {"flag", true}, {"ratio", 0.5}, {"name", QStringLiteral("Лада")}});
        log::warning("test.second");
    });
    const auto lines = text.split('\n');
    QCOMPARE(lines.size(), 3); // the last is empty
    const QJsonObject first = QJsonDocument::fromJson(lines[0]).object();
    QCOMPARE(first.value(u"event").toString(), QStringLiteral("test.first"));
    QCOMPARE(first.value(u"level").toString(), QStringLiteral("info"));
    QCOMPARE(first.value(u"text").toString(), QStringLiteral("a\"b\\c\n\x01"));
    QCOMPARE(first.value(u"number").toInt(), 7);
    QCOMPARE(first.value(u"flag").toBool(), true);
    QCOMPARE(first.value(u"ratio").toDouble(), 0.5);
    QCOMPARE(first.value(u"name").toString(), QStringLiteral("Лада"));
    QVERIFY(QDateTime::fromString(first.value(u"at").toString(), Qt::ISODateWithMs).isValid());
    QCOMPARE(QJsonDocument::fromJson(lines[1]).object().value(u"level").toString(), QStringLiteral("warning"));
}

void CoreTest::logKeepsToItsLevel()
{
    log::setLevel("warning");
    const QByteArray text = logged([] {
        log::info("test.quiet");
        log::error("test.loud");
    });
    log::setLevel("info");
    QVERIFY(!text.contains("test.quiet"));
    QVERIFY(text.contains("test.loud"));
}

void CoreTest::metricsAreWritten()
{
    auto &counter = metrics::counter("cargo_test_total", "A test.", {{"kind", "a"}});
    QCOMPARE(&counter, &metrics::counter("cargo_test_total", "A test.", {{"kind", "a"}}));
    counter.add(3);
    metrics::gauge("cargo_test_level", "A test.").set(-4);
    auto &histogram = metrics::histogram("cargo_test_seconds", "A test.");
    histogram.observeUs(100);
    histogram.observeUs(700);
    histogram.observeUs(100'000'000);
    const QByteArray text = metrics::render();
    QVERIFY(text.contains("cargo_test_total{kind=\"a\"} 3"));
    QVERIFY(text.contains("cargo_test_level -4"));
    QVERIFY(text.contains("cargo_test_seconds_bucket{le=\"0.0001\"} 1"));
    QVERIFY(text.contains("cargo_test_seconds_bucket{le=\"0.001\"} 2"));
    QVERIFY(text.contains("cargo_test_seconds_bucket{le=\"+Inf\"} 3"));
    QVERIFY(text.contains("cargo_test_seconds_count 3"));
}

QTEST_GUILESS_MAIN(CoreTest)
#include "tst_core.moc"
