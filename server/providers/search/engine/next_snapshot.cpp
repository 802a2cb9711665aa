#include "server/providers/search/engine/next_snapshot.h"

namespace cargo::search::engine {

NextSnapshot::NextSnapshot(const Snapshot &before)
    : m_next(std::make_shared<Snapshot>(before)), m_changed(before.parts.size()), m_pairs(*before.pairCounts)
{
}

Part NextSnapshot::makePart(std::shared_ptr<const Segment> segment, std::shared_ptr<const Bits> live, const Snapshot &snapshot)
{
    Part part;
    part.prior = std::make_shared<const Prior>(priorOf(*segment, snapshot.priorAtMs));
    if (snapshot.earlierPriorAtMs)
        part.earlierPrior = std::make_shared<const Prior>(priorOf(*segment, *snapshot.earlierPriorAtMs));
    if (!live)
        live = std::make_shared<const Bits>(allSet(segment->size()));
    part.living = uint32_t(countBits(live->data(), live->size()));
    if (snapshot.meaning && snapshot.meaning->isGiven())
        part.vectors = std::shared_ptr<const Vectors>(segment, &segment->vectors);
    else if (snapshot.meaning)
        part.vectors = std::make_shared<const Vectors>(snapshot.meaning->of(segment->lexicon, segment->size()));
    part.segment = std::move(segment);
    part.live = std::move(live);
    return part;
}

bool NextSnapshot::lives(const Snapshot::Place &place) const
{
    return test(m_next->parts[place.part].live->data(), place.document);
}

void NextSnapshot::kill(const Snapshot::Place &place)
{
    if (place.document == kNoDocument || !lives(place))
        return;
    Part &part = m_next->parts[place.part];
    auto &changed = m_changed[place.part];
    if (!changed) {
        changed = std::make_shared<Bits>(*part.live);
        part.live = changed;
    }
    clear(changed->data(), place.document);
    --part.living;
    const uint16_t pair = part.segment->laneCode(place.document, 0);
    if (pair != kNoTuple)
        --m_pairs[pair];
}

void NextSnapshot::append(std::shared_ptr<const Segment> segment, std::shared_ptr<const Bits> live)
{
    m_next->parts.push_back(makePart(std::move(segment), std::move(live), *m_next));
    m_changed.emplace_back();
    const Part &part = m_next->parts.back();
    forEachBit(part.live->data(), part.segment->words(), [&](uint32_t document) {
        const uint16_t pair = part.segment->laneCode(document, 0);
        if (pair == kNoTuple)
            return;
        if (pair >= m_pairs.size())
            m_pairs.resize(size_t(pair) + 1, 0);
        ++m_pairs[pair];
    });
}

void NextSnapshot::joinSmallParts(size_t frozen, uint32_t most)
{
    auto &parts = m_next->parts;
    std::vector<MergeSource> sources;
    size_t from = parts.size();
    uint32_t together = 0;
    const size_t first = std::max<size_t>(frozen, 1);
    // Backwards, while the next one is not much larger than all behind it.
    while (from > first && together + parts[from - 1].living <= most && (together == 0 || parts[from - 1].living <= 2 * together))
        together += parts[--from].living;
    if (parts.size() - from < 2)
        return;
    for (size_t i = from; i < parts.size(); ++i)
        sources.push_back({parts[i].segment.get(), parts[i].live.get()});
    std::shared_ptr<const Segment> joined = mergeSegments(sources);
    parts.resize(from);
    if (joined->size() > 0)
        parts.push_back(makePart(std::move(joined), nullptr, *m_next));
}

std::shared_ptr<Snapshot> NextSnapshot::take()
{
    m_next->pairCounts = std::make_shared<const std::vector<uint32_t>>(std::move(m_pairs));
    return std::move(m_next);
}

} // namespace cargo::search::engine
