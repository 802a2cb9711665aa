#include "server/appeals/appeal_store.h"

namespace cargo::appeals {

namespace {
#define CARGO_APPEAL                                                                                                             \
    "case when a.id is not null then json_build_object('id', a.id, 'text', a.text, 'created_at', "                               \
    "rfc3339(a.created_at)"                                                                                                      \
    ", 'outcome', a.outcome, 'answer', a.answer, 'decided_at', "                                                                 \
    "rfc3339(a.decided_at)"                                                                                                      \
    ") end"
#define CARGO_DECISION                                                                                                           \
    "'id', d.id, 'kind', d.kind, 'subject_id', d.subject_id, 'outcome', d.outcome, 'reason_code', d.reason_code, "               \
    "'rule', d.rule, 'text', d.text, 'decided_at', "                                                                             \
    "rfc3339(d.decided_at)"                                                                                                      \
    ", 'holds_until', "                                                                                                          \
    "rfc3339(d.holds_until)"                                                                                                     \
    ", 'overturned_at', "                                                                                                        \
    "rfc3339(d.overturned_at)"                                                                                                   \
    ", 'may_appeal_until', "                                                                                                     \
    "case when a.id is null and d.overturned_at is "                                                                             \
    "null then "                                                                                                                 \
    "rfc3339(d.appeal_until)"                                                                                                    \
    " end, "                                                                                                                     \
    "'appeal', " CARGO_APPEAL
#define CARGO_FROM " from user_decisions d left join appeals a on a.decision_id = d.id "
const db::Query kMine{"appeals.decisions", "select d.id, json_build_object(" CARGO_DECISION ")" CARGO_FROM
                                           "where d.user_id = $1 and ($2::uuid is null or d.id < $2::uuid) "
                                           "order by d.id desc limit $3"};
const db::Query kOne{"appeals.decision",
                     "select json_build_object(" CARGO_DECISION ")" CARGO_FROM "where d.id = $1 and d.user_id = $2"};
const db::Query kBan{"appeals.ban", "select d.id, json_build_object(" CARGO_DECISION ")" CARGO_FROM
                                    "where d.user_id = $1 and d.kind = 'ban' and d.overturned_at is null "
                                    "order by d.id desc limit 1"};
const db::Query kAppeal{"appeals.case",
                        "select json_build_object('id', a.id, 'text', a.text, 'created_at', rfc3339(a.created_at), 'outcome', "
                        "a.outcome, 'answer', a.answer, 'decided_at', rfc3339(a.decided_at), 'user', u.card, 'decided_by', "
                        "case when s.id is not null then json_build_object('id', s.id, 'name', s.display_name) end, 'decision', "
                        "json_build_object(" CARGO_DECISION
                        "), 'history', (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'outcome', "
                        "h.outcome, 'reason_code', h.reason_code, 'decided_at', rfc3339(h.decided_at), 'overturned', "
                        "h.overturned_at is not null) order by h.id desc), '[]') from (select * from user_decisions where "
                        "user_id = d.user_id and id <> d.id order by id desc limit 20) h))" CARGO_FROM
                        "join users u on u.id = d.user_id left join users s on s.id = d.decided_by where a.id = $1"};
#undef CARGO_FROM
#undef CARGO_DECISION
#undef CARGO_APPEAL
#define CARGO_COLUMNS                                                                                                            \
    "d.id, d.user_id, d.kind, d.subject_id, d.decided_by, d.appeal_until, d.overturned_at is not null, "                         \
    "exists (select from appeals x where x.decision_id = d.id)"
const db::Query kLock{"appeals.lock_decision",
                      "select " CARGO_COLUMNS " from user_decisions d where d.id = $1 for no key update"};
const db::Query kLockAppeal{"appeals.lock", "select " CARGO_COLUMNS ", a.decided_at is not null from appeals a "
                                            "join user_decisions d on d.id = a.decision_id where a.id = $1 for no key update"};
#undef CARGO_COLUMNS
const db::Query kInsert{"appeals.insert", "insert into appeals (id, decision_id, text, created_at) values ($1, $2, $3, $4)"};
const db::Query kClose{"appeals.close",
                       "update appeals set decided_at = $2, decided_by = $3, outcome = $4, answer = $5 where id = $1"};
const db::Query kOverturn{"appeals.overturn", "update user_decisions set overturned_at = $2 where id = $1"};

Decision decisionAt(const db::Rows &rows)
{
    return {rows.uuid(0, 0),      rows.id<UserId>(0, 1), rows.bytes(0, 2),  rows.uuid(0, 3), rows.optionalId<UserId>(0, 4),
            rows.timestamp(0, 5), rows.boolean(0, 6),    rows.boolean(0, 7)};
}
} // namespace

QCoro::Task<Result<AppealStore::Page>> AppealStore::decisionsOf(CallContextPtr context, UserId user, std::optional<Uuid> before,
                                                                int limit)
{
    const auto rows = co_await m_db.query(context, kMine, user, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<Uuid>(*rows, limit);
}

QCoro::Task<Result<QByteArray>> AppealStore::decision(CallContextPtr context, Uuid id, UserId user)
{
    const auto rows = co_await m_db.query(context, kOne, id, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<std::optional<Ban>>> AppealStore::ban(CallContextPtr context, UserId user)
{
    const auto rows = co_await m_db.query(context, kBan, user);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return std::optional<Ban>();
    co_return std::optional<Ban>(Ban{rows->uuid(0, 0), rows->bytes(0, 1)});
}

QCoro::Task<Result<Decision>> AppealStore::lock(db::Transaction tx, Uuid decision)
{
    const auto rows = co_await tx.run(kLock, decision);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return decisionAt(*rows);
}

QCoro::Task<Outcome> AppealStore::insert(db::Transaction tx, Uuid id, Uuid decision, QString text, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kInsert, id, decision, text, now));
    co_return ok();
}

QCoro::Task<Result<Appeal>> AppealStore::lockAppeal(db::Transaction tx, Uuid id)
{
    const auto rows = co_await tx.run(kLockAppeal, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return Appeal{id, decisionAt(*rows), rows->boolean(0, 8)};
}

QCoro::Task<Outcome> AppealStore::close(db::Transaction tx, Appeal appeal, QString outcome, QString answer, UserId by,
                                        Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kClose, appeal.id, now, by, outcome, answer));
    if (outcome == QLatin1String("overturn"))
        CARGO_CO_TRY(co_await tx.run(kOverturn, appeal.decision.id, now));
    co_return ok();
}

QCoro::Task<Result<QByteArray>> AppealStore::appeal(CallContextPtr context, Uuid id)
{
    const auto rows = co_await m_db.query(context, kAppeal, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

} // namespace cargo::appeals
