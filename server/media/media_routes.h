#pragma once

#include "server/http/router.h"
#include "server/media/media_service.h"

namespace cargo::media {

// POST media takes a photo of any signed-in user; GET media/{id}/{variant} is public, so that pictures can be cached by
// anybody on the way: ids cannot be guessed, and a listing's photos are public anyway.
class MediaRoutes
{
public:
    explicit MediaRoutes(MediaService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> upload(http::RequestPtr request);
    QCoro::Task<http::Response> show(http::RequestPtr request);

    MediaService &m_service;
};

} // namespace cargo::media
