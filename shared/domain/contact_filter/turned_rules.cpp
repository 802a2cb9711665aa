#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/gates.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kRunMax = 80;

bool isHostChar(char16_t c) { return isLatinLetter(c) || isFoldedDigit(c) || isCyrillicLetter(c) || c == u'-' || c == u'_'; }

// Whether a string without blanks is an address for sure: a network's link, an e-mail, a site with a common end.
bool isAddress(std::u16string_view text, bool site, Kind *found)
{
    Kind ignored = Kind::Link;
    Kind *kind = found ? found : &ignored;
    if (text.starts_with(u"https://") || text.starts_with(u"https;//")) // the colon of the other layout
        text.remove_prefix(8);
    else if (text.starts_with(u"http://") || text.starts_with(u"http;//"))
        text.remove_prefix(7);
    const size_t slash = text.find(u'/');
    const std::u16string_view host = text.substr(0, slash);
    if (slash != text.npos && text.size() > slash + 3 && isNetworkHost(host)) {
        const Network network = networkOfHost(host);
        *kind = network == Network::Telegram   ? Kind::Telegram
                : network == Network::Whatsapp ? Kind::Whatsapp
                                               : Kind::AddressOther;
        return true;
    }
    const size_t at = host.find(u'@');
    const size_t dot = host.rfind(u'.');
    static constexpr std::u16string_view kTops[] = {u"ru", u"com", u"net", u"org", u"рф", u"kz",
                                                    u"by", u"ua",  u"su",  u"jp",  u"kr"};
    const bool top = dot != host.npos && std::find(std::begin(kTops), std::end(kTops), host.substr(dot + 1)) != std::end(kTops);
    if (!top)
        return false;
    for (const char16_t c : host) {
        if (!isHostChar(c) && c != u'.' && c != u'@')
            return false;
    }
    if (at != host.npos) {
        *kind = Kind::Email;
        return at >= 2 && dot > at + 2;
    }
    *kind = Kind::Link;
    return site && dot >= 3 && isLatinLetter(host.front()) && (!isPublicSite(host) || slash + 3 < text.size());
}

// One run without blanks.
struct Run
{
    size_t first = 0;
    size_t last = 0;
    bool sign = false;
    bool layout = false;
    bool turned = false;
};

// One of these stands in every address, turned or not.
bool isRunSign(const Token &token)
{
    return token.is(Type::Sign) && (token.sign == u'@' || token.sign == u'.' || token.sign == u'/' || token.sign == u'"');
}

Run runAt(const Scan &scan, size_t first)
{
    Run run;
    run.first = run.last = first;
    bool quoted = false;
    for (size_t t = first; t < scan.tokens.size() && !scan.tokens[t].isGap(); ++t) {
        const Token &token = scan.tokens[t];
        run.last = t;
        run.sign = run.sign || isRunSign(token);
        quoted = quoted || token.isSign(u'"');
        // An e-mail with its dot left as it is: ыукпун82"ьфшд.кг
        if (t > first && scan.tokens[t - 1].isSign(u'.') && (scan.text(t) == u"ьу" || scan.text(t) == u"сщь"))
            run.layout = true; // е.ьу/name
        run.layout = run.layout
                     || (quoted && t > first && scan.tokens[t - 1].isSign(u'.')
                         && (scan.text(t) == u"кг" || scan.text(t) == u"сщь" || scan.text(t) == u"туе"));
        if (!token.is(Type::Word) || token.word)
            continue;
        // ".ru", ".com", ".me" on the keys of the Russian layout
        const std::u16string_view text = scan.text(token);
        const size_t at = scan.hasLayout ? text.find(u'ю') : text.npos;
        run.layout =
            run.layout
            || (at != text.npos
                && (text.find(u"юкг") != text.npos || text.find(u"юсщь") != text.npos || text.find(u"юьу") != text.npos));
        for (quint32 c = 0; token.is(Token::Odd) && c < token.size; ++c)
            run.turned = run.turned || (scan.cells[token.text + c].flags & Cell::Turned);
    }
    return run;
}

