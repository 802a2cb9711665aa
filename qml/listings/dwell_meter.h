#pragma once

#include <QtGlobal>

#include <algorithm>
#include <optional>
#include <utility>

namespace cargo::listings {

// How long something was visible. Knows no clock: the moments are handed in, in milliseconds of a clock that only goes forward.
class DwellMeter
{
public:
    bool counts() const { return m_since.has_value(); }
    void begin(qint64 nowMs) { m_since = nowMs; }
    // Since begin(); 0 when nothing was begun.
    qint64 end(qint64 nowMs) { return m_since ? std::max<qint64>(nowMs - *std::exchange(m_since, std::nullopt), 0) : 0; }

private:
    std::optional<qint64> m_since;
};

} // namespace cargo::listings
