#pragma once

#include "server/db/blocking.h"
#include "shared/domain/search_query/search_query.h"

#include <QJsonObject>

#include <functional>
#include <vector>

namespace cargo::search {

struct CountDifference
{
    QByteArray query; // as GET search takes it
    QByteArray what;  // "total", "brand Toyota", "price 100…200"
    qint64 answered = 0;
    qint64 inDatabase = 0;
};

// Holds what a server answers to GET search/facets against SQL: totals, every count of every facet, every bin; and traits, which
// SQL knows nothing of, against what the dictionary says of each car, where they are not too many. Blocks.
class SearchCheck
{
public:
    // The body of GET search/facets?query.
    using Ask = std::function<Result<QJsonObject>(const QByteArray &query)>;
    SearchCheck(db::BlockingConnection &connection, Ask ask) : m_connection(connection), m_ask(std::move(ask)) {}

    // Queries as people make them, of the cars that are there. The same seed over the same cars gives the same ones.
    Result<std::vector<SearchQuery>> sample(quint32 seed, int count);
    Result<std::vector<CountDifference>> differences(const SearchQuery &query);

private:
    Outcome compareFacets(const SearchQuery &query, const QJsonObject &facets);
    Outcome compareTraits(const SearchQuery &query, const QJsonObject &facets);
    Outcome compareBuckets(const SearchQuery &query, const QJsonObject &facets);
    Outcome compareRanges(const SearchQuery &query, const QJsonObject &ranges);
    void compare(const SearchQuery &query, const QByteArray &what, qint64 answered, qint64 inDatabase);

    db::BlockingConnection &m_connection;
    Ask m_ask;
    std::vector<CountDifference> m_found;
};

} // namespace cargo::search
