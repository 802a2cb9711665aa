#pragma once

#include "server/chat/chat_frames.h"
#include "server/chat/chat_job.h"
#include "server/chat/chat_routes.h"
#include "server/chat/writing_routes.h"

namespace cargo::chat {

// Chat on one thread. Worker threads give `directory` and call registerOn(router) and registerOn(hub); the jobs thread
// gives null and calls registerJobs(). `memory` is one for the whole server.
struct ChatFeature
{
    ChatFeature(Runtime &runtime, ChatMemory &memory, ws::Directory *directory)
        : service(runtime, memory, directory), mutes(runtime), changes(runtime, memory), writing(runtime, directory),
          blocks(runtime), routes(service, mutes), writingRoutes(changes, writing, blocks), frames(service), job(runtime)
    {
    }

    void registerOn(http::Router &router)
    {
        routes.registerOn(router);
        writingRoutes.registerOn(router);
    }
    void registerOn(ws::Hub &hub) { frames.registerOn(hub); }
    void registerJobs(jobs::Registry &registry) { job.registerOn(registry); }

    ChatService service;
    MuteService mutes;
    MessageChanges changes;
    WritingService writing;
    BlockService blocks;
    ChatRoutes routes;
    WritingRoutes writingRoutes;
    ChatFrames frames;
    ChatJob job;
};

} // namespace cargo::chat
