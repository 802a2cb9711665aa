// The merging half of Engine, on its own thread or on that of who asks for it.
#include "server/providers/search/engine/engine.h"

#include "server/providers/search/engine/next_snapshot.h"

#include <algorithm>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace cargo::search::engine {

namespace {
constexpr int kNice = 10;
constexpr uint32_t kWorthMerging = 4'096; // documents: fewer dead ones do no harm
constexpr uint32_t kMuchLarger = 4;       // times what stands behind it: is left alone

void lowerPriority()
{
#ifdef __linux__
    // On Linux a thread has a priority of its own.
    setpriority(PRIO_PROCESS, id_t(syscall(SYS_gettid)), kNice);
#endif
}

bool isWorn(const Part &part)
{
    const uint32_t dead = part.segment->size() - part.living;
    return dead > kWorthMerging && dead > part.segment->size() / 4;
}
} // namespace

// The last parts, as many as are not much larger than what stands behind them: each document is merged a few times in its
// life, not at every turn.
std::optional<Engine::Range> Engine::rangeToMerge(const Snapshot &snapshot, size_t partsMost)
{
    const auto &parts = snapshot.parts;
    const auto worn = std::find_if(parts.begin(), parts.end(), isWorn);
    if (parts.size() <= partsMost && worn == parts.end())
        return std::nullopt;
    Range range{parts.size(), parts.size()};
    uint64_t behind = 0;
    while (range.from > 0 && (behind == 0 || parts[range.from - 1].living <= kMuchLarger * behind))
        behind += parts[--range.from].living;
    range.from = std::min(range.from, size_t(worn - parts.begin()));
    if (range.from > 0 && range.from + 1 == range.to && worn == parts.end())
        --range.from; // one alone would stay as it is
    return range;
}

void Engine::mergeNow() { merge(true); }

void Engine::merge(bool everything)
{
    const std::lock_guard merging(m_mergeLock);
    std::shared_ptr<const Snapshot> before;
    std::optional<Range> range;
    {
        const std::lock_guard guard(m_writeLock);
        before = snapshot();
        range = everything ? Range{0, before->parts.size()} : rangeToMerge(*before, m_options.partsMost);
        if (!range || range->from == range->to)
            return;
        m_frozenParts = range->to;
    }
    std::vector<MergeSource> sources;
    for (size_t i = range->from; i < range->to; ++i)
        sources.push_back({before->parts[i].segment.get(), before->parts[i].live.get()});
    std::shared_ptr<const Segment> merged = mergeSegments(sources);
    Part part = NextSnapshot::makePart(merged, nullptr, *before);

    const std::lock_guard guard(m_writeLock);
    m_frozenParts = 0;
    const auto current = snapshot();
    // Who died while we were at it.
    auto live = std::make_shared<Bits>(*part.live);
    for (size_t i = range->from; i < range->to; ++i) {
        const Bits &then = *before->parts[i].live;
        const Bits &now = *current->parts[i].live;
        for (size_t w = 0; w < then.size(); ++w) {
            for (uint64_t died = then[w] & ~now[w]; died; died &= died - 1) {
                const auto document = uint32_t(w * 64 + size_t(std::countr_zero(died)));
                clear(live->data(), merged->find(before->parts[i].segment->ids[document]));
            }
        }
    }
    part.living = uint32_t(countBits(live->data(), live->size()));
    part.live = std::move(live);
    auto next = std::make_shared<Snapshot>(*current);
    const auto first = next->parts.begin() + ptrdiff_t(range->from);
    next->parts.erase(first, next->parts.begin() + ptrdiff_t(range->to));
    if (merged->size() > 0)
        next->parts.insert(next->parts.begin() + ptrdiff_t(range->from), std::move(part));
    publish(std::move(next));
    wakeMergerIfDue(); // for what came meanwhile
}

