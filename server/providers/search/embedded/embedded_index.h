#pragma once

#include "server/providers/search/embedded/columns.h"
#include "server/providers/search/embedded/facet_counter.h"
#include "server/providers/search/embedded/name_index.h"
#include "server/providers/search/embedded/text_index.h"

#include <memory>
#include <shared_mutex>

namespace cargo::search {

// The whole index in memory: rows with codes, sorted lists for every order (of all listings and of each brand), an inverted
// text index. Readers share a lock, a change holds it alone for microseconds. It is a cache of the database: filled at
// start, kept up by events, thrown away at the end; nothing may live only here.
class EmbeddedIndex
{
public:
    EmbeddedIndex();
    ~EmbeddedIndex();
    void upsert(const std::vector<Document> &documents);
    void remove(const std::vector<ListingId> &ids);
    Result<Answer> search(const SearchQuery &query) const;
    std::vector<Suggestion> suggest(const QString &text, int limit) const;
    qint64 size() const;

private:
    struct Entry
    {
        qint64 key;
        quint32 slot;
    };
    using Orders = std::array<std::vector<Entry>, kOrderCount>;
    struct Position // where a page begins: behind this key and id
    {
        qint64 key = 0;
        Uuid id;
        qint64 listings = 0; // there were when the first page was made: scores go on being reckoned with them
    };
    struct Ranked
    {
        qint64 key;
        quint32 slot;
        float score;
    };

    bool entryLess(const Entry &a, const Entry &b) const;
    Row rowOf(const Document &document);
    quint32 addRow(const Document &document, const Row &row);
    void insertOrdered(quint32 slot, Orders &orders);
    void eraseOrdered(const std::vector<quint32> &dead);
    void appendOrdered(const std::vector<quint32> &slots);
    void kill(quint32 slot);
    void compactIfWorn();
    Orders &ordersOf(quint16 brand);

    // Without text: the page and the total come from the sorted lists.
    void searchOrdered(const SearchQuery &query, const Filter &filter, const std::optional<Position> &after,
                       Answer &answer) const;
    void searchCounted(const SearchQuery &query, const Filter &filter, const std::optional<Position> &after,
                       Answer &answer) const;
    void countAll(const Filter &filter, FacetCounter &counter) const;
    qint64 countMatches(const Filter &filter, const Orders &orders) const;
    void takePage(const SearchQuery &query, std::vector<Ranked> &ranked, const std::optional<Position> &after,
                  Answer &answer) const;
    std::optional<std::vector<std::pair<quint32, float>>> matchText(const SearchQuery &query,
                                                                    const std::optional<Position> &after, Answer &answer) const;

    mutable std::shared_mutex m_lock;
    Dictionaries m_dictionaries;
    std::vector<Row> m_rows; // by slot; dead ones stay until compaction
    std::vector<quint8> m_live;
    std::vector<ListingId> m_ids;
    std::vector<QString> m_descriptions; // for compaction
    QHash<ListingId, quint32> m_slots;
    Orders m_all;
    std::vector<std::unique_ptr<Orders>> m_byBrand;
    std::unique_ptr<TextIndex> m_text;
    NameIndex m_names; // of the living
    size_t m_liveCount = 0;
};

} // namespace cargo::search
