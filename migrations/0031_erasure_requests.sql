-- Somebody wants his account to be closed and what is personal to be erased, and something stood in the way, or he left it to
-- staff. One waits for each user.
create table erasure_requests (
    id uuid primary key,
    user_id uuid not null references users (id),
    requested_at timestamptz not null,
    status text not null default 'open' constraint erasure_requests_status_known
        check (status in ('open', 'done', 'refused', 'withdrawn')),
    decided_at timestamptz,
    decided_by uuid references users (id), -- null: the user himself
    reason text not null default '',       -- why it was refused, as the user reads it
    constraint erasure_requests_decided_is_whole check ((status = 'open') = (decided_at is null))
);
create unique index erasure_requests_one_open on erasure_requests (user_id) where status = 'open';
create index erasure_requests_of_user on erasure_requests (user_id, id desc);
