#pragma once

#include "server/auth/auth_tokens.h"

#include <QHash>

#include <array>
#include <mutex>
#include <optional>

namespace cargo::auth {

// Access tokens whose signature was right, so that the next request of the same person need not compute it again: reading
// a token costs more than everything else that we do for a small answer. What a token says never changes; whether it has
// expired and whether its session ended is looked at each time by the callers. Refused tokens are not kept, so nobody can
// fill it without our signature. The hash is seeded: how long a look takes tells nothing of the tokens in it. Thread-safe.
class KnownTokens
{
public:
    std::optional<SignedToken> find(QByteArrayView token) const;
    void add(QByteArrayView token, const SignedToken &content);

private:
    static constexpr size_t kShards = 16;
    static constexpr qsizetype kPerShard = 512; // then the shard begins anew: 4 MiB in all

    struct alignas(64) Shard
    {
        mutable std::mutex mutex;
        QHash<QByteArray, SignedToken> tokens;
    };
    static size_t shardOf(const QByteArray &token) { return (qHash(token) >> 16) % kShards; }

    std::array<Shard, kShards> m_shards;
};

} // namespace cargo::auth
