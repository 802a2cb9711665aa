#include "server/media/upload_store.h"

namespace cargo::media {

namespace {
const db::Query kInsert{"media.begin_upload", R"(
    insert into media_uploads (id, owner_id, client_id, sha256, size_bytes, expires_at)
    select $1, $2, $3, $4, $5, $6 where (select count(*) from media_uploads where owner_id = $2 and media_id is null) < $7
    on conflict (owner_id, client_id) do nothing)"};
const db::Query kFind{"media.upload", R"(
    select u.id, u.sha256, u.size_bytes, u.received_bytes, u.expires_at, m.id, m.sha256, m.width, m.height,
           m.received_sha256
    from media_uploads u left join media m on m.id = u.media_id where u.client_id = $1 and u.owner_id = $2)"};
const db::Query kAdvance{"media.upload_goes_on", R"(
    update media_uploads set received_bytes = received_bytes + $3 where id = $1 and received_bytes = $2 and media_id is null)"};
const db::Query kFinish{"media.upload_done", "update media_uploads set media_id = $2 where id = $1 and media_id is null"};
const db::Query kRemove{"media.drop_upload", "delete from media_uploads where id = $1"};
} // namespace

QCoro::Task<Result<bool>> UploadStore::insert(db::Transaction tx, PartUpload upload, int most)
{
    db::Params params;
    params.add(upload.id)
        .add(upload.owner)
        .add(upload.clientId)
        .addBytes(upload.sha256)
        .add(upload.sizeBytes)
        .add(upload.expiresAt)
        .add(most);
    const auto rows = co_await tx.runParams(kInsert, std::move(params));
    CARGO_CO_TRY(rows);
    co_return rows->affected() > 0;
}

QCoro::Task<Result<PartUpload>> UploadStore::find(CallContextPtr context, Uuid clientId, UserId owner)
{
    const auto rows = co_await m_db.query(context, kFind, clientId, owner);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    PartUpload upload;
    upload.id = rows->uuid(0, 0);
    upload.clientId = clientId;
    upload.owner = owner;
    upload.sha256 = rows->blob(0, 1);
    upload.sizeBytes = rows->int64(0, 2);
    upload.receivedBytes = rows->int64(0, 3);
    upload.expiresAt = rows->timestamp(0, 4);
    if (!rows->isNull(0, 5)) {
        api::MediaDto media{rows->id<MediaId>(0, 5), rows->blob(0, 6).toHex(), rows->int32(0, 7), rows->int32(0, 8), {}};
        media.receivedSha256 = rows->blob(0, 9).toHex();
        upload.media = media;
    }
    co_return upload;
}

QCoro::Task<Result<bool>> UploadStore::advance(CallContextPtr context, PartUpload from, qint64 bytes)
{
    const auto rows = co_await m_db.write(context, kAdvance, from.id, from.receivedBytes, bytes);
    CARGO_CO_TRY(rows);
    co_return rows->affected() > 0;
}

QCoro::Task<Result<bool>> UploadStore::finish(db::Transaction tx, Uuid id, MediaId media)
{
    const auto rows = co_await tx.run(kFinish, id, media);
    CARGO_CO_TRY(rows);
    co_return rows->affected() > 0;
}

QCoro::Task<Outcome> UploadStore::remove(CallContextPtr context, Uuid id)
{
    CARGO_CO_TRY(co_await m_db.write(context, kRemove, id));
    co_return ok();
}

} // namespace cargo::media
