#pragma once

#include "server/providers/search/engine/lexicon.h"
#include "server/providers/search/engine/meaning/vectors.h"
#include "server/providers/search/engine/types.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cargo::search::engine {

class Snapshot;

struct MeaningOptions
{
    uint32_t dimensions = kLearntDimensions;
    uint32_t sampleMost = 100'000;   // listings that are learnt from
    uint32_t sampleLeast = 100;      // with fewer nothing can be learnt
    uint32_t termsMost = 40'000;     // the commonest ones
    uint32_t termDocumentsLeast = 3; // of the sample; rarer words say nothing about others
};

// What words mean, learnt from which of them stand together (latent semantic analysis): a direction for each term, and by its
// terms for each listing and each query. Or it is given: listings and queries come with their directions, and it knows only how
// these are reckoned with. Never changes; a snapshot has one, and all its vectors are made by that.
class Meaning
{
public:
    // From the living of a snapshot. Null: too few of them, or `stop` was set. Takes seconds; deterministic.
    static std::shared_ptr<const Meaning> learn(const Snapshot &snapshot, int64_t nowMs, const MeaningOptions &options,
                                                const std::atomic<bool> *stop = nullptr);

    static std::shared_ptr<const Meaning> given(uint32_t dimensions);
    bool isGiven() const { return m_isGiven; }

    int64_t learntAtMs() const { return m_learntAtMs; }
    uint32_t dimensions() const { return m_dimensions; }
    size_t terms() const { return m_terms.size(); }
    uint32_t listings() const { return m_listings; } // that it was learnt from

    // What each document of a segment means, from its terms alone.
    Vectors of(const Lexicon &lexicon, uint32_t documents) const;
    // None: none of the terms was learnt.
    std::optional<std::vector<int8_t>> of(const std::vector<Alternative> &terms) const;
    // By its terms, or the direction that it came with. None: it says nothing that is known here.
    std::optional<std::vector<int8_t>> meant(const MeaningQuery &query) const;
    // Dot products of vectors as cosines, -1 … 1.
    double cosine(int32_t likeness) const;
    int32_t likenessOf(double cosine) const;

    template <typename Archive>
    void archive(Archive &a)
    {
        a.value(m_learntAtMs);
        a.value(m_dimensions);
        a.value(m_listings);
        a.value(m_scale);
        a.text(m_text);
        a.list(m_ends);
        a.list(m_rows);
    }
    bool isWhole(); // after it was read from a file; makes what is not kept

private:
    friend class MeaningLearner;

    std::optional<uint32_t> find(std::string_view term) const;
    const float *row(uint32_t term) const { return m_rows.data() + size_t(term) * m_dimensions; }
    void listTerms();

    bool m_isGiven = false;
    int64_t m_learntAtMs = 0;
    uint32_t m_dimensions = 0;
    uint32_t m_listings = 0;
    float m_scale = 1;            // the greatest number of a unit vector, which becomes 127
    std::string m_text;           // terms in byte order, one behind the other
    std::vector<uint32_t> m_ends; // by term: in m_text
    std::vector<float> m_rows;    // by term: its direction times its rarity
    std::vector<std::string_view> m_terms;
};

} // namespace cargo::search::engine
