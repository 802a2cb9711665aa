#pragma once

#include "server/providers/search/engine/snapshot.h"

namespace cargo::search::engine {

// Finds the listings that hold the words of a query, block by block. What is known of a listing while words are gone through
// is one number: which of the words it holds, and above them nothing is lost of its score.
class TextMatcher
{
public:
    static constexpr uint32_t kScoreBits = 20; // 12 words × impact 255 × weight 127 is less than 2^20
    static constexpr uint32_t kScoreMask = (1u << kScoreBits) - 1;

    // `documents`: how many listings there are, for the rarity of words. `scratch` is kept for the next query.
    TextMatcher(const Snapshot &snapshot, const Query &query, uint32_t documents, std::vector<uint32_t> &scratch);

    size_t size() const { return m_words.size(); }                    // words that something holds
    size_t placeOf(size_t word) const { return m_words[word].place; } // in Query::words
    const std::vector<size_t> &unknown() const { return m_unknown; }  // places of the other words
    uint32_t allWords() const { return (1u << m_words.size()) - 1; }

    void enter(const Segment &segment);

    struct Candidate
    {
        uint16_t document; // place in the block
        uint32_t score;
    };
    enum class Found { None, Few, Many };
    // Listings of a block that hold every word. Few: candidates(). Many: bits() and scores(), where words are told with them.
    Found matchAll(uint32_t block);
    const std::vector<Candidate> &candidates() const { return m_candidates; }
    const uint64_t *bits() const { return m_bits.data(); }
    const uint32_t *scores() const { return m_block.data(); }

    // The words that one listing holds, by the alternatives that counted. Slow: to explain a page.
    struct Held
    {
        size_t word;        // place in Query::words
        size_t alternative; // place in Word::alternatives
        std::string_view term;
        uint32_t weight;
        uint32_t impact;
        uint32_t documents; // that hold the word
    };
    std::vector<Held> heldBy(const Segment &segment, uint32_t document) const;

    // Adds up words and scores of a block. `out`: a place for each listing of it, `words` * 64.
    void addUp(uint32_t block, size_t words, uint32_t *out);

private:
    struct Term
    {
        std::string_view text;
        size_t place = 0;    // in Word::alternatives
        uint32_t weight = 0; // rarity × likelihood
        uint32_t index = 0;  // in the segment that was entered
        bool isThere = false;
        Lexicon::Run run;  // of the block
        uint32_t next = 0; // in it, while it is added up
    };
    struct PlannedWord
    {
        size_t place = 0;
        uint32_t documents = 0; // that hold it; one that holds two meanings counts twice
        std::vector<Term> terms;
        size_t inBlock = 0;
    };
    void openBlock(uint32_t block);
    void addUpOpen(size_t words, uint32_t *out);
    void takeCandidates(const PlannedWord &word);
    void keepHolding(const PlannedWord &word);

    std::vector<PlannedWord> m_words;
    std::vector<size_t> m_unknown;
    const Segment *m_segment = nullptr;
    std::vector<Candidate> m_candidates;
    std::vector<uint8_t> m_held;
    std::vector<std::pair<uint32_t, uint32_t>> m_union;
    std::vector<uint32_t> &m_block;
    Bits m_bits;
};

} // namespace cargo::search::engine
