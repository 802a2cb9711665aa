#pragma once

#include "server/providers/search/engine/meaning/meaning.h"
#include "server/providers/search/engine/prior.h"
#include "server/providers/search/engine/segment.h"

#include <memory>
#include <string>
#include <vector>

namespace cargo::search::engine {

// One segment as a snapshot sees it.
struct Part
{
    std::shared_ptr<const Segment> segment;
    std::shared_ptr<const Bits> live;
    uint32_t living = 0;
    std::shared_ptr<const Prior> prior;
    std::shared_ptr<const Prior> earlierPrior; // of the moment before, for pages that began then; may be null
    std::shared_ptr<const Vectors> vectors;    // by Snapshot::meaning, given ones those of the segment; null where there is none
};

struct TermCount
{
    std::string term;
    std::string shown;      // as somebody wrote it
    uint32_t documents = 0; // the dead too, until they are merged away
    int distance = 0;       // of near(): mistakes
};

// The whole index at one moment. Never changes once it is published; whoever holds it reads without a lock. Its catalog is
// shared with later snapshots, of which it sees no more than `sizes`.
class Snapshot
{
public:
    std::vector<Part> parts; // the first is the large one; an id lives in one of them
    std::shared_ptr<const Catalog> catalog;
    CatalogSizes sizes;
    uint64_t version = 0;
    int64_t priorAtMs = 0;
    std::optional<int64_t> earlierPriorAtMs;
    uint32_t living = 0;
    std::shared_ptr<const std::vector<uint32_t>> pairCounts; // living of each tuple of lane 0: brand and model
    std::shared_ptr<const Meaning> meaning;                  // all vectors of the parts are of this one; may be null

    // What a text's reader asks: which index forms there are.
    uint32_t documentsWith(std::string_view term) const;
    std::vector<TermCount> beginningWith(std::string_view prefix, size_t most) const;    // the commonest first
    std::vector<TermCount> near(std::string_view term, int mistakes, size_t most) const; // the nearest, then commonest first

    struct Place
    {
        size_t part = 0;
        uint32_t document = kNoDocument;
    };
    Place find(const Id &id) const; // of the living

    struct Standing
    {
        Id id{};
        int64_t revision = 0;
    };
    // The living from behind `after` up to `last`, ascending by id.
    std::vector<Standing> standing(const Id &after, const Id &last) const;
    int64_t newestRevision() const; // 0: there is nothing

    struct Pair
    {
        std::string_view brand;
        std::string_view model;
        uint32_t code;
        uint32_t living;
    };
    std::vector<Pair> pairs() const; // also those of which none is left
};

} // namespace cargo::search::engine
