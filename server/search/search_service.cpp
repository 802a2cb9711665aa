#include "server/search/search_service.h"

#include <QElapsedTimer>

namespace cargo::search {

namespace {
double elapsedMs(const QElapsedTimer &timer)
{
    const qint64 elapsedUs = timer.nsecsElapsed() / 1000;
    return double(elapsedUs) / 1000.0;
}
} // namespace

QCoro::Task<Result<SearchService::Page>> SearchService::search(CallContextPtr context, SearchQuery query)
{
    QElapsedTimer timer;
    timer.start();
    auto answer = co_await m_provider.search(context, std::move(query));
    CARGO_CO_TRY(answer);
    std::vector<ListingId> ids;
    ids.reserve(answer->hits.size());
    for (const Hit &hit : answer->hits)
        ids.push_back(hit.id);
    auto cards = co_await m_store.cards(context, std::move(ids));
    CARGO_CO_TRY(cards);
    Page page;
    page.answer = std::move(*answer);
    page.cards = std::move(*cards);
    page.tookMs = elapsedMs(timer);
    co_return page;
}

QCoro::Task<Result<SearchService::Page>> SearchService::facets(CallContextPtr context, SearchQuery query)
{
    QElapsedTimer timer;
    timer.start();
    query.limit = 1;
    query.cursor.clear();
    query.wantFacets = true;
    auto answer = co_await m_provider.search(context, std::move(query));
    CARGO_CO_TRY(answer);
    Page page;
    page.answer = std::move(*answer);
    page.tookMs = elapsedMs(timer);
    co_return page;
}

QCoro::Task<Result<std::vector<Suggestion>>> SearchService::suggest(CallContextPtr context, QString text, int limit)
{
    return m_provider.suggest(std::move(context), std::move(text), limit);
}

} // namespace cargo::search
