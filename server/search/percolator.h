#pragma once

#include "server/providers/search/search_provider.h"

#include <QHash>
#include <QSet>

#include <array>
#include <limits>
#include <vector>

namespace cargo::search {

// Saved searches, asked the other way round: which of them does a car fit? Each stands in the bucket of its most selective
// condition (brand, else a word, else country, else body), so that a car looks only at those it may fit: a brand's worth of a
// million. Words are read as the search reads them: forms, synonyms and letters; but no misspelling and no word left out: an
// alert that nobody asked for is worse than one that does not come. In memory, filled from the database; not thread-safe.
class Percolator
{
public:
    // The same id again replaces what it stood for.
    void put(const Uuid &search, const SearchQuery &query);
    void drop(const Uuid &search);
    // Ascending ids.
    std::vector<Uuid> matches(const Document &car) const;
    bool knows(const Uuid &search) const { return m_generations.contains(search); }
    qsizetype size() const { return m_generations.size(); }

private:
    static constexpr int kClosedFacets = 5;
    // Everything that is a number; 0 in a mask: any.
    struct Entry
    {
        Uuid search;
        quint32 generation = 0; // an older one than m_generations says is dead
        qint32 more = -1;       // of m_more
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
    // What few searches have.
    struct More
    {
        std::vector<QString> models; // folded; empty: any
        std::vector<QString> countries;
        std::vector<std::vector<QString>> words; // one of each group has to be there
    };
    struct Car
    {
        const Document &document;
        QString model; // folded
        std::array<quint16, kClosedFacets> bits{};
        QSet<QString> words;
    };

    quint16 bitOf(int facet, const QString &value);
    std::vector<QString> bucketsOf(const SearchQuery &query, const More &more) const;
    bool fits(const Entry &entry, const Car &car) const;

    QHash<QString, std::vector<Entry>> m_buckets;
    std::vector<More> m_more;
    std::array<QHash<QString, quint16>, kClosedFacets> m_words;
    QHash<Uuid, quint32> m_generations;
    quint32 m_generation = 0;
};

} // namespace cargo::search
