#include "server/listings/description_check.h"

#include "shared/api/contact_spans.h"

namespace cargo::listings {

namespace {
bool holdsContact(const QString &text)
{
    contact_filter::Input input;
    input.text = text;
    input.policy.place = contact_filter::Place::Listing;
    return !text.isEmpty() && contact_filter::inspect(input).found();
}
} // namespace

Outcome checkForContacts(const api::ListingInputDto &data)
{
    // The title is made of both: what is split over them is one contact.
    if (holdsContact(data.brand + QLatin1Char(' ') + data.model))
        return {ErrorCode::InvalidFormat, QStringLiteral("model"), QStringLiteral("contacts in the title")};
    if (holdsContact(data.description))
        return {ErrorCode::InvalidFormat, QStringLiteral("description"), QStringLiteral("contacts in the description")};
    return ok();
}

QByteArray contactSpans(const QString &description) { return api::contactSpans(description, contact_filter::Place::Listing); }

} // namespace cargo::listings
