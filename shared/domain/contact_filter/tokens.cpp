#include "shared/domain/contact_filter/tokens.h"

#include <QHash>
#include <QStringList>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

bool isInvisible(char32_t c)
{
    return (c >= 0x200b && c <= 0x200f) || c == 0x2060 || c == 0xfeff || c == 0xfe0f || c == 0x20e3 || c == 0x00ad
           || (c >= 0x2061 && c <= 0x2064) || c == 0x034f;
}

struct Folded
{
    char32_t c;
    bool odd;
};

Folded fold(char32_t c)
{
    if (c < 0x80)
        return {c >= 'A' && c <= 'Z' ? c + 32 : c, false};
    const int digit = QChar::digitValue(c);
    if (digit >= 0)
        return {char32_t('0' + digit), true};
    if (c == 0x401 || c == 0x451)
        return {0x435, false};
    if (c >= 0x400 && c <= 0x4ff)
        return {QChar::toLower(c), false};
    // Wide, mathematical and circled letters have one plain character as their compatibility form.
    if (QChar::decompositionTag(c) != QChar::NoDecomposition && QChar::decompositionTag(c) != QChar::Canonical) {
        const QString plain = QChar::decomposition(c);
        if (plain.size() == 1) {
            const int value = plain.at(0).digitValue();
            return {value >= 0 ? char32_t('0' + value) : char32_t(plain.at(0).toLower().unicode()), true};
        }
    }
    return {QChar::toLower(c), false};
}

Type typeOf(char32_t c)
{
    if (c >= '0' && c <= '9')
        return Type::Digits;
    if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029)
        return Type::Line;
    if (QChar::isSpace(c) || c == '\t')
        return Type::Blank;
    return QChar::isLetter(c) ? Type::Letters : Type::Sign;
}

struct NumberWord
{
    const char *words; // blank-separated, ё as е, UTF-8
    const char *digits;
    int rank;
};
// Number words with the forms and misspellings people use. Ordinals and slang («девятка») mean digits in a dictated number.
constexpr NumberWord kNumberWords[] = {
    {"ноль нуль нулик нолик zero oh nol nul", "0", 1},
    {"один одна одну единица единичка раз one odin", "1", 1},
    {"два две двойка двоечка второй two dva", "2", 1},
    {"три тройка троечка третий three tri", "3", 1},
    {"четыре четыри четверка четвертый four chetyre", "4", 1},
    {"пять пят пятерка пятерочка пятый five pyat", "5", 1},
    {"шесть шест шестерка шестерочка шестой six shest", "6", 1},
    {"семь сем семерка семерочка седьмой seven sem", "7", 1},
    {"восемь восем восьмерка восьмерочка восьмой eight vosem", "8", 1},
    {"девять девят девятка девяточка девятый nine devyat", "9", 1},
    {"десять десят десятка ten desyat", "10", 4},
    {"одиннадцать одинадцать eleven odinnadcat", "11", 4},
    {"двенадцать двинадцать twelve dvenadcat", "12", 4},
    {"тринадцать thirteen trinadcat", "13", 4},
    {"четырнадцать fourteen chetyrnadcat", "14", 4},
    {"пятнадцать fifteen pyatnadcat", "15", 4},
    {"шестнадцать sixteen shestnadcat", "16", 4},
    {"семнадцать seventeen semnadcat", "17", 4},
    {"восемнадцать eighteen vosemnadcat", "18", 4},
    {"девятнадцать nineteen devyatnadcat", "19", 4},
    {"двадцать двадцат twenty dvadcat", "20", 2},
    {"тридцать тридцат thirty tridcat", "30", 2},
    {"сорок forty sorok", "40", 2},
    {"пятьдесят писят пятдесят пейсят fifty pyatdesyat", "50", 2},
    {"шестьдесят шисят шестдесят sixty shestdesyat", "60", 2},
    {"семьдесят семдесят сисят seventy semdesyat", "70", 2},
    {"восемьдесят восемдесят eighty vosemdesyat", "80", 2},
    {"девяносто девяноста ninety devyanosto", "90", 2},
    {"сто sto", "100", 3},
    {"двести двести dvesti", "200", 3},
    {"триста тристо trista", "300", 3},
    {"четыреста четыресто chetyresta", "400", 3},
    {"пятьсот пятсот pyatsot", "500", 3},
    {"шестьсот шестсот shestsot", "600", 3},
    {"семьсот семсот semsot", "700", 3},
    {"восемьсот восемсот vosemsot", "800", 3},
    {"девятьсот девецот девятсот devyatsot", "900", 3},
};

const QHash<QString, const NumberWord *> &numberWords()
{
    static const QHash<QString, const NumberWord *> kIndex = [] {
        QHash<QString, const NumberWord *> index;
        for (const NumberWord &entry : kNumberWords) {
            const QStringList words = QString::fromUtf8(entry.words).split(u' ');
            for (const QString &word : words)
                index.insert(word, &entry);
        }
        return index;
    }();
    return kIndex;
}

char16_t lookAlike(QChar c)
{
    switch (c.unicode()) {
    case u'o':
    case u'о': return u'0';
    case u'l':
    case u'i': return u'1';
    case u'z': return u'2';
    case u'з': return u'3';
    case u'ч': return u'4';
    case u's': return u'5';
    case u'б': return u'6';
    case u'в':
    case u'b': return u'8';
    default: return 0;
    }
}

// "99б", "42I", "OlZ7": letters glued to digits that look like digits.
QString lookAlikes(const QString &letters)
{
    QString digits;
    for (const QChar c : letters) {
        const char16_t digit = lookAlike(c);
        if (!digit || letters.size() > 3)
            return {};
        digits += QChar(digit);
    }
    return digits;
}

void resolveDigits(std::vector<Token> &tokens)
{
    for (size_t i = 0; i < tokens.size(); ++i) {
        Token &token = tokens[i];
        if (token.type == Type::Digits)
            token.digits = token.text;
        if (token.type != Type::Letters)
            continue;
        if (const auto *entry = numberWords().value(token.text)) {
            token.digits = QString::fromLatin1(entry->digits);
            token.numberRank = entry->rank;
            token.spelled = true;
            continue;
        }
        const bool glued =
            (i > 0 && tokens[i - 1].type == Type::Digits) || (i + 1 < tokens.size() && tokens[i + 1].type == Type::Digits);
        if (glued) {
            token.digits = lookAlikes(token.text);
            token.spelled = token.hasDigits();
        }
    }
}
} // namespace

std::vector<Token> tokenize(QStringView text)
{
    std::vector<Token> tokens;
    bool invisible = false;
    for (qsizetype i = 0; i < text.size();) {
        char32_t c = text.at(i).unicode();
        qsizetype size = 1;
        if (text.at(i).isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text.at(i), text.at(i + 1));
            size = 2;
        }
        if (isInvisible(c)) {
            invisible = true;
            i += size;
            continue;
        }
        const Folded folded = fold(c);
        const Type type = typeOf(folded.c);
        const bool joins = !tokens.empty() && tokens.back().type == type && type != Type::Sign;
        if (!joins) {
            tokens.emplace_back();
            tokens.back().type = type;
            tokens.back().start = i;
            invisible = false;
        }
        Token &token = tokens.back();
        token.capital = token.capital || (joins && QChar::isUpper(c));
        token.text += QChar::fromUcs4(folded.c);
        token.end = i + size;
        token.odd = token.odd || folded.odd || (invisible && type == Type::Digits);
        i += size;
    }
    resolveDigits(tokens);
    return tokens;
}

} // namespace cargo::contact_filter
