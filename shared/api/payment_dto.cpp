#include "shared/api/payment_dto.h"

namespace cargo::api {

void PaymentDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("deal_id", dealId).field("provider", provider).field("status", status);
    out.field("amount", amount).field("refunded", refunded).field("confirmation_url", confirmationUrl);
    out.field("hold_expires_at", holdExpiresAt).field("created_at", createdAt).endObject();
}

Parsed<PaymentDto> PaymentDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    PaymentDto dto;
    dto.id = in.id<PaymentId>("id").value_or(PaymentId{});
    dto.dealId = in.id<DealId>("deal_id").value_or(DealId{});
    dto.provider = in.text("provider", {});
    dto.status = in.text("status", {});
    dto.amount = in.money("amount").value_or(Money{});
    dto.refunded = in.money("refunded", 0, false);
    dto.confirmationUrl = in.optionalText("confirmation_url", {.max = 4000, .required = false});
    dto.holdExpiresAt = in.timestamp("hold_expires_at");
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    return {dto, in.errors()};
}

void PayoutDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("deal_id", dealId).field("deal_number", dealNumber).field("status", status);
    out.field("amount", amount).field("created_at", createdAt).field("paid_at", paidAt).endObject();
}

Parsed<PayoutDto> PayoutDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    PayoutDto dto;
    dto.id = in.id<ProviderOpId>("id").value_or(ProviderOpId{});
    dto.dealId = in.id<DealId>("deal_id").value_or(DealId{});
    dto.dealNumber = in.text("deal_number", {});
    dto.status = in.text("status", {});
    dto.amount = in.money("amount").value_or(Money{});
    dto.createdAt = in.timestamp("created_at", true).value_or(Timestamp{});
    dto.paidAt = in.timestamp("paid_at");
    return {dto, in.errors()};
}

} // namespace cargo::api
