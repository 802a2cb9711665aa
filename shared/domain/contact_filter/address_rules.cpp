#include "shared/domain/contact_filter/lexicon.h"
#include "shared/domain/contact_filter/rules.h"

#include <QStringList>

#include <algorithm>

namespace cargo::contact_filter {

namespace {
// One element of an address: a label, or the sign that joins two labels.
struct Part
{
    QString text; // folded label, or one sign of ".@/-_:+#?=&%"
    bool sign = false;
    bool spoken = false; // «точка», (dot)
    bool spaced = false; // blanks around a written sign
    size_t first = 0;    // tokens
    size_t last = 0;
};

constexpr size_t kChainMaxParts = 25;
constexpr size_t kLabelMaxTokens = 48;

bool isLabel(const Token &token) { return token.type == Token::Type::Letters || token.type == Token::Type::Digits; }

char16_t writtenSign(const Token &token)
{
    static const QString kSigns = QStringLiteral(".@/-_:+#?=&%");
    return token.type == Token::Type::Sign && token.text.size() == 1 && kSigns.contains(token.text) ? token.text.at(0).unicode()
                                                                                                    : u'\0';
}

size_t skipBlanks(const std::vector<Token> &tokens, size_t i)
{
    while (i < tokens.size() && tokens[i].isBlank())
        ++i;
    return i;
}

// A label: letters and digits without a gap, or single letters with blanks between them ("o s a k a").
size_t readLabel(const std::vector<Token> &tokens, size_t i, Part &part)
{
    part = {};
    part.first = i;
    const size_t end = std::min(tokens.size(), i + kLabelMaxTokens);
    while (i < end && isLabel(tokens[i])) {
        part.text += tokens[i].text;
        part.last = i++;
    }
    if (part.text.size() != 1)
        return i;
    while (i + 1 < end && tokens[i].isBlank() && tokens[i + 1].isLetters() && tokens[i + 1].text.size() == 1) {
        part.text += tokens[i + 1].text;
        part.last = i + 1;
        i += 2;
    }
    return i;
}

// A sign after a label, written, spoken or in brackets; `i` moves behind it (and behind blanks). False: the chain ends.
bool readSign(const std::vector<Token> &tokens, size_t &i, Part &part)
{
    const bool blankBefore = i < tokens.size() && tokens[i].isBlank();
    size_t at = skipBlanks(tokens, i);
    if (at >= tokens.size())
        return false;
    part = {};
    part.sign = true;
    part.first = at;
    const bool bracket = tokens[at].isSign(u'(') || tokens[at].isSign(u'[') || tokens[at].isSign(u'{');
    const size_t inner = bracket ? skipBlanks(tokens, at + 1) : at;
    if (inner >= tokens.size())
        return false;
    char16_t sign = tokens[inner].isLetters() ? spokenSign(tokens[inner].text) : u'\0';
    part.spoken = sign != 0;
    if (!sign)
        sign = writtenSign(tokens[inner]);
    if (!sign)
        return false;
    part.last = inner;
    if (bracket) {
        if (inner + 1 >= tokens.size() || tokens[inner + 1].type != Token::Type::Sign)
            return false;
        part.last = inner + 1;
        part.spoken = true;
    }
    part.text = QString(QChar(sign));
    size_t next = part.last + 1;
    const bool blankAfter = next < tokens.size() && tokens[next].isBlank();
    part.spaced = blankBefore || blankAfter;
    // "конец. Начало": a full stop; ". " joins only when a blank stands on both sides.
    if (!part.spoken && part.spaced) {
        const bool loose = sign == u'@' || ((sign == u'.' || sign == u'/' || sign == u'_') && blankBefore && blankAfter);
        if (!loose)
            return false;
    }
    if (part.spoken && !bracket && (!blankBefore || !blankAfter))
        return false;
    i = part.spaced ? skipBlanks(tokens, next) : next;
    return true;
}

std::vector<Part> readChain(const std::vector<Token> &tokens, size_t at)
{
    std::vector<Part> chain;
    Part part;
    size_t i = readLabel(tokens, at, part);
    chain.push_back(part);
    while (chain.size() < kChainMaxParts) {
        size_t probe = i;
        std::vector<Part> signs;
        // "://", ".." stay together; a spoken sign stands alone.
        while (signs.size() < 3 && readSign(tokens, probe, part)) {
            signs.push_back(part);
            if (part.spoken)
                break;
            if (probe < tokens.size() && isLabel(tokens[probe]))
                break;
        }
        if (signs.empty() || probe >= tokens.size() || !isLabel(tokens[probe]))
            break;
        chain.insert(chain.end(), signs.begin(), signs.end());
        i = readLabel(tokens, probe, part);
        chain.push_back(part);
    }
    return chain;
}

bool isSign(const Part &part, char16_t c) { return part.sign && part.text.at(0) == QChar(c); }

// Finds the host inside a chain: labels joined by '.', '-' and ending in a top domain. False: there is none.
struct Host
{
    size_t first = 0;
    size_t last = 0;
    QString name;
    bool spoken = false;
};
bool findHost(const std::vector<Part> &chain, bool afterAt, size_t from, Host &host)
{
    for (size_t start = from; start < chain.size(); ++start) {
        if (chain[start].sign)
            continue;
        if (start > from && !isSign(chain[start - 1], u'/') && !isSign(chain[start - 1], u'@'))
            continue;
        host = {start, start, chain[start].text, false};
        bool found = false;
        for (size_t i = start; i + 2 < chain.size(); i += 2) {
            const Part &sign = chain[i + 1];
            const Part &label = chain[i + 2];
            if (label.sign || !(isSign(sign, u'.') || isSign(sign, u'-') || isSign(sign, u'_')))
                break;
            host.name += sign.text + label.text;
            const bool spoken = sign.spoken || sign.spaced;
            host.spoken = host.spoken || spoken;
            const bool top =
                isSign(sign, u'.')
                && (isTopDomain(label.text)
                    || (sign.spoken && isSpokenTopDomain(label.text) && (afterAt || label.text != QStringLiteral("нет"))));
            if (top) {
                host.last = i + 2;
                found = true;
            }
        }
        if (found) {
            QString name;
            for (size_t i = host.first; i <= host.last; ++i)
                name += chain[i].text;
            host.name = name;
            return true;
        }
        if (afterAt)
            return false;
    }
    return false;
}

Kind kindOf(Network network)
{
    switch (network) {
    case Network::Telegram: return Kind::Telegram;
    case Network::Whatsapp: return Kind::Whatsapp;
    case Network::Viber: return Kind::Viber;
    case Network::Other: return Kind::AddressOther;
    default: return Kind::Username;
    }
}

bool disguised(const std::vector<Part> &chain, size_t first, size_t last)
{
    return std::any_of(chain.begin() + qsizetype(first), chain.begin() + qsizetype(last) + 1,
                       [](const Part &p) { return p.sign && (p.spoken || p.spaced); });
}

bool hasLetter(const QString &text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.isLetter(); });
}

