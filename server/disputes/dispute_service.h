#pragma once

#include "server/deals/deal_service.h"
#include "server/disputes/dispute_store.h"
#include "server/proposals/proposal_service.h"
#include "shared/api/dispute_dto.h"

namespace cargo::disputes {

// A disagreement about a deal: opened by a side, argued by both with evidence, decided by staff or taken back. It stops our
// clocks and freezes the money; the deal itself is moved by TransitionService, never here.
//
// A decision about much money is only proposed; somebody else of the staff carries it out by approving.
class DisputeService final : public proposals::Order
{
public:
    DisputeService(Runtime &runtime, DisputeStore &store, deals::DealService &deals, proposals::ProposalService &proposals)
        : m_runtime(runtime), m_store(store), m_deals(deals), m_proposals(proposals)
    {
        m_proposals.add(*this);
    }
    void registerOn(jobs::Registry &registry);

    QCoro::Task<Result<Answer>> open(CallContextPtr context, DealId deal, api::OpenDisputeBody body);
    QCoro::Task<Result<Answer>> addEvidence(CallContextPtr context, DealId deal, api::EvidenceBody body);
    QCoro::Task<Result<Answer>> withdraw(CallContextPtr context, DealId deal);
    // `id` is the dispute's or the deal's. Errors: Forbidden (permission), NotFound, StateConflict, OutOfRange (refund).
    // Status 202 and the proposal when two must decide.
    QCoro::Task<Result<Answer>> resolve(CallContextPtr context, Uuid id, api::ResolveDisputeBody body);
    // What resolve() would do: bookings, what each gets, whether it needs two, or why it cannot be done. Changes nothing.
    QCoro::Task<Result<QByteArray>> preview(CallContextPtr context, Uuid id, api::ResolveDisputeBody body);

    QByteArray kind() const override { return "dispute"; }
    Permission deciders() const override { return Permission::Finance; }
    QCoro::Task<Outcome> carryOut(db::Transaction tx, proposals::Proposal proposal, UserId approver) override;
    QCoro::Task<Outcome> rejected(db::Transaction tx, proposals::Proposal proposal) override;

    struct Case
    {
        Dispute dispute;
        std::vector<Evidence> evidence;
        Currency currency;
    };
    // For both sides and staff: what was said, without contacts where the other side said it. The newest dispute first.
    QCoro::Task<Result<std::vector<Case>>> cases(CallContextPtr context, DealId deal);

private:
    // A decision that has passed the checks, ready to be carried out.
    struct Verdict
    {
        deals::Step step;
        Resolution resolution;
    };
    Result<Verdict> verdictOf(const deals::Deal &deal, const api::ResolveDisputeBody &body, UserId by) const;
    QCoro::Task<Result<deals::DealPtr>> lockDealOf(db::Transaction tx, Uuid disputeOrDeal);
    bool needsTwo(const deals::Deal &deal) const { return deal.amount.amountMinor > m_runtime.settings.fourEyesMinor; }
    QCoro::Task<Result<deals::DealPtr>> carryOutVerdict(db::Transaction tx, deals::DealPtr deal, Verdict verdict);
    QCoro::Task<Result<Answer>> propose(db::Transaction tx, deals::DealPtr deal, api::ResolveDisputeBody body, UserId by);
    QCoro::Task<Outcome> waits(db::Transaction tx, Dispute dispute, QString dealNumber);
    QCoro::Task<Outcome> tellLosers(db::Transaction tx, deals::DealPtr deal, Resolution resolution);
    QCoro::Task<Outcome> evidenceEnded(CallContextPtr context, Uuid deal);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    DisputeStore &m_store;
    deals::DealService &m_deals;
    proposals::ProposalService &m_proposals;
};

} // namespace cargo::disputes
