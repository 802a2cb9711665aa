#include "server/listings/import/import.h"

#include "server/db/copy_writer.h"
#include "server/listings/listing.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>

#include <cstdio>
#include <unistd.h>

namespace cargo::listings {

namespace {
constexpr qint64 kMaxReportedRows = 10'000;
// So many new rows make plans that were made without them bad: a running server keeps those of an empty table for hours.
constexpr qint64 kAnalyzeFrom = 1'000;

const char kFindOwner[] = "select id, role from users where lower(email) = lower($1)";
const char kMakeStage[] = "create temporary table import_stage (like listings including defaults) on commit delete rows";
#define CARGO_IMPORT_COLUMNS                                                                                                     \
    "id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency, delivery_eta_days, "            \
    "description, body_type, fuel, transmission, drive, engine_cc, power_hp, color, vin, external_id, card, detail, "            \
    "published_at, created_at, updated_at"
const char kMoveIn[] = "insert into listings (" CARGO_IMPORT_COLUMNS ") select " CARGO_IMPORT_COLUMNS
                       " from import_stage on conflict on constraint listings_external_once do nothing returning id";
const char kTell[] = "insert into outbox (topic, key, payload, created_at, available_at) "
                     "values ('listing.changed', $1, $2::json, $3, $3)";

struct ImportedRow
{
    Listing listing;
    QByteArray externalId;
};

// Bad rows, for people: to a file or to standard error, and not without end.
class BadRowReport
{
public:
    Outcome open(const QString &path)
    {
        if (path.isEmpty())
            return m_file.open(stderr, QIODevice::WriteOnly) ? ok() : Outcome(ErrorCode::Internal);
        m_file.setFileName(path);
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Truncate))
            return {ErrorCode::NotFound, QStringLiteral("report"), m_file.errorString()};
        m_file.write("line,reason\n");
        return ok();
    }
    void add(qint64 line, const QString &reason)
    {
        if (++m_count > kMaxReportedRows)
            return;
        QString quoted = reason;
        quoted.replace(u'"', QStringLiteral("\"\""));
        m_file.write(QByteArray::number(line) + ",\"" + quoted.toUtf8() + "\"\n");
        if (m_count == kMaxReportedRows)
            m_file.write("0,\"more bad rows are counted but not listed\"\n");
    }

private:
    QFile m_file;
    qint64 m_count = 0;
};

QString reasonOf(const Error &error)
{
    QString reason = QString::fromLatin1(errorWord(error.code));
    if (!error.field.isEmpty())
        reason = error.field + QStringLiteral(": ") + reason;
    return error.detail.isEmpty() ? reason : QString(reason + QStringLiteral(" (") + error.detail + u')');
}

class Import
{
public:
    Import(const ImportOptions &options, const Clock &clock, const ImportCallback &callback)
        : m_options(options), m_clock(clock), m_callback(callback)
    {
        m_timer.start();
    }

    Result<ImportProgress> run()
    {
        QFile file(m_options.file);
        if (!file.open(QIODevice::ReadOnly))
            return {ErrorCode::NotFound, QStringLiteral("file"), file.errorString()};
        m_progress.bytesTotal = file.size();
        CARGO_TRY(m_report.open(m_options.reportFile));
        auto connection = db::BlockingConnection::open(m_options.databaseUrl);
        CARGO_TRY(connection);
        m_connection = &*connection;
        CARGO_TRY(findOwner());
        if (!m_options.dryRun)
            CARGO_TRY(m_connection->execute(kMakeStage));

        CsvReader reader(&file);
        CsvRecord record;
        if (!reader.next(&record) || !record.problem.isEmpty())
            return {ErrorCode::InvalidFormat, QStringLiteral("file"), QStringLiteral("no header line")};
        const auto mapping = ImportMapping::make(record.fields, m_options.map, m_options.defaults);
        CARGO_TRY(mapping);
        bool goOn = true;
        while (goOn && reader.next(&record)) {
            ++m_progress.rows;
            take(*mapping, record);
            if (int(m_batch.size()) >= m_options.batchRows) {
                CARGO_TRY(writeBatch());
                goOn = tell(reader);
            }
        }
        if (goOn) {
            CARGO_TRY(writeBatch());
            tell(reader);
        }
        return m_progress;
    }

private:
    Outcome findOwner()
    {
        const auto rows = m_connection->run(kFindOwner, db::Params::of(m_options.ownerEmail));
        CARGO_TRY(rows);
        if (rows->empty())
            return {ErrorCode::NotFound, QStringLiteral("owner"), QStringLiteral("no such account")};
        if (rows->text(0, 1) != QLatin1String("driver"))
            return {ErrorCode::Forbidden, QStringLiteral("owner"), QStringLiteral("listings belong to drivers")};
        m_owner = rows->id<UserId>(0, 0);
        return ok();
    }

