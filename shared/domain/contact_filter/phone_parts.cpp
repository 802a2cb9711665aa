#include "shared/domain/contact_filter/phone_parts.h"

#include "shared/domain/contact_filter/phone_formats.h"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

qint64 valueOf(std::string_view digits)
{
    qint64 value = 0;
    for (const char c : digits.substr(0, 15))
        value = value * 10 + (c - '0');
    return value;
}

// '+', '-' or '*' when the gap before a group is just that; 0 otherwise.
char sumSign(const Scan &scan, const Group &before, const Group &group)
{
    char sign = 0;
    for (size_t t = before.last + 1; t < group.first; ++t) {
        const Token &token = scan.tokens[t];
        if (token.is(Type::Blank))
            continue;
        const bool plus = token.isSign(u'+') || token.has(kPlus);
        const bool minus = token.isSign(u'-') || token.has(kMinus);
        const bool times = token.isSign(u'*');
        if ((!plus && !minus && !times) || sign)
            return 0;
        sign = plus ? '+' : minus ? '-' : '*';
    }
    return sign;
}
} // namespace

bool addSums(const Scan &scan, const Numbers &numbers, Numbers &into)
{
    const auto &groups = numbers.groups;
    bool plus = groups.size() > 1 && (scan.hints & kMinus);
    for (size_t k = 1; k < groups.size() && !plus; ++k)
        plus = !groups[k].barrier && sumSign(scan, groups[k - 1], groups[k]) == '+';
    // «номер мой 8, 457*2, 655, 10*2, 47»
    if (!plus && (scan.hints & (kDial | kNumber)) && !(scan.hints & (kMoney | kUnit))) {
        size_t products = 0;
        for (size_t k = 1; k < groups.size(); ++k)
            products += !groups[k].barrier && sumSign(scan, groups[k - 1], groups[k]) == '*' ? 1 : 0;
        plus = products > 1;
    }
    // «8 914 720 11 50-4»: one dash among blanks
    size_t dashes = 0;
    size_t others = 0;
    for (size_t k = 1; k < groups.size(); ++k) {
        dashes += groups[k].sign == u'-' ? 1 : 0;
        others += groups[k].signs && groups[k].sign != u'-' ? 1 : 0;
    }
    // "8 (1000-38) (231-1) 17 05": what brackets hold is worked out, and nothing else
    const auto bracketed = [&](size_t k) {
        if (!groups[k].bracket)
            return false;
        const size_t close = k + 1 < groups.size() ? groups[k + 1].last + 1 : scan.tokens.size();
        return close < scan.tokens.size() && scan.tokens[close].isSign(u')') && sumSign(scan, groups[k], groups[k + 1]) != 0;
    };
    bool brackets = false;
    for (size_t k = 0; k < groups.size(); ++k)
        brackets = brackets || bracketed(k);
    if (!plus && !brackets && (dashes != 1 || others || groups.size() < 5))
        return false;
    // "412 905 (276 340 + 136 565)": amounts are added up
    const auto thousandth = [&](size_t k) {
        return k > 0 && k < groups.size() && groups[k].size == 3 && groups[k - 1].size <= 3 && !groups[k].signs
               && !groups[k].words && groups[k].first == groups[k - 1].last + 2;
    };
    for (size_t k = 1; k < groups.size(); ++k) {
        if (thousandth(k - 1) && thousandth(k + 1) && sumSign(scan, groups[k - 1], groups[k]))
            return false;
    }
    // A sum with its result is a sum.
    for (const Token &token : scan.tokens) {
        if (token.isSign(u'='))
            return false;
    }
    into.digits.clear();
    into.groups.clear();
    bool any = false;
    constexpr qint64 kLargest = 99'999'999;
    for (size_t k = 0; k < groups.size(); ++k) {
        Group group = groups[k];
        qint64 value = 0;
        qint64 term = valueOf(numbers.text(group)); // what a product goes on from
        std::string digits(numbers.text(group));
        size_t last = k;
        bool summed = false;
        while (last + 1 < groups.size() && groups[last + 1].size <= 6 && !groups[last + 1].barrier
               && numbers.text(groups[last]) != "000") {
            const char sign = !brackets || bracketed(last) ? sumSign(scan, groups[last], groups[last + 1]) : 0;
            // «24/7 +7 984 …» begins a number and adds nothing.
            if (!sign || (groups[last + 1].plus && numbers.text(groups[last + 1]) == "7"))
                break;
            const qint64 next = valueOf(numbers.text(groups[last + 1]));
            if (sign != '*') {
                value += term;
                term = sign == '+' ? next : -next;
            } else if (std::abs(term) > kLargest / std::max<qint64>(next, 1)) {
                break;
            } else {
                term *= next;
            }
            ++last;
            summed = true;
        }
        value += term;
        if (summed && value >= 0) {
            const size_t width = digits[0] == '0' ? digits.size() : 0; // "0150+4" is 0154
            digits = std::to_string(value);
            if (digits.size() < width)
                digits.insert(0, width - digits.size(), '0');
            any = true;
        }
        group.at = quint32(into.digits.size());
        group.size = quint32(digits.size());
        group.last = groups[last].last;
        into.digits += digits;
        into.groups.push_back(group);
        k = last;
    }
    return any;
}

