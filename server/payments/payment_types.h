#pragma once

#include "server/providers/payments/payment_provider.h"
#include "shared/domain/deal/money_table.h"
#include "shared/domain/words.h"

namespace cargo::payments {

// What is wanted with a deal's money. Decided by the deal; the escrow works towards it, one provider call at a time.
enum class Disposition {
    Reserve,  // hold and wait
    Keep,     // take into the deal
    GiveBack, // void a reservation, refund what was taken
    Release,  // pay the driver
    Split,    // refund a part first, then pay the driver the rest
};
inline constexpr auto kDispositionWords = wordTable<Disposition>("reserve", "keep", "give_back", "release", "split");

enum class PaymentStatus { New, Pending, Held, Captured, Canceled, Declined, Refunded };
inline constexpr auto kPaymentStatusWords =
    wordTable<PaymentStatus>("new", "pending", "held", "captured", "canceled", "declined", "refunded");

enum class OpState { New, Sent, Succeeded, Failed, Unknown };
inline constexpr auto kOpStateWords = wordTable<OpState>("new", "sent", "succeeded", "failed", "unknown");
inline constexpr auto kOpKindWords = wordTable<OpKind>("authorize", "capture", "cancel", "refund", "payout");

// The terms under which money is held for one deal.
struct EscrowTerms
{
    DealId deal;
    QByteArray provider;
    UserId payer;
    UserId payee;
    Money amount;
    Money fee;
    Timestamp at;
};

struct Escrow
{
    DealId deal;
    QByteArray provider;
    UserId payer;
    UserId payee;
    Money amount;
    Money fee;
    Disposition disposition = Disposition::Reserve;
    Money refund;
    MoneyStatus status = MoneyStatus::None;
    std::optional<MoneyStatus> failedFrom;
    std::optional<Timestamp> holdExpiresAt;

    MoneyFacts facts() const { return {disposition == Disposition::Split, failedFrom}; }
};

struct Payment
{
    PaymentId id;
    DealId deal;
    QByteArray provider;
    QByteArray providerRef;
    Money amount;
    PaymentStatus status = PaymentStatus::New;
    qint64 capturedMinor = 0;
    qint64 refundedMinor = 0;
    QString returnUrl;
    QString confirmationUrl;
    std::optional<Timestamp> holdExpiresAt;
    Timestamp createdAt;
};

// One call to the provider, written down before it is made.
struct ProviderOp
{
    ProviderOpId id;
    QByteArray idempotencyKey;
    DealId deal;
    std::optional<PaymentId> payment;
    QByteArray provider;
    OpKind kind = OpKind::Authorize;
    int seq = 0;
    Money amount;
    QByteArray request = "{}"; // JSON: {"purpose":"amendment"} and the like
    OpState state = OpState::New;
    int attempt = 0;
    Timestamp nextTryAt;
    QByteArray providerRef;
    bool accepted = false; // the provider works on it: a refund or payout under way
    Timestamp createdAt;
    QByteArray paymentRef; // provider's name of `payment`
    QString returnUrl;     // of `payment`

    bool ofAmendment() const { return request.contains("\"amendment\""); }
};

} // namespace cargo::payments
