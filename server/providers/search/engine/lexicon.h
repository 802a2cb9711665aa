#pragma once

#include "server/providers/search/engine/bits.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cargo::search::engine {

// The terms of a segment in byte order, and for each the documents that hold it with an impact of 1 … 255: what the term is
// worth there, before its rarity. A list is cut into runs, one a block of documents, so that a place takes two bytes.
class Lexicon
{
public:
    struct Run
    {
        const uint16_t *documents = nullptr; // places in the block, ascending
        const uint8_t *impacts = nullptr;
        uint32_t count = 0;
        const uint8_t *everywhere = nullptr; // of a common term: the impact in each place of the block, 0 where it is not held
    };
    static constexpr uint32_t kCommonFrom = kBlockDocuments / 8; // documents of a block

    size_t size() const { return m_textAt.empty() ? 0 : m_textAt.size() - 1; }
    std::string_view term(uint32_t index) const
    {
        return std::string_view(m_text).substr(m_textAt[index], m_textAt[index + 1] - m_textAt[index]);
    }
    std::optional<uint32_t> find(std::string_view term) const;
    uint32_t lowerBound(std::string_view term) const;
    uint32_t documentCount(uint32_t index) const { return m_runStart[m_runAt[index + 1]] - m_runStart[m_runAt[index]]; }
    Run run(uint32_t index, uint32_t block) const;
    // f(block, run), blocks ascending.
    template <typename F>
    void forEachRun(uint32_t index, F &&f) const
    {
        for (uint32_t r = m_runAt[index]; r < m_runAt[index + 1]; ++r)
            f(uint32_t(m_runBlock[r]), runAt(r));
    }
    // f(index, distance) for terms of letters within `limit` mistakes of `term`.
    void forEachNear(std::u32string_view term, int limit, const std::function<void(uint32_t, int)> &f) const;

    // The term as somebody wrote it, to be shown: the first word that came, where that begins with the term.
    std::string shown(uint32_t index) const { return std::string(term(index)) + std::string(ending(index)); }
    std::string_view ending(uint32_t index) const
    {
        return std::string_view(m_endings).substr(m_endingAt[index], m_endingAt[index + 1] - m_endingAt[index]);
    }

    // Terms must come in order, postings of a term by document.
    void beginTerm(std::string_view term, std::string_view ending);
    void add(uint32_t document, uint8_t impact);
    void finish(); // after the last one
    void reserve(size_t terms, size_t postings);

    template <typename Archive>
    void archive(Archive &a)
    {
        a.text(m_text);
        a.list(m_textAt);
        a.text(m_endings);
        a.list(m_endingAt);
        a.list(m_runAt);
        a.list(m_runBlock);
        a.list(m_runStart);
        a.list(m_documents);
        a.list(m_impacts);
    }
    bool isWhole(size_t documents) const;
    // When all is there: for forEachNear(), and Run::everywhere.
    void indexSpelling();
    void spreadCommon();

private:
    struct Spelling // of a term without digits
    {
        uint64_t letters; // a bit for each letter that occurs
        uint32_t term;
        uint8_t length;
    };
    Run runAt(uint32_t r) const
    {
        return {m_documents.data() + m_runStart[r], m_impacts.data() + m_runStart[r], m_runStart[r + 1] - m_runStart[r]};
    }

    std::string m_text;
    std::vector<uint32_t> m_textAt; // one more than terms
    std::string m_endings;
    std::vector<uint32_t> m_endingAt; // the same
    std::vector<uint32_t> m_runAt;    // the same: into the two below
    std::vector<uint16_t> m_runBlock;
    std::vector<uint32_t> m_runStart; // one more than runs: into the two below
    std::vector<uint16_t> m_documents;
    std::vector<uint8_t> m_impacts;
    std::vector<Spelling> m_spellings;  // by length
    std::vector<uint32_t> m_commonRuns; // ascending
    std::vector<uint8_t> m_everywhere;  // kBlockDocuments of each
};

} // namespace cargo::search::engine