bool dropListNumbers(const Numbers &numbers, Numbers &into)
{
    const auto &groups = numbers.groups;
    constexpr size_t kShortest = 4;
    for (size_t first = 0; first + kShortest <= groups.size(); ++first) {
        if (numbers.text(groups[first]) != "1")
            continue;
        into.digits.clear();
        into.groups.clear();
        int expected = 1;
        for (size_t k = first; k + 1 < groups.size() && numbers.text(groups[k]) == std::to_string(expected); ++expected) {
            // One group an item; several when they stand closer than the next number of the list.
            size_t last = k + 1;
            while (last + 1 < groups.size() && numbers.text(groups[last + 1]) != std::to_string(expected + 1))
                ++last;
            for (size_t item = k + 1; item <= last; ++item) {
                Group group = groups[item];
                group.at = quint32(into.digits.size());
                group.barrier = false;
                group.tight = false;
                group.words = group.commas = group.signs = 0;
                into.digits += numbers.text(groups[item]);
                into.groups.push_back(group);
            }
            k = last + 1;
        }
        return expected > 2 && into.digits.size() >= 10;
    }
    return false;
}

namespace {
// How many digits «миллиард», «миллион», «тысяча» leave behind them; 0 for other words.
int scaleOf(std::u16string_view word)
{
    if (word.starts_with(u"миллиард") || word == u"млрд" || word.starts_with(u"billion"))
        return 9;
    if (word.starts_with(u"миллион") || word == u"млн" || word.starts_with(u"million"))
        return 6;
    return word.starts_with(u"тыс") || word.starts_with(u"thousand") ? 3 : 0;
}
} // namespace

bool readScaled(const Scan &scan, const Numbers &numbers, Numbers &into)
{
    into.digits.clear();
    into.groups.clear();
    const auto &groups = numbers.groups;
    // The scale word just after a group, and where it stands.
    const auto scaleAfter = [&](size_t k, size_t &token) {
        token = groups[k].last + 1;
        while (token < scan.tokens.size() && scan.tokens[token].is(Type::Blank))
            ++token;
        return token < scan.tokens.size() && scan.tokens[token].is(Type::Word) ? scaleOf(scan.text(token)) : 0;
    };
    for (size_t k = 0; k < groups.size(); ++k) {
        size_t token = 0;
        if (scaleAfter(k, token) != 9 || groups[k].size > 2)
            continue;
        std::string digits(numbers.text(groups[k]));
        Group whole = groups[k];
        int scale = 9;
        whole.last = quint32(token);
        for (size_t next = k + 1; next < groups.size() && scale > 0 && groups[next].first <= whole.last + 4; ++next) {
            const int its = scaleAfter(next, token);
            if (its >= scale || groups[next].size > 3)
                break;
            digits.append(size_t(scale - its - 3), '0');
            digits.append(3 - groups[next].size, '0');
            digits += numbers.text(groups[next]);
            whole.last = its ? quint32(token) : groups[next].last;
            scale = its;
        }
        if (scale == 9)
            continue;
        digits.append(size_t(scale), '0');
        whole.at = quint32(into.digits.size());
        whole.size = quint32(digits.size());
        whole.flags = Group::Words;
        whole.barrier = true;
        into.digits += digits;
        into.groups.push_back(whole);
    }
    return !into.groups.empty();
}

