#pragma once

#include "server/providers/search/engine/snapshot.h"

namespace cargo::search::engine {

// A snapshot in the making: begins as the one before it, and copies what it changes. For the writer.
class NextSnapshot
{
public:
    explicit NextSnapshot(const Snapshot &before);

    bool lives(const Snapshot::Place &place) const; // a place of the snapshot before
    void kill(const Snapshot::Place &place);        // nothing when nothing stands there or it is dead already
    // All of it alive, or as `live` says.
    void append(std::shared_ptr<const Segment> segment, std::shared_ptr<const Bits> live = nullptr);
    // Puts the last, small parts together, so that their number grows with the logarithm of what was written. At most
    // `most` documents go together. Leaves the first `frozen` parts alone, and the large one. After this, places of the snapshot
    // before mean nothing.
    void joinSmallParts(size_t frozen, uint32_t most);
    std::shared_ptr<Snapshot> take();

    static Part makePart(std::shared_ptr<const Segment> segment, std::shared_ptr<const Bits> live, const Snapshot &snapshot);

private:
    void count(const Part &part, int by);

    std::shared_ptr<Snapshot> m_next;
    std::vector<std::shared_ptr<Bits>> m_changed; // by part
    std::vector<uint32_t> m_pairs;
};

} // namespace cargo::search::engine
