#pragma once

#include "shared/api/json_reader.h"
#include "shared/domain/ids.h"
#include "shared/domain/words.h"

#include <QByteArray>

#include <vector>

namespace cargo::api {

// What an app tells of a person's interest in cars, for what is chosen for him and for nothing else. Favourites and begun chats
// are known to the server: an app may tell them, they count no more for that.
enum class InterestKind { View, Favourite, ChatStart, Dwell, Search };
inline constexpr auto kInterestKindWords = wordTable<InterestKind>("view", "favourite", "chat_start", "dwell", "search");

// POST events: {"events":[{"kind","listing_id","dwell_ms","text","ago_ms"}]}, at most kMaxCount of them.
struct InterestsBody
{
    struct Event
    {
        InterestKind kind = InterestKind::View;
        ListingId listing = {}; // of all but a search
        int dwellMs = 0;        // of a dwell: how long the page was visible
        QString text = {};      // of a search, as it was typed
        qint64 agoMs = 0;       // before the sending; an app that was offline tells late

        bool operator==(const Event &) const = default;
    };
    static constexpr int kMaxCount = 100;
    static constexpr int kDwellMostMs = 600'000; // a page that was left open is not looked at
    static constexpr int kTextMaxChars = 200;
    static constexpr qint64 kAgoMostMs = 7 * 86'400'000LL;

    std::vector<Event> events;

    QByteArray toJson() const;
    static Parsed<InterestsBody> parse(QByteArrayView body);
};

// GET and PUT me/personalisation.
struct PersonalisationDto
{
    bool enabled = true;

    QByteArray toJson() const;
    static Parsed<PersonalisationDto> parse(QByteArrayView body);
};

} // namespace cargo::api
