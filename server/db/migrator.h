#pragma once

#include "server/db/blocking.h"

#include <QStringList>

#include <vector>

namespace cargo::db {

// One file of migrations/: NNNN_name.sql.
struct Migration
{
    int number = 0;
    QString name; // the file's name
    QByteArray sql;
    QByteArray checksum; // SHA-256, hex
};

// Brings a database to the schema of this program: forward only, in the order of the numbers (gaps are fine), each file
// in a transaction of its own, under an advisory lock so that many servers may start at once. It refuses a database whose
// applied files were changed afterwards, or that a newer program has migrated. Errors are Conflict with a clear detail.
class Migrator
{
public:
    explicit Migrator(std::vector<Migration> migrations = builtIn()) : m_migrations(std::move(migrations)) {}

    // Of the advisory lock that is held meanwhile.
    static constexpr qint64 kLockNumber = 4'017'230'111;

    // The files that travel in the program, sorted.
    static std::vector<Migration> builtIn();
    // Changes with the content of any file: names the template database of the tests.
    static QByteArray fingerprint(const std::vector<Migration> &migrations);

    struct Report
    {
        QStringList applied; // files run now
        int known = 0;       // files in all
    };
    Result<Report> migrate(const QByteArray &url) const;
    // What is not applied yet, without changing anything.
    Result<QStringList> pending(const QByteArray &url) const;

private:
    Result<std::vector<const Migration *>> missing(BlockingConnection &connection) const;
    std::vector<Migration> m_migrations;
};

// The schema as pg_dump prints it, without versions, owners and comments, so that it is the same on every machine.
// Compared with migrations/schema.sql. `binFolder` holds pg_dump; empty: found as the embedded cluster finds its own.
Result<QByteArray> dumpSchema(const QByteArray &url, const QString &binFolder = {});
// docs/er-diagram.md: tables, columns and foreign keys as a Mermaid diagram.
Result<QByteArray> erDiagram(const QByteArray &url);

} // namespace cargo::db
