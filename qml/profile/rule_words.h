#pragma once

#include <QString>

namespace cargo::profile {

// The rule that a decision of staff names ("listings-photos"), as a sentence; empty when there is none or it is a newer one.
QString ruleText(const QString &rule);

} // namespace cargo::profile
