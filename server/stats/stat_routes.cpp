#include "server/stats/stat_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

#include <QDateTime>

namespace cargo::stats {

using http::failure;

namespace {
constexpr int kSpanDays = 30;      // when nothing is said
constexpr int kSpanDaysMax = 3660; // ten years

// ?from=2026-01-01&to=2026-01-31; the last thirty days when nothing is said.
Result<Span> spanOf(const http::Request &request, Timestamp now)
{
    Span span;
    const auto read = [&](const char *name, QDate otherwise, QDate &day) -> Outcome {
        const QString text = request.queryValue(name);
        day = text.isEmpty() ? otherwise : QDate::fromString(text, Qt::ISODate);
        // What QDate reads leniently is not meant.
        if (!day.isValid() || (!text.isEmpty() && day.toString(Qt::ISODate) != text))
            return Error{ErrorCode::InvalidFormat, QLatin1String(name), {}};
        return ok();
    };
    const QDate today = QDateTime::fromMSecsSinceEpoch(now.unixMs, Qt::UTC).date();
    CARGO_TRY(read("to", today, span.to));
    CARGO_TRY(read("from", span.to.addDays(1 - kSpanDays), span.from));
    const qint64 days = span.from.daysTo(span.to);
    if (days < 0 || days > kSpanDaysMax)
        return Error{ErrorCode::OutOfRange, QStringLiteral("from"), {}};
    return span;
}

bool wantsCsv(const http::Request &request) { return request.queryValue("format") == QLatin1String("csv"); }

http::Response file(const QByteArray &csv, const QByteArray &name)
{
    http::Response response;
    response.contentType = "text/csv; charset=utf-8";
    response.body = csv;
    response.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    return response;
}

qint64 number(const FigureTable &table, size_t row, size_t column) { return std::get<qint64>(table.rows[row][column]); }

double share(qint64 part, qint64 whole) { return whole > 0 ? double(part) / double(whole) : 0; }
} // namespace

void StatRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin/stats";
    http::RouteOptions staff;
    staff.access = http::Access::Staff;
    staff.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    router.add(Method::Get, base + "/overview", staff, [this](RequestPtr r) { return overview(r); });
    router.add(Method::Get, base + "/series", staff, [this](RequestPtr r) { return series(r); });
    router.add(Method::Get, base + "/time-in-state", staff, [this](RequestPtr r) { return waits(r); });
    router.add(Method::Get, base + "/cohorts", staff, [this](RequestPtr r) { return cohorts(r); });
}

QCoro::Task<http::Response> StatRoutes::answer(http::RequestPtr request, Span span, Result<FigureTable> table, QByteArray name)
{
    if (!table)
        co_return failure(table.error());
    const auto format = http::queryWord(*request, "format", {QLatin1String("json"), QLatin1String("csv")});
    if (!format)
        co_return failure(format.error());
    if (wantsCsv(*request))
        co_return file(table->csv(), name);
    const auto at = co_await m_store.refreshedAt(request->context);
    if (!at)
        co_return failure(at.error());
    api::JsonWriter out;
    out.beginObject().field("from", span.from.toString(Qt::ISODate)).field("to", span.to.toString(Qt::ISODate));
    out.field("as_of", *at).key("items").raw(table->itemsJson()).endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> StatRoutes::overview(http::RequestPtr request)
{
    const auto span = spanOf(*request, m_runtime.clock.now());
    if (!span)
        co_return failure(span.error());
    const auto format = http::queryWord(*request, "format", {QLatin1String("json"), QLatin1String("csv")});
    if (!format)
        co_return failure(format.error());
    const auto funnel = co_await m_store.funnel(request->context, *span);
    if (!funnel)
        co_return failure(funnel.error());
    auto money = co_await m_store.money(request->context, *span);
    if (!money)
        co_return failure(money.error());
    money->columns.push_back("take_rate");
    for (size_t row = 0; row < money->rows.size(); ++row)
        money->rows[row].emplace_back(share(number(*money, row, 6), number(*money, row, 5)));
    if (wantsCsv(*request))
        co_return file(funnel->csv() + "\r\n" + money->csv(), "overview");
    const auto at = co_await m_store.refreshedAt(request->context);
    if (!at)
        co_return failure(at.error());
    api::JsonWriter out;
    out.beginObject().field("from", span->from.toString(Qt::ISODate)).field("to", span->to.toString(Qt::ISODate));
    out.field("as_of", *at).key("funnel").raw(funnel->itemsJson().mid(1).chopped(1));
    out.field("dispute_rate", share(number(*funnel, 0, 7), number(*funnel, 0, 3)));
    out.key("money").raw(money->itemsJson()).endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> StatRoutes::series(http::RequestPtr request)
{
    const auto span = spanOf(*request, m_runtime.clock.now());
    if (!span)
        co_return failure(span.error());
    const auto bucket =
        http::queryWord(*request, "bucket", {QLatin1String("day"), QLatin1String("week"), QLatin1String("month")});
    if (!bucket)
        co_return failure(bucket.error());
    const QString width = bucket->isEmpty() ? QStringLiteral("day") : *bucket;
    auto table = co_await m_store.series(request->context, *span, width);
    co_return co_await answer(request, *span, std::move(table), "series");
}

QCoro::Task<http::Response> StatRoutes::waits(http::RequestPtr request)
{
    const auto span = spanOf(*request, m_runtime.clock.now());
    if (!span)
        co_return failure(span.error());
    auto table = co_await m_store.waits(request->context, *span);
    co_return co_await answer(request, *span, std::move(table), "time-in-state");
}

QCoro::Task<http::Response> StatRoutes::cohorts(http::RequestPtr request)
{
    const auto span = spanOf(*request, m_runtime.clock.now());
    if (!span)
        co_return failure(span.error());
    auto table = co_await m_store.cohorts(request->context, *span);
    co_return co_await answer(request, *span, std::move(table), "cohorts");
}

} // namespace cargo::stats
