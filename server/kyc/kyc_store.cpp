#include "server/kyc/kyc_store.h"

#include <algorithm>

namespace cargo::kyc {

namespace {
#define CARGO_APPLICATION                                                                                                        \
    "select a.id, a.user_id, u.role = 'driver', a.status, a.submitted_at, a.decided_at, a.decided_by, a.reason_code, a.text, "   \
    "a.note, a.submissions, a.created_at from kyc_applications a join users u on u.id = a.user_id "
const db::Query kLatest{"kyc.latest", CARGO_APPLICATION "where a.user_id = $1 order by a.created_at desc, a.id desc limit 1"};
const db::Query kFind{"kyc.find", CARGO_APPLICATION "where a.id = $1"};
const db::Query kLock{"kyc.lock", CARGO_APPLICATION "where a.id = $1 for no key update of a"};
#undef CARGO_APPLICATION
const db::Query kInsert{
    "kyc.insert", "insert into kyc_applications (id, user_id, status, created_at, updated_at) values ($1, $2, 'draft', $3, $3)"};
const db::Query kSave{"kyc.save", R"(
    update kyc_applications set status = $2, submitted_at = $3, decided_at = $4, decided_by = $5, reason_code = nullif($6, ''),
        text = coalesce($7::text, ''), note = coalesce($8::text, ''), submissions = $9, updated_at = $10 where id = $1)"};

#define CARGO_DOCUMENT                                                                                                           \
    "select id, application_id, kind, fault, file_sha256, key_id, wrapped_key, width, height, array_to_string(warnings, ','), "  \
    "created_at from kyc_documents where removed_at is null and "
const db::Query kDocuments{"kyc.documents", CARGO_DOCUMENT "application_id = $1 order by created_at, id"};
const db::Query kOthersKeys{"kyc.others_keys", CARGO_DOCUMENT "key_id <> $1 and id > $2 order by id limit $3"};
#undef CARGO_DOCUMENT
const db::Query kReplace{"kyc.replace", R"(
    update kyc_documents set removed_at = $3, wrapped_key = null
    where application_id = $1 and kind = $2 and removed_at is null returning id, file_sha256)"};
const db::Query kPut{"kyc.put", R"(
    insert into kyc_documents (id, application_id, kind, file_sha256, key_id, wrapped_key, width, height, warnings, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce(string_to_array($9::text, ','), '{}'), $10))"};
const db::Query kFault{"kyc.fault", "update kyc_documents set fault = $2 where id = $1 and removed_at is null"};
const db::Query kRemoveAll{"kyc.remove_all", R"(
    update kyc_documents set removed_at = $2, wrapped_key = null
    where application_id = $1 and removed_at is null returning id, file_sha256)"};
const db::Query kOfUser{"kyc.of_user", "select id from kyc_applications where user_id = $1 for no key update"};
const db::Query kCard{"kyc.card", "select card from users where id = $1"};
const db::Query kRewrap{"kyc.rewrap", R"(
    update kyc_documents set wrapped_key = $3, key_id = $4 where id = $1 and key_id = $2 and removed_at is null)"};

DocumentRow documentAt(const db::Rows &rows, int row)
{
    DocumentRow document;
    document.id = rows.uuid(row, 0);
    document.application = rows.uuid(row, 1);
    document.kind = documentKindFromWord(rows.text(row, 2)).value_or(DocumentKind::PassportMain);
    document.fault = documentFaultFromWord(rows.text(row, 3));
    document.fileSha256 = rows.blob(row, 4);
    document.keyId = rows.bytes(row, 5);
    document.wrappedKey = rows.blob(row, 6);
    document.width = rows.int32(row, 7);
    document.height = rows.int32(row, 8);
    if (const QByteArray warnings = rows.bytes(row, 9); !warnings.isEmpty())
        document.warnings = warnings.split(',');
    document.createdAt = rows.timestamp(row, 10);
    return document;
}

Application applicationAt(const db::Rows &rows)
{
    Application a;
    a.id = rows.uuid(0, 0);
    a.user = rows.id<UserId>(0, 1);
    a.ofDriver = rows.boolean(0, 2);
    a.status = kycStatusFromWord(rows.text(0, 3)).value_or(KycStatus::Draft);
    a.submittedAt = rows.optionalTimestamp(0, 4);
    a.decidedAt = rows.optionalTimestamp(0, 5);
    a.decidedBy = rows.optionalId<UserId>(0, 6);
    a.reasonCode = rows.bytes(0, 7);
    a.text = rows.bytes(0, 8);
    a.note = rows.bytes(0, 9);
    a.submissions = rows.int32(0, 10);
    a.createdAt = rows.timestamp(0, 11);
    return a;
}

std::vector<StoredFile> filesOf(const db::Rows &rows)
{
    std::vector<StoredFile> files;
    for (int row = 0; row < rows.count(); ++row)
        files.push_back({rows.uuid(row, 0), rows.blob(row, 1)});
    return files;
}

std::optional<Application> together(const db::Rows &application, const db::Rows &documents)
{
    Application found = applicationAt(application);
    for (int row = 0; row < documents.count(); ++row)
        found.documents.push_back(documentAt(documents, row));
    return found;
}
} // namespace

std::vector<DocumentKind> Application::missing() const
{
    std::vector<DocumentKind> kinds;
    for (const DocumentKind kind : documentsNeeded(ofDriver)) {
        const bool shown = std::any_of(documents.begin(), documents.end(),
                                       [kind](const DocumentRow &document) { return document.kind == kind && !document.fault; });
        if (!shown)
            kinds.push_back(kind);
    }
    return kinds;
}

DocumentRow *Application::find(const Uuid &document)
{
    const auto found =
        std::find_if(documents.begin(), documents.end(), [&](const DocumentRow &row) { return row.id == document; });
    return found == documents.end() ? nullptr : &*found;
}

QCoro::Task<Result<std::optional<Application>>> KycStore::latest(CallContextPtr context, UserId user)
{
    return one(context, kLatest, user.uuid);
}

QCoro::Task<Result<std::optional<Application>>> KycStore::find(CallContextPtr context, Uuid id)
{
    return one(context, kFind, id);
}

QCoro::Task<Result<std::optional<Application>>> KycStore::latest(db::Transaction tx, UserId user)
{
    return one(tx, kLatest, user.uuid);
}

QCoro::Task<Result<std::optional<Application>>> KycStore::lock(db::Transaction tx, Uuid id) { return one(tx, kLock, id); }

// The queries are static: a reference outlives the coroutine.
QCoro::Task<Result<std::optional<Application>>> KycStore::one(CallContextPtr context, const db::Query &query, Uuid key)
{
    const auto rows = co_await m_db.query(context, query, key);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Application>();
    const auto documents = co_await m_db.query(context, kDocuments, rows->uuid(0, 0));
    CARGO_CO_TRY(documents);
    co_return together(*rows, *documents);
}

QCoro::Task<Result<std::optional<Application>>> KycStore::one(db::Transaction tx, const db::Query &query, Uuid key)
{
    const auto rows = co_await tx.run(query, key);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Application>();
    const auto documents = co_await tx.run(kDocuments, rows->uuid(0, 0));
    CARGO_CO_TRY(documents);
    co_return together(*rows, *documents);
}

QCoro::Task<Outcome> KycStore::insert(db::Transaction tx, Application application)
{
    CARGO_CO_TRY(co_await tx.run(kInsert, application.id, application.user, application.createdAt));
    co_return ok();
}

QCoro::Task<Outcome> KycStore::save(db::Transaction tx, Application a, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kSave, a.id, kycStatusWord(a.status), a.submittedAt, a.decidedAt, a.decidedBy, a.reasonCode,
                                 a.text, a.note, a.submissions, now));
    co_return ok();
}

