#include "server/commands/command.h"
#include "server/commands/open_database.h"

#include "server/app.h"
#include "server/listings/import/import.h"

#include <QTextStream>

namespace cargo::commands {

int importListings(const QStringList &arguments)
{
    QStringList rest = arguments;
    listings::ImportOptions options;
    options.dryRun = takeFlag(rest, QStringLiteral("--dry-run"));
    options.reportFile = takeOption(rest, QStringLiteral("--report")).value_or(QString());
    options.ownerEmail = takeOption(rest, QStringLiteral("--owner")).value_or(QString());
    while (const auto pair = takeOption(rest, QStringLiteral("--map"))) {
        const qsizetype equals = pair->indexOf(u'=');
        if (equals < 1)
            return complain({ErrorCode::InvalidFormat, QStringLiteral("--map"), QStringLiteral("column=field is expected")}), 2;
        options.map.emplace_back(pair->first(equals), pair->sliced(equals + 1));
    }
    if (rest.isEmpty() || rest.first().startsWith(u"--") || options.ownerEmail.isEmpty())
        return complain({ErrorCode::Required,
                         {},
                         QStringLiteral(
                             "usage: cargod import FILE.csv --owner EMAIL [--map column=field] [--dry-run] [--report FILE]")}),
               2;
    options.file = rest.takeFirst();
    const auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    options.databaseUrl = database->url();
    const SystemClock clock;
    const auto done = listings::runImport(options, clock, listings::terminalProgress());
    if (!done)
        return complain(done.error());
    QTextStream(stdout) << done->rows << " rows, " << done->added << (options.dryRun ? " would be added, " : " added, ")
                        << done->known << " there already, " << done->bad << " left out\n";
    return 0;
}

} // namespace cargo::commands
