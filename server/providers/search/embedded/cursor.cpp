#include "server/providers/search/embedded/cursor.h"

#include "shared/domain/ids.h"

#include <QCryptographicHash>
#include <QList>

#include <limits>

namespace cargo::search {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray tagOf(const SearchQuery &query)
{
    return QCryptographicHash::hash(query.conditions(), QCryptographicHash::Sha1).first(6).toHex();
}
} // namespace

QByteArray writeCursor(const SearchQuery &query, const engine::Position &position)
{
    return QByteArray("s3:" + tagOf(query) + ':' + QByteArray::number(qint64(position.key)) + ':' + Uuid{position.id}.toText()
                      + ':' + QByteArray::number(qint64(position.priorAtMs)) + ':' + QByteArray::number(position.documents))
        .toBase64(kBase64);
}

std::optional<engine::Position> readCursor(const SearchQuery &query)
{
    const auto decoded = QByteArray::fromBase64Encoding(query.cursor, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    const QList<QByteArray> parts = decoded ? decoded.decoded.split(':') : QList<QByteArray>();
    if (parts.size() != 6 || parts[0] != "s3" || parts[1] != tagOf(query))
        return std::nullopt;
    bool key = false, priorAt = false, documents = false;
    engine::Position position;
    position.key = parts[2].toLongLong(&key);
    const auto id = Uuid::fromText(QByteArrayView(parts[3]));
    position.priorAtMs = parts[4].toLongLong(&priorAt);
    position.documents = parts[5].toUInt(&documents);
    if (!key || !id || !priorAt || !documents)
        return std::nullopt;
    position.id = id->bytes;
    return position;
}

} // namespace cargo::search
