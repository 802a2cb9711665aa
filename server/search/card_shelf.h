#pragma once

#include "server/bus/bus.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"

#include <QCache>

#include <array>
#include <atomic>
#include <mutex>
#include <optional>

namespace cargo::search {

// Cards of listings as pages show them, so that a page of cars that others have just seen asks the database for nothing. As
// true as the index: the message that lets the index read a listing again ("listing.changed" on the bus) takes its card off the
// shelf, and one whose message was lost goes after kKeptMs. Bounded, the least recently shown go first. Thread-safe.
class CardShelf
{
public:
    CardShelf(Bus &bus, qint64 bytes);
    ~CardShelf();
    CardShelf(const CardShelf &) = delete;
    CardShelf &operator=(const CardShelf &) = delete;

    static constexpr qint64 kKeptMs = 30'000;

    std::optional<QByteArray> find(ListingId id, Timestamp now);
    // Taken before the database is asked: what was read while a listing changed is not put up.
    quint64 moment() const { return m_changes.load(std::memory_order_acquire); }
    void put(ListingId id, const QByteArray &card, Timestamp readAt, quint64 moment);

private:
    struct Held
    {
        QByteArray card;
        Timestamp readAt;
    };
    struct alignas(64) Shard
    {
        std::mutex mutex;
        QCache<ListingId, Held> cards; // their cost is bytes
    };
    static constexpr size_t kShards = 16;

    Shard &shardOf(ListingId id) { return m_shards[id.uuid.bytes[15] % kShards]; }
    void forget(const QByteArray &payload);
    void forgetAll();

    Bus &m_bus;
    std::array<quint64, 2> m_subscriptions{};
    std::atomic<quint64> m_changes{0};
    std::array<Shard, kShards> m_shards;
};

} // namespace cargo::search
