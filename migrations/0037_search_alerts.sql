-- A saved search tells of new and cheaper cars. Who saved one before asked for nothing.
alter table saved_searches
    add column alerts text not null default 'off',
    add constraint saved_searches_alerts_known check (alerts in ('instant', 'daily', 'off'));
alter table saved_searches alter column alerts set default 'instant';
create index saved_searches_by_age on saved_searches (created_at, id);

-- The lowest price for which the searches were asked about a listing; what stands here is no news at this price.
create table alerted_listings (
    listing_id uuid primary key references listings (id) on delete cascade,
    price_minor bigint not null,
    currency text not null,
    at timestamptz not null
);
insert into alerted_listings
select id, price_minor, currency, updated_at from listings where published_at is not null;

-- One row a person and car, whichever of his searches found it and however often it is offered anew.
create table search_alerts (
    user_id uuid not null references users (id) on delete cascade,
    car text not null, -- its VIN, else its driver and what it is
    listing_id uuid not null references listings (id) on delete cascade,
    search_id uuid not null references saved_searches (id) on delete cascade,
    kind text not null,
    price_minor bigint not null,
    currency text not null,
    created_at timestamptz not null,
    told_at timestamptz,
    primary key (user_id, car),
    constraint search_alerts_kind_known check (kind in ('new', 'cheaper'))
);
create index search_alerts_waiting on search_alerts (user_id, created_at) where told_at is null;
create index search_alerts_of_listing on search_alerts (listing_id);
create index search_alerts_of_search on search_alerts (search_id);
