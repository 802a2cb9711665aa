#include "server/kyc/kyc_desk_service.h"

#include "server/audit/audit.h"
#include "server/desk/decisions.h"
#include "server/desk/desk.h"
#include "server/desk/reason_codes.h"
#include "server/jobs/idempotency.h"
#include "server/kyc/kyc_json.h"
#include "shared/api/json_writer.h"

namespace cargo::kyc {

namespace {
KycStatus statusAfter(const QString &decision)
{
    if (decision == QLatin1String("approve"))
        return KycStatus::Approved;
    return decision == QLatin1String("retry") ? KycStatus::Retry : KycStatus::Rejected;
}
} // namespace

QCoro::Task<Result<QByteArray>> KycDeskService::find(CallContextPtr context, Uuid id)
{
    const auto found = co_await m_store.find(context, id);
    CARGO_CO_TRY(found);
    if (!found->has_value())
        co_return ErrorCode::NotFound;
    const auto card = co_await m_store.cardOf(context, (*found)->user);
    CARGO_CO_TRY(card);
    const auto check = co_await m_checks.find(context, id);
    CARGO_CO_TRY(check);
    co_return caseJson(**found, *card, *check);
}

QCoro::Task<Result<QByteArray>> KycDeskService::reveal(CallContextPtr context, Uuid id, Uuid document, QString reason)
{
    const auto found = co_await m_store.find(context, id);
    CARGO_CO_TRY(found);
    std::optional<Application> application = *found;
    const DocumentRow *row = application ? application->find(document) : nullptr;
    if (!row)
        co_return ErrorCode::NotFound;
    const vault::Vault::Stored stored{row->fileSha256, row->wrappedKey, row->keyId};
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    api::JsonWriter details;
    details.beginObject().field("application_id", id).field("document_id", document);
    details.field("kind", documentKindWord(row->kind)).field("reason", reason).endObject();
    audit::AuditEvent look{application->user.uuid, "kyc.document_viewed", context->principal->user, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, look));
    CARGO_CO_TRY(co_await tx->commit());
    const vault::Vault *vault = &m_vault;
    const auto work = [vault, document, stored] { return vault->read(document, stored); };
    auto reading = m_runtime.cpu.run(work);
    co_return co_await reading;
}

QCoro::Task<Result<Answer>> KycDeskService::decide(CallContextPtr context, Uuid id, api::KycDecisionDto decision)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto found = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(found);
    if (!found->has_value())
        co_return ErrorCode::NotFound;
    Application application = **found;
    if (application.status != KycStatus::InReview)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"),
                        QString::fromLatin1(kycStatusWord(application.status))};
    CARGO_CO_TRY(co_await desk::settle(*tx, "kyc", id, me, now));
    for (const auto &[document, fault] : decision.faults) {
        DocumentRow *row = application.find(document);
        if (!row)
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("documents"), {}};
        row->fault = fault;
    }
    application.status = statusAfter(decision.decision);
    application.decidedBy = me;
    application.reasonCode = decision.reasonCode.toLatin1();
    application.text = decision.text.toUtf8();
    application.note = decision.note.toUtf8();
    if (application.status == KycStatus::Rejected) {
        const desk::ReasonCode *reason = desk::findReason("kyc", application.reasonCode);
        desk::NewDecision told{
            application.user,           "kyc",         id, "reject", application.reasonCode,
            reason ? reason->rule : "", decision.text, me, now,      now.plusMs(m_runtime.settings.appealWindowMs)};
        CARGO_CO_TRY(co_await desk::record(*tx, told));
    }
    CARGO_CO_TRY(co_await m_verdicts.give(*tx, application));
    const auto check = co_await m_checks.find(context, id);
    CARGO_CO_TRY(check);
    Answer answer{200, caseJson(application, {}, *check)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Outcome> KycDeskService::reopen(db::Transaction tx, Uuid id)
{
    const auto found = co_await m_store.lock(tx, id);
    CARGO_CO_TRY(found);
    if (!found->has_value() || (*found)->status != KycStatus::Rejected)
        co_return ok();
    Application application = **found;
    application.status = KycStatus::Retry;
    co_return co_await m_store.save(tx, application, m_runtime.clock.now());
}

} // namespace cargo::kyc
