#include "server/agreements/agreement_service.h"

#include "server/jobs/idempotency.h"
#include "shared/api/json_writer.h"

namespace cargo::agreements {

QCoro::Task<Result<QByteArray>> AgreementService::list(CallContextPtr context)
{
    const Principal &me = *context->principal;
    AgreementStore::Reader reader;
    reader.user = me.user;
    reader.audience = roleWord(me.role);
    reader.english = context->locale == Locale::En;
    reader.now = m_runtime.clock.now();
    reader.graceMs = m_runtime.settings.agreementGraceMs;
    co_return co_await m_store.list(context, reader);
}

QCoro::Task<Result<Answer>> AgreementService::sign(CallContextPtr context, QByteArray slug, qint64 version)
{
    const Principal me = *context->principal;
    if (me.role == Role::Staff)
        co_return Error{ErrorCode::Forbidden, {}, QStringLiteral("agreements are the users'")};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto standing = co_await m_store.standing(*tx, slug, me.user);
    CARGO_CO_TRY(standing);
    if (!standing->has_value() || ((*standing)->audience != "all" && (*standing)->audience != roleWord(me.role)))
        co_return ErrorCode::NotFound;
    if ((*standing)->version != version)
        co_return Error{ErrorCode::StateConflict, {}, QString::number((*standing)->version)};
    Signature signature;
    signature.user = me.user;
    signature.slug = slug;
    signature.version = version;
    signature.at = m_runtime.clock.now();
    signature.session = me.session;
    signature.device = context->userAgent;
    const auto fresh = co_await m_store.insert(*tx, signature);
    CARGO_CO_TRY(fresh);
    const auto json = co_await m_store.json(*tx, slug, version, me.user);
    CARGO_CO_TRY(json);
    Answer answer{*fresh ? 201 : 200, *json};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> AgreementService::requireSigned(db::Transaction tx, UserId user, Role role)
{
    const QByteArray slug = role == Role::Driver ? "terms-driver" : "terms-buyer";
    const auto standing = co_await m_store.standing(tx, slug, user);
    CARGO_CO_TRY(standing);
    if (!standing->has_value() || (*standing)->signedUpTo >= (*standing)->version)
        co_return ok();
    const Standing &now = **standing;
    const bool hadTheOneBefore = now.signedUpTo == now.version - 1 && (now.signedUpTo > 0 || now.wasThereBefore);
    if (hadTheOneBefore && m_runtime.clock.now() < now.publishedAt.plusMs(m_runtime.settings.agreementGraceMs))
        co_return ok();
    api::JsonWriter which;
    which.beginObject().field("slug", slug).field("version", now.version).endObject();
    co_return Error{ErrorCode::AgreementRequired, {}, QString::fromUtf8(which.take())};
}

} // namespace cargo::agreements
