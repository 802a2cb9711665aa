#include "shared/api/interest_dto.h"

#include "shared/api/json_writer.h"

namespace cargo::api {

QByteArray InterestsBody::toJson() const
{
    JsonWriter out;
    out.beginObject().key("events").beginArray();
    for (const Event &event : events)
        out.beginObject().field("kind", kInterestKindWords.word(event.kind)).field("listing_id", event.listing).endObject();
    out.endArray().endObject();
    return out.take();
}

Parsed<InterestsBody> InterestsBody::parse(QByteArrayView bytes)
{
    static const std::vector<QLatin1String> kKinds{QLatin1String("view"), QLatin1String("favourite"),
                                                   QLatin1String("chat_start")};
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
        const QString kind = one.word("kind", kKinds);
        const auto listing = one.id<ListingId>("listing_id");
        if (!one.ok())
            return {dto, one.errors()};
        dto.events.push_back({kInterestKindWords.find(kind).value_or(InterestKind::View), *listing});
    }
    return {dto, in.errors()};
}

} // namespace cargo::api
