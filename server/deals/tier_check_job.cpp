#include "server/deals/tier_check_job.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::deals {

namespace {
// A driver needs his documents for every deal, a buyer for those above the limit. What was told once is not told again.
const db::Query kConcerned{"deals.tier_concerned", R"(
    select d.id, d.driver_id = $1 from deals d
    where (d.driver_id = $1 or (d.buyer_id = $1 and d.amount_minor > $2::bigint))
      and d.status in ('created', 'funded', 'in_transit', 'delivered', 'disputed')
      and not exists (select from finance_tasks t where t.deal_id = d.id and t.kind = 'identity_withdrawn' and t.resolved_at is null)
    order by d.id for no key update of d)"};
} // namespace

void TierCheckJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("user.kyc_lowered", "deals.tier_check",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return tierLowered(context, event); });
}

QCoro::Task<Outcome> TierCheckJob::tierLowered(CallContextPtr context, jobs::StoredEvent event)
{
    const auto user = UserId::fromText(QByteArrayView(event.event.key));
    if (!user)
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto deals = co_await tx->run(kConcerned, *user, m_runtime.settings.tier1DealLimitMinor);
    CARGO_CO_TRY(deals);
    for (int row = 0; row < deals->count(); ++row) {
        const DealId deal = deals->id<DealId>(row, 0);
        const QByteArray detail = deals->boolean(row, 1) ? "driver" : "buyer";
        CARGO_CO_TRY(co_await m_escrow.task(*tx, deal, std::nullopt, "identity_withdrawn", detail));
    }
    co_return co_await tx->commit();
}

} // namespace cargo::deals
