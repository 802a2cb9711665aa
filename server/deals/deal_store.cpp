#include "server/deals/deal_store.h"

#include "server/deals/road_store.h"

namespace cargo::deals {

namespace {

const db::Query kListing{"deals.listing",
                         R"(select l.driver_id,
           case when exists (select from deals d where d.listing_id = l.id
                              and d.status in ('funded', 'in_transit', 'delivered', 'disputed')) then 'taken' else l.status end,
           l.currency, u.status = 'active',
           json_build_object('id', l.id, 'brand', l.brand, 'model', l.model, 'year', l.year, 'mileage_km', l.mileage_km,
               'country_from', l.country_from, 'price', json_build_object('amount', l.price_minor, 'currency', l.currency),
               'delivery_eta_days', l.delivery_eta_days, 'description', l.description, 'body_type', l.body_type,
               'fuel', l.fuel, 'transmission', l.transmission, 'drive', l.drive, 'engine_cc', l.engine_cc,
               'power_hp', l.power_hp, 'color', l.color, 'vin', l.vin, 'version', l.version, 'card', l.card,
               'photos', (select coalesce(json_agg(p.media_id order by p.position), '[]'::json)
                          from listing_photos p where p.listing_id = l.id)),
           l.version
       from listings l join users u on u.id = l.driver_id where l.id = $1 for share of l)"};
// What was published once is known even when it is paused or sold; a deal can only be made while it is on the market.
const db::Query kQuoteListing{"deals.quote_listing",
                              R"(select l.price_minor, l.currency, l.delivery_eta_days,
           coalesce(l.driver_id = $2::uuid, false)
           or (l.status = 'published' and u.status = 'active' and not exists (select from deals d where d.listing_id = l.id
               and d.status in ('funded', 'in_transit', 'delivered', 'disputed')))
       from listings l join users u on u.id = l.driver_id
       where l.id = $1 and (l.status = 'published' or l.driver_id = $2::uuid
           or (l.published_at is not null and l.status in ('paused', 'archived'))))"};
const db::Query kLockCar{"deals.lock_car", "select from listings where id = $1 for no key update"};
const db::Query kOthersPaid{"deals.others_paid", R"(select from deals where listing_id = $1 and id <> $2
           and status in ('funded', 'in_transit', 'delivered', 'disputed'))"};
const db::Query kUnpaidOfCar{"deals.unpaid_of_car", R"(select o.id from deals d join deals o on o.listing_id = d.listing_id
       where d.id = $1 and o.id <> d.id and o.status = 'created' order by o.id)"};
const db::Query kBuyer{"deals.buyer", "select kyc_tier, status = 'active' from users where id = $1"};
const db::Query kEnsureConversation{
    "deals.ensure_conversation",
    R"(insert into conversations (id, listing_id, buyer_id, driver_id, created_at) values ($1, $2, $3, $4, $5)
       on conflict (listing_id, buyer_id) do nothing)"};
const db::Query kConversation{"deals.conversation", "select id from conversations where listing_id = $1 and buyer_id = $2"};

const db::Query kInsert{
    "deals.insert",
    R"(insert into deals (id, listing_id, conversation_id, buyer_id, driver_id, status, amount_minor, currency, fee_minor,
           fee_basis_points, fee_minimum_minor, delivery_place, delivery_eta_days, listing, provider, payment_due_at,
           created_at, updated_at)
       values ($1, $2, $3, $4, $5, 'created', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $16))"};

#define DEAL_SELECT                                                                                                              \
    "select d.id, d.number, d.listing_id, d.conversation_id, d.buyer_id, d.driver_id, d.status, d.version, "                     \
    "d.amount_minor, d.currency, d.fee_minor, d.fee_basis_points, d.fee_minimum_minor, d.delivery_place, "                       \
    "d.delivery_eta_days, d.listing, d.provider, d.payment_due_at, d.start_due_at, d.confirmation_due_at, "                      \
    "d.dispute_window_ends_at, d.evidence_due_at, d.review_due_at, d.status_before_dispute, d.clock_left_ms, "                   \
    "d.dispute_id, d.ticket_id, d.dispute_opened_by, d.refund_minor, d.vin, d.start_odometer_km, d.handover_code, "              \
    "d.handover_token, "                                                                                                         \
    "d.handover_attempts, d.handover_locked_until, d.buyer_reviewed_at, d.driver_reviewed_at, d.created_at, "                    \
    "d.buyer_safety_stop_at, d.driver_safety_stop_at, d.safety_ends_at, d.safety_ticket_id, "                                    \
    "d.funded_at, d.started_at, d.arrived_at, d.delivered_at, d.disputed_at, d.finished_at, d.updated_at, "                      \
    "coalesce(e.money_status, 'none'), e.hold_expires_at, b.card, r.card, a.id, a.proposed_by, a.amount_minor, "                 \
    "a.fee_minor, a.delivery_eta_days, a.reason, a.photos, a.status, a.created_at "                                              \
    "from deals d join users b on b.id = d.buyer_id join users r on r.id = d.driver_id "                                         \
    "left join escrows e on e.deal_id = d.id "                                                                                   \
    "left join deal_amendments a on a.deal_id = d.id and a.status = 'proposed' "
const db::Query kFind{"deals.find", DEAL_SELECT "where d.id = $1"};
const db::Query kLock{"deals.lock", DEAL_SELECT "where d.id = $1 for no key update of d"};
const db::Query kList{"deals.list", DEAL_SELECT
                      "where (d.buyer_id = $1 or d.driver_id = $1) and ($2 = '' or d.status = any(string_to_array($2, ','))) "
                      "and ($3::uuid is null or d.id < $3::uuid) order by d.id desc limit $4"};

const db::Query kUpdate{
    "deals.update",
    R"(update deals set status = $4, version = version + 1, amount_minor = $5, fee_minor = $6, delivery_eta_days = $7,
           payment_due_at = $8, start_due_at = $9, confirmation_due_at = $10, dispute_window_ends_at = $11,
           evidence_due_at = $12, review_due_at = $13, status_before_dispute = $14, clock_left_ms = $15, dispute_id = $16,
           ticket_id = $17, dispute_opened_by = $18, refund_minor = $19, vin = $20, start_odometer_km = $21,
           handover_code = $22, handover_attempts = $23, handover_locked_until = $24, buyer_reviewed_at = $25,
           driver_reviewed_at = $26, funded_at = $27, started_at = $28, arrived_at = $29, delivered_at = $30,
           disputed_at = $31, finished_at = $32, updated_at = $33, handover_token = $34,
           buyer_safety_stop_at = $35, driver_safety_stop_at = $36, safety_ends_at = $37, safety_ticket_id = $38
       where id = $1 and status = $2 and version = $3)"};

const db::Query kInsertEvent{
    "deals.insert_event",
    R"(insert into deal_events (id, deal_id, seq, event, actor, actor_id, from_status, to_status, details, checkpoint_id, created_at)
       values ($1, $2, (select coalesce(max(seq), 0) + 1 from deal_events where deal_id = $2), $3, $4, $5, $6, $7, $8, $9, $10))"};
const db::Query kTimeline{
    "deals.timeline",
    "select e.id, e.seq, e.event, e.actor, e.from_status, e.to_status, e.details, e.created_at, " CARGO_ROAD_COLUMNS
    R"(
       from deal_events e left join deal_checkpoints c on c.id = e.checkpoint_id
       where e.deal_id = $1 and e.seq > $2 order by e.seq limit $3)"};

const db::Query kStoredAct{"deals.stored_act", "select body from deal_acts where deal_id = $1 and deal_version = $2"};
const db::Query kKeepAct{"deals.keep_act", R"(with kept as (
           insert into deal_acts (deal_id, deal_version, body, created_at) values ($1, $2, $3, $4) on conflict do nothing returning body)
       select body from kept union all select body from deal_acts where deal_id = $1 and deal_version = $2 limit 1)"};
