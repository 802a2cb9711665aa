#pragma once

#include "bench/search/search_queries.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace cargo::bench {

// facet -> value -> how many
using FacetCounts = std::map<std::string, std::map<std::string, uint64_t>>;

double wallMs();
double threadCpuMs();  // of the calling thread
double processCpuMs(); // of all threads

std::string quoted(const std::string &text); // as a JSON string
void tell(const std::string &line);          // and flush

// What peer_protocol.py says: answers the orders on the standard input until it ends. `answer` is measured, so it must not
// prepare what nobody would ask for; `facets` turns what it left behind into words, for the order "answers".
void serve(const std::vector<SearchQuery> &queries, const std::function<uint64_t(const SearchQuery &)> &answer,
           const std::function<FacetCounts()> &facets, const std::function<void(const std::string &)> &otherOrder = {});

} // namespace cargo::bench
