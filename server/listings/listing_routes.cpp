#include "server/listings/listing_routes.h"

#include "server/http/etag.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "server/http/problem.h"
#include "server/listings/description_check.h"
#include "shared/api/paths.h"

namespace cargo::listings {

using http::Method;
using http::RequestPtr;
using http::Response;

namespace {
// A description of 8,000 characters, each escaped, and all the rest.
constexpr qint64 kListingBodyBytes = 192 * 1024;
constexpr int kSimilarDefault = 12;

Response notFound() { return Response::error(Error{ErrorCode::NotFound, {}, {}}); }

Response refuse(const Error &error)
{
    if (!error.field.isEmpty() && http::problemStatus(error.code) == 422)
        return Response::invalid({error});
    return Response::error(error);
}

// Contacts in a description: where they stand is told too, so that the form can show it.
Response refuse(const Error &error, const QString &description)
{
    Response response = refuse(error);
    if (error.field == QLatin1String("description"))
        response.member("spans", contactSpans(description));
    return response;
}

Response answer(int status, const ListingAnswer &listing)
{
    Response response = Response::json(status, listing.json);
    response.header("ETag", listing.etag);
    return response;
}

Response answer(const CardList &list) { return http::pageResponse(list.items, http::cursorOf(list.next)); }

// The version in If-Match. A reader's ETag is "<version>.<driver's version>.<favourite>": what follows the first number
// does not matter to a writer. nullopt: no header.
Result<std::optional<qint64>> sentVersion(const http::Request &request)
{
    QByteArray text = request.header("if-match").trimmed();
    if (text.isEmpty() || text == "*")
        return std::optional<qint64>();
    if (text.size() < 3 || !text.startsWith('"') || !text.endsWith('"'))
        return ErrorCode::VersionMismatch;
    text = text.mid(1, text.size() - 2);
    bool isNumber = false;
    const qint64 version = text.split('.').first().toLongLong(&isNumber);
    if (!isNumber)
        return ErrorCode::VersionMismatch;
    return std::optional<qint64>(version);
}
} // namespace

void ListingRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    http::RouteOptions write;
    write.maxBodyBytes = kListingBodyBytes;
    http::RouteOptions post = write;
    post.idempotent = true;
    http::RouteOptions open;
    open.access = http::Access::Public;
    const http::RouteOptions own;
    router.add(Method::Post, base + "/listings", post, [this](RequestPtr r) { return create(std::move(r)); });
    router.add(Method::Get, base + "/listings/{id}", open, [this](RequestPtr r) { return show(std::move(r)); });
    router.add(Method::Patch, base + "/listings/{id}", write, [this](RequestPtr r) { return change(std::move(r)); });
    router.add(Method::Delete, base + "/listings/{id}", own, [this](RequestPtr r) { return remove(std::move(r)); });
    router.add(Method::Post, base + "/listings/{id}/publish", post,
               [this](RequestPtr r) { return move(std::move(r), Move::Publish); });
    router.add(Method::Post, base + "/listings/{id}/pause", post,
               [this](RequestPtr r) { return move(std::move(r), Move::Pause); });
    router.add(Method::Post, base + "/listings/{id}/archive", post,
               [this](RequestPtr r) { return move(std::move(r), Move::Archive); });
    router.add(Method::Post, base + "/listings/{id}/duplicate", post, [this](RequestPtr r) { return duplicate(std::move(r)); });
    router.add(Method::Put, base + "/listings/{id}/photos", own, [this](RequestPtr r) { return setPhotos(std::move(r)); });
    router.add(Method::Get, base + "/me/listings", own, [this](RequestPtr r) { return mine(std::move(r)); });
    router.add(Method::Get, base + "/users/{id}/listings", open, [this](RequestPtr r) { return ofUser(std::move(r)); });
    router.add(Method::Get, base + "/listings/{id}/similar", open, [this](RequestPtr r) { return similar(std::move(r)); });
    router.add(Method::Get, base + "/compare", open, [this](RequestPtr r) { return compare(std::move(r)); });
    router.add(Method::Get, base + "/listings/{id}/price-history", open,
               [this](RequestPtr r) { return priceHistory(std::move(r)); });
    router.add(Method::Post, base + "/listings/{id}/report", post, [this](RequestPtr r) { return report(std::move(r)); });
}

QCoro::Task<Response> ListingRoutes::create(RequestPtr request)
{
    auto body = api::ListingInputDto::parse(request->body);
    if (!body.ok())
        co_return Response::invalid(body.errors);
    const QString description = body.value.description;
    const auto created = co_await m_service.create(request->context, std::move(body.value));
    if (!created)
        co_return refuse(created.error(), description);
    co_return answer(201, *created);
}

QCoro::Task<Response> ListingRoutes::show(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    auto page = co_await m_service.show(request->context, *id);
    if (!page)
        co_return Response::error(page.error());
    co_return http::withEtag(*request, Response::json(200, std::move(page->json)), page->etag);
}

