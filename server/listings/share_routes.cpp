#include "server/listings/share_routes.h"

#include "server/http/etag.h"
#include "server/listings/share_page.h"

#include <QJsonDocument>

namespace cargo::listings {

namespace {
http::Response htmlOf(int status, QByteArray body)
{
    http::Response response;
    response.status = status;
    response.contentType = "text/html; charset=utf-8";
    response.body = std::move(body);
    response.header("Content-Security-Policy", sharePolicy()).header("Vary", "Accept-Language");
    response.header("Cache-Control", "public, max-age=60");
    return response;
}
} // namespace

void ShareRoutes::registerOn(http::Router &router)
{
    http::RouteOptions open;
    open.access = http::Access::Public;
    router.add(http::Method::Get, "/l/{id}", open, [this](http::RequestPtr request) { return show(std::move(request)); });
}

QCoro::Task<http::Response> ShareRoutes::show(http::RequestPtr request)
{
    const Locale locale = request->context->locale;
    const QByteArray base = m_runtime.settings.linkBase();
    const auto id = request->id<ListingId>();
    if (!id)
        co_return htmlOf(404, missingPage(base, locale));
    const auto page = co_await m_service.show(request->context, *id);
    if (!page && page.code() != ErrorCode::NotFound)
        co_return http::Response::error(page.error());
    // Its driver and moderators see more than the public; this page is the same for everybody.
    if (!page || page->status != listing::Status::Published)
        co_return htmlOf(404, missingPage(base, locale));
    const auto listing = api::ListingDto::read(QJsonDocument::fromJson(page->json).object());
    if (!listing.ok())
        co_return http::Response::error(Error{ErrorCode::Internal, {}, QStringLiteral("a listing that cannot be read")});
    const QByteArray body = sharePage(listing.value, base, locale);
    co_return http::withEtag(*request, htmlOf(200, body), http::etagOfBytes(body));
}

} // namespace cargo::listings
