#include "server/http/upload.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace cargo::http {

std::unique_ptr<Upload> Upload::create(const QString &folder, const QByteArray &boundary)
{
    QDir().mkpath(folder);
    QByteArray name = QFile::encodeName(folder) + "/upload-XXXXXX";
    const int fd = ::mkostemp(name.data(), O_CLOEXEC);
    if (fd < 0)
        return nullptr;
    ::unlink(name.constData());
    return std::unique_ptr<Upload>(new Upload(fd, boundary));
}

Upload::Upload(int fd, const QByteArray &boundary)
    : m_fd(fd), m_reader(boundary, [this](QByteArrayView bytes) { return write(bytes); })
{
}

Upload::~Upload() { ::close(m_fd); }

QString Upload::path() const { return QStringLiteral("/proc/self/fd/%1").arg(m_fd); }

bool Upload::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(m_fd, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        m_sizeBytes += written;
        bytes = bytes.sliced(written);
    }
    return true;
}

std::optional<Refusal> Upload::feed(QByteArrayView bytes) { return m_reader.feed(bytes); }

std::optional<Refusal> Upload::finish()
{
    if (auto refused = m_reader.finish())
        return refused;
    if (!m_reader.hasFile())
        return Refusal{ErrorCode::Required, "no part called file"};
    // A network's file system reports some errors only when a descriptor is closed: this one stays open, a second one tells.
    const int second = ::fcntl(m_fd, F_DUPFD_CLOEXEC, 0);
    const bool stored = second >= 0 && ::close(second) == 0;
    return stored ? std::nullopt : std::optional(Refusal{ErrorCode::StorageFull, "upload"});
}

} // namespace cargo::http
