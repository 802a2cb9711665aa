#include "server/deals/road_service.h"

#include "server/deals/handover.h"
#include "shared/api/checkpoint_chain.h"
#include "shared/domain/contact_filter/contact_filter.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::deals {

namespace {

// Letters and digits in upper case: people write VINs and frame numbers with spaces and dashes.
QString normalizedVin(const QString &text)
{
    QString vin;
    for (const QChar c : text.toUpper()) {
        if (c.isLetterOrNumber())
            vin += c;
    }
    return vin;
}

// 17 characters of ISO 3779, or a frame number of the Japanese market (chassis code and serial, 6 to 14 characters).
bool isVin(const QString &vin)
{
    for (const QChar c : vin) {
        const bool plain = (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
        if (!plain || (vin.size() == 17 && (c == u'I' || c == u'O' || c == u'Q')))
            return false;
    }
    return vin.size() == 17 || (vin.size() >= 6 && vin.size() <= 14);
}

Outcome judgeVin(const QString &vin, const Deal &deal)
{
    if (!isVin(vin))
        return Error{ErrorCode::InvalidFormat, QStringLiteral("vin"), {}};
    const QString listed = normalizedVin(QJsonDocument::fromJson(deal.listing).object().value(QLatin1String("vin")).toString());
    if (!listed.isEmpty() && listed != vin)
        return Error{ErrorCode::UnknownValue, QStringLiteral("vin"), QStringLiteral("differs from the listing")};
    return ok();
}

// How the car looks when it is handed over can be said when it is there and not handed over yet.
Outcome judgeInspection(const Deal &deal)
{
    CARGO_TRY(next(deal.status, DealEvent::HandoverCode, DealActor::Driver, deal.factsFor(DealActor::Driver)));
    return ok();
}

// The photos that the server does not have as the device told: not the driver's, other bytes, or told beside the list.
std::vector<MediaId> mismatched(const api::RoadRecordBody &body, const std::vector<Photo> &found)
{
    std::vector<MediaId> bad;
    for (const MediaId &id : body.photos) {
        const auto told = std::find_if(body.photoHashes.begin(), body.photoHashes.end(), [&](auto &p) { return p.first == id; });
        const auto photo = std::find_if(found.begin(), found.end(), [&](const Photo &p) { return p.id == id; });
        const bool same = told != body.photoHashes.end() && photo != found.end()
                          && (told->second == photo->receivedSha256 || told->second == photo->sha256);
        if (!same)
            bad.push_back(id);
    }
    for (const auto &[id, hash] : body.photoHashes) {
        if (std::find(body.photos.begin(), body.photos.end(), id) == body.photos.end())
            bad.push_back(id);
    }
    return bad;
}

QString idList(const std::vector<MediaId> &ids)
{
    api::JsonWriter out;
    out.beginArray();
    for (const MediaId &id : ids)
        out.value(id);
    out.endArray();
    return QString::fromLatin1(out.take());
}

QByteArray detailsOf(const api::CheckpointDto &record)
{
    api::JsonWriter out;
    out.beginObject().field("kind", record.kind);
    if (record.odometerKm)
        out.field("odometer_km", *record.odometerKm);
    out.field("hash", record.hash).endObject();
    return out.take();
}

} // namespace

QCoro::Task<Result<std::vector<Photo>>> RoadService::photosOf(db::Transaction tx, UserId driver, api::RoadRecordBody body)
{
    auto photos = co_await m_store.photos(tx, driver, body.photos);
    CARGO_CO_TRY(photos);
    if (!body.photoHashes.empty()) {
        const std::vector<MediaId> bad = mismatched(body, *photos);
        if (!bad.empty())
            co_return Error{ErrorCode::UnknownValue, QStringLiteral("photo_hashes"), idList(bad)};
    }
    if (photos->size() != body.photos.size())
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("photos"), QStringLiteral("not uploaded by you")};
    co_return photos;
}

QCoro::Task<Result<api::CheckpointDto>> RoadService::addLink(db::Transaction tx, DealId deal, UserId driver, Entry entry)
{
    const api::RoadRecordBody &body = entry.body;
    const auto photos = co_await photosOf(tx, driver, body);
    CARGO_CO_TRY(photos);
    const auto end = co_await m_store.chainEnd(tx, deal);
    CARGO_CO_TRY(end);
    api::CheckpointDto dto;
    dto.recordedAt = m_deals.now();
    dto.id = CheckpointId::make(dto.recordedAt);
    dto.clientId = body.clientId.isNull() ? newUuid(dto.recordedAt) : body.clientId;
    dto.kind = QString::fromLatin1(entry.kind);
    dto.place = body.place;
    dto.odometerKm = body.odometerKm;
    for (const Photo &photo : *photos) {
        dto.photos.push_back(photo.id);
        dto.photoHashes.push_back(photo.sha256);
    }
    dto.note = contact_filter::withoutContacts(body.note, contact_filter::Place::Dispute);
    dto.inspection = body.inspection;
    if (dto.inspection) {
        for (auto &damage : dto.inspection->damages)
            damage.note = contact_filter::withoutContacts(damage.note, contact_filter::Place::Dispute);
    }
    dto.deviceTime = body.deviceTime;
    dto.deviceId = body.deviceId;
    dto.deviceSeq = body.deviceSeq;
    if (body.deviceSeq) {
        const auto last = co_await m_store.lastDeviceSeq(tx, deal, body.deviceId);
        CARGO_CO_TRY(last);
        if (*last && *body.deviceSeq <= **last)
            dto.deviceSeqFlag = QStringLiteral("back");
        else if (*last && *body.deviceSeq > **last + 1)
            dto.deviceSeqFlag = QStringLiteral("gap");
    }
    // What the clock said at the sending tells a wrong clock from a record that waited for a network.
    if (const auto told = body.deviceNow ? body.deviceNow : body.deviceTime) {
        dto.clockSkewMs = told->unixMs - dto.recordedAt.unixMs;
        dto.clockDisagrees = std::abs(*dto.clockSkewMs) > m_runtime.settings.clockSkewMs;
    }
    dto.previousHash = end->hash;
    dto.hash = api::checkpointHash(deal, end->count + 1, dto);
    const QByteArray bodyHash = QCryptographicHash::hash(entry.bodyJson, QCryptographicHash::Sha256);
    CARGO_CO_TRY(co_await m_store.insert(tx, deal, end->count + 1, dto, photosJson(*photos), bodyHash));
    co_return dto;
}

