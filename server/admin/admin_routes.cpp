#include "server/admin/admin_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::admin {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray cursorText(const AuditLine &line)
{
    const QByteArray place = QByteArray::number(line.at.unixMs) + ':' + line.stream.toText() + ':' + QByteArray::number(line.seq);
    return place.toBase64(kBase64);
}

std::optional<AuditFilter::Place> readCursor(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), kBase64 | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return std::nullopt;
    const QByteArrayList parts = decoded.decoded.split(':');
    if (parts.size() != 3)
        return std::nullopt;
    bool isTime = false;
    bool isNumber = false;
    AuditFilter::Place place;
    place.at.unixMs = parts[0].toLongLong(&isTime);
    place.seq = parts[2].toLongLong(&isNumber);
    const auto stream = Uuid::fromText(QByteArrayView(parts[1]));
    constexpr qint64 kYear9999Ms = 253'370'764'800'000;
    if (!isTime || !isNumber || !stream || place.at.unixMs < 0 || place.at.unixMs > kYear9999Ms)
        return std::nullopt;
    place.stream = *stream;
    return place;
}

// The filters of GET admin/audit; every one that cannot be read is told.
Result<AuditFilter> readFilter(const http::Request &request, std::vector<Error> &wrong)
{
    const auto limit = http::pageLimit(request);
    CARGO_TRY(limit);
    AuditFilter filter;
    filter.limit = *limit;
    const auto read = [&](const char *name, auto parse, auto &target) {
        const QString text = request.queryValue(name);
        if (text.isEmpty())
            return;
        target = parse(text);
        if (!target)
            wrong.push_back({ErrorCode::InvalidFormat, QLatin1String(name), {}});
    };
    read(
        "stream", [](const QString &text) { return Uuid::fromText(QStringView(text)); }, filter.stream);
    read(
        "actor_id", [](const QString &text) { return UserId::fromText(QStringView(text)); }, filter.actor);
    read(
        "from", [](const QString &text) { return Timestamp::fromRfc3339(text); }, filter.from);
    read(
        "to", [](const QString &text) { return Timestamp::fromRfc3339(text); }, filter.to);
    filter.action = request.queryValue("action").left(100).toUtf8();
    if (const QString cursor = request.queryValue("cursor"); !cursor.isEmpty()) {
        filter.before = readCursor(cursor);
        if (!filter.before)
            return ErrorCode::CursorInvalid;
    }
    return filter;
}

void writeLine(api::JsonWriter &out, const AuditLine &line)
{
    out.beginObject().field("stream", line.stream).field("seq", line.seq).field("action", line.action);
    out.field("actor_id", line.actor).key("details").raw(line.details).field("at", line.at);
    out.field("previous_hash", line.previousHash).field("hash", line.hash).endObject();
}
} // namespace

void AdminRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin";
    http::RouteOptions anyStaff;
    anyStaff.access = http::Access::Staff;
    anyStaff.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    router.add(Method::Get, base + "/stats", anyStaff, [this](RequestPtr r) { return stats(r); });
    router.add(Method::Get, base + "/audit", admin, [this](RequestPtr r) { return audit(r); });
}

QCoro::Task<http::Response> AdminRoutes::stats(http::RequestPtr request)
{
    const auto json = co_await m_store.stats(request->context);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

QCoro::Task<http::Response> AdminRoutes::audit(http::RequestPtr request)
{
    std::vector<Error> wrong;
    auto filter = readFilter(*request, wrong);
    if (!filter)
        co_return http::failure(filter.error());
    if (!wrong.empty())
        co_return http::failure(wrong);
    const int shown = filter->limit++;
    const auto lines = co_await m_store.audit(request->context, *filter);
    if (!lines)
        co_return http::failure(lines.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (size_t i = 0; i < lines->size() && int(i) < shown; ++i)
        writeLine(out, (*lines)[i]);
    const bool more = int(lines->size()) > shown;
    const auto cursor = more ? std::optional<QByteArray>(cursorText((*lines)[size_t(shown) - 1])) : std::nullopt;
    out.endArray().field("next_cursor", cursor).endObject();
    co_return http::Response::json(200, out.take());
}

} // namespace cargo::admin
