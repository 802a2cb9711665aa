-- What comparable cars cost: the picker weighs each car by the middle price of its model, two years either way.
create index listings_comparable on listings (brand, model, year) include (price_minor, currency, id) where status = 'published';
-- The cars that most people looked at on a day.
create index listing_views_by_people on listing_views (day, people desc, listing_id);
