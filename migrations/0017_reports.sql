-- What people say of a listing, a user or a message, and what a moderator made of it. One open report of one person and thing.
create table reports (
    id uuid primary key,
    kind text not null constraint reports_kind_known check (kind in ('listing', 'user', 'message')),
    subject_id uuid not null,
    about_id uuid not null references users (id), -- whose the thing is
    reporter_id uuid not null references users (id),
    reason text not null,
    text text not null default '',
    created_at timestamptz not null,
    closed_at timestamptz,
    decision text constraint reports_decision_known check (decision in ('no_violation', 'warned', 'removed', 'restricted')),
    decision_text text,
    decided_by uuid references users (id),
    constraint reports_closed_is_whole check ((closed_at is null) = (decision is null))
);
create unique index reports_one_open on reports (reporter_id, kind, subject_id) where closed_at is null;
create index reports_queue on reports (created_at, id) where closed_at is null;
create index reports_of_thing on reports (kind, subject_id) where closed_at is null;

insert into reports (id, kind, subject_id, about_id, reporter_id, reason, text, created_at)
select gen_random_uuid(), 'listing', r.listing_id, l.driver_id, r.reporter_id, r.reason, r.text, r.created_at
from listing_reports r join listings l on l.id = r.listing_id;
insert into reports (id, kind, subject_id, about_id, reporter_id, reason, text, created_at, closed_at, decision)
select r.id, 'user', r.subject_id, r.subject_id, r.reporter_id, r.reason, r.text, r.created_at, r.closed_at,
    case when r.closed_at is not null then 'no_violation' end
from user_reports r;
drop table listing_reports;
drop table user_reports;
