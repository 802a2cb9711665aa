#include "qml/client/token_store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QPointer>
#include <QSaveFile>

namespace cargo::client {

TokenStore::TokenStore(const QString &folder, std::unique_ptr<Keyring> keyring, QObject *parent)
    : QObject(parent), m_folder(folder),
      m_key(QStringLiteral("session-")
            + QString::fromLatin1(
                QCryptographicHash::hash(QDir(folder).absolutePath().toUtf8(), QCryptographicHash::Sha256).toHex().left(16))),
      m_keyring(std::move(keyring))
{
}

QString TokenStore::path() const { return m_folder + QStringLiteral("/session.json"); }

QJsonObject TokenStore::readFile() const
{
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

bool TokenStore::writeFile() const
{
    QDir().mkpath(m_folder);
    QSaveFile file(path());
    if (!file.open(QIODevice::WriteOnly))
        return false;
    // Before the first byte: the temporary file is never readable by others.
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QJsonDocument(m_session).toJson(QJsonDocument::Compact));
    return file.commit() && QFile::setPermissions(path(), QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void TokenStore::load(std::function<void(const QJsonObject &)> done)
{
    m_session = readFile();
    if (!m_session.isEmpty() || !m_keyring) {
        done(m_session);
        if (!m_session.isEmpty())
            offer();
        return;
    }
    const int version = ++m_version;
    m_keyring->read(m_key, [self = QPointer<TokenStore>(this), version, done = std::move(done)](Keyring::Found found,
                                                                                                const QByteArray &value) {
        if (!self)
            return;
        if (version != self->m_version) { // somebody signed in meanwhile
            done(self->m_session);
            return;
        }
        self->m_session = QJsonDocument::fromJson(value).object();
        self->setTrusted(found != Keyring::Found::Unavailable);
        done(self->m_session);
    });
}

void TokenStore::save(const QJsonObject &session)
{
    m_session = session;
    ++m_version;
    // Until the keyring has proved itself the file has it too: a refresh token that is lost ends the session.
    if (!m_trusted)
        writeFile();
    offer();
}

void TokenStore::offer()
{
    if (!m_keyring || m_writing)
        return;
    m_writing = true;
    const QByteArray value = QJsonDocument(m_session).toJson(QJsonDocument::Compact);
    m_keyring->write(m_key, value, [self = QPointer<TokenStore>(this), version = m_version](bool taken) {
        if (!self)
            return;
        self->m_writing = false;
        if (self->m_session.isEmpty()) { // signed out meanwhile
            self->m_keyring->remove(self->m_key);
            return;
        }
        if (!taken)
            self->writeFile();
        else if (version == self->m_version)
            QFile::remove(self->path());
        self->setTrusted(taken);
        if (taken && version != self->m_version)
            self->offer();
    });
}

void TokenStore::clear()
{
    m_session = {};
    ++m_version;
    QFile::remove(path());
    if (m_keyring)
        m_keyring->remove(m_key);
}

void TokenStore::setTrusted(bool trusted)
{
    if (trusted == m_trusted)
        return;
    m_trusted = trusted;
    Q_EMIT placeChanged();
}

} // namespace cargo::client
