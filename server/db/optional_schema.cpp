#include "server/db/optional_schema.h"

#include "server/db/migrator.h"

#include <QFile>

// Q_INIT_RESOURCE stands outside of every namespace. Needed because the server is a static library.
static void initOptionalSchemaResource() { Q_INIT_RESOURCE(optional_schemas); }

namespace cargo::db {

using namespace Qt::Literals;

namespace {
Result<QByteArray> textOf(const OptionalSchema &schema)
{
    initOptionalSchemaResource();
    QFile file(u":/migrations/optional/%1.sql"_s.arg(QLatin1String(schema.file)));
    if (!file.open(QIODevice::ReadOnly))
        return {ErrorCode::Internal, {}, u"this program lacks "_s + file.fileName()};
    return file.readAll();
}
} // namespace

Outcome examine(const OptionalSchema &schema, BlockingConnection &connection)
{
    const QByteArray name(schema.extension);
    const auto rows = connection.run(
        "select exists (select from pg_extension where extname = $1), "
        "exists (select from pg_available_extensions where name = $1), "
        "coalesce((select bool_or(not superuser or trusted) from pg_available_extension_versions where name = $1), false), "
        "(select rolsuper from pg_roles where rolname = current_user), "
        "has_database_privilege(current_database(), 'create')",
        Params::of(name));
    CARGO_TRY(rows);
    const bool isThere = rows->boolean(0, 0), isOffered = rows->boolean(0, 1), isTrusted = rows->boolean(0, 2);
    const bool isSuperuser = rows->boolean(0, 3), mayCreate = rows->boolean(0, 4);
    const QString extension = QString::fromUtf8(name);
    if (isThere)
        return ok();
    if (!isOffered)
        return {
            ErrorCode::NotFound,
            {},
            u"PostgreSQL has no extension \"%1\": ./dev setup or the package postgresql-NN-pgvector brings it"_s.arg(extension)};
    if (!isSuperuser && !(isTrusted && mayCreate))
        return {
            ErrorCode::Forbidden,
            {},
            u"this role may not create the extension \"%1\": let a superuser run \"create extension %1\" in this database"_s.arg(
                extension)};
    return ok();
}

Outcome apply(const OptionalSchema &schema, const QByteArray &url)
{
    const auto text = textOf(schema);
    CARGO_TRY(text);
    auto connection = BlockingConnection::open(url);
    CARGO_TRY(connection);
    CARGO_TRY(examine(schema, *connection));
    const QByteArray lock = "select pg_advisory_xact_lock(" + QByteArray::number(Migrator::kLockNumber) + ')';
    for (const QByteArray &step : {QByteArray("begin"), lock, *text, QByteArray("commit")}) {
        if (const auto done = connection->execute(step); !done)
            return {done.code(),
                    {},
                    u"migrations/optional/%1.sql failed: "_s.arg(QLatin1String(schema.file))
                        + QString::fromUtf8(connection->lastMessage())};
    }
    return ok();
}

} // namespace cargo::db
