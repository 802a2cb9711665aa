#include "shared/domain/contact_filter/split_rules.h"

#include "shared/domain/contact_filter/phone_formats.h"
#include "shared/domain/contact_filter/split_announced.h"
#include "shared/domain/contact_filter/split_chatter.h"
#include "shared/domain/contact_filter/split_pieces.h"

#include <algorithm>
#include <array>

namespace cargo::contact_filter {

namespace {
using Type = Token::Type;

enum class Fit { No, Begins, Whole };

// The pieces before a message, newest first, and what was said of them.
struct Told
{
    std::vector<Piece> pieces;
    bool reverse = false;
    bool typedTurned = false; // he said so of what he types, not of his way home
    bool cue = false;
    bool partWords = false;
};

// Whether pieces, oldest first, make a number or the sure beginning of one.
Fit fitOf(const std::vector<const Piece *> &pieces, const Told &told)
{
    const bool cue = told.cue;
    std::string digits;
    std::vector<std::string> parts;
    bool amount = false;
    size_t others = 0;
    size_t mixed = 0;
    for (const Piece *piece : pieces) {
        mixed += piece->pure ? 0 : 1;
        digits += piece->digits;
        parts.push_back(piece->digits);
        amount = amount || piece->amount;
        others += piece->own ? 0 : 1;
    }
    const bool plus = pieces.front()->plus;
    // "text 17", "text 18": whoever dictates says little else.
    if (mixed > (cue ? 2u : 1u))
        return Fit::No;
    if (told.reverse) {
        const std::string turned(digits.rbegin(), digits.rend());
        // "6280" — "555" — "817"
        const bool american = told.typedTurned && pieces.size() == 3 && mixed == 0 && parts[0].size() == 4 && parts[1].size() == 3
                              && !isRound(parts);
        if (phoneForm(turned, false).score >= (american ? 20 : 34))
            return Fit::Whole;
    }
    if (isCounting(digits) || isNumbering(parts) || (!plus && isHaggling(parts) && !cue))
        return Fit::No;
    const bool mobileStart = plus || (digits.size() > 1 && (digits[0] == '8' || digits[0] == '7') && (digits[1] == '9'));
    if (amount && !mobileStart && !cue)
        return Fit::No;
    const PhoneForm form = phoneForm(digits, plus);
    const size_t n = pieces.size();
    // "425", "555", "0188"; "four two five", "triple five", "oh one", "double eight"
    constexpr size_t kUsDigits = 10;
    const bool inThree = n >= 3 && pieces[0]->digits.size() == 3 && (mixed == 0 || (n == 3 && pieces[1]->digits.size() == 3));
    // "347555" — "0182", "347" — "5550182": cut where Americans cut, and no price
    const bool inTwo = n == 2 && mixed == 0 && (pieces[0]->digits.size() == 6 || pieces[0]->digits.size() == 3)
                       && (pieces[1]->digits[0] == '0' || digits.find("555") == 3);
    const bool usShape = digits.size() == kUsDigits && (inThree || inTwo);
    const int needed = others ? 44 : amount ? 44 : 34;
    if (form.score < 34 && !plus && (isRound(parts) || isGrowing(parts)))
        return Fit::No;
    if (form.score >= needed || (form.score > 0 && (usShape || (cue && !others))) || (others && cue && form.score >= 34))
        return Fit::Whole;
    if (others || digits.size() > 11 || !pieces.back()->pure)
        return Fit::No;
    // «девятьсот двадцать семь» — «ноль сорок шесть»: nobody says a price so
    const bool inWords =
        n > 1 && std::all_of(pieces.begin(), pieces.end(), [](const Piece *p) { return p->words && p->wordless; });
    if (inWords && (digits[0] == '9' || mobileStart) && digits.size() >= 6 && parts.back()[0] == '0')
        return Fit::Begins;
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

// The pieces in the opposite order make a mobile.
bool fitsTurned(const std::vector<const Piece *> &pieces)
{
    std::string digits;
    for (auto piece = pieces.rbegin(); piece != pieces.rend(); ++piece)
        digits += (*piece)->digits;
    return phoneForm(digits, pieces.back()->plus).mobile;
}

// Whether a message asks for one of `topics` and for no contact.
bool asksFor(const QString &text, quint64 topics)
{
    Scan asked;
    scan(text, asked);
    // «это код?» asks whether the digits before it begin a number; «код ворот?» asks for others.
    const bool part = (asked.hints & kPart) && asked.tokens.back().isSign(u'?')
                      && std::all_of(asked.tokens.begin(), asked.tokens.end(), [](const Token &token) {
                             return !token.is(Type::Word) || token.has(kPart | kConnector | kStop | kName);
                         });
    const bool dial = part || (asked.hints & (kDial | kNetwork | kNick));
    // «что, восемь тысяч?» asks for no number: he has one. «это не цена ведь?» asks for no price.
    return asked.digits == 0 && !dial && !(asked.hints & kNumeral) && (asked.hints & topics) && !announcesNumber(asked);
}

// Whether the other side asked for something else just before message `at`: "год?" — "2018".
bool isExplained(const std::vector<Said> &before, size_t at)
{
    return at > 0 && !before[at - 1].own && asksFor(before[at - 1].text, kDocument | kMoney | kUnit | kTime | kMonth);
}

// Whether he still answers the question for a document's number: «номер двигателя сверим» — "2AZ" — "8914" — "655".
bool answersInPieces(const std::vector<Said> &before)
{
    constexpr size_t kMost = 4; // messages
    constexpr qsizetype kShort = 12;
    size_t asking = before.size();
    while (asking > 0 && before[asking - 1].own && before.size() - asking < kMost && before[asking - 1].text.size() <= kShort)
        --asking;
    return asking > 0 && asking < before.size() && !before[asking - 1].own && asksFor(before[asking - 1].text, kDocument);
}

// Whether numbers stood just before the first piece of a chain too: then it is a window of some other row of numbers.
bool goesOnBefore(const std::vector<Piece> &pieces, const Piece &first, bool both, bool pureOnly)
{
    constexpr size_t kNear = 3; // messages
    for (size_t k = size_t(&first - pieces.data()) + 1; k < pieces.size(); ++k) {
        if ((pieces[k].own || both) && (!pureOnly || pieces[k].pure) && pieces[k].bare && !pieces[k].money)
            return pieces[k].message + kNear >= first.message;
    }
    return first.message == 0 && first.full;
}

// Three pieces or more that make a whole Russian mobile, trunk digit and all: no answer about anything else is its end.
bool isWholeMobile(const std::vector<const Piece *> &chain)
{
    constexpr size_t kPieces = 3;
    constexpr size_t kDigits = 11;
    std::string digits;
    for (const Piece *piece : chain)
        digits += piece->digits;
    return chain.size() >= kPieces && digits.size() == kDigits && phoneForm(digits, false).mobile && !isCounting(digits);
}

void hideSplit(Context &context, size_t first, size_t last)
{
    context.add(first, last, Kind::Phone, Reason::SplitMessages, true, 60);
}

// «тысяч», «это лот» alone, just after a number: it says what that was.
bool isUnitAlone(const Scan &scan)
{
    const quint64 telling = scan.words == 1 ? kTimes | kUnit : kDocument;
    return scan.digits == 0 && scan.words <= 2 && (scan.hints & telling) && !(scan.hints & (kNumeral | kDial | kNumber | kWink));
}

// «а начало?» — «8914»: the question says where the digits of the answer belong.
void placeAnswer(Piece &answer, const Piece &question)
{
    if (!answer.where && question.own != answer.own)
        answer.where = question.asksWhere;
}

// «1 350 готов отдать» — «1 380»: amounts that answer each other are prices.
void setHagglingAside(Piece &current, std::vector<Piece> &earlier)
{
    constexpr size_t kNear = 4; // messages
    // «8 924» begins a mobile
    const auto isPrice = [](const Piece &piece) {
        const bool trunk =
            piece.digits.size() == 4 && (piece.digits[0] == '8' || piece.digits[0] == '7') && piece.digits[1] == '9';
        return piece.amount && !trunk;
    };
    std::array<Piece *, 2> last{}; // of the other side and of his own
    const auto weigh = [&last, isPrice](Piece &piece) {
        if (!isPrice(piece))
            return;
        Piece *answer = last[piece.own ? 0 : 1];
        if (answer && piece.message + kNear >= answer->message && isHaggling({piece.digits, answer->digits})) {
            for (Piece *price : {answer, &piece})
                price->money = price->told.money = price->tail.money = true;
        }
        last[piece.own ? 1 : 0] = &piece;
    };
    weigh(current);
    for (Piece &piece : earlier)
        weigh(piece);
}

Told readTold(const Context &context, Piece &current, const std::vector<Said> &before)
{
    Told told;
    size_t next = before.size(); // the message behind the one that is read, when it is a piece
    told.reverse = context.scan.hints & kReverse;
    told.cue = current.cue;
    told.partWords = context.scan.hints & kPart;
    Scan scanned;
    bool amount = false; // what was said after the next older piece of his makes it one
    for (size_t k = before.size(); k-- > 0;) {
        scan(before[k].text, scanned);
        Piece piece = readPiece(scanned, before[k].own);
        if (before[k].own) {
            piece.money = piece.money || (piece.any && amount);
            amount = isUnitAlone(scanned);
        }
        const bool turned = before[k].own && (scanned.hints & kReverse);
        told.reverse = told.reverse || turned;
        told.typedTurned = told.typedTurned || (turned && (scanned.hints & (kDictate | kSearch | kNumber)));
        // Of the other side's, too: «говори хвост», "а код?"
        told.partWords = told.partWords || ((before[k].own || scanned.digits == 0) && (scanned.hints & kPart));
        if (piece.bare && piece.own && !piece.answers && !current.wink && isExplained(before, k))
            continue;
        told.cue = told.cue || (piece.own && piece.cue) || (!piece.own && piece.asks && !piece.any);
        if (next == k + 1)
            placeAnswer(told.pieces.empty() ? current : told.pieces.back(), piece);
        next = k;
        piece.message = k;
        piece.full = before.size() >= size_t(std::max(context.policy.recentMaxCount, 0));
        told.pieces.push_back(piece);
    }
    current.message = before.size();
    setHagglingAside(current, told.pieces);
    return told;
}

// Messages that hold little but digits. `explained`: the other side asked for something else just before.
bool takeBare(Context &context, const Piece &current, const Told &told, bool explained)
{
    enum class Take { Own, PureOwn, Both };
    for (const Take take : {Take::Own, Take::PureOwn, Take::Both}) {
        const bool both = take == Take::Both;
        if (explained && take != Take::Own)
            break;
        std::vector<const Piece *> chain{&current};
        size_t digits = current.digits.size();
        bool others = false;
        std::string said = current.digits;
        for (const Piece &piece : told.pieces) {
            if (!piece.bare || (piece.money && !current.wink))
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
            if (explained) {
                if (!isWholeMobile(chain) || goesOnBefore(told.pieces, piece, both, false))
                    continue;
                hideSplit(context, current.first, current.last);
                return true;
            }
            // «последние 20-47», «до них 655», «а начало 8914»: told from the end
            const bool turned = (told.partWords || told.reverse) && chain.size() > 1 && fitsTurned(chain);
            if (turned || (fitOf(chain, told) != Fit::No && !goesOnBefore(told.pieces, piece, both, take == Take::PureOwn))) {
                hideSplit(context, current.first, current.last);
                return true;
            }
        }
    }
    return false;
}

// «третье 41 36» — «первое 8950» — «второе 280»: every message says where its digits belong.
bool takeNumbered(Context &context, const Piece &current, const Told &told)
{
    constexpr size_t kFewest = 3;
    std::vector<const Piece *> parts{&current};
    for (const Piece &piece : told.pieces) {
        const auto isThere = [&piece](const Piece *part) { return part->place == piece.place; };
        if (piece.own && piece.place > 0 && std::none_of(parts.begin(), parts.end(), isThere))
            parts.push_back(&piece);
    }
    std::sort(parts.begin(), parts.end(), [](const Piece *a, const Piece *b) { return a->place < b->place; });
    if (parts.size() < kFewest)
        return false;
    std::string digits;
    std::vector<std::string> said;
    for (size_t k = 0; k < parts.size(); ++k) {
        if (parts[k]->place != int(k) + 1)
            return false;
        said.push_back(parts[k]->counted.empty() ? parts[k]->digits : parts[k]->counted);
        digits += said.back();
    }
    constexpr int kRare = 44;
    constexpr int kUsual = 34;
    const PhoneForm form = phoneForm(digits, parts.front()->plus);
    if (isCounting(digits))
        return false;
    // «913 раз» — «740 два» — «2681 три»: cut as numbers are, and no prices
    const bool cut = said[0].size() == 3 && said[1].size() == 3 && !isRound(said) && !isGrowing(said);
    const bool american = form.score > 0 && (said[1] == "555" || said.back()[0] == '0');
    if (!form.mobile && form.score < kRare && !(cut && (american || form.score >= kUsual)))
        return false;
    hideSplit(context, current.first, current.last);
    return true;
}

void findSplitNumber(Context &context, const std::vector<Said> &before)
{
    Piece current = readPiece(context.scan, true);
    if (!current.any)
        return;
    const Told told = readTold(context, current, before);
    const bool explained = isExplained(before, before.size()) || answersInPieces(before);
    const bool bare = current.bare && (!current.money || current.wink) && current.digits.size() < kPieceMaxDigits;
    if (bare && takeBare(context, current, told, explained))
        return;
    if (current.place > 0 && takeNumbered(context, current, told))
        return;
    auto span = findPlaced(current, told.pieces);
    if (!span.second)
        span = findAnnounced(current, told.pieces);
    if (!span.second)
        span = findChattered(current, told.pieces, told.cue, told.reverse, before);
    if (span.second)
        hideSplit(context, span.first, span.second - 1);
}
} // namespace

void findSplit(Context &context, QStringView text, const std::vector<Said> &before)
{
    findSplitNumber(context, before);
    if (context.spans.empty())
        findSplitAddress(context, text, before);
}

} // namespace cargo::contact_filter
