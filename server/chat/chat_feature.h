#pragma once

#include "server/chat/chat_frames.h"
#include "server/chat/chat_job.h"
#include "server/chat/chat_routes.h"

namespace cargo::chat {

// Chat on one thread. Worker threads give `directory` and call registerOn(router) and registerOn(hub); the jobs thread
// gives null and calls registerJobs(). `memory` is one for the whole server.
struct ChatFeature
{
    ChatFeature(Runtime &runtime, ChatMemory &memory, ws::Directory *directory)
        : service(runtime, memory, directory), mutes(runtime), routes(service, mutes), frames(service), job(runtime)
    {
    }

    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerOn(ws::Hub &hub) { frames.registerOn(hub); }
    void registerJobs(jobs::Registry &registry) { job.registerOn(registry); }

    ChatService service;
    MuteService mutes;
    ChatRoutes routes;
    ChatFrames frames;
    ChatJob job;
};

} // namespace cargo::chat
