#include "shared/domain/contact_filter/address_reader.h"
#include "shared/domain/contact_filter/handle_finder.h"

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

// @names and tags; words that a name stands beside are given to the rules of their own.
class WrittenHandle : private HandleFinder
{
public:
    explicit WrittenHandle(Context &context) : HandleFinder(context) {}

    void find()
    {
        for (const size_t t : m_scan.marks) {
            const Token &token = m_tokens[t];
            if (m_context.isTaken(t) || (token.is(Type::Word) && m_scan.isPiece(t)))
                continue;
            if (isSplitMark(t)) {
                takeNameAfter(m_context, t + 2, Network::Telegram);
                continue;
            }
            if (token.isSign(u'@'))
                takeAt(t);
            else if (token.isSign(u'#'))
                takeTag(t);
            else if (token.has(kOwn) && (m_scan.hints & kPlace) && takeAdvert(t))
                continue;
            else if (token.has(kNetwork | kNick | kProvider | kMailbox)) {
                if (!takeNameAfter(m_context, t))
                    takeNameBefore(m_context, t);
            } else if (token.has(kSign) && token.word->sign == u'@' && m_scan.text(t).size() > 3) {
                takeSpokenAt(t);
            } else if (token.has(kEvery) || (token.has(kQuoteName) && !(m_scan.hints & kSearch))) {
                takeNameBesideCue(m_context, t);
            }
        }
        takeNameToldAtEnd(m_context);
        takeNameFirst(m_context);
        takeLoneName(m_context);
    }

private:
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
                add(name, kindOfName(Network::Telegram, false), 60);
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
            add(name, kindOfName(networkNear(t) == Network::None ? Network::Telegram : networkNear(t), false), 70);
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
        add(name, kindOfName(network == Network::None ? Network::Telegram : network, false), 85);
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
                m_context.add(t, last, kindOfName(m_tokens[i].word->network, false), Reason::NamedHandle, true, 60);
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
            add(name, kindOfName(Network::Telegram, false), 65);
    }

    // The token behind the name of a marketplace: «авито 3104829755, моё»; the end when there is none.
    size_t afterPlace() const
    {
        for (const size_t t : m_scan.marks) {
            if (m_tokens[t].has(kPlace))
                return t + 1;
        }
        return m_tokens.size();
    }

    // «на авито объявление 1120448713, моё»
    bool takeAdvert(size_t t)
    {
        constexpr quint32 kFewest = 8;
        const bool advert = m_scan.text(t).starts_with(u"объявлен");
        size_t i = advert ? t + 1 : afterPlace();
        const size_t near = i + 4;
        while (i < m_tokens.size() && i < near && !m_tokens[i].is(Type::Digits))
            ++i;
        const bool mine = speaksOfSelf() || m_scan.text(t).starts_with(u"мо") || (m_scan.hints & kDial)
                          || m_scan.text(t).starts_with(u"объявления");
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
};
} // namespace

void findHandles(Context &context) { WrittenHandle(context).find(); }

} // namespace cargo::contact_filter
