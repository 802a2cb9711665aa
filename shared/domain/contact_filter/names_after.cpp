#include "shared/domain/contact_filter/address_reader.h"
#include "shared/domain/contact_filter/handle_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kReach = 16; // tokens

// A name after a network, a nick's or a mailbox's word, with a few words between.
class NameAfter : private HandleFinder
{
public:
    explicit NameAfter(Context &context) : HandleFinder(context) {}

    bool take(size_t t, Network split)
    {
        Cue cue = cueAt(t, split);
        int strangers = 0;
        int commas = 0;
        int words = 0;
        bool notMail = false;
        for (size_t i = t + 1; i < m_tokens.size() && i < t + kReach; ++i) {
            const Token &token = m_tokens[i];
            if (token.isGap() || token.is(Type::Picture))
                continue;
            if (token.isSign(u'"') && cue.place && cue.own && i + 1 < m_tokens.size() && m_tokens[i + 1].is(Token::Upper)
                && takeQuoted(i, cue))
                return true;
            if (token.isSign(u'"') && cue.network != Network::None
                && (cue.nick || (cue.person && i + 1 < m_tokens.size() && m_tokens[i + 1].is(Token::Upper)))
                && takeQuoted(i, cue))
                return true;
            if (token.is(Type::Sign) && token.sign != u'@') {
                cue.colon =
                    cue.colon || token.isSign(u':') || token.isSign(u'=') || (token.isSign(u'-') && m_tokens[i - 1].isGap());
                if (token.isSign(u'?') || token.isSign(u'!') || (token.isSign(u'.') && !cue.split) || token.isSign(u';')
                    || (token.isSign(u'/') && !isShortPath(t, i)))
                    return false;
                commas += token.isSign(u',') && !cue.provider && !cue.mailbox ? 1 : 0;
                continue;
            }
            if (m_context.isTaken(i))
                return false;
            // "live:.cid.4819ab37"
            if (m_scan.text(i) == u"live" && i + 2 < m_tokens.size() && m_tokens[i + 1].isSign(u':')
                && !m_tokens[i + 2].isGap()) {
                Name live = readName(m_scan, i);
                live.last = AddressReader(m_scan).runEnd(i);
                add(live, kindOfName(cue.network, false), 65);
                return true;
            }
            const Name name = readName(m_scan, i);
            // "icq 447 209 931"
            if (const size_t last = groupedNumber(i); last && isNumberNetwork(t) && strangers == 0) {
                m_context.add(i, last, Kind::AddressOther, Reason::NamedHandle, false, 60);
                return true;
            }
            const bool number = name.letters == 0 && name.digits >= 5;
            const bool page = number && cue.network == Network::Vk && !cue.doubtful && m_tokens[t + 1].is(Type::Blank)
                              && i == t + 2 && name.digits >= 7 && name.digits <= 10;
            if (page) {
                add(name, kindOfName(cue.network, false), 60);
                return true;
            }
            if (number && (cue.id || cue.nick || (cue.place && cue.own)) && strangers == 0
                && (cue.network == Network::Vk || cue.network == Network::Other || cue.network == Network::Telegram
                    || cue.place)) {
                add(name, kindOfName(cue.network, cue.place), 60);
                return true;
            }
            if (takeCapitals(i, cue, strangers))
                return true;
            if (!notMail && accepts(name, cue, strangers + (cue.nick ? 0 : commas), words == 0)) {
                const bool mail = (cue.mailbox || cue.provider) && cue.network == Network::None && !cue.place;
                add(name, mail ? Kind::Email : kindOfName(cue.network, cue.place), 65);
                return true;
            }
            ++words;
            notMail = notMail || token.has(kNotMail);
            if (token.has(kNetwork) && token.word->network != Network::None)
                return false; // its own turn comes
            read(token, cue);
            cue.lead = m_scan.text(i) == u"as" || m_scan.text(i) == u"is" || m_scan.text(i) == u"am" || m_scan.text(i) == u"name"
                       || m_scan.text(i) == u"как";
            const bool person = isPerson(m_scan.text(i));
            cue.person = cue.person || person;
            cue.provider = cue.provider || (cue.mailbox && token.has(kProvider));
            const bool free =
                token.has(kName | kNick | kIdWord | kQuoteName | kConnector | kMailbox | kProvider | kEvery | kOwn | kPlace)
                || token.has(kSign) || (cue.network != Network::None && token.has(kPart)) || person
                || (cue.nick && token.has(kStop | kNumeral))
                || ((cue.mailbox || cue.network != Network::None) && token.has(kTop | kSpokenTop));
            strangers += free ? 0 : 1;
            if (strangers > 2 || words > 6)
                return false;
            i = std::max(i, m_scan.chunkLast(i));
        }
        return false;
    }

private:
    // A name after a network, a nick's or a mailbox's word, with a few words between.
    struct Cue
    {
        bool place = false;
        bool doubtful = false;
        bool nick = false; // the text says that a name comes
        bool mailbox = false;
        bool provider = false;
        bool mail = false; // a provider of nothing but mail: gmail
        bool own = false;
        bool id = false;
        bool colon = false;
        bool person = false; // я, канал, как: a person's or a channel's name may follow
        bool lead = false;   // "as", "is" just before the name
        bool split = false;  // the network's name is in pieces: only a sure name follows it
        Network network = Network::None;
    };

