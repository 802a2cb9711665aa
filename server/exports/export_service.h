#pragma once

#include "server/core/answer.h"
#include "server/exports/export_store.h"
#include "server/jobs/registry.h"
#include "server/providers/files/file_provider.h"
#include "server/users/user_service.h"

namespace cargo::exports {

// A person's archive: asked for, made by the jobs thread (again from the start when it was killed), handed to him alone,
// removed when its time is over or his account is closed.
class ExportService
{
public:
    ExportService(Runtime &runtime, users::UserService &users, files::FileProvider &files)
        : m_runtime(runtime), m_store(runtime), m_users(users), m_files(files)
    {
    }
    void registerJobs(jobs::Registry &registry);

    // 202 with the state; the one that is being made answers again. Error RateLimited: the last one was made less than
    // limits::kExportGapMs ago.
    QCoro::Task<Result<Answer>> order(CallContextPtr context);
    // All that stands under his id as one JSON object, without pictures, and `archive`: the state below.
    QCoro::Task<Result<QByteArray>> everything(CallContextPtr context);
    // {"status":"none"} when there is none.
    QCoro::Task<Result<QByteArray>> state(CallContextPtr context);
    struct Download
    {
        QString path;
        QByteArray sha256; // hex
    };
    // Error NotFound: somebody else's, not ready, or over.
    QCoro::Task<Result<Download>> download(CallContextPtr context, Uuid id);

private:
    QCoro::Task<Outcome> make(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> drop(CallContextPtr context, Uuid id);
    QCoro::Task<Outcome> dropAllOf(CallContextPtr context, UserId user);
    QString pathOf(Uuid id) const;

    Runtime &m_runtime;
    ExportStore m_store;
    users::UserService &m_users;
    files::FileProvider &m_files;
};

} // namespace cargo::exports
