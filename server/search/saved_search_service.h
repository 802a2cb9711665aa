#pragma once

#include "server/core/answer.h"
#include "server/jobs/registry.h"
#include "server/search/saved_search_store.h"

namespace cargo::search {

// A user's kept searches: the same conditions once, and no more than limits::kSavedSearchesPerUser.
class SavedSearchService
{
public:
    explicit SavedSearchService(Runtime &runtime) : m_runtime(runtime), m_store(runtime.db) {}

    struct Page
    {
        std::vector<api::SavedSearchDto> items;
        std::optional<Uuid> next;
    };
    QCoro::Task<Result<Page>> list(CallContextPtr context, std::optional<Uuid> before, int limit);
    // 201, or 200 with the one that was there. Error: Conflict (too many).
    QCoro::Task<Result<Answer>> save(CallContextPtr context, api::SavedSearchBody body);
    // Error: NotFound.
    QCoro::Task<Result<QByteArray>> change(CallContextPtr context, Uuid id, api::SavedSearchChange wanted);
    QCoro::Task<Outcome> remove(CallContextPtr context, Uuid id);
    // The newest ones, for recommendations.
    QCoro::Task<Result<std::vector<api::SavedSearchDto>>> newest(CallContextPtr context, UserId user, int limit);
    // Forgets what closed accounts kept.
    void registerJobs(jobs::Registry &registry);

private:
    Runtime &m_runtime;
    SavedSearchStore m_store;
};

} // namespace cargo::search
