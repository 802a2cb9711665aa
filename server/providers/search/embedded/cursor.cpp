#include "server/providers/search/embedded/cursor.h"

#include "server/providers/search/engine/ranking.h"
#include "shared/domain/ids.h"

#include <QCryptographicHash>

#include <algorithm>

namespace cargo::search {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray tagOf(const SearchQuery &query)
{
    return QCryptographicHash::hash(query.conditions(), QCryptographicHash::Sha1).first(6).toHex();
}

bool readDeferred(QByteArrayView bytes, std::vector<engine::Deferred> &out)
{
    constexpr qsizetype kBytes = qsizetype(sizeof(engine::Id)) + 1;
    if (bytes.size() % kBytes != 0 || bytes.size() / kBytes > engine::ranking::kDeferredMost)
        return false;
    for (; !bytes.isEmpty(); bytes = bytes.sliced(kBytes)) {
        engine::Deferred deferred;
        std::copy_n(bytes.begin(), sizeof(engine::Id), reinterpret_cast<char *>(deferred.id.data()));
        deferred.crowd = engine::Crowd(bytes[kBytes - 1]);
        if (deferred.crowd != engine::Crowd::Driver && deferred.crowd != engine::Crowd::Model)
            return false;
        out.push_back(deferred);
    }
    return true;
}
} // namespace

QByteArray writeCursor(const SearchQuery &query, const engine::Position &position)
{
    QByteArray text = "s4:" + tagOf(query) + ':' + QByteArray::number(qint64(position.key)) + ':' + Uuid{position.id}.toText()
                      + ':' + QByteArray::number(qint64(position.priorAtMs)) + ':' + QByteArray::number(position.documents) + ':';
    for (const engine::Deferred &deferred : position.deferred) {
        text.append(reinterpret_cast<const char *>(deferred.id.data()), qsizetype(deferred.id.size()));
        text.append(char(deferred.crowd));
    }
    return text.toBase64(kBase64);
}

std::optional<engine::Position> readCursor(const SearchQuery &query)
{
    const auto decoded = QByteArray::fromBase64Encoding(query.cursor, kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    QByteArrayView rest = decoded.decoded;
    std::array<QByteArray, 6> parts;
    for (QByteArray &part : parts) {
        const qsizetype end = rest.indexOf(':');
        if (end < 0)
            return std::nullopt;
        part = rest.first(end).toByteArray();
        rest = rest.sliced(end + 1);
    }
    if (parts[0] != "s4" || parts[1] != tagOf(query))
        return std::nullopt;
    bool key = false, priorAt = false, documents = false;
    engine::Position position;
    position.key = parts[2].toLongLong(&key);
    const auto id = Uuid::fromText(QByteArrayView(parts[3]));
    position.priorAtMs = parts[4].toLongLong(&priorAt);
    position.documents = parts[5].toUInt(&documents);
    if (!key || !id || !priorAt || !documents || !readDeferred(rest, position.deferred))
        return std::nullopt;
    position.id = id->bytes;
    return position;
}

} // namespace cargo::search