bool mergeThousands(const Scan &scan, const Numbers &numbers, Numbers &into)
{
    const auto &groups = numbers.groups;
    into.digits.clear();
    into.groups.clear();
    bool any = false;
    for (size_t k = 0; k < groups.size(); ++k) {
        Group group = groups[k];
        std::string digits(numbers.text(group));
        const size_t word = group.last + 2;
        const bool thousands = group.is(Group::Words) && k + 1 < groups.size() && groups[k + 1].is(Group::Words)
                               && groups[k + 1].size <= 3 && groups[k + 1].first == word + 2 && scan.tokens[word].is(Type::Word)
                               && scan.tokens[word].has(kTimes) && scaleOf(scan.text(word)) == 3;
        if (thousands) {
            ++k;
            digits.append(3 - groups[k].size, '0');
            digits += numbers.text(groups[k]);
            group.last = groups[k].last;
            any = true;
        }
        group.at = quint32(into.digits.size());
        group.size = quint32(digits.size());
        into.digits += digits;
        into.groups.push_back(group);
    }
    return any;
}

bool isOrdinal(std::u16string_view word)
{
    static constexpr std::u16string_view kStems[] = {u"перв", u"втор", u"трет", u"четверт"};
    static constexpr std::u16string_view kEnds[] = {u"ая", u"ый", u"ой", u"ое", u"ую", u"ые",  u"ых",
                                                    u"ий", u"ья", u"ье", u"ью", u"ом", u"ого", u"его"};
    return word == u"second" || word == u"third"
           || (std::any_of(std::begin(kStems), std::end(kStems), [&](auto stem) { return word.starts_with(stem); })
               && std::any_of(std::begin(kEnds), std::end(kEnds), [&](auto end) { return word.ends_with(end); }));
}

namespace {
// The word beside token `at`, with nothing but one blank between; nullptr when there is none.
const Token *wordBeside(const Scan &scan, size_t at, bool after)
{
    const size_t count = scan.tokens.size();
    if (after ? at + 2 >= count : at < 2)
        return nullptr;
    const Token &blank = scan.tokens[after ? at + 1 : at - 1];
    const Token &word = scan.tokens[after ? at + 2 : at - 2];
    return blank.is(Type::Blank) && word.is(Type::Word) ? &word : nullptr;
}
} // namespace

bool dropCounts(const Scan &scan, Numbers &numbers)
{
    std::vector<Group> &groups = numbers.groups;
    if (std::none_of(groups.begin(), groups.end(), [](const Group &group) { return group.size == 1; }))
        return false;
    const bool written = std::any_of(groups.begin(), groups.end(), [](const Group &group) { return !group.is(Group::Words); });
    const auto counts = [&](size_t k) {
        const Group &group = groups[k];
        if (group.size != 1 || group.first != group.last)
            return false;
        const Token *before = wordBeside(scan, group.first, false);
        const Token *after = wordBeside(scan, group.first, true);
        if (isOrdinal(scan.text(group.first)))
            return written || (after && after->has(kPart | kUnit));
        if (after && (scan.text(*after).starts_with(u"цифр") || scan.text(*after) == u"digits"))
            return group.is(Group::Words) || written;
        const bool told = (before && (before->has(kPart) || isOrdinal(scan.text(*before)))) || (after && after->has(kPart));
        if (after && after->has(kPart) && group.is(Group::Words) && written)
            return true; // «шесть остальных: 034118»
        if (before && (scan.text(*before) == u"все" || scan.text(*before) == u"all"))
            return group.is(Group::Words); // «слей все три и набери»
        return told && k + 1 < groups.size() && groups[k + 1].size > 1
               && valueOf(numbers.text(group)) == qint64(groups[k + 1].size);
    };
    // Groups keep their digits; those of the dropped ones are left unused.
    size_t to = 0;
    for (size_t k = 0; k < groups.size(); ++k) {
        if (!counts(k))
            groups[to++] = groups[k];
    }
    const bool any = to < groups.size();
    groups.resize(to);
    return any;
}

