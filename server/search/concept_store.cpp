#include "server/search/concept_store.h"

namespace cargo::search {

namespace {
#define CARGO_CONCEPT_VERSION "select version, content from concept_versions "
const db::Query kLatest{"concepts.latest", CARGO_CONCEPT_VERSION "order by version desc limit 1"};
const db::Query kFind{"concepts.find", CARGO_CONCEPT_VERSION "where version = $1"};
#undef CARGO_CONCEPT_VERSION
const db::Query kLock{"concepts.lock", "select pg_advisory_xact_lock(hashtextextended('concepts', 54))"};
const db::Query kInsert{"concepts.insert", R"(
    insert into concept_versions (version, content, concept, restores, note, published_by, published_at)
    values ($1, $2, $3, $4, $5, $6, $7))"};
const db::Query kHistory{"concepts.history", R"(
    select c.version, json_build_object('version', c.version, 'concept', c.concept, 'restores', c.restores,
        'built_in', c.content is null, 'note', c.note,
        'published_by', json_build_object('id', u.id, 'name', u.display_name), 'published_at', rfc3339(c.published_at))
    from concept_versions c join users u on u.id = c.published_by
    where $1::bigint is null or c.version < $1::bigint order by c.version desc limit $2)"};

ConceptVersion versionOf(const db::Rows &rows)
{
    if (rows.empty())
        return {};
    return {rows.int64(0, 0), rows.isNull(0, 1) ? std::nullopt : std::optional<QByteArray>(rows.bytes(0, 1))};
}
} // namespace

QCoro::Task<Result<ConceptVersion>> ConceptStore::latest(CallContextPtr context)
{
    const auto rows = co_await m_db.query(context, kLatest);
    CARGO_CO_TRY(rows);
    co_return versionOf(*rows);
}

Result<ConceptVersion> ConceptStore::latest(db::BlockingConnection &connection)
{
    const auto rows = connection.execute(kLatest.text());
    CARGO_TRY(rows);
    return versionOf(*rows);
}

QCoro::Task<Result<ConceptVersion>> ConceptStore::lockLatest(db::Transaction tx)
{
    CARGO_CO_TRY(co_await tx.run(kLock));
    const auto rows = co_await tx.run(kLatest);
    CARGO_CO_TRY(rows);
    co_return versionOf(*rows);
}

QCoro::Task<Result<ConceptVersion>> ConceptStore::find(db::Transaction tx, qint64 version)
{
    if (version == 0)
        co_return ConceptVersion();
    const auto rows = co_await tx.run(kFind, version);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return versionOf(*rows);
}

QCoro::Task<Outcome> ConceptStore::insert(db::Transaction tx, NewConceptVersion v)
{
    CARGO_CO_TRY(co_await tx.run(kInsert, v.next.version, v.next.content, v.slug, v.restores, v.note, v.by, v.at));
    co_return ok();
}

QCoro::Task<Result<ConceptStore::Page>> ConceptStore::history(CallContextPtr context, std::optional<qint64> before, int limit)
{
    const auto rows = co_await m_db.query(context, kHistory, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<qint64>(*rows, limit);
}

} // namespace cargo::search
