#include "shared/domain/contact_filter/handle_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kReach = 16; // tokens

// A name before what says that it is one.
class NameBefore : private HandleFinder
{
public:
    explicit NameBefore(Context &context) : HandleFinder(context) {}

    // "batumi_lots в телеге", "artur_de (tg)"
    void takeBefore(size_t t)
    {
        const Token &token = m_tokens[t];
        if (token.has(kNick) && !token.has(kPlace)) {
            takeBeforeNick(t);
            return;
        }
        if (!token.has(kNetwork | kProvider))
            return;
        int words = 0;
        for (size_t i = t; i > 0 && i + 9 > t; --i) {
            const Token &before = m_tokens[i - 1];
            if (before.isGap() || before.isSign(u'(') || before.isSign(u',') || before.isSign(u'-') || before.isSign(u'[')
                || before.is(Type::Picture))
                continue;
            if (!before.isAlnum() || m_context.isTaken(i - 1))
                return;
            const Name name = readNameBefore(m_scan, i - 1);
            const bool provider = !token.has(kNetwork);
            const bool mail = provider && ((m_scan.hints & kMailbox) || name.text.find(u'.') != std::u16string::npos);
            const bool good = name.quality == Name::Certain || (mail && name.quality == Name::Plain && (m_scan.hints & kNick))
                              || (!provider && isPlainBefore(name, t, words))
                              || (name.quality == Name::Marked && words <= 1 && !token.has(kDoubtful));
            if (good && (!provider || mail) && !(token.has(kPlace) && name.quality != Name::Certain && !(m_scan.hints & kOwn))) {
                add(name, mail ? Kind::Email : kindOfName(token.word->network, token.has(kPlace)), 60);
                return;
            }
            if (!before.has(kName | kStop | kMailbox) || ++words > 2)
                return;
        }
    }

    // "artur_de on every app", «везде зарегистрирован как ruslan_grodno», «под именем kim_77»
    void takeBesideCue(size_t t)
    {
        const bool sure = m_tokens[t].size > 4 || m_tokens[t].has(kQuoteName);
        const size_t from = t > kReach ? t - kReach : 0;
        const size_t to = std::min(m_tokens.size(), t + kReach);
        for (size_t i = from; i < to; ++i) {
            if (!m_tokens[i].is(Type::Word) || m_context.isTaken(i) || i == t || (i > 0 && m_tokens[i - 1].isAlnum()))
                continue;
            const Name name = readName(m_scan, i);
            if (name.first < t && name.last >= t)
                continue; // "rust dot under": the cue is no part of a name
            const bool nick = m_scan.hints & (kNick | kNetwork);
            const bool plain = name.quality == Name::Plain && sure && m_scan.words <= 12 && m_tokens[t].has(kEvery)
                               && m_scan.cyrillic * 2 >= m_scan.words && !m_tokens[i].word;
            // A capital inside alone («везде стоит HomeLink») is a name of many things.
            const bool own = name.digits || name.text.find(u'.') != std::u16string::npos || nick || speaksOfSelf();
            const bool dotted = name.quality == Name::Marked && speaksOfSelf() && name.text.find(u'.') != std::u16string::npos;
            // «моё имя латиницей rinatkim, в самолётике найдёшь»
            const bool called = name.quality == Name::Plain && name.latin && m_tokens[t].has(kQuoteName) && nick && speaksOfSelf()
                                && m_scan.cyrillic * 2 >= m_scan.words && !m_tokens[i].word;
            if (name.quality == Name::Certain || (name.quality == Name::Marked && sure && own) || dotted || plain || called) {
                add(name, Kind::Username, nick ? 60 : 55);
                return;
            }
            i = std::max(i, name.last);
        }
    }

private:
    // "leo.busan is my nick", «kimcars77 мой ник»
    void takeBeforeNick(size_t t)
    {
        size_t i = t;
        bool my = false;
        for (int words = 0; words < 3 && i >= 2 && m_tokens[i - 1].is(Type::Blank) && m_tokens[i - 2].has(kName | kStop);
             ++words) {
            my = my || m_scan.text(i - 2) == u"my" || m_scan.text(i - 2) == u"мой";
            i -= 2;
        }
        while (i > 0 && (m_tokens[i - 1].is(Type::Blank) || m_tokens[i - 1].isSign(u'-')))
            --i;
        if (!my || i == 0 || !m_tokens[i - 1].isAlnum() || m_context.isTaken(i - 1))
            return;
        const Name name = readNameBefore(m_scan, i - 1);
        if (name.latin && (name.quality >= Name::Marked || (name.quality == Name::Plain && m_scan.cyrillic)))
            add(name, kindOfName(networkNear(t), false), 60);
    }

    // «kimcars в тг»: a Latin word that nobody knows begins the message, or «я», «мой» stands before it
    bool isPlainBefore(const Name &name, size_t network, int words) const
    {
        constexpr int kLetters = 5;
        constexpr int kWords = 6;
        const Token &token = m_tokens[network];
        const bool sure = !token.has(kDoubtful | kPlace) || (token.has(kDoubtful) && token.word->network == Network::Telegram);
        if (name.quality != Name::Plain || !name.latin || name.letters < kLetters || words > 1 || !sure || m_scan.words > kWords
            || !m_scan.cyrillic || looksEnglish(name.text))
            return false;
        return name.first == 0
               || (name.first > 1 && m_tokens[name.first - 2].has(kName | kNick) && !m_tokens[name.first - 2].has(kStop));
    }
};
} // namespace

void takeNameBefore(Context &context, size_t t) { NameBefore(context).takeBefore(t); }

void takeNameBesideCue(Context &context, size_t t) { NameBefore(context).takeBesideCue(t); }

} // namespace cargo::contact_filter
