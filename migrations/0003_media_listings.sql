create table media (
    id uuid primary key,
    owner_id uuid not null references users (id),
    -- Content addresses of the stored variants; `sha256` is the full one's. Null: the full one serves.
    sha256 bytea not null,
    card_sha256 bytea,
    thumb_sha256 bytea,
    width integer not null,
    height integer not null,
    size_bytes bigint not null,
    created_at timestamptz not null
);
create index media_of_owner on media (owner_id, id desc);
create index media_by_hash on media (sha256);

create table listings (
    id uuid primary key,
    driver_id uuid not null references users (id),
    status text not null constraint listings_status_known
        check (status in ('draft', 'in_review', 'published', 'paused', 'archived', 'blocked')),
    version bigint not null default 1,
    brand text not null constraint listings_brand_length check (char_length(brand) between 1 and 60),
    model text not null constraint listings_model_length check (char_length(model) between 1 and 80),
    year smallint not null constraint listings_year_range check (year between 1900 and 2100),
    mileage_km integer not null constraint listings_mileage_range check (mileage_km between 0 and 5000000),
    country_from text not null constraint listings_country_form check (country_from ~ '^[A-Z]{2}$'),
    price_minor bigint not null constraint listings_price_positive check (price_minor > 0),
    currency text not null constraint listings_currency_form check (currency ~ '^[A-Z]{3}$'),
    delivery_eta_days integer not null constraint listings_eta_range check (delivery_eta_days between 1 and 365),
    description text not null default '' constraint listings_description_length check (char_length(description) <= 8000),
    body_type text not null default '',
    fuel text not null default '',
    transmission text not null default '',
    drive text not null default '',
    engine_cc integer,
    power_hp integer,
    color text not null default '',
    vin text,
    attributes jsonb not null default '{}',
    external_id text,
    -- What lists show, as JSON, rendered when the listing changes. The driver's card is joined at reading.
    card json not null,
    -- The rest of what GET listings/{id} shows, rendered at the same time: description, photos, attributes, times.
    detail json not null default '{}',
    published_at timestamptz,
    -- When a deal about this car was finished; it is archived then.
    sold_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    constraint listings_external_once unique (driver_id, external_id)
);
create index listings_of_driver on listings (driver_id, id desc);
create index listings_of_driver_by_status on listings (driver_id, status, id desc);
create index listings_by_change on listings (updated_at);
create index listings_published on listings (brand, price_minor) where status = 'published';
create index listings_published_by_body on listings (body_type, price_minor) where status = 'published';

create table listing_reports (
    listing_id uuid not null references listings (id),
    reporter_id uuid not null references users (id),
    reason text not null,
    text text not null,
    created_at timestamptz not null,
    primary key (listing_id, reporter_id)
);

create table listing_photos (
    listing_id uuid not null references listings (id),
    position smallint not null,
    media_id uuid not null references media (id),
    primary key (listing_id, position),
    constraint listing_photos_once unique (listing_id, media_id)
);

create table favourites (
    user_id uuid not null references users (id),
    listing_id uuid not null references listings (id),
    -- The price when it was kept, so that a drop can be shown.
    price_minor bigint not null,
    currency text not null default 'RUB',
    created_at timestamptz not null,
    primary key (user_id, listing_id)
);
create index favourites_by_age on favourites (user_id, created_at desc, listing_id desc);
