#pragma once

#include "shared/api/listing_dto.h"
#include "shared/domain/listing/listing.h"

namespace cargo::listings {

// A listing as it stands in the database: what its driver wrote and what became of it.
struct Listing
{
    ListingId id;
    UserId driver;
    listing::Status status = listing::Status::Draft;
    qint64 version = 1;
    api::ListingInputDto data;
    std::vector<api::MediaDto> photos; // of data.photos, in that order
    std::optional<Timestamp> publishedAt;
    std::optional<Timestamp> soldAt;
    std::optional<DealId> takenBy; // the deal that took it off the market
    std::optional<api::PriceDropDto> priceDrop;
    // As the database has them: what a change is compared with. No price: never published, so nobody knows of one.
    std::optional<Money> storedPrice;
    listing::Status storedStatus = listing::Status::Draft;
    // Of a step that a moderator has to look at: why (JSON, and the first code), and of an edit what stood before (JSON).
    QByteArray reviewReasons;
    QString reviewCode;
    QByteArray before;
    Timestamp createdAt;
    Timestamp updatedAt;
};

// listings.card: what lists show. Rendered at every change, so that a list reads finished text.
QByteArray renderCard(const Listing &listing);
// listings.detail: the rest of GET listings/{id}, without what is joined when it is read.
QByteArray renderDetail(const Listing &listing);

// {a} and {b} become {a,b}: finished JSON objects put together as text. Both must be objects without blanks around.
QByteArray joinObjects(std::string_view first, std::string_view second);

} // namespace cargo::listings