std::u16string otherLayout(std::u16string_view text, bool slashTyped)
{
    std::u16string out;
    for (const char16_t c : text) {
        if (c == u'"')
            out += u'@';
        else if (c == u'.')
            out += slashTyped ? u'.' : u'/';
        else
            out += isCyrillicLetter(c) && latinOnSameKey(c) ? latinOnSameKey(c) : c;
    }
    return out;
}

// Digits typed with Shift held down: "*(!$^%%@)$&" is 89146552047 on an American keyboard, "*(!;:%%\")\;?" on a Russian one.
bool isShifted(std::u16string_view signs)
{
    static constexpr std::u16string_view kKeys[] = {u")!@#$%^&*(", u")!\"№;%:?*("};
    for (const std::u16string_view keys : kKeys) {
        std::u16string digits;
        for (const char16_t c : signs) {
            const size_t digit = keys.find(c);
            if (digit == keys.npos)
                break;
            digits += char16_t(u'0' + digit);
        }
        if (digits.size() == signs.size() && (digits[0] == u'8' || digits[0] == u'7') && digits[1] == u'9')
            return true;
    }
    return false;
}

void findShifted(Context &context)
{
    constexpr size_t kDigits = kShiftedDigits;
    const Scan &scan = context.scan;
    for (size_t t = 0, run = 0; t < scan.tokens.size(); ++t) {
        run = scan.tokens[t].is(Type::Sign) ? run + 1 : 0;
        const bool ends = t + 1 == scan.tokens.size() || !scan.tokens[t + 1].is(Type::Sign);
        if (run != kDigits || !ends)
            continue;
        std::u16string signs;
        for (size_t k = t + 1 - kDigits; k <= t; ++k)
            signs += scan.tokens[k].sign;
        if (isShifted(signs))
            context.add(t + 1 - kDigits, t, Kind::Phone, Reason::PhoneDisguised, true, 80);
    }
}
} // namespace

void findTurnedAddresses(Context &context)
{
    const Scan &scan = context.scan;
    if (scan.signs >= kShiftedDigits)
        findShifted(context);
    if (!scan.hasSigns() && !scan.hasLayout)
        return;
    const auto &tokens = scan.tokens;
    const bool reversed = scan.hints & kReverse;
    size_t next = 0;
    size_t mark = 0; // in Scan::marks
    for (size_t at = 0; at < tokens.size(); at = next) {
        // A sign stands in every such run, but for ".ru" typed with the other layout.
        if (!scan.hasLayout) {
            while (mark < scan.marks.size() && (scan.marks[mark] < at || !isRunSign(tokens[scan.marks[mark]])))
                ++mark;
            if (mark == scan.marks.size())
                return;
            at = scan.marks[mark];
        }
        if (tokens[at].isGap()) {
            next = at + 1;
            continue;
        }
        size_t first = at;
        while (first > 0 && !tokens[first - 1].isGap())
            --first;
        Run run = runAt(scan, first);
        next = run.last + 1;
        // Brackets and closing points belong to the sentence.
        while (run.last > first && tokens[run.last].is(Type::Sign) && tokens[run.last].sign != u'/')
            --run.last;
        const quint32 from = tokens[first].text;
        const quint32 size = tokens[run.last].text + tokens[run.last].size - from;
        if ((run.sign || run.layout) && size >= 6 && size < kRunMax && from + size <= scan.size && !context.isTaken(first)) {
            const std::u16string_view text = std::u16string_view(scan.chars).substr(from, size);
            Kind kind = Kind::Link;
            bool hit = run.layout
                       && (isAddress(otherLayout(text, false), true, &kind) || isAddress(otherLayout(text, true), true, &kind));
            if (!hit && run.sign && run.last > first + 1) {
                const std::u16string turned(text.rbegin(), text.rend());
                hit = isAddress(turned, reversed || run.turned, &kind) && !isAddress(text, true, nullptr);
            }
            if (hit)
                context.add(first, run.last, kind, kind == Kind::Email ? Reason::EmailDisguised : Reason::LinkDisguised, true,
                            80);
        }
    }
}

} // namespace cargo::contact_filter
