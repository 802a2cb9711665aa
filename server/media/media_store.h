#pragma once

#include "server/core/runtime.h"
#include "shared/api/media_dto.h"

namespace cargo::media {

// One stored photo: content addresses of its variants (32 bytes each), in the order of kMediaVariants.
struct StoredMedia
{
    MediaId id;
    UserId owner;
    std::array<QByteArray, api::kMediaVariants.size()> sha256;
    int width = 0;
    int height = 0;
    qint64 sizeBytes = 0;
    std::optional<qint64> look;     // images/picture_look.h
    QByteArray receivedSha256 = {}; // 32 bytes, of what its owner sent; empty: made here
    Timestamp createdAt;
};

// SQL of the table media. A row never changes.
class MediaStore
{
public:
    explicit MediaStore(Runtime &runtime) : m_runtime(runtime) {}

    QCoro::Task<Outcome> insert(db::Transaction tx, StoredMedia media);
    // Content address of one variant. Error NotFound.
    QCoro::Task<Result<QByteArray>> address(CallContextPtr context, MediaId id, api::MediaVariant variant);

private:
    Runtime &m_runtime;
};

} // namespace cargo::media
