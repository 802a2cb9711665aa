// The half of Search that tells what each condition costs, and lets words go where nothing holds them all.
#include "server/providers/search/engine/search_scratch.h"

#include <algorithm>
#include <bit>

namespace cargo::search::engine {

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
    std::copy_n(living(part).data() + from, words, m_scratch.living.begin());
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
        m_scratch.sums[part].resize(segment.words() * 64);
        for (uint32_t block = 0; size_t(block) * kBlockDocuments < segment.size(); ++block) {
            uint32_t *sums = m_scratch.sums[part].data() + size_t(block) * kBlockDocuments;
            const size_t words = scanFilters(part, block);
            m_text.addUp(block, words, sums);
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
    m_scratch.enough.assign(m_scratch.masks.size(), 0);
    for (uint32_t mask = 1; mask < m_scratch.masks.size(); ++mask)
        m_scratch.enough[mask] = std::popcount(mask) == std::popcount(best);
    for (size_t word = 0; word < count; ++word) {
        if (!(best >> word & 1))
            m_answer.droppedWords.push_back(m_text.placeOf(word));
    }
    return true;
}

} // namespace cargo::search::engine
