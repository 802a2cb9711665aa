-- fillfactor: every message updates its conversation's row, and no index holds the columns that it changes, so that the
-- new version fits on the same page and no index is touched. A user's list is sorted when it is read.
create table conversations (
    id uuid primary key,
    listing_id uuid not null references listings (id),
    buyer_id uuid not null references users (id),
    driver_id uuid not null references users (id),
    last_seq bigint not null default 0,
    last_message_at timestamptz,
    -- Writing is reading: who sends has read all before. So unread = last_seq - read_seq for either side.
    buyer_read_seq bigint not null default 0,
    driver_read_seq bigint not null default 0,
    -- Contacts are masked while this is null; set when a deal of this conversation is released.
    contacts_open_at timestamptz,
    created_at timestamptz not null,
    constraint conversations_once unique (listing_id, buyer_id),
    constraint conversations_two_sides check (buyer_id <> driver_id)
) with (fillfactor = 70);
create index conversations_of_buyer on conversations (buyer_id);
create index conversations_of_driver on conversations (driver_id);

create table messages (
    id uuid primary key,
    conversation_id uuid not null references conversations (id),
    seq bigint not null,
    sender_id uuid references users (id),          -- null: a system event
    client_id uuid,
    body text not null,
    redacted_body text not null,
    masked boolean not null default false,         -- redacted_body differs from body
    -- {"contact_attempts": n, "kinds": [...]}, of a system event {"event": "deal_paid", "deal_id": uuid}
    flags json not null default '{}',
    contact_attempts smallint not null default 0,
    attachments uuid[] not null default '{}',
    created_at timestamptz not null,
    constraint messages_order unique (conversation_id, seq),
    constraint messages_client_once unique (conversation_id, sender_id, client_id)
);

create table mutes (
    conversation_id uuid not null references conversations (id),
    user_id uuid not null references users (id),
    until_at timestamptz not null,
    attempts integer not null,
    created_at timestamptz not null,
    primary key (conversation_id, user_id)
);
