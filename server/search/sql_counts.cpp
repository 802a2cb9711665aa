#include "server/search/sql_counts.h"

#include "server/db/blocking.h"

namespace cargo::search {

namespace {
constexpr char kMarket[] =
    " from listings l join users u on u.id = l.driver_id where l.status = 'published' and u.status = 'active'";
constexpr char kRating[] = "(case when u.rating_count > 0 then u.rating_sum * 100 / u.rating_count else 0 end)";

QByteArray loweredList(const std::vector<QString> &values)
{
    QByteArray text;
    for (const QString &value : values)
        text += (text.isEmpty() ? "" : ",") + db::quotedLiteral(value.toLower().toUtf8());
    return text;
}
} // namespace

const std::vector<CountedColumn> &facetColumns()
{
    static const std::vector<CountedColumn> columns{
        {"brand", "l.brand"},
        {"model", "l.model"},
        {"body_type", "l.body_type"},
        {"fuel", "l.fuel"},
        {"drive", "l.drive"},
        {"color", "l.color"},
        {"transmission", "l.transmission"},
        {"year", "l.year::text"},
        {"country_from", "l.country_from"},
    };
    return columns;
}

const std::vector<CountedColumn> &rangeColumns()
{
    static const std::vector<CountedColumn> columns{{"price", "l.price_minor"}, {"mileage", "l.mileage_km"}};
    return columns;
}

QByteArray marketWhere(const SearchQuery &query, QByteArrayView without)
{
    QByteArray text(kMarket);
    for (const CountedColumn &column : facetColumns()) {
        for (int f = 0; f < SearchQuery::kFacetCount; ++f) {
            const auto facet = SearchQuery::Facet(f);
            if (qstrcmp(word(facet), column.name) == 0 && !query.values(facet).empty() && without != column.name)
                text += QByteArray(" and lower(") + column.expression + ") in (" + loweredList(query.values(facet)) + ')';
        }
    }
    const auto bound = [&](const char *name, const char *expression, const char *sign, const auto &value) {
        if (value && without != name)
            text += QByteArray(" and ") + expression + sign + QByteArray::number(qint64(*value));
    };
    bound("year", "l.year", ">=", query.yearFrom);
    bound("year", "l.year", "<=", query.yearTo);
    bound("price", "l.price_minor", ">=", query.priceFromMinor);
    bound("price", "l.price_minor", "<=", query.priceToMinor);
    bound("mileage", "l.mileage_km", ">=", query.mileageFromKm);
    bound("mileage", "l.mileage_km", "<=", query.mileageToKm);
    bound("eta", "l.delivery_eta_days", "<=", query.etaToDays);
    bound("power", "l.power_hp", ">=", query.powerFromHp);
    bound("power", "l.power_hp", "<=", query.powerToHp);
    bound("engine", "l.engine_cc", ">=", query.engineFromCc);
    bound("engine", "l.engine_cc", "<=", query.engineToCc);
    bound("rating", kRating, ">=", query.ratingFromHundredths);
    return text;
}

} // namespace cargo::search
