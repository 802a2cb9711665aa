// What this device keeps of what the server said, without a network: the files and their versions, broken, old and new ones;
// the cache and its bound; lists and things that stand there before the server answers.
#include "qml/listings/listings_view_models.h"
#include "qml/listings/search_view_model.h"
#include "tests/ui/rig/scripted_client.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::client;
using test::header;
using test::kChat;
using test::ScriptedClient;

namespace {

void sql(const QString &file, const QStringList &statements)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test"));
        database.setDatabaseName(file);
        QVERIFY(database.open());
        for (const QString &statement : statements) {
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test"));
}

QJsonArray messages(int from, int to)
{
    QJsonArray list;
    for (int seq = to; seq >= from; --seq)
        list.append(QJsonObject{{QStringLiteral("seq"), seq}, {QStringLiteral("id"), QString::number(seq)}});
    return list;
}

} // namespace

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void brokenFilesAreSetAside_data();
    void brokenFilesAreSetAside();
    void newerFileKeepsItsWriting();
    void firstAppsMessagesComeAlong();
    void cacheForgetsWhatWasUsedLongestAgo();
    void messagesAreRowsWithoutGaps();
    void listStandsBeforeTheServerAnswers();
    void unchangedListIsConfirmed();
    void goneThingIsForgotten();
};

void TestMemory::brokenFilesAreSetAside_data()
{
    QTest::addColumn<QString>("file");
    for (const char *file : {"cache.sqlite", "cargo.sqlite"})
        QTest::newRow(file) << QString::fromLatin1(file);
}

void TestMemory::brokenFilesAreSetAside()
{
    QFETCH(QString, file);
    QTemporaryDir folder;
    {
        OfflineCache cache(folder.path());
        WritingStore writing(folder.path());
        for (int at = 0; at < 60; ++at) {
            cache.put(QStringLiteral("k%1").arg(at), {{QStringLiteral("v"), QString(400, QLatin1Char('x'))}});
            writing.setDraft(QStringLiteral("k%1").arg(at), {{QStringLiteral("v"), QString(400, QLatin1Char('x'))}});
        }
    }
    const QString path = folder.filePath(file);
    const auto spoil = [&](qint64 from, qint64 bytes) {
        QFile broken(path);
        QVERIFY(broken.open(QIODevice::ReadWrite));
        broken.seek(from);
        broken.write(QByteArray(int(bytes), '\x5a'));
    };
    const auto works = [&] {
        OfflineCache cache(folder.path());
        cache.put(QStringLiteral("after"), {{QStringLiteral("v"), 1}});
        cache.get(QStringLiteral("k7"));
        cache.put(QStringLiteral("after"), {{QStringLiteral("v"), 1}});
        WritingStore writing(folder.path());
        writing.items();
        writing.draft(QStringLiteral("k7"));
        return !cache.get(QStringLiteral("after")).empty()
               && (writing.setDraft(QStringLiteral("after"), {{QStringLiteral("v"), 1}})
                   || writing.setDraft(QStringLiteral("after"), {{QStringLiteral("v"), 1}}));
    };
    spoil(8192, QFileInfo(path).size() - 8192 - 4096); // pages in the middle
    QVERIFY(works());
    spoil(0, 4096); // the first page: no database any more
    QVERIFY(works());
    QFile(path).resize(100);
    QVERIFY(works());
}

void TestMemory::newerFileKeepsItsWriting()
{
    QTemporaryDir folder;
    {
        WritingStore writing(folder.path());
        QVERIFY(writing.setDraft(QStringLiteral("chat/1"), {{QStringLiteral("draft"), QStringLiteral("hello")}}));
    }
    sql(folder.filePath(QStringLiteral("cargo.sqlite")),
        {QStringLiteral("alter table drafts add column mood text"), QStringLiteral("pragma user_version=99")});
    WritingStore writing(folder.path());
    QCOMPARE(writing.draft(QStringLiteral("chat/1")).value(QLatin1String("draft")).toString(), QStringLiteral("hello"));
    QCOMPARE(writing.setAsideCount(), 1);
}

void TestMemory::firstAppsMessagesComeAlong()
{
    QTemporaryDir folder;
    QDir(folder.path()).mkdir(QStringLiteral("outbox"));
    QFile photo(folder.filePath(QStringLiteral("outbox/p.jpg")));
    QVERIFY(photo.open(QIODevice::WriteOnly));
    photo.write("jpeg");
    photo.close();
    const QString id = QStringLiteral("01936000-0000-7000-8000-0000000000aa");
    sql(folder.filePath(QStringLiteral("cargo.sqlite")),
        {QStringLiteral("create table lists (key text primary key, value blob not null)"),
         QStringLiteral(
             "create table queue_files (client_id text not null, path text primary key, media_id text not null default '')"),
         QStringLiteral("create table queue (client_id text primary key, conversation_id text not null, body text not null, "
                        "created_ms integer not null, error text not null default '')"),
         QStringLiteral("insert into queue values ('%1', '%2', 'from before', 5, '')").arg(id, kChat),
         QStringLiteral("insert into queue_files values ('%1', '%2', '')").arg(id, photo.fileName())});
    WritingStore writing(folder.path());
    const auto items = writing.items();
    QCOMPARE(items.size(), size_t(1));
    QCOMPARE(items[0].id, id);
    QCOMPARE(items[0].body.value(QLatin1String("body")).toString(), QStringLiteral("from before"));
    QCOMPARE(items[0].path, QStringLiteral("conversations/%1/messages").arg(kChat));
    QCOMPARE(items[0].photos.size(), size_t(1));
    QVERIFY(QFile::exists(items[0].photos[0].path));
    QCOMPARE(writing.setAsideCount(), 0);
}

