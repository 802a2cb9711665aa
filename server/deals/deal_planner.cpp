#include "server/deals/deal_planner.h"

#include "shared/api/json_writer.h"

#include <algorithm>

namespace cargo::deals {

Outcome planDeal(const payments::Capabilities &can, const config::Settings &settings, const Money &amount,
                 const Money &driverReceives, int deliveryEtaDays)
{
    // Beside the way itself: the driver's time to pick up, the buyer's to confirm, the dispute window, and evidence once.
    const qint64 aroundMs =
        settings.startDeadlineMs + settings.confirmationDeadlineMs + settings.disputeWindowMs + settings.evidenceWindowMs;
    const qint64 maxEtaDays = can.maxDealLifeMs > 0 ? std::max<qint64>(0, (can.maxDealLifeMs - aroundMs) / kDayMs) : 365;
    const qint64 maxPayout = can.maxPayoutMinor * can.maxPayoutPieces;
    const bool currency = std::find(can.currencies.begin(), can.currencies.end(), amount.currency.code()) != can.currencies.end();
    const bool payin = can.maxPayinMinor == 0 || amount.amountMinor <= can.maxPayinMinor;
    const bool payout = maxPayout == 0 || driverReceives.amountMinor <= maxPayout;
    if (currency && payin && payout && deliveryEtaDays <= maxEtaDays)
        return ok();
    qint64 maxAmount = can.maxPayinMinor;
    if (maxPayout > 0)
        maxAmount = maxAmount > 0 ? std::min(maxAmount, maxPayout) : maxPayout;
    api::JsonWriter out;
    out.beginObject().key("currencies").beginArray();
    for (const QByteArray &code : can.currencies)
        out.value(code);
    out.endArray();
    if (maxAmount > 0)
        out.field("max_amount", Money{maxAmount, amount.currency});
    out.field("max_delivery_eta_days", maxEtaDays).endObject();
    const char *field = !currency ? "amount.currency" : !(payin && payout) ? "amount" : "delivery_eta_days";
    return Error{ErrorCode::ProviderLimit, QLatin1String(field), QString::fromUtf8(out.take())};
}

} // namespace cargo::deals
