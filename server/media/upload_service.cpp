#include "server/media/upload_service.h"

#include "server/jobs/scheduler.h"
#include "server/limits.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace cargo::media {

namespace {
constexpr char kExpiry[] = "media.upload_expiry";

// On the CPU pool. Not synced to the disk: after a power cut the hash of the whole tells.
Outcome writeAt(const QString &path, qint64 offset, const QByteArray &bytes)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CLOEXEC | (offset == 0 ? O_CREAT : 0), 0600);
    if (fd < 0)
        return errno == ENOENT ? ErrorCode::NotFound : ErrorCode::StorageFull;
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::pwrite(fd, bytes.constData() + done, size_t(bytes.size() - done), offset + done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            break;
        done += n;
    }
    const bool closed = ::close(fd) == 0; // some file systems say only here that there was no room
    return done == bytes.size() && closed ? ok() : Outcome(ErrorCode::StorageFull);
}

api::UploadDto dtoOf(const PartUpload &upload)
{
    return {upload.clientId, upload.sizeBytes, upload.receivedBytes, upload.expiresAt, upload.media};
}

Error elsewhere(const PartUpload &upload)
{
    return {ErrorCode::StateConflict, QStringLiteral("offset"), QString::number(upload.receivedBytes)};
}

// It is the file that is wrong, and will be the next time.
bool spoilt(ErrorCode code)
{
    return code != ErrorCode::StorageFull && code != ErrorCode::Unavailable && code != ErrorCode::Internal
           && code != ErrorCode::Timeout && code != ErrorCode::Cancelled;
}
} // namespace

void UploadService::registerJobs(jobs::Registry &registry)
{
    registry.onTimer(kExpiry, [this](CallContextPtr context, Uuid row, Timestamp) { return drop(context, row); });
}

QString UploadService::pathOf(Uuid row) const
{
    return m_runtime.settings.dataDir + QStringLiteral("/uploads/part-") + QString::fromLatin1(row.toText());
}

QCoro::Task<Result<PartUpload>> UploadService::find(CallContextPtr context, Uuid id)
{
    auto upload = co_await m_store.find(context, id, context->principal->user);
    CARGO_CO_TRY(upload);
    if (upload->expiresAt <= m_runtime.clock.now())
        co_return ErrorCode::NotFound;
    co_return *upload;
}

QCoro::Task<Result<Answer>> UploadService::begin(CallContextPtr context, Uuid id, api::UploadBody body)
{
    const Timestamp now = m_runtime.clock.now();
    PartUpload fresh;
    fresh.id = newUuid(now);
    fresh.clientId = id;
    fresh.owner = context->principal->user;
    fresh.sha256 = QByteArray::fromHex(body.sha256);
    fresh.sizeBytes = body.sizeBytes;
    fresh.expiresAt = now.plusMs(limits::kUploadKeptMs);
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto made = co_await m_store.insert(*tx, fresh, limits::kUploadsPerUser);
    CARGO_CO_TRY(made);
    if (*made) {
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, kExpiry, fresh.id, fresh.expiresAt));
        CARGO_CO_TRY(co_await tx->commit());
        co_return Answer{201, dtoOf(fresh).toJson()};
    }
    CARGO_CO_TRY(co_await tx->commit());
    const auto known = co_await m_store.find(context, id, fresh.owner);
    if (!known.ok() && known.code() == ErrorCode::NotFound) // then there are too many
        co_return Error{ErrorCode::RateLimited, {}, QString::fromLatin1(now.plusMs(limits::kUploadsWaitMs).toRfc3339())};
    CARGO_CO_TRY(known);
    if (known->expiresAt <= now)
        co_return ErrorCode::NotFound;
    if (known->sha256 != fresh.sha256 || known->sizeBytes != fresh.sizeBytes)
        co_return Error{ErrorCode::Conflict, {}, QStringLiteral("another file has this id")};
    co_return Answer{200, dtoOf(*known).toJson()};
}

QCoro::Task<Result<api::UploadDto>> UploadService::state(CallContextPtr context, Uuid id)
{
    const auto upload = co_await find(context, id);
    CARGO_CO_TRY(upload);
    co_return dtoOf(*upload);
}

QCoro::Task<Result<api::UploadDto>> UploadService::append(CallContextPtr context, Uuid id, qint64 offset, QByteArray bytes)
{
    auto upload = co_await find(context, id);
    CARGO_CO_TRY(upload);
    if (offset != upload->receivedBytes)
        co_return elsewhere(*upload);
    if (bytes.size() > upload->sizeBytes - offset)
        co_return ErrorCode::PayloadTooLarge;
    if (!bytes.isEmpty()) {
        const QString path = pathOf(upload->id);
        const auto work = [path, offset, bytes] { return writeAt(path, offset, bytes); };
        auto writing = m_runtime.cpu.run(work);
        CARGO_CO_TRY(co_await writing);
        const auto counted = co_await m_store.advance(context, *upload, bytes.size());
        CARGO_CO_TRY(counted);
        upload = co_await find(context, id);
        CARGO_CO_TRY(upload);
        if (!*counted)
            co_return elsewhere(*upload);
    }
    // Also when all of it came and the server died before it took it.
    if (upload->receivedBytes == upload->sizeBytes && !upload->media) {
        CARGO_CO_TRY(co_await finish(context, *upload));
        upload = co_await find(context, id);
        CARGO_CO_TRY(upload);
    }
    co_return dtoOf(*upload);
}

QCoro::Task<Outcome> UploadService::finish(CallContextPtr context, PartUpload upload)
{
    auto taken = co_await m_media.take(context, pathOf(upload.id), upload.sha256);
    if (!taken.ok()) {
        if (spoilt(taken.code()))
            CARGO_CO_TRY(co_await drop(context, upload.id));
        co_return taken.error();
    }
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_media.insert(*tx, *taken));
    const auto first = co_await m_store.finish(*tx, upload.id, taken->id);
    CARGO_CO_TRY(first);
    if (!*first) // another call has taken it just now; ours is rolled back
        co_return ok();
    CARGO_CO_TRY(co_await tx->commit());
    QFile::remove(pathOf(upload.id));
    co_return ok();
}

// The file first: a row without a file is an upload that begins anew, a file without a row would stay for ever.
QCoro::Task<Outcome> UploadService::drop(CallContextPtr context, Uuid row)
{
    QFile::remove(pathOf(row));
    co_return co_await m_store.remove(context, row);
}

} // namespace cargo::media
