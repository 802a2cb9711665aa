#include "server/deals/road_store.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace cargo::deals {

namespace {

const db::Query kPhotos{"deals.photos", R"(select id, encode(sha256, 'hex'), encode(received_sha256, 'hex')
       from media where id = any($1::uuid[]) and owner_id = $2)"};
const db::Query kOfClient{"deals.record_of_client", "select " CARGO_ROAD_COLUMNS ", c.body_hash "
                                                    "from deal_checkpoints c where c.deal_id = $1 and c.client_id = $2"};
const db::Query kChainEnd{"deals.chain_end",
                          "select seq, encode(hash, 'hex') from deal_checkpoints where deal_id = $1 order by seq desc limit 1"};
const db::Query kLastDeviceSeq{
    "deals.last_device_seq",
    "select max(device_seq) from deal_checkpoints where deal_id = $1 and device_id is not distinct from $2::uuid"};
const db::Query kChain{"deals.chain",
                       "select " CARGO_ROAD_COLUMNS " from deal_checkpoints c where c.deal_id = $1 order by c.seq"};
const db::Query kInsert{
    "deals.insert_record",
    R"(insert into deal_checkpoints (id, deal_id, seq, client_id, kind, place, odometer_km, photos, note, device_time,
           recorded_at, previous_hash, hash, device_id, device_seq, device_seq_flag, clock_skew_ms, clock_disagrees,
           inspection, body_hash)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, decode($12, 'hex'), decode($13, 'hex'), $14, $15, $16, $17, $18,
           $19, $20))"};
constexpr int kBodyHashColumn = 17;

} // namespace

QByteArray photosJson(const std::vector<Photo> &photos)
{
    api::JsonWriter out;
    out.beginArray();
    for (const Photo &photo : photos)
        out.beginObject().field("id", photo.id).field("sha256", photo.sha256).endObject();
    out.endArray();
    return out.take();
}

void readPhotos(const QByteArray &json, std::vector<MediaId> *ids, std::vector<QByteArray> *hashes)
{
    for (const QJsonValue &value : QJsonDocument::fromJson(json).array()) {
        const auto id = MediaId::fromText(value.toObject().value(QLatin1String("id")).toString());
        if (!id)
            continue;
        ids->push_back(*id);
        if (hashes)
            hashes->push_back(value.toObject().value(QLatin1String("sha256")).toString().toLatin1());
    }
}

api::CheckpointDto roadRecordAt(const db::Rows &rows, int row, int first)
{
    api::CheckpointDto dto;
    dto.id = rows.id<CheckpointId>(row, first);
    dto.clientId = rows.uuid(row, first + 1);
    dto.kind = rows.text(row, first + 2);
    dto.place = rows.text(row, first + 3);
    if (!rows.isNull(row, first + 4))
        dto.odometerKm = rows.int32(row, first + 4);
    readPhotos(rows.bytes(row, first + 5), &dto.photos, &dto.photoHashes);
    dto.note = rows.text(row, first + 6);
    dto.deviceTime = rows.optionalTimestamp(row, first + 7);
    dto.recordedAt = rows.timestamp(row, first + 8);
    dto.previousHash = rows.bytes(row, first + 9);
    dto.hash = rows.bytes(row, first + 10);
    if (!rows.isNull(row, first + 11))
        dto.deviceId = rows.uuid(row, first + 11);
    if (!rows.isNull(row, first + 12))
        dto.deviceSeq = rows.int64(row, first + 12);
    dto.deviceSeqFlag = rows.text(row, first + 13);
    if (!rows.isNull(row, first + 14))
        dto.clockSkewMs = rows.int64(row, first + 14);
    dto.clockDisagrees = rows.boolean(row, first + 15);
    if (!rows.isNull(row, first + 16)) {
        std::vector<Error> none; // it was checked when it came
        dto.inspection =
            api::InspectionDto::read(QJsonDocument::fromJson(rows.bytes(row, first + 16)).object(), dto.photos, none);
    }
    return dto;
}

QCoro::Task<Result<std::vector<Photo>>> RoadStore::photos(db::Transaction tx, UserId owner, std::vector<MediaId> ids)
{
    if (ids.empty())
        co_return std::vector<Photo>();
    const auto rows = co_await tx.run(kPhotos, ids, owner);
    CARGO_CO_TRY(rows);
    std::vector<Photo> found;
    for (const MediaId &id : ids) {
        for (int row = 0; row < rows->count(); ++row) {
            if (rows->id<MediaId>(row, 0) == id) {
                found.push_back({id, rows->bytes(row, 1), rows->bytes(row, 2)});
                break;
            }
        }
    }
    co_return found;
}

QCoro::Task<Result<std::optional<RoadStore::Known>>> RoadStore::ofClient(db::Transaction tx, DealId deal, Uuid client)
{
    const auto rows = co_await tx.run(kOfClient, deal, client);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Known>();
    Known known{roadRecordAt(*rows, 0, 0), {}};
    if (!rows->isNull(0, kBodyHashColumn))
        known.bodyHash = rows->blob(0, kBodyHashColumn);
    co_return std::optional<Known>(known);
}

QCoro::Task<Result<RoadStore::ChainEnd>> RoadStore::chainEnd(db::Transaction tx, DealId deal)
{
    const auto rows = co_await tx.run(kChainEnd, deal);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ChainEnd{0, QByteArray(64, '0')};
    co_return ChainEnd{rows->int32(0, 0), rows->bytes(0, 1)};
}

QCoro::Task<Result<std::optional<qint64>>> RoadStore::lastDeviceSeq(db::Transaction tx, DealId deal, std::optional<Uuid> device)
{
    const auto rows = co_await tx.run(kLastDeviceSeq, deal, device);
    CARGO_CO_TRY(rows);
    std::optional<qint64> last;
    if (!rows->empty() && !rows->isNull(0, 0))
        last = rows->int64(0, 0);
    co_return last;
}

QCoro::Task<Outcome> RoadStore::insert(db::Transaction tx, DealId deal, int seq, api::CheckpointDto record, QByteArray photosJson,
                                       QByteArray bodyHash)
{
    db::Params params = db::Params::of(record.id, deal, seq, record.clientId, record.kind, record.place, record.odometerKm,
                                       photosJson, record.note, record.deviceTime, record.recordedAt, record.previousHash,
                                       record.hash, record.deviceId, record.deviceSeq);
    if (record.deviceSeqFlag.isEmpty())
        params.addNull();
    else
        params.add(record.deviceSeqFlag);
    params.add(record.clockSkewMs).add(record.clockDisagrees);
    if (record.inspection)
        params.add(record.inspection->toJson());
    else
        params.addNull();
    params.addBytes(bodyHash);
    CARGO_CO_TRY(co_await tx.runParams(kInsert, params));
    co_return ok();
}

QCoro::Task<Result<std::vector<api::CheckpointDto>>> RoadStore::chain(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_db.query(context, kChain, deal);
    CARGO_CO_TRY(rows);
    std::vector<api::CheckpointDto> links;
    for (int row = 0; row < rows->count(); ++row)
        links.push_back(roadRecordAt(*rows, row, 0));
    co_return links;
}

} // namespace cargo::deals
