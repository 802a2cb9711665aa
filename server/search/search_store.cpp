#include "server/search/search_store.h"

#include "server/db/attribute_columns.h"

#include <algorithm>

namespace cargo::search {

namespace {
// A listing is as new as it and its driver: what an index holds comes from both.
#define CARGO_SEARCH_REVISION "(extract(epoch from greatest(l.updated_at, u.updated_at)) * 1000)::bigint"
#define CARGO_SEARCH_PUBLISHED                                                                                                   \
    "from listings l join users u on u.id = l.driver_id where l.status = 'published' and u.status = 'active'"

// How probably a deal with a driver comes to its end: of those that were paid and are over, the share that ended with the car
// handed over. A split counts half; a cancelling by the buyer counts for nothing; four of five are taken for granted at first.
#define CARGO_SEARCH_DOCUMENTS(condition)                                                                                        \
    "with page as (select l.*, " CARGO_SEARCH_REVISION " as revision, "                                                          \
    "case when u.rating_count > 0 then u.rating_sum * 100 / u.rating_count else 0 end as rating " CARGO_SEARCH_PUBLISHED         \
    " and " condition "), "                                                                                                      \
    "ended as (select d.driver_id, case d.status when 'resolved_split' then 0.5 when 'cancelled' then 0 "                        \
    "when 'resolved_refund' then 0 else 1 end as kept from deals d "                                                             \
    "where d.driver_id in (select driver_id from page) and d.funded_at is not null "                                             \
    "and (d.status in ('released', 'resolved_release', 'resolved_split', 'resolved_refund') or (d.status = 'cancelled' "         \
    "and exists (select 1 from deal_events e where e.deal_id = d.id and ((e.event = 'cancel' and e.actor = 'driver') "           \
    "or e.event = 'start_deadline'))))), "                                                                                       \
    "drivers as (select driver_id, ((sum(kept) + 4) * 1000 / (count(*) + 5))::int as completion from ended group by driver_id) " \
    "select p.id, p.revision, p.brand, p.model, p.body_type, p.fuel, p.transmission, p.drive, p.color, p.country_from, "         \
    "p.description, p.year, p.price_minor, p.mileage_km, p.delivery_eta_days, p.rating, "                                        \
    "(extract(epoch from coalesce(p.published_at, p.created_at)) * 1000)::bigint, coalesce(d.completion, 800), "                 \
    "p.driver_id, " CARGO_LISTING_FEATURES_AND_SEATS(                                                                            \
        "p") "from page p left join drivers d on d.driver_id = p.driver_id order by p.id"

const db::Query kDocumentsAfter{"search.documents_after", CARGO_SEARCH_DOCUMENTS("l.id > $1::uuid order by l.id limit $2::int")};
const db::Query kDocumentsOf{"search.documents_of", CARGO_SEARCH_DOCUMENTS("l.id = any($1::uuid[])")};
const db::Query kStandingAfter{"search.standing_after", "select l.id, " CARGO_SEARCH_REVISION " " CARGO_SEARCH_PUBLISHED
                                                        " and l.id > $1::uuid order by l.id limit $2::int"};
#undef CARGO_SEARCH_DOCUMENTS
#undef CARGO_SEARCH_PUBLISHED
#undef CARGO_SEARCH_REVISION
const db::Query kDriverOf{"search.driver_of", "select driver_id from deals where id = $1"};
const db::Query kOfDriver{"search.of_driver", R"(
    select id from listings where driver_id = $1 and status = 'published' and id > $2::uuid order by id limit $3::int)"};

const db::Query kChangedSince{"search.changed_since", R"(
    select id, updated_at from listings where (updated_at, id) > ($1::timestamptz, $2::uuid)
    order by updated_at, id limit $3::int)"};

const db::Query kCards{"search.cards", R"(
    select l.id, l.card, u.card from listings l join users u on u.id = l.driver_id
    where l.id = any($1::uuid[]) and l.status = 'published' and u.status = 'active')"};

// {…} and the driver's {…} -> {…,"driver":{…}
QByteArray cardText(std::string_view listing, std::string_view driver)
{
    QByteArray text;
    text.reserve(qsizetype(listing.size() + driver.size()) + 16);
    text.append(listing.data(), std::max<qsizetype>(qsizetype(listing.size()) - 1, 0)); // but its brace
    text += text.size() > 1 ? ",\"driver\":" : "\"driver\":";
    return text.append(driver.data(), qsizetype(driver.size()));
}

std::vector<Document> readDocuments(const db::Rows &rows)
{
    std::vector<Document> documents;
    documents.reserve(size_t(rows.count()));
    for (int i = 0; i < rows.count(); ++i) {
        Document d;
        d.id = rows.id<ListingId>(i, 0);
        d.revision = rows.int64(i, 1);
        d.brand = rows.text(i, 2);
        d.model = rows.text(i, 3);
        d.bodyType = rows.text(i, 4);
        d.fuel = rows.text(i, 5);
        d.transmission = rows.text(i, 6);
        d.drive = rows.text(i, 7);
        d.color = rows.text(i, 8);
        d.countryFrom = rows.text(i, 9);
        d.description = rows.text(i, 10);
        d.year = rows.int32(i, 11);
        d.priceMinor = rows.int64(i, 12);
        d.mileageKm = rows.int32(i, 13);
        d.etaDays = rows.int32(i, 14);
        d.ratingHundredths = rows.int32(i, 15);
        d.publishedAt = Timestamp{rows.int64(i, 16)};
        d.completionPerMille = rows.int32(i, 17);
        d.driver = rows.id<UserId>(i, 18);
        d.features = db::featuresOf(rows.text(i, 19));
        d.seats = rows.int32(i, 20);
        documents.push_back(std::move(d));
    }
    return documents;
}
} // namespace

QCoro::Task<Result<std::vector<Document>>> SearchStore::documentsAfter(CallContextPtr context, Uuid after, int limit)
{
    const auto rows = co_await m_db.query(context, kDocumentsAfter, after, limit);
    CARGO_CO_TRY(rows);
    co_return readDocuments(*rows);
}

QCoro::Task<Result<std::vector<Document>>> SearchStore::documentsOf(CallContextPtr context, std::vector<ListingId> ids)
{
    const auto rows = co_await m_db.query(context, kDocumentsOf, ids);
    CARGO_CO_TRY(rows);
    co_return readDocuments(*rows);
}

QCoro::Task<Result<std::vector<Standing>>> SearchStore::standingAfter(CallContextPtr context, ListingId after, int limit)
{
    const auto rows = co_await m_db.query(context, kStandingAfter, after, limit);
    CARGO_CO_TRY(rows);
    std::vector<Standing> list;
    list.reserve(size_t(rows->count()));
    for (int i = 0; i < rows->count(); ++i)
        list.push_back({rows->id<ListingId>(i, 0), rows->int64(i, 1)});
    co_return list;
}

QCoro::Task<Result<UserId>> SearchStore::driverOf(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_db.query(context, kDriverOf, deal);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? UserId() : rows->id<UserId>(0, 0);
}

QCoro::Task<Result<std::vector<ListingId>>> SearchStore::publishedOf(CallContextPtr context, UserId driver, ListingId after,
                                                                     int limit)
{
    const auto rows = co_await m_db.query(context, kOfDriver, driver, after, limit);
    CARGO_CO_TRY(rows);
    std::vector<ListingId> ids;
    for (int i = 0; i < rows->count(); ++i)
        ids.push_back(rows->id<ListingId>(i, 0));
    co_return ids;
}

QCoro::Task<Result<std::vector<SearchStore::Change>>> SearchStore::changedSince(CallContextPtr context, Timestamp since,
                                                                                ListingId after, int limit)
{
    const auto rows = co_await m_db.query(context, kChangedSince, since, after, limit);
    CARGO_CO_TRY(rows);
    std::vector<Change> changes;
    for (int i = 0; i < rows->count(); ++i)
        changes.push_back({rows->id<ListingId>(i, 0), rows->timestamp(i, 1)});
    co_return changes;
}

QCoro::Task<Result<std::vector<SearchStore::Card>>> SearchStore::cards(CallContextPtr context, std::vector<ListingId> ids)
{
    const auto rows = co_await m_db.query(context, kCards, ids);
    CARGO_CO_TRY(rows);
    std::vector<Card> cards;
    cards.reserve(size_t(rows->count()));
    for (int i = 0; i < rows->count(); ++i)
        cards.push_back({rows->id<ListingId>(i, 0), cardText(rows->view(i, 1), rows->view(i, 2))});
    co_return cards;
}

} // namespace cargo::search
