#include "server/settings/setting_store.h"

namespace cargo::settings {

namespace {
const db::Query kLatest{"settings.latest", kLatestChanges};
const db::Query kLock{"settings.lock", "select pg_advisory_xact_lock(hashtextextended($1, 53))"};
const db::Query kValue{"settings.value", "select value from setting_changes where name = $1 order by id desc limit 1"};
const db::Query kInsert{"settings.insert", R"(
    insert into setting_changes (name, value, previous, reason, changed_by, approved_by, at)
    values ($1, $2, $3, $4, $5, $6, $7) returning id)"};
#define CARGO_CHANGE_JSON                                                                                                        \
    "json_build_object('id', c.id, 'value', c.value, 'previous', c.previous, 'reason', c.reason, 'changed_by', "                 \
    "json_build_object('id', u.id, 'name', u.display_name), 'approved_by', case when a.id is null then null else "               \
    "json_build_object('id', a.id, 'name', a.display_name) end, 'at', rfc3339(c.at))"
#define CARGO_CHANGES "setting_changes c join users u on u.id = c.changed_by left join users a on a.id = c.approved_by "
const db::Query kAll{"settings.all", "select n.name, (select value from setting_changes l where l.name = n.name order by id desc "
                                     "limit 1), (select json_agg(line) from (select " CARGO_CHANGE_JSON " as line "
                                     "from " CARGO_CHANGES "where c.name = n.name order by c.id desc limit $1) lines) "
                                     "from (select distinct name from setting_changes) n"};
const db::Query kHistory{"settings.history", "select c.id, " CARGO_CHANGE_JSON " from " CARGO_CHANGES
                                             "where c.name = $1 and ($2::bigint is null or c.id < $2::bigint) "
                                             "order by c.id desc limit $3"};
const db::Query kLastDeals{"settings.last_deals", "select amount_minor, currency from deals order by id desc limit $1"};
} // namespace

QCoro::Task<Outcome> SettingStore::lock(db::Transaction tx, QByteArray name)
{
    CARGO_CO_TRY(co_await tx.run(kLock, name));
    co_return ok();
}

QCoro::Task<Result<std::optional<QString>>> SettingStore::value(db::Transaction tx, QByteArray name)
{
    const auto rows = co_await tx.run(kValue, name);
    CARGO_CO_TRY(rows);
    const bool none = rows->empty() || rows->isNull(0, 0);
    co_return none ? std::optional<QString>() : std::optional<QString>(rows->text(0, 0));
}

QCoro::Task<Result<qint64>> SettingStore::insert(db::Transaction tx, NewChange change)
{
    const auto rows = co_await tx.run(kInsert, change.name, change.value, change.previous, change.reason, change.by,
                                      change.approvedBy, change.at);
    CARGO_CO_TRY(rows);
    co_return rows->int64(0, 0);
}

QCoro::Task<Result<std::map<QByteArray, Stored>>> SettingStore::all(CallContextPtr context, int lines)
{
    const auto rows = co_await m_db.query(context, kAll, lines);
    CARGO_CO_TRY(rows);
    std::map<QByteArray, Stored> stored;
    for (int row = 0; row < rows->count(); ++row) {
        Stored &one = stored[rows->bytes(row, 0)];
        if (!rows->isNull(row, 1))
            one.value = rows->text(row, 1);
        one.history = rows->bytes(row, 2);
    }
    co_return stored;
}

QCoro::Task<Result<SettingStore::Page>> SettingStore::history(CallContextPtr context, QByteArray name,
                                                              std::optional<qint64> before, int limit)
{
    const auto rows = co_await m_db.query(context, kHistory, name, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<qint64>(*rows, limit);
}

QCoro::Task<Result<std::vector<SettingStore::Sample>>> SettingStore::lastDeals(CallContextPtr context, int count)
{
    const auto rows = co_await m_db.query(context, kLastDeals, count);
    CARGO_CO_TRY(rows);
    std::vector<Sample> deals;
    for (int row = 0; row < rows->count(); ++row)
        deals.push_back({rows->int64(row, 0), rows->bytes(row, 1)});
    co_return deals;
}

QCoro::Task<Result<std::vector<Change>>> SettingStore::latest(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kLatest);
    CARGO_CO_TRY(rows);
    std::vector<Change> changes;
    for (int row = 0; row < rows->count(); ++row)
        changes.push_back(Change::fromRow(*rows, row));
    co_return changes;
}

} // namespace cargo::settings
