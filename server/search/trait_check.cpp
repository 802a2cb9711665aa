#include "server/search/trait_check.h"

#include "server/providers/search/traits.h"
#include "server/search/concept_service.h"
#include "server/search/sql_counts.h"

namespace cargo::search {

namespace {
constexpr int kCarsMost = 5'000;
constexpr char kCars[] =
    "select l.brand, l.model, l.body_type, l.fuel, l.transmission, l.drive, l.color, l.country_from, l.description, "
    "coalesce((select string_agg(a.key, ' ') from jsonb_each(l.attributes) a where a.value = 'true'), ''), "
    "case when jsonb_typeof(l.attributes->'seats') = 'number' then (l.attributes->'seats')::int else 0 end";
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
        for (QString *text : {&car.brand, &car.model, &car.bodyType, &car.fuel, &car.transmission, &car.drive, &car.color,
                              &car.countryFrom, &car.description})
            *text = rows->text(row, c++);
        for (const QString &feature : rows->text(row, c++).split(u' ', Qt::SkipEmptyParts))
            car.features.push_back(feature);
        car.seats = rows->int32(row, c++);
        for (const Concept *trait : finder->traitsOf(car))
            ++counts[trait->slug];
    }
    return std::optional(std::move(counts));
}

Outcome useConceptsOf(db::BlockingConnection &connection)
{
    const auto rows = connection.execute("select version, content from concept_versions order by version desc limit 1");
    CARGO_TRY(rows);
    ConceptVersion version;
    if (!rows->empty()) {
        version.version = rows->int64(0, 0);
        if (!rows->isNull(0, 1))
            version.content = rows->bytes(0, 1);
    }
    useConcepts(dictionaryOf(version));
    return ok();
}

} // namespace cargo::search
