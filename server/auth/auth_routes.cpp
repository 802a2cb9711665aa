#include "server/auth/auth_routes.h"

#include "server/http/failure.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::auth {

namespace {

// Tokens and secrets are nobody's to keep on the way.
http::Response secretAnswer(int status, const QByteArray &json)
{
    http::Response response = http::Response::json(status, json);
    response.header("Cache-Control", "no-store");
    return response;
}

http::Response respond(const Result<api::AuthAnswerDto> &answer, int status)
{
    return answer ? secretAnswer(status, answer->toJson()) : http::Response::error(answer.error());
}

http::Response respond(const Outcome &outcome)
{
    return outcome ? http::Response::noContent() : http::Response::error(outcome.error());
}

http::Response failure(const Error &error, qint64 retryAfterMs)
{
    http::Response response = http::Response::error(error);
    if (retryAfterMs > 0)
        response.header("Retry-After", QByteArray::number((retryAfterMs + 999) / 1000));
    return response;
}

} // namespace

void AuthRoutes::registerOn(http::Router &router)
{
    using http::Method;
    const QByteArray base = QByteArray(api::kBase) + "/auth";
    http::RouteOptions open;
    open.access = http::Access::Public;
    open.rateLimit = "auth";
    open.maxBodyBytes = 16 * 1024;
    http::RouteOptions retried = open;
    retried.idempotent = true;
    http::RouteOptions signedIn;
    signedIn.rateLimit = "auth";
    signedIn.maxBodyBytes = 16 * 1024;
    http::RouteOptions moderator;
    moderator.access = http::Access::Staff;
    moderator.permission = Permission::Moderate;
    moderator.idempotent = true;

    router.add(Method::Post, base + "/register", retried, [this](http::RequestPtr r) { return signUp(r); });
    router.add(Method::Post, base + "/login", open, [this](http::RequestPtr r) { return login(r); });
    router.add(Method::Post, base + "/ban/appeal", open, [this](http::RequestPtr r) { return appealBan(r); });
    router.add(Method::Post, base + "/refresh", retried, [this](http::RequestPtr r) { return refresh(r); });
    router.add(Method::Post, base + "/logout", open, [this](http::RequestPtr r) { return logout(r); });
    router.add(Method::Post, base + "/verify", signedIn, [this](http::RequestPtr r) { return verify(r); });
    router.add(Method::Post, base + "/verify/send", signedIn, [this](http::RequestPtr r) { return sendAgain(r); });
    router.add(Method::Post, base + "/password/forgot", open, [this](http::RequestPtr r) { return forgot(r); });
    router.add(Method::Post, base + "/password/reset", open, [this](http::RequestPtr r) { return reset(r); });
    router.add(Method::Post, base + "/totp/enable", signedIn, [this](http::RequestPtr r) { return enableTotp(r); });
    router.add(Method::Post, base + "/totp/confirm", signedIn, [this](http::RequestPtr r) { return confirmTotp(r); });
    http::RouteOptions staff = signedIn;
    staff.access = http::Access::Staff;
    router.add(Method::Post, base + "/step-up", staff, [this](http::RequestPtr r) { return stepUp(r); });
    router.add(Method::Get, base + "/sessions", signedIn, [this](http::RequestPtr r) { return sessions(r); });
    router.add(Method::Delete, base + "/sessions", signedIn, [this](http::RequestPtr r) { return endOthers(r); });
    router.add(Method::Delete, base + "/sessions/{id}", signedIn, [this](http::RequestPtr r) { return endOne(r); });

    const QByteArray root(api::kBase);
    http::RouteOptions support;
    support.access = http::Access::Staff;
    support.permission = Permission::Support;
    router.add(Method::Post, root + "/admin/users/{id}/sessions/end", support,
               [this](http::RequestPtr r) { return endSessions(r); });
    router.add(Method::Post, root + "/admin/users/{id}/ban", moderator,
               [this](http::RequestPtr r) { return changeBan(r, true); });
    router.add(Method::Post, root + "/admin/users/{id}/unban", moderator,
               [this](http::RequestPtr r) { return changeBan(r, false); });
}

QCoro::Task<http::Response> AuthRoutes::signUp(http::RequestPtr request)
{
    const auto dto = api::RegisterDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    const auto answer = co_await m_auth.signUp(request->context, dto.value);
    co_return respond(answer, 201);
}

QCoro::Task<http::Response> AuthRoutes::login(http::RequestPtr request)
{
    const auto dto = api::LoginDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    AuthService::Refusal refusal;
    const auto answer = co_await m_auth.login(request->context, dto.value, &refusal);
    if (!answer)
        co_return co_await refused(request->context, answer.error(), refusal);
    co_return respond(answer, 200);
}

QCoro::Task<http::Response> AuthRoutes::refused(CallContextPtr context, Error error, AuthService::Refusal refusal)
{
    http::Response response = failure(error, refusal.retryAfterMs);
    if (!refusal.banned)
        co_return response;
    const auto notice = co_await m_bans.notice(context, *refusal.banned);
    if (!notice)
        co_return http::Response::error(notice.error());
    if (*notice) {
        response.header("Cache-Control", "no-store");
        response.member("ban", (*notice)->decision);
        response.member("appeal_pass", '"' + (*notice)->pass + '"');
    }
    co_return response;
}

