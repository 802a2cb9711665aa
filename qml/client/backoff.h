#pragma once

#include <QRandomGenerator>
#include <QtGlobal>

namespace cargo::client {

// Milliseconds until the next try: `firstMs` doubled with each failure, at most `longestMs`. Half of it is by chance: those who
// lost the line together do not come back together.
inline qint64 pauseAfter(int failures, qint64 firstMs, qint64 longestMs)
{
    const qint64 grown = qMin(longestMs, firstMs << qMin(failures, 8));
    return grown / 2 + QRandomGenerator::global()->bounded(int(grown / 2) + 1);
}

} // namespace cargo::client
