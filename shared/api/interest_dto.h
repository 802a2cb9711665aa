#pragma once

#include "shared/api/json_reader.h"
#include "shared/domain/ids.h"
#include "shared/domain/words.h"

#include <QByteArray>

#include <vector>

namespace cargo::api {

// What an app tells of a person's interest in a car, for his recommendations and for nothing else.
enum class InterestKind { View, Favourite, ChatStart };
inline constexpr auto kInterestKindWords = wordTable<InterestKind>("view", "favourite", "chat_start");

// POST events: {"events":[{"kind","listing_id"}]}, at most kMaxCount of them.
struct InterestsBody
{
    struct Event
    {
        InterestKind kind = InterestKind::View;
        ListingId listing;
    };
    static constexpr int kMaxCount = 100;

    std::vector<Event> events;

    QByteArray toJson() const;
    static Parsed<InterestsBody> parse(QByteArrayView body);
};

} // namespace cargo::api
