#include "server/providers/search/engine/posting_collector.h"

#include "server/providers/search/engine/ranking.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cargo::search::engine {

namespace {
constexpr size_t kCountsKept = 16, kLengthsKept = 512; // most counts are small and most texts short

// What a term is worth that has this weighted count in a text of so many words.
uint8_t reckonedImpact(uint32_t count, size_t length)
{
    const double lengthShare = 1 - ranking::kLengthShare + ranking::kLengthShare * double(length) / ranking::kReferenceWords;
    const double value = count * (ranking::kSaturation + 1) / (count + ranking::kSaturation * lengthShare);
    return uint8_t(std::clamp(std::lround(value * ranking::kImpactScale), 1L, 255L));
}
} // namespace

void PostingCollector::add(uint32_t document, const Document &source)
{
    const size_t length = count(termsOfShort(source.title), ranking::kTitleWeight) + countDescription(source);
    for (size_t f = 0; f < kWordDimensions; ++f) {
        const bool inTitle = f == at(Dimension::Brand) || f == at(Dimension::Model);
        if (inTitle || f == at(Dimension::Country))
            continue;
        const std::vector<uint32_t> &terms = termsOfShort(source.facets[f]);
        count(terms, terms.size() == 1 ? ranking::kFactWeight : ranking::kDescriptionWeight);
    }
    for (const uint32_t term : m_held) {
        m_postings.push_back({term, document, impactOf(m_counts[term], length)});
        m_counts[term] = 0;
    }
    m_held.clear();
    for (const std::string &trait : source.traits)
        m_postings.push_back({numberOf(traitTerm(trait), {}), document, ranking::kTraitImpact});
}

void PostingCollector::writeTo(Lexicon &lexicon) const
{
    std::vector<std::string_view> terms(m_stems.size());
    m_stems.forEach([&terms](std::string_view stem, uint32_t number) { terms[number] = stem; });
    std::vector<uint32_t> inOrder(terms.size());
    std::iota(inOrder.begin(), inOrder.end(), 0);
    std::sort(inOrder.begin(), inOrder.end(), [&terms](uint32_t a, uint32_t b) { return terms[a] < terms[b]; });
    std::vector<uint32_t> next(terms.size() + 1, 0); // counting sort by term keeps the documents' order
    for (const Posting &posting : m_postings)
        ++next[posting.term + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    const std::vector<uint32_t> start = next;
    std::vector<uint64_t> byTerm(m_postings.size());
    for (const Posting &posting : m_postings)
        byTerm[next[posting.term]++] = uint64_t(posting.document) << 8 | posting.impact;
    lexicon.reserve(terms.size(), m_postings.size());
    for (const uint32_t term : inOrder) {
        lexicon.beginTerm(terms[term], m_endings[term]);
        for (uint32_t i = start[term]; i < start[term + 1]; ++i)
            lexicon.add(uint32_t(byTerm[i] >> 8), uint8_t(byTerm[i]));
    }
    lexicon.finish();
}

void PostingCollector::count(uint32_t term, uint32_t weight)
{
    if (m_counts[term] == 0)
        m_held.push_back(term);
    m_counts[term] += weight;
}

size_t PostingCollector::count(const std::vector<uint32_t> &terms, uint32_t weight)
{
    for (const uint32_t term : terms)
        count(term, weight);
    return terms.size();
}

size_t PostingCollector::countDescription(const Document &source)
{
    if (!source.book) {
        m_terms.clear();
        m_reader.read(source.description, [this](std::string_view word) { m_terms.push_back(termOf(word)); });
        return count(m_terms, ranking::kDescriptionWeight);
    }
    if (m_book != source.book.get())
        open(*source.book);
    for (const uint32_t word : source.words) {
        uint32_t &term = m_termsOfBook[word];
        if (term == kUnread)
            term = termOf(m_wordsOfBook[word]);
        count(term, ranking::kDescriptionWeight);
    }
    return source.words.size();
}

const std::vector<uint32_t> &PostingCollector::termsOfShort(const std::string &text)
{
    static const std::vector<uint32_t> kNone;
    if (text.empty())
        return kNone;
    bool isNew = false;
    uint32_t &number = m_shortTexts.at(text, isNew);
    if (isNew) {
        number = uint32_t(m_termsOfShort.size());
        std::vector<uint32_t> &terms = m_termsOfShort.emplace_back();
        m_reader.read(text, [&](std::string_view word) { terms.push_back(termOf(word)); });
    }
    return m_termsOfShort[number];
}

uint8_t PostingCollector::impactOf(uint32_t count, size_t length)
{
    if (count >= kCountsKept || length >= kLengthsKept)
        return reckonedImpact(count, length);
    m_impacts.resize(kCountsKept * kLengthsKept, 0);
    uint8_t &known = m_impacts[length * kCountsKept + count];
    if (known == 0)
        known = reckonedImpact(count, length);
    return known;
}

void PostingCollector::open(const WordTable &book)
{
    m_book = &book;
    m_termsOfBook.assign(book.size(), kUnread);
    m_wordsOfBook.resize(book.size());
    book.forEach([this](std::string_view word, uint32_t number) { m_wordsOfBook[number] = word; });
}

uint32_t PostingCollector::termOf(std::string_view word)
{
    bool isNew = false;
    uint32_t &term = m_words.at(word, isNew);
    if (!isNew)
        return term;
    const std::string_view stem = Stemmer::ofThread()(word);
    return term = numberOf(stem, word.substr(0, stem.size()) == stem ? word.substr(stem.size()) : std::string_view());
}

uint32_t PostingCollector::numberOf(std::string_view stem, std::string_view ending)
{
    bool isNew = false;
    uint32_t &number = m_stems.at(stem, isNew);
    if (isNew) {
        number = uint32_t(m_endings.size());
        m_endings.emplace_back(ending);
        m_counts.push_back(0);
    }
    return number;
}

} // namespace cargo::search::engine
