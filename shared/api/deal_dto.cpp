#include "shared/api/deal_dto.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cargo::api {

namespace {

constexpr int kMaxPhotos = 30;

template <typename Enum, typename Find>
std::optional<Enum> enumField(const QJsonObject &json, const char *name, Find find)
{
    return find(json.value(QLatin1String(name)).toString());
}

QByteArray objectBytes(const QJsonValue &value)
{
    return value.isObject() ? QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact) : QByteArray("{}");
}

QJsonObject objectOf(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }

void writeIds(JsonWriter &out, const std::vector<MediaId> &ids)
{
    out.beginArray();
    for (const MediaId &id : ids)
        out.value(id);
    out.endArray();
}

void writeWhenSet(JsonWriter &out, const char *name, const std::optional<Timestamp> &moment)
{
    if (moment)
        out.field(name, *moment);
}

void writeDeadlines(JsonWriter &out, const DealDeadlinesDto &deadlines)
{
    out.beginObject();
    writeWhenSet(out, "payment_at", deadlines.payment);
    writeWhenSet(out, "start_at", deadlines.start);
    writeWhenSet(out, "confirmation_at", deadlines.confirmation);
    writeWhenSet(out, "dispute_window_at", deadlines.disputeWindow);
    writeWhenSet(out, "evidence_at", deadlines.evidence);
    writeWhenSet(out, "review_at", deadlines.review);
    writeWhenSet(out, "hold_expires_at", deadlines.holdExpires);
    out.endObject();
}

DealDeadlinesDto readDeadlines(const QJsonObject &json)
{
    JsonReader in(json);
    return {in.timestamp("payment_at"),        in.timestamp("start_at"),    in.timestamp("confirmation_at"),
            in.timestamp("dispute_window_at"), in.timestamp("evidence_at"), in.timestamp("review_at"),
            in.timestamp("hold_expires_at")};
}

void writeDispute(JsonWriter &out, const DealDisputeDto &dispute)
{
    out.beginObject().field("id", dispute.id).field("ticket_id", dispute.ticketId);
    out.field("opened_by", word(dispute.openedBy)).key("status_before");
    if (dispute.statusBefore)
        out.value(word(*dispute.statusBefore));
    else
        out.null();
    out.field("clock_left_ms", dispute.clockLeftMs).endObject();
}

std::optional<DealDisputeDto> readDispute(const QJsonObject &json)
{
    const auto id = Uuid::fromText(json.value(QLatin1String("id")).toString());
    const auto ticket = TicketId::fromText(json.value(QLatin1String("ticket_id")).toString());
    if (!id || !ticket)
        return std::nullopt;
    DealDisputeDto dispute{*id, *ticket, DealActor::Buyer, {}, {}};
    dispute.openedBy = enumField<DealActor>(json, "opened_by", dealActorFromWord).value_or(DealActor::Buyer);
    dispute.statusBefore = enumField<DealStatus>(json, "status_before", dealStatusFromWord);
    if (json.value(QLatin1String("clock_left_ms")).isDouble())
        dispute.clockLeftMs = json.value(QLatin1String("clock_left_ms")).toInteger();
    return dispute;
}

void writeSafetyStop(JsonWriter &out, const SafetyStopDto &stop)
{
    out.key("safety_stop").beginObject().field("by", word(stop.by)).field("stopped_at", stop.stoppedAt);
    out.field("ends_at", stop.endsAt).field("clock_left_ms", stop.clockLeftMs).field("ticket_id", stop.ticketId).endObject();
}

std::optional<SafetyStopDto> readSafetyStop(const QJsonObject &json)
{
    JsonReader in(json);
    const auto stoppedAt = in.timestamp("stopped_at");
    const auto endsAt = in.timestamp("ends_at");
    if (!stoppedAt || !endsAt)
        return std::nullopt;
    const DealActor by = enumField<DealActor>(json, "by", dealActorFromWord).value_or(DealActor::Driver);
    return SafetyStopDto{by, *stoppedAt, *endsAt, in.optionalInteger("clock_left_ms", {}), in.id<TicketId>("ticket_id", false)};
}

