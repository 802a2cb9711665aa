#pragma once

#include "server/core/runtime.h"
#include "shared/domain/money.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace cargo::earnings {

// What a driver earns by one deal that was paid for.
struct Earning
{
    DealId deal;
    qint64 number = 0;
    QString title;    // of the car
    QByteArray state; // held: at the bank; on_the_way: the bank is paying; paid: the bank has said so
    Money amount;
    Money fee;
    Money refund; // what a decision gave back to the buyer
    std::optional<Timestamp> paidAt;
    Timestamp since; // of the state, as far as known

    Money receives() const { return {amount.amountMinor - fee.amountMinor - refund.amountMinor, amount.currency}; }
};

struct EarningsTotal
{
    Currency currency;
    qint64 heldMinor = 0, onTheWayMinor = 0, paidMinor = 0;
};

// How a driver's deals went; what stands beside his stars.
struct Record
{
    double mean = 0; // as it is shown: Bayesian
    int count = 0;
    int stars[5] = {};
    int delivered = 0, late = 0, daysLate = 0, amendments = 0, disputes = 0, lost = 0, cancelled = 0;
    struct Month
    {
        QString month; // 2026-11
        double mean = 0;
        int count = 0;
    };
    std::vector<Month> trend; // the last twelve with reviews, oldest first
};

// SQL of what a driver earned and how he is rated: reads what deals, escrow and reviews have written.
class EarningsStore
{
public:
    explicit EarningsStore(Runtime &runtime) : m_db(runtime.db) {}

    // Newest deals first.
    QCoro::Task<Result<std::vector<Earning>>> list(CallContextPtr context, UserId driver, std::optional<Uuid> before, int limit);
    QCoro::Task<Result<std::vector<EarningsTotal>>> totals(CallContextPtr context, UserId driver);
    // Paid in [from, to), oldest first; at most `limit`.
    QCoro::Task<Result<std::vector<Earning>>> paid(CallContextPtr context, UserId driver, Timestamp from, Timestamp to,
                                                   int limit);
    QCoro::Task<Result<Record>> record(CallContextPtr context, UserId driver);

private:
    db::Database &m_db;
};

} // namespace cargo::earnings
