#include "server/core/run_here.h"
#include "server/features.h"
#include "server/providers/embeddings/openai/openai_embeddings.h"
#include "server/providers/embeddings/quick_embeddings.h"
#include "server/providers/search/embedded/embedded_provider.h"
#include "server/providers/search/meilisearch/meilisearch_provider.h"
#include "server/providers/search/opensearch/opensearch_provider.h"
#include "server/search/embedding_store.h"

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

Result<std::unique_ptr<search::SearchProvider>> makeSearch(const config::Settings &settings, const Clock &clock,
                                                           std::shared_ptr<embeddings::EmbeddingProvider> embeddings)
{
    std::unique_ptr<search::SearchProvider> made;
    if (settings.search == "embedded") {
        if (embeddings)
            embeddings = std::make_shared<embeddings::QuickEmbeddings>(std::move(embeddings));
        made = std::make_unique<search::EmbeddedProvider>(settings.dataDir + QStringLiteral("/search/index"),
                                                          meaningUseOf(settings.searchMeaning), std::move(embeddings),
                                                          settings.embeddingsSimilarPercent / 100.0);
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

Result<std::shared_ptr<embeddings::EmbeddingProvider>> makeEmbeddings(const config::Settings &settings)
{
    std::shared_ptr<embeddings::EmbeddingProvider> made;
    auto model = search::embeddingModelOf(settings);
    if (!model)
        return made;
    auto endpoint = embeddings::endpointOf(settings.embeddingsUrl, settings.embeddingsKey, settings.embeddingsCa);
    CARGO_TRY(endpoint);
    made = std::make_shared<embeddings::OpenAiEmbeddings>(std::move(*endpoint), std::move(*model));
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
