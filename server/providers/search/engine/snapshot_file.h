#pragma once

#include "server/providers/search/engine/snapshot.h"

#include <memory>
#include <string>
#include <vector>

namespace cargo::search::engine {

// A listing that was removed: nothing older than this may come back.
struct Buried
{
    int64_t revision = 0;
    uint64_t sequence = 0; // of the burial: the oldest are forgotten first
};

// What a file holds. Its form: a mark, a version, the length; what documents were made with; dictionaries, parts with their
// living, burials; a checksum of all that. Numbers as this machine writes them: a file is a cache beside its process, not an
// export.
struct SavedIndex
{
    std::shared_ptr<Catalog> catalog;
    std::vector<std::shared_ptr<Segment>> segments; // not derived yet
    std::vector<std::shared_ptr<Bits>> lives;       // by segment
    std::vector<std::pair<Id, Buried>> buried;
    std::shared_ptr<Meaning> meaning; // null: nothing was learnt; vectors are made by it anew
};

// Both return what went wrong, or nothing. A file is written beside, synchronised and renamed, so that the old one stays whole.
std::string writeSnapshot(const std::string &path, const Snapshot &snapshot, const std::vector<std::pair<Id, Buried>> &buried,
                          const std::string &madeWith);
std::string readSnapshot(const std::string &path, size_t tuplesMost, const std::string &madeWith, SavedIndex &out);

} // namespace cargo::search::engine
