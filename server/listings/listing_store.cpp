#include "server/listings/listing_store.h"

#include <QJsonDocument>

namespace cargo::listings {

namespace {
// The hottest statement of the server: two primary keys and a look into favourites, all text finished.
const db::Query kPage{"listings.page",
                      R"(select l.card, l.detail, l.version, l.status, l.driver_id, u.card, u.version, l.published_at is not null,
              exists (select 1 from favourites f where f.user_id = $2::uuid and f.listing_id = l.id)
       from listings l join users u on u.id = l.driver_id where l.id = $1)"};
const db::Query kFacts{"listings.facts",
                       R"(select driver_id, status, published_at is not null, price_minor, currency, delivery_eta_days, card
       from listings where id = $1)"};
const db::Query kOfDriver{"listings.of_driver",
                          R"(select id, card, version, updated_at from listings
       where driver_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3)"};
const db::Query kOfDriverByStatus{"listings.of_driver_by_status",
                                  R"(select id, card, version, updated_at from listings
       where driver_id = $1 and ($2::uuid is null or id < $2) and status = $4 order by id desc limit $3)"};
const db::Query kPublishedOf{
    "listings.published_of",
    R"(select l.id, l.card, u.card, exists (select 1 from favourites f where f.user_id = $4::uuid and f.listing_id = l.id)
       from listings l join users u on u.id = l.driver_id
       where l.driver_id = $1 and l.status = 'published' and ($2::uuid is null or l.id < $2) and l.id is distinct from $5::uuid
       order by l.id desc limit $3)"};
// Neighbours by price among the same brand and the same body: four short walks along an index, then the best of them. Only
// within a band of the price: who looks at a car for two millions does not look for one for six. Ties end at the id, so that
// the same market gives the same answer.
const db::Query kSimilar{
    "listings.similar",
    R"(with me as materialized (select id, brand, model, year, price_minor, currency, body_type from listings where id = $1),
       near as (
         (select id from listings where status = 'published' and brand = (select brand from me)
            and price_minor >= (select price_minor from me) order by price_minor, id limit 60)
         union (select id from listings where status = 'published' and brand = (select brand from me)
            and price_minor < (select price_minor from me) order by price_minor desc, id limit 60)
         union (select id from listings where status = 'published' and body_type = (select body_type from me)
            and price_minor >= (select price_minor from me) order by price_minor, id limit 30)
         union (select id from listings where status = 'published' and body_type = (select body_type from me)
            and price_minor < (select price_minor from me) order by price_minor desc, id limit 30))
       select l.id, l.card, u.card, exists (select 1 from favourites f where f.user_id = $3::uuid and f.listing_id = l.id),
              case when l.brand = me.brand and l.model = me.model then 'same_model'
                   when l.brand = me.brand and l.body_type = me.body_type and l.body_type <> '' then 'same_brand_and_body'
                   when l.brand = me.brand then 'same_brand' else 'same_body' end,
              round((l.price_minor - me.price_minor)::numeric * 100 / me.price_minor)::int
       from near join listings l using (id) join users u on u.id = l.driver_id cross join me
       where l.id <> me.id and l.currency = me.currency and u.status = 'active'
         and (l.brand = me.brand or l.body_type <> '')
         and l.price_minor between me.price_minor * 0.6 and me.price_minor * 1.6
       order by (l.brand = me.brand and l.model = me.model) desc, (l.body_type = me.body_type) desc,
                abs(l.price_minor - me.price_minor)::float8 / me.price_minor + abs(l.year - me.year) * 0.05, l.id
       limit $2)"};
const db::Query kIsUser{"listings.is_user", "select 1 from users where id = $1 and status <> 'deleted'"};
const db::Query kAccount{"listings.account", "select card, kyc_tier, status = 'active', locale from users where id = $1"};
const db::Query kLock{"listings.lock",
                      R"(select driver_id, status, version, brand, model, year, mileage_km, country_from, price_minor, currency,
              delivery_eta_days, description, body_type, fuel, transmission, drive, engine_cc, power_hp, color,
              coalesce(vin, ''), attributes, published_at, sold_at, created_at, updated_at, taken_by, drop_from_minor, drop_at
       from listings where id = $1 for no key update)"};
const db::Query kPhotos{"listings.photos",
                        R"(select m.id, m.width, m.height from listing_photos p join media m on m.id = p.media_id
       where p.listing_id = $1 order by p.position)"};
const db::Query kOwnMedia{"listings.own_media",
                          "select id, width, height from media where owner_id = $1 and id = any($2::uuid[])"};
#define LISTING_COLUMNS                                                                                                          \
    "id, driver_id, status, version, brand, model, year, mileage_km, country_from, price_minor, currency, delivery_eta_days, "   \
    "description, body_type, fuel, transmission, drive, engine_cc, power_hp, color, vin, attributes, card, detail, "             \
    "published_at, sold_at, created_at, updated_at, taken_by, drop_from_minor, drop_at"
#define LISTING_VALUES                                                                                                           \
    "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, "  \
    "$27, $28, $29, $30, $31"
const db::Query kInsert{"listings.insert", "insert into listings (" LISTING_COLUMNS ") values (" LISTING_VALUES ")"};
const db::Query kInsertImported{"listings.insert_imported",
                                "insert into listings (" LISTING_COLUMNS ", external_id) values (" LISTING_VALUES ", $32) "
                                "on conflict on constraint listings_external_once do nothing"};
const db::Query kSave{
    "listings.save",
    R"(update listings set status = $3, version = $4, brand = $5, model = $6, year = $7, mileage_km = $8, country_from = $9,
              price_minor = $10, currency = $11, delivery_eta_days = $12, description = $13, body_type = $14, fuel = $15,
              transmission = $16, drive = $17, engine_cc = $18, power_hp = $19, color = $20, vin = $21, attributes = $22,
              card = $23, detail = $24, published_at = $25, sold_at = $26, created_at = $27, updated_at = $28,
              taken_by = $29, drop_from_minor = $30, drop_at = $31
       where id = $1 and driver_id = $2 and version = $4::bigint - 1)"};
// A change holds two prices that stood: the one until then, and the one since.
const db::Query kRecordPrice{
    "listings.record_price",
    R"(with added as (insert into price_changes (listing_id, version, from_minor, from_currency, to_minor, to_currency, changed_at)
                      values ($1, $2, $3, $4, $5, $6, $7))
       select coalesce(min(least(from_minor, to_minor)), $3::bigint) from price_changes
       where listing_id = $1 and from_currency = $4 and to_currency = $4 and changed_at > $8)"};
// The newest hundred changes; the first row is the price before them.
const db::Query kPriceHistory{"listings.price_history",
                              R"(select l.published_at, l.price_minor, l.currency, l.drop_from_minor, l.drop_at,
              c.from_minor, c.from_currency, c.to_minor, c.to_currency, c.changed_at
       from listings l left join lateral (select * from price_changes where listing_id = l.id order by version desc limit 100) c on true
       where l.id = $1 and l.published_at is not null order by c.version)"};
const db::Query kClearPhotos{"listings.clear_photos", "delete from listing_photos where listing_id = $1"};
const db::Query kInsertPhotos{"listings.insert_photos",
                              R"(insert into listing_photos (listing_id, position, media_id)
       select $1, o - 1, m from unnest($2::uuid[]) with ordinality as t (m, o))"};
const db::Query kRemoveDraft{"listings.remove_draft",
                             R"(delete from listings l where l.id = $1 and l.status = 'draft' and l.published_at is null
         and not exists (select 1 from conversations c where c.listing_id = l.id)
         and not exists (select 1 from favourites f where f.listing_id = l.id))"};
const db::Query kInPaidDeal{"listings.in_paid_deal", R"(select from deals
       where listing_id = $1 and status in ('funded', 'in_transit', 'delivered', 'disputed'))"};
const db::Query kOnMarket{"listings.on_market", R"(select id from listings
       where driver_id = $1 and (status = 'published' or (not $2::boolean and status not in ('archived', 'blocked')))
       order by id limit $3 for no key update)"};

template <typename T>
void addMaybe(db::Params &params, const std::optional<T> &value)
{
    if (value)
        params.add(*value);
    else
        params.addNull();
}

// $1 … $31 of kInsert and kSave.
db::Params columns(const Listing &listing)
{
    const api::ListingInputDto &data = listing.data;
    db::Params params;
    params.add(listing.id).add(listing.driver).add(listing::word(listing.status)).add(listing.version);
    params.add(data.brand).add(data.model).add(data.year).add(data.mileageKm).add(data.countryFrom);
    params.add(data.price.amountMinor).add(data.price.currency.code()).add(data.deliveryEtaDays).add(data.description);
    params.add(data.bodyType).add(data.fuel).add(data.transmission).add(data.drive);
    addMaybe(params, data.engineCc);
    addMaybe(params, data.powerHp);
    params.add(data.color);
    if (data.vin.isEmpty())
        params.addNull();
    else
        params.add(data.vin);
    params.add(QJsonDocument(data.attributes).toJson(QJsonDocument::Compact));
    params.add(renderCard(listing)).add(renderDetail(listing));
    addMaybe(params, listing.publishedAt);
    addMaybe(params, listing.soldAt);
    params.add(listing.createdAt).add(listing.updatedAt);
    addMaybe(params, listing.takenBy);
    if (listing.priceDrop)
        params.add(listing.priceDrop->from.amountMinor).add(listing.priceDrop->at);
    else
        params.addNull().addNull();
    return params;
}

std::optional<int> maybeInt(const db::Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional<int>(rows.int32(row, column));
}

listing::Status statusOf(const db::Rows &rows, int row, int column)
{
    return listing::statusFromWord(rows.text(row, column)).value_or(listing::Status::Blocked);
}

api::MediaDto photoOf(const db::Rows &rows, int row)
{
    return {rows.id<MediaId>(row, 0), {}, rows.int32(row, 1), rows.int32(row, 2)};
}

void append(QByteArray &out, std::string_view text) { out.append(text.data(), qsizetype(text.size())); }

// Rows of id, card, driver's card, favourite; and, in a list of similar cars, why each is in it and by how many percent its
// price differs. Written in place: a page is a dozen kilobytes.
CardList cardsWithDriver(const db::Rows &rows, int limit, bool withReason = false)
{
    CardList list;
    const int shown = std::min(rows.count(), limit);
    size_t bytes = 2;
    for (int row = 0; row < shown; ++row)
        bytes += rows.view(row, 1).size() + rows.view(row, 2).size() + 40;
    list.items.reserve(qsizetype(bytes));
    list.items += '[';
    for (int row = 0; row < shown; ++row) {
        if (row > 0)
            list.items += ',';
        const std::string_view card = rows.view(row, 1);
        append(list.items, card.substr(0, card.size() - 1));
        append(list.items, card.size() > 2 ? ",\"driver\":" : "\"driver\":");
        append(list.items, rows.view(row, 2));
        append(list.items, rows.boolean(row, 3) ? ",\"favourite\":true" : ",\"favourite\":false");
        if (withReason) {
            append(list.items, ",\"reason\":{\"code\":\"");
            append(list.items, rows.view(row, 4));
            append(list.items, "\",\"price_difference_percent\":");
            append(list.items, rows.view(row, 5));
            list.items += '}';
        }
        list.items += '}';
    }
    list.items += ']';
    if (rows.count() > limit)
        list.next = rows.uuid(limit - 1, 0);
    return list;
}
} // namespace

