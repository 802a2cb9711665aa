#pragma once

#include "shared/domain/deal/deal_table.h"

namespace cargo {

// What becomes of the buyer's money when something ends a deal, or brings it before staff.
enum class MoneyEnding {
    NothingTaken,   // nothing was held; a payment that arrives later goes back
    ReturnedInFull, // the reservation is let go, or everything is paid back
    PaidToDriver,   // the amount without the fee
    Divided,        // a part back to the buyer, the rest to the driver
    StaffDecide,    // a dispute: one of the three above
};
inline constexpr auto kMoneyEndingWords =
    wordTable<MoneyEnding>("nothing_taken", "returned_in_full", "paid_to_driver", "divided", "staff_decide");
inline const char *word(MoneyEnding ending) { return kMoneyEndingWords.word(ending); }
inline std::optional<MoneyEnding> moneyEndingFromWord(QStringView text) { return kMoneyEndingWords.find(text); }

struct DealEnding
{
    DealStatus from;
    DealEvent event;
    DealActor actor;
    DealStatus to;
    MoneyEnding money;
};

// Who may end a deal when, and what happens to the money: the rules of cancelling that a buyer reads before he pays. Derived
// from dealTable(), in its order, one line an actor; a new row of the table that ends a deal stands here at once.
std::vector<DealEnding> dealEndings();

} // namespace cargo
