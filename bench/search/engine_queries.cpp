#include "bench/search/engine_queries.h"

#include "server/providers/search/engine/text.h"

#include <algorithm>
#include <map>

namespace cargo::bench {

namespace engine = search::engine;

namespace {
constexpr uint32_t kDrivers = 40'000;
} // namespace

engine::Id engineId(uint64_t number)
{
    engine::Id id{};
    for (size_t i = 0; i < sizeof(number); ++i)
        id[id.size() - 1 - i] = uint8_t(number >> (8 * i));
    return id;
}

engine::Document documentOf(const ListingRow &row)
{
    engine::Document document;
    document.id = engineId(uint64_t(row.number(kId)));
    document.revision = 1;
    document.driver = 1 + uint32_t(row.number(kId)) % kDrivers;
    for (size_t i = 0; i < engine::kWordDimensions; ++i)
        document.facets[i] = row.text[kBrand + i];
    document.year = row.number(kYear);
    document.priceMinor = row.number(kPriceMinor);
    document.mileageKm = row.number(kMileageKm);
    document.etaDays = row.number(kEtaDays);
    document.ratingHundredths = row.number(kRatingHundredths);
    document.publishedMs = row.number(kPublishedMs);
    document.completionPerMille = int(row.number(kCompletionPerMille));
    document.title = row.text[kTitle];
    document.description = row.text[kDescription];
    return document;
}

engine::Query engineQuery(const SearchQuery &query)
{
    using engine::Dimension;
    static const std::map<std::string, Dimension> kRanges = {{"year", Dimension::Year},
                                                             {"price", Dimension::Price},
                                                             {"mileage", Dimension::Mileage},
                                                             {"eta", Dimension::Eta},
                                                             {"rating", Dimension::Rating}};
    static const std::map<std::string, engine::Sort> kSorts = {{"price_asc", engine::Sort::PriceAscending},
                                                               {"price_desc", engine::Sort::PriceDescending},
                                                               {"newest", engine::Sort::Newest},
                                                               {"mileage_asc", engine::Sort::MileageAscending},
                                                               {"eta_asc", engine::Sort::EtaAscending}};
    engine::Query asked;
    engine::Stemmer &stem = engine::Stemmer::ofThread();
    for (const auto &alternatives : query.words) {
        // "rav4" is two words to the engine. No alternative in the list is.
        const std::vector<std::string> first = engine::words(alternatives.front());
        for (const std::string &word : first)
            asked.words.push_back({{{std::string(stem(word)), 1}}});
        for (size_t i = 1; i < alternatives.size(); ++i)
            asked.words.back().alternatives.push_back({std::string(stem(alternatives[i])), 0.9f});
    }
    for (const auto &[facet, values] : query.values) {
        const auto at = std::find(kFacetNames.begin(), kFacetNames.end(), facet);
        asked.facets[size_t(at - kFacetNames.begin())] = values;
    }
    for (const auto &[name, range] : query.ranges) {
        engine::Bounds bounds;
        bounds.from = range.from.value_or(bounds.from);
        bounds.to = range.to.value_or(bounds.to);
        asked.bounds[engine::numberAt(kRanges.at(name))] = bounds;
    }
    if (const auto sort = kSorts.find(query.sort); sort != kSorts.end())
        asked.sort = sort->second;
    asked.isDiverse = asked.sort == engine::Sort::Relevance; // as the server asks
    asked.fewHits = 5;
    return asked;
}

void BatchQueue::put(std::vector<engine::Document> batch)
{
    std::unique_lock lock(m_lock);
    m_changed.wait(lock, [this] { return m_batches.size() < kMost; });
    m_batches.push_back(std::move(batch));
    m_changed.notify_all();
}

std::vector<engine::Document> BatchQueue::take()
{
    std::unique_lock lock(m_lock);
    m_changed.wait(lock, [this] { return !m_batches.empty(); });
    std::vector<engine::Document> batch = std::move(m_batches.front());
    m_batches.pop_front();
    m_changed.notify_all();
    return batch;
}

} // namespace cargo::bench
