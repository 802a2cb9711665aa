#pragma once

#include "server/providers/search/engine/catalog.h"
#include "server/providers/search/engine/columns.h"
#include "server/providers/search/engine/lexicon.h"
#include "server/providers/search/engine/meaning/vectors.h"
#include "server/providers/search/engine/types.h"

#include <array>
#include <memory>
#include <vector>

namespace cargo::search::engine {

inline constexpr uint32_t kNoDocument = 0xFFFF'FFFF;

// Documents that never change, side by side, ascending by id. Who of them is still alive is told elsewhere: by the snapshot.
struct Segment
{
    // Shorter ones are walked from end to end: what they would gain from sorted lists is not worth the making.
    static constexpr uint32_t kOrderedFrom = 8'192;
    enum Order : uint8_t { ByPrice, ByPublished, ByMileage, ByEta, kOrders };

    std::vector<Id> ids;
    std::vector<int64_t> revisions;
    std::vector<uint64_t> fingerprints;        // of the whole content
    std::array<Codes, kWordDimensions> facets; // codes of the catalog's vocabularies
    std::array<NumberColumn, kNumberDimensions> numbers;
    NumberColumn traits;              // bits of the catalog's; what many have alike stands once
    std::vector<uint16_t> completion; // per mille
    std::vector<uint32_t> drivers;    // 0: nobody's
    std::vector<uint64_t> lanes;      // four codes of the catalog's tuples, 16 bits each
    Lexicon lexicon;
    Vectors vectors; // that documents came with; empty where meanings are learnt

    // Made from the above by derive(). All but the bins are empty below kOrderedFrom; totals count the dead too.
    std::array<Codes, kFacetDimensions - kWordDimensions> bins; // by numberAt()
    std::array<std::vector<uint32_t>, kOrders> orders;
    std::array<std::vector<uint32_t>, kFacetDimensions> totals; // by code or bin
    std::array<std::vector<uint32_t>, kLanes> laneTotals;       // by tuple
    std::array<uint32_t, kLanes> withoutTuple{};
    std::vector<uint32_t> traitTotals; // by place among `traits`

    uint32_t size() const { return uint32_t(ids.size()); }
    size_t words() const { return wordsFor(ids.size()); }
    uint32_t find(const Id &id) const; // kNoDocument
    const NumberColumn &number(Dimension dimension) const { return numbers[numberAt(dimension)]; }
    uint16_t laneCode(uint32_t document, size_t lane) const { return uint16_t(lanes[document] >> (16 * lane)); }
    // The value by which a facet counts it: a code or a bin.
    const Codes &places(Dimension dimension) const
    {
        return at(dimension) < kWordDimensions ? facets[at(dimension)] : bins[numberAt(dimension)];
    }
    uint32_t placeIn(Dimension dimension, uint32_t document) const;
    void derive();

    template <typename Archive>
    void archive(Archive &a)
    {
        a.list(ids);
        a.list(revisions);
        a.list(fingerprints);
        for (Codes &codes : facets)
            codes.archive(a);
        for (NumberColumn &column : numbers)
            column.archive(a);
        traits.archive(a);
        a.list(completion);
        a.list(drivers);
        a.list(lanes);
        lexicon.archive(a);
        a.value(vectors.dimensions);
        a.list(vectors.values);
    }
    bool isWhole(const CatalogSizes &sizes) const; // after it was read from a file
};

uint64_t fingerprintOf(const Document &document);

// Ascending by id, none twice: the newest revision, of equal ones the last.
std::vector<const Document *> newestById(const std::vector<Document> &documents);

// Documents ascending by id, none twice. The first step writes into the catalog, the second one, which takes most of the time,
// touches nothing but its segment; a segment that is only merged needs no derive().
std::shared_ptr<Segment> encodeColumns(Catalog &catalog, const std::vector<const Document *> &documents,
                                       uint32_t givenDimensions = 0);
void indexText(Segment &segment, const std::vector<const Document *> &documents);
std::shared_ptr<Segment> buildSegment(Catalog &catalog, const std::vector<const Document *> &documents,
                                      uint32_t givenDimensions = 0); // all three

// The living of several segments of one catalog.
struct MergeSource
{
    const Segment *segment;
    const Bits *live;
};
std::shared_ptr<Segment> mergeSegments(const std::vector<MergeSource> &sources);

} // namespace cargo::search::engine
