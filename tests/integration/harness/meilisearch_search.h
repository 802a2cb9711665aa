#pragma once

#include <QJsonObject>

#include <functional>
#include <map>
#include <vector>

namespace cargo::test {

// How the double of Meilisearch finds, counts and orders, under an index's settings.
class MeilisearchSearch
{
public:
    explicit MeilisearchSearch(QJsonObject settings) : m_settings(std::move(settings)) {}

    using Documents = std::map<QString, QJsonObject>;
    struct Fault
    {
        const char *code = nullptr; // null: none
        QByteArray message;
    };
    // An answer of a search; `fault` says why there is none.
    QJsonObject answer(const Documents &documents, const QJsonObject &query, Fault &fault) const;
    // Those that a filter lets through: a text, or lists of them.
    std::function<bool(const QJsonObject &)> filter(const QJsonValue &filter, Fault &fault) const;
    std::vector<std::pair<QString, bool>> order(const QJsonArray &sort, Fault &fault) const; // field, ascending

private:
    struct Match
    {
        const QJsonObject *document;
        int words = 0, typos = 0, rank = 0, exact = 0;
    };
    bool mayFilter(const QString &field, bool comparison) const;
    QStringList searchableOf(const QJsonObject &document) const;
    bool holds(const QJsonObject &document, const QStringList &phrase) const;
    bool matches(Match &match, const QStringList &words, bool all) const;
    int typosAllowed(const QString &word) const;
    bool comesFirst(const Match &a, const Match &b, const std::vector<std::pair<QString, bool>> &order) const;
    void count(const std::vector<Match> &found, const QJsonArray &facets, QJsonObject &answer) const;

    QJsonObject m_settings;
};

} // namespace cargo::test
