-- Papers of a deal: contract, invoice, customs. They lie sealed in the file store like the documents of identities.
create table deal_documents (
    id uuid primary key,
    deal_id uuid not null references deals (id),
    owner_id uuid not null references users (id),
    kind text not null constraint deal_documents_kind_known
        check (kind in ('contract', 'invoice', 'title', 'customs', 'transport', 'insurance', 'other')),
    name text not null constraint deal_documents_name_length check (char_length(name) between 1 and 120),
    content_type text not null constraint deal_documents_content_type_known
        check (content_type in ('application/pdf', 'image/jpeg')),
    size_bytes bigint not null,
    sha256 bytea not null,      -- of what came, for who sent it
    file_sha256 bytea not null, -- of the sealed file
    wrapped_key bytea not null,
    key_id text not null,
    scanned boolean not null,   -- a scanner found nothing; false: none was configured
    created_at timestamptz not null,
    removed_at timestamptz
);
create index deal_documents_of_deal on deal_documents (deal_id, id) where removed_at is null;
create index deal_documents_by_key on deal_documents (key_id, id) where removed_at is null;
