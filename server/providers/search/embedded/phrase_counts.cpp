#include "server/providers/search/embedded/phrase_counts.h"

namespace cargo::search {

std::optional<int> PhraseCounts::of(const QString &phrase, const engine::Snapshot &market) const
{
    const std::lock_guard guard(m_lock);
    const auto known = m_known.constFind(phrase);
    if (known == m_known.constEnd() || (known->version != market.version && market.living <= kCountedEachTime))
        return std::nullopt;
    return known->count;
}

void PhraseCounts::note(const QString &phrase, const engine::Snapshot &market, int count)
{
    const std::lock_guard guard(m_lock);
    m_known.insert(phrase, {count, market.version});
    m_isLarge = market.living > kCountedEachTime;
}

bool PhraseCounts::takesTurn(qint64 nowMs)
{
    const std::lock_guard guard(m_lock);
    if (!m_isLarge || (m_countedAtMs && nowMs - *m_countedAtMs < kKeptMs))
        return false;
    m_countedAtMs = nowMs;
    return true;
}

} // namespace cargo::search
