#pragma once

#include "bench/search/listing_rows.h"
#include "bench/search/search_queries.h"
#include "server/providers/search/engine/types.h"

#include <array>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <vector>

namespace cargo::bench {

// By engine::Dimension.
inline constexpr std::array<const char *, search::engine::kWordDimensions> kFacetNames = {
    "brand", "model", "body_type", "fuel", "transmission", "drive", "color", "country_from"};

search::engine::Id engineId(uint64_t number);
search::engine::Document documentOf(const ListingRow &row);
// Stems the words, which is part of answering.
search::engine::Query engineQuery(const SearchQuery &query);

// Between the thread that reads the file and the one that builds.
class BatchQueue
{
public:
    void put(std::vector<search::engine::Document> batch);
    std::vector<search::engine::Document> take();

private:
    static constexpr size_t kMost = 4;
    std::mutex m_lock;
    std::condition_variable m_changed;
    std::deque<std::vector<search::engine::Document>> m_batches;
};

} // namespace cargo::bench
