#pragma once

#include "server/providers/search/engine/facet_counter.h"
#include "server/providers/search/engine/page.h"
#include "server/providers/search/engine/text_matcher.h"

#include <future>
#include <memory>

namespace cargo::search::engine {

// One query over one snapshot: filters, words, page, counts. Lives for the call, on one thread.
class Search
{
public:
    Search(std::shared_ptr<const Snapshot> snapshot, const Query &query);
    Answer run();

private:
    struct Scratch;
    static Scratch &scratch();

    void lookAtAll(bool relaxed, FacetCounter &counter);
    void lookAt(uint32_t part, bool relaxed);
    void matchBlock(uint32_t part, uint32_t block, bool relaxed);
    void takeFew(uint32_t part, uint32_t block);
    void takeMany(uint32_t part, uint32_t block, const uint64_t *bits, const uint32_t *scores);
    void offerMany(uint32_t part, size_t from, size_t words, const uint64_t *matching, const uint32_t *scores);
    void takePage(uint32_t part);
    void offerAll(uint32_t part, const NumberColumn &column);
    void takeDeferred(uint32_t part);
    bool relax();
    void leaveOutUnwanted();
    const Bits &living(uint32_t part) const;
    size_t scanFilters(uint32_t part, uint32_t block);
    void countMasks();
    uint64_t countPassing();
    bool isFew() const;
    void noteRelaxations();
    void noteWordRelaxations();
    void finish(FacetCounter &counter);
    void explain();
    void noteMatching(uint32_t part);
    std::future<void> scanMeaning(uint32_t part);
    void fusePage();
    void findSimilar();
    const Prior &priorOf(const Part &part) const;
    int64_t keyOf(const Part &part, uint32_t document) const;
    int64_t rankOf(uint32_t part, uint32_t document) const;
    bool ranksByText() const { return m_query.sort == Sort::Relevance && m_text.size() > 0; }

    std::shared_ptr<const Snapshot> m_snapshot;
    const Query &m_query;
    Scratch &m_scratch;
    Filters m_filters;
    TextMatcher m_text;
    Page m_page;
    Answer m_answer;
    std::vector<SegmentFilter> m_here;          // on the segment under way
    bool m_earlier = false;                     // the page began with the priors of the moment before
    std::vector<uint64_t> m_failing;            // by filter, of all parts
    std::optional<std::vector<int8_t>> m_meant; // by the snapshot's meaning; none: the query has none
    std::optional<NearestFinder> m_nearest;     // of what matches, where the page is to be fused
    std::vector<Near> m_matching;               // some of what matches, for the similar
};

} // namespace cargo::search::engine
