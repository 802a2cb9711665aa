#include "server/providers/search/embedded/text_reader.h"

#include "server/providers/search/text_analysis.h"

#include <QStringList>

#include <algorithm>

namespace cargo::search {

namespace {
constexpr size_t kBeginningsMost = 40;
constexpr qsizetype kBeginningLeast = 2; // letters

bool isSmallWord(const QString &word)
{
    static const QStringList kSmall = QString::fromUtf8("в с и на до для по от а из у the a an for with and in of").split(u' ');
    return kSmall.contains(word);
}

class WordReading
{
public:
    WordReading(const engine::Snapshot &snapshot, const QString &typed) : m_snapshot(snapshot), m_typed(typed) {}

    bool isEmpty() const { return m_word.alternatives.empty(); }
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
        for (const engine::TermCount &found : m_snapshot.beginningWith(m_typed.toStdString(), kBeginningsMost))
            add(found.term, 0.7F);
    }
    void takeOtherLayout()
    {
        const QString other = inOtherLayout(m_typed);
        const bool itself = take(other, 0.9F);
        if (takeSynonyms(synonyms(other), 0.9F) || itself)
            m_instead = other;
        m_synonym.clear(); // what was typed is no word that has any
    }
    void takeNearest()
    {
        const int mistakes = m_typed.size() < 4 ? 0 : m_typed.size() < 8 ? 1 : 2;
        if (mistakes == 0 || m_typed.at(0).isDigit())
            return;
        const auto found = m_snapshot.near(stem(m_typed).toStdString(), mistakes, 1);
        if (found.empty())
            return;
        add(found.front().term, 0.8F);
        m_instead = QString::fromStdString(found.front().shown);
    }
    void writeTo(ReadText &read) const
    {
        read.words.push_back(m_word);
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
        if (!known)
            m_word.alternatives.push_back({term, weight});
    }

    const engine::Snapshot &m_snapshot;
    QString m_typed;
    engine::Word m_word;
    QString m_synonym;
    QString m_instead;
};
} // namespace

ReadText readText(const engine::Snapshot &snapshot, const QString &text)
{
    ReadText read;
    QStringList instead;
    bool isOther = false;
    const std::vector<QString> typed = words(text);
    for (size_t i = 0; i < typed.size() && read.words.size() < engine::kWordsMost; ++i) {
        if (isSmallWord(typed[i]) && typed.size() > 1)
            continue;
        const bool last = i + 1 == typed.size();
        WordReading word(snapshot, typed[i]);
        word.take(typed[i], 1.0F);
        word.takeSynonyms(synonyms(typed[i]), 0.9F);
        if (last && typed[i].size() >= kBeginningLeast && !typed[i].at(0).isDigit())
            word.takeBeginnings();
        if (word.isEmpty())
            word.takeSynonyms({transliterate(typed[i])}, 0.9F);
        if (word.isEmpty() && last)
            word.takeSynonyms(synonymsBegunBy(typed[i]), 0.7F);
        if (word.isEmpty())
            word.takeOtherLayout();
        if (word.isEmpty())
            word.takeNearest();
        word.writeTo(read);
        instead.append(word.instead());
        isOther = isOther || word.isOther();
    }
    if (isOther)
        read.searchedInstead = instead.join(u' ');
    return read;
}

} // namespace cargo::search
