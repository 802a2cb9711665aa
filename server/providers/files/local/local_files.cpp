#include "server/providers/files/local/local_files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QDateTime>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <memory>
#include <unistd.h>

namespace cargo::files {

namespace {
constexpr char kTemporaryPrefix[] = ".tmp-";
constexpr qint64 kStaleS = 3600;

Error storageError(int number, const char *step)
{
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return {full ? ErrorCode::StorageFull : ErrorCode::Unavailable,
            {},
            QStringLiteral("file store: %1: errno %2").arg(QLatin1String(step)).arg(number)};
}

// Owns a descriptor; closes it on every way out.
class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    int get() const { return m_fd; }
    bool close()
    {
        const int fd = std::exchange(m_fd, -1);
        return fd < 0 || ::close(fd) == 0;
    }

private:
    int m_fd;
};

Outcome writeAll(int fd, const QByteArray &content)
{
    qsizetype done = 0;
    while (done < content.size()) {
        const ssize_t n = ::write(fd, content.constData() + done, size_t(content.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return storageError(errno, "write");
        done += n;
    }
    return ok();
}

Outcome syncFolder(const QByteArray &folder)
{
    Descriptor fd(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() < 0 || ::fsync(fd.get()) != 0)
        return storageError(errno, "sync folder");
    return ok();
}
} // namespace

Result<std::unique_ptr<LocalFileProvider>> LocalFileProvider::open(const QString &folder)
{
    QDir dir(folder);
    if (!dir.mkpath(QStringLiteral(".")))
        return {ErrorCode::Unavailable, {}, QStringLiteral("cannot make the media folder")};
    const QString leftOver = QLatin1String(kTemporaryPrefix) + u'*';
    for (const QString &name : dir.entryList({leftOver}, QDir::Files | QDir::Hidden)) {
        // Another process may be writing now: only what is older than an hour was left by a crash.
        const QFileInfo info(dir.filePath(name));
        if (info.lastModified().secsTo(QDateTime::currentDateTime()) > 3600)
            dir.remove(name);
    }
    return std::unique_ptr<LocalFileProvider>(new LocalFileProvider(dir.absolutePath()));
}

Result<QByteArray> LocalFileProvider::put(const QByteArray &content)
{
    const QByteArray sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256);
    const QString path = locate(sha256).localPath;
    const QFileInfo existing(path);
    if (existing.exists() && existing.size() == content.size()) {
        // Wanted again: removeStale() looks at this. Should it just have been removed, it is written again.
        if (::utimensat(AT_FDCWD, QFile::encodeName(path).constData(), nullptr, 0) == 0)
            return sha256;
    }
    CARGO_TRY(writeDurably(path, content));
    return sha256;
}

FileLocation LocalFileProvider::locate(const QByteArray &sha256) const
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return {m_folder + u'/' + hex.left(2) + u'/' + hex, {}};
}

Result<QByteArray> LocalFileProvider::read(const QByteArray &sha256) const
{
    QFile file(locate(sha256).localPath);
    if (!file.exists())
        return ErrorCode::NotFound;
    if (!file.open(QIODevice::ReadOnly))
        return storageError(EIO, "read");
    return file.readAll();
}

Outcome LocalFileProvider::remove(const QByteArray &sha256)
{
    const QByteArray path = QFile::encodeName(locate(sha256).localPath);
    if (::unlink(path.constData()) != 0 && errno != ENOENT)
        return storageError(errno, "remove");
    return ok();
}

Outcome LocalFileProvider::removeStale(const QByteArray &sha256)
{
    const QDateTime put = QFileInfo(locate(sha256).localPath).lastModified();
    return put.isValid() && put.secsTo(QDateTime::currentDateTime()) < kStaleS ? ok() : remove(sha256);
}

Outcome LocalFileProvider::writeDurably(const QString &path, const QByteArray &content) const
{
    const QString folder = QFileInfo(path).path();
    const bool newFolder = !QFileInfo::exists(folder);
    if (newFolder && !QDir().mkpath(folder))
        return storageError(errno, "make folder");

    QByteArray temporary = QFile::encodeName(m_folder) + '/' + kTemporaryPrefix + "XXXXXX";
    Descriptor fd(::mkostemp(temporary.data(), O_CLOEXEC));
    if (fd.get() < 0)
        return storageError(errno, "open");
    Outcome written = writeAll(fd.get(), content);
    if (written.ok() && ::fsync(fd.get()) != 0)
        written = storageError(errno, "sync");
    if (written.ok() && !fd.close())
        written = storageError(errno, "close");
    if (written.ok() && ::rename(temporary.constData(), QFile::encodeName(path).constData()) != 0)
        written = storageError(errno, "rename");
    if (!written.ok()) {
        ::unlink(temporary.constData());
        return written;
    }
    CARGO_TRY(syncFolder(QFile::encodeName(folder)));
    if (newFolder)
        CARGO_TRY(syncFolder(QFile::encodeName(m_folder)));
    return ok();
}

} // namespace cargo::files
