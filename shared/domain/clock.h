#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>

#include <compare>
#include <optional>

namespace cargo {

// A moment: milliseconds since 1970-01-01T00:00:00Z. Never local time.
struct Timestamp
{
    qint64 unixMs = 0;

    friend constexpr auto operator<=>(Timestamp, Timestamp) = default;
    constexpr Timestamp plusMs(qint64 ms) const { return {unixMs + ms}; }

    // RFC 3339 with milliseconds and Z: 2026-11-23T07:38:09.650Z. Also what PostgreSQL takes as timestamptz.
    QByteArray toRfc3339() const;
    static std::optional<Timestamp> fromRfc3339(QStringView text);
};

constexpr qint64 kSecondMs = 1000;
constexpr qint64 kMinuteMs = 60 * kSecondMs;
constexpr qint64 kHourMs = 60 * kMinuteMs;
constexpr qint64 kDayMs = 24 * kHourMs;

// Where time comes from. Domain functions take a Timestamp; only the outermost layers hold a Clock, and tests own it.
// Implementations are thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Timestamp now() const = 0;
};

} // namespace cargo
