// DealService, second half: the handover, and amendments of the terms.
#include "server/deals/deal_service.h"

#include "server/deals/deal_planner.h"
#include "server/deals/handover.h"
#include "shared/domain/contact_filter/contact_filter.h"
#include "shared/domain/deal/fee.h"

namespace cargo::deals {

namespace {

constexpr int kCodeTries = 5;
constexpr qint64 kCodeLockMs = kHourMs;

} // namespace

QCoro::Task<Result<std::vector<Photo>>> DealService::photosOf(db::Transaction tx, UserId owner, std::vector<MediaId> ids)
{
    auto photos = co_await m_road.photos(tx, owner, ids);
    if (photos.ok() && photos->size() != ids.size())
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("photos"), QStringLiteral("not uploaded by you")};
    co_return photos;
}

QCoro::Task<Result<Answer>> DealService::confirm(CallContextPtr context, DealId id, api::DealNoteBody body)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const DealPtr deal = mine->deal;
    Step step;
    step.event = mine->side == DealActor::Driver ? DealEvent::HandoverCode : DealEvent::ConfirmDelivery;
    step.actor = mine->side;
    step.actorId = mine->user;
    const auto allowed = next(deal->status, step.event, step.actor, deal->factsFor(step.actor));
    if (!allowed.ok())
        co_return allowed.error();
    if (mine->side == DealActor::Driver) {
        if (body.code.isEmpty())
            co_return Error{ErrorCode::Required, QStringLiteral("code"), {}};
        const HandoverProof proof = judgeHandover(*deal, body.code);
        if (proof == HandoverProof::OtherDeal)
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("code"), QStringLiteral("of another deal")};
        // The lock is for those who guess digits: a QR code cannot be guessed, and whoever holds it stands before the buyer.
        if (proof != HandoverProof::Qr && deal->handoverLockedUntil && *deal->handoverLockedUntil > now())
            co_return Error{ErrorCode::RateLimited, QStringLiteral("code"),
                            QString::fromLatin1(deal->handoverLockedUntil->toRfc3339())};
        if (proof == HandoverProof::Wrong)
            co_return co_await wrongCode(mine->tx, deal, mine->user);
    }
    step.change = &takeHandoverCode;
    const auto moved = co_await m_transitions.apply(mine->tx, deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await finish(mine->tx, answer);
}

// A wrong guess is written down even though the request fails. The last one locks: both sides hear of it, and what the buyer
// may have told already is worth nothing any more.
QCoro::Task<Result<Answer>> DealService::wrongCode(db::Transaction tx, DealPtr deal, UserId driver)
{
    if (++deal->handoverAttempts < kCodeTries) {
        const int left = kCodeTries - deal->handoverAttempts;
        CARGO_CO_TRY(co_await m_store.update(tx, deal, deal->status));
        CARGO_CO_TRY(co_await tx.commit());
        co_return Error{ErrorCode::WrongCode, QStringLiteral("code"), QString::number(left)};
    }
    const Timestamp until = now().plusMs(kCodeLockMs);
    giveHandoverCode(*deal);
    deal->handoverLockedUntil = until;
    const QByteArray details = "{\"until\":\"" + until.toRfc3339() + "\"}";
    const auto told = co_await m_transitions.touch(tx, deal, "handover_locked", DealActor::Driver, driver, details);
    CARGO_CO_TRY(told);
    CARGO_CO_TRY(co_await tx.commit());
    co_return Error{ErrorCode::RateLimited, QStringLiteral("code"), QString::fromLatin1(until.toRfc3339())};
}

