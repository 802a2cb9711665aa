-- What is said on a ticket. A dispute's ticket is read by both sides: `redacted_body` is what the other side sees.
create table ticket_messages (
    id uuid primary key,
    ticket_id uuid not null references tickets (id),
    author_id uuid not null references users (id),
    from_staff boolean not null,
    body text not null constraint ticket_messages_body_length check (char_length(body) <= 8000),
    redacted_body text not null,
    attachments uuid[] not null default '{}',
    created_at timestamptz not null
);
create index ticket_messages_of_ticket on ticket_messages (ticket_id, id);
create index tickets_of_deal on tickets (deal_id) where deal_id is not null;
create index tickets_open on tickets (id) where status = 'open';

-- `query` is the canonical text of the conditions (shared/domain/search_query): the same search is kept once.
create table saved_searches (
    id uuid primary key,
    user_id uuid not null references users (id),
    name text not null constraint saved_searches_name_length check (char_length(name) <= 100),
    query text not null,
    created_at timestamptz not null,
    constraint saved_searches_once unique (user_id, query)
);

-- What a user looked at, one row a car and kind, so that it cannot grow without end. Read for recommendations only.
create table interests (
    user_id uuid not null references users (id),
    listing_id uuid not null references listings (id),
    kind text not null constraint interests_kind_known check (kind in ('view', 'favourite', 'chat_start')),
    times integer not null,
    last_at timestamptz not null,
    primary key (user_id, listing_id, kind)
);
create index interests_by_age on interests (user_id, last_at desc);

-- Where push messages go. A device that changes hands belongs to who signed in last.
create table devices (
    id uuid primary key,
    user_id uuid not null references users (id),
    session_id uuid not null,
    platform text not null constraint devices_platform_known check (platform in ('android', 'ios', 'desktop', 'web')),
    token text not null,
    created_at timestamptz not null,
    seen_at timestamptz not null,
    constraint devices_token_once unique (token)
);
create index devices_of_user on devices (user_id, id desc);

-- Muted in every conversation, by a moderator; `mutes` holds what the rules of chat do in one.
create table user_mutes (
    user_id uuid primary key references users (id),
    until_at timestamptz not null,
    reason text not null,
    muted_by uuid not null references users (id),
    created_at timestamptz not null
);
