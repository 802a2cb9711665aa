#include "shared/domain/contact_filter/address_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr int kLabelsMax = 7;
} // namespace

Kind kindOfLink(Network network)
{
    switch (network) {
    case Network::Telegram: return Kind::Telegram;
    case Network::Whatsapp: return Kind::Whatsapp;
    case Network::Viber: return Kind::Viber;
    case Network::None: return Kind::Link;
    default: return Kind::AddressOther;
    }
}

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

AddressFinder::AddressFinder(Context &context)
    : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens), m_reader(m_scan)
{
}

bool AddressFinder::isTop(const Label &label, const Joint &dot) const
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
AddressFinder::Domain AddressFinder::readDomain(const Label &label, bool loose)
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
bool AddressFinder::looseDot(const Label &label, Joint &joint) const
{
    const Entry *entry = lookUpExact(label.text);
    if (!entry || !entry->has(kProvider))
        return false;
    size_t i = label.last + 1;
    while (i < m_tokens.size() && m_tokens[i].is(Type::Blank))
        ++i;
    return i < m_tokens.size() && m_tokens[i].isSign(u'.') && m_reader.jointAt(i, joint);
}

bool AddressFinder::oddTokens(size_t first, size_t last) const
{
    for (size_t t = first; t <= last; ++t) {
        if (m_tokens[t].flags & (Token::Odd | Token::Hidden | Token::Mixed | Token::Spelled))
            return true;
    }
    return false;
}

// The path after a host, written or told; the host's last token when there is none.
size_t AddressFinder::readPath(size_t host, bool network, bool disguised)
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
size_t AddressFinder::nameInsteadOfPath(size_t host) const
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
size_t AddressFinder::wordAfter(size_t last) const
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

} // namespace cargo::contact_filter
