#include "server/commands/open_database.h"

#include "server/db/migrator.h"

#include <QDir>

namespace cargo::commands {

Result<OpenDatabase> OpenDatabase::open(const config::Settings &settings, bool migrate)
{
    OpenDatabase database;
    database.m_url = settings.databaseUrl;
    if (database.m_url.isEmpty()) {
        QDir().mkpath(settings.dataDir);
        database.m_cluster = std::make_unique<db::EmbeddedCluster>(db::EmbeddedCluster::Options{settings.dataDir, 40, true});
        if (!database.m_cluster->attach()) {
            if (const Outcome started = database.m_cluster->start(); !started)
                return started.error();
        }
        database.m_url = database.m_cluster->url();
    }
    if (migrate) {
        const auto migrated = db::Migrator().migrate(database.m_url);
        if (!migrated)
            return migrated.error();
    }
    return database;
}

} // namespace cargo::commands
