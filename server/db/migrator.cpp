#include "server/db/migrator.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRegularExpression>

#include <algorithm>
#include <map>

// Q_INIT_RESOURCE stands outside of every namespace. Needed because the server is a static library.
static void initMigrationResource() { Q_INIT_RESOURCE(migrations); }

namespace cargo::db {

namespace {
Q_LOGGING_CATEGORY(lcMigrate, "cargo.db.migrate")

constexpr const char *kCreateTable = R"(
    create table if not exists schema_migrations (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default clock_timestamp()
    ))";
} // namespace

std::vector<Migration> Migrator::builtIn()
{
    initMigrationResource();
    static const QRegularExpression form(QStringLiteral("^(\\d{4})_[a-z0-9_]+\\.sql$"));
    std::vector<Migration> migrations;
    const QDir folder(QStringLiteral(":/migrations"));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        const auto match = form.match(name);
        QFile file(folder.filePath(name));
        if (!match.hasMatch() || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray sql = file.readAll();
        migrations.push_back(
            {match.captured(1).toInt(), name, sql, QCryptographicHash::hash(sql, QCryptographicHash::Sha256).toHex()});
    }
    std::sort(migrations.begin(), migrations.end(), [](const Migration &a, const Migration &b) { return a.number < b.number; });
    return migrations;
}

QByteArray Migrator::fingerprint(const std::vector<Migration> &migrations)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const Migration &migration : migrations) {
        hash.addData(migration.name.toUtf8());
        hash.addData(migration.checksum);
    }
    return hash.result().toHex();
}

Result<std::vector<const Migration *>> Migrator::missing(BlockingConnection &connection) const
{
    const auto conflict = [](const QString &detail) { return Error{ErrorCode::Conflict, {}, detail}; };
    for (size_t i = 1; i < m_migrations.size(); ++i) {
        if (m_migrations[i].number == m_migrations[i - 1].number)
            return conflict(QStringLiteral("two migrations have the number of ") + m_migrations[i].name);
    }
    const auto rows = connection.execute("select number, name, checksum from schema_migrations order by number");
    if (!rows)
        return rows.error();
    std::map<int, int> applied;
    for (int i = 0; i < rows->count(); ++i)
        applied[rows->int32(i, 0)] = i;

    std::vector<const Migration *> missing;
    for (const Migration &migration : m_migrations) {
        const auto found = applied.find(migration.number);
        if (found == applied.end()) {
            missing.push_back(&migration);
            continue;
        }
        if (rows->bytes(found->second, 2) != migration.checksum) {
            return conflict(QStringLiteral("migration ") + migration.name
                            + QStringLiteral(" was changed after it had been applied; add a new file instead"));
        }
        applied.erase(found);
    }
    if (!applied.empty()) {
        return conflict(QStringLiteral("the database knows migration ") + rows->text(applied.begin()->second, 1)
                        + QStringLiteral(", this program does not: it is older than the database"));
    }
    return missing;
}

Result<QStringList> Migrator::pending(const QByteArray &url) const
{
    auto connection = BlockingConnection::open(url);
    if (!connection)
        return connection.error();
    QStringList names;
    const auto exists = connection->execute("select to_regclass('schema_migrations') is not null");
    if (!exists)
        return exists.error();
    if (!exists->boolean(0, 0)) {
        for (const Migration &migration : m_migrations)
            names.append(migration.name);
        return names;
    }
    const auto list = missing(*connection);
    if (!list)
        return list.error();
    for (const Migration *migration : *list)
        names.append(migration->name);
    return names;
}

Result<Migrator::Report> Migrator::migrate(const QByteArray &url) const
{
    auto connection = BlockingConnection::open(url);
    if (!connection)
        return connection.error();
    Report report;
    report.known = int(m_migrations.size());
    const QByteArray number = QByteArray::number(kLockNumber);
    if (const auto locked = connection->execute("select pg_advisory_lock(" + number + ')'); !locked)
        return locked.error();
    if (const auto made = connection->execute(kCreateTable); !made)
        return made.error();
    const auto list = missing(*connection);
    if (!list)
        return list.error();
    for (const Migration *migration : *list) {
        Result<Rows> step = connection->execute("begin");
        if (step)
            step = connection->execute(migration->sql);
        if (step) {
            Params params = Params::of(migration->number, migration->name, migration->checksum);
            step = connection->run("insert into schema_migrations (number, name, checksum) values ($1, $2, $3)", params);
        }
        if (step)
            step = connection->execute("commit");
        if (!step) {
            return Error{step.code(),
                         {},
                         QStringLiteral("migration ") + migration->name + QStringLiteral(" failed: ")
                             + QString::fromUtf8(connection->lastMessage())};
        }
        qCInfo(lcMigrate, "applied %s", qPrintable(migration->name));
        report.applied.append(migration->name);
    }
    if (const auto unlocked = connection->execute("select pg_advisory_unlock(" + number + ')'); !unlocked)
        return unlocked.error();
    return report;
}

} // namespace cargo::db