const db::Query kInsertAmendment{
    "deals.insert_amendment",
    R"(insert into deal_amendments (id, deal_id, proposed_by, amount_minor, fee_minor, delivery_eta_days, reason, photos,
           status, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'proposed', $9))"};
const db::Query kAmendment{
    "deals.amendment",
    R"(select a.id, a.proposed_by, a.amount_minor, a.fee_minor, a.delivery_eta_days, a.reason, a.photos, a.status, a.created_at,
           d.currency from deal_amendments a join deals d on d.id = a.deal_id where a.id = $1 and a.deal_id = $2)"};
const db::Query kCloseAmendment{"deals.close_amendment",
                                "update deal_amendments set status = $2, decided_at = $3 where id = $1 and status = 'proposed'"};

std::optional<QString> optionalText(const db::Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional<QString>(rows.text(row, column));
}

std::optional<int> optionalInt(const db::Rows &rows, int row, int column)
{
    return rows.isNull(row, column) ? std::nullopt : std::optional<int>(rows.int32(row, column));
}

QByteArray idsJson(const std::vector<MediaId> &ids)
{
    api::JsonWriter out;
    out.beginArray();
    for (const MediaId &id : ids)
        out.beginObject().field("id", id).endObject();
    out.endArray();
    return out.take();
}

