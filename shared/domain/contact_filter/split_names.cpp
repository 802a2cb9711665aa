#include "shared/domain/contact_filter/split_names.h"

#include "shared/domain/contact_filter/phone_parts.h"
#include "shared/domain/contact_filter/split_joined.h"
#include "shared/domain/contact_filter/split_pieces.h"
#include "shared/domain/contact_filter/stems.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

bool hasGap(const Scan &scanned)
{
    return std::any_of(scanned.tokens.begin(), scanned.tokens.end(), [](const Token &token) { return token.isGap(); });
}

// Words that say where a piece belongs or how the pieces are joined: «начало», "second half", "then", «слитно», "one word".
bool placesPiece(const Scan &scanned, const Token &token)
{
    static constexpr std::u16string_view kStems[] = {u"half",  u"halves", u"piece", u"part", u"bits", u"word",
                                                     u"space", u"нижн",   u"слов",  u"част", u"кус",  u"слитно"};
    static constexpr std::u16string_view kWords[] = {u"no", u"in", u"of", u"the", u"after", u"with", u"без", u"из", u"на"};
    const std::u16string_view text = scanned.text(token);
    return token.has(kPart | kConnector | kNumeral) || isOrdinal(text) || beginsWithOne(text, kStems)
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
    QChar sign;          // that it says it stands behind: "after the underscore, export"
    bool common = false; // plain words, which are no name alone

    bool isEmpty() const { return start == end; }
    QString of(QStringView text) const { return text.sliced(start, end - start).toString(); }
    QString withSign(QStringView text) const { return sign.isNull() ? of(text) : sign + of(text); }
};

// "rhd", "right_", "77"; among words that place it alone: "then drives, one word", «начало dubai».
NamePiece namePieceOf(const Scan &scanned)
{
    constexpr int kMostWords = 7;
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
        if (token.has(kSign) && !whole && piece.isEmpty() && piece.sign.isNull() && token.word->sign != u'@') {
            piece.sign = token.word->sign;
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
    QString name = current.withSign(text);
    const qsizetype size = current.end - current.start;
    bool own = (context.scan.words > 0 && !current.common) || !current.sign.isNull();
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
            name.prepend(piece.withSign(said));
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
    const auto isWhole = askOwn(before, kNear, [&](const Scan &said, const QString &) -> std::optional<bool> {
        if ((said.hints & kPlace) && (said.hints & kOwn))
            return numbered && digits >= kDigits;
        const Piece piece = readPiece(said, true);
        if (piece.told.digits.size() < kPiece || piece.told.money || (said.hints & kDocument))
            return false;
        numbered = numbered || (said.hints & (kNumber | kIdWord));
        digits += piece.told.digits.size();
        return std::nullopt;
    });
    if (!isWhole.value_or(false))
        return false;
    context.add(current.told.first, current.told.last, Kind::AddressOther, Reason::SplitMessages, true, 60);
    return true;
}

// «ник напишу в русской раскладке» — «мфтнф»: a word of no language, once he said how it is to be read.
bool isInOtherLayout(const Scan &scanned, const std::vector<Said> &before)
{
    constexpr size_t kNear = 3; // messages
    constexpr quint32 kShortest = 4;
    if (scanned.tokens.size() != 1 || scanned.cyrillic != 1 || scanned.tokens[0].word || scanned.tokens[0].size < kShortest)
        return false;
    const auto namesLayout = [](const Scan &said, const QString &) -> std::optional<bool> {
        const auto names = [&said](const Token &token) {
            return token.is(Type::Word) && (said.text(token).starts_with(u"расклад") || said.text(token) == u"layout");
        };
        if ((said.hints & (kNick | kNetwork | kMailbox)) && std::any_of(said.tokens.begin(), said.tokens.end(), names))
            return true;
        return std::nullopt;
    };
    return askOwn(before, kNear, namesLayout).has_value();
}
} // namespace

bool findSplitName(Context &context, QStringView text, const std::vector<Said> &before)
{
    if (takeNameInPieces(context, text, before) || takeListingInPieces(context, before))
        return true;
    if (!isInOtherLayout(context.scan, before))
        return false;
    context.add(0, 0, Kind::Username, Reason::SplitMessages, true, 60);
    return true;
}

} // namespace cargo::contact_filter
