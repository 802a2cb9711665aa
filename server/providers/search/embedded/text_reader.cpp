#include "server/providers/search/embedded/text_reader.h"

#include "server/providers/search/concepts.h"
#include "server/providers/search/embedded/typed_words.h"
#include "server/providers/search/engine/ranking.h"
#include "server/providers/search/text_analysis.h"
#include "server/providers/search/unwanted_names.h"
#include "shared/domain/search_query/keyboard_layout.h"

#include <QStringList>

#include <algorithm>
#include <set>

namespace cargo::search {

namespace {
using namespace Qt::Literals;

constexpr size_t kBeginningsMost = 40;
constexpr qsizetype kBeginningLeast = 2; // letters
constexpr qsizetype kShortStem = 4;
constexpr qsizetype kShapesMost = 3; // letters that may be Latin ones of the same look

class WordReading
{
public:
    WordReading(const engine::Snapshot &snapshot, const QString &typed) : m_snapshot(snapshot), m_typed(typed) {}

    bool isEmpty() const { return m_word.alternatives.empty(); }
    // What is taken from now on is there for this reason.
    WordReading &as(WordMatch match)
    {
        m_match = match;
        return *this;
    }
    // True when something holds it.
    bool take(const QString &word, float weight)
    {
        const std::string term = stem(word).toStdString();
        if (term.empty() || m_snapshot.documentsWith(term) == 0)
            return false;
        add(term, weight);
        return true;
    }
    bool takeSynonyms(const std::vector<QString> &meant, float weight)
    {
        bool any = false;
        for (const QString &word : meant) {
            if (!take(word, weight))
                continue;
            any = true;
            if (word != m_typed)
                m_synonym = word;
        }
        return any;
    }
    void takeBeginnings()
    {
        as(WordMatch::Beginning);
        for (const engine::TermCount &found : m_snapshot.beginningWith(m_typed.toStdString(), kBeginningsMost))
            add(found.term, 0.7F);
    }
    void takeOtherLayout()
    {
        as(WordMatch::OtherLayout);
        const QString other = inOtherLayout(m_typed);
        const bool itself = take(other, 0.9F);
        if (takeSynonyms(synonyms(other), 0.9F) || itself)
            m_instead = other;
        m_synonym.clear(); // what was typed is no word that has any
    }
    void takeNearest()
    {
        as(WordMatch::Misspelling);
        if (const QString known = soundAlike(m_typed); !known.isEmpty() && takeSynonyms(synonyms(known), 0.8F)) {
            m_instead = known;
            m_synonym.clear();
            return;
        }
        const int mistakes = m_typed.size() < 4 ? 0 : m_typed.size() < 8 ? 1 : 2;
        if (mistakes == 0 || m_typed.at(0).isDigit())
            return;
        const auto found = m_snapshot.near(stem(m_typed).toStdString(), mistakes, 1);
        const QString known = nearestSynonym(m_typed, found.empty() ? mistakes : std::min(mistakes, found.front().distance));
        if (!known.isEmpty() && takeSynonyms(synonyms(known), 0.8F)) {
            m_instead = known;
            m_synonym.clear(); // of the word that was meant
            return;
        }
        if (found.empty())
            return;
        add(found.front().term, 0.8F);
        m_instead = QString::fromStdString(found.front().shown);
        takeSynonyms(synonyms(m_instead.toLower()), 0.75F);
        m_synonym.clear();
    }
    // Nobody sells that model: what is most like it, and others of its make.
    void takeMaker()
    {
        as(WordMatch::Synonym);
        const QString maker = makerOf(m_typed);
        if (maker.isEmpty())
            return;
        for (const QString &model : modelsLike(m_typed))
            take(model, 0.8F);
        if (take(maker, isEmpty() ? 0.8F : 0.6F))
            m_instead = maker;
    }
    void takeOtherAlphabet()
    {
        as(WordMatch::OtherAlphabet);
        const QString russian = toCyrillic(m_typed);
        const bool itself = take(russian, 0.9F);
        takeSynonyms(synonyms(russian), itself ? 0.8F : 0.9F);
    }
    // A wish's group, beside the words it was told by.
    void takeWish(const Wish &wish, size_t group)
    {
        as(WordMatch::Wish);
        if (group < wish.groups.size()) { // else the trait alone answers it
            for (const WishWord &wanted : wish.groups[group])
                take(wanted.word, wanted.weight);
        }
        if (const std::string term = engine::traitTerm(wish.slug.toStdString());
            wish.isTrait && m_snapshot.documentsWith(term) > 0)
            add(term, engine::ranking::kTraitWeight);
    }
    // «Рав4 или харриер»: either will do.
    void takeAlso(const WordReading &other)
    {
        for (size_t i = 0; i < other.m_word.alternatives.size(); ++i) {
            m_match = other.m_matches[i];
            add(other.m_word.alternatives[i].term, other.m_word.alternatives[i].weight);
        }
    }
    void writeTo(ReadText &read, uint8_t phrase) const
    {
        read.phrases.push_back(phrase);
        read.words.push_back(m_word);
        read.matches.push_back(m_matches);
        read.typed.push_back(m_typed);
        if (!m_synonym.isEmpty())
            read.synonyms.push_back(m_typed + QStringLiteral(" = ") + m_synonym);
    }
    const QString &instead() const { return m_instead.isEmpty() ? m_typed : m_instead; }
    bool isOther() const { return !m_instead.isEmpty(); }

private:
    void add(const std::string &term, float weight)
    {
        const bool known = std::any_of(m_word.alternatives.begin(), m_word.alternatives.end(),
                                       [&term](const engine::Alternative &a) { return a.term == term; });
        if (known)
            return;
        m_word.alternatives.push_back({term, weight});
        m_matches.push_back(m_match);
    }

