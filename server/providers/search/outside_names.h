#pragma once

#include "server/providers/search/name_index.h"

#include <memory>
#include <mutex>

namespace cargo::search {

// Brands and models of an outside engine for suggestions: counted by the engine now and then, read here. Thread-safe.
class OutsideNames
{
public:
    // Nothing, or too old: to be counted anew. True for one caller at a time.
    bool isDue();
    // `pairs`: as pairOf() makes them. Nothing: the counting failed, and what was known stays.
    void put(const std::optional<std::vector<std::pair<QString, qint64>>> &pairs);
    // After writes of this process.
    void renewSoon();
    std::vector<Suggestion> suggest(const QString &text, int limit) const;

private:
    static constexpr qint64 kKeptMs = 60'000;

    mutable std::mutex m_mutex;
    std::shared_ptr<const NameIndex> m_names = std::make_shared<const NameIndex>();
    qint64 m_dueAt = 0; // of the monotonic clock
    bool m_counting = false;
};

} // namespace cargo::search
