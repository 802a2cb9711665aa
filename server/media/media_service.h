#pragma once

#include "server/media/media_store.h"
#include "server/providers/files/file_provider.h"

class QImage;

namespace cargo::media {

// A variant to send: where it lies and the hash that is its ETag.
struct MediaFile
{
    files::FileLocation location;
    QByteArray sha256; // 32 bytes
};

// Takes pictures in and finds them again. What is kept is our own encoding of the pixels, never the bytes that came.
class MediaService
{
public:
    // `files` is shared by the threads and outlives the service.
    MediaService(Runtime &runtime, MediaStore &store, files::FileProvider &files)
        : m_runtime(runtime), m_store(store), m_files(files)
    {
    }

    // Answers the body of POST media. `path`: the uploaded file, which stays until the task ends.
    // Errors: UnsupportedMediaType, InvalidFormat, OutOfRange, NotAcceptable (field "file"), StorageFull.
    QCoro::Task<Result<QByteArray>> upload(CallContextPtr context, QString path);
    // The picture in the file store under an id of its own, for insert(). `announced`: the SHA-256 that the file must have, or
    // empty. Errors: those of upload(), UnknownValue (field "sha256").
    QCoro::Task<Result<StoredMedia>> take(CallContextPtr context, QString path, QByteArray announced);
    QCoro::Task<Outcome> insert(db::Transaction tx, StoredMedia media) { return m_store.insert(std::move(tx), std::move(media)); }
    // For pictures that we make ourselves (demonstration data): no request, no upload.
    QCoro::Task<Result<api::MediaDto>> storeImage(CallContextPtr context, UserId owner, QImage image);
    QCoro::Task<Result<MediaFile>> find(CallContextPtr context, MediaId id, api::MediaVariant variant);

private:
    Runtime &m_runtime;
    MediaStore &m_store;
    files::FileProvider &m_files;
};

} // namespace cargo::media
