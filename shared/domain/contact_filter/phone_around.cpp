#include "shared/domain/contact_filter/phone_around.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr int kTokens = 24;

bool isCurrency(const Token &token)
{
    return token.isSign(u'₽') || token.isSign(u'$') || token.isSign(u'€') || token.isSign(u'¥') || token.isSign(u'₩')
           || token.isSign(u'£') || token.isSign(u'₸');
}

bool isNot(std::u16string_view word)
{
    return (word[0] == u'н' || word[0] == u'n') && (word == u"не" || word == u"not" || word == u"никакой" || word == u"никакая");
}

bool isIt(std::u16string_view word)
{
    return word.size() > 4
               ? false
               : word == u"него" || word == u"нему" || word == u"ним" || word == u"it" || word == u"сюда" || word == u"туда";
}

// "dial it", «набери это», «позвони по ней»: what is dialled is the number before.
bool isDialled(const Scan &scan, size_t t)
{
    static constexpr std::u16string_view kIt[] = {u"it", u"this", u"that", u"его", u"ее", u"это", u"эту", u"ней", u"нему"};
    if (!scan.tokens[t].has(kDial))
        return false;
    const auto means = [&](size_t at) { return std::find(std::begin(kIt), std::end(kIt), scan.text(at)) != std::end(kIt); };
    if (t >= 4 && means(scan.text(t - 2) == u"и" ? t - 4 : t - 2)) // «его и набери»
        return true;
    for (size_t next = t + 2; next < scan.tokens.size() && next <= t + 4; next += 2) {
        if (means(next))
            return true;
        if (scan.text(next) != u"на" && scan.text(next) != u"по")
            return false;
    }
    return false;
}

// «…, спросить Вадима»
bool isAnswer(std::u16string_view word)
{
    constexpr size_t kShortest = 5;
    return word.size() >= kShortest
           && (word[0] == u'с' ? word.starts_with(u"спрос") : word.starts_with(u"отвеч") || word == u"ответит");
}

// «код страны», «код города»: of a telephone, not of an error or a part.
bool isDialCode(const Scan &scan, size_t t)
{
    if (t + 2 >= scan.tokens.size() || !scan.tokens[t].has(kPart) || !scan.text(t).starts_with(u"код"))
        return false;
    const std::u16string_view of = scan.text(t + 2);
    return of == u"страны" || of == u"города" || of == u"оператора" || of == u"набора";
}

// What a word must say to count beside a number.
constexpr quint64 kTellingBefore =
    kDial | kNetwork | kDictate | kWink | kAbroad | kDocument | kMoney | kOperator | kReverse | kNumber | kUnit;
constexpr quint64 kTellingAfter = kUnit | kTimes | kDial | kNetwork | kDocument | kMoney | kAbroad | kWink | kReverse;

bool isStrongNetwork(const Token &token) { return token.has(kNetwork) && !token.has(kPlace); }
} // namespace

