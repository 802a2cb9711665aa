#include "server/exports/export_store.h"

namespace cargo::exports {

namespace {

#define CARGO_EXPORT_COLUMNS "id, user_id, status, size_bytes, encode(sha256, 'hex'), created_at, ready_at, expires_at"
const db::Query kLatest{"exports.latest",
                        "select " CARGO_EXPORT_COLUMNS " from data_exports where user_id = $1 order by id desc limit 1"};
const db::Query kFind{"exports.find", "select " CARGO_EXPORT_COLUMNS " from data_exports where id = $1"};
const db::Query kInsert{"exports.insert",
                        "insert into data_exports (id, user_id, status, created_at, expires_at) values ($1, $2, $3, $4, $5)"};
const db::Query kMarkReady{
    "exports.mark_ready",
    "update data_exports set status = 'ready', size_bytes = $2, sha256 = $3, ready_at = $4, expires_at = $5 "
    "where id = $1 and status = 'queued'"};
const db::Query kRemove{"exports.remove", "delete from data_exports where id = $1"};
const db::Query kIdsOf{"exports.ids_of", "select id from data_exports where user_id = $1"};
const db::Query kPictures{"exports.pictures", "select id, sha256 from media where owner_id = $1 order by id"};

DataExport exportAt(const db::Rows &rows, int row)
{
    DataExport read;
    read.id = rows.uuid(row, 0);
    read.user = rows.id<UserId>(row, 1);
    read.status = rows.bytes(row, 2);
    if (!rows.isNull(row, 3))
        read.sizeBytes = rows.int64(row, 3);
    if (!rows.isNull(row, 4))
        read.sha256 = rows.bytes(row, 4);
    read.createdAt = rows.timestamp(row, 5);
    read.readyAt = rows.optionalTimestamp(row, 6);
    read.expiresAt = rows.timestamp(row, 7);
    return read;
}

std::optional<DataExport> firstOf(const db::Rows &rows)
{
    return rows.empty() ? std::nullopt : std::optional<DataExport>(exportAt(rows, 0));
}

} // namespace

QCoro::Task<Result<std::optional<DataExport>>> ExportStore::latest(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kLatest, user);
    CARGO_CO_TRY(rows);
    co_return firstOf(*rows);
}

QCoro::Task<Result<std::optional<DataExport>>> ExportStore::latest(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kLatest, user);
    CARGO_CO_TRY(rows);
    co_return firstOf(*rows);
}

QCoro::Task<Result<std::optional<DataExport>>> ExportStore::find(CallContextPtr context, Uuid id)
{
    const auto rows = co_await m_db.read(context, kFind, id);
    CARGO_CO_TRY(rows);
    co_return firstOf(*rows);
}

QCoro::Task<Outcome> ExportStore::insert(db::Transaction tx, DataExport row)
{
    CARGO_CO_TRY(co_await tx.run(kInsert, row.id, row.user, row.status, row.createdAt, row.expiresAt));
    co_return ok();
}

QCoro::Task<Result<bool>> ExportStore::markReady(db::Transaction tx, Uuid id, qint64 bytes, QByteArray sha256, Timestamp now,
                                                 Timestamp expiresAt)
{
    db::Params params;
    params.add(id).add(bytes).addBytes(sha256).add(now).add(expiresAt);
    const auto rows = co_await tx.runParams(kMarkReady, std::move(params));
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Outcome> ExportStore::remove(CallContextPtr context, Uuid id)
{
    CARGO_CO_TRY(co_await m_db.write(context, kRemove, id));
    co_return ok();
}

QCoro::Task<Result<std::vector<Uuid>>> ExportStore::idsOf(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kIdsOf, user);
    CARGO_CO_TRY(rows);
    std::vector<Uuid> ids;
    for (int row = 0; row < rows->count(); ++row)
        ids.push_back(rows->uuid(row, 0));
    co_return ids;
}

QCoro::Task<Result<std::vector<ExportStore::Picture>>> ExportStore::picturesOf(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kPictures, user);
    CARGO_CO_TRY(rows);
    std::vector<Picture> pictures;
    for (int row = 0; row < rows->count(); ++row)
        pictures.push_back({rows->id<MediaId>(row, 0), rows->blob(row, 1)});
    co_return pictures;
}

} // namespace cargo::exports
