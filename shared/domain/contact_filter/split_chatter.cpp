#include "shared/domain/contact_filter/split_chatter.h"

#include "shared/domain/contact_filter/phone_formats.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
// Whether the other side asked about something just before message `at`: «код ворот?» — "8962". What asks for more of a number
// («дальше?», «и?») is no such question.
bool answersQuestion(const std::vector<Said> &before, size_t at, const Piece &piece)
{
    if (!piece.wordless || piece.answers || at == 0 || before[at - 1].own)
        return false;
    Scan asked;
    scan(before[at - 1].text, asked);
    // «а 916 555 что-то?»
    constexpr int kHeld = 3;
    if ((asked.hints & (kDial | kPart | kNick)) || asked.digits >= kHeld)
        return false;
    bool topic = false;
    bool question = false;
    for (const Token &token : asked.tokens) {
        topic = topic
                || (token.is(Token::Type::Word) && token.size > 2
                    && !token.has(kConnector | kName | kStop | kAsk | kDictate | kNumber | kNumeral));
        question = question || token.isSign(u'?');
    }
    return topic && question;
}

// Whether the pieces end where people cut numbers: 8 962 230 17 05, 962 230 1705, pairs.
bool isAligned(const std::vector<std::string> &parts, size_t digits)
{
    const bool pairs = std::all_of(parts.begin(), parts.end(), [](const std::string &part) { return part.size() % 2 == 0; });
    if (digits == 10 && pairs)
        return true;
    constexpr size_t kNational = 10; // 0700 412 986
    const size_t trunk = digits == 11 || (digits == kNational && parts.front().size() == 4 && parts.front()[0] == '0') ? 1 : 0;
    size_t at = 0;
    for (size_t k = 0; k + 1 < parts.size(); ++k) {
        at += parts[k].size();
        const size_t inside = at - trunk;
        if (inside != 0 && inside != 3 && inside != 6 && inside != 8 && !(trunk && inside == 1) && inside != 7)
            return false;
    }
    return true;
}

// A piece of a chain, and which of its sentences are heard.
struct Heard
{
    const Piece *piece = nullptr;
    const Telling *telling = nullptr;

    const Piece *operator->() const { return piece; }
    const std::string &digits() const { return telling->digits; }
};

struct Chain
{
    std::vector<Heard> pieces; // oldest first
    std::vector<std::string> parts;
    std::string digits;
    bool both = false;
    bool asked = false; // the other side asks for what is missing

    void prepend(const Heard &piece)
    {
        pieces.insert(pieces.begin(), piece);
        both = both || !piece->own;
        asked = asked || (!piece->own && (piece->question || piece->part || (piece->cue && piece.digits().size() > 4)));
        parts.clear();
        digits.clear();
        for (size_t k = 0; k < pieces.size(); ++k) {
            std::string told = pieces[k].digits();
            const Telling *next = k + 1 < pieces.size() ? pieces[k + 1].telling : nullptr;
            if (pieces[k].telling->hundreds && next && next->words && next->firstSize < 3 && next->digits[0] != '0')
                told.resize(told.size() - next->firstSize);
            digits += told;
            parts.push_back(told);
        }
    }
};

