#pragma once

#include "shared/domain/words.h"

// The vocabulary of a deal's life. What may follow what stands in deal_table.h and nowhere else.
namespace cargo {

enum class DealStatus {
    Created,
    Funded,
    InTransit,
    Delivered,
    Released,
    Cancelled,
    Disputed,
    ResolvedRefund,
    ResolvedRelease,
    ResolvedSplit,
};
inline constexpr auto kDealStatusWords =
    wordTable<DealStatus>("created", "funded", "in_transit", "delivered", "released", "cancelled", "disputed", "resolved_refund",
                          "resolved_release", "resolved_split");

enum class DealEvent {
    Create,
    HoldConfirmed,
    Cancel,
    PaymentDeadline,
    Start,
    StartDeadline,
    Checkpoint,
    AmendmentProposed,
    AmendmentAccepted,
    AmendmentDeclined,
    Arrive,
    BuyerAbsent,
    ConfirmDelivery,
    HandoverCode,
    ConfirmationDeadline,
    Release,
    DisputeWindowEnd,
    OpenDispute,
    ResolveRefund,
    ResolveRelease,
    ResolveSplit,
    WithdrawDispute,
    SafetyStop,
    SafetyResume,
};
inline constexpr auto kDealEventWords = wordTable<DealEvent>(
    "create", "hold_confirmed", "cancel", "payment_deadline", "start", "start_deadline", "checkpoint", "amendment_proposed",
    "amendment_accepted", "amendment_declined", "arrive", "buyer_absent", "confirm_delivery", "handover_code",
    "confirmation_deadline", "release", "dispute_window_end", "open_dispute", "resolve_refund", "resolve_release",
    "resolve_split", "withdraw_dispute", "safety_stop", "safety_resume");

// Who makes an event happen. Clock: a timer of ours that ran out. Provider: a payment provider's word, by webhook or by
// reconciliation. Staff act
// only through disputes and safety stops.
enum class DealActor { Buyer, Driver, Clock, Provider, Staff };
inline constexpr auto kDealActorWords = wordTable<DealActor>("buyer", "driver", "clock", "provider", "staff");

inline const char *word(DealStatus status) { return kDealStatusWords.word(status); }
inline const char *word(DealEvent event) { return kDealEventWords.word(event); }
inline const char *word(DealActor actor) { return kDealActorWords.word(actor); }
inline std::optional<DealStatus> dealStatusFromWord(QStringView text) { return kDealStatusWords.find(text); }
inline std::optional<DealEvent> dealEventFromWord(QStringView text) { return kDealEventWords.find(text); }
inline std::optional<DealActor> dealActorFromWord(QStringView text) { return kDealActorWords.find(text); }

} // namespace cargo
