#include "bench/search/cars.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <set>

namespace cargo::bench {

namespace {
constexpr int kThisYear = 2026;
constexpr std::array<const char *, 14> kColors = {"white", "black", "gray",   "silver", "blue",   "red",  "green",
                                                  "brown", "beige", "orange", "yellow", "purple", "gold", "other"};
constexpr std::array<unsigned, 14> kColorShares = {24, 21, 16, 13, 9, 6, 3, 2, 2, 1, 1, 1, 0, 1}; // of 100

std::string drawColor(RandomNumbers &random)
{
    uint64_t left = random.below(100);
    size_t i = 0;
    while (left >= kColorShares[i])
        left -= kColorShares[i++];
    return kColors[i];
}

int64_t rounded(int64_t roubles) { return std::max<int64_t>(60'000, roubles / 10'000 * 10'000); }
} // namespace

std::vector<std::string> split(const std::string &line, char separator)
{
    std::vector<std::string> fields(1);
    for (const char c : line) {
        if (c == separator)
            fields.emplace_back();
        else if (c != '\r')
            fields.back() += c;
    }
    return fields;
}

std::vector<std::vector<std::string>> readTable(const std::string &path, char separator)
{
    std::ifstream file(path);
    if (!file) {
        std::fprintf(stderr, "cannot read %s\n", path.c_str());
        std::exit(2);
    }
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line[0] != '#')
            rows.push_back(split(line, separator));
    }
    return rows;
}

Cars::Cars(const std::string &realCsv, const std::string &modelsTsv, const std::string &bodiesTsv)
{
    const auto real = readTable(realCsv, ',');
    for (size_t i = 1; i < real.size(); ++i) {
        const auto &r = real[i];
        Real row{r[1], r[2], r[6], r[7], std::stoi(r[3]), std::stoll(r[4]), std::stoll(r[5])};
        if (row.brand == "Vauxhall")
            row.brand = "Opel"; // the same cars anywhere else
        if (row.transmission == "auto")
            row.transmission = "automatic";
        m_real.push_back(std::move(row));
    }
    uint64_t sum = 0;
    for (const auto &r : readTable(modelsTsv, '\t')) {
        Model model;
        model.car.brand = r[0];
        model.car.model = r[1];
        model.car.body = r[2];
        model.car.country = r[3];
        model.newPriceThousand = std::stoll(r[5]);
        model.yearFrom = std::stoi(r[6]);
        model.yearTo = std::stoi(r[7]);
        model.car.fuel = r[8];
        model.car.transmission = r[9];
        model.car.drive = r[10];
        m_models.push_back(std::move(model));
        m_weights.push_back(sum += std::stoull(r[4]));
    }
    for (const auto &r : readTable(bodiesTsv, '\t')) {
        for (const std::string &model : split(r[1], '|'))
            m_bodies[model] = r[0];
    }
}

Car Cars::draw(RandomNumbers &random) const
{
    Car car = random.percent(50) ? real(random) : made(random);
    car.color = drawColor(random);
    return car;
}

Car Cars::real(RandomNumbers &random) const
{
    static const std::set<std::string> kRearDriven = {"BMW", "Mercedes-Benz"};
    static const std::set<std::string> kJapanese = {"Toyota"};
    static const std::array<const char *, 10> kEurope = {"DE", "DE", "DE", "DE", "DE", "LT", "BY", "GB", "GE", "KZ"};
    const Real &row = random.pick(m_real);
    const auto body = m_bodies.find(row.model);
    Car car{row.brand, row.model, body == m_bodies.end() ? "hatchback" : body->second, row.fuel, row.transmission, {}, {}, {}};
    const unsigned allWheel = car.body == "suv" || car.body == "pickup" ? 60 : 6;
    car.drive = random.percent(allWheel) ? "awd" : kRearDriven.contains(row.brand) && random.percent(75) ? "rwd" : "fwd";
    car.country = random.pick(kEurope);
    if (kJapanese.contains(row.brand) && random.percent(60))
        car.country = random.percent(80) ? "JP" : "AE";
    else if (row.brand == "Hyundai" && random.percent(60))
        car.country = "KR";
    else if (row.brand == "Ford" && random.percent(25))
        car.country = "US";
    car.year = int(std::min<int64_t>(kThisYear, row.year + random.between(-2, 4)));
    car.priceMinor = rounded(row.priceRoubles * random.between(75, 130) / 100) * 100;
    car.mileageKm = std::max<int64_t>(10, row.mileageKm * random.between(70, 140) / 100);
    return car;
}

Car Cars::made(RandomNumbers &random) const
{
    const uint64_t at = random.below(m_weights.back());
    const Model &model = m_models[size_t(std::upper_bound(m_weights.begin(), m_weights.end(), at) - m_weights.begin())];
    Car car = model.car;
    // Newer ones are offered more often.
    const int span = model.yearTo - model.yearFrom;
    car.year = model.yearTo - int(std::min(random.below(uint64_t(span) + 1), random.below(uint64_t(span) + 1)));
    const int64_t age = kThisYear - car.year;
    car.mileageKm = std::max<int64_t>(300, age * random.around(14'000, 9'000));
    int64_t thousand = model.newPriceThousand;
    for (int64_t i = model.yearTo; i > car.year; --i)
        thousand = thousand * 92 / 100;
    car.priceMinor = rounded(thousand * random.around(1'000, 140)) * 100;
    if (car.drive == "awd" && random.percent(25))
        car.drive = "fwd";
    if (car.fuel == "petrol" && random.percent(8))
        car.fuel = "gas";
    if (car.transmission == "automatic" && random.percent(10))
        car.transmission = car.body == "pickup" ? "manual" : "robot";
    return car;
}

} // namespace cargo::bench
