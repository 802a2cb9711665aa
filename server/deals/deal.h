#pragma once

#include "shared/api/deal_dto.h"
#include "shared/domain/deal/deal_table.h"

namespace cargo::deals {

// A deal's row with what every rendering needs: its money, both sides' cards, the open amendment.
struct Deal
{
    DealId id;
    qint64 number = 0;
    ListingId listingId;
    ConversationId conversationId;
    UserId buyerId;
    UserId driverId;
    DealStatus status = DealStatus::Created;
    qint64 version = 1;
    Money amount;
    Money fee;
    qint64 feeBasisPoints = 0;
    qint64 feeMinimumMinor = 0;
    QString deliveryPlace;
    int deliveryEtaDays = 0;
    QByteArray listing = "{}";
    QByteArray provider;
    // The clocks that run.
    std::optional<Timestamp> paymentDueAt, startDueAt, confirmationDueAt, disputeWindowEndsAt, evidenceDueAt, reviewDueAt;
    std::optional<DealStatus> statusBeforeDispute;
    std::optional<qint64> clockLeftMs;
    std::optional<Uuid> disputeId;
    std::optional<TicketId> ticketId;
    std::optional<DealActor> disputeOpenedBy;
    std::optional<qint64> refundMinor;
    std::optional<QString> vin;
    std::optional<int> startOdometerKm;
    std::optional<QString> handoverCode;
    std::optional<QString> handoverToken; // of the QR code
    int handoverAttempts = 0;
    std::optional<Timestamp> handoverLockedUntil;
    std::optional<Timestamp> buyerReviewedAt, driverReviewedAt;
    std::optional<Timestamp> buyerSafetyStopAt, driverSafetyStopAt; // each side stops once
    std::optional<Timestamp> safetyEndsAt;                          // a stop holds until then
    std::optional<TicketId> safetyTicketId;
    Timestamp createdAt;
    std::optional<Timestamp> fundedAt, startedAt, arrivedAt, deliveredAt, disputedAt, finishedAt;
    Timestamp updatedAt;
    // Of the escrow; written by payments only.
    MoneyStatus moneyStatus = MoneyStatus::None;
    std::optional<Timestamp> holdExpiresAt;
    QByteArray buyerCard = "{}";
    QByteArray driverCard = "{}";
    std::optional<api::AmendmentDto> amendment;

    // nullopt: neither of the two.
    std::optional<DealActor> sideOf(UserId user) const;
    UserId user(DealActor side) const { return side == DealActor::Buyer ? buyerId : driverId; }
    DealFacts factsFor(DealActor actor) const;
    bool isFinished() const;
    // How `viewer` sees it.
    api::DealDto dtoFor(DealActor viewer, Timestamp now) const;
    QByteArray jsonFor(DealActor viewer, Timestamp now) const { return dtoFor(viewer, now).toJson(); }
};

using DealPtr = std::shared_ptr<Deal>;

} // namespace cargo::deals
