#pragma once

#include "server/core/answer.h"
#include "server/proposals/proposal_store.h"

namespace cargo::proposals {

// A kind of order that needs two: the feature that gives it implements this and carries it out when a second one agrees.
class Order
{
public:
    virtual ~Order() = default;
    virtual QByteArray kind() const = 0;
    virtual Permission deciders() const = 0;
    // In the transaction of the approval. It checks again that the order can be carried out: time has passed. Rows are locked
    // here, so nothing else is locked before.
    virtual QCoro::Task<Outcome> carryOut(db::Transaction tx, Proposal proposal, UserId approver) = 0;
    // In the transaction of the rejection: what was proposed is undecided again.
    virtual QCoro::Task<Outcome> rejected(db::Transaction tx, Proposal proposal) = 0;
};

// Four eyes: one member of staff proposes, another one decides. Nothing moves before. It knows no kind; features add theirs.
class ProposalService
{
public:
    ProposalService(Runtime &runtime, ProposalStore &store) : m_runtime(runtime), m_store(store) {}

    void add(Order &order) { m_orders.push_back(&order); }

    // In the caller's transaction, under the lock of what it is about. Answers it as JSON. Error: StateConflict ("proposed").
    QCoro::Task<Result<QByteArray>> propose(db::Transaction tx, Proposal proposal);
    // What it was about went another way. Under the lock of what it is about.
    QCoro::Task<Outcome> dropOf(db::Transaction tx, QByteArray kind, QByteArray subject);

    // Those that the caller may decide.
    QCoro::Task<Result<ProposalStore::Page>> list(CallContextPtr context, QString status, std::optional<Uuid> before, int limit);
    // Errors: NotFound, also for those that the caller may not decide and did not propose.
    QCoro::Task<Result<QByteArray>> show(CallContextPtr context, Uuid id);
    // Errors: NotFound, Forbidden (his own, or not his to decide), StateConflict (decided, or no longer possible).
    QCoro::Task<Result<Answer>> decide(CallContextPtr context, Uuid id, bool approve, QString text);

private:
    Order *orderOf(const QByteArray &kind) const;

    Runtime &m_runtime;
    ProposalStore &m_store;
    std::vector<Order *> m_orders;
};

} // namespace cargo::proposals
