#pragma once

#include "server/providers/search/search_provider.h"
#include "server/search/percolator_bucket.h"

#include <QHash>

#include <array>
#include <limits>
#include <optional>
#include <vector>

namespace cargo::search {

// Saved searches, asked the other way round: which of them does a car fit? Each stands in the bucket of its most selective
// condition (brand, else a word, else country, else body, else a trait), so that a car looks only at those it may fit: a brand's
// worth of a million. Words are read as the search reads them: forms, synonyms and letters; but no misspelling and no word left
// out: an alert that nobody asked for is worse than one that does not come. In memory, filled from the database; not thread-safe.
class Percolator
{
public:
    // The same id again replaces what it stood for.
    void put(const Uuid &search, const SearchQuery &query);
    void drop(const Uuid &search);
    // In the order in which they were put, none twice.
    std::vector<Uuid> matches(const Document &car) const;
    bool knows(const Uuid &search) const { return m_slots.contains(search); }
    qsizetype size() const { return m_slots.size(); }

private:
    // Of which a car has to hold one term each.
    using Group = std::vector<QString>;
    // Where a search stands, and what is still to be asked of a car that looks there.
    struct Place
    {
        std::vector<QString> buckets;
        std::vector<Group> groups;
    };
    // What few searches ask for: held against a car when all else fits.
    struct Rare
    {
        std::vector<std::vector<QString>> unwanted; // names, each by its stems
        std::optional<int> powerFromHp, powerToHp, engineFromCc, engineToCc;

        bool isEmpty() const { return unwanted.empty() && !powerFromHp && !powerToHp && !engineFromCc && !engineToCc; }
        bool fits(const Document &document, const std::vector<QString> &stems) const; // stems: sorted
    };

    quint16 bitOf(size_t facet, const QString &value);
    quint32 numberOf(const QString &term);
    static Place placeOf(const SearchQuery &query, std::vector<Group> words);
    CarNumbers read(const Document &document, const std::vector<QString> &stems, const std::vector<QString> &traits) const;
    std::vector<QString> traitsOf(const Document &document) const;

    QHash<QString, PercolatorBucket> m_buckets;
    bool m_asksForTraits = false;
    QHash<QString, quint32> m_numbers; // of terms
    std::array<QHash<QString, quint16>, kClosedFacets> m_words;
    QHash<Uuid, quint32> m_slots;   // one for each put()
    std::vector<Uuid> m_searches;   // by slot
    std::vector<uint64_t> m_living; // bits by slot
    QHash<quint32, Rare> m_rare;    // by slot
};

} // namespace cargo::search
