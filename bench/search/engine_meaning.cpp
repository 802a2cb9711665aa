#include "bench/search/engine_meaning.h"

#include "bench/search/peer_protocol.h"
#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <functional>
#include <sstream>

namespace cargo::bench {

namespace {
namespace engine = search::engine;
constexpr int kTimes = 200;
constexpr size_t kNearest = 50;

double percentile(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, size_t(share * double(times.size())))];
}

std::vector<double> timesOf(const std::function<void()> &work)
{
    std::vector<double> times;
    for (int i = 0; i < kTimes; ++i) {
        const double begun = threadCpuMs();
        work();
        times.push_back(threadCpuMs() - begun);
    }
    return times;
}

void tellTimes(std::ostream &out, const char *name, const std::vector<double> &times)
{
    out << ", \"" << name << "_cpu_p50_ms\": " << percentile(times, 0.5) << ", \"" << name
        << "_cpu_p99_ms\": " << percentile(times, 0.99);
}

std::vector<engine::Alternative> termsOf(const std::string &text)
{
    std::vector<engine::Alternative> terms;
    for (const std::string &word : engine::words(text))
        terms.push_back({std::string(engine::Stemmer::ofThread()(word)), 1});
    return terms;
}
} // namespace

std::string meaningFigures(engine::Engine &target, int64_t nowMs)
{
    const double begun = wallMs();
    if (!target.learnMeaning(nowMs))
        return "{\"problem\": \"nothing was learnt\"}";
    const double learntMs = wallMs() - begun;
    const auto snapshot = target.snapshot();
    size_t bytes = snapshot->meaning->terms() * snapshot->meaning->dimensions() * sizeof(float);
    for (const engine::Part &part : snapshot->parts)
        bytes += part.vectors->values.size();
    std::ostringstream out;
    out << "{\"learn_s\": " << learntMs / 1000 << ", \"meaning_mb\": " << double(bytes) / 1e6;

    const auto terms = termsOf("просторная машина для большой семьи spacious family car");
    const auto meant = snapshot->meaning->of(terms);
    if (!meant)
        return "{\"problem\": \"the query means nothing\"}";
    // One word of 64 in so many: the listings that a filter leaves lie together rather than spread, as drivers and days do.
    const auto scan = [&](size_t oneIn) {
        std::vector<engine::Bits> wanted;
        for (const engine::Part &part : snapshot->parts) {
            wanted.push_back(*part.live);
            for (size_t w = 0; w < wanted.back().size(); ++w)
                wanted.back()[w] = w % oneIn == 0 ? wanted.back()[w] : 0;
        }
        return timesOf([&, wanted] {
            engine::NearestFinder finder(*meant, kNearest);
            for (uint32_t part = 0; part < snapshot->parts.size(); ++part)
                finder.scan(*snapshot->parts[part].vectors, part, 0, wanted[part].data(), wanted[part].size());
            finder.take();
        });
    };
    tellTimes(out, "scan_all", scan(1));
    tellTimes(out, "scan_fiftieth", scan(50));

    engine::Query query;
    query.isDiverse = true;
    for (const engine::Alternative &term : termsOf("состояние"))
        query.words.push_back({{term}});
    tellTimes(out, "words_alone", timesOf([&] { target.search(query); }));
    query.meaning.terms = terms;
    query.meaning.reorders = true;
    tellTimes(out, "fused", timesOf([&] { target.search(query); }));
    out << '}';
    return out.str();
}

} // namespace cargo::bench
