#include "server/search/trait_check.h"

#include "server/db/attribute_columns.h"
#include "server/providers/search/traits.h"
#include "server/search/concept_service.h"
#include "server/search/sql_counts.h"

namespace cargo::search {

namespace {
constexpr int kCarsMost = 5'000;
constexpr char kCars[] = "select l.brand, l.model, l.body_type, l.fuel, l.transmission, l.drive, l.color, l.country_from, "
                         "l.description, " CARGO_LISTING_FEATURES_AND_SEATS("l");
} // namespace

Result<std::optional<QMap<QString, qint64>>> traitsInDatabase(db::BlockingConnection &connection, const SearchQuery &query)
{
    const auto rows = connection.execute(QByteArray(kCars) + marketWhere(query) + " limit " + QByteArray::number(kCarsMost + 1));
    CARGO_TRY(rows);
    if (rows->count() > kCarsMost)
        return std::optional<QMap<QString, qint64>>();
    const auto finder = traitFinder();
    QMap<QString, qint64> counts;
    for (int row = 0; row < rows->count(); ++row) {
        Document car;
        int c = 0;
        for (QString *text :
             {&car.brand, &car.model, &car.bodyType, &car.fuel, &car.transmission, &car.drive, &car.color, &car.countryFrom})
            *text = rows->text(row, c++);
        car.description = rows->bytes(row, c++);
        car.features = db::featuresOf(rows->text(row, c++));
        car.seats = rows->int32(row, c++);
        for (const Concept *trait : finder->traitsOf(car))
            ++counts[trait->slug];
    }
    return std::optional(std::move(counts));
}

Outcome useConceptsOf(db::BlockingConnection &connection)
{
    const auto version = ConceptStore::latest(connection);
    CARGO_TRY(version);
    useConcepts(dictionaryOf(*version));
    return ok();
}

} // namespace cargo::search
