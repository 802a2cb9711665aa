#include "shared/domain/deal/deal_table.h"

#include <algorithm>

namespace cargo {

namespace {
using S = DealStatus;
using E = DealEvent;
using A = DealActor;
using C = DealCondition;

constexpr auto kConditionWords =
    wordTable<DealCondition>("", "not arrived yet", "after arrival", "no open amendment", "amendment of the other side",
                             "opened by the same side", "once for each side", "while a safety stop holds");

std::vector<DealRow> makeTable()
{
    const std::vector<A> sides = {A::Buyer, A::Driver};
    std::vector<DealRow> rows = {
        {{},
         E::Create,
         {A::Buyer},
         S::Created,
         C::None,
         {"terms frozen", "fee fixed", "invoice issued", "payment deadline set", "refused when no provider can carry it"}},

        {S::Created,
         E::HoldConfirmed,
         {A::Provider},
         S::Funded,
         C::None,
         {"amount and currency equal to the invoice", "ledger pending entry", "payment deadline cleared", "start deadline set"}},
        {S::Created, E::Cancel, sides, S::Cancelled, C::None, {"provider payment cancelled", "late payment is refunded"}},
        {S::Created,
         E::PaymentDeadline,
         {A::Clock},
         S::Cancelled,
         C::None,
         {"provider payment cancelled", "late payment is refunded"}},

        {S::Funded,
         E::Start,
         {A::Driver},
         S::InTransit,
         C::None,
         {"VIN, odometer and photos recorded", "hold captured into the deal", "start deadline cleared"}},
        {S::Funded, E::Cancel, sides, S::Cancelled, C::None, {"hold voided in full"}},
        {S::Funded, E::StartDeadline, {A::Clock}, S::Cancelled, C::None, {"hold voided in full"}},

        {S::InTransit, E::Checkpoint, {A::Driver}, S::InTransit, C::None, {"timeline entry chained by hash"}},
        {S::InTransit, E::AmendmentProposed, sides, S::InTransit, C::NoOpenAmendment, {"timeline entry chained by hash"}},
        {S::InTransit,
         E::AmendmentAccepted,
         sides,
         S::InTransit,
         C::AmendmentOfOtherSide,
         {"timeline entry chained by hash", "terms changed"}},
        {S::InTransit, E::AmendmentDeclined, sides, S::InTransit, C::AmendmentOfOtherSide, {"timeline entry chained by hash"}},
        {S::InTransit,
         E::Arrive,
         {A::Driver},
         S::InTransit,
         C::NotArrived,
         {"arrival stamped", "handover code shown to the buyer", "confirmation deadline set", "reminders queued"}},
        {S::InTransit,
         E::BuyerAbsent,
         {A::Driver},
         S::InTransit,
         C::None,
         {"timeline entry chained by hash", "arrival stamped and confirmation deadline set when that was not yet"}},
        {S::InTransit,
         E::ConfirmDelivery,
         {A::Buyer},
         S::Delivered,
         C::None,
         {"confirmation deadline cleared", "dispute window set"}},
        {S::InTransit,
         E::HandoverCode,
         {A::Driver},
         S::Delivered,
         C::Arrived,
         {"code of the buyer checked", "confirmation deadline cleared", "dispute window set"}},
        {S::InTransit, E::ConfirmationDeadline, {A::Clock}, S::Delivered, C::Arrived, {"dispute window set"}},

        {S::Delivered,
         E::Release,
         {A::Buyer},
         S::Released,
         C::None,
         {"payout of amount minus fee queued", "contacts open", "reviews open", "dispute window cleared"}},
        {S::Delivered,
         E::DisputeWindowEnd,
         {A::Clock},
         S::Released,
         C::None,
         {"payout of amount minus fee queued", "contacts open", "reviews open"}},
    };
    for (const S from : {S::Funded, S::InTransit, S::Delivered}) {
        rows.push_back(
            {from, E::OpenDispute, sides, S::Disputed, C::None, {"our clocks stop", "ticket opened", "evidence window set"}});
    }
    rows.push_back({S::Disputed, E::ResolveRefund, {A::Staff}, S::ResolvedRefund, C::None, {"refund in full queued"}});
    rows.push_back(
        {S::Disputed, E::ResolveRelease, {A::Staff}, S::ResolvedRelease, C::None, {"payout of amount minus fee queued"}});
    rows.push_back({S::Disputed,
                    E::ResolveSplit,
                    {A::Staff},
                    S::ResolvedSplit,
                    C::None,
                    {"partial refund queued", "payout of the rest after it"}});
    for (const S from : {S::Funded, S::InTransit, S::Delivered}) {
        rows.push_back({from,
                        E::SafetyStop,
                        sides,
                        from,
                        C::SafetyUnused,
                        {"our clocks stop for a while", "ticket of the highest priority opened", "no money moves by it"}});
        rows.push_back(
            {from, E::SafetyResume, {A::Staff, A::Clock}, from, C::SafetyStopped, {"clocks go on with the time left"}});
    }
    rows.push_back({S::Disputed, E::WithdrawDispute, sides, {}, C::OpenedByActor, {"clocks go on with the time left"}});
    return rows;
}

bool holds(DealCondition condition, const DealFacts &facts)
{
    switch (condition) {
    case C::None: return true;
    case C::NotArrived: return !facts.arrived;
    case C::Arrived: return facts.arrived;
    case C::NoOpenAmendment: return !facts.amendmentOpen;
    case C::AmendmentOfOtherSide: return facts.amendmentOpen && !facts.amendmentProposedByMe;
    case C::SafetyUnused: return !facts.safetyStopped && !facts.safetyUsedByMe;
    case C::SafetyStopped: return facts.safetyStopped;
    case C::OpenedByActor: return facts.disputeOpenedByMe && facts.disputedFrom.has_value();
    }
    return false;
}

// Whether it is for the other side to do, rather than for another moment.
bool isOtherSides(DealCondition condition, const DealFacts &facts)
{
    return condition == C::OpenedByActor || (condition == C::AmendmentOfOtherSide && facts.amendmentOpen);
}

bool mayAct(const DealRow &row, DealActor actor)
{
    return std::find(row.actors.begin(), row.actors.end(), actor) != row.actors.end();
}
} // namespace

const std::vector<DealRow> &dealTable()
{
    static const std::vector<DealRow> kTable = makeTable();
    return kTable;
}

Result<Transition> next(std::optional<DealStatus> status, DealEvent event, DealActor actor, const DealFacts &facts)
{
    for (const DealRow &row : dealTable()) {
        if (row.from != status || row.event != event)
            continue;
        if (!mayAct(row, actor))
            return {ErrorCode::Forbidden, QStringLiteral("status"), QStringLiteral("not for this side")};
        if (!holds(row.condition, facts)) {
            if (isOtherSides(row.condition, facts))
                return {ErrorCode::Forbidden, QStringLiteral("status"), QString::fromLatin1(word(row.condition))};
            break;
        }
        return Transition{row.to ? *row.to : *facts.disputedFrom, &row};
    }
    return {ErrorCode::StateConflict, QStringLiteral("status"),
            status ? QString::fromLatin1(word(*status)) : QStringLiteral("none")};
}

std::vector<DealEvent> allowedEvents(DealStatus status, DealActor actor, const DealFacts &facts)
{
    std::vector<DealEvent> events;
    for (const DealRow &row : dealTable()) {
        if (row.from == status && mayAct(row, actor) && holds(row.condition, facts))
            events.push_back(row.event);
    }
    return events;
}

bool isTerminal(DealStatus status)
{
    return std::none_of(dealTable().begin(), dealTable().end(), [status](const DealRow &row) { return row.from == status; });
}

const char *word(DealCondition condition) { return kConditionWords.word(condition); }

} // namespace cargo
