#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace cargo::contact_filter {

// One piece of the text after folding: letters in lower case (ё as е, wide and mathematical forms as plain ones), digits of
// any script as 0-9, invisible characters dropped. Positions are those of the text as written.
struct Token
{
    enum class Type { Digits, Letters, Blank, Line, Sign };
    Type type = Type::Blank;
    QString text;   // folded
    QString digits; // of Digits, and of Letters that mean digits (number words, look-alikes)
    qsizetype start = 0;
    qsizetype end = 0;
    bool odd = false;     // written in an unusual way: other script, invisible characters inside
    bool spelled = false; // digits come from letters
    bool capital = false; // has an upper-case letter after the first one
    int numberRank = 0;   // of a number word: 1 unit, 2 tens, 3 hundreds, 4 teens; 0: none

    bool isBlank() const { return type == Type::Blank; }
    bool isLine() const { return type == Type::Line; }
    bool isSign(char16_t c) const { return type == Type::Sign && text.size() == 1 && text.at(0) == QChar(c); }
    bool isLetters() const { return type == Type::Letters; }
    bool hasDigits() const { return !digits.isEmpty(); }
    bool isLatin() const { return isLetters() && !text.isEmpty() && text.at(0) < QChar(u'\x80'); }
};

std::vector<Token> tokenize(QStringView text);

} // namespace cargo::contact_filter
