-- The deal that took a car off the market: it comes back when that deal is cancelled.
alter table listings add column taken_by uuid references deals (id);
-- One car, one paid deal at a time.
create unique index deals_listing_taken on deals (listing_id) where status in ('funded', 'in_transit', 'delivered', 'disputed');
