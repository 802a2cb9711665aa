#include "server/images/image_codec.h"

#include "server/images/picture_look.h"

#include "server/images/image_format.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QPainter>

#include <mutex>

namespace cargo::images {

namespace {
constexpr qint64 kMaxPixels = 50'000'000;
constexpr int kMaxSidePixels = 30'000;
// 50 megapixels at four bytes, and some: a 16-bit PNG of that size is refused.
constexpr int kDecoderMemoryMiB = 256;
constexpr int kJpegQuality = 86;
// Pictures much taller than wide (screenshots of long pages) are bounded by height too.
constexpr int kMaxHeightToWidth = 2;

Error problem(ErrorCode code, const char *detail) { return {code, QStringLiteral("file"), QString::fromLatin1(detail)}; }

const char *readerName(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Jpeg: return "jpeg";
    case ImageFormat::Png: return "png";
    case ImageFormat::Webp: return "webp";
    case ImageFormat::Unknown: break;
    }
    return "";
}

Outcome checkContainer(ImageFormat format, QByteArrayView bytes)
{
    switch (format) {
    case ImageFormat::Jpeg: return checkJpeg(bytes);
    case ImageFormat::Png: return checkPng(bytes);
    case ImageFormat::Webp: return checkWebp(bytes);
    case ImageFormat::Unknown: break;
    }
    return problem(ErrorCode::UnsupportedMediaType, "JPEG, PNG or WebP expected");
}

QSize fitted(QSize size, int maxWidth)
{
    const QSize bound(maxWidth, maxWidth * kMaxHeightToWidth);
    if (size.width() <= bound.width() && size.height() <= bound.height())
        return size;
    return size.scaled(bound, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
}

// Pixels alone, opaque on white, in sRGB: what is drawn onto a new image brings no text, profile or resolution along.
QImage plainPixels(const QImage &source)
{
    QImage image = source;
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    QImage plain(image.size(), QImage::Format_RGB32);
    if (plain.isNull())
        return plain;
    plain.fill(Qt::white);
    QPainter painter(&plain);
    painter.drawImage(0, 0, image);
    painter.end();
    return plain;
}
} // namespace

QByteArray toJpeg(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(kJpegQuality);
    writer.setOptimizedWrite(true);
    writer.setProgressiveScanWrite(true);
    return writer.write(image) ? bytes : QByteArray();
}

namespace {
QImage scaledTo(const QImage &image, QSize size)
{
    return size == image.size() ? image : image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

QImage plainFitted(const QImage &image, int maxWidth) { return plainPixels(scaledTo(image, fitted(image.size(), maxWidth))); }

// Of pixels that are plain and no larger than the largest variant.
Result<EncodedImage> encodeVariants(QImage pixels)
{
    EncodedImage encoded;
    encoded.width = pixels.width();
    encoded.height = pixels.height();
    // From large to small: each size is made of the one before.
    for (size_t i = api::kMediaVariants.size(); i-- > 0;) {
        pixels = scaledTo(pixels, fitted(pixels.size(), api::kMediaVariants[i].maxWidthPixels));
        encoded.variants[i] = toJpeg(pixels);
        if (encoded.variants[i].isEmpty())
            return problem(ErrorCode::InvalidFormat, "the image cannot be encoded");
    }
    encoded.look = pictureLook(pixels);
    return encoded;
}
} // namespace

ImageFormat sniff(QByteArrayView bytes)
{
    if (bytes.startsWith(QByteArrayView("\xFF\xD8\xFF", 3)))
        return ImageFormat::Jpeg;
    if (bytes.startsWith(QByteArrayView("\x89PNG\r\n\x1A\n", 8)))
        return ImageFormat::Png;
    if (bytes.size() >= 16 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == "WEBP")
        return ImageFormat::Webp;
    return ImageFormat::Unknown;
}

Result<QImage> decodeUpload(const QByteArray &bytes, int maxWidth)
{
    static std::once_flag limitOnce;
    std::call_once(limitOnce, [] { QImageReader::setAllocationLimit(kDecoderMemoryMiB); });

    const ImageFormat format = sniff(bytes);
    CARGO_TRY(checkContainer(format, bytes));

    QByteArray copy = bytes; // QBuffer wants something it could write to; nothing is copied
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, readerName(format));
    reader.setAutoDetectImageFormat(false);
    reader.setDecideFormatFromContent(false);
    reader.setAutoTransform(true);
    if (!reader.canRead())
        return problem(ErrorCode::InvalidFormat, "the image cannot be read");

    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return problem(ErrorCode::InvalidFormat, "the image has no size");
    if (qint64(size.width()) * size.height() > kMaxPixels || std::max(size.width(), size.height()) > kMaxSidePixels)
        return problem(ErrorCode::OutOfRange, "at most 50 megapixels");
    if (format == ImageFormat::Jpeg) {
        // libjpeg scales while it decodes, so that a large photo never stands in memory as a whole. The reader turns the
        // picture after it scaled it: the bound is turned with it.
        const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
        const QSize upright = turned ? size.transposed() : size;
        const QSize target = fitted(upright, maxWidth);
        if (target != upright)
            reader.setScaledSize(turned ? target.transposed() : target);
    }
    const QImage image = reader.read();
    if (image.isNull())
        return problem(ErrorCode::InvalidFormat, "the image is broken");
    return plainFitted(image, maxWidth);
}

Result<EncodedImage> encodeUpload(const QByteArray &bytes)
{
    const auto pixels = decodeUpload(bytes, api::kMediaVariants.back().maxWidthPixels);
    CARGO_TRY(pixels);
    return encodeVariants(*pixels);
}

Result<EncodedImage> encodePixels(const QImage &image)
{
    return encodeVariants(plainFitted(image, api::kMediaVariants.back().maxWidthPixels));
}

} // namespace cargo::images
