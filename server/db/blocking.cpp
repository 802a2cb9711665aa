#include "server/db/blocking.h"

#include "server/db/connect_options.h"
#include "server/db/sql_error.h"

#include <QVarLengthArray>

#include <libpq-fe.h>

#include <cstring>

namespace cargo::db {

namespace {
void ignoreNotice(void *, const PGresult *) {}
} // namespace

void BlockingConnection::Finish::operator()(pg_conn *connection) const { PQfinish(connection); }

Result<BlockingConnection> BlockingConnection::open(const QByteArray &url)
{
    const ConnectOptions options(url, 0, "cargod-tool");
    BlockingConnection connection(PQconnectdbParams(options.keywords(), options.values(), 1));
    if (PQstatus(connection.handle()) != CONNECTION_OK)
        return Error{ErrorCode::Unavailable, {}, QString::fromUtf8(PQerrorMessage(connection.handle())).trimmed()};
    PQsetNoticeReceiver(connection.handle(), ignoreNotice, nullptr);
    return connection;
}

Result<Rows> BlockingConnection::take(pg_result *result)
{
    const ExecStatusType status = PQresultStatus(result);
    if (status == PGRES_TUPLES_OK || status == PGRES_COMMAND_OK || status == PGRES_EMPTY_QUERY) {
        m_lastMessage.clear();
        return Rows(result);
    }
    m_lastMessage = QByteArray(result ? PQresultErrorMessage(result) : PQerrorMessage(handle())).trimmed();
    const Error error = errorOf(result, "blocking");
    PQclear(result);
    return error;
}

Result<Rows> BlockingConnection::execute(const QByteArray &sql) { return take(PQexec(handle(), sql.constData())); }

Result<Rows> BlockingConnection::run(const QByteArray &sql, const Params &params)
{
    QVarLengthArray<const char *, 24> values;
    for (const QByteArray &value : params.values())
        values.append(value.isNull() ? nullptr : value.constData());
    return take(PQexecParams(handle(), sql.constData(), int(values.size()), nullptr, values.constData(), nullptr, nullptr, 0));
}

Outcome BlockingConnection::prepare(const QByteArray &name, const QByteArray &sql)
{
    CARGO_TRY(take(PQprepare(handle(), name.constData(), sql.constData(), 0, nullptr)));
    return ok();
}

QByteArray quotedLiteral(const QByteArray &text)
{
    QByteArray quoted("'");
    for (const char c : text) {
        if (c == '\'')
            quoted.append('\'');
        quoted.append(c);
    }
    return quoted.append('\'');
}

QByteArray quotedName(const QByteArray &name)
{
    QByteArray quoted("\"");
    for (const char c : name) {
        if (c == '"')
            quoted.append('"');
        quoted.append(c);
    }
    return quoted.append('"');
}

QByteArray withDatabase(const QByteArray &url, const QByteArray &database)
{
    // Through libpq's own parser, so that URIs and keyword strings work alike.
    QByteArray result;
    PQconninfoOption *list = PQconninfoParse(url.constData(), nullptr);
    for (const PQconninfoOption *option = list; option && option->keyword; ++option) {
        if (!option->val || std::strcmp(option->keyword, "dbname") == 0)
            continue;
        QByteArray value(option->val);
        value.replace('\\', "\\\\").replace('\'', "\\'");
        result.append(option->keyword).append("='").append(value).append("' ");
    }
    PQconninfoFree(list);
    return result.append("dbname='").append(database).append('\'');
}

} // namespace cargo::db
