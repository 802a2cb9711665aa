#include "server/listings/review_store.h"

namespace cargo::listings {

namespace {
// What at least five others ask for the same model of about the same year.
const db::Query kFacts{"listings.rule_facts", R"(
    select approved_hash,
        (select count(*) from (select from listings o where o.driver_id = l.driver_id and o.id <> l.id
            and o.published_at is not null limit 1000) before),
        (select (percentile_cont(0.5) within group (order by price_minor))::bigint from
            (select price_minor from listings o where o.status = 'published' and o.brand = $2 and o.model = $3
                and o.year between $4::int - 2 and $4::int + 2 and o.currency = $5 and o.driver_id <> l.driver_id limit 200) market
            having count(*) >= 5)
    from listings l where l.id = $1)"};
// $1 the photos, $2 whose they are, $3 how many bits may differ. Any two that differ in three at most share a quarter.
#define CARGO_ALIKE(columns)                                                                                                     \
    "select " columns " from media mine join media m on m.owner_id <> mine.owner_id and m.look is not null and "                 \
    "((m.look >> 48) = (mine.look >> 48) or ((m.look >> 32) & 65535) = ((mine.look >> 32) & 65535) "                             \
    "or ((m.look >> 16) & 65535) = ((mine.look >> 16) & 65535) or (m.look & 65535) = (mine.look & 65535)) "                      \
    "join listing_photos p on p.media_id = m.id join listings l on l.id = p.listing_id "                                         \
    "where mine.id = any($1::uuid[]) and mine.look is not null and l.status <> 'draft' "                                         \
    "and bit_count((m.look # mine.look)::bit(64)) <= $2::int"
const db::Query kCopied{"listings.copied_photos", CARGO_ALIKE("count(distinct mine.id)")};
const db::Query kAlike{"listings.similar_photos",
                       CARGO_ALIKE("distinct on (mine.id, l.id) mine.id, l.id, m.id, bit_count((m.look # "
                                   "mine.look)::bit(64))") " order by mine.id, l.id, 4 limit 50"};
#undef CARGO_ALIKE
const db::Query kContactPhotos{"listings.contact_photos",
                               "select count(*)::int from media where id = any($1::uuid[]) and text_state = 'contact'"};
const db::Query kPhotos{"listings.photo_ids", "select media_id from listing_photos where listing_id = $1 order by position"};
const db::Query kOpen{"listings.open_review", R"(
    insert into listing_reviews (id, listing_id, queue, reasons, before, opened_at)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (listing_id) where closed_at is null do update set reasons = excluded.reasons
    returning queue)"};
const db::Query kOpenOf{
    "listings.open_review_of",
    "select id, queue, reasons from listing_reviews where listing_id = $1 and closed_at is null for no key update"};
const db::Query kClose{"listings.close_review", R"(
    update listing_reviews set closed_at = $2, decision = $3, reason_code = nullif($4, ''), text = $5, note = $6, decided_by = $7,
        decision_id = $8
    where id = $1 and closed_at is null)"};
const db::Query kApprove{"listings.approve", "update listings set approved_hash = $2 where id = $1"};
const db::Query kLatest{"listings.latest_review", R"(
    select queue, closed_at is null, opened_at, reasons, before from listing_reviews where listing_id = $1
    order by opened_at desc limit 1)"};
const db::Query kHistory{
    "listings.review_history",
    "select coalesce(json_agg(json_build_object('decision', r.decision, 'reason_code', r.reason_code, 'text', "
    "r.text, 'note', r.note, 'decision_id', r.decision_id, 'decided_by', s.display_name, 'at', "
    "rfc3339(r.closed_at)"
    ") order by r.closed_at desc), '[]') from listing_reviews r left join users s on s.id "
    "= r.decided_by where r.listing_id = $1 and r.closed_at is not null"};
const db::Query kForDriver{
    "listings.moderation",
    "select json_build_object('status', case when r.closed_at is null then 'in_review' else r.decision end, 'reason_code', "
    "coalesce(r.reason_code, case when r.closed_at is null and r.reasons::text like '%\"contact_photos\"%' then 'contacts' end), "
    "'text', r.text, 'rule', d.rule, 'decision_id', d.id, 'may_appeal_until', case when d.overturned_at is null "
    "and not exists (select from appeals a where a.decision_id = d.id) then "
    "rfc3339(d.appeal_until)"
    " end) from listings l join lateral (select * from listing_reviews where listing_id = l.id order by "
    "opened_at desc limit 1) r "
    "on r.closed_at is null or r.decision in ('changes', 'block') left join user_decisions d on d.id = "
    "r.decision_id "
    "where l.id = $1 and l.status not in ('published', 'archived')"};
} // namespace

QCoro::Task<Result<RuleFacts>> ReviewStore::facts(db::Transaction tx, std::shared_ptr<const Listing> listing)
{
    const api::ListingInputDto &data = listing->data;
    const auto rows = co_await tx.run(kFacts, listing->id, data.brand, data.model, data.year, data.price.currency.code());
    CARGO_CO_TRY(rows);
    RuleFacts facts;
    if (rows->empty())
        co_return facts;
    facts.approvedHash = rows->blob(0, 0);
    facts.publishedBefore = rows->int32(0, 1);
    if (!rows->isNull(0, 2))
        facts.market = rows->int64(0, 2);
    if (m_runtime.settings.photoText != "off" && !data.photos.empty()) {
        const auto contacts = co_await tx.run(kContactPhotos, data.photos);
        CARGO_CO_TRY(contacts);
        facts.contactPhotos = contacts->int32(0, 0);
    }
    const int distance = m_runtime.settings.moderatePhotoDistance;
    if (distance < 0 || data.photos.empty())
        co_return facts;
    const auto copied = co_await tx.run(kCopied, data.photos, distance);
    CARGO_CO_TRY(copied);
    facts.copiedPhotos = copied->int32(0, 0);
    co_return facts;
}

QCoro::Task<Result<QByteArray>> ReviewStore::open(db::Transaction tx, std::shared_ptr<const Listing> listing, QByteArray queue)
{
    const auto before = listing->before.isEmpty() ? std::nullopt : std::optional<QByteArray>(listing->before);
    const Timestamp now = listing->updatedAt;
    const auto rows = co_await tx.run(kOpen, newUuid(now), listing->id, queue, listing->reviewReasons, before, now);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<std::optional<OpenReview>>> ReviewStore::openOf(db::Transaction tx, ListingId listing)
{
    const auto rows = co_await tx.run(kOpenOf, listing);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<OpenReview>();
    co_return std::optional<OpenReview>(OpenReview{rows->uuid(0, 0), rows->bytes(0, 1), rows->bytes(0, 2)});
}

QCoro::Task<Outcome> ReviewStore::close(db::Transaction tx, Uuid review, ReviewEnd end)
{
    CARGO_CO_TRY(
        co_await tx.run(kClose, review, end.at, end.decision, end.reasonCode, end.text, end.note, end.by, end.decisionId));
    co_return ok();
}

QCoro::Task<Outcome> ReviewStore::approve(db::Transaction tx, ListingId listing, QByteArray contentHash)
{
    db::Params params;
    params.add(listing).addBytes(contentHash);
    CARGO_CO_TRY(co_await tx.runParams(kApprove, std::move(params)));
    co_return ok();
}

QCoro::Task<Result<std::optional<ReviewStore::Latest>>> ReviewStore::latest(CallContextPtr context, ListingId listing)
{
    const auto rows = co_await m_runtime.db.query(context, kLatest, listing);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Latest>();
    Latest latest{rows->bytes(0, 0), rows->boolean(0, 1), rows->timestamp(0, 2), rows->bytes(0, 3), rows->bytes(0, 4)};
    co_return std::optional<Latest>(latest);
}

QCoro::Task<Result<QByteArray>> ReviewStore::history(CallContextPtr context, ListingId listing)
{
    const auto rows = co_await m_runtime.db.query(context, kHistory, listing);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<QByteArray>> ReviewStore::similarPhotos(CallContextPtr context, ListingId listing)
{
    const auto photos = co_await m_runtime.db.query(context, kPhotos, listing);
    CARGO_CO_TRY(photos);
    std::vector<MediaId> ids;
    for (int row = 0; row < photos->count(); ++row)
        ids.push_back(photos->id<MediaId>(row, 0));
    constexpr int kAsFarAsTheIndexGoes = 3;
    const auto rows = co_await m_runtime.db.query(context, kAlike, ids, kAsFarAsTheIndexGoes);
    CARGO_CO_TRY(rows);
    api::JsonWriter out;
    out.beginArray();
    for (int row = 0; row < rows->count(); ++row) {
        out.beginObject().field("own_photo", api::mediaPath(rows->id<MediaId>(row, 0), api::MediaVariant::Card));
        out.field("listing_id", rows->uuid(row, 1));
        out.field("photo", api::mediaPath(rows->id<MediaId>(row, 2), api::MediaVariant::Card));
        out.field("distance", rows->int64(row, 3)).endObject();
    }
    out.endArray();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> ReviewStore::forDriver(CallContextPtr context, ListingId listing)
{
    const auto rows = co_await m_runtime.db.query(context, kForDriver, listing);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? QByteArray() : rows->bytes(0, 0);
}

} // namespace cargo::listings
