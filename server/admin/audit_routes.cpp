#include "server/admin/audit_routes.h"

#include "server/audit/audit.h"
#include "server/audit/audit_check.h"
#include "server/core/csv.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::admin {

namespace {
constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr int kExportLines = 10'000; // of one file; the next one begins at its cursor

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

QByteArray csvOf(const std::vector<AuditLine> &lines)
{
    QByteArray text = "at,stream,seq,action,actor_id,details,previous_hash,hash\r\n";
    for (const AuditLine &line : lines) {
        const QByteArray actor = line.actor ? line.actor->toText() : QByteArray();
        text += line.at.toRfc3339() + ',' + line.stream.toText() + ',' + QByteArray::number(line.seq) + ','
                + csvText(QString::fromUtf8(line.action)) + ',' + actor + ',' + csvText(QString::fromUtf8(line.details)) + ','
                + line.previousHash + ',' + line.hash + "\r\n";
    }
    return text;
}

// One object a line, so that a file of any length can be read line by line.
QByteArray jsonLinesOf(const std::vector<AuditLine> &lines)
{
    QByteArray text;
    for (const AuditLine &line : lines) {
        api::JsonWriter out;
        writeLine(out, line);
        text += out.take() + '\n';
    }
    return text;
}
} // namespace

void AuditRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin/audit";
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    router.add(Method::Get, base, admin, [this](RequestPtr r) { return audit(r); });
    router.add(Method::Post, base + "/verify", admin, [this](RequestPtr r) { return verify(r); });
    router.add(Method::Get, base + "/export", admin, [this](RequestPtr r) { return exportLines(r); });
}

QCoro::Task<http::Response> AuditRoutes::audit(http::RequestPtr request)
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

QCoro::Task<http::Response> AuditRoutes::verify(http::RequestPtr request)
{
    const auto object = api::parseObject(request->body);
    if (!object)
        co_return http::failure(object.error());
    api::JsonReader in(*object);
    const auto stream = in.id<UserId>("stream", false);
    if (!in.ok())
        co_return http::failure(in.errors());
    const auto report =
        co_await cargo::audit::check(&m_runtime.db, request->context, stream ? std::optional<Uuid>(stream->uuid) : std::nullopt);
    if (!report)
        co_return http::failure(report.error());
    api::JsonWriter out;
    out.beginObject().field("streams", report->streams).field("entries", report->entries).field("days", report->days);
    out.key("broken").beginArray();
    for (const cargo::audit::Broken &broken : report->broken) {
        out.beginObject().field("stream", broken.stream).field("seq", broken.seq).field("what", broken.what).endObject();
    }
    out.endArray().endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> AuditRoutes::exportLines(http::RequestPtr request)
{
    std::vector<Error> wrong;
    auto filter = readFilter(*request, wrong);
    if (!filter)
        co_return http::failure(filter.error());
    if (!wrong.empty())
        co_return http::failure(wrong);
    const auto format = http::queryWord(*request, "format", {QLatin1String("csv"), QLatin1String("json")});
    if (!format)
        co_return http::failure(format.error());
    filter->limit = kExportLines + 1;
    auto lines = co_await m_store.audit(request->context, *filter);
    if (!lines)
        co_return http::failure(lines.error());
    std::optional<QByteArray> cursor;
    if (int(lines->size()) > kExportLines) {
        lines->pop_back();
        cursor = cursorText(lines->back());
    }
    // Who takes a copy of the audit stands in it.
    const auto tx = co_await m_runtime.db.begin(request->context);
    if (!tx)
        co_return http::failure(tx.error());
    const UserId me = request->context->principal->user;
    cargo::audit::AuditEvent event{me.uuid, "audit.exported", me,
                                   "{\"lines\":" + QByteArray::number(qint64(lines->size())) + '}'};
    Outcome written = co_await cargo::audit::append(*tx, event);
    if (written)
        written = co_await tx->commit();
    if (!written)
        co_return http::failure(written.error());
    const bool json = *format == QLatin1String("json");
    http::Response response;
    response.contentType = json ? "application/x-ndjson; charset=utf-8" : "text/csv; charset=utf-8";
    response.body = json ? jsonLinesOf(*lines) : csvOf(*lines);
    response.header("Content-Disposition", QByteArray("attachment; filename=\"audit.") + (json ? "jsonl\"" : "csv\""));
    if (cursor)
        response.header("X-Next-Cursor", *cursor);
    co_return response;
}

} // namespace cargo::admin
