#pragma once

#include "shared/api/media_dto.h"
#include "shared/domain/result.h"

#include <QByteArray>
#include <QImage>

#include <array>
#include <optional>

namespace cargo::images {

enum class ImageFormat { Unknown, Jpeg, Png, Webp };

// What the bytes are, whatever a header or a file name says.
ImageFormat sniff(QByteArrayView bytes);

// An upload made harmless: our own JPEG encodings of its pixels. Nothing of the original file is kept, so no EXIF, no
// place, no colour profile and no appended data.
struct EncodedImage
{
    int width = 0; // of the full variant
    int height = 0;
    std::array<QByteArray, api::kMediaVariants.size()> variants; // in the order of kMediaVariants
    std::optional<qint64> look;                                  // see picture_look.h
};

// All of these are blocking and costly: call them on the CPU pool.
// The pixels of an upload, upright, opaque, in sRGB, at most `maxWidth` wide and twice as high. Errors carry the field "file":
// UnsupportedMediaType (not JPEG, PNG or WebP), InvalidFormat (broken, cut off), OutOfRange (more pixels than allowed),
// NotAcceptable (animated).
Result<QImage> decodeUpload(const QByteArray &bytes, int maxWidth);
// Errors of decodeUpload().
Result<EncodedImage> encodeUpload(const QByteArray &bytes);
// The same for pixels that we drew or decoded ourselves.
Result<EncodedImage> encodePixels(const QImage &image);
// Empty when it cannot be encoded.
QByteArray toJpeg(const QImage &image);

} // namespace cargo::images
