#include "shared/domain/contact_filter/address_finder.h"

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// Links whose host is torn, glued, told without its dot, or a scheme.
class Link : private AddressFinder
{
public:
    explicit Link(Context &context) : AddressFinder(context) {}

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
                    m_context.add(host - 2, last, kindOfLink(two), Reason::LinkDisguised, true, 80);
                    return;
                }
            }
            const Network network = m_tokens[host].is(Type::Word) ? joinedHost(m_scan.text(host)) : Network::None;
            if (network != Network::None && (host == 0 || m_tokens[host - 1].isGap()) && m_reader.labelAfter(slash, name)) {
                const size_t last = readPath(host, true, slash.spaced() || slash.spoken);
                if (last > host)
                    m_context.add(host, last, kindOfLink(network), Reason::LinkDisguised, true, 80);
                return;
            }
        }
        if (t < 3 || t + 1 >= m_tokens.size() || !m_tokens[t + 1].isAlnum() || !m_tokens[t - 1].is(Type::Word)
            || !m_tokens[t - 2].is(Type::Blank) || !m_tokens[t - 3].is(Type::Word) || (t > 3 && m_tokens[t - 4].isAlnum()))
            return;
        const std::u16string host = std::u16string(m_scan.text(t - 3)) + u'.' + std::u16string(m_scan.text(t - 1));
        const Network network = networkOfHost(host);
        if (network != Network::None)
            m_context.add(t - 3, m_reader.runEnd(t), kindOfLink(network), Reason::LinkDisguised, true, 85);
    }

    // "vk com kimcars": blanks for the dot and for the slash
    void takeHostInBlanks(size_t t)
    {
        // "www primavto ru"
        if (t >= 2 && t + 2 < m_tokens.size() && m_tokens[t - 1].is(Type::Blank) && m_scan.text(t - 2) == u"www"
            && m_tokens[t + 1].is(Type::Blank)
            && !isPublicSite(std::u16string(m_scan.text(t)) + u'.' + std::u16string(m_scan.text(t + 2)))) {
            m_context.add(t - 2, t + 2, Kind::Link, Reason::LinkDisguised, true, 75);
            return;
        }
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
            m_context.add(t, end, kindOfLink(network), Reason::LinkDisguised, true, 75);
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
            m_context.add(t - 1, end, kindOfLink(entry->network), Reason::LinkPlain, false, 90);
    }

private:
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
        m_context.add(host, last, kindOfLink(network), Reason::LinkDisguised, true, 80);
        return true;
    }

    static Network joinedHost(std::u16string_view word)
    {
        return word == u"tme" || word == u"тме" ? Network::Telegram
               : word == u"wame"                ? Network::Whatsapp
               : word == u"vkcom"               ? Network::Vk
                                                : Network::None;
    }
};
} // namespace

void takeLinkPath(Context &context, size_t t) { Link(context).takeBlankHost(t); }

void takeHostInBlanks(Context &context, size_t t) { Link(context).takeHostInBlanks(t); }

void takeScheme(Context &context, size_t t) { Link(context).takeScheme(t); }

} // namespace cargo::contact_filter
