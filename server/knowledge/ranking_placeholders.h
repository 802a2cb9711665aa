#pragma once

#include "server/core/call_context.h"
#include "server/providers/search/ranking_numbers.h"

#include <QStringList>

#include <optional>

namespace cargo::knowledge {

// What stands in a page for a number that the search ranks by: {{order_driver_points}}.
std::optional<QString> rankingPlaceholder(const search::RankingNumbers &numbers, Locale locale, const QString &name);
QStringList rankingPlaceholderNames();

} // namespace cargo::knowledge
