-- What listings mean, by an endpoint of embeddings. Not one of the migrations: a database without pgvector goes on working. Applied
-- at each start of a server that has embeddings configured, so every statement must be harmless the second time.
create extension if not exists vector;

create table if not exists listing_embeddings (
    listing_id uuid not null references listings (id) on delete cascade,
    model text not null,
    dimensions integer not null,
    text_hash text not null, -- of what was sent: another text is another embedding
    embedding vector,        -- null: the endpoint does not take this text
    made_at timestamptz not null,
    constraint listing_embeddings_pkey primary key (listing_id, model, dimensions),
    constraint listing_embeddings_embedding_fits check (vector_dims(embedding) = dimensions)
);
-- What came since a moment.
create index if not exists listing_embeddings_by_time on listing_embeddings (model, dimensions, made_at, listing_id);

-- Whose turn it is to ask the endpoint, and how far the listings are looked through, by the time of their last change.
create table if not exists embedding_turns (
    model text not null,
    dimensions integer not null,
    worker uuid,
    taken_until timestamptz not null,
    looked_at timestamptz not null,
    seen_at timestamptz not null,
    seen_id uuid not null,
    constraint embedding_turns_pkey primary key (model, dimensions)
);
