#pragma once

#include "shared/api/listing_dto.h"
#include "shared/domain/result.h"

namespace cargo::listings {

// A listing is read by everybody, so neither its title (brand and model) nor its description may hold a contact: unlike a
// chat message it is refused, not masked. Error InvalidFormat (field "model" or "description").
Outcome checkForContacts(const api::ListingInputDto &data);
// Where the contacts of a description stand, as JSON: [{"start","end","kind"}], in code points.
QByteArray contactSpans(const QString &description);

} // namespace cargo::listings
