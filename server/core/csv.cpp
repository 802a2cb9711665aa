#include "server/core/csv.h"

namespace cargo {

QByteArray csvText(const QString &text)
{
    static const QString kFormula = QStringLiteral("=+-@\t\r");
    QString safe = text;
    // An apostrophe in front is shown as text by every spreadsheet.
    if (!safe.isEmpty() && kFormula.contains(safe.front()))
        safe.prepend(QLatin1Char('\''));
    const bool quoted = safe.contains(QLatin1Char(',')) || safe.contains(QLatin1Char('"')) || safe.contains(QLatin1Char('\n'))
                        || safe.contains(QLatin1Char('\r'));
    if (quoted)
        safe = QLatin1Char('"') + safe.replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
    return safe.toUtf8();
}

} // namespace cargo
