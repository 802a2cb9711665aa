#pragma once

#include "shared/domain/contact_filter/findings.h"

namespace cargo::contact_filter {

// The part of a contact that was begun in the messages before (oldest first). Only when nothing stands in the text itself.
void findSplit(Context &context, QStringView text, const std::vector<Said> &before);

// The rules that look for addresses and names, on any text: the parts of several messages together too.
void findAllAddresses(Context &context);

} // namespace cargo::contact_filter
