#include "shared/api/upload_dto.h"

namespace cargo::api {

QByteArray UploadBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("size", sizeBytes).field("sha256", sha256).endObject();
    return out.take();
}

Parsed<UploadBody> UploadBody::parse(QByteArrayView body, qint64 mostBytes)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    UploadBody dto;
    dto.sizeBytes = in.integer("size", {.min = 1, .max = mostBytes});
    dto.sha256 = in.text("sha256", {.min = 64, .max = 64}).toLatin1();
    if (!dto.sha256.isEmpty() && QByteArray::fromHex(dto.sha256).toHex() != dto.sha256)
        in.fail(QStringLiteral("sha256"), ErrorCode::InvalidFormat);
    return {dto, in.errors()};
}

QByteArray UploadDto::toJson() const
{
    JsonWriter out;
    out.beginObject().field("id", id).field("size", sizeBytes).field("offset", offset).field("expires_at", expiresAt);
    out.key("media");
    if (media)
        media->write(out);
    else
        out.null();
    out.endObject();
    return out.take();
}

} // namespace cargo::api
