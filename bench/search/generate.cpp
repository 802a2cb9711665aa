// bench_search_generate CSV FOLDER COUNT [SEED]: writes listings to stdout, a line each, the columns of listing_rows.h
// separated by tabs. CSV: the real advertisements; FOLDER: where models.tsv and the like lie. The same output everywhere,
// and the first listings of a longer list are those of a shorter one.
#include "bench/search/cars.h"
#include "bench/search/wording.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>

namespace {
using cargo::bench::Car;
using cargo::bench::RandomNumbers;

constexpr int64_t kNowMs = 1'790'000'000'000; // 2026-09-21: what is younger does not exist
constexpr int64_t kDayMs = 86'400'000;

int etaOf(RandomNumbers &random, const std::string &country)
{
    struct Way
    {
        const char *country;
        int days;
    };
    constexpr std::array<Way, 11> kWays = {{{"JP", 25},
                                            {"KR", 22},
                                            {"CN", 18},
                                            {"US", 52},
                                            {"AE", 30},
                                            {"DE", 13},
                                            {"GE", 11},
                                            {"GB", 17},
                                            {"LT", 8},
                                            {"BY", 5},
                                            {"KZ", 6}}};
    const auto way = std::find_if(kWays.begin(), kWays.end(), [&](const Way &w) { return country == w.country; });
    return std::max(2, way->days + int(random.between(-4, 13)));
}

// The bins in which facets are counted: those of the engine (server/providers/search/engine/bins.h), so that peers, which
// cannot count by a rule, have a column to count. The bench compares the counts.
template <typename Bounds>
int binBelow(const Bounds &bounds, int64_t value) // how many bounds are at most the value
{
    return int(std::upper_bound(bounds.begin(), bounds.end(), value) - bounds.begin());
}
int priceBin(int64_t minor)
{
    constexpr std::array<int64_t, 8> kSteps = {100, 150, 200, 250, 300, 400, 500, 700};
    int bin = 0;
    for (int64_t unit = 100'000; unit < 10'000'000'000; unit *= 10) {
        for (const int64_t step : kSteps) {
            if (minor < unit * step)
                return bin;
            ++bin;
        }
    }
    return bin;
}
int etaBin(int64_t days) { return binBelow(std::array{8, 15, 22, 31, 46, 61}, days); }
int ratingBin(int64_t hundredths) { return hundredths == 0 ? 5 : binBelow(std::array{300, 400, 450, 480}, hundredths); }
} // namespace

int main(int argc, char **argv)
{
    if (argc < 4) {
        std::fprintf(stderr, "usage: bench_search_generate CSV FOLDER COUNT [SEED]\n");
        return 2;
    }
    const std::string folder = std::string(argv[2]) + '/';
    const cargo::bench::Cars cars(argv[1], folder + "models.tsv", folder + "bodies.tsv");
    const cargo::bench::Wording wording(folder + "sentences.tsv");
    const uint64_t count = std::strtoull(argv[3], nullptr, 10);
    const uint64_t seed = argc > 4 ? std::strtoull(argv[4], nullptr, 10) : 1;
    for (uint64_t id = 1; id <= count; ++id) {
        RandomNumbers random(seed, id);
        const Car car = cars.draw(random);
        const int eta = etaOf(random, car.country);
        const int64_t rating = random.percent(12) ? 0 : std::clamp<int64_t>(random.around(455, 60), 100, 500);
        const int64_t completion = std::clamp<int64_t>(random.around(800, 250), 50, 999);
        const int64_t published = kNowMs - random.fading(14 * kDayMs);
        const std::string title = car.brand + ' ' + car.model + ' ' + std::to_string(car.year);
        const std::string text = wording.describe(random, car, eta, id);
        std::printf("%lu\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s\t%d\t%ld\t%ld\t%d\t%ld\t%ld\t%ld\t%d\t%d\t%d\t%s\t%s\n",
                    (unsigned long)id, car.brand.c_str(), car.model.c_str(), car.body.c_str(), car.fuel.c_str(),
                    car.transmission.c_str(), car.drive.c_str(), car.color.c_str(), car.country.c_str(), car.year,
                    long(car.priceMinor), long(car.mileageKm), eta, long(rating), long(published), long(completion),
                    priceBin(car.priceMinor), etaBin(eta), ratingBin(rating), title.c_str(), text.c_str());
    }
    return std::fflush(stdout) == 0 ? 0 : 1;
}
