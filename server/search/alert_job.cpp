#include "server/search/alert_job.h"

#include "server/search/changed_listings.h"
#include "shared/api/json_writer.h"

#include <algorithm>
#include <map>

namespace cargo::search {

namespace {
constexpr int kPage = 5'000;
constexpr size_t kAtOnce = 5'000; // alerts of one statement
constexpr size_t kTogether = 200; // cars of one transaction
// Rows are stamped before their transaction commits: the next look goes this far back again.
constexpr qint64 kOverlapMs = kMinuteMs;

QByteArray dataOf(const AlertStore::Waiting &waiting)
{
    api::JsonWriter out;
    out.beginObject().field("saved_search_id", waiting.search).field("name", waiting.name).field("query", waiting.query);
    out.field("listing_id", waiting.listing).field("title", waiting.title).field("why", waiting.kind);
    out.field("count", waiting.count).endObject();
    return out.take();
}
} // namespace

void AlertJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent(kListingChanged, "search.alerts", [this](CallContextPtr context, jobs::StoredEvent event) {
        return listingsChanged(std::move(context), std::move(event));
    });
    registry.onTimer(kTellInstant, [this](CallContextPtr context, Uuid user, Timestamp due) {
        return tell(std::move(context), UserId{user}, "instant", due);
    });
    registry.onTimer(kTellDaily, [this](CallContextPtr context, Uuid user, Timestamp due) {
        return tell(std::move(context), UserId{user}, "daily", due);
    });
}

QCoro::Task<Outcome> AlertJob::listingsChanged(CallContextPtr context, jobs::StoredEvent event)
{
    const std::vector<ListingId> ids = changedListings(event.event.payload);
    CARGO_CO_TRY(co_await learn(context));
    for (size_t at = 0; at < ids.size(); at += kTogether) {
        std::vector<ListingId> some(ids.begin() + qsizetype(at), ids.begin() + qsizetype(std::min(ids.size(), at + kTogether)));
        CARGO_CO_TRY(co_await ask(context, std::move(some)));
    }
    co_return ok();
}

QCoro::Task<Outcome> AlertJob::ask(CallContextPtr context, std::vector<ListingId> listings)
{
    const auto cars = co_await m_listings.documentsOf(context, std::move(listings));
    CARGO_CO_TRY(cars);
    std::map<ListingId, const Document *> onMarket;
    std::vector<ListingId> ids;
    for (const Document &car : *cars) {
        onMarket.emplace(car.id, &car);
        ids.push_back(car.id);
    }
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const Timestamp now = m_runtime.clock.now();
    const auto news = co_await m_store.takeNews(*tx, std::move(ids), now);
    CARGO_CO_TRY(news);
    for (const AlertStore::News &one : *news)
        CARGO_CO_TRY(co_await tell(*tx, one, m_searches.matches(*onMarket.at(one.listing)), now));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> AlertJob::tell(db::Transaction tx, AlertStore::News news, std::vector<Uuid> searches, Timestamp now)
{
    for (size_t at = 0; at < searches.size(); at += kAtOnce) {
        const std::vector<Uuid> some(searches.begin() + qsizetype(at),
                                     searches.begin() + qsizetype(std::min(searches.size(), at + kAtOnce)));
        CARGO_CO_TRY(co_await m_store.add(tx, news, some, now));
    }
    co_return ok();
}

QCoro::Task<Outcome> AlertJob::learn(CallContextPtr context)
{
    Timestamp since = m_seenAt;
    Uuid after;
    for (;;) {
        const auto saved = co_await m_store.savedSince(context, since, after, kPage);
        CARGO_CO_TRY(saved);
        for (const AlertStore::Saved &search : *saved) {
            // What this program does not understand any more fits nothing.
            if (const auto query = SearchQuery::fromUrlQuery(search.query); query && !m_searches.knows(search.id))
                m_searches.put(search.id, *query);
        }
        if (!saved->empty()) {
            since = saved->back().createdAt;
            after = saved->back().id;
        }
        if (saved->size() < size_t(kPage))
            break;
    }
    m_seenAt = std::max(m_seenAt, since.plusMs(-kOverlapMs));
    co_return ok();
}

QCoro::Task<Outcome> AlertJob::tell(CallContextPtr context, UserId user, QByteArray mode, Timestamp due)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto waiting = co_await m_store.takeWaiting(*tx, user, mode, m_runtime.clock.now());
    CARGO_CO_TRY(waiting);
    for (const AlertStore::Waiting &one : *waiting) {
        const QByteArray key = "search_match:" + one.search.toText() + ':' + due.toRfc3339();
        CARGO_CO_TRY(co_await jobs::notifyUser(*tx, user, "search_match", dataOf(one), key));
    }
    co_return co_await tx->commit();
}

} // namespace cargo::search
