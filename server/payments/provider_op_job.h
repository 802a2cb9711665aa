#pragma once

#include "server/jobs/registry.h"
#include "server/payments/escrow_service.h"
#include "server/payments/payment_timers.h"

namespace cargo::payments {

// Makes the calls that were written down, and finds out what became of those whose answer was lost. A call is marked as sent
// before it is made; an answer that did not come is `unknown`: repeated with the same key while the provider remembers the
// key, looked up afterwards, never repeated blindly. Also used by the request thread for the one call that a buyer waits for.
class ProviderOpJob
{
public:
    ProviderOpJob(Runtime &runtime, PaymentStore &store, EscrowService &escrow, PaymentProvider &provider)
        : m_runtime(runtime), m_store(store), m_escrow(escrow), m_provider(provider)
    {
    }
    void setListener(EscrowListener *listener) { m_listener = listener; }
    void registerOn(jobs::Registry &registry);

    // Makes the call if its time has come and nobody else has it.
    QCoro::Task<Outcome> run(CallContextPtr context, ProviderOpId op);
    // Finance orders the failed step of a deal's money once more. Errors: NotFound, StateConflict.
    QCoro::Task<Outcome> retryFailed(CallContextPtr context, DealId deal);
    // The same in somebody's transaction. Error: StateConflict (nothing has failed).
    QCoro::Task<Outcome> retryFailedIn(db::Transaction tx, DealId deal);
    // At the server's start: sets the clocks of the sweeps going, which look up what had no news for two minutes and what was
    // sent and lost. `alone`: no other process works on this database, so that nothing is under way and everything is looked
    // up at once.
    QCoro::Task<Outcome> start(CallContextPtr context, bool alone);

private:
    QCoro::Task<Outcome> sweep(CallContextPtr context, qint64 quietForMs);
    QCoro::Task<Outcome> findLost(CallContextPtr context);
    void passOver(const ProviderOp &op, const Outcome &outcome);
    QCoro::Task<Outcome> arm(CallContextPtr context, QByteArray timer, qint64 inMs);
    QCoro::Task<Outcome> onEvent(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<ProviderAnswer> call(CallContextPtr context, ProviderOp op);
    QCoro::Task<ProviderAnswer> look(CallContextPtr context, ProviderOp op);
    QCoro::Task<Outcome> recordPatiently(CallContextPtr context, ProviderOp op, ProviderAnswer answer);
    QCoro::Task<Outcome> record(CallContextPtr context, ProviderOp op, ProviderAnswer answer);
    QCoro::Task<Outcome> postpone(db::Transaction tx, ProviderOp op, ProviderAnswer answer);
    QCoro::Task<Outcome> reconcile(CallContextPtr context, ProviderOp op);
    QCoro::Task<Outcome> lookAtPayment(CallContextPtr context, Payment payment);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    PaymentStore &m_store;
    EscrowService &m_escrow;
    PaymentProvider &m_provider;
    EscrowListener *m_listener = nullptr;
};

} // namespace cargo::payments
