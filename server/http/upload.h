#pragma once

#include "server/http/multipart.h"

#include <QString>

#include <memory>

namespace cargo::http {

// The file of an upload on its way to disk. It has no name in any folder, so that nothing of it is left behind by a kill or by
// a client that went away; path() leads to it while this object lives. The bytes never stand in memory together.
class Upload
{
public:
    // Null when no file can be made in `folder`.
    static std::unique_ptr<Upload> create(const QString &folder, const QByteArray &boundary);
    ~Upload();
    Upload(const Upload &) = delete;
    Upload &operator=(const Upload &) = delete;

    // Errors: BadRequest (not multipart), StorageFull, PayloadTooLarge, Required (no part called `file`).
    std::optional<Refusal> feed(QByteArrayView bytes);
    std::optional<Refusal> finish();

    // For opening it in this process only.
    QString path() const;
    qint64 sizeBytes() const { return m_sizeBytes; }
    const MultipartReader &reader() const { return m_reader; }

private:
    Upload(int fd, const QByteArray &boundary);
    bool write(QByteArrayView bytes);

    int m_fd;
    qint64 m_sizeBytes = 0;
    MultipartReader m_reader;
};

} // namespace cargo::http
