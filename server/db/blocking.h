#pragma once

#include "server/db/params.h"
#include "server/db/rows.h"
#include "shared/domain/result.h"

#include <memory>

struct pg_conn;

namespace cargo::db {

// A connection for command-line tools, migrations and tests: it waits. Never use it on an event-loop thread.
class BlockingConnection
{
public:
    static Result<BlockingConnection> open(const QByteArray &url);

    // Any number of statements, without parameters. Answers the last result.
    Result<Rows> execute(const QByteArray &sql);
    Result<Rows> run(const QByteArray &sql, const Params &params = {});
    // Reports an error of the statement's text without running it.
    Outcome prepare(const QByteArray &name, const QByteArray &sql);
    // The last failure in PostgreSQL's own words, for people at a terminal and for tests.
    QByteArray lastMessage() const { return m_lastMessage; }
    pg_conn *handle() const { return m_pg.get(); }

private:
    struct Finish
    {
        void operator()(pg_conn *connection) const;
    };
    explicit BlockingConnection(pg_conn *connection) : m_pg(connection) {}
    Result<Rows> take(pg_result *result);

    std::unique_ptr<pg_conn, Finish> m_pg;
    QByteArray m_lastMessage;
};

// 'text' as an SQL literal and "name" as an identifier, for the few statements that take no parameters (create database).
QByteArray quotedLiteral(const QByteArray &text);
QByteArray quotedName(const QByteArray &name);
// The same URL or connection string with another database name.
QByteArray withDatabase(const QByteArray &url, const QByteArray &database);

} // namespace cargo::db
