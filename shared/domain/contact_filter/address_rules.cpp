#include "shared/domain/contact_filter/address_reader.h"
#include "shared/domain/contact_filter/findings.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr int kLabelsMax = 7;

Kind kindOf(Network network)
{
    switch (network) {
    case Network::Telegram: return Kind::Telegram;
    case Network::Whatsapp: return Kind::Whatsapp;
    case Network::Viber: return Kind::Viber;
    case Network::None: return Kind::Link;
    default: return Kind::AddressOther;
    }
}

// Cyrillic letters that look Latin, as Latin; the text itself where one does not.
std::u16string asLatin(std::u16string_view text)
{
    std::u16string latin;
    for (const char16_t c : text) {
        const char16_t to = isCyrillicLetter(c) ? latinLookAlike(c) : c;
        if (!to)
            return std::u16string(text);
        latin += to;
    }
    return latin;
}

class AddressFinder
{
public:
    explicit AddressFinder(Context &context)
        : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens), m_reader(m_scan)
    {
    }

    void find()
    {
        for (const size_t t : m_scan.marks) {
            const Token &token = m_tokens[t];
            if (token.has(kTop | kSpokenTop) && t >= 2 && m_tokens[t - 2].is(Type::Word) && m_tokens[t - 2].size <= 9
                && !m_context.isTaken(t - 2))
                takeHostInBlanks(t - 2);
            if (!m_context.isTaken(t))
                takeAt(t);
            if (token.isSign(u'(') && t + 1 < m_tokens.size() && m_tokens[t + 1].is(Type::Word) && m_tokens[t + 1].size == 1
                && !m_context.isTaken(t + 1))
                takeEmail(t + 1); // "name(a)mail.ru"
        }
        for (const size_t t : m_scan.marks) {
            const char16_t sign = signOf(m_tokens[t]);
            if ((sign == u'.' || sign == u',') && !m_context.isTaken(t))
                takeHost(t);
        }
    }

