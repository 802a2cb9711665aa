#include "server/workbench/workbench_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::workbench {

using http::failure;
using http::notFound;
using http::Response;

namespace {
Result<Subject> subjectOf(const http::Request &request)
{
    const QString kind = request.queryValue("subject_kind");
    if (!api::isNoteSubject(kind))
        return Error{ErrorCode::UnknownValue, QStringLiteral("subject_kind"), {}};
    const auto id = Uuid::fromText(QStringView(request.queryValue("subject_id")));
    if (!id)
        return Error{ErrorCode::InvalidFormat, QStringLiteral("subject_id"), {}};
    return Subject{kind, *id};
}

Response listOf(const Result<QByteArray> &items)
{
    return items ? http::pageResponse(*items, std::nullopt) : failure(items.error());
}

Response done(const Outcome &outcome) { return outcome ? Response::noContent() : failure(outcome.error()); }
} // namespace

void WorkbenchRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray base = QByteArray(api::kBase) + "/admin";
    http::RouteOptions staffOnly;
    staffOnly.access = http::Access::Staff;
    staffOnly.permission = Permission::Support | Permission::Moderate | Permission::Finance;
    http::RouteOptions making = staffOnly;
    making.idempotent = true;
    router.add(Method::Get, base + "/notes", staffOnly, [this](RequestPtr r) { return notes(r); });
    router.add(Method::Post, base + "/notes", making, [this](RequestPtr r) { return note(r); });
    router.add(Method::Get, base + "/staff", staffOnly, [this](RequestPtr r) { return staff(r); });
    router.add(Method::Get, base + "/macros", staffOnly, [this](RequestPtr r) { return macros(r); });
    router.add(Method::Post, base + "/macros", making, [this](RequestPtr r) { return makeMacro(r); });
    router.add(Method::Put, base + "/macros/{id}", staffOnly, [this](RequestPtr r) { return changeMacro(r); });
    router.add(Method::Delete, base + "/macros/{id}", staffOnly, [this](RequestPtr r) { return removeMacro(r); });
    router.add(Method::Get, base + "/views", staffOnly, [this](RequestPtr r) { return views(r); });
    router.add(Method::Put, base + "/views", staffOnly, [this](RequestPtr r) { return putViews(r); });
}

QCoro::Task<Response> WorkbenchRoutes::notes(http::RequestPtr request)
{
    const auto page = http::idPage(*request);
    if (!page)
        co_return failure(page.error());
    const auto subject = subjectOf(*request);
    if (!subject)
        co_return failure(subject.error());
    const auto list = co_await m_service.read().notes(request->context, *subject, page->after, page->limit);
    if (!list)
        co_return failure(list.error());
    co_return http::pageResponse(list->items, http::cursorOf(list->next));
}

QCoro::Task<Response> WorkbenchRoutes::note(http::RequestPtr request)
{
    const auto body = api::NoteDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto subject = subjectOf(*request);
    if (!subject)
        co_return failure(subject.error());
    const auto answer = co_await m_service.note(request->context, *subject, body.value);
    co_return http::respond(answer);
}

QCoro::Task<Response> WorkbenchRoutes::staff(http::RequestPtr request)
{
    const auto items = co_await m_service.read().staff(request->context);
    co_return listOf(items);
}

QCoro::Task<Response> WorkbenchRoutes::macros(http::RequestPtr request)
{
    const auto items = co_await m_service.read().macros(request->context);
    co_return listOf(items);
}

QCoro::Task<Response> WorkbenchRoutes::makeMacro(http::RequestPtr request)
{
    const auto body = api::MacroDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.putMacro(request->context, std::nullopt, body.value);
    co_return http::respond(answer);
}

QCoro::Task<Response> WorkbenchRoutes::changeMacro(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto body = api::MacroDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.putMacro(request->context, *id, body.value);
    co_return http::respond(answer);
}

QCoro::Task<Response> WorkbenchRoutes::removeMacro(http::RequestPtr request)
{
    const auto id = request->id<Uuid>();
    if (!id)
        co_return notFound();
    const auto removed = co_await m_service.removeMacro(request->context, *id);
    co_return done(removed);
}

QCoro::Task<Response> WorkbenchRoutes::views(http::RequestPtr request)
{
    const auto items = co_await m_service.read().views(request->context, request->context->principal->user);
    co_return listOf(items);
}

QCoro::Task<Response> WorkbenchRoutes::putViews(http::RequestPtr request)
{
    const auto body = api::ViewsDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto put = co_await m_service.putViews(request->context, body.value);
    co_return done(put);
}

} // namespace cargo::workbench
