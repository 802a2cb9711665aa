#include "server/commands/command.h"
#include "server/commands/open_database.h"

#include "server/db/migrator.h"
#include "server/db/optional_schema.h"
#include "server/search/embedding_store.h"

#include <QTextStream>

namespace cargo::commands {

int migrate(const QStringList &arguments)
{
    QStringList rest = arguments;
    const bool dump = takeFlag(rest, QStringLiteral("--dump-schema"));
    const bool diagram = takeFlag(rest, QStringLiteral("--er-diagram"));
    const auto settings = settingsOrComplain(rest);
    if (!settings)
        return 2;
    const auto database = OpenDatabase::open(*settings, false);
    if (!database)
        return complain(database.error());
    const auto report = db::Migrator().migrate(database->url());
    if (!report)
        return complain(report.error());
    if (search::embeddingModelOf(*settings)) {
        if (const Outcome made = db::apply(db::kEmbeddingSchema, database->url()); !made)
            return complain(made.error());
    }
    QTextStream err(stderr);
    for (const QString &file : report->applied)
        err << "cargod: applied " << file << '\n';
    err << "cargod: " << report->applied.size() << " applied, " << report->known << " in all\n";
    if (dump || diagram) {
        const auto text = dump ? db::dumpSchema(database->url()) : db::erDiagram(database->url());
        if (!text)
            return complain(text.error());
        QTextStream(stdout) << QString::fromUtf8(*text);
    }
    return 0;
}

} // namespace cargo::commands