api::AmendmentDto amendmentAt(const db::Rows &rows, int row, int first, Currency currency)
{
    api::AmendmentDto dto;
    dto.id = rows.id<AmendmentId>(row, first);
    dto.proposedBy = dealActorFromWord(rows.text(row, first + 1)).value_or(DealActor::Driver);
    if (!rows.isNull(row, first + 2))
        dto.amount = Money{rows.int64(row, first + 2), currency};
    if (!rows.isNull(row, first + 3))
        dto.fee = Money{rows.int64(row, first + 3), currency};
    dto.deliveryEtaDays = optionalInt(rows, row, first + 4);
    dto.reason = rows.text(row, first + 5);
    readPhotos(rows.bytes(row, first + 6), &dto.photos, nullptr);
    dto.status = rows.text(row, first + 7);
    dto.createdAt = rows.timestamp(row, first + 8);
    return dto;
}

DealPtr dealAt(const db::Rows &rows, int row)
{
    const auto deal = std::make_shared<Deal>();
    int c = 0;
    deal->id = rows.id<DealId>(row, c++);
    deal->number = rows.int64(row, c++);
    deal->listingId = rows.id<ListingId>(row, c++);
    deal->conversationId = rows.id<ConversationId>(row, c++);
    deal->buyerId = rows.id<UserId>(row, c++);
    deal->driverId = rows.id<UserId>(row, c++);
    deal->status = dealStatusFromWord(rows.text(row, c++)).value_or(DealStatus::Cancelled);
    deal->version = rows.int64(row, c++);
    const Currency currency = Currency::fromCode(rows.text(row, c + 1)).value_or(Currency::rub());
    deal->amount = {rows.int64(row, c), currency};
    c += 2;
    deal->fee = {rows.int64(row, c++), currency};
    deal->feeBasisPoints = rows.int64(row, c++);
    deal->feeMinimumMinor = rows.int64(row, c++);
    deal->deliveryPlace = rows.text(row, c++);
    deal->deliveryEtaDays = rows.int32(row, c++);
    deal->listing = rows.bytes(row, c++);
    deal->provider = rows.bytes(row, c++);
    for (auto *due : {&deal->paymentDueAt, &deal->startDueAt, &deal->confirmationDueAt, &deal->disputeWindowEndsAt,
                      &deal->evidenceDueAt, &deal->reviewDueAt})
        *due = rows.optionalTimestamp(row, c++);
    if (!rows.isNull(row, c))
        deal->statusBeforeDispute = dealStatusFromWord(rows.text(row, c));
    ++c;
    if (!rows.isNull(row, c))
        deal->clockLeftMs = rows.int64(row, c);
    ++c;
    if (!rows.isNull(row, c))
        deal->disputeId = rows.uuid(row, c);
    ++c;
    deal->ticketId = rows.optionalId<TicketId>(row, c++);
    if (!rows.isNull(row, c))
        deal->disputeOpenedBy = dealActorFromWord(rows.text(row, c));
    ++c;
    if (!rows.isNull(row, c))
        deal->refundMinor = rows.int64(row, c);
    ++c;
    deal->vin = optionalText(rows, row, c++);
    deal->startOdometerKm = optionalInt(rows, row, c++);
    deal->handoverCode = optionalText(rows, row, c++);
    deal->handoverToken = optionalText(rows, row, c++);
    deal->handoverAttempts = rows.int32(row, c++);
    for (auto *at : {&deal->handoverLockedUntil, &deal->buyerReviewedAt, &deal->driverReviewedAt})
        *at = rows.optionalTimestamp(row, c++);
    deal->createdAt = rows.timestamp(row, c++);
    for (auto *at : {&deal->buyerSafetyStopAt, &deal->driverSafetyStopAt, &deal->safetyEndsAt})
        *at = rows.optionalTimestamp(row, c++);
    deal->safetyTicketId = rows.optionalId<TicketId>(row, c++);
    for (auto *at :
         {&deal->fundedAt, &deal->startedAt, &deal->arrivedAt, &deal->deliveredAt, &deal->disputedAt, &deal->finishedAt})
        *at = rows.optionalTimestamp(row, c++);
    deal->updatedAt = rows.timestamp(row, c++);
    deal->moneyStatus = moneyStatusFromWord(rows.text(row, c++)).value_or(MoneyStatus::None);
    deal->holdExpiresAt = rows.optionalTimestamp(row, c++);
    deal->buyerCard = rows.bytes(row, c++);
    deal->driverCard = rows.bytes(row, c++);
    if (!rows.isNull(row, c))
        deal->amendment = amendmentAt(rows, row, c, currency);
    return deal;
}

