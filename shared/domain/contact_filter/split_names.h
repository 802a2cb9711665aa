#pragma once

#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/split_rules.h"

namespace cargo::contact_filter {

// Names that are told over several messages: in pieces behind a network's word, as the number of his own listing, or by a word
// that he said is typed in the other keyboard layout. Whether the current message holds a part of one, which is taken.
bool findSplitName(Context &context, QStringView text, const std::vector<Said> &before);

} // namespace cargo::contact_filter
