#pragma once

#include <QByteArrayView>

namespace cargo::http {

struct RangeVerdict
{
    enum Kind { Whole, Part, Unsatisfiable };
    Kind kind = Whole;
    qint64 offset = 0;
    qint64 bytes = 0;
};

// One range of bytes (RFC 9110, section 14). Several ranges, other units and nonsense mean the whole file, as allowed.
RangeVerdict parseRange(QByteArrayView header, qint64 fileBytes);

} // namespace cargo::http
