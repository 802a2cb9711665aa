#pragma once

#include "server/db/json_page.h"
#include "server/core/runtime.h"

#include <optional>
#include <vector>

namespace cargo::proposals {

struct Proposal
{
    Uuid id;
    QByteArray kind;
    QByteArray subject;
    QString title;
    QByteArray payload = "{}"; // a JSON object: the order as it will be carried out
    QByteArray status = "open";
    UserId proposedBy;
    Timestamp createdAt;
};

struct Decision
{
    QByteArray status; // approved | rejected
    UserId by;
    QString text;
    Timestamp at;
};

// SQL of proposals. What is shown is rendered there.
class ProposalStore
{
public:
    explicit ProposalStore(Runtime &runtime) : m_db(runtime.db) {}

    // StateConflict ("proposed") when one about the same is open.
    QCoro::Task<Outcome> insert(db::Transaction tx, Proposal proposal);
    QCoro::Task<Result<Proposal>> find(db::Transaction tx, Uuid id); // NotFound
    // StateConflict (detail = the status now) when it is open no longer.
    QCoro::Task<Outcome> close(db::Transaction tx, Uuid id, Decision decision);
    // The one that was open about this, now void.
    QCoro::Task<Result<std::optional<Uuid>>> closeVoid(db::Transaction tx, QByteArray kind, QByteArray subject, Timestamp at);

    QCoro::Task<Result<QByteArray>> json(db::Transaction tx, Uuid id);
    using Page = db::JsonPage<Uuid>;
    // Of these kinds, newest first; an empty status is all.
    QCoro::Task<Result<Page>> page(CallContextPtr context, std::vector<QByteArray> kinds, QString status,
                                   std::optional<Uuid> before, int limit);

private:
    db::Database &m_db;
};

} // namespace cargo::proposals
