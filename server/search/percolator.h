#pragma once

#include "server/providers/search/search_provider.h"

#include <QHash>

#include <array>
#include <limits>
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
    static constexpr int kClosedFacets = 5;
    static constexpr quint32 kNoMore = std::numeric_limits<quint32>::max();
    // Everything that is a number; 0 in a mask: any.
    struct Entry
    {
        quint32 slot = 0;
        quint32 more = kNoMore; // where its terms begin in m_terms: see termsOf()
        qint64 priceFrom = 0;
        qint64 priceTo = std::numeric_limits<qint64>::max();
        qint32 mileageFrom = 0;
        qint32 mileageTo = std::numeric_limits<qint32>::max();
        qint16 yearFrom = 0;
        qint16 yearTo = std::numeric_limits<qint16>::max();
        qint16 etaTo = std::numeric_limits<qint16>::max();
        qint16 ratingFrom = 0;
        std::array<quint16, kClosedFacets> masks{}; // bits of m_words
    };
    // What few searches have: groups of which the car has to hold one term each.
    using Group = std::vector<QString>;
    struct Car
    {
        const Document &document;
        std::array<quint16, kClosedFacets> bits{};
        std::vector<quint64> terms; // bits by number
    };

    quint16 bitOf(int facet, const QString &value);
    quint32 numberOf(const QString &term);
    static std::vector<Group> termsOf(const SearchQuery &query, const std::vector<Group> &words);
    static std::vector<QString> bucketsOf(const SearchQuery &query, const std::vector<Group> &words);
    Car read(const Document &document, const std::vector<QString> &stems, const std::vector<QString> &traits) const;
    std::vector<QString> traitsOf(const Document &document) const;
    bool fits(const Entry &entry, const Car &car) const;

    QHash<QString, std::vector<Entry>> m_buckets;
    bool m_asksForTraits = false;
    QHash<QString, quint32> m_numbers; // of terms
    std::vector<quint32> m_terms;      // a search's groups: how many, then each its length and its terms
    std::array<QHash<QString, quint16>, kClosedFacets> m_words;
    QHash<Uuid, quint32> m_slots;  // one for each put()
    std::vector<Uuid> m_searches;  // by slot
    std::vector<quint64> m_living; // bits by slot
};

} // namespace cargo::search
