#include "server/settings/setting_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_reader.h"
#include "shared/api/paths.h"

namespace cargo::settings {

using http::failure;

namespace {
constexpr api::JsonReader::Text kValueRule{.min = 1, .max = 200};

// "24h", 250 or null.
std::optional<QString> readValue(api::JsonReader &in, const QJsonObject &object)
{
    const QJsonValue value = object.value(QLatin1String("value"));
    if (value.isNull())
        return std::nullopt;
    if (!value.isDouble())
        return in.text("value", kValueRule);
    const qint64 number = in.integer("value", {});
    return QString::number(number);
}
} // namespace

void SettingRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin/settings";
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    http::RouteOptions change = admin;
    change.stepUp = true;
    change.idempotent = true;
    router.add(Method::Get, base, admin, [this](RequestPtr r) { return list(r); });
    router.add(Method::Put, base + "/{setting}", change, [this](RequestPtr r) { return this->change(r); });
    router.add(Method::Get, base + "/{setting}/history", admin, [this](RequestPtr r) { return history(r); });
    router.add(Method::Post, base + "/fee/preview", admin, [this](RequestPtr r) { return previewFee(r); });
}

QCoro::Task<http::Response> SettingRoutes::list(http::RequestPtr request)
{
    const auto json = co_await m_service.list(request->context);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> SettingRoutes::history(http::RequestPtr request)
{
    const auto asked = http::numberPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto page = co_await m_service.history(request->context, request->param("setting"), asked->afterNumber, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> SettingRoutes::change(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    Wish wish;
    if (!object->contains(QLatin1String("value")))
        in.fail(QStringLiteral("value"), ErrorCode::Required);
    else
        wish.value = readValue(in, *object);
    wish.reason = in.text("reason", {.min = 3, .max = 1000, .lines = true});
    wish.seen = in.optionalText("seen", kValueRule);
    if (!in.ok())
        co_return failure(in.errors());
    const auto answer = co_await m_service.change(request->context, request->param("setting"), wish);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> SettingRoutes::previewFee(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return failure(object.error());
    api::JsonReader in(*object);
    SettingService::Fee fee;
    fee.basisPoints = in.integer("basis_points", {.min = 0, .max = 10'000});
    fee.minimumMinor = in.integer("minimum_minor", {.min = 0, .max = 1'000'000'000'000});
    if (!in.ok())
        co_return failure(in.errors());
    const auto json = co_await m_service.previewFee(request->context, fee);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

} // namespace cargo::settings
