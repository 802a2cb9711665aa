#pragma once

#include "qml/client/keyring.h"

#include <QJsonObject>
#include <QObject>

namespace cargo::client {

// Keeps the session of this device: in the system's keyring, and where there is none in a file that only its owner may
// read (0600). Never logged, never in the settings. The file is there only while the keyring has not taken the session, so
// where it is, it is the newer one. Nothing here blocks.
class TokenStore : public QObject
{
    Q_OBJECT

public:
    explicit TokenStore(const QString &folder, std::unique_ptr<Keyring> keyring = nullptr, QObject *parent = nullptr);
    // From the file at once, from the keyring later; an empty object when there is none.
    void load(std::function<void(const QJsonObject &)> done);
    void save(const QJsonObject &session);
    void clear();
    bool inKeyring() const { return m_trusted; }

Q_SIGNALS:
    void placeChanged();

private:
    QString path() const;
    QJsonObject readFile() const;
    bool writeFile() const;
    void offer();
    void setTrusted(bool trusted);
    QString m_folder;
    QString m_key; // one entry for each folder
    std::unique_ptr<Keyring> m_keyring;
    QJsonObject m_session;
    bool m_trusted = false; // the keyring answered, and has what was last saved
    bool m_writing = false;
    int m_version = 0; // of m_session
};

} // namespace cargo::client
