#include "server/db/copy_writer.h"

#include "server/db/sql_error.h"

#include <libpq-fe.h>

namespace cargo::db {

namespace {
constexpr qsizetype kFlushBytes = 256 * 1024;
}

CopyWriter::CopyWriter(BlockingConnection &connection, const QByteArray &table, const QByteArray &columns)
    : m_connection(&connection)
{
    QByteArray sql("copy ");
    sql.append(table).append(" (").append(columns).append(") from stdin");
    PGresult *result = PQexec(connection.handle(), sql.constData());
    m_open = PQresultStatus(result) == PGRES_COPY_IN;
    if (!m_open)
        m_problem = QString::fromUtf8(PQresultErrorMessage(result)).trimmed();
    PQclear(result);
    m_buffer.reserve(kFlushBytes + 4096);
}

CopyWriter::~CopyWriter()
{
    if (!m_open)
        return;
    PQputCopyEnd(m_connection->handle(), "given up");
    while (PGresult *result = PQgetResult(m_connection->handle()))
        PQclear(result);
}

void CopyWriter::separate()
{
    if (m_rowBegun)
        m_buffer.append('\t');
    m_rowBegun = true;
}

CopyWriter &CopyWriter::add(QByteArrayView utf8)
{
    separate();
    for (const char c : utf8) {
        switch (c) {
        case '\\': m_buffer.append("\\\\"); break;
        case '\t': m_buffer.append("\\t"); break;
        case '\n': m_buffer.append("\\n"); break;
        case '\r': m_buffer.append("\\r"); break;
        default: m_buffer.append(c);
        }
    }
    return *this;
}

CopyWriter &CopyWriter::addBytes(const QByteArray &bytes)
{
    separate();
    m_buffer.append("\\\\x").append(bytes.toHex());
    return *this;
}

CopyWriter &CopyWriter::addNull()
{
    separate();
    m_buffer.append("\\N");
    return *this;
}

Outcome CopyWriter::endRow()
{
    m_buffer.append('\n');
    m_rowBegun = false;
    return m_buffer.size() >= kFlushBytes ? flush() : ok();
}

Outcome CopyWriter::flush()
{
    if (!m_open)
        return Error{ErrorCode::Internal, {}, m_problem};
    if (!m_buffer.isEmpty() && PQputCopyData(m_connection->handle(), m_buffer.constData(), int(m_buffer.size())) != 1)
        return Error{ErrorCode::Unavailable, {}, QStringLiteral("connection lost")};
    m_buffer.resize(0);
    return ok();
}

Result<qint64> CopyWriter::finish()
{
    if (const Outcome flushed = flush(); !flushed)
        return flushed.error();
    m_open = false;
    if (PQputCopyEnd(m_connection->handle(), nullptr) != 1)
        return Error{ErrorCode::Unavailable, {}, QStringLiteral("connection lost")};
    Result<qint64> count = Error{ErrorCode::Unavailable, {}, QStringLiteral("connection lost")};
    while (PGresult *result = PQgetResult(m_connection->handle())) {
        if (PQresultStatus(result) == PGRES_COMMAND_OK)
            count = QByteArray(PQcmdTuples(result)).toLongLong();
        else
            count = errorOf(result, "copy");
        PQclear(result);
    }
    return count;
}

} // namespace cargo::db
