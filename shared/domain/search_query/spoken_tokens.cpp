#include "shared/domain/search_query/spoken_tokens.h"

#include "shared/domain/search_query/spoken_engines.h"

#include <algorithm>
#include <cmath>

namespace cargo::spoken {

namespace {
using namespace Qt::Literals;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isLetter(QChar c) { return c.isLetter() || c.isMark(); }
bool isSpace(QChar c) { return c.isSpace() || c == QChar::Nbsp || c == QChar(0x202f); }

QChar signOf(QChar c)
{
    if (c == QChar(0x2013) || c == QChar(0x2014) || c == QChar(0x2212))
        return u'-';
    return QStringView(u"-+<>%$€¥₽~").contains(c) ? c : QChar();
}

qsizetype digitsFrom(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    return end - at;
}

// At a digit. Groups of three are one number whatever parts them; a comma or a point before fewer or more digits is a fraction.
Token numberAt(QStringView text, qsizetype at)
{
    Token token;
    token.kind = Token::Kind::Number;
    token.start = at;
    qsizetype end = at + digitsFrom(text, at);
    QString digits = text.sliced(at, end - at).toString();
    token.wholeDigits = int(digits.size());
    const auto groupAt = [&](qsizetype from) { return digitsFrom(text, from) == 3; };
    if (digits.size() <= 3 && digits.at(0) != u'0') {
        while (end + 1 < text.size() && (isSpace(text[end]) || text[end] == u'.' || text[end] == u',' || text[end] == u'\'')
               && groupAt(end + 1)) {
            digits += text.sliced(end + 1, 3);
            end += 4;
            token.wholeDigits = 0;
        }
    }
    const bool fraction = end + 1 < text.size() && (text[end] == u'.' || text[end] == u',') && isDigit(text[end + 1]);
    if (fraction) {
        const qsizetype more = digitsFrom(text, end + 1);
        digits += u'.' + text.sliced(end + 1, more).toString();
        end += 1 + more;
        token.wholeDigits = 0;
    }
    token.number = digits.toDouble();
    token.end = end;
    return token;
}

std::optional<double> numeral(const QString &word)
{
    struct Row
    {
        double value;
        Words words;
    };
    static const Row rows[] = {
        {0.5, {u"пол", u"полмиллиона", u"пол-миллиона", u"half"}},
        {1, {u"один", u"одного", u"одной", u"одну", u"one"}},
        {1.5, {u"полтора", u"полутора", u"полторашка", u"полторы", u"полторашки"}},
        {2, {u"два", u"двух", u"две", u"пара", u"пару", u"пары", u"two"}},
        {3, {u"три", u"трех", u"three"}},
        {4, {u"четыре", u"четырех", u"four"}},
        {5, {u"пять", u"пяти", u"пятерка", u"five"}},
        {6, {u"шесть", u"шести", u"six"}},
        {7, {u"семь", u"семи", u"seven"}},
        {8, {u"восемь", u"восьми", u"eight"}},
        {9, {u"девять", u"девяти", u"nine"}},
        {10, {u"десять", u"десяти", u"десятка", u"ten"}},
        {11, {u"одиннадцат*"}},
        {12, {u"двенадцат*"}},
        {13, {u"тринадцат*"}},
        {14, {u"четырнадцат*"}},
        {15, {u"пятнадцат*"}},
        {20, {u"двадцать", u"двадцати", u"двадцатка", u"twenty"}},
        {25, {u"четвертак", u"четвертака"}},
        {30, {u"тридцать", u"тридцати", u"тридцатка", u"thirty"}},
        {40, {u"сорок", u"сорока", u"forty"}},
        {50, {u"пятьдесят", u"пятидесяти", u"полтинник*", u"полтос*", u"fifty"}},
        {60, {u"шестьдесят", u"шестидесяти"}},
        {70, {u"семьдесят", u"семидесяти"}},
        {80, {u"восемьдесят", u"восьмидесяти"}},
        {90, {u"девяносто", u"девяноста"}},
        {100, {u"сто", u"ста", u"сотка", u"сотки", u"сотни", u"сотню", u"сотку", u"сотен", u"hundred"}},
        {200, {u"двести", u"двухсот"}},
        {300, {u"триста", u"трехсот"}},
        {400, {u"четыреста", u"четырехсот"}},
        {500, {u"пятьсот", u"пятисот"}},
        {600, {u"шестьсот", u"шестисот"}},
        {700, {u"семьсот", u"семисот"}},
        {800, {u"восемьсот", u"восьмисот"}},
        {900, {u"девятьсот", u"девятисот"}},
    };
    for (const Row &row : rows) {
        if (isOneOf(word, row.words))
            return row.value;
    }
    return std::nullopt;
}

// «Сто пятьдесят», «двадцать пять»: what comes next is of the places that are still empty.
void readMoreNumerals(const std::vector<Token> &tokens, Amount &amount)
{
    for (double place = amount.bare; amount.next < tokens.size();) {
        const auto more = numeral(tokens[amount.next].word);
        const bool fits = more && std::fmod(*more, 1) == 0 && *more < (place >= 100 ? 100 : place >= 20 ? 10 : 0);
        if (!fits)
            return;
        place = *more;
        amount.bare += place;
        ++amount.next;
    }
}

// «2х», «5-ти», «19го»: the end of a numeral that is written in digits.
size_t behindEnding(const std::vector<Token> &tokens, size_t i)
{
    const auto isEnding = [&tokens](size_t at) {
        return at < tokens.size() && !tokens[at].gapBefore
               && isOneOf(tokens[at].word, {u"х", u"x", u"ти", u"ми", u"ех", u"ух", u"го", u"й"});
    };
    if (isEnding(i))
        return i + 1;
    const bool hyphen = i < tokens.size() && tokens[i].sign == u'-' && !tokens[i].gapBefore;
    return hyphen && isEnding(i + 1) ? i + 2 : i;
}

std::optional<Scale> scaleOf(const QString &word)
{
    if (isOneOf(word, {u"млн", u"миллион*", u"милион*", u"миллон*", u"лям*", u"мульт*", u"лимон*", u"кк", u"kk", u"mln",
                       u"million*", u"milion*", u"mil", u"mill", u"mio", u"полмиллиона", u"m", u"м"}))
        return Scale::Million;
    if (isOneOf(word, {u"тыс", u"тысяч*", u"тысч*", u"тысящ*", u"тыщ*", u"тищ*", u"тр", u"тыр", u"к", u"k", u"т", u"thousand*",
                       u"косар*", u"tys", u"tis", u"tysyach*"}))
        return Scale::Thousand;
    return std::nullopt;
}

struct Unit
{
    Measure measure;
    double times;
};

std::optional<Unit> unitOf(const QString &word)
{
    if (isOneOf(word, {u"ткм", u"тыскм", u"tkm"}))
        return Unit{Measure::Km, 1'000};
    if (isOneOf(word, {u"км", u"километр*", u"km", u"kms", u"kilomet*"}))
        return Unit{Measure::Km, 1};
    if (isOneOf(word, {u"миль", u"мили", u"mile", u"miles", u"mi"}))
        return Unit{Measure::Km, 1.609344};
    if (isOneOf(word, {u"руб*", u"р", u"rub*", u"деревянных"}))
        return Unit{Measure::Money, 1};
    if (isOneOf(word, {u"доллар*", u"бакс*", u"евро", u"иен*", u"йен*",    u"юан*", u"вон",   u"usd",    u"eur",     u"euro*",
                       u"jpy",     u"yen",   u"cny",  u"krw",  u"dollar*", u"gbp",  u"фунт*", u"pound*", u"дирхам*", u"aed"}))
        return Unit{Measure::OtherMoney, 1};
    if (isOneOf(word, {u"день", u"дня", u"дней", u"дн", u"сутки", u"суток", u"day", u"days"}))
        return Unit{Measure::Days, 1};
    if (isOneOf(word, {u"недел*", u"нед", u"week*"}))
        return Unit{Measure::Days, 7};
    if (isOneOf(word, {u"месяц*", u"мес", u"month*"}))
        return Unit{Measure::Days, 30};
    if (isOneOf(word, {u"лет", u"года", u"год", u"годик*", u"year", u"years", u"yrs", u"летн*"}))
        return Unit{Measure::Years, 1};
    if (isOneOf(word,
                {u"кг", u"kg", u"мест*", u"seat*", u"двер*", u"door*", u"дюйм*", u"inch*", u"владел*", u"хозя*", u"owner*"}))
        return Unit{Measure::Something, 1};
    return std::nullopt;
}

// «до миллиона», «за месяц»
bool standsForOne(const QString &word)
{
    const auto unit = unitOf(word);
    return (scaleOf(word) && word.size() > 3) || (unit && unit->measure == Measure::Days);
}

// The words behind a number: its scale, and what it counts.
void readUnits(const std::vector<Token> &tokens, Amount &amount)
{
    const auto wordAt = [&](size_t i) -> QString { return i < tokens.size() ? tokens[i].word : QString(); };
    size_t &i = amount.next;
    if (wordAt(i) == u"с" && wordAt(i + 1) == u"половиной") {
        amount.bare += 0.5;
        i += 2;
    }
    if (const auto figure = engineFigureAt(tokens, i, amount.bare)) {
        takeFigure(*figure, amount);
        i = figure->next;
        return;
    }
    if (const auto scale = scaleOf(wordAt(i))) {
        // "м" and "т" alone are metres and tons, unless they are glued to their number.
        const bool doubtful = isOneOf(wordAt(i), {u"m", u"м", u"т"}) && tokens[i].gapBefore && wordAt(i + 1) != u"р";
        if (!doubtful) {
            amount.scale = *scale;
            ++i;
        }
    }
    amount.value = amount.bare * timesOf(amount.scale);
    if (amount.scale == Scale::Million && i + 1 < tokens.size() && tokens[i].kind == Token::Kind::Number
        && scaleOf(wordAt(i + 1)) == Scale::Thousand && tokens[i].number < 1000) {
        amount.value += tokens[i].number * 1000; // «2 млн 300 тыс»
        i += 2;
    } else if (amount.scale == Scale::Million && i + 1 == tokens.size() && tokens[i].kind == Token::Kind::Number
               && tokens[i].wholeDigits == 3) {
        amount.value += tokens[i].number * 1000; // «1 млн 800»
        ++i;
    }
    if (i < tokens.size() && tokens[i].kind == Token::Kind::Sign) {
        if (tokens[i].sign == u'₽') {
            amount.measure = Measure::Money;
            ++i;
        } else if (QStringView(u"$€¥").contains(tokens[i].sign)) {
            amount.measure = Measure::OtherMoney;
            ++i;
        } else if (tokens[i].sign == u'%') {
            amount.measure = Measure::Something;
        }
        return;
    }
    if (const auto unit = unitOf(wordAt(i))) {
        amount.measure = unit->measure;
        amount.value *= unit->times;
        ++i;
    }
}

// «Двухлитровый», «полуторалитровый».
std::optional<Amount> litresInOneWord(const QString &word, size_t at)
{
    const qsizetype end = word.indexOf(u"литров");
    const auto number = end > 0 ? numeral(word.first(end)) : std::nullopt;
    if (!number)
        return std::nullopt;
    Amount amount;
    amount.bare = *number;
    amount.value = *number * 1'000;
    amount.measure = Measure::Displacement;
    amount.isRounded = true;
    amount.next = at + 1;
    return amount;
}
} // namespace

double timesOf(Scale scale) { return scale == Scale::Million ? 1e6 : scale == Scale::Thousand ? 1e3 : 1; }

bool isOneOf(const QString &word, Words words)
{
    const auto fits = [&word](QStringView known) {
        return known.endsWith(u'*') ? word.startsWith(known.chopped(1)) : known == word;
    };
    return !word.isEmpty() && std::any_of(words.begin(), words.end(), fits);
}

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    bool gap = true;
    for (qsizetype at = 0; at < text.size();) {
        Token token;
        token.start = at;
        token.end = at + 1;
        if (isDigit(text[at])) {
            token = numberAt(text, at);
        } else if (isLetter(text[at])) {
            token.kind = Token::Kind::Word;
            while (token.end < text.size() && (isLetter(text[token.end]) || isDigit(text[token.end])))
                ++token.end;
            token.word = text.sliced(at, token.end - at).toString().toLower().replace(QChar(u'ё'), QChar(u'е'));
        } else {
            token.sign = signOf(text[at]);
        }
        token.gapBefore = gap;
        at = token.end;
        gap = token.kind == Token::Kind::Sign && token.sign.isNull();
        if (!gap)
            tokens.push_back(std::move(token));
    }
    return tokens;
}

void spellOutYears(std::vector<Token> &tokens, int year)
{
    const auto isShort = [&](size_t i) {
        return i < tokens.size() && tokens[i].kind == Token::Kind::Number && tokens[i].wholeDigits == 2
               && (tokens[i].number <= year % 100 + 1 || tokens[i].number >= 90);
    };
    const auto spellOut = [&](size_t i) {
        tokens[i].number += tokens[i].number >= 90 ? 1900 : 2000;
        tokens[i].wholeDigits = 4;
    };
    const auto isRange = [&](size_t i) {
        return i < tokens.size() && (tokens[i].sign == u'-' || isOneOf(tokens[i].word, {u"по", u"до"}));
    };
    for (size_t i = 0; i < tokens.size(); ++i) {
        if (!isShort(i))
            continue;
        const bool behindYear = i >= 2 && tokens[i - 1].sign == u'-' && tokens[i - 2].wholeDigits == 4
                                && tokens[i - 2].number >= 1950 && tokens[i - 2].number <= 2000 + tokens[i].number
                                && tokens[i - 2].number <= year; // «2019-21»
        const size_t behind = behindEnding(tokens, i + 1);
        const bool named = behind < tokens.size() && isOneOf(tokens[behind].word, {u"г", u"гг", u"гв", u"год", u"года", u"году"});
        if (!named && !behindYear)
            continue;
        spellOut(i);
        if (i >= 2 && isRange(i - 1) && isShort(i - 2))
            spellOut(i - 2);
    }
}

std::optional<Amount> amountAt(const std::vector<Token> &tokens, size_t at)
{
    if (at >= tokens.size())
        return std::nullopt;
    Amount amount;
    const Token &first = tokens[at];
    if (first.kind == Token::Kind::Sign) { // "$20000"
        if (!QStringView(u"$€¥").contains(first.sign) || at + 1 >= tokens.size() || tokens[at + 1].kind != Token::Kind::Number)
            return std::nullopt;
        auto behind = amountAt(tokens, at + 1);
        if (behind)
            behind->measure = Measure::OtherMoney;
        return behind;
    }
    if (const auto litres = litresInOneWord(first.word, at))
        return litres;
    amount.next = at + 1;
    if (first.kind == Token::Kind::Number) {
        amount.bare = first.number;
        amount.wholeDigits = first.wholeDigits;
        amount.next = behindEnding(tokens, amount.next);
    } else if (const auto number = numeral(first.word)) {
        amount.bare = *number;
        if (first.word == u"полмиллиона")
            amount.next = at; // it is its own scale
        else
            readMoreNumerals(tokens, amount);
    } else if (standsForOne(first.word)) {
        amount.bare = 1;
        amount.next = at; // it is its own scale or unit
    } else {
        return std::nullopt;
    }
    readUnits(tokens, amount);
    if (!std::isfinite(amount.value) || amount.value > 1e12)
        return std::nullopt;
    return amount;
}

} // namespace cargo::spoken
