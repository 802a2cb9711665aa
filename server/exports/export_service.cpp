#include "server/exports/export_service.h"

#include "server/exports/export_archive.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/outbox.h"
#include "server/jobs/scheduler.h"
#include "server/limits.h"
#include "shared/api/json_writer.h"
#include "shared/api/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace cargo::exports {

namespace {

constexpr char kExpiry[] = "export.expired";

constexpr char kReadme[] = "CarGo: что хранится о вас\n"
                           "=========================\n\n"
                           "data/      по файлу JSON на раздел: профиль, сеансы, сделки, сообщения, объявления и остальное\n"
                           "photos/    фотографии, которые вы загрузили\n\n"
                           "Суммы указаны в копейках (или других наименьших единицах валюты), время — UTC.\n"
                           "Записи других людей (например, их сообщения вам) в архив не входят.\n\n"
                           "CarGo: what is kept about you\n"
                           "=============================\n\n"
                           "data/      one JSON file a part: profile, sessions, deals, messages, listings and the rest\n"
                           "photos/    the photographs that you uploaded\n\n"
                           "Amounts are in minor units (kopecks, cents), times are UTC.\n"
                           "What other people wrote (their messages to you, for example) is not part of this archive.\n";

QByteArray jsonOf(const DataExport &row)
{
    api::JsonWriter out;
    out.beginObject().field("id", row.id).field("status", row.status).field("created_at", row.createdAt);
    out.field("ready_at", row.readyAt);
    if (row.status == "ready") {
        out.field("expires_at", row.expiresAt).field("size_bytes", row.sizeBytes).field("sha256", row.sha256);
        out.field("download", QByteArray(QByteArray(api::kBase) + "/me/export/" + row.id.toText() + "/archive"));
    }
    out.endObject();
    return out.take();
}

// One file a part of the records, and the profile.
std::vector<ArchiveEntry> entriesOf(const QByteArray &everything)
{
    std::vector<ArchiveEntry> entries{{QStringLiteral("README.txt"), QByteArray(kReadme), {}}};
    const QJsonObject whole = QJsonDocument::fromJson(everything).object();
    const auto addPart = [&entries](const QString &name, const QJsonValue &value) {
        const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        entries.push_back({QStringLiteral("data/") + name + QStringLiteral(".json"), document.toJson(), {}});
    };
    for (auto part = whole.constBegin(); part != whole.constEnd(); ++part) {
        if (part.key() == QLatin1String("records")) {
            const QJsonObject records = part->toObject();
            for (auto record = records.constBegin(); record != records.constEnd(); ++record)
                addPart(record.key(), *record);
        } else if (part->isObject() || part->isArray()) {
            addPart(part.key(), *part);
        }
    }
    return entries;
}

} // namespace

void ExportService::registerJobs(jobs::Registry &registry)
{
    registry.onEvent("export.requested", "exports.make",
                     [this](CallContextPtr context, jobs::StoredEvent event) { return make(context, event); });
    registry.onTimer(kExpiry, [this](CallContextPtr context, Uuid id, Timestamp) { return drop(context, id); });
    registry.onEvent("user.closed", "exports.drop", [this](CallContextPtr context, jobs::StoredEvent event) {
        return dropAllOf(context, UserId::fromText(QByteArrayView(event.event.key)).value_or(UserId{}));
    });
}

QString ExportService::pathOf(Uuid id) const
{
    return m_runtime.settings.dataDir + QStringLiteral("/exports/") + QString::fromLatin1(id.toText()) + QStringLiteral(".zip");
}

QCoro::Task<Result<Answer>> ExportService::order(CallContextPtr context)
{
    const UserId me = context->principal->user;
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    CARGO_CO_TRY(co_await m_users.lockActive(*tx, me)); // of two who ask at once, the second finds the first one's
    const auto last = co_await m_store.latest(*tx, me);
    CARGO_CO_TRY(last);
    if (last->has_value()) {
        const Timestamp next = (*last)->createdAt.plusMs(limits::kExportGapMs);
        if ((*last)->status == "queued")
            co_return Answer{202, jsonOf(**last)};
        if (next > now)
            co_return Error{ErrorCode::RateLimited, {}, QString::fromLatin1(next.toRfc3339())};
    }
    DataExport fresh;
    fresh.id = newUuid(now);
    fresh.user = me;
    fresh.status = "queued";
    fresh.createdAt = now;
    fresh.expiresAt = now.plusMs(limits::kExportKeptMs);
    CARGO_CO_TRY(co_await m_store.insert(*tx, fresh));
    jobs::OutboxEvent event{"export.requested", me.toText(), "{\"id\":\"" + fresh.id.toText() + "\"}"};
    CARGO_CO_TRY(co_await jobs::append(*tx, event));
    Answer answer{202, jsonOf(fresh)};
    CARGO_CO_TRY(co_await jobs::remember(*tx, answer.status, answer.body));
    CARGO_CO_TRY(co_await tx->commit());
    co_return answer;
}

