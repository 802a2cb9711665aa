#pragma once

namespace cargo::search {

// By so many places, at most, a car may stand higher than by its score, for what the one who searches did.
inline constexpr int kPersonalPlacesMost = 4;

// What the built-in engine ranks by, for those who tell people of it. Points are hundredths of Hit::score. Made from
// engine/ranking.h alone, so that no text can tell another number.
struct RankingNumbers
{
    double titleWeight = 0;
    double factWeight = 0;
    double descriptionWeight = 0;
    double freshnessPoints = 0; // at most, as the next ones
    double driverPoints = 0;
    double completionPoints = 0;
    double termPoints = 0;
    double freshnessHalfLifeDays = 0;
    double freshnessFloorShare = 0; // stays, however old
    double driverUnknownStars = 0;  // no reviews yet
    double termDaysMost = 0;        // none from here on
    int pageHits = 0;
    int sameDriverMost = 0; // on a page of so many
    int sameModelMost = 0;
    int personalPlacesMost = 0; // by what a person did; see server/behaviour
};
RankingNumbers rankingNumbers();

} // namespace cargo::search
