#include "qml/chat/marked_text.h"

#include <QStringList>

#include <algorithm>

namespace cargo::chat {

namespace {
// Letter by letter, so that places in the folded text are places in the text.
QString folded(QStringView text)
{
    QString plain = text.toString();
    for (QChar &letter : plain) {
        letter = letter.toLower();
        if (letter == QChar(u'ё'))
            letter = QChar(u'е');
    }
    return plain;
}
} // namespace

std::vector<TextSpan> spansOf(QStringView text, const QString &words)
{
    const QString where = folded(text);
    std::vector<TextSpan> found;
    const QStringList all = folded(words).simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString &word : all) {
        for (qsizetype at = where.indexOf(word); at >= 0; at = where.indexOf(word, at + word.size()))
            found.emplace_back(at, at + word.size());
    }
    std::sort(found.begin(), found.end());
    std::vector<TextSpan> apart;
    for (const TextSpan &span : found) {
        if (!apart.empty() && span.first <= apart.back().second)
            apart.back().second = std::max(apart.back().second, span.second);
        else
            apart.push_back(span);
    }
    return apart;
}

QString markedText(const QString &text, const std::vector<TextSpan> &spans, const QColor &ground, const QColor &ink)
{
    const QString open = QStringLiteral("<span style=\"background-color:%1;color:%2\">").arg(ground.name(), ink.name());
    QString rich;
    qsizetype at = 0;
    for (const auto &[start, end] : spans) {
        rich += text.mid(at, start - at).toHtmlEscaped() + open + text.mid(start, end - start).toHtmlEscaped()
                + QStringLiteral("</span>");
        at = end;
    }
    rich += text.mid(at).toHtmlEscaped();
    return QStringLiteral("<div style=\"white-space:pre-wrap\">") + rich + QStringLiteral("</div>");
}

} // namespace cargo::chat
