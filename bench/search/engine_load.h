#pragma once

#include "bench/search/search_queries.h"
#include "server/providers/search/engine/engine.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

namespace cargo::bench {

// Our engine while several things happen at once. Each function tells its figures as a JSON object.
class EngineLoad
{
public:
    EngineLoad(search::engine::Engine &engine, const std::vector<SearchQuery> &queries, const std::string &listings);

    std::string onThreads(int threads, double seconds) const;
    std::string withUpdates(double seconds);
    std::string duringMerge();

private:
    struct Times // each in ms
    {
        std::vector<double> wall, cpu;
        void add(const Times &other);
    };
    struct Changes
    {
        std::vector<double> wall;
        size_t notFound = 0;
    };

    Times queriesUntil(const std::function<bool()> &isOver, size_t first) const;
    // One listing after another gets a new word, until it is over; from the order until a search finds it.
    Changes changesUntil(const std::function<bool()> &isOver);
    std::string told(const char *suffix, const Times &queries, const Changes &changes) const;

    search::engine::Engine &m_engine;
    const std::vector<SearchQuery> &m_queries;
    std::vector<search::engine::Document> m_changing;
    uint64_t m_changed = 0;
};

} // namespace cargo::bench
