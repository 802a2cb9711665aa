#include "server/deals/act.h"

#include "shared/domain/deal/deal_number.h"
#include "shared/domain/deal/fee.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace cargo::deals {

namespace {

// Of the card: the name only. Ratings change, and nothing else of it is about this deal.
void writeParty(api::JsonWriter &out, const char *key, const QByteArray &card, UserId id)
{
    const QJsonObject object = QJsonDocument::fromJson(card).object();
    out.key(key).beginObject().field("id", id).field("role", key);
    out.field("display_name", object.value(QLatin1String("display_name")).toString()).endObject();
}

void writeCar(api::JsonWriter &out, const Deal &deal)
{
    const QJsonObject listing = QJsonDocument::fromJson(deal.listing).object();
    out.key("car").beginObject();
    for (const char *name : {"brand", "model", "body_type", "fuel", "transmission", "drive", "color", "country_from"})
        out.field(name, listing.value(QLatin1String(name)).toString());
    for (const char *name : {"year", "engine_cc", "power_hp"}) {
        const QJsonValue value = listing.value(QLatin1String(name));
        out.field(name, value.isDouble() ? std::optional<qint64>(value.toInteger()) : std::nullopt);
    }
    out.field("vin", deal.vin).field("odometer_at_pickup_km", deal.startOdometerKm).endObject();
}

void writeMoney(api::JsonWriter &out, const Deal &deal)
{
    const api::DealDto dto = deal.dtoFor(DealActor::Staff, deal.updatedAt);
    out.key("money").beginObject().field("amount", deal.amount).field("fee", dto.fee);
    out.key("fee_terms").beginObject().field("basis_points", deal.feeBasisPoints);
    out.field("minimum", Money{deal.feeMinimumMinor, deal.amount.currency});
    out.field("rule", word(feeRule(deal.fee, deal.amount, deal.feeBasisPoints))).endObject();
    out.field("driver_receives", dto.driverReceives).field("refund", dto.refund);
    out.field("status", word(deal.moneyStatus)).field("provider", deal.provider).endObject();
}

} // namespace

QByteArray actJson(const Deal &deal, const std::vector<api::CheckpointDto> &chain)
{
    api::JsonWriter out(4096);
    out.beginObject().field("format", "cargo.delivery-act").field("format_version", 1);
    out.field("number", dealNumberText(deal.number)).field("deal_id", deal.id);
    out.field("deal_version", deal.version).field("status", word(deal.status));
    writeParty(out, "buyer", deal.buyerCard, deal.buyerId);
    writeParty(out, "driver", deal.driverCard, deal.driverId);
    writeCar(out, deal);
    writeMoney(out, deal);
    out.field("delivery_place", deal.deliveryPlace).field("delivery_eta_days", deal.deliveryEtaDays);
    out.key("times").beginObject().field("created_at", deal.createdAt).field("funded_at", deal.fundedAt);
    out.field("started_at", deal.startedAt).field("arrived_at", deal.arrivedAt).field("delivered_at", deal.deliveredAt);
    out.field("finished_at", deal.finishedAt).endObject().key("checkpoints").beginArray();
    for (const api::CheckpointDto &link : chain)
        link.write(out);
    out.endArray().endObject();
    return out.take();
}

QByteArray actDigest(const QByteArray &act)
{
    return "sha256:" + QCryptographicHash::hash(act, QCryptographicHash::Sha256).toHex();
}

} // namespace cargo::deals