// An e-mail or a link in the chain; returns the token after it, or `at` when there is none.
size_t takeChain(const std::vector<Token> &tokens, const std::vector<Part> &chain, std::vector<Span> &spans)
{
    Host host;
    for (size_t i = 1; i + 1 < chain.size(); ++i) {
        if (!isSign(chain[i], u'@') || chain[i + 1].sign || !findHost(chain, true, i + 1, host))
            continue;
        size_t first = i - 1;
        while (first >= 2 && !chain[first - 1].text.startsWith(u'/') && !chain[first - 2].sign && !isSign(chain[first - 1], u':')
               && !isSign(chain[first - 1], u'@'))
            first -= 2;
        const bool hidden = disguised(chain, first, host.last);
        spans.push_back({tokens[chain[first].first].start, tokens[chain[host.last].last].end, Kind::Email,
                         hidden ? Reason::EmailDisguised : Reason::EmailPlain, hidden});
        return chain[host.last].last + 1;
    }
    if (!findHost(chain, false, 0, host) || !hasLetter(host.name))
        return chain.front().first;
    const bool path = host.last + 2 < chain.size() && isSign(chain[host.last + 1], u'/');
    const Network network = networkOfHost(host.name);
    if (!path && (isPublicSite(host.name) || network != Network::None))
        return chain[host.last].last + 1;
    size_t first = host.first;
    if (first >= 1 && isSign(chain[first - 1], u'/'))
        first = 0; // with "https://"
    const size_t last = path ? chain.size() - 1 : host.last;
    const bool hidden = disguised(chain, first, last);
    const Kind kind = network == Network::None ? Kind::Link : kindOf(network);
    spans.push_back({tokens[chain[first].first].start, tokens[chain[last].last].end, kind,
                     hidden ? Reason::LinkDisguised : Reason::LinkPlain, hidden});
    return chain[last].last + 1;
}

// A bare name: Latin letters with digits, '_' or '.', or a capital inside. Returns the token after it.
struct Name
{
    size_t end = 0;
    int letters = 0;
    bool marked = false; // has '_', '.', a digit, a capital inside
    bool latin = true;
    QString text;
};
Name readName(const std::vector<Token> &tokens, size_t i)
{
    Name name;
    bool digits = false;
    const size_t bound = std::min(tokens.size(), i + kLabelMaxTokens);
    while (i < bound) {
        const Token &token = tokens[i];
        if (isLabel(token)) {
            name.latin = name.latin && (token.type == Token::Type::Digits || token.isLatin());
            name.letters += token.isLetters() ? int(token.text.size()) : 0;
            digits = digits || token.type == Token::Type::Digits;
            name.marked = name.marked || token.capital;
            name.text += token.text;
        } else if ((token.isSign(u'_') || token.isSign(u'.') || token.isSign(u'#') || token.isSign(u'-')) && i + 1 < tokens.size()
                   && (isLabel(tokens[i + 1]) || token.isSign(u'_'))) {
            name.marked = name.marked || !token.isSign(u'-');
            name.text += token.text;
        } else {
            break;
        }
        name.end = ++i;
    }
    name.marked = name.marked || (digits && name.letters >= 4);
    return name;
}

