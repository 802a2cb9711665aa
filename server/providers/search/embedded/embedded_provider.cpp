#include "server/providers/search/embedded/embedded_provider.h"

namespace cargo::search {

QCoro::Task<Outcome> EmbeddedProvider::upsert(std::vector<Document> documents)
{
    m_index.upsert(documents);
    co_return ok();
}

QCoro::Task<Outcome> EmbeddedProvider::remove(std::vector<ListingId> ids)
{
    m_index.remove(ids);
    co_return ok();
}

QCoro::Task<Result<Answer>> EmbeddedProvider::search(CallContextPtr context, SearchQuery query)
{
    co_return m_index.search(query, context->startedAt);
}

QCoro::Task<Result<std::vector<Suggestion>>> EmbeddedProvider::suggest(CallContextPtr, QString text, int limit)
{
    co_return m_index.suggest(text, limit);
}

} // namespace cargo::search
