#include "shared/domain/contact_filter/address_reader.h"
#include "shared/domain/contact_filter/findings.h"
#include "shared/domain/contact_filter/names.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kReach = 16; // tokens

Kind kindOf(Network network, bool place)
{
    if (place || network == Network::None)
        return Kind::Username;
    switch (network) {
    case Network::Telegram: return Kind::Telegram;
    case Network::Whatsapp: return Kind::Whatsapp;
    case Network::Viber: return Kind::Viber;
    default: return Kind::AddressOther;
    }
}

class HandleFinder
{
public:
    explicit HandleFinder(Context &context) : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens) {}

    void find()
    {
        for (const size_t t : m_scan.marks) {
            const Token &token = m_tokens[t];
            if (m_context.isTaken(t) || (token.is(Type::Word) && m_scan.isPiece(t)))
                continue;
            if (isSplitMark(t)) {
                takeAfter(t + 2, Network::Telegram);
                continue;
            }
            if (token.isSign(u'@'))
                takeAt(t);
            else if (token.isSign(u'#'))
                takeTag(t);
            else if (token.has(kOwn) && (m_scan.hints & kPlace) && takeAdvert(t))
                continue;
            else if (token.has(kNetwork | kNick | kProvider | kMailbox)) {
                if (!takeAfter(t))
                    takeBefore(t);
            } else if (token.has(kSign) && token.word->sign == u'@' && m_scan.text(t).size() > 3) {
                takeSpokenAt(t);
            } else if (token.has(kEvery) || (token.has(kQuoteName) && !(m_scan.hints & kSearch))) {
                takeBesideCue(t);
            }
        }
        takeToldAtEnd();
        takeLone();
    }

