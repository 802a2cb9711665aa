#pragma once

#include <QString>

#include <optional>

namespace cargo::config {

// "24h", "30m", "1s", "200ms", "14d", also "1h30m". Milliseconds; nullopt for anything else or beyond ten years.
std::optional<qint64> parseDuration(QStringView text);
QString printDuration(qint64 ms);

} // namespace cargo::config
