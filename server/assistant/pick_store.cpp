#include "server/assistant/pick_store.h"

#include "server/db/attribute_columns.h"

#include <algorithm>

namespace cargo::assistant {

namespace {
// Comparable ones along listings_comparable: no more than two hundred entries of the index a car.
const db::Query kFacts{"assistant.facts", R"(
    select l.id, l.brand, l.model, l.body_type, l.fuel, l.transmission, l.drive, l.color, l.country_from, l.description, l.year,
        l.mileage_km, l.delivery_eta_days, coalesce(l.power_hp, 0), coalesce(l.engine_cc, 0), l.price_minor, l.currency, case when u.rating_count > 0 then u.rating_sum * 100 / u.rating_count else 0 end,
        u.rating_count, u.deals_done, coalesce(c.median, 0), coalesce(c.cars, 0),
        )" CARGO_LISTING_FEATURES_AND_SEATS("l") R"(
    from unnest($1::uuid[]) with ordinality as asked (id, place) join listings l on l.id = asked.id
    join users u on u.id = l.driver_id
    cross join lateral (select percentile_disc(0.5) within group (order by price_minor) as median, count(*) as cars
        from (select o.price_minor from listings o where o.status = 'published' and o.brand = l.brand and o.model = l.model
              and o.year between l.year - 2 and l.year + 2 and o.currency = l.currency and o.id <> l.id limit 200) near) c
    where l.status = 'published' order by asked.place)"};
} // namespace

QCoro::Task<Result<std::vector<CarFacts>>> PickStore::facts(CallContextPtr context, std::vector<ListingId> ids)
{
    const auto rows = co_await m_db.query(context, kFacts, ids);
    CARGO_CO_TRY(rows);
    std::vector<CarFacts> list;
    list.reserve(size_t(rows->count()));
    for (int row = 0; row < rows->count(); ++row) {
        CarFacts car;
        int c = 0;
        car.id = rows->id<ListingId>(row, c++);
        for (QString *text : {&car.brand, &car.model, &car.bodyType, &car.fuel, &car.transmission, &car.drive, &car.color,
                              &car.countryFrom, &car.description})
            *text = rows->text(row, c++);
        car.year = rows->int32(row, c++);
        car.mileageKm = rows->int32(row, c++);
        car.etaDays = rows->int32(row, c++);
        car.powerHp = rows->int32(row, c++);
        car.engineCc = rows->int32(row, c++);
        car.price.amountMinor = rows->int64(row, c++);
        car.price.currency = Currency::fromCode(rows->text(row, c++)).value_or(Currency::rub());
        car.ratingHundredths = rows->int32(row, c++);
        car.reviews = rows->int32(row, c++);
        car.dealsDone = rows->int32(row, c++);
        car.median = {rows->int64(row, c++), car.price.currency};
        car.comparable = rows->int32(row, c++);
        car.features = db::featuresOf(rows->text(row, c++));
        car.seats = rows->int32(row, c++);
        list.push_back(std::move(car));
    }
    co_return list;
}

} // namespace cargo::assistant
