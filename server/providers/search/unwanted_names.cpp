#include "server/providers/search/unwanted_names.h"

#include "server/providers/search/concepts.h"
#include "server/providers/search/text_analysis.h"
#include "shared/domain/listing/listing.h"
#include "shared/domain/search_query/spoken_tokens.h"

#include <QSet>

#include <algorithm>

namespace cargo::search {

namespace {
using spoken::isOneOf;
constexpr qsizetype kPieceMost = 3; // letters or digits of what is a part of a model's name: "q" and "5"

bool isFact(const QString &word)
{
    static const QSet<QString> kFacts = [] {
        QSet<QString> facts;
        for (const listing::Fact fact : {listing::Fact::BodyType, listing::Fact::Fuel, listing::Fact::Transmission,
                                         listing::Fact::Drive, listing::Fact::Color}) {
            for (const QLatin1String value : listing::words(fact)) {
                for (const QString &part : words(QString(value)))
                    facts.insert(part);
            }
        }
        return facts;
    }();
    return kFacts.contains(word);
}

bool isLatin(const QString &word)
{
    return std::all_of(word.begin(), word.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c.isDigit(); });
}

// A make or a model that the tables know.
bool isName(const QString &word)
{
    const std::vector<QString> meant = isMeantBySynonyms(word) ? std::vector<QString>{word} : synonyms(word);
    if (meant.empty())
        return !makerOf(word).isEmpty();
    return !isFact(word)
           && std::all_of(meant.begin(), meant.end(), [](const QString &one) { return isLatin(one) && !isFact(one); });
}

// «Х5», «сх5»: a model's letters as they look in Cyrillic; empty: they are no such letters.
QString inLatinLetters(const QString &word)
{
    static const QString kCyrillic = QStringLiteral("хсеактмн"), kLatin = QStringLiteral("xceaktmh");
    QString latin;
    for (const QChar letter : word) {
        const qsizetype at = kCyrillic.indexOf(letter);
        if (at < 0)
            return {};
        latin += kLatin.at(at);
    }
    return latin;
}

class Taker
{
public:
    explicit Taker(std::vector<QString> &typed) : m_typed(typed) {}

    std::vector<std::vector<QString>> take()
    {
        std::vector<std::vector<QString>> unwanted;
        for (size_t at = 0; at < m_typed.size();) {
            const size_t end = readFrom(at, unwanted);
            if (end == at)
                ++at;
            else
                m_typed.erase(m_typed.begin() + ptrdiff_t(at), m_typed.begin() + ptrdiff_t(end));
        }
        return unwanted;
    }

private:
    QString wordAt(size_t at) const { return at < m_typed.size() ? m_typed[at] : QString(); }
    bool isBut(size_t at) const { return isOneOf(wordAt(at), {u"кроме", u"окромя", u"исключая", u"except", u"excluding"}); }
    bool isNot(size_t at) const { return isOneOf(wordAt(at), {u"не", u"not", u"no"}); }
    bool isAnd(size_t at) const { return isOneOf(wordAt(at), {u"и", u"или", u"либо", u"ни", u"and", u"or", u"nor"}); }

    // The place behind what is not wanted here; `at`: nothing is.
    size_t readFrom(size_t at, std::vector<std::vector<QString>> &unwanted) const
    {
        size_t begin = at;
        if (isOneOf(wordAt(begin), {u"только", u"но", u"а", u"but"}) && (isBut(begin + 1) || isNot(begin + 1)))
            ++begin;
        if (!isBut(begin) && !isNot(begin))
            return at;
        if (isWish(begin))
            return at;
        size_t end = at;
        for (size_t next = begin + 1; const size_t behind = readName(next, unwanted);) {
            end = behind;
            next = behind;
            while (isAnd(next) || isBut(next) || isNot(next))
                ++next;
            if (next == behind)
                break;
        }
        return end;
    }

    // «Не такси» is wished for.
    bool isWish(size_t at) const
    {
        const size_t end = std::min(m_typed.size(), at + ConceptDictionary::kPhraseMaxWords);
        std::vector<QString> stems;
        for (size_t i = at; i < end; ++i)
            stems.push_back(stem(m_typed[i]));
        return wishAt(stems, 0).has_value();
    }

    // The place behind a name that begins here; 0: none does.
    size_t readName(size_t at, std::vector<std::vector<QString>> &unwanted) const
    {
        while (isOneOf(wordAt(at), {u"из", u"марки", u"модели", u"всяких", u"этих", u"the", u"a"}))
            ++at;
        std::vector<QString> name;
        bool isKnown = false;
        for (; at < m_typed.size(); ++at) {
            QString word = m_typed[at];
            const QString next = wordAt(at + 1);
            const bool isLetters = !isSmallWord(word) && word.size() < kPieceMost && next.size() == 1 && next.front().isDigit();
            if (const QString latin = isLetters ? inLatinLetters(word) : QString(); !latin.isEmpty())
                word = latin;
            const bool known = isName(word);
            const bool isPiece = word.size() <= kPieceMost && isLatin(word) && !isAnd(at);
            if (!known && !isPiece)
                break;
            isKnown = isKnown || known || (isPiece && name.empty());
            name.push_back(word);
        }
        if (!isKnown)
            return 0;
        unwanted.push_back(std::move(name));
        return at;
    }

    std::vector<QString> &m_typed;
};
} // namespace

std::vector<std::vector<QString>> takeUnwanted(std::vector<QString> &typed) { return Taker(typed).take(); }

std::vector<QString> namesOf(const QString &word)
{
    std::vector<QString> names = synonyms(word);
    if (names.empty() || isLatin(word))
        names.push_back(word);
    return names;
}

} // namespace cargo::search
