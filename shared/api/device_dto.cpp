#include "shared/api/device_dto.h"

#include "shared/api/json_writer.h"

namespace cargo::api {

namespace {
Parsed<DeviceBody> parseBody(QByteArrayView bytes, bool withPlatform)
{
    static const std::vector<QLatin1String> kPlatforms{QLatin1String("android"), QLatin1String("ios"), QLatin1String("desktop"),
                                                       QLatin1String("web")};
    const auto object = parseObject(bytes);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    DeviceBody dto;
    dto.token = in.text("token", {.min = 8, .max = 4096});
    if (withPlatform)
        dto.platform = in.word("platform", kPlatforms);
    return {dto, in.errors()};
}
} // namespace

QByteArray DeviceBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("token", token);
    if (!platform.isEmpty())
        out.field("platform", platform);
    out.endObject();
    return out.take();
}

Parsed<DeviceBody> DeviceBody::parse(QByteArrayView body) { return parseBody(body, true); }
Parsed<DeviceBody> DeviceBody::parseToken(QByteArrayView body) { return parseBody(body, false); }

} // namespace cargo::api
