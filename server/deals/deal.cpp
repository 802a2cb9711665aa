#include "server/deals/deal.h"

#include "server/deals/handover.h"
#include "shared/domain/deal/deal_number.h"

namespace cargo::deals {

std::optional<DealActor> Deal::sideOf(UserId user) const
{
    if (user == buyerId)
        return DealActor::Buyer;
    if (user == driverId)
        return DealActor::Driver;
    return std::nullopt;
}

DealFacts Deal::factsFor(DealActor actor) const
{
    DealFacts facts;
    facts.arrived = arrivedAt.has_value();
    facts.disputedFrom = statusBeforeDispute;
    facts.disputeOpenedByMe = disputeOpenedBy == actor;
    facts.amendmentOpen = amendment.has_value();
    facts.amendmentProposedByMe = amendment && amendment->proposedBy == actor;
    facts.safetyStopped = safetyEndsAt.has_value();
    facts.safetyUsedByMe = (actor == DealActor::Buyer ? buyerSafetyStopAt : driverSafetyStopAt).has_value();
    return facts;
}

bool Deal::isFinished() const { return isTerminal(status) && status != DealStatus::Cancelled; }

api::DealDto Deal::dtoFor(DealActor viewer, Timestamp now) const
{
    api::DealDto dto;
    dto.id = id;
    dto.number = QString::fromLatin1(dealNumberText(number));
    dto.listingId = listingId;
    dto.conversationId = conversationId;
    dto.buyerId = buyerId;
    dto.driverId = driverId;
    dto.status = status;
    dto.moneyStatus = moneyStatus;
    dto.amount = amount;
    dto.fee = fee;
    dto.feeBasisPoints = feeBasisPoints;
    dto.feeMinimum = {feeMinimumMinor, amount.currency};
    dto.driverReceives = {amount.amountMinor - fee.amountMinor, amount.currency};
    if (refundMinor) {
        dto.refund = Money{*refundMinor, amount.currency};
        dto.driverReceives.amountMinor -= *refundMinor;
    } else if (status == DealStatus::ResolvedRefund) {
        dto.refund = amount;
        dto.fee.amountMinor = 0;
        dto.driverReceives.amountMinor = 0;
    }
    dto.deliveryPlace = deliveryPlace;
    dto.deliveryEtaDays = deliveryEtaDays;
    dto.listing = listing;
    dto.buyer = buyerCard;
    dto.driver = driverCard;
    dto.version = version;
    dto.allowedEvents = allowedEvents(status, viewer, factsFor(viewer));
    dto.deadlines = {paymentDueAt, startDueAt, confirmationDueAt, disputeWindowEndsAt, evidenceDueAt, reviewDueAt, holdExpiresAt};
    if (disputeId && ticketId && disputeOpenedBy && status != DealStatus::Cancelled)
        dto.dispute = api::DealDisputeDto{*disputeId, *ticketId, *disputeOpenedBy, statusBeforeDispute, clockLeftMs};
    if (safetyEndsAt) {
        const Timestamp byBuyer = buyerSafetyStopAt.value_or(Timestamp{}), byDriver = driverSafetyStopAt.value_or(Timestamp{});
        const DealActor by = byBuyer > byDriver ? DealActor::Buyer : DealActor::Driver;
        dto.safetyStop = api::SafetyStopDto{by, std::max(byBuyer, byDriver), *safetyEndsAt, clockLeftMs, {}};
        if (viewer == by || viewer == DealActor::Staff)
            dto.safetyStop->ticketId = safetyTicketId;
    }
    dto.amendment = amendment;
    if (viewer == DealActor::Buyer && arrivedAt && !deliveredAt) {
        dto.handoverCode = handoverCode;
        dto.handoverQr = handoverQr(*this);
    }
    if (handoverLockedUntil && *handoverLockedUntil > now && !deliveredAt)
        dto.handoverLockedUntil = handoverLockedUntil;
    dto.vin = vin;
    dto.reviewedByMe = viewer == DealActor::Buyer ? buyerReviewedAt.has_value() : driverReviewedAt.has_value();
    const bool side = viewer == DealActor::Buyer || viewer == DealActor::Driver;
    dto.reviewable = side && isFinished() && !dto.reviewedByMe && reviewDueAt && *reviewDueAt > now;
    dto.createdAt = createdAt;
    dto.updatedAt = updatedAt;
    dto.fundedAt = fundedAt;
    dto.startedAt = startedAt;
    dto.arrivedAt = arrivedAt;
    dto.deliveredAt = deliveredAt;
    dto.disputedAt = disputedAt;
    dto.finishedAt = finishedAt;
    return dto;
}

} // namespace cargo::deals
