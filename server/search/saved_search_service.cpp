#include "server/search/saved_search_service.h"

#include "server/jobs/idempotency.h"
#include "server/limits.h"
#include "shared/domain/search_query/spoken_query.h"

namespace cargo::search {

QCoro::Task<Result<SavedSearchService::Page>> SavedSearchService::list(CallContextPtr context, std::optional<Uuid> before,
                                                                       int limit)
{
    auto rows = co_await m_store.list(context, context->principal->user, before, limit + 1);
    CARGO_CO_TRY(rows);
    Page page{std::move(*rows), {}};
    if (int(page.items.size()) > limit) {
        page.items.pop_back();
        page.next = page.items.back().id;
    }
    co_return page;
}

QCoro::Task<Result<Answer>> SavedSearchService::save(CallContextPtr context, api::SavedSearchBody body)
{
    const UserId me = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const Timestamp now = m_runtime.clock.now();
    const SearchQuery query = understand(body.query, now).query; // kept as it was understood: «до 3 лет» does not drift
    const api::SavedSearchDto search{newUuid(now), body.name, query.conditions(), now, body.alerts};
    const auto made = co_await m_store.insert(*tx, me, search, limits::kSavedSearchesPerUser);
    CARGO_CO_TRY(made);
    const auto stored = co_await m_store.find(*tx, me, search.query);
    CARGO_CO_TRY(stored);
    if (!*stored)
        co_return Error{ErrorCode::Conflict, {}, QStringLiteral("too many saved searches")};
    api::JsonWriter out;
    (*stored)->write(out);
    Answer answer{*made ? 201 : 200, out.take()};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<QByteArray>> SavedSearchService::change(CallContextPtr context, Uuid id, api::SavedSearchChange wanted)
{
    const auto changed = co_await m_store.change(context, context->principal->user, id, std::move(wanted));
    CARGO_CO_TRY(changed);
    if (!*changed)
        co_return ErrorCode::NotFound;
    api::JsonWriter out;
    (*changed)->write(out);
    co_return out.take();
}

QCoro::Task<Outcome> SavedSearchService::remove(CallContextPtr context, Uuid id)
{
    const auto removed = co_await m_store.remove(context, context->principal->user, id);
    CARGO_CO_TRY(removed);
    co_return *removed ? ok() : Outcome(ErrorCode::NotFound);
}

QCoro::Task<Result<std::vector<api::SavedSearchDto>>> SavedSearchService::newest(CallContextPtr context, UserId user, int limit)
{
    co_return co_await m_store.list(context, user, std::nullopt, limit);
}

void SavedSearchService::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("user.closed", "search.saved",
                     [this](CallContextPtr context, jobs::StoredEvent event) -> QCoro::Task<Outcome> {
                         const auto user = UserId::fromText(QByteArrayView(event.event.key));
                         return m_store.removeAll(std::move(context), user.value_or(UserId{}));
                     });
}

} // namespace cargo::search
