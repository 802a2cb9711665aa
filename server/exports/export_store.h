#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::exports {

struct DataExport
{
    Uuid id;
    UserId user;
    QByteArray status; // queued | ready
    std::optional<qint64> sizeBytes;
    QByteArray sha256; // hex, empty while it is not ready
    Timestamp createdAt;
    std::optional<Timestamp> readyAt;
    Timestamp expiresAt;
};

// SQL of data_exports, and of the pictures that belong into an archive.
class ExportStore
{
public:
    explicit ExportStore(Runtime &runtime) : m_db(runtime.db) {}

    // The newest one. nullopt: he never asked.
    QCoro::Task<Result<std::optional<DataExport>>> latest(db::Transaction tx, UserId user);
    QCoro::Task<Result<std::optional<DataExport>>> latest(CallContextPtr context, UserId user);
    QCoro::Task<Result<std::optional<DataExport>>> find(CallContextPtr context, Uuid id);
    QCoro::Task<Outcome> insert(db::Transaction tx, DataExport row);
    // False: it is not queued any more.
    QCoro::Task<Result<bool>> markReady(db::Transaction tx, Uuid id, qint64 bytes, QByteArray sha256, Timestamp now,
                                        Timestamp expiresAt);
    QCoro::Task<Outcome> remove(CallContextPtr context, Uuid id);
    QCoro::Task<Result<std::vector<Uuid>>> idsOf(CallContextPtr context, UserId user);
    struct Picture
    {
        MediaId id;
        QByteArray sha256; // raw, of the largest variant
    };
    QCoro::Task<Result<std::vector<Picture>>> picturesOf(CallContextPtr context, UserId user);

private:
    db::Database &m_db;
};

} // namespace cargo::exports
