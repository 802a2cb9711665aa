#include "server/providers/search/engine/bins.h"
#include "server/providers/search/engine/posting_collector.h"
#include "server/providers/search/engine/segment.h"
#include "server/providers/search/engine/traits.h"

#include <algorithm>
#include <cstring>

namespace cargo::search::engine {

namespace {
uint64_t mixed(uint64_t h, uint64_t value)
{
    h = (h ^ value) * 0x9E37'79B9'7F4A'7C15ull;
    return h ^ (h >> 29);
}

uint64_t mixed(uint64_t h, std::string_view text)
{
    h = mixed(h, uint64_t(text.size()));
    while (!text.empty()) {
        uint64_t eight = 0;
        const size_t taken = std::min<size_t>(text.size(), 8);
        std::memcpy(&eight, text.data(), taken);
        h = mixed(h, eight);
        text.remove_prefix(taken);
    }
    return h;
}

std::array<int64_t, kNumberDimensions> numbersOf(const Document &d)
{
    return {d.year, d.priceMinor, d.mileageKm, d.etaDays, d.ratingHundredths, d.publishedMs, d.powerHp, d.displacementCc};
}

// Noughts for who came without one, or with one of another length.
Vectors givenVectors(const std::vector<const Document *> &documents, uint32_t dimensions)
{
    Vectors vectors{dimensions, std::vector<int8_t>(documents.size() * dimensions)};
    for (size_t i = 0; dimensions > 0 && i < documents.size(); ++i) {
        if (documents[i]->vector.size() == dimensions)
            quantiseUnit(documents[i]->vector.data(), dimensions, givenScale(dimensions), vectors.values.data() + i * dimensions);
    }
    return vectors;
}
} // namespace

uint64_t fingerprintOf(const Document &document)
{
    uint64_t h = mixed(0, uint64_t(document.revision));
    for (const std::string &value : document.facets)
        h = mixed(h, value);
    for (const int64_t value : numbersOf(document))
        h = mixed(h, uint64_t(value));
    h = mixed(h, uint64_t(int64_t(document.completionPerMille)));
    h = mixed(h, uint64_t(document.driver));
    for (const std::string &trait : document.traits)
        h = mixed(h, trait);
    h = mixed(mixed(h, document.title), document.description);
    if (document.vector.empty())
        return h;
    return mixed(
        h, std::string_view(reinterpret_cast<const char *>(document.vector.data()), document.vector.size() * sizeof(float)));
}

std::vector<const Document *> newestById(const std::vector<Document> &documents)
{
    std::vector<const Document *> list;
    for (const Document &document : documents)
        list.push_back(&document);
    std::stable_sort(list.begin(), list.end(), [](const Document *a, const Document *b) {
        return a->id != b->id ? a->id < b->id : a->revision < b->revision;
    });
    size_t kept = 0;
    for (size_t i = 0; i < list.size(); ++i) {
        if (i + 1 == list.size() || list[i + 1]->id != list[i]->id)
            list[kept++] = list[i];
    }
    list.resize(kept);
    return list;
}

std::shared_ptr<Segment> encodeColumns(Catalog &catalog, const std::vector<const Document *> &documents, uint32_t givenDimensions)
{
    const size_t n = documents.size();
    auto segment = std::make_shared<Segment>();
    segment->ids.reserve(n);
    segment->revisions.reserve(n);
    segment->fingerprints.reserve(n);
    segment->completion.reserve(n);
    segment->drivers.reserve(n);
    std::array<std::vector<uint32_t>, kWordDimensions> codes;
    std::array<std::vector<int64_t>, kNumberDimensions> numbers;
    std::vector<int64_t> traits;
    for (const Document *document : documents) {
        segment->ids.push_back(document->id);
        segment->revisions.push_back(document->revision);
        segment->fingerprints.push_back(fingerprintOf(*document));
        segment->completion.push_back(uint16_t(std::clamp(document->completionPerMille, 0, 1000)));
        segment->drivers.push_back(document->driver);
        for (size_t f = 0; f < kWordDimensions; ++f)
            codes[f].push_back(catalog.vocabularies[f].codeOf(document->facets[f]));
        const auto values = numbersOf(*document);
        for (size_t f = 0; f < kNumberDimensions; ++f)
            numbers[f].push_back(values[f]);
        traits.push_back(traitBits(catalog.traits, document->traits));
    }
    segment->traits = NumberColumn(traits);
    for (size_t f = 0; f < kWordDimensions; ++f)
        segment->facets[f] = Codes(codes[f], codes[f].empty() ? 0 : *std::max_element(codes[f].begin(), codes[f].end()));
    for (size_t f = 0; f < kNumberDimensions; ++f)
        segment->numbers[f] = NumberColumn(numbers[f]);
    segment->lanes.reserve(n);
    for (uint32_t i = 0; i < n; ++i) {
        uint64_t packed = 0;
        for (size_t lane = 0; lane < kLanes; ++lane) {
            Tuple tuple{};
            for (size_t column = 0; column < tuple.size(); ++column)
                tuple[column] = uint16_t(segment->placeIn(kLaneDimensions[lane][column], i));
            packed |= uint64_t(catalog.lanes[lane].codeOf(tuple)) << (16 * lane);
        }
        segment->lanes.push_back(packed);
    }
    segment->vectors = givenVectors(documents, givenDimensions);
    return segment;
}

void indexText(Segment &segment, const std::vector<const Document *> &documents)
{
    PostingCollector postings;
    for (uint32_t i = 0; i < documents.size(); ++i)
        postings.add(i, *documents[i]);
    postings.writeTo(segment.lexicon);
}

std::shared_ptr<Segment> buildSegment(Catalog &catalog, const std::vector<const Document *> &documents, uint32_t givenDimensions)
{
    auto segment = encodeColumns(catalog, documents, givenDimensions);
    indexText(*segment, documents);
    segment->derive();
    return segment;
}

} // namespace cargo::search::engine
