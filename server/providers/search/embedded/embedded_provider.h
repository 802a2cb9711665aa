#pragma once

#include "server/providers/search/embedded/embedded_index.h"

namespace cargo::search {

// The search that needs nothing beside the server: an index in this process's memory behind the port. Every process has its
// own and hears of changes through the bus.
class EmbeddedProvider final : public SearchProvider
{
public:
    QCoro::Task<Outcome> upsert(std::vector<Document> documents) override;
    QCoro::Task<Outcome> remove(std::vector<ListingId> ids) override;
    QCoro::Task<Result<Answer>> search(CallContextPtr context, SearchQuery query) override;
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit) override;
    qint64 size() const override { return m_index.size(); }

private:
    EmbeddedIndex m_index;
};

} // namespace cargo::search
