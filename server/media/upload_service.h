#pragma once

#include "server/core/answer.h"
#include "server/jobs/registry.h"
#include "server/media/media_service.h"
#include "server/media/upload_store.h"
#include "shared/api/upload_dto.h"

namespace cargo::media {

// Photos that come in pieces and go on after a break. A piece counts only where the one before it ended; the whole counts only
// when it has the hash that was announced, whatever became of the pieces on the way. What is not finished in time goes.
class UploadService
{
public:
    UploadService(Runtime &runtime, MediaService &media) : m_runtime(runtime), m_store(runtime), m_media(media) {}
    void registerJobs(jobs::Registry &registry);

    // `id` is the caller's own name for it everywhere here: to others it means nothing.

    // Begins it, or says how far it is: 201 or 200 with the upload. Errors: NotFound (its time is over), Conflict (this id is
    // of another file), RateLimited (too many unfinished ones).
    QCoro::Task<Result<Answer>> begin(CallContextPtr context, Uuid id, api::UploadBody body);
    // Error NotFound: also when its time is over.
    QCoro::Task<Result<api::UploadDto>> state(CallContextPtr context, Uuid id);
    // Errors: NotFound, StateConflict (field "offset"; detail: where it stands), PayloadTooLarge, StorageFull; at the end also
    // UnknownValue (field "sha256": it is not the file that was announced) and those of MediaService::take(), after which the
    // upload is gone.
    QCoro::Task<Result<api::UploadDto>> append(CallContextPtr context, Uuid id, qint64 offset, QByteArray bytes);

private:
    QCoro::Task<Result<PartUpload>> find(CallContextPtr context, Uuid id);
    QCoro::Task<Outcome> finish(CallContextPtr context, PartUpload upload);
    QCoro::Task<Outcome> drop(CallContextPtr context, Uuid row);
    QString pathOf(Uuid row) const;

    Runtime &m_runtime;
    UploadStore m_store;
    MediaService &m_media;
};

} // namespace cargo::media
