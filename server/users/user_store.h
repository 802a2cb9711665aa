#pragma once

#include "server/db/database.h"
#include "server/users/user.h"

#include <optional>
#include <vector>

namespace cargo::users {

struct NewUser
{
    UserId id;
    QString email;
    QByteArray passwordHash;
    Role role = Role::Buyer;
    quint32 permissions = 0;
    QString displayName;
    QString locale;
    int kycTier = 0;
    Timestamp createdAt;
};

struct UserFilter
{
    QString text;                 // start of the e-mail or part of the name
    QString status;               // empty: all
    std::optional<UserId> before; // newest first
    int limit = 20;
};

// Rows of `users` but for credentials (auth's). Speaks SQL, decides nothing.
class UserStore
{
public:
    explicit UserStore(db::Database &db) : m_db(db) {}

    QCoro::Task<Result<std::optional<User>>> find(CallContextPtr context, UserId id);
    QCoro::Task<Result<std::optional<User>>> findByEmail(CallContextPtr context, QString email);
    // Locks the row until the transaction ends.
    QCoro::Task<Result<std::optional<User>>> findForUpdate(db::Transaction tx, UserId id);
    QCoro::Task<Result<std::optional<QByteArray>>> findCard(CallContextPtr context, UserId id);
    QCoro::Task<Result<std::vector<User>>> list(CallContextPtr context, UserFilter filter);
    QCoro::Task<Result<QByteArray>> exportOf(CallContextPtr context, UserId id);

    QCoro::Task<Outcome> insert(db::Transaction tx, NewUser user);
    // Everything that may change of a row that findForUpdate() locked, with a new version and card.
    QCoro::Task<Outcome> save(db::Transaction tx, User user, Timestamp now);
    // E-mail, password and second factor go; the row stays for the ledger under a pseudonym.
    QCoro::Task<Outcome> erase(db::Transaction tx, UserId id);

private:
    db::Database &m_db;
};

} // namespace cargo::users
