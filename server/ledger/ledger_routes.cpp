#include "server/ledger/ledger_routes.h"

#include "server/http/failure.h"
#include "server/http/page.h"
#include "server/ledger/ledger_books.h"
#include "server/ledger/ledger_service.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

namespace cargo::ledger {

void LedgerRoutes::registerOn(http::Router &router)
{
    http::RouteOptions options;
    options.access = http::Access::Staff;
    options.permission = Permission::Finance;
    router.add(http::Method::Get, QByteArray(api::kBase) + "/admin/ledger", options,
               [this](http::RequestPtr request) { return journal(request); });
    router.add(http::Method::Get, QByteArray(api::kBase) + "/admin/ledger/trial-balance", options,
               [this](http::RequestPtr request) { return trial(request); });
    router.add(http::Method::Get, QByteArray(api::kBase) + "/admin/deals/{id}/replay", options,
               [this](http::RequestPtr request) { return replayDeal(request); });
}

QCoro::Task<http::Response> LedgerRoutes::trial(http::RequestPtr request)
{
    std::optional<Timestamp> at;
    if (const QString text = request->queryValue("at"); !text.isEmpty()) {
        at = Timestamp::fromRfc3339(text);
        if (!at)
            co_return http::failure(Error{ErrorCode::InvalidFormat, QStringLiteral("at"), {}});
    }
    const auto json = co_await trialBalance(&m_db, request->context, at);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

QCoro::Task<http::Response> LedgerRoutes::replayDeal(http::RequestPtr request)
{
    const auto id = request->id<DealId>();
    if (!id)
        co_return http::failure(Error{ErrorCode::NotFound, {}, {}});
    const auto json = co_await replay(&m_db, request->context, *id);
    co_return json ? http::Response::json(200, *json) : http::failure(json.error());
}

QCoro::Task<http::Response> LedgerRoutes::journal(http::RequestPtr request)
{
    const auto asked = http::numberPage(*request);
    if (!asked.ok())
        co_return http::Response::error(asked.error());
    std::optional<DealId> deal;
    if (const QString text = request->queryValue("deal_id"); !text.isEmpty()) {
        deal = DealId::fromText(text);
        if (!deal) {
            const std::vector<Error> fields{Error{ErrorCode::InvalidFormat, QStringLiteral("deal_id"), {}}};
            co_return http::Response::error(Error{ErrorCode::ValidationFailed, {}, {}}, fields);
        }
    }
    const auto entries = co_await page(&m_db, request->context, deal, asked->afterNumber, asked->limit + 1);
    if (!entries.ok())
        co_return http::Response::error(entries.error());
    api::JsonWriter out;
    out.beginObject().key("items").beginArray();
    std::optional<QByteArray> cursor;
    int written = 0;
    for (const StoredEntry &entry : *entries) {
        if (written++ == asked->limit) {
            cursor = http::cursorOf((*entries)[size_t(asked->limit) - 1].id);
            break;
        }
        out.beginObject().field("id", entry.id).field("deal_id", entry.deal).field("kind", entry.kind);
        out.key("postings").raw(entry.postings).field("created_at", entry.createdAt).endObject();
    }
    out.endArray().field("next_cursor", cursor).endObject();
    co_return http::Response::json(200, out.take());
}

} // namespace cargo::ledger
