#include "server/auth/known_tokens.h"

namespace cargo::auth {

std::optional<SignedToken> KnownTokens::find(QByteArrayView token) const
{
    const QByteArray key = QByteArray::fromRawData(token.data(), token.size());
    const Shard &shard = m_shards[shardOf(key)];
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.tokens.constFind(key);
    return found == shard.tokens.constEnd() ? std::nullopt : std::optional<SignedToken>(*found);
}

void KnownTokens::add(QByteArrayView token, const SignedToken &content)
{
    const QByteArray key = token.toByteArray();
    Shard &shard = m_shards[shardOf(key)];
    const std::lock_guard lock(shard.mutex);
    if (shard.tokens.size() >= kPerShard)
        shard.tokens.clear();
    shard.tokens.insert(key, content);
}

} // namespace cargo::auth
