#include "server/assistant/pick_conditions.h"

namespace cargo::assistant {

namespace {
// Bounds by name, each a number of the query.
template <typename Visit>
void visitBounds(SearchQuery &query, const Visit &visit)
{
    visit("price_from", query.priceFromMinor);
    visit("price_to", query.priceToMinor);
    visit("year_from", query.yearFrom);
    visit("year_to", query.yearTo);
    visit("mileage_from", query.mileageFromKm);
    visit("mileage_to", query.mileageToKm);
    visit("eta_to", query.etaToDays);
    visit("power_from", query.powerFromHp);
    visit("power_to", query.powerToHp);
    visit("engine_from", query.engineFromCc);
    visit("engine_to", query.engineToCc);
    visit("rating_from", query.ratingFromHundredths);
}

QString told(int number) { return number > 0 ? QString::number(number) : QString(); }
bool isRating(const QByteArray &name) { return name == "rating_from"; }
} // namespace

std::vector<Condition> conditionsOf(const SearchQuery &query)
{
    std::vector<Condition> list;
    for (int facet = 0; facet < SearchQuery::kFacetCount; ++facet) {
        const auto &values = query.facets[facet];
        if (!values.empty())
            list.push_back({word(SearchQuery::Facet(facet)), QStringList(values.begin(), values.end())});
    }
    SearchQuery copy = query;
    visitBounds(copy, [&list](const char *name, const auto &bound) {
        if (bound)
            list.push_back({name, {isRating(name) ? QString::number(double(*bound) / 100) : QString::number(*bound)}});
    });
    return list;
}

SearchQuery without(SearchQuery query, const Condition &condition)
{
    for (int facet = 0; facet < SearchQuery::kFacetCount; ++facet) {
        if (condition.name == word(SearchQuery::Facet(facet)))
            query.facets[facet].clear();
    }
    if (condition.name == "brand")
        query.values(SearchQuery::Facet::Model).clear(); // models go with their brand
    visitBounds(query, [&condition](const char *name, auto &bound) {
        if (condition.name == name)
            bound.reset();
    });
    return query;
}

QString actual(const CarFacts &car, const QByteArray &name)
{
    const std::pair<const char *, QString> facts[] = {
        {"brand", car.brand},
        {"model", car.model},
        {"body_type", car.bodyType},
        {"fuel", car.fuel},
        {"transmission", car.transmission},
        {"drive", car.drive},
        {"color", car.color},
        {"country_from", car.countryFrom},
        {"price_from", QString::number(car.price.amountMinor)},
        {"price_to", QString::number(car.price.amountMinor)},
        {"year_from", QString::number(car.year)},
        {"year_to", QString::number(car.year)},
        {"mileage_from", QString::number(car.mileageKm)},
        {"mileage_to", QString::number(car.mileageKm)},
        {"eta_to", QString::number(car.etaDays)},
        {"power_from", told(car.powerHp)},
        {"power_to", told(car.powerHp)},
        {"engine_from", told(car.engineCc)},
        {"engine_to", told(car.engineCc)},
        {"rating_from", QString::number(car.ratingHundredths / 100.0)},
    };
    for (const auto &[fact, value] : facts) {
        if (name == fact)
            return value;
    }
    return {};
}

bool fits(const CarFacts &car, const Condition &condition)
{
    const QString has = actual(car, condition.name);
    if (has.isEmpty())
        return false;
    if (condition.name != "country_from" && condition.name.endsWith("_from"))
        return has.toDouble() >= condition.values.value(0).toDouble();
    if (condition.name.endsWith("_to"))
        return has.toDouble() <= condition.values.value(0).toDouble();
    return condition.values.contains(has, Qt::CaseInsensitive);
}

} // namespace cargo::assistant
