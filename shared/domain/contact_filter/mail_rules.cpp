#include "shared/domain/contact_filter/address_finder.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr int kLabelsMax = 7;

// E-mail addresses, written or told.
class Mail : private AddressFinder
{
public:
    explicit Mail(Context &context) : AddressFinder(context) {}

    void takeEmail(size_t t)
    {
        Joint at;
        Label local;
        Label label;
        if (!m_reader.jointAt(t, at) || at.sign != u'@' || !m_reader.labelBefore(at, local) || !m_reader.labelAfter(at, label))
            return;
        if (at.spoken && at.first == at.last && !(at.blankBefore && at.blankAfter) && !m_tokens[t].is(Token::Mixed))
            return;
        if (at.spoken && label.first == label.last && m_scan.text(label.first) == u"the") // "meet at the dot com office"
            return;
        // "инста @vostok.auto": a blank before a written sign alone makes a name of what follows.
        const Entry *provider = lookUpExact(label.text);
        const bool isProvider = provider && provider->has(kProvider);
        if (!at.spoken && at.blankBefore && !at.blankAfter && !(isProvider && local.latin))
            return;
        Domain domain = readDomain(label, true);
        if (!domain.top) {
            Joint none;
            Label top;
            // «мейл ру», "gmail com" without a dot.
            Joint gap;
            gap.last = label.last;
            // "mail,ru", "yandex🔵ru"
            if (label.last + 1 < m_tokens.size()
                && (m_tokens[label.last + 1].isSign(u',') || m_tokens[label.last + 1].is(Type::Picture)))
                ++gap.last;
            if (isProvider && m_reader.labelAfter(gap, top) && topWithoutDot(top)) {
                domain.last = top.last;
            } else {
                const bool marked = local.latin || std::any_of(local.text.begin(), local.text.end(), isFoldedDigit);
                const bool strongSign = !at.spoken || m_scan.text(t).size() > 2 || at.first != at.last;
                if (const size_t last = dottedLetters(label)) {
                    domain.last = last;
                } else if (!isProvider || !marked || !strongSign || (at.spaced() && !at.spoken)) {
                    return;
                } else {
                    domain.last = label.last;
                }
            }
            domain.disguised = true;
        }
        size_t first = local.first;
        bool disguised = domain.disguised || at.spoken || at.spaced() || local.spaced;
        Label left = local;
        Joint joint;
        for (int i = 0; i < kLabelsMax && m_reader.jointBefore(left, u".-_+", true, joint); ++i) {
            Label more;
            if (!m_reader.labelBefore(joint, more))
                break;
            if (more.text.starts_with(u"нижн")) { // «нижнее подчёркивание»
                joint.first = more.first;
                if (!m_reader.labelBefore(joint, more))
                    break;
            }
            // "… звоните. igor@": a full stop before the name joins nothing.
            disguised = disguised || !joint.tight();
            first = more.first;
            left = more;
        }
        disguised = disguised || oddTokens(first, domain.last);
        m_context.add(first, domain.last, Kind::Email, disguised ? Reason::EmailDisguised : Reason::EmailPlain, disguised, 90);
    }

    // sergey82*mail.ru: another sign where the '@' belongs, before a mailbox's host
    void takeOddEmail(size_t t)
    {
        Joint sign;
        Label local;
        Label label;
        if (!m_reader.jointAt(t, sign) || !sign.tight() || !m_reader.labelBefore(sign, local) || !m_reader.labelAfter(sign, label)
            || !local.latin || local.letters < 3)
            return;
        const Entry *provider = lookUpExact(label.text);
        if (!provider || !provider->has(kProvider))
            return;
        const Domain domain = readDomain(label, false);
        if (domain.top && !m_context.isTaken(local.first))
            m_context.add(local.first, domain.last, Kind::Email, Reason::EmailDisguised, true, 75);
    }

    // «до собаки levashov.s, после собаки inbox.ru»: parts of an address, told by the side of the sign that they stand on.
    void takeSide(size_t t)
    {
        const Side side = sideOf(t);
        if (side == Side::None)
            return;
        size_t at = t + 1;
        constexpr int kBetween = 3; // «стоит», "it is", ":"
        for (int skipped = 0; at < m_tokens.size() && (m_tokens[at].isGap() || skipsAt(at)); ++at) {
            if (m_tokens[at].isAlnum() && ++skipped > kBetween)
                return;
        }
        if (at >= m_tokens.size() || !m_tokens[at].is(Token::Latin) || m_context.isTaken(at))
            return;
        const size_t last = m_reader.runEnd(at);
        const Token &told = m_tokens[at];
        const bool isHost = told.has(kProvider) && last > at;
        const bool isName = !told.has(kProvider | kMailbox) && (m_scan.hints & (kProvider | kMailbox));
        if (side == Side::Host ? !isHost : !isName)
            return;
        m_context.add(at, last, Kind::Email, Reason::EmailDisguised, true, 70);
    }

private:
    enum class Side : quint8 { None, Name, Host };

    // What the word before the sign at `t` says: «до собаки», "after the at".
    Side sideOf(size_t t) const
    {
        static constexpr std::u16string_view kName[] = {u"до", u"перед", u"слева", u"before"};
        static constexpr std::u16string_view kHost[] = {u"после", u"за", u"справа", u"after"};
        size_t word = t;
        do {
            if (word < 2 || !m_tokens[word - 1].is(Type::Blank))
                return Side::None;
            word -= 2;
        } while (m_scan.text(word) == u"the" || m_scan.text(word) == u"от");
        const auto is = [&](const auto &words) {
            return std::find(std::begin(words), std::end(words), m_scan.text(word)) != std::end(words);
        };
        return is(kName) ? Side::Name : is(kHost) ? Side::Host : Side::None;
    }

    // Between the sign and what stands on its side.
    bool skipsAt(size_t at) const
    {
        const Token &token = m_tokens[at];
        return token.isSign(u':') || token.isSign(u'-') || token.isSign(u',')
               || (token.is(Type::Word) && !token.has(kProvider) && (!token.is(Token::Latin) || token.has(kStop | kName)));
    }

    // "@l.i.s.t.r.u": a dot after each letter. The last token of it; 0 when it is no mailbox's host.
    size_t dottedLetters(const Label &label) const
    {
        std::u16string name = label.text; // "mail" may have been put together already
        size_t last = label.last;
        while (last + 2 < m_tokens.size() && m_tokens[last + 1].isSign(u'.') && m_tokens[last + 2].isAlnum()
               && m_tokens[last + 2].size == 1 && name.size() < 24) {
            last += 2;
            name += m_scan.text(last);
        }
        for (const std::u16string_view top : {u"ru", u"com", u"net"}) {
            const std::u16string_view host = std::u16string_view(name).substr(0, name.size() - std::min(name.size(), top.size()));
            const Entry *entry = name.ends_with(top) ? lookUpExact(host) : nullptr;
            if (entry && entry->has(kProvider))
                return last;
        }
        return 0;
    }

    bool topWithoutDot(const Label &label) const
    {
        static constexpr std::u16string_view kTops[] = {u"ru", u"ру", u"com", u"ком", u"net", u"нет",
                                                        u"by", u"kz", u"ua",  u"su",  u"рф"};
        return std::find(std::begin(kTops), std::end(kTops), label.text) != std::end(kTops);
    }
};
} // namespace

void takeEmail(Context &context, size_t t)
{
    Mail mail(context);
    mail.takeEmail(t);
    if (!context.isTaken(t))
        mail.takeSide(t);
}

void takeOddEmail(Context &context, size_t t) { Mail(context).takeOddEmail(t); }

} // namespace cargo::contact_filter
