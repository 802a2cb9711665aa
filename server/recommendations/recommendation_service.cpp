#include "server/recommendations/recommendation_service.h"

#include <set>

namespace cargo::recommendations {

namespace {
constexpr int kSavedSearches = 3;
constexpr int kOfEachSearch = 4;
constexpr int kWellRatedHundredths = 450;

void append(std::vector<Pick> &picks, std::set<ListingId> &known, const std::vector<Pick> &more)
{
    for (const Pick &pick : more) {
        if (known.insert(pick.listing).second)
            picks.push_back(pick);
    }
}
} // namespace

QCoro::Task<Result<std::vector<Pick>>> RecommendationService::found(CallContextPtr context, SearchQuery query, Pick like,
                                                                    int limit)
{
    query.limit = limit;
    query.wantFacets = false;
    const auto page = co_await m_search.search(context, std::move(query));
    CARGO_CO_TRY(page);
    std::vector<Pick> picks;
    for (size_t i = 0; i < page->cards.size(); ++i) {
        if (page->cards[i].isEmpty())
            continue;
        like.listing = page->answer.hits[i].id;
        picks.push_back(like);
    }
    co_return picks;
}

QCoro::Task<Result<std::vector<Pick>>> RecommendationService::personalPicks(CallContextPtr context, UserId user, int limit)
{
    std::set<ListingId> known;
    std::vector<Pick> picks;
    const auto similar = co_await m_store.similarTo(context, user, limit);
    CARGO_CO_TRY(similar);
    const auto searches = co_await m_saved.newest(context, user, kSavedSearches);
    CARGO_CO_TRY(searches);
    for (const api::SavedSearchDto &saved : *searches) {
        auto query = SearchQuery::fromUrlQuery(saved.query);
        if (!query)
            continue; // of an older program
        query->sort = SearchQuery::Sort::Newest;
        const Pick like{{}, "matches_search", {}, saved.id, 0};
        const auto matches = co_await found(context, *query, like, kOfEachSearch);
        CARGO_CO_TRY(matches);
        append(picks, known, *matches);
    }
    append(picks, known, *similar);
    co_return picks;
}

QCoro::Task<Result<QByteArray>> RecommendationService::home(CallContextPtr context, bool personal, int limit)
{
    std::set<ListingId> known;
    std::vector<Pick> picks;
    const auto reader = context->principal ? std::optional<UserId>(context->principal->user) : std::nullopt;
    if (reader && personal) {
        const auto behind = co_await m_behaviour.known(context, *reader);
        CARGO_CO_TRY(behind);
        personal = behind->personal;
    }
    if (reader && personal) {
        const auto own = co_await personalPicks(context, *reader, limit);
        CARGO_CO_TRY(own);
        append(picks, known, *own);
    }
    // Half of what is left to the well rated, the rest to the new.
    const int left = limit - int(picks.size());
    if (left > 0) {
        SearchQuery rated;
        rated.ratingFromHundredths = kWellRatedHundredths;
        rated.sort = SearchQuery::Sort::Newest;
        const Pick wellRated{{}, "well_rated", {}, {}, 0};
        const auto trusted = co_await found(context, rated, wellRated, std::max(left / 2, 1));
        CARGO_CO_TRY(trusted);
        append(picks, known, *trusted);
        SearchQuery newest;
        newest.sort = SearchQuery::Sort::Newest;
        const Pick fresh{{}, "new", {}, {}, 0};
        const auto latest = co_await found(context, newest, fresh, limit);
        CARGO_CO_TRY(latest);
        append(picks, known, *latest);
    }
    if (int(picks.size()) > limit)
        picks.resize(size_t(limit));
    co_return co_await m_store.cards(context, reader, picks);
}

QCoro::Task<Result<QByteArray>> RecommendationService::popular(CallContextPtr context, Corridor corridor, int limit)
{
    const auto reader = context->principal ? std::optional<UserId>(context->principal->user) : std::nullopt;
    const auto picks = co_await m_store.popular(context, reader, std::move(corridor), m_runtime.clock.now(), limit);
    CARGO_CO_TRY(picks);
    co_return co_await m_store.cards(context, reader, *picks);
}

} // namespace cargo::recommendations
