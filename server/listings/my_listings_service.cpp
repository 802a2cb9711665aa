#include "server/listings/my_listings_service.h"

#include "server/jobs/idempotency.h"
#include "server/limits.h"
#include "server/listings/import/import_row.h"
#include "shared/api/json_writer.h"

#include <QBuffer>

namespace cargo::listings {

namespace {
constexpr int kShownDays = 30;

Outcome requireDriver(const CallContextPtr &context)
{
    if (context->principal->role != Role::Driver)
        return {ErrorCode::Forbidden, {}, QStringLiteral("only drivers have listings")};
    return ok();
}

struct ImportLine
{
    qint64 line = 0;
    QString title;
    std::shared_ptr<Listing> listing; // null: the row is bad
    QByteArray externalId;
    Error error;
    bool added = false;
};

// Reads the table without touching the database. The error is of the whole; problems of rows stand in their lines.
Result<std::vector<ImportLine>> readLines(QByteArray csv, UserId driver, Timestamp now)
{
    // Spreadsheets of many countries write semicolons.
    const QByteArray head = csv.left(csv.indexOf('\n'));
    const char separator = head.count(';') > head.count(',') ? ';' : ',';
    QBuffer buffer(&csv);
    buffer.open(QIODevice::ReadOnly);
    CsvReader reader(&buffer, separator);
    CsvRecord record;
    if (!reader.next(&record) || !record.problem.isEmpty())
        return {ErrorCode::InvalidFormat, QStringLiteral("csv"), QStringLiteral("no header line")};
    const auto mapping = ImportMapping::make(record.fields, {}, {});
    if (!mapping.ok())
        return {mapping.code(), QStringLiteral("csv"), mapping.error().field};
    std::vector<ImportLine> lines;
    ImportIds ids;
    while (reader.next(&record)) {
        if (int(lines.size()) == limits::kImportRows)
            return {ErrorCode::TooLong, QStringLiteral("csv"), QStringLiteral("at most %1 rows").arg(limits::kImportRows)};
        ImportLine line;
        line.line = record.line;
        auto data = checkedRow(*mapping, record, now);
        line.externalId = ids.idOf(*mapping, record);
        if (data.ok() && line.externalId.size() > kMaxExternalIdBytes)
            data = Error{ErrorCode::TooLong, QStringLiteral("external_id"), {}};
        if (data.ok()) {
            line.title = data->brand + u' ' + data->model + u", " + QString::number(data->year);
            line.listing = std::make_shared<Listing>();
            line.listing->id = ListingId::make(now);
            line.listing->driver = driver;
            line.listing->data = std::move(*data);
            line.listing->createdAt = line.listing->updatedAt = now;
        } else {
            line.title = QString::fromUtf8(record.raw.left(80));
            line.error = data.error();
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

QByteArray reportOf(Uuid id, const std::vector<ImportLine> &lines)
{
    int added = 0, known = 0, bad = 0;
    api::JsonWriter rows(4096);
    rows.beginArray();
    for (const ImportLine &line : lines) {
        const char *outcome = !line.listing ? "bad" : line.added ? "added" : "known";
        ++(!line.listing ? bad : line.added ? added : known);
        rows.beginObject().field("line", line.line).field("outcome", outcome).field("title", line.title);
        if (line.added)
            rows.field("listing_id", line.listing->id);
        if (!line.listing)
            rows.field("field", line.error.field).field("code", errorWord(line.error.code)).field("detail", line.error.detail);
        rows.endObject();
    }
    rows.endArray();
    api::JsonWriter out(4096);
    out.beginObject().field("id", id).field("added", added).field("known", known).field("bad", bad);
    out.key("rows").raw(rows.take()).endObject();
    return out.take();
}

void writeNumbers(api::JsonWriter &out, const ListingDay &day)
{
    out.field("views", day.views).field("favourites", day.favourites).field("chats", day.chats).field("deals", day.deals);
}
} // namespace

QCoro::Task<Result<QByteArray>> MyListingsService::numbers(CallContextPtr context, ListingId id)
{
    CARGO_CO_TRY(requireDriver(context));
    const auto days = co_await m_store.numbers(context, id, context->principal->user, m_runtime.clock.now(), kShownDays);
    CARGO_CO_TRY(days);
    api::JsonWriter out(4096);
    out.beginObject().key("totals").beginObject();
    writeNumbers(out, days->front());
    out.endObject().key("days").beginArray();
    for (size_t at = 1; at < days->size(); ++at) {
        out.beginObject().field("day", (*days)[at].day);
        writeNumbers(out, (*days)[at]);
        out.endObject();
    }
    out.endArray().endObject();
    co_return out.take();
}

QCoro::Task<Result<QByteArray>> MyListingsService::import(CallContextPtr context, QByteArray csv)
{
    CARGO_CO_TRY(requireDriver(context));
    const Timestamp now = m_runtime.clock.now();
    auto lines = readLines(std::move(csv), context->principal->user, now);
    CARGO_CO_TRY(lines);
    const auto tx = co_await m_runtime.db.begin(context);
    CARGO_CO_TRY(tx);
    for (ImportLine &line : *lines) {
        if (!line.listing)
            continue;
        const auto added = co_await m_listings.insertImported(*tx, line.listing, line.externalId);
        CARGO_CO_TRY(added);
        line.added = *added;
    }
    const Uuid id = newUuid(now);
    const QByteArray report = reportOf(id, *lines);
    CARGO_CO_TRY(co_await m_store.keepReport(*tx, id, context->principal->user, report, now));
    CARGO_CO_TRY(co_await jobs::remember(*tx, 201, report));
    CARGO_CO_TRY(co_await tx->commit());
    co_return report;
}

QCoro::Task<Result<QByteArray>> MyListingsService::report(CallContextPtr context, Uuid id)
{
    CARGO_CO_TRY(requireDriver(context));
    co_return co_await m_store.report(context, id, context->principal->user);
}

} // namespace cargo::listings
