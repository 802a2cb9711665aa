#include "shared/api/checkpoint_dto.h"

#include <QJsonDocument>

#include <algorithm>

namespace cargo::api {

namespace {

constexpr int kMaxPhotos = 30;
constexpr QLatin1String kHandover("handover");
constexpr qint64 kMaxKm = 5'000'000;

bool isSha256(const QString &text)
{
    return text.size() == 64
           && std::all_of(text.begin(), text.end(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

void writeIds(JsonWriter &out, const char *name, const std::vector<MediaId> &ids)
{
    out.key(name).beginArray();
    for (const MediaId &id : ids)
        out.value(id);
    out.endArray();
}

template <typename Body, typename Read>
Parsed<Body> parseRecord(QByteArrayView bytes, Read read)
{
    const auto object = parseObject(bytes);
    if (!object.ok())
        return {Body{}, {object.error()}};
    JsonReader in(*object);
    Body body;
    body.readFrom(in);
    read(in, body);
    return {body, in.errors()};
}

void needPhotos(JsonReader &in, const RoadRecordBody &body)
{
    if (body.photos.empty() && in.ok())
        in.fail(QStringLiteral("photos"), ErrorCode::Required);
}

template <typename Body>
QByteArray recordJson(const Body &body)
{
    JsonWriter out;
    out.beginObject();
    body.writeFields(out);
    out.endObject();
    return out.take();
}

} // namespace

void CheckpointDto::write(JsonWriter &out) const
{
    out.beginObject().field("id", id).field("client_id", clientId).field("kind", kind).field("place", place);
    out.field("odometer_km", odometerKm);
    writeIds(out, "photos", photos);
    out.key("photo_hashes").beginArray();
    for (const QByteArray &photoHash : photoHashes)
        out.value(photoHash);
    out.endArray();
    out.field("note", note).field("device_time", deviceTime).field("device_id", deviceId).field("device_seq", deviceSeq);
    out.key("device_seq_flag");
    if (deviceSeqFlag.isEmpty())
        out.null();
    else
        out.value(deviceSeqFlag);
    out.field("clock_skew_ms", clockSkewMs).field("clock_disagrees", clockDisagrees).key("inspection");
    if (inspection)
        inspection->write(out);
    else
        out.null();
    out.field("recorded_at", recordedAt).field("previous_hash", previousHash).field("hash", hash).endObject();
}

Parsed<CheckpointDto> CheckpointDto::read(const QJsonObject &json)
{
    JsonReader in(json);
    CheckpointDto dto;
    dto.id = in.id<CheckpointId>("id").value_or(CheckpointId{});
    dto.clientId = in.id<CheckpointId>("client_id").value_or(CheckpointId{}).uuid;
    dto.kind = in.text("kind", {});
    dto.place = in.text("place", {.required = false});
    if (const auto km = in.optionalInteger("odometer_km", {}))
        dto.odometerKm = int(*km);
    dto.photos = in.ids<MediaId>("photos", kMaxPhotos);
    for (const QJsonValue &value : json.value(QLatin1String("photo_hashes")).toArray())
        dto.photoHashes.push_back(value.toString().toLatin1());
    dto.note = in.text("note", {.max = 4000, .required = false, .lines = true});
    dto.deviceTime = in.timestamp("device_time");
    if (const auto device = in.id<CheckpointId>("device_id", false))
        dto.deviceId = device->uuid;
    dto.deviceSeq = in.optionalInteger("device_seq", {});
    dto.deviceSeqFlag = in.text("device_seq_flag", {.required = false});
    dto.clockSkewMs = in.optionalInteger("clock_skew_ms", {});
    dto.clockDisagrees = in.boolean("clock_disagrees").value_or(false);
    if (const QJsonValue inspected = json.value(QLatin1String("inspection")); inspected.isObject()) {
        std::vector<Error> errors;
        dto.inspection = InspectionDto::read(inspected.toObject(), dto.photos, errors);
        for (const Error &error : errors)
            in.fail(error.field, error.code);
    }
    dto.recordedAt = in.timestamp("recorded_at", true).value_or(Timestamp{});
    dto.previousHash = in.text("previous_hash", {.required = false}).toLatin1();
    dto.hash = in.text("hash", {}).toLatin1();
    return {dto, in.errors()};
}

void RoadRecordBody::readFrom(JsonReader &in)
{
    clientId = in.id<CheckpointId>("client_id", false).value_or(CheckpointId{}).uuid;
    place = in.text("place", {.max = 200, .required = false});
    if (const auto km = in.optionalInteger("odometer_km", {.min = 0, .max = kMaxKm}))
        odometerKm = int(*km);
    photos = in.ids<MediaId>("photos", kMaxPhotos);
    note = in.text("note", {.max = 2000, .required = false, .lines = true});
    deviceTime = in.timestamp("device_time");
    if (const auto device = in.id<CheckpointId>("device_id", false))
        deviceId = device->uuid;
    deviceSeq = in.optionalInteger("device_seq", {.min = 0});
    if (in.has(QLatin1String("photo_hashes"))) {
        const QJsonObject hashes = in.object("photo_hashes");
        for (auto it = hashes.begin(); it != hashes.end(); ++it) { // sorted by their keys
            const auto photo = MediaId::fromText(QStringView(it.key()));
            if (!photo || !isSha256(it.value().toString()))
                in.fail(QStringLiteral("photo_hashes"), ErrorCode::InvalidFormat);
            else
                photoHashes.emplace_back(*photo, it.value().toString().toLatin1());
        }
    }
    if (in.has(QLatin1String("inspection"))) {
        std::vector<Error> errors;
        inspection = InspectionDto::read(in.object("inspection"), photos, errors);
        for (const Error &error : errors)
            in.fail(error.field, error.code);
    }
}

void RoadRecordBody::writeFields(JsonWriter &out) const
{
    if (!clientId.isNull())
        out.field("client_id", clientId);
    if (!place.isEmpty())
        out.field("place", place);
    out.field("odometer_km", odometerKm);
    writeIds(out, "photos", photos);
    if (!photoHashes.empty()) {
        out.key("photo_hashes").beginObject();
        for (const auto &[photo, sha256] : photoHashes)
            out.key(photo.toText()).value(sha256);
        out.endObject();
    }
    out.field("note", note);
    if (inspection) {
        out.key("inspection");
        inspection->write(out);
    }
    if (deviceTime)
        out.field("device_time", *deviceTime);
    if (deviceId)
        out.field("device_id", *deviceId);
    if (deviceSeq)
        out.field("device_seq", *deviceSeq);
}

QByteArray StartDealBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("vin", vin);
    writeFields(out);
    out.endObject();
    return out.take();
}

Parsed<StartDealBody> StartDealBody::parse(QByteArrayView bytes)
{
    return parseRecord<StartDealBody>(bytes, [](JsonReader &in, StartDealBody &body) {
        body.vin = in.text("vin", {.min = 1, .max = 40});
        if (!body.odometerKm && in.ok())
            in.fail(QStringLiteral("odometer_km"), ErrorCode::Required);
        needPhotos(in, body);
    });
}

QByteArray CheckpointBody::toJson() const
{
    JsonWriter out;
    out.beginObject().field("kind", kind);
    writeFields(out);
    out.endObject();
    return out.take();
}

Parsed<CheckpointBody> CheckpointBody::parse(QByteArrayView bytes)
{
    static const std::vector<QLatin1String> kKinds{QLatin1String("border"), QLatin1String("customs"), QLatin1String("ferry"),
                                                   QLatin1String("road"),   QLatin1String("other"),   kHandover};
    return parseRecord<CheckpointBody>(bytes, [](JsonReader &in, CheckpointBody &body) {
        if (body.clientId.isNull() && !in.has(QLatin1String("client_id")))
            in.fail(QStringLiteral("client_id"), ErrorCode::Required);
        body.kind = in.word("kind", kKinds);
        if (body.kind == kHandover)
            needPhotos(in, body);
    });
}

QByteArray ArriveBody::toJson() const { return recordJson(*this); }

Parsed<ArriveBody> ArriveBody::parse(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return {};
    return parseRecord<ArriveBody>(bytes, [](JsonReader &, ArriveBody &) {});
}

QByteArray AbsentBody::toJson() const { return recordJson(*this); }

Parsed<AbsentBody> AbsentBody::parse(QByteArrayView bytes)
{
    return parseRecord<AbsentBody>(bytes, [](JsonReader &in, AbsentBody &body) {
        if (body.note.isEmpty() && in.ok())
            in.fail(QStringLiteral("note"), ErrorCode::Required);
        needPhotos(in, body);
    });
}

} // namespace cargo::api