bool splitsParts(const Scan &scan, size_t from, size_t to)
{
    bool part = false;
    for (size_t t = from; t < to && t < scan.tokens.size(); ++t) {
        const Token &token = scan.tokens[t];
        if (!token.is(Type::Word) || token.has(kSign | kPlus | kMinus))
            continue;
        part = part || token.has(kPart | kOperator) || !token.has(kConnector);
    }
    return part;
}

namespace {
// Groups that are no part of the number: «теле два», «остальные семь 0074328» (how many digits follow).
bool isCountWord(const Context &context, const Numbers &numbers, size_t k)
{
    const auto &tokens = context.scan.tokens;
    const Group &group = numbers.groups[k];
    const auto wordBefore = [&]() -> const Token * {
        for (size_t t = group.first; t > 0 && t + 4 > group.first; --t) {
            if (tokens[t - 1].is(Type::Word))
                return &tokens[t - 1];
            if (!tokens[t - 1].is(Type::Blank))
                return nullptr;
        }
        return nullptr;
    }();
    if (!wordBefore || group.size != 1)
        return false;
    if (wordBefore->has(kOperator))
        return true;
    if (k + 1 == numbers.groups.size() || !wordBefore->has(kPart))
        return false;
    return valueOf(numbers.text(group)) == qint64(numbers.groups[k + 1].size) && numbers.groups[k + 1].size > 1;
}
} // namespace

namespace {
// «карта 2202 20…, последние 4 цифры 1842»
bool isCard(const Scan &scan)
{
    return std::any_of(scan.tokens.begin(), scan.tokens.end(), [&scan](const Token &token) {
        return token.is(Type::Word) && token.size <= 5 && (scan.text(token).starts_with(u"карт") || scan.text(token) == u"card");
    });
}

} // namespace

std::optional<int> placeTold(std::u16string_view word)
{
    static constexpr std::pair<std::u16string_view, int> kStems[] = {
        {u"начал", 0}, {u"начин", 0},  {u"перв", 0},    {u"заканч", 2}, {u"оканч", 2}, {u"конча", 2},
        {u"остал", 2}, {u"послед", 2}, {u"спереди", 0}, {u"first", 0},  {u"begin", 0}, {u"start", 0},
        {u"area", 0},  {u"серед", 1},  {u"посеред", 1}, {u"middle", 1}, {u"хвост", 2}, {u"конец", 2},
        {u"конце", 2}, {u"сзади", 2},  {u"last", 2},    {u"end", 2},    {u"rest", 2}};
    for (const auto &[stem, place] : kStems) {
        if (word.starts_with(stem))
            return place;
    }
    return std::nullopt;
}

namespace {
// «хвост 44-18, середина 206, а начало 8 953»: the digits where they belong. Empty: not every part says where.
std::string inOrderOfPlaces(const Scan &scan, const Numbers &numbers, const std::vector<size_t> &parts, size_t from, size_t to)
{
    std::array<std::string, 3> places;
    std::string *here = nullptr;
    size_t behind = from == 0 ? 0 : numbers.groups[parts[from - 1]].last + 1;
    for (size_t k = from; k < to; ++k) {
        const Group &group = numbers.groups[parts[k]];
        for (size_t t = behind; t < group.first; ++t) {
            const auto place = scan.tokens[t].is(Type::Word) ? placeTold(scan.text(t)) : std::nullopt;
            here = place ? &places[size_t(*place)] : here;
        }
        if (!here)
            return {};
        *here += numbers.text(group);
        behind = group.last + 1;
    }
    return places[0].empty() || places[2].empty() ? std::string() : places[0] + places[1] + places[2];
}
} // namespace

