#pragma once

#include "server/core/runtime.h"
#include "server/vault/sealed_box.h"
#include "shared/domain/kyc.h"

#include <QCoroTask>

namespace cargo::kyc {

struct DocumentRow
{
    Uuid id;
    Uuid application;
    DocumentKind kind = DocumentKind::PassportMain;
    std::optional<DocumentFault> fault; // has to be taken again
    QByteArray fileSha256;
    QByteArray keyId;
    QByteArray wrappedKey;
    int width = 0;
    int height = 0;
    QByteArrayList warnings; // what the machine saw: "blurred", "glare", "small"
    Timestamp createdAt;
};

struct Application
{
    Uuid id;
    UserId user;
    bool ofDriver = false;
    KycStatus status = KycStatus::Draft;
    std::optional<Timestamp> submittedAt;
    std::optional<Timestamp> decidedAt;
    std::optional<UserId> decidedBy;
    QByteArray reasonCode;
    QByteArray text; // for the user
    QByteArray note; // for staff alone
    int submissions = 0;
    Timestamp createdAt;
    std::vector<DocumentRow> documents; // those that count, one of a kind

    bool isOpen() const { return status == KycStatus::Draft || status == KycStatus::InReview || status == KycStatus::Retry; }
    // What still has to be shown, or shown again.
    std::vector<DocumentKind> missing() const;
    DocumentRow *find(const Uuid &document); // null: it is not among those that count
};

struct StoredFile
{
    Uuid document;
    QByteArray sha256;
};

// SQL of identities.
class KycStore
{
public:
    explicit KycStore(Runtime &runtime) : m_db(runtime.db) {}

    // Nothing when there is none; the newest otherwise.
    QCoro::Task<Result<std::optional<Application>>> latest(CallContextPtr context, UserId user);
    QCoro::Task<Result<std::optional<Application>>> find(CallContextPtr context, Uuid id);
    // The user's row is locked by the caller.
    QCoro::Task<Result<std::optional<Application>>> latest(db::Transaction tx, UserId user);
    QCoro::Task<Result<std::optional<Application>>> lock(db::Transaction tx, Uuid id);
    QCoro::Task<Outcome> insert(db::Transaction tx, Application application);
    QCoro::Task<Outcome> save(db::Transaction tx, Application application, Timestamp now);

    // Takes the place of the one of its kind, which is removed; answers the removed one's file.
    QCoro::Task<Result<std::vector<StoredFile>>> put(db::Transaction tx, DocumentRow document);
    QCoro::Task<Outcome> markFault(db::Transaction tx, Uuid document, std::optional<DocumentFault> fault);
    // Their keys go; the files are to be taken from the file store afterwards.
    QCoro::Task<Result<std::vector<StoredFile>>> removeAllOf(db::Transaction tx, Uuid application, Timestamp now);
    QCoro::Task<Result<std::vector<Uuid>>> applicationsOf(db::Transaction tx, UserId user);

    QCoro::Task<Result<QByteArray>> cardOf(CallContextPtr context, UserId user);

    // Documents that another key than this one wraps, by id, behind `after`.
    QCoro::Task<Result<std::vector<DocumentRow>>> wrappedByOthers(CallContextPtr context, QByteArray keyId, Uuid after,
                                                                  int limit);
    // Only when it has not been wrapped by somebody else meanwhile.
    QCoro::Task<Outcome> rewrap(CallContextPtr context, Uuid document, QByteArray oldKeyId, vault::SealedDocument sealed);

private:
    QCoro::Task<Result<std::optional<Application>>> one(CallContextPtr context, const db::Query &query, Uuid key);
    QCoro::Task<Result<std::optional<Application>>> one(db::Transaction tx, const db::Query &query, Uuid key);

    db::Database &m_db;
};

} // namespace cargo::kyc
