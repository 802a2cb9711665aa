#pragma once

#include "server/bus/bus.h"

#include <QHashFunctions>

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <vector>

namespace cargo {

// The bus of a server that stands alone: handlers run on the publishing thread. Subscriber lists are copied on write, so
// that publish() holds no lock of the bus while handlers run and handlers may publish, subscribe and unsubscribe.
// After unsubscribe() has returned the handler is not running and never runs again; only a handler that unsubscribes
// itself returns from that call while it still runs.
class InProcessBus final : public Bus
{
public:
    InProcessBus() = default;
    ~InProcessBus() override = default;

    void publish(const QByteArray &topic, const QByteArray &payload) override;
    quint64 subscribe(const QByteArray &topic, Handler handler) override;
    void unsubscribe(quint64 number) override;

private:
    struct Subscriber
    {
        quint64 number = 0;
        Handler handler;
        std::atomic_bool alive{true};
        std::shared_mutex running; // shared while the handler runs
    };
    using Subscribers = std::vector<std::shared_ptr<Subscriber>>;
    struct ByteHash
    {
        size_t operator()(const QByteArray &bytes) const { return qHash(bytes); }
    };
    struct Shard
    {
        mutable std::shared_mutex mutex;
        std::unordered_map<QByteArray, std::shared_ptr<const Subscribers>, ByteHash> topics;
    };
    static constexpr size_t kShards = 8;

    Shard &shardOf(const QByteArray &topic) { return m_shards[qHash(topic) % kShards]; }

    std::array<Shard, kShards> m_shards;
    std::atomic<quint64> m_nextNumber{1};
    std::mutex m_numbersMutex;
    std::unordered_map<quint64, QByteArray> m_topicOfNumber;
};

} // namespace cargo
