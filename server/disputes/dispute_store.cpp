#include "server/disputes/dispute_store.h"

namespace cargo::disputes {

namespace {

const db::Query kInsertTicket{"disputes.insert_ticket",
                              R"(insert into tickets (id, kind, deal_id, opened_by, subject, status, created_at)
       values ($1, 'dispute', $2, $3, $4, 'open', $5))"};
const db::Query kInsert{
    "disputes.insert",
    R"(insert into disputes (id, deal_id, ticket_id, opened_by, opened_side, reason, text, status, evidence_due_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'open', $8, $9))"};
const db::Query kInsertEvidence{"disputes.insert_evidence",
                                R"(insert into dispute_evidence (id, dispute_id, author_id, side, text, photos, created_at)
       values ($1, $2, $3, $4, $5, $6, $7))"};
#define DISPUTE_COLUMNS                                                                                                          \
    "p.id, p.deal_id, p.ticket_id, p.opened_by, p.opened_side, p.reason, p.text, p.status, p.evidence_due_at, "                  \
    "p.outcome, p.refund_minor, p.reason_code, p.resolution_text, p.created_at, p.closed_at, p.resolution_text_en "
const db::Query kOpenOfDeal{"disputes.open_of_deal",
                            "select " DISPUTE_COLUMNS "from disputes p where p.deal_id = $1 and p.status = 'open'"};
const db::Query kOfDeal{"disputes.of_deal", "select " DISPUTE_COLUMNS "from disputes p where p.deal_id = $1 order by p.id desc"};
const db::Query kWithdraw{"disputes.withdraw",
                          "update disputes set status = 'withdrawn', closed_at = $2 where id = $1 and status = 'open'"};
const db::Query kResolve{
    "disputes.resolve",
    R"(update disputes set status = 'resolved', outcome = $2, refund_minor = $3, reason_code = $4, resolution_text = $5,
           resolution_text_en = $6, resolved_by = $7, closed_at = $8
       where id = $1 and status = 'open')"};
const db::Query kCloseTicket{"disputes.close_ticket",
                             R"(update tickets set status = 'closed', closed_at = $2
       where id = (select ticket_id from disputes where id = $1) and status = 'open')"};
const db::Query kCloseEvidence{
    "disputes.close_evidence",
    "update disputes set evidence_closed_at = $2 where deal_id = $1 and status = 'open' and evidence_closed_at is null"};
const db::Query kDealOf{"disputes.deal_of",
                        "select deal_id from disputes where id = $1 union all select id from deals where id = $1 limit 1"};
const db::Query kEvidenceOf{
    "disputes.evidence_of",
    "select id, author_id, side, text, photos, created_at from dispute_evidence where dispute_id = $1 order by id"};
Dispute disputeAt(const db::Rows &rows, int row)
{
    Dispute dispute;
    dispute.id = rows.uuid(row, 0);
    dispute.deal = rows.id<DealId>(row, 1);
    dispute.ticket = rows.id<TicketId>(row, 2);
    dispute.openedBy = rows.id<UserId>(row, 3);
    dispute.side = dealActorFromWord(rows.text(row, 4)).value_or(DealActor::Buyer);
    dispute.reason = rows.text(row, 5);
    dispute.text = rows.text(row, 6);
    dispute.status = rows.text(row, 7);
    dispute.evidenceDueAt = rows.timestamp(row, 8);
    if (!rows.isNull(row, 9))
        dispute.outcome = rows.text(row, 9);
    if (!rows.isNull(row, 10))
        dispute.refundMinor = rows.int64(row, 10);
    if (!rows.isNull(row, 11))
        dispute.reasonCode = rows.text(row, 11);
    if (!rows.isNull(row, 12))
        dispute.resolutionText = rows.text(row, 12);
    dispute.createdAt = rows.timestamp(row, 13);
    dispute.closedAt = rows.optionalTimestamp(row, 14);
    if (!rows.isNull(row, 15))
        dispute.resolutionTextEn = rows.text(row, 15);
    return dispute;
}

const db::Query kReadsEnglish{"disputes.reads_english", "select locale = 'en' from users where id = $1"};
} // namespace

QCoro::Task<Outcome> DisputeStore::insert(db::Transaction tx, Dispute dispute, QString subject)
{
    CARGO_CO_TRY(co_await tx.run(kInsertTicket, dispute.ticket, dispute.deal, dispute.openedBy, subject, dispute.createdAt));
    CARGO_CO_TRY(co_await tx.run(kInsert, dispute.id, dispute.deal, dispute.ticket, dispute.openedBy, word(dispute.side),
                                 dispute.reason, dispute.text, dispute.evidenceDueAt, dispute.createdAt));
    co_return ok();
}

QCoro::Task<Outcome> DisputeStore::insertEvidence(db::Transaction tx, Uuid dispute, Evidence evidence)
{
    CARGO_CO_TRY(co_await tx.run(kInsertEvidence, evidence.id, dispute, evidence.author, word(evidence.side), evidence.text,
                                 evidence.photos, evidence.createdAt));
    co_return ok();
}

QCoro::Task<Result<std::optional<Dispute>>> DisputeStore::openOfDeal(db::Transaction tx, DealId deal)
{
    const auto rows = co_await tx.run(kOpenOfDeal, deal);
    if (!rows.ok())
        co_return rows.error();
    co_return rows->empty() ? std::optional<Dispute>() : std::optional<Dispute>(disputeAt(*rows, 0));
}

QCoro::Task<Outcome> DisputeStore::withdraw(db::Transaction tx, Uuid dispute, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kWithdraw, dispute, now));
    CARGO_CO_TRY(co_await tx.run(kCloseTicket, dispute, now));
    co_return ok();
}

