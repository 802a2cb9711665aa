#pragma once

#include "server/media/media_routes.h"

namespace cargo::media {

// Photos as one piece for the composition root. `files` is one for the whole server.
struct MediaFeature
{
    MediaStore store;
    MediaService service;
    MediaRoutes routes;

    MediaFeature(Runtime &runtime, files::FileProvider &files) : store(runtime), service(runtime, store, files), routes(service)
    {
    }
    void registerOn(http::Router &router) { routes.registerOn(router); }
};

} // namespace cargo::media
