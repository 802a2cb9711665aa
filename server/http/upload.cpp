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
    return std::unique_ptr<Upload>(new Upload(fd, QFile::decodeName(name), boundary));
}

Upload::Upload(int fd, QString path, const QByteArray &boundary)
    : m_fd(fd), m_path(std::move(path)), m_reader(boundary, [this](QByteArrayView bytes) { return write(bytes); })
{
}

Upload::~Upload()
{
    if (m_fd >= 0)
        ::close(m_fd);
    ::unlink(QFile::encodeName(m_path).constData());
}

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
    // Closed here, so that an error that the file system reports late is not lost.
    const bool stored = ::close(m_fd) == 0;
    m_fd = -1;
    return stored ? std::nullopt : std::optional(Refusal{ErrorCode::StorageFull, "upload"});
}

} // namespace cargo::http