    Cue cueAt(size_t t, Network split) const
    {
        const Token &token = m_tokens[t];
        Cue cue;
        if (split != Network::None) {
            cue.network = split;
            cue.doubtful = cue.split = true;
            return cue;
        }
        cue.place = token.has(kPlace);
        cue.doubtful = token.has(kDoubtful);
        cue.nick = token.has(kNick) && !cue.place;
        cue.mailbox = token.has(kMailbox);
        cue.provider = token.has(kProvider) && !cue.mailbox;
        cue.mail = m_scan.text(t) == u"gmail" || m_scan.text(t) == u"гмейл" || m_scan.text(t) == u"джимейл"
                   || m_scan.text(t) == u"гмайл";
        cue.network = token.word->network;
        if (!token.has(kNetwork) && cue.nick)
            cue.network = networkNear(t);
        // What the words just before say: «ник в телеге», «мой профиль на дроме».
        size_t words = 0;
        for (size_t i = t; i > 0 && words < 4; --i) {
            const Token &before = m_tokens[i - 1];
            if (!before.is(Type::Word))
                continue;
            ++words;
            read(before, cue);
            cue.person = cue.person || isPerson(m_scan.text(i - 1));
        }
        return cue;
    }

    static void read(const Token &token, Cue &cue)
    {
        cue.nick = cue.nick || (token.has(kNick) && !token.has(kPlace)) || token.has(kQuoteName);
        cue.id = cue.id || token.has(kIdWord);
        cue.own = cue.own || token.has(kOwn);
        cue.mailbox = cue.mailbox || token.has(kMailbox);
        cue.place = cue.place || token.has(kPlace);
    }

