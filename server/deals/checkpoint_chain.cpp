#include "server/deals/checkpoint_chain.h"

#include <QCryptographicHash>

namespace cargo::deals {

QByteArray canonicalCheckpoint(DealId deal, int seq, const api::CheckpointDto &checkpoint)
{
    api::JsonWriter out;
    out.beginObject().field("client_id", checkpoint.clientId).field("deal_id", deal).field("device_time", checkpoint.deviceTime);
    out.field("id", checkpoint.id).field("kind", checkpoint.kind).field("note", checkpoint.note);
    out.field("odometer_km", checkpoint.odometerKm).key("photos").beginArray();
    for (size_t i = 0; i < checkpoint.photos.size(); ++i)
        out.beginObject().field("id", checkpoint.photos[i]).field("sha256", checkpoint.photoHashes[i]).endObject();
    out.endArray().field("place", checkpoint.place).field("previous_hash", checkpoint.previousHash);
    out.field("recorded_at", checkpoint.recordedAt).field("seq", seq).endObject();
    return out.take();
}

QByteArray checkpointHash(DealId deal, int seq, const api::CheckpointDto &checkpoint)
{
    return QCryptographicHash::hash(canonicalCheckpoint(deal, seq, checkpoint), QCryptographicHash::Sha256).toHex();
}

QByteArray photosJson(const std::vector<Photo> &photos)
{
    api::JsonWriter out;
    out.beginArray();
    for (const Photo &photo : photos)
        out.beginObject().field("id", photo.id).field("sha256", photo.sha256).endObject();
    out.endArray();
    return out.take();
}

} // namespace cargo::deals
