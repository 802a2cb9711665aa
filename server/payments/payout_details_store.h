#pragma once

#include "server/core/runtime.h"

#include <optional>

namespace cargo::payments {

// Where the bank pays a driver.
struct PayoutDetails
{
    QString bic;
    QString account;
    QString holder;
    Timestamp changedAt;
};

// SQL of the table payout_details.
class PayoutDetailsStore
{
public:
    explicit PayoutDetailsStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Result<std::optional<PayoutDetails>>> find(CallContextPtr context, UserId user);
    QCoro::Task<Outcome> put(db::Transaction tx, UserId user, PayoutDetails details);
    QCoro::Task<Outcome> remove(CallContextPtr context, UserId user);
    // Payouts to him that nobody has sent yet wait until then; their operations.
    QCoro::Task<Result<std::vector<Uuid>>> hold(db::Transaction tx, UserId user, Timestamp until);
    struct Address
    {
        QString email;
        QString locale;
    };
    // Nothing: his account is closed.
    QCoro::Task<Result<std::optional<Address>>> address(CallContextPtr context, UserId user);

private:
    db::Database &m_db;
};

} // namespace cargo::payments
