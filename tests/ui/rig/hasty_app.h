#pragma once

#include "qml/client/client.h"

#include <QBuffer>
#include <QImage>
#include <QRandomGenerator>

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
