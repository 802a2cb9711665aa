#pragma once

#include "server/providers/files/file_provider.h"

#include <memory>

namespace cargo::files {

// Files below one folder of this machine: <folder>/ab/abcdef…  A file is written under a temporary name, synced, renamed,
// and its folder synced, so that a name never shows half a file. Temporary files of a crash are removed at start.
class LocalFileProvider final : public FileProvider
{
public:
    // Makes the folder when it is not there.
    static Result<std::unique_ptr<LocalFileProvider>> open(const QString &folder);

    Result<QByteArray> put(const QByteArray &content) override;
    FileLocation locate(const QByteArray &sha256) const override;
    Result<QByteArray> read(const QByteArray &sha256) const override;
    Outcome remove(const QByteArray &sha256) override;
    Outcome removeStale(const QByteArray &sha256) override;

private:
    explicit LocalFileProvider(QString folder) : m_folder(std::move(folder)) {}
    Outcome writeDurably(const QString &path, const QByteArray &content) const;

    QString m_folder;
};

} // namespace cargo::files
