#include "server/media/media_store.h"

namespace cargo::media {

namespace {
const db::Query kInsert{
    "media.insert",
    R"(insert into media (id, owner_id, thumb_sha256, card_sha256, sha256, width, height, size_bytes, created_at, look,
           received_sha256)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))"};
const db::Query kAddresses{
    "media.addresses", "select coalesce(thumb_sha256, sha256), coalesce(card_sha256, sha256), sha256 from media where id = $1"};
} // namespace

QCoro::Task<Outcome> MediaStore::insert(db::Transaction tx, StoredMedia media)
{
    db::Params params;
    params.add(media.id).add(media.owner);
    for (const QByteArray &address : media.sha256)
        params.addBytes(address);
    params.add(media.width).add(media.height).add(media.sizeBytes).add(media.createdAt).add(media.look);

    if (media.receivedSha256.isEmpty())
        params.addNull();
    else
        params.addBytes(media.receivedSha256);
    CARGO_CO_TRY(co_await tx.runParams(kInsert, std::move(params)));
    co_return ok();
}

QCoro::Task<Result<QByteArray>> MediaStore::address(CallContextPtr context, MediaId id, api::MediaVariant variant)
{
    const auto rows = co_await m_runtime.db.read(context, kAddresses, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->blob(0, int(variant));
}

} // namespace cargo::media
