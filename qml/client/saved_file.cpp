#include "qml/client/saved_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

namespace cargo::client {

std::optional<SavedFile> saveFile(const QString &name, const QByteArray &bytes, const QString &folder)
{
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QDir place(!folder.isEmpty() ? folder : !standard.isEmpty() ? standard : QDir::homePath());
    if (!place.mkpath(QStringLiteral(".")))
        return std::nullopt;
    const QFileInfo wanted(name);
    QString free = name;
    for (int copy = 2; place.exists(free); ++copy)
        free = QStringLiteral("%1 (%2).%3").arg(wanted.completeBaseName()).arg(copy).arg(wanted.suffix());
    QSaveFile file(place.filePath(free));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::nullopt;
    return SavedFile{free, QUrl::fromLocalFile(place.absoluteFilePath(free))};
}

} // namespace cargo::client
