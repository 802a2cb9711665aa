#include "shared/domain/contact_filter/split_rules.h"

#include "shared/domain/contact_filter/phone_formats.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

constexpr size_t kPieceMaxDigits = 11;
constexpr qsizetype kPieceMaxText = 90;

// What one message may add to a number.
struct Piece
{
    std::string digits;
    bool own = true;
    size_t message = 0; // its place in the conversation
    bool full = false;  // older messages may have been cut off
    bool any = false;   // holds digits at all
    bool bare = false;  // little but digits
    bool plus = false;
    bool cue = false;   // звони, номер, код, пиши
    bool asks = false;  // asks for a contact
    bool money = false; // said to be a price
    bool wink = false;
    bool amount = false; // grouped as an amount: 1 640
    bool loose = false;  // said beside other things, but of nothing honest
    bool pure = false;   // no words but those that dictate
    bool words = false;  // in words
    size_t first = 0;    // tokens
    size_t last = 0;
};

Piece readPiece(const Scan &scan, bool own)
{
    Piece piece;
    piece.own = own;
    // "ок" is no network here.
    for (const Token &token : scan.tokens)
        piece.cue = piece.cue || (token.has(kDial | kNumber | kPart | kDictate | kNetwork) && !token.has(kDoubtful));
    piece.wink = scan.hints & kWink;
    piece.asks = (scan.hints & (kDial | kNumber | kNetwork | kNick)) != 0;
    Numbers numbers;
    readNumbers(scan, true, numbers);
    if (numbers.groups.empty())
        return piece;
    piece.any = true;
    piece.first = numbers.groups.front().first;
    piece.last = numbers.groups.back().last;
    piece.plus = numbers.groups.front().plus;
    bool honest = false;
    std::vector<quint8> ofGroups(scan.tokens.size(), 0);
    for (const Group &group : numbers.groups) {
        piece.digits += numbers.text(group);
        honest = honest || (group.flags & (Group::UnitAfter | Group::Glued | Group::Honest | Group::Decimal));
        piece.words = piece.words || group.is(Group::Words);
        std::fill(ofGroups.begin() + group.first, ofGroups.begin() + group.last + 1, quint8(1));
    }
    const auto &groups = numbers.groups;
    piece.amount = groups.size() >= 2 && groups[0].size <= 3 && !piece.words
                   && std::all_of(groups.begin() + 1, groups.end(), [](const Group &g) { return g.size == 3; });
    int strangers = 0;
    bool pure = true;
    for (size_t t = 0; t < scan.tokens.size(); ++t) {
        const Token &token = scan.tokens[t];
        if (ofGroups[t])
            continue;
        if (token.isSign(u'=') || token.isSign(u'%') || token.isSign(u'₽') || token.isSign(u'$') || token.isSign(u'€'))
            honest = true;
        if (!token.is(Type::Word))
            continue;
        if (token.has(kMoney) && !token.has(kDocument | kUnit)) {
            piece.money = true;
            continue;
        }
        // A unit counts just after a number («7609 с утра» is none); other honest words anywhere.
        const bool unitAway =
            token.has(kUnit) && !token.has(kDocument | kMonth | kTime) && !(t > 1 && (ofGroups[t - 1] || ofGroups[t - 2]));
        if (token.has(kStopsNumber | kTime) && !token.has(kDial | kPart | kConnector) && !unitAway)
            honest = true;
        const bool free =
            token.has(kConnector | kPart | kDial | kNumber | kDictate | kOperator | kName | kStop | kNetwork | kPlus | kSign);
        strangers += free ? 0 : 1;
        pure = pure && !token.has(kDoubtful)
               && token.has(kConnector | kPart | kDial | kNumber | kDictate | kOperator | kNetwork | kPlus | kSign);
    }
    piece.pure = pure;
    constexpr int kBesides = 5;
    piece.loose = !honest && strangers <= kBesides && piece.digits.size() <= kPieceMaxDigits;
    piece.bare = !honest && strangers <= (piece.cue ? 2 : 1) && piece.digits.size() <= kPieceMaxDigits;
    return piece;
}

int valueOf(const std::string &digits)
{
    int value = 0;
    for (size_t k = 0; k < std::min<size_t>(digits.size(), 8); ++k)
        value = value * 10 + (digits[k] - '0');
    return value;
}

// Prices by turns and one price after another: numbers of nearly the same size.
bool isHaggling(const std::vector<const Piece *> &pieces)
{
    if (pieces.size() < 2)
        return false;
    int alike = 0;
    for (size_t k = 1; k < pieces.size(); ++k) {
        const int a = valueOf(pieces[k - 1]->digits);
        const int b = valueOf(pieces[k]->digits);
        const bool sameLength = pieces[k - 1]->digits.size() == pieces[k]->digits.size() && pieces[k]->digits[0] != '0';
        alike += sameLength && b * 10 > a * 6 && a * 10 > b * 6 && pieces[k]->digits.size() >= 2 ? 1 : 0;
    }
    return alike == int(pieces.size()) - 1 && (pieces.size() < 3 || pieces[0]->digits.size() > 2);
}