private:
    // «ник тот же что и тут, плюс цифры: kimcars77»: the word said far before, the name at the end behind a colon
    void takeToldAtEnd()
    {
        if (!(m_scan.hints & kNick) || !m_context.spans.empty() || m_tokens.size() < 4)
            return;
        size_t end = m_tokens.size();
        while (end > 0 && !m_tokens[end - 1].isAlnum())
            --end;
        if (end < 3)
            return;
        const Name name = readNameBefore(m_scan, end - 1);
        if (name.quality < Name::Plain || !name.latin || name.first < 2 || m_tokens[name.first].has(kCommon))
            return;
        const bool colon = m_tokens[name.first - 1].is(Type::Blank)
                           && (m_tokens[name.first - 2].isSign(u':') || m_tokens[name.first - 2].isSign(u'-'));
        if (colon)
            add(name, Kind::Username, 60);
    }

    void add(Name name, Kind kind, int score)
    {
        // «собака marat_peregon в телеге»
        if (name.first >= 2 && m_tokens[name.first - 1].is(Type::Blank) && m_tokens[name.first - 2].has(kSign)
            && m_tokens[name.first - 2].word->sign == u'@' && m_scan.text(name.first - 2).size() > 3)
            name.first -= 2;
        m_context.add(name.first, name.last, kind, name.at ? Reason::Handle : Reason::NamedHandle, name.spoken, score);
    }

    Network networkNear(size_t at) const
    {
        size_t words = 0;
        for (size_t i = at; i > 0 && words < 4; --i) {
            const Token &token = m_tokens[i - 1];
            words += token.is(Type::Word) ? 1 : 0;
            if (token.has(kNetwork) && token.word->network != Network::None)
                return token.word->network;
        }
        return Network::None;
    }

    // "т/г", "т.г.", "т г": Telegram's two letters taken apart
    bool isSplitMark(size_t t) const
    {
        if (t + 3 >= m_tokens.size() || m_tokens[t].size != 1 || m_tokens[t + 2].size != 1 || (t > 0 && !m_tokens[t - 1].isGap()))
            return false;
        const Token &joint = m_tokens[t + 1];
        const bool apart = joint.isSign(u'/') || joint.isSign(u'.') || joint.isSign(u'-') || joint.is(Type::Blank);
        return apart && !m_tokens[t + 3].isAlnum()
               && ((m_scan.text(t) == u"т" && m_scan.text(t + 2) == u"г")
                   || (m_scan.text(t) == u"t" && m_scan.text(t + 2) == u"g"));
    }

    // @name
    void takeAt(size_t t)
    {
        // "strap_axel@ наоборот"
        if (t > 0 && m_tokens[t - 1].isAlnum() && (t + 1 == m_tokens.size() || !m_tokens[t + 1].isAlnum())
            && (m_scan.hints & kReverse)) {
            Name name = readNameBefore(m_scan, t - 1);
            name.last = t;
            if (name.quality != Name::None)
                add(name, kindOf(Network::Telegram, false), 60);
            return;
        }
        if (t + 1 >= m_tokens.size() || (t > 0 && m_tokens[t - 1].isAlnum()))
            return;
        size_t start = t;
        if (m_tokens[t + 1].is(Type::Blank)) {
            // "@ igor_stepwgn"
            if (t + 2 >= m_tokens.size() || !m_tokens[t + 2].isAlnum())
                return;
            Name name = readName(m_scan, t + 2);
            if (name.quality != Name::Certain && !(name.quality == Name::Marked && networkNear(t) != Network::None))
                return;
            name.first = start;
            add(name, kindOf(networkNear(t) == Network::None ? Network::Telegram : networkNear(t), false), 70);
            return;
        }
        const Name name = readName(m_scan, t);
        if (name.quality == Name::None || m_context.isTaken(name.last))
            return;
        const Network network = networkNear(t);
        // "@port 9 800, @door 11 150": a word before a price
        const bool priced = network == Network::None && !name.digits && name.letters <= 5 && name.first + 1 == name.last
                            && name.last + 4 < m_tokens.size() && m_tokens[name.last + 1].is(Type::Blank)
                            && m_tokens[name.last + 2].is(Type::Digits) && m_tokens[name.last + 3].is(Type::Blank)
                            && m_tokens[name.last + 4].is(Type::Digits) && m_tokens[name.last + 4].size == 3;
        if (priced)
            return;
        const bool cyrillic = !name.latin && name.text.find(u'_') == std::u16string::npos && !name.digits;
        if (cyrillic && network == Network::None)
            return;
        add(name, kindOf(network == Network::None ? Network::Telegram : network, false), 85);
    }

    // «собачка вл авто 82 в телеграме»: words to the network's name
    bool takeSpokenWords(size_t t)
    {
        size_t last = t;
        size_t words = 0;
        bool marked = false; // «собака Бобик в инстаграме» is a dog
        size_t unknown = 0;  // «собака артем перегон в телеграме» at the beginning is none
        for (size_t i = t + 2; i < m_tokens.size() && words < 5 && m_tokens[i - 1].is(Type::Blank); i += 2) {
            if (m_tokens[i].has(kNetwork) && !m_tokens[i].has(kPlace) && (marked || (t == 0 && words == 2 && unknown > 0))
                && words <= 3) {
                m_context.add(t, last, kindOf(m_tokens[i].word->network, false), Reason::NamedHandle, true, 60);
                return true;
            }
            const bool preposition = m_tokens[i].has(kStop) && m_tokens[i].size == 1;
            if (preposition && words > 0)
                continue;
            if (!m_tokens[i].isAlnum() || m_tokens[i].has(kStop | kCommon | kDocument) || preposition)
                return false;
            marked = marked || m_tokens[i].is(Type::Digits) || m_tokens[i].is(Token::Latin);
            unknown += m_tokens[i].word || m_tokens[i].is(Token::Upper) ? 0 : 1;
            i = m_scan.chunkLast(i);
            last = i;
            ++words;
        }
        return false;
    }

    // «собака denis нижнее подчёркивание vlad»
    void takeSpokenAt(size_t t)
    {
        if (takeSpokenWords(t))
            return;
        if (t + 2 >= m_tokens.size() || !m_tokens[t + 1].is(Type::Blank) || !m_tokens[t + 2].is(Type::Word))
            return;
        const Name name = readName(m_scan, t + 2);
        if (name.quality == Name::Certain && name.latin && !m_context.isTaken(name.first))
            add(name, kindOf(Network::Telegram, false), 65);
    }

    // «на авито объявление 1120448713, моё»
    bool takeAdvert(size_t t)
    {
        constexpr quint32 kFewest = 8;
        if (!m_scan.text(t).starts_with(u"объявлен"))
            return false;
        size_t i = t + 1;
        while (i < m_tokens.size() && i < t + 5 && !m_tokens[i].is(Type::Digits))
            ++i;
        const bool mine = speaksOfSelf() || (m_scan.hints & kDial) || m_scan.text(t).starts_with(u"объявления");
        if (!mine || i >= m_tokens.size() || !m_tokens[i].is(Type::Digits) || m_tokens[i].size < kFewest || m_context.isTaken(i))
            return false;
        m_context.add(i, AddressReader(m_scan).runEnd(i), Kind::Username, Reason::NamedHandle, false, 60);
        return true;
    }

    // stepwgn#9021
    void takeTag(size_t t)
    {
        if (t == 0 || t + 1 >= m_tokens.size() || !m_tokens[t - 1].isAlnum() || !m_tokens[t + 1].is(Type::Digits)
            || m_tokens[t + 1].size != 4)
            return;
        const Name name = readNameBefore(m_scan, t - 1);
        if (!name.latin || name.letters < 4 || m_context.isTaken(name.first)
            || m_tokens[name.last].has(kDocument | kNumber | kCommon))
            return;
        Name whole = name;
        whole.last = t + 1;
        add(whole, Kind::AddressOther, 70);
    }

    // A name after a network, a nick's or a mailbox's word, with a few words between.
    struct Cue
    {
        bool place = false;
        bool doubtful = false;
        bool nick = false; // the text says that a name comes
        bool mailbox = false;
        bool provider = false;
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
                || (cue.provider && (cue.nick || ((direct || cue.lead) && name.text.find(u'.') != std::u16string::npos))))
                return strangers <= 1;
            // In a text without Cyrillic they are words of a trim: "BMW Luxury Line xDrive", "Honda Element EX".
            const bool numbered = name.digits && name.text.find(u'.') != std::u16string::npos; // signal artem.47
            const bool meant = cue.doubtful && (cyrillicText || cue.own || cue.lead || (numbered && direct));
            return strangers <= 1 && (network || cue.nick || cue.colon || meant) && !(cue.provider && !cue.nick);
        }
        // A plain word.
        // «мой ящик levchenko на рамблере»
        if (cue.mailbox && direct && name.latin && cyrillicText && (m_scan.hints & kProvider))
            return true;
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

    // "telegram is laggy": endings that user names seldom have.
    static bool looksEnglish(std::u16string_view text)
    {
        for (const std::u16string_view end :
             {u"ed", u"ing", u"ly", u"able", u"ible", u"ful", u"ous", u"gy", u"ent", u"tion", u"less", u"ish"}) {
            if (text.ends_with(end))
                return true;
        }
        return false;
    }

    bool atEnd(size_t t) const
    {
        for (size_t i = t + 1; i < m_tokens.size(); ++i) {
            if (m_tokens[i].isAlnum())
                return false;
        }
        return true;
    }

    bool takeAfter(size_t t, Network split = Network::None)
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
                add(live, kindOf(cue.network, false), 65);
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
                add(name, kindOf(cue.network, false), 60);
                return true;
            }
            if (number && (cue.id || cue.nick || (cue.place && cue.own)) && strangers == 0
                && (cue.network == Network::Vk || cue.network == Network::Other || cue.network == Network::Telegram
                    || cue.place)) {
                add(name, kindOf(cue.network, cue.place), 60);
                return true;
            }
            if (takeCapitals(i, cue, strangers))
                return true;
            if (!notMail && accepts(name, cue, strangers + (cue.nick ? 0 : commas), words == 0)) {
                const bool mail = (cue.mailbox || cue.provider) && cue.network == Network::None && !cue.place;
                add(name, mail ? Kind::Email : kindOf(cue.network, cue.place), 65);
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
        for (size_t i = at; i < m_tokens.size() && m_tokens[i].is(Type::Word) && m_tokens[i].is(Token::Upper); i += 2) {
            if (m_tokens[i].has(kCommon | kStop | (cue.place ? 0ull : quint64(kDocument)) | kNetwork | kPlace | kUnit)
                || (m_tokens[i].is(Token::Caps) && !(cue.place && count > 0 && m_tokens[i].size <= 3)))
                break;
            last = i;
            ++count;
            if (i + 1 >= m_tokens.size() || !(m_tokens[i + 1].is(Type::Blank) || (cue.place && m_tokens[i + 1].isSign(u'-'))))
                break;
        }
        if (count < 2 || m_context.isTaken(at))
            return false;
        // «одноклассники Сергей Кимов 1982»
        if (last + 2 < m_tokens.size() && m_tokens[last + 2].is(Type::Digits) && m_tokens[last + 2].size <= 4)
            last += 2;
        const bool ends = last + 1 >= m_tokens.size() || m_tokens[last + 1].is(Type::Sign); // «продавец Сергей Петрович врёт»
        if (cue.place ? !(cue.person && ends) && !tellsNumber(last) : !cue.person && (cue.doubtful || !atEnd(last)))
            return false;
        Name name;
        name.first = at;
        name.last = last;
        add(name, kindOf(cue.network, cue.place), 55);
        return true;
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
            add(name, kindOf(cue.network, cue.place), 60);
            return true;
        }
        return false;
    }

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
                add(name, mail ? Kind::Email : kindOf(token.word->network, token.has(kPlace)), 60);
                return;
            }
            if (!before.has(kName | kStop | kMailbox) || ++words > 2)
                return;
        }
    }

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
            add(name, kindOf(networkNear(t), false), 60);
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

    // A message that is nothing but a name with '_', or says "I" or "write" beside one.
    void takeLone()
    {
        if (m_context.spans.empty() && m_scan.words <= 9 && m_scan.hasSigns && hasUnderscore()
            && (speaksOfSelf() || namesBot() || (m_scan.hints & (kDictate | kSearch | kQuoteName)) || !speaksOfFile()))
            takeCertain();
        if (m_context.spans.empty() && (m_scan.hints & (kSearch | kQuoteName)))
            takeAfterSelf();
        // A file or a program may be called so in a description or a dispute.
        const Place place = m_context.policy.place;
        if (!m_scan.hasSigns || m_scan.words > 4 || m_tokens.empty() || !m_context.spans.empty()
            || (place != Place::Chat && place != Place::ProfileName))
            return;
        size_t first = 0;
        while (first < m_tokens.size() && !m_tokens[first].isAlnum())
            ++first;
        if (first == m_tokens.size())
            return;
        const Name name = readName(m_scan, first);
        if (name.quality == Name::Certain && name.latin && !name.spoken && name.letters >= 5 && atEnd(name.last))
            add(name, Kind::Username, 52);
    }

    bool hasUnderscore() const
    {
        return std::any_of(m_tokens.begin(), m_tokens.end(),
                           [](const Token &token) { return token.isSign(u'_') || token.isSign(u'#'); });
    }

    // «файл akt_osmotra», "see folder lot_photos"
    bool speaksOfFile() const
    {
        if (m_context.policy.place != Place::Chat || (m_scan.hints & (kFile | kDocument)))
            return true;
        for (const Token &token : m_tokens) {
            for (const std::u16string_view stem : {u"файл", u"папк", u"скрин", u"фото", u"документ", u"отчет", u"видео", u"file",
                                                   u"folder", u"photo", u"scan", u"report", u"video", u"doc"}) {
                if (token.is(Type::Word) && m_scan.text(token).starts_with(stem))
                    return true;
            }
        }
        return false;
    }

    // "find me as dubairhd", «ищи меня как dubairhd», «известен как …»: a Latin word that nobody knows ends the sentence
    void takeAfterSelf()
    {
        constexpr int kLetters = 6;
        for (size_t t = 2; t < m_tokens.size(); ++t) {
            if (!m_tokens[t].is(Type::Word) || !m_tokens[t - 1].is(Type::Blank) || m_context.isTaken(t))
                continue;
            const std::u16string_view word = m_scan.text(t - 2);
            const std::u16string_view before = t >= 4 ? m_scan.text(t - 4) : std::u16string_view();
            const bool me = before == u"me" || before == u"us" || before == u"меня" || before == u"нас" || before == u"known"
                            || before.starts_with(u"известен") || before.starts_with(u"найде");
            if (!(word == u"as" || word == u"как") || !me)
                continue;
            const Name name = readName(m_scan, t);
            const bool ends = name.last + 1 >= m_tokens.size() || m_tokens[name.last + 1].is(Type::Sign)
                              || m_tokens[name.last + 1].is(Type::Line);
            if (name.latin && ends
                && (name.quality >= Name::Marked
                    || (name.quality == Name::Plain && name.letters >= kLetters && !looksEnglish(name.text))))
                add(name, Kind::Username, 55);
        }
    }

    // artem_peregon_bot
    bool namesBot() const
    {
        for (size_t t = 2; t < m_tokens.size(); ++t) {
            if (m_tokens[t].is(Type::Word) && m_scan.text(t) == u"bot" && m_tokens[t - 1].isSign(u'_'))
                return true;
        }
        return false;
    }

    bool speaksOfSelf() const
    {
        for (const Token &token : m_tokens) {
            if (token.is(Type::Word) && token.size <= 4) {
                const std::u16string_view text = m_scan.text(token);
                if (text == u"я" || text == u"мой" || text == u"мое" || text == u"меня" || text == u"мне" || text == u"me"
                    || text == u"my")
                    return true;
            }
        }
        return false;
    }

    void takeCertain()
    {
        for (size_t i = 0; i < m_tokens.size(); ++i) {
            if (!m_tokens[i].is(Type::Word) || (i > 0 && m_tokens[i - 1].isAlnum()))
                continue;
            const Name name = readName(m_scan, i);
            // "$native_language", "armag_add-on" are no names of people
            const bool odd = (i > 0 && m_tokens[i - 1].is(Type::Sign) && !m_tokens[i - 1].isSign(u'"')
                              && !m_tokens[i - 1].isSign(u'(') && !m_tokens[i - 1].isSign(u':'))
                             || name.text.find(u'-') != std::u16string::npos || m_scan.words > 6;
            const bool cued = speaksOfSelf() || namesBot() || (m_scan.hints & kDictate);
            if (name.quality == Name::Certain && name.latin && !name.spoken && name.letters >= 5 && !m_context.isTaken(i)
                && (cued || !odd)) {
                add(name, Kind::Username, 52);
                return;
            }
            i = std::max(i, name.last);
        }
    }

    Context &m_context;
    const Scan &m_scan;
    const std::vector<Token> &m_tokens;
};
} // namespace

void findHandles(Context &context)
{
    const Scan &scan = context.scan;
    if (scan.hasSigns
        || (scan.hints & (kNetwork | kNick | kEvery | kProvider | kMailbox | kQuoteName | kSign | kDictate | kSearch)))
        HandleFinder(context).find();
}

} // namespace cargo::contact_filter
