#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace cargo::client {

// Keeps the session of this device in a file that only its owner may read (0600). Never logged, never in the settings.
class TokenStore
{
public:
    explicit TokenStore(QString folder) : m_folder(std::move(folder)) {}
    QJsonObject load() const;
    bool save(const QJsonObject &session) const;
    void clear() const;

private:
    QString path() const;
    QString m_folder;
};

} // namespace cargo::client
