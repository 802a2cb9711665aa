#include "shared/domain/contact_filter/contact_filter.h"

#include "shared/domain/contact_filter/evidence.h"
#include "shared/domain/contact_filter/rules.h"
#include "shared/domain/contact_filter/split_rules.h"

#include <algorithm>

namespace cargo::contact_filter {

void Context::add(size_t firstToken, size_t lastToken, Kind kind, Reason reason, bool obfuscated, int score)
{
    std::fill(taken.begin() + qsizetype(firstToken), taken.begin() + qsizetype(lastToken) + 1, quint8(1));
    Span span;
    span.start = scan.tokens[firstToken].start;
    span.end = scan.tokens[lastToken].end;
    span.kind = kind;
    span.reason = reason;
    span.obfuscated = obfuscated;
    span.score = score;
    spans.push_back(span);
}

void findAllAddresses(Context &context)
{
    for (const Rule &rule : kAddressRules) {
        if (rule.mayHold(context.scan))
            rule.find(context);
    }
}

namespace {
void sortAndMerge(std::vector<Span> &spans)
{
    if (spans.size() < 2)
        return;
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
    size_t last = 0;
    for (size_t k = 1; k < spans.size(); ++k) {
        if (spans[k].start < spans[last].end) {
            spans[last].end = std::max(spans[last].end, spans[k].end);
            spans[last].obfuscated = spans[last].obfuscated || spans[k].obfuscated;
        } else {
            spans[++last] = spans[k];
        }
    }
    spans.resize(last + 1);
}

QString mask(const QString &text, const std::vector<Span> &spans)
{
    const QStringView sign(kMask);
    qsizetype size = text.size();
    for (const Span &span : spans)
        size += sign.size() - (span.end - span.start);
    QString masked(size, Qt::Uninitialized);
    QChar *out = masked.data();
    const QChar *from = text.constData();
    for (const Span &span : spans) {
        out = std::copy(from, text.constData() + span.start, out);
        out = std::copy(sign.begin(), sign.end(), out);
        from = text.constData() + span.end;
    }
    std::copy(from, text.constEnd(), out);
    return masked;
}

// A position in the masked text, in the text as written; inside a mask, the end of what it hides.
qsizetype unmasked(qsizetype position, const std::vector<Span> &spans)
{
    constexpr qsizetype kMaskSize = 3;
    for (const Span &span : spans) {
        if (position <= span.start)
            break;
        position = std::max(position, span.start + kMaskSize);
        position += span.end - span.start - kMaskSize;
    }
    return position;
}

// Numbers of the deal by their digits alone.
std::vector<QString> digitsOf(const std::vector<QString> &numbers)
{
    std::vector<QString> digits;
    for (const QString &number : numbers) {
        QString kept;
        std::copy_if(number.begin(), number.end(), std::back_inserter(kept), [](QChar c) { return c >= u'0' && c <= u'9'; });
        if (!kept.isEmpty())
            digits.push_back(kept);
    }
    return digits;
}

// What the other side asked for in the message just before.
quint64 askedBefore(const std::vector<Said> &before)
{
    if (before.empty() || before.back().own)
        return 0;
    Scan asked;
    scan(before.back().text, asked);
    if (asked.digits > 3 || asked.words > 10)
        return 0;
    const bool number = (asked.hints & kNumber) && !(asked.hints & kDocument); // «номер двигателя?» is another one
    return number || (asked.hints & kDial) ? quint64(kDial) : 0;
}

bool isHex(QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'); }

constexpr qsizetype kIdentifierShortest = 24;

// UUIDs and hashes are no numbers to dial, whatever their letters look like: long hexadecimal with letters all over. One that
// holds ten digits in a row is read as everything else.
bool isIdentifier(QStringView piece)
{
    constexpr qsizetype kUuidSize = 36;
    constexpr int kPhoneDigits = 10;
    int size = 0, letters = 0, dashes = 0, run = 0, longest = 0;
    for (const QChar c : piece) {
        if (c == u'-') {
            ++dashes;
            continue;
        }
        ++size;
        run = c.isDigit() ? run + 1 : 0;
        longest = std::max(longest, run);
        letters += c.isDigit() ? 0 : 1;
    }
    const bool isUuid = piece.size() == kUuidSize && dashes == 4 && piece[8] == u'-' && piece[13] == u'-' && piece[18] == u'-'
                        && piece[23] == u'-';
    return (isUuid || (dashes == 0 && size >= kIdentifierShortest)) && letters * 8 >= size && letters < size
           && longest < kPhoneDigits;
}

void setIdentifiersAside(Context &context, QStringView text)
{
    const auto belongs = [&](qsizetype i) { return isHex(text[i]) || text[i] == u'-'; };
    size_t t = 0; // tokens before it stand before `at`
    for (qsizetype at = 0; at + kIdentifierShortest <= text.size();) {
        // From the end of the shortest one: most texts are passed over in steps of its size.
        qsizetype end = at + kIdentifierShortest;
        qsizetype other = end - 1;
        while (other >= at && belongs(other))
            --other;
        if (other >= at || !isHex(text[at])) {
            at = std::max(at, other) + 1;
            continue;
        }
        while (end < text.size() && belongs(end))
            ++end;
        const bool alone = (at == 0 || !text[at - 1].isLetterOrNumber()) && (end == text.size() || !text[end].isLetterOrNumber());
        if (alone && isIdentifier(text.sliced(at, end - at))) {
            const auto &tokens = context.scan.tokens;
            while (t < tokens.size() && tokens[t].end <= at)
                ++t;
            for (size_t k = t; k < tokens.size() && tokens[k].start < end; ++k)
                context.taken[k] = 1;
        }
        at = end;
    }
}

// Whether the masked text may hold something more: whether anything but plain words stands outside the spans, and whether what
// stands there is enough for any rule.
bool leavesMore(const Scan &scan, const std::vector<Span> &spans)
{
    constexpr quint64 kTelling = kNumeral | kNetwork | kNick | kEvery | kProvider | kMailbox | kQuoteName | kSign | kSearch | kMap
                                 | kDictate | kDouble | kInvite;
    constexpr quint32 kLongWord = 9;
    constexpr int kFewestLetters = 3; // told one at a time they may make words or a name
    Presence left;
    left.signs = int(spans.size() * QStringView(kMask).size());
    bool telling = false;
    int letters = 0;
    size_t at = 0;
    for (const Token &token : scan.tokens) {
        while (at < spans.size() && spans[at].end <= qsizetype(token.start))
            ++at;
        if (at < spans.size() && qsizetype(token.end) > spans[at].start)
            continue;
        left.count(token);
        const bool word = token.is(Token::Type::Word);
        const bool plain = token.isGap() || token.isSign(u',') || token.isSign(u')') || token.isSign(u'(') || token.isSign(u'!');
        telling = telling
                  || (!plain
                      && (!word || token.size < 2 || token.has(kTelling)
                          || (!token.word && (token.size > kLongWord || token.is(Token::Latin)))));
        if (word && (token.size == 1 || token.is(Token::Spelled)))
            letters += int(token.size);
        else if (word && namesLetter(scan.text(token)))
            ++letters;
    }
    left.hasLayout = scan.hasLayout;
    return telling
           && (letters >= kFewestLetters || (left.hints & kLatin) || mayHoldAddresses(left) || mayHoldTurned(left)
               || mayHoldHandles(left) || mayHoldSearchHints(left) || mayHoldAcrostics(left) || mayHoldPhones(left));
}

std::vector<Span> findAll(const QString &text, const Input &input, const std::vector<Said> &before,
                          const std::vector<QString> &known, bool *more)
{
    thread_local Scan scanned; // keeps its memory from message to message
    scan(text, scanned);
    thread_local std::vector<quint8> taken;
    taken.assign(scanned.tokens.size(), 0);
    Context context{scanned, input.policy, known, 0, {}, std::move(taken)};
    if (scanned.digits > 0 && text.size() >= kIdentifierShortest)
        setIdentifiersAside(context, text);
    findAllAddresses(context);
    if (kPhoneRule.mayHold(scanned)) {
        context.before = askedBefore(before);
        kPhoneRule.find(context);
    }
    if (context.spans.empty() && !before.empty() && mayBePartOfContact(text))
        findSplit(context, text, before);
    sortAndMerge(context.spans);
    taken = std::move(context.taken);
    *more = !context.spans.empty() && leavesMore(scanned, context.spans);
    return std::move(context.spans);
}

// What is left after masking may read differently than before; it is looked at again until nothing is found.
std::vector<Span> findUntilClean(const Input &input, const std::vector<Said> &before)
{
    constexpr int kRounds = 8;
    const std::vector<QString> known = digitsOf(input.known);
    bool again = false;
    std::vector<Span> spans = findAll(input.text, input, before, known, &again);
    for (int round = 0; again; ++round) {
        std::vector<Span> more = findAll(mask(input.text, spans), input, {}, known, &again);
        if (more.empty())
            break;
        if (round == kRounds) { // hostile text: all from the first to the last
            more = {spans.front()};
            more.front().end = std::max(spans.back().end, input.text.size());
            more.front().start = 0;
            return more;
        }
        for (Span &span : more) {
            span.end = unmasked(span.end, spans);
            span.start = unmasked(span.start, spans);
        }
        spans.insert(spans.end(), more.begin(), more.end());
        sortAndMerge(spans);
    }
    return spans;
}

std::vector<Said> conversationOf(const Input &input)
{
    std::vector<Said> before;
    if (!input.policy.joinMessages)
        return before;
    const auto last = size_t(std::max(input.policy.recentMaxCount, 0));
    if (!input.conversation.empty()) {
        before.assign(input.conversation.end() - qsizetype(std::min(last, input.conversation.size())), input.conversation.end());
        return before;
    }
    for (size_t k = input.recent.size() - std::min(last, input.recent.size()); k < input.recent.size(); ++k)
        before.push_back({input.recent[k], true});
    return before;
}
} // namespace

Verdict inspect(const Input &input)
{
    Verdict verdict;
    if (input.policy.enabled)
        verdict.spans = findUntilClean(input, conversationOf(input));
    if (verdict.spans.empty()) {
        verdict.masked = input.text;
        return verdict;
    }
    verdict.masked = mask(input.text, verdict.spans);
    quint32 kinds = 0;
    for (const Span &span : verdict.spans)
        kinds |= 1u << quint32(span.kind);
    for (size_t kind = 0; kind < kKindWords.words.size(); ++kind) {
        if (kinds & (1u << kind))
            verdict.kinds.push_back(Kind(kind));
    }
    for (const Span &span : verdict.spans) {
        verdict.contactAttempts += span.obfuscated ? 2 : 1;
        verdict.obfuscated = verdict.obfuscated || span.obfuscated;
    }
    return verdict;
}

QString withoutContacts(const QString &text, Place place)
{
    Input input;
    input.text = text;
    input.policy.place = place;
    return inspect(input).masked;
}

bool mayBePartOfContact(QStringView text)
{
    constexpr int kWordsMax = 6;
    constexpr int kNumeralLetters = 10;
    Scan scanned;
    scan(text, scanned);
    if (scanned.digits > 0 || (scanned.hints & (kNumeral | kSign)) || scanned.longest >= kNumeralLetters)
        return true;
    if (scanned.words == 0 || scanned.words > kWordsMax)
        return false;
    // Letters told one by one.
    if (std::all_of(scanned.tokens.begin(), scanned.tokens.end(),
                    [](const Token &token) { return !token.is(Token::Type::Word) || token.size == 1; }))
        return true;
    // «Колесов Авто Владивосток» after «загугли»
    const bool named = scanned.words <= 4 && std::all_of(scanned.tokens.begin(), scanned.tokens.end(), [](const Token &token) {
                           return !token.is(Token::Type::Word) || token.is(Token::Upper);
                       });
    if (named)
        return true;
    // A name or a piece of an address: one word, a Latin one, or signs of addresses.
    return scanned.words <= 2 || scanned.cyrillic < scanned.words || scanned.hasSigns();
}

std::vector<const char *> explain(const Span &span)
{
    std::vector<const char *> names;
    for (size_t k = 0; k < kWeights.size(); ++k) {
        if (span.evidence & (1ull << k))
            names.push_back(kWeights[k].name);
    }
    return names;
}

std::vector<std::pair<qsizetype, qsizetype>> toCodePoints(QStringView text, const std::vector<Span> &spans)
{
    std::vector<std::pair<qsizetype, qsizetype>> points;
    qsizetype unit = 0;
    qsizetype point = 0;
    const auto advance = [&](qsizetype to) {
        while (unit < to) {
            unit += text.at(unit).isHighSurrogate() && unit + 1 < text.size() && text.at(unit + 1).isLowSurrogate() ? 2 : 1;
            ++point;
        }
        return point;
    };
    for (const Span &span : spans) {
        const qsizetype start = advance(span.start);
        points.emplace_back(start, advance(span.end));
    }
    return points;
}

} // namespace cargo::contact_filter
