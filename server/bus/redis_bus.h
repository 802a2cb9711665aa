#pragma once

#include "server/bus/in_process_bus.h"
#include "server/bus/redis_address.h"

#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

namespace cargo {

// The bus of several servers: handlers of this server run at once, as without Redis, and what is published goes to the others
// through one channel of Redis. While Redis is away this server goes on by itself; when it is back everybody hears
// kBusGapTopic, here and at the others, since nobody knows what was lost. A message that Redis does not answer for within
// kSilenceMs counts as lost, and so does a channel on which our own sign of life is not heard.
class RedisBus final : public Bus
{
public:
    // `realm` keeps several installations apart on one Redis. Connects by itself, and again.
    RedisBus(RedisAddress address, const QByteArray &realm);
    ~RedisBus() override;
    RedisBus(const RedisBus &) = delete;
    RedisBus &operator=(const RedisBus &) = delete;

    void publish(const QByteArray &topic, const QByteArray &payload) override;
    quint64 subscribe(const QByteArray &topic, Handler handler) override { return m_local.subscribe(topic, std::move(handler)); }
    void unsubscribe(quint64 number) override { m_local.unsubscribe(number); }
    bool reachesAll() const override { return m_reachesAll.load(std::memory_order_acquire); }

private:
    class Wire;
    class Thread;

    // Taken by the wire, which is woken once however much is left for it.
    std::vector<QByteArray> takeWaiting();

    InProcessBus m_local;
    std::atomic_bool m_reachesAll{false};
    std::mutex m_mutex;
    std::vector<QByteArray> m_waiting;
    std::unique_ptr<Wire> m_wire; // made on m_thread, and ends there
    std::unique_ptr<QThread> m_thread;
};

} // namespace cargo
