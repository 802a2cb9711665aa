#include "server/core/run_here.h"
#include "server/features.h"
#include "server/providers/search/embedded/embedded_provider.h"
#include "server/providers/search/meilisearch/meilisearch_provider.h"
#include "server/providers/search/opensearch/opensearch_provider.h"

namespace cargo {

namespace {
Result<search::OutsideAddress> addressOf(const config::Settings &s)
{
    return search::outsideAddress(s.search, s.searchUrl, s.searchKey, s.searchIndex, s.searchCa);
}

search::MeaningUse meaningUseOf(const QByteArray &word)
{
    using search::MeaningUse;
    return word == "off" ? MeaningUse::Off : word == "similar" ? MeaningUse::Similar : MeaningUse::On;
}
} // namespace

Result<std::unique_ptr<search::SearchProvider>> makeSearch(const config::Settings &settings, const Clock &clock)
{
    std::unique_ptr<search::SearchProvider> made;
    if (settings.search == "embedded") {
        made = std::make_unique<search::EmbeddedProvider>(settings.dataDir + QStringLiteral("/search/index"),
                                                          meaningUseOf(settings.searchMeaning));
        return made;
    }
    auto address = addressOf(settings);
    CARGO_TRY(address);
    if (settings.search == "meilisearch")
        made = std::make_unique<search::MeilisearchProvider>(clock, std::move(*address));
    else
        made = std::make_unique<search::OpenSearchProvider>(clock, std::move(*address));
    return made;
}

Result<std::vector<search::Finding>> examineSearch(const config::Settings &settings, const Clock &clock)
{
    auto address = addressOf(settings);
    CARGO_TRY(address);
    if (settings.search == "meilisearch") {
        search::MeilisearchProvider provider(clock, std::move(*address));
        return runHere(provider.examine());
    }
    search::OpenSearchProvider provider(clock, std::move(*address));
    return runHere(provider.examine());
}

} // namespace cargo
