#pragma once

#include "server/providers/search/engine/snapshot.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace cargo::search::engine {

// Lays out one page so that no driver and no model fills it: whatever comes after a few of the same is put off, to the end of
// the page when nothing else is near enough, else to the next pages, where it comes first. Nothing is lost by it, nothing comes
// twice, and an order that somebody chose never comes here.
class Diversity
{
public:
    struct Candidate
    {
        int64_t key;
        uint32_t part;
        uint32_t document;
        Crowd crowd = Crowd::None; // why it was put off before
    };
    struct Layout
    {
        std::vector<Candidate> shown;    // in the order of the page
        std::vector<Candidate> deferred; // to pages that follow, best first
        size_t examined = 0;             // of the candidates; of the others nothing was decided
    };

    Diversity(const Snapshot &snapshot, const Query &query);
    // `candidates`: best first, those put off before ahead of all.
    Layout layOut(const std::vector<Candidate> &candidates);

    static size_t examinedMost(const Query &query);

private:
    Crowd countOrPutOff(const Candidate &candidate);
    bool isNamed(uint32_t model, const std::string &name);

    const Snapshot &m_snapshot;
    const Query &m_query;
    uint32_t m_driverMost;
    uint32_t m_modelMost;
    std::unordered_set<std::string> m_asked; // words that the query names
    std::unordered_map<uint32_t, bool> m_named;
    std::unordered_map<uint32_t, uint32_t> m_ofDriver;
    std::unordered_map<uint32_t, uint32_t> m_ofModel;
};

} // namespace cargo::search::engine
