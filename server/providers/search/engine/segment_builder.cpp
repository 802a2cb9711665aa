#include "server/providers/search/engine/bins.h"
#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/engine/segment.h"
#include "server/providers/search/engine/text.h"
#include "server/providers/search/engine/traits.h"
#include "server/providers/search/engine/word_table.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <deque>
#include <numeric>

namespace cargo::search::engine {

namespace {
// Collects what each document holds of each term and writes it out term by term.
class PostingCollector
{
public:
    void add(uint32_t document, const Document &source)
    {
        size_t length = count(shortText(source.title), ranking::kTitleWeight) + countDescription(source);
        for (size_t f = 0; f < kWordDimensions; ++f) {
            const bool inTitle = f == at(Dimension::Brand) || f == at(Dimension::Model);
            if (!inTitle && f != at(Dimension::Country))
                count(shortText(source.facets[f]), ranking::kFactWeight);
        }
        for (const uint32_t term : m_held) {
            m_postings.push_back({term, document, impactOf(m_counts[term], length)});
            m_counts[term] = 0;
        }
        m_held.clear();
        for (const std::string &trait : source.traits)
            m_postings.push_back({numberOf(traitTerm(trait), {}), document, ranking::kTraitImpact});
    }

    void writeTo(Lexicon &lexicon) const
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

private:
    struct Posting
    {
        uint32_t term;
        uint32_t document;
        uint8_t impact;
    };

    void count(uint32_t term, uint32_t weight)
    {
        if (m_counts[term] == 0)
            m_held.push_back(term);
        m_counts[term] += weight;
    }
    size_t count(const std::vector<uint32_t> &terms, uint32_t weight)
    {
        for (const uint32_t term : terms)
            count(term, weight);
        return terms.size();
    }

    size_t countDescription(const Document &source)
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

    // The terms of what many documents have alike: titles, facts.
    const std::vector<uint32_t> &shortText(const std::string &text)
    {
        static const std::vector<uint32_t> none;
        if (text.empty())
            return none;
        bool isNew = false;
        uint32_t &number = m_shortTexts.at(text, isNew);
        if (isNew) {
            number = uint32_t(m_termsOfShort.size());
            std::vector<uint32_t> &terms = m_termsOfShort.emplace_back();
            m_reader.read(text, [&](std::string_view word) { terms.push_back(termOf(word)); });
        }
        return m_termsOfShort[number];
    }

    // What a term is worth in a text of so many words. Most counts are small and most texts short.
    uint8_t impactOf(uint32_t count, size_t length)
    {
        if (count >= kCountsKept || length >= kLengthsKept)
            return reckonedImpact(count, length);
        m_impacts.resize(kCountsKept * kLengthsKept, 0);
        uint8_t &known = m_impacts[length * kCountsKept + count];
        if (known == 0)
            known = reckonedImpact(count, length);
        return known;
    }
    static uint8_t reckonedImpact(uint32_t count, size_t length)
    {
        const double lengthShare = 1 - ranking::kLengthShare + ranking::kLengthShare * double(length) / ranking::kReferenceWords;
        const double value = count * (ranking::kSaturation + 1) / (count + ranking::kSaturation * lengthShare);
        return uint8_t(std::clamp(std::lround(value * ranking::kImpactScale), 1L, 255L));
    }

    void open(const WordTable &book)
    {
        m_book = &book;
        m_termsOfBook.assign(book.size(), kUnread);
        m_wordsOfBook.resize(book.size());
        book.forEach([this](std::string_view word, uint32_t number) { m_wordsOfBook[number] = word; });
    }

    uint32_t termOf(std::string_view word)
    {
        bool isNew = false;
        uint32_t &term = m_words.at(word, isNew);
        if (!isNew)
            return term;
        const std::string_view stem = Stemmer::ofThread()(word);
        return term = numberOf(stem, word.substr(0, stem.size()) == stem ? word.substr(stem.size()) : std::string_view());
    }

    uint32_t numberOf(std::string_view stem, std::string_view ending)
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

    static constexpr uint32_t kUnread = ~0u;
    static constexpr size_t kCountsKept = 16, kLengthsKept = 512;
    WordReader m_reader;
    const WordTable *m_book = nullptr; // of the documents under way
    std::vector<uint32_t> m_termsOfBook;
    std::vector<std::string_view> m_wordsOfBook;
    WordTable m_words;                  // as written → term
    WordTable m_stems;                  // term's text → term
    std::vector<std::string> m_endings; // by term: what the first word had behind it
    WordTable m_shortTexts;
    std::deque<std::vector<uint32_t>> m_termsOfShort;
    std::vector<uint32_t> m_terms;  // of a description
    std::vector<uint32_t> m_counts; // by term: its weighted count in the document under way
    std::vector<uint32_t> m_held;   // terms of it
    std::vector<uint8_t> m_impacts; // by length and count; 0: not reckoned yet
    std::vector<Posting> m_postings;
};

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
    return {d.year, d.priceMinor, d.mileageKm, d.etaDays, d.ratingHundredths, d.publishedMs};
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
