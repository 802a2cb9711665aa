#include "server/knowledge/knowledge_routes.h"

#include "server/http/etag.h"
#include "server/http/failure.h"
#include "server/http/page.h"
#include "shared/api/paths.h"

namespace cargo::knowledge {

using http::failure;

namespace {
constexpr qint64 kMaxTextBytes = 256 * 1024; // two bodies of 40 000 characters, each of two or three bytes
constexpr int kMostWordsChars = 200;

// A version's number in an address; one that cannot be does not exist.
std::optional<qint64> versionOf(const QString &text)
{
    bool number = false;
    const int version = text.toInt(&number);
    return number && version > 0 ? std::optional<qint64>(version) : std::nullopt;
}

http::Response refused(const Error &error, const QByteArray &standing)
{
    http::Response response = failure(error);
    if (!standing.isEmpty())
        response.member("draft", standing);
    return response;
}
} // namespace

void KnowledgeRoutes::registerOn(http::Router &router)
{
    using http::Method;
    using http::RequestPtr;
    const QByteArray open = QByteArray(api::kBase) + "/knowledge";
    const QByteArray base = QByteArray(api::kBase) + "/admin/knowledge";
    http::RouteOptions everybody;
    everybody.access = http::Access::Public;
    http::RouteOptions admin;
    admin.access = http::Access::Staff;
    admin.permission = Permission::Admin;
    http::RouteOptions create = admin;
    create.idempotent = true;
    http::RouteOptions draft = admin;
    draft.maxBodyBytes = kMaxTextBytes;
    http::RouteOptions publish = admin;
    publish.idempotent = true;
    publish.stepUp = true;
    router.add(Method::Get, open, everybody, [this](RequestPtr r) { return list(r); });
    router.add(Method::Get, open + "/{slug}", everybody, [this](RequestPtr r) { return page(r); });
    router.add(Method::Get, base, admin, [this](RequestPtr r) { return overview(r); });
    router.add(Method::Post, base, create, [this](RequestPtr r) { return this->create(r); });
    router.add(Method::Get, base + "/{slug}", admin, [this](RequestPtr r) { return editorPage(r); });
    router.add(Method::Get, base + "/{slug}/versions", admin, [this](RequestPtr r) { return versions(r); });
    router.add(Method::Get, base + "/{slug}/versions/{version}", admin, [this](RequestPtr r) { return version(r); });
    router.add(Method::Put, base + "/{slug}/draft", draft, [this](RequestPtr r) { return saveDraft(r); });
    router.add(Method::Delete, base + "/{slug}/draft", admin, [this](RequestPtr r) { return dropDraft(r); });
    router.add(Method::Post, base + "/{slug}/publish", publish, [this](RequestPtr r) { return this->publish(r); });
}

QCoro::Task<http::Response> KnowledgeRoutes::list(http::RequestPtr request)
{
    const auto audience = http::queryWord(*request, "audience", {QLatin1String("buyer"), QLatin1String("driver")});
    if (!audience)
        co_return failure(audience.error());
    const auto kind = http::queryWord(*request, "kind", {QLatin1String("article"), QLatin1String("agreement")});
    if (!kind)
        co_return failure(kind.error());
    KnowledgeService::Question question{*audience, *kind, request->queryValue("q")};
    if (question.words.size() > kMostWordsChars)
        co_return failure(Error{ErrorCode::TooLong, QStringLiteral("q"), {}});
    const auto items = co_await m_service.list(request->context, question);
    if (!items)
        co_return failure(items.error());
    http::Response response = http::pageResponse(*items, std::nullopt);
    response.header("Vary", "Accept-Language");
    co_return http::withEtag(*request, response, http::etagOfBytes(response.body));
}

QCoro::Task<http::Response> KnowledgeRoutes::page(http::RequestPtr request)
{
    const QString asked = request->queryValue("version");
    const auto version = versionOf(asked);
    if (!asked.isEmpty() && !version)
        co_return http::notFound();
    const auto json = co_await m_service.page(request->context, request->param("slug"), version);
    if (!json)
        co_return failure(json.error());
    http::Response response = http::Response::json(200, *json);
    response.header("Vary", "Accept-Language");
    co_return http::withEtag(*request, response, http::etagOfBytes(response.body));
}

QCoro::Task<http::Response> KnowledgeRoutes::overview(http::RequestPtr request)
{
    const auto items = co_await m_service.overview(request->context);
    co_return items ? http::pageResponse(*items, std::nullopt) : failure(items.error());
}

QCoro::Task<http::Response> KnowledgeRoutes::create(http::RequestPtr request)
{
    const auto body = api::NewPageDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto answer = co_await m_service.create(request->context, body.value);
    co_return http::respond(answer);
}

QCoro::Task<http::Response> KnowledgeRoutes::editorPage(http::RequestPtr request)
{
    const auto json = co_await m_service.editorPage(request->context, request->param("slug"));
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> KnowledgeRoutes::versions(http::RequestPtr request)
{
    const auto asked = http::numberPage(*request);
    if (!asked)
        co_return failure(asked.error());
    const auto page =
        co_await m_service.read().versions(request->context, request->param("slug"), asked->afterNumber, asked->limit);
    if (!page)
        co_return failure(page.error());
    co_return http::pageResponse(page->items, http::cursorOf(page->next));
}

QCoro::Task<http::Response> KnowledgeRoutes::version(http::RequestPtr request)
{
    const auto number = versionOf(QString::fromLatin1(request->param("version")));
    if (!number)
        co_return http::notFound();
    const auto json = co_await m_service.read().version(request->context, request->param("slug"), *number);
    co_return json ? http::Response::json(200, *json) : failure(json.error());
}

QCoro::Task<http::Response> KnowledgeRoutes::saveDraft(http::RequestPtr request)
{
    const auto seen = http::ifMatchVersion(*request);
    if (!seen)
        co_return failure(seen.error());
    const auto body = api::PageTextDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto standing = std::make_shared<QByteArray>();
    const auto answer = co_await m_service.saveDraft(request->context, request->param("slug"), *seen, body.value, standing);
    co_return answer ? http::respond(answer) : refused(answer.error(), *standing);
}

QCoro::Task<http::Response> KnowledgeRoutes::dropDraft(http::RequestPtr request)
{
    const auto seen = http::ifMatchVersion(*request);
    if (!seen)
        co_return failure(seen.error());
    const auto standing = std::make_shared<QByteArray>();
    const auto dropped = co_await m_service.dropDraft(request->context, request->param("slug"), *seen, standing);
    co_return dropped ? http::Response::noContent() : refused(dropped.error(), *standing);
}

QCoro::Task<http::Response> KnowledgeRoutes::publish(http::RequestPtr request)
{
    const auto body = api::PublishDto::parse(request->body);
    if (!body.ok())
        co_return failure(body.errors);
    const auto standing = std::make_shared<QByteArray>();
    const auto problems = std::make_shared<std::vector<Error>>();
    const auto answer = co_await m_service.publish(request->context, request->param("slug"), body.value, standing, problems);
    if (!problems->empty())
        co_return failure(*problems);
    co_return answer ? http::respond(answer) : refused(answer.error(), *standing);
}

} // namespace cargo::knowledge
