#include "shared/api/checkpoint_chain.h"

#include <QCryptographicHash>

namespace cargo::api {

QByteArray canonicalCheckpoint(DealId deal, int seq, const CheckpointDto &checkpoint)
{
    JsonWriter out;
    out.beginObject().field("client_id", checkpoint.clientId).field("deal_id", deal);
    // What older records do not have is no key of theirs: their hashes stay what they were.
    if (checkpoint.deviceId)
        out.field("device_id", *checkpoint.deviceId);
    if (checkpoint.deviceSeq)
        out.field("device_seq", *checkpoint.deviceSeq);
    out.field("device_time", checkpoint.deviceTime).field("id", checkpoint.id);
    if (checkpoint.inspection) {
        out.key("inspection");
        checkpoint.inspection->write(out);
    }
    out.field("kind", checkpoint.kind).field("note", checkpoint.note);
    out.field("odometer_km", checkpoint.odometerKm).key("photos").beginArray();
    for (size_t i = 0; i < checkpoint.photos.size(); ++i) {
        const QByteArray sha256 = i < checkpoint.photoHashes.size() ? checkpoint.photoHashes[i] : QByteArray();
        out.beginObject().field("id", checkpoint.photos[i]).field("sha256", sha256).endObject();
    }
    out.endArray().field("place", checkpoint.place).field("previous_hash", checkpoint.previousHash);
    out.field("recorded_at", checkpoint.recordedAt).field("seq", seq).endObject();
    return out.take();
}

QByteArray checkpointHash(DealId deal, int seq, const CheckpointDto &checkpoint)
{
    return QCryptographicHash::hash(canonicalCheckpoint(deal, seq, checkpoint), QCryptographicHash::Sha256).toHex();
}

size_t checkpointsThatHold(DealId deal, const std::vector<CheckpointDto> &chain)
{
    QByteArray previous(64, '0');
    for (size_t at = 0; at < chain.size(); ++at) {
        const CheckpointDto &link = chain[at];
        if (link.previousHash != previous || link.photoHashes.size() != link.photos.size()
            || checkpointHash(deal, int(at) + 1, link) != link.hash)
            return at;
        previous = link.hash;
    }
    return chain.size();
}

} // namespace cargo::api
