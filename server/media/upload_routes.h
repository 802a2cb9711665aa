#pragma once

#include "server/http/router.h"
#include "server/media/upload_service.h"

namespace cargo::media {

// PUT, PATCH and GET (HEAD) media/uploads/{id}: pieces go with `Upload-Offset` as application/offset+octet-stream.
class UploadRoutes
{
public:
    explicit UploadRoutes(UploadService &service) : m_service(service) {}
    void registerOn(http::Router &router);

private:
    QCoro::Task<http::Response> begin(http::RequestPtr request);
    QCoro::Task<http::Response> append(http::RequestPtr request);
    QCoro::Task<http::Response> state(http::RequestPtr request);

    UploadService &m_service;
};

} // namespace cargo::media
