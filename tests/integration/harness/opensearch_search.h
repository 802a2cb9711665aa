#pragma once

#include <QJsonArray>
#include <QJsonObject>

#include <map>
#include <optional>
#include <set>

namespace cargo::test {

// How the double of OpenSearch reads a query: whether a document fits, how well, and which named parts did.
class OpenSearchSearch
{
public:
    explicit OpenSearchSearch(QJsonObject mappings) : m_properties(mappings[QLatin1String("properties")].toObject()) {}

    // The first thing that it does not know; empty: it knows all.
    const QByteArray &fault() const { return m_fault; }
    QJsonObject answer(const std::map<QString, QJsonObject> &documents, const QJsonObject &body);

private:
    struct Found
    {
        const QString *id;
        const QJsonObject *document;
        double score;
        std::set<QString> names;
    };
    std::optional<double> score(const QJsonObject &query, const QJsonObject &document, std::set<QString> &names);
    std::optional<double> scoreBool(const QJsonObject &query, const QJsonObject &document, std::set<QString> &names);
    bool holdsAll(const QJsonObject &match, const QJsonObject &document); // a match of one field, with all words
    std::optional<double> scoreMatch(const QJsonObject &query, const QJsonObject &document);
    double function(const QJsonObject &function, const QJsonObject &document);
    bool inRange(const QJsonObject &range, const QJsonObject &document);
    bool hasTerm(const QJsonObject &terms, const QJsonObject &document);
    QJsonObject aggregate(const QJsonObject &aggregations, const std::vector<const QJsonObject *> &documents);
    QJsonObject terms(const QJsonObject &asked, const std::vector<const QJsonObject *> &documents);
    QStringList analyzed(const QString &text) const;
    QJsonArray keysOf(const Found &found, const QJsonArray &sort);
    int compare(const QJsonArray &a, const QJsonArray &b, const QJsonArray &sort) const;
    bool needsType(const QString &field, const QStringList &types);
    void fail(const QByteArray &what)
    {
        if (m_fault.isEmpty())
            m_fault = what;
    }

    QJsonObject m_properties;
    QByteArray m_fault;
};

} // namespace cargo::test
