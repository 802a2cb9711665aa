#pragma once

#include "shared/domain/contact_filter/numbers.h"

namespace cargo::contact_filter {

// The second look at the groups that were read: doubtful ones without a sure one beside them are dropped, the gaps between
// are described, dates, times, tyre sizes and decimals are marked.
void describeGaps(const Scan &scan, Numbers &numbers);

// Letters that make a code of the digits beside them: "RP3", "25ОХ". Not a word: "тел8914…", "Марат8924…".
bool isCode(const std::vector<Token> &tokens, size_t at);

} // namespace cargo::contact_filter
