#include "server/providers/search/engine/search.h"

#include "server/providers/search/engine/explain.h"
#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/engine/search_scratch.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace cargo::search::engine {

namespace {
// Where fewer match, they are all looked at; where more do, a sorted list soon gives the best of them.
constexpr size_t kWalkFromShare = 16;
} // namespace

Search::Scratch &Search::scratch()
{
    thread_local Scratch scratch;
    return scratch;
}

Search::Search(std::shared_ptr<const Snapshot> snapshot, const Query &query)
    : m_snapshot(std::move(snapshot)), m_query(query), m_scratch(scratch()), m_filters(*m_snapshot, query),
      m_text(*m_snapshot, query, query.after ? query.after->documents : m_snapshot->living, m_scratch.block),
      m_page(*m_snapshot, query), m_failing(m_filters.size(), 0)
{
    for (const Part &part : m_snapshot->parts)
        m_earlier = m_earlier
                    || (query.after && part.earlierPrior && part.earlierPrior->atMs == query.after->priorAtMs
                        && part.prior->atMs != query.after->priorAtMs);
    if (m_snapshot->meaning && !query.after)
        m_meant = m_snapshot->meaning->meant(query.meaning);
    if (m_meant && query.meaning.reorders && query.isDiverse && ranksByText())
        m_nearest.emplace(*m_meant, ranking::kFusedNearMost);
    m_scratch.passing.resize(m_filters.size());
    for (Bits &bits : m_scratch.passing)
        bits.resize(kBlockWords);
    m_scratch.living.resize(kBlockWords);
    m_scratch.selected.resize(kBlockWords);
}

Answer Search::run()
{
    m_answer.snapshot = m_snapshot;
    FacetCounter counter(*m_snapshot, m_filters, m_scratch.counts);
    m_answer.droppedWords = m_text.unknown();
    const bool hopeless = !m_query.words.empty() && m_text.size() == 0;
    for (uint32_t part = 0; !hopeless && part < m_snapshot->parts.size(); ++part) {
        lookAt(part, false);
        if (m_query.wantFacets)
            counter.add(m_snapshot->parts[part], m_scratch.matches);
    }
    noteRelaxations();
    if (isFew())
        noteWordRelaxations();
    if (m_answer.total == 0 && m_text.size() > 1 && relax()) {
        FacetCounter relaxed(*m_snapshot, m_filters, m_scratch.counts);
        for (uint32_t part = 0; part < m_snapshot->parts.size(); ++part) {
            lookAt(part, true);
            if (m_query.wantFacets)
                relaxed.add(m_snapshot->parts[part], m_scratch.matches);
        }
        finish(relaxed);
    } else {
        finish(counter);
    }
    return std::move(m_answer);
}

void Search::finish(FacetCounter &counter)
{
    std::sort(m_answer.droppedWords.begin(), m_answer.droppedWords.end());
    if (m_nearest && m_answer.total > 0)
        fusePage();
    m_page.writeTo(m_answer);
    if (m_meant && m_query.meaning.similarMost > 0 && m_answer.total <= m_query.fewHits)
        findSimilar();
    if (m_answer.next) {
        m_answer.next->priorAtMs = m_query.after ? m_query.after->priorAtMs : m_snapshot->priorAtMs;
        m_answer.next->documents = m_query.after ? m_query.after->documents : m_snapshot->living;
    }
    if (ranksByText()) {
        for (Hit &hit : m_answer.hits) {
            const Snapshot::Place place = m_snapshot->find(hit.id);
            hit.prior = priorOf(m_snapshot->parts[place.part]).values[place.document];
            hit.textScore = uint32_t(hit.key) - hit.prior;
        }
    } else if (m_query.sort == Sort::Relevance) {
        for (Hit &hit : m_answer.hits)
            hit.prior = uint32_t(hit.key);
    }
    if (m_query.wantExplanations && m_query.sort == Sort::Relevance)
        explain();
    if (m_query.wantFacets)
        counter.writeTo(m_answer);
}

