#pragma once

#include "qml/client/client.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImage>
#include <QProcess>
#include <QRandomGenerator>

#include <csignal>
#include <functional>
#include <memory>

namespace cargo::test {

// An app without a window, in a folder of its own, that tries again at once.
struct HastyApp
{
    HastyApp(const QString &folder, const QString &url, const QString &role = QStringLiteral("buyer"))
    {
        client = std::make_unique<client::Client>(std::make_unique<client::NetworkTransport>(), folder);
        client->setRole(role);
        client->settings()->overrideServerUrl(url);
        client->api()->setServerUrl(QUrl(url));
        client->api()->setFirstRetryMs(1);
        client->outbox()->setFirstPauseMs(5);
        client->connection()->setProbeMs(5);
    }
    std::unique_ptr<client::Client> client;
};

// Lives of this program as --child FOLDER URL, each killed after a few of the `word`s that it says (life: how many), until
// nothing waits in the folder any more. How many were killed; -1: something is left after `lives`.
inline int killUntilAllIsSent(const QString &folder, const QString &url, const char *word, int lives,
                              const std::function<int(int)> &few)
{
    int kills = 0;
    for (int life = 0; life < lives; ++life) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), folder, url});
        if (!child.waitForStarted())
            return -1;
        int said = 0; // wherever it is just then
        while (said < few(life) && child.waitForReadyRead(30000))
            said += int(child.readAllStandardOutput().count(word));
        if (child.state() == QProcess::Running && said > 0) {
            ::kill(pid_t(child.processId()), SIGKILL);
            ++kills;
        }
        child.waitForFinished(30000);
        if (client::WritingStore(folder).items().empty())
            return kills;
    }
    return -1;
}

// A photo; each shade is another one.
inline QByteArray jpegOf(int shade)
{
    QImage image(320, 200, QImage::Format_RGB32);
    image.fill(QColor(shade, 90, 120));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG");
    return bytes;
}

// A photo that no encoder makes small.
inline QByteArray noiseJpeg(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator random(7);
    for (int y = 0; y < height; ++y)
        random.fillRange(reinterpret_cast<quint32 *>(image.scanLine(y)), width);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 88);
    return bytes;
}

} // namespace cargo::test
