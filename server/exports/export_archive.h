#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace cargo::exports {

// One file of the archive: bytes, or a file of this machine that is read when the archive is written.
struct ArchiveEntry
{
    QString name; // "data/profile.json", with slashes
    QByteArray content;
    QString path; // not empty: instead of the content
};

struct WrittenArchive
{
    qint64 bytes = 0;
    QByteArray sha256; // raw
};

// Writes a ZIP and gives it its name at the end, so that a name never shows half an archive; what a killed process left behind
// is overwritten. Entries whose file is not there are left out. Blocking: for the CPU pool. Errors: StorageFull, Internal.
Result<WrittenArchive> writeArchive(const QString &path, const std::vector<ArchiveEntry> &entries);

} // namespace cargo::exports
