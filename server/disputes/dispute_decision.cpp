// DisputeService, second half: what staff decide, alone or by two.
#include "server/disputes/dispute_service.h"

#include "server/desk/decisions.h"
#include "server/desk/desk.h"
#include "server/desk/queues.h"
#include "shared/domain/deal/deal_number.h"
#include "shared/domain/deal/fee.h"

namespace cargo::disputes {

using deals::Deal;
using deals::Step;

namespace {
DealEvent eventOf(const QString &outcome)
{
    if (outcome == QLatin1String("refund"))
        return DealEvent::ResolveRefund;
    return outcome == QLatin1String("release") ? DealEvent::ResolveRelease : DealEvent::ResolveSplit;
}

// What the bookings bring to one account, credit positive.
qint64 credited(const std::vector<payments::PlannedEntry> &plan, ledger::Account account, ledger::EntryKind kind)
{
    qint64 sum = 0;
    for (const payments::PlannedEntry &entry : plan) {
        for (const ledger::Entry::Line &line : entry.lines)
            sum -= entry.kind == kind && line.account == account ? line.amountMinor : 0;
    }
    return sum;
}

void writePlan(api::JsonWriter &out, const std::vector<payments::PlannedEntry> &plan, const Deal &deal)
{
    out.key("postings").beginArray();
    int number = 0;
    for (const payments::PlannedEntry &entry : plan) {
        ++number;
        for (const ledger::Entry::Line &line : entry.lines) {
            out.beginObject().field("entry", number).field("kind", ledger::word(entry.kind));
            out.field("account", ledger::accountName(line.account, deal.provider)).field("amount", line.amountMinor);
            out.field("currency", deal.amount.currency.code()).endObject();
        }
    }
    out.endArray();
    using ledger::Account;
    using ledger::EntryKind;
    const auto money = [&](qint64 minor) { return Money{minor, deal.amount.currency}; };
    const qint64 back = credited(plan, Account::RefundPayable, EntryKind::RefundDecided)
                        + credited(plan, Account::BuyerExternal, EntryKind::HoldReleased);
    out.field("buyer_receives", money(back));
    out.field("driver_receives", money(credited(plan, Account::DriverPayable, EntryKind::Release)));
    out.field("fee", money(credited(plan, Account::PlatformFee, EntryKind::Release)));
}
} // namespace

Result<DisputeService::Verdict> DisputeService::verdictOf(const Deal &deal, const api::ResolveDisputeBody &body, UserId by) const
{
    Verdict verdict;
    Step &step = verdict.step;
    step.actor = DealActor::Staff;
    step.actorId = by;
    step.event = eventOf(body.outcome);
    const auto allowed = next(deal.status, step.event, step.actor, deal.factsFor(step.actor));
    CARGO_TRY(allowed);
    const bool pays = step.event != DealEvent::ResolveRefund;
    const bool there = deal.moneyStatus == MoneyStatus::Held || deal.moneyStatus == MoneyStatus::KeepQueued
                       || deal.moneyStatus == MoneyStatus::Kept;
    if (pays && !there)
        return Error{ErrorCode::StateConflict, QStringLiteral("money_status"), QString::fromLatin1(word(deal.moneyStatus))};
    verdict.resolution = Resolution{body.outcome, {}, body.reasonCode, body.text, body.textEn, by};
    if (step.event == DealEvent::ResolveSplit) {
        if (body.refund->currency != deal.amount.currency)
            return Error{ErrorCode::CurrencyMismatch, QStringLiteral("refund.currency"), {}};
        if (body.refund->amountMinor >= deal.amount.amountMinor)
            return Error{ErrorCode::OutOfRange, QStringLiteral("refund.amount"), {}};
        verdict.resolution.refundMinor = body.refund->amountMinor;
        // Our fee is taken of what the driver is paid, by the deal's own terms.
        const Money rest{deal.amount.amountMinor - body.refund->amountMinor, deal.amount.currency};
        const auto fee = platformFee(rest, deal.feeBasisPoints, Money{deal.feeMinimumMinor, rest.currency});
        CARGO_TRY(fee);
        step.change = [refund = body.refund->amountMinor, restFee = *fee](Deal &changed) {
            changed.refundMinor = refund;
            changed.fee = restFee;
        };
    }
    api::JsonWriter details;
    details.beginObject().field("outcome", body.outcome).field("reason_code", body.reasonCode);
    details.field("refund_minor", verdict.resolution.refundMinor).endObject();
    step.details = details.take();
    return verdict;
}

QCoro::Task<Result<deals::DealPtr>> DisputeService::lockDealOf(db::Transaction tx, Uuid id)
{
    const auto dealId = co_await m_store.dealOf(tx.context(), id);
    CARGO_CO_TRY(dealId);
    if (!dealId->has_value())
        co_return ErrorCode::NotFound;
    co_return co_await m_deals.lock(tx, **dealId);
}

QCoro::Task<Result<Answer>> DisputeService::resolve(CallContextPtr context, Uuid id, api::ResolveDisputeBody body)
{
    const UserId staff = context->principal->user;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto deal = co_await lockDealOf(*tx, id);
    CARGO_CO_TRY(deal);
    const auto verdict = verdictOf(**deal, body, staff);
    CARGO_CO_TRY(verdict);
    CARGO_CO_TRY(co_await desk::settle(*tx, "disputes", *(*deal)->disputeId, staff, now()));
    if (needsTwo(**deal))
        co_return co_await propose(*tx, *deal, body, staff);
    CARGO_CO_TRY(co_await m_proposals.dropOf(*tx, kind(), (*deal)->disputeId->toText()));
    const auto moved = co_await carryOutVerdict(*tx, *deal, *verdict);
    CARGO_CO_TRY(moved);
    Answer answer{200, (*moved)->jsonFor(DealActor::Staff, now())};
    co_return co_await m_deals.finish(*tx, answer);
}

QCoro::Task<Result<deals::DealPtr>> DisputeService::carryOutVerdict(db::Transaction tx, deals::DealPtr deal, Verdict verdict)
{
    CARGO_CO_TRY(co_await m_store.resolve(tx, *deal->disputeId, verdict.resolution, now()));
    CARGO_CO_TRY(co_await tellLosers(tx, deal, verdict.resolution));
    co_return co_await m_deals.transitions().apply(tx, deal, verdict.step);
}

// Who does not get all that he asked for may appeal.
QCoro::Task<Outcome> DisputeService::tellLosers(db::Transaction tx, deals::DealPtr deal, Resolution resolution)
{
    std::vector<UserId> losers;
    if (resolution.outcome != QLatin1String("release"))
        losers.push_back(deal->driverId);
    if (resolution.outcome != QLatin1String("refund"))
        losers.push_back(deal->buyerId);
    for (const UserId &loser : losers) {
        const auto english = co_await m_store.readsEnglish(tx, loser);
        CARGO_CO_TRY(english);
        const QString text = *english ? resolution.textEn.value_or(resolution.text) : resolution.text;
        desk::NewDecision told{loser,
                               "dispute",
                               deal->id.uuid,
                               resolution.outcome.toLatin1(),
                               resolution.reasonCode.toUtf8(),
                               "disputes",
                               text,
                               resolution.by,
                               now(),
                               now().plusMs(m_runtime.settings.appealWindowMs)};
        CARGO_CO_TRY(co_await desk::record(tx, told));
    }
    co_return ok();
}

// The dispute waits no longer, its proposal does.
QCoro::Task<Result<Answer>> DisputeService::propose(db::Transaction tx, deals::DealPtr deal, api::ResolveDisputeBody body,
                                                    UserId by)
{
    proposals::Proposal proposal;
    proposal.id = newUuid(now());
    proposal.kind = kind();
    proposal.subject = deal->disputeId->toText();
    proposal.title = QString::fromLatin1(dealNumberText(deal->number));
    proposal.payload = body.toJson();
    proposal.proposedBy = by;
    proposal.createdAt = now();
    const auto json = co_await m_proposals.propose(tx, proposal);
    CARGO_CO_TRY(json);
    Answer answer{202, "{\"proposal\":" + *json + '}'};
    co_return co_await m_deals.finish(tx, answer);
}

QCoro::Task<Outcome> DisputeService::carryOut(db::Transaction tx, proposals::Proposal proposal, UserId)
{
    const auto body = api::ResolveDisputeBody::parse(proposal.payload);
    const auto id = Uuid::fromText(QByteArrayView(proposal.subject));
    if (!body.ok() || !id)
        co_return Error{ErrorCode::Internal, {}, QStringLiteral("a proposal that cannot be read")};
    const auto deal = co_await lockDealOf(tx, *id);
    CARGO_CO_TRY(deal);
    if ((*deal)->disputeId != *id)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(word((*deal)->status))};
    const auto verdict = verdictOf(**deal, body.value, proposal.proposedBy);
    CARGO_CO_TRY(verdict);
    CARGO_CO_TRY(co_await carryOutVerdict(tx, *deal, *verdict));
    co_return ok();
}