QCoro::Task<Response> ListingRoutes::change(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto version = sentVersion(*request);
    if (!version)
        co_return Response::error(version.error());
    if (!*version)
        co_return Response::error(Error{ErrorCode::PreconditionRequired, {}, {}});
    auto patch = api::ListingPatchDto::parse(request->body);
    if (!patch.ok())
        co_return Response::invalid(patch.errors);
    const QString description = patch.value.fields.value(QLatin1String("description")).toString();
    const auto problems = std::make_shared<std::vector<Error>>();
    const auto changed = co_await m_service.change(request->context, *id, **version, std::move(patch.value), problems);
    if (!changed)
        co_return problems->empty() ? refuse(changed.error(), description) : Response::invalid(*problems);
    co_return answer(200, *changed);
}

QCoro::Task<Response> ListingRoutes::duplicate(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto copy = co_await m_service.duplicate(request->context, *id);
    if (!copy)
        co_return refuse(copy.error());
    co_return answer(201, *copy);
}

QCoro::Task<Response> ListingRoutes::remove(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto version = sentVersion(*request);
    if (!version)
        co_return Response::error(version.error());
    const auto removed = co_await m_service.remove(request->context, *id, *version);
    if (!removed)
        co_return Response::error(removed.error());
    co_return Response::noContent();
}

QCoro::Task<Response> ListingRoutes::move(RequestPtr request, Move move)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto version = sentVersion(*request);
    if (!version)
        co_return Response::error(version.error());
    const auto moved = co_await m_service.move(request->context, *id, *version, move);
    if (!moved)
        co_return http::failure(moved.error());
    co_return answer(200, *moved);
}

QCoro::Task<Response> ListingRoutes::setPhotos(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto version = sentVersion(*request);
    if (!version)
        co_return Response::error(version.error());
    auto body = api::ListingPhotosDto::parse(request->body);
    if (!body.ok())
        co_return Response::invalid(body.errors);
    const auto changed = co_await m_service.setPhotos(request->context, *id, *version, std::move(body.value.photos));
    if (!changed)
        co_return refuse(changed.error());
    co_return answer(200, *changed);
}

QCoro::Task<Response> ListingRoutes::mine(RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page)
        co_return Response::error(page.error());
    const QString status = request->queryValue("status");
    if (!status.isEmpty() && !listing::statusFromWord(status))
        co_return Response::invalid({Error{ErrorCode::UnknownValue, QStringLiteral("status"), {}}});
    const auto list = co_await m_service.mine(request->context, status.toLatin1(), page->after, page->limit);
    if (!list)
        co_return Response::error(list.error());
    co_return answer(*list);
}

QCoro::Task<Response> ListingRoutes::ofUser(RequestPtr request)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return notFound();
    const auto page = http::idPage(*request);
    if (!page)
        co_return Response::error(page.error());
    std::optional<ListingId> except;
    if (const QString text = request->queryValue("except"); !text.isEmpty()) {
        except = ListingId::fromText(QStringView(text));
        if (!except)
            co_return Response::invalid({Error{ErrorCode::InvalidFormat, QStringLiteral("except"), {}}});
    }
    const auto list = co_await m_service.ofUser(request->context, *id, page->after, page->limit, except);
    if (!list)
        co_return Response::error(list.error());
    co_return answer(*list);
}

QCoro::Task<Response> ListingRoutes::similar(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto limit = http::pageLimit(*request);
    if (!limit)
        co_return Response::error(limit.error());
    const bool asked = !request->queryValue("limit").isEmpty();
    const auto list = co_await m_service.similar(request->context, *id, asked ? *limit : kSimilarDefault);
    if (!list)
        co_return Response::error(list.error());
    // One page: there is nothing to go on with.
    co_return Response::json(200, "{\"items\":" + list->items + ",\"next_cursor\":null}");
}

QCoro::Task<Response> ListingRoutes::compare(RequestPtr request)
{
    constexpr int kFewest = 2;
    constexpr int kMost = 4;
    std::vector<ListingId> ids;
    for (const QString &text : request->queryValue("ids").split(u',', Qt::SkipEmptyParts)) {
        const auto id = ListingId::fromText(QStringView(text));
        if (!id)
            co_return Response::invalid({Error{ErrorCode::InvalidFormat, QStringLiteral("ids"), {}}});
        if (std::find(ids.begin(), ids.end(), *id) == ids.end())
            ids.push_back(*id);
    }
    if (ids.size() < kFewest || ids.size() > kMost)
        co_return Response::invalid({Error{ErrorCode::OutOfRange, QStringLiteral("ids"), {}}});
    const auto table = co_await m_service.compare(request->context, std::move(ids));
    if (!table)
        co_return Response::error(table.error());
    co_return Response::json(200, *table);
}

QCoro::Task<Response> ListingRoutes::priceHistory(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    const auto history = co_await m_service.priceHistory(request->context, *id);
    if (!history)
        co_return Response::error(history.error());
    api::JsonWriter out;
    history->write(out);
    co_return Response::json(200, out.take());
}

QCoro::Task<Response> ListingRoutes::report(RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return notFound();
    auto body = api::ListingReportDto::parse(request->body);
    if (!body.ok())
        co_return Response::invalid(body.errors);
    const auto reported = co_await m_service.report(request->context, *id, std::move(body.value));
    if (!reported)
        co_return Response::error(reported.error());
    co_return Response::noContent();
}

} // namespace cargo::listings
