#pragma once

#include "shared/api/media_dto.h"
#include "shared/domain/clock.h"

namespace cargo::api {

// PUT media/uploads/{id}: what will come.
struct UploadBody
{
    qint64 sizeBytes = 0;
    QByteArray sha256; // hex, of the whole file

    QByteArray toJson() const;
    static Parsed<UploadBody> parse(QByteArrayView body, qint64 mostBytes);
};

// An upload as it stands: {"id","size","offset","expires_at","media"}. `offset` is where the next piece begins; `media` is there
// once the whole file was taken.
struct UploadDto
{
    Uuid id;
    qint64 sizeBytes = 0;
    qint64 offset = 0;
    Timestamp expiresAt;
    std::optional<MediaDto> media;

    QByteArray toJson() const;
};

} // namespace cargo::api