// As undecided as before: the dispute waits again.
QCoro::Task<Outcome> DisputeService::rejected(db::Transaction tx, proposals::Proposal proposal)
{
    const auto id = Uuid::fromText(QByteArrayView(proposal.subject));
    const auto deal = co_await lockDealOf(tx, id.value_or(Uuid{}));
    CARGO_CO_TRY(deal);
    const auto dispute = co_await m_store.openOfDeal(tx, (*deal)->id);
    CARGO_CO_TRY(dispute);
    if (!dispute->has_value())
        co_return ok();
    co_return co_await waits(tx, **dispute, QString::fromLatin1(dealNumberText((*deal)->number)));
}

// In a transaction that is never committed, under the same lock and by the same checks as the decision itself.
QCoro::Task<Result<QByteArray>> DisputeService::preview(CallContextPtr context, Uuid id, api::ResolveDisputeBody body)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto deal = co_await lockDealOf(*tx, id);
    CARGO_CO_TRY(deal);
    const auto verdict = verdictOf(**deal, body, context->principal->user);
    std::optional<Error> why;
    std::vector<payments::PlannedEntry> plan;
    if (!verdict) {
        why = verdict.error();
    } else {
        const auto planned = co_await m_deals.transitions().planMoney(*tx, *deal, verdict->step);
        if (planned)
            plan = *planned;
        else
            why = planned.error();
    }
    api::JsonWriter out;
    out.beginObject().field("feasible", !why).key("why_not");
    if (why)
        out.beginObject().field("code", errorWord(why->code)).field("field", why->field).field("detail", why->detail).endObject();
    else
        out.null();
    out.field("four_eyes", needsTwo(**deal));
    writePlan(out, plan, **deal);
    out.endObject();
    co_return out.take();
}

} // namespace cargo::disputes
