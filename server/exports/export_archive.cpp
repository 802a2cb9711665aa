#include "server/exports/export_archive.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <unistd.h>
#include <zip.h>

namespace cargo::exports {

namespace {

Error failed(const char *what) { return {ErrorCode::Internal, {}, QLatin1String("archive: ") + QLatin1String(what)}; }

// Pictures are small already; text becomes a tenth.
bool isPicture(const QString &name) { return name.endsWith(QLatin1String(".jpg")); }

Outcome add(zip_t *zip, const ArchiveEntry &entry)
{
    zip_source_t *source = nullptr;
    if (entry.path.isEmpty()) {
        source = zip_source_buffer(zip, entry.content.constData(), zip_uint64_t(entry.content.size()), 0);
    } else {
        if (!QFileInfo::exists(entry.path))
            return ok();
        source = zip_source_file(zip, QFile::encodeName(entry.path).constData(), 0, -1);
    }
    if (!source)
        return failed("no source");
    const zip_int64_t index = zip_file_add(zip, entry.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return failed("no entry");
    }
    const auto method = isPicture(entry.name) ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
    if (zip_set_file_compression(zip, zip_uint64_t(index), method, 0) != 0)
        return failed("no compression");
    return ok();
}

Outcome writeZip(const QByteArray &path, const std::vector<ArchiveEntry> &entries)
{
    int code = 0;
    zip_t *const zip = zip_open(path.constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
    if (!zip)
        return failed("cannot be opened");
    for (const ArchiveEntry &entry : entries) {
        const Outcome added = add(zip, entry);
        if (!added.ok()) {
            zip_discard(zip);
            return added;
        }
    }
    if (zip_close(zip) != 0) { // writes everything
        const int reason = zip_error_code_system(zip_get_error(zip));
        zip_discard(zip);
        return reason == ENOSPC || reason == EDQUOT ? Outcome(ErrorCode::StorageFull) : Outcome(failed("cannot be written"));
    }
    return ok();
}

Outcome sync(const QByteArray &path)
{
    const int fd = ::open(path.constData(), O_RDONLY | O_CLOEXEC);
    const bool synced = fd >= 0 && ::fsync(fd) == 0;
    if (fd >= 0)
        ::close(fd);
    return synced ? ok() : Outcome(failed("cannot be synced"));
}

} // namespace

Result<WrittenArchive> writeArchive(const QString &path, const std::vector<ArchiveEntry> &entries)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray temporary = name + ".part";
    Outcome written = writeZip(temporary, entries);
    if (written.ok())
        written = sync(temporary);
    WrittenArchive archive;
    QFile file(QFile::decodeName(temporary));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (written.ok() && !(file.open(QIODevice::ReadOnly) && hash.addData(&file)))
        written = failed("cannot be read");
    archive.bytes = file.size();
    archive.sha256 = hash.result();
    file.close();
    if (written.ok() && std::rename(temporary.constData(), name.constData()) != 0)
        written = failed("cannot be named");
    if (!written.ok()) {
        ::unlink(temporary.constData());
        return written.error();
    }
    CARGO_TRY(sync(QFile::encodeName(QFileInfo(path).path())));
    return archive;
}

} // namespace cargo::exports
