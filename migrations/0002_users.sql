create table users (
    id uuid primary key,
    email text not null,
    email_verified_at timestamptz,
    phone text,
    password_hash text not null,
    role text not null constraint users_role_known check (role in ('buyer', 'driver', 'staff')),
    permissions integer not null default 0,
    display_name text not null constraint users_display_name_length check (char_length(display_name) between 1 and 80),
    locale text not null default 'ru' constraint users_locale_known check (locale in ('ru', 'en')),
    about text not null default '',
    kyc_tier smallint not null default 0 constraint users_kyc_tier_known check (kyc_tier between 0 and 2),
    status text not null default 'active' constraint users_status_known check (status in ('active', 'banned', 'deleted')),
    rating_sum integer not null default 0,
    rating_count integer not null default 0,
    deals_done integer not null default 0,
    totp_secret bytea,
    totp_confirmed_at timestamptz,
    totp_last_step bigint not null default 0,
    notification_settings jsonb not null default '{}',
    -- Why staff changed the status; told to the user, repeated in the audit.
    status_reason text not null default '',
    -- A registration that is sent again with its Idempotency-Key is answered again, without storing tokens.
    register_key bytea,
    register_request_hash bytea,
    register_session_id uuid,
    -- Public profile as JSON, rendered when it changes: lists join it instead of building it.
    card json not null,
    version bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
create unique index users_email_unique on users (lower(email));
create index users_register_key on users (register_key) where register_key is not null;
create index users_by_age on users (id desc);

create table sessions (
    id uuid primary key,
    user_id uuid not null references users (id),
    user_agent text not null,
    address text not null,
    created_at timestamptz not null,
    last_used_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    revoke_reason text
);
create index sessions_of_user on sessions (user_id, created_at desc);
create index sessions_revoked on sessions (revoked_at) where revoked_at is not null;
create index sessions_age on sessions (expires_at);

-- Rotating refresh tokens: only the hash is kept. A second use of a rotated one ends the whole session (family).
create table refresh_tokens (
    token_hash bytea primary key,
    session_id uuid not null references sessions (id) on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    -- Idempotency-Key (hashed) of the request that used it: only that request may be answered again.
    retry_key_hash bytea
);
create index refresh_tokens_of_session on refresh_tokens (session_id);

create table one_time_codes (
    id uuid primary key,
    user_id uuid not null references users (id),
    purpose text not null constraint one_time_codes_purpose_known check (purpose in ('email_verify', 'password_reset')),
    code_hash bytea not null,
    attempts integer not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
);
create index one_time_codes_of_user on one_time_codes (user_id, purpose, created_at desc);

-- Sign-ins that failed, per account in a window. Addresses that nobody has are counted too: counting tells nothing.
create table login_attempts (
    email_hash bytea primary key,
    window_started_at timestamptz not null,
    failures integer not null
);
create index login_attempts_age on login_attempts (window_started_at);

create table user_reports (
    id uuid primary key,
    reporter_id uuid not null references users (id),
    subject_id uuid not null references users (id),
    reason text not null,
    text text not null default '',
    created_at timestamptz not null,
    closed_at timestamptz,
    constraint user_reports_once unique (reporter_id, subject_id)
);
create index user_reports_open on user_reports (id) where closed_at is null;

-- Every server event of a user, numbered without gaps for him, so that a client that was away gets what it missed.
create table user_event_counters (
    user_id uuid primary key references users (id),
    seq bigint not null
);
create table user_events (
    user_id uuid not null references users (id),
    seq bigint not null,
    type text not null,
    frame json not null,
    created_at timestamptz not null,
    primary key (user_id, seq)
);
create index user_events_age on user_events (created_at);

create table notifications (
    id uuid primary key,
    user_id uuid not null references users (id),
    kind text not null,
    data json not null,
    dedupe_key text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    constraint notifications_once unique (user_id, dedupe_key)
);
create index notifications_of_user on notifications (user_id, id desc);
