#include "shared/domain/contact_filter/contact_filter.h"

#include "shared/domain/contact_filter/lexicon.h"
#include "shared/domain/contact_filter/rules.h"

#include <algorithm>

namespace cargo::contact_filter {

namespace {
void sortAndMerge(std::vector<Span> &spans)
{
    std::sort(spans.begin(), spans.end(), [](const Span &a, const Span &b) { return a.start < b.start; });
    std::vector<Span> merged;
    for (const Span &span : spans) {
        if (!merged.empty() && span.start < merged.back().end) {
            merged.back().end = std::max(merged.back().end, span.end);
            merged.back().obfuscated = merged.back().obfuscated || span.obfuscated;
        } else {
            merged.push_back(span);
        }
    }
    spans = std::move(merged);
}

QString mask(const QString &text, const std::vector<Span> &spans)
{
    QString masked;
    qsizetype at = 0;
    for (const Span &span : spans) {
        masked += QStringView(text).sliced(at, span.start - at);
        masked += QStringView(kMask);
        at = span.end;
    }
    return masked + QStringView(text).sliced(at);
}

// «в телеграме» … "batumi": a lone name after a message that ended with a network's name.
void findNameAfterNetwork(const std::vector<Token> &tokens, const std::vector<QString> &recent, std::vector<Span> &spans)
{
    const auto isWord = [](const Token &t) { return t.isLetters(); };
    if (recent.empty() || std::count_if(tokens.begin(), tokens.end(), isWord) != 1)
        return;
    const auto name = std::find_if(tokens.begin(), tokens.end(), isWord);
    const std::vector<Token> before = tokenize(recent.back());
    const auto last = std::find_if(before.rbegin(), before.rend(), isWord);
    if (last == before.rend() || !name->isLatin() || name->text.size() < 4 || name->numberRank)
        return;
    const Network network = networkOf(last->text);
    if (network == Network::Telegram || network == Network::Other)
        spans.push_back({name->start, name->end, network == Network::Telegram ? Kind::Telegram : Kind::AddressOther,
                         Reason::SplitMessages, true});
}

// A position in the masked text, in the text as written. Spans hold no mask, so it stands between them.
qsizetype unmasked(qsizetype position, const std::vector<Span> &spans)
{
    for (const Span &span : spans) {
        if (position <= span.start)
            break;
        position += span.end - span.start - QStringView(kMask).size();
    }
    return position;
}

std::vector<QString> lastOf(const std::vector<QString> &recent, int maxCount)
{
    const auto count = std::min(recent.size(), size_t(std::max(maxCount, 0)));
    return {recent.end() - qsizetype(count), recent.end()};
}

std::vector<Span> findAll(const QString &text, const std::vector<QString> &recent)
{
    const std::vector<Token> tokens = tokenize(text);
    std::vector<Span> spans;
    findAddresses(tokens, spans);
    const std::vector<Span> taken = spans;
    findPhones(tokens, taken, spans);
    if (spans.empty() && !recent.empty()) {
        findSplit(tokens, recent, spans);
        findNameAfterNetwork(tokens, recent, spans);
    }
    sortAndMerge(spans);
    return spans;
}

// What is left after masking may read differently than before; it is looked at again until nothing is found.
std::vector<Span> findUntilClean(const QString &text, const std::vector<QString> &recent)
{
    constexpr int kRounds = 6;
    std::vector<Span> spans = findAll(text, recent);
    for (int round = 0; round < kRounds && !spans.empty(); ++round) {
        std::vector<Span> more = findAll(mask(text, spans), {});
        if (more.empty())
            break;
        for (Span &span : more) {
            span.end = unmasked(span.end, spans);
            span.start = unmasked(span.start, spans);
        }
        spans.insert(spans.end(), more.begin(), more.end());
        sortAndMerge(spans);
    }
    return spans;
}
} // namespace

Verdict inspect(const Input &input)
{
    Verdict verdict;
    verdict.masked = input.text;
    if (!input.policy.enabled)
        return verdict;
    const std::vector<QString> recent =
        input.policy.joinMessages ? lastOf(input.recent, input.policy.recentMaxCount) : std::vector<QString>();
    verdict.spans = findUntilClean(input.text, recent);
    if (verdict.spans.empty())
        return verdict;
    verdict.masked = mask(input.text, verdict.spans);
    for (const Kind kind : kKindWords.all()) {
        if (std::any_of(verdict.spans.begin(), verdict.spans.end(), [kind](const Span &s) { return s.kind == kind; }))
            verdict.kinds.push_back(kind);
    }
    for (const Span &span : verdict.spans) {
        verdict.contactAttempts += span.obfuscated ? 2 : 1;
        verdict.obfuscated = verdict.obfuscated || span.obfuscated;
    }
    return verdict;
}

bool mayBePartOfContact(QStringView text)
{
    const std::vector<Token> tokens = tokenize(text);
    int words = 0;
    for (const Token &token : tokens) {
        if (token.hasDigits())
            return true;
        words += token.isLetters() ? 1 : 0;
    }
    return words == 1;
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
