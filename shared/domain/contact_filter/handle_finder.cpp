#include "shared/domain/contact_filter/handle_finder.h"

#include "shared/domain/contact_filter/word_set.h"

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr quint32 kSelfLongest = 4;
constexpr WordSet kSelf({u"я", u"мой", u"мое", u"меня", u"мне", u"me", u"my"});
} // namespace

Kind kindOfName(Network network, bool place)
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

HandleFinder::HandleFinder(Context &context) : m_context(context), m_scan(context.scan), m_tokens(context.scan.tokens) {}

void HandleFinder::add(Name name, Kind kind, int score)
{
    // «собака marat_peregon в телеге»
    if (name.first >= 2 && m_tokens[name.first - 1].is(Type::Blank) && m_tokens[name.first - 2].has(kSign)
        && m_tokens[name.first - 2].word->sign == u'@' && m_scan.text(name.first - 2).size() > 3)
        name.first -= 2;
    m_context.add(name.first, name.last, kind, name.at ? Reason::Handle : Reason::NamedHandle, name.spoken, score);
}

Network HandleFinder::networkNear(size_t at) const
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

bool HandleFinder::atEnd(size_t t) const
{
    for (size_t i = t + 1; i < m_tokens.size(); ++i) {
        if (m_tokens[i].isAlnum())
            return false;
    }
    return true;
}

bool HandleFinder::speaksOfSelf() const
{
    for (const Token &token : m_tokens) {
        if (token.is(Type::Word) && token.size <= kSelfLongest && kSelf.has(m_scan.text(token)))
            return true;
    }
    return false;
}

bool HandleFinder::looksEnglish(std::u16string_view text)
{
    for (const std::u16string_view end :
         {u"ed", u"ing", u"ly", u"able", u"ible", u"ful", u"ous", u"gy", u"ent", u"tion", u"less", u"ish"}) {
        if (text.ends_with(end))
            return true;
    }
    return false;
}

} // namespace cargo::contact_filter
