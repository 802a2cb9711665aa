#pragma once

#include "server/bus/bus.h"
#include "server/http/middleware/rate_limit.h"

#include <mutex>
#include <unordered_map>

namespace cargo::http {

// The buckets of several servers as one: each decides by its own, at once, and tells the others what was taken a moment later.
// So one who spreads his requests over all servers gets what was taken meanwhile beyond his limit, and nobody waits for a store.
class SharedRateLimiter final : public RateLimiter
{
public:
    // Limits as of LocalRateLimiter. Bus and clock outlive it.
    SharedRateLimiter(std::array<qint64, limits::kBucketNames.size()> perMinute, Bus &bus, const Clock &clock);
    ~SharedRateLimiter() override;
    SharedRateLimiter(const SharedRateLimiter &) = delete;
    SharedRateLimiter &operator=(const SharedRateLimiter &) = delete;

    Verdict take(limits::Bucket bucket, QByteArrayView key, Timestamp now) override;

    // How long takes are gathered before they are told.
    static constexpr qint64 kGatherMs = 200;

private:
    void hear(const QByteArray &payload);

    LocalRateLimiter m_local;
    Bus &m_bus;
    const Clock &m_clock;
    const QByteArray m_name; // our own messages are not for us
    quint64 m_subscription = 0;
    std::mutex m_mutex;
    std::unordered_map<std::string, int> m_taken; // by the bucket's digit and the key
    qint64 m_toldAtMs = 0;
};

} // namespace cargo::http
