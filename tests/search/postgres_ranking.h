#pragma once

#include "server/db/blocking.h"
#include "server/providers/search/search_provider.h"

namespace cargo::test {

// The ranking that PostgreSQL has by itself, for comparison: a tsvector of weighed fields with its Russian configuration, any of
// the words, ts_rank_cd by length.
class PostgresRanking
{
public:
    PostgresRanking(const QByteArray &databaseUrl, const std::vector<search::Document> &documents);
    // Places of the documents, best first.
    std::vector<size_t> rank(const QString &text);

private:
    db::BlockingConnection m_connection;
};

} // namespace cargo::test
