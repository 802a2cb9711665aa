#include "server/providers/search/engine/bins.h"

#include <algorithm>

namespace cargo::search::engine {

namespace {
constexpr std::array<int64_t, kEtaBins - 1> kEtaEnds = {7, 14, 21, 30, 45, 60};
constexpr std::array<int64_t, kRatingBins - 2> kRatingEnds = {300, 400, 450, 480};
constexpr int64_t kMileageBinKm = 10'000;

const std::array<int64_t, kPriceBins> kPriceStarts = [] {
    constexpr std::array<int64_t, 8> kSteps = {100, 150, 200, 250, 300, 400, 500, 700};
    std::array<int64_t, kPriceBins> starts{};
    int64_t decade = 100'000; // × 100 = 100,000.00
    size_t i = 1;
    while (i < kPriceBins) {
        for (size_t s = 0; s < kSteps.size() && i < kPriceBins; ++s)
            starts[i++] = decade * kSteps[s];
        decade *= 10;
    }
    return starts;
}();
} // namespace

size_t yearBin(int64_t year) { return size_t(std::clamp<int64_t>(year - kFirstYear, 0, kYearBins - 1)); }

size_t priceBin(int64_t minor)
{
    return size_t(std::upper_bound(kPriceStarts.begin() + 1, kPriceStarts.end(), minor) - kPriceStarts.begin()) - 1;
}

size_t mileageBin(int64_t km) { return size_t(std::clamp<int64_t>(km / kMileageBinKm, 0, kMileageBins - 1)); }

size_t etaBin(int64_t days) { return size_t(std::lower_bound(kEtaEnds.begin(), kEtaEnds.end(), days) - kEtaEnds.begin()); }

size_t ratingBin(int64_t hundredths)
{
    if (hundredths <= 0)
        return kRatingBins - 1;
    return size_t(std::upper_bound(kRatingEnds.begin(), kRatingEnds.end(), hundredths) - kRatingEnds.begin());
}

uint32_t binOf(Dimension dimension, int64_t value)
{
    switch (dimension) {
    case Dimension::Year: return uint32_t(yearBin(value));
    case Dimension::Price: return uint32_t(priceBin(value));
    case Dimension::Mileage: return uint32_t(mileageBin(value));
    case Dimension::Eta: return uint32_t(etaBin(value));
    case Dimension::Rating: return uint32_t(ratingBin(value));
    default: return 0;
    }
}

int64_t priceBinFrom(size_t bin) { return kPriceStarts[bin]; }
int64_t mileageBinFrom(size_t bin) { return int64_t(bin) * kMileageBinKm; }

} // namespace cargo::search::engine
