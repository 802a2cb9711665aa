#include "server/search/card_shelf.h"

#include "server/search/changed_listings.h"

namespace cargo::search {

namespace {
constexpr qsizetype kNodeBytes = 160; // of the cache and of the two blocks, beside the text
} // namespace

CardShelf::CardShelf(Bus &bus, qint64 bytes) : m_bus(bus)
{
    for (Shard &shard : m_shards)
        shard.cards.setMaxCost(qsizetype(bytes) / qsizetype(kShards));
    m_subscriptions = {m_bus.subscribe(kListingChanged, [this](const QByteArray &payload) { forget(payload); }),
                       m_bus.subscribe(kBusGapTopic, [this](const QByteArray &) { forgetAll(); })};
}

CardShelf::~CardShelf()
{
    for (const quint64 subscription : m_subscriptions)
        m_bus.unsubscribe(subscription);
}

std::optional<QByteArray> CardShelf::find(ListingId id, Timestamp now)
{
    Shard &shard = shardOf(id);
    const std::lock_guard lock(shard.mutex);
    const Held *held = shard.cards.object(id);
    if (!held)
        return std::nullopt;
    if (now >= held->readAt && now.unixMs - held->readAt.unixMs < kKeptMs) // a clock that was set back keeps nothing longer
        return held->card;
    shard.cards.remove(id);
    return std::nullopt;
}

void CardShelf::put(ListingId id, const QByteArray &card, Timestamp readAt, quint64 moment)
{
    Shard &shard = shardOf(id);
    const std::lock_guard lock(shard.mutex);
    if (m_changes.load(std::memory_order_acquire) == moment)
        shard.cards.insert(id, new Held{card, readAt}, card.size() + kNodeBytes); // the cache owns it
}

void CardShelf::forget(const QByteArray &payload)
{
    m_changes.fetch_add(1, std::memory_order_acq_rel); // first: whoever holds a shard's lock sees it or is forgotten below
    for (const ListingId &id : changedListings(payload)) {
        Shard &shard = shardOf(id);
        const std::lock_guard lock(shard.mutex);
        shard.cards.remove(id);
    }
}

void CardShelf::forgetAll()
{
    m_changes.fetch_add(1, std::memory_order_acq_rel);
    for (Shard &shard : m_shards) {
        const std::lock_guard lock(shard.mutex);
        shard.cards.clear();
    }
}

} // namespace cargo::search
