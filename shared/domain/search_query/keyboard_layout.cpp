#include "shared/domain/search_query/keyboard_layout.h"

#include <QStringList>

#include <algorithm>

namespace cargo {

QString inOtherLayout(const QString &text)
{
    static const QString kLatin = QStringLiteral("`qwertyuiop[]asdfghjkl;'zxcvbnm,.");
    static const QString kRussian = QString::fromUtf8("ёйцукенгшщзхъфывапролджэячсмитьбю");
    const QString lower = text.toLower();
    const bool russian = std::any_of(lower.begin(), lower.end(), [](QChar c) { return kRussian.contains(c); });
    QString out;
    for (const QChar c : lower) {
        const qsizetype at = (russian ? kRussian : kLatin).indexOf(c);
        out += at < 0 ? c : (russian ? kLatin : kRussian).at(at);
    }
    return out;
}

QString inRussianLayout(const QString &text)
{
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto isLatin = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z'); };
    QStringList pieces = text.split(u' ');
    for (QString &piece : pieces) {
        const auto has = [&piece](auto what) { return std::any_of(piece.begin(), piece.end(), what); };
        const bool isAscii = !has([](QChar c) { return c.unicode() >= 0x80; });
        const bool hasSigns = has([&](QChar c) { return !isDigit(c) && !isLatin(c); });
        if (isAscii && has(isLatin) && !(has(isDigit) && hasSigns)) // "2,5vky": which sign is a letter?
            piece = inOtherLayout(piece);
    }
    return pieces.join(u' ');
}

} // namespace cargo