QCoro::Task<Result<std::vector<StoredFile>>> KycStore::put(db::Transaction tx, DocumentRow document)
{
    const auto old = co_await tx.run(kReplace, document.application, documentKindWord(document.kind), document.createdAt);
    CARGO_CO_TRY(old);
    db::Params params = db::Params::of(document.id, document.application, documentKindWord(document.kind));
    params.addBytes(document.fileSha256).add(document.keyId).addBytes(document.wrappedKey).add(document.width);
    params.add(document.height).add(document.warnings.join(',')).add(document.createdAt);
    CARGO_CO_TRY(co_await tx.runParams(kPut, std::move(params)));
    co_return filesOf(*old);
}

QCoro::Task<Outcome> KycStore::markFault(db::Transaction tx, Uuid document, std::optional<DocumentFault> fault)
{
    const std::optional<QByteArray> word = fault ? std::optional<QByteArray>(documentFaultWord(*fault)) : std::nullopt;
    CARGO_CO_TRY(co_await tx.run(kFault, document, word));
    co_return ok();
}

QCoro::Task<Result<std::vector<StoredFile>>> KycStore::removeAllOf(db::Transaction tx, Uuid application, Timestamp now)
{
    const auto rows = co_await tx.run(kRemoveAll, application, now);
    CARGO_CO_TRY(rows);
    co_return filesOf(*rows);
}

QCoro::Task<Result<std::vector<Uuid>>> KycStore::applicationsOf(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kOfUser, user);
    CARGO_CO_TRY(rows);
    std::vector<Uuid> ids;
    for (int row = 0; row < rows->count(); ++row)
        ids.push_back(rows->uuid(row, 0));
    co_return ids;
}

QCoro::Task<Result<QByteArray>> KycStore::cardOf(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.read(context, kCard, user);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? QByteArray("null") : rows->bytes(0, 0);
}

QCoro::Task<Result<std::vector<DocumentRow>>> KycStore::wrappedByOthers(CallContextPtr context, QByteArray keyId, Uuid after,
                                                                        int limit)
{
    const auto rows = co_await m_db.query(context, kOthersKeys, keyId, after, limit);
    CARGO_CO_TRY(rows);
    std::vector<DocumentRow> documents;
    for (int row = 0; row < rows->count(); ++row)
        documents.push_back(documentAt(*rows, row));
    co_return documents;
}

QCoro::Task<Outcome> KycStore::rewrap(CallContextPtr context, Uuid document, QByteArray oldKeyId, vault::SealedDocument sealed)
{
    db::Params params = db::Params::of(document, oldKeyId);
    params.addBytes(sealed.wrappedKey).add(sealed.keyId);
    CARGO_CO_TRY(co_await m_db.writeParams(context, kRewrap, std::move(params)));
    co_return ok();
}

} // namespace cargo::kyc
