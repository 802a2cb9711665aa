#include "server/providers/search/engine/segment.h"

#include <algorithm>
#include <queue>

namespace cargo::search::engine {

namespace {
struct Origin
{
    uint32_t source;
    uint32_t document;
};
using Remap = std::vector<std::vector<uint32_t>>; // by source and document: the new one

// The living of all sources by id. Of an id that comes twice the newer revision stays, of equal ones the later source's.
std::vector<Origin> orderById(const std::vector<MergeSource> &sources, Remap &remap)
{
    std::vector<Origin> order;
    std::vector<uint32_t> at(sources.size(), 0);
    const auto settle = [&](uint32_t source) { // at the next living one; false: none is left
        const uint32_t size = sources[source].segment->size();
        while (at[source] < size && !test(sources[source].live->data(), at[source]))
            ++at[source];
        return at[source] < size;
    };
    const auto idAt = [&](uint32_t source) -> const Id & { return sources[source].segment->ids[at[source]]; };
    const auto later = [&](uint32_t a, uint32_t b) { return idAt(a) != idAt(b) ? idAt(b) < idAt(a) : a > b; };
    const auto take = [&](uint32_t source) {
        const Segment &segment = *sources[source].segment;
        const uint32_t document = at[source];
        if (!order.empty()) {
            Origin &last = order.back();
            const Segment &other = *sources[last.source].segment;
            if (other.ids[last.document] == segment.ids[document]) {
                if (segment.revisions[document] >= other.revisions[last.document]) {
                    remap[last.source][last.document] = kNoDocument;
                    last = {source, document};
                    remap[source][document] = uint32_t(order.size()) - 1;
                }
                return;
            }
        }
        remap[source][document] = uint32_t(order.size());
        order.push_back({source, document});
    };
    std::priority_queue<uint32_t, std::vector<uint32_t>, decltype(later)> queue(later);
    size_t living = 0;
    for (uint32_t s = 0; s < sources.size(); ++s) {
        remap.emplace_back(sources[s].segment->size(), kNoDocument);
        living += countBits(sources[s].live->data(), sources[s].segment->words());
        if (settle(s))
            queue.push(s);
    }
    order.reserve(living);
    while (!queue.empty()) {
        const uint32_t source = queue.top();
        queue.pop();
        bool more = false;
        do { // as long as this source is first, it need not queue
            take(source);
            ++at[source];
            more = settle(source);
        } while (more && (queue.empty() || !later(source, queue.top())));
        if (more)
            queue.push(source);
    }
    return order;
}

template <typename T, typename Read>
std::vector<T> gather(const std::vector<Origin> &order, Read &&read)
{
    std::vector<T> out;
    out.reserve(order.size());
    for (const Origin &origin : order)
        out.push_back(read(origin.source, origin.document));
    return out;
}

Codes mergeCodes(const std::vector<Origin> &order, const std::vector<MergeSource> &sources, size_t facet)
{
    const auto codes = gather<uint32_t>(order, [&](uint32_t s, uint32_t d) { return sources[s].segment->facets[facet].at(d); });
    return Codes(codes, codes.empty() ? 0 : *std::max_element(codes.begin(), codes.end()));
}

template <typename ColumnOf>
NumberColumn mergeNumbers(const std::vector<Origin> &order, const std::vector<MergeSource> &sources, ColumnOf &&columnOf)
{
    // Only values that somebody alive has.
    std::vector<std::vector<uint8_t>> used;
    for (const MergeSource &source : sources)
        used.emplace_back(columnOf(*source.segment).distinct().size(), 0);
    for (const Origin &origin : order)
        used[origin.source][columnOf(*sources[origin.source].segment).codes().at(origin.document)] = 1;
    std::vector<int64_t> distinct;
    for (size_t s = 0; s < sources.size(); ++s) {
        const auto &values = columnOf(*sources[s].segment).distinct();
        for (size_t i = 0; i < values.size(); ++i) {
            if (used[s][i])
                distinct.push_back(values[i]);
        }
    }
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    distinct.shrink_to_fit();
    std::vector<std::vector<uint32_t>> places;
    for (const MergeSource &source : sources) {
        auto &list = places.emplace_back();
        auto from = distinct.begin();
        for (const int64_t value : columnOf(*source.segment).distinct()) {
            from = std::lower_bound(from, distinct.end(), value);
            list.push_back(uint32_t(from - distinct.begin()));
        }
    }
    const auto codes =
        gather<uint32_t>(order, [&](uint32_t s, uint32_t d) { return places[s][columnOf(*sources[s].segment).codes().at(d)]; });
    return NumberColumn(std::move(distinct), codes);
}

// All segments of an index have vectors of the same length, or none.
Vectors mergeVectors(const std::vector<Origin> &order, const std::vector<MergeSource> &sources)
{
    Vectors merged;
    for (const MergeSource &source : sources)
        merged.dimensions = std::max(merged.dimensions, source.segment->vectors.dimensions);
    if (merged.dimensions == 0)
        return merged;
    merged.values.reserve(order.size() * merged.dimensions);
    for (const Origin &origin : order) {
        const int8_t *from = sources[origin.source].segment->vectors.at(origin.document);
        merged.values.insert(merged.values.end(), from, from + merged.dimensions);
    }
    return merged;
}

class LexiconMerger
{
public:
    LexiconMerger(const std::vector<MergeSource> &sources, const Remap &remap) : m_sources(sources), m_remap(remap) {}

