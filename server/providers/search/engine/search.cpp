#include "server/providers/search/engine/search.h"

#include "server/providers/search/engine/explain.h"
#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/engine/search_scratch.h"

#include <algorithm>
#include <functional>

namespace cargo::search::engine {

namespace {
// Who holds any of a word's alternatives.
Bits holdingBits(const Lexicon &lexicon, const Word &word, size_t words)
{
    Bits holding(words, 0);
    for (const Alternative &alternative : word.alternatives) {
        const auto term = lexicon.find(alternative.term);
        if (!term)
            continue;
        lexicon.forEachRun(*term, [&](uint32_t block, const Lexicon::Run &run) {
            for (uint32_t i = 0; i < run.count; ++i)
                set(holding.data(), (block << kBlockBits) + run.documents[i]);
        });
    }
    return holding;
}
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
    leaveOutUnwanted();
}

Answer Search::run()
{
    m_answer.snapshot = m_snapshot;
    FacetCounter counter(*m_snapshot, m_filters, m_scratch.counts);
    m_answer.droppedWords = m_text.unknown();
    // Nothing holds any of the words: what means the like, where that can be told, or what passes the filters, if there are some;
    // the words are told to be left out then.
    const bool meansSomething = m_meant && m_query.meaning.similarMost > 0;
    const bool hopeless = !m_query.words.empty() && m_text.size() == 0 && (m_filters.size() == 0 || meansSomething);
    if (!hopeless)
        lookAtAll(false, counter);
    noteRelaxations();
    if (isFew())
        noteWordRelaxations();
    if (m_answer.total == 0 && m_text.size() > 1 && relax()) {
        FacetCounter relaxed(*m_snapshot, m_filters, m_scratch.counts);
        lookAtAll(true, relaxed);
        finish(relaxed);
    } else {
        finish(counter);
    }
    return std::move(m_answer);
}

void Search::lookAtAll(bool relaxed, FacetCounter &counter)
{
    for (uint32_t part = 0; part < m_snapshot->parts.size(); ++part) {
        lookAt(part, relaxed);
        std::future<void> scanned = scanMeaning(part);
        if (m_query.wantFacets)
            counter.add(m_snapshot->parts[part], m_scratch.matches);
        if (scanned.valid())
            scanned.get();
    }
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

const Bits &Search::living(uint32_t part) const
{
    return m_query.without.empty() ? *m_snapshot->parts[part].live : m_scratch.wanted[part];
}

void Search::leaveOutUnwanted()
{
    if (m_query.without.empty())
        return;
    m_scratch.wanted.resize(m_snapshot->parts.size());
    for (size_t part = 0; part < m_snapshot->parts.size(); ++part) {
        const Lexicon &lexicon = m_snapshot->parts[part].segment->lexicon;
        Bits &wanted = m_scratch.wanted[part];
        wanted = *m_snapshot->parts[part].live;
        for (const std::vector<Word> &words : m_query.without) {
            Bits unwanted = words.empty() ? Bits(wanted.size(), 0) : Bits(wanted.size(), ~uint64_t(0));
            for (const Word &word : words) {
                const Bits holding = holdingBits(lexicon, word, wanted.size());
                std::transform(unwanted.begin(), unwanted.end(), holding.begin(), unwanted.begin(), std::bit_and<>());
            }
            std::transform(wanted.begin(), wanted.end(), unwanted.begin(), wanted.begin(),
                           [](uint64_t all, uint64_t some) { return all & ~some; });
        }
    }
}

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
        noteMatching(part);
    if (m_query.isDiverse && m_query.after)
        takeDeferred(part);
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
            if (!m_scratch.enough[sums[place] >> TextMatcher::kScoreBits])
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

// Offers what matches of the listings from `from` on, whose places are `words` * 64. Backwards and in pieces: the page that the
// first ones made says how much the next must have.
void Search::offerMany(uint32_t part, size_t from, size_t words, const uint64_t *matching, const uint32_t *scores)
{
    constexpr size_t kPieceWords = 64;
    const uint16_t *prior = priorOf(m_snapshot->parts[part]).values.data() + from * 64;
    for (size_t end = words; end > 0;) {
        const size_t begin = (end - 1) / kPieceWords * kPieceWords;
        const size_t here = end - begin;
        end = begin;
        const uint64_t *promising = matching + begin;
        if (const std::optional<int64_t> worst = m_page.worst(); worst && *worst > 0) {
            scanSums(promising, here, scores + begin * 64, TextMatcher::kScoreMask, prior + begin * 64, uint32_t(*worst),
                     m_scratch.selected.data());
            promising = m_scratch.selected.data();
        }
        forEachBitBackwards(promising, here, [&](uint32_t place) {
            const size_t at = begin * 64 + place;
            m_page.offer(int64_t(scores[at] & TextMatcher::kScoreMask) + prior[at], part, uint32_t(from * 64 + at));
        });
    }
}

void Search::takeFew(uint32_t part, uint32_t block)
{
    const Part &here = m_snapshot->parts[part];
    Matches &matches = m_scratch.matches;
    const Bits &lives = living(part);
    const auto &candidates = m_text.candidates();
    for (size_t c = candidates.size(); c-- > 0;) {
        const uint32_t document = (block << kBlockBits) + candidates[c].document;
        if (!test(lives.data(), document))
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
    const uint64_t *live = living(part).data() + from;
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
    offerMany(part, from, words, all, scores);
}

} // namespace cargo::search::engine