    bool accepts(const Name &name, const Cue &cue, int strangers, bool direct) const
    {
        if (name.quality == Name::None || m_context.isTaken(name.first))
            return false;
        if (name.quality == Name::Certain)
            return strangers <= (cue.nick ? 4 : 2);
        if (cue.split)
            return name.quality == Name::Marked && strangers == 0;
        // A question tells no name.
        if (name.quality == Name::Plain && name.last + 1 < m_tokens.size() && m_tokens[name.last + 1].isSign(u'?'))
            return false;
        const bool cyrillicText = m_scan.cyrillic * 2 >= m_scan.words;
        const bool network = cue.network != Network::None && !cue.doubtful;
        // A cart is a cart, but no Latin word that nobody knows stands after it.
        const bool doubtful = cue.doubtful && !(cue.network == Network::Telegram && cyrillicText);
        if (cue.place)
            return strangers == 0
                   && (cue.nick || cue.own || (m_scan.hints & kNick) || (cue.person && name.quality == Name::Marked)
                       || (direct && name.quality == Name::Marked && m_scan.words <= 3))
                   && (name.quality >= Name::Marked || cue.colon || cyrillicText);
        if (name.quality == Name::Marked) {
            if (cue.mailbox
                || (cue.provider
                    && (cue.nick || ((direct || cue.lead) && name.text.find(u'.') != std::u16string::npos)
                        || (direct && cue.mail && cyrillicText && name.digits))))
                return strangers <= 1;
            // In a text without Cyrillic they are words of a trim: "BMW Luxury Line xDrive", "Honda Element EX".
            const bool numbered = name.digits && name.text.find(u'.') != std::u16string::npos; // signal artem.47
            const bool meant = cue.doubtful && (cyrillicText || cue.own || cue.lead || cue.id || (numbered && direct));
            return strangers <= 1 && (network || cue.nick || cue.colon || meant) && !(cue.provider && !cue.nick);
        }
        // A plain word.
        // «мой ящик levchenko на рамблере»
        if (cue.mailbox && direct && name.latin && cyrillicText && (m_scan.hints & kProvider))
            return true;
        if (!cyrillicText && !cue.colon && isVerb(name)) // "wechat id comes in two"
            return false;
        if (strangers > 0 || !name.latin || cue.provider || (cue.mailbox && !cue.nick && !cue.colon))
            return false;
        if (doubtful)
            return cue.nick || cue.colon || cue.id;
        if (cue.network == Network::None)
            return cue.nick
                   && (cue.colon || (m_scan.hints & (kEvery | kNetwork))
                       || (cyrillicText && (atEnd(name.last) || (direct && m_tokens[name.last + 1].isSign(u',')))));
        return cue.colon || cue.nick || cue.id || cyrillicText
               || ((direct || cue.lead) && name.letters >= 6 && atEnd(name.last) && !looksEnglish(name.text));
    }

    // "comes in", "changed to": a verb with its preposition.
    bool isVerb(const Name &name) const
    {
        static constexpr std::u16string_view kPrepositions[] = {u"in", u"on", u"to", u"with", u"from", u"at", u"by", u"of"};
        const bool ends = name.text.ends_with(u"s") || name.text.ends_with(u"ed") || name.text.ends_with(u"ing");
        return ends && name.last + 2 < m_tokens.size() && m_tokens[name.last + 1].is(Type::Blank)
               && std::find(std::begin(kPrepositions), std::end(kPrepositions), m_scan.text(name.last + 2))
                      != std::end(kPrepositions);
    }

    // "vk/kimcars", "tg/kim_cars": the name of a network for its host; "vk/ok" is a list of networks
    bool isShortPath(size_t t, size_t slash) const
    {
        return slash == t + 1 && slash + 1 < m_tokens.size() && m_tokens[slash + 1].is(Token::Latin) && !m_tokens[slash + 1].word
               && m_tokens[slash + 1].size >= 2;
    }

    // Networks where people are numbers.
    bool isNumberNetwork(size_t t) const
    {
        const std::u16string_view name = m_scan.text(t);
        return name == u"icq" || name == u"qq" || name == u"zoom" || name == u"зум" || name == u"зуме" || name.starts_with(u"ась")
               || name == u"ася" || name == u"куку";
    }

    // The last token of digits in groups, six at least; 0 when there are fewer.
    size_t groupedNumber(size_t i) const
    {
        constexpr quint32 kFewest = 6;
        quint32 digits = 0;
        size_t last = 0;
        for (; i < m_tokens.size() && m_tokens[i].is(Type::Digits); i += 2) {
            digits += m_tokens[i].size;
            last = i;
            if (i + 1 >= m_tokens.size() || !(m_tokens[i + 1].is(Type::Blank) || m_tokens[i + 1].isSign(u'-')))
                break;
        }
        return digits >= kFewest && digits <= 12 ? last : 0;
    }

    static bool isPerson(std::u16string_view word)
    {
        static constexpr std::u16string_view kWords[] = {u"i",       u"я",        u"мы",       u"меня",  u"нас",
                                                         u"канал",   u"группа",   u"паблик",   u"как",   u"страница",
                                                         u"профиль", u"продавец", u"продавца", u"seller"};
        return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
    }

