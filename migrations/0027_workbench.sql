-- What staff keep beside their cases. Never shown to users.
create table staff_notes (
    id uuid primary key,
    subject_kind text not null,
    subject_id uuid not null,
    author_id uuid not null references users (id),
    text text not null,
    mentions uuid[] not null default '{}',
    created_at timestamptz not null
);
create index staff_notes_of_subject on staff_notes (subject_kind, subject_id, id desc);

create table staff_macros (
    id uuid primary key,
    title text not null,
    text_ru text not null,
    text_en text not null,
    variables text[] not null,
    updated_by uuid not null references users (id),
    updated_at timestamptz not null,
    constraint staff_macros_title_once unique (title)
);

create table staff_views (
    staff_id uuid primary key references users (id),
    items json not null,
    updated_at timestamptz not null
);

-- What the console finds by, and what ties accounts together.
create index sessions_by_address on sessions (address, user_id) where address <> '';
create index users_phone on users (phone) where phone is not null;
create index listings_vin on listings (vin) where vin is not null;
create index deals_number on deals (number);