Result<DealPtr> oneDeal(const Result<db::Rows> &rows)
{
    if (!rows.ok())
        return rows.error();
    if (rows->empty())
        return ErrorCode::NotFound;
    return dealAt(*rows, 0);
}

void addWord(db::Params &params, const char *word)
{
    if (word)
        params.add(word);
    else
        params.addNull();
}

} // namespace

QCoro::Task<Result<std::optional<DealListing>>> DealStore::listingForDeal(db::Transaction tx, ListingId id)
{
    const auto rows = co_await tx.run(kListing, id);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<DealListing>();
    DealListing listing;
    listing.id = id;
    listing.driver = rows->id<UserId>(0, 0);
    listing.status = rows->text(0, 1);
    listing.currency = Currency::fromCode(rows->text(0, 2)).value_or(Currency::rub());
    listing.driverActive = rows->boolean(0, 3);
    listing.snapshot = rows->bytes(0, 4);
    listing.version = rows->int64(0, 5);
    co_return std::optional<DealListing>(listing);
}

QCoro::Task<Result<std::optional<QuoteListing>>> DealStore::listingForQuote(CallContextPtr context, ListingId id)
{
    std::optional<UserId> caller;
    if (context->principal)
        caller = context->principal->user;
    const auto rows = co_await m_db.read(context, kQuoteListing, id, caller);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<QuoteListing>();
    QuoteListing listing;
    listing.price = Money{rows->int64(0, 0), Currency::fromCode(rows->text(0, 1)).value_or(Currency::rub())};
    listing.deliveryEtaDays = rows->int32(0, 2);
    listing.available = rows->boolean(0, 3);
    co_return std::optional<QuoteListing>(listing);
}

QCoro::Task<Result<bool>> DealStore::lockCar(db::Transaction tx, ListingId car, DealId deal)
{
    CARGO_CO_TRY(co_await tx.run(kLockCar, car));
    const auto others = co_await tx.run(kOthersPaid, car, deal);
    if (!others.ok())
        co_return others.error();
    co_return others->empty();
}

QCoro::Task<Result<std::vector<DealId>>> DealStore::unpaidOfCar(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_db.query(context, kUnpaidOfCar, deal);
    if (!rows.ok())
        co_return rows.error();
    std::vector<DealId> ids;
    for (int row = 0; row < rows->count(); ++row)
        ids.push_back(rows->id<DealId>(row, 0));
    co_return ids;
}

