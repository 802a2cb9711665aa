#pragma once

#include <cstdint>

namespace cargo::search::engine {

// Every number by which relevance is reckoned. Strict orders (price, newest, mileage, term) know none of them.
namespace ranking {
// BM25F: a term's weighted count in a listing, saturating, shorter texts first. Lengths are measured against a constant, not
// the average of the day: a listing's impact is its own, whatever stands beside it.
inline constexpr double kTitleWeight = 3;
inline constexpr double kFactWeight = 2;
inline constexpr double kDescriptionWeight = 1;
inline constexpr double kSaturation = 1.2;
inline constexpr double kLengthShare = 0.6;
inline constexpr double kReferenceWords = 40;
inline constexpr double kImpactScale = 110; // 2.2, the most that saturation allows, becomes 242

// Rarity of a word, in half steps so that a listing that comes does not shift every score, times its weight: 1 … 127.
inline constexpr double kRarityScale = 8;
inline constexpr uint32_t kWordWeightMost = 127;

// The prior, added to the text score: at most 4,500, as much as a word of middling rarity in a title.
inline constexpr double kFreshness = 2'000;
inline constexpr double kFreshnessHalfLifeDays = 14;
inline constexpr double kFreshnessFloor = 0.25; // of it stays, however old: age never outweighs everything
inline constexpr double kDriver = 1'000;        // at five stars; no reviews yet count as four
inline constexpr double kDriverUnknownHundredths = 400;
inline constexpr double kCompletion = 1'000; // at certainty
inline constexpr double kTerm = 500;         // at no days, none from 60 on
inline constexpr double kTermDaysMost = 60;
} // namespace ranking

} // namespace cargo::search::engine
