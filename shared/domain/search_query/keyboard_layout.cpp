#include "shared/domain/search_query/keyboard_layout.h"

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
    QString out;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype blank = text.indexOf(u' ', at);
        const qsizetype end = blank < 0 ? text.size() : blank + 1;
        const QString piece = text.mid(at, end - at);
        const bool ascii = std::all_of(piece.begin(), piece.end(), [](QChar c) { return c.unicode() < 0x80; });
        const bool letters = std::any_of(piece.begin(), piece.end(), isLatin);
        const bool digits = std::any_of(piece.begin(), piece.end(), isDigit);
        const bool signs =
            std::any_of(piece.begin(), piece.end(), [&](QChar c) { return !isDigit(c) && !isLatin(c) && c != u' '; });
        out += ascii && letters && !(digits && signs) ? inOtherLayout(piece) : piece;
        at = end;
    }
    return out;
}

} // namespace cargo
