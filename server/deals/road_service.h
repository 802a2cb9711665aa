#pragma once

#include "server/deals/deal_service.h"

namespace cargo::deals {

// What the driver records on the way: pick-up, checkpoints, arrival, a buyer who is not there. Each record is a link of the
// deal's chain and happens once, however often and from wherever it is sent. The device's own time and count are taken as
// its word: a disagreement with ours is written down and shown, never refused.
//
// Errors besides those of the deal's table: UnknownValue (photos that are not the driver's), the same for photo_hashes (detail:
// JSON list of those that the server does not have with exactly the hash that was told), Conflict (client_id: another record).
class RoadService
{
public:
    RoadService(Runtime &runtime, RoadStore &store, DealService &deals) : m_runtime(runtime), m_store(store), m_deals(deals) {}

    // Error besides: InvalidFormat, UnknownValue (vin).
    QCoro::Task<Result<Answer>> start(CallContextPtr context, DealId id, api::StartDealBody body);
    QCoro::Task<Result<Answer>> checkpoint(CallContextPtr context, DealId id, api::CheckpointBody body);
    QCoro::Task<Result<Answer>> arrive(CallContextPtr context, DealId id, api::ArriveBody body);
    // The car is there and the buyer is not: counts as arrival when that was not reported yet.
    QCoro::Task<Result<Answer>> absent(CallContextPtr context, DealId id, api::AbsentBody body);

private:
    struct Entry
    {
        QByteArray kind;
        DealEvent event = DealEvent::Checkpoint;
        api::RoadRecordBody body;
        QByteArray bodyJson;                             // what makes it the same record when it is sent again
        std::function<Outcome(const Deal &)> check = {}; // once it is known that the event may happen
        std::function<void(Deal &)> change = {};
    };
    struct Recorded
    {
        DealPtr deal;
        api::CheckpointDto record;
    };
    QCoro::Task<Result<Recorded>> record(DealService::Mine mine, Entry entry);
    QCoro::Task<Result<api::CheckpointDto>> addLink(db::Transaction tx, DealId deal, UserId driver, Entry entry);
    QCoro::Task<Result<std::vector<Photo>>> photosOf(db::Transaction tx, UserId driver, api::RoadRecordBody body);
    // Records, and answers with the deal as the caller sees it.
    QCoro::Task<Result<Answer>> recordAndShow(CallContextPtr context, DealId id, Entry entry);

    Runtime &m_runtime;
    RoadStore &m_store;
    DealService &m_deals;
};

} // namespace cargo::deals
