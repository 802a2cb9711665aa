#include "server/http/etag.h"

#include <QCryptographicHash>

namespace cargo::http {

namespace {
// Weak comparison of a list of validators with one.
bool names(QByteArrayView list, QByteArrayView etag)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        QByteArrayView item = comma < 0 ? list : list.first(comma);
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
        while (!item.isEmpty() && item.front() == ' ')
            item = item.sliced(1);
        while (!item.isEmpty() && item.back() == ' ')
            item.chop(1);
        if (item.startsWith("W/"))
            item = item.sliced(2);
        if (item == "*" || item == etag)
            return true;
    }
    return false;
}
} // namespace

QByteArray etagOf(qint64 version) { return '"' + QByteArray::number(version) + '"'; }

QByteArray etagOfBytes(QByteArrayView body)
{
    return '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha256).left(16).toHex() + '"';
}

Response withEtag(const Request &request, Response response, const QByteArray &etag)
{
    response.header("ETag", etag);
    if (!response.hasHeader("Cache-Control"))
        response.header("Cache-Control", "private, no-cache");
    const QByteArrayView known = request.headerView("if-none-match");
    if (response.status == 200 && !known.isEmpty() && names(known, etag)) {
        response.status = 304;
        response.body.clear();
        response.filePath.clear();
    }
    return response;
}

Result<qint64> ifMatchVersion(const Request &request)
{
    const QByteArray header = request.header("if-match").trimmed();
    if (header.isEmpty())
        return ErrorCode::PreconditionRequired;
    bool isNumber = false;
    const qint64 version = header.size() > 2 && header.startsWith('"') && header.endsWith('"')
                               ? header.mid(1, header.size() - 2).toLongLong(&isNumber)
                               : 0;
    if (!isNumber)
        return ErrorCode::VersionMismatch;
    return version;
}

} // namespace cargo::http