template <typename Body, typename Read>
Parsed<Body> parseBody(QByteArrayView bytes, Read read)
{
    const auto object = parseObject(bytes);
    if (!object.ok())
        return {Body{}, {object.error()}};
    JsonReader in(*object);
    Body body;
    read(in, body);
    return {body, in.errors()};
}

} // namespace

void AmendmentDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("proposed_by", word(proposedBy)).field("amount", amount).field("fee", fee);
    out.field("delivery_eta_days", deliveryEtaDays).field("reason", reason).key("photos");
    writeIds(out, photos);
    out.field("status", status).field("created_at", createdAt).field("decided_at", decidedAt).endObject();
}

Parsed<AmendmentDto> AmendmentDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    AmendmentDto dto;
    dto.id = in.id<AmendmentId>("id").value_or(AmendmentId{});
    dto.proposedBy = enumField<DealActor>(json, "proposed_by", dealActorFromWord).value_or(DealActor::Driver);
    dto.amount = in.money("amount", 1, false);
    dto.fee = in.money("fee", 0, false);
    if (const auto days = in.optionalInteger("delivery_eta_days", {}))
        dto.deliveryEtaDays = int(*days);
    dto.reason = in.text("reason", {.max = 4000, .lines = true});
    dto.photos = in.ids<MediaId>("photos", kMaxPhotos);
    dto.status = in.text("status", {});
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.decidedAt = in.timestamp("decided_at");
    return {dto, in.errors()};
}

void DealDto::write(JsonWriter &out) const
{
    out.beginObject();
    out.field("id", id).field("number", number).field("listing_id", listingId).field("conversation_id", conversationId);
    out.field("buyer_id", buyerId).field("driver_id", driverId);
    out.field("status", word(status)).field("money_status", word(moneyStatus));
    out.field("amount", amount).field("fee", fee).field("driver_receives", driverReceives).field("refund", refund);
    out.key("fee_terms").beginObject().field("basis_points", feeBasisPoints).field("minimum", feeMinimum).endObject();
    out.field("delivery_place", deliveryPlace).field("delivery_eta_days", deliveryEtaDays);
    out.key("listing").raw(listing).key("buyer").raw(buyer).key("driver").raw(driver);
    out.field("version", version).key("allowed_events").beginArray();
    for (const DealEvent event : allowedEvents)
        out.value(word(event));
    out.endArray().key("deadlines");
    writeDeadlines(out, deadlines);
    // ticket_id stands beside the dispute too: who opened one looks for it there.
    if (dispute) {
        out.field("ticket_id", dispute->ticketId).key("dispute");
        writeDispute(out, *dispute);
    }
    if (safetyStop)
        writeSafetyStop(out, *safetyStop);
    if (amendment) {
        out.key("amendment");
        amendment->write(out);
    }
    if (handoverCode)
        out.field("handover_code", *handoverCode);
    if (handoverQr)
        out.field("handover_qr", *handoverQr);
    if (handoverLockedUntil)
        out.field("handover_locked_until", *handoverLockedUntil);
    out.field("vin", vin).field("reviewed_by_me", reviewedByMe).field("reviewable", reviewable);
    out.field("created_at", createdAt).field("updated_at", updatedAt).field("funded_at", fundedAt);
    out.field("started_at", startedAt).field("arrived_at", arrivedAt).field("delivered_at", deliveredAt);
    out.field("disputed_at", disputedAt).field("finished_at", finishedAt);
    out.endObject();
}

QByteArray DealDto::toJson() const
{
    JsonWriter out(2048);
    write(out);
    return out.take();
}

