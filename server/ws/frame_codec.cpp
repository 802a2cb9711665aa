#include "server/ws/frame_codec.h"

#include <QtEndian>

#include <cstring>

namespace cargo::ws {

namespace {
constexpr qint64 kMaxControlBytes = 125;

bool isKnown(quint8 opcode) { return opcode <= 2 || (opcode >= 8 && opcode <= 10); }
} // namespace

HeaderVerdict readHeader(const char *bytes, size_t count, qint64 maxPayloadBytes, FrameHeader &header)
{
    if (count < 2)
        return HeaderVerdict::Incomplete;
    const auto first = quint8(bytes[0]);
    const auto second = quint8(bytes[1]);
    if ((first & 0x70) != 0 || !isKnown(first & 0x0f) || (second & 0x80) == 0)
        return HeaderVerdict::ProtocolError;
    header.fin = (first & 0x80) != 0;
    header.opcode = Opcode(first & 0x0f);
    const int shortLength = second & 0x7f;
    if (header.isControl() && (!header.fin || shortLength > kMaxControlBytes))
        return HeaderVerdict::ProtocolError;

    size_t at = 2;
    header.payloadBytes = shortLength;
    if (shortLength == 126) {
        if (count < 4)
            return HeaderVerdict::Incomplete;
        header.payloadBytes = qFromBigEndian<quint16>(bytes + 2);
        if (header.payloadBytes < 126)
            return HeaderVerdict::ProtocolError;
        at = 4;
    } else if (shortLength == 127) {
        if (count < 10)
            return HeaderVerdict::Incomplete;
        const auto length = qFromBigEndian<quint64>(bytes + 2);
        if (length < 65536 || (length >> 63) != 0)
            return HeaderVerdict::ProtocolError;
        header.payloadBytes = qint64(length);
        at = 10;
    }
    if (header.payloadBytes > maxPayloadBytes && !header.isControl())
        return HeaderVerdict::TooLarge;
    if (count < at + 4)
        return HeaderVerdict::Incomplete;
    std::memcpy(header.mask.data(), bytes + at, 4);
    header.headerBytes = int(at + 4);
    return HeaderVerdict::Ready;
}

void unmask(char *bytes, size_t count, const std::array<quint8, 4> &mask)
{
    quint64 wide = 0;
    std::memcpy(&wide, mask.data(), 4);
    std::memcpy(reinterpret_cast<char *>(&wide) + 4, mask.data(), 4);
    size_t i = 0;
    for (; i + 8 <= count; i += 8) {
        quint64 block = 0;
        std::memcpy(&block, bytes + i, 8);
        block ^= wide;
        std::memcpy(bytes + i, &block, 8);
    }
    for (; i < count; ++i)
        bytes[i] = char(quint8(bytes[i]) ^ mask[i & 3]);
}

size_t writeHeader(char *out, Opcode opcode, size_t payloadBytes)
{
    out[0] = char(0x80 | quint8(opcode));
    if (payloadBytes < 126) {
        out[1] = char(payloadBytes);
        return 2;
    }
    if (payloadBytes < 65536) {
        out[1] = 126;
        qToBigEndian(quint16(payloadBytes), out + 2);
        return 4;
    }
    out[1] = 127;
    qToBigEndian(quint64(payloadBytes), out + 2);
    return 10;
}

bool isSendableCloseCode(int code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

} // namespace cargo::ws
