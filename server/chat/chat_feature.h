#pragma once

#include "server/chat/chat_frames.h"
#include "server/chat/chat_routes.h"
#include "server/jobs/registry.h"

namespace cargo::chat {

// Chat on one thread. Worker threads give `directory` and call registerOn(router) and registerOn(hub); the jobs thread
// gives null and calls registerJobs(). `memory` is one for the whole server.
struct ChatFeature
{
    ChatFeature(Runtime &runtime, ChatMemory &memory, ws::Directory *directory)
        : service(runtime, memory, directory), routes(service), frames(service)
    {
    }

    void registerOn(http::Router &router) { routes.registerOn(router); }
    void registerOn(ws::Hub &hub) { frames.registerOn(hub); }
    void registerJobs(jobs::Registry &registry)
    {
        registry.onEvent("deal.released", "chat.contacts", [this](CallContextPtr context, jobs::StoredEvent event) {
            return service.openContacts(std::move(context), std::move(event));
        });
        registry.onEvent("deal.changed", "chat.lines", [this](CallContextPtr context, jobs::StoredEvent event) {
            return service.appendDealEvent(std::move(context), std::move(event));
        });
    }

    ChatService service;
    ChatRoutes routes;
    ChatFrames frames;
};

} // namespace cargo::chat
