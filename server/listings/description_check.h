#pragma once

#include "shared/api/listing_dto.h"
#include "shared/domain/result.h"

namespace cargo::listings {

// A description is read by everybody, so it may hold no contact at all: unlike a chat message it is refused, not masked.
// Error InvalidFormat (field "description").
Outcome checkDescription(const api::ListingInputDto &data);
// Where the contacts stand, as JSON: [{"start","end","kind"}], in code points.
QByteArray contactSpans(const QString &description);

} // namespace cargo::listings
