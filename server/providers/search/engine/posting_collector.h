#pragma once

#include "server/providers/search/engine/lexicon.h"
#include "server/providers/search/engine/text.h"
#include "server/providers/search/engine/types.h"
#include "server/providers/search/engine/word_table.h"

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace cargo::search::engine {

// Collects what each document holds of each term and writes it out term by term. Words that many documents have alike are looked
// up once.
class PostingCollector
{
public:
    void add(uint32_t document, const Document &source);
    void writeTo(Lexicon &lexicon) const;

private:
    struct Posting
    {
        uint32_t term;
        uint32_t document;
        uint8_t impact;
    };
    // How many words there are.
    size_t count(const std::vector<uint32_t> &terms, uint32_t weight);
    size_t countDescription(const Document &source);
    void count(uint32_t term, uint32_t weight);
    const std::vector<uint32_t> &termsOfShort(const std::string &text); // a title, a fact
    uint8_t impactOf(uint32_t count, size_t length);
    void open(const WordTable &book);
    uint32_t termOf(std::string_view word);
    uint32_t numberOf(std::string_view stem, std::string_view ending);

    static constexpr uint32_t kUnread = ~0u;
    WordReader m_reader;
    const WordTable *m_book = nullptr; // of the documents under way
    std::vector<uint32_t> m_termsOfBook;
    std::vector<std::string_view> m_wordsOfBook;
    WordTable m_words;                  // as written → term
    WordTable m_stems;                  // term's text → term
    std::vector<std::string> m_endings; // by term: what the first word had behind it
    WordTable m_shortTexts;
    std::deque<std::vector<uint32_t>> m_termsOfShort; // by number of the text
    std::vector<uint32_t> m_terms;                    // of a description
    std::vector<uint32_t> m_counts;                   // by term: its weighted count in the document under way
    std::vector<uint32_t> m_held;                     // terms of it
    std::vector<uint8_t> m_impacts;                   // by length and count; 0: not reckoned yet
    std::vector<Posting> m_postings;
};

} // namespace cargo::search::engine
