#pragma once

#include "server/listings/import/import_row.h"
#include "shared/domain/clock.h"
#include "shared/domain/result.h"

#include <functional>

namespace cargo::listings {

// `cargod import FILE.csv --owner EMAIL [--map column=field …] [--dry-run]`
struct ImportOptions
{
    QByteArray databaseUrl;
    QString file;
    QString ownerEmail;                           // a driver; the listings become his
    std::vector<std::pair<QString, QString>> map; // column -> field
    ImportDefaults defaults;
    bool dryRun = false;  // reads and checks everything, writes nothing
    QString reportFile;   // bad rows as CSV (line, reason); empty: standard error
    int batchRows = 5000; // committed together
};

struct ImportProgress
{
    qint64 bytesDone = 0;
    qint64 bytesTotal = 0;
    qint64 rows = 0;  // read so far, without the header
    qint64 added = 0; // in a dry run: would be good
    qint64 known = 0; // there already
    qint64 bad = 0;
    qint64 elapsedMs = 0;
};

// Called after every batch; false stops between two batches.
using ImportCallback = std::function<bool(const ImportProgress &)>;

// Brings the rows of a CSV file in as published listings. Each batch is one transaction: rows by COPY into a temporary table,
// from there into listings, and ONE outbox event "listing.changed" {"ids":[…]} for all that are new. Running it again adds
// nothing, after a kill it goes on: a row is known by (driver, external id), and a file without ids gets one from the source,
// the line's content and how often that line came before. Bad rows are told and left out.
// Blocks: for command-line tools. Errors: NotFound (file or owner, in `field`), Forbidden (owner is no driver), those of
// ImportMapping::make and of the database.
Result<ImportProgress> runImport(const ImportOptions &options, const Clock &clock, const ImportCallback &callback = {});

// Draws a bar on standard error when that is a terminal, and one line at the end.
ImportCallback terminalProgress();

} // namespace cargo::listings
