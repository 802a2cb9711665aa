#pragma once

#include "server/jobs/registry.h"
#include "server/media/media_service.h"

namespace cargo::media {

// The photos of an account that was closed. What proves something in a deal stays, and what others have received in a chat;
// everything else goes, rows first: whoever is killed in between begins again where rows are left, and a file whose last row is
// gone has its removal in the same transaction's outbox.
class EraseJob
{
public:
    EraseJob(Runtime &runtime, files::FileProvider &files) : m_runtime(runtime), m_files(files) {}
    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> plan(CallContextPtr context, jobs::StoredEvent closed);
    QCoro::Task<Outcome> erase(CallContextPtr context, UserId user);
    QCoro::Task<Outcome> dropFile(CallContextPtr context, jobs::StoredEvent unused);

    Runtime &m_runtime;
    files::FileProvider &m_files;
};

} // namespace cargo::media
