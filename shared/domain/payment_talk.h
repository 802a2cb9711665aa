#pragma once

#include <QStringView>

namespace cargo {

// Whether a message talks of paying outside of CarGo: a transfer to a card or by telephone number, cash or a deposit in advance,
// crypto, "without the platform". Only for a calm word to its reader: it hides nothing, mutes nobody and may be wrong. Questions
// about the price, the bank's payment in CarGo and the customs' duties are none of it. Pure, and linear in the length of the
// text.
bool talksOfPayingElsewhere(QStringView text);

} // namespace cargo
