#include "harness/random_search.h"

#include <set>

namespace cargo::test {

using namespace Qt::Literals;

SearchQuery randomSearch(QRandomGenerator &random, const QStringList &models)
{
    using FacetName = SearchQuery::Facet;
    SearchQuery query;
    const auto pick = [&](FacetName facet, const QStringList &values, int rarity) {
        if (random.bounded(rarity))
            return;
        std::set<QString> chosen;
        for (int i = random.bounded(1, 4); i > 0; --i)
            chosen.insert(values.at(random.bounded(values.size())));
        query.values(facet).assign(chosen.begin(), chosen.end());
    };
    pick(FacetName::Brand, {u"Toyota"_s, u"BMW"_s, u"Kia"_s, u"Land Rover"_s, u"Nowhere"_s}, 2);
    pick(FacetName::Model, models, 6);
    pick(FacetName::BodyType, {u"sedan"_s, u"suv"_s, u"wagon"_s}, 3);
    pick(FacetName::Fuel, {u"petrol"_s, u"diesel"_s, u"electric"_s}, 3);
    pick(FacetName::Transmission, {u"automatic"_s, u"manual"_s}, 4);
    pick(FacetName::Drive, {u"awd"_s, u"fwd"_s}, 4);
    pick(FacetName::Color, {u"white"_s, u"black"_s}, 4);
    pick(FacetName::CountryFrom, {u"JP"_s, u"KR"_s}, 3);
    if (random.bounded(3) == 0)
        query.yearFrom = random.bounded(2004, 2015);
    if (random.bounded(3) == 0)
        query.yearTo = random.bounded(2015, 2026);
    if (random.bounded(3) == 0)
        query.priceFromMinor = random.bounded(400) * 1'000'000LL;
    if (random.bounded(3) == 0)
        query.priceToMinor = (400 + random.bounded(500)) * 1'000'000LL;
    if (random.bounded(4) == 0)
        query.mileageToKm = random.bounded(240'000);
    if (random.bounded(4) == 0)
        query.etaToDays = random.bounded(5, 85);
    if (random.bounded(4) == 0)
        query.ratingFromHundredths = random.bounded(501);
    if (random.bounded(5) == 0)
        query.powerToHp = random.bounded(90, 320);
    if (random.bounded(6) == 0)
        query.engineFromCc = random.bounded(600, 3'000);
    query.sort = SearchQuery::Sort(random.bounded(6));
    return query;
}

} // namespace cargo::test
