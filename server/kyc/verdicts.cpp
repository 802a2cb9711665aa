#include "server/kyc/verdicts.h"

#include "server/audit/audit.h"
#include "server/jobs/outbox.h"
#include "server/kyc/kyc_files_job.h"
#include "shared/api/json_writer.h"

namespace cargo::kyc {

namespace {
constexpr int kConfirmedTier = 2;
constexpr int kTierWithoutDocuments = 1;

// The journal, and the user.
QCoro::Task<Outcome> tell(db::Transaction tx, Application application)
{
    const QByteArray status = kycStatusWord(application.status);
    api::JsonWriter details;
    details.beginObject().field("application_id", application.id).field("verdict", status);
    details.field("reason_code", application.reasonCode).field("submission", application.submissions).endObject();
    audit::AuditEvent verdict{application.user.uuid, "kyc.decided", application.decidedBy, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, verdict));
    api::JsonWriter data;
    data.beginObject().field("application_id", application.id).field("reason_code", application.reasonCode);
    data.field("text", application.text).endObject();
    const QByteArray key = "kyc:" + application.id.toText() + ':' + QByteArray::number(application.submissions);
    co_return co_await jobs::notifyUser(tx, application.user, "kyc_" + status, data.take(), key);
}
} // namespace

QCoro::Task<Outcome> Verdicts::give(db::Transaction tx, Application application)
{
    const Timestamp now = m_runtime.clock.now();
    application.decidedAt = now;
    for (const DocumentRow &document : application.documents) {
        if (document.fault)
            CARGO_CO_TRY(co_await m_store.markFault(tx, document.id, document.fault));
    }
    CARGO_CO_TRY(co_await m_store.save(tx, application, now));
    if (application.status == KycStatus::Approved)
        CARGO_CO_TRY(co_await m_users.raiseKycTier(tx, application.user, kConfirmedTier));
    if (!application.isOpen())
        CARGO_CO_TRY(co_await FilesJob::removeAt(tx, application.id, now.plusMs(m_runtime.settings.kycRetentionMs)));
    co_return co_await tell(tx, application);
}

QCoro::Task<Outcome> Verdicts::withdraw(db::Transaction tx, Application application, QByteArray reasonCode)
{
    application.status = KycStatus::InReview;
    application.reasonCode = reasonCode;
    application.decidedAt.reset();
    application.decidedBy.reset();
    CARGO_CO_TRY(co_await m_store.save(tx, application, m_runtime.clock.now()));
    CARGO_CO_TRY(co_await m_users.lowerKycTier(tx, application.user, kTierWithoutDocuments));
    api::JsonWriter details;
    details.beginObject().field("application_id", application.id).field("reason_code", reasonCode).endObject();
    audit::AuditEvent withdrawn{application.user.uuid, "kyc.withdrawn", std::nullopt, details.take()};
    CARGO_CO_TRY(co_await audit::append(tx, withdrawn));
    api::JsonWriter data;
    data.beginObject().field("application_id", application.id).field("reason_code", reasonCode).endObject();
    const QByteArray key = "kyc_withdrawn:" + application.id.toText() + ':' + QByteArray::number(m_runtime.clock.now().unixMs);
    co_return co_await jobs::notifyUser(tx, application.user, "kyc_withdrawn", data.take(), key);
}

} // namespace cargo::kyc
