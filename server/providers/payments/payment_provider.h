#pragma once

#include "server/core/call_context.h"
#include "shared/domain/money.h"

#include <QCoroTask>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace cargo::payments {

// What a provider can do, as data: no code asks for a provider's name to know its limits. Source of the fields:
// docs of the adapters; 0 means that no limit is known.
struct Capabilities
{
    QByteArray name;                    // "sandbox": also the path of its webhooks
    std::vector<QByteArray> currencies; // ISO 4217 codes
    qint64 maxHoldMs = 0;               // how long a reservation lives before it is taken
    qint64 maxDealLifeMs = 0;           // how long taken money may be kept
    qint64 maxPayinMinor = 0;           // one payment
    qint64 maxPayoutMinor = 0;          // one payout; larger sums are cut into pieces
    int maxPayoutPieces = 1;
    bool partialRefund = false;
    bool cancelPending = false; // an unpaid payment can be withdrawn
    bool feeReturned = false;   // the provider's own fee comes back with a refund
    qint64 refundWindowMs = 0;
    qint64 idempotencyTtlMs = 0;  // how long a key is remembered: after it, look up and never repeat
    bool findByReference = false; // an object can be found by our own reference
    qint64 moneyTimeoutMs = 300'000;
    qint64 readTimeoutMs = 30'000;
};

enum class OpKind { Authorize, Capture, Cancel, Refund, Payout };

// One call. The same call is made with the same key and the same content, or not at all.
struct ProviderCall
{
    OpKind kind = OpKind::Authorize;
    QByteArray idempotencyKey; // UUID, lower case
    QByteArray reference;      // our name of the object: the payment's id, or the operation's for refund, payout
    QByteArray objectRef;      // the provider's name: of the payment, or of the transfer in lookup()
    Money amount;
    QString returnUrl;
    QString description;
    QByteArray payee; // payouts: who is paid
};

enum class ObjectState { Pending, Held, Captured, Canceled, Succeeded };

// A payment, refund or payout as the provider sees it now.
struct ProviderObject
{
    QByteArray ref;
    QByteArray reference;
    ObjectState state = ObjectState::Pending;
    Money amount;
    QString confirmationUrl;
    std::optional<Timestamp> holdExpiresAt;
};

struct ProviderAnswer
{
    enum class Kind {
        Done,     // the object is known: see its state
        Declined, // a business no: declined card, closed account
        Rejected, // a 4xx: the call was wrong, or the object is in another state: look it up
        NotFound, // lookup only
        Busy,     // 429 or a lock: certainly not done, try again
        Unknown,  // timeout, broken connection, 5xx: it may have been done
        Stopped,  // 401, 403: our access is broken, a person must look
    };

    Kind kind = Kind::Unknown;
    ProviderObject object;
    int http = 0;
    QByteArray error; // for engineers, without personal data
    qint64 retryAfterMs = 0;
};

// A webhook whose signature was right. What it says is a hint: the worker asks for the object itself.
struct WebhookEvent
{
    enum class Subject { Payment, Refund, Payout };

    QByteArray key; // unique for the provider: the second one is the same event
    Subject subject = Subject::Payment;
    ProviderObject claimed;
};

using Headers = std::vector<std::pair<QByteArray, QByteArray>>; // names in lower case

// A licensed provider that holds, keeps, returns and pays out money. Belongs to one thread. It never touches our tables
// and never decides anything about a deal; its answers may be lost, late, doubled or out of order.
class PaymentProvider
{
public:
    virtual ~PaymentProvider() = default;
    virtual const Capabilities &capabilities() const = 0;
    virtual QCoro::Task<ProviderAnswer> perform(CallContextPtr context, ProviderCall call) = 0;
    // Finds the object of an earlier call by its reference or objectRef. Reads only.
    virtual QCoro::Task<ProviderAnswer> lookup(CallContextPtr context, ProviderCall call) = 0;
    // Proof and meaning of a webhook. Errors: SignatureInvalid, MalformedJson, BadRequest.
    virtual Result<WebhookEvent> readWebhook(const Headers &headers, const QByteArray &body, Timestamp now) const = 0;
    // The same without the proof, for bodies that were proved when they came in.
    virtual Result<WebhookEvent> parseWebhook(const QByteArray &body) const = 0;
};

} // namespace cargo::payments
