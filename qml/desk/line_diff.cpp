#include "qml/desk/line_diff.h"

#include <QStringList>
#include <QVariantMap>

#include <vector>

namespace cargo::desk {

void LineDiff::setBefore(const QString &text)
{
    if (text == m_before)
        return;
    m_before = text;
    compare();
}

void LineDiff::setAfter(const QString &text)
{
    if (text == m_after)
        return;
    m_after = text;
    compare();
}

void LineDiff::compare()
{
    const QStringList a = m_before.split(u'\n'), b = m_after.split(u'\n');
    const size_t width = size_t(b.size()) + 1;
    // common[i][j]: how many lines the rests from i and j have in common.
    std::vector<int> common((size_t(a.size()) + 1) * width, 0);
    const auto at = [&](qsizetype i, qsizetype j) -> int & { return common[size_t(i) * width + size_t(j)]; };
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) = a[i] == b[j] ? at(i + 1, j + 1) + 1 : qMax(at(i + 1, j), at(i, j + 1));
    }
    m_lines.clear();
    m_changes = 0;
    const auto add = [this](const char *kind, const QString &text) {
        m_changes += qstrcmp(kind, "same") != 0 ? 1 : 0;
        m_lines.append(QVariantMap{{QStringLiteral("kind"), QLatin1String(kind)}, {QStringLiteral("text"), text}});
    };
    qsizetype i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            add("same", a[i]);
            ++i;
            ++j;
        } else if (i < a.size() && (j == b.size() || at(i + 1, j) >= at(i, j + 1))) {
            add("removed", a[i++]);
        } else {
            add("added", b[j++]);
        }
    }
    Q_EMIT changed();
}

} // namespace cargo::desk