private:
    static char16_t signOf(const Token &token)
    {
        return token.is(Type::Sign) ? token.sign : token.has(kSign) ? token.word->sign : u'\0';
    }

    void takeAt(size_t t)
    {
        switch (signOf(m_tokens[t])) {
        case u'@': takeEmail(t); return;
        case u'/': takeBlankHost(t); return;
        case u':': takeScheme(t); return;
        case u'*':
        case u'#':
        case u'$':
        case u'&':
        case u'=':
        case u'~':
        case u'|': takeOddEmail(t); return;
        default: break;
        }
        if (m_tokens[t].has(kTop | kSpokenTop))
            takeToldSite(t);
    }

    // "t me/name"
    void takeBlankHost(size_t t)
    {
        // joinchat/Zk81… without its host
        if (t > 0 && t + 1 < m_tokens.size() && m_tokens[t - 1].has(kInvite) && m_tokens[t - 1].is(Token::Latin)
            && m_tokens[t + 1].isAlnum()) {
            const size_t end = m_reader.runEnd(t);
            if (m_tokens[end].end - m_tokens[t].end >= 6 && (t == 1 || !m_tokens[t - 2].isSign(u'/')))
                m_context.add(t - 1, end, Kind::Telegram, Reason::LinkPlain, false, 70);
            return;
        }
        // «вкточкаком/имя», "t m e / name"
        if (t > 0 && t + 1 < m_tokens.size() && takeGluedHost(t))
            return;
        // "tme/name", «тме слеш имя»: the dot left out
        Joint slash;
        Label name;
        if (t > 0 && m_reader.jointAt(t, slash) && slash.first > 0) {
            const size_t host = slash.first - (slash.blankBefore && slash.first > 1 ? 2 : 1);
            if ((slash.spoken || slash.spaced()) && host >= 2 && m_tokens[host].has(kTop | kSpokenTop)
                && m_tokens[host - 1].is(Type::Blank)) {
                const Network two =
                    networkOfHost(std::u16string(m_scan.text(host - 2)) + u'.' + std::u16string(m_scan.text(host)));
                const size_t last = two == Network::None ? host : readPath(host, true, true);
                if (last > host) {
                    m_context.add(host - 2, last, kindOf(two), Reason::LinkDisguised, true, 80);
                    return;
                }
            }
            const Network network = m_tokens[host].is(Type::Word) ? joinedHost(m_scan.text(host)) : Network::None;
            if (network != Network::None && (host == 0 || m_tokens[host - 1].isGap()) && m_reader.labelAfter(slash, name)) {
                const size_t last = readPath(host, true, slash.spaced() || slash.spoken);
                if (last > host)
                    m_context.add(host, last, kindOf(network), Reason::LinkDisguised, true, 80);
                return;
            }
        }
        if (t < 3 || t + 1 >= m_tokens.size() || !m_tokens[t + 1].isAlnum() || !m_tokens[t - 1].is(Type::Word)
            || !m_tokens[t - 2].is(Type::Blank) || !m_tokens[t - 3].is(Type::Word) || (t > 3 && m_tokens[t - 4].isAlnum()))
            return;
        const std::u16string host = std::u16string(m_scan.text(t - 3)) + u'.' + std::u16string(m_scan.text(t - 1));
        const Network network = networkOfHost(host);
        if (network != Network::None)
            m_context.add(t - 3, m_reader.runEnd(t), kindOf(network), Reason::LinkDisguised, true, 85);
    }

    bool takeGluedHost(size_t t)
    {
        size_t host = m_tokens[t - 1].is(Type::Blank) && t > 1 ? t - 2 : t - 1;
        if (!m_tokens[host].is(Type::Word))
            return false;
        std::u16string name(m_scan.text(host));
        Network network = Network::None;
        if (const size_t dot = name.find(u"точка"); dot != name.npos && dot > 0 && dot + 5 < name.size()) {
            network = networkOfHost(name.replace(dot, 5, u"."));
        } else {
            while (m_tokens[host].size == 1 && host >= 2 && m_tokens[host - 1].is(Type::Blank) && m_tokens[host - 2].size == 1
                   && m_tokens[host - 2].is(Type::Word) && name.size() < 6) {
                host -= 2;
                name.insert(0, m_scan.text(host));
            }
            network = name.size() > 2 && m_tokens[host].size == 1 ? joinedHost(name) : Network::None;
        }
        if (network == Network::None)
            return false;
        const size_t last = readPath(m_tokens[t - 1].is(Type::Blank) ? t - 2 : t - 1, true, true);
        if (last < t)
            return false;
        m_context.add(host, last, kindOf(network), Reason::LinkDisguised, true, 80);
        return true;
    }

    static Network joinedHost(std::u16string_view word)
    {
        return word == u"tme" || word == u"тме" ? Network::Telegram
               : word == u"wame"                ? Network::Whatsapp
               : word == u"vkcom"               ? Network::Vk
                                                : Network::None;
    }

    // "vk com kimcars": blanks for the dot and for the slash
    void takeHostInBlanks(size_t t)
    {
        if (t + 4 >= m_tokens.size() || !m_tokens[t + 2].has(kTop | kSpokenTop) || !m_tokens[t + 1].is(Type::Blank)
            || !m_tokens[t + 3].is(Type::Blank) || !m_tokens[t + 4].isAlnum() || (t > 0 && !m_tokens[t - 1].isGap()))
            return;
        const Network network = networkOfHost(std::u16string(m_scan.text(t)) + u'.' + std::u16string(m_scan.text(t + 2)));
        if (network == Network::None)
            return;
        const size_t end = m_reader.runEnd(t + 4);
        bool latin = true;
        for (size_t k = t + 4; k <= end; ++k)
            latin = latin && (!m_tokens[k].is(Type::Word) || m_tokens[k].is(Token::Latin));
        if (latin && !(m_tokens[t + 4].word && end == t + 4))
            m_context.add(t, end, kindOf(network), Reason::LinkDisguised, true, 75);
    }

    // «сайт primavto ру»: a Latin name and a told end of it, where the text speaks of a site
    void takeToldSite(size_t t)
    {
        if (t < 2 || !m_tokens[t - 1].is(Type::Blank) || !m_tokens[t - 2].isAlnum() || !(m_scan.hints & kLink))
            return;
        const std::u16string_view top = m_scan.text(t);
        if (top != u"ру" && top != u"ком" && top != u"ru" && top != u"com" && top != u"рф")
            return;
        size_t first = m_scan.chunkFirst(t - 2);
        // «primavto вл ру»
        if (m_tokens[t - 2].is(Type::Word) && m_tokens[t - 2].size <= 3 && first == t - 2 && t > 3
            && m_tokens[t - 3].is(Type::Blank) && m_tokens[t - 4].is(Token::Latin))
            first = m_scan.chunkFirst(t - 4);
        if (!m_tokens[first].is(Type::Word) || !m_tokens[first].is(Token::Latin) || m_tokens[first].word
            || m_tokens[first].size < 4 || m_context.isTaken(first))
            return;
        m_context.add(first, t, Kind::Link, Reason::LinkDisguised, true, 60);
    }

    // sergey82*mail.ru: another sign where the '@' belongs, before a mailbox's host
    void takeOddEmail(size_t t)
    {
        Joint sign;
        Label local;
        Label label;
        if (!m_reader.jointAt(t, sign) || !sign.tight() || !m_reader.labelBefore(sign, local) || !m_reader.labelAfter(sign, label)
            || !local.latin || local.letters < 3)
            return;
        const Entry *provider = lookUpExact(label.text);
        if (!provider || !provider->has(kProvider))
            return;
        const Domain domain = readDomain(label, false);
        if (domain.top && !m_context.isTaken(local.first))
            m_context.add(local.first, domain.last, Kind::Email, Reason::EmailDisguised, true, 75);
    }

    struct Domain
    {
        std::u16string name;
        size_t last = 0;
        bool top = false; // ends in a top domain
        bool disguised = false;
        Label first;
    };

    bool isTop(const Label &label, const Joint &dot) const
    {
        const Entry *entry = lookUpExact(label.text);
        if (!entry)
            entry = lookUpExact(asLatin(label.text));
        if (label.text.starts_with(u"xn--"))
            return true;
        if (entry && entry->has(kTop))
            return true;
        if (label.text == u"онлайн" || label.text == u"сайт" || label.text == u"москва" || label.text == u"орг"
            || label.text == u"рус")
            return true; // only with a path: isSite()
        if (!entry)
            return false;
        const bool plainSpoken = label.text == u"ру" || label.text == u"ком" || label.text == u"рф";
        return entry->has(kSpokenTop) && (dot.spoken || dot.spaced() || plainSpoken);
    }

    // Labels joined by dots and dashes from `label` on; the name ends with the last top domain.
    Domain readDomain(const Label &label, bool loose)
    {
        Domain domain;
        domain.first = label;
        std::u16string name = label.text;
        domain.name = name;
        domain.last = label.last;
        Label at = label;
        bool disguised = label.spaced;
        for (int i = 0; i < kLabelsMax; ++i) {
            Joint joint;
            Label next;
            if (!m_reader.jointAfter(at, u".-_", loose, joint) && !looseDot(at, joint))
                break;
            if (!m_reader.labelAfter(joint, next) || m_context.isTaken(next.first))
                break;
            disguised = disguised || !joint.tight() || next.spaced;
            name += joint.sign;
            name += next.text;
            if (joint.sign == u'.' && isTop(next, joint)) {
                domain.top = true;
                domain.last = next.last;
                domain.name = name;
                domain.disguised = disguised;
            }
            at = next;
        }
        return domain;
    }

    // "gmail. com", "ya .ru": a blank on one side of the dot after a mailbox's name.
    bool looseDot(const Label &label, Joint &joint) const
    {
        const Entry *entry = lookUpExact(label.text);
        if (!entry || !entry->has(kProvider))
            return false;
        size_t i = label.last + 1;
        while (i < m_tokens.size() && m_tokens[i].is(Type::Blank))
            ++i;
        return i < m_tokens.size() && m_tokens[i].isSign(u'.') && m_reader.jointAt(i, joint);
    }

    void takeEmail(size_t t)
    {
        Joint at;
        Label local;
        Label label;
        if (!m_reader.jointAt(t, at) || at.sign != u'@' || !m_reader.labelBefore(at, local) || !m_reader.labelAfter(at, label))
            return;
        if (at.spoken && at.first == at.last && !(at.blankBefore && at.blankAfter) && !m_tokens[t].is(Token::Mixed))
            return;
        // "инста @vostok.auto": a blank before a written sign alone makes a name of what follows.
        const Entry *provider = lookUpExact(label.text);
        const bool isProvider = provider && provider->has(kProvider);
        if (!at.spoken && at.blankBefore && !at.blankAfter && !(isProvider && local.latin))
            return;
        Domain domain = readDomain(label, true);
        if (!domain.top) {
            Joint none;
            Label top;
            // «мейл ру», "gmail com" without a dot.
            Joint gap;
            gap.last = label.last;
            // "mail,ru", "yandex🔵ru"
            if (label.last + 1 < m_tokens.size()
                && (m_tokens[label.last + 1].isSign(u',') || m_tokens[label.last + 1].is(Type::Picture)))
                ++gap.last;
            if (isProvider && m_reader.labelAfter(gap, top) && topWithoutDot(top)) {
                domain.last = top.last;
            } else {
                const bool marked = local.latin || std::any_of(local.text.begin(), local.text.end(), isFoldedDigit);
                const bool strongSign = !at.spoken || m_scan.text(t).size() > 2 || at.first != at.last;
                if (const size_t last = dottedLetters(label)) {
                    domain.last = last;
                } else if (!isProvider || !marked || !strongSign || (at.spaced() && !at.spoken)) {
                    return;
                } else {
                    domain.last = label.last;
                }
            }
            domain.disguised = true;
        }
        size_t first = local.first;
        bool disguised = domain.disguised || at.spoken || at.spaced() || local.spaced;
        Label left = local;
        Joint joint;
        for (int i = 0; i < kLabelsMax && m_reader.jointBefore(left, u".-_+", true, joint); ++i) {
            Label more;
            if (!m_reader.labelBefore(joint, more))
                break;
            if (more.text.starts_with(u"нижн")) { // «нижнее подчёркивание»
                joint.first = more.first;
                if (!m_reader.labelBefore(joint, more))
                    break;
            }
            // "… звоните. igor@": a full stop before the name joins nothing.
            disguised = disguised || !joint.tight();
            first = more.first;
            left = more;
        }
        disguised = disguised || oddTokens(first, domain.last);
        m_context.add(first, domain.last, Kind::Email, disguised ? Reason::EmailDisguised : Reason::EmailPlain, disguised, 90);
    }

    // "@l.i.s.t.r.u": a dot after each letter. The last token of it; 0 when it is no mailbox's host.
    size_t dottedLetters(const Label &label) const
    {
        std::u16string name = label.text; // "mail" may have been put together already
        size_t last = label.last;
        while (last + 2 < m_tokens.size() && m_tokens[last + 1].isSign(u'.') && m_tokens[last + 2].isAlnum()
               && m_tokens[last + 2].size == 1 && name.size() < 24) {
            last += 2;
            name += m_scan.text(last);
        }
        for (const std::u16string_view top : {u"ru", u"com", u"net"}) {
            const std::u16string_view host = std::u16string_view(name).substr(0, name.size() - std::min(name.size(), top.size()));
            const Entry *entry = name.ends_with(top) ? lookUpExact(host) : nullptr;
            if (entry && entry->has(kProvider))
                return last;
        }
        return 0;
    }

    bool topWithoutDot(const Label &label) const
    {
        static constexpr std::u16string_view kTops[] = {u"ru", u"ру", u"com", u"ком", u"net", u"нет",
                                                        u"by", u"kz", u"ua",  u"su",  u"рф"};
        return std::find(std::begin(kTops), std::end(kTops), label.text) != std::end(kTops);
    }

    bool oddTokens(size_t first, size_t last) const
    {
        for (size_t t = first; t <= last; ++t) {
            if (m_tokens[t].flags & (Token::Odd | Token::Hidden | Token::Mixed | Token::Spelled))
                return true;
        }
        return false;
    }

    // tg://resolve?domain=name, viber://chat?number=…
    void takeScheme(size_t t)
    {
        if (t == 0 || t + 3 >= m_tokens.size() || !m_tokens[t - 1].is(Type::Word) || !m_tokens[t + 1].isSign(u'/')
            || !m_tokens[t + 2].isSign(u'/'))
            return;
        const std::u16string_view scheme = m_scan.text(t - 1);
        if ((scheme == u"http" || scheme == u"https") && m_tokens[t + 3].is(Type::Digits)) { // http://192.168.44.71:8080/car
            m_context.add(t - 1, m_reader.runEnd(t + 2), Kind::Link, Reason::LinkPlain, false, 80);
            return;
        }
        const Entry *entry = m_tokens[t - 1].word;
        if (!entry || !entry->has(kNetwork))
            return;
        const size_t end = m_reader.runEnd(t + 2);
        if (end > t + 3)
            m_context.add(t - 1, end, kindOf(entry->network), Reason::LinkPlain, false, 90);
    }

    void takeHost(size_t t)
    {
        // Most points end a sentence.
        if (t == 0 || t + 1 >= m_tokens.size())
            return;
        const bool gapAfter = m_tokens[t + 1].isGap();
        // Commas stand between words, and no end of an address is long.
        constexpr quint32 kLongestTop = 8;
        if (gapAfter && m_tokens[t].isSign(u',') && t + 2 < m_tokens.size() && m_tokens[t + 2].is(Type::Word)
            && m_tokens[t + 2].size > kLongestTop)
            return;
        const bool torn = gapAfter && t + 2 < m_tokens.size() && m_tokens[t + 2].has(kTop) && m_tokens[t + 2].size <= 3;
        if (m_tokens[t].is(Type::Sign) && gapAfter && !torn && !m_tokens[t - 1].isGap() && m_tokens[t - 1].size > 4)
            return;
        Joint dot;
        Label left;
        Label right;
        if (!m_reader.jointAt(t, dot) || !m_reader.labelBefore(dot, left) || !m_reader.labelAfter(dot, right))
            return;
        const std::u16string pair = left.text + u'.' + right.text;
        const bool knownPair = isNetworkHost(pair) || isNetworkHost(asLatin(pair));
        if (dot.spoken ? dot.first == dot.last && !(dot.blankBefore && dot.blankAfter)
                       : dot.blankBefore != dot.blankAfter && !knownPair && !isTornSite(left, right))
            return;
        const bool comma = dot.sign == u',' && dot.tight() && left.latin
                           && (left.letters > 3 || (left.first > 0 && m_tokens[left.first - 1].isSign(u'-')))
                           && (right.text == u"ru" || right.text == u"com");
        if (dot.sign == u',' && !knownPair && !comma)
            return;
        const bool puny = right.text == u"xn";
        if (m_context.isTaken(left.first) || (!puny && !knownPair && !isTop(right, dot)))
            return;
        const bool loose = !dot.tight();
        // To the left: the rest of the name.
        Label start = left;
        Joint joint;
        bool disguised = loose || left.spaced;
        std::u16string name = left.text;
        int letters = left.letters;
        for (int i = 0; i < kLabelsMax && m_reader.jointBefore(start, u".-_", loose, joint); ++i) {
            Label more;
            if (!m_reader.labelBefore(joint, more) || m_context.isTaken(more.first))
                break;
            disguised = disguised || !joint.tight();
            name.insert(0, more.text + std::u16string(1, joint.sign));
            letters += more.letters;
            start = more;
        }
        // «восток авто точка ру»: two words at the start of the message
        if (dot.spoken && !left.latin && start.first == 2 && m_tokens[1].is(Type::Blank) && m_tokens[0].is(Type::Word)
            && !m_tokens[0].word) {
            name = std::u16string(m_scan.text(0)) + name;
            start.first = 0;
        }
        Domain rest = readDomain(right, loose);
        if (puny) {
            // xn--p1ai: the two dashes belong to the label
            rest.last = m_reader.runEnd(right.first);
            for (size_t k = right.first; k < rest.last; ++k) {
                if (m_tokens[k].isSign(u'/')) {
                    rest.last = k - 1;
                    break;
                }
            }
            rest.top = true;
            while (start.first > 0 && !m_tokens[start.first - 1].isGap() && !m_tokens[start.first - 1].isSign(u'/'))
                --start.first;
        }
        if (start.first >= 3 && m_tokens[start.first - 1].isSign(u'-') && m_tokens[start.first - 2].isSign(u'-')
            && m_scan.text(start.first - 3) == u"xn")
            start.first -= 3;
        name += u'.';
        name += rest.top ? rest.name : right.text;
        const size_t hostLast = rest.top ? rest.last : right.last;
        disguised = disguised || rest.disguised || right.spaced || oddTokens(start.first, hostLast);
        const Network network = std::max(networkOfHost(name), networkOfHost(asLatin(name)));
        const size_t last = readPath(hostLast, network != Network::None, disguised);
        const bool path = last > hostLast;
        const bool scheme = hasScheme(start.first);
        if (letters == 0 || (letters < 2 && network == Network::None && !path))
            return;
        // "nina.auto.vl": the name goes on behind what looked like its end.
        if (!path && !loose && !disguised && hostLast + 2 < m_tokens.size() && m_tokens[hostLast + 1].isSign(u'.')
            && m_tokens[hostLast + 2].isAlnum())
            return;
        if (network != Network::None ? !path : !isSite(name, left, right, dot, path, scheme, hostLast))
            return;
        const size_t first = scheme ? schemeStart(start.first) : start.first;
        m_context.add(first, last, kindOf(network), disguised ? Reason::LinkDisguised : Reason::LinkPlain, disguised, 90);
    }

    // "peregon-dv .ru", "kimcars. ru": a blank on one side of the dot, after what is no word
    bool isTornSite(const Label &left, const Label &right) const
    {
        constexpr int kShortest = 5;
        if (right.text != u"ru" && right.text != u"com" && right.text != u"net" && right.text != u"рф")
            return false;
        const bool hyphen = left.first > 1 && m_tokens[left.first - 1].isSign(u'-') && m_tokens[left.first - 2].is(Token::Latin);
        return left.latin && !m_tokens[left.first].word && (hyphen || left.letters >= kShortest)
               && !m_tokens[right.first].is(Token::Upper);
    }

    bool isSite(const std::u16string &name, const Label &left, const Label &right, const Joint &dot, bool path, bool scheme,
                size_t last) const
    {
        const std::u16string latin = asLatin(name);
        if (isOffice(name))
            return false;
        if (isPublicSite(name) || isPublicSite(latin))
            return path && pathSaysMore(last);
        if (path || scheme || name.starts_with(u"www."))
            return left.letters > 0 || left.text.size() > 1;
        const Token &r = m_tokens[right.first];
        const Token &l = m_tokens[left.first];
        if (!right.latin && !dot.spoken && right.text.size() > 3) // «спасибо.москва» is two sentences
            return right.text == u"москва" && (left.latin || name.find(u'-') != std::u16string::npos);
        const Entry *top = lookUpExact(right.text);
        const bool wordTop = top && top->has(kWordTop);
        const Entry *leftWord = l.word;
        if (dot.spoken) {
            // «красная точка на датчике»; «нет» only after a mailbox's name.
            if (right.text == u"нет" || right.text == u"me" || right.text == u"ме" || (wordTop && right.text != u"net"))
                return leftWord && leftWord->has(kProvider) && right.text == u"нет";
            return true;
        }
        if (dot.spaced())
            return !wordTop && left.latin && left.letters > 1;
        if (left.letters < 2)
            return false;
        if (r.is(Token::Upper) && !r.is(Token::Caps) && !l.is(Token::Upper))
            return false;
        if (wordTop && namesNetwork(left.first))
            return false;
        if (wordTop) {
            const bool labels = left.latin && right.text.size() > 2 && !m_tokens[left.first].is(Token::Upper)
                                && std::count(name.begin(), name.end(), u'.') > 1;
            const bool marked = left.text.size() != size_t(left.letters) || name.find(u'-') != std::u16string::npos || labels;
            return !r.is(Token::Upper) && (marked || (left.latin && !leftWord && left.letters >= 4));
        }
        // "р.руб", "т.kg": abbreviations before a unit.
        return !(right.text.size() == 2 && left.text.size() < 3 && !left.latin && name.find(u'-') == std::u16string::npos);
    }

    // "инста ivan.cars": a name in a network, not a site.
    bool namesNetwork(size_t first) const
    {
        for (size_t i = first, words = 0; i > 0 && words < 2; --i) {
            if (m_tokens[i - 1].is(Type::Word)) {
                ++words;
                if (m_tokens[i - 1].has(kNetwork) && !m_tokens[i - 1].has(kPlace))
                    return true;
            }
        }
        return false;
    }

    // A page of a public source with somebody's number or name; "drom.ru/" and "auto.ru/cars" say nothing.
    bool pathSaysMore(size_t last) const
    {
        if (last + 2 >= m_tokens.size() || !m_tokens[last + 2].isAlnum())
            return false;
        const size_t end = m_reader.runEnd(last + 1);
        size_t parts = 0;
        for (size_t t = last + 1; t <= end; ++t) {
            parts += m_tokens[t].isSign(u'/') ? 1 : 0;
            if (m_tokens[t].is(Type::Digits) || m_tokens[t].has(kNick | kOwn | kIdWord | kQuoteName)
                || !m_tokens[t].is(Type::Word))
                if (!m_tokens[t].isSign(u'/') && !m_tokens[t].isSign(u'-'))
                    return true;
        }
        return parts > 1;
    }

    bool hasScheme(size_t first) const
    {
        return first >= 4 && m_tokens[first - 1].isSign(u'/') && m_tokens[first - 2].isSign(u'/')
               && (m_tokens[first - 3].isSign(u':') || m_tokens[first - 3].isSign(u'.')) && m_tokens[first - 4].is(Type::Word);
    }
    size_t schemeStart(size_t first) const { return first - 4; }

    // The path after a host, written or told; the host's last token when there is none.
    size_t readPath(size_t host, bool network, bool disguised)
    {
        Label at;
        at.first = at.last = host;
        Joint joint;
        const bool spoken = m_reader.jointAfter(at, u"/", disguised, joint);
        if (!spoken) {
            const size_t next = host + 1;
            if (next < m_tokens.size()
                && (m_tokens[next].isSign(u'?') || m_tokens[next].isSign(u'#') || m_tokens[next].isSign(u':')
                    || m_tokens[next].isSign(u'/') || m_tokens[next].isSign(u'|') || m_tokens[next].isSign(u'\\')
                    || m_tokens[next].isSign(u'@'))
                && next + 1 < m_tokens.size() && !m_tokens[next + 1].isGap())
                return m_reader.runEnd(next);
            return network ? nameInsteadOfPath(host) : host;
        }
        Label label;
        const bool torn = joint.last + 1 < m_tokens.size() && m_tokens[joint.last + 1].isGap();
        if (!joint.spoken && !joint.blankBefore && torn)
            return network ? nameInsteadOfPath(host) : host;
        if (joint.tight() && !disguised)
            return joint.last + 1 < m_tokens.size() ? m_reader.runEnd(joint.last) : host;
        Joint plus;
        if (joint.last + 1 < m_tokens.size() && !m_tokens[joint.last + 1].isAlnum() && joint.tight())
            return m_reader.runEnd(joint.last);
        if (!m_reader.labelAfter(joint, label))
            return host;
        for (int i = 0; i < kLabelsMax; ++i) {
            Label next;
            Joint more;
            // «нижнее подчёркивание»
            if (label.last + 2 < m_tokens.size() && m_scan.text(label.last + 2).starts_with(u"нижн"))
                label.last += 2;
            if (!m_reader.jointAfter(label, u"._-/", true, more) || !m_reader.labelAfter(more, next))
                break;
            label = next;
        }
        size_t last = std::max(label.last, joint.tight() ? m_reader.runEnd(joint.last) : label.last);
        return joint.spoken ? wordAfter(last) : last;
    }

    // "t.me busan_vika", "vk.com id90417": a blank instead of the slash.
    size_t nameInsteadOfPath(size_t host) const
    {
        // "t.me/ name", "t.me \\ name", "t.me → name"
        size_t i = host + 1;
        while (i < m_tokens.size() && i < host + 4
               && (m_tokens[i].is(Type::Blank) || m_tokens[i].is(Type::Picture) || m_tokens[i].isSign(u'/')
                   || m_tokens[i].isSign(u'\\') || m_tokens[i].isSign(kOther) || m_tokens[i].isSign(u'>')))
            ++i;
        if (i >= m_tokens.size() || i == host + 1)
            return host;
        const size_t end = m_reader.runEnd(i);
        bool mark = m_tokens[i].isSign(u'@') || m_tokens[i].isSign(u'+');
        bool latin = true;
        for (size_t k = i; k <= end; ++k) {
            mark = mark || m_tokens[k].isSign(u'_') || m_tokens[k].is(Type::Digits);
            latin = latin && (!m_tokens[k].is(Type::Word) || m_tokens[k].is(Token::Latin));
        }
        // "t.me kimcars": one Latin word that nobody knows
        constexpr quint32 kLetters = 5;
        const bool plain = end == i && m_tokens[i].is(Type::Word) && !m_tokens[i].word && m_tokens[i].size >= kLetters;
        return latin && ((mark && end > i) || plain) ? end : host;
    }

    // «слеш нурлан карс»: a second word closes the message.
    size_t wordAfter(size_t last) const
    {
        const size_t next = last + 2;
        if (next < m_tokens.size() && m_tokens[next].is(Type::Digits) && m_tokens[next].size >= 5 && m_tokens[last].has(kIdWord))
            return next; // «слеш айди 90417253»
        if (next >= m_tokens.size() || !m_tokens[last + 1].is(Type::Blank) || !m_tokens[next].is(Type::Word)
            || m_tokens[next].has(kStop | kName | kConnector | kDictate)
            || (m_tokens[next].is(Token::Latin) && m_tokens[next].has(kCommon) && m_tokens[next].size > 4))
            return last;
        const bool ends = next + 1 >= m_tokens.size() || !m_tokens[next + 1].is(Type::Blank);
        return ends ? next : last;
    }

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
    AddressReader m_reader;
};
} // namespace

void findAddresses(Context &context)
{
    const Scan &scan = context.scan;
    const bool told = scan.words > scan.cyrillic && (scan.hints & (kTop | kSpokenTop)); // «сайт primavto ру»
    if (scan.hasSigns || told || (scan.hints & kSign))
        AddressFinder(context).find();
}

} // namespace cargo::contact_filter
