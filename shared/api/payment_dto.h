#pragma once

#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"

namespace cargo::api {

// One attempt to pay. `confirmationUrl` is where the buyer confirms; absent while the provider has not answered yet.
struct PaymentDto
{
    PaymentId id;
    DealId dealId;
    QString provider;
    QString status; // new, pending, held, captured, canceled, declined, refunded
    Money amount;
    std::optional<Money> refunded;
    std::optional<QString> confirmationUrl;
    std::optional<Timestamp> holdExpiresAt;
    Timestamp createdAt;

    void write(JsonWriter &out) const;
    static Parsed<PaymentDto> read(const QJsonObject &json);
};

// Money on its way to a driver. "paid" is the provider's word, never ours.
struct PayoutDto
{
    ProviderOpId id;
    DealId dealId;
    QString dealNumber;
    QString status; // queued, sent, paid, failed
    Money amount;
    Timestamp createdAt;
    std::optional<Timestamp> paidAt;

    void write(JsonWriter &out) const;
    static Parsed<PayoutDto> read(const QJsonObject &json);
};

} // namespace cargo::api
