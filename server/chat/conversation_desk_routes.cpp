#include "server/chat/conversation_desk_feature.h"

#include "server/http/failure.h"
#include "shared/api/paths.h"

namespace cargo::chat {

using http::failure;

void ConversationDeskRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin";
    http::RouteOptions reading;
    reading.access = http::Access::Staff;
    reading.permission = Permission::Moderate;
    http::RouteOptions deciding = reading;
    reading.stepUp = true;
    deciding.idempotent = true;
    router.add(Method::Get, base + "/conversations/{id}", reading, [this](RequestPtr r) { return look(r); });
    router.add(Method::Post, base + "/queues/conversations/{id}/decide", deciding, [this](RequestPtr r) { return decide(r); });
}

QCoro::Task<http::Response> ConversationDeskRoutes::look(http::RequestPtr request)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const QString reason = request->queryValue("reason").trimmed().left(500);
    if (reason.size() < 3)
        co_return failure(std::vector<Error>{{ErrorCode::Required, QStringLiteral("reason"), {}}});
    const auto json = co_await m_desk.look(request->context, *id, reason);
    if (!json)
        co_return failure(json.error());
    http::Response response = http::Response::json(200, *json);
    response.header("Cache-Control", "no-store");
    co_return response;
}

QCoro::Task<http::Response> ConversationDeskRoutes::decide(http::RequestPtr request)
{
    const auto id = request->id<ConversationId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto body = api::ConversationDecisionDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_desk.decide(request->context, *id, body.value);
    co_return http::respond(answer);
}

} // namespace cargo::chat
