-- The audit: append-only, chained by hash inside a stream (a deal, or a user for what staff do). The hash covers the
-- stream, the number, the action, the actor, the details as written, the moment and the hash before.
create table events_audit (
    stream uuid not null,
    seq bigint not null,
    action text not null,
    actor_id uuid references users (id),
    details text not null,
    at timestamptz not null,
    previous_hash bytea not null,
    hash bytea not null,
    primary key (stream, seq),
    constraint events_audit_hash_length check (octet_length(hash) = 32)
);
create index events_audit_by_time on events_audit (at);

-- One row a day over the last hashes of all streams that moved, each root over the one before: no global lock is needed.
create table audit_roots (
    day date primary key,
    entries bigint not null,
    previous_root bytea not null,
    root bytea not null
);

-- refuse_change() stands in 0005_deals.sql.
create trigger events_audit_append_only before update or delete or truncate on events_audit
    for each statement execute function refuse_change();
create trigger audit_roots_append_only before update or delete or truncate on audit_roots
    for each statement execute function refuse_change();
