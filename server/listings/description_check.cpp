#include "server/listings/description_check.h"

#include "shared/api/contact_spans.h"

namespace cargo::listings {

Outcome checkDescription(const api::ListingInputDto &data)
{
    contact_filter::Input input;
    input.text = data.description;
    input.policy.place = contact_filter::Place::Listing;
    if (!data.description.isEmpty() && contact_filter::inspect(input).found())
        return {ErrorCode::InvalidFormat, QStringLiteral("description"), QStringLiteral("contacts in the description")};
    return ok();
}

QByteArray contactSpans(const QString &description) { return api::contactSpans(description, contact_filter::Place::Listing); }

} // namespace cargo::listings
