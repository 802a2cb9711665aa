#pragma once

#include "server/core/runtime.h"
#include "server/db/blocking.h"
#include "server/db/json_page.h"

#include <optional>

namespace cargo::search {

// A dictionary of concepts that editors published. Version 0: none was, and the built-in one is in force.
struct ConceptVersion
{
    qint64 version = 0;
    std::optional<QByteArray> content; // none: the built-in one
};

struct NewConceptVersion
{
    ConceptVersion next;
    std::optional<QString> slug;    // of the concept that was changed
    std::optional<qint64> restores; // 0: the built-in one
    QString note;
    UserId by;
    Timestamp at;
};

class ConceptStore
{
public:
    explicit ConceptStore(db::Database &db) : m_db(db) {}

    QCoro::Task<Result<ConceptVersion>> latest(CallContextPtr context);
    static Result<ConceptVersion> latest(db::BlockingConnection &connection); // for commands
    // One change at a time, until the transaction ends.
    QCoro::Task<Result<ConceptVersion>> lockLatest(db::Transaction tx);
    // NotFound: there is no such version. 0 is the built-in one.
    QCoro::Task<Result<ConceptVersion>> find(db::Transaction tx, qint64 version);
    QCoro::Task<Outcome> insert(db::Transaction tx, NewConceptVersion version);
    using Page = db::JsonPage<qint64>;
    QCoro::Task<Result<Page>> history(CallContextPtr context, std::optional<qint64> before, int limit);

private:
    db::Database &m_db;
};

} // namespace cargo::search
