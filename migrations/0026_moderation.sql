-- What staff decided against somebody; he may read it, and appeal against it once.
create table user_decisions (
    id uuid primary key,
    user_id uuid not null references users (id),
    kind text not null constraint user_decisions_kind_known
        check (kind in ('listing', 'kyc', 'ban', 'mute', 'conversation', 'dispute')),
    subject_id uuid not null,
    outcome text not null,
    reason_code text not null,
    rule text not null,
    text text not null,
    decided_by uuid not null references users (id),
    decided_at timestamptz not null,
    appeal_until timestamptz not null,
    holds_until timestamptz,
    overturned_at timestamptz
);
create index user_decisions_of_user on user_decisions (user_id, id desc);
create index user_decisions_of_subject on user_decisions (subject_id, id desc);

-- One waits or is decided for a decision. Whoever decided first does not decide again.
create table appeals (
    id uuid primary key,
    decision_id uuid not null references user_decisions (id),
    text text not null,
    created_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references users (id),
    outcome text constraint appeals_outcome_known check (outcome in ('uphold', 'overturn')),
    answer text,
    constraint appeals_once unique (decision_id),
    constraint appeals_decided_is_whole check ((decided_at is null) = (outcome is null)
        and (decided_at is null) = (decided_by is null))
);

-- A listing before a moderator: why a rule sent it there, and what became of it.
create table listing_reviews (
    id uuid primary key,
    listing_id uuid not null references listings (id) on delete cascade,
    queue text not null constraint listing_reviews_queue_known check (queue in ('listings', 'edits')),
    reasons json not null,
    before json, -- of an edit: what was published
    opened_at timestamptz not null,
    closed_at timestamptz,
    decision text constraint listing_reviews_decision_known check (decision in ('approve', 'changes', 'block', 'withdrawn')),
    reason_code text,
    text text not null default '', -- what the driver reads
    note text not null default '', -- what only staff read
    decided_by uuid references users (id),
    decision_id uuid references user_decisions (id),
    constraint listing_reviews_closed_is_whole check ((closed_at is null) = (decision is null))
);
create unique index listing_reviews_one_open on listing_reviews (listing_id) where closed_at is null;
create index listing_reviews_of_listing on listing_reviews (listing_id, opened_at desc);

-- What a moderator has approved is not asked about again.
alter table listings add column approved_hash bytea;

-- Of a photo's structure: two that look alike differ in few of the 64 bits. Null: too plain to tell, or older than this.
-- Two that differ in three bits at most agree in at least one of four quarters: these are looked up.
alter table media add column look bigint;
create index media_look_1 on media ((look >> 48)) where look is not null;
create index media_look_2 on media (((look >> 32) & 65535)) where look is not null;
create index media_look_3 on media (((look >> 16) & 65535)) where look is not null;
create index media_look_4 on media ((look & 65535)) where look is not null;
create index listing_photos_of_media on listing_photos (media_id);

-- A ban that ends by itself.
alter table users add column banned_until timestamptz;
