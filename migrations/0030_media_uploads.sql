-- Uploads that come in pieces: a photo of the road is taken where the line breaks, and goes on where it stopped.
create table media_uploads (
    id uuid primary key,
    owner_id uuid not null references users (id),
    client_id uuid not null, -- made by the sender, once; to others it means nothing
    sha256 bytea not null constraint media_uploads_sha256_length check (octet_length(sha256) = 32), -- of the whole file
    size_bytes bigint not null constraint media_uploads_size_positive check (size_bytes > 0),
    received_bytes bigint not null default 0
        constraint media_uploads_received_within check (received_bytes between 0 and size_bytes),
    media_id uuid references media (id), -- what became of it
    expires_at timestamptz not null,
    constraint media_uploads_client_id_once unique (owner_id, client_id)
);
