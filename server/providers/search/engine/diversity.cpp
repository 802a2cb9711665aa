#include "server/providers/search/engine/diversity.h"

#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/engine/text.h"

#include <algorithm>

namespace cargo::search::engine {

Diversity::Diversity(const Snapshot &snapshot, const Query &query)
    : m_snapshot(snapshot), m_query(query), m_driverMost(ranking::mostOnPage(ranking::kSameDriverMost, query.limit)),
      m_modelMost(ranking::mostOnPage(ranking::kSameModelMost, query.limit))
{
    for (const Word &word : query.words) {
        for (const Alternative &alternative : word.alternatives) {
            if (alternative.weight >= ranking::kNamesFrom)
                m_asked.insert(alternative.term);
        }
    }
}

size_t Diversity::examinedMost(const Query &query) { return size_t(query.limit) + ranking::kDeferredMost; }

bool Diversity::isNamed(uint32_t model, const std::string &name)
{
    const auto known = m_named.find(model);
    if (known != m_named.end())
        return known->second;
    const std::vector<std::string> parts = words(name);
    const bool named = !parts.empty() && std::all_of(parts.begin(), parts.end(), [this](const std::string &part) {
        return m_asked.count(std::string(Stemmer::ofThread()(part))) > 0;
    });
    return m_named[model] = named;
}

Crowd Diversity::countOrPutOff(const Candidate &candidate)
{
    const Segment &segment = *m_snapshot.parts[candidate.part].segment;
    const uint32_t driver = segment.drivers[candidate.document];
    if (driver != 0 && m_ofDriver[driver] >= m_driverMost)
        return Crowd::Driver;
    if (m_query.facets[at(Dimension::Model)].empty()) {
        const uint32_t brand = segment.facets[at(Dimension::Brand)].at(candidate.document);
        const uint32_t code = segment.facets[at(Dimension::Model)].at(candidate.document);
        const uint32_t model = brand << 16 | code;
        const std::string &name = m_snapshot.catalog->vocabularies[at(Dimension::Model)].value(uint16_t(code));
        if (!name.empty() && !isNamed(model, name) && ++m_ofModel[model] > m_modelMost)
            return Crowd::Model;
    }
    ++m_ofDriver[driver];
    return Crowd::None;
}

Diversity::Layout Diversity::layOut(const std::vector<Candidate> &candidates)
{
    Layout layout;
    const size_t end = std::min(candidates.size(), examinedMost(m_query));
    for (; layout.examined < end && layout.shown.size() < m_query.limit; ++layout.examined) {
        Candidate candidate = candidates[layout.examined];
        const Crowd crowd = countOrPutOff(candidate);
        if (crowd == Crowd::None) {
            layout.shown.push_back(candidate);
        } else {
            candidate.crowd = crowd;
            layout.deferred.push_back(candidate);
        }
    }
    const auto fills = ptrdiff_t(std::min(layout.deferred.size(), m_query.limit - layout.shown.size()));
    layout.shown.insert(layout.shown.end(), layout.deferred.begin(), layout.deferred.begin() + fills);
    layout.deferred.erase(layout.deferred.begin(), layout.deferred.begin() + fills);
    return layout;
}

} // namespace cargo::search::engine