Parsed<DealDto> DealDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    DealDto dto;
    dto.id = in.id<DealId>("id").value_or(DealId{});
    dto.number = in.text("number", {});
    dto.listingId = in.id<ListingId>("listing_id").value_or(ListingId{});
    dto.conversationId = in.id<ConversationId>("conversation_id").value_or(ConversationId{});
    dto.buyerId = in.id<UserId>("buyer_id").value_or(UserId{});
    dto.driverId = in.id<UserId>("driver_id").value_or(UserId{});
    const auto dealStatus = enumField<DealStatus>(json, "status", dealStatusFromWord);
    if (!dealStatus)
        in.fail(QStringLiteral("status"), ErrorCode::UnknownValue);
    dto.status = dealStatus.value_or(DealStatus::Created);
    dto.moneyStatus = enumField<MoneyStatus>(json, "money_status", moneyStatusFromWord).value_or(MoneyStatus::None);
    dto.amount = in.money("amount").value_or(Money{});
    dto.fee = in.money("fee", 0).value_or(Money{});
    dto.driverReceives = in.money("driver_receives", 0).value_or(Money{});
    dto.refund = in.money("refund", 0, false);
    JsonReader terms(json.value(QLatin1String("fee_terms")).toObject());
    dto.feeBasisPoints = terms.optionalInteger("basis_points", {.min = 0}).value_or(0);
    dto.feeMinimum = terms.money("minimum", 0, false).value_or(Money{0, dto.amount.currency});
    dto.deliveryPlace = in.text("delivery_place", {});
    dto.deliveryEtaDays = int(in.integer("delivery_eta_days", {}));
    dto.listing = objectBytes(json.value(QLatin1String("listing")));
    dto.buyer = objectBytes(json.value(QLatin1String("buyer")));
    dto.driver = objectBytes(json.value(QLatin1String("driver")));
    dto.version = in.integer("version", {});
    // An event that a newer server knows and this app does not is no button.
    for (const QJsonValue &value : json.value(QLatin1String("allowed_events")).toArray()) {
        if (const auto event = dealEventFromWord(value.toString()))
            dto.allowedEvents.push_back(*event);
    }
    dto.deadlines = readDeadlines(json.value(QLatin1String("deadlines")).toObject());
    dto.dispute = readDispute(json.value(QLatin1String("dispute")).toObject());
    dto.safetyStop = readSafetyStop(json.value(QLatin1String("safety_stop")).toObject());
    if (const QJsonObject object = json.value(QLatin1String("amendment")).toObject(); !object.isEmpty()) {
        const auto amendment = AmendmentDto::read(object);
        if (amendment.ok())
            dto.amendment = amendment.value;
    }
    dto.handoverCode = in.optionalText("handover_code", {.required = false});
    dto.handoverQr = in.optionalText("handover_qr", {.required = false});
    dto.handoverLockedUntil = in.timestamp("handover_locked_until");
    dto.vin = in.optionalText("vin", {.required = false});
    dto.reviewedByMe = in.boolean("reviewed_by_me").value_or(false);
    dto.reviewable = in.boolean("reviewable").value_or(false);
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.updatedAt = in.timestamp("updated_at").value_or(dto.createdAt);
    dto.fundedAt = in.timestamp("funded_at");
    dto.startedAt = in.timestamp("started_at");
    dto.arrivedAt = in.timestamp("arrived_at");
    dto.deliveredAt = in.timestamp("delivered_at");
    dto.disputedAt = in.timestamp("disputed_at");
    dto.finishedAt = in.timestamp("finished_at");
    return {dto, in.errors()};
}

QJsonObject DealDto::listingObject() const { return objectOf(listing); }
QJsonObject DealDto::buyerObject() const { return objectOf(buyer); }
QJsonObject DealDto::driverObject() const { return objectOf(driver); }

void DealEventDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("seq", seq).field("event", event).field("actor", word(actor));
    out.key("from");
    if (from)
        out.value(word(*from));
    else
        out.null();
    out.field("to", word(to)).key("details").raw(details);
    if (checkpoint) {
        out.key("checkpoint");
        checkpoint->write(out);
    }
    out.field("created_at", createdAt).endObject();
}

Parsed<DealEventDto> DealEventDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    DealEventDto dto;
    dto.id = in.id<CheckpointId>("id").value_or(CheckpointId{}).uuid;
    dto.seq = in.integer("seq", {});
    dto.event = in.text("event", {}).toLatin1();
    dto.actor = enumField<DealActor>(json, "actor", dealActorFromWord).value_or(DealActor::Clock);
    dto.from = enumField<DealStatus>(json, "from", dealStatusFromWord);
    dto.to = enumField<DealStatus>(json, "to", dealStatusFromWord).value_or(DealStatus::Created);
    dto.details = objectBytes(json.value(QLatin1String("details")));
    if (const QJsonObject object = json.value(QLatin1String("checkpoint")).toObject(); !object.isEmpty()) {
        const auto checkpoint = CheckpointDto::read(object);
        if (checkpoint.ok())
            dto.checkpoint = checkpoint.value;
    }
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    return {dto, in.errors()};
}

