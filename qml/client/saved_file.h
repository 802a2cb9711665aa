#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace cargo::client {

// A file that the user asked to have: it lies among his downloads, under a name that nothing had before.
struct SavedFile
{
    QString name;
    QUrl url; // local
};

// Nothing when the disk refuses. Without a folder: the downloads of this system.
std::optional<SavedFile> saveFile(const QString &name, const QByteArray &bytes, const QString &folder = {});

} // namespace cargo::client
