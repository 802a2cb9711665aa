#include "shared/domain/contact_filter/split_pieces.h"
#include "shared/domain/contact_filter/split_rules.h"

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
