#include "shared/domain/contact_filter/phone_parts.h"
#include "shared/domain/contact_filter/stems.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// «каждую цифру уменьши на один», «от каждой цифры отними 1», "add one to every digit"
bool saysChange(const Scan &scan)
{
    static constexpr std::u16string_view kEach[] = {u"кажд", u"всем", u"всех", u"все", u"each", u"every", u"all"};
    static constexpr std::u16string_view kDigit[] = {u"цифр", u"digit"};
    static constexpr std::u16string_view kChange[] = {u"уменьш", u"увелич", u"отним", u"вычт", u"вычит",    u"прибав",
                                                      u"сдвин",  u"больше", u"меньш", u"add",  u"subtract", u"shift"};
    return saysOneOf(scan, kDigit) && saysOneOf(scan, kChange) && saysOneOf(scan, kEach); // the rarest first
}

// «вместо звёздочки девятка», «поменяй х на 5», "replace x with 7"
bool saysReplace(const Scan &scan)
{
    static constexpr std::u16string_view kReplace[] = {u"вместо",  u"поменя", u"заменя", u"замени",
                                                       u"подстав", u"replac", u"swap",   u"instead"};
    return saysOneOf(scan, kReplace);
}

// «только цифры бери», «буквы выкинь», "ignore the letters"
bool saysDigitsAlone(const Scan &scan)
{
    static constexpr std::u16string_view kWhat[] = {u"цифр", u"букв", u"digit", u"letter"};
    static constexpr std::u16string_view kAlone[] = {
        u"только", u"выки",  u"убер",  u"убир",  u"убра", u"лишн",  u"пропус", u"без",  u"отбро", u"выбро", u"отсек",  u"вычер",
        u"сотри",  u"забуд", u"игнор", u"долой", u"only", u"ignor", u"remov",  u"skip", u"drop",  u"strip", u"without"};
    return saysOneOf(scan, kWhat) && saysOneOf(scan, kAlone);
}

// What stands between two gaps: digits, and what else.
struct Run
{
    std::string digits; // a hole is a '?'
    int letters = 0;
    int holes = 0;
};

Run runOf(const Scan &scan, size_t first, size_t last)
{
    Run run;
    for (size_t t = first; t <= last; ++t) {
        const Token &token = scan.tokens[t];
        const std::u16string_view text = scan.text(token);
        const bool cross =
            token.is(Type::Word) && std::all_of(text.begin(), text.end(), [](char16_t c) { return c == u'x' || c == u'х'; });
        if (token.is(Type::Digits)) {
            run.digits.append(text.begin(), text.end());
        } else if (cross || token.isSign(u'*') || token.isSign(u'_') || token.isSign(u'?')) {
            const size_t holes = cross ? text.size() : 1;
            run.digits.append(holes, '?');
            run.holes += int(holes);
        } else if (token.is(Type::Word)) {
            run.letters += int(token.size);
        }
    }
    return run;
}

// Whether something other than digits touches digits: cheaper to ask than what the text says.
bool mayHaveHoles(const Scan &scan)
{
    const auto &tokens = scan.tokens;
    for (size_t t = 0; t + 1 < tokens.size(); ++t) {
        const Token &next = tokens[t + 1];
        if (tokens[t].is(Type::Digits) && (next.is(Type::Word) || next.isSign(u'*') || next.isSign(u'_') || next.isSign(u'?')))
            return true;
        if (tokens[t].is(Type::Word) && next.is(Type::Digits))
            return true;
    }
    return false;
}

bool isMobile(std::string_view digits)
{
    const bool national = digits.size() == 11 && (digits[0] == '8' || digits[0] == '7') && (digits[1] == '9' || digits[1] == '?');
    return national || (digits.size() == 10 && digits[0] == '9');
}
} // namespace

void findHoles(Context &context, const Numbers &numbers)
{
    constexpr size_t kFewest = 7;
    constexpr size_t kTokensMost = 40; // of one number
    const Scan &scan = context.scan;
    if (numbers.digits.size() < kFewest || !mayHaveHoles(scan))
        return;
    const bool replaces = saysReplace(scan);
    const bool digitsAlone = saysDigitsAlone(scan);
    for (size_t first = 0; (replaces || digitsAlone) && first < scan.tokens.size(); ++first) {
        if (scan.tokens[first].isGap())
            continue;
        size_t last = first;
        while (last + 1 < scan.tokens.size() && last < first + kTokensMost && !scan.tokens[last + 1].isGap())
            ++last;
        Run run = runOf(scan, first, last);
        const bool holes = replaces && run.letters == 0 && run.holes > 0 && isMobile(run.digits);
        std::erase(run.digits, '?');
        if (holes || (digitsAlone && run.letters + run.holes > 0 && isMobile(run.digits))) {
            while (last > first && scan.tokens[last].is(Type::Sign) && !scan.tokens[last].isSign(u'*'))
                --last;
            context.add(first, last, Kind::Phone, Reason::PhoneDisguised, true, 60);
            return;
        }
        first = last;
    }
}

void findCipher(Context &context, const Numbers &numbers)
{
    constexpr size_t kFewest = 10;
    constexpr size_t kMost = 11;
    const auto &groups = numbers.groups;
    if (numbers.digits.size() < kFewest || !saysChange(context.scan))
        return;
    const bool allWords = std::all_of(groups.begin(), groups.end(), [](const Group &g) { return g.is(Group::Words); });
    for (size_t from = 0; from < groups.size(); ++from) {
        // «на один: 9 0 2 …»: by how much is no digit of it
        if (!allWords && groups[from].is(Group::Words))
            continue;
        size_t digits = groups[from].size;
        size_t to = from;
        while (to + 1 < groups.size() && !groups[to + 1].barrier && groups[to + 1].words == 0
               && (allWords || !groups[to + 1].is(Group::Words)))
            digits += groups[++to].size;
        if (digits >= kFewest && digits <= kMost) {
            context.add(groups[from].first, groups[to].last, Kind::Phone, Reason::PhoneDisguised, true, 60);
            return;
        }
        from = to;
    }
}

} // namespace cargo::contact_filter
