#include "server/chat/writing_routes.h"

#include "server/chat/chat_routes.h"
#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::chat {

using http::failure;
using http::RequestPtr;
using http::Response;

void WritingRoutes::registerOn(http::Router &router)
{
    using http::Method;
    const QByteArray base(api::kBase);
    const http::RouteOptions own;
    http::RouteOptions writing;
    writing.maxBodyBytes = kMessageBodyBytes;
    router.add(Method::Patch, base + "/messages/{id}", writing, [this](RequestPtr r) { return edit(std::move(r)); });
    router.add(Method::Delete, base + "/messages/{id}", own, [this](RequestPtr r) { return remove(std::move(r)); });
    router.add(Method::Put, base + "/conversations/{id}/draft", writing, [this](RequestPtr r) { return draft(std::move(r)); });
    router.add(Method::Get, base + "/me/quick-replies", own, [this](RequestPtr r) { return replies(std::move(r)); });
    router.add(Method::Put, base + "/me/quick-replies", writing, [this](RequestPtr r) { return setReplies(std::move(r)); });
    router.add(Method::Get, base + "/me/blocks", own, [this](RequestPtr r) { return blocks(std::move(r)); });
    router.add(Method::Put, base + "/me/blocks/{id}", own, [this](RequestPtr r) { return block(std::move(r), true); });
    router.add(Method::Delete, base + "/me/blocks/{id}", own, [this](RequestPtr r) { return block(std::move(r), false); });
}

QCoro::Task<Response> WritingRoutes::edit(RequestPtr request)
{
    const auto id = request->id<MessageId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::EditMessageDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto changed = co_await m_changes.edit(request->context, *id, body.value.body);
    if (!changed)
        co_return failure(changed.error());
    if (changed->refused)
        co_return notBefore(*request, *changed->refused, changed->muted);
    co_return Response::json(200, changed->message);
}

QCoro::Task<Response> WritingRoutes::remove(RequestPtr request)
{
    const auto id = request->id<MessageId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto stub = co_await m_changes.remove(request->context, *id);
    co_return stub ? Response::json(200, *stub) : failure(stub.error());
}

QCoro::Task<Response> WritingRoutes::draft(RequestPtr request)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::DraftDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto kept = co_await m_writing.keepDraft(request->context, *id, body.value);
    co_return kept ? Response::noContent() : failure(kept.error());
}

QCoro::Task<Response> WritingRoutes::replies(RequestPtr request)
{
    const auto json = co_await m_writing.quickReplies(request->context);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> WritingRoutes::setReplies(RequestPtr request)
{
    const auto body = api::QuickRepliesDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto json = co_await m_writing.setQuickReplies(request->context, body.value);
    co_return json ? Response::json(200, *json) : failure(json.error());
}

QCoro::Task<Response> WritingRoutes::blocks(RequestPtr request)
{
    const auto items = co_await m_blocks.blocks(request->context);
    if (!items)
        co_return failure(items.error());
    const QByteArray json = "{\"items\":" + *items + '}';
    co_return Response::json(200, json);
}

QCoro::Task<Response> WritingRoutes::block(RequestPtr request, bool begins)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    auto doing = begins ? m_blocks.block(request->context, *id) : m_blocks.unblock(request->context, *id);
    const auto done = co_await doing;
    co_return done ? Response::noContent() : failure(done.error());
}

} // namespace cargo::chat