    void take(const ImportMapping &mapping, const CsvRecord &record)
    {
        auto data = checkedRow(mapping, record, m_clock.now());
        ImportedRow row;
        if (data.ok()) {
            row.externalId = m_ids.idOf(mapping, record);
            if (row.externalId.size() > kMaxExternalIdBytes)
                data = Error{ErrorCode::TooLong, QStringLiteral("external_id"), {}};
        }
        if (!data.ok()) {
            ++m_progress.bad;
            m_report.add(record.line, reasonOf(data.error()));
            return;
        }
        const Timestamp now = m_clock.now();
        row.listing.id = ListingId::make(now);
        row.listing.driver = m_owner;
        row.listing.status = listing::Status::Published;
        row.listing.data = std::move(*data);
        row.listing.publishedAt = row.listing.createdAt = row.listing.updatedAt = now;
        m_batch.push_back(std::move(row));
    }

    Outcome writeBatch()
    {
        if (m_batch.empty())
            return ok();
        if (m_options.dryRun) {
            m_progress.added += qint64(m_batch.size());
            m_batch.clear();
            return ok();
        }
        CARGO_TRY(m_connection->execute("begin"));
        Outcome written = copyBatch();
        if (!written.ok()) {
            // What failed is told; a failing roll-back would only hide it.
            const auto rolledBack = m_connection->execute("rollback");
            Q_UNUSED(rolledBack);
            return written;
        }
        CARGO_TRY(m_connection->execute("commit"));
        m_batch.clear();
        return analyze();
    }

    // Each time there are twice as many.
    Outcome analyze()
    {
        if (m_progress.added < m_analyzeAt)
            return ok();
        m_analyzeAt = m_progress.added * 2;
        CARGO_TRY(m_connection->execute("analyze listings"));
        return ok();
    }

    Outcome copyBatch()
    {
        {
            db::CopyWriter copy(*m_connection, "import_stage", CARGO_IMPORT_COLUMNS);
            for (const ImportedRow &row : m_batch)
                CARGO_TRY(copyRow(copy, row));
            CARGO_TRY(copy.finish());
        }
        const auto added = m_connection->execute(kMoveIn);
        CARGO_TRY(added);
        const int count = added->count();
        m_progress.added += count;
        m_progress.known += qint64(m_batch.size()) - count;
        if (count == 0)
            return ok();
        QByteArray payload("{\"ids\":[");
        for (int i = 0; i < count; ++i)
            payload += (i > 0 ? ",\"" : "\"") + added->bytes(i, 0) + '"';
        payload += "]}";
        const db::Params params = db::Params::of(m_owner, payload, m_clock.now());
        CARGO_TRY(m_connection->run(kTell, params));
        return ok();
    }

    static Outcome copyRow(db::CopyWriter &copy, const ImportedRow &row)
    {
        const Listing &listing = row.listing;
        const api::ListingInputDto &data = listing.data;
        const auto addMaybe = [&](const std::optional<int> &value) {
            if (value)
                copy.add(*value);
            else
                copy.addNull();
        };
        copy.add(listing.id).add(listing.driver).add(listing::word(listing.status)).add(data.brand).add(data.model);
        copy.add(data.year).add(data.mileageKm).add(data.countryFrom).add(data.price.amountMinor);
        copy.add(data.price.currency.code()).add(data.deliveryEtaDays).add(data.description).add(data.bodyType);
        copy.add(data.fuel).add(data.transmission).add(data.drive);
        addMaybe(data.engineCc);
        addMaybe(data.powerHp);
        copy.add(data.color);
        if (data.vin.isEmpty())
            copy.addNull();
        else
            copy.add(data.vin);
        copy.add(row.externalId).add(renderCard(listing)).add(renderDetail(listing));
        copy.add(*listing.publishedAt).add(listing.createdAt).add(listing.updatedAt);
        return copy.endRow();
    }

    bool tell(const CsvReader &reader)
    {
        m_progress.bytesDone = reader.bytesRead();
        m_progress.elapsedMs = m_timer.elapsed();
        return !m_callback || m_callback(m_progress);
    }

    const ImportOptions &m_options;
    const Clock &m_clock;
    const ImportCallback &m_callback;
    QElapsedTimer m_timer;
    BadRowReport m_report;
    db::BlockingConnection *m_connection = nullptr;
    UserId m_owner;
    std::vector<ImportedRow> m_batch;
    qint64 m_analyzeAt = kAnalyzeFrom;
    ImportIds m_ids;
    ImportProgress m_progress;
};
} // namespace

Result<ImportProgress> runImport(const ImportOptions &options, const Clock &clock, const ImportCallback &callback)
{
    return Import(options, clock, callback).run();
}

ImportCallback terminalProgress()
{
    if (!isatty(STDERR_FILENO))
        return {};
    return [](const ImportProgress &progress) {
        constexpr int kWidth = 32;
        const int done = progress.bytesTotal > 0 ? int(progress.bytesDone * kWidth / progress.bytesTotal) : kWidth;
        const qint64 perSecond = progress.elapsedMs > 0 ? progress.rows * 1000 / progress.elapsedMs : 0;
        std::fprintf(stderr, "\r[%-*s] %3d %%  %lld rows, %lld new, %lld known, %lld bad, %lld/s ", kWidth,
                     QByteArray(done, '#').constData(), done * 100 / kWidth, static_cast<long long>(progress.rows),
                     static_cast<long long>(progress.added), static_cast<long long>(progress.known),
                     static_cast<long long>(progress.bad), static_cast<long long>(perSecond));
        if (progress.bytesDone >= progress.bytesTotal)
            std::fputc('\n', stderr);
        return true;
    };
}

} // namespace cargo::listings
