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

constexpr qsizetype kIdBytes = qsizetype(sizeof(engine::Id));

bool readDeferred(QByteArrayView bytes, bool isFused, std::vector<engine::Deferred> &out)
{
    constexpr qsizetype kBytes = kIdBytes + 1;
    if (bytes.size() % kBytes != 0 || bytes.size() / kBytes > engine::ranking::kDeferredMost)
        return false;
    for (; !bytes.isEmpty(); bytes = bytes.sliced(kBytes)) {
        engine::Deferred deferred;
        std::copy_n(bytes.begin(), sizeof(engine::Id), reinterpret_cast<char *>(deferred.id.data()));
        deferred.crowd = engine::Crowd(bytes[kBytes - 1]);
        const bool isCrowd = deferred.crowd == engine::Crowd::Driver || deferred.crowd == engine::Crowd::Model;
        if (!isCrowd && !(isFused && deferred.crowd == engine::Crowd::None))
            return false;
        out.push_back(deferred);
    }
    return true;
}

// What was taken ahead stands before what was put off, with its number.
bool readAhead(QByteArrayView *rest, const QByteArray &count, engine::Position *out)
{
    if (count == "-")
        return true;
    bool isNumber = false;
    const uint ahead = count.toUInt(&isNumber);
    if (!isNumber || ahead > engine::ranking::kFusedNearMost || rest->size() < qsizetype(ahead) * kIdBytes)
        return false;
    out->isFused = true;
    for (uint i = 0; i < ahead; ++i) {
        std::copy_n(rest->begin(), kIdBytes, reinterpret_cast<char *>(out->ahead.emplace_back().data()));
        *rest = rest->sliced(kIdBytes);
    }
    return true;
}
} // namespace

QByteArray writeCursor(const SearchQuery &query, const engine::Position &position)
{
    QByteArray text = "s5:" + tagOf(query) + ':' + QByteArray::number(qint64(position.key)) + ':' + Uuid{position.id}.toText()
                      + ':' + QByteArray::number(qint64(position.priorAtMs)) + ':' + QByteArray::number(position.documents) + ':';
    text += (position.isFused ? QByteArray::number(position.ahead.size()) : QByteArray("-")) + ':';
    for (const engine::Id &id : position.ahead)
        text.append(reinterpret_cast<const char *>(id.data()), kIdBytes);
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
    std::array<QByteArray, 7> parts;
    for (QByteArray &part : parts) {
        const qsizetype end = rest.indexOf(':');
        if (end < 0)
            return std::nullopt;
        part = rest.first(end).toByteArray();
        rest = rest.sliced(end + 1);
    }
    if (parts[0] != "s5" || parts[1] != tagOf(query))
        return std::nullopt;
    bool key = false, priorAt = false, documents = false;
    engine::Position position;
    position.key = parts[2].toLongLong(&key);
    const auto id = Uuid::fromText(QByteArrayView(parts[3]));
    position.priorAtMs = parts[4].toLongLong(&priorAt);
    position.documents = parts[5].toUInt(&documents);
    if (!key || !id || !priorAt || !documents || !readAhead(&rest, parts[6], &position)
        || !readDeferred(rest, position.isFused, position.deferred))
        return std::nullopt;
    position.id = id->bytes;
    return position;
}

} // namespace cargo::search
