#include "shared/api/contact_spans.h"

#include "shared/api/json_writer.h"

namespace cargo::api {

QByteArray contactSpans(const QString &text, contact_filter::Place place)
{
    contact_filter::Input input;
    input.text = text;
    input.policy.place = place;
    const auto verdict = contact_filter::inspect(input);
    const auto places = contact_filter::toCodePoints(text, verdict.spans);
    JsonWriter out;
    out.beginArray();
    for (size_t i = 0; i < places.size(); ++i) {
        out.beginObject().field("start", qint64(places[i].first)).field("end", qint64(places[i].second));
        out.field("kind", contact_filter::word(verdict.spans[i].kind)).endObject();
    }
    out.endArray();
    return out.take();
}

} // namespace cargo::api
