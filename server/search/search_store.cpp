#include "server/search/search_store.h"

#include "server/db/attribute_columns.h"

#include <QtEndian>

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace cargo::search {

namespace {
// A listing is as new as it and its driver, and as what it means where that is asked for: what an index holds comes from all of
// them. `plain` and `embedded` are the two kinds of each statement; the second one has the model and its length behind its own.
#define CARGO_SEARCH_REVISION(more) "(extract(epoch from greatest(l.updated_at, u.updated_at" more ")) * 1000)::bigint"
#define CARGO_SEARCH_PUBLISHED(join)                                                                                             \
    "from listings l join users u on u.id = l.driver_id " join "where l.status = 'published' and u.status = 'active'"
#define CARGO_EMBEDDING_JOIN(model, dimensions)                                                                                  \
    "left join listing_embeddings e on e.listing_id = l.id and e.model = " model " and e.dimensions = " dimensions "::int "
#define CARGO_EMBEDDING_TIME ", e.made_at"

// How probably a deal with a driver comes to its end: of those that were paid and are over, the share that ended with the car
// handed over. A split counts half; a cancelling by the buyer counts for nothing; four of five are taken for granted at first.
#define CARGO_SEARCH_DOCUMENTS(condition, join, made, embedding)                                                                 \
    "with page as not materialized (select l.*, " embedding " as embedding, " CARGO_SEARCH_REVISION(                             \
        made) " as revision, "                                                                                                   \
              "case when u.rating_count > 0 then u.rating_sum * 100 / u.rating_count else 0 end as "                             \
              "rating " CARGO_SEARCH_PUBLISHED(                                                                                  \
                  join) " and " condition "), "                                                                                  \
                        "ended as (select d.driver_id, case d.status when 'resolved_split' then 0.5 when 'cancelled' then 0 "    \
                        "when 'resolved_refund' then 0 else 1 end as kept from deals d "                                         \
                        "where d.driver_id in (select driver_id from page) and d.funded_at is not null "                         \
                        "and (d.status in ('released', 'resolved_release', 'resolved_split', 'resolved_refund') or (d.status = " \
                        "'cancelled' "                                                                                           \
                        "and exists (select 1 from deal_events e where e.deal_id = d.id and ((e.event = 'cancel' and e.actor = " \
                        "'driver') "                                                                                             \
                        "or e.event = 'start_deadline'))))), "                                                                   \
                        "drivers as (select driver_id, ((sum(kept) + 4) * 1000 / (count(*) + 5))::int as completion from ended " \
                        "group by driver_id) "                                                                                   \
                        "select p.id, p.revision, p.brand, p.model, p.body_type, p.fuel, p.transmission, p.drive, p.color, "     \
                        "p.country_from, "                                                                                       \
                        "p.description, p.year, p.price_minor, p.mileage_km, p.delivery_eta_days, p.rating, "                    \
                        "coalesce(p.power_hp, 0), coalesce(p.engine_cc, 0), "                                                    \
                        "(extract(epoch from coalesce(p.published_at, p.created_at)) * 1000)::bigint, coalesce(d.completion, "   \
                        "800), "                                                                                                 \
                        "p.driver_id, " CARGO_LISTING_FEATURES_AND_SEATS(                                                        \
                            "p") ", p.embedding from page p left join drivers d on d.driver_id = p.driver_id order by p.id"

#define CARGO_PLAIN_DOCUMENTS(condition) CARGO_SEARCH_DOCUMENTS(condition, "", "", "null::bytea")
// In pgvector's own bytes: text would have to be read number by number.
#define CARGO_EMBEDDED_DOCUMENTS(condition, model, dimensions)                                                                   \
    CARGO_SEARCH_DOCUMENTS(condition, CARGO_EMBEDDING_JOIN(model, dimensions), CARGO_EMBEDDING_TIME, "vector_send(e.embedding)")
#define CARGO_AFTER "l.id > $1::uuid order by l.id limit $2::int"
#define CARGO_OF "l.id = any($1::uuid[])"
#define CARGO_STANDING(join, made)                                                                                               \
    "select l.id, " CARGO_SEARCH_REVISION(made) " " CARGO_SEARCH_PUBLISHED(join) " and " CARGO_AFTER

struct TwoKinds
{
    db::Query plain;
    db::Query embedded;
};
const TwoKinds kDocumentsAfter{{"search.documents_after", CARGO_PLAIN_DOCUMENTS(CARGO_AFTER)},
                               {"embeddings.documents_after", CARGO_EMBEDDED_DOCUMENTS(CARGO_AFTER, "$3", "$4")}};
const TwoKinds kDocumentsOf{{"search.documents_of", CARGO_PLAIN_DOCUMENTS(CARGO_OF)},
                            {"embeddings.documents_of", CARGO_EMBEDDED_DOCUMENTS(CARGO_OF, "$2", "$3")}};
const TwoKinds kStandingAfter{
    {"search.standing_after", CARGO_STANDING("", "")},
    {"embeddings.standing_after", CARGO_STANDING(CARGO_EMBEDDING_JOIN("$3", "$4"), CARGO_EMBEDDING_TIME)}};
#undef CARGO_STANDING
#undef CARGO_OF
#undef CARGO_AFTER
#undef CARGO_EMBEDDED_DOCUMENTS
#undef CARGO_PLAIN_DOCUMENTS
#undef CARGO_EMBEDDING_TIME
#undef CARGO_EMBEDDING_JOIN
#undef CARGO_SEARCH_DOCUMENTS
#undef CARGO_SEARCH_PUBLISHED
#undef CARGO_SEARCH_REVISION
const db::Query kDriverOf{"search.driver_of", "select driver_id from deals where id = $1"};
const db::Query kOfDriver{"search.of_driver", R"(
    select id from listings where driver_id = $1 and status = 'published' and id > $2::uuid order by id limit $3::int)"};

const db::Query kChangedSince{"search.changed_since", R"(
    select id, updated_at from listings where (updated_at, id) > ($1::timestamptz, $2::uuid)
    order by updated_at, id limit $3::int)"};
const db::Query kEmbeddedSince{"embeddings.since", R"(
    select listing_id, made_at from listing_embeddings
    where model = $4 and dimensions = $5::int and (made_at, listing_id) > ($1::timestamptz, $2::uuid)
    order by made_at, listing_id limit $3::int)"};

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

// Adds to the parameters what the second kind wants.
const db::Query &kindOf(const TwoKinds &kinds, const std::optional<embeddings::Model> &model, db::Params *params)
{
    if (!model)
        return kinds.plain;
    params->add(model->name).add(model->dimensions);
    return kinds.embedded;
}

// vector_send(): two 16-bit numbers, of which the first is the length, then floats; all with the greatest byte first.
std::vector<float> readEmbedding(const QByteArray &bytes)
{
    constexpr qsizetype kHeadBytes = 4;
    if (bytes.size() <= kHeadBytes || (bytes.size() - kHeadBytes) % qsizetype(sizeof(float)) != 0)
        return {};
    std::vector<float> numbers(size_t(bytes.size() - kHeadBytes) / sizeof(float));
    qFromBigEndian<float>(bytes.constData() + kHeadBytes, qsizetype(numbers.size()), numbers.data());
    return numbers;
}

// A column of few words, each of which is made once and shared.
class WordColumn
{
public:
    WordColumn(const db::Rows &rows, int column) : m_rows(rows), m_column(column) {}
    const QString &at(int row)
    {
        QString &word = m_words[m_rows.view(row, m_column)];
        if (word.isNull())
            word = m_rows.text(row, m_column);
        return word;
    }

private:
    const db::Rows &m_rows;
    int m_column;
    std::unordered_map<std::string_view, QString> m_words; // the rows keep the keys
};

std::vector<Document> readDocuments(const db::Rows &rows)
{
    std::vector<Document> documents;
    documents.reserve(size_t(rows.count()));
    WordColumn brands(rows, 2), models(rows, 3), bodies(rows, 4), fuels(rows, 5), transmissions(rows, 6), drives(rows, 7),
        colors(rows, 8), countries(rows, 9);
    for (int i = 0; i < rows.count(); ++i) {
        Document d;
        d.id = rows.id<ListingId>(i, 0);
        d.revision = rows.int64(i, 1);
        d.brand = brands.at(i);
        d.model = models.at(i);
        d.bodyType = bodies.at(i);
        d.fuel = fuels.at(i);
        d.transmission = transmissions.at(i);
        d.drive = drives.at(i);
        d.color = colors.at(i);
        d.countryFrom = countries.at(i);
        d.description = rows.bytes(i, 10);
        d.year = rows.int32(i, 11);
        d.priceMinor = rows.int64(i, 12);
        d.mileageKm = rows.int32(i, 13);
        d.etaDays = rows.int32(i, 14);
        d.ratingHundredths = rows.int32(i, 15);
        d.powerHp = rows.int32(i, 16);
        d.engineCc = rows.int32(i, 17);
        d.publishedAt = Timestamp{rows.int64(i, 18)};
        d.completionPerMille = rows.int32(i, 19);
        d.driver = rows.id<UserId>(i, 20);
        d.features = db::featuresOf(rows.text(i, 21));
        d.seats = rows.int32(i, 22);
        if (!rows.isNull(i, 23))
            d.embedding = readEmbedding(rows.blob(i, 23));
        documents.push_back(std::move(d));
    }
    return documents;
}
} // namespace

std::vector<SearchStore::Change> SearchStore::readChanges(const db::Rows &rows)
{
    std::vector<Change> changes;
    for (int i = 0; i < rows.count(); ++i)
        changes.push_back({rows.id<ListingId>(i, 0), rows.timestamp(i, 1)});
    return changes;
}

QCoro::Task<Result<std::vector<Document>>> SearchStore::documentsAfter(CallContextPtr context, Uuid after, int limit)
{
    db::Params params = db::Params::of(after, limit);
    const db::Query &query = kindOf(kDocumentsAfter, m_embeddings, &params);
    const auto rows = co_await m_db.queryParams(context, query, params);
    CARGO_CO_TRY(rows);
    co_return readDocuments(*rows);
}

QCoro::Task<Result<std::vector<Document>>> SearchStore::documentsOf(CallContextPtr context, std::vector<ListingId> ids)
{
    db::Params params = db::Params::of(ids);
    const db::Query &query = kindOf(kDocumentsOf, m_embeddings, &params);
    const auto rows = co_await m_db.queryParams(context, query, params);
    CARGO_CO_TRY(rows);
    co_return readDocuments(*rows);
}

QCoro::Task<Result<std::vector<Standing>>> SearchStore::standingAfter(CallContextPtr context, ListingId after, int limit)
{
    db::Params params = db::Params::of(after, limit);
    const db::Query &query = kindOf(kStandingAfter, m_embeddings, &params);
    const auto rows = co_await m_db.queryParams(context, query, params);
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
    co_return readChanges(*rows);
}

QCoro::Task<Result<std::vector<SearchStore::Change>>> SearchStore::embeddedSince(CallContextPtr context, Timestamp since,
                                                                                 ListingId after, int limit)
{
    if (!m_embeddings)
        co_return std::vector<Change>();
    const auto rows =
        co_await m_db.query(context, kEmbeddedSince, since, after, limit, m_embeddings->name, m_embeddings->dimensions);
    CARGO_CO_TRY(rows);
    co_return readChanges(*rows);
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
