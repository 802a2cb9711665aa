#include "server/documents/document_service.h"

#include "server/audit/audit.h"
#include "server/core/log.h"
#include "server/core/upload_file.h"
#include "server/images/image_codec.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/jobs/wake.h"
#include "server/limits.h"
#include "server/vault/removed_file.h"
#include "shared/api/json_reader.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>

namespace cargo::documents {

namespace {
constexpr std::array<QLatin1String, 7> kKinds{QLatin1String("contract"), QLatin1String("invoice"),   QLatin1String("title"),
                                              QLatin1String("customs"),  QLatin1String("transport"), QLatin1String("insurance"),
                                              QLatin1String("other")};
constexpr int kMaxNameCodePoints = 120;
constexpr int kPageWidthPixels = 2400; // small print stays readable
constexpr char kFileTopic[] = "documents.file_removed";

bool isPdf(const QByteArray &bytes)
{
    // A header within the first kilobyte and an end within the last, as readers take them.
    return bytes.left(1024).contains("%PDF-") && bytes.right(1024).contains("%%EOF");
}

// On the CPU pool.
Result<Document> take(vault::Vault &vault, const scan::ScanProvider &scanner, Document document, const QString &path)
{
    auto read = readUpload(path, limits::kDocumentUploadBytes);
    CARGO_TRY(read);
    QByteArray bytes = std::move(*read);
    document.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    const bool pdf = isPdf(bytes);
    if (!pdf && images::sniff(bytes) == images::ImageFormat::Unknown)
        return {ErrorCode::UnsupportedMediaType, QStringLiteral("file"), QStringLiteral("PDF, JPEG, PNG or WebP")};
    const Outcome harmless = scanner.scan(bytes);
    if (!harmless)
        return harmless.error();
    document.scanned = scanner.active();
    document.contentType = "application/pdf";
    if (!pdf) {
        const auto pixels = images::decodeUpload(bytes, kPageWidthPixels);
        CARGO_TRY(pixels);
        bytes = images::toJpeg(*pixels);
        if (bytes.isEmpty())
            return {ErrorCode::InvalidFormat, QStringLiteral("file"), QStringLiteral("the image cannot be encoded")};
        document.contentType = "image/jpeg";
    }
    document.sizeBytes = bytes.size();
    auto stored = vault.put(document.id, bytes);
    CARGO_TRY(stored);
    document.stored = std::move(*stored);
    return document;
}

Outcome takesPapers(const PapersDeal &deal, UserId who)
{
    if (!deal.has(who))
        return ErrorCode::NotFound;
    if (deal.status == "created" || deal.over)
        return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(deal.status)};
    return ok();
}

bool mayTakeBack(const PapersDeal &deal) { return !deal.over && deal.status != "disputed"; }

// A line in the talk of the two, like every other event of the deal.
QCoro::Task<Outcome> tell(db::Transaction tx, DealId deal, PapersDeal papers, Timestamp now)
{
    api::JsonWriter out;
    out.beginObject().field("deal_id", deal).field("conversation_id", papers.conversation).field("event", "document");
    out.field("status", papers.status).field("event_id", newUuid(now)).endObject();
    jobs::OutboxEvent added{"deal.document", deal.toText(), out.take()};
    co_return co_await jobs::append(std::move(tx), added);
}
} // namespace

QCoro::Task<Result<QByteArray>> DocumentService::add(CallContextPtr context, DealId deal, QString kind, QString name,
                                                     QString path)
{
    const UserId me = context->principal->user;
    const auto papers = co_await m_store.deal(context, deal);
    CARGO_CO_TRY(papers);
    CARGO_CO_TRY(takesPapers(*papers, me));
    if (std::find(kKinds.begin(), kKinds.end(), kind) == kKinds.end())
        co_return Error{ErrorCode::UnknownValue, QStringLiteral("kind"), {}};
    if (const auto wrong = api::checkText(name, false))
        co_return Error{*wrong, QStringLiteral("name"), {}};
    Document wanted;
    wanted.name = name.simplified();
    if (wanted.name.isEmpty())
        co_return Error{ErrorCode::Required, QStringLiteral("name"), {}};
    if (wanted.name.toUcs4().size() > kMaxNameCodePoints)
        co_return Error{ErrorCode::TooLong, QStringLiteral("name"), {}};
    wanted.createdAt = m_runtime.clock.now();
    wanted.id = newUuid(wanted.createdAt);
    wanted.deal = deal;
    wanted.owner = me;
    wanted.kind = kind;
    vault::Vault *vault = &m_vault;
    const scan::ScanProvider *scanner = &m_scanner;
    const auto work = [vault, scanner, wanted, path] { return take(*vault, *scanner, wanted, path); };
    const auto taken = co_await m_runtime.cpu.run(work);
    if (!taken && taken.code() == ErrorCode::Infected) {
        log::warning("documents.infected", {{"deal", deal.toText()}, {"found", taken.error().detail}});
        co_return Error{ErrorCode::Infected, QStringLiteral("file"), {}};
    }
    CARGO_CO_TRY(taken);

    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto now = co_await m_store.lockDeal(*tx, deal);
    CARGO_CO_TRY(now);
    const Outcome still = takesPapers(*now, me);
    if (!still || now->documents >= kMaxOfADeal) {
        // The file is there, and nothing will point at it.
        CARGO_CO_TRY(co_await vault::dropLater(*tx, kFileTopic, taken->id, taken->stored.fileSha256));
        CARGO_CO_TRY(co_await tx->commit());
        if (!still)
            co_return still.error();
        co_return Error{ErrorCode::OutOfRange, QStringLiteral("file"), QStringLiteral("too many papers")};
    }
    CARGO_CO_TRY(co_await m_store.insert(*tx, *taken));
    CARGO_CO_TRY(co_await tell(*tx, deal, *now, taken->createdAt));
    api::JsonWriter details;
    details.beginObject().field("document_id", taken->id).field("kind", kind).field("sha256", taken->sha256.toHex()).endObject();
    audit::AuditEvent event{deal.uuid, "deal.document_added", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    const QByteArray json = toJson(*taken, me, mayTakeBack(*now));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 201, json));
    tx->afterCommit(&jobs::wakeRelay);
    CARGO_CO_TRY(co_await tx->commit());
    co_return json;
}

