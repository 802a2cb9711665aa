#include "shared/api/interest_dto.h"

#include "shared/api/json_writer.h"

namespace cargo::api {

namespace {
void write(JsonWriter &out, const InterestsBody::Event &event)
{
    out.beginObject().field("kind", kInterestKindWords.word(event.kind));
    if (event.kind == InterestKind::Search)
        out.field("text", event.text);
    else
        out.field("listing_id", event.listing);
    if (event.kind == InterestKind::Dwell)
        out.field("dwell_ms", event.dwellMs);
    if (event.agoMs > 0)
        out.field("ago_ms", event.agoMs);
    out.endObject();
}

InterestsBody::Event read(JsonReader &in)
{
    static const std::vector<QLatin1String> kKinds{QLatin1String("view"), QLatin1String("favourite"), QLatin1String("chat_start"),
                                                   QLatin1String("dwell"), QLatin1String("search")};
    InterestsBody::Event event;
    event.kind = kInterestKindWords.find(in.word("kind", kKinds)).value_or(InterestKind::View);
    // What a kind does not need may stand there, but not as nonsense.
    const bool isSearch = event.kind == InterestKind::Search, isDwell = event.kind == InterestKind::Dwell;
    event.text = in.text("text", {.min = 1, .max = InterestsBody::kTextMaxChars, .required = isSearch});
    event.listing = in.id<ListingId>("listing_id", !isSearch).value_or(ListingId{});
    event.dwellMs = int(in.integer("dwell_ms", {.min = 1, .max = InterestsBody::kDwellMostMs, .required = isDwell}));
    event.agoMs = in.optionalInteger("ago_ms", {.min = 0, .max = InterestsBody::kAgoMostMs}).value_or(0);
    return event;
}
} // namespace

QByteArray InterestsBody::toJson() const
{
    JsonWriter out;
    out.beginObject().key("events").beginArray();
    for (const Event &event : events)
        write(out, event);
    out.endArray().endObject();
    return out.take();
}

Parsed<InterestsBody> InterestsBody::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    const QJsonValue list = object->value(QLatin1String("events"));
    InterestsBody dto;
    if (!list.isArray()) {
        in.fail(QStringLiteral("events"), list.isUndefined() || list.isNull() ? ErrorCode::Required : ErrorCode::WrongType);
        return {dto, in.errors()};
    }
    const QJsonArray events = list.toArray();
    if (events.size() > kMaxCount) {
        in.fail(QStringLiteral("events"), ErrorCode::TooLong, QStringLiteral("at most %1").arg(kMaxCount));
        return {dto, in.errors()};
    }
    for (qsizetype i = 0; i < events.size(); ++i) {
        JsonReader one(events.at(i).toObject(), QStringLiteral("events[%1].").arg(i));
        Event event = read(one);
        if (!one.ok())
            return {dto, one.errors()};
        dto.events.push_back(std::move(event));
    }
    return {dto, in.errors()};
}

QByteArray PersonalisationDto::toJson() const
{
    JsonWriter out(64);
    out.beginObject().field("enabled", enabled).endObject();
    return out.take();
}

Parsed<PersonalisationDto> PersonalisationDto::parse(QByteArrayView bytes)
{
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PersonalisationDto dto;
    dto.enabled = in.boolean("enabled", true).value_or(true);
    return {dto, in.errors()};
}

} // namespace cargo::api
