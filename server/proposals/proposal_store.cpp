#include "server/proposals/proposal_store.h"

namespace cargo::proposals {

namespace {
const db::Query kInsert{"proposals.insert", R"(
    insert into proposals (id, kind, subject, title, payload, status, proposed_by, created_at)
    values ($1, $2, $3, $4, $5, 'open', $6, $7) on conflict (kind, subject) where status = 'open' do nothing)"};
const db::Query kFind{"proposals.find",
                      "select kind, subject, title, payload, status, proposed_by, created_at from proposals where id = $1"};
const db::Query kClose{"proposals.close", R"(
    update proposals set status = $2, decided_by = $3, decision_text = $4, decided_at = $5 where id = $1 and status = 'open')"};
const db::Query kVoid{"proposals.void", R"(
    update proposals set status = 'void', decided_at = $3 where kind = $1 and subject = $2 and status = 'open' returning id)"};
#define CARGO_PROPOSAL_JSON                                                                                                      \
    "json_build_object('id', p.id, 'kind', p.kind, 'subject', p.subject, 'title', p.title, 'payload', p.payload, "               \
    "'status', p.status, 'proposed_by', json_build_object('id', a.id, 'name', a.display_name), "                                 \
    "'proposed_at', rfc3339(p.created_at), 'decided_by', case when d.id is null then null else "                                 \
    "json_build_object('id', d.id, 'name', d.display_name) end, 'decided_at', rfc3339(p.decided_at), "                           \
    "'decision_text', p.decision_text)"
#define CARGO_PROPOSALS "proposals p join users a on a.id = p.proposed_by left join users d on d.id = p.decided_by "
const db::Query kJson{"proposals.json", "select " CARGO_PROPOSAL_JSON " from " CARGO_PROPOSALS "where p.id = $1"};
const db::Query kPage{"proposals.page", "select p.id, " CARGO_PROPOSAL_JSON " from " CARGO_PROPOSALS
                                        "where p.kind = any($1::text[]) and ($2::text = '' or p.status = $2) "
                                        "and ($3::uuid is null or p.id < $3::uuid) order by p.id desc limit $4"};
} // namespace

QCoro::Task<Outcome> ProposalStore::insert(db::Transaction tx, Proposal proposal)
{
    const auto rows = co_await tx.run(kInsert, proposal.id, proposal.kind, proposal.subject, proposal.title, proposal.payload,
                                      proposal.proposedBy, proposal.createdAt);
    CARGO_CO_TRY(rows);
    if (rows->affected() == 0)
        co_return Error{ErrorCode::StateConflict, {}, QStringLiteral("proposed")};
    co_return ok();
}

QCoro::Task<Result<Proposal>> ProposalStore::find(db::Transaction tx, Uuid id)
{
    const auto rows = co_await tx.run(kFind, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    Proposal found{id,
                   rows->bytes(0, 0),
                   rows->bytes(0, 1),
                   rows->text(0, 2),
                   rows->bytes(0, 3),
                   rows->bytes(0, 4),
                   rows->id<UserId>(0, 5),
                   rows->timestamp(0, 6)};
    co_return found;
}

QCoro::Task<Outcome> ProposalStore::close(db::Transaction tx, Uuid id, Decision decision)
{
    const auto rows = co_await tx.run(kClose, id, decision.status, decision.by, decision.text, decision.at);
    CARGO_CO_TRY(rows);
    if (rows->affected() == 0)
        co_return Error{ErrorCode::StateConflict, QStringLiteral("status"), QStringLiteral("decided")};
    co_return ok();
}

QCoro::Task<Result<std::optional<Uuid>>> ProposalStore::closeVoid(db::Transaction tx, QByteArray kind, QByteArray subject,
                                                                  Timestamp at)
{
    const auto rows = co_await tx.run(kVoid, kind, subject, at);
    CARGO_CO_TRY(rows);
    co_return rows->empty() ? std::optional<Uuid>() : std::optional<Uuid>(rows->uuid(0, 0));
}

QCoro::Task<Result<QByteArray>> ProposalStore::json(db::Transaction tx, Uuid id)
{
    const auto rows = co_await tx.run(kJson, id);
    CARGO_CO_TRY(rows);
    if (rows->empty())
        co_return ErrorCode::NotFound;
    co_return rows->bytes(0, 0);
}

QCoro::Task<Result<ProposalStore::Page>> ProposalStore::page(CallContextPtr context, std::vector<QByteArray> kinds,
                                                             QString status, std::optional<Uuid> before, int limit)
{
    QByteArray names;
    for (const QByteArray &kind : kinds)
        names += (names.isEmpty() ? "" : ",") + kind;
    const QByteArray array = '{' + names + '}';
    const auto rows = co_await m_db.query(context, kPage, array, status, before, limit + 1);
    CARGO_CO_TRY(rows);
    co_return db::jsonPage<Uuid>(*rows, limit);
}

} // namespace cargo::proposals
