#include "server/behaviour/behaviour_store.h"

#include "server/limits.h"
#include "shared/api/json_writer.h"

namespace cargo::behaviour {

namespace {
const db::Query kHold{"behaviour.hold", "select from users where id = $1 for key share"};
const db::Query kHoldAlone{"behaviour.hold_alone", "select from users where id = $1 for update"};
const db::Query kChoice{"behaviour.choice", "select personal, changed_at from personal_choices where user_id = $1"};
const db::Query kChoose{"behaviour.choose", R"(
    insert into personal_choices (user_id, personal, changed_at) values ($1, $2, $3)
    on conflict (user_id) do update set personal = excluded.personal, changed_at = excluded.changed_at
    where personal_choices.personal <> excluded.personal)"};
// $4: nothing from before counts. A day is the day on which it happened, so that telling late gives no more room.
const db::Query kAdd{"behaviour.add", R"(
    with told as (
        select e.kind, e.listing_id, e.dwell_ms, date_trunc('milliseconds', $3::timestamptz - e.ago_ms * interval '1 ms') as at
        from json_to_recordset($2::json) as e (kind text, listing_id uuid, dwell_ms int, ago_ms bigint)
    ), fit as (
        select distinct on (t.at, t.listing_id, t.kind) t.*, (t.at at time zone 'UTC')::date as day
        from told t join listings l on l.id = t.listing_id
        where l.status = 'published' and l.driver_id <> $1::uuid and ($4::timestamptz is null or t.at >= $4)
    ), had as (
        select (at at time zone 'UTC')::date as day, count(*) as times from behaviour_events
        where user_id = $1::uuid and at >= $3::timestamptz - interval '9 days' group by 1
    )
    insert into behaviour_events (user_id, listing_id, kind, dwell_ms, at)
    select $1::uuid, f.listing_id, f.kind, f.dwell_ms, f.at
    from (select *, row_number() over (partition by day order by at, listing_id) as place from fit) f left join had h using (day)
    where f.place + coalesce(h.times, 0) <= $5::int
    on conflict do nothing)"};
// The driver is shown how many people looked at his car on a day: one who looks again counts once.
const db::Query kLooks{"behaviour.looks", R"(
    with told as (
        select l.id, count(*) as times from unnest($2::uuid[]) as e (listing_id) join listings l on l.id = e.listing_id
        where l.status = 'published' and l.driver_id <> $1::uuid group by l.id
    ), counted as (
        insert into listing_views (listing_id, day, people)
        select t.id, ($3::timestamptz at time zone 'UTC')::date, 1 from told t
        where not exists (select from interests i where i.user_id = $1::uuid and i.listing_id = t.id and i.kind = 'view'
            and (i.last_at at time zone 'UTC')::date = ($3::timestamptz at time zone 'UTC')::date)
        order by t.id
        on conflict (listing_id, day) do update set people = listing_views.people + 1
    )
    insert into interests (user_id, listing_id, kind, times, last_at)
    select $1::uuid, id, 'view', times, $3::timestamptz from told order by id
    on conflict (user_id, listing_id, kind) do update
        set times = least(interests.times + excluded.times, 1000000), last_at = excluded.last_at)"};
// The oldest go when there are too many.
const db::Query kTrimLooks{"behaviour.trim_looks", R"(delete from interests where user_id = $1::uuid and last_at < (
    select last_at from interests where user_id = $1::uuid order by last_at desc offset $2::int limit 1))"};
const db::Query kAddSearches{"behaviour.add_searches", R"(
    insert into typed_searches (user_id, query, at)
    select distinct $1::uuid, q, $3::timestamptz from json_array_elements_text($2::json) as q order by 2
    on conflict (user_id, query) do update set at = excluded.at)"};
const db::Query kTrimSearches{"behaviour.trim_searches", R"(delete from typed_searches where user_id = $1::uuid and query in (
    select query from typed_searches where user_id = $1::uuid order by at desc, query offset $2::int))"};
const db::Query kLiked{"behaviour.liked", R"(
    with acts as (
        select listing_id, kind, dwell_ms, at from behaviour_events
        where user_id = $1::uuid and at > $2::timestamptz - $3::int * interval '1 day' order by at desc limit 500
    ), weighed as (
        select a.listing_id, bool_or(a.kind = 'favourite') as kept, bool_or(a.kind = 'chat_start') as asked,
            sum(power(0.5::float8, greatest(extract(epoch from $2::timestamptz - a.at)::float8, 0) / 86400 / $4::float8) * case a.kind
                when 'view' then $5::float8 when 'dwell' then least(a.dwell_ms, $6::int) / 60000.0 * $7::float8
                when 'favourite' then $8::float8 else $9::float8 end)::float8 as weight
        from acts a
        where a.kind <> 'favourite'
            or exists (select from favourites f where f.user_id = $1::uuid and f.listing_id = a.listing_id)
        group by a.listing_id
    )
    select l.brand, l.model, coalesce(l.body_type, ''), case when l.currency = 'RUB' then l.price_minor else 0 end, w.weight,
        case when w.asked then 2 when w.kept then 1 else 0 end
    from weighed w join listings l on l.id = w.listing_id order by w.weight desc, l.id limit 100)"};
