#pragma once

#include "shared/domain/contact_filter/findings.h"

namespace cargo::contact_filter {

// The part of a contact that was begun in the messages before (oldest first). Only when nothing stands in the text itself.
void findSplit(Context &context, QStringView text, const std::vector<Said> &before);

// Its addresses and names.
void findSplitAddress(Context &context, QStringView text, const std::vector<Said> &before);

} // namespace cargo::contact_filter
