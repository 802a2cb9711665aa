#include "server/commands/command.h"
#include "server/commands/open_database.h"
#include "server/commands/task_runner.h"

#include "server/app.h"
#include "server/audit/audit_verify.h"
#include "server/ledger/ledger_service.h"

#include <QTextStream>

namespace cargo::commands {

int auditVerify(const QStringList &arguments)
{
    const auto settings = settingsOrComplain(arguments);
    if (!settings)
        return 2;
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    auto connection = db::BlockingConnection::open(database->url());
    if (!connection)
        return complain(connection.error());
    const auto report = audit::verify(*connection);
    if (!report)
        return complain(report.error());
    QTextStream out(stdout);
    for (const audit::Broken &broken : report->broken)
        out << "broken " << broken.what << " at " << broken.stream.toString() << " number " << broken.seq << '\n';
    out << report->entries << " entries in " << report->streams << " chains, " << report->broken.size() << " broken\n";
    return report->broken.empty() ? 0 : 1;
}

int ledgerVerify(const QStringList &arguments)
{
    const auto settings = settingsOrComplain(arguments);
    if (!settings)
        return 2;
    const auto database = OpenDatabase::open(*settings);
    if (!database)
        return complain(database.error());
    const SystemClock clock;
    TaskRunner runner(*settings, database->url(), clock);
    const auto differences = runner.run(ledger::verify(&runner.runtime().db, runner.call()));
    if (!differences)
        return complain(differences.error());
    QTextStream out(stdout);
    for (const ledger::Difference &difference : *differences)
        out << QString::fromUtf8(difference.deal) << ' ' << QString::fromUtf8(difference.what) << ": "
            << QString::fromUtf8(difference.detail) << '\n';
    out << differences->size() << " differences\n";
    return differences->empty() ? 0 : 1;
}

} // namespace cargo::commands