QCoro::Task<Result<bool>> DocumentService::mayLook(CallContextPtr context, DealId deal, PapersDeal papers, QByteArray what)
{
    const Principal me = *context->principal;
    if (papers.has(me.user))
        co_return false;
    if (!me.may(Permission::Support) && !me.may(Permission::Finance))
        co_return ErrorCode::NotFound;
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    api::JsonWriter details;
    details.beginObject().field("document_id", what).endObject();
    audit::AuditEvent event{deal.uuid, "deal.documents_viewed", me.user, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    CARGO_CO_TRY(co_await tx->commit());
    co_return true;
}

QCoro::Task<Result<QByteArray>> DocumentService::list(CallContextPtr context, DealId deal)
{
    const auto papers = co_await m_store.deal(context, deal);
    CARGO_CO_TRY(papers);
    const auto staff = co_await mayLook(context, deal, *papers, {});
    CARGO_CO_TRY(staff);
    const auto documents = co_await m_store.list(context, deal);
    CARGO_CO_TRY(documents);
    QByteArray items("[");
    for (const Document &document : *documents) {
        if (items.size() > 1)
            items += ',';
        items += toJson(document, context->principal->user, mayTakeBack(*papers));
    }
    items += ']';
    co_return items;
}

QCoro::Task<Result<DocumentService::Opened>> DocumentService::open(CallContextPtr context, DealId deal, Uuid id)
{
    const auto papers = co_await m_store.deal(context, deal);
    CARGO_CO_TRY(papers);
    const auto document = co_await m_store.find(context, deal, id);
    CARGO_CO_TRY(document);
    const auto staff = co_await mayLook(context, deal, *papers, id.toText());
    CARGO_CO_TRY(staff);
    const vault::Vault *vault = &m_vault;
    const vault::Vault::Stored stored = document->stored;
    const auto work = [vault, id, stored] { return vault->read(id, stored); };
    const auto bytes = co_await m_runtime.cpu.run(work);
    CARGO_CO_TRY(bytes);
    co_return Opened{*document, *bytes};
}

QCoro::Task<Outcome> DocumentService::remove(CallContextPtr context, DealId deal, Uuid id)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const auto papers = co_await m_store.lockDeal(*tx, deal);
    CARGO_CO_TRY(papers);
    if (!papers->has(me))
        co_return ErrorCode::NotFound;
    const auto document = co_await m_store.find(context, deal, id);
    CARGO_CO_TRY(document);
    if (document->owner != me)
        co_return ErrorCode::Forbidden;
    if (!mayTakeBack(*papers))
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QString::fromLatin1(papers->status)};
    const auto removed = co_await m_store.remove(*tx, id, now);
    CARGO_CO_TRY(removed);
    if (!*removed)
        co_return ErrorCode::NotFound;
    CARGO_CO_TRY(co_await vault::dropLater(*tx, kFileTopic, id, document->stored.fileSha256));
    api::JsonWriter details;
    details.beginObject().field("document_id", id).endObject();
    audit::AuditEvent event{deal.uuid, "deal.document_removed", me, details.take()};
    CARGO_CO_TRY(co_await audit::append(*tx, event));
    co_return co_await tx->commit();
}

void DocumentService::registerJobs(jobs::Registry &registry)
{
    registry.onEvent(kFileTopic, "documents.drop_file",
                     [this](CallContextPtr, jobs::StoredEvent event) { return vault::dropFile(m_runtime.cpu, m_vault, event); });
}

} // namespace cargo::documents
