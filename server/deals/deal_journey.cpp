// DealService, second half: the way itself (start, checkpoints, arrival, handover) and amendments on it.
#include "server/deals/deal_service.h"

#include "server/deals/deal_planner.h"
#include "server/deals/handover.h"
#include "shared/api/checkpoint_chain.h"
#include "shared/domain/deal/fee.h"

#include <QJsonDocument>

namespace cargo::deals {

namespace {

constexpr int kCodeTries = 5;
constexpr qint64 kCodeLockMs = kHourMs;

// Letters and digits in upper case: people write VINs and frame numbers with spaces and dashes.
QString normalizedVin(const QString &text)
{
    QString vin;
    for (const QChar c : text.toUpper()) {
        if (c.isLetterOrNumber())
            vin += c;
    }
    return vin;
}

// 17 characters of ISO 3779, or a frame number of the Japanese market (chassis code and serial, 6 to 14 characters).
bool isVin(const QString &vin)
{
    for (const QChar c : vin) {
        const bool plain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!plain || (vin.size() == 17 && (c == u'I' || c == u'O' || c == u'Q')))
            return false;
    }
    return vin.size() == 17 || (vin.size() >= 6 && vin.size() <= 14);
}

} // namespace

QCoro::Task<Result<std::vector<Photo>>> DealService::photosOf(db::Transaction tx, UserId owner, std::vector<MediaId> ids)
{
    auto photos = co_await m_store.photos(tx, owner, ids);
    if (photos.ok() && photos->size() != ids.size())
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("photos"), QStringLiteral("not uploaded by you")};
    co_return photos;
}

// One more link of the chain of pick-up, checkpoints and arrival.
QCoro::Task<Result<api::CheckpointDto>> DealService::addLink(db::Transaction tx, DealId deal, Link link)
{
    const auto end = co_await m_store.chainEnd(tx, deal);
    if (!end.ok())
        co_return end.error();
    api::CheckpointDto dto;
    dto.recordedAt = now();
    dto.id = CheckpointId::make(dto.recordedAt);
    dto.clientId = link.clientId.isNull() ? newUuid(dto.recordedAt) : link.clientId;
    dto.kind = QString::fromLatin1(link.kind);
    dto.place = link.place;
    dto.odometerKm = link.odometerKm;
    for (const Photo &photo : link.photos) {
        dto.photos.push_back(photo.id);
        dto.photoHashes.push_back(photo.sha256);
    }
    dto.note = link.note;
    dto.deviceTime = link.deviceTime;
    dto.previousHash = end->hash;
    dto.hash = api::checkpointHash(deal, end->count + 1, dto);
    CARGO_CO_TRY(co_await m_store.insertCheckpoint(tx, deal, end->count + 1, dto, photosJson(link.photos)));
    co_return dto;
}

QCoro::Task<Result<Answer>> DealService::start(CallContextPtr context, DealId id, api::StartDealBody body)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    // Who may not start learns that before his VIN is judged.
    const auto allowed = next(mine->deal->status, DealEvent::Start, mine->side, mine->deal->factsFor(mine->side));
    if (!allowed.ok())
        co_return allowed.error();
    const QString vin = normalizedVin(body.vin);
    if (!isVin(vin))
        co_return Error{ErrorCode::InvalidFormat, QStringLiteral("vin"), {}};
    const QString listed =
        normalizedVin(QJsonDocument::fromJson(mine->deal->listing).object().value(QLatin1String("vin")).toString());
    if (!listed.isEmpty() && listed != vin)
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("vin"), QStringLiteral("differs from the listing")};
    const auto photos = co_await photosOf(mine->tx, mine->user, body.photos);
    if (!photos.ok())
        co_return photos.error();
    Link link;
    link.kind = "pickup";
    link.odometerKm = body.odometerKm;
    link.photos = *photos;
    link.note = body.note;
    const auto pickup = co_await addLink(mine->tx, id, link);
    if (!pickup.ok())
        co_return pickup.error();
    Step step;
    step.event = DealEvent::Start;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = "{\"odometer_km\":" + QByteArray::number(body.odometerKm) + ",\"hash\":\"" + pickup->hash + "\"}";
    step.checkpoint = pickup->id.uuid;
    step.change = [vin, km = body.odometerKm](Deal &deal) {
        deal.vin = vin;
        deal.startOdometerKm = km;
    };
    const auto moved = co_await m_transitions.apply(mine->tx, mine->deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> DealService::checkpoint(CallContextPtr context, DealId id, api::CheckpointBody body)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    // A phone without a network sends again what it does not know to have arrived.
    const auto before = co_await m_store.checkpointOfClient(mine->tx, id, body.clientId);
    if (!before.ok())
        co_return before.error();
    const auto render = [](const api::CheckpointDto &checkpoint) {
        api::JsonWriter out;
        checkpoint.write(out);
        return Answer{201, out.take()};
    };
    if (before->has_value() && mine->side == DealActor::Driver)
        co_return co_await finish(mine->tx, render(**before));
    const auto allowed = next(mine->deal->status, DealEvent::Checkpoint, mine->side, mine->deal->factsFor(mine->side));
    if (!allowed.ok())
        co_return allowed.error();
    const auto photos = co_await photosOf(mine->tx, mine->user, body.photos);
    if (!photos.ok())
        co_return photos.error();
    Link link{body.kind.toLatin1(), body.clientId, body.place, body.odometerKm, *photos, body.note, body.deviceTime};
    const auto added = co_await addLink(mine->tx, id, link);
    if (!added.ok())
        co_return added.error();
    Step step;
    step.event = DealEvent::Checkpoint;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = "{\"kind\":\"" + link.kind + "\",\"hash\":\"" + added->hash + "\"}";
    step.checkpoint = added->id.uuid;
    const auto moved = co_await m_transitions.apply(mine->tx, mine->deal, step);
    if (!moved.ok())
        co_return moved.error();
    co_return co_await finish(mine->tx, render(*added));
}

QCoro::Task<Result<Answer>> DealService::arrive(CallContextPtr context, DealId id, api::DealNoteBody body)
{
    const auto mine = co_await lockMine(context, id);
    if (!mine.ok())
        co_return mine.error();
    const auto allowed = next(mine->deal->status, DealEvent::Arrive, mine->side, mine->deal->factsFor(mine->side));
    if (!allowed.ok())
        co_return allowed.error();
    Link link;
    link.kind = "arrival";
    link.note = body.note;
    const auto arrival = co_await addLink(mine->tx, id, link);
    if (!arrival.ok())
        co_return arrival.error();
    Step step;
    step.event = DealEvent::Arrive;
    step.actor = mine->side;
    step.actorId = mine->user;
    step.details = "{\"hash\":\"" + arrival->hash + "\"}";
    step.checkpoint = arrival->id.uuid;
    step.change = &giveHandoverCode;
    const auto moved = co_await m_transitions.apply(mine->tx, mine->deal, step);
    if (!moved.ok())
        co_return moved.error();
    Answer answer{200, (*moved)->jsonFor(mine->side, now())};
    co_return co_await finish(mine->tx, answer);
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
    amendment.reason = body.reason;
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
