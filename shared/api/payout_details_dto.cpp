#include "shared/api/payout_details_dto.h"

#include "shared/api/json_writer.h"
#include "shared/domain/bank_account.h"

namespace cargo::api {

Parsed<PayoutDetailsBody> PayoutDetailsBody::parse(QByteArrayView body)
{
    const auto object = parseObject(body);
    if (!object)
        return {{}, {object.error()}};
    JsonReader in(*object);
    PayoutDetailsBody dto;
    dto.bic = in.text("bic", {.min = 1, .max = 9});
    dto.account = in.text("account", {.min = 1, .max = 20});
    dto.holder = in.text("holder", {.min = 2, .max = 120});
    dto.password = in.text("password", {.min = 1, .max = 1000, .trim = false});
    if (in.ok() && !isBic(dto.bic))
        in.fail(QStringLiteral("bic"), ErrorCode::InvalidFormat);
    else if (in.ok() && !isBankAccount(dto.bic, dto.account))
        in.fail(QStringLiteral("account"), ErrorCode::InvalidFormat);
    return {dto, in.errors()};
}

QByteArray PayoutDetailsDto::toJson() const
{
    JsonWriter out;
    out.beginObject().field("bic", bic).field("account_masked", maskedAccount(account)).field("holder", holder);
    out.field("changed_at", changedAt).field("held_until", heldUntil).endObject();
    return out.take();
}

QString maskedAccount(const QString &account) { return QString(u"•••• " + account.last(4)); }

} // namespace cargo::api
