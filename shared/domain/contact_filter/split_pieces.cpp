#include "shared/domain/contact_filter/split_pieces.h"

#include "shared/domain/contact_filter/numbers.h"
#include "shared/domain/contact_filter/phone_parts.h"
#include "shared/domain/contact_filter/split_announced.h"
#include "shared/domain/contact_filter/stems.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr quint64 kTelling =
    kNumeral | kConnector | kPart | kDial | kNumber | kDictate | kOperator | kNetwork | kPlus | kSign | kAbroad;

bool isMoneySign(const Token &token)
{
    return token.isSign(u'=') || token.isSign(u'%') || token.isSign(u'₽') || token.isSign(u'$') || token.isSign(u'€');
}

// What the words of some tokens say of the numbers among them.
struct Around
{
    int strangers = 0;
    bool honest = false;
    bool pure = true;
    bool money = false;
    bool cue = false;
};

Around lookAround(const Scan &scan, const std::vector<quint8> &ofGroups, size_t from, size_t to)
{
    Around around;
    for (size_t t = from; t < to; ++t) {
        const Token &token = scan.tokens[t];
        if (ofGroups[t])
            continue;
        around.honest = around.honest || isMoneySign(token);
        if (!token.is(Type::Word))
            continue;
        // "ок" is no network here.
        around.cue = around.cue || (token.has(kDial | kNumber | kPart | kDictate | kNetwork) && !token.has(kDoubtful));
        if (token.has(kMoney) && !token.has(kDocument | kUnit)) {
            around.money = true;
            continue;
        }
        // A unit counts just after a number («7609 с утра» is none); other honest words anywhere.
        const bool unitAway =
            token.has(kUnit) && !token.has(kDocument | kMonth | kTime) && !(t > 1 && (ofGroups[t - 1] || ofGroups[t - 2]));
        // «с конца буду: 50 71»
        const bool turns = token.has(kTime) && (scan.hints & kReverse);
        if (token.has(kStopsNumber | kTime) && !token.has(kDial | kPart | kConnector) && !unitAway && !turns)
            around.honest = true;
        around.strangers += token.has(kTelling | kName | kStop) ? 0 : 1;
        around.pure = around.pure && !token.has(kDoubtful) && token.has(kTelling);
    }
    return around;
}

// Whether a sentence ends at token `t`: a sign with nothing or a blank behind it, a new line.
bool endsSentence(const std::vector<Token> &tokens, size_t t)
{
    const Token &token = tokens[t];
    if (token.is(Type::Line) || token.is(Type::Picture))
        return true;
    const bool sign = token.isSign(u'.') || token.isSign(u'!') || token.isSign(u'?') || token.isSign(u';') || token.isSign(u')')
                      || token.isSign(u',');
    return sign && (t + 1 == tokens.size() || !tokens[t + 1].isAlnum());
}

// Of a car: "2017".
bool isYear(std::string_view digits) { return digits.size() == 4 && digits >= "1990" && digits <= "2030"; }

// A year or a day, "25/06", which is one where other words stand beside it.
bool isDate(const Numbers &numbers, size_t from, size_t to)
{
    const std::string_view first = numbers.text(numbers.groups[from]);
    if (to != from + 2)
        return to == from + 1 && isYear(first);
    const Group &next = numbers.groups[from + 1];
    const std::string_view second = numbers.text(next);
    const auto isMonth = [](std::string_view digits) { return digits > "00" && digits <= "12"; };
    const auto isDay = [](std::string_view digits) { return digits > "00" && digits <= "31"; };
    return first.size() == 2 && second.size() == 2 && next.tight && (next.sign == u'/' || next.sign == u'.')
           && ((isDay(first) && isMonth(second)) || (isMonth(first) && isDay(second)));
}

// "1 640": a group of up to three digits and one or more of three.
bool isAmount(const Numbers &numbers, size_t from, size_t to)
{
    const std::vector<Group> &groups = numbers.groups;
    for (size_t k = from; k < to; ++k) {
        const bool fits = k == from ? groups[k].size <= 3 : groups[k].size == 3;
        if (!fits || groups[k].is(Group::Words))
            return false;
    }
    return to - from >= 2 && numbers.text(groups[from])[0] != '0';
}

// A sentence that tells digits.
struct Sentence
{
    size_t firstGroup = 0;
    size_t lastGroup = 0; // behind it
    bool sure = false;
    bool clear = false;
    bool money = false;

