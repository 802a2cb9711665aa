#pragma once

#include "server/listings/listing.h"

namespace cargo::listings {

// What the market and the driver's past say about a listing: read beside it, judged here.
struct RuleFacts
{
    QByteArray approvedHash;      // of what a moderator has approved already
    int publishedBefore = 0;      // the driver's other listings that were ever on the market
    std::optional<qint64> market; // what others ask for such a car, in minor units of the same currency; none: too few
    int copiedPhotos = 0;         // of its photos, those that another driver's listing shows too
    int contactPhotos = 0;        // and those in which a contact was read
};

struct RuleLimits
{
    int firstListings = 0;
    int pricePercent = 0;
};

// Why a moderator should look at it first.
struct ReviewReason
{
    QByteArray code; // first_listing, low_price, prohibited_words, copied_photos, contact_photos
    QString text;    // for the moderator, where there is more to say than the code: numbers and words, no sentences
    std::vector<std::pair<qsizetype, qsizetype>> spans{}; // in the description, code points
};

// Empty: it may be published. Nothing is asked twice: what a moderator has approved stays approved until it changes.
std::vector<ReviewReason> reasonsOf(const Listing &listing, const RuleFacts &facts, const RuleLimits &limits);
// Whether an edit changes anything that the rules look at. JSON of ListingInputDto.
bool touchesRules(const QByteArray &before, const QByteArray &after);
// Of what the rules look at. 32 bytes.
QByteArray contentHash(const Listing &listing);
QByteArray reasonsJson(const std::vector<ReviewReason> &reasons);

} // namespace cargo::listings
