#include "server/search/saved_search_store.h"

namespace cargo::search {

namespace {
const db::Query kList{"saved_searches.list",
                      R"(select id, name, query, created_at, alerts from saved_searches
       where user_id = $1 and ($2::uuid is null or id < $2::uuid) order by id desc limit $3)"};
const db::Query kFind{"saved_searches.find",
                      "select id, name, query, created_at, alerts from saved_searches where user_id = $1 and query = $2"};
const db::Query kInsert{"saved_searches.insert",
                        R"(insert into saved_searches (id, user_id, name, query, created_at, alerts)
       select $1::uuid, $2::uuid, $3::text, $4::text, $5::timestamptz, $7::text
       where (select count(*) from saved_searches where user_id = $2::uuid) < $6::int
       on conflict on constraint saved_searches_once do nothing)"};
const db::Query kChange{"saved_searches.change", R"(
    update saved_searches set name = coalesce($3::text, name), alerts = coalesce($4::text, alerts)
    where user_id = $1::uuid and id = $2::uuid returning id, name, query, created_at, alerts)"};
const db::Query kRemove{"saved_searches.remove", "delete from saved_searches where user_id = $1 and id = $2"};
const db::Query kRemoveAll{"saved_searches.remove_all", "delete from saved_searches where user_id = $1"};

api::SavedSearchDto searchAt(const db::Rows &rows, int row)
{
    return {rows.uuid(row, 0), rows.text(row, 1), rows.bytes(row, 2), rows.timestamp(row, 3),
            api::alertsFromWord(rows.text(row, 4)).value_or(api::Alerts::Off)};
}
} // namespace

QCoro::Task<Result<std::vector<api::SavedSearchDto>>> SavedSearchStore::list(CallContextPtr context, UserId user,
                                                                             std::optional<Uuid> before, int limit)
{
    const auto rows = co_await m_db.query(context, kList, user, before, limit);
    CARGO_CO_TRY(rows);
    std::vector<api::SavedSearchDto> searches;
    for (int row = 0; row < rows->count(); ++row)
        searches.push_back(searchAt(*rows, row));
    co_return searches;
}

QCoro::Task<Result<std::optional<api::SavedSearchDto>>> SavedSearchStore::find(db::Transaction tx, UserId user, QByteArray query)
{
    const auto rows = co_await tx.run(kFind, user, query);
    CARGO_CO_TRY(rows);
    std::optional<api::SavedSearchDto> found;
    if (!rows->empty())
        found = searchAt(*rows, 0);
    co_return found;
}

QCoro::Task<Result<bool>> SavedSearchStore::insert(db::Transaction tx, UserId user, api::SavedSearchDto search, int most)
{
    const auto rows = co_await tx.run(kInsert, search.id, user, search.name, search.query, search.createdAt, most,
                                      QByteArray(api::word(search.alerts)));
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Result<std::optional<api::SavedSearchDto>>> SavedSearchStore::change(CallContextPtr context, UserId user, Uuid id,
                                                                                 api::SavedSearchChange wanted)
{
    const auto alerts = wanted.alerts ? std::optional<QByteArray>(api::word(*wanted.alerts)) : std::nullopt;
    const auto rows = co_await m_db.write(context, kChange, user, id, wanted.name, alerts);
    CARGO_CO_TRY(rows);
    std::optional<api::SavedSearchDto> changed;
    if (!rows->empty())
        changed = searchAt(*rows, 0);
    co_return changed;
}

QCoro::Task<Result<bool>> SavedSearchStore::remove(CallContextPtr context, UserId user, Uuid id)
{
    const auto rows = co_await m_db.write(context, kRemove, user, id);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Outcome> SavedSearchStore::removeAll(CallContextPtr context, UserId user)
{
    CARGO_CO_TRY(co_await m_db.write(context, kRemoveAll, user));
    co_return ok();
}

} // namespace cargo::search
