#include "shared/domain/contact_filter/lexicon.h"
#include "shared/domain/contact_filter/rules.h"

#include <QStringList>

#include <algorithm>

namespace cargo::contact_filter {

namespace {
constexpr qsizetype kPhoneMaxDigits = 15;
constexpr qsizetype kPhoneMinDigits = 7;
constexpr size_t kGapMaxTokens = 6;
constexpr size_t kAroundMaxTokens = 16;

// A group of digits with what stands before it.
struct Group
{
    QString digits;
    size_t first; // tokens
    size_t last;
    bool tightBefore = false;  // joined to the group before by a single sign: 11:45, 42.8912
    bool fillerBefore = false; // the same odd word stands between all groups
    bool plus = false;
    bool bracket = false;
    bool spelled = false;
    bool odd = false;
};

// Which tokens stand inside spans; both come in order.
std::vector<quint8> takenTokens(const std::vector<Token> &tokens, std::vector<Span> spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
    std::vector<quint8> taken(tokens.size(), 0);
    size_t at = 0;
    for (size_t i = 0; i < tokens.size(); ++i) {
        while (at < spans.size() && spans[at].end <= tokens[i].start)
            ++at;
        taken[i] = at < spans.size() && spans[at].start < tokens[i].end ? 1 : 0;
    }
    return taken;
}

// Number words join as they are spoken: 900 + 90 + 6.
void joinSpoken(QString &digits, int &rank, const Token &token)
{
    const auto keep = [&](qsizetype zeros) { digits.chop(zeros); };
    if (rank == 3 && (token.numberRank == 2 || token.numberRank == 4))
        keep(2);
    else if (rank == 3 && token.numberRank == 1)
        keep(1);
    else if (rank == 2 && token.numberRank == 1 && token.digits != u"0")
        keep(1);
    digits += token.digits;
}

bool joinable(int rank, const Token &token)
{
    if (token.numberRank == 0)
        return false;
    return (rank == 3 && (token.numberRank == 2 || token.numberRank == 4 || (token.numberRank == 1 && token.digits != u"0")))
           || (rank == 2 && token.numberRank == 1 && token.digits != u"0");
}

// Reads one maximal run of digit groups from token `at`; returns the token after it.
size_t readRun(const std::vector<Token> &tokens, const std::vector<quint8> &taken, size_t at, std::vector<Group> &groups)
{
    groups.clear();
    int rank = 0;
    size_t i = at;
    size_t gapStart = at;
    size_t end = at;
    QString filler;
    bool tight = false;
    bool fillerBefore = false;
    while (i < tokens.size()) {
        const Token &token = tokens[i];
        if (taken[i])
            break;
        if (token.hasDigits()) {
            const bool glued = !groups.empty() && gapStart == i;
            if (!groups.empty() && rank && joinable(rank, token)) {
                joinSpoken(groups.back().digits, rank, token);
                groups.back().last = i;
            } else if (glued && !token.spelled && !tokens[i - 1].numberRank) {
                groups.back().digits += token.digits;
                groups.back().last = i;
            } else if (glued && token.spelled && !token.numberRank) {
                groups.back().digits += token.digits;
                groups.back().last = i;
            } else {
                groups.push_back({token.digits, i, i, tight, fillerBefore});
                const size_t p = i;
                groups.back().plus = p > 0 && tokens[p - 1].isSign(u'+');
                groups.back().bracket = p > 0 && tokens[p - 1].isSign(u'(');
            }
            groups.back().spelled = groups.back().spelled || token.spelled;
            groups.back().odd = groups.back().odd || token.odd;
            rank = token.numberRank;
            end = ++i;
            gapStart = i;
            tight = fillerBefore = false;
            continue;
        }
        // The gap: blanks, line breaks, signs, or always the same filler word.
        if (i - gapStart >= kGapMaxTokens)
            break;
        if (token.isLetters()) {
            const bool hasNext = i + 1 < tokens.size();
            if (!hasNext || isUnit(token.text) || (!filler.isEmpty() && filler != token.text) || token.text.size() > 12)
                break;
            filler = token.text;
            fillerBefore = true;
        } else if (token.type == Token::Type::Sign) {
            static const QString kJoins = QStringLiteral("-.()+,#/*_~–—…:;|\\'\"[]{}·");
            if (!kJoins.contains(token.text))
                break;
            tight = gapStart == i && i + 1 < tokens.size() && tokens[i + 1].hasDigits() && !token.isSign(u'-')
                    && !token.isSign(u'(') && !token.isSign(u')') && !token.isSign(u'#') && !token.isSign(u'_');
        }
        ++i;
    }
    return std::max(end, at + 1);
}

bool hasCountryCode(QStringView d)
{
    static const std::vector<QLatin1String> kCodes = {
        QLatin1String("7"),   QLatin1String("1"),   QLatin1String("81"),  QLatin1String("82"),  QLatin1String("86"),
        QLatin1String("49"),  QLatin1String("44"),  QLatin1String("33"),  QLatin1String("39"),  QLatin1String("34"),
        QLatin1String("48"),  QLatin1String("370"), QLatin1String("371"), QLatin1String("372"), QLatin1String("375"),
        QLatin1String("380"), QLatin1String("971"), QLatin1String("972"), QLatin1String("974"), QLatin1String("976"),
        QLatin1String("992"), QLatin1String("993"), QLatin1String("994"), QLatin1String("995"), QLatin1String("996"),
        QLatin1String("998"), QLatin1String("374"), QLatin1String("852"), QLatin1String("886"), QLatin1String("90"),
        QLatin1String("91"),  QLatin1String("66"),  QLatin1String("65"),  QLatin1String("84"),  QLatin1String("31"),
        QLatin1String("32"),  QLatin1String("41"),  QLatin1String("43"),  QLatin1String("46"),  QLatin1String("47"),
        QLatin1String("358"), QLatin1String("420"), QLatin1String("61"),  QLatin1String("966"), QLatin1String("968")};
    return std::any_of(kCodes.begin(), kCodes.end(), [d](QLatin1String code) { return d.startsWith(code); });
}

struct Around
{
    bool dial = false; // звони, whatsapp: stronger than what the number is said to be
    bool call = false; // the same, or just «номер»
    bool document = false;
    bool unitAfter = false;
    bool reversed = false;
};

Around lookAround(const std::vector<Token> &tokens, size_t first, size_t last)
{
    Around around;
    int words = 0;
    const size_t lowest = first > kAroundMaxTokens ? first - kAroundMaxTokens : 0;
    const size_t highest = std::min(tokens.size(), last + 1 + kAroundMaxTokens);
    for (size_t i = first; i-- > lowest && words < 4;) {
        if (!tokens[i].isLetters())
            continue;
        ++words;
        around.dial = around.dial || isDialHint(tokens[i].text);
        around.call = around.call || around.dial || isNumberHint(tokens[i].text);
        around.document = around.document || (words <= 3 && isDocument(tokens[i].text));
        around.reversed = around.reversed || isReversedHint(tokens[i].text);
    }
    words = 0;
    for (size_t i = last + 1; i < highest && words < 4; ++i) {
        if (!tokens[i].isLetters()) {
            const bool money = tokens[i].isSign(u'₽') || tokens[i].isSign(u'$') || tokens[i].isSign(u'€')
                               || tokens[i].isSign(u'¥') || tokens[i].isSign(u'₩') || tokens[i].isSign(u'%');
            around.unitAfter = around.unitAfter || (money && words == 0);
            continue;
        }
        ++words;
        around.unitAfter = around.unitAfter || (words == 1 && isUnit(tokens[i].text));
        around.dial = around.dial || tokens[i].text.startsWith(QStringLiteral("звон"));
        around.call = around.call || around.dial;
        around.reversed = around.reversed || isReversedHint(tokens[i].text);
    }
    return around;
}

// 0: no phone; higher is surer.
int rate(const std::vector<Group> &groups, size_t from, size_t to, const QString &digits, const Around &around)
{
    const qsizetype n = digits.size();
    if (around.unitAfter)
        return 0;
    if (groups[from].plus && hasCountryCode(digits) && n >= 9)
        return 5;
    if (around.document && !around.dial)
        return 0;
    const QChar second = n > 1 ? digits.at(1) : QChar();
    if (n == 11 && (digits.at(0) == u'8' || digits.at(0) == u'7') && (second == u'9' || second == u'3' || second == u'4'))
        return 4;
    const bool priceShape = to > from && to - from == 3 && groups[from].digits.size() == 1 && groups[from + 1].digits.size() == 3
                            && groups[from + 2].digits.size() == 3 && groups[to].digits.size() == 3;
    if (n == 10 && digits.at(0) == u'9' && (!priceShape || around.call))
        return 3;
    if (n == 10 && groups[from].bracket && groups[from].digits.size() == 3)
        return 3;
    if (n == 11 && around.reversed && (digits.back() == u'8' || digits.back() == u'7') && digits.at(9) == u'9')
        return 3;
    if (around.call && n >= kPhoneMinDigits && n <= 13 && !priceShape && (to > from || n >= 9))
        return 1;
    return 0;
}

bool mayStart(const std::vector<Token> &tokens, const std::vector<Group> &groups, size_t index)
{
    const Group &group = groups[index];
    if (index > 0 && (group.tightBefore || group.fillerBefore))
        return false;
    // "RP3-1207744": digits glued to letters that are no digits.
    const size_t before = group.first;
    return before == 0 || !tokens[before - 1].isLetters() || tokens[before - 1].hasDigits();
}

bool mayEnd(const std::vector<Token> &tokens, const std::vector<Group> &groups, size_t index)
{
    if (index + 1 < groups.size() && groups[index + 1].tightBefore)
        return false;
    const size_t after = groups[index].last + 1;
    return after >= tokens.size() || !tokens[after].isLetters() || tokens[after].hasDigits();
}
} // namespace

bool looksLikePhone(QStringView digits, bool plus)
{
    const qsizetype n = digits.size();
    if (plus)
        return n >= 10 && n <= kPhoneMaxDigits && hasCountryCode(digits);
    if (n == 11)
        return (digits.at(0) == u'8' || digits.at(0) == u'7')
               && (digits.at(1) == u'9' || digits.at(1) == u'3' || digits.at(1) == u'4');
    return n == 10 && digits.at(0) == u'9';
}

void findPhones(const std::vector<Token> &tokens, const std::vector<Span> &takenSpans, std::vector<Span> &spans)
{
    const std::vector<quint8> taken = takenTokens(tokens, takenSpans);
    std::vector<Group> groups;
    for (size_t at = 0; at < tokens.size();) {
        if (!tokens[at].hasDigits() || taken[at]) {
            ++at;
            continue;
        }
        const size_t runEnd = readRun(tokens, taken, at, groups);
        for (size_t from = 0; from < groups.size();) {
            int best = 0;
            size_t bestTo = from;
            QString digits;
            int fillers = 0;
            for (size_t to = from; mayStart(tokens, groups, from) && to < groups.size(); ++to) {
                if (to > from && groups[to].plus && groups[to].digits.size() > 0 && from != to && !groups[to].tightBefore
                    && digits.size() >= kPhoneMinDigits)
                    break;
                digits += groups[to].digits;
                fillers += to > from && groups[to].fillerBefore ? 1 : 0;
                if (digits.size() > kPhoneMaxDigits)
                    break;
                if (digits.size() < kPhoneMinDigits || !mayEnd(tokens, groups, to) || (fillers > 0 && fillers < 3))
                    continue;
                const int rating = rate(groups, from, to, digits, lookAround(tokens, groups[from].first, groups[to].last));
                if (rating > best || (rating == best && rating == 5)) {
                    best = rating;
                    bestTo = to;
                }
            }
            if (best == 0) {
                ++from;
                continue;
            }
            const Group &first = groups[from];
            size_t startToken = first.first;
            if (first.plus || first.bracket)
                --startToken;
            if (startToken > 0 && tokens[startToken - 1].isSign(u'+') && first.bracket)
                --startToken;
            bool disguised = fillers > 0;
            for (size_t g = from; g <= bestTo; ++g)
                disguised = disguised || groups[g].spelled || groups[g].odd;
            const Reason reason = disguised ? Reason::PhoneDisguised : best == 1 ? Reason::PhoneHinted : Reason::PhonePlain;
            spans.push_back({tokens[startToken].start, tokens[groups[bestTo].last].end, Kind::Phone, reason, disguised});
            from = bestTo + 1;
        }
        at = runEnd;
    }
}

void findSplit(const std::vector<Token> &tokens, const std::vector<QString> &recent, std::vector<Span> &spans)
{
    // A message counts as a part when it holds little but digits.
    const auto partOf = [](const std::vector<Token> &list, size_t *first, size_t *last) {
        QString digits;
        int others = 0;
        int rank = 0;
        bool any = false;
        for (size_t i = 0; i < list.size(); ++i) {
            const Token &token = list[i];
            if (token.hasDigits()) {
                if (rank && joinable(rank, token))
                    joinSpoken(digits, rank, token);
                else
                    digits += token.digits;
                rank = token.numberRank;
                if (!any)
                    *first = i;
                *last = i;
                any = true;
            } else if (token.isLetters()) {
                if (isUnit(token.text) || isDocument(token.text))
                    return QString();
                ++others;
            }
        }
        return others > 3 ? QString() : digits;
    };
    size_t first = 0;
    size_t last = 0;
    QString digits = partOf(tokens, &first, &last);
    if (digits.isEmpty() || digits.size() >= kPhoneMaxDigits)
        return;
    for (size_t i = recent.size(); i-- > 0;) {
        size_t ignoredFirst = 0;
        size_t ignoredLast = 0;
        const QString part = partOf(tokenize(recent[i]), &ignoredFirst, &ignoredLast);
        digits.prepend(part);
        if (digits.size() > kPhoneMaxDigits)
            return;
        if (!part.isEmpty() && looksLikePhone(digits, recent[i].contains(QChar(u'+')))) {
            spans.push_back({tokens[first].start, tokens[last].end, Kind::Phone, Reason::SplitMessages, true});
            return;
        }
    }
}

} // namespace cargo::contact_filter
