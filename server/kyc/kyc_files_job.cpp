#include "server/kyc/kyc_files_job.h"

#include "server/audit/audit.h"
#include "server/desk/desk.h"
#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"
#include "server/vault/removed_file.h"

namespace cargo::kyc {

namespace {
constexpr char kTopic[] = "kyc.file_removed";
constexpr char kTimer[] = "kyc.retention";
} // namespace

void FilesJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent(kTopic, "kyc.drop_file",
                     [this](CallContextPtr, jobs::StoredEvent event) { return vault::dropFile(m_runtime.cpu, m_vault, event); });
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid id, Timestamp) { return timeOver(context, id); });
    registry.onEvent("user.closed", "kyc.account_closed",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return accountClosed(context, event); });
}

QCoro::Task<Outcome> FilesJob::dropLater(db::Transaction tx, std::vector<StoredFile> files)
{
    for (const StoredFile &file : files) {
        CARGO_CO_TRY(co_await vault::dropLater(tx, kTopic, file.document, file.sha256));
    }
    co_return ok();
}

QCoro::Task<Outcome> FilesJob::removeAt(db::Transaction tx, Uuid application, Timestamp when)
{
    co_return co_await jobs::setTimer(tx, kTimer, application, when);
}

QCoro::Task<Outcome> FilesJob::timeOver(CallContextPtr context, Uuid id)
{
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto application = co_await m_store.lock(*tx, id);
    CARGO_CO_TRY(application);
    if (!application->has_value() || (*application)->isOpen())
        co_return ok();
    const auto files = co_await m_store.removeAllOf(*tx, id, now);
    CARGO_CO_TRY(files);
    CARGO_CO_TRY(co_await dropLater(*tx, *files));
    const QByteArray details =
        "{\"application_id\":\"" + id.toText() + "\",\"documents\":" + QByteArray::number(files->size()) + '}';
    audit::AuditEvent removed{(*application)->user.uuid, "kyc.documents_removed", std::nullopt, details};
    CARGO_CO_TRY(co_await audit::append(*tx, removed));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> FilesJob::accountClosed(CallContextPtr context, jobs::StoredEvent event)
{
    const auto user = UserId::fromText(QByteArrayView(event.event.key));
    if (!user)
        co_return ok();
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto ids = co_await m_store.applicationsOf(*tx, *user);
    CARGO_CO_TRY(ids);
    for (const Uuid &id : *ids) {
        const auto files = co_await m_store.removeAllOf(*tx, id, now);
        CARGO_CO_TRY(files);
        CARGO_CO_TRY(co_await dropLater(*tx, *files));
        auto application = co_await m_store.lock(*tx, id);
        CARGO_CO_TRY(application);
        Application closed = **application;
        closed.text.clear();
        closed.note.clear();
        if (closed.isOpen()) {
            closed.status = KycStatus::Rejected;
            closed.reasonCode = "account_closed";
            closed.decidedAt = now;
            CARGO_CO_TRY(co_await desk::leave(*tx, "kyc", id, now));
        }
        CARGO_CO_TRY(co_await m_store.save(*tx, closed, now));
    }
    co_return co_await tx->commit();
}

} // namespace cargo::kyc
