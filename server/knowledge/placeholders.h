#pragma once

#include "server/config/settings.h"
#include "server/core/call_context.h"

#include <optional>

namespace cargo::knowledge {

// What stands in a page for a number that admins can change: {{dispute_window}} is that setting as it is in force now, as
// people write it ("24 h", "72 ч", "2,5 %", "5 000 ₽"). So a page cannot tell an old number. Those that the search ranks by
// are among them: ranking_placeholders.h.
std::optional<QString> placeholderValue(const config::Settings &settings, Locale locale, const QString &name);
// All of them: {"fee_percent": {"ru": "2,5 %", "en": "2.5%"}, …}, for the console's preview.
QByteArray placeholdersJson(const config::Settings &settings);

} // namespace cargo::knowledge
