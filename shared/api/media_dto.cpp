#include "shared/api/media_dto.h"

#include "shared/api/paths.h"

namespace cargo::api {

namespace {
const char *wordOf(MediaVariant variant)
{
    for (const MediaVariantRule &rule : kMediaVariants) {
        if (rule.variant == variant)
            return rule.word;
    }
    return "full";
}
} // namespace

std::optional<MediaVariant> mediaVariantFromWord(QByteArrayView word)
{
    for (const MediaVariantRule &rule : kMediaVariants) {
        if (word == QByteArrayView(rule.word))
            return rule.variant;
    }
    return std::nullopt;
}

QByteArray mediaPath(const MediaId &id, MediaVariant variant)
{
    return QByteArray(kBase) + "/media/" + id.toText() + '/' + wordOf(variant);
}

void MediaDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id);
    if (!sha256.isEmpty())
        out.field("sha256", sha256);
    if (!receivedSha256.isEmpty())
        out.field("received_sha256", receivedSha256);
    out.field("width", width).field("height", height).key("variants").beginObject();
    for (const MediaVariantRule &rule : kMediaVariants)
        out.field(rule.word, mediaPath(id, rule.variant));
    out.endObject().endObject();
}

QByteArray MediaDto::toJson() const
{
    JsonWriter out;
    write(out);
    return out.take();
}

Parsed<MediaDto> MediaDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    MediaDto media;
    media.id = in.id<MediaId>("id").value_or(MediaId());
    media.sha256 = in.optionalText("sha256", {.max = 64}).value_or(QString()).toLatin1();
    media.receivedSha256 = in.optionalText("received_sha256", {.max = 64}).value_or(QString()).toLatin1();
    media.width = int(in.integer("width", {.min = 1, .max = 100'000}));
    media.height = int(in.integer("height", {.min = 1, .max = 100'000}));
    return {media, in.errors()};
}

} // namespace cargo::api