void findParts(Context &context, const Numbers &all)
{
    const Scan &scan = context.scan;
    if (!(scan.hints & (kPart | kOperator)) || all.groups.size() < 2)
        return;
    thread_local Numbers scratch; // keeps its memory from message to message
    scratch = all;
    Numbers &numbers = scratch;
    dropCounts(scan, numbers);
    std::vector<size_t> parts;
    for (size_t k = 0; k < numbers.groups.size(); ++k) {
        const Group &group = numbers.groups[k];
        if (context.isTaken(group.first))
            return;
        // «пробег 89 142, потом 92 206»
        if (isNamedAmount(scan, group) && (!(scan.hints & (kDial | kWink)) || isCard(scan)))
            return;
        const bool amount = group.flags & (Group::UnitAfter | Group::Honest | Group::Glued);
        if (!amount && !isCountWord(context, numbers, k))
            parts.push_back(k);
    }
    constexpr size_t kMaxParts = 12;
    if (parts.size() < 2 || parts.size() > kMaxParts)
        return;
    const auto cut = [&](size_t a, size_t b) {
        return splitsParts(scan, numbers.groups[parts[a]].last + 1, numbers.groups[parts[b]].first);
    };
    const auto digitsOf = [&](size_t from, size_t to) {
        std::string digits;
        for (size_t k = from; k < to; ++k)
            digits += numbers.text(numbers.groups[parts[k]]);
        return digits;
    };
    bool begin = false;
    bool end = false;
    for (const Token &token : scan.tokens) {
        const std::u16string_view text = token.has(kPart) ? scan.text(token) : std::u16string_view();
        begin = begin || text == u"first" || text == u"begins" || text == u"starts" || text.starts_with(u"начал");
        end = end || text == u"rest" || text == u"last" || text == u"ends" || text.starts_with(u"кон")
              || text.starts_with(u"остал") || text.starts_with(u"хвост");
    }
    const bool code =
        (begin && end) || (scan.hints & (kNumber | kDial))
        || std::any_of(scan.tokens.begin(), scan.tokens.end(), [&](const Token &t) {
               return t.is(Type::Word) && (scan.text(t) == u"area" || scan.text(t) == u"code" || scan.text(t) == u"код");
           });
    // Digits of a form that much has are a telephone only in a few parts, each more than a digit.
    const auto few = [&](size_t from, size_t to) {
        constexpr size_t kParts = 4;
        size_t count = 1;
        size_t digits = 0;
        for (size_t k = from; k < to; ++k) {
            if (k > from && cut(k - 1, k)) {
                if (digits < 2)
                    return false;
                ++count;
                digits = 0;
            }
            digits += numbers.groups[parts[k]].size;
        }
        return digits >= 2 && count <= kParts;
    };
    const auto isMobile = [&](const std::string &digits, bool told) {
        const PhoneForm form = phoneForm(digits, false);
        // «код 8704 21, потом 8703 23»: the customs' codes of cars
        if (told && digits.find("870") <= 1 && !form.mobile)
            return false;
        return form.mobile || (digits.size() == 10 && digits[0] == '9' && form.score >= 36) || form.score >= 44
               || (told && form.score >= 14);
    };
    // «код 8703 23 198 1, ставка 2.7»: a word of something else between ends the number.
    const auto stops = [&](size_t a, size_t b) {
        for (size_t t = numbers.groups[parts[a]].last + 1; t < numbers.groups[parts[b]].first; ++t) {
            if (scan.tokens[t].has(kStopsNumber) && !scan.tokens[t].has(kPart | kOperator | kDial | kNumber))
                return true;
        }
        return false;
    };
    for (size_t from = 0; from + 1 < parts.size(); ++from) {
        for (size_t to = from + 2; to <= parts.size() && !stops(to - 2, to - 1); ++to) {
            size_t cuts = 0;
            size_t lastCut = from;
            for (size_t k = from + 1; k < to; ++k) {
                if (cut(k - 1, k)) {
                    ++cuts;
                    lastCut = k;
                }
            }
            if (cuts == 0)
                continue;
            const std::string straight = digitsOf(from, to);
            // «в конце 7083, начало 8996421»
            const std::string swapped = cuts == 1      ? digitsOf(lastCut, to) + digitsOf(from, lastCut)
                                        : begin && end ? inOrderOfPlaces(scan, numbers, parts, from, to)
                                                       : std::string();
            if (straight.size() > 12 || !(isMobile(straight, code && few(from, to)) || isMobile(swapped, code && few(from, to))))
                continue;
            size_t start = from;
            for (size_t k = from; k < to; ++k) {
                if (k + 1 < to && !cut(k, k + 1))
                    continue;
                context.add(numbers.groups[parts[start]].first, numbers.groups[parts[k]].last, Kind::Phone,
                            Reason::PhoneDisguised, true, 60);
                start = k + 1;
            }
            return;
        }
    }
}

} // namespace cargo::contact_filter
