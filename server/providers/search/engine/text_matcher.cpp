#include "server/providers/search/engine/text_matcher.h"

#include "server/providers/search/engine/ranking.h"

#include <algorithm>
#include <cmath>

namespace cargo::search::engine {

namespace {
// Up to so many listings of a block are looked at one by one; more are added up for the whole block.
constexpr size_t kFew = 2'048;

uint32_t weightOf(uint64_t holding, uint32_t documents, float likelihood)
{
    const double there = std::max<double>(double(holding), double(documents));
    const double rarity = std::log(1 + (there - double(holding) + 0.5) / (double(holding) + 0.5));
    const double steps = std::floor(rarity * 2) / 2 + 0.5;
    const double weight = steps * double(likelihood) * ranking::kRarityScale;
    return uint32_t(std::clamp(std::lround(weight), 1L, long(ranking::kWordWeightMost)));
}

// The first place from `from` on that is not less than `document`: near ones are found in a few steps.
uint32_t gallop(const Lexicon::Run &run, uint32_t from, uint16_t document)
{
    uint32_t step = 1;
    uint32_t high = from;
    while (high < run.count && run.documents[high] < document) {
        from = high + 1;
        high += step;
        step *= 2;
    }
    const uint16_t *last = run.documents + std::min(high, run.count);
    return uint32_t(std::lower_bound(run.documents + from, last, document) - run.documents);
}

constexpr size_t kTileWords = 64; // 16 KiB of sums

// What a term adds to the sums of a word whose bit is at `shift`, from its posting `next` on up to the document `end`. Returns
// the next one. First: nothing of the word is there yet.
uint32_t addFirst(const Lexicon::Run &run, uint32_t next, uint32_t end, uint32_t weight, size_t shift, uint32_t *sums)
{
    const uint32_t bit = 1u << shift;
    for (; next < run.count && run.documents[next] < end; ++next)
        sums[run.documents[next]] += bit + run.impacts[next] * weight;
    return next;
}

// The likeliest meaning counts, and it alone. A jump over the others would be foreseen by nobody: nothing is added.
uint32_t addOther(const Lexicon::Run &run, uint32_t next, uint32_t end, uint32_t weight, size_t shift, uint32_t *sums)
{
    const uint32_t bit = 1u << shift;
    for (; next < run.count && run.documents[next] < end; ++next) {
        uint32_t &sum = sums[run.documents[next]];
        const uint32_t isNew = (sum >> shift & 1) - 1; // all bits, or none
        sum += isNew & (bit + run.impacts[next] * weight);
    }
    return next;
}

// The same of a common term, which has an impact or 0 for each of `words` * 64 places.
CARGO_SIMD void addEverywhere(const uint8_t *__restrict impacts, size_t words, uint32_t weight, size_t shift,
                              uint32_t *__restrict sums)
{
    const uint32_t bit = 1u << shift;
    for (size_t w = 0; w < words; ++w) {
        for (size_t j = w * 64; j < w * 64 + 64; ++j) {
            const uint32_t impact = impacts[j];
            const uint32_t isThere = impact == 0 ? 0 : ~0u;
            const uint32_t isNew = (sums[j] & bit) == 0 ? ~0u : 0;
            sums[j] += isThere & isNew & (bit + impact * weight);
        }
    }
}
} // namespace

TextMatcher::TextMatcher(const Snapshot &snapshot, const Query &query, uint32_t documents, std::vector<uint32_t> &scratch)
    : m_block(scratch), m_bits(kBlockWords)
{
    m_block.resize(kBlockDocuments);
    for (size_t place = 0; place < std::min(query.words.size(), kWordsMost); ++place) {
        PlannedWord word;
        word.place = place;
        uint64_t holding = 0;
        const std::vector<Alternative> &alternatives = query.words[place].alternatives;
        for (size_t a = 0; a < alternatives.size(); ++a) {
            const Alternative &alternative = alternatives[a];
            const uint32_t with = snapshot.documentsWith(alternative.term);
            const bool twice = std::any_of(word.terms.begin(), word.terms.end(),
                                           [&](const Term &term) { return term.text == alternative.term; });
            if (with == 0 || twice)
                continue;
            holding += with;
            Term term;
            term.text = alternative.term;
            term.place = a;
            word.terms.push_back(term);
        }
        if (word.terms.empty()) {
            m_unknown.push_back(place);
            continue;
        }
        word.documents = uint32_t(std::min<uint64_t>(holding, documents));
        for (Term &term : word.terms)
            term.weight = weightOf(holding, documents, std::clamp(alternatives[term.place].weight, 0.F, 1.F));
        m_words.push_back(std::move(word));
    }
}

void TextMatcher::enter(const Segment &segment)
{
    m_segment = &segment;
    for (PlannedWord &word : m_words) {
        for (Term &term : word.terms) {
            const auto index = segment.lexicon.find(term.text);
            term.isThere = index.has_value();
            term.index = index.value_or(0);
        }
    }
}

std::vector<TextMatcher::Held> TextMatcher::heldBy(const Segment &segment, uint32_t document) const
{
    std::vector<Held> list;
    for (const PlannedWord &word : m_words) {
        for (const Term &term : word.terms) {
            const auto index = segment.lexicon.find(term.text);
            const Lexicon::Run run = index ? segment.lexicon.run(*index, document >> kBlockBits) : Lexicon::Run();
            const auto wanted = uint16_t(document);
            const uint16_t *found = std::lower_bound(run.documents, run.documents + run.count, wanted);
            if (found == run.documents + run.count || *found != wanted)
                continue;
            list.push_back({word.place, term.place, term.text, term.weight, run.impacts[found - run.documents], word.documents});
            break;
        }
    }
    return list;
}

void TextMatcher::openBlock(uint32_t block)
{
    for (PlannedWord &word : m_words) {
        word.inBlock = 0;
        for (Term &term : word.terms) {
            term.run = term.isThere ? m_segment->lexicon.run(term.index, block) : Lexicon::Run();
            term.next = 0;
            word.inBlock += term.run.count;
        }
    }
}

TextMatcher::Found TextMatcher::matchAll(uint32_t block)
{
    openBlock(block);
    std::vector<const PlannedWord *> rarestFirst;
    for (const PlannedWord &word : m_words) {
        if (word.inBlock == 0)
            return Found::None;
        rarestFirst.push_back(&word);
    }
    if (rarestFirst.empty())
        return Found::None;
    std::sort(rarestFirst.begin(), rarestFirst.end(),
              [](const PlannedWord *a, const PlannedWord *b) { return a->inBlock < b->inBlock; });
    if (rarestFirst.front()->inBlock <= kFew) {
        takeCandidates(*rarestFirst.front());
        for (size_t i = 1; i < rarestFirst.size() && !m_candidates.empty(); ++i)
            keepHolding(*rarestFirst[i]);
        return m_candidates.empty() ? Found::None : Found::Few;
    }
    const size_t words = std::min(kBlockWords, m_segment->words() - size_t(block) * kBlockWords);
    addUpOpen(words, m_block.data());
    scanRange(m_block.data(), words, allWords() << kScoreBits, 0xFFFF'FFFFu, m_bits.data());
    return Found::Many;
}

void TextMatcher::addUp(uint32_t block, size_t words, uint32_t *out)
{
    openBlock(block);
    addUpOpen(words, out);
}

// Tile by tile, which stays in the nearest cache until all words are in it.
void TextMatcher::addUpOpen(size_t words, uint32_t *out)
{
    for (size_t from = 0; from < words; from += kTileWords) {
        const size_t here = std::min(kTileWords, words - from);
        const auto end = uint32_t((from + here) * 64);
        uint32_t *tile = out + from * 64;
        std::fill_n(tile, here * 64, 0);
        for (size_t w = 0; w < m_words.size(); ++w) {
            const size_t shift = kScoreBits + w;
            for (Term &term : m_words[w].terms) {
                if (term.run.everywhere) {
                    addEverywhere(term.run.everywhere + from * 64, here, term.weight, shift, tile);
                    continue;
                }
                const bool isFirst = &term == m_words[w].terms.data(); // nothing of this word is there yet
                term.next = isFirst ? addFirst(term.run, term.next, end, term.weight, shift, out)
                                    : addOther(term.run, term.next, end, term.weight, shift, out);
            }
        }
    }
}

void TextMatcher::takeCandidates(const PlannedWord &word)
{
    m_candidates.clear();
    if (word.terms.size() == 1) {
        const Term &term = word.terms.front();
        for (uint32_t i = 0; i < term.run.count; ++i)
            m_candidates.push_back({term.run.documents[i], term.run.impacts[i] * term.weight});
        return;
    }
    m_union.clear();
    for (uint32_t t = 0; t < word.terms.size(); ++t) {
        const Term &term = word.terms[t];
        for (uint32_t i = 0; i < term.run.count; ++i)
            m_union.emplace_back(uint32_t(term.run.documents[i]) << 16 | t, term.run.impacts[i] * term.weight);
    }
    std::sort(m_union.begin(), m_union.end());
    for (const auto &[key, score] : m_union) {
        if (m_candidates.empty() || m_candidates.back().document != key >> 16)
            m_candidates.push_back({uint16_t(key >> 16), score});
    }
}

void TextMatcher::keepHolding(const PlannedWord &word)
{
    m_held.assign(m_candidates.size(), 0);
    const auto add = [this](size_t c, uint32_t points) {
        m_candidates[c].score += points;
        m_held[c] = 1;
    };
    for (const Term &term : word.terms) {
        if (const uint8_t *everywhere = term.run.everywhere) {
            for (size_t c = 0; c < m_candidates.size(); ++c) {
                const uint32_t impact = everywhere[m_candidates[c].document];
                if (!m_held[c] && impact > 0)
                    add(c, impact * term.weight);
            }
            continue;
        }
        uint32_t from = 0;
        for (size_t c = 0; c < m_candidates.size() && from < term.run.count; ++c) {
            if (m_held[c])
                continue;
            from = gallop(term.run, from, m_candidates[c].document);
            if (from < term.run.count && term.run.documents[from] == m_candidates[c].document)
                add(c, term.run.impacts[from] * term.weight);
        }
    }
    size_t kept = 0;
    for (size_t c = 0; c < m_candidates.size(); ++c) {
        if (m_held[c])
            m_candidates[kept++] = m_candidates[c];
    }
    m_candidates.resize(kept);
}

} // namespace cargo::search::engine
