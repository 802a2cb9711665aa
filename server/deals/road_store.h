#pragma once

#include "server/core/runtime.h"
#include "shared/api/checkpoint_dto.h"

#include <QCoroTask>

namespace cargo::deals {

// A photo as it is shown, and as its owner sent it.
struct Photo
{
    MediaId id;
    QByteArray sha256;         // hex, of what is served
    QByteArray receivedSha256; // hex, of the bytes that came; empty: unknown
};

// [{"id","sha256"}], as it is stored.
QByteArray photosJson(const std::vector<Photo> &photos);
// The ids and, when wanted, the hashes of that.
void readPhotos(const QByteArray &json, std::vector<MediaId> *ids, std::vector<QByteArray> *hashes);

// Columns of deal_checkpoints as `c`, and a record of them.
#define CARGO_ROAD_COLUMNS                                                                                                       \
    "c.id, c.client_id, c.kind, c.place, c.odometer_km, c.photos, c.note, c.device_time, c.recorded_at, "                        \
    "encode(c.previous_hash, 'hex'), encode(c.hash, 'hex'), c.device_id, c.device_seq, c.device_seq_flag, c.clock_skew_ms, "     \
    "c.clock_disagrees, c.inspection"
api::CheckpointDto roadRecordAt(const db::Rows &rows, int row, int first);

// SQL of what the driver records on the way. A record never changes.
class RoadStore
{
public:
    explicit RoadStore(Runtime &runtime) : m_db(runtime.db) {}

    // Photos that belong to this user; fewer than asked when one does not.
    QCoro::Task<Result<std::vector<Photo>>> photos(db::Transaction tx, UserId owner, std::vector<MediaId> ids);
    struct Known
    {
        api::CheckpointDto record;
        QByteArray bodyHash; // of the request that made it; empty: an old one
    };
    QCoro::Task<Result<std::optional<Known>>> ofClient(db::Transaction tx, DealId deal, Uuid client);
    // The end of the chain: number of links and the last hash, zeros when there is none.
    struct ChainEnd
    {
        int count = 0;
        QByteArray hash; // hex
    };
    QCoro::Task<Result<ChainEnd>> chainEnd(db::Transaction tx, DealId deal);
    // Of the records that this device made for the deal.
    QCoro::Task<Result<std::optional<qint64>>> lastDeviceSeq(db::Transaction tx, DealId deal, std::optional<Uuid> device);
    QCoro::Task<Outcome> insert(db::Transaction tx, DealId deal, int seq, api::CheckpointDto record, QByteArray photosJson,
                                QByteArray bodyHash);
    // Every link, in order.
    QCoro::Task<Result<std::vector<api::CheckpointDto>>> chain(CallContextPtr context, DealId deal);

private:
    db::Database &m_db;
};

} // namespace cargo::deals
