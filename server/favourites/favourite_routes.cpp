#include "server/favourites/favourite_routes.h"

#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::favourites {

using http::Method;
using http::RequestPtr;
using http::Response;

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 kYear9999Ms = 253'370'764'800'000;

QByteArray cursorText(const FavouriteCursor &cursor)
{
    return QByteArray('f' + QByteArray::number(cursor.keptAt.unixMs) + ':' + cursor.listing.toText()).toBase64(kBase64);
}

std::optional<FavouriteCursor> readCursor(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !decoded.decoded.startsWith('f'))
        return std::nullopt;
    const QByteArray &bytes = decoded.decoded;
    const qsizetype colon = bytes.indexOf(':');
    if (colon < 0)
        return std::nullopt;
    bool isNumber = false;
    const qint64 ms = bytes.mid(1, colon - 1).toLongLong(&isNumber);
    const auto listing = Uuid::fromText(QByteArrayView(bytes).sliced(colon + 1));
    if (!isNumber || ms < 0 || ms > kYear9999Ms || !listing)
        return std::nullopt;
    return FavouriteCursor{Timestamp{ms}, *listing};
}
} // namespace

void FavouriteRoutes::registerOn(http::Router &router)
{
    const QByteArray path = QByteArray(api::kBase) + "/me/favourites";
    const http::RouteOptions own;
    router.add(Method::Get, path, own, [this](RequestPtr r) { return list(std::move(r)); });
    router.add(Method::Put, path + "/{listing_id}", own, [this](RequestPtr r) { return keep(std::move(r)); });
    router.add(Method::Delete, path + "/{listing_id}", own, [this](RequestPtr r) { return drop(std::move(r)); });
}

QCoro::Task<Response> FavouriteRoutes::list(RequestPtr request)
{
    const auto limit = http::pageLimit(*request);
    if (!limit)
        co_return Response::error(limit.error());
    std::optional<FavouriteCursor> after;
    const QString cursor = request->queryValue("cursor");
    if (!cursor.isEmpty()) {
        after = readCursor(cursor);
        if (!after)
            co_return Response::error(Error{ErrorCode::CursorInvalid, {}, {}});
    }
    const auto list = co_await m_store.list(request->context, request->context->principal->user, after, *limit);
    if (!list)
        co_return Response::error(list.error());
    const auto next = list->next ? std::optional<QByteArray>(cursorText(*list->next)) : std::nullopt;
    co_return http::pageResponse(list->items, next);
}

QCoro::Task<Response> FavouriteRoutes::keep(RequestPtr request)
{
    const auto id = request->id<ListingId>("listing_id");
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto kept = co_await m_store.keep(request->context, request->context->principal->user, *id, m_runtime.clock.now());
    if (!kept)
        co_return Response::error(kept.error());
    co_return *kept ? Response::noContent() : Response::error(Error{ErrorCode::NotFound, {}, {}});
}

QCoro::Task<Response> FavouriteRoutes::drop(RequestPtr request)
{
    const auto id = request->id<ListingId>("listing_id");
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto dropped = co_await m_store.drop(request->context, request->context->principal->user, *id);
    if (!dropped)
        co_return Response::error(dropped.error());
    co_return Response::noContent();
}

} // namespace cargo::favourites
