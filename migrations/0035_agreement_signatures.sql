-- Who agreed to which version of an agreement, when and with what device. Kept as long as papers of deals are: also when the
-- account is closed, under its pseudonym.
create table agreement_signatures (
    user_id uuid not null references users (id),
    slug text not null,
    version int not null,
    signed_at timestamptz not null,
    session_id uuid not null,
    device text not null, -- what the app said of itself (User-Agent)
    primary key (user_id, slug, version),
    constraint agreement_signatures_version_exists foreign key (slug, version) references knowledge_versions (slug, version)
);
create trigger agreement_signatures_append_only before update or delete or truncate on agreement_signatures
    for each statement execute function refuse_change();
