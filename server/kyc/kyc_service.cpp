#include "server/kyc/kyc_service.h"

#include "server/audit/audit.h"
#include "server/core/upload_file.h"
#include "server/images/image_codec.h"
#include "shared/pictures/photo_quality.h"
#include "server/jobs/idempotency.h"
#include "server/kyc/kyc_files_job.h"
#include "server/kyc/kyc_json.h"
#include "server/limits.h"
#include "shared/api/json_writer.h"

#include <QCryptographicHash>

#include <algorithm>

namespace cargo::kyc {

namespace {
constexpr int kDocumentWidthPixels = 2400; // small print stays readable

Error notNow(KycStatus status)
{
    return {ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(kycStatusWord(status))};
}

// An application of this user's that still takes documents.
Result<Application> mineOf(const Result<std::optional<Application>> &found, UserId user)
{
    CARGO_TRY(found);
    if (!found->has_value() || (*found)->user != user)
        return ErrorCode::NotFound;
    if ((*found)->status != KycStatus::Draft && (*found)->status != KycStatus::Retry)
        return notNow((*found)->status);
    return **found;
}

struct TakenPicture
{
    DocumentRow document;
    QByteArray receivedSha256; // hex, of the bytes that came
};

// On the CPU pool: what is kept is our own encoding of the pixels, encrypted before it touches the store.
Result<TakenPicture> takePicture(vault::Vault &vault, DocumentRow document, const QString &path)
{
    const auto read = readUpload(path, limits::kImageUploadBytes);
    CARGO_TRY(read);
    const QByteArray &bytes = *read;
    const auto pixels = images::decodeUpload(bytes, kDocumentWidthPixels);
    CARGO_TRY(pixels);
    const QByteArray jpeg = images::toJpeg(*pixels);
    if (jpeg.isEmpty())
        return {ErrorCode::InvalidFormat, QStringLiteral("file"), QStringLiteral("the image cannot be encoded")};
    auto stored = vault.put(document.id, jpeg);
    CARGO_TRY(stored);
    document.width = pixels->width();
    document.height = pixels->height();
    document.warnings = pictures::photoWarnings(*pixels);
    document.fileSha256 = stored->fileSha256;
    document.wrappedKey = stored->wrappedKey;
    document.keyId = stored->keyId;
    return TakenPicture{std::move(document), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()};
}

bool isNeeded(const Application &application, DocumentKind kind)
{
    const auto needed = documentsNeeded(application.ofDriver);
    return std::find(needed.begin(), needed.end(), kind) != needed.end();
}
} // namespace

QCoro::Task<Result<Answer>> KycService::begin(CallContextPtr context)
{
    const UserId me = context->principal->user;
    if (context->principal->role == Role::Staff)
        co_return ErrorCode::Forbidden;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto user = co_await m_users.lockActive(*tx, me); // of two who begin at once, the second finds the first one's
    CARGO_CO_TRY(user);
    const auto last = co_await m_store.latest(*tx, me);
    CARGO_CO_TRY(last);
    if (last->has_value() && (*last)->isOpen())
        co_return Answer{200, applicationJson(**last, Reader::User)};
    if (last->has_value())
        co_return notNow((*last)->status);
    if (user->kycTier >= 2)
        co_return notNow(KycStatus::Approved);
    Application fresh;
    fresh.createdAt = m_runtime.clock.now();
    fresh.id = newUuid(fresh.createdAt);
    fresh.user = me;
    fresh.ofDriver = context->principal->role == Role::Driver;
    CARGO_CO_TRY(co_await m_store.insert(*tx, fresh));
    Answer answer{201, applicationJson(fresh, Reader::User)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<QByteArray>> KycService::current(CallContextPtr context)
{
    const auto last = co_await m_store.latest(context, context->principal->user);
    CARGO_CO_TRY(last);
    if (!last->has_value())
        co_return ErrorCode::NotFound;
    co_return applicationJson(**last, Reader::User);
}

QCoro::Task<Result<Application>> KycService::mine(db::Transaction tx, Uuid id)
{
    co_return mineOf(co_await m_store.lock(tx, id), tx.context()->principal->user);
}

QCoro::Task<Result<QByteArray>> KycService::addDocument(CallContextPtr context, Uuid id, QString kind, QString path)
{
    // Looked at before the picture is decoded, and again under the lock.
    const auto found = mineOf(co_await m_store.find(context, id), context->principal->user);
    CARGO_CO_TRY(found);
    const auto known = documentKindFromWord(kind);
    if (!known || !isNeeded(*found, *known))
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("kind"), {}};

    DocumentRow wanted;
    wanted.createdAt = m_runtime.clock.now();
    wanted.id = newUuid(wanted.createdAt);
    wanted.application = id;
    wanted.kind = *known;
    vault::Vault *vault = &m_vault;
    const auto work = [vault, wanted, path] { return takePicture(*vault, wanted, path); };
    auto taken = co_await m_runtime.cpu.run(work);
    CARGO_CO_TRY(taken);
    const DocumentRow document = taken->document;

    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto application = co_await mine(*tx, id);
    CARGO_CO_TRY(application);
    const auto old = co_await m_store.put(*tx, document);
    CARGO_CO_TRY(old);
    CARGO_CO_TRY(co_await FilesJob::dropLater(*tx, *old));
    const QByteArray answer = documentJson(document, taken->receivedSha256);
    CARGO_CO_TRY(co_await jobs::remember(*tx, 201, answer));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<Answer>> KycService::submit(CallContextPtr context, Uuid id)
{
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    auto application = co_await mine(*tx, id);
    CARGO_CO_TRY(application);
    if (!application->missing().empty())
        co_return Error{ErrorCode::Required, QStringLiteral("documents"), {}};
    application->status = KycStatus::InReview;
    application->submittedAt = now;
    application->submissions += 1;
    CARGO_CO_TRY(co_await m_store.save(*tx, *application, now));
    CARGO_CO_TRY(co_await m_checks.begin(*tx, *application));
    api::JsonWriter details;
    details.beginObject().field("application_id", id).field("submission", application->submissions).endObject();
    audit::AuditEvent event{application->user.uuid, "kyc.submitted", application->user, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    Answer answer{200, applicationJson(*application, Reader::User)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

} // namespace cargo::kyc
