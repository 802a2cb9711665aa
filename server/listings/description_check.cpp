#include "server/listings/description_check.h"

#include "shared/domain/contact_filter/contact_filter.h"

namespace cargo::listings {

namespace {
contact_filter::Verdict verdictOn(const QString &description)
{
    contact_filter::Input input;
    input.text = description;
    input.policy.place = contact_filter::Place::Listing;
    return contact_filter::inspect(input);
}
} // namespace

Outcome checkDescription(const api::ListingInputDto &data)
{
    if (!data.description.isEmpty() && verdictOn(data.description).found())
        return {ErrorCode::InvalidFormat, QStringLiteral("description"), QStringLiteral("contacts in the description")};
    return ok();
}

QByteArray contactSpans(const QString &description)
{
    const auto verdict = verdictOn(description);
    const auto places = contact_filter::toCodePoints(description, verdict.spans);
    api::JsonWriter out;
    out.beginArray();
    for (size_t i = 0; i < places.size(); ++i) {
        out.beginObject().field("start", qint64(places[i].first)).field("end", qint64(places[i].second));
        out.field("kind", contact_filter::word(verdict.spans[i].kind)).endObject();
    }
    out.endArray();
    return out.take();
}

} // namespace cargo::listings