    void writeTo(Lexicon &out)
    {
        std::vector<uint32_t> at(m_sources.size(), 0);
        const auto termOf = [&](uint32_t s) { return m_sources[s].segment->lexicon.term(at[s]); };
        const auto later = [&](uint32_t a, uint32_t b) {
            const int order = termOf(a).compare(termOf(b));
            return order != 0 ? order > 0 : a > b;
        };
        std::priority_queue<uint32_t, std::vector<uint32_t>, decltype(later)> queue(later);
        size_t postings = 0, terms = 0;
        for (uint32_t s = 0; s < m_sources.size(); ++s) {
            const Lexicon &lexicon = m_sources[s].segment->lexicon;
            terms = std::max(terms, lexicon.size());
            for (uint32_t t = 0; t < lexicon.size(); ++t)
                postings += lexicon.documentCount(t);
            if (lexicon.size() > 0)
                queue.push(s);
        }
        out.reserve(terms, postings);
        while (!queue.empty()) {
            const std::string_view term = termOf(queue.top());
            const std::string_view ending = m_sources[queue.top()].segment->lexicon.ending(at[queue.top()]);
            m_entries.clear();
            m_starts.clear();
            while (!queue.empty() && termOf(queue.top()) == term) {
                const uint32_t source = queue.top();
                queue.pop();
                collect(source, at[source]);
                if (++at[source] < m_sources[source].segment->lexicon.size())
                    queue.push(source);
            }
            mergeRuns();
            if (m_entries.empty())
                continue;
            out.beginTerm(term, ending);
            for (const uint64_t entry : m_entries)
                out.add(uint32_t(entry >> 8), uint8_t(entry));
        }
        out.finish();
    }

private:
    void collect(uint32_t source, uint32_t term)
    {
        m_starts.push_back(m_entries.size());
        const std::vector<uint32_t> &remap = m_remap[source];
        m_sources[source].segment->lexicon.forEachRun(term, [&](uint32_t block, const Lexicon::Run &run) {
            const uint32_t base = block << kBlockBits;
            for (uint32_t i = 0; i < run.count; ++i) {
                const uint32_t document = remap[base + run.documents[i]];
                if (document != kNoDocument)
                    m_entries.push_back(uint64_t(document) << 8 | run.impacts[i]);
            }
        });
    }

    // Each source's part is in order; pairs of neighbours are merged until one is left.
    void mergeRuns()
    {
        if (m_starts.size() == 1 || std::is_sorted(m_entries.begin(), m_entries.end()))
            return;
        m_starts.push_back(m_entries.size());
        while (m_starts.size() > 2) {
            std::vector<size_t> starts;
            for (size_t i = 0; i + 1 < m_starts.size(); i += 2) {
                starts.push_back(m_starts[i]);
                if (i + 2 < m_starts.size()) {
                    const auto from = m_entries.begin();
                    std::inplace_merge(from + ptrdiff_t(m_starts[i]), from + ptrdiff_t(m_starts[i + 1]),
                                       from + ptrdiff_t(m_starts[i + 2]));
                }
            }
            starts.push_back(m_entries.size());
            m_starts = std::move(starts);
        }
    }

    const std::vector<MergeSource> &m_sources;
    const Remap &m_remap;
    std::vector<uint64_t> m_entries; // document and impact, of one term
    std::vector<size_t> m_starts;    // of the sources' parts
};
} // namespace

std::shared_ptr<Segment> mergeSegments(const std::vector<MergeSource> &sources)
{
    auto merged = std::make_shared<Segment>();
    Remap remap;
    const std::vector<Origin> order = orderById(sources, remap);
    const auto segment = [&sources](uint32_t s) -> const Segment & { return *sources[s].segment; };
    merged->ids = gather<Id>(order, [&](uint32_t s, uint32_t d) { return segment(s).ids[d]; });
    merged->revisions = gather<int64_t>(order, [&](uint32_t s, uint32_t d) { return segment(s).revisions[d]; });
    merged->fingerprints = gather<uint64_t>(order, [&](uint32_t s, uint32_t d) { return segment(s).fingerprints[d]; });
    merged->completion = gather<uint16_t>(order, [&](uint32_t s, uint32_t d) { return segment(s).completion[d]; });
    merged->drivers = gather<uint32_t>(order, [&](uint32_t s, uint32_t d) { return segment(s).drivers[d]; });
    merged->lanes = gather<uint64_t>(order, [&](uint32_t s, uint32_t d) { return segment(s).lanes[d]; });
    for (size_t f = 0; f < kWordDimensions; ++f)
        merged->facets[f] = mergeCodes(order, sources, f);
    for (size_t f = 0; f < kNumberDimensions; ++f)
        merged->numbers[f] = mergeNumbers(order, sources, [f](const Segment &s) -> const NumberColumn & { return s.numbers[f]; });
    merged->traits = mergeNumbers(order, sources, [](const Segment &s) -> const NumberColumn & { return s.traits; });
    LexiconMerger(sources, remap).writeTo(merged->lexicon);
    merged->vectors = mergeVectors(order, sources);
    merged->derive();
    return merged;
}

} // namespace cargo::search::engine