void TestMemory::cacheForgetsWhatWasUsedLongestAgo()
{
    QTemporaryDir folder;
    OfflineCache cache(folder.path());
    qint64 now = 1'000'000;
    cache.setNow([&now] { return now; });
    cache.setLimitBytes(10'000);
    const auto put = [&](const QString &key) {
        now += 100'000;
        cache.put(key, {{QStringLiteral("v"), QString(2000, QLatin1Char('x'))}});
    };
    for (const char *key : {"a", "b", "c", "d"})
        put(QString::fromLatin1(key));
    now += 100'000;
    QVERIFY(!cache.get(QStringLiteral("a")).empty()); // looked at again
    put(QStringLiteral("e"));
    QVERIFY(cache.bytes() <= 10'000);
    QVERIFY(!cache.get(QStringLiteral("a")).empty());
    QVERIFY(cache.get(QStringLiteral("b")).empty());
    QVERIFY(!cache.get(QStringLiteral("e")).empty());
    QCOMPARE(cache.get(QStringLiteral("e")).fetchedMs, now);
}

void TestMemory::messagesAreRowsWithoutGaps()
{
    QTemporaryDir folder;
    OfflineCache cache(folder.path());
    const auto seqs = [&cache] {
        QList<int> list;
        const QJsonArray items = cache.messages(kChat).value.value(QLatin1String("items")).toArray();
        for (const QJsonValue &item : items)
            list << item.toObject().value(QLatin1String("seq")).toInt();
        return list;
    };
    cache.putMessages(kChat, messages(1, 50), true);
    cache.putMessages(kChat, messages(51, 51), false); // came over the live line
    cache.putMessages(kChat, messages(60, 60), false); // what lies between is missing
    QCOMPARE(seqs().size(), 51);
    QCOMPARE(seqs().first(), 51);
    cache.putMessages(kChat, messages(40, 89), true); // touches what is kept
    QCOMPARE(seqs().size(), 89);
    cache.putMessages(kChat, messages(200, 249), true); // does not
    QCOMPARE(seqs().size(), 50);
    cache.putMessages(kChat, messages(250, 600), true);
    QCOMPARE(seqs().size(), OfflineCache::kMessagesKept);
    QCOMPARE(seqs().first(), 600);
    cache.remove(QStringLiteral("messages/") + kChat);
    QVERIFY(cache.messages(kChat).empty());
}

void TestMemory::listStandsBeforeTheServerAnswers()
{
    QTemporaryDir folder;
    QByteArray body = R"({"items":[{"id":"a"},{"id":"b"}],"total":2,"next_cursor":null})";
    ScriptedClient setup(folder.path(), [&body](const HttpRequest &) { return HttpAnswer{200, body, false, 0}; });
    {
        listings::SearchViewModel search;
        search.setClient(setup.client.get());
        search.componentComplete();
        QTRY_COMPARE(search.model()->count(), 2);
    }
    body = R"({"items":[{"id":"c"},{"id":"a"}],"total":2,"next_cursor":null})";
    setup.transport->holding = true;
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QCOMPARE(search.phase(), ViewModel::Ready); // at once
    QCOMPARE(search.model()->count(), 2);
    QVERIFY(search.fetchedAt() > 0);
    QVERIFY(!search.ageText().isEmpty());
    QVERIFY(search.refreshing());
    QSignalSpy resets(search.model(), &QAbstractItemModel::modelReset);
    setup.transport->letGo();
    QTRY_COMPARE(search.model()->get(0).value(QStringLiteral("listingId")).toString(), QStringLiteral("c"));
    QCOMPARE(resets.count(), 0); // without a jump
    QVERIFY(!search.stale());
    QVERIFY(!search.refreshing());
}

void TestMemory::unchangedListIsConfirmed()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &request) {
        HttpAnswer answer{200, R"({"id":"a","brand":"Kia"})", false, 0};
        answer.etag = "\"7\"";
        return header(request, "If-None-Match") == "\"7\"" ? HttpAnswer{304, {}, false, 0} : answer;
    });
    for (int turn = 0; turn < 2; ++turn) {
        listings::ListingViewModel car;
        car.setClient(setup.client.get());
        car.setProperty("listingId", QStringLiteral("a"));
        car.componentComplete();
        QTRY_VERIFY(!car.refreshing() && car.phase() == ViewModel::Ready);
        QVERIFY(car.card().value(QStringLiteral("title")).toString().startsWith(QLatin1String("Kia")));
        QVERIFY(!car.stale());
    }
}

void TestMemory::goneThingIsForgotten()
{
    QTemporaryDir folder;
    int status = 200;
    ScriptedClient setup(folder.path(), [&status](const HttpRequest &) {
        return HttpAnswer{status, status == 200 ? R"({"id":"a"})" : R"({"code":"not_found"})", false, 0};
    });
    listings::ListingViewModel car;
    car.setClient(setup.client.get());
    car.setProperty("listingId", QStringLiteral("a"));
    car.componentComplete();
    QTRY_VERIFY(!car.refreshing() && car.phase() == ViewModel::Ready);
    status = 404;
    car.reload();
    QTRY_COMPARE(car.phase(), ViewModel::Failed);
    QCOMPARE(car.trouble().kind, QStringLiteral("gone"));
    QVERIFY(setup.client->cache()->get(QStringLiteral("listing/a")).empty());
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