    const engine::Snapshot &m_snapshot;
    QString m_typed;
    engine::Word m_word;
    std::vector<WordMatch> m_matches; // by alternative
    WordMatch m_match = WordMatch::Form;
    QString m_synonym;
    QString m_instead;
};

// The same stems but for those that nothing holds and that may be Russian.
std::vector<QString> russianStems(const engine::Snapshot &snapshot, const std::vector<QString> &typed, std::vector<QString> stems)
{
    for (size_t i = 0; i < typed.size(); ++i) {
        if (const QString russian = toCyrillic(typed[i]);
            !russian.isEmpty() && snapshot.documentsWith(stems[i].toStdString()) == 0)
            stems[i] = stem(russian);
    }
    return stems;
}

WordReading readWord(const engine::Snapshot &snapshot, const QString &typed, bool last)
{
    WordReading word(snapshot, typed);
    const std::vector<QString> meant = synonyms(typed);
    // «Купе», «поло»: what is left of so short a word is other words' stem too (куплю, пол).
    const QString form = stem(typed);
    const bool isLostInStem = !meant.empty() && form != typed && form.size() <= kShortStem;
    if (!isLostInStem)
        word.take(typed, 1.0F);
    word.as(WordMatch::Synonym).takeSynonyms(meant, 0.9F);
    if (word.isEmpty())
        word.as(WordMatch::Form).take(typed, 1.0F);
    if (last && typed.size() >= kBeginningLeast && !typed.at(0).isDigit())
        word.takeBeginnings();
    if (word.isEmpty() && typed.size() <= kShapesMost)
        word.as(WordMatch::OtherAlphabet).takeSynonyms({withLatinShapes(typed)}, 0.9F);
    if (word.isEmpty())
        word.as(WordMatch::OtherAlphabet).takeSynonyms({transliterate(typed)}, 0.9F);
    if (word.isEmpty())
        word.takeOtherAlphabet();
    if (word.isEmpty() && last)
        word.as(WordMatch::Beginning).takeSynonyms(synonymsBegunBy(typed), 0.7F);
    if (word.isEmpty())
        word.takeMaker();
    if (word.isEmpty())
        word.takeOtherLayout();
    if (word.isEmpty())
        word.takeNearest();
    return word;
}
} // namespace

ReadText readText(const engine::Snapshot &snapshot, const QString &text)
{
    ReadText read;
    QStringList instead;
    const TypedWords asked = typedWords(snapshot, text);
    const std::vector<QString> &typed = asked.words;
    for (const std::vector<QString> &name : asked.unwanted) {
        std::vector<engine::Word> &wordsOfName = read.without.emplace_back();
        for (const QString &word : name) {
            engine::Word &unwanted = wordsOfName.emplace_back();
            for (const QString &known : namesOf(word))
                unwanted.alternatives.push_back({stem(known).toStdString(), 1});
        }
    }
    read.asksForAny = asked.asksForAny;
    bool isOther = asked.isMended;
    std::vector<QString> shown = typed; // as they were meant
    std::set<QString> taken;
    std::vector<QString> stems;
    for (const QString &word : typed) {
        stems.push_back(stem(word));
        const QString meant = isKnownTo(snapshot, word) ? QString() : concepts()->wishedBySound(word);
        if (meant.isEmpty())
            continue;
        stems.back() = stem(meant);
        shown[stems.size() - 1] = meant;
        isOther = true;
    }
    const std::vector<QString> russian = russianStems(snapshot, typed, stems);
    const bool mayBeRussian = russian != stems;
    uint8_t phrase = 0;
    for (size_t i = 0; i < typed.size() && read.words.size() < engine::kWordsMost;) {
        auto wish = wishAt(stems, i);
        if (!wish && mayBeRussian)
            wish = wishAt(russian, i);
        if (wish) {
            const bool isNew = taken.insert(wish->slug).second; // «ям и кочек» is one wish
            const auto told = [from = ptrdiff_t(i), to = ptrdiff_t(i + wish->length)](const std::vector<QString> &list) {
                return QStringList(list.begin() + from, list.begin() + to);
            };
            const QString wishWords = told(typed).join(u' ');
            const size_t groups = wish->groups.empty() && wish->isTrait ? 1 : wish->groups.size();
            for (size_t group = 0; isNew && group < groups && read.words.size() < engine::kWordsMost; ++group) {
                WordReading word(snapshot, wishWords);
                if (group == 0 && wish->length == 1)
                    word.take(typed[i], 1.0F);
                word.takeWish(*wish, group);
                word.writeTo(read, phrase);
            }
            phrase = uint8_t(phrase + (isNew && groups > 0 ? 1 : 0));
            instead.append(told(shown));
            i += wish->length;
            continue;
        }
        WordReading word = readWord(snapshot, typed[i], i + 1 == typed.size());
        for (const QString &other : asked.either.value(typed[i]))
            word.takeAlso(readWord(snapshot, other, false));
        word.writeTo(read, phrase++);
        instead.append(word.instead());
        isOther = isOther || word.isOther();
        ++i;
    }
    if (isOther)
        read.searchedInstead = instead.join(u' ');
    return read;
}

} // namespace cargo::search