    void tell(const Numbers &numbers, Telling &telling) const
    {
        const bool begins = telling.digits.empty();
        telling.clear = (begins || telling.clear) && clear;
        telling.money = telling.money || money;
        telling.words = begins || telling.words;
        telling.amount = telling.amount || isAmount(numbers, firstGroup, lastGroup);
        if (begins) {
            telling.first = numbers.groups[firstGroup].first;
            telling.firstSize = numbers.groups[firstGroup].size;
        }
        for (size_t k = firstGroup; k < lastGroup; ++k) {
            const Group &group = numbers.groups[k];
            telling.last = group.last;
            telling.digits += numbers.text(group);
            telling.words = telling.words && group.is(Group::Words);
            telling.hundreds = group.is(Group::Words) && group.rank == 3;
        }
    }
};

// The sentences that tell digits of nothing honest. Those that hold nothing else or speak of a number are taken before others.
void readTold(const Scan &scan, const Numbers &numbers, const std::vector<quint8> &ofGroups, Piece &piece)
{
    constexpr int kBesides = 5;
    const std::vector<Token> &tokens = scan.tokens;
    std::vector<Sentence> sentences;
    size_t group = 0;
    for (size_t from = 0; from < tokens.size() && group < numbers.groups.size();) {
        size_t to = from;
        while (to < tokens.size() && !endsSentence(tokens, to))
            ++to;
        const size_t first = group;
        bool honest = false;
        while (group < numbers.groups.size() && numbers.groups[group].first < to + 1) {
            honest = honest || (numbers.groups[group].flags & (Group::UnitAfter | Group::Glued | Group::Honest | Group::Decimal));
            to = std::max<size_t>(to, numbers.groups[group].last + 1);
            ++group;
        }
        to = std::min(to, tokens.size());
        if (group > first) {
            const Around around = lookAround(scan, ofGroups, from, to);
            const bool date = around.strangers > 0 && isDate(numbers, first, group);
            if (!honest && !date && !around.honest && around.strangers <= kBesides)
                sentences.push_back({first, group, around.pure || around.cue, around.pure, around.money});
        }
        from = to + 1;
    }
    const bool anySure = std::any_of(sentences.begin(), sentences.end(), [](const Sentence &s) { return s.sure; });
    for (const Sentence &sentence : sentences) {
        if (!anySure || sentence.sure)
            sentence.tell(numbers, piece.told);
    }
    if (sentences.size() > 1)
        sentences.back().tell(numbers, piece.tail);
    for (Telling *telling : {&piece.told, &piece.tail}) {
        if (telling->digits.size() > kPieceMaxDigits)
            *telling = {};
    }
}

int valueOf(const std::string &digits)
{
    int value = 0;
    for (size_t k = 0; k < std::min<size_t>(digits.size(), 8); ++k)
        value = value * 10 + (digits[k] - '0');
    return value;
}
} // namespace

// Prices by turns and one price after another: numbers of nearly the same size.
bool isHaggling(const std::vector<std::string> &pieces)
{
    if (pieces.size() < 2)
        return false;
    int alike = 0;
    for (size_t k = 1; k < pieces.size(); ++k) {
        const int a = valueOf(pieces[k - 1]);
        const int b = valueOf(pieces[k]);
        const bool sameLength = pieces[k - 1].size() == pieces[k].size() && pieces[k][0] != '0';
        alike += sameLength && b * 10 > a * 6 && a * 10 > b * 6 && pieces[k].size() >= 2 ? 1 : 0;
    }
    return alike == int(pieces.size()) - 1 && (pieces.size() < 3 || pieces[0].size() > 2);
}

// «350», «420», "2900": three sums or more, all of them round.
bool isRound(const std::vector<std::string> &pieces)
{
    return pieces.size() >= 3 && std::all_of(pieces.begin(), pieces.end(), [](const std::string &piece) {
               return piece.size() > 1 && piece.back() == '0';
           });
}

// 643, 760, 1120: distances and bids that grow, none to twice the one before. A year among them is no part of a number either.
bool isGrowing(const std::vector<std::string> &pieces)
{
    if (pieces.size() < 2)
        return false;
    bool grows = pieces.size() >= 3;
    bool year = false;
    for (size_t k = 0; k < pieces.size(); ++k) {
        const int value = valueOf(pieces[k]);
        year = year || isYear(pieces[k]);
        grows = grows && pieces[k].size() >= 3 && pieces[k].size() <= 4
                && (k == 0 || (value > valueOf(pieces[k - 1]) && value < 2 * valueOf(pieces[k - 1])));
    }
    return grows || year;
}

bool isCounting(const std::string &digits)
{
    for (size_t k = 1; k < digits.size(); ++k) {
        if (digits[k] - digits[k - 1] != 1 && digits[k] != digits[k - 1])
            return false;
    }
    return true;
}