QCoro::Task<Result<DealBuyer>> DealStore::buyer(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kBuyer, user);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return DealBuyer{rows->int32(0, 0), rows->boolean(0, 1)};
}

QCoro::Task<Result<ConversationId>> DealStore::conversation(db::Transaction tx, ListingId listing, UserId buyer, UserId driver,
                                                            Timestamp now)
{
    const ConversationId fresh = ConversationId::make(now);
    CARGO_CO_TRY(co_await tx.run(kEnsureConversation, fresh, listing, buyer, driver, now));
    const auto rows = co_await tx.run(kConversation, listing, buyer);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return ErrorCode::Internal;
    co_return rows->id<ConversationId>(0, 0);
}

QCoro::Task<Outcome> DealStore::insert(db::Transaction tx, DealPtr deal)
{
    const QByteArray currency = deal->amount.currency.code();
    CARGO_CO_TRY(co_await tx.run(kInsert, deal->id, deal->listingId, deal->conversationId, deal->buyerId, deal->driverId,
                                 deal->amount.amountMinor, currency, deal->fee.amountMinor, deal->feeBasisPoints,
                                 deal->feeMinimumMinor, deal->deliveryPlace, deal->deliveryEtaDays, deal->listing, deal->provider,
                                 deal->paymentDueAt, deal->createdAt));
    co_return ok();
}

QCoro::Task<Result<DealPtr>> DealStore::find(CallContextPtr context, DealId id)
{
    const auto rows = co_await m_db.read(context, kFind, id);
    co_return oneDeal(rows);
}

QCoro::Task<Result<DealPtr>> DealStore::lock(db::Transaction tx, DealId id)
{
    const auto rows = co_await tx.run(kLock, id);
    co_return oneDeal(rows);
}

QCoro::Task<Result<DealPtr>> DealStore::reload(db::Transaction tx, DealId id)
{
    const auto rows = co_await tx.run(kFind, id);
    co_return oneDeal(rows);
}

QCoro::Task<Outcome> DealStore::update(db::Transaction tx, DealPtr d, DealStatus expectedStatus)
{
    db::Params params = db::Params::of(d->id, word(expectedStatus), d->version, word(d->status), d->amount.amountMinor,
                                       d->fee.amountMinor, d->deliveryEtaDays, d->paymentDueAt, d->startDueAt,
                                       d->confirmationDueAt, d->disputeWindowEndsAt, d->evidenceDueAt, d->reviewDueAt);
    addWord(params, d->statusBeforeDispute ? word(*d->statusBeforeDispute) : nullptr);
    params.add(d->clockLeftMs).add(d->disputeId).add(d->ticketId);
    addWord(params, d->disputeOpenedBy ? word(*d->disputeOpenedBy) : nullptr);
    params.add(d->refundMinor).add(d->vin).add(d->startOdometerKm).add(d->handoverCode).add(d->handoverAttempts);
    params.add(d->handoverLockedUntil).add(d->buyerReviewedAt).add(d->driverReviewedAt).add(d->fundedAt).add(d->startedAt);
    params.add(d->arrivedAt).add(d->deliveredAt).add(d->disputedAt).add(d->finishedAt).add(d->updatedAt).add(d->handoverToken);
    params.add(d->buyerSafetyStopAt).add(d->driverSafetyStopAt).add(d->safetyEndsAt).add(d->safetyTicketId);
    const auto rows = co_await tx.runParams(kUpdate, params);
    if (!rows.ok())
        co_return rows.error();
    if (rows->affected() != 1)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(word(expectedStatus))};
    ++d->version;
    co_return ok();
}

QCoro::Task<Result<std::vector<DealPtr>>> DealStore::list(CallContextPtr context, UserId user, QByteArray statuses,
                                                          std::optional<Uuid> before, int limit)
{
    const QByteArray filter = statuses.isNull() ? QByteArray("") : statuses;
    const auto rows = co_await m_db.query(context, kList, user, filter, before, limit);
    if (!rows.ok())
        co_return rows.error();
    std::vector<DealPtr> deals;
    for (int row = 0; row < rows->count(); ++row)
        deals.push_back(dealAt(*rows, row));
    co_return deals;
}

