#include "qml/client/token_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace cargo::client {

QString TokenStore::path() const { return m_folder + QStringLiteral("/session.json"); }

QJsonObject TokenStore::load() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool TokenStore::save(const QJsonObject &session) const
{
    QDir().mkpath(m_folder);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly))
        return false;
    // Before the first byte: the temporary file is never readable by others.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(session).toJson(QJsonDocument::Compact));
    return file.commit() && QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void TokenStore::clear() const { QFile::remove(path()); }

} // namespace cargo::client
