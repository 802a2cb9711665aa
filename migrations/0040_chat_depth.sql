-- Answers to a message, changes and deletions. Numbers are without gaps, so an earlier number is an earlier message.
alter table messages
    add column reply_to bigint,
    add column edited_at timestamptz,
    add column deleted_at timestamptz,
    add constraint messages_reply_to_earlier check (reply_to between 1 and seq - 1);

-- What a message said before: both sides see the last version alone, staff and a dispute see all.
create table message_versions (
    message_id uuid not null references messages (id),
    version smallint not null,
    body text not null,
    redacted_body text not null,
    masked boolean not null,
    flags json not null,
    written_at timestamptz not null,
    primary key (message_id, version)
);

alter table conversations
    add column buyer_delivered_seq bigint not null default 0,
    add column driver_delivered_seq bigint not null default 0,
    -- A side that wants no more messages of the other: kept here for the statement that sends, in blocks for people.
    add column buyer_blocked_at timestamptz,
    add column driver_blocked_at timestamptz;

create table blocks (
    user_id uuid not null references users (id),
    blocked_id uuid not null references users (id),
    created_at timestamptz not null,
    primary key (user_id, blocked_id),
    constraint blocks_blocked_other check (user_id <> blocked_id)
);
create index blocks_of_blocked on blocks (blocked_id);

-- What somebody has begun to write, on every device of his.
create table message_drafts (
    conversation_id uuid not null references conversations (id),
    user_id uuid not null references users (id),
    body text not null,
    reply_to bigint,
    updated_at timestamptz not null,
    primary key (conversation_id, user_id)
);

-- Writing that the rules have stopped can be appealed against like a person's decision: nobody has decided it then.
alter table user_decisions alter column decided_by drop not null;
alter table mutes add column decision_id uuid references user_decisions (id);
alter table user_mutes add column decision_id uuid references user_decisions (id);

create table quick_replies (
    user_id uuid primary key references users (id),
    items text[] not null,
    updated_at timestamptz not null
);

-- "This was no contact": said of a masked message, by the side that wrote it or reads it.
alter table reports drop constraint reports_kind_known;
alter table reports add constraint reports_kind_known check (kind in ('listing', 'user', 'message', 'filter'));
alter table reports drop constraint reports_decision_known;
alter table reports add constraint reports_decision_known
    check (decision in ('no_violation', 'warned', 'removed', 'restricted', 'filter_right', 'filter_wrong'));
