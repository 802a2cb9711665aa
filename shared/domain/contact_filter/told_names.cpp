#include "shared/domain/contact_filter/findings.h"

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// A name told in Russian letters: «тг батуми лотс латиницей», «телеграм собака нурлан карс», «почта нурлан карс собака джимейл».
// A network stands before it, and what says that the words are a name: «латиницей», a spoken '@' or a spoken '_'.
// «телега собака» with nothing behind it, «инста упала», «телеграм опять лежит» stay.
class ToldNameFinder
{
public:
    explicit ToldNameFinder(Context &context) : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens) {}

    void find()
    {
        for (const size_t t : m_scan.marks) {
            const Token &token = m_tokens[t];
            if (token.has(kPlace) || !token.has(kNetwork | kMailbox) || m_context.isTaken(t))
                continue;
            if (takeAfter(t))
                return;
        }
    }

private:
    // The next word, past blanks, a colon and «я», «мой».
    size_t next(size_t at) const
    {
        size_t i = at + 1;
        while (i < m_tokens.size() && i < at + 4
               && (m_tokens[i].is(Type::Blank) || m_tokens[i].isSign(u':') || m_tokens[i].isSign(u'-')))
            ++i;
        return i;
    }

    static bool isSpoken(const Token &token) { return token.is(Type::Word) && token.has(kSign) && token.size > 3; }

    // Words that may be a told name: unknown ones and those of the trade («перегон», «осмотр», «авто»).
    bool mayBeName(size_t i) const
    {
        const Token &token = m_tokens[i];
        if (!token.is(Type::Word) || token.size < 2 || m_context.isTaken(i) || token.is(Token::Latin))
            return false;
        const std::u16string_view text = m_scan.text(i);
        return !token.word || token.has(kAbroad) || text == u"осмотр" || text == u"авто" || text == u"сервис"
               || text == u"доставка" || text == u"перегон";
    }

    bool takeAfter(size_t t)
    {
        size_t i = next(t);
        for (int words = 0; i < m_tokens.size() && words < 2 && m_tokens[i].has(kName | kNick) && !isSpoken(m_tokens[i]); ++words)
            i = next(i);
        if (i >= m_tokens.size())
            return false;
        const size_t first = i;
        const bool dog = isSpoken(m_tokens[i]) && m_tokens[i].word->sign == u'@';
        if (dog)
            i = next(i);
        size_t last = 0;
        int words = 0;
        bool joined = false;   // a spoken '_', '.' or '-' between
        bool provider = false; // «… собака джимейл»
        for (; i < m_tokens.size() && words < 5; i = next(i)) {
            if (mayBeName(i) || (m_tokens[i].is(Type::Digits) && words > 0 && m_tokens[i].size <= 4)) {
                last = i;
                ++words;
            } else if (words > 0 && isSpoken(m_tokens[i])) {
                const size_t after = next(i);
                provider = m_tokens[i].word->sign == u'@' && after < m_tokens.size() && m_tokens[after].has(kProvider);
                if (provider) {
                    last = after;
                    break;
                }
                joined = joined || (after < m_tokens.size() && mayBeName(after));
            } else if (!(words > 0 && m_scan.text(i).starts_with(u"нижн"))) {
                break;
            }
        }
        if (words == 0)
            return false;
        const bool latin = m_scan.hints & kLatin;
        const bool ends = i >= m_tokens.size() || !m_tokens[i].isAlnum();
        const bool network = m_tokens[t].has(kNetwork) && !m_tokens[t].has(kDoubtful);
        const bool told = provider || (network && (latin || (dog && words > 1 && ends) || (joined && latin)));
        if (!told)
            return false;
        m_context.add(first, last, kind(t, provider), Reason::NamedHandle, true, 60);
        return true;
    }

    Kind kind(size_t t, bool provider) const
    {
        if (provider)
            return Kind::Email;
        switch (m_tokens[t].word->network) {
        case Network::Telegram: return Kind::Telegram;
        case Network::Whatsapp: return Kind::Whatsapp;
        case Network::Viber: return Kind::Viber;
        default: return Kind::AddressOther;
        }
    }

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
};
} // namespace

void findToldNames(Context &context) { ToldNameFinder(context).find(); }

} // namespace cargo::contact_filter
