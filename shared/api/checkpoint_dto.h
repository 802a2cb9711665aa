#pragma once

#include "shared/api/inspection_dto.h"

#include <QByteArray>

#include <optional>
#include <utility>
#include <vector>

namespace cargo::api {

// One record of the way, as both sides read it: a link of the deal's chain.
struct CheckpointDto
{
    CheckpointId id;
    Uuid clientId;
    QString kind; // pickup, border, customs, ferry, road, other, arrival, absent, handover
    QString place;
    std::optional<int> odometerKm;
    std::vector<MediaId> photos;
    std::vector<QByteArray> photoHashes; // SHA-256 hex, in the order of `photos`
    QString note;
    std::optional<Timestamp> deviceTime; // when it was recorded, by the device's clock
    std::optional<Uuid> deviceId;
    std::optional<qint64> deviceSeq;   // that device's count of records of this deal
    QString deviceSeqFlag;             // gap, back; empty: it follows the one before
    std::optional<qint64> clockSkewMs; // the device's clock minus the server's, when it was sent
    bool clockDisagrees = false;       // by more than the server's limit
    std::optional<InspectionDto> inspection;
    Timestamp recordedAt;    // by the server's clock
    QByteArray previousHash; // 64 hex digits; zeros for the first
    QByteArray hash;

    void write(JsonWriter &out) const;
    static Parsed<CheckpointDto> read(const QJsonObject &json);
};

// What every record of the way brings with it. `photo_hashes` says which bytes the device sent as each photo (SHA-256 hex);
// when it is there, all photos stand in it.
struct RoadRecordBody
{
    Uuid clientId; // made on the device, once; null: none
    QString place;
    std::optional<int> odometerKm;
    std::vector<MediaId> photos;
    std::vector<std::pair<MediaId, QByteArray>> photoHashes;
    QString note;
    std::optional<InspectionDto> inspection;
    std::optional<Timestamp> deviceTime;
    std::optional<Uuid> deviceId;
    std::optional<qint64> deviceSeq;
    std::optional<Timestamp> deviceNow; // what its clock says at the sending: header X-Device-Time, no field of the body

    void readFrom(JsonReader &in);
    void writeFields(JsonWriter &out) const;
};

struct StartDealBody : RoadRecordBody
{
    QString vin;

    QByteArray toJson() const;
    static Parsed<StartDealBody> parse(QByteArrayView body);
};

struct CheckpointBody : RoadRecordBody
{
    QString kind; // border, customs, ferry, road, other, handover (photos are needed)

    QByteArray toJson() const;
    static Parsed<CheckpointBody> parse(QByteArrayView body);
};

// The car is there; everything may be absent.
struct ArriveBody : RoadRecordBody
{
    QByteArray toJson() const;
    static Parsed<ArriveBody> parse(QByteArrayView body);
};

// The buyer is not there: photos and words are needed.
struct AbsentBody : RoadRecordBody
{
    QByteArray toJson() const;
    static Parsed<AbsentBody> parse(QByteArrayView body);
};

} // namespace cargo::api
