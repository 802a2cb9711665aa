#pragma once

#include "server/core/runtime.h"
#include "shared/api/media_dto.h"

namespace cargo::media {

// A file on its way in pieces. The first `receivedBytes` are on the disk, or were: only the hash of the whole is proof.
struct PartUpload
{
    Uuid id;
    Uuid clientId; // its owner's name for it
    UserId owner;
    QByteArray sha256; // 32 bytes, as its owner announced it
    qint64 sizeBytes = 0;
    qint64 receivedBytes = 0;
    Timestamp expiresAt;
    std::optional<api::MediaDto> media; // what became of it
};

// SQL of the table media_uploads.
class UploadStore
{
public:
    explicit UploadStore(Runtime &runtime) : m_db(runtime.db) {}

    // False: its owner has one with this name already, or `most` unfinished ones.
    QCoro::Task<Result<bool>> insert(db::Transaction tx, PartUpload upload, int most);
    // Error NotFound.
    QCoro::Task<Result<PartUpload>> find(CallContextPtr context, Uuid clientId, UserId owner);
    // False: meanwhile another piece came, or the whole was taken.
    QCoro::Task<Result<bool>> advance(CallContextPtr context, PartUpload from, qint64 bytes);
    // False: it was taken meanwhile, or is gone.
    QCoro::Task<Result<bool>> finish(db::Transaction tx, Uuid id, MediaId media);
    QCoro::Task<Outcome> remove(CallContextPtr context, Uuid id);

private:
    db::Database &m_db;
};

} // namespace cargo::media