QCoro::Task<Result<Answer>> DealService::proposeAmendment(CallContextPtr context, DealId id, api::AmendmentBody body)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const DealPtr deal = mine->deal;
    const auto allowed = next(deal->status, DealEvent::AmendmentProposed, mine->side, deal->factsFor(mine->side));
    if (!allowed.ok())
        co_return allowed.error();
    api::AmendmentDto amendment;
    amendment.id = AmendmentId::make(now());
    amendment.proposedBy = mine->side;
    amendment.reason = contact_filter::withoutContacts(body.reason, contact_filter::Place::Dispute);
    amendment.createdAt = now();
    amendment.deliveryEtaDays = body.deliveryEtaDays;
    if (body.amount) {
        if (body.amount->currency != deal->amount.currency)
            co_return Error{ErrorCode::CurrencyMismatch, QStringLiteral("amount.currency"), {}};
        // More money would need a second payment of the buyer; the escrow holds one.
        if (body.amount->amountMinor > deal->amount.amountMinor) {
            api::JsonWriter limits;
            limits.beginObject().field("max_amount", deal->amount).endObject();
            co_return Error{ErrorCode::ProviderLimit, QStringLiteral("amount"), QString::fromUtf8(limits.take())};
        }
        if (body.amount->amountMinor == deal->amount.amountMinor)
            co_return Error{ErrorCode::OutOfRange, QStringLiteral("amount"), QStringLiteral("the price as it is")};
        const auto fee = platformFee(*body.amount, deal->feeBasisPoints, Money{deal->feeMinimumMinor, deal->amount.currency});
        if (!fee.ok())
            co_return fee.error();
        amendment.amount = body.amount;
        amendment.fee = *fee;
    }
    const Money amount = amendment.amount.value_or(deal->amount);
    const Money receives{amount.amountMinor - amendment.fee.value_or(deal->fee).amountMinor, amount.currency};
    const int eta = body.deliveryEtaDays.value_or(deal->deliveryEtaDays);
    CARGO_CO_TRY(planDeal(m_payments.capabilities(), m_runtime.settings, amount, receives, eta));
    const auto photos = co_await photosOf(mine->tx, mine->user, body.photos);
    if (!photos.ok())
        co_return photos.error();
    amendment.photos = body.photos;
    CARGO_CO_TRY(co_await m_store.insertAmendment(mine->tx, id, amendment));
    Step step;
    step.event = DealEvent::AmendmentProposed;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = "{\"amendment_id\":\"" + amendment.id.toText() + "\"}";
    const auto moved = co_await m_transitions.apply(mine->tx, deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{201, (*moved)->jsonFor(mine->side, now())};
    co_return co_await finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> DealService::answerAmendment(CallContextPtr context, DealId id, AmendmentId amendmentId, bool accept)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const DealPtr deal = mine->deal;
    const auto found = co_await m_store.amendment(mine->tx, id, amendmentId);
    if (!found.ok())
        co_return found.error();
    if (!found->has_value())
        co_return ErrorCode::NotFound;
    const api::AmendmentDto amendment = **found;
    if (amendment.status != QLatin1String("proposed"))
        co_return Error{ErrorCode::StateConflict, QStringLiteral("amendment"), amendment.status};
    Step step;
    step.event = accept ? DealEvent::AmendmentAccepted : DealEvent::AmendmentDeclined;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = "{\"amendment_id\":\"" + amendmentId.toText() + "\"}";
    const auto allowed = next(deal->status, step.event, step.actor, deal->factsFor(step.actor));
    if (!allowed.ok())
        co_return allowed.error();
    if (accept && amendment.amount)
        CARGO_CO_TRY(co_await m_payments.escrow().lower(mine->tx, id, *amendment.amount, *amendment.fee));
    const QByteArray verdict = accept ? "accepted" : "declined";
    CARGO_CO_TRY(co_await m_store.closeAmendment(mine->tx, amendmentId, verdict, now()));
    if (accept) {
        step.change = [amendment](Deal &changed) {
            if (amendment.amount) {
                changed.amount = *amendment.amount;
                changed.fee = *amendment.fee;
            }
            if (amendment.deliveryEtaDays)
                changed.deliveryEtaDays = *amendment.deliveryEtaDays;
        };
    }
    const auto moved = co_await m_transitions.apply(mine->tx, deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await finish(mine->tx, answer);
}

} // namespace cargo::deals
