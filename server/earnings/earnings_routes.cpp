#include "server/earnings/earnings_routes.h"

#include "server/earnings/statement.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"
#include "shared/domain/deal/deal_number.h"

#include <QDate>

namespace cargo::earnings {

using http::failure;
using http::RequestPtr;
using http::Response;

namespace {

// A day of the query, from its beginning in UTC. Without one: `otherwise`.
Result<QDate> queryDay(const http::Request &request, const char *name, QDate otherwise)
{
    const QString text = request.queryValue(name);
    if (text.isEmpty())
        return otherwise;
    const QDate day = QDate::fromString(text, Qt::ISODate);
    if (!day.isValid() || day.year() < 2000 || day.year() > 2999)
        return Error{ErrorCode::InvalidFormat, QLatin1String(name), {}};
    return day;
}

Timestamp beginOf(QDate day) { return {day.startOfDay(Qt::UTC).toMSecsSinceEpoch()}; }

void write(api::JsonWriter &out, const Earning &earning)
{
    out.beginObject().field("deal_id", earning.deal).field("number", dealNumberText(earning.number));
    out.field("title", earning.title).field("state", earning.state).field("amount", earning.amount).field("fee", earning.fee);
    out.field("refund", earning.refund).field("receives", earning.receives()).field("paid_at", earning.paidAt).endObject();
}

} // namespace

void EarningsRoutes::registerOn(http::Router &router)
{
    const QByteArray base = api::kBase;
    router.add(http::Method::Get, base + "/me/earnings", {}, [this](RequestPtr r) { return list(r); });
    router.add(http::Method::Get, base + "/me/earnings/statement", {}, [this](RequestPtr r) { return statement(r); });
    router.add(http::Method::Get, base + "/me/rating", {}, [this](RequestPtr r) { return rating(r); });
}

QCoro::Task<Response> EarningsRoutes::list(RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page.ok())
        co_return failure(page.error());
    const UserId me = request->context->principal->user;
    const auto earnings = co_await m_store.list(request->context, me, page->after, page->limit + 1);
    if (!earnings.ok())
        co_return failure(earnings.error());
    const auto totals = co_await m_store.totals(request->context, me);
    if (!totals.ok())
        co_return failure(totals.error());
    api::JsonWriter out;
    out.beginObject().key("totals").beginArray();
    for (const EarningsTotal &total : *totals) {
        out.beginObject().field("held", Money{total.heldMinor, total.currency});
        out.field("on_the_way", Money{total.onTheWayMinor, total.currency});
        out.field("paid", Money{total.paidMinor, total.currency}).endObject();
    }
    out.endArray().key("items").beginArray();
    std::optional<Uuid> last, next;
    int count = 0;
    for (const Earning &earning : *earnings) {
        if (count++ == page->limit) {
            next = last;
            break;
        }
        write(out, earning);
        last = earning.deal.uuid;
    }
    out.endArray().field("next_cursor", http::cursorOf(next)).endObject();
    co_return Response::json(200, out.take());
}

QCoro::Task<Response> EarningsRoutes::statement(RequestPtr request)
{
    const auto format = http::queryWord(*request, "format", {QLatin1String("csv"), QLatin1String("pdf")});
    if (!format.ok())
        co_return failure(format.error());
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_runtime.clock.now().unixMs, Qt::UTC).date();
    const auto from = queryDay(*request, "from", QDate(today.year(), today.month(), 1));
    if (!from.ok())
        co_return failure(from.error());
    const auto to = queryDay(*request, "to", today);
    if (!to.ok())
        co_return failure(to.error());
    if (*to < *from || from->daysTo(*to) > kStatementDays)
        co_return failure(Error{ErrorCode::OutOfRange, QStringLiteral("to"), {}});
    const UserId me = request->context->principal->user;
    const auto earnings =
        co_await m_store.paid(request->context, me, beginOf(*from), beginOf(to->addDays(1)), kStatementLines + 1);
    if (!earnings.ok())
        co_return failure(earnings.error());
    if (int(earnings->size()) > kStatementLines)
        co_return failure(Error{ErrorCode::OutOfRange, QStringLiteral("from"), QStringLiteral("too many lines")});
    const QByteArray name = "cargo-" + from->toString(Qt::ISODate).toLatin1() + '-' + to->toString(Qt::ISODate).toLatin1();
    Response response = Response::json(200, {});
    if (*format == QLatin1String("pdf")) {
        const QByteArray data = statementJson(*earnings, me.toString(), from->toString(Qt::ISODate), to->toString(Qt::ISODate));
        const auto pdf = co_await m_printer.pdf(request->context, data);
        if (!pdf.ok())
            co_return failure(pdf.error());
        response.contentType = "application/pdf";
        response.body = *pdf;
        response.header("Content-Disposition", "attachment; filename=\"" + name + ".pdf\"");
    } else {
        response.contentType = "text/csv; charset=utf-8";
        response.body = statementCsv(*earnings, request->context->locale);
        response.header("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
    }
    response.header("Vary", "Accept-Language");
    co_return response;
}

QCoro::Task<Response> EarningsRoutes::rating(RequestPtr request)
{
    const auto record = co_await m_store.record(request->context, request->context->principal->user);
    if (!record.ok())
        co_return failure(record.error());
    api::JsonWriter out;
    out.beginObject()
        .field("id", request->context->principal->user)
        .key("rating")
        .beginObject()
        .field("mean", record->mean)
        .field("count", record->count)
        .endObject();
    out.key("stars").beginArray();
    for (const int stars : record->stars)
        out.value(stars);
    out.endArray().field("delivered", record->delivered).field("late", record->late).field("days_late", record->daysLate);
    out.field("amendments", record->amendments).field("disputes", record->disputes).field("disputes_lost", record->lost);
    out.field("cancelled", record->cancelled).key("trend").beginArray();
    for (const Record::Month &month : record->trend)
        out.beginObject().field("month", month.month).field("mean", month.mean).field("count", month.count).endObject();
    out.endArray().endObject();
    co_return Response::json(200, out.take());
}

} // namespace cargo::earnings