    // «я вконтакте Тимур Перегонов», «ютуб канал Тимур Перегон»: two names with capitals.
    // "facebook John Carter Osaka": nothing else said
    bool takeCapitals(size_t at, const Cue &cue, int strangers)
    {
        if (strangers > 0 || (cue.network == Network::None && !cue.place))
            return false;
        size_t last = at;
        int count = 0;
        bool small = false; // «RHD Приморье»: capitals alone are no name
        for (size_t i = at; i < m_tokens.size() && m_tokens[i].is(Type::Word) && m_tokens[i].is(Token::Upper); i += 2) {
            if (m_tokens[i].has(kCommon | kStop | (cue.place || isSurname(m_scan.text(i)) ? 0ull : quint64(kDocument)) | kNetwork
                                | kPlace | kUnit)
                || (m_tokens[i].is(Token::Caps)
                    && !(m_tokens[i].size <= 3 && (cue.place ? count > 0 : cue.person && m_tokens[i].size > 1))))
                break;
            small = small || !m_tokens[i].is(Token::Caps);
            last = i;
            ++count;
            if (i + 1 >= m_tokens.size() || !(m_tokens[i + 1].is(Type::Blank) || (cue.place && m_tokens[i + 1].isSign(u'-'))))
                break;
        }
        if (count < 2 || !small || m_context.isTaken(at))
            return false;
        // «одноклассники Сергей Кимов 1982»
        if (last + 2 < m_tokens.size() && m_tokens[last + 2].is(Type::Digits) && m_tokens[last + 2].size <= 4)
            last += 2;
        const bool ends = last + 1 >= m_tokens.size() || m_tokens[last + 1].is(Type::Sign); // «продавец Сергей Петрович врёт»
        if (cue.place ? !(cue.person && ends) && !tellsNumber(last)
                      : !cue.person && (cue.doubtful || !(atEnd(last) || tellsPlace(last))))
            return false;
        Name name;
        name.first = at;
        name.last = last;
        add(name, kindOfName(cue.network, cue.place), 55);
        return true;
    }

    // «Колесников» begins as a wheel does.
    static bool isSurname(std::u16string_view word)
    {
        constexpr size_t kShortest = 6;
        return word.size() >= kShortest
               && (word.ends_with(u"ов") || word.ends_with(u"ев") || word.ends_with(u"ова") || word.ends_with(u"ева")
                   || word.ends_with(u"енко") || word.ends_with(u"ский"));
    }

    // «… Иван Колесников из Артёма»
    bool tellsPlace(size_t last) const
    {
        return last + 4 < m_tokens.size() && m_tokens[last + 1].is(Type::Blank)
               && (m_scan.text(last + 2) == u"из" || m_scan.text(last + 2) == u"г") && m_tokens[last + 4].is(Token::Upper)
               && atEnd(last + 4);
    }

    // «авито Артём ДВ Авто, там номер открыт»
    bool tellsNumber(size_t last) const
    {
        for (size_t i = last + 1; i < m_tokens.size() && i < last + 12; ++i) {
            if (m_tokens[i].has(kDial | kNumber) || m_scan.text(i).starts_with(u"контакт"))
                return true;
        }
        return false;
    }

    // «ник в тг "марат авто"»
    bool takeQuoted(size_t open, const Cue &cue)
    {
        for (size_t i = open + 1; i < m_tokens.size() && i < open + 10; ++i) {
            if (!m_tokens[i].isSign(u'"'))
                continue;
            if (i < open + 2 || !m_tokens[open + 1].isAlnum())
                return false;
            Name name;
            name.first = open + 1;
            name.last = i - 1;
            add(name, kindOfName(cue.network, cue.place), 60);
            return true;
        }
        return false;
    }
};
} // namespace

bool takeNameAfter(Context &context, size_t t, Network split) { return NameAfter(context).take(t, split); }

} // namespace cargo::contact_filter
