#include "server/chat/chat_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "server/limits.h"
#include "shared/api/json_reader.h"
#include "shared/api/paths.h"

namespace cargo::chat {

namespace {
using http::Response;

constexpr qsizetype kMaxSearched = 100;
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

// The last conversation's moment and id.
QByteArray cursorText(const std::pair<Timestamp, Uuid> &last)
{
    return QByteArray('c' + QByteArray::number(last.first.unixMs) + ':' + last.second.toText()).toBase64(kBase64);
}

std::optional<std::pair<Timestamp, Uuid>> readCursor(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || !decoded.decoded.startsWith('c'))
        return std::nullopt;
    const qsizetype colon = decoded.decoded.indexOf(':');
    bool ok = false;
    const qint64 ms = decoded.decoded.mid(1, colon - 1).toLongLong(&ok);
    const auto uuid = Uuid::fromText(QByteArrayView(decoded.decoded).sliced(std::max<qsizetype>(colon + 1, 0)));
    constexpr qint64 kYear9999Ms = 253'370'764'800'000;
    if (colon < 0 || !ok || ms < 0 || ms > kYear9999Ms || !uuid)
        return std::nullopt;
    return std::pair{Timestamp{ms}, *uuid};
}

// ?before= or ?after=, a message's number.
Result<std::optional<qint64>> readNumber(const http::Request &request, const char *name)
{
    const QString text = request.queryValue(name);
    if (text.isEmpty())
        return std::optional<qint64>();
    bool ok = false;
    const qint64 number = text.toLongLong(&ok);
    if (!ok || number < 0)
        return Error{ErrorCode::ValidationFailed, QString::fromLatin1(name), QStringLiteral("a number of a message")};
    return std::optional<qint64>(number);
}

} // namespace

void ChatRoutes::registerOn(http::Router &router)
{
    const QByteArray base(api::kBase);
    const http::RouteOptions read;
    http::RouteOptions create;
    create.idempotent = true;
    http::RouteOptions message;
    message.idempotent = true;
    message.maxBodyBytes = kMessageBodyBytes;
    using http::Method;
    using http::RequestPtr;
    router.add(Method::Post, base + "/listings/{id}/conversations", create, [this](RequestPtr r) { return open(std::move(r)); });
    router.add(Method::Get, base + "/conversations", read, [this](RequestPtr r) { return list(std::move(r)); });
    router.add(Method::Get, base + "/conversations/{id}", read, [this](RequestPtr r) { return show(std::move(r)); });
    http::RouteOptions bodies = read;
    bodies.stepUpQuery = "original";
    router.add(Method::Get, base + "/conversations/{id}/messages", bodies,
               [this](RequestPtr r) { return messages(std::move(r)); });
    router.add(Method::Post, base + "/conversations/{id}/messages", message, [this](RequestPtr r) { return send(std::move(r)); });
    router.add(Method::Post, base + "/conversations/{id}/read", read, [this](RequestPtr r) { return mark(std::move(r), true); });
    router.add(Method::Post, base + "/conversations/{id}/delivered", read,
               [this](RequestPtr r) { return mark(std::move(r), false); });
    http::RouteOptions moderator;
    moderator.access = http::Access::Staff;
    moderator.permission = Permission::Moderate;
    moderator.idempotent = true;
    router.add(Method::Post, base + "/admin/users/{id}/mute", moderator,
               [this](RequestPtr r) { return mute(std::move(r), false); });
    router.add(Method::Post, base + "/admin/users/{id}/unmute", moderator,
               [this](RequestPtr r) { return mute(std::move(r), true); });
}

Response notBefore(const http::Request &request, Timestamp until, bool muted)
{
    Response response = Response::error(Error{muted ? ErrorCode::Muted : ErrorCode::RateLimited, {}, {}});
    const qint64 waitMs = std::max<qint64>(until.unixMs - request.context->startedAt.unixMs, 0);
    response.header("Retry-After", QByteArray::number((waitMs + 999) / 1000));
    response.member("until", '"' + until.toRfc3339() + '"');
    return response;
}

QCoro::Task<Response> ChatRoutes::open(http::RequestPtr request)
{
    const auto listing = request->id<ListingId>();
    if (!listing)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    // Nothing is needed there, but what is sent must be an object.
    if (!request->body.isEmpty()) {
        if (const auto body = api::parseObject(request->body); !body)
            co_return Response::error(body.error());
    }
    const auto opened = co_await m_service.open(request->context, *listing);
    if (!opened)
        co_return Response::error(opened.error());
    co_return Response::json(opened->created ? 201 : 200, opened->json);
}

