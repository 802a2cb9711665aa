#pragma once

#include "shared/domain/ids.h"

#include <QByteArray>

#include <vector>

namespace cargo::search {

// Topic of the outbox and of the bus: {"id": uuid} for one listing, {"ids": [uuid, …]} for many.
inline constexpr char kListingChanged[] = "listing.changed";
// Of the bus alone: what these listings mean is known now, or anew.
inline constexpr char kListingsEmbedded[] = "search.embedded";
// The same, without a payload: every index is made anew from the database.
inline constexpr char kReindex[] = "search.reindex";
// The same: editors published another dictionary of concepts. Every process reads it, and makes its index anew by it.
inline constexpr char kConceptsChanged[] = "search.concepts";

std::vector<ListingId> changedListings(const QByteArray &payload);
QByteArray changedPayload(const std::vector<ListingId> &ids);

} // namespace cargo::search
