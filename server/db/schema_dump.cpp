#include "server/db/embedded_cluster.h"
#include "server/db/migrator.h"

#include <QProcess>

#include <map>

namespace cargo::db {

using namespace Qt::Literals;

namespace {

const QByteArray kTables = R"(
    select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        coalesce((select true from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any(i.indkey)), false),
        exists (select 1 from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey))
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relname <> 'schema_migrations'
    order by c.relname collate "C", a.attnum)";

const QByteArray kReferences = R"(
    select t.relname, c.relname,
        (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a
            where a.attrelid = f.conrelid and a.attnum = any(f.conkey)),
        exists (select 1 from pg_index i where i.indrelid = f.conrelid and i.indisunique and i.indpred is null
            and i.indkey::smallint[] @> f.conkey and f.conkey @> i.indkey::smallint[]),
        (select bool_and(a.attnotnull) from pg_attribute a where a.attrelid = f.conrelid and a.attnum = any(f.conkey))
    from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
        join pg_namespace n on n.oid = c.relnamespace
    where f.contype = 'f' and n.nspname = 'public'
    order by t.relname collate "C", c.relname collate "C", 3)";

// "timestamp with time zone" and "numeric(10,2)" are not words; a diagram wants one.
QByteArray typeWord(QByteArray type)
{
    type.replace("timestamp with time zone", "timestamptz").replace("character varying", "varchar");
    type.replace("double precision", "float8").replace("[]", "_array").replace("bigint", "int8").replace("smallint", "int2");
    type.replace('(', '_').replace(')', "").replace(',', '_').replace(' ', '_');
    return type;
}

bool isNoise(const QByteArray &line)
{
    return line.startsWith("--") || line.startsWith("SET ") || line.startsWith("SELECT pg_catalog.set_config")
           || line.startsWith("\\restrict") || line.startsWith("\\unrestrict");
}

} // namespace

Result<QByteArray> dumpSchema(const QByteArray &url, const QString &binFolder)
{
    const QString bin = binFolder.isEmpty() ? EmbeddedCluster::findBinaries() : binFolder;
    QProcess dump;
    dump.start(bin + u"/pg_dump"_s, {u"--schema-only"_s, u"--no-owner"_s, u"--no-privileges"_s, u"--schema=public"_s,
                                     u"--exclude-table=schema_migrations"_s, u"--dbname"_s, QString::fromUtf8(url)});
    if (!dump.waitForFinished(60'000) || dump.exitStatus() != QProcess::NormalExit || dump.exitCode() != 0)
        return Error{ErrorCode::Unavailable, {}, u"pg_dump failed: "_s + QString::fromLocal8Bit(dump.readAllStandardError())};
    QByteArray text(
        "-- The schema after all migrations. Written by `cargod migrate --dump-schema`, compared by a test; do not edit.\n");
    bool blank = false;
    for (const QByteArray &line : dump.readAllStandardOutput().split('\n')) {
        if (isNoise(line) || line == "CREATE SCHEMA public;")
            continue;
        if (line.isEmpty()) {
            blank = true;
            continue;
        }
        if (std::exchange(blank, false))
            text.append('\n');
        text.append(line).append('\n');
    }
    return text;
}

Result<QByteArray> erDiagram(const QByteArray &url)
{
    auto connection = BlockingConnection::open(url);
    if (!connection)
        return connection.error();
    const auto columns = connection->execute(kTables);
    if (!columns)
        return columns.error();
    const auto references = connection->execute(kReferences);
    if (!references)
        return references.error();

    QByteArray text(
        "# Tables\n\nWritten by `cargod migrate --er-diagram` from the migrated schema, compared by a test; do not edit.\n\n"
        "```mermaid\nerDiagram\n");
    for (int row = 0; row < references->count(); ++row) {
        text.append("    ").append(references->bytes(row, 0)).append(references->boolean(row, 4) ? " ||--" : " |o--");
        text.append(references->boolean(row, 3) ? "o| " : "o{ ").append(references->bytes(row, 1));
        text.append(" : \"").append(references->bytes(row, 2)).append("\"\n");
    }
    QByteArray table;
    for (int row = 0; row < columns->count(); ++row) {
        if (columns->bytes(row, 0) != table) {
            if (!table.isEmpty())
                text.append("    }\n");
            table = columns->bytes(row, 0);
            text.append("    ").append(table).append(" {\n");
        }
        text.append("        ").append(typeWord(columns->bytes(row, 2))).append(' ').append(columns->bytes(row, 1));
        const bool primary = columns->boolean(row, 4);
        const bool foreign = columns->boolean(row, 5);
        text.append(primary && foreign ? " PK, FK" : primary ? " PK" : foreign ? " FK" : "");
        text.append(!primary && !columns->boolean(row, 3) ? " \"null\"\n" : "\n");
    }
    return text.append(table.isEmpty() ? "```\n" : "    }\n```\n");
}

} // namespace cargo::db
