#include "server/media/erase_job.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::media {

namespace {
constexpr char kTimer[] = "media.erase";
constexpr char kTopic[] = "media.file_unused";
constexpr int kBatch = 200;
// His listings are off the market by then.
constexpr qint64 kDelayMs = kHourMs;

const db::Query kUploads{"media.erase_uploads", "delete from media_uploads where owner_id = $1"};
// What nothing holds: no record of a deal, no dispute, no chat, no car that somebody bought.
const db::Query kErase{"media.erase", R"(
    with his as (select id from deals where $1::uuid in (buyer_id, driver_id)),
    held as (
        select photos::text as ids from deal_checkpoints where deal_id in (select id from his)
        union all select photos::text from deal_amendments where deal_id in (select id from his)
        union all select e.photos::text from dispute_evidence e join disputes d on d.id = e.dispute_id
            where d.deal_id in (select id from his)
        union all select m.attachments::text from messages m join conversations c on c.id = m.conversation_id
            where $1::uuid in (c.buyer_id, c.driver_id) and m.sender_id = $1::uuid and m.attachments <> '{}'
        union all select m.attachments::text from ticket_messages m join tickets t on t.id = m.ticket_id
            where m.author_id = $1::uuid and t.kind = 'dispute' and m.attachments <> '{}'
        union all select p.media_id::text from listing_photos p join deals d on d.listing_id = p.listing_id
            where d.id in (select id from his)),
    gone as (select id from media m where m.owner_id = $1::uuid
        and not exists (select from held h where strpos(h.ids, m.id::text) > 0) order by id limit $2),
    shown as (delete from listing_photos where media_id in (select id from gone)),
    questions as (update ticket_messages set attachments = '{}' where author_id = $1::uuid and attachments <> '{}'
        and ticket_id in (select id from tickets where kind <> 'dispute'))
    delete from media where id in (select id from gone)
    returning sha256, coalesce(card_sha256, sha256), coalesce(thumb_sha256, sha256))"};
const db::Query kUsed{"media.file_used", "select from media where $1 in (sha256, card_sha256, thumb_sha256) limit 1"};
} // namespace

void EraseJob::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("user.closed", "media.erase",
                     [this](CallContextPtr context, jobs::StoredEvent closed) { return plan(context, closed); });
    registry.onTimer(kTimer, [this](CallContextPtr context, Uuid user, Timestamp) { return erase(context, UserId{user}); });
    registry.onEvent(kTopic, "media.drop_file",
                     [this](CallContextPtr context, jobs::StoredEvent unused) { return dropFile(context, unused); });
}

QCoro::Task<Outcome> EraseJob::plan(CallContextPtr context, jobs::StoredEvent closed)
{
    const auto user = UserId::fromText(QByteArrayView(closed.event.key));
    if (!user)
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, user->uuid, m_runtime.clock.now().plusMs(kDelayMs)));
    co_return co_await tx->commit();
}

QCoro::Task<Outcome> EraseJob::erase(CallContextPtr context, UserId user)
{
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await tx->run(kUploads, user));
    const auto gone = co_await tx->run(kErase, user, kBatch);
    CARGO_CO_TRY(gone);
    for (int row = 0; row < gone->count(); ++row) {
        for (int variant = 0; variant < 3; ++variant) {
            const QByteArray hex = gone->blob(row, variant).toHex();
            jobs::OutboxEvent unused{kTopic, hex, "{\"sha256\":\"" + hex + "\"}"};
            CARGO_CO_TRY(co_await jobs::append(*tx, unused));
        }
    }
    if (gone->count() == kBatch) // a driver may have many thousands
        CARGO_CO_TRY(co_await jobs::setTimer(*tx, kTimer, user.uuid, m_runtime.clock.now().plusMs(kSecondMs)));
    co_return co_await tx->commit();
}

// The same picture may be somebody else's too, also of somebody who is sending it just now.
QCoro::Task<Outcome> EraseJob::dropFile(CallContextPtr context, jobs::StoredEvent unused)
{
    const QJsonObject payload = QJsonDocument::fromJson(unused.event.payload).object();
    const QByteArray sha256 = QByteArray::fromHex(payload.value(QLatin1String("sha256")).toString().toLatin1());
    if (sha256.size() != 32)
        co_return ok();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    db::Params params;
    params.addBytes(sha256);
    const auto used = co_await tx->runParams(kUsed, params);
    CARGO_CO_TRY(used);
    if (!used->empty())
        co_return ok();
    files::FileProvider *files = &m_files;
    const auto work = [files, sha256] { return files->removeStale(sha256); };
    auto removing = m_runtime.cpu.run(work);
    co_return co_await removing;
}

} // namespace cargo::media
