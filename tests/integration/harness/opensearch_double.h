#pragma once

#include "harness/engine_double.h"

#include <map>
#include <set>

namespace cargo::test {

// OpenSearch as far as its documented rules go that matter to a client: aliases, strict mappings, bulk writes with external
// versions, and searches that are really answered. It was written from the specification and the documentation alone.
class OpenSearchDouble : public EngineDouble
{
public:
    OpenSearchDouble() { listen(); }
    ~OpenSearchDouble() override { end(); }

    static QByteArray login() { return "cargo:secret"; }
    void dropIndexes();
    struct Index
    {
        QJsonObject body; // settings, mappings
        std::map<QString, QJsonObject> documents;
        std::map<QString, qint64> versions; // of removed ones too
    };

private:
    Reply handle(const Call &call) override;
    Reply broken(int status) const override;
    Reply refuse(int status, const char *type, const QByteArray &reason);
    Reply create(const Call &call, const QString &name);
    Reply bulk(const Call &call, const QString &name);
    QJsonObject bulkOne(Index &index, const QByteArray &kind, const QJsonObject &target, const QJsonObject &source);
    Reply search(const QString &name, const QJsonObject &body);
    Reply multiSearch(const Call &call, const QString &name);
    Reply changeAliases(const Call &call);
    QString behind(const QString &name) const; // the index; empty: there is none

    std::map<QString, Index> m_indexes;
    std::map<QString, std::set<QString>> m_aliases; // alias → indexes
};

} // namespace cargo::test
