#pragma once

#include "shared/domain/deal/deal_state.h"
#include "shared/domain/result.h"

#include <initializer_list>
#include <optional>
#include <vector>

namespace cargo {

// What a row may ask besides state and actor. The service fills it from the deal's row under its lock; the apps from the
// deal they show.
struct DealFacts
{
    bool arrived = false;                   // the driver has reported arrival
    std::optional<DealStatus> disputedFrom; // where a disputed deal came from
    bool disputeOpenedByMe = false;         // the acting side opened the dispute
    bool amendmentOpen = false;             // a proposal waits for its answer
    bool amendmentProposedByMe = false;     // … and the acting side made it
    bool safetyStopped = false;             // a safety stop holds our clocks
    bool safetyUsedByMe = false;            // the acting side has had its one
};

enum class DealCondition {
    None,
    NotArrived, // arrival is reported once
    Arrived,
    NoOpenAmendment,      // one proposal at a time
    AmendmentOfOtherSide, // only the other side answers
    OpenedByActor,        // only who opened a dispute takes it back
    SafetyUnused,         // once for each side, while the clocks go
    SafetyStopped,
};

// One allowed move. What no row allows is refused: a new status starts with nothing allowed.
struct DealRow
{
    std::optional<DealStatus> from; // nullopt: there is no deal yet
    DealEvent event;
    std::vector<DealActor> actors;
    std::optional<DealStatus> to; // nullopt: back to the state before the dispute
    DealCondition condition;
    std::vector<const char *> effects; // what happens in the same transaction, for people and documents
};

struct Transition
{
    DealStatus to;
    const DealRow *row; // lives as long as the program
};

// The only place that knows a deal's life. The server applies it, the apps ask it which buttons to draw, docs/deal-states.md
// is printed from it and a golden test walks every state × event × role. It must never be copied into an `if` elsewhere.
const std::vector<DealRow> &dealTable();

// Where `event` leads. Errors: StateConflict (field "status", detail = the state now) when no row allows it in this state, or
// a row does but at another moment (arrived already, an amendment is open); Forbidden when it is for the other side.
Result<Transition> next(std::optional<DealStatus> status, DealEvent event, DealActor actor, const DealFacts &facts);

// What this actor may do now, in the order of the table.
std::vector<DealEvent> allowedEvents(DealStatus status, DealActor actor, const DealFacts &facts);

// No row leaves it. Late webhooks and timers find such a deal and change nothing.
bool isTerminal(DealStatus status);

const char *word(DealCondition condition);

} // namespace cargo