QCoro::Task<Result<bool>> DisputeStore::readsEnglish(db::Transaction tx, UserId user)
{
    const auto rows = co_await tx.run(kReadsEnglish, user);
    CARGO_CO_TRY(rows);
    co_return rows->boolean(0, 0);
}

QCoro::Task<Outcome> DisputeStore::resolve(db::Transaction tx, Uuid dispute, Resolution resolution, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kResolve, dispute, resolution.outcome, resolution.refundMinor, resolution.reasonCode,
                                 resolution.text, resolution.textEn, resolution.by, now));
    CARGO_CO_TRY(co_await tx.run(kCloseTicket, dispute, now));
    co_return ok();
}

QCoro::Task<Outcome> DisputeStore::closeEvidence(db::Transaction tx, DealId deal, Timestamp now)
{
    CARGO_CO_TRY(co_await tx.run(kCloseEvidence, deal, now));
    co_return ok();
}

QCoro::Task<Result<std::optional<DealId>>> DisputeStore::dealOf(CallContextPtr context, Uuid id)
{
    const auto rows = co_await m_db.query(context, kDealOf, id);
    if (!rows.ok())
        co_return rows.error();
    co_return rows->empty() ? std::optional<DealId>() : std::optional<DealId>(rows->id<DealId>(0, 0));
}

QCoro::Task<Result<std::vector<Dispute>>> DisputeStore::ofDeal(CallContextPtr context, DealId deal)
{
    const auto rows = co_await m_db.query(context, kOfDeal, deal);
    if (!rows.ok())
        co_return rows.error();
    std::vector<Dispute> disputes;
    for (int row = 0; row < rows->count(); ++row)
        disputes.push_back(disputeAt(*rows, row));
    co_return disputes;
}

QCoro::Task<Result<std::vector<Evidence>>> DisputeStore::evidenceOf(CallContextPtr context, Uuid dispute)
{
    const auto rows = co_await m_db.query(context, kEvidenceOf, dispute);
    if (!rows.ok())
        co_return rows.error();
    std::vector<Evidence> list;
    for (int row = 0; row < rows->count(); ++row) {
        list.push_back({rows->uuid(row, 0), rows->id<UserId>(row, 1),
                        dealActorFromWord(rows->text(row, 2)).value_or(DealActor::Buyer), rows->text(row, 3), rows->bytes(row, 4),
                        rows->timestamp(row, 5)});
    }
    co_return list;
}

} // namespace cargo::disputes
