#include "harness/clamd_double.h"

#include <QSemaphore>
#include <QTcpSocket>
#include <QtEndian>

#include <memory>

namespace cargo::test {

namespace {
struct Talk
{
    QByteArray command; // until its zero
    bool commanded = false;
    QByteArray waiting; // not yet a whole chunk
    QByteArray content;
};

void answer(QTcpSocket *socket, const QByteArray &words)
{
    socket->write(words + '\0');
    socket->disconnectFromHost();
}
} // namespace

ClamdDouble::ClamdDouble()
{
    QSemaphore listening;
    auto *server = new QTcpServer;
    server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, server, [this, server, &listening] {
        if (!server->listen(QHostAddress::LocalHost))
            qFatal("no port for a scanner");
        m_port = server->serverPort();
        QObject::connect(server, &QTcpServer::newConnection, server, [this, server] {
            while (QTcpSocket *socket = server->nextPendingConnection()) {
                const auto talk = std::make_shared<Talk>();
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, talk] {
                    if (m_mood == Mood::BreaksOff)
                        return socket->abort();
                    if (m_mood == Mood::Silent)
                        return void(socket->readAll());
                    talk->waiting += socket->readAll();
                    if (!talk->commanded) {
                        const qsizetype end = talk->waiting.indexOf('\0');
                        if (end < 0)
                            return;
                        talk->command = talk->waiting.left(end);
                        talk->waiting.remove(0, end + 1);
                        talk->commanded = true;
                        if (talk->command == "zVERSION")
                            return answer(socket, "ClamAV 1.0.7/27000/Mon Nov  2 09:00:00 2026");
                        if (talk->command != "zINSTREAM")
                            return answer(socket, "UNKNOWN COMMAND");
                    }
                    while (talk->waiting.size() >= 4) {
                        const quint32 size = qFromBigEndian<quint32>(talk->waiting.constData());
                        if (size == 0) {
                            ++m_scanned;
                            const bool found = talk->content.contains("EICAR");
                            return answer(socket, found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
                        }
                        if (talk->waiting.size() < qsizetype(4 + size))
                            return;
                        talk->content += talk->waiting.mid(4, size);
                        talk->waiting.remove(0, 4 + size);
                        if (talk->content.size() > kMaxBytes)
                            return answer(socket, "INSTREAM size limit exceeded. ERROR");
                    }
                });
            }
        });
        listening.release();
    });
    QObject::connect(&m_thread, &QThread::finished, server, &QObject::deleteLater);
    m_thread.start();
    listening.acquire();
}

ClamdDouble::~ClamdDouble()
{
    m_thread.quit();
    m_thread.wait();
}

} // namespace cargo::test
