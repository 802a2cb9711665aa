#include "server/deals/act_service.h"

#include "server/deals/act.h"

namespace cargo::deals {

QCoro::Task<Result<QByteArray>> ActService::act(CallContextPtr context, DealId id, std::optional<qint64> version)
{
    const auto deal = co_await m_deals.visible(context, id);
    CARGO_CO_TRY(deal);
    if (!(*deal)->deliveredAt)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(word((*deal)->status))};
    const qint64 wanted = version.value_or((*deal)->version);
    auto stored = co_await m_store.storedAct(context, id, wanted);
    CARGO_CO_TRY(stored);
    if (stored->has_value())
        co_return **stored;
    if (wanted != (*deal)->version)
        co_return ErrorCode::NotFound;
    const auto chain = co_await m_road.chain(context, id);
    CARGO_CO_TRY(chain);
    const QByteArray fresh = actJson(**deal, *chain);
    co_return co_await m_store.keepAct(context, id, wanted, fresh, m_runtime.clock.now());
}

} // namespace cargo::deals
