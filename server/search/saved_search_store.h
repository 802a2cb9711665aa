#pragma once

#include "server/core/runtime.h"
#include "shared/api/saved_search_dto.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace cargo::search {

// SQL of saved_searches.
class SavedSearchStore
{
public:
    explicit SavedSearchStore(db::Database &db) : m_db(db) {}

    // Newest first.
    QCoro::Task<Result<std::vector<api::SavedSearchDto>>> list(CallContextPtr context, UserId user, std::optional<Uuid> before,
                                                               int limit);
    QCoro::Task<Result<std::optional<api::SavedSearchDto>>> find(db::Transaction tx, UserId user, QByteArray query);
    // False when the user has `most` already.
    QCoro::Task<Result<bool>> insert(db::Transaction tx, UserId user, api::SavedSearchDto search, int most);
    // Nothing: he has no such search.
    QCoro::Task<Result<std::optional<api::SavedSearchDto>>> change(CallContextPtr context, UserId user, Uuid id,
                                                                   api::SavedSearchChange wanted);
    QCoro::Task<Result<bool>> remove(CallContextPtr context, UserId user, Uuid id);
    QCoro::Task<Outcome> removeAll(CallContextPtr context, UserId user);

private:
    db::Database &m_db;
};

} // namespace cargo::search
