#pragma once

#include "shared/api/json_reader.h"
#include "shared/domain/clock.h"

namespace cargo::api {

// PUT me/payout-details. The password once more: who found an unlocked phone must not take the money.
struct PayoutDetailsBody
{
    QString bic;
    QString account;
    QString holder;
    QString password;

    static Parsed<PayoutDetailsBody> parse(QByteArrayView body);
};

// What is shown of them, to their owner too: {"bic","account_masked","holder","changed_at","held_until"}.
struct PayoutDetailsDto
{
    QString bic;
    QString account;
    QString holder;
    Timestamp changedAt;
    std::optional<Timestamp> heldUntil; // payouts wait until then

    QByteArray toJson() const;
};
QString maskedAccount(const QString &account); // "•••• 0123"

} // namespace cargo::api
