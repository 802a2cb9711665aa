#include "server/documents/document_store.h"

#include "shared/api/json_writer.h"

namespace cargo::documents {

namespace {
#define CARGO_PAPERS_DEAL                                                                                                        \
    "select buyer_id, driver_id, conversation_id, status, finished_at is not null, "                                             \
    "(select count(*) from deal_documents p where p.deal_id = d.id and p.removed_at is null) from deals d where d.id = $1"
const db::Query kDeal{"documents.deal", CARGO_PAPERS_DEAL};
// By itself: a statement that waited for a row still counts what was there before.
const db::Query kLockDeal{"documents.lock_deal", "select from deals where id = $1 for no key update"};
#define CARGO_DOCUMENT                                                                                                           \
    "select id, deal_id, owner_id, kind, name, content_type, size_bytes, sha256, file_sha256, wrapped_key, key_id, scanned, "    \
    "created_at from deal_documents where removed_at is null "
const db::Query kList{"documents.list", CARGO_DOCUMENT "and deal_id = $1 order by id"};
const db::Query kFind{"documents.find", CARGO_DOCUMENT "and deal_id = $1 and id = $2"};
const db::Query kOthers{"documents.wrapped_by_others", CARGO_DOCUMENT "and key_id <> $1 and id > $2 order by id limit $3"};
const db::Query kInsert{"documents.insert", R"(
    insert into deal_documents (id, deal_id, owner_id, kind, name, content_type, size_bytes, sha256, file_sha256, wrapped_key,
        key_id, scanned, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))"};
const db::Query kRemove{"documents.remove", "update deal_documents set removed_at = $2 where id = $1 and removed_at is null"};
const db::Query kRewrap{"documents.rewrap",
                        "update deal_documents set wrapped_key = $3, key_id = $4 where id = $1 and key_id = $2"};

PapersDeal dealAt(const db::Rows &rows)
{
    return {rows.id<UserId>(0, 0), rows.id<UserId>(0, 1), rows.id<ConversationId>(0, 2),
            rows.bytes(0, 3),      rows.boolean(0, 4),    rows.int32(0, 5)};
}

Document documentAt(const db::Rows &rows, int row)
{
    Document document;
    document.id = rows.uuid(row, 0);
    document.deal = rows.id<DealId>(row, 1);
    document.owner = rows.id<UserId>(row, 2);
    document.kind = rows.text(row, 3);
    document.name = rows.text(row, 4);
    document.contentType = rows.bytes(row, 5);
    document.sizeBytes = rows.int64(row, 6);
    document.sha256 = rows.blob(row, 7);
    document.stored = {rows.blob(row, 8), rows.blob(row, 9), rows.bytes(row, 10)};
    document.scanned = rows.boolean(row, 11);
    document.createdAt = rows.timestamp(row, 12);
    return document;
}

std::vector<Document> documentsIn(const db::Rows &rows)
{
    std::vector<Document> list;
    for (int row = 0; row < rows.count(); ++row)
        list.push_back(documentAt(rows, row));
    return list;
}
} // namespace

QByteArray toJson(const Document &document, UserId reader, bool mayRemove)
{
    api::JsonWriter out(512);
    out.beginObject().field("id", document.id).field("owner_id", document.owner).field("kind", document.kind);
    out.field("name", document.name).field("content_type", document.contentType).field("size_bytes", document.sizeBytes);
    out.field("sha256", document.sha256.toHex()).field("scanned", document.scanned).field("created_at", document.createdAt);
    out.field("removable", mayRemove && document.owner == reader).endObject();
    return out.take();
}

QCoro::Task<Result<PapersDeal>> DocumentStore::deal(CallContextPtr context, DealId id)
{
    const auto rows = co_await m_db.read(context, kDeal, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return dealAt(*rows);
}

QCoro::Task<Result<PapersDeal>> DocumentStore::lockDeal(db::Transaction tx, DealId id)
{
    CARGO_CO_TRY(co_await tx.run(kLockDeal, id));
    const auto rows = co_await tx.run(kDeal, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return dealAt(*rows);
}

QCoro::Task<Result<std::vector<Document>>> DocumentStore::list(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_db.query(context, kList, deal);
    CARGO_CO_TRY(rows);
    co_return documentsIn(*rows);
}

QCoro::Task<Result<Document>> DocumentStore::find(CallContextPtr context, DealId deal, Uuid id)
{
    const auto rows = co_await m_db.read(context, kFind, deal, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return documentAt(*rows, 0);
}

QCoro::Task<Outcome> DocumentStore::insert(db::Transaction tx, Document document)
{
    db::Params params;
    params.add(document.id).add(document.deal).add(document.owner).add(document.kind).add(document.name);
    params.add(document.contentType).add(document.sizeBytes).addBytes(document.sha256);
    params.addBytes(document.stored.fileSha256).addBytes(document.stored.wrappedKey).add(document.stored.keyId);
    params.add(document.scanned).add(document.createdAt);
    CARGO_CO_TRY(co_await tx.runParams(kInsert, params));
    co_return ok();
}

QCoro::Task<Result<bool>> DocumentStore::remove(db::Transaction tx, Uuid id, Timestamp now)
{
    const auto rows = co_await tx.run(kRemove, id, now);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Result<std::vector<Document>>> DocumentStore::wrappedByOthers(CallContextPtr context, QByteArray keyId, Uuid last,
                                                                          int limit)
{
    const auto rows = co_await m_db.query(context, kOthers, keyId, last, limit);
    CARGO_CO_TRY(rows);
    co_return documentsIn(*rows);
}

QCoro::Task<Outcome> DocumentStore::rewrap(CallContextPtr context, Uuid id, QByteArray oldKeyId, vault::SealedDocument sealed)
{
    db::Params params;
    params.add(id).add(oldKeyId).addBytes(sealed.wrappedKey).add(sealed.keyId);
    CARGO_CO_TRY(co_await m_db.writeParams(context, kRewrap, params));
    co_return ok();
}

} // namespace cargo::documents
