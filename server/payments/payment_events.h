#pragma once

#include "server/db/database.h"
#include "shared/domain/deal/money_table.h"

namespace cargo::payments {

// What the provider's word changed, told to the deal in the same transaction.
struct MoneyNews
{
    DealId deal;
    bool holdConfirmed = false;   // the sum is reserved: the deal may be funded
    bool holdLost = false;        // the reservation lapsed at the provider
    bool paymentDeclined = false; // the buyer may try again
    std::optional<MoneyStatus> changedTo;
    std::optional<Timestamp> holdExpiresAt;
    QByteArray effect = "none"; // for the webhook's record

    bool any() const { return holdConfirmed || holdLost || paymentDeclined || changedTo; }
};

// Implemented by deals. Payments never decides what a deal becomes.
class EscrowListener
{
public:
    virtual ~EscrowListener() = default;
    virtual QCoro::Task<Outcome> moneyChanged(db::Transaction tx, MoneyNews news) = 0;
};

} // namespace cargo::payments
