#include "shared/domain/ids.h"

#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace cargo {

namespace {
constexpr std::array<int, 4> kDashes = {8, 13, 18, 23};

int hexValue(ushort c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

template <typename View>
std::optional<Uuid> parse(View text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid uuid;
    qsizetype at = 0;
    for (quint8 &byte : uuid.bytes) {
        if (std::find(kDashes.begin(), kDashes.end(), int(at)) != kDashes.end()) {
            if (ushort(QChar(text[at]).unicode()) != '-')
                return std::nullopt;
            ++at;
        }
        const int high = hexValue(QChar(text[at]).unicode());
        const int low = hexValue(QChar(text[at + 1]).unicode());
        if (high < 0 || low < 0)
            return std::nullopt;
        byte = quint8(high << 4 | low);
        at += 2;
    }
    return uuid;
}

struct Latin1View
{
    QByteArrayView view;
    qsizetype size() const { return view.size(); }
    ushort operator[](qsizetype i) const { return uchar(view[i]); }
};
} // namespace

bool Uuid::isNull() const
{
    return std::all_of(bytes.begin(), bytes.end(), [](quint8 b) { return b == 0; });
}

QByteArray Uuid::toText() const
{
    static constexpr char kHex[] = "0123456789abcdef";
    QByteArray text(36, '-');
    char *out = text.data();
    for (size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            ++out;
        *out++ = kHex[bytes[i] >> 4];
        *out++ = kHex[bytes[i] & 15];
    }
    return text;
}

std::optional<Uuid> Uuid::fromText(QStringView text) { return parse(text); }
std::optional<Uuid> Uuid::fromText(QByteArrayView text) { return parse(Latin1View{text}); }

Uuid makeUuidV7(Timestamp now, const std::array<quint8, 10> &random)
{
    Uuid uuid;
    const auto ms = quint64(now.unixMs);
    for (size_t i = 0; i < 6; ++i)
        uuid.bytes[i] = quint8(ms >> (40 - 8 * i));
    std::copy(random.begin(), random.end(), uuid.bytes.begin() + 6);
    uuid.bytes[6] = quint8((uuid.bytes[6] & 0x0f) | 0x70);
    uuid.bytes[8] = quint8((uuid.bytes[8] & 0x3f) | 0x80);
    return uuid;
}

Uuid newUuid(Timestamp now)
{
    std::array<quint32, 3> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    std::array<quint8, 10> random{};
    std::memcpy(random.data(), words.data(), random.size());
    return makeUuidV7(now, random);
}

} // namespace cargo
