#pragma once

#include "server/providers/search/engine/snapshot.h"

#include <QHash>
#include <QString>

#include <mutex>
#include <optional>

namespace cargo::search {

// How many cars each of the phrases finds that are suggested while one types (phrases.h). To count one takes a search: of a
// large market, where that takes milliseconds, the numbers are kept for a minute and then made anew beside the calls.
// Thread-safe.
class PhraseCounts
{
public:
    static constexpr uint64_t kCountedEachTime = 20'000; // listings: a market of so many is counted whenever it has changed
    static constexpr qint64 kKeptMs = 60'000;

    // Nothing: it is to be counted, and noted.
    std::optional<int> of(const QString &phrase, const engine::Snapshot &market) const;
    void note(const QString &phrase, const engine::Snapshot &market, int count);
    // Whether all are to be counted anew, by who asks: the others are told that somebody does. `nowMs`: of a monotonic clock.
    bool takesTurn(qint64 nowMs);

private:
    struct Known
    {
        int count = 0;
        uint64_t version = 0; // of the market
    };
    mutable std::mutex m_lock;
    QHash<QString, Known> m_known;
    bool m_isLarge = false;
    std::optional<qint64> m_countedAtMs;
};

} // namespace cargo::search
