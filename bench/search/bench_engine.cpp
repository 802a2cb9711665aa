// bench_engine LISTINGS QUERIES FOLDER: our engine under the protocol of peer_protocol.h, with orders of its own:
//     load              from its snapshot file; {"load_s", "file_mb"}
//     threads N SECONDS queries of the list on N threads; {"queries_per_s_…", …}
//     updates SECONDS   listings change and are looked for while one thread queries
//     merge             the same during a merge
//     meaning           what words mean is learnt, and listings are scanned by it
#include "bench/search/engine_load.h"
#include "bench/search/engine_meaning.h"
#include "bench/search/engine_queries.h"
#include "bench/search/listing_rows.h"
#include "bench/search/peer_protocol.h"
#include "server/providers/search/engine/bins.h"
#include "server/providers/search/engine/builder.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace {
using namespace cargo::bench;
namespace engine = cargo::search::engine;

constexpr size_t kBatch = 4'096;
constexpr int64_t kNowMs = 1'790'000'000'000; // as in generate.cpp

// Hands the listings out by the thousand, so that they are never in memory all at once.
bool fill(engine::Engine &target, const std::string &listings)
{
    std::vector<engine::Document> batch;
    BatchQueue queue;
    bool wasRead = false;
    std::thread reader([&] {
        wasRead = forEachListing(listings, [&](const ListingRow &row) {
            batch.push_back(documentOf(row));
            if (batch.size() == kBatch)
                queue.put(std::exchange(batch, {}));
        });
        if (!batch.empty())
            queue.put(std::move(batch));
        queue.put({});
    });
    engine::Builder builder(target);
    for (auto documents = queue.take(); !documents.empty(); documents = queue.take())
        builder.add(std::move(documents));
    builder.finish();
    reader.join();
    return wasRead;
}

uint64_t residentBytes()
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmRSS:"))
            return std::stoull(line.substr(6)) * 1024;
    }
    return 0;
}

template <typename Bins>
void addBins(std::map<std::string, uint64_t> &counts, const Bins &bins, int first = 0)
{
    for (size_t i = 0; i < bins.size(); ++i) {
        if (bins[i] > 0)
            counts[std::to_string(int(i) + first)] = bins[i];
    }
}

FacetCounts facetsOf(const engine::Answer &answer)
{
    FacetCounts counts;
    for (size_t i = 0; i < engine::kWordDimensions; ++i) {
        auto &facet = counts[kFacetNames[i]];
        for (const engine::ValueCount &value : answer.facets[i]) {
            if (value.count > 0)
                facet[std::string(value.value)] = value.count;
        }
    }
    addBins(counts["year"], answer.years, engine::kFirstYear);
    addBins(counts["price_bin"], answer.prices);
    addBins(counts["eta_bin"], answer.etas);
    addBins(counts["rating_bin"], answer.ratings);
    return counts;
}

std::string loaded(engine::Engine &target, const std::string &file)
{
    if (const std::string problem = target.save(file); !problem.empty())
        return "{\"problem\": " + quoted(problem) + '}';
    const double begun = wallMs();
    if (const std::string problem = target.load(file); !problem.empty())
        return "{\"problem\": " + quoted(problem) + '}';
    std::ostringstream out;
    out << "{\"load_s\": " << (wallMs() - begun) / 1000 << ", \"file_mb\": " << double(std::filesystem::file_size(file)) / 1e6
        << '}';
    return out.str();
}
} // namespace

int main(int argc, char **argv)
{
    if (argc != 4) {
        std::fprintf(stderr, "usage: bench_engine LISTINGS QUERIES FOLDER\n");
        return 2;
    }
    const std::vector<SearchQuery> queries = readQueries(argv[2]);
    engine::EngineOptions options;
    options.mergesInBackground = false; // they come when they are measured
    engine::Engine target(options);
    const double begun = wallMs();
    if (!fill(target, argv[1])) {
        std::fprintf(stderr, "cannot read %s\n", argv[1]);
        return 2;
    }
    target.refreshPriors(kNowMs);
    tell("{\"build_s\": " + std::to_string((wallMs() - begun) / 1000) + ", \"size_bytes\": " + std::to_string(residentBytes())
         + '}');

    EngineLoad load(target, queries, argv[1]);
    engine::Answer last;
    const auto answer = [&](const SearchQuery &query) {
        last = target.search(engineQuery(query));
        return last.total;
    };
    serve(
        queries, answer, [&] { return facetsOf(last); },
        [&](const std::string &order) {
            std::istringstream words(order);
            std::string what;
            words >> what;
            if (what == "load") {
                tell(loaded(target, std::string(argv[3]) + "/snapshot"));
            } else if (what == "threads") {
                int threads = 1;
                double seconds = 1;
                words >> threads >> seconds;
                tell(load.onThreads(threads, seconds));
            } else if (what == "updates") {
                double seconds = 1;
                words >> seconds;
                tell(load.withUpdates(seconds));
            } else if (what == "merge") {
                tell(load.duringMerge());
            } else if (what == "meaning") {
                tell(meaningFigures(target, kNowMs));
            }
        });
    return 0;
}
