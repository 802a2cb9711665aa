#include "server/http/middleware/idempotency.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace cargo::http {

namespace {
const db::Query kFindAnswer{"idempotency.find_answer",
                            "select request_hash, status, answer from idempotency_keys where owner = $1 and key = $2"};

QByteArray hashOf(const Request &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(methodWord(request.method)));
    hash.addData(QByteArrayView("\n"));
    hash.addData(QByteArrayView(request.path));
    hash.addData(QByteArrayView("?"));
    hash.addData(QByteArrayView(request.query));
    hash.addData(QByteArrayView("\n"));
    hash.addData(QByteArrayView(request.body));
    if (!request.uploadPath.isEmpty()) {
        QFile file(request.uploadPath);
        if (file.open(QIODevice::ReadOnly))
            hash.addData(&file);
    }
    return hash.result();
}

QByteArray ownerOf(const CallContext &context)
{
    return context.principal ? context.principal->user.toText() : QByteArray("anonymous:" + context.peerAddress);
}
} // namespace

Outcome readIdempotencyKey(Exchange &exchange)
{
    const QByteArrayView key = exchange.request.headerView("idempotency-key");
    if (key.isNull())
        return ok();
    const bool sane = !key.isEmpty() && key.size() <= limits::kIdempotencyKeyBytes
                      && std::all_of(key.begin(), key.end(), [](char c) { return c > 32 && c < 127; });
    if (!sane)
        return {ErrorCode::BadRequest, QStringLiteral("Idempotency-Key"), QStringLiteral("1 to 128 visible ASCII characters")};
    exchange.request.context->idempotency = IdempotencyKey{key.toByteArray(), hashOf(exchange.request)};
    return ok();
}

QCoro::Task<std::optional<Response>> findStoredAnswer(db::Database *database, CallContextPtr context)
{
    const QByteArray owner = ownerOf(*context);
    auto rows = co_await database->read(context, kFindAnswer, owner, context->idempotency->key);
    if (!rows)
        co_return Response::error(rows.error());
    if (rows->empty())
        co_return std::nullopt;
    if (rows->blob(0, 0) != context->idempotency->requestHash)
        co_return Response::error({ErrorCode::IdempotencyKeyReused, {}, {}});
    const int status = rows->int32(0, 1);
    Response stored = status == 204 ? Response::noContent() : Response::json(status, rows->bytes(0, 2));
    stored.header("Idempotency-Replayed", "true");
    co_return stored;
}

} // namespace cargo::http
