#pragma once

#include "server/limits.h"
#include "shared/domain/clock.h"

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <memory>

namespace cargo::http {

// Port: may this one ask now? A deployment of several servers can put a shared store behind it.
class RateLimiter
{
public:
    struct Verdict
    {
        bool allowed = true;
        qint64 retryAfterMs = 0;
    };
    virtual ~RateLimiter() = default;
    // `key` is a user's id or an address. Thread-safe, never waits for the network.
    virtual Verdict take(limits::Bucket bucket, QByteArrayView key, Timestamp now) = 0;
};

// Token buckets in this process, in shards, so that threads seldom meet at a lock. Full buckets are forgotten.
class LocalRateLimiter final : public RateLimiter
{
public:
    // Requests a minute for each limits::Bucket; 0 switches a bucket off.
    explicit LocalRateLimiter(std::array<qint64, limits::kBucketNames.size()> perMinute);
    ~LocalRateLimiter() override;
    Verdict take(limits::Bucket bucket, QByteArrayView key, Timestamp now) override;
    // Somebody has taken `count` elsewhere.
    void spend(limits::Bucket bucket, QByteArrayView key, int count, Timestamp now);

private:
    struct Shard;
    template <typename Function>
    void withEntry(limits::Bucket bucket, QByteArrayView key, Timestamp now, Function function);
    static constexpr size_t kShards = 64;
    std::array<qint64, limits::kBucketNames.size()> m_perMinute;
    std::unique_ptr<std::array<Shard, kShards>> m_shards;
};

} // namespace cargo::http
