#pragma once

#include <QByteArray>

namespace cargo {

// A deal's number as people read it, say and write it to support: "CG-1042". `number` counts from 1 and is never used twice.
inline QByteArray dealNumberText(qint64 number) { return "CG-" + QByteArray::number(number); }

} // namespace cargo
