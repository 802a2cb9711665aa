#pragma once

#include "server/deals/deal_service.h"
#include "server/disputes/dispute_store.h"

namespace cargo::disputes {

// Everything that a decision about a dispute rests on, as one JSON object for the console: the deal, both sides' evidence, its
// hashes checked again, the timeline, the clocks, who the two are, and what was decided before. Reads only; the look is on
// record.
class DisputeCase
{
public:
    DisputeCase(Runtime &runtime, DisputeStore &store, deals::DealService &deals)
        : m_db(runtime.db), m_store(store), m_deals(deals)
    {
    }
    // `id` is the dispute's or the deal's; of a deal the newest dispute is meant. Error: NotFound.
    QCoro::Task<Result<QByteArray>> show(CallContextPtr context, Uuid id);

private:
    QCoro::Task<Result<QByteArray>> disputesJson(CallContextPtr context, deals::DealPtr deal, std::vector<Dispute> disputes);

    db::Database &m_db;
    DisputeStore &m_store;
    deals::DealService &m_deals;
};

} // namespace cargo::disputes
