#include "server/providers/search/embedded/relaxation_form.h"

#include <algorithm>

namespace cargo::search {

namespace {
std::vector<const char *> parametersOf(size_t dimension, const SearchQuery &query)
{
    using engine::Dimension;
    if (dimension < engine::kWordDimensions)
        return {word(SearchQuery::Facet(dimension))};
    std::vector<const char *> names;
    const auto add = [&names](const char *name, bool isGiven) {
        if (isGiven)
            names.push_back(name);
    };
    switch (Dimension(dimension)) {
    case Dimension::Year:
        add("year_from", query.yearFrom.has_value());
        add("year_to", query.yearTo.has_value());
        break;
    case Dimension::Price:
        add("price_from", query.priceFromMinor.has_value());
        add("price_to", query.priceToMinor.has_value());
        break;
    case Dimension::Mileage:
        add("mileage_from", query.mileageFromKm.has_value());
        add("mileage_to", query.mileageToKm.has_value());
        break;
    case Dimension::Power:
        add("power_from", query.powerFromHp.has_value());
        add("power_to", query.powerToHp.has_value());
        break;
    case Dimension::Displacement:
        add("engine_from", query.engineFromCc.has_value());
        add("engine_to", query.engineToCc.has_value());
        break;
    case Dimension::Eta: names.push_back("eta_to"); break;
    case Dimension::Rating: names.push_back("rating_from"); break;
    case Dimension::Trait: names.push_back("trait"); break;
    default: break;
    }
    return names;
}
} // namespace

std::vector<Relaxation> relaxationsOf(const engine::Answer &found, const SearchQuery &query, const ReadText &text)
{
    std::vector<Relaxation> list;
    const bool severalPhrases = !text.phrases.empty() && text.phrases.back() > 0;
    for (const engine::Relaxation &relaxation : found.relaxations) {
        Relaxation made;
        made.total = qint64(relaxation.total);
        if (!relaxation.isWord) {
            made.drop = parametersOf(relaxation.which, query);
        } else {
            made.drop = {"q"};
            if (relaxation.which < text.typed.size())
                made.words = text.typed[relaxation.which];
            if (!made.words.isEmpty() && !severalPhrases) // all of them, said below
                continue;
        }
        list.push_back(std::move(made));
    }
    std::stable_sort(list.begin(), list.end(), [](const Relaxation &a, const Relaxation &b) { return a.total > b.total; });
    return list;
}

} // namespace cargo::search
