#include "server/disputes/dispute_service.h"

#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "shared/domain/contact_filter/contact_filter.h"
#include "shared/domain/deal/deal_number.h"

namespace cargo::disputes {

using deals::Deal;
using deals::Step;

QCoro::Task<Result<Answer>> DisputeService::open(CallContextPtr context, DealId id, api::OpenDisputeBody body)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const auto allowed = next(mine->deal->status, DealEvent::OpenDispute, mine->side, mine->deal->factsFor(mine->side));
    if (!allowed.ok())
        co_return allowed.error();
    const auto photos = co_await m_deals.photosOf(mine->tx, mine->user, body.photos);
    if (!photos.ok())
        co_return photos.error();
    Dispute dispute;
    dispute.createdAt = now();
    dispute.id = newUuid(now());
    dispute.deal = id;
    dispute.ticket = TicketId::make(now());
    dispute.openedBy = mine->user;
    dispute.side = mine->side;
    dispute.reason = body.reason;
    dispute.text = body.text;
    dispute.evidenceDueAt = now().plusMs(m_runtime.settings.evidenceWindowMs);
    const QString number = QString::fromLatin1(dealNumberText(mine->deal->number));
    CARGO_CO_TRY(co_await m_store.insert(mine->tx, dispute, number));
    CARGO_CO_TRY(co_await waits(mine->tx, dispute, number));
    Evidence evidence{newUuid(now()), mine->user, mine->side, body.text, deals::photosJson(*photos), now()};
    CARGO_CO_TRY(co_await m_store.insertEvidence(mine->tx, dispute.id, evidence));
    Step step;
    step.event = DealEvent::OpenDispute;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = "{\"dispute_id\":\"" + dispute.id.toText() + "\",\"reason\":\"" + body.reason.toLatin1() + "\"}";
    step.change = [dispute](Deal &deal) {
        deal.disputeId = dispute.id;
        deal.ticketId = dispute.ticket;
        deal.disputeOpenedBy = dispute.side;
    };
    const auto moved = co_await m_deals.transitions().apply(mine->tx, mine->deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Outcome> DisputeService::waits(db::Transaction tx, Dispute dispute, QString dealNumber)
{
    desk::NewItem item{"disputes",       dispute.id, now(),          desk::dueAt(m_runtime.settings, "disputes", now()),
                       dispute.openedBy, dealNumber, dispute.reason, dispute.deal};
    co_return co_await desk::open(tx, item);
}

QCoro::Task<Result<Answer>> DisputeService::addEvidence(CallContextPtr context, DealId id, api::EvidenceBody body)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const auto dispute = co_await m_store.openOfDeal(mine->tx, id);
    if (!dispute.ok())
        co_return dispute.error();
    if (mine->deal->status != DealStatus::Disputed || !dispute->has_value())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(word(mine->deal->status))};
    if ((*dispute)->evidenceDueAt <= now())
        co_return Error{ErrorCode::StateConflict, QStringLiteral("evidence"), QStringLiteral("closed")};
    const auto photos = co_await m_deals.photosOf(mine->tx, mine->user, body.photos);
    if (!photos.ok())
        co_return photos.error();
    Evidence evidence{newUuid(now()), mine->user, mine->side, body.text, deals::photosJson(*photos), now()};
    CARGO_CO_TRY(co_await m_store.insertEvidence(mine->tx, (*dispute)->id, evidence));
    const QByteArray details = "{\"photos\":" + QByteArray::number(qint64(photos->size())) + '}';
    const auto told = co_await m_deals.transitions().touch(mine->tx, mine->deal, "evidence", mine->side, mine->user, details);
    if (!told.ok())
        co_return told.error();
    Answer answer{200, (*told)->jsonFor(mine->side, now())};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> DisputeService::withdraw(CallContextPtr context, DealId id)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    Step step;
    step.event = DealEvent::WithdrawDispute;
    step.actor = mine->side;
    step.actorId = mine->user;
    const auto allowed = next(mine->deal->status, step.event, mine->side, mine->deal->factsFor(mine->side));
    if (!allowed.ok())
        co_return allowed.error();
    CARGO_CO_TRY(co_await m_store.withdraw(mine->tx, *mine->deal->disputeId, now()));
    CARGO_CO_TRY(co_await desk::leave(mine->tx, "disputes", *mine->deal->disputeId, now()));
    CARGO_CO_TRY(co_await m_proposals.dropOf(mine->tx, kind(), mine->deal->disputeId->toText()));
    const auto moved = co_await m_deals.transitions().apply(mine->tx, mine->deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Result<std::vector<DisputeService::Case>>> DisputeService::cases(CallContextPtr context, DealId id)
{
    const auto deal = co_await m_deals.get(context, id);
    if (!deal.ok())
        co_return deal.error();
    const auto disputes = co_await m_store.ofDeal(context, id);
    if (!disputes.ok())
        co_return disputes.error();
    // What one side wrote the other reads without contacts, as in the chat; staff and the author read all of it.
    const Principal reader = *context->principal;
    const DealActor side = reader.user == deal->buyerId ? DealActor::Buyer : DealActor::Driver;
    const auto shown = [&](const QString &text, DealActor author) {
        const bool whole = reader.role == Role::Staff || side == author;
        return whole ? text : contact_filter::withoutContacts(text, contact_filter::Place::Dispute);
    };
    std::vector<Case> list;
    for (const Dispute &dispute : *disputes) {
        const auto evidence = co_await m_store.evidenceOf(context, dispute.id);
        if (!evidence.ok())
            co_return evidence.error();
        list.push_back({dispute, *evidence, deal->amount.currency});
        Case &last = list.back();
        last.dispute.text = shown(dispute.text, dispute.side);
        for (Evidence &piece : last.evidence)
            piece.text = shown(piece.text, piece.side);
    }
    co_return list;
}

void DisputeService::registerOn(jobs::Registry &registry)
{
    registry.onTimer("deal.evidence_deadline",
                     [this](CallContextPtr context, Uuid deal, Timestamp) { return evidenceEnded(context, deal); });
}

QCoro::Task<Outcome> DisputeService::evidenceEnded(CallContextPtr context, Uuid id)
{
    const auto tx = co_await m_runtime.db.begin(context);
    if (!tx.ok())
        co_return tx.error();
    const auto locked = co_await m_deals.lock(*tx, DealId{id});
    if (!locked.ok())
        co_return locked.code() == ErrorCode::NotFound ? ok() : Outcome(locked.error());
    const deals::DealPtr deal = *locked;
    if (!deal->evidenceDueAt || *deal->evidenceDueAt > now())
        co_return ok();
    deal->evidenceDueAt.reset();
    CARGO_CO_TRY(co_await m_store.closeEvidence(*tx, deal->id, now()));
    const auto told = co_await m_deals.transitions().touch(*tx, deal, "evidence_closed", DealActor::Clock, std::nullopt, "{}");
    if (!told.ok())
        co_return told.error();
    co_return co_await tx->commit();
}

} // namespace cargo::disputes
