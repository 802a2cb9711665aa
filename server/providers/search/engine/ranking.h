#pragma once

#include <cstdint>

namespace cargo::search::engine {

// Every number by which relevance is reckoned. Strict orders (price, newest, mileage, term) know none of them.
namespace ranking {
// BM25F: a term's weighted count in a listing, saturating, shorter texts first. Lengths are measured against a constant, not
// the average of the day: a listing's impact is its own, whatever stands beside it.
inline constexpr uint32_t kTitleWeight = 3;
inline constexpr uint32_t kFactWeight = 2; // of a fact of several words (plug_in_hybrid) each weighs as one of the description
inline constexpr uint32_t kDescriptionWeight = 1;
inline constexpr double kSaturation = 1.2;
inline constexpr double kLengthShare = 0.6;
inline constexpr double kReferenceWords = 40;
inline constexpr double kImpactScale = 110; // 2.2, the most that saturation allows, becomes 242

// Of a trait that a listing has, where a word of a wish was sought and does not stand: less than the word itself.
inline constexpr uint8_t kTraitImpact = 90;
inline constexpr float kTraitWeight = 0.5F; // of an alternative that is a trait

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

// So many points of all the above are 1 of the score that people and programs see.
inline constexpr double kScoreScale = 1024;

// Diversity, under relevance alone: so many of one driver and of one model on a page of kPageHits, of longer pages the same
// share. A model that the query names is not limited. What is put off is never more than kDeferredMost.
inline constexpr uint32_t kPageHits = 20;
inline constexpr uint32_t kSameDriverMost = 3;
inline constexpr uint32_t kSameModelMost = 5;
inline constexpr uint32_t kDeferredMost = 40;
inline constexpr float kNamesFrom = 0.75F; // an alternative less likely than this names nothing: a beginning, say
constexpr uint32_t mostOnPage(uint32_t most, uint32_t hits)
{
    return hits <= kPageHits ? most : (most * hits + kPageHits - 1) / kPageHits;
}
// Fusion by reciprocal ranks, of the first page of a wish: a candidate is worth the sum of share / (kFusionRank + place).
inline constexpr double kFusionRank = 20;
inline constexpr double kFusionText = 1; // of the place by words and prior
inline constexpr double kFusionMeaning = 1;
inline constexpr double kFusionFreshness = 0.25;
inline constexpr uint32_t kFusedTextMost = 20; // candidates beyond a page that the words give
inline constexpr uint32_t kFusedNearMost = 20; // and that the meaning gives
inline constexpr double kSimilarCosine = 0.5;  // what is less like the query is not offered
} // namespace ranking

} // namespace cargo::search::engine
