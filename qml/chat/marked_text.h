#pragma once

#include <QColor>
#include <QString>
#include <QStringView>

#include <utility>
#include <vector>

namespace cargo::chat {

using TextSpan = std::pair<qsizetype, qsizetype>; // [start, end) in UTF-16 units

// Where the words of a search stand in a text, as the server finds them: each word anywhere, without regard to case, ё as е.
// Sorted, not overlapping.
std::vector<TextSpan> spansOf(QStringView text, const QString &words);

// The text as rich text for a Label, with the spans on a ground of their own. Whatever stands in it is shown as it is written.
QString markedText(const QString &text, const std::vector<TextSpan> &spans, const QColor &ground, const QColor &ink);

} // namespace cargo::chat
