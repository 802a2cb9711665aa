-- What comparable cars cost: the picker weighs each car by the middle price of its model, two years either way.
create index listings_comparable on listings (brand, model, year) include (price_minor, currency, id) where status = 'published';
