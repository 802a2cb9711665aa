#include "shared/domain/deal/deal_endings.h"

namespace cargo {

namespace {

MoneyEnding moneyOf(DealStatus from, DealStatus to)
{
    switch (to) {
    case DealStatus::Cancelled: return from == DealStatus::Created ? MoneyEnding::NothingTaken : MoneyEnding::ReturnedInFull;
    case DealStatus::ResolvedRefund: return MoneyEnding::ReturnedInFull;
    case DealStatus::ResolvedSplit: return MoneyEnding::Divided;
    case DealStatus::Disputed: return MoneyEnding::StaffDecide;
    default: return MoneyEnding::PaidToDriver;
    }
}

} // namespace

std::vector<DealEnding> dealEndings()
{
    std::vector<DealEnding> endings;
    for (const DealRow &row : dealTable()) {
        if (!row.from || !row.to || !(isTerminal(*row.to) || *row.to == DealStatus::Disputed))
            continue;
        for (const DealActor actor : row.actors)
            endings.push_back({*row.from, row.event, actor, *row.to, moneyOf(*row.from, *row.to)});
    }
    return endings;
}

} // namespace cargo
