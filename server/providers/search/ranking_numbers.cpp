#include "server/providers/search/ranking_numbers.h"

#include "server/providers/search/engine/ranking.h"

namespace cargo::search {

namespace {
namespace ranking = engine::ranking;
double pointsOf(double value) { return 100 * value / ranking::kScoreScale; }
} // namespace

RankingNumbers rankingNumbers()
{
    RankingNumbers numbers;
    numbers.titleWeight = ranking::kTitleWeight;
    numbers.factWeight = ranking::kFactWeight;
    numbers.descriptionWeight = ranking::kDescriptionWeight;
    numbers.freshnessPoints = pointsOf(ranking::kFreshness);
    numbers.driverPoints = pointsOf(ranking::kDriver);
    numbers.completionPoints = pointsOf(ranking::kCompletion);
    numbers.termPoints = pointsOf(ranking::kTerm);
    numbers.freshnessHalfLifeDays = ranking::kFreshnessHalfLifeDays;
    numbers.freshnessFloorShare = ranking::kFreshnessFloor;
    numbers.driverUnknownStars = ranking::kDriverUnknownHundredths / 100;
    numbers.termDaysMost = ranking::kTermDaysMost;
    numbers.pageHits = int(ranking::kPageHits);
    numbers.sameDriverMost = int(ranking::kSameDriverMost);
    numbers.sameModelMost = int(ranking::kSameModelMost);
    numbers.personalPlacesMost = kPersonalPlacesMost;
    return numbers;
}

} // namespace cargo::search
