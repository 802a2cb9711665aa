#include "server/http/middleware/rate_limit.h"

#include <functional>
#include <mutex>
#include <string>
#include <unordered_map>

namespace cargo::http {

namespace {
// Tokens are counted in millionths, so that slow buckets fill evenly.
constexpr qint64 kToken = 1'000'000;

struct Entry
{
    qint64 tokens = 0;
    qint64 filledAtMs = 0;
};
} // namespace

struct alignas(64) LocalRateLimiter::Shard
{
    std::mutex mutex;
    std::unordered_map<std::string, Entry> entries;
};

LocalRateLimiter::LocalRateLimiter(std::array<qint64, limits::kBucketNames.size()> perMinute)
    : m_perMinute(perMinute), m_shards(std::make_unique<std::array<Shard, kShards>>())
{
}

LocalRateLimiter::~LocalRateLimiter() = default;

// The bucket as it stands now, under its lock; nothing when it is switched off.
template <typename Function>
void LocalRateLimiter::withEntry(limits::Bucket bucket, QByteArrayView key, Timestamp now, Function function)
{
    const qint64 perMinute = m_perMinute[size_t(bucket)];
    if (perMinute <= 0)
        return;
    const qint64 capacity = qMax(qint64(1), perMinute / limits::kBurstPart) * kToken;
    // Only the time that made whole millionths is used up: who asks all the time must not lose the rest.
    const auto refill = [&](Entry &entry) {
        const qint64 passedMs = qBound(qint64(0), now.unixMs - entry.filledAtMs, kMinuteMs);
        const qint64 gained = passedMs * perMinute * kToken / kMinuteMs;
        entry.tokens += gained;
        entry.filledAtMs = passedMs == kMinuteMs
                               ? now.unixMs
                               : entry.filledAtMs + (gained * kMinuteMs + perMinute * kToken - 1) / (perMinute * kToken);
        if (entry.tokens >= capacity) {
            entry.tokens = capacity;
            entry.filledAtMs = now.unixMs;
        }
    };

    thread_local std::string name;
    name.assign(1, char('0' + int(bucket)));
    name.append(key.data(), size_t(key.size()));
    Shard &shard = (*m_shards)[std::hash<std::string>{}(name) % kShards];
    const std::lock_guard guard(shard.mutex);
    if (shard.entries.size() > size_t(limits::kRateEntriesPerShard)) {
        // A minute fills any bucket: who was not here so long is as good as new.
        std::erase_if(shard.entries, [&](const auto &item) { return now.unixMs - item.second.filledAtMs > kMinuteMs; });
    }
    const auto [found, isNew] = shard.entries.try_emplace(name, Entry{capacity, now.unixMs});
    refill(found->second);
    function(found->second.tokens, perMinute);
}

RateLimiter::Verdict LocalRateLimiter::take(limits::Bucket bucket, QByteArrayView key, Timestamp now)
{
    Verdict verdict;
    withEntry(bucket, key, now, [&](qint64 &tokens, qint64 perMinute) {
        if (tokens >= kToken)
            tokens -= kToken;
        else
            verdict = {false, ((kToken - tokens) * kMinuteMs + perMinute * kToken - 1) / (perMinute * kToken)};
    });
    return verdict;
}

void LocalRateLimiter::spend(limits::Bucket bucket, QByteArrayView key, int count, Timestamp now)
{
    withEntry(bucket, key, now, [&](qint64 &tokens, qint64) { tokens = qMax(qint64(0), tokens - count * kToken); });
}

} // namespace cargo::http
