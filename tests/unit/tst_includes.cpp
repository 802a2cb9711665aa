#include "tests/paths.h"

#include <QtTest>

#include <QDirIterator>
#include <QMap>
#include <QRegularExpression>
#include <QSet>

#include <functional>

using namespace Qt::Literals;

// Walks every #include "…" of the tree and holds the directions of docs/architecture.md:
// app-* → qml/<feature> → qml/client, qml/ui → shared/api → shared/domain → QtCore, and
// server/app → server/<feature> → infrastructure → shared/api → shared/domain.
class TestIncludes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void domainStandsAlone();
    void sharedKnowsNoNetworkAndNoSql();
    void uiKnowsNoDomain();
    void clientsNeverReachTheServer();
    void qmlFeaturesStandOnClientAndUi();
    void infrastructureIncludesNoFeature();
    void featuresMeetOnlyThroughServicesAndEvents();
    void adaptersAreNamedByTheCompositionRootAlone();
    void searchEngineStandsAlone();
    void featuresHaveNoCycles();
    void walkerSeesAPlantedFault();

private:
    using Faults = QStringList;
    void mustBeEmpty(const Faults &faults) { QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n'))); }
    Faults forbidden(const QRegularExpression &from, const QRegularExpression &to,
                     const QRegularExpression &except = never()) const;
    static QRegularExpression never() { return QRegularExpression(u"(?!)"_s); }
    static QString feature(const QString &file);

    QMap<QString, QStringList> m_includes; // file → what it includes, both from the root
    QMap<QString, QStringList> m_system;   // file → <…> includes
};

namespace {
const QSet<QString> kInfrastructure = {u"core"_s, u"config"_s, u"http"_s, u"ws"_s,        u"db"_s,
                                       u"bus"_s,  u"cache"_s,  u"jobs"_s, u"providers"_s, u"audit"_s,
                                       u"ops"_s,  u"images"_s, u"desk"_s, u"net"_s,       u"vault"_s};
}

QString TestIncludes::feature(const QString &file)
{
    const QStringList parts = file.split(u'/');
    return parts.size() > 2 && parts[0] == u"server" && !kInfrastructure.contains(parts[1]) ? parts[1] : QString();
}

