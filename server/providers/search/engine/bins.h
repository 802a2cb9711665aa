#pragma once

#include "server/providers/search/engine/types.h"

namespace cargo::search::engine {

// Where a value falls in its histogram, and what a bin begins with. Prices grow by steps of about a quarter: 100,000 …
// 10,000,000 roubles and beyond in round numbers; mileage by 10,000 km.
size_t yearBin(int64_t year);
size_t priceBin(int64_t minor);
size_t mileageBin(int64_t km);
size_t etaBin(int64_t days);
size_t ratingBin(int64_t hundredths);
uint32_t binOf(Dimension dimension, int64_t value); // 0 for one without bins
int64_t priceBinFrom(size_t bin);                   // kopecks
int64_t mileageBinFrom(size_t bin);                 // km
inline constexpr std::array<const char *, kEtaBins> kEtaBinWords = {"1-7", "8-14", "15-21", "22-30", "31-45", "46-60", "61+"};
inline constexpr std::array<const char *, kRatingBins> kRatingBinWords = {"0-3", "3-4", "4-4.5", "4.5-4.8", "4.8-5", ""};

} // namespace cargo::search::engine
