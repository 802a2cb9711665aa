#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace cargo::recommendations {

// Cars from a country that people looked at lately.
struct Corridor
{
    QByteArray countryFrom;
    std::optional<ListingId> except;
};

// One recommended car and why: a code that the apps have a sentence for, and what it refers to.
struct Pick
{
    ListingId listing;
    QByteArray
        reason; // similar_to_viewed, similar_to_favourite, similar_to_chat, matches_search, new, well_rated, popular_in_corridor
    std::optional<ListingId> like;   // the car it is similar to
    std::optional<Uuid> savedSearch; // the search it matches
    int people = 0;                  // who looked at it lately; 0: not told
};

// SQL of cars that are like those a user looked at.
class RecommendationStore
{
public:
    explicit RecommendationStore(Runtime &runtime) : m_db(runtime.db) {}

    // Published cars near in price to the last ones of interest, nearest first, each once.
    QCoro::Task<Result<std::vector<Pick>>> similarTo(CallContextPtr context, UserId user, int limit);
    // The most looked at, of the last fortnight. Not the reader's own.
    QCoro::Task<Result<std::vector<Pick>>> popular(CallContextPtr context, std::optional<UserId> reader, Corridor corridor,
                                                   Timestamp now, int limit);
    // Cards of those that are published, as a JSON array in the order of the picks.
    QCoro::Task<Result<QByteArray>> cards(CallContextPtr context, std::optional<UserId> reader, std::vector<Pick> picks);

private:
    db::Database &m_db;
};

} // namespace cargo::recommendations
