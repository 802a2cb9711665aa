#include "server/media/media_service.h"

#include "server/jobs/idempotency.h"
#include "server/limits.h"
#include "server/core/upload_file.h"
#include "server/images/image_codec.h"

#include <QCryptographicHash>
#include <QImage>

namespace cargo::media {

namespace {
// The variants in the file store, not yet in the database. Files that no row names are harmless: the same content is
// written under the same name again.
Result<StoredMedia> putVariants(files::FileProvider &files, const images::EncodedImage &image)
{
    StoredMedia media;
    media.width = image.width;
    media.height = image.height;
    media.look = image.look;
    for (size_t i = 0; i < image.variants.size(); ++i) {
        auto address = files.put(image.variants[i]);
        CARGO_TRY(address);
        media.sha256[i] = *address;
        media.sizeBytes += image.variants[i].size();
    }
    return media;
}

// On the CPU pool.
Result<StoredMedia> takeUpload(files::FileProvider &files, const QString &path, const QByteArray &announced)
{
    const auto read = readUpload(path, limits::kImageUploadBytes);
    CARGO_TRY(read);
    const QByteArray &bytes = *read;
    const QByteArray sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    if (!announced.isEmpty() && sha256 != announced)
        return {ErrorCode::UnknownValue, QStringLiteral("sha256"), {}};
    const auto image = images::encodeUpload(bytes);
    CARGO_TRY(image);
    auto media = putVariants(files, *image);
    CARGO_TRY(media);
    media->receivedSha256 = sha256;
    return media;
}

Result<StoredMedia> takeImage(files::FileProvider &files, const QImage &pixels)
{
    const auto image = images::encodePixels(pixels);
    CARGO_TRY(image);
    return putVariants(files, *image);
}

api::MediaDto dtoOf(const StoredMedia &media) { return {media.id, media.sha256.back().toHex(), media.width, media.height, {}}; }
} // namespace

QCoro::Task<Result<StoredMedia>> MediaService::take(CallContextPtr context, QString path, QByteArray announced)
{
    files::FileProvider *files = &m_files;
    // GCC 12 destroys the captures of a lambda twice when it is made inside the co_await.
    const auto work = [files, path, announced] { return takeUpload(*files, path, announced); };
    auto stored = co_await m_runtime.cpu.run(work);
    CARGO_CO_TRY(stored);
    stored->createdAt = m_runtime.clock.now();
    stored->id = MediaId::make(stored->createdAt);
    stored->owner = context->principal->user;
    co_return *stored;
}

QCoro::Task<Result<QByteArray>> MediaService::upload(CallContextPtr context, QString path)
{
    const auto stored = co_await take(context, path, QByteArray());
    CARGO_CO_TRY(stored);
    api::MediaDto dto = dtoOf(*stored);
    dto.receivedSha256 = stored->receivedSha256.toHex();
    const QByteArray answer = dto.toJson();

    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.insert(*tx, *stored));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 201, answer));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<api::MediaDto>> MediaService::storeImage(CallContextPtr context, UserId owner, QImage image)
{
    files::FileProvider *files = &m_files;
    const auto work = [files, image] { return takeImage(*files, image); };
    auto stored = co_await m_runtime.cpu.run(work);
    CARGO_CO_TRY(stored);
    stored->createdAt = m_runtime.clock.now();
    stored->id = MediaId::make(stored->createdAt);
    stored->owner = owner;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_store.insert(*tx, *stored));
    CARGO_CO_TRY(co_await tx->commit());
    co_return dtoOf(*stored);
}

QCoro::Task<Result<MediaFile>> MediaService::find(CallContextPtr context, MediaId id, api::MediaVariant variant)
{
    const auto address = co_await m_store.address(context, id, variant);
    CARGO_CO_TRY(address);
    co_return MediaFile{m_files.locate(*address), *address};
}

} // namespace cargo::media
