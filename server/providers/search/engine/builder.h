#pragma once

#include "server/providers/search/engine/engine.h"

#include <deque>
#include <future>
#include <memory>
#include <mutex>
#include <vector>

namespace cargo::search::engine {

// A new content for an engine, much faster than upsert(). Searchers see the old one until finish(); do not write to the
// engine meanwhile. Without finish() nothing changes. Any thread may add; reads texts on as many as there are processors.
class Builder
{
public:
    explicit Builder(Engine &engine);
    Builder(const Builder &) = delete;
    Builder &operator=(const Builder &) = delete;

    // In any order, some thousands at a time; of the same id twice the newer revision stays.
    void add(std::vector<Document> documents);
    void finish();

private:
    void takeChunk();

    Engine &m_engine;
    std::mutex m_lock; // one add() after another; guards all below
    std::shared_ptr<Catalog> m_catalog;
    std::vector<std::shared_ptr<Segment>> m_chunks;
    std::deque<std::future<void>> m_reading; // of the texts of the last chunks
    std::vector<Document> m_waiting;
};

} // namespace cargo::search::engine