// Messages that are numbered ("photo 8", "photo 9", "photo 10"), in order or nearly: no number is dictated so.
bool isNumbering(const std::vector<std::string> &pieces)
{
    if (pieces.size() < 3)
        return false;
    std::vector<int> values;
    bool inOrder = true;
    for (const std::string &piece : pieces) {
        if (piece.size() > 5)
            return false;
        values.push_back(valueOf(piece));
        // Two sides who number together leave gaps in each one's row.
        const int step = values.size() == 1 ? 1 : values.back() - values[values.size() - 2];
        inOrder = inOrder && step >= 1 && step <= 3;
    }
    if (inOrder)
        return true;
    std::sort(values.begin(), values.end());
    const bool distinct = std::adjacent_find(values.begin(), values.end()) == values.end();
    return distinct && values.back() >= 10 && values.back() - values.front() < 2 * int(values.size());
}

namespace {
// «1) 8924», "2. 118", «№3 770», «часть 2: 770», "(1/3) 8924", «1 из 3: 8924»: the message's place in a row of messages is no
// digit of what it tells. How many groups at the beginning say it.
size_t placesOfMessage(const Scan &scan, const Numbers &numbers)
{
    const std::vector<Group> &groups = numbers.groups;
    const std::vector<Token> &tokens = scan.tokens;
    // No telephone begins so, and nobody sends more parts.
    const auto counts = [&](size_t k) {
        const Group &group = groups[k];
        const char digit = group.size == 1 ? numbers.text(group)[0] : '0';
        return digit >= '1' && digit <= '6' && tokens[group.first].is(Type::Digits);
    };
    const auto isBlank = [&](size_t t) { return t < tokens.size() && tokens[t].isGap(); };
    if (groups.size() < 2 || !counts(0))
        return 0;
    const size_t first = groups[0].first;
    const bool named = (first == 1 && tokens[0].isSign(u'№')) || (first == 2 && tokens[0].has(kPart) && isBlank(1));
    const bool led = first > 1 && isBlank(first - 1) && tokens[first - 2].isSign(u':'); // «по порядку: 1/3 8963»
    if (first > 0 && !named && !led && !(first == 1 && tokens[0].isSign(u'(')))
        return 0;
    const size_t next = groups[0].last + 1;
    if (tokens[next].isSign(u')') || (tokens[next].isSign(u'.') && isBlank(next + 1))
        || (named && (tokens[next].isSign(u':') || isBlank(next))))
        return 1;
    const bool share = tokens[next].isSign(u'/') || (isBlank(next) && scan.text(next + 1) == u"из");
    if (groups.size() < 3 || !share || !counts(1) || groups[1].first > next + 3)
        return 0;
    const size_t after = groups[1].last + 1;
    return tokens[after].isSign(u')') || tokens[after].isSign(u':') || isBlank(after) ? 2 : 0;
}

// «913 раз», "740 two", «три: 2681»: which of the messages it is, said in a word beside digits; 0 for none. `digits`: the others.
int countTold(const Scan &scan, std::string &digits)
{
    constexpr size_t kFewest = 2;
    if (scan.words != 1 || scan.digits < int(kFewest))
        return 0;
    int count = 0;
    bool behind = false; // the word stands behind digits
    for (const Token &token : scan.tokens) {
        if (token.is(Type::Digits)) {
            if (behind)
                return 0;
            for (const char16_t c : scan.text(token))
                digits += char(c);
        } else if (token.is(Type::Word)) {
            const bool numeral = token.has(kNumeral) && token.word->length == 1 && token.word->rank == 1;
            if (!numeral || (token.word->weak && scan.text(token) != u"раз"))
                return 0;
            count = token.word->digits[0] - '0';
            behind = !digits.empty();
        }
    }
    constexpr int kMost = 6; // nobody sends more
    return count > kMost ? 0 : count;
}

// «1 250 000», «17 000»: nobody cuts a number so, everybody writes a price so.
void setThousandsAside(const Scan &scan, Numbers &numbers)
{
    std::vector<Group> &groups = numbers.groups;
    const auto follows = [&](size_t k) {
        return k > 0 && k < groups.size() && groups[k].first == groups[k - 1].last + 2
               && scan.tokens[groups[k].first - 1].is(Type::Blank);
    };
    for (size_t k = 1; k < groups.size(); ++k) {
        if (numbers.text(groups[k]) != "000" || follows(k + 1))
            continue;
        size_t from = k;
        while (follows(from) && groups[from].size == 3)
            --from;
        if (!isAmount(numbers, from, k + 1))
            continue;
        for (size_t part = from; part <= k; ++part)
            groups[part].flags |= Group::Honest;
    }
}

// «а вторая?», «первый и третий»: they number things and tell no digits.
bool areOrdinals(const Scan &scan, const Numbers &numbers)
{
    return std::all_of(numbers.groups.begin(), numbers.groups.end(),
                       [&](const Group &group) { return isOrdinal(scan.text(group.first)); });
}

// «сложи рядом», «склей», "in a row": digits are joined and no sum is worked out.
bool saysSideBySide(const Scan &scan)
{
    static constexpr std::u16string_view kStems[] = {u"рядом", u"строк",  u"строч", u"подряд", u"слитно", u"впритык", u"слеп",
                                                     u"склей", u"соедин", u"side",  u"join",   u"concat", u"glue",    u"stick"};
    return std::any_of(scan.tokens.begin(), scan.tokens.end(), [&scan](const Token &token) {
        const std::u16string_view text = token.is(Type::Word) ? scan.text(token) : std::u16string_view();
        return text == u"ряд" || text == u"row" || beginsWithOne(text, kStems);
    });
}
} // namespace