bool isNumber(const Chain &chain, bool cue, bool reverse)
{
    const size_t n = chain.pieces.size();
    if (n < 2 || isCounting(chain.digits) || isNumbering(chain.parts))
        return false;
    const std::string turned(chain.digits.rbegin(), chain.digits.rend());
    if (reverse && !chain.both && phoneForm(turned, false).mobile)
        return true;
    // «в конце 83», «перед ним 70», «и первые 8996»
    std::string backwards;
    bool part = false;
    for (auto piece = chain.pieces.rbegin(); piece != chain.pieces.rend(); ++piece) {
        backwards += piece->digits();
        part = part || (*piece)->part;
    }
    if (part && !chain.both && n >= 3 && phoneForm(backwards, chain.pieces.back()->plus).mobile)
        return true;
    // «ладно, 60» between the pieces of the other's number is a price.
    const bool dictates = chain.pieces.front()->own;
    if (std::any_of(chain.pieces.begin(), chain.pieces.end(), [dictates](const Heard &piece) {
            return piece->own != dictates && !piece->pure && !piece->question && !piece->cue;
        }))
        return false;
    size_t sure = 0;
    bool amount = false;
    bool money = false;
    bool words = true;
    for (const Heard &piece : chain.pieces) {
        const std::string &told = piece.digits();
        sure += piece.telling->clear || piece->cue || (piece->question && !piece->own) ? 1 : 0;
        const bool trunk = told.size() == 4 && (told[0] == '8' || told[0] == '7'); // "8 951"
        amount = amount || (piece.telling->amount && !piece->cue && !trunk && !(piece->question && !piece->own));
        money = money || piece.telling->money;
        words = words && piece.telling->words;
    }
    const PhoneForm form = phoneForm(chain.digits, chain.pieces.front()->plus);
    const bool aligned = isAligned(chain.parts, chain.digits.size());
    const bool plus = chain.pieces.front()->plus;
    if (!plus && isHaggling(chain.parts) && !cue)
        return false;
    // «девятьсот шестьдесят два», «двести тридцать», «семнадцать»: the rest comes
    const bool begins =
        words && sure == n && n >= 3 && !chain.both && chain.digits.size() == 8 && chain.digits[0] == '9' && aligned;
    if (begins)
        return true;
    constexpr int kRare = 44;
    constexpr int kUsual = 30;
    constexpr int kWeak = 14;
    if (form.score >= kRare) {
        if (n >= 3)
            return (form.mobile || plus || sure + 1 >= n) && (!amount || cue);
        return cue && sure == n && (aligned || chain.both);
    }
    if (amount && !cue)
        return false;
    const bool mobile = form.score >= kUsual && (form.mobile || form.score >= 34);
    const bool enough = n >= 3 ? sure + 1 >= n && (aligned || cue) && (!chain.both || cue || chain.asked)
                               : sure == n && aligned && (chain.both ? chain.asked : cue);
    if (mobile && enough)
        return true;
    // "0 700" — "46 12" — "85": no price begins with a zero.
    const bool trunk = chain.digits[0] == '0' && chain.parts.front().size() > 2 && n >= 3;
    const bool shape = (trunk || chain.parts.back().size() == 4) && aligned && !isGrowing(chain.parts) && !isRound(chain.parts);
    const bool abroad = trunk && chain.pieces.front()->abroad;
    return form.score >= kWeak && sure == n && !money && (cue || chain.asked || abroad)
           && (n >= 3 || chain.parts.back()[0] == '0') && shape;
}

// How the pieces of a conversation are heard.
struct Hearing
{
    bool both = false;    // of both sides
    bool written = false; // without those in words
    bool tail = false;    // only the last sentence of a message
};

// Whether the pieces up to the current message make a number, heard so.
bool findsNumber(const Piece &current, const std::vector<Piece> &earlier, bool cue, bool reverse, const std::vector<Said> &before,
                 Hearing hearing)
{
    constexpr size_t kMost = 15;
    constexpr size_t kNear = 3; // messages
    Chain chain;
    chain.prepend({&current, &hear(current, hearing.tail)});
    const Telling &now = *chain.pieces.front().telling;
    if (now.digits.empty() || (now.money && !current.wink) || (hearing.written && now.words))
        return false;
    std::vector<Heard> others;
    bool part = current.part; // «цена 902» — «дальше 555»
    for (const Piece &piece : earlier) {
        part = part || (piece.own && piece.part);
        const Heard heard{&piece, &hear(piece, hearing.tail)};
        const bool echo = !piece.own && now.digits.find(heard.digits()) != std::string::npos;
        if (!heard.digits().empty() && (piece.own || (hearing.both && !echo)) && (!heard.telling->money || current.wink || part)
            && !(hearing.written && heard.telling->words) && (current.wink || !answersQuestion(before, piece.message, piece)))
            others.push_back(heard);
    }
    for (size_t k = 0; k < others.size(); ++k) {
        if (chain.digits.size() + others[k].digits().size() > kMost)
            break;
        chain.prepend(others[k]);
        // Numbers just before: a window of some other row.
        const bool goesOn = k + 1 < others.size() ? others[k + 1]->message + kNear >= others[k]->message
                                                  : others[k]->message == 0 && others[k]->full;
        if ((!goesOn || (cue && chain.pieces.front()->cue)) && isNumber(chain, cue || current.wink, reverse))
            return true;
    }
    return false;
}
} // namespace

std::pair<size_t, size_t> findChattered(const Piece &current, const std::vector<Piece> &earlier, bool cue, bool reverse,
                                        const std::vector<Said> &before)
{
    if (hear(current, true).digits.empty() || answersQuestion(before, before.size(), current))
        return {0, 0};
    const auto hasTail = [](const Piece &piece) { return !piece.tail.digits.empty(); };
    const bool tails = hasTail(current) || std::any_of(earlier.begin(), earlier.end(), hasTail);
    for (const bool tail : {false, true}) {
        if (tail && !tails)
            break;
        for (const bool both : {false, true}) {
            for (const bool written : {false, true}) {
                if (!findsNumber(current, earlier, cue, reverse, before, {both, written, tail}))
                    continue;
                const Telling &telling = hear(current, tail);
                return {telling.first, telling.last + 1};
            }
        }
    }
    return {0, 0};
}

} // namespace cargo::contact_filter
