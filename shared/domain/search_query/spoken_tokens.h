#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

// Of what understand() (spoken_query.h) is made: the words of a text, and the amounts that stand in it.
namespace cargo::spoken {

struct Token
{
    enum class Kind { Word, Number, Sign };
    Kind kind = Kind::Sign;
    qsizetype start = 0; // in the text, UTF-16
    qsizetype end = 0;
    QString word;          // lower case, ё as е; letters and digits that begin with a letter ("rav4")
    double number = 0;     // "2 000 000", "1,5", "1.500.000"
    int wholeDigits = 0;   // of an ungrouped number without a fraction; else 0
    QChar sign;            // one of - + < > % $ € ¥ ₽ ~; everything else is a blank
    bool gapBefore = true; // blanks or the beginning stand before it
};
std::vector<Token> tokensOf(QStringView text);
// «20 год», «22-23 г.», «2019-21»: as the years of four digits that they stand for, in this year.
void spellOutYears(std::vector<Token> &tokens, int year);
// A word with a star at its end stands for everything that begins so. An empty word is none.
using Words = std::initializer_list<QStringView>;
bool isOneOf(const QString &word, Words words);

enum class Scale { One, Thousand, Million };
enum class Measure {
    None,
    Money,
    OtherMoney,
    Km,
    Days,
    Years,
    Power,        // hp
    Displacement, // cm³
    Something     // doors, kilograms … no condition of ours
};

struct Amount
{
    double value = 0; // scaled; miles as km, weeks and months as days, kW as hp, litres as cm³
    double bare = 0;  // before its scale: "1" of "от 1 до 2 млн"
    Scale scale = Scale::One;
    Measure measure = Measure::None;
    int wholeDigits = 0;
    bool isRounded = false; // a displacement in litres
    size_t next = 0;        // the token behind it
};
// The amount that begins at this token: «2,5 млн руб», «полтора миллиона», «100к км», «3 недели», «месяц», «160 л.с.»,
// «двухлитровый».
std::optional<Amount> amountAt(const std::vector<Token> &tokens, size_t at);
double timesOf(Scale scale);

} // namespace cargo::spoken