QByteArray CreateDealBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("listing_id", listingId).field("amount", amount);
    out.field("delivery_place", deliveryPlace).field("delivery_eta_days", deliveryEtaDays);
    if (listingVersion)
        out.field("listing_version", *listingVersion);
    out.endObject();
    return out.take();
}

Parsed<CreateDealBody> CreateDealBody::parse(QByteArrayView bytes)
{
    return parseBody<CreateDealBody>(bytes, [](JsonReader &in, CreateDealBody &body) {
        body.listingId = in.id<ListingId>("listing_id").value_or(ListingId{});
        body.amount = in.money("amount").value_or(Money{});
        body.deliveryPlace = in.text("delivery_place", {.min = 1, .max = 300});
        body.deliveryEtaDays = int(in.integer("delivery_eta_days", {.min = 1, .max = 365}));
        body.listingVersion = in.optionalInteger("listing_version", {.min = 1});
    });
}

QByteArray PayDealBody::toJson() const
{
    JsonWriter out;
    out.beginObject();
    if (!returnUrl.isEmpty())
        out.field("return_url", returnUrl);
    out.endObject();
    return out.take();
}

Parsed<PayDealBody> PayDealBody::parse(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    return parseBody<PayDealBody>(bytes, [](JsonReader &in, PayDealBody &body) {
        body.returnUrl = in.text("return_url", {.max = 2000, .required = false});
        // The apps' own scheme or the web: never javascript: and the like, the page redirects there.
        static const std::vector<QLatin1String> kSchemes{QLatin1String("https://"), QLatin1String("http://"),
                                                         QLatin1String("cargo://")};
        const bool known = std::any_of(kSchemes.begin(), kSchemes.end(),
                                       [&](QLatin1String scheme) { return body.returnUrl.startsWith(scheme); });
        if (!body.returnUrl.isEmpty() && !known)
            in.fail(QStringLiteral("return_url"), ErrorCode::InvalidFormat);
    });
}

QByteArray DealNoteBody::toJson() const
{
    JsonWriter out;
    out.beginObject();
    if (!note.isEmpty())
        out.field("note", note);
    if (!code.isEmpty())
        out.field("code", code);
    out.endObject();
    return out.take();
}

Parsed<DealNoteBody> DealNoteBody::parse(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    return parseBody<DealNoteBody>(bytes, [](JsonReader &in, DealNoteBody &body) {
        body.note = in.text("note", {.max = 2000, .required = false, .lines = true});
        body.code = in.text("code", {.max = 120, .required = false});
    });
}

QByteArray SafetyBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("text", text).endObject();
    return out.take();
}

Parsed<SafetyBody> SafetyBody::parse(QByteArrayView bytes)
{
    return parseBody<SafetyBody>(
        bytes, [](JsonReader &in, SafetyBody &body) { body.text = in.text("text", {.min = 1, .max = 2000, .lines = true}); });
}

QByteArray AmendmentBody::toJson() const
{
    JsonWriter out;
    out.beginObject();
    if (amount)
        out.field("amount", *amount);
    if (deliveryEtaDays)
        out.field("delivery_eta_days", *deliveryEtaDays);
    out.field("reason", reason).key("photos");
    writeIds(out, photos);
    out.endObject();
    return out.take();
}

Parsed<AmendmentBody> AmendmentBody::parse(QByteArrayView bytes)
{
    return parseBody<AmendmentBody>(bytes, [](JsonReader &in, AmendmentBody &body) {
        body.amount = in.money("amount", 1, false);
        if (const auto days = in.optionalInteger("delivery_eta_days", {.min = 1, .max = 365}))
            body.deliveryEtaDays = int(*days);
        body.reason = in.text("reason", {.min = 1, .max = 2000, .lines = true});
        body.photos = in.ids<MediaId>("photos", kMaxPhotos);
        if (!body.amount && !body.deliveryEtaDays && in.ok())
            in.fail(QStringLiteral("amount"), ErrorCode::Required);
    });
}

} // namespace cargo::api
