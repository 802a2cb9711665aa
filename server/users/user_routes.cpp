#include "server/users/user_routes.h"

#include "server/http/etag.h"
#include "server/http/page.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::users {

namespace {

http::Response notFound() { return http::Response::error({ErrorCode::NotFound, {}, {}}); }

http::Response respondMe(const User &user)
{
    http::Response response = http::Response::json(200, meOf(user).toJson());
    response.header("ETag", http::etagOf(user.version));
    return response;
}

// What staff see: the user's own view and what is behind it.
void writeForStaff(api::JsonWriter &out, const User &user)
{
    out.beginObject();
    out.field("id", user.id).field("email", user.email).field("email_verified", user.emailVerified);
    out.field("role", roleWord(user.role)).field("display_name", user.displayName).field("locale", user.locale);
    out.field("kyc_tier", user.kycTier).field("status", statusWord(user.status)).field("status_reason", user.statusReason);
    out.key("rating");
    ratingOf(user.ratingSum, user.ratingCount).write(out);
    out.field("deals_done", user.dealsDone).field("totp_enabled", user.totpEnabled);
    out.key("permissions").beginArray();
    for (const QString &word : permissionWords(user.permissions))
        out.value(word);
    out.endArray();
    out.field("version", user.version).field("created_at", user.createdAt).endObject();
}

} // namespace

void UserRoutes::registerOn(http::Router &router)
{
    using http::Method;
    const QByteArray base(api::kBase);
    http::RouteOptions signedIn;
    http::RouteOptions open;
    open.access = http::Access::Public;
    http::RouteOptions creating;
    creating.idempotent = true;
    http::RouteOptions staff;
    staff.access = http::Access::Staff;
    staff.permission = Permission::Support;

    router.add(Method::Get, base + "/me", signedIn, [this](http::RequestPtr r) { return me(r); });
    router.add(Method::Patch, base + "/me", signedIn, [this](http::RequestPtr r) { return changeMe(r); });
    router.add(Method::Get, base + "/users/{id}", open, [this](http::RequestPtr r) { return card(r); });
    router.add(Method::Post, base + "/users/{id}/report", creating, [this](http::RequestPtr r) { return report(r); });
    router.add(Method::Get, base + "/admin/users", staff, [this](http::RequestPtr r) { return list(r); });
    router.add(Method::Get, base + "/admin/users/{id}", staff, [this](http::RequestPtr r) { return one(r); });
}

QCoro::Task<http::Response> UserRoutes::me(http::RequestPtr request)
{
    const auto user = co_await m_service.findUser(request->context, request->context->principal->user);
    if (!user)
        co_return http::Response::error(user.error());
    co_return http::withEtag(*request, http::Response::json(200, meOf(*user).toJson()), http::etagOf(user->version));
}

QCoro::Task<http::Response> UserRoutes::changeMe(http::RequestPtr request)
{
    const auto patch = api::MePatchDto::parse(request->body);
    if (!patch.ok())
        co_return http::Response::invalid(patch.errors);
    std::optional<qint64> expected;
    if (const QByteArray tag = request->header("if-match"); !tag.isEmpty() && tag != "*") {
        bool number = false;
        const bool quoted = tag.size() > 2 && tag.startsWith('"') && tag.endsWith('"');
        const qint64 version = quoted ? tag.mid(1, tag.size() - 2).toLongLong(&number) : 0;
        expected = number ? version : -1; // a tag that was never ours matches nothing
    }
    const auto user = co_await m_service.changeMe(request->context, request->context->principal->user, patch.value, expected);
    if (!user)
        co_return http::Response::error(user.error());
    co_return respondMe(*user);
}

QCoro::Task<http::Response> UserRoutes::card(http::RequestPtr request)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return notFound();
    const auto json = co_await m_service.findPublic(request->context, *id);
    if (!json)
        co_return http::Response::error(json.error());
    co_return http::Response::json(200, *json);
}

QCoro::Task<http::Response> UserRoutes::report(http::RequestPtr request)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return notFound();
    const auto body = api::UserReportDto::parse(request->body);
    if (!body.ok())
        co_return http::Response::invalid(body.errors);
    const auto stored = co_await m_service.report(request->context, request->context->principal->user, *id, body.value);
    if (!stored)
        co_return http::Response::error(stored.error());
    co_return http::Response::noContent();
}

QCoro::Task<http::Response> UserRoutes::list(http::RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page)
        co_return http::Response::error(page.error());
    using namespace Qt::Literals;
    const auto status = http::queryWord(*request, "status", {"active"_L1, "banned"_L1, "deleted"_L1});
    if (!status)
        co_return http::Response::error(status.error());
    UserFilter filter;
    filter.text = request->queryValue("q").left(254);
    filter.status = *status;
    if (page->after)
        filter.before = UserId{*page->after};
    filter.limit = page->limit + 1;
    const auto users = co_await m_service.list(request->context, filter);
    if (!users)
        co_return http::Response::error(users.error());
    const size_t shown = std::min(users->size(), size_t(page->limit));
    api::JsonWriter out(4096);
    out.beginObject().key("items").beginArray();
    for (size_t i = 0; i < shown; ++i)
        writeForStaff(out, (*users)[i]);
    out.endArray().key("next_cursor");
    if (users->size() > shown)
        out.value(http::cursorOf((*users)[shown - 1].id.uuid));
    else
        out.null();
    out.endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> UserRoutes::one(http::RequestPtr request)
{
    const auto id = request->id<UserId>();
    if (!id)
        co_return notFound();
    const auto user = co_await m_service.findUser(request->context, *id);
    if (!user)
        co_return http::Response::error(user.error());
    const auto overview = co_await m_service.overview(request->context, *id);
    if (!overview)
        co_return http::Response::error(overview.error());
    api::JsonWriter out(4096);
    writeForStaff(out, *user);
    QByteArray json = out.take();
    json.chop(1);
    json += ',' + overview->sliced(1); // one object of both
    co_return http::Response::json(200, json);
}

} // namespace cargo::users
