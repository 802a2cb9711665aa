-- Every change of the price of a listing that has been published once, written in the transaction of the change. The price
-- it was published with is what the first change says it was.
create table price_changes (
    listing_id uuid not null references listings (id) on delete cascade,
    version bigint not null, -- of the listing, after the change
    from_minor bigint not null constraint price_changes_from_positive check (from_minor > 0),
    from_currency text not null,
    to_minor bigint not null constraint price_changes_to_positive check (to_minor > 0),
    to_currency text not null,
    changed_at timestamptz not null,
    primary key (listing_id, version)
);

-- The last fall of the price, while it lasts: what the card shows. A rise or another currency ends it.
alter table listings
    add column drop_from_minor bigint,
    add column drop_at timestamptz,
    add constraint listings_drop_is_whole check ((drop_from_minor is null) = (drop_at is null)),
    add constraint listings_drop_is_a_fall check (drop_from_minor > price_minor);

-- Who keeps a listing: told when its price falls or when it goes.
create index favourites_of_listing on favourites (listing_id, user_id);
