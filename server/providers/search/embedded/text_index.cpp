#include "server/providers/search/embedded/text_index.h"

#include "server/providers/search/text_analysis.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cargo::search {

namespace {
constexpr quint16 kTitleWeight = 6;
constexpr quint16 kFactWeight = 3;
constexpr quint16 kBodyWeight = 1;
constexpr size_t kPrefixMaxWords = 40;
constexpr size_t kWordsMaxCount = 12; // of a query

bool isStopWord(const QString &word)
{
    static const QStringList kStop = QString::fromUtf8("в с и на до для по от а из у the a an for with and in of").split(u' ');
    return kStop.contains(word);
}
} // namespace

void TextIndex::add(quint32 slot, const QString &title, const QString &description, const QString &facts)
{
    std::map<QString, int> weights;
    const auto collect = [&weights](const QString &text, int weight) {
        for (const QString &word : words(text))
            weights[stem(word)] += weight;
    };
    collect(title, kTitleWeight);
    collect(facts, kFactWeight);
    collect(description, kBodyWeight);
    for (const auto &[word, weight] : weights)
        m_postings[word].push_back({slot, quint16(std::min(weight, 60))});
}

const std::vector<TextIndex::Posting> *TextIndex::find(const QString &word) const
{
    const auto it = m_postings.find(word);
    return it == m_postings.end() ? nullptr : &it->second;
}

void TextIndex::addPrefixes(Meaning &meaning) const
{
    for (auto it = m_postings.lower_bound(meaning.typed);
         it != m_postings.end() && it->first.startsWith(meaning.typed) && meaning.words.size() < kPrefixMaxWords; ++it) {
        if (it->first != meaning.typed)
            meaning.words.emplace_back(it->first, 0.7F);
    }
}

void TextIndex::addNeighbours(Meaning &meaning) const
{
    const int limit = meaning.typed.size() < 4 ? 0 : meaning.typed.size() < 8 ? 1 : 2;
    int best = limit + 1;
    const QString typed = stem(meaning.typed);
    size_t bestCount = 0;
    for (const auto &[word, postings] : m_postings) {
        if (limit == 0 || std::abs(word.size() - typed.size()) > limit || word.at(0).isDigit())
            continue;
        const int distance = editDistance(typed, word, std::min(best, limit));
        if (distance > limit || distance > best || (distance == best && postings.size() <= bestCount))
            continue;
        best = distance;
        bestCount = postings.size();
        meaning.corrected = word;
    }
    if (!meaning.corrected.isEmpty())
        meaning.words.emplace_back(meaning.corrected, 0.8F);
}

std::vector<TextIndex::Meaning> TextIndex::analyse(const QString &text) const
{
    std::vector<Meaning> meanings;
    const std::vector<QString> typed = words(text);
    for (size_t i = 0; i < typed.size() && meanings.size() < kWordsMaxCount; ++i) {
        const QString &word = typed[i];
        const bool last = i + 1 == typed.size();
        if (isStopWord(word) && typed.size() > 1)
            continue;
        Meaning meaning;
        meaning.typed = word;
        const auto take = [&](const QString &candidate, float weight) {
            if (candidate.isEmpty() || !find(candidate))
                return false;
            for (const auto &known : meaning.words) {
                if (known.first == candidate)
                    return true;
            }
            meaning.words.emplace_back(candidate, weight);
            return true;
        };
        take(stem(word), 1.0F);
        for (const QString &synonym : synonyms(word)) {
            if (take(synonym, 0.9F) && synonym != stem(word))
                meaning.synonym = synonym;
        }
        if (last && word.size() >= 2 && !word.at(0).isDigit())
            addPrefixes(meaning);
        if (meaning.words.empty() && take(transliterate(word), 0.9F))
            meaning.synonym = meaning.words.back().first;
        if (meaning.words.empty() && last) {
            for (const QString &synonym : synonymsBegunBy(word)) {
                if (take(synonym, 0.7F))
                    meaning.synonym = synonym;
            }
        }
        if (meaning.words.empty()) {
            const QString other = inOtherLayout(word);
            bool found = take(stem(other), 0.9F);
            for (const QString &synonym : synonyms(other))
                found = take(synonym, 0.9F) || found;
            if (found)
                meaning.corrected = other;
        }
        if (meaning.words.empty())
            addNeighbours(meaning);
        meanings.push_back(std::move(meaning));
    }
    return meanings;
}

TextIndex::Match TextIndex::match(const std::vector<Meaning> &meanings, const std::vector<quint8> &live, size_t liveCount) const
{
    // Term at a time: how many of the typed words a slot holds, and its score. Scratch is kept by each thread.
    thread_local std::vector<quint8> held;
    thread_local std::vector<float> scores;
    thread_local std::vector<quint32> touched;
    held.assign(live.size(), 0);
    scores.assign(live.size(), 0);
    touched.clear();
    for (const Meaning &meaning : meanings) {
        thread_local std::vector<quint8> seen;
        if (meaning.words.size() > 1)
            seen.assign(live.size(), 0);
        for (const auto &[word, factor] : meaning.words) {
            const auto *postings = find(word);
            if (!postings)
                continue;
            // In whole steps, so that a listing that comes does not shift every score and with it the page's place.
            const float idf = 1.0F + std::floor(std::log2(1.0F + float(liveCount + 1) / float(postings->size() + 1)));
            for (const Posting &posting : *postings) {
                if (!live[posting.slot])
                    continue;
                if (meaning.words.size() > 1 && std::exchange(seen[posting.slot], quint8(1)))
                    continue;
                if (held[posting.slot]++ == 0)
                    touched.push_back(posting.slot);
                scores[posting.slot] += factor * idf * float(posting.weight) / float(posting.weight + 2);
            }
        }
    }
    quint8 most = 0;
    for (const quint32 slot : touched)
        most = std::max(most, held[slot]);
    Match result;
    if (most == 0)
        return result;
    if (most < meanings.size()) {
        for (const Meaning &meaning : meanings) {
            if (meaning.words.empty())
                result.relaxed.push_back(meaning.typed);
        }
        if (result.relaxed.empty())
            result.relaxed.push_back(meanings.back().typed);
    }
    std::sort(touched.begin(), touched.end());
    for (const quint32 slot : touched) {
        if (held[slot] == most)
            result.slots.emplace_back(slot, scores[slot]);
    }
    return result;
}

} // namespace cargo::search
