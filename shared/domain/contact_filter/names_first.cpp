#include "shared/domain/contact_filter/handle_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// A name and then what it is: «ivan_p — это мой телеграм», «levch77 это я в вк», «kolesov.dv — так меня зовут в инсте».
// A word that points back must stand between; «Prado_150 — это кузов», «encar это не телега» stay.
class NameFirst : private HandleFinder
{
public:
    explicit NameFirst(Context &context) : HandleFinder(context) {}

    void find()
    {
        for (const size_t t : m_scan.marks) {
            const Token &token = m_tokens[t];
            const bool telegram = token.has(kNetwork) && token.word->network == Network::Telegram;
            if (token.has(kNetwork | kNick | kMailbox) && !token.has(kPlace) && (!token.has(kDoubtful) || telegram)
                && takeBefore(t))
                return;
        }
    }

private:
    static bool pointsBack(std::u16string_view word)
    {
        return word == u"это" || word == u"так" || word == u"this" || word == u"that" || word == u"thats" || word == u"is";
    }

    static bool isOwn(std::u16string_view word)
    {
        return word == u"я" || word == u"мой" || word == u"моя" || word == u"мое" || word == u"меня" || word == u"мы"
               || word == u"нас" || word == u"my" || word == u"me" || word == u"i" || word == u"im";
    }

    static bool mayStandBetween(const Token &token)
    {
        return token.isGap() || token.isSign(u'-') || token.isSign(u',') || token.isSign(u'"') || token.isSign(u'?')
               || token.isSign(u'<') || token.isSign(kOther);
    }

    bool takeBefore(size_t t)
    {
        constexpr int kWordsMax = 6;
        bool points = false;
        bool own = t + 2 < m_tokens.size() && m_tokens[t + 1].is(Type::Blank) && isOwn(m_scan.text(t + 2)); // «это телега моя»
        int words = 0;
        size_t end = t;
        for (; end > 0 && words <= kWordsMax; --end) {
            const Token &token = m_tokens[end - 1];
            if (mayStandBetween(token))
                continue;
            const std::u16string_view text = m_scan.text(end - 1);
            if (!token.is(Type::Word) || !(token.has(kName | kStop) || pointsBack(text) || isOwn(text)))
                break;
            points = points || pointsBack(text);
            own = own || isOwn(text);
            ++words;
        }
        if (end == 0 || words > kWordsMax || !own || !m_tokens[end - 1].isAlnum() || m_context.isTaken(end - 1))
            return false;
        const Name name = readNameBefore(m_scan, end - 1);
        const bool dashed = end + 1 < t && m_tokens[end].is(Type::Blank) && m_tokens[end + 1].isSign(u'-');
        if (!name.latin || !(points || dashed) || !(name.quality >= Name::Marked || isPlain(name)))
            return false;
        const Token &what = m_tokens[t];
        add(name, what.has(kMailbox) ? Kind::Email : kindOfName(what.has(kNetwork) ? what.word->network : networkNear(t), false),
            60);
        return true;
    }

    // A Latin word that nobody knows, at the start of what is said in Russian.
    bool isPlain(const Name &name) const
    {
        constexpr int kLetters = 5;
        const bool begins = name.first == 0 || (name.first > 1 && m_tokens[name.first - 2].isSign(u':'));
        return name.quality == Name::Plain && name.letters >= kLetters && m_scan.cyrillic > 0 && begins
               && !looksEnglish(name.text);
    }
};
} // namespace

void takeNameFirst(Context &context)
{
    if (context.spans.empty() && context.scan.words > context.scan.cyrillic
        && (context.scan.hints & (kNetwork | kNick | kMailbox)))
        NameFirst(context).find();
}

} // namespace cargo::contact_filter
