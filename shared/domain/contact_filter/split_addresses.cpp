#include "shared/domain/contact_filter/split_joined.h"
#include "shared/domain/contact_filter/split_names.h"
#include "shared/domain/contact_filter/split_pieces.h"
#include "shared/domain/contact_filter/split_rules.h"

#include <algorithm>
#include <utility>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

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

bool isSpokenSign(const Token &token, char16_t sign)
{
    return token.isSign(sign) || (token.has(kSign) && token.word->sign == sign);
}

// The first token behind the sign that a message ends with, «на 14 350. @ bk», "at osaka-osmotr"; as many as there are where it
// ends otherwise.
size_t hostAtEnd(const Scan &scanned)
{
    constexpr size_t kMostTokens = 5;
    const auto &tokens = scanned.tokens;
    const size_t from = tokens.size() - std::min(tokens.size(), kMostTokens);
    for (size_t t = tokens.size(); t-- > from;) {
        if (!isSpokenSign(tokens[t], u'@'))
            continue;
        const auto host =
            std::find_if(tokens.begin() + qptrdiff(t) + 1, tokens.end(), [](const Token &token) { return !token.isGap(); });
        const bool named = host != tokens.end() && host->is(Type::Word) && !host->has(kStop | kName | kUnit | kMonth | kNumeral);
        return named && (t == 0 || tokens[t].is(Type::Sign) || host->has(kProvider)) ? size_t(host - tokens.begin())
                                                                                     : tokens.size();
    }
    return tokens.size();
}

// "toyo.import" at the end of a message.
bool endsWithDottedName(const Scan &scanned)
{
    constexpr quint32 kShortest = 3;
    const size_t count = scanned.tokens.size();
    const auto isName = [&](size_t t) { return scanned.tokens[t].is(Token::Latin) && scanned.tokens[t].size >= kShortest; };
    return count >= 3 && isName(count - 1) && isName(count - 3)
           && (scanned.tokens[count - 2].isSign(u'.') || scanned.tokens[count - 2].isSign(u'_'));
}

// «email is claims» — "at osaka-osmotr" — "dot jp", "toyo.import" — "@ bk" — ". ru": what follows the sign is the host, whatever
// its end will be. The tokens to hide, [first, last); empty when nobody spoke of a mailbox.
std::pair<size_t, size_t> hostAfterMailbox(const Context &context, const std::vector<Said> &before)
{
    constexpr size_t kNear = 2; // messages
    constexpr quint32 kShortest = 3;
    const auto &tokens = context.scan.tokens;
    const size_t host = hostAtEnd(context.scan);
    const bool provider = host < tokens.size() && tokens[host].has(kProvider);
    const bool top =
        tokens.size() > 1 && tokens.size() <= 3 && isSpokenSign(tokens[0], u'.') && tokens.back().has(kTop | kSpokenTop);
    if (!top && (host >= tokens.size() || (tokens[host].size < kShortest && !provider)))
        return {};
    using Tokens = std::pair<size_t, size_t>;
    const auto hidden = [&](const Scan &said, const QString &) -> std::optional<Tokens> {
        if (top)
            return hostAtEnd(said) < said.tokens.size() ? Tokens(0, tokens.size()) : Tokens();
        if ((said.hints & kMailbox && said.words > 1) || (provider && endsWithDottedName(said)))
            return Tokens(host, tokens.size());
        return std::nullopt;
    };
    return askOwn(before, kNear, hidden).value_or(Tokens());
}

// "#9021", ".рф", "@mail.ru": goes on with what was said before it, without a blank.
bool continues(QStringView text)
{
    return text.size() > 1 && QStringView(u"@./_#").contains(text.front()) && !text.at(1).isSpace();
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
    if (findSplitName(context, text, before))
        return;
    if (const auto host = hostAfterMailbox(context, before); host.second) {
        context.add(host.first, host.second - 1, Kind::Email, Reason::SplitMessages, true, 60);
        return;
    }
    // «ник в телеграме из двух слов» — "denis" — "peregon"
    if (context.scan.words == 1 && context.scan.cyrillic == 0 && parts > 0) {
        constexpr size_t kNear = 2; // messages
        const auto announcesNick = [](const Scan &said, const QString &words) -> std::optional<bool> {
            if ((said.hints & kNick) && ((said.hints & kNetwork) || words.contains(QStringLiteral("латин"), Qt::CaseInsensitive)))
                return true;
            return std::nullopt;
        };
        if (askOwn(before, kNear, announcesNick)) {
            const QString cue = QStringLiteral("ник: ");
            takeJoined(context, {cue + text.toString(), cue.size()});
            return;
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
