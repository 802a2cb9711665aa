#pragma once

#include "harness/engine_double.h"

#include <functional>
#include <map>

namespace cargo::test {

// Meilisearch as far as its documented rules go that matter to a client: keys, tasks, settings, documents, and searches that
// are really answered. What its published schema does not allow is refused. It was written from the documentation alone.
class MeilisearchDouble : public EngineDouble
{
public:
    MeilisearchDouble() { listen(); }
    ~MeilisearchDouble() override { end(); }

    static QByteArray key() { return "meilisearch-test-key"; }
    // A key that may search and nothing else.
    static QByteArray searchKey() { return "meilisearch-search-key"; }
    // The next tasks fail.
    void failTasks(int count) { m_failing = count; }
    void dropIndexes();
    QByteArrayList indexes() const;
    // What its rules know of one object of the schema: to be held against the published one.
    static std::map<QByteArray, QByteArrayList> knownFields();

private:
    struct Index
    {
        std::map<QString, QJsonObject> documents; // by primary key
        QJsonObject settings;
        QString primaryKey;
    };
    Reply handle(const Call &call) override;
    Reply broken(int status) const override;
    Reply refuse(int status, const char *code, const QByteArray &message);
    Reply handleIndex(const Call &call, const QString &uid);
    Reply createIndex(const Call &call);
    Reply search(const QJsonObject &query, bool withIndex);
    Reply multiSearch(const Call &call);
    Reply fetch(const Call &call, const Index &index);
    Reply addDocuments(const Call &call, const QString &uid);
    Reply changeSettings(const Call &call, const QString &uid);
    Reply swapIndexes(const Call &call);
    Reply task(const char *kind, const QString &uid, const std::function<QByteArray()> &work);
    Reply seeTask(const QByteArray &uid);
    static QJsonObject settingsOf(const Index &index);

    std::map<QString, Index> m_indexes;
    std::vector<QJsonObject> m_tasks;
    std::map<int, int> m_looks; // how often a task was asked for
    std::atomic<int> m_failing{0};
};

} // namespace cargo::test
