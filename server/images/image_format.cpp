#include "server/images/image_format.h"

#include <QtEndian>

namespace cargo::images {

namespace {
Error broken(const char *why) { return {ErrorCode::InvalidFormat, QStringLiteral("file"), QString::fromLatin1(why)}; }
Error animated() { return {ErrorCode::NotAcceptable, QStringLiteral("file"), QStringLiteral("animated images are not taken")}; }
uchar byteAt(QByteArrayView bytes, qsizetype at) { return uchar(bytes[at]); }
} // namespace

// ITU-T T.81, B.1: markers with lengths; entropy-coded data follows a scan header and stuffs 0 after each 0xFF.
Outcome checkJpeg(QByteArrayView bytes)
{
    constexpr uchar kEndOfImage = 0xD9;
    constexpr uchar kStartOfScan = 0xDA;
    bool sawScan = false;
    qsizetype at = 2;
    while (at + 1 < bytes.size()) {
        if (byteAt(bytes, at) != 0xFF)
            return broken("no marker where a JPEG segment should begin");
        const uchar marker = byteAt(bytes, at + 1);
        if (marker == 0xFF) {
            ++at; // fill byte
            continue;
        }
        at += 2;
        if (marker == kEndOfImage)
            return sawScan ? ok() : Outcome(broken("JPEG without a scan"));
        if (marker == 0x01 || (marker >= 0xD0 && marker <= 0xD7))
            continue;
        if (at + 2 > bytes.size())
            break;
        const qsizetype length = qFromBigEndian<quint16>(bytes.data() + at);
        if (length < 2)
            return broken("JPEG segment of impossible length");
        at += length;
        if (marker != kStartOfScan)
            continue;
        sawScan = true;
        while (at + 1 < bytes.size()) {
            if (byteAt(bytes, at) != 0xFF) {
                ++at;
                continue;
            }
            const uchar next = byteAt(bytes, at + 1);
            if (next != 0x00 && next != 0xFF && !(next >= 0xD0 && next <= 0xD7))
                break;
            at += next == 0xFF ? 1 : 2;
        }
    }
    return broken("the JPEG is cut off");
}

// PNG: length, type, data, CRC until IEND; acTL before the pixels makes it an animation.
Outcome checkPng(QByteArrayView bytes)
{
    qsizetype at = 8;
    bool first = true;
    while (at + 12 <= bytes.size()) {
        const qsizetype length = qFromBigEndian<quint32>(bytes.data() + at);
        const QByteArrayView type = bytes.sliced(at + 4, 4);
        if (length > bytes.size() - at - 12)
            return broken("the PNG is cut off");
        if (first && type != "IHDR")
            return broken("PNG without a header");
        first = false;
        if (type == "acTL")
            return animated();
        if (type == "IEND")
            return ok();
        at += 12 + length;
    }
    return broken("the PNG is cut off");
}

// RIFF: "RIFF" size "WEBP", then chunks padded to even lengths; bit 1 of VP8X's flags marks an animation.
Outcome checkWebp(QByteArrayView bytes)
{
    if (bytes.size() < 20)
        return broken("the WebP is cut off");
    const qint64 riffSize = qint64(qFromLittleEndian<quint32>(bytes.data() + 4)) + 8;
    if (riffSize > bytes.size())
        return broken("the WebP is cut off");
    qint64 at = 12;
    while (at + 8 <= riffSize) {
        const QByteArrayView type = bytes.sliced(at, 4);
        const qint64 length = qFromLittleEndian<quint32>(bytes.data() + at + 4);
        if (length > riffSize - at - 8)
            return broken("the WebP is cut off");
        if (type == "ANIM" || type == "ANMF")
            return animated();
        at += 8 + length + (length & 1);
    }
    return ok();
}

} // namespace cargo::images
