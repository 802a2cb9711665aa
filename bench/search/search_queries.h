#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace cargo::bench {

struct Range
{
    std::optional<int64_t> from, to;
};

// A line of queries.tsv. Names are those of GET search, units those of the listings' columns.
struct SearchQuery
{
    std::string name;
    std::string typed;
    std::vector<std::vector<std::string>> words; // all of them, each as any of its alternatives
    std::map<std::string, std::vector<std::string>> values;
    std::map<std::string, Range> ranges; // "year", "price", "mileage", "eta", "rating"
    std::string sort;                    // empty: relevance
};

// Nothing: the file cannot be read.
std::vector<SearchQuery> readQueries(const std::string &path);

} // namespace cargo::bench
