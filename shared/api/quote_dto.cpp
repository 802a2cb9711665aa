#include "shared/api/quote_dto.h"

#include <QJsonArray>

namespace cargo::api {

namespace {

QStringList wordsOf(const QJsonObject &json, const char *name)
{
    QStringList words;
    for (const QJsonValue &value : json.value(QLatin1String(name)).toArray())
        words.push_back(value.toString());
    return words;
}

void writeWords(JsonWriter &out, const char *name, const QStringList &words)
{
    out.key(name).beginArray();
    for (const QString &word : words)
        out.value(word);
    out.endArray();
}

// An ending with a word that a newer server knows and this app does not is left out.
std::optional<DealEnding> readEnding(const QJsonObject &json)
{
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString(); };
    const auto from = dealStatusFromWord(text("status"));
    const auto event = dealEventFromWord(text("event"));
    const auto actor = dealActorFromWord(text("actor"));
    const auto to = dealStatusFromWord(text("to"));
    const auto money = moneyEndingFromWord(text("money"));
    if (!from || !event || !actor || !to || !money)
        return std::nullopt;
    return DealEnding{*from, *event, *actor, *to, *money};
}

} // namespace

void QuoteDto::write(JsonWriter &out) const
{
    out.beginObject().field("listing_id", listingId).field("amount", amount).field("buyer_pays", buyerPays);
    out.field("fee", fee).key("fee_terms").beginObject().field("basis_points", feeBasisPoints);
    out.field("minimum", feeMinimum).field("rule", word(feeRule)).endObject();
    out.field("driver_receives", driverReceives).key("lines").beginArray();
    for (const QuoteLineDto &line : lines) {
        out.beginObject().field("code", line.code).field("side", word(line.side)).field("amount", line.amount).endObject();
    }
    out.endArray().field("delivery_eta_days", deliveryEtaDays).field("kyc_tier_needed", kycTierNeeded);
    out.field("provider", provider).key("clocks").beginObject().field("payment_s", clocks.paymentS);
    out.field("start_s", clocks.startS).field("confirmation_s", clocks.confirmationS);
    out.field("dispute_window_s", clocks.disputeWindowS).field("evidence_s", clocks.evidenceS).endObject();
    out.key("endings").beginArray();
    for (const DealEnding &ending : endings) {
        out.beginObject().field("status", word(ending.from)).field("event", word(ending.event));
        out.field("actor", word(ending.actor)).field("to", word(ending.to)).field("money", word(ending.money)).endObject();
    }
    out.endArray();
    writeWords(out, "not_included", notIncluded);
    writeWords(out, "notices", notices);
    out.endObject();
}

Parsed<QuoteDto> QuoteDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    QuoteDto dto;
    dto.listingId = in.id<ListingId>("listing_id").value_or(ListingId{});
    dto.amount = in.money("amount").value_or(Money{});
    dto.buyerPays = in.money("buyer_pays").value_or(Money{});
    dto.fee = in.money("fee", 0).value_or(Money{});
    JsonReader terms(in.object("fee_terms", true), QStringLiteral("fee_terms."));
    dto.feeBasisPoints = terms.integer("basis_points", {.min = 0});
    dto.feeMinimum = terms.money("minimum", 0).value_or(Money{});
    dto.feeRule = feeRuleFromWord(terms.text("rule", {})).value_or(FeeRule::Rate);
    dto.driverReceives = in.money("driver_receives", 0).value_or(Money{});
    for (const QJsonValue &value : json.value(QLatin1String("lines")).toArray()) {
        JsonReader line(value.toObject());
        const auto side = dealActorFromWord(line.text("side", {}));
        const auto amount = line.money("amount", std::numeric_limits<qint64>::min());
        if (side && amount)
            dto.lines.push_back({line.text("code", {}), *side, *amount});
    }
    dto.deliveryEtaDays = int(in.integer("delivery_eta_days", {.min = 1, .max = 365}));
    dto.kycTierNeeded = int(in.integer("kyc_tier_needed", {.min = 0, .max = 2}));
    dto.provider = in.text("provider", {});
    JsonReader clocks(in.object("clocks", true), QStringLiteral("clocks."));
    dto.clocks = {clocks.integer("payment_s", {}), clocks.integer("start_s", {}), clocks.integer("confirmation_s", {}),
                  clocks.integer("dispute_window_s", {}), clocks.integer("evidence_s", {})};
    for (const QJsonValue &value : json.value(QLatin1String("endings")).toArray()) {
        if (const auto ending = readEnding(value.toObject()))
            dto.endings.push_back(*ending);
    }
    dto.notIncluded = wordsOf(json, "not_included");
    dto.notices = wordsOf(json, "notices");
    std::vector<Error> errors = in.errors();
    errors.insert(errors.end(), terms.errors().begin(), terms.errors().end());
    errors.insert(errors.end(), clocks.errors().begin(), clocks.errors().end());
    return {dto, errors};
}

} // namespace cargo::api