QCoro::Task<Response> ChatRoutes::list(http::RequestPtr request)
{
    std::optional<std::pair<Timestamp, Uuid>> before;
    const QString cursor = request->queryValue("cursor");
    if (!cursor.isEmpty()) {
        before = readCursor(cursor);
        if (!before)
            co_return Response::error(Error{ErrorCode::CursorInvalid, {}, {}});
    }
    const auto limit = http::pageLimit(*request);
    if (!limit)
        co_return Response::error(limit.error());
    const auto page = co_await m_service.conversations(request->context, before, *limit);
    if (!page)
        co_return Response::error(page.error());
    const auto next = page->next ? std::optional<QByteArray>(cursorText(*page->next)) : std::nullopt;
    co_return http::pageResponse(page->items, next);
}

QCoro::Task<Response> ChatRoutes::show(http::RequestPtr request)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await m_service.conversation(request->context, *id);
    if (!json)
        co_return Response::error(json.error());
    co_return Response::json(200, *json);
}

// Newest first; ?before= goes back, ?after= goes on from a number that is known, oldest first. The cursor repeats one.
QCoro::Task<Response> ChatRoutes::messages(http::RequestPtr request)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto page = http::numberPage(*request);
    if (!page)
        co_return Response::error(page.error());
    auto before = readNumber(*request, "before");
    auto after = readNumber(*request, "after");
    if (!before)
        co_return Response::error(before.error());
    if (!after)
        co_return Response::error(after.error());
    if (*before && *after)
        co_return Response::error(Error{ErrorCode::ValidationFailed, QStringLiteral("after"), QStringLiteral("before or after")});
    if (page->afterNumber) {
        if (*after)
            after = Result<std::optional<qint64>>(page->afterNumber);
        else
            before = Result<std::optional<qint64>>(page->afterNumber);
    }
    const auto original = http::queryWord(*request, "original", {QLatin1String("1")});
    if (!original)
        co_return Response::error(original.error());
    const bool wanted = !original->isEmpty();
    const QString words = request->queryValue("q");
    if (words.isEmpty()) {
        const auto list = co_await m_service.messages(request->context, *id, *before, *after, page->limit, wanted);
        co_return list ? http::pageResponse(list->items, http::cursorOf(list->next)) : Response::error(list.error());
    }
    if (words.size() > kMaxSearched || *after) {
        const bool tooLong = words.size() > kMaxSearched;
        co_return tooLong ? http::failure(std::vector<Error>{{ErrorCode::TooLong, QStringLiteral("q"), {}}})
                          : http::failure(std::vector<Error>{{ErrorCode::ValidationFailed, QStringLiteral("after"), {}}});
    }
    const auto list = co_await m_service.messagesWith(request->context, *id, words, *before, page->limit, wanted);
    co_return list ? http::pageResponse(list->items, http::cursorOf(list->next)) : Response::error(list.error());
}

QCoro::Task<Response> ChatRoutes::send(http::RequestPtr request)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    auto dto = api::SendMessageDto::parse(request->body);
    if (!dto.ok())
        co_return Response::invalid(dto.errors);
    const auto sent = co_await m_service.send(request->context, *id, std::move(dto.value));
    if (!sent)
        co_return Response::error(sent.error());
    if (sent->kind == Sent::Kind::Blocked)
        co_return Response::error(Error{ErrorCode::Blocked, {}, {}});
    if (sent->kind == Sent::Kind::Muted || sent->kind == Sent::Kind::TooFast) {
        co_return notBefore(*request, sent->until, sent->kind == Sent::Kind::Muted);
    }
    co_return Response::json(sent->kind == Sent::Kind::Stored ? 201 : 200, sent->message);
}

QCoro::Task<Response> ChatRoutes::mark(http::RequestPtr request, bool read)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return Response::error(object.error());
    api::JsonReader in(*object);
    const qint64 seq = in.integer("seq", {.min = 0});
    if (!in.ok())
        co_return Response::invalid(in.errors());
    auto marking = read ? m_service.markRead(request->context, *id, seq) : m_service.markDelivered(request->context, *id, seq);
    const auto json = co_await marking;
    if (!json)
        co_return Response::error(json.error());
    co_return Response::json(200, *json);
}

QCoro::Task<Response> ChatRoutes::mute(http::RequestPtr request, bool ends)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return Response::error(Error{ErrorCode::NotFound, {}, {}});
    auto order = api::SanctionDto::parse(request->body);
    if (order.ok() && !ends && !order.value.until)
        order.errors.push_back({ErrorCode::Required, QStringLiteral("until"), {}});
    if (!order.ok())
        co_return Response::invalid(order.errors);
    if (ends)
        order.value.until = Timestamp{0}; // a moment that has passed
    const auto answer = co_await m_mutes.mute(request->context, *id, order.value);
    co_return http::respond(answer);
}

} // namespace cargo::chat
