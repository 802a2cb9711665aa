#include "server/assistant/pick_changes.h"

#include <algorithm>

namespace cargo::assistant {

namespace {
constexpr qint64 kBudgetStepMinor = 50'000'00;
constexpr int kDaysMore = 15;
constexpr int kYearsMore = 2;
constexpr int kKmMore = 30'000;

// A tenth more, in steps that people think in, and at least two of them.
qint64 moreBudget(qint64 minor)
{
    const qint64 tenth = (minor / 10 + kBudgetStepMinor - 1) / kBudgetStepMinor * kBudgetStepMinor;
    return std::max(tenth, 2 * kBudgetStepMinor);
}
} // namespace

std::vector<PossibleChange> possibleChanges(const SearchQuery &query, const PickTexts &texts)
{
    std::vector<PossibleChange> changes;
    const auto add = [&](const char *code, const QString &by) -> SearchQuery & {
        changes.push_back({code, query, by});
        return changes.back().query;
    };
    if (query.priceToMinor) {
        const qint64 more = moreBudget(*query.priceToMinor);
        add("more_budget", texts.roubles(more)).priceToMinor = *query.priceToMinor + more;
    }
    if (query.etaToDays)
        add("more_time", texts.days(kDaysMore)).etaToDays = *query.etaToDays + kDaysMore;
    if (!query.values(SearchQuery::Facet::CountryFrom).empty())
        add("any_country", {}).values(SearchQuery::Facet::CountryFrom).clear();
    if (query.yearFrom)
        add("older", QString::number(*query.yearFrom - kYearsMore)).yearFrom = *query.yearFrom - kYearsMore;
    if (query.mileageToKm)
        add("more_mileage", texts.km(*query.mileageToKm + kKmMore)).mileageToKm = *query.mileageToKm + kKmMore;
    add("cheapest_first", {}).sort = SearchQuery::Sort::PriceAsc;
    add("fastest_first", {}).sort = SearchQuery::Sort::EtaAsc;
    return changes;
}

} // namespace cargo::assistant
