#include "server/recommendations/recommendation_service.h"

#include "server/jobs/idempotency.h"
#include "server/jobs/scheduler.h"

#include <set>

namespace cargo::recommendations {

namespace {
constexpr int kSavedSearches = 3;
constexpr int kOfEachSearch = 4;
constexpr int kWellRatedHundredths = 450;
constexpr char kTidyTimer[] = "recommendations.tidy"; // subject: a user
constexpr qint64 kKeepMs = 90 * kDayMs;

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

QCoro::Task<Outcome> RecommendationService::note(CallContextPtr context, api::InterestsBody body)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.note(*tx, context->principal->user, std::move(body.events), m_runtime.clock.now()));
    CARGO_CO_TRY(co_await tidy(*tx, context->principal->user));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 204, ""));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> RecommendationService::tidy(db::Transaction tx, UserId user)
{
    const auto oldest = co_await m_store.forgetBefore(tx, user, m_runtime.clock.now().plusMs(-kKeepMs));
    CARGO_CO_TRY(oldest);
    if (*oldest)
        CARGO_CO_TRY(co_await jobs::setTimer(tx, kTidyTimer, user.uuid, (*oldest)->plusMs(kKeepMs + kDayMs)));
    co_return ok();
}

QCoro::Task<Outcome> RecommendationService::tidyLater(CallContextPtr context, UserId user)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tidy(*tx, user));
    co_return co_await tx->commit();
}

void RecommendationService::registerJobs(jobs::Registry &registry)
{
    registry.onTimer(kTidyTimer,
                     [this](CallContextPtr context, Uuid user, Timestamp) { return tidyLater(context, UserId{user}); });
    registry.onEvent("user.closed", "recommendations.interests",
                     [this](CallContextPtr context, jobs::StoredEvent event) -> QCoro::Task<Outcome> {
                         const auto user = UserId::fromText(QByteArrayView(event.event.key));
                         return m_store.forget(std::move(context), user.value_or(UserId{}));
                     });
}

} // namespace cargo::recommendations
