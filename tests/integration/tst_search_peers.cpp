// A second opinion on the double of Meilisearch: its own client, which knows nothing of our adapter. Where that client is not
// installed (./dev peers) this is skipped.
#include "harness/meilisearch_double.h"
#include "harness/test_database.h"
#include "tests/paths.h"

#include "server/providers/search/meilisearch/meilisearch_provider.h"

#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestSearchPeers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void clientOfMeilisearchAgrees();
};

void TestSearchPeers::clientOfMeilisearchAgrees()
{
    const QString folder = sourceDir() + u"/tests/peers/meilisearch"_s;
    const QString node = QStandardPaths::findExecutable(u"node"_s);
    if (node.isEmpty() || !QFileInfo::exists(folder + u"/node_modules/meilisearch"_s))
        QSKIP("the client of Meilisearch is not installed: ./dev peers");
    MeilisearchDouble engine;
    ManualClock clock;
    auto address = search::outsideAddress("meilisearch", engine.url(), MeilisearchDouble::key(), "listings", {});
    QVERIFY(address.ok());
    search::MeilisearchProvider provider(clock, std::move(*address));
    std::vector<search::Document> cars;
    for (int i = 0; i < 40; ++i) {
        search::Document car;
        car.id = ListingId::fromText(u"01936000-0000-7000-8000-%1"_s.arg(i, 12, 10, QChar(u'0'))).value();
        car.revision = 1;
        car.brand = i % 3 == 0 ? u"Toyota"_s : u"BMW"_s;
        car.model = u"M%1"_s.arg(i % 5);
        car.priceMinor = 100'000'000 + i * 7'919 % 500 * 100'000;
        cars.push_back(car);
    }
    QVERIFY(await(provider.upsert(cars)).ok());
    QProcess client;
    client.setProcessChannelMode(QProcess::MergedChannels);
    client.start(node, {folder + u"/check.mjs"_s, QString::fromLatin1(engine.url()),
                        QString::fromLatin1(MeilisearchDouble::key()), QString::fromLatin1(engine.indexes().front())});
    QVERIFY(client.waitForFinished(60'000));
    const QByteArray said = client.readAll();
    QVERIFY2(client.exitCode() == 0 && said.endsWith("ok\n"), said.constData());
}

QTEST_GUILESS_MAIN(TestSearchPeers)
#include "tst_search_peers.moc"
