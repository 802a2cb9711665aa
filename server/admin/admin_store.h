#pragma once

#include "server/core/runtime.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace cargo::admin {

struct AuditLine
{
    Uuid stream;
    qint64 seq = 0;
    QByteArray action;
    std::optional<UserId> actor;
    QByteArray details; // JSON object
    Timestamp at;
    QByteArray previousHash; // hex
    QByteArray hash;         // hex
};

struct AuditFilter
{
    std::optional<Uuid> stream; // a deal, a user, a ticket
    std::optional<UserId> actor;
    QByteArray action; // exact, or a prefix that ends in a dot: "deal."
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;
    struct Place
    {
        Timestamp at;
        Uuid stream;
        qint64 seq = 0;
    };
    std::optional<Place> before; // the last line of the page before
    int limit = 0;
};

// What staff see of everything at once. Reads only, and over the tables of all features: reports and nothing else.
class AdminStore
{
public:
    explicit AdminStore(Runtime &runtime) : m_db(runtime.db) {}

    // A JSON object.
    QCoro::Task<Result<QByteArray>> stats(CallContextPtr context);
    // Newest first.
    QCoro::Task<Result<std::vector<AuditLine>>> audit(CallContextPtr context, AuditFilter filter);

private:
    db::Database &m_db;
};

} // namespace cargo::admin