bool isCounting(const std::string &digits)
{
    for (size_t k = 1; k < digits.size(); ++k) {
        if (digits[k] - digits[k - 1] != 1 && digits[k] != digits[k - 1])
            return false;
    }
    return true;
}

// Messages that are numbered ("photo 8", "photo 9", "photo 10"), in order or nearly: no number is dictated so.
bool isNumbering(const std::vector<const Piece *> &pieces)
{
    if (pieces.size() < 3)
        return false;
    std::vector<int> values;
    bool inOrder = true;
    for (const Piece *piece : pieces) {
        if (piece->digits.size() > 5)
            return false;
        values.push_back(valueOf(piece->digits));
        inOrder = inOrder && (values.size() == 1 || values.back() == values[values.size() - 2] + 1);
    }
    if (inOrder)
        return true;
    std::sort(values.begin(), values.end());
    const bool distinct = std::adjacent_find(values.begin(), values.end()) == values.end();
    return distinct && values.back() >= 10 && values.back() - values.front() < 2 * int(values.size());
}

enum class Fit { No, Begins, Whole };

// Whether pieces, oldest first, make a number or the sure beginning of one.
Fit fitOf(const std::vector<const Piece *> &pieces, bool cue, bool reverse)
{
    std::string digits;
    bool amount = false;
    size_t others = 0;
    size_t mixed = 0;
    for (const Piece *piece : pieces) {
        mixed += piece->pure ? 0 : 1;
        digits += piece->digits;
        amount = amount || piece->amount;
        others += piece->own ? 0 : 1;
    }
    const bool plus = pieces.front()->plus;
    // "text 17", "text 18": whoever dictates says little else.
    if (mixed > (cue ? 2u : 1u))
        return Fit::No;
    if (reverse) {
        const std::string turned(digits.rbegin(), digits.rend());
        if (phoneForm(turned, false).score >= 34)
            return Fit::Whole;
    }
    if (isCounting(digits) || isNumbering(pieces) || (!plus && isHaggling(pieces) && !cue))
        return Fit::No;
    const bool mobileStart = plus || (digits.size() > 1 && (digits[0] == '8' || digits[0] == '7') && (digits[1] == '9'));
    if (amount && !mobileStart && !cue)
        return Fit::No;
    const PhoneForm form = phoneForm(digits, plus);
    const size_t n = pieces.size();
    const bool usShape =
        n == 3 && pieces[0]->digits.size() == 3 && pieces[1]->digits.size() == 3 && pieces[2]->digits.size() == 4;
    const int needed = others ? 44 : amount ? 44 : 34;
    if (form.score >= needed || (form.score > 0 && (usShape || (cue && !others))) || (others && cue && form.score >= 34))
        return Fit::Whole;
    if (others || digits.size() > 11 || !pieces.back()->pure)
        return Fit::No;
    const bool singles = std::all_of(pieces.begin(), pieces.end(), [](const Piece *p) { return p->digits.size() == 1; });
    const bool firstFits = pieces.front()->digits.size() == 1 || pieces.front()->digits.size() == 4 || plus
                           || pieces.front()->words || n >= 3 || pieces.front()->digits.size() == 5
                           || pieces.front()->digits.size() == 7;
    if (mobileStart && digits.size() >= (cue || plus ? 6 : 8) && firstFits)
        return Fit::Begins;
    if (singles && n >= 7 && mayBeginPhone(digits, plus))
        return Fit::Begins;
    if (cue && digits[0] == '9' && digits.size() >= 6 && pieces.front()->digits.size() == 3)
        return Fit::Begins;
    return Fit::No;
}

// Pieces with other words about them, to the last digit a mobile of a country where few other numbers look so.
bool isLooselyWhole(const std::vector<const Piece *> &pieces, const std::string &digits)
{
    constexpr int kRare = 44;
    if (pieces.size() < 3 || isCounting(digits) || isNumbering(pieces) || isHaggling(pieces))
        return false;
    const bool amount = std::any_of(pieces.begin(), pieces.end(), [](const Piece *piece) { return piece->amount; });
    const PhoneForm form = phoneForm(digits, pieces.front()->plus);
    return !amount && form.score >= kRare && (form.mobile || pieces.front()->plus);
}

// The pieces in the opposite order make a mobile.
bool fitsTurned(const std::vector<const Piece *> &pieces)
{
    std::string digits;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        digits += (*piece)->digits;
    return phoneForm(digits, pieces.back()->plus).mobile;
}

