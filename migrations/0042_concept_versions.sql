-- The dictionary of concepts as editors changed it. The last version is in force; without any the built-in one is.
create table concept_versions (
    version bigint primary key constraint concept_versions_version_positive check (version > 0),
    content text constraint concept_versions_content_length check (octet_length(content) <= 65536), -- null: the built-in one
    concept text, -- which was changed; null: the whole of it
    restores bigint, -- the version that came back, 0 the built-in one
    note text not null constraint concept_versions_note_length check (char_length(note) between 3 and 1000),
    published_by uuid not null references users (id),
    published_at timestamptz not null
);
create trigger concept_versions_append_only before update or delete or truncate on concept_versions
    for each statement execute function refuse_change();
