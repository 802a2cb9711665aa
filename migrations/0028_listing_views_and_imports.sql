-- How many people looked at a listing on a day (UTC); who they were stands nowhere here.
create table listing_views (
    listing_id uuid not null references listings (id) on delete cascade,
    day date not null,
    people integer not null constraint listing_views_people_positive check (people > 0),
    primary key (listing_id, day)
);

-- What became of each row of a table that a driver brought in.
create table listing_imports (
    id uuid primary key,
    driver_id uuid not null references users (id),
    report json not null,
    created_at timestamptz not null
);
create index listing_imports_of_driver on listing_imports (driver_id, id desc);
