#include "qml/client/photo_file.h"

#include <QBuffer>
#include <QImageReader>

namespace cargo::client {
namespace {

constexpr int kMaxSidePixels = 2048; // the server's largest variant
constexpr int kJpegQuality = 88;

} // namespace

QByteArray preparePhoto(const QString &path)
{
    QImageReader reader(path);
    reader.setAutoTransform(true);
    if (const QSize size = reader.size(); size.isValid() && qMax(size.width(), size.height()) > kMaxSidePixels)
        reader.setScaledSize(size.scaled(kMaxSidePixels, kMaxSidePixels, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    if (image.isNull())
        return {};
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    image.convertToFormat(QImage::Format_RGB32).save(&buffer, "JPEG", kJpegQuality);
    return jpeg;
}

} // namespace cargo::client
