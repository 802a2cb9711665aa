#pragma once

#include <QByteArray>

#include <array>
#include <cstddef>

// The framing of RFC 6455, section 5, as pure functions over bytes. Our own and not a library's, because a socket that is
// idle must cost nothing here: libwslay's frame context alone holds a 4 KiB buffer, more than a whole session of ours.
namespace cargo::ws {

enum class Opcode : quint8 { Continuation = 0, Text = 1, Binary = 2, Close = 8, Ping = 9, Pong = 10 };

struct FrameHeader
{
    bool fin = false;
    Opcode opcode = Opcode::Text;
    int headerBytes = 0;
    qint64 payloadBytes = 0;
    std::array<quint8, 4> mask{};

    bool isControl() const { return quint8(opcode) >= 8; }
};

enum class HeaderVerdict { Incomplete, Ready, ProtocolError, TooLarge };

// Reads a client's frame header. Refused as ProtocolError: reserved bits and opcodes, no mask, control frames that are
// fragmented or over 125 bytes, lengths that are not in the shortest form. TooLarge is told before any payload came.
HeaderVerdict readHeader(const char *bytes, size_t count, qint64 maxPayloadBytes, FrameHeader &header);
void unmask(char *bytes, size_t count, const std::array<quint8, 4> &mask);

// A server's header: never masked, never fragmented. Returns its length, 2, 4 or 10.
inline constexpr size_t kMaxServerHeaderBytes = 10;
size_t writeHeader(char *out, Opcode opcode, size_t payloadBytes);

// 1000 … 1014 as a peer may send them, and 3000 … 4999.
bool isSendableCloseCode(int code);

} // namespace cargo::ws
