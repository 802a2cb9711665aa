-- The texts of the house: help and rules, and agreements that people sign. What is published is a version that never changes;
-- what is being written is the page's one draft.
create table knowledge_pages (
    slug text primary key constraint knowledge_pages_slug_form
        check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 60),
    kind text not null constraint knowledge_pages_kind_known check (kind in ('article', 'agreement')),
    audience text not null constraint knowledge_pages_audience_known check (audience in ('buyer', 'driver', 'all')),
    position int not null, -- in lists
    current_version int,   -- null: nothing is published yet
    created_at timestamptz not null
);

create table knowledge_versions (
    slug text not null references knowledge_pages (slug),
    version int not null,
    title_ru text not null,
    title_en text not null,
    body_ru text not null,
    body_en text not null,
    changes_ru text not null, -- what is new in it; empty for the first
    changes_en text not null,
    restores int,                            -- the older version whose text it brings back
    written_by uuid references users (id),   -- null: it came with the program
    published_by uuid references users (id), -- likewise
    approved_by uuid references users (id),  -- the second pair of eyes, for agreements
    published_at timestamptz not null,
    primary key (slug, version)
);
alter table knowledge_pages add constraint knowledge_pages_current_version_exists
    foreign key (slug, current_version) references knowledge_versions (slug, version);
create trigger knowledge_versions_append_only before update or delete or truncate on knowledge_versions
    for each statement execute function refuse_change();

create table knowledge_drafts (
    slug text primary key references knowledge_pages (slug),
    revision bigint not null, -- rises with every change, also from one draft of the page to the next
    title_ru text not null,
    title_en text not null,
    body_ru text not null,
    body_en text not null,
    updated_by uuid not null references users (id),
    updated_at timestamptz not null
);
create sequence knowledge_revisions;