bool isFileName(const QString &text)
{
    static const QStringList kEnds = {QStringLiteral(".jpg"), QStringLiteral(".jpeg"), QStringLiteral(".png"),
                                      QStringLiteral(".pdf"), QStringLiteral(".doc"),  QStringLiteral(".docx"),
                                      QStringLiteral(".xls"), QStringLiteral(".xlsx"), QStringLiteral(".mp4"),
                                      QStringLiteral(".mov"), QStringLiteral(".heic"), QStringLiteral(".zip")};
    return std::any_of(kEnds.begin(), kEnds.end(), [&](const QString &end) { return text.endsWith(end); });
}

// «тг: RuslanGrodno», "wechat hunchun_zhao", «ник везде kim_77».
size_t takeNamed(const std::vector<Token> &tokens, size_t at, std::vector<Span> &spans)
{
    const Network network = networkOf(tokens[at].text);
    if (network == Network::None)
        return at;
    bool colon = false;
    int words = 0;
    for (size_t i = at + 1; i < tokens.size() && i < at + 8; ++i) {
        const Token &token = tokens[i];
        colon = colon || token.isSign(u':');
        if (token.isBlank() || token.isSign(u':') || token.isSign(u'-') || token.isSign(u'—') || token.isSign(u'@'))
            continue;
        if (!isLabel(token))
            return at;
        const Name name = readName(tokens, i);
        const bool number = network == Network::Other && name.letters == 0 && name.text.size() >= 6 && words > 0;
        const bool looks = name.latin && !isFileName(name.text)
                           && ((name.marked && name.letters >= 4) || (colon && name.letters >= 5 && words == 0) || number);
        if (looks && networkOfHost(name.text) != Network::Telegram) {
            spans.push_back({tokens[i].start, tokens[name.end - 1].end, kindOf(network), Reason::NamedHandle, false});
            return name.end;
        }
        if (++words > 2)
            return at;
        i = name.end - 1;
    }
    return at;
}

// @name
size_t takeHandle(const std::vector<Token> &tokens, size_t at, std::vector<Span> &spans)
{
    const bool glued = at > 0 && isLabel(tokens[at - 1]);
    if (!tokens[at].isSign(u'@') || glued || at + 1 >= tokens.size() || !isLabel(tokens[at + 1]))
        return at;
    const Name name = readName(tokens, at + 1);
    if (name.letters < 3 || !name.latin)
        return at;
    spans.push_back({tokens[at].start, tokens[name.end - 1].end, Kind::Telegram, Reason::Handle, false});
    return name.end;
}
} // namespace

void findAddresses(const std::vector<Token> &tokens, std::vector<Span> &spans)
{
    for (size_t at = 0; at < tokens.size();) {
        size_t next = takeHandle(tokens, at, spans);
        const bool labelStart = isLabel(tokens[at]) && (at == 0 || !isLabel(tokens[at - 1]));
        if (next == at && labelStart) {
            const std::vector<Part> chain = readChain(tokens, at);
            const size_t after = chain.size() > 1 ? takeChain(tokens, chain, spans) : at;
            next = after > at ? after : at;
        }
        if (next == at && tokens[at].isLetters())
            next = takeNamed(tokens, at, spans);
        // "artur_de on every app", «везде ruslan_grodno»: a name in a network's form beside such a hint.
        if (next == at && labelStart && tokens[at].isLatin()) {
            const Name name = readName(tokens, at);
            const bool network =
                name.end > at && name.text.contains(QChar(u'_')) && name.letters >= 5 && name.latin && !isFileName(name.text);
            bool hint = false;
            for (size_t i = at < 8 ? 0 : at - 8; network && i < std::min(tokens.size(), name.end + 8); ++i) {
                hint = hint || networkOf(tokens[i].text) != Network::None || tokens[i].text == QStringLiteral("every")
                       || tokens[i].text == QStringLiteral("everywhere");
            }
            if (hint) {
                spans.push_back({tokens[at].start, tokens[name.end - 1].end, Kind::Username, Reason::NamedHandle, false});
                next = name.end;
            }
        }
        at = next > at ? next : at + 1;
    }
}

} // namespace cargo::contact_filter
