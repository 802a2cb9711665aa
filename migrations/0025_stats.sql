-- Figures for staff, summed up beforehand: a job refreshes these views, readers never walk over the deals. Days are UTC's.
create materialized view stat_days as
select (m.at at time zone 'UTC')::date as day, d.currency,
    count(*) filter (where m.what = 'created') as deals,
    count(*) filter (where m.what = 'funded') as paid,
    coalesce(sum(d.amount_minor) filter (where m.what = 'funded'), 0)::bigint as volume_minor,
    count(*) filter (where m.what = 'finished' and d.status in ('released', 'resolved_release', 'resolved_split')) as released,
    coalesce(sum(d.amount_minor - coalesce(d.refund_minor, 0)) filter (where m.what = 'finished'
        and d.status in ('released', 'resolved_release', 'resolved_split')), 0)::bigint as released_minor,
    coalesce(sum(d.fee_minor) filter (where m.what = 'finished'
        and d.status in ('released', 'resolved_release', 'resolved_split')), 0)::bigint as fee_minor,
    count(*) filter (where m.what = 'finished' and d.status = 'cancelled') as cancelled,
    count(*) filter (where m.what = 'finished' and d.status = 'resolved_refund') as refunded,
    count(*) filter (where m.what = 'disputed') as disputed
from deals d cross join lateral (values ('created', d.created_at), ('funded', d.funded_at), ('disputed', d.disputed_at),
    ('finished', d.finished_at)) m (what, at)
where m.at is not null
group by 1, 2;
create unique index stat_days_once on stat_days (day, currency);

-- How many deals stand in which state.
create materialized view stat_states as select status, count(*) as deals from deals group by status;
create unique index stat_states_once on stat_states (status);

-- Cars that were looked at (a person and a car count once, on the day of the last look), and conversations that began.
create materialized view stat_visits as
select day, sum(views)::bigint as views, sum(chats)::bigint as chats
from (select (last_at at time zone 'UTC')::date as day, count(*) as views, 0 as chats from interests where kind = 'view' group by 1
      union all
      select (created_at at time zone 'UTC')::date, 0, count(*) from conversations group by 1) v
group by day;
create unique index stat_visits_once on stat_visits (day);

-- How long deals stayed in a state that they have left, by the day on which they left it. Buckets end at 1 h, 6 h, 1, 3, 7, 14
-- and 30 days.
create materialized view stat_waits as
select (w.left_at at time zone 'UTC')::date as day, w.state,
    width_bucket(extract(epoch from w.left_at - w.came_at)::float8,
        array[3600, 21600, 86400, 259200, 604800, 1209600, 2592000]::float8[]) as bucket,
    count(*) as deals, sum(extract(epoch from w.left_at - w.came_at))::bigint as seconds
from deals d cross join lateral (values
    ('created', d.created_at, coalesce(d.funded_at, d.finished_at)),
    ('funded', d.funded_at, d.started_at),
    ('in_transit', d.started_at, d.delivered_at),
    ('delivered', d.delivered_at, case when d.status = 'released' then d.finished_at end),
    ('disputed', d.disputed_at, case when d.status in ('resolved_refund', 'resolved_release', 'resolved_split') then d.finished_at end)
    ) w (state, came_at, left_at)
where w.came_at is not null and w.left_at is not null
group by 1, 2, 3;
create unique index stat_waits_once on stat_waits (day, state, bucket);

-- Of those who came in a month: how many had a deal that was paid, by the months since.
create materialized view stat_cohorts as
with people as (
    select id, role, date_trunc('month', created_at at time zone 'UTC')::date as month from users where role in ('buyer', 'driver')
), paid as (
    select distinct p.role, p.month, p.id, (extract(year from age(f.month, p.month)) * 12 + extract(month from age(f.month, p.month)))::int as age
    from (select buyer_id as id, date_trunc('month', funded_at at time zone 'UTC')::date as month from deals where funded_at is not null
          union select driver_id, date_trunc('month', funded_at at time zone 'UTC')::date from deals where funded_at is not null) f
    join people p on p.id = f.id where f.month >= p.month
)
select s.role, s.month, s.size, coalesce(a.age, 0) as age, coalesce(a.active, 0) as active
from (select role, month, count(*) as size from people group by 1, 2) s
left join (select role, month, age, count(*) as active from paid group by 1, 2, 3) a on a.role = s.role and a.month = s.month;
create unique index stat_cohorts_once on stat_cohorts (role, month, age);

create table stat_refreshes (
    single boolean primary key default true constraint stat_refreshes_single check (single),
    at timestamptz not null
);
