#include "server/bus/redis_bus.h"

#include "server/bus/redis_link.h"
#include "server/core/epoll_dispatcher.h"
#include "server/core/log.h"
#include "server/core/metrics.h"
#include "shared/domain/ids.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEvent>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QTimer>

#include <algorithm>

namespace cargo {

namespace {
constexpr int kSignMs = 1'000; // of life
constexpr qint64 kSilenceMs = 3'000;
constexpr int kPauseFirstMs = 100;
constexpr int kPauseMostMs = 3'000;
constexpr int kMostUnanswered = 50'000; // messages on their way to a Redis that is slow

// "<origin> <topic> <payload>"; topics have no spaces. A sign of life has no topic.
constexpr qsizetype kOriginBytes = 16;

metrics::Counter &gapsCounter()
{
    static metrics::Counter &counter =
        metrics::counter("cargo_bus_gaps_total", "Times that messages between servers may be lost");
    return counter;
}
} // namespace

// Both connections, on the bus's thread: one publishes, one hears. They stand and fall together.
class RedisBus::Wire : public QObject
{
public:
    Wire(RedisBus &bus, RedisAddress address, const QByteArray &realm)
        : m_bus(bus), m_channel("cargo." + realm + ".bus"),
          m_origin(QByteArray::number(QRandomGenerator::system()->generate64(), 16).rightJustified(kOriginBytes, '0')),
          m_out(address, {}), m_in(std::move(address), m_channel)
    {
        for (RedisLink *link : {&m_out, &m_in}) {
            link->ready = [this] { becomeWhole(); };
            link->lost = [this](const QByteArray &why) { lose(why); };
        }
        m_in.heard = [this](const QByteArray &message) { hear(message); };
        m_again.setSingleShot(true);
        m_again.callOnTimeout(this, [this] { open(); });
        m_sign.setInterval(kSignMs);
        m_sign.callOnTimeout(this, [this] { giveSign(); });
    }

    void open()
    {
        m_isLost = false;
        m_heardAt.start();
        m_sign.start();
        m_out.open();
        if (!m_isLost)
            m_in.open();
    }

    void sendWaiting()
    {
        for (const QByteArray &message : m_bus.takeWaiting()) {
            if (m_bus.reachesAll())
                m_out.publish(m_channel, m_origin + ' ' + message);
        }
        if (m_out.unanswered() > kMostUnanswered)
            lose("does not keep up");
    }

protected:
    bool event(QEvent *event) override
    {
        if (event->type() != QEvent::User)
            return QObject::event(event);
        sendWaiting();
        return true;
    }

private:
    void becomeWhole()
    {
        if (m_bus.reachesAll() || !m_out.isReady() || !m_in.isReady())
            return;
        m_pauseMs = kPauseFirstMs;
        m_bus.m_reachesAll.store(true, std::memory_order_release);
        log::info("bus.connected");
        // Ours and the others': what we published meanwhile has not reached them either.
        m_bus.m_local.publish(kBusGapTopic, {});
        m_out.publish(m_channel, m_origin + ' ' + kBusGapTopic + ' ');
    }

    void lose(const QByteArray &why)
    {
        if (std::exchange(m_isLost, true))
            return;
        if (m_bus.m_reachesAll.exchange(false) || m_pauseMs == kPauseFirstMs) {
            log::warning("bus.lost", {{"why", why}});
            gapsCounter().add();
        }
        m_sign.stop();
        // Not in the call of a link that is in the middle of something.
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_out.close();
                m_in.close();
            },
            Qt::QueuedConnection);
        m_again.start(m_pauseMs / 2 + int(QRandomGenerator::global()->bounded(m_pauseMs / 2 + 1)));
        m_pauseMs = std::min(2 * m_pauseMs, kPauseMostMs);
    }

    void giveSign()
    {
        if (m_heardAt.elapsed() > kSilenceMs)
            lose("silent");
        else if (m_bus.reachesAll())
            m_out.publish(m_channel, m_origin + ' ');
    }

    void hear(const QByteArray &message)
    {
        const QByteArrayView origin = QByteArrayView(message).first(std::min(kOriginBytes, message.size()));
        if (origin == m_origin) {
            m_heardAt.start();
            return;
        }
        const qsizetype space = message.indexOf(' ', kOriginBytes + 1);
        if (message.size() > kOriginBytes && space > 0)
            m_bus.m_local.publish(message.mid(kOriginBytes + 1, space - kOriginBytes - 1), message.mid(space + 1));
    }

    RedisBus &m_bus;
    const QByteArray m_channel;
    const QByteArray m_origin;
    RedisLink m_out;
    RedisLink m_in;
    QTimer m_again;
    QTimer m_sign;
    QElapsedTimer m_heardAt;
    int m_pauseMs = kPauseFirstMs;
    bool m_isLost = false;
};

// Builds the wire where it lives.
class RedisBus::Thread final : public QThread
{
public:
    Thread(RedisBus &bus, RedisAddress address, QByteArray realm)
        : m_bus(bus), m_address(std::move(address)), m_realm(std::move(realm))
    {
        setEventDispatcher(new EpollDispatcher);
        start();
        m_built.acquire();
    }
    ~Thread() override
    {
        quit();
        wait();
    }

private:
    void run() override
    {
        m_bus.m_wire = std::make_unique<Wire>(m_bus, m_address, m_realm);
        m_built.release();
        m_bus.m_wire->open();
        exec();
        m_bus.m_wire.reset();
    }

    RedisBus &m_bus;
    const RedisAddress m_address;
    const QByteArray m_realm;
    QSemaphore m_built;
};

RedisBus::RedisBus(RedisAddress address, const QByteArray &realm)
    : m_thread(std::make_unique<Thread>(*this, std::move(address), realm))
{
}

RedisBus::~RedisBus() { m_thread.reset(); }

void RedisBus::publish(const QByteArray &topic, const QByteArray &payload)
{
    m_local.publish(topic, payload);
    if (!reachesAll())
        return; // the others look for themselves when they hear that we are back
    const std::lock_guard lock(m_mutex);
    const bool wake = m_waiting.empty();
    m_waiting.push_back(topic + ' ' + payload);
    if (wake)
        QCoreApplication::postEvent(m_wire.get(), new QEvent(QEvent::User));
}

std::vector<QByteArray> RedisBus::takeWaiting()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_waiting, {});
}

} // namespace cargo