void Engine::refreshPriors(int64_t nowMs)
{
    const std::lock_guard merging(m_mergeLock);
    const auto before = snapshot();
    if (before->priorAtMs == nowMs)
        return;
    std::vector<std::shared_ptr<const Prior>> made;
    for (const Part &part : before->parts)
        made.push_back(std::make_shared<const Prior>(priorOf(*part.segment, nowMs)));
    const std::lock_guard guard(m_writeLock);
    const auto current = snapshot();
    auto next = std::make_shared<Snapshot>(*current);
    for (Part &part : next->parts) {
        const auto known = std::find_if(before->parts.begin(), before->parts.end(),
                                        [&](const Part &other) { return other.segment == part.segment; });
        part.earlierPrior = std::move(part.prior);
        part.prior = known != before->parts.end() ? made[size_t(known - before->parts.begin())]
                                                  : std::make_shared<const Prior>(priorOf(*part.segment, nowMs)); // small
    }
    next->earlierPriorAtMs = current->priorAtMs;
    next->priorAtMs = nowMs;
    publish(std::move(next));
}

bool Engine::learnMeaning(int64_t nowMs, const MeaningOptions &options)
{
    if (m_options.givenDimensions > 0)
        return false;
    const std::lock_guard learning(m_learnLock);
    bool hasLearnt = false;
    // On a thread of its own, which gives way to searches.
    std::thread([&] {
        lowerPriority();
        if (const auto meaning = Meaning::learn(*snapshot(), nowMs, options, &m_stopsLearning)) {
            putInPlace(meaning);
            hasLearnt = true;
        }
    }).join();
    return hasLearnt;
}

void Engine::putInPlace(const std::shared_ptr<const Meaning> &meaning)
{
    const std::lock_guard merging(m_mergeLock);
    const auto before = snapshot();
    const auto vectorsOf = [&meaning](const Part &part) {
        return std::make_shared<const Vectors>(meaning->of(part.segment->lexicon, part.segment->size()));
    };
    std::vector<std::shared_ptr<const Vectors>> made;
    for (const Part &part : before->parts)
        made.push_back(vectorsOf(part));
    const std::lock_guard guard(m_writeLock);
    auto next = std::make_shared<Snapshot>(*snapshot());
    for (Part &part : next->parts) {
        const auto known = std::find_if(before->parts.begin(), before->parts.end(),
                                        [&](const Part &other) { return other.segment == part.segment; });
        part.vectors = known != before->parts.end() ? made[size_t(known - before->parts.begin())] : vectorsOf(part); // small
    }
    next->meaning = meaning;
    publish(std::move(next));
}

void Engine::refreshPriorsSoon(int64_t nowMs)
{
    wakeMerger([this, nowMs] { m_priorsDueMs = nowMs; });
}

// Under m_writeLock.
void Engine::wakeMergerIfDue()
{
    if (m_frozenParts == 0 && rangeToMerge(*snapshot(), m_options.partsMost))
        wakeMerger([this] { m_mergeDue = true; });
}

template <typename Change>
void Engine::wakeMerger(Change &&change)
{
    if (!m_options.mergesInBackground)
        return;
    {
        const std::lock_guard guard(m_wakeLock);
        change();
        if (!m_merger.joinable() && !m_stopping)
            m_merger = std::thread([this] { runMerges(); });
    }
    m_wake.notify_one();
}

void Engine::runMerges()
{
    lowerPriority();
    std::unique_lock guard(m_wakeLock);
    for (;;) {
        m_wake.wait(guard, [this] { return m_stopping || m_mergeDue || m_priorsDueMs; });
        if (m_stopping)
            return;
        const bool merges = std::exchange(m_mergeDue, false);
        const auto priors = std::exchange(m_priorsDueMs, std::nullopt);
        guard.unlock();
        if (priors)
            refreshPriors(*priors);
        if (merges)
            merge(false);
        guard.lock();
    }
}

} // namespace cargo::search::engine
