-- What every feature stands on: outbox, timers, stored answers, per-user event log.
-- All moments are timestamptz in UTC and come from the server's clock as parameters; SQL never calls now() for them.

create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    payload json not null,
    created_at timestamptz not null,
    available_at timestamptz not null,
    attempts integer not null default 0,
    -- Readers that have done their part already: one reader's failure does not repeat the others.
    done_by text[] not null default '{}',
    last_error text,
    parked_at timestamptz
);
create index outbox_ready on outbox (available_at, id) where parked_at is null;
create index outbox_order on outbox (topic, key, id) where parked_at is null;

create table timers (
    kind text not null,
    subject uuid not null,
    due_at timestamptz not null,
    attempts integer not null default 0,
    claimed_until timestamptz,
    last_error text,
    primary key (kind, subject)
);
create index timers_due on timers (due_at);

-- The answer of a request that carried an Idempotency-Key. `owner` is the user's id, or 'anonymous' with the address.
create table idempotency_keys (
    owner text not null,
    key text not null,
    request_hash bytea not null,
    status integer not null,
    answer text not null,
    created_at timestamptz not null,
    primary key (owner, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);