const db::Query kForget{"behaviour.forget", R"(
    with events as (delete from behaviour_events where user_id = $1), searches as (delete from typed_searches where user_id = $1)
    delete from interests where user_id = $1)"};
const db::Query kForgetChoice{"behaviour.forget_choice", "delete from personal_choices where user_id = $1"};
const db::Query kForgetBefore{"behaviour.forget_before", R"(
    with events as (delete from behaviour_events where user_id = $1 and at < $2::timestamptz),
        searches as (delete from typed_searches where user_id = $1 and at < $2::timestamptz),
        looks as (delete from interests where user_id = $1 and last_at < $2::timestamptz)
    select least((select min(at) from behaviour_events where user_id = $1 and at >= $2::timestamptz),
        (select min(at) from typed_searches where user_id = $1 and at >= $2::timestamptz),
        (select min(last_at) from interests where user_id = $1 and last_at >= $2::timestamptz)))"};

QByteArray recordsOf(const std::vector<api::InterestsBody::Event> &events)
{
    api::JsonWriter out(qsizetype(events.size()) * 112 + 16);
    out.beginArray();
    for (const auto &event : events) {
        out.beginObject().field("kind", api::kInterestKindWords.word(event.kind)).field("listing_id", event.listing);
        out.field("ago_ms", event.agoMs);
        if (event.kind == api::InterestKind::Dwell)
            out.field("dwell_ms", event.dwellMs);
        out.endObject();
    }
    out.endArray();
    return out.take();
}

Choice choiceIn(const db::Rows &rows) { return rows.empty() ? Choice() : Choice{rows.boolean(0, 0), rows.timestamp(0, 1)}; }
} // namespace

QCoro::Task<Result<Choice>> BehaviourStore::lockChoice(db::Transaction tx, UserId user, bool changing)
{
    CARGO_CO_TRY(co_await tx.run(changing ? kHoldAlone : kHold, user));
    const auto rows = co_await tx.run(kChoice, user);
    CARGO_CO_TRY(rows);
    co_return choiceIn(*rows);
}

QCoro::Task<Result<Choice>> BehaviourStore::choice(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kChoice, user);
    CARGO_CO_TRY(rows);
    co_return choiceIn(*rows);
}

QCoro::Task<Outcome> BehaviourStore::choose(db::Transaction tx, UserId user, bool personal, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kChoose, user, personal, now));
    co_return ok();
}

QCoro::Task<Outcome> BehaviourStore::add(db::Transaction tx, UserId user, std::vector<api::InterestsBody::Event> events,
                                         std::optional<Timestamp> since, Timestamp now)
{
    const QByteArray records = recordsOf(events);
    CARGO_CO_TRY(co_await tx.run(kAdd, user, records, now, since, limits::kBehaviourEventsPerDay));
    co_return ok();
}

QCoro::Task<Outcome> BehaviourStore::addLooks(db::Transaction tx, UserId user, std::vector<ListingId> listings, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kLooks, user, listings, now));
    CARGO_CO_TRY(co_await tx.run(kTrimLooks, user, limits::kInterestsPerUser - 1));
    co_return ok();
}

QCoro::Task<Outcome> BehaviourStore::addSearches(db::Transaction tx, UserId user, std::vector<QString> queries, Timestamp now)
{
    api::JsonWriter out(1024);
    out.beginArray();
    for (const QString &query : queries)
        out.value(query);
    out.endArray();
    const QByteArray texts = out.take();
    CARGO_CO_TRY(co_await tx.run(kAddSearches, user, texts, now));
    CARGO_CO_TRY(co_await tx.run(kTrimSearches, user, limits::kTypedSearchesPerUser));
    co_return ok();
}

QCoro::Task<Result<std::vector<Liked>>> BehaviourStore::liked(CallContextPtr context, UserId user, Timestamp now)
{
    db::Params params;
    params.add(user).add(now).add(kKeptDays).add(kHalfLifeDays).add(kViewWeight).add(kDwellCountedMs);
    params.add(kDwellWeightPerMinute).add(kFavouriteWeight).add(kChatWeight);
    const auto rows = co_await m_db.queryParams(context, kLiked, std::move(params));
    CARGO_CO_TRY(rows);
    std::vector<Liked> cars;
    for (int row = 0; row < rows->count(); ++row) {
        const Car car{rows->text(row, 0), rows->text(row, 1), rows->text(row, 2), rows->int64(row, 3)};
        cars.push_back({car, rows->bytes(row, 4).toDouble(), Act(rows->int32(row, 5))});
    }
    co_return cars;
}

QCoro::Task<Outcome> BehaviourStore::forget(db::Transaction tx, UserId user)
{
    CARGO_CO_TRY(co_await tx.run(kForget, user));
    co_return ok();
}

QCoro::Task<Outcome> BehaviourStore::forgetChoice(db::Transaction tx, UserId user)
{
    CARGO_CO_TRY(co_await tx.run(kForgetChoice, user));
    co_return ok();
}

QCoro::Task<Result<std::optional<Timestamp>>> BehaviourStore::forgetBefore(db::Transaction tx, UserId user, Timestamp moment)
{
    const auto rows = co_await tx.run(kForgetBefore, user, moment);
    CARGO_CO_TRY(rows);
    co_return rows->optionalTimestamp(0, 0);
}

} // namespace cargo::behaviour
