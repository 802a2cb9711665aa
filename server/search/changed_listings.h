#pragma once

#include "shared/domain/ids.h"

#include <QByteArray>

#include <vector>

namespace cargo::search {

// Topic of the outbox and of the bus: {"id": uuid} for one listing, {"ids": [uuid, …]} for many.
inline constexpr char kListingChanged[] = "listing.changed";

std::vector<ListingId> changedListings(const QByteArray &payload);

} // namespace cargo::search
