#include "server/behaviour/personal_profile.h"

#include "server/providers/search/ranking_numbers.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cargo::behaviour {

namespace {
// How much of the whole each likeness makes; all of them together are 1.
constexpr double kShares[] = {0.5, 0.25, 0.15, 0.1};
constexpr double kHalfStrength = 3; // of this weight a taste has half its strength: no single one grows without end
constexpr double kPriceStep = 1.35; // a band of prices ends a third above where it begins

double strengthOf(double weight) { return weight / (weight + kHalfStrength); }
int bandOf(qint64 priceMinor) { return int(std::floor(std::log(double(priceMinor)) / std::log(kPriceStep))); }
QString modelKey(const Car &car) { return car.brand + QLatin1Char('\n') + car.model; }
} // namespace

const char *word(Act act)
{
    switch (act) {
    case Act::Viewed: return "viewed";
    case Act::Kept: return "kept";
    case Act::Asked: return "asked";
    }
    return "";
}

const char *word(Likeness likeness)
{
    switch (likeness) {
    case Likeness::Model: return "model";
    case Likeness::Brand: return "brand";
    case Likeness::BodyType: return "body_type";
    case Likeness::Price: return "price";
    }
    return "";
}

template <typename Key>
void Profile::add(QHash<Key, Taste> &tastes, const Key &key, const Liked &liked)
{
    Taste &taste = tastes[key];
    taste.weight += liked.weight;
    taste.act = std::max(taste.act, liked.act);
}

Profile::Profile(const std::vector<Liked> &cars)
{
    for (const Liked &liked : cars) {
        add(m_models, modelKey(liked.car), liked);
        add(m_brands, liked.car.brand, liked);
        if (!liked.car.bodyType.isEmpty())
            add(m_bodies, liked.car.bodyType, liked);
        if (liked.car.priceMinor > 0)
            add(m_prices, bandOf(liked.car.priceMinor), liked);
    }
}

std::optional<Pull> Profile::pullOf(const Car &car) const
{
    const Taste tastes[] = {m_models.value(modelKey(car)), m_brands.value(car.brand), m_bodies.value(car.bodyType),
                            car.priceMinor > 0 ? m_prices.value(bandOf(car.priceMinor)) : Taste()};
    double sum = 0;
    std::optional<size_t> nearest;
    for (size_t i = 0; i < std::size(tastes); ++i) {
        if (tastes[i].weight <= 0)
            continue;
        sum += kShares[i] * strengthOf(tastes[i].weight);
        if (!nearest)
            nearest = i;
    }
    const int places = int(std::lround(sum * search::kPersonalPlacesMost));
    if (places == 0 || !nearest)
        return std::nullopt;
    return Pull{places, Likeness(*nearest), tastes[*nearest].act};
}

std::vector<size_t> personalOrder(const std::vector<int> &pulls)
{
    // Of two who want the same place the one who is pulled more has it: he passes the one whose place he reaches.
    const auto comesFirst = [&pulls](size_t a, size_t b) {
        const int wantedA = int(a) - pulls[a], wantedB = int(b) - pulls[b];
        return wantedA != wantedB ? wantedA < wantedB : pulls[a] > pulls[b];
    };
    std::vector<size_t> order(pulls.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), comesFirst);
    return order;
}

} // namespace cargo::behaviour