QCoro::Task<Outcome> DealStore::insertEvent(db::Transaction tx, NewEvent event)
{
    db::Params params = db::Params::of(event.id, event.deal, event.event, word(event.actor), event.actorId);
    addWord(params, event.from ? word(*event.from) : nullptr);
    params.add(word(event.to)).add(event.details).add(event.checkpoint).add(event.at);
    CARGO_CO_TRY(co_await tx.runParams(kInsertEvent, params));
    co_return ok();
}

QCoro::Task<Result<std::vector<api::DealEventDto>>> DealStore::timeline(CallContextPtr context, DealId deal, qint64 afterSeq,
                                                                        int limit)
{
    const auto rows = co_await m_db.query(context, kTimeline, deal, afterSeq, limit);
    if (!rows.ok())
        co_return rows.error();
    std::vector<api::DealEventDto> events;
    for (int row = 0; row < rows->count(); ++row) {
        api::DealEventDto dto;
        dto.id = rows->uuid(row, 0);
        dto.seq = rows->int64(row, 1);
        dto.event = rows->bytes(row, 2);
        dto.actor = dealActorFromWord(rows->text(row, 3)).value_or(DealActor::Clock);
        if (!rows->isNull(row, 4))
            dto.from = dealStatusFromWord(rows->text(row, 4));
        dto.to = dealStatusFromWord(rows->text(row, 5)).value_or(DealStatus::Created);
        dto.details = rows->bytes(row, 6);
        dto.createdAt = rows->timestamp(row, 7);
        if (!rows->isNull(row, 8))
            dto.checkpoint = roadRecordAt(*rows, row, 8);
        events.push_back(dto);
    }
    co_return events;
}

QCoro::Task<Result<std::optional<QByteArray>>> DealStore::storedAct(CallContextPtr context, DealId deal, qint64 version)
{
    const auto rows = co_await m_db.read(context, kStoredAct, deal, version);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? std::nullopt : std::optional<QByteArray>(rows->bytes(0, 0));
}

QCoro::Task<Result<QByteArray>> DealStore::keepAct(CallContextPtr context, DealId deal, qint64 version, QByteArray act,
                                                   Timestamp now)
{
    const auto rows = co_await m_db.write(context, kKeepAct, deal, version, act, now);
    CARGO_CO_TRY(rows);
    if (!rows->empty())
        co_return rows->bytes(0, 0);
    // Another one's row came in after this statement had begun.
    auto stored = co_await storedAct(context, deal, version);
    CARGO_CO_TRY(stored);
    co_return stored->value_or(act);
}

QCoro::Task<Outcome> DealStore::insertAmendment(db::Transaction tx, DealId deal, api::AmendmentDto amendment)
{
    db::Params params = db::Params::of(amendment.id, deal, word(amendment.proposedBy));
    params.add(amendment.amount ? std::optional<qint64>(amendment.amount->amountMinor) : std::nullopt);
    params.add(amendment.fee ? std::optional<qint64>(amendment.fee->amountMinor) : std::nullopt);
    params.add(amendment.deliveryEtaDays).add(amendment.reason).add(idsJson(amendment.photos)).add(amendment.createdAt);
    CARGO_CO_TRY(co_await tx.runParams(kInsertAmendment, params));
    co_return ok();
}

QCoro::Task<Result<std::optional<api::AmendmentDto>>> DealStore::amendment(db::Transaction tx, DealId deal, AmendmentId id)
{
    const auto rows = co_await tx.run(kAmendment, id, deal);
    if (!rows.ok())
        co_return rows.error();
    if (rows->empty())
        co_return std::optional<api::AmendmentDto>();
    const Currency currency = Currency::fromCode(rows->text(0, 9)).value_or(Currency::rub());
    co_return std::optional<api::AmendmentDto>(amendmentAt(*rows, 0, 0, currency));
}

QCoro::Task<Outcome> DealStore::closeAmendment(db::Transaction tx, AmendmentId id, QByteArray status, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kCloseAmendment, id, status, now));
    co_return ok();
}

} // namespace cargo::deals
