#pragma once

#include "server/core/runtime.h"
#include "server/vault/vault.h"

#include <QCoroTask>

namespace cargo::documents {

struct Document
{
    Uuid id;
    DealId deal;
    UserId owner;
    QString kind;
    QString name;
    QByteArray contentType;
    qint64 sizeBytes = 0;
    QByteArray sha256; // of what came
    vault::Vault::Stored stored;
    bool scanned = false;
    Timestamp createdAt;
};

QByteArray toJson(const Document &document, UserId reader, bool mayRemove);

// The deal that papers belong to, as far as they need it.
struct PapersDeal
{
    UserId buyer;
    UserId driver;
    ConversationId conversation;
    QByteArray status;
    bool over = false; // finished or cancelled
    int documents = 0;

    bool has(UserId user) const { return user == buyer || user == driver; }
};

// SQL of a deal's papers.
class DocumentStore
{
public:
    explicit DocumentStore(Runtime &runtime) : m_db(runtime.db) {}

    // NotFound.
    QCoro::Task<Result<PapersDeal>> deal(CallContextPtr context, DealId id);
    // Locked: what is counted in it holds until the end.
    QCoro::Task<Result<PapersDeal>> lockDeal(db::Transaction tx, DealId id);
    QCoro::Task<Result<std::vector<Document>>> list(CallContextPtr context, DealId deal);
    // NotFound: no such paper of this deal, or it was removed.
    QCoro::Task<Result<Document>> find(CallContextPtr context, DealId deal, Uuid id);
    QCoro::Task<Outcome> insert(db::Transaction tx, Document document);
    // False: somebody was faster.
    QCoro::Task<Result<bool>> remove(db::Transaction tx, Uuid id, Timestamp now);

    // For the rotation of master keys: after `last`, in the order of ids.
    QCoro::Task<Result<std::vector<Document>>> wrappedByOthers(CallContextPtr context, QByteArray keyId, Uuid last, int limit);
    QCoro::Task<Outcome> rewrap(CallContextPtr context, Uuid id, QByteArray oldKeyId, vault::SealedDocument sealed);

private:
    db::Database &m_db;
};

} // namespace cargo::documents