void Search::explain()
{
    const Explainer explainer(*m_snapshot, m_text);
    std::optional<int64_t> above;
    for (const Hit &hit : m_answer.hits) {
        const Part &part = m_snapshot->parts[m_snapshot->find(hit.id).part];
        m_answer.explanations.push_back(explainer.explain(hit, priorOf(part), above));
        above = hit.fused ? std::nullopt : std::optional<int64_t>(hit.key); // a fused order is not by key
    }
}

const Prior &Search::priorOf(const Part &part) const { return m_earlier && part.earlierPrior ? *part.earlierPrior : *part.prior; }

void Search::lookAt(uint32_t part, bool relaxed)
{
    const Segment &segment = *m_snapshot->parts[part].segment;
    Matches &matches = m_scratch.matches;
    matches.all.clear(segment.words());
    matches.failing.resize(m_filters.size());
    for (DocumentSet &failing : matches.failing)
        failing.clear(segment.words());
    m_here = m_filters.on(segment);
    if (!relaxed)
        m_text.enter(segment);
    const uint32_t blocks = (segment.size() + kBlockDocuments - 1) / kBlockDocuments;
    // Backwards: of equal ranks the greater id comes first, so that the page fills up early.
    for (uint32_t block = blocks; block-- > 0;)
        matchBlock(part, block, relaxed);
    matches.all.close();
    m_answer.total += matches.all.count();
    for (size_t i = 0; i < m_filters.size(); ++i) {
        matches.failing[i].close();
        m_failing[i] += matches.failing[i].count();
    }
    if (m_query.wantFacets) { // each of them asks again
        matches.all.listFew();
        for (DocumentSet &failing : matches.failing)
            failing.listFew();
    }
    if (!ranksByText())
        takePage(part);
    if (m_meant)
        noteMeaning(part);
    if (m_query.isDiverse && m_query.after)
        takeDeferred(part);
}

void Search::takeDeferred(uint32_t part)
{
    const Part &here = m_snapshot->parts[part];
    for (const Deferred &deferred : m_query.after->deferred) {
        const uint32_t document = here.segment->find(deferred.id);
        if (document == kNoDocument || !m_scratch.matches.all.has(document))
            continue;
        m_page.offerDeferred(rankOf(part, document), part, document, deferred.crowd);
    }
}

// The key of one that matches.
int64_t Search::rankOf(uint32_t part, uint32_t document) const
{
    const Part &here = m_snapshot->parts[part];
    int64_t key = keyOf(here, document);
    if (ranksByText()) {
        for (const TextMatcher::Held &held : m_text.heldBy(*here.segment, document))
            key += int64_t(held.weight) * held.impact;
    }
    return key;
}

