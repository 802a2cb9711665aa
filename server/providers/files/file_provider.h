#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>

namespace cargo::files {

// Where a stored file can be read from: a path of this machine, or an address that the client is sent to.
struct FileLocation
{
    QString localPath;
    QByteArray redirectUrl;
};

// Keeps the bytes of files under the SHA-256 of their content: the same content is stored once, a stored file never
// changes. Knows nothing of users or of what a file is for. Thread-safe; put() blocks on the disk or the network, so call
// it on the CPU pool and never on an event loop.
class FileProvider
{
public:
    virtual ~FileProvider() = default;

    // Durable when it returns: after a power cut the file is whole. Returns the SHA-256, 32 bytes.
    // Errors: StorageFull, Unavailable.
    virtual Result<QByteArray> put(const QByteArray &content) = 0;
    // `sha256` as put() returned it. Does no I/O, so it cannot say whether the file is there.
    virtual FileLocation locate(const QByteArray &sha256) const = 0;
    // The bytes themselves, for what is not sent as it lies. Blocks like put(). Errors: NotFound, Unavailable.
    virtual Result<QByteArray> read(const QByteArray &sha256) const = 0;
    // Harmless when it is not there. Only for content that can be nobody else's (encrypted with a key of its own). Blocks.
    virtual Outcome remove(const QByteArray &sha256) = 0;
    // The same for content that anybody may put: what was put within the last hour, again or for the first time, stays.
    virtual Outcome removeStale(const QByteArray &sha256) = 0;
};

} // namespace cargo::files
