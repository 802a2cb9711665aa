#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/domain/ids.h"

#include <QByteArray>

#include <array>
#include <optional>

namespace cargo::api {

// The sizes in which every photo is kept: JPEG, at most so many pixels wide, never enlarged.
enum class MediaVariant { Thumb, Card, Full };

struct MediaVariantRule
{
    MediaVariant variant;
    const char *word; // in paths and in "variants"
    int maxWidthPixels;
};
inline constexpr std::array<MediaVariantRule, 3> kMediaVariants = {{
    {MediaVariant::Thumb, "thumb", 320},
    {MediaVariant::Card, "card", 800},
    {MediaVariant::Full, "full", 2048},
}};
std::optional<MediaVariant> mediaVariantFromWord(QByteArrayView word);

// "/api/v1/media/<id>/card": a path below the server's address; public, never changes.
QByteArray mediaPath(const MediaId &id, MediaVariant variant);

// One photo as the API shows it: {"id","sha256","width","height","variants":{"thumb","card","full"}}; `sha256` (hex),
// `width` and `height` are those of the full variant. Lists of photos leave `sha256` out. The answer to an upload also has
// `received_sha256`, of the bytes that came: the sender's proof that they are the ones he sent.
struct MediaDto
{
    MediaId id;
    QByteArray sha256;
    int width = 0;
    int height = 0;
    QByteArray receivedSha256 = {};

    void write(JsonWriter &out) const;
    QByteArray toJson() const;
    static Parsed<MediaDto> read(const QJsonObject &json);
};

} // namespace cargo::api
