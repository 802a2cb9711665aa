#include "shared/api/dispute_dto.h"

namespace cargo::api {

namespace {

constexpr int kMaxPhotos = 30;

void writePhotos(JsonWriter &out, const std::vector<MediaId> &photos)
{
    out.key("photos").beginArray();
    for (const MediaId &id : photos)
        out.value(id);
    out.endArray();
}

// One text for both languages, or one for each.
void readTexts(JsonReader &in, ResolveDisputeBody &body)
{
    constexpr JsonReader::Text kRule{.min = 1, .max = 4000, .lines = true};
    if (!in.isObject(QLatin1String("text"))) {
        body.text = in.text("text", kRule);
        return;
    }
    JsonReader texts(in.object("text"), QStringLiteral("text."));
    body.text = texts.text("ru", kRule);
    body.textEn = texts.text("en", kRule);
    for (const Error &error : texts.errors())
        in.fail(error.field, error.code, error.detail);
}

template <typename Body, typename Read>
Parsed<Body> parseBody(QByteArrayView bytes, Read read)
{
    const auto object = parseObject(bytes);
    if (!object.ok())
        return {Body{}, {object.error()}};
    JsonReader in(*object);
    Body body;
    read(in, body);
    return {body, in.errors()};
}

} // namespace

const std::vector<QLatin1String> &disputeReasons()
{
    static const std::vector<QLatin1String> kReasons{
        QLatin1String("not_as_described"), QLatin1String("damaged"),   QLatin1String("late"),
        QLatin1String("not_delivered"),    QLatin1String("documents"), QLatin1String("price_changed"),
        QLatin1String("no_contact"),       QLatin1String("other")};
    return kReasons;
}

QByteArray OpenDisputeBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("reason", reason).field("text", text);
    writePhotos(out, photos);
    out.endObject();
    return out.take();
}

Parsed<OpenDisputeBody> OpenDisputeBody::parse(QByteArrayView bytes)
{
    return parseBody<OpenDisputeBody>(bytes, [](JsonReader &in, OpenDisputeBody &body) {
        body.reason = in.word("reason", disputeReasons());
        body.text = in.text("text", {.min = 1, .max = 8000, .lines = true});
        body.photos = in.ids<MediaId>("photos", kMaxPhotos);
    });
}

QByteArray EvidenceBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("text", text);
    writePhotos(out, photos);
    out.endObject();
    return out.take();
}

Parsed<EvidenceBody> EvidenceBody::parse(QByteArrayView bytes)
{
    return parseBody<EvidenceBody>(bytes, [](JsonReader &in, EvidenceBody &body) {
        body.text = in.text("text", {.max = 8000, .required = false, .lines = true});
        body.photos = in.ids<MediaId>("photos", kMaxPhotos);
        if (body.text.isEmpty() && body.photos.empty() && in.ok())
            in.fail(QStringLiteral("text"), ErrorCode::Required);
    });
}

QByteArray ResolveDisputeBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("outcome", outcome);
    if (refund)
        out.field("refund", *refund);
    out.field("reason_code", reasonCode).key("text");
    if (textEn)
        out.beginObject().field("ru", text).field("en", *textEn).endObject();
    else
        out.value(text);
    out.endObject();
    return out.take();
}

Parsed<ResolveDisputeBody> ResolveDisputeBody::parse(QByteArrayView bytes)
{
    static const std::vector<QLatin1String> kOutcomes{QLatin1String("refund"), QLatin1String("release"), QLatin1String("split")};
    return parseBody<ResolveDisputeBody>(bytes, [](JsonReader &in, ResolveDisputeBody &body) {
        body.outcome = in.word("outcome", kOutcomes);
        body.refund = in.money("refund", 1, body.outcome == QLatin1String("split"));
        body.reasonCode = in.text("reason_code", {.min = 1, .max = 60});
        readTexts(in, body);
    });
}

} // namespace cargo::api
