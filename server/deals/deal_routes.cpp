#include "server/deals/deal_routes.h"

#include "server/http/etag.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::deals {

using http::failure;
using http::respond;

namespace {

template <typename Item>
QByteArray pageJson(const std::vector<Item> &items, const std::optional<QByteArray> &cursor)
{
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    for (const Item &item : items)
        item.write(out);
    out.endArray().field("next_cursor", cursor).endObject();
    return out.take();
}

// A whole number of the query within its bounds. nullopt: it is not there.
Result<std::optional<qint64>> queryNumber(const http::Request &request, const char *name, qint64 max)
{
    const QString text = request.queryValue(name);
    if (text.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber)
        return Error{ErrorCode::InvalidFormat, QLatin1String(name), {}};
    if (number < 1 || number > max)
        return Error{ErrorCode::OutOfRange, QLatin1String(name), {}};
    return std::optional<qint64>(number);
}

} // namespace

void DealRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/deals";
    http::RouteOptions write;
    write.idempotent = true;
    router.add(Method::Post, base, write, [this](RequestPtr r) { return create(r); });
    router.add(Method::Get, base, {}, [this](RequestPtr r) { return list(r); });
    router.add(Method::Get, base + "/{id}", {}, [this](RequestPtr r) { return get(r); });
    http::RouteOptions open;
    open.access = http::Access::Public;
    router.add(Method::Get, QByteArray(api::kBase) + "/listings/{id}/quote", open, [this](RequestPtr r) { return quote(r); });
    router.add(Method::Get, QByteArray(api::kBase) + "/fee-terms", open, [this](RequestPtr r) { return feeTerms(r); });
    http::RouteOptions staff;
    staff.access = http::Access::Staff;
    staff.permission = Permission::Support;
    router.add(Method::Get, QByteArray(api::kBase) + "/admin/deals/{id}", staff, [this](RequestPtr r) { return get(r); });
    router.add(Method::Get, base + "/{id}/timeline", {}, [this](RequestPtr r) { return timeline(r); });
    router.add(Method::Get, base + "/{id}/payments", {}, [this](RequestPtr r) { return payments(r); });
    router.add(Method::Get, base + "/{id}/act.json", {}, [this](RequestPtr r) { return act(r, false); });
    router.add(Method::Get, base + "/{id}/act.pdf", {}, [this](RequestPtr r) { return act(r, true); });
    router.add(Method::Post, base + "/{id}/pay", write, [this](RequestPtr r) { return order(r, m_service, &DealService::pay); });
    router.add(Method::Post, base + "/{id}/start", write, [this](RequestPtr r) { return order(r, m_road, &RoadService::start); });
    router.add(Method::Post, base + "/{id}/checkpoints", write,
               [this](RequestPtr r) { return order(r, m_road, &RoadService::checkpoint); });
    router.add(Method::Post, base + "/{id}/arrive", write,
               [this](RequestPtr r) { return order(r, m_road, &RoadService::arrive); });
    router.add(Method::Post, base + "/{id}/absent", write,
               [this](RequestPtr r) { return order(r, m_road, &RoadService::absent); });
    router.add(Method::Post, base + "/{id}/confirm", write,
               [this](RequestPtr r) { return order(r, m_service, &DealService::confirm); });
    router.add(Method::Post, base + "/{id}/cancel", write,
               [this](RequestPtr r) { return order(r, m_service, &DealService::cancel); });
    router.add(Method::Post, base + "/{id}/release", write,
               [this](RequestPtr r) { return order(r, m_service, &DealService::release); });
    router.add(Method::Post, base + "/{id}/safety-stop", write,
               [this](RequestPtr r) { return order(r, m_safety, &SafetyService::stop); });
    http::RouteOptions decide = staff;
    decide.idempotent = true;
    router.add(Method::Post, QByteArray(api::kBase) + "/admin/deals/{id}/safety-resume", decide,
               [this](RequestPtr r) { return order(r, m_safety, &SafetyService::resume); });
    router.add(Method::Post, base + "/{id}/amendments", write,
               [this](RequestPtr r) { return order(r, m_service, &DealService::proposeAmendment); });
    router.add(Method::Post, base + "/{id}/amendments/{aid}/accept", write,
               [this](RequestPtr r) { return answerAmendment(r, true); });
    router.add(Method::Post, base + "/{id}/amendments/{aid}/decline", write,
               [this](RequestPtr r) { return answerAmendment(r, false); });
}

QCoro::Task<http::Response> DealRoutes::create(http::RequestPtr request)
{
    const auto body = api::CreateDealBody::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.create(request->context, body.value);
    http::Response response = respond(answer);
    co_return response;
}

