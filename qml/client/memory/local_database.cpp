#include "qml/client/memory/local_database.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlField>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QUuid>

namespace cargo::client {
namespace {

// SQLite's own numbers: the file is damaged, or no database at all.
bool saysBroken(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    return code == 11 || code == 26;
}

} // namespace

LocalDatabase::LocalDatabase(Plan plan) : m_plan(std::move(plan)), m_connection(QUuid::createUuid().toString()) {}

LocalDatabase::~LocalDatabase() { close(); }

void LocalDatabase::close()
{
    if (m_open)
        QSqlDatabase::database(m_connection, false).close();
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
    m_open = false;
}

bool LocalDatabase::open()
{
    if (m_open)
        return true;
    if (openFile())
        return true;
    setAside();
    return m_open || openFile();
}

bool LocalDatabase::openFile()
{
    QDir().mkpath(QFileInfo(m_plan.path).path());
    const bool closedCleanly = QFileInfo(m_plan.path + QStringLiteral("-wal")).size() == 0;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
        database.setDatabaseName(m_plan.path);
        database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=3000"));
        if (database.open()) {
            QFile::setPermissions(m_plan.path, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
            QSqlQuery query(database);
            const bool journal = query.exec(QStringLiteral("pragma journal_mode=wal"));
            query.exec(m_plan.durable ? QStringLiteral("pragma synchronous=full") : QStringLiteral("pragma synchronous=normal"));
            query.exec(QStringLiteral("pragma secure_delete=on")); // what was sent or cleared is overwritten, not only unlinked
            query.finish();
            m_open = journal && isWhole(closedCleanly) && migrate();
        }
    }
    if (!m_open)
        QSqlDatabase::removeDatabase(m_connection);
    return m_open;
}

bool LocalDatabase::isWhole(bool closedCleanly) const
{
    if (closedCleanly)
        return true;
    QSqlQuery query(QSqlDatabase::database(m_connection));
    return query.exec(QStringLiteral("pragma quick_check(1)")) && query.next()
           && query.value(0).toString() == QLatin1String("ok");
}

bool LocalDatabase::migrate()
{
    QSqlDatabase database = QSqlDatabase::database(m_connection);
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("pragma user_version")) || !query.next())
        return false;
    const int version = query.value(0).toInt();
    query.finish();
    if (version > int(m_plan.steps.size()))
        return false;
    for (size_t step = size_t(version); step < m_plan.steps.size(); ++step) {
        if (!database.transaction())
            return false;
        bool good = true;
        for (const char *statement : m_plan.steps[step])
            good = good && query.exec(QString::fromUtf8(statement));
        good = good && query.exec(QStringLiteral("pragma user_version=%1").arg(step + 1));
        query.finish();
        if (!good || !database.commit()) {
            database.rollback();
            return false;
        }
    }
    return true;
}

void LocalDatabase::setAside()
{
    ++m_setAside;
    close();
    const QString aside = m_plan.path + QStringLiteral(".aside-%1").arg(QDateTime::currentMSecsSinceEpoch());
    QFile::rename(m_plan.path, aside);
    QFile::rename(m_plan.path + QStringLiteral("-wal"), aside + QStringLiteral("-wal"));
    QFile::remove(m_plan.path + QStringLiteral("-shm"));
    if (m_plan.rescued.isEmpty() || !openFile()) {
        if (m_plan.rescued.isEmpty())
            QFile::remove(aside);
        return;
    }
    rescue(aside);
}

// Row by row, column by column as far as both know them; the first row that cannot be read ends its table.
void LocalDatabase::rescue(const QString &from)
{
    const QString name = m_connection + QStringLiteral("-aside");
    {
        QSqlDatabase old = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
        old.setDatabaseName(from);
        if (old.open()) {
            QSqlDatabase fresh = QSqlDatabase::database(m_connection);
            for (const QString &table : std::as_const(m_plan.rescued)) {
                const QSqlRecord known = fresh.record(table);
                QSqlQuery rows(old);
                rows.exec(QStringLiteral("select * from ") + table);
                while (rows.next()) {
                    const QSqlRecord row = rows.record();
                    QStringList columns, marks;
                    QVariantList values;
                    for (int at = 0; at < row.count(); ++at) {
                        if (!known.contains(row.fieldName(at)))
                            continue;
                        columns << row.fieldName(at);
                        marks << QStringLiteral("?");
                        values << row.value(at);
                    }
                    QSqlQuery insert(fresh);
                    insert.prepare(QStringLiteral("insert or ignore into %1 (%2) values (%3)")
                                       .arg(table, columns.join(QLatin1Char(',')), marks.join(QLatin1Char(','))));
                    for (const QVariant &value : std::as_const(values))
                        insert.addBindValue(value);
                    insert.exec();
                }
            }
        }
    }
    QSqlDatabase::removeDatabase(name);
}

bool LocalDatabase::run(const char *sql, const QVariantList &values, const std::function<void(const SqlRow &)> &each)
{
    if (!open())
        return false;
    QSqlError error;
    {
        QSqlQuery query(QSqlDatabase::database(m_connection));
        query.setForwardOnly(true);
        if (query.prepare(QString::fromUtf8(sql))) {
            for (const QVariant &value : values)
                query.addBindValue(value);
            if (query.exec()) {
                const SqlRow row = [&query](int column) { return query.value(column); };
                while (each && query.next())
                    each(row);
                error = query.lastError();
                if (!saysBroken(error))
                    return true;
            }
        }
        error = query.lastError();
    }
    if (saysBroken(error) && !m_inside)
        setAside();
    return false;
}

bool LocalDatabase::together(const std::function<bool()> &work)
{
    if (m_inside)
        return work();
    if (!open() || !QSqlDatabase::database(m_connection).transaction())
        return false;
    m_inside = true;
    const bool good = work();
    m_inside = false;
    QSqlDatabase database = QSqlDatabase::database(m_connection);
    if (good && database.commit())
        return true;
    database.rollback();
    return false;
}

void LocalDatabase::wipe()
{
    close();
    const QFileInfo file(m_plan.path);
    const auto found = QDir(file.path()).entryList({file.fileName() + QLatin1Char('*')}, QDir::Files | QDir::Hidden);
    for (const QString &name : found)
        QFile::remove(file.path() + QLatin1Char('/') + name);
}

} // namespace cargo::client