void TestIncludes::initTestCase()
{
    const QString root = cargo::test::sourceDir();
    static const QRegularExpression quoted(u"^\\s*#\\s*include\\s+\"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    static const QRegularExpression angled(u"^\\s*#\\s*include\\s+<([^>]+)>"_s, QRegularExpression::MultilineOption);
    for (const QString &folder :
         QStringList{u"shared"_s, u"server"_s, u"qml"_s, u"app-buyer"_s, u"app-driver"_s, u"app-admin"_s, u"app-gallery"_s}) {
        QDirIterator files(root + u'/' + folder, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const QString name = QDir(root).relativeFilePath(file.fileName());
            QStringList includes;
            for (auto found = quoted.globalMatch(text); found.hasNext();) {
                QString target = found.next().captured(1);
                if (!target.contains(u'/') || !QFile::exists(root + u'/' + target))
                    target = QDir::cleanPath(QFileInfo(name).path() + u'/' + target);
                includes.append(target);
            }
            m_includes.insert(name, includes);
            QStringList system;
            for (auto found = angled.globalMatch(text); found.hasNext();)
                system.append(found.next().captured(1));
            m_system.insert(name, system);
        }
    }
    QVERIFY(m_includes.size() > 10);
}

TestIncludes::Faults TestIncludes::forbidden(const QRegularExpression &from, const QRegularExpression &to,
                                             const QRegularExpression &except) const
{
    Faults faults;
    for (auto file = m_includes.begin(); file != m_includes.end(); ++file) {
        if (!from.match(file.key()).hasMatch())
            continue;
        for (const QString &target : file.value()) {
            if (to.match(target).hasMatch() && !except.match(target).hasMatch())
                faults.append(file.key() + u" includes "_s + target);
        }
    }
    return faults;
}

void TestIncludes::domainStandsAlone()
{
    mustBeEmpty(forbidden(QRegularExpression(u"^shared/domain/"_s), QRegularExpression(u"^(shared/api|server|qml|app-)"_s)));
}

void TestIncludes::sharedKnowsNoNetworkAndNoSql()
{
    mustBeEmpty(forbidden(QRegularExpression(u"^shared/"_s), QRegularExpression(u"^(server|qml|app-)"_s)));
    static const QRegularExpression foreign(u"^(QtNetwork|QtSql|QtQml|QtQuick|QNetwork|QSql|QQml|QQuick|QTcp|libpq|QHttp)"_s);
    Faults faults;
    for (auto file = m_system.begin(); file != m_system.end(); ++file) {
        for (const QString &target : file.value()) {
            if (file.key().startsWith(u"shared/") && foreign.match(target).hasMatch())
                faults.append(file.key() + u" includes "_s + target);
        }
    }
    mustBeEmpty(faults);
}

void TestIncludes::uiKnowsNoDomain()
{
    mustBeEmpty(forbidden(QRegularExpression(u"^qml/ui/"_s), QRegularExpression(u"^(shared|server|qml/(?!ui)|app-)"_s)));
}

void TestIncludes::clientsNeverReachTheServer()
{
    mustBeEmpty(forbidden(QRegularExpression(u"^(qml|app-)"_s), QRegularExpression(u"^server/"_s)));
    mustBeEmpty(forbidden(QRegularExpression(u"^server/"_s), QRegularExpression(u"^(qml|app-)"_s)));
}

void TestIncludes::qmlFeaturesStandOnClientAndUi()
{
    mustBeEmpty(forbidden(QRegularExpression(u"^qml/"_s), QRegularExpression(u"^app-"_s)));
    mustBeEmpty(forbidden(QRegularExpression(u"^qml/client/"_s), QRegularExpression(u"^qml/(?!client|ui)"_s)));
}

void TestIncludes::infrastructureIncludesNoFeature()
{
    Faults faults;
    for (auto file = m_includes.begin(); file != m_includes.end(); ++file) {
        const QStringList parts = file.key().split(u'/');
        if (parts.size() < 3 || parts[0] != u"server" || !kInfrastructure.contains(parts[1]))
            continue;
        for (const QString &target : file.value()) {
            if (!feature(target).isEmpty())
                faults.append(file.key() + u" includes "_s + target);
        }
    }
    mustBeEmpty(faults);
}

void TestIncludes::featuresMeetOnlyThroughServicesAndEvents()
{
    Faults faults;
    static const QRegularExpression door(u"(service|events|feature)\\.h$"_s);
    for (auto file = m_includes.begin(); file != m_includes.end(); ++file) {
        const QString own = feature(file.key());
        // The command line is part of the composition root.
        if (own.isEmpty() || own == u"commands")
            continue;
        for (const QString &target : file.value()) {
            const QString other = feature(target);
            if (!other.isEmpty() && other != own && !door.match(target).hasMatch())
                faults.append(file.key() + u" includes "_s + target);
        }
    }
    mustBeEmpty(faults);
}

void TestIncludes::adaptersAreNamedByTheCompositionRootAlone()
{
    // A folder below providers/<kind>/ is an adapter; only itself and the composition root may name it. The search engine is
    // none: a library, for the adapter that stands on it and what reads words beside it.
    static const QRegularExpression adapter(u"^server/providers/([^/]+)/([^/]+)/"_s);
    Faults faults;
    for (auto file = m_includes.begin(); file != m_includes.end(); ++file) {
        for (const QString &target : file.value()) {
            const auto match = adapter.match(target);
            const bool root = file.key().startsWith(u"server/app") || file.key() == u"server/money_features.h"
                              || file.key() == u"server/main.cpp" || file.key() == u"server/money_features.h"
                              || file.key().startsWith(u"server/commands");
            const bool engine =
                match.captured(0) == u"server/providers/search/engine/" && file.key().startsWith(u"server/providers/search/"_s);
            if (match.hasMatch() && !file.key().startsWith(match.captured(0)) && !root && !engine)
                faults.append(file.key() + u" includes "_s + target);
        }
    }
    mustBeEmpty(faults);
}

// No Qt and nothing else of the server in what a search runs through.
void TestIncludes::searchEngineStandsAlone()
{
    const QString engine = u"server/providers/search/engine/"_s;
    Faults faults;
    for (auto file = m_includes.begin(); file != m_includes.end(); ++file) {
        if (!file.key().startsWith(engine))
            continue;
        for (const QString &target : file.value() + m_system.value(file.key())) {
            if (target.startsWith(u'Q') || (target.startsWith(u"server/"_s) && !target.startsWith(engine))
                || target.startsWith(u"shared/"_s))
                faults.append(file.key() + u" includes "_s + target);
        }
    }
    mustBeEmpty(faults);
}

void TestIncludes::featuresHaveNoCycles()
{
    QMap<QString, QSet<QString>> edges;
    for (auto file = m_includes.begin(); file != m_includes.end(); ++file) {
        for (const QString &target : file.value()) {
            if (const QString from = feature(file.key()), to = feature(target); !from.isEmpty() && !to.isEmpty() && from != to)
                edges[from].insert(to);
        }
    }
    QSet<QString> done;
    QStringList path;
    QString cycle;
    const std::function<void(const QString &)> visit = [&](const QString &node) {
        if (path.contains(node)) {
            cycle = path.mid(path.indexOf(node)).join(u" → "_s) + u" → "_s + node;
            return;
        }
        if (done.contains(node) || !cycle.isEmpty())
            return;
        path.append(node);
        for (const QString &next : edges.value(node))
            visit(next);
        path.removeLast();
        done.insert(node);
    };
    for (const QString &node : edges.keys())
        visit(node);
    QVERIFY2(cycle.isEmpty(), qPrintable(cycle));
}

void TestIncludes::walkerSeesAPlantedFault()
{
    m_includes[u"server/http/planted.cpp"_s] = {u"server/deals/deal_service.h"_s};
    m_includes[u"server/deals/planted.cpp"_s] = {u"server/users/user_store.h"_s, u"server/users/user_service.h"_s};
    const Faults faults = forbidden(QRegularExpression(u"^server/http/"_s), QRegularExpression(u"^server/deals/"_s));
    QCOMPARE(faults.size(), 1);
    m_includes.remove(u"server/http/planted.cpp"_s);
    m_includes.remove(u"server/deals/planted.cpp"_s);
}

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