QCoro::Task<Result<QByteArray>> ExportService::everything(CallContextPtr context)
{
    auto json = co_await m_users.exportMe(context, context->principal->user);
    CARGO_CO_TRY(json);
    const auto archive = co_await state(context);
    CARGO_CO_TRY(archive);
    json->chop(1);
    *json += ",\"archive\":" + *archive + '}';
    co_return json;
}

QCoro::Task<Result<QByteArray>> ExportService::state(CallContextPtr context)
{
    const auto last = co_await m_store.latest(context, context->principal->user);
    CARGO_CO_TRY(last);
    const bool over = last->has_value() && (*last)->expiresAt <= m_runtime.clock.now();
    if (!last->has_value() || over)
        co_return QByteArray("{\"status\":\"none\"}");
    co_return jsonOf(**last);
}

QCoro::Task<Result<ExportService::Download>> ExportService::download(CallContextPtr context, Uuid id)
{
    const auto row = co_await m_store.find(context, id);
    CARGO_CO_TRY(row);
    if (!row->has_value() || (*row)->user != context->principal->user || (*row)->status != "ready"
        || (*row)->expiresAt <= m_runtime.clock.now())
        co_return ErrorCode::NotFound;
    co_return Download{pathOf(id), (*row)->sha256};
}

// At least once, and from the start each time: what a killed process left is overwritten.
QCoro::Task<Outcome> ExportService::make(CallContextPtr context, jobs::StoredEvent event)
{
    const QJsonObject payload = QJsonDocument::fromJson(event.event.payload).object();
    const auto id = Uuid::fromText(QStringView(payload.value(QLatin1String("id")).toString()));
    if (!id)
        co_return ok();
    const auto row = co_await m_store.find(context, *id);
    CARGO_CO_TRY(row);
    if (!row->has_value() || (*row)->status != "queued")
        co_return ok();
    const UserId user = (*row)->user;
    const auto everything = co_await m_users.exportMe(context, user);
    if (!everything.ok() && everything.code() == ErrorCode::NotFound)
        co_return ok(); // he has closed his account meanwhile
    CARGO_CO_TRY(everything);
    const auto pictures = co_await m_store.picturesOf(context, user);
    CARGO_CO_TRY(pictures);
    std::vector<ArchiveEntry> entries = entriesOf(*everything);
    for (const ExportStore::Picture &picture : *pictures) {
        entries.push_back({QStringLiteral("photos/") + QString::fromLatin1(picture.id.toText()) + QStringLiteral(".jpg"),
                           {},
                           m_files.locate(picture.sha256).localPath});
    }
    const QString path = pathOf(*id);
    const auto work = [path, entries] {
        QDir().mkpath(QFileInfo(path).path());
        return writeArchive(path, entries);
    };
    auto writing = m_runtime.cpu.run(work);
    const auto written = co_await writing;
    CARGO_CO_TRY(written);
    const Timestamp now = m_runtime.clock.now();
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    const Timestamp expiresAt = now.plusMs(limits::kExportKeptMs);
    const auto marked = co_await m_store.markReady(*tx, *id, written->bytes, written->sha256, now, expiresAt);
    CARGO_CO_TRY(marked);
    if (!*marked) { // gone with the account
        QFile::remove(path);
        co_return ok();
    }
    CARGO_CO_TRY(co_await jobs::setTimer(*tx, kExpiry, *id, expiresAt));
    const QByteArray data = "{\"export_id\":\"" + id->toText() + "\"}";
    const QByteArray key = "export:" + id->toText();
    CARGO_CO_TRY(co_await jobs::notifyUser(*tx, user, "account_export_ready", data, key));
    co_return co_await tx->commit();
}

// The file first: a row without a file is only a failed download, a file without a row would stay for ever.
QCoro::Task<Outcome> ExportService::drop(CallContextPtr context, Uuid id)
{
    QFile::remove(pathOf(id));
    QFile::remove(pathOf(id) + QStringLiteral(".part"));
    co_return co_await m_store.remove(context, id);
}

QCoro::Task<Outcome> ExportService::dropAllOf(CallContextPtr context, UserId user)
{
    const auto ids = co_await m_store.idsOf(context, user);
    CARGO_CO_TRY(ids);
    for (const Uuid &id : *ids)
        CARGO_CO_TRY(co_await drop(context, id));
    co_return ok();
}

} // namespace cargo::exports
