#include "shared/domain/contact_filter/split_pieces.h"
#include "shared/domain/contact_filter/split_rules.h"

#include <algorithm>
#include <utility>

namespace cargo::contact_filter {

namespace {
struct Joined
{
    QString text;
    qsizetype from = 0; // where the current text begins
};

// Spans of the joined text that begin before the current message and reach into it.
bool takeJoined(Context &context, const Joined &joined)
{
    Scan together;
    scan(joined.text, together);
    const std::vector<QString> none;
    Context probe{together, context.policy, none, 0, {}, std::vector<quint8>(together.tokens.size(), 0)};
    findAllAddresses(probe);
    for (const Span &span : probe.spans) {
        if (span.end <= joined.from)
            continue;
        // A name alone after a network's word lies wholly in the current message: it counts because of what stands before.
        const qsizetype start = std::max<qsizetype>(span.start - joined.from, 0);
        Span part = span;
        part.start = start;
        part.end = span.end - joined.from;
        part.reason = Reason::SplitMessages;
        part.obfuscated = true;
        context.spans.push_back(part);
        return true;
    }
    return false;
}

// «собачка», "@" alone: the sign that the next message goes on with.
bool isAtAlone(const QString &said)
{
    constexpr qsizetype kLongest = 9;
    if (said.size() > kLongest)
        return false;
    Scan scanned;
    scan(said, scanned);
    return scanned.tokens.size() == 1 && scanned.tokens[0].has(kSign) && scanned.tokens[0].word->sign == u'@';
}

// «email is claims» — "at osaka-osmotr" — "dot jp": what follows the sign is the host, whatever its end will be. The tokens to
// hide, [first, last); empty when the message begins otherwise or nobody spoke of a mailbox.
std::pair<size_t, size_t> hostAfterMailbox(const Context &context, const std::vector<Said> &before)
{
    constexpr size_t kNear = 2; // messages
    constexpr quint32 kShortest = 3;
    const auto &tokens = context.scan.tokens;
    const bool at = tokens.size() >= 3 && tokens.size() <= 5
                    && (tokens[0].isSign(u'@') || (tokens[0].has(kSign) && tokens[0].word->sign == u'@'));
    size_t host = 1;
    while (at && host < tokens.size() && tokens[host].isGap())
        ++host;
    if (!at || host >= tokens.size() || !tokens[host].is(Token::Type::Word) || tokens[host].size < kShortest
        || tokens[host].has(kStop | kName | kUnit | kMonth | kNumeral))
        return {};
    size_t own = 0;
    Scan said;
    for (size_t k = before.size(); k-- > 0 && own < kNear;) {
        if (!before[k].own)
            continue;
        ++own;
        scan(before[k].text, said);
        if (said.hints & kMailbox && said.words > 1)
            return {host, tokens.size()};
    }
    return {};
}

// "#9021", ".рф", "@mail.ru": goes on with what was said before it, without a blank.
bool continues(QStringView text)
{
    return text.size() > 1 && QStringView(u"@./_#").contains(text.front()) && !text.at(1).isSpace();
}

bool hasGap(const Scan &scanned)
{
    return std::any_of(scanned.tokens.begin(), scanned.tokens.end(), [](const Token &token) { return token.isGap(); });
}

// A message that is a piece of a name: Latin letters or digits without a blank.
bool isNamePiece(const Scan &scanned)
{
    return scanned.tokens.size() <= 3 && scanned.cyrillic == 0 && scanned.words + (scanned.digits > 0 ? 1 : 0) > 0
           && !hasGap(scanned);
}

// «нижнее», «точка» alone: the sign that they stand for; 0 when the message is something else.
QChar signAlone(const Scan &scanned)
{
    if (scanned.tokens.size() != 1 || !scanned.tokens[0].is(Token::Type::Word))
        return {};
    if (scanned.text(size_t(0)).starts_with(u"нижн"))
        return QLatin1Char('_');
    return scanned.tokens[0].has(kSign) ? QChar(scanned.tokens[0].word->sign) : QChar();
}

// What a message begins a name with: the word of a network or a nick that it ends with, «вконтакте айди», or that word and the
// first piece («инста, right»).
struct NameCue
{
    QString word; // empty: it begins none
    QString beginning;
    bool isId = false;
};
NameCue nameCueOf(const QString &text)
{
    Scan said;
    scan(text, said);
    NameCue cue;
    for (size_t t = said.tokens.size(), words = 0; t-- > 0 && words < 2;) {
        const Token &token = said.tokens[t];
        if (!token.isAlnum())
            continue;
        if (token.has(kNetwork | kNick)) {
            if (!token.has(kDoubtful | kPlace))
                cue.word = text.mid(token.start, token.end - token.start) + (cue.isId ? QStringLiteral(" id") : QString());
            return cue;
        }
        ++words;
        cue.isId = cue.isId || token.has(kIdWord);
        if (!token.has(kIdWord)) {
            cue.beginning = text.mid(token.start, token.end - token.start);
            if (!token.is(Token::Latin))
                return {};
        }
    }
    return {};
}

// «инста» — "dubai" — "rhd", "discord?" — "stepwgn" — "#9021", «телега» — "demio" — «нижнее» — "dv": a name in pieces that follow
// each other, after a network's word.
bool takeNameInPieces(Context &context, QStringView text, const std::vector<Said> &before)
{
    constexpr int kMost = 4;
    constexpr qsizetype kIdDigits = 6;
    if (!isNamePiece(context.scan) || context.scan.words > 2)
        return false;
    QString name = text.toString().trimmed();
    bool own = context.scan.words > 0 && !(context.scan.hints & kCommon);
    Scan scanned;
    int pieces = 1;
    for (size_t k = before.size(); k-- > 0 && pieces <= kMost; ++pieces) {
        const QString said = before[k].text.trimmed();
        scan(said, scanned);
        if (const QChar sign = before[k].own ? signAlone(scanned) : QChar(); !sign.isNull()) {
            name.prepend(sign);
            continue;
        }
        if (before[k].own && isNamePiece(scanned) && !(scanned.hints & (kNetwork | kNick))) {
            name.prepend(said);
            own = own || !(scanned.hints & kCommon) || name.contains(QLatin1Char('#'));
            continue;
        }
        const NameCue cue = nameCueOf(said);
        name.prepend(cue.beginning);
        pieces += cue.beginning.isEmpty() ? 0 : 1;
        own = own || ((cue.isId || name.startsWith(QLatin1String("id"))) && name.size() >= kIdDigits);
        // One piece alone is judged by the rules for the question before it.
        if (cue.word.isEmpty() || pieces < 2 || !own)
            return false;
        const QString joined = cue.word + QStringLiteral(": ") + name;
        return takeJoined(context, {joined, joined.size() - text.size()});
    }
    return false;
}
} // namespace

void findSplitAddress(Context &context, QStringView text, const std::vector<Said> &before)
{
    constexpr int kMaxWords = 6;
    constexpr size_t kMaxParts = 4;
    if (context.scan.words > kMaxWords || text.size() > kPieceMaxText)
        return;
    QString prefix;
    QString glued;
    size_t parts = 0;
    for (size_t k = before.size(); k-- > 0 && parts < kMaxParts;) {
        if (!before[k].own || before[k].text.size() > kPieceMaxText)
            continue;
        ++parts;
        const QString said = before[k].text.trimmed();
        if (said.isEmpty())
            continue;
        prefix = said + QLatin1Char(' ') + prefix;
        const bool at = isAtAlone(said);
        glued = (at ? QStringLiteral("@") : said) + glued;
        if (takeJoined(context, {prefix + text.toString(), prefix.size()}))
            return;
        // "kim_cars", «тг»: two alphabets are two words
        const bool apart =
            !at && said.back().script() != text.front().script() && said.back().isLetter() && text.front().isLetter();
        const bool goesOn = parts == 1 && continues(text); // «заходи на машиныотто» — ".рф"
        if (!apart && (goesOn || !glued.contains(QLatin1Char(' ')))
            && takeJoined(context, {glued + text.toString(), glued.size()}))
            return;
    }
    if (takeNameInPieces(context, text, before))
        return;
    if (const auto host = hostAfterMailbox(context, before); host.second) {
        context.add(host.first, host.second - 1, Kind::Email, Reason::SplitMessages, true, 60);
        return;
    }
    // «ник в телеграме из двух слов» — "denis" — "peregon"
    if (context.scan.words == 1 && context.scan.cyrillic == 0 && parts > 0) {
        for (size_t k = before.size(), own = 0; k-- > 0 && own < 2;) {
            if (!before[k].own)
                continue;
            ++own;
            Scan said;
            scan(before[k].text, said);
            if ((said.hints & kNick)
                && ((said.hints & kNetwork) || before[k].text.contains(QStringLiteral("латин"), Qt::CaseInsensitive))) {
                const QString cue = QStringLiteral("ник: ");
                takeJoined(context, {cue + text.toString(), cue.size()});
                return;
            }
        }
    }
    // The other side asked: "какой ник в телеге?" — "batumi", with «есть», «да» of his own between.
    if (before.empty() || context.scan.words > 4)
        return;
    size_t asking = before.size() - 1;
    while (asking > 0 && before[asking].own && before.size() - asking < kMaxParts) {
        if (before[asking].text.startsWith(QStringLiteral("нет"), Qt::CaseInsensitive))
            return;
        --asking;
    }
    if (before[asking].own)
        return;
    Scan asked;
    scan(before[asking].text, asked);
    // "тг есть?" — «есть конечно» — "какой?": the network was named in the question before.
    constexpr int kShortWords = 2;
    const auto isShort = [&](size_t k) {
        Scan said;
        scan(before[k].text, said);
        return said.digits == 0 && said.words <= kShortWords;
    };
    if (asked.words == 1 && (asked.hints & kAsk) && !(asked.hints & (kNetwork | kNick | kMailbox)) && asking >= 2
        && before[asking - 1].own && !before[asking - 2].own && isShort(asking - 1) && isShort(asking - 2)) {
        asking -= 2;
        scan(before[asking].text, asked);
    }
    // "я вконтакте" — "id?" — "90417253"
    if ((asked.hints & kIdWord) && asking > 0 && before[asking - 1].own) {
        const QString said = before[asking - 1].text + QStringLiteral(" id ");
        if (takeJoined(context, {said + text.toString(), said.size()}))
            return;
    }
    if ((asked.hints & kMailbox) && takeJoined(context, {QStringLiteral("почта: ") + text.toString(), 7}))
        return;
    for (size_t t = asked.tokens.size(); t-- > 0;) {
        const Token &token = asked.tokens[t];
        if (!token.has(kNetwork | kNick))
            continue;
        const QString word =
            token.has(kDoubtful) ? QStringLiteral("тг") : before[asking].text.mid(token.start, token.end - token.start);
        const QString cue = word + QStringLiteral(": ");
        takeJoined(context, {cue + text.toString(), cue.size()});
        return;
    }
}
} // namespace cargo::contact_filter