QCoro::Task<Result<RoadService::Recorded>> RoadService::record(DealService::Mine mine, Entry entry)
{
    if (mine.side == DealActor::Driver && !entry.body.clientId.isNull()) {
        // A phone without a network sends again what it does not know to have arrived.
        const auto before = co_await m_store.ofClient(mine.tx, mine.deal->id, entry.body.clientId);
        CARGO_CO_TRY(before);
        if (before->has_value()) {
            const RoadStore::Known &known = **before;
            const QByteArray hash = QCryptographicHash::hash(entry.bodyJson, QCryptographicHash::Sha256);
            const bool same = known.record.kind.toLatin1() == entry.kind && (known.bodyHash.isEmpty() || known.bodyHash == hash);
            if (!same)
                co_return Error{ErrorCode::Conflict, QStringLiteral("client_id"), QStringLiteral("of another record")};
            co_return Recorded{mine.deal, known.record};
        }
    }
    // Who may not do it learns that before what he brought is judged.
    const auto allowed = next(mine.deal->status, entry.event, mine.side, mine.deal->factsFor(mine.side));
    CARGO_CO_TRY(allowed);
    if (entry.check)
        CARGO_CO_TRY(entry.check(*mine.deal));
    const auto added = co_await addLink(mine.tx, mine.deal->id, mine.user, entry);
    CARGO_CO_TRY(added);
    Step step;
    step.event = entry.event;
    step.actor = mine.side;
    step.actorId = mine.user;
    step.details = detailsOf(*added);
    step.checkpoint = added->id.uuid;
    step.change = entry.change;
    const auto moved = co_await m_deals.transitions().apply(mine.tx, mine.deal, step);
    CARGO_CO_TRY(moved);
    co_return Recorded{*moved, *added};
}

QCoro::Task<Result<Answer>> RoadService::recordAndShow(CallContextPtr context, DealId id, Entry entry)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    CARGO_CO_TRY(mine);
    const auto recorded = co_await record(*mine, entry);
    CARGO_CO_TRY(recorded);
    Answer answer{200, recorded->deal->jsonFor(mine->side, m_deals.now())};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> RoadService::start(CallContextPtr context, DealId id, api::StartDealBody body)
{
    const QString vin = normalizedVin(body.vin);
    const int km = body.odometerKm.value_or(0);
    Entry entry;
    entry.kind = "pickup";
    entry.event = DealEvent::Start;
    entry.body = body;
    entry.bodyJson = body.toJson();
    entry.check = [vin](const Deal &deal) { return judgeVin(vin, deal); };
    entry.change = [vin, km](Deal &deal) {
        deal.vin = vin;
        deal.startOdometerKm = km;
    };
    co_return co_await recordAndShow(context, id, entry);
}

QCoro::Task<Result<Answer>> RoadService::checkpoint(CallContextPtr context, DealId id, api::CheckpointBody body)
{
    const auto mine = co_await m_deals.lockMine(context, id);
    CARGO_CO_TRY(mine);
    Entry entry;
    entry.kind = body.kind.toLatin1();
    entry.event = DealEvent::Checkpoint;
    if (entry.kind == "handover")
        entry.check = &judgeInspection;
    entry.body = body;
    entry.bodyJson = body.toJson();
    const auto recorded = co_await record(*mine, entry);
    CARGO_CO_TRY(recorded);
    api::JsonWriter out;
    recorded->record.write(out);
    Answer answer{201, out.take()};
    co_return co_await m_deals.finish(mine->tx, answer);
}

QCoro::Task<Result<Answer>> RoadService::arrive(CallContextPtr context, DealId id, api::ArriveBody body)
{
    Entry entry;
    entry.kind = "arrival";
    entry.event = DealEvent::Arrive;
    entry.body = body;
    entry.bodyJson = body.toJson();
    entry.change = &giveHandoverCode;
    co_return co_await recordAndShow(context, id, entry);
}

QCoro::Task<Result<Answer>> RoadService::absent(CallContextPtr context, DealId id, api::AbsentBody body)
{
    Entry entry;
    entry.kind = "absent";
    entry.event = DealEvent::BuyerAbsent;
    entry.body = body;
    entry.bodyJson = body.toJson();
    entry.change = [](Deal &deal) {
        if (!deal.arrivedAt)
            giveHandoverCode(deal);
    };
    co_return co_await recordAndShow(context, id, entry);
}

} // namespace cargo::deals
