#include "shared/domain/contact_filter/phone_parts.h"
#include "shared/domain/contact_filter/split_pieces.h"
#include "shared/domain/contact_filter/split_rules.h"

#include <algorithm>
#include <utility>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

struct Joined
{
    QString text;
    qsizetype from = 0; // where the current text, or what is taken of it, begins
    qsizetype at = 0;   // where that stands in the current text
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
        part.start = joined.at + start;
        part.end = joined.at + span.end - joined.from;
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
    size_t own = 0;
    Scan said;
    for (size_t k = before.size(); k-- > 0 && own < kNear;) {
        if (!before[k].own)
            continue;
        ++own;
        scan(before[k].text, said);
        if (top && hostAtEnd(said) < said.tokens.size())
            return {0, tokens.size()};
        if (top)
            return {};
        if ((said.hints & kMailbox && said.words > 1) || (provider && endsWithDottedName(said)))
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

// Words that say where a piece belongs or how the pieces are joined: «начало», "second half", "then", «слитно», "one word".
bool placesPiece(const Scan &scanned, const Token &token)
{
    static constexpr std::u16string_view kStems[] = {u"half",  u"halves", u"piece", u"part", u"bits",  u"word",
                                                     u"space", u"слов",   u"част",  u"кус",  u"слитно"};
    static constexpr std::u16string_view kWords[] = {u"no", u"in", u"of", u"with", u"без", u"из", u"на"};
    const std::u16string_view text = scanned.text(token);
    return token.has(kPart | kConnector | kNumeral) || isOrdinal(text)
           || std::any_of(std::begin(kStems), std::end(kStems), [&](auto stem) { return text.starts_with(stem); })
           || std::find(std::begin(kWords), std::end(kWords), text) != std::end(kWords);
}

// «нет», "no": what was asked for before is not told.
bool isRefusal(const Scan &scanned)
{
    return !scanned.tokens.empty() && (scanned.text(size_t(0)) == u"нет" || scanned.text(size_t(0)) == u"no");
}

// What a message adds to a name.
struct NamePiece
{
    qsizetype start = 0; // in the text; empty: it adds none
    qsizetype end = 0;
    bool common = false; // plain words, which are no name alone

    bool isEmpty() const { return start == end; }
    QString of(QStringView text) const { return text.sliced(start, end - start).toString(); }
};

// "rhd", "right_", "77"; among words that place it alone: "then drives, one word", «начало dubai».
NamePiece namePieceOf(const Scan &scanned)
{
    constexpr int kMostWords = 5;
    const auto &tokens = scanned.tokens;
    if (scanned.words > kMostWords || scanned.words + scanned.digits == 0)
        return {};
    const auto belongs = [&](const Token &token) {
        return token.is(Type::Digits) || token.isSign(u'.') || token.isSign(u'_') || token.isSign(u'-') || token.isSign(u'@')
               || token.isSign(u'#') || (token.is(Type::Word) && token.is(Token::Latin));
    };
    const bool whole = !hasGap(scanned);
    bool counts = false; // a word just before that a number of parts may follow
    NamePiece piece;
    for (size_t t = 0; t < tokens.size(); ++t) {
        const Token &token = tokens[t];
        const bool places = token.is(Type::Word) && placesPiece(scanned, token);
        if (token.isGap() || token.isSign(u',') || token.isSign(u':') || (places && !whole)) {
            counts = (counts && token.isGap()) || (places && token.has(kPart));
            continue;
        }
        // «часть 2 garage»
        if (counts && token.is(Type::Digits) && token.size == 1 && piece.isEmpty() && t + 2 < tokens.size()) {
            counts = false;
            continue;
        }
        if (!belongs(token) || !piece.isEmpty())
            return {};
        piece.start = token.start;
        for (size_t last = t; last < tokens.size() && belongs(tokens[last]); ++last) {
            piece.end = tokens[last].end;
            piece.common = piece.common || tokens[last].has(kCommon) || tokens[last].has(kStop);
            t = last;
        }
    }
    return piece;
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
    constexpr int kShortWords = 2;
    Scan said;
    scan(text, said);
    NameCue cue;
    bool common = false; // its beginning is a plain word
    for (size_t t = said.tokens.size(), words = 0; t-- > 0 && words < 2;) {
        const Token &token = said.tokens[t];
        if (!token.isAlnum())
            continue;
        const bool places = token.is(Type::Word) && placesPiece(said, token); // «тг из двух частей»
        if ((places || token.has(kEvery | kName)) && !token.has(kNetwork | kNick | kIdWord)) {
            // "same username everywhere", "telegram is"; "… everywhere is banned", "username is taken" tell none
            if (!cue.beginning.isEmpty() && (token.has(kEvery) || common))
                return {};
            continue;
        }
        if (token.has(kNetwork | kNick)) {
            if (!token.has(kPlace) && (!token.has(kDoubtful) || said.words == 1))
                cue.word = text.mid(token.start, token.end - token.start) + (cue.isId ? QStringLiteral(" id") : QString());
            return cue;
        }
        cue.isId = cue.isId || token.has(kIdWord);
        if (!token.has(kIdWord)) {
            ++words;
            if (token.has(kUnit | kMonth))
                return {}; // "whatsapp in two minutes"
            common = token.has(kCommon);
            // «инсту гляньте» holds no beginning.
            if (token.is(Token::Latin) || token.is(Type::Digits))
                cue.beginning = text.mid(token.start, token.end - token.start);
            else if (said.words > kShortWords)
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
    const NamePiece current = namePieceOf(context.scan);
    if (current.isEmpty())
        return false;
    QString name = current.of(text);
    const qsizetype size = name.size();
    bool own = context.scan.words > 0 && !current.common;
    Scan scanned;
    int pieces = 1;
    for (size_t k = before.size(); k-- > 0 && pieces <= kMost; ++pieces) {
        const QString &said = before[k].text;
        scan(said, scanned);
        if (before[k].own && isRefusal(scanned))
            return false;
        if (const QChar sign = before[k].own ? signAlone(scanned) : QChar(); !sign.isNull()) {
            name.prepend(sign);
            own = own || sign == QLatin1Char('_');
            continue;
        }
        const NamePiece piece = namePieceOf(scanned);
        if (before[k].own && !piece.isEmpty() && !(scanned.hints & (kNetwork | kNick))) {
            name.prepend(piece.of(said));
            own = own || !piece.common || name.contains(QLatin1Char('#'));
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
        return takeJoined(context, {joined, joined.size() - size, current.start});
    }
    return false;
}

// «на дроме моё объявление» — «номер 5820» — «1447 там телефон открыт»: the number of his own listing.
bool takeListingInPieces(Context &context, const std::vector<Said> &before)
{
    constexpr size_t kNear = 3; // messages
    constexpr size_t kPiece = 3;
    constexpr size_t kDigits = 7;
    if (context.scan.digits < int(kPiece))
        return false;
    const Piece current = readPiece(context.scan, true);
    size_t digits = current.told.digits.size();
    if (digits < kPiece || current.told.money || (context.scan.hints & kDocument))
        return false;
    bool numbered = context.scan.hints & (kNumber | kIdWord);
    size_t own = 0;
    Scan said;
    for (size_t k = before.size(); k-- > 0 && own < kNear;) {
        if (!before[k].own)
            continue;
        ++own;
        scan(before[k].text, said);
        if ((said.hints & kPlace) && (said.hints & kOwn)) {
            if (!numbered || digits < kDigits)
                return false;
            context.add(current.told.first, current.told.last, Kind::AddressOther, Reason::SplitMessages, true, 60);
            return true;
        }
        const Piece piece = readPiece(said, true);
        if (piece.told.digits.size() < kPiece || piece.told.money || (said.hints & kDocument))
            return false;
        numbered = numbered || (said.hints & (kNumber | kIdWord));
        digits += piece.told.digits.size();
    }
    return false;
}

// «ник напишу в русской раскладке» — «мфтнф»: a word of no language, once he said how it is to be read.
bool isInOtherLayout(const Scan &scanned, const std::vector<Said> &before)
{
    constexpr size_t kNear = 3; // messages
    constexpr quint32 kShortest = 4;
    if (scanned.tokens.size() != 1 || scanned.cyrillic != 1 || scanned.tokens[0].word || scanned.tokens[0].size < kShortest)
        return false;
    size_t own = 0;
    Scan said;
    for (size_t k = before.size(); k-- > 0 && own < kNear;) {
        if (!before[k].own)
            continue;
        ++own;
        scan(before[k].text, said);
        const auto namesLayout = [&said](const Token &token) {
            return token.is(Type::Word) && (said.text(token).starts_with(u"расклад") || said.text(token) == u"layout");
        };
        if ((said.hints & (kNick | kNetwork | kMailbox)) && std::any_of(said.tokens.begin(), said.tokens.end(), namesLayout))
            return true;
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
    if (takeNameInPieces(context, text, before) || takeListingInPieces(context, before))
        return;
    if (isInOtherLayout(context.scan, before)) {
        context.add(0, 0, Kind::Username, Reason::SplitMessages, true, 60);
        return;
    }
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