void Search::matchBlock(uint32_t part, uint32_t block, bool relaxed)
{
    const Part &here = m_snapshot->parts[part];
    const size_t from = size_t(block) * kBlockWords;
    const size_t words = std::min(kBlockWords, here.segment->words() - from);
    if (relaxed) {
        const uint32_t *sums = m_scratch.sums[part].data() + size_t(block) * kBlockDocuments;
        scanRange(sums, words, 1u << TextMatcher::kScoreBits, 0xFFFF'FFFFu, m_scratch.selected.data());
        forEachBit(m_scratch.selected.data(), words, [&](uint32_t place) {
            if (!m_scratch.wanted[sums[place] >> TextMatcher::kScoreBits])
                clear(m_scratch.selected.data(), place);
        });
        takeMany(part, block, m_scratch.selected.data(), sums);
        return;
    }
    if (m_text.size() == 0) {
        takeMany(part, block, nullptr, nullptr);
        return;
    }
    switch (m_text.matchAll(block)) {
    case TextMatcher::Found::None: return;
    case TextMatcher::Found::Few: takeFew(part, block); return;
    case TextMatcher::Found::Many: takeMany(part, block, m_text.bits(), m_text.scores()); return;
    }
}

void Search::takeFew(uint32_t part, uint32_t block)
{
    const Part &here = m_snapshot->parts[part];
    Matches &matches = m_scratch.matches;
    const auto &candidates = m_text.candidates();
    for (size_t c = candidates.size(); c-- > 0;) {
        const uint32_t document = (block << kBlockBits) + candidates[c].document;
        if (!test(here.live->data(), document))
            continue;
        size_t failed = 0;
        size_t last = 0;
        for (size_t i = 0; i < m_here.size() && failed < 2; ++i) {
            if (!m_here[i].passes(document)) {
                ++failed;
                last = i;
            }
        }
        if (failed == 1)
            set(matches.failing[last].data(), document);
        if (failed > 0)
            continue;
        set(matches.all.data(), document);
        if (ranksByText())
            m_page.offer(int64_t(candidates[c].score) + priorOf(here).values[document], part, document);
    }
}

void Search::takeMany(uint32_t part, uint32_t block, const uint64_t *bits, const uint32_t *scores)
{
    const Part &here = m_snapshot->parts[part];
    Matches &matches = m_scratch.matches;
    const size_t from = size_t(block) * kBlockWords;
    const size_t words = std::min(kBlockWords, here.segment->words() - from);
    const uint64_t *live = here.live->data() + from;
    uint64_t *all = matches.all.data() + from;
    for (size_t i = 0; i < m_here.size(); ++i)
        m_here[i].scan(from, words, m_scratch.passing[i].data());
    for (size_t w = 0; w < words; ++w) {
        const uint64_t candidates = bits ? bits[w] & live[w] : live[w];
        uint64_t once = 0; // fails a filter
        uint64_t twice = 0;
        for (const Bits &passing : m_scratch.passing) {
            twice |= once & ~passing[w];
            once |= ~passing[w];
        }
        all[w] = candidates & ~once;
        const uint64_t alone = candidates & once & ~twice;
        if (alone) {
            for (size_t i = 0; i < m_here.size(); ++i)
                matches.failing[i].data()[from + w] = alone & ~m_scratch.passing[i][w];
        }
    }
    if (!ranksByText() || !scores)
        return;
    const uint16_t *prior = priorOf(here).values.data() + size_t(block) * kBlockDocuments;
    const uint32_t base = block << kBlockBits;
    forEachBitBackwards(all, words, [&](uint32_t place) {
        m_page.offer(int64_t(scores[place] & TextMatcher::kScoreMask) + prior[place], part, base + place);
    });
}

int64_t Search::keyOf(const Part &part, uint32_t document) const
{
    const Segment &segment = *part.segment;
    switch (m_query.sort) {
    case Sort::Relevance: return priorOf(part).values[document];
    case Sort::PriceAscending:
    case Sort::PriceDescending: return segment.number(Dimension::Price).at(document);
    case Sort::Newest: return segment.number(Dimension::Published).at(document);
    case Sort::MileageAscending: return segment.number(Dimension::Mileage).at(document);
    case Sort::EtaAscending: return segment.number(Dimension::Eta).at(document);
    }
    return 0;
}

// Places among the distinct numbers are in the numbers' order and lie close together, the numbers do not: only one that may
// stand on the page is looked up.
void Search::offerAll(uint32_t part, const NumberColumn &column)
{
    const bool descending = m_page.isDescending();
    uint32_t limit = descending ? 0 : std::numeric_limits<uint32_t>::max();
    std::optional<int64_t> worst; // that the limit is the place of
    column.codes().visit([&](const auto *places) {
        const auto offer = [&](uint32_t document) {
            const uint32_t place = places[document];
            if (descending ? place < limit : place > limit)
                return;
            m_page.offer(column.distinct()[place], part, document);
            if (m_page.worst() == worst)
                return;
            worst = m_page.worst();
            limit = descending ? column.lowerBound(*worst) : std::max(column.upperBound(*worst), 1U) - 1;
        };
        if (descending)
            m_scratch.matches.all.forEachBackwards(offer);
        else
            m_scratch.matches.all.forEach(offer);
    });
}

void Search::takePage(uint32_t part)
{
    const Part &here = m_snapshot->parts[part];
    const Segment &segment = *here.segment;
    const Matches &matches = m_scratch.matches;
    const auto value = [&](uint32_t document) { return keyOf(here, document); };
    const bool all = segment.orders[0].empty() || matches.all.count() < segment.size() / kWalkFromShare;
    if (m_query.sort == Sort::Relevance) {
        const Prior &prior = priorOf(here);
        if (all)
            matches.all.forEachBackwards([&](uint32_t document) { m_page.offer(value(document), part, document); });
        else
            m_page.walk(prior.order, 0, prior.order.size(), matches.all.bits(), part, value);
        return;
    }
    const bool byPrice = m_query.sort == Sort::PriceAscending || m_query.sort == Sort::PriceDescending;
    const Dimension dimension = byPrice                                  ? Dimension::Price
                                : m_query.sort == Sort::Newest           ? Dimension::Published
                                : m_query.sort == Sort::MileageAscending ? Dimension::Mileage
                                                                         : Dimension::Eta;
    if (all) {
        offerAll(part, segment.number(dimension));
        return;
    }
    const Segment::Order order = byPrice                                  ? Segment::ByPrice
                                 : m_query.sort == Sort::Newest           ? Segment::ByPublished
                                 : m_query.sort == Sort::MileageAscending ? Segment::ByMileage
                                                                          : Segment::ByEta;
    const auto &sorted = segment.orders[order];
    size_t from = 0;
    size_t to = sorted.size();
    if (const auto &bounds = m_query.bounds[numberAt(dimension)]) {
        from = size_t(std::partition_point(sorted.begin(), sorted.end(), [&](uint32_t d) { return value(d) < bounds->from; })
                      - sorted.begin());
        to = size_t(std::partition_point(sorted.begin(), sorted.end(), [&](uint32_t d) { return value(d) <= bounds->to; })
                    - sorted.begin());
    }
    m_page.walk(sorted, from, to, matches.all.bits(), part, value);
}

void Search::noteRelaxations()
{
    if (!m_query.wantFacets)
        return;
    for (size_t i = 0; i < m_filters.size(); ++i)
        m_answer.relaxations.push_back({false, at(m_filters.dimension(i)), m_answer.total + m_failing[i]});
}

// Who of a block lives and passes every filter, in m_scratch.living. Returns its words.
size_t Search::scanFilters(uint32_t part, uint32_t block)
{
    const Part &here = m_snapshot->parts[part];
    const size_t from = size_t(block) * kBlockWords;
    const size_t words = std::min(kBlockWords, here.segment->words() - from);
    std::copy_n(here.live->data() + from, words, m_scratch.living.begin());
    for (const SegmentFilter &filter : m_here) {
        filter.scan(from, words, m_scratch.selected.data());
        for (size_t w = 0; w < words; ++w)
            m_scratch.living[w] &= m_scratch.selected[w];
    }
    return words;
}

// How many of those that pass the filters hold just these words, by mask, and what all of them hold.
void Search::countMasks()
{
    m_scratch.masks.assign(size_t(1) << m_text.size(), 0);
    m_scratch.sums.resize(m_snapshot->parts.size());
    for (uint32_t part = 0; part < m_snapshot->parts.size(); ++part) {
        const Segment &segment = *m_snapshot->parts[part].segment;
        m_text.enter(segment);
        m_here = m_filters.on(segment);
        m_scratch.sums[part].assign(segment.words() * 64, 0);
        for (uint32_t block = 0; size_t(block) * kBlockDocuments < segment.size(); ++block) {
            uint32_t *sums = m_scratch.sums[part].data() + size_t(block) * kBlockDocuments;
            m_text.addUp(block, sums);
            const size_t words = scanFilters(part, block);
            scanRange(sums, words, 1u << TextMatcher::kScoreBits, 0xFFFF'FFFFu, m_scratch.selected.data()); // hold a word
            for (size_t w = 0; w < words; ++w) {
                m_scratch.masks[0] += uint32_t(std::popcount(m_scratch.living[w] & ~m_scratch.selected[w]));
                m_scratch.living[w] &= m_scratch.selected[w];
            }
            forEachBit(m_scratch.living.data(), words,
                       [&](uint32_t place) { ++m_scratch.masks[sums[place] >> TextMatcher::kScoreBits]; });
        }
    }
}

uint64_t Search::countPassing()
{
    uint64_t passing = 0;
    for (uint32_t part = 0; part < m_snapshot->parts.size(); ++part) {
        const Segment &segment = *m_snapshot->parts[part].segment;
        m_here = m_filters.on(segment);
        for (uint32_t block = 0; size_t(block) * kBlockDocuments < segment.size(); ++block) {
            const size_t words = scanFilters(part, block);
            passing += countBits(m_scratch.living.data(), words);
        }
    }
    return passing;
}

// Whether it is worth telling what each word costs.
bool Search::isFew() const { return m_query.wantFacets && !m_query.words.empty() && m_answer.total <= m_query.fewHits; }

void Search::noteWordRelaxations()
{
    if (m_text.size() < 2) { // without the only word there are as many as pass
        m_answer.relaxations.push_back({true, kAllWords, countPassing()});
        return;
    }
    countMasks();
    uint64_t passing = 0;
    for (const uint32_t count : m_scratch.masks)
        passing += count;
    const auto phraseOf = [this](size_t place) {
        return place < m_query.phrases.size() ? size_t(m_query.phrases[place]) : place;
    };
    std::vector<size_t> phrases;
    for (size_t word = 0; word < m_text.size(); ++word) {
        const size_t phrase = phraseOf(m_text.placeOf(word));
        if (std::find(phrases.begin(), phrases.end(), phrase) != phrases.end())
            continue;
        phrases.push_back(phrase);
        uint32_t bits = 0;
        for (size_t other = word; other < m_text.size(); ++other)
            bits |= phraseOf(m_text.placeOf(other)) == phrase ? 1u << other : 0;
        uint64_t without = 0;
        for (uint32_t mask = 0; mask < m_scratch.masks.size(); ++mask)
            without += (mask | bits) == m_text.allWords() ? m_scratch.masks[mask] : 0;
        m_answer.relaxations.push_back({true, m_text.placeOf(word), without});
    }
    m_answer.relaxations.push_back({true, kAllWords, passing});
}

// Nothing that passes the filters holds all words: chooses as many words as anything holds. False: nothing holds any.
bool Search::relax()
{
    const size_t count = m_text.size();
    if (!isFew())
        countMasks();
    uint32_t best = 0;
    for (uint32_t mask = 1; mask < m_scratch.masks.size(); ++mask) {
        const int more = std::popcount(mask) - std::popcount(best);
        if (m_scratch.masks[mask] > 0 && (more > 0 || (more == 0 && m_scratch.masks[mask] > m_scratch.masks[best])))
            best = mask;
    }
    if (best == 0)
        return false;
    m_scratch.wanted.assign(m_scratch.masks.size(), 0);
    for (uint32_t mask = 1; mask < m_scratch.masks.size(); ++mask)
        m_scratch.wanted[mask] = std::popcount(mask) == std::popcount(best);
    for (size_t word = 0; word < count; ++word) {
        if (!(best >> word & 1))
            m_answer.droppedWords.push_back(m_text.placeOf(word));
    }
    return true;
}

} // namespace cargo::search::engine
