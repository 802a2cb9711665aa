#include "shared/domain/contact_filter/address_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr int kLabelsMax = 7;

// Sites and pages of networks by their host.
class Site : private AddressFinder
{
public:
    explicit Site(Context &context) : AddressFinder(context) {}

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
        if (!m_reader.jointAt(t, dot) || !m_reader.labelAfter(dot, right) || !mayEndHost(right.text)
            || !m_reader.labelBefore(dot, left))
            return;
        if (dot.spoken && m_scan.text(left.first) == u"the") // "the dot com era"
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
        const bool own = start.first < left.first && asLatin(name).ends_with(u".t.me"); // "name.t.me"
        if (!own && (network != Network::None ? !path : !isSite(name, left, right, dot, path, scheme, hostLast)))
            return;
        const size_t first = scheme ? schemeStart(start.first) : start.first;
        m_context.add(first, last, own ? Kind::Telegram : kindOfLink(network),
                      disguised ? Reason::LinkDisguised : Reason::LinkPlain, disguised, 90);
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

private:
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
};
} // namespace

void takeSite(Context &context, size_t t) { Site(context).takeHost(t); }

void takeToldSite(Context &context, size_t t) { Site(context).takeToldSite(t); }

} // namespace cargo::contact_filter
