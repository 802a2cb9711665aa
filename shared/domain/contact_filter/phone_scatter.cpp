#include "shared/domain/contact_filter/phone_parts.h"

#include "shared/domain/contact_filter/phone_formats.h"
#include "shared/domain/contact_filter/stems.h"

#include <algorithm>

namespace cargo::contact_filter {

bool saysJoin(const Scan &scan)
{
    static constexpr std::u16string_view kWords[] = {u"подряд", u"together", u"combine", u"concatenate",
                                                     u"join",   u"вместе",   u"впритык"};
    static constexpr std::u16string_view kStems[] = {u"собер", u"собир", u"сложи",  u"соедин",
                                                     u"склей", u"склад", u"выстро", u"слеп"};
    for (const Token &token : scan.tokens) {
        if (!token.is(Token::Type::Word))
            continue;
        const std::u16string_view text = scan.text(token);
        if (std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords) || beginsWithOne(text, kStems))
            return true;
    }
    return scan.hints & kDictate && scan.hints & (kDial | kWink);
}

bool deniesName(const Scan &scan)
{
    constexpr size_t kNear = 4;   // tokens
    constexpr quint32 kShort = 3; // «в», "for the"
    const auto &tokens = scan.tokens;
    for (size_t t = 0; t + 2 < tokens.size(); ++t) {
        const std::u16string_view text = tokens[t].is(Token::Type::Word) ? scan.text(t) : std::u16string_view();
        if ((text != u"не" && text != u"not") || !tokens[t + 1].is(Token::Type::Blank))
            continue;
        if (tokens[t + 2].has(kMoney | kDocument))
            return true;
        // «не в навигатор», "not for the map"
        for (size_t next = t + 4; next < tokens.size() && next <= t + 2 + kNear && (scan.hints & kDial); next += 2) {
            if (tokens[next - 2].size > kShort)
                break;
            if (tokens[next].has(kMoney | kDocument | kMap))
                return true;
        }
    }
    return false;
}

namespace {
std::string digitsOf(const Numbers &numbers, const std::vector<size_t> &groups)
{
    std::string digits;
    for (const size_t k : groups)
        digits += numbers.text(numbers.groups[k]);
    return digits;
}

// Digits one by one, a single word before each of them.
bool areSingles(const Scan &scan, const Numbers &numbers, const std::vector<size_t> &groups)
{
    return std::all_of(groups.begin(), groups.end(), [&](size_t k) {
        const Group &group = numbers.groups[k];
        const bool afterWord = group.first > 1 && scan.tokens[group.first - 1].is(Token::Type::Blank)
                               && scan.tokens[group.first - 2].is(Token::Type::Word)
                               && !scan.tokens[group.first - 2].has(kUnit | kDocument | kMoney | kTime | kPart);
        return group.size == 1 && !group.is(Group::Words) && afterWord && (k == groups.front() || group.words == 1);
    });
}

// Whether digits that stand all over the text are a telephone. `join`: the text says that they belong together.
bool isScattered(const Scan &scan, const Numbers &numbers, const std::vector<size_t> &groups, bool join)
{
    const std::string digits = digitsOf(numbers, groups);
    const PhoneForm form = phoneForm(digits, numbers.groups[groups.front()].plus);
    if (form.score == 0)
        return false;
    constexpr int kUsual = 34;
    const bool words = std::all_of(groups.begin(), groups.end(), [&](size_t k) { return numbers.groups[k].is(Group::Words); });
    const bool dial = scan.hints & (kDial | kNumber | kWink);
    const bool named =
        std::any_of(groups.begin(), groups.end(), [&](size_t k) { return isNamedAmount(scan, numbers.groups[k]); });
    if (join)
        return form.score >= kUsual || form.mobile || (dial && form.score >= 14);
    if (form.mobile && areSingles(scan, numbers, groups)) // «Женя 9 Лёша 1 Коля 4 …»
        return true;
    if (form.mobile && digits.size() == 11)
        return groups.size() >= 3 && ((scan.hints & (kDial | kWink)) || ((scan.hints & (kNumber | kPart)) && !named));
    // «девять два четыре — вышел лис на берег, один один пять — …, звони»
    if (words && digits[0] == '9' && digits.size() == 10)
        return dial && groups.size() >= 4;
    // «914 как у всех на Дальнем, 305 как Пежо, 77 топоры, 16 клапанов»
    std::string shape;
    bool apart = true;
    for (const size_t k : groups) {
        shape += char('0' + numbers.groups[k].size);
        apart = apart && (k == groups.front() || numbers.groups[k].words > 0 || numbers.groups[k].barrier);
    }
    return digits[0] == '9' && digits.size() == 10 && shape == "3322" && !words && apart
           && !(scan.hints & (kMoney | kTimes | kDocument | kTime));
}
} // namespace

bool isNamedAmount(const Scan &scan, const Group &group)
{
    constexpr size_t kNear = 4; // tokens
    for (size_t t = group.first; t > 0 && t + kNear > group.first; --t) {
        const Token &token = scan.tokens[t - 1];
        if (token.is(Token::Type::Word) && token.has(kDocument | kMoney | kTime) && !token.has(kPart | kDial | kNumber))
            return true;
    }
    return group.last + 2 < scan.tokens.size() && scan.tokens[group.last + 1].is(Token::Type::Blank)
           && scan.tokens[group.last + 2].has(kUnit | kTimes | kMonth);
}

void findScattered(Context &context, const Numbers &numbers)
{
    constexpr size_t kMost = 16;
    constexpr size_t kSpread = 120; // tokens
    const Scan &scan = context.scan;
    constexpr size_t kFewestDigits = 9;
    constexpr size_t kMostDigits = 13;
    if (numbers.groups.size() < 3 || numbers.digits.size() < kFewestDigits)
        return;
    thread_local Numbers scratch; // keeps its memory from message to message
    scratch = numbers;
    Numbers &counted = scratch;
    dropCounts(scan, counted);
    const auto &groups = counted.groups;
    if (groups.size() < 3 || groups.size() > kMost + 8 || groups.back().last - groups.front().first > kSpread)
        return;
    // With what is said of amounts, and without.
    for (const bool amounts : {true, false}) {
        std::vector<size_t> told;
        for (size_t k = 0; k < groups.size(); ++k) {
            if (context.isTaken(groups[k].first))
                return;
            if (amounts || !(groups[k].flags & (Group::UnitAfter | Group::Honest | Group::Decimal)))
                told.push_back(k);
        }
        size_t digits = 0;
        for (const size_t k : told)
            digits += groups[k].size;
        if (told.size() < 3 || told.size() > kMost || digits < kFewestDigits || digits > kMostDigits)
            continue;
        const bool join = saysJoin(scan) || ((scan.hints & kDial) && deniesName(scan));
        const bool honest = !join && std::any_of(told.begin(), told.end(), [&](size_t k) {
            return groups[k].flags & (Group::Honest | Group::Decimal | Group::Glued | Group::UnitAfter);
        });
        if (honest || !isScattered(scan, counted, told, join))
            continue;
        for (size_t k = 0; k < told.size(); ++k) {
            const Group &group = groups[told[k]];
            context.add(group.first, group.last, Kind::Phone, Reason::PhoneDisguised, true, 60);
        }
        return;
    }
}

} // namespace cargo::contact_filter
