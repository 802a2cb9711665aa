#include "server/agreements/agreement_store.h"

namespace cargo::agreements {

namespace {
const db::Query kStanding{"agreements.standing", R"(
    select p.audience, v.version, v.published_at,
        coalesce((select max(s.version) from agreement_signatures s where s.user_id = $2::uuid and s.slug = p.slug), 0),
        exists (select from users u where u.id = $2::uuid and u.created_at < v.published_at)
    from knowledge_pages p join knowledge_versions v on v.slug = p.slug and v.version = p.current_version
    where p.slug = $1 and p.kind = 'agreement' for share of p)"};
const db::Query kInsert{"agreements.insert", R"(
    insert into agreement_signatures (user_id, slug, version, signed_at, session_id, device)
    values ($1, $2, $3, $4, $5, $6) on conflict do nothing)"};
const db::Query kJson{"agreements.json", R"(
    select json_build_object('slug', slug, 'version', version, 'signed_at', rfc3339(signed_at))
    from agreement_signatures where slug = $1 and version = $2::int and user_id = $3)"};
// The moment until which the version before counts: for who signed it, or, of the first, for who was there before it.
const db::Query kList{"agreements.list", R"(
    select coalesce(json_agg(json_build_object('slug', slug, 'title', title, 'version', version, 'published_at',
        rfc3339(published_at), 'changes', changes, 'signed_version', nullif(signed, 0), 'signed_at', rfc3339(signed_at),
        'needed', signed < version, 'go_on_until', case when signed = version - 1 and (signed > 0 or before)
            and published_at + $5::bigint * interval '1 millisecond' > $4::timestamptz
            then rfc3339(published_at + $5::bigint * interval '1 millisecond') end) order by position), '[]')
    from (select p.slug, p.position, v.version, v.published_at, case when $3::bool then v.title_en else v.title_ru end as title,
            case when $3::bool then v.changes_en else v.changes_ru end as changes, coalesce(s.version, 0) as signed, s.signed_at,
            u.created_at < v.published_at as before
        from knowledge_pages p join knowledge_versions v on v.slug = p.slug and v.version = p.current_version
        join users u on u.id = $1::uuid
        left join lateral (select version, signed_at from agreement_signatures where user_id = $1::uuid and slug = p.slug
            order by version desc limit 1) s on true
        where p.kind = 'agreement' and p.audience in ($2, 'all') and $2 <> 'staff') a)"};
} // namespace

QCoro::Task<Result<std::optional<Standing>>> AgreementStore::standing(db::Transaction tx, QByteArray slug, UserId user)
{
    const auto rows = co_await tx.run(kStanding, slug, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Standing>();
    Standing found;
    found.audience = rows->bytes(0, 0);
    found.version = rows->int64(0, 1);
    found.publishedAt = rows->timestamp(0, 2);
    found.signedUpTo = rows->int64(0, 3);
    found.wasThereBefore = rows->boolean(0, 4);
    co_return std::optional<Standing>(found);
}

QCoro::Task<Result<bool>> AgreementStore::insert(db::Transaction tx, Signature signature)
{
    const QString device = signature.device.isEmpty() ? QStringLiteral("") : QString::fromUtf8(signature.device); // null is NULL
    const auto rows =
        co_await tx.run(kInsert, signature.user, signature.slug, signature.version, signature.at, signature.session, device);
    CARGO_CO_TRY(rows);
    co_return rows->affected() == 1;
}

QCoro::Task<Result<QByteArray>> AgreementStore::json(db::Transaction tx, QByteArray slug, qint64 version, UserId user)
{
    const auto rows = co_await tx.run(kJson, slug, version, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<QByteArray>> AgreementStore::list(CallContextPtr context, Reader reader)
{
    const auto rows =
        co_await m_db.query(context, kList, reader.user, reader.audience, reader.english, reader.now, reader.graceMs);
    CARGO_CO_TRY(rows);
    co_return rows->bytes(0, 0);
}

} // namespace cargo::agreements
