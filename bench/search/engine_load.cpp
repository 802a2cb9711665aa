#include "bench/search/engine_load.h"

#include "bench/search/engine_queries.h"
#include "bench/search/peer_protocol.h"
#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <chrono>
#include <sstream>
#include <thread>

namespace cargo::bench {

namespace engine = search::engine;

namespace {
constexpr size_t kChanging = 10'000; // listings that are changed in turn
constexpr int kChangePauseUs = 2'000;

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto at = values.begin() + ptrdiff_t(std::min(values.size() - 1, size_t(share * double(values.size()))));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

// Letters alone, so that it is one word, and an end that no stemmer takes away: "changeaabq".
std::string wordOf(uint64_t number)
{
    std::string word = "change";
    for (; number > 0; number /= 26)
        word += char('a' + number % 26);
    return word + 'q';
}

std::function<bool()> after(double seconds)
{
    const double end = wallMs() + seconds * 1000;
    return [end] { return wallMs() >= end; };
}
} // namespace

EngineLoad::EngineLoad(engine::Engine &engine, const std::vector<SearchQuery> &queries, const std::string &listings)
    : m_engine(engine), m_queries(queries)
{
    forEachListing(listings, [this](const ListingRow &row) {
        if (m_changing.size() < kChanging)
            m_changing.push_back(documentOf(row));
    });
}

void EngineLoad::Times::add(const Times &other)
{
    wall.insert(wall.end(), other.wall.begin(), other.wall.end());
    cpu.insert(cpu.end(), other.cpu.begin(), other.cpu.end());
}

EngineLoad::Times EngineLoad::queriesUntil(const std::function<bool()> &isOver, size_t first) const
{
    Times times;
    for (size_t i = first; !isOver(); ++i) {
        const double wall = wallMs();
        const double cpu = threadCpuMs();
        m_engine.search(engineQuery(m_queries[i % m_queries.size()]));
        times.cpu.push_back(threadCpuMs() - cpu);
        times.wall.push_back(wallMs() - wall);
    }
    return times;
}

EngineLoad::Changes EngineLoad::changesUntil(const std::function<bool()> &isOver)
{
    Changes changes;
    while (!isOver()) {
        engine::Document document = m_changing[m_changed % m_changing.size()];
        document.revision = int64_t(2 + ++m_changed);
        const std::string word = wordOf(m_changed);
        document.description += ' ' + word;
        engine::Query query;
        query.words = {{{{std::string(engine::Stemmer::ofThread()(word)), 1}}}};
        query.wantFacets = false;
        const engine::Id id = document.id;
        const double begun = wallMs();
        std::vector<engine::Document> one;
        one.push_back(std::move(document));
        m_engine.upsert(std::move(one));
        const engine::Answer answer = m_engine.search(query);
        changes.wall.push_back(wallMs() - begun);
        if (answer.total != 1 || answer.hits.empty() || answer.hits.front().id != id || !answer.droppedWords.empty())
            ++changes.notFound;
        std::this_thread::sleep_for(std::chrono::microseconds(kChangePauseUs));
    }
    return changes;
}

std::string EngineLoad::onThreads(int threads, double seconds) const
{
    const std::function<bool()> isOver = after(seconds);
    std::vector<Times> times{size_t(threads)};
    std::vector<std::thread> running;
    const double begun = wallMs();
    for (size_t i = 0; i < times.size(); ++i)
        running.emplace_back([&, i] { times[i] = queriesUntil(isOver, i * 7); });
    for (std::thread &thread : running)
        thread.join();
    const double spent = (wallMs() - begun) / 1000;
    Times all;
    for (const Times &one : times)
        all.add(one);
    std::ostringstream out;
    out << "{\"queries_per_s_" << (threads == 2 ? "two_threads" : "threads") << "\": " << double(all.wall.size()) / spent
        << ", \"threads_wall_p99_ms\": " << percentile(all.wall, 0.99)
        << ", \"threads_cpu_p99_ms\": " << percentile(all.cpu, 0.99) << '}';
    return out.str();
}

std::string EngineLoad::told(const char *suffix, const Times &queries, const Changes &changes) const
{
    std::ostringstream out;
    out << "{\"update_p50_ms" << suffix << "\": " << percentile(changes.wall, 0.5) << ", \"update_p99_ms" << suffix
        << "\": " << percentile(changes.wall, 0.99) << ", \"updates" << suffix << "\": " << changes.wall.size()
        << ", \"updates_not_found" << suffix << "\": " << changes.notFound << ", \"query_p99_ms"
        << (*suffix ? suffix : "_with_updates") << "\": " << percentile(queries.wall, 0.99) << ", \"query_cpu_p99_ms"
        << (*suffix ? suffix : "_with_updates") << "\": " << percentile(queries.cpu, 0.99) << '}';
    return out.str();
}

std::string EngineLoad::withUpdates(double seconds)
{
    const std::function<bool()> isOver = after(seconds);
    Times queries;
    std::thread searching([&] { queries = queriesUntil(isOver, 0); });
    const Changes changes = changesUntil(isOver);
    searching.join();
    return told("", queries, changes);
}

std::string EngineLoad::duringMerge()
{
    std::atomic<bool> merged = false;
    const std::function<bool()> isOver = [&merged] { return merged.load(); };
    Times queries;
    const double begun = wallMs();
    double seconds = 0;
    std::thread searching([&] { queries = queriesUntil(isOver, 0); });
    std::thread merging([&] {
        m_engine.mergeNow();
        seconds = (wallMs() - begun) / 1000;
        merged = true;
    });
    const Changes changes = changesUntil(isOver);
    searching.join();
    merging.join();
    std::string figures = told("_in_merge", queries, changes);
    figures.pop_back();
    return figures + ", \"merge_s\": " + std::to_string(seconds) + '}';
}

} // namespace cargo::bench
