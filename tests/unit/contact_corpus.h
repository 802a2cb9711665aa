#pragma once

#include "tests/paths.h"

#include <QFile>
#include <QString>

#include <utility>
#include <vector>

// How the files in contact_filter/ are read.
namespace contact_corpus {

struct Line
{
    QString kind;
    QString text;
    std::vector<std::pair<qsizetype, qsizetype>> spans; // UTF-16
    bool heldOut = false;
};

// All but remarks and empty ones.
inline std::vector<QString> linesOf(const char *name)
{
    QFile file(cargo::test::sourceDir() + QStringLiteral("/tests/unit/contact_filter/") + QString::fromLatin1(name));
    std::vector<QString> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd()) {
        QString line = QString::fromUtf8(file.readLine());
        line.remove(QLatin1Char('\n'));
        if (!line.isEmpty() && !line.startsWith(QLatin1Char('#')))
            lines.push_back(line);
    }
    return lines;
}

// "⟦8914⟧" marks what must be hidden; \n and \uXXXX stand for what a line cannot hold.
inline Line parse(const QString &kind, QString marked)
{
    marked.replace(QStringLiteral("\\n"), QStringLiteral("\n"));
    for (qsizetype at = marked.indexOf(QStringLiteral("\\u")); at >= 0; at = marked.indexOf(QStringLiteral("\\u"), at + 1))
        marked.replace(at, 6, QString(QChar(marked.mid(at + 2, 4).toUShort(nullptr, 16))));
    Line line{kind, {}, {}, false};
    for (const QChar c : marked) {
        if (c == QChar(u'⟦'))
            line.spans.emplace_back(line.text.size(), line.text.size());
        else if (c == QChar(u'⟧'))
            line.spans.back().second = line.text.size();
        else
            line.text += c;
    }
    return line;
}

} // namespace contact_corpus
