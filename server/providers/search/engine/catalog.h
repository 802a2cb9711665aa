#pragma once

#include "server/providers/search/engine/types.h"

#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <unordered_map>

namespace cargo::search::engine {

// A list that only grows and never moves what it holds: one writer may append while others read what was published to them.
template <typename T>
class AppendOnly
{
public:
    const T &operator[](size_t i) const { return m_chunks[i / kChunk][i % kChunk]; }
    size_t size() const { return m_size; }
    void append(T value)
    {
        auto &chunk = m_chunks[m_size / kChunk];
        if (!chunk)
            chunk = std::make_unique<T[]>(kChunk);
        chunk[m_size % kChunk] = std::move(value);
        ++m_size;
    }

private:
    static constexpr size_t kChunk = 1024;
    std::array<std::unique_ptr<T[]>, 64> m_chunks;
    size_t m_size = 0; // the writer's; readers know theirs from the snapshot
};

// Small numbers for the values of one dimension, in the order in which they came. Letter case does not matter; the first
// spelling is the one that is shown.
class Vocabulary
{
public:
    // Beyond kMost spellings the rest share the last code: counted together, which only rubbish can bring about.
    static constexpr size_t kMost = 65'535;

    uint16_t codeOf(const std::string &value);
    std::optional<uint16_t> find(std::string_view value) const;
    const std::string &value(uint16_t code) const { return m_values[code]; }
    size_t size() const { return m_values.size(); } // for the writer

private:
    mutable std::shared_mutex m_lock; // of m_codes; held for one look-up
    std::unordered_map<std::string, uint16_t> m_codes;
    AppendOnly<std::string> m_values;
};

// Several dimensions counted as one: each combination that occurs has a number, so that one increment counts a listing in
// up to four facets, which are told apart when all is counted.
using Tuple = std::array<uint16_t, 4>;
inline constexpr size_t kLanes = 4;
inline constexpr uint16_t kNoTuple = 0xFFFF; // the table was full: such a listing is counted by its columns
inline constexpr std::array<std::array<Dimension, 4>, kLanes> kLaneDimensions = {{
    {Dimension::Brand, Dimension::Model, Dimension::Published, Dimension::Published},
    {Dimension::BodyType, Dimension::Fuel, Dimension::Transmission, Dimension::Drive},
    {Dimension::Color, Dimension::Country, Dimension::Eta, Dimension::Rating},
    {Dimension::Year, Dimension::Price, Dimension::Mileage, Dimension::Published},
}}; // Published: nothing
class TupleTable
{
public:
    explicit TupleTable(size_t most = kNoTuple) : m_most(most) {}
    uint16_t codeOf(const Tuple &tuple); // for the writer
    const Tuple &tuple(uint16_t code) const { return m_tuples[code]; }
    size_t size() const { return m_tuples.size(); } // for the writer

private:
    size_t m_most;
    std::map<Tuple, uint16_t> m_codes;
    AppendOnly<Tuple> m_tuples;
};

// The dictionaries of an index. They grow with it; a snapshot knows how much of them is its own.
struct Catalog
{
    explicit Catalog(size_t tuplesMost = kNoTuple)
    {
        for (TupleTable &lane : lanes)
            lane = TupleTable(tuplesMost);
    }
    std::array<Vocabulary, kWordDimensions> vocabularies;
    std::array<TupleTable, kLanes> lanes;
    Vocabulary traits; // the code is a listing's bit; never more than kTraitsMost
};

struct CatalogSizes
{
    std::array<uint32_t, kWordDimensions> vocabularies{};
    std::array<uint32_t, kLanes> lanes{};
    uint32_t traits = 0;

    static CatalogSizes of(const Catalog &catalog);
};

// How many values a dimension's facet tells apart.
size_t placesOf(Dimension dimension, const CatalogSizes &sizes);

} // namespace cargo::search::engine
