#pragma once

#include "server/payments/provider_op_job.h"
#include "shared/api/payment_dto.h"

namespace cargo::payments {

// What people ask about money: begin a payment, see payments and payouts. Whose deal it is was checked by who calls.
class PaymentService
{
public:
    PaymentService(Runtime &runtime, PaymentStore &store, EscrowService &escrow, ProviderOpJob &job, PaymentProvider &provider)
        : m_runtime(runtime), m_store(store), m_escrow(escrow), m_job(job), m_provider(provider)
    {
    }

    const Capabilities &capabilities() const { return m_provider.capabilities(); }
    EscrowService &escrow() { return m_escrow; }

    // The buyer begins to pay, in the caller's transaction and under the deal's lock. A payment that waits for him already is
    // given back as it is. Errors: StateConflict when the deal takes no money now.
    struct Begun
    {
        api::PaymentDto payment;
        std::optional<ProviderOpId> op; // call it after the commit: afterBegin()
    };
    QCoro::Task<Result<Begun>> begin(db::Transaction tx, DealId deal, QString returnUrl);
    // Asks the provider for the page on which the buyer pays. An unavailable provider leaves the payment without an address;
    // the call goes on in the background.
    QCoro::Task<Result<api::PaymentDto>> afterBegin(CallContextPtr context, Begun begun);

    QCoro::Task<Result<std::vector<api::PaymentDto>>> payments(CallContextPtr context, DealId deal);
    struct PayoutPage
    {
        std::vector<api::PayoutDto> items;
        std::optional<Uuid> next;
    };
    QCoro::Task<Result<PayoutPage>> payouts(CallContextPtr context, UserId driver, std::optional<Uuid> before, int limit);

private:
    api::PaymentDto dtoOf(const Payment &payment) const;

    Runtime &m_runtime;
    PaymentStore &m_store;
    EscrowService &m_escrow;
    ProviderOpJob &m_job;
    PaymentProvider &m_provider;
};

} // namespace cargo::payments
