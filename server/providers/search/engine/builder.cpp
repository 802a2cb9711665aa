#include "server/providers/search/engine/builder.h"

#include <algorithm>
#include <iterator>
#include <thread>

namespace cargo::search::engine {

namespace {
constexpr size_t kChunk = 32'768; // documents of a segment while everything is built, at least
} // namespace

Builder::Builder(Engine &engine) : m_engine(engine), m_catalog(std::make_shared<Catalog>(engine.m_options.tuplesMost)) {}

void Builder::add(std::vector<Document> documents)
{
    const std::lock_guard lock(m_lock);
    if (m_waiting.empty())
        m_waiting = std::move(documents);
    else
        std::move(documents.begin(), documents.end(), std::back_inserter(m_waiting));
    if (m_waiting.size() >= kChunk)
        takeChunk();
}

// Words of facets are numbered here, in order, while other threads read the texts of the chunks before.
void Builder::takeChunk()
{
    auto documents = std::make_shared<const std::vector<Document>>(std::exchange(m_waiting, {}));
    auto ascending = newestById(*documents);
    m_chunks.push_back(encodeColumns(*m_catalog, ascending, m_engine.m_options.givenDimensions));
    if (m_reading.size() >= std::max(1u, std::thread::hardware_concurrency())) {
        m_reading.front().get();
        m_reading.pop_front();
    }
    m_reading.push_back(std::async(std::launch::async, [documents, ascending = std::move(ascending), chunk = m_chunks.back()] {
        indexText(*chunk, ascending);
    }));
}

void Builder::finish()
{
    const std::lock_guard lock(m_lock);
    if (!m_waiting.empty())
        takeChunk();
    for (std::future<void> &one : m_reading)
        one.get();
    m_reading.clear();
    std::vector<MergeSource> sources;
    std::vector<Bits> living;
    living.reserve(m_chunks.size());
    for (const auto &chunk : m_chunks) {
        living.push_back(allSet(chunk->size()));
        sources.push_back({chunk.get(), &living.back()});
    }
    std::shared_ptr<Segment> all = mergeSegments(sources);
    m_chunks.clear();
    m_engine.replaceAll(std::move(m_catalog), {std::move(all)}, {});
}

} // namespace cargo::search::engine
