#include "server/assistant/pick_quote.h"

#include "server/providers/search/text_analysis.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace cargo::assistant {

namespace {
constexpr qsizetype kQuoteMaxChars = 220;
constexpr qsizetype kBeforeMark = 60;

struct Found
{
    qsizetype start;
    qsizetype end;
    QString stem;
};

bool endsSentence(QStringView text, qsizetype at)
{
    const QChar sign = text[at];
    if (sign == u'\n' || sign == u'!' || sign == u'?' || sign == u';')
        return true;
    return sign == u'.' && (at + 1 == text.size() || text[at + 1].isSpace()); // "2.5" goes on
}

std::vector<Found> wordsIn(QStringView sentence, const QHash<QString, float> &weights)
{
    std::vector<Found> found;
    for (qsizetype at = 0; at < sentence.size();) {
        if (!sentence[at].isLetterOrNumber()) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < sentence.size() && sentence[end].isLetterOrNumber())
            ++end;
        for (const QString &word : search::words(sentence.sliced(at, end - at))) {
            if (const QString stem = search::stem(word); weights.contains(stem)) {
                found.push_back({at, end, stem});
                break;
            }
        }
        at = end;
    }
    return found;
}

int points(QStringView text) { return int(text.toUcs4().size()); }

// A long sentence is cut around what was found.
Quote shown(QString sentence, std::vector<Found> found)
{
    qsizetype shift = 0;
    if (sentence.size() > kQuoteMaxChars) {
        qsizetype from = std::max<qsizetype>(0, found.front().start - kBeforeMark);
        while (from > 0 && !sentence[from - 1].isSpace())
            --from;
        qsizetype to = std::min(sentence.size(), from + kQuoteMaxChars);
        while (to < sentence.size() && to > from && !sentence[to].isSpace())
            --to;
        if (to == from)
            to = std::min(sentence.size(), from + kQuoteMaxChars);
        std::erase_if(found, [&](const Found &one) { return one.end > to; });
        const bool begun = from > 0;
        const bool goesOn = to < sentence.size();
        sentence = (begun ? QStringLiteral("…") : QString()) + sentence.sliced(from, to - from)
                   + (goesOn ? QStringLiteral("…") : QString());
        shift = (begun ? 1 : 0) - from;
    }
    Quote quote;
    for (const Found &one : found)
        quote.marks.emplace_back(points(QStringView(sentence).first(one.start + shift)),
                                 points(QStringView(sentence).first(one.end + shift)));
    quote.text = std::move(sentence);
    return quote;
}
} // namespace

Quote quoteFrom(const QString &description, const std::vector<Wanted> &wanted)
{
    QHash<QString, float> weights;
    for (const Wanted &one : wanted) {
        for (const search::WishGroup &group : one.groups) {
            for (const search::WishWord &word : group) {
                float &weight = weights[search::stem(word.word)];
                weight = std::max(weight, word.weight);
            }
        }
    }
    if (weights.isEmpty())
        return {};
    QString best;
    std::vector<Found> bestFound;
    float most = 0;
    for (qsizetype at = 0; at < description.size();) {
        qsizetype end = at;
        while (end < description.size() && !endsSentence(description, end))
            ++end;
        const QString sentence = description.sliced(at, std::min(end + 1, description.size()) - at).trimmed();
        at = end + 1;
        std::vector<Found> found = wordsIn(sentence, weights);
        QSet<QString> once;
        float sum = 0;
        for (const Found &one : found) {
            if (once.contains(one.stem))
                continue;
            once.insert(one.stem);
            sum += weights.value(one.stem);
        }
        if (sum > most) {
            most = sum;
            best = sentence;
            bestFound = std::move(found);
        }
    }
    return most > 0 ? shown(best, std::move(bestFound)) : Quote{};
}

} // namespace cargo::assistant
