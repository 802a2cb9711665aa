#pragma once

#include "server/db/json_page.h"
#include "server/core/runtime.h"

#include <QCoroTask>

namespace cargo::appeals {

// A decision against somebody, as it can be undone.
struct Decision
{
    Uuid id;
    UserId user;
    QByteArray kind; // listing, kyc, ban, mute, conversation, dispute
    Uuid subject;
    std::optional<UserId> decidedBy; // nobody: a rule of the house
    Timestamp appealUntil;
    bool overturned = false;
    bool appealed = false;
};

struct Appeal
{
    Uuid id;
    Decision decision;
    bool decided = false;
};

// A ban as its user reads it.
struct Ban
{
    Uuid id;
    QByteArray json;
};

// SQL of decisions about users and their appeals.
class AppealStore
{
public:
    explicit AppealStore(Runtime &runtime) : m_db(runtime.db) {}

    using Page = db::JsonPage<Uuid>;
    // The newest first.
    QCoro::Task<Result<Page>> decisionsOf(CallContextPtr context, UserId user, std::optional<Uuid> before, int limit);
    // As its user reads it. Error NotFound.
    QCoro::Task<Result<QByteArray>> decision(CallContextPtr context, Uuid id, UserId user);
    // The last that was not taken back.
    QCoro::Task<Result<std::optional<Ban>>> ban(CallContextPtr context, UserId user);
    // Locked. Error NotFound.
    QCoro::Task<Result<Decision>> lock(db::Transaction tx, Uuid decision);
    QCoro::Task<Outcome> insert(db::Transaction tx, Uuid id, Uuid decision, QString text, Timestamp now);
    QCoro::Task<Result<Appeal>> lockAppeal(db::Transaction tx, Uuid id);
    QCoro::Task<Outcome> close(db::Transaction tx, Appeal appeal, QString outcome, QString answer, UserId by, Timestamp now);
    // The case for staff, as JSON. Error NotFound.
    QCoro::Task<Result<QByteArray>> appeal(CallContextPtr context, Uuid id);

private:
    db::Database &m_db;
};

} // namespace cargo::appeals
