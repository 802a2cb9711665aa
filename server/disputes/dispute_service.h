#pragma once

#include "server/deals/deal_service.h"
#include "server/disputes/dispute_store.h"
#include "shared/api/dispute_dto.h"

namespace cargo::disputes {

// A disagreement about a deal: opened by a side, argued by both with evidence, decided by staff or taken back. It stops our
// clocks and freezes the money; the deal itself is moved by TransitionService, never here.
class DisputeService
{
public:
    DisputeService(Runtime &runtime, DisputeStore &store, deals::DealService &deals)
        : m_runtime(runtime), m_store(store), m_deals(deals)
    {
    }
    void registerOn(jobs::Registry &registry);

    QCoro::Task<Result<Answer>> open(CallContextPtr context, DealId deal, api::OpenDisputeBody body);
    QCoro::Task<Result<Answer>> addEvidence(CallContextPtr context, DealId deal, api::EvidenceBody body);
    QCoro::Task<Result<Answer>> withdraw(CallContextPtr context, DealId deal);
    // `id` is the dispute's or the deal's. Errors: Forbidden (permission), NotFound, StateConflict, OutOfRange (refund).
    QCoro::Task<Result<Answer>> resolve(CallContextPtr context, Uuid id, api::ResolveDisputeBody body);

    struct Case
    {
        Dispute dispute;
        std::vector<Evidence> evidence;
        Currency currency;
    };
    // For both sides and staff: what was said. The newest dispute first.
    QCoro::Task<Result<std::vector<Case>>> cases(CallContextPtr context, DealId deal);

private:
    QCoro::Task<Outcome> evidenceEnded(CallContextPtr context, Uuid deal);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    DisputeStore &m_store;
    deals::DealService &m_deals;
};

} // namespace cargo::disputes