Piece readPiece(const Scan &scan, bool own)
{
    Piece piece;
    piece.own = own;
    for (const Token &token : scan.tokens) {
        if (const auto where = token.has(kPart) ? placeTold(scan.text(token)) : std::nullopt) {
            piece.where = piece.where ? piece.where : where;
            piece.asksWhere = where;
        }
        piece.cue = piece.cue || (token.has(kDial | kNumber | kPart | kDictate | kNetwork) && !token.has(kDoubtful));
        piece.question = piece.question || token.isSign(u'?');
        piece.asks = piece.asks || scan.text(token).starts_with(u"дикту") || scan.text(token).starts_with(u"записыва");
    }
    piece.wink = scan.hints & kWink;
    piece.dial = scan.hints & kDial;
    piece.abroad = scan.hints & kAbroad;
    piece.announces = announcesNumber(scan);
    piece.joins = (scan.hints & (kDial | kWink)) && saysSideBySide(scan);
    piece.part = scan.hints & kPart;
    piece.asks = piece.asks || (scan.hints & (kDial | kNumber | kNetwork | kNick)) != 0;
    Numbers numbers;
    readNumbers(scan, true, numbers);
    if (Numbers summed; (scan.hasSign(u'+') || (scan.hints & (kPlus | kMinus))) && addSums(scan, numbers, summed)) // «900+2»
        numbers = std::move(summed);
    const size_t places = placesOfMessage(scan, numbers);
    const bool ordinal = !numbers.groups.empty() && isOrdinal(scan.text(numbers.groups[0].first));
    if (places > 0 || (ordinal && numbers.groups[0].first <= 2 && numbers.groups[0].size == 1))
        piece.place = numbers.text(numbers.groups[0])[0] - '0';
    if (std::string digits; piece.place == 0) {
        piece.place = countTold(scan, digits);
        piece.counted = piece.place > 0 ? digits : std::string();
    }
    numbers.groups.erase(numbers.groups.begin(), numbers.groups.begin() + qsizetype(places));
    const bool counted = dropCounts(scan, numbers) || places > 0;
    piece.cue = piece.cue || counted;
    piece.part = piece.part || counted;
    if (areOrdinals(scan, numbers))
        return piece;
    setThousandsAside(scan, numbers);
    const auto &groups = numbers.groups;
    piece.any = true;
    piece.groups = groups.size();
    piece.first = groups.front().first;
    piece.last = groups.back().last;
    piece.plus = groups.front().plus;
    bool honest = false;
    std::vector<quint8> ofGroups(scan.tokens.size(), 0);
    for (const Group &group : groups) {
        piece.digits += numbers.text(group);
        if (!group.is(Group::Words))
            piece.written += numbers.text(group);
        honest = honest || (group.flags & (Group::UnitAfter | Group::Glued | Group::Honest | Group::Decimal));
        piece.words = piece.words || group.is(Group::Words);
        std::fill(ofGroups.begin() + group.first, ofGroups.begin() + group.last + 1, quint8(1));
    }
    piece.amount = isAmount(numbers, 0, groups.size());
    const Around around = lookAround(scan, ofGroups, 0, scan.tokens.size());
    piece.money = around.money;
    piece.pure = around.pure;
    piece.wordless = true;
    for (size_t t = 0; t < scan.tokens.size(); ++t)
        piece.wordless = piece.wordless && (ofGroups[t] || !scan.tokens[t].is(Type::Word));
    honest = honest || (around.strangers > 0 && isDate(numbers, 0, groups.size())); // "the merc is 2017?"
    piece.bare = !honest && !around.honest && around.strangers <= (piece.cue ? 2 : 1) && piece.digits.size() <= kPieceMaxDigits;
    readTold(scan, numbers, ofGroups, piece);
    for (size_t t = 1; t < hear(piece, true).first; ++t) {
        const bool ends = endsSentence(scan.tokens, t) && !scan.tokens[t].isSign(u',');
        piece.answers = piece.answers || (ends && scan.tokens[t - 1].isAlnum());
    }
    return piece;
}

} // namespace cargo::contact_filter