template <typename Body, typename Service>
QCoro::Task<http::Response> DealRoutes::order(http::RequestPtr request, Service &service,
                                              QCoro::Task<Result<Answer>> (Service::*what)(CallContextPtr, DealId, Body))
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    auto body = Body::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    if constexpr (std::is_base_of_v<api::RoadRecordBody, Body>)
        body.value.deviceNow = Timestamp::fromRfc3339(QString::fromLatin1(request->header("x-device-time")));
    const auto answer = co_await (service.*what)(request->context, *id, body.value);
    co_return respond(answer);
}

QCoro::Task<http::Response> DealRoutes::answerAmendment(http::RequestPtr request, bool accept)
{
    const auto id = request->id<DealId>();
    const auto amendment = request->id<AmendmentId>("aid");
    if (!id || !amendment)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto answer = co_await m_service.answerAmendment(request->context, *id, *amendment, accept);
    co_return respond(answer);
}

QCoro::Task<http::Response> DealRoutes::get(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto deal = co_await m_service.get(request->context, *id);
    if (!deal.ok())
        co_return failure(deal.error());
    // Whether a review may still be written depends on the hour, so it is part of the tag.
    const QByteArray tag = '"' + QByteArray::number(deal->version) + (deal->reviewable ? "r\"" : "\"");
    co_return http::withEtag(*request, http::Response::json(200, deal->toJson()), tag);
}

QCoro::Task<http::Response> DealRoutes::quote(http::RequestPtr request)
{
    const auto id = request->id<ListingId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto amount = queryNumber(*request, "amount", std::numeric_limits<qint64>::max());
    if (!amount.ok())
        co_return failure(amount.error());
    const auto days = queryNumber(*request, "delivery_eta_days", 365);
    if (!days.ok())
        co_return failure(days.error());
    const auto eta = *days ? std::optional<int>(int(**days)) : std::nullopt;
    const auto quote = co_await m_quotes.quote(request->context, *id, *amount, eta);
    if (!quote.ok())
        co_return failure(quote.error());
    api::JsonWriter out;
    quote->write(out);
    co_return http::Response::json(200, out.take());
}

// What a deal made now would be charged: not of a listing, for who is about to set a price.
QCoro::Task<http::Response> DealRoutes::feeTerms(http::RequestPtr)
{
    const auto [basisPoints, minimumMinor] = m_quotes.feeTerms();
    api::JsonWriter out;
    out.beginObject().field("basis_points", basisPoints).field("minimum_minor", minimumMinor).endObject();
    co_return http::Response::json(200, out.take());
}

QCoro::Task<http::Response> DealRoutes::act(http::RequestPtr request, bool asPdf)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto version = queryNumber(*request, "version", std::numeric_limits<qint64>::max());
    if (!version.ok())
        co_return failure(version.error());
    const auto act = co_await m_acts.act(request->context, *id, *version);
    if (!act.ok())
        co_return failure(act.error());
    const QByteArray hash = http::etagOfBytes(*act);
    if (!asPdf)
        co_return http::withEtag(*request, http::Response::json(200, *act), hash);
    // The page follows from bytes and language: who has it already is told before anything is painted.
    const char *const language = request->context->locale == Locale::Ru ? "-ru\"" : "-en\"";
    const QByteArray tag = hash.chopped(1) + language;
    http::Response page = http::withEtag(*request, http::Response::json(200, {}), tag);
    if (page.status == 304)
        co_return page;
    const auto pdf = co_await m_acts.pdf(request->context, *act);
    if (!pdf.ok())
        co_return failure(pdf.error());
    page.contentType = "application/pdf";
    page.body = *pdf;
    page.header("Content-Disposition", "inline; filename=\"cargo-act.pdf\"").header("Vary", "Accept-Language");
    co_return page;
}

QCoro::Task<http::Response> DealRoutes::list(http::RequestPtr request)
{
    const auto asked = http::idPage(*request);
    if (!asked.ok())
        co_return failure(asked.error());
    const auto page =
        co_await m_service.list(request->context, request->queryValue("status").toUtf8(), asked->after, asked->limit);
    if (!page.ok())
        co_return failure(page.error());
    const auto cursor = page->next ? std::optional<QByteArray>(http::cursorOf(*page->next)) : std::nullopt;
    co_return http::Response::json(200, pageJson(page->items, cursor));
}

QCoro::Task<http::Response> DealRoutes::timeline(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto asked = http::numberPage(*request);
    if (!asked.ok())
        co_return failure(asked.error());
    const auto page = co_await m_service.timeline(request->context, *id, asked->afterNumber.value_or(0), asked->limit);
    if (!page.ok())
        co_return failure(page.error());
    const auto cursor = page->next ? std::optional<QByteArray>(http::cursorOf(*page->next)) : std::nullopt;
    co_return http::Response::json(200, pageJson(page->items, cursor));
}

QCoro::Task<http::Response> DealRoutes::payments(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return failure(Error{ErrorCode::NotFound, {}, {}});
    const auto list = co_await m_service.payments(request->context, *id);
    if (!list.ok())
        co_return failure(list.error());
    co_return http::Response::json(200, pageJson(*list, std::nullopt));
}

} // namespace cargo::deals
