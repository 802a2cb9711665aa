#pragma once

#include "server/media/erase_job.h"
#include "server/media/media_routes.h"
#include "server/media/text_job.h"
#include "server/media/upload_routes.h"

namespace cargo::media {

// Photos as one piece for the composition root. `files` and `reader` are for the whole server.
struct MediaFeature
{
    MediaStore store;
    MediaService service;
    UploadService uploads;
    MediaRoutes routes;
    UploadRoutes uploadRoutes;
    EraseJob eraseJob;
    TextJob textJob;

    MediaFeature(Runtime &runtime, files::FileProvider &files, photo_text::PhotoTextProvider &reader)
        : store(runtime), service(runtime, store, files), uploads(runtime, service), routes(service), uploadRoutes(uploads),
          eraseJob(runtime, files), textJob(runtime, files, reader)
    {
    }
    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        uploadRoutes.registerOn(router);
    }
    void registerJobs(jobs::Registry &registry)
    {
        uploads.registerJobs(registry);
        eraseJob.registerJobs(registry);
    }
};

} // namespace cargo::media