QCoro::Task<Result<ListingPage>> ListingStore::page(CallContextPtr context, ListingId id, std::optional<UserId> reader)
{
    const auto rows = co_await m_runtime.db.read(context, kPage, id, reader);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    ListingPage page;
    page.status = statusOf(*rows, 0, 3);
    page.driver = rows->id<UserId>(0, 4);
    page.wasPublished = rows->boolean(0, 7);
    const bool favourite = rows->boolean(0, 8);
    page.json = joinObjects(rows->view(0, 0), rows->view(0, 1));
    page.json.chop(1);
    append(page.json, ",\"version\":");
    append(page.json, rows->view(0, 2));
    append(page.json, ",\"driver\":");
    append(page.json, rows->view(0, 5));
    append(page.json, favourite ? ",\"favourite\":true}" : ",\"favourite\":false}");
    page.etag += '"';
    append(page.etag, rows->view(0, 2));
    page.etag += '.';
    append(page.etag, rows->view(0, 6));
    append(page.etag, favourite ? ".1\"" : ".0\"");
    co_return page;
}

QCoro::Task<Result<ListingFacts>> ListingStore::facts(CallContextPtr context, ListingId id)
{
    const auto rows = co_await m_runtime.db.read(context, kFacts, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    ListingFacts facts;
    facts.id = id;
    facts.driver = rows->id<UserId>(0, 0);
    facts.status = statusOf(*rows, 0, 1);
    facts.wasPublished = rows->boolean(0, 2);
    facts.price = Money{rows->int64(0, 3), Currency::fromCode(rows->text(0, 4)).value_or(Currency::rub())};
    facts.deliveryEtaDays = rows->int32(0, 5);
    facts.snapshot = rows->bytes(0, 6);
    co_return facts;
}

QCoro::Task<Result<CardList>> ListingStore::ofDriver(CallContextPtr context, UserId driver, QByteArray status,
                                                     std::optional<Uuid> after, int limit)
{
    db::Params params;
    params.add(driver).add(after).add(limit + 1);
    if (!status.isEmpty())
        params.add(status);
    const auto rows =
        co_await m_runtime.db.queryParams(context, status.isEmpty() ? kOfDriver : kOfDriverByStatus, std::move(params));
    CARGO_CO_TRY(rows);
    CardList list;
    list.items = "[";
    const int shown = std::min(rows->count(), limit);
    for (int row = 0; row < shown; ++row) {
        if (row > 0)
            list.items += ',';
        const QByteArray extra =
            "{\"version\":" + rows->bytes(row, 2) + ",\"updated_at\":\"" + rows->timestamp(row, 3).toRfc3339() + "\"}";
        list.items += joinObjects(rows->view(row, 1), std::string_view(extra.constData(), size_t(extra.size())));
    }
    list.items += ']';
    if (rows->count() > limit)
        list.next = rows->uuid(limit - 1, 0);
    co_return list;
}

QCoro::Task<Result<CardList>> ListingStore::publishedOf(CallContextPtr context, UserId driver, std::optional<UserId> reader,
                                                        std::optional<Uuid> after, int limit, std::optional<ListingId> except)
{
    const auto rows = co_await m_runtime.db.query(context, kPublishedOf, driver, after, limit + 1, reader, except);
    CARGO_CO_TRY(rows);
    co_return cardsWithDriver(*rows, limit);
}

QCoro::Task<Result<bool>> ListingStore::isUser(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_runtime.db.read(context, kIsUser, user);
    CARGO_CO_TRY(rows);
    co_return !rows->empty();
}

QCoro::Task<Result<CardList>> ListingStore::similar(CallContextPtr context, ListingId id, std::optional<UserId> reader, int limit)
{
    const auto rows = co_await m_runtime.db.query(context, kSimilar, id, limit, reader);
    CARGO_CO_TRY(rows);
    co_return cardsWithDriver(*rows, limit, true);
}

QCoro::Task<Result<DriverAccount>> ListingStore::account(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kAccount, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    const Locale locale = rows->view(0, 3) == "en" ? Locale::En : Locale::Ru;
    co_return DriverAccount{rows->bytes(0, 0), rows->int32(0, 1), rows->boolean(0, 2), locale};
}

QCoro::Task<Result<std::shared_ptr<Listing>>> ListingStore::lock(db::Transaction tx, ListingId id)
{
    const auto rows = co_await tx.run(kLock, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    auto listing = std::make_shared<Listing>();
    api::ListingInputDto &data = listing->data;
    int c = 0;
    listing->id = id;
    listing->driver = rows->id<UserId>(0, c++);
    listing->status = statusOf(*rows, 0, c++);
    listing->version = rows->int64(0, c++);
    data.brand = rows->text(0, c++);
    data.model = rows->text(0, c++);
    data.year = rows->int32(0, c++);
    data.mileageKm = rows->int32(0, c++);
    data.countryFrom = rows->text(0, c++);
    data.price.amountMinor = rows->int64(0, c++);
    data.price.currency = Currency::fromCode(rows->text(0, c++)).value_or(Currency::rub());
    data.deliveryEtaDays = rows->int32(0, c++);
    data.description = rows->text(0, c++);
    data.bodyType = rows->text(0, c++);
    data.fuel = rows->text(0, c++);
    data.transmission = rows->text(0, c++);
    data.drive = rows->text(0, c++);
    data.engineCc = maybeInt(*rows, 0, c++);
    data.powerHp = maybeInt(*rows, 0, c++);
    data.color = rows->text(0, c++);
    data.vin = rows->text(0, c++);
    data.attributes = QJsonDocument::fromJson(rows->bytes(0, c++)).object();
    listing->publishedAt = rows->optionalTimestamp(0, c++);
    listing->soldAt = rows->optionalTimestamp(0, c++);
    listing->createdAt = rows->timestamp(0, c++);
    listing->updatedAt = rows->timestamp(0, c++);
    listing->takenBy = rows->optionalId<DealId>(0, c++);
    if (!rows->isNull(0, c)) {
        const Money from{rows->int64(0, c), data.price.currency};
        listing->priceDrop = api::PriceDropDto{from, data.price, rows->timestamp(0, c + 1)};
    }
    if (listing->publishedAt)
        listing->storedPrice = data.price;
    listing->storedStatus = listing->status;

    const auto photos = co_await tx.run(kPhotos, id);
    CARGO_CO_TRY(photos);
    listing->photos.reserve(size_t(photos->count()));
    for (int row = 0; row < photos->count(); ++row) {
        listing->photos.push_back(photoOf(*photos, row));
        data.photos.push_back(listing->photos.back().id);
    }
    co_return listing;
}

QCoro::Task<Result<std::vector<api::MediaDto>>> ListingStore::ownMedia(db::Transaction tx, UserId owner, std::vector<MediaId> ids)
{
    std::vector<api::MediaDto> ordered;
    if (ids.empty())
        co_return ordered;
    const auto rows = co_await tx.run(kOwnMedia, owner, ids);
    CARGO_CO_TRY(rows);
    std::vector<api::MediaDto> found;
    for (int row = 0; row < rows->count(); ++row)
        found.push_back(photoOf(*rows, row));
    for (const MediaId &id : ids) {
        const auto it = std::find_if(found.begin(), found.end(), [&](const api::MediaDto &m) { return m.id == id; });
        if (it == found.end())
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("photos"), QStringLiteral("not an upload of the driver's")};
        ordered.push_back(*it);
    }
    co_return ordered;
}

QCoro::Task<Outcome> ListingStore::insert(db::Transaction tx, std::shared_ptr<const Listing> listing)
{
    CARGO_CO_TRY(co_await tx.runParams(kInsert, columns(*listing)));
    if (!listing->data.photos.empty())
        CARGO_CO_TRY(co_await tx.run(kInsertPhotos, listing->id, listing->data.photos));
    co_return ok();
}

QCoro::Task<Result<bool>> ListingStore::insertImported(db::Transaction tx, std::shared_ptr<const Listing> listing,
                                                       QByteArray externalId)
{
    db::Params params = columns(*listing);
    params.add(externalId);
    const auto rows = co_await tx.runParams(kInsertImported, std::move(params));
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Outcome> ListingStore::save(db::Transaction tx, std::shared_ptr<Listing> listing)
{
    listing->version += 1;
    const auto rows = co_await tx.runParams(kSave, columns(*listing));
    CARGO_CO_TRY(rows);
    if (rows->affected() != 1)
        co_return ErrorCode::VersionMismatch;
    co_return ok();
}

QCoro::Task<Result<Money>> ListingStore::recordPrice(db::Transaction tx, std::shared_ptr<const Listing> listing, Money before)
{
    constexpr qint64 kLookBackMs = 30 * kDayMs;
    const Money now = listing->data.price;
    const Timestamp at = listing->updatedAt;
    const auto rows = co_await tx.run(kRecordPrice, listing->id, listing->version + 1, before.amountMinor, before.currency.code(),
                                      now.amountMinor, now.currency.code(), at, at.plusMs(-kLookBackMs));
    CARGO_CO_TRY(rows);
    co_return Money{std::min(rows->int64(0, 0), before.amountMinor), before.currency};
}

QCoro::Task<Result<api::PriceHistoryDto>> ListingStore::priceHistory(CallContextPtr context, ListingId id)
{
    const auto rows = co_await m_runtime.db.query(context, kPriceHistory, id);
    CARGO_CO_TRY(rows);
    const auto moneyAt = [&rows](int row, int column) {
        return Money{rows->int64(row, column), Currency::fromCode(rows->text(row, column + 1)).value_or(Currency::rub())};
    };
    api::PriceHistoryDto history;
    if (rows->empty())
        co_return history;
    const bool changed = !rows->isNull(0, 9);
    history.items.push_back({moneyAt(0, changed ? 5 : 1), rows->timestamp(0, 0)});
    for (int row = 0; changed && row < rows->count(); ++row)
        history.items.push_back({moneyAt(row, 7), rows->timestamp(row, 9)});
    if (!rows->isNull(0, 3)) {
        const Money price = moneyAt(0, 1);
        history.drop = api::PriceDropDto{Money{rows->int64(0, 3), price.currency}, price, rows->timestamp(0, 4)};
    }
    co_return history;
}

QCoro::Task<Outcome> ListingStore::replacePhotos(db::Transaction tx, ListingId id, std::vector<MediaId> photos)
{
    CARGO_CO_TRY(co_await tx.run(kClearPhotos, id));
    if (!photos.empty())
        CARGO_CO_TRY(co_await tx.run(kInsertPhotos, id, photos));
    co_return ok();
}

QCoro::Task<Result<bool>> ListingStore::isInPaidDeal(db::Transaction tx, ListingId id)
{
    const auto rows = co_await tx.run(kInPaidDeal, id);
    CARGO_CO_TRY(rows);
    co_return !rows->empty();
}

QCoro::Task<Result<std::vector<ListingId>>> ListingStore::lockOnMarket(db::Transaction tx, UserId driver, bool publishedOnly,
                                                                       int limit)
{
    const auto rows = co_await tx.run(kOnMarket, driver, publishedOnly, limit);
    CARGO_CO_TRY(rows);
    std::vector<ListingId> ids;
    for (int row = 0; row < rows->count(); ++row)
        ids.push_back(rows->id<ListingId>(row, 0));
    co_return ids;
}

QCoro::Task<Result<bool>> ListingStore::removeDraft(db::Transaction tx, ListingId id)
{
    CARGO_CO_TRY(co_await tx.run(kClearPhotos, id));
    const auto rows = co_await tx.run(kRemoveDraft, id);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

} // namespace cargo::listings
