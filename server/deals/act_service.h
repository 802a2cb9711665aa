#pragma once

#include "server/deals/act_renderer.h"
#include "server/deals/deal_service.h"

namespace cargo::deals {

// The delivery act for the two sides of a deal and staff, from the handing over on. What was handed out once for a version of
// the deal is kept, so that the hash on a printed page stays true.
class ActService
{
public:
    ActService(Runtime &runtime, DealStore &store, RoadStore &road, DealService &deals)
        : m_runtime(runtime), m_store(store), m_road(road), m_deals(deals), m_renderer(runtime)
    {
    }
    // The bytes of act.json of this version; without one, of the present version. Errors: NotFound (deal, or no act of that
    // version was handed out), StateConflict before the handing over.
    QCoro::Task<Result<QByteArray>> act(CallContextPtr context, DealId id, std::optional<qint64> version);
    QCoro::Task<Result<QByteArray>> pdf(CallContextPtr context, QByteArray act)
    {
        return m_renderer.render(act, context->locale);
    }

private:
    Runtime &m_runtime;
    DealStore &m_store;
    RoadStore &m_road;
    DealService &m_deals;
    ActRenderer m_renderer;
};

} // namespace cargo::deals
