#pragma once

#include "server/providers/search/outside_form.h"
#include "server/providers/search/outside_words.h"

#include <QJsonArray>

namespace cargo::search::meilisearch {

// One search as the queries of a multi-search: the page, the exact total, and, where counts are wanted, one for all facets
// that no filter stands on and one for each that has its own, without it.
class Question
{
public:
    Question(const QByteArray &uid, const SearchQuery &query, const AskedText &text, qint64 offset);

    const QJsonArray &queries() const { return m_queries; }
    qint64 totalOf(const QJsonArray &results) const;
    void read(const QJsonArray &results, Answer &answer) const;

private:
    QJsonObject base(const char *without) const;
    void addCounts();

    QString m_uid;
    const SearchQuery &m_query;
    QString m_words; // and what is not wanted
    bool m_isRanked;
    std::vector<Condition> m_conditions;
    QJsonArray m_queries;
    std::array<qsizetype, kCounted.size()> m_countedBy{}; // which query counts a facet
};

// How many each word has by itself, under the filters: one query a word.
QJsonArray singleWords(const QByteArray &uid, const SearchQuery &query, const std::vector<AskedWord> &words);

QJsonObject documentOf(const Document &document, Timestamp now);
// The first 48 bits of an id, a number that grows with ids: what ranges of ids are asked by.
qint64 idMs(ListingId id);

} // namespace cargo::search::meilisearch
