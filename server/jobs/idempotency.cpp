#include "server/jobs/idempotency.h"

namespace cargo::jobs {

namespace {
const db::Query kRemember{"idempotency.remember", R"(
    insert into idempotency_keys (owner, key, request_hash, status, answer, created_at)
    values ($1, $2, $3::bytea, $4, $5, $6)
    on conflict (owner, key) do nothing)"};
}

QCoro::Task<Outcome> remember(db::Transaction tx, int status, QByteArray answer)
{
    const CallContextPtr context = tx.context();
    if (!context->idempotency)
        co_return ok();
    db::Params params;
    addKey(params, *context);
    params.add(status).add(answer).add(context->startedAt);
    auto rows = co_await tx.runParams(kRemember, std::move(params));
    if (!rows)
        co_return rows.error();
    if (rows->affected() == 0)
        co_return Error{ErrorCode::IdempotencyReplay, {}, {}};
    co_return ok();
}

void addKey(db::Params &params, const CallContext &context)
{
    // The same owner as the HTTP middleware looks for.
    const QByteArray owner =
        context.principal ? context.principal->user.toText() : QByteArray("anonymous:" + context.peerAddress);
    params.add(owner).add(context.idempotency->key).addBytes(context.idempotency->requestHash);
}

bool keyUsed(const Error &error)
{
    return error.code == ErrorCode::AlreadyExists && error.detail.endsWith(QLatin1String("idempotency_keys_pkey"));
}

} // namespace cargo::jobs