Before lookBefore(const Context &context, size_t firstToken)
{
    const auto &tokens = context.scan.tokens;
    Before before;
    before.known = true;
    before.start = true;
    before.reverse = context.scan.overridden;
    int words = 0;
    bool numberBetween = false;
    bool sentence = false;
    int honestAt = 0; // the word that says what the number is, counted from it
    for (size_t i = firstToken, steps = 0; i > 0 && steps < kTokens && words < 7; ++steps) {
        const Token &token = tokens[--i];
        if (token.isGap())
            continue;
        before.start = before.start && (token.is(Type::Sign) || token.is(Type::Picture));
        if (token.is(Type::Digits)) {
            numberBetween = true;
            continue;
        }
        if (token.is(Type::Sign) || (token.is(Type::Picture) && !token.word)) {
            before.currency = before.currency || (words == 0 && steps < 2 && (isCurrency(token) || token.isSign(u'№')));
            sentence =
                sentence || (words > 0 && (token.isSign(u'.') || token.isSign(u'!') || token.isSign(u'?') || token.isSign(u';')));
            // The other side's question may stand in the same text: "номер? 8…".
            continue;
        }
        ++words;
        // «это не цена»
        if (honestAt && words - honestAt <= 2 && isNot(context.scan.text(i))) {
            before.wink = true;
            before.document = before.documentFar = before.money = false;
        }
        // "VK-7066261", "X7P8": pieces of codes say nothing.
        const bool code = token.is(Token::Caps) && token.size < 4 && i + 2 == firstToken && tokens[i + 1].isSign(u'-');
        if (!token.has(kTellingBefore) || code || (token.is(Token::Latin) && context.scan.isPiece(i)))
            continue;
        if (isDialCode(context.scan, i)) {
            before.dial = true;
            continue;
        }
        before.dial = before.dial || (words <= 5 && token.has(kDial));
        before.network = before.network || (words <= 4 && isStrongNetwork(token) && (!token.has(kDoubtful) || words <= 1));
        before.dictate = before.dictate || (words <= 4 && token.has(kDictate));
        before.wink = before.wink || (words <= 5 && token.has(kWink));
        before.abroad = before.abroad || (words <= 3 && token.has(kAbroad));
        honestAt = token.has(kDocument | kMoney) ? words : honestAt;
        before.operatorName = before.operatorName || (words <= 2 && token.has(kOperator));
        before.reverse = before.reverse || token.has(kReverse);
        if (!numberBetween && !sentence) {
            before.number = before.number || (words <= 4 && token.has(kNumber));
            before.document = before.document || (words <= 3 && token.has(kDocument));
            before.documentFar = before.documentFar || (words <= 5 && token.has(kDocument));
            before.money =
                before.money || (words <= 3 && token.has(kMoney)) || (words <= 1 && token.has(kUnit) && token.size > 2);
        }
    }
    before.documentFar = before.documentFar && !before.document;
    return before;
}

After lookAfter(const Context &context, size_t lastToken)
{
    const auto &tokens = context.scan.tokens;
    After after;
    after.known = true;
    after.end = true;
    int words = 0;
    int notAt = -9;  // the last «не»
    bool it = false; // «на него», "it": what is said is said of the number
    after.file = lastToken + 2 < tokens.size() && tokens[lastToken + 1].isSign(u'.') && tokens[lastToken + 2].has(kFile);
    for (size_t i = lastToken + 1, steps = 0; i < tokens.size() && steps < kTokens && words < 7; ++i, ++steps) {
        const Token &token = tokens[i];
        if (token.isGap())
            continue;
        if (!token.isAlnum()) {
            const bool smiles = token.isSign(u';') && i + 1 < tokens.size()
                                && (tokens[i + 1].isSign(u')')
                                    || (tokens[i + 1].isSign(u'-') && i + 2 < tokens.size() && tokens[i + 2].isSign(u')')));
            after.wink = after.wink || smiles || token.has(kWink);
            after.unit = after.unit || (words == 0 && steps < 2 && (isCurrency(token) || token.isSign(u'%')));
            continue;
        }
        after.end = false;
        if (token.is(Type::Digits))
            continue;
        ++words;
        if (isNot(context.scan.text(i)))
            notAt = words;
        if (token.has(kDocument | kMoney) && words - notAt <= 3)
            after.wink = true;
        it = it || isIt(context.scan.text(i));
        after.dial = after.dial || (words <= 3 && isAnswer(context.scan.text(i)));
        if (!token.has(kTellingAfter))
            continue;
        // "тг" and "р" after a number are money; a capital letter is somebody's name.
        after.unit =
            after.unit || (words == 1 && steps < 2 && token.has(kUnit | kTimes) && !(token.size == 1 && token.is(Token::Upper)));
        after.dial = after.dial || (words <= 4 && token.has(kDial)) || (it && token.has(kDial | kNetwork));
        after.dialNext = after.dialNext || (words <= (after.unit ? 2 : 1) && token.has(kDial) && !token.has(kDocument));
        after.dialIt = after.dialIt || (words <= 5 && isDialled(context.scan, i));
        after.abroad = after.abroad || (words <= 3 && token.has(kAbroad));
        after.network =
            after.network || (words <= 4 && isStrongNetwork(token) && !token.has(kDoubtful) && !(words == 1 && token.has(kUnit)));
        after.wink = after.wink || token.has(kWink);
        after.reverse = after.reverse || token.has(kReverse);
        after.document = after.document || (words <= 2 && token.has(kDocument));
    }
    return after;
}

} // namespace cargo::contact_filter