QCoro::Task<http::Response> AuthRoutes::appealBan(http::RequestPtr request)
{
    const auto dto = api::BanAppealDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    const auto answer = co_await m_bans.appeal(request->context, dto.value);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> AuthRoutes::refresh(http::RequestPtr request)
{
    const auto dto = api::RefreshDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    const auto answer = co_await m_sessions.refresh(request->context, dto.value.refreshToken);
    co_return respond(answer, 200);
}

QCoro::Task<http::Response> AuthRoutes::logout(http::RequestPtr request)
{
    const auto dto = api::RefreshDto::parseOptional(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    if (!request->context->principal && dto.value.refreshToken.isEmpty())
        co_return http::Response::error({ErrorCode::Unauthorized, {}, {}});
    const auto done = co_await m_sessions.logout(request->context, dto.value.refreshToken);
    co_return respond(done);
}

QCoro::Task<http::Response> AuthRoutes::verify(http::RequestPtr request)
{
    const auto dto = api::CodeDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    const auto user = co_await m_codes.verify(request->context, dto.value.code);
    if (!user)
        co_return http::Response::error(user.error());
    co_return http::Response::json(200, users::meOf(*user).toJson());
}

QCoro::Task<http::Response> AuthRoutes::sendAgain(http::RequestPtr request)
{
    const auto sent = co_await m_codes.sendAgain(request->context);
    co_return respond(sent);
}

QCoro::Task<http::Response> AuthRoutes::forgot(http::RequestPtr request)
{
    const auto dto = api::PasswordForgotDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    const auto asked = co_await m_codes.forgot(request->context, dto.value.email);
    co_return respond(asked);
}

QCoro::Task<http::Response> AuthRoutes::reset(http::RequestPtr request)
{
    const auto dto = api::PasswordResetDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    const auto done = co_await m_codes.reset(request->context, dto.value);
    co_return respond(done);
}

QCoro::Task<http::Response> AuthRoutes::enableTotp(http::RequestPtr request)
{
    const auto dto = api::TotpEnableDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    qint64 retryAfterMs = 0;
    const auto secret = co_await m_auth.enableTotp(request->context, dto.value.password, &retryAfterMs);
    if (!secret)
        co_return failure(secret.error(), retryAfterMs);
    co_return secretAnswer(200, secret->toJson());
}

QCoro::Task<http::Response> AuthRoutes::confirmTotp(http::RequestPtr request)
{
    const auto dto = api::CodeDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    qint64 retryAfterMs = 0;
    const auto done = co_await m_auth.confirmTotp(request->context, dto.value.code, &retryAfterMs);
    if (!done)
        co_return failure(done.error(), retryAfterMs);
    co_return http::Response::noContent();
}

QCoro::Task<http::Response> AuthRoutes::stepUp(http::RequestPtr request)
{
    const auto dto = api::StepUpDto::parse(request->body);
    if (!dto.ok())
        co_return http::Response::invalid(dto.errors);
    qint64 retryAfterMs = 0;
    const auto done = co_await m_auth.stepUp(request->context, dto.value.totp, &retryAfterMs);
    if (!done)
        co_return failure(done.error(), retryAfterMs);
    co_return http::Response::noContent();
}

QCoro::Task<http::Response> AuthRoutes::sessions(http::RequestPtr request)
{
    const auto list = co_await m_sessions.list(request->context);
    if (!list)
        co_return http::Response::error(list.error());
    api::JsonWriter out(2048);
    out.beginObject().key("items").beginArray();
    for (const api::SessionDto &session : *list)
        session.write(out);
    out.endArray().key("next_cursor").null().endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> AuthRoutes::endOthers(http::RequestPtr request)
{
    const auto done = co_await m_sessions.endOthers(request->context);
    co_return respond(done);
}

QCoro::Task<http::Response> AuthRoutes::endOne(http::RequestPtr request)
{
    const auto id = request->id<SessionId>();
    if (!id)
        co_return http::Response::error({ErrorCode::NotFound, {}, {}});
    const auto done = co_await m_sessions.endOne(request->context, *id);
    co_return respond(done);
}

QCoro::Task<http::Response> AuthRoutes::endSessions(http::RequestPtr request)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return http::Response::error({ErrorCode::NotFound, {}, {}});
    const auto ended = co_await m_accounts.endSessions(request->context, *id);
    co_return respond(ended);
}

QCoro::Task<http::Response> AuthRoutes::changeBan(http::RequestPtr request, bool banned)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return http::Response::error({ErrorCode::NotFound, {}, {}});
    const auto order = api::SanctionDto::parse(request->body);
    if (!order.ok())
        co_return http::Response::invalid(order.errors);
    auto task =
        banned ? m_accounts.ban(request->context, *id, order.value) : m_accounts.unban(request->context, *id, order.value);
    const auto answer = co_await task;
    if (!answer)
        co_return http::Response::error(answer.error());
    co_return http::Response::json(answer->status, answer->body);
}

} // namespace cargo::auth
