#pragma once

#include "server/core/runtime.h"
#include "shared/domain/deal/deal_state.h"
#include "shared/domain/money.h"

namespace cargo::disputes {

struct Dispute
{
    Uuid id;
    DealId deal;
    TicketId ticket;
    UserId openedBy;
    DealActor side = DealActor::Buyer;
    QString reason;
    QString text;
    QString status; // open, withdrawn, resolved
    Timestamp evidenceDueAt;
    std::optional<QString> outcome;
    std::optional<qint64> refundMinor;
    std::optional<QString> reasonCode;
    std::optional<QString> resolutionText; // the Russian one, or the only one
    std::optional<QString> resolutionTextEn;
    Timestamp createdAt;
    std::optional<Timestamp> closedAt;
};

struct Evidence
{
    Uuid id;
    UserId author;
    DealActor side = DealActor::Buyer;
    QString text;
    QByteArray photos = "[]"; // [{"id","sha256"}]
    Timestamp createdAt;
};

struct Resolution
{
    QString outcome;
    std::optional<qint64> refundMinor;
    QString reasonCode;
    QString text;
    std::optional<QString> textEn;
    UserId by;
};

// SQL of disputes, their tickets and evidence.
class DisputeStore
{
public:
    explicit DisputeStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Outcome> insert(db::Transaction tx, Dispute dispute, QString subject);
    QCoro::Task<Outcome> insertEvidence(db::Transaction tx, Uuid dispute, Evidence evidence);
    QCoro::Task<Result<std::optional<Dispute>>> openOfDeal(db::Transaction tx, DealId deal);
    QCoro::Task<Outcome> withdraw(db::Transaction tx, Uuid dispute, Timestamp now);
    QCoro::Task<Result<bool>> readsEnglish(db::Transaction tx, UserId user);
    QCoro::Task<Outcome> resolve(db::Transaction tx, Uuid dispute, Resolution resolution, Timestamp now);
    QCoro::Task<Outcome> closeEvidence(db::Transaction tx, DealId deal, Timestamp now);
    // The deal that a dispute's or a deal's id means.
    QCoro::Task<Result<std::optional<DealId>>> dealOf(CallContextPtr context, Uuid disputeOrDeal);
    QCoro::Task<Result<std::vector<Dispute>>> ofDeal(CallContextPtr context, DealId deal);
    QCoro::Task<Result<std::vector<Evidence>>> evidenceOf(CallContextPtr context, Uuid dispute);

private:
    db::Database &m_db;
};

} // namespace cargo::disputes
