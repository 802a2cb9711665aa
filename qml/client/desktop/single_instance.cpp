#include "qml/client/desktop/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace cargo::client {

namespace {
constexpr int kAnswerMs = 2000;
constexpr qint64 kLongestLink = 2048;
const QByteArray kTaken = "taken\n";
} // namespace

SingleInstance::SingleInstance(const QString &folder, QObject *parent) : QObject(parent)
{
    const QByteArray place = QDir(folder).absolutePath().toUtf8();
    m_name = QStringLiteral("cargo-")
             + QString::fromLatin1(QCryptographicHash::hash(place, QCryptographicHash::Sha256).toHex().left(24));
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            read(socket);
        }
    });
}

bool SingleInstance::claim(const QString &link)
{
    if (handOver(link))
        return false;
    if (m_server.listen(m_name))
        return true;
    // Nobody answers on it: left by an app that was killed.
    QLocalServer::removeServer(m_name);
    if (m_server.listen(m_name))
        return true;
    // Two starts at the same moment: the other one was quicker.
    return !handOver(link);
}

bool SingleInstance::handOver(const QString &link)
{
    QLocalSocket socket;
    socket.connectToServer(m_name);
    if (!socket.waitForConnected(kAnswerMs))
        return false;
    socket.write(link.toUtf8().left(kLongestLink - 1) + '\n');
    // Only what the other one says it took is taken: a stopped process accepts connections too.
    return socket.waitForReadyRead(kAnswerMs) && socket.readAll().startsWith(kTaken);
}

void SingleInstance::read(QLocalSocket *socket)
{
    if (!socket->canReadLine()) {
        if (socket->bytesAvailable() >= kLongestLink)
            socket->abort();
        return;
    }
    const QString link = QString::fromUtf8(socket->readLine(kLongestLink)).trimmed();
    socket->write(kTaken);
    socket->flush();
    socket->disconnectFromServer();
    Q_EMIT asked(link);
}

} // namespace cargo::client
