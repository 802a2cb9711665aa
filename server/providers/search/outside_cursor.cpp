#include "server/providers/search/outside_cursor.h"

#include <QCryptographicHash>

namespace cargo::search {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray headOf(const SearchQuery &query, const QByteArray &kind, const QByteArray &place)
{
    const QByteArray bound = query.conditions() + '\n' + place;
    const QByteArray tag = QCryptographicHash::hash(bound, QCryptographicHash::Sha1).first(6).toHex();
    return kind + ':' + tag + ':';
}
} // namespace

QByteArray writePlace(const SearchQuery &query, const QByteArray &kind, const QByteArray &place)
{
    return QByteArray(headOf(query, kind, place) + place).toBase64(kBase64);
}

std::optional<QByteArray> readPlace(const SearchQuery &query, const QByteArray &kind)
{
    const auto decoded = QByteArray::fromBase64Encoding(query.cursor, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const qsizetype length = kind.size() + 14;
    if (!decoded || decoded.decoded.size() < length)
        return std::nullopt;
    const QByteArray place = decoded.decoded.sliced(length);
    if (!decoded.decoded.startsWith(headOf(query, kind, place)))
        return std::nullopt;
    return place;
}

} // namespace cargo::search
