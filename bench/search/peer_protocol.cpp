#include "bench/search/peer_protocol.h"

#include <chrono>
#include <cstdio>
#include <ctime>
#include <iostream>
#include <sstream>

namespace cargo::bench {

namespace {
std::string measuredRound(const std::vector<SearchQuery> &queries, const std::function<uint64_t(const SearchQuery &)> &answer)
{
    std::ostringstream out;
    out << '{';
    for (const SearchQuery &query : queries) {
        const double wall = wallMs();
        const double cpu = processCpuMs();
        const uint64_t total = answer(query);
        const double cpuSpent = processCpuMs() - cpu;
        out << (&query == &queries.front() ? "" : ", ") << quoted(query.name) << ": {\"total\": " << total
            << ", \"cpu_ms\": " << cpuSpent << ", \"wall_ms\": " << wallMs() - wall << '}';
    }
    out << '}';
    return out.str();
}

std::string toldAnswer(uint64_t total, const FacetCounts &facets)
{
    std::ostringstream out;
    out << "{\"total\": " << total << ", \"facets\": {";
    const char *between = "";
    for (const auto &[facet, counts] : facets) {
        out << between << quoted(facet) << ": {";
        const char *comma = "";
        for (const auto &[value, count] : counts) {
            out << comma << quoted(value) << ": " << count;
            comma = ", ";
        }
        out << '}';
        between = ", ";
    }
    out << "}}";
    return out.str();
}
} // namespace

double wallMs() { return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

namespace {
double spentMs(clockid_t clock)
{
    timespec spent{};
    clock_gettime(clock, &spent);
    return double(spent.tv_sec) * 1e3 + double(spent.tv_nsec) / 1e6;
}
} // namespace

double threadCpuMs() { return spentMs(CLOCK_THREAD_CPUTIME_ID); }
double processCpuMs() { return spentMs(CLOCK_PROCESS_CPUTIME_ID); }

std::string quoted(const std::string &text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        out += c;
    }
    return out + '"';
}

void tell(const std::string &line)
{
    std::puts(line.c_str());
    std::fflush(stdout);
}

void serve(const std::vector<SearchQuery> &queries, const std::function<uint64_t(const SearchQuery &)> &answer,
           const std::function<FacetCounts()> &facets, const std::function<void(const std::string &)> &otherOrder)
{
    for (std::string order; std::getline(std::cin, order);) {
        if (order == "round") {
            tell(measuredRound(queries, answer));
        } else if (order.starts_with("answers ")) {
            std::string told = "{";
            for (const SearchQuery &query : readQueries(order.substr(8))) {
                const uint64_t total = answer(query);
                told += (told.size() > 1 ? ", " : "") + quoted(query.name) + ": " + toldAnswer(total, facets());
            }
            tell(told + '}');
        } else if (otherOrder) {
            otherOrder(order);
        }
    }
}

} // namespace cargo::bench
