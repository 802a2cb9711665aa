#pragma once

#include "shared/api/json_reader.h"
#include "shared/domain/search_query/search_query.h"
#include "shared/domain/words.h"

namespace cargo::api {

// What the questions of the picker offer besides conditions: each stands for a wish that the dictionary of search knows.
enum class PickWish {
    LargeFamily,
    Family,
    OffRoad,
    BadRoads,
    Towing,
    Winter,
    City,
    Beginner,
    Economy,
    Prestige,
    Sport,
    Travel,
    Work,
    Roomy,
    HeatedSeats,
    NoAccidents
};
inline constexpr auto kPickWishWords =
    wordTable<PickWish>("large_family", "family", "off_road", "bad_roads", "towing", "winter", "city", "beginner", "economy",
                        "prestige", "sport", "travel", "work", "roomy", "heated_seats", "no_accidents");

// POST assistant/pick: {"query","answers":{…},"wishes":[],"limit"}. `answers` has the names and units of GET search. A sentence
// and answers may come together.
struct PickBody
{
    QString query;
    SearchQuery answers; // without a text
    std::vector<PickWish> wishes;
    int limit = kLimitDefault;

    static constexpr int kQueryMaxChars = 2000;
    static constexpr int kLimitDefault = 8;
    static constexpr int kLimitMax = 20;
    static constexpr int kWishesMax = 8;

    static Parsed<PickBody> parse(QByteArrayView body);
};

} // namespace cargo::api
