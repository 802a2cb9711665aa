#pragma once

#include "shared/domain/search_query/search_query.h"

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace cargo::search {

// One word of what a wish asks for, by any of these.
struct WishWord
{
    QString word; // of the index, whole
    float weight = 1;
};
using WishGroup = std::vector<WishWord>;

// A fact of a car: one of these values, a feature that it has, or at least so many seats.
struct FactTest
{
    enum class Kind { Facet, Feature, Seats };
    Kind kind = Kind::Facet;
    SearchQuery::Facet facet = SearchQuery::Facet::Brand;
    std::vector<QString> anyOf; // lower case
    int least = 0;
};
using FactTests = std::vector<FactTest>; // all of them

// A row of the dictionary: how people wish for something, what answers it, and what shows that a car has it.
struct Concept
{
    QString slug;
    QString nameRu, nameEn;
    std::vector<QString> wishes;
    std::vector<WishGroup> find; // none: it asks for nothing
    std::vector<FactTests> show; // any of them
    std::vector<QString> say;
    int firstLine = 0, lastLine = 0; // of the text, from 1 on

    bool isTrait() const { return !show.empty() || !say.empty(); }
};

struct ConceptFault
{
    int line = 0;
    QString what; // English, for whoever wrote the line
};

// The dictionary of concepts (docs/search.md, "Meaning"), read from its text. Never changes once it is read.
class ConceptDictionary
{
public:
    static constexpr qsizetype kTextMaxBytes = 64 * 1024;
    static constexpr size_t kConceptsMax = 80;
    static constexpr size_t kTraitsMax = 60; // an index has bits for 64
    static constexpr size_t kListMax = 200;  // phrases, words or lines of one concept
    static constexpr qsizetype kPhraseMaxChars = 60;
    static constexpr size_t kPhraseMaxWords = 5;
    static constexpr int kSlugMaxChars = 32;
    static constexpr size_t kFaultsMax = 20; // told at once

    // Null with everything that is wrong in `faults`, in the order of lines.
    static std::shared_ptr<const ConceptDictionary> read(const QByteArray &text, std::vector<ConceptFault> &faults);
    static QByteArray builtInText();
    // The lines of this concept, from its head to its last field; none: there is no such.
    std::optional<QByteArray> textOf(QStringView slug) const;
    // The whole text with these lines in the place of the concept's, or behind all others.
    QByteArray textWith(QStringView slug, const QByteArray &lines) const;

    const std::vector<Concept> &concepts() const { return m_concepts; }
    const Concept *find(QStringView slug) const;
    const std::vector<QString> &asking() const { return m_asking; }
    const QByteArray &text() const { return m_text; }
    // Of the text: two dictionaries with the same sum are the same.
    const QByteArray &sum() const { return m_sum; }

    // A way to say a concept, in stems without small words. By the first stem, the longest first.
    struct Saying
    {
        std::vector<QString> stems;
        size_t place = 0; // among concepts()
    };
    const std::vector<Saying> *wishesFrom(const QString &stem) const;
    // The word of a wish that sounds as this one does: «рыболку» -> «рыбалка»; empty: none, or it is one itself.
    QString wishedBySound(const QString &word) const;
    // The same for what descriptions say of traits, by the first stem.
    const QHash<QString, std::vector<Saying>> &telling() const { return m_telling; }
    bool onlyAsks(const QString &stem) const { return m_askingStems.contains(stem); }

private:
    friend class ConceptReader;
    void index();

    QByteArray m_text, m_sum;
    std::vector<Concept> m_concepts;
    std::vector<QString> m_asking;
    QHash<QString, std::vector<Saying>> m_wishes, m_telling;
    QHash<QString, bool> m_askingStems;
    QHash<QString, QString> m_wishSounds; // of a stem → the word
    QSet<QString> m_wishStems;
};
using ConceptDictionaryPtr = std::shared_ptr<const ConceptDictionary>;

// The one that this process reads wishes by and tells traits by: the built-in one until another is taken. Thread-safe; whoever
// holds it sees one dictionary from beginning to end.
ConceptDictionaryPtr concepts();
void useConcepts(ConceptDictionaryPtr dictionary);

// "family", "off_road": what a trait may be called.
bool isConceptSlug(QStringView slug);

} // namespace cargo::search