// Whether the other side asked for something else just before message `at`: "год?" — "2018".
bool isExplained(const std::vector<Said> &before, size_t at)
{
    if (at == 0 || before[at - 1].own)
        return false;
    Scan asked;
    scan(before[at - 1].text, asked);
    const bool dial = asked.hints & (kDial | kNetwork | kNick);
    // «что, восемь тысяч?» asks for no number: he has one.
    return asked.digits == 0 && !dial && !(asked.hints & kNumeral)
           && (asked.hints & (kDocument | kMoney | kUnit | kTime | kMonth));
}

// Whether numbers stood just before the first piece of a chain too: then it is a window of some other row of numbers.
bool goesOnBefore(const std::vector<Piece> &pieces, const Piece &first, bool both, bool pureOnly, bool loose)
{
    constexpr size_t kNear = 3; // messages
    for (size_t k = size_t(&first - pieces.data()) + 1; k < pieces.size(); ++k) {
        if ((pieces[k].own || both) && (!pureOnly || pieces[k].pure) && (loose || pieces[k].bare))
            return pieces[k].message + kNear >= first.message;
    }
    return first.message == 0 && first.full;
}

void findSplitNumber(Context &context, const std::vector<Said> &before)
{
    const Piece current = readPiece(context.scan, true);
    if (!current.bare || (current.money && !current.wink) || current.digits.size() >= kPieceMaxDigits)
        return;
    if (isExplained(before, before.size()))
        return;
    std::vector<Piece> pieces; // newest first
    bool reverse = context.scan.hints & kReverse;
    bool cue = current.cue;
    bool partWords = context.scan.hints & kPart;
    Scan scanned;
    for (size_t k = before.size(); k-- > 0;) {
        scan(before[k].text, scanned);
        Piece piece = readPiece(scanned, before[k].own);
        reverse = reverse || (before[k].own && (scanned.hints & kReverse));
        partWords = partWords || (before[k].own && (scanned.hints & kPart));
        if (piece.bare && piece.own && isExplained(before, k))
            continue;
        cue = cue || (piece.own && piece.cue) || (!piece.own && piece.asks && !piece.any);
        if (!piece.loose || (piece.money && !current.wink))
            continue;
        piece.message = k;
        piece.full = before.size() >= size_t(std::max(context.policy.recentMaxCount, 0));
        pieces.push_back(piece);
    }
    std::string own = current.digits;
    enum class Take { Own, PureOwn, Both, Loose };
    for (const Take take : {Take::Own, Take::PureOwn, Take::Both, Take::Loose}) {
        const bool both = take == Take::Both;
        const bool loose = take == Take::Loose;
        std::vector<const Piece *> chain{&current};
        size_t digits = current.digits.size();
        bool others = false;
        std::string said = current.digits;
        for (const Piece &piece : pieces) {
            if (!loose && !piece.bare)
                continue;
            // «890 крайняя» between the parts
            if (take == Take::PureOwn && !piece.pure && !piece.plus && piece.own && !piece.cue)
                continue;
            if (!piece.own && (!both || said.find(piece.digits) != std::string::npos))
                continue; // not his, or an echo of what he said
            others = others || !piece.own;
            digits += piece.digits.size();
            if (digits > 15)
                break;
            chain.insert(chain.begin(), &piece);
            said.insert(0, piece.digits);
            if (both && !others)
                continue;
            if (loose) {
                if (isLooselyWhole(chain, said) && !goesOnBefore(pieces, piece, false, false, true)) {
                    context.add(current.first, current.last, Kind::Phone, Reason::SplitMessages, true, 60);
                    return;
                }
                continue;
            }
            // «последние 20-47», «до них 655», «а начало 8914»: told from the end
            if (partWords && chain.size() > 1 && fitsTurned(chain)) {
                context.add(current.first, current.last, Kind::Phone, Reason::SplitMessages, true, 60);
                return;
            }
            if (fitOf(chain, cue, reverse) == Fit::No || goesOnBefore(pieces, piece, both, take == Take::PureOwn, false))
                continue;
            context.add(current.first, current.last, Kind::Phone, Reason::SplitMessages, true, 60);
            return;
        }
    }
}

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
        glued = said + glued;
        if (takeJoined(context, {prefix + text.toString(), prefix.size()}))
            return;
        // "kim_cars", «тг»: two alphabets are two words
        const bool apart = said.back().script() != text.front().script() && said.back().isLetter() && text.front().isLetter();
        if (!apart && !glued.contains(QLatin1Char(' ')) && takeJoined(context, {glued + text.toString(), glued.size()}))
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
            if ((said.hints & kNick) && (said.hints & kNetwork)) {
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
} // namespace

void findAllAddresses(Context &context)
{
    findAddresses(context);
    findTurnedAddresses(context);
    findHandles(context);
    findSearchHints(context);
}

void findSplit(Context &context, QStringView text, const std::vector<Said> &before)
{
    findSplitNumber(context, before);
    if (context.spans.empty())
        findSplitAddress(context, text, before);
}

} // namespace cargo::contact_filter
