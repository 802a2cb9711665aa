// What the app remembers, without a network: the cache and its bound, drafts, the queue of what was done, the sign-in, and
// that all of it goes when the user does. Files are broken, old and new ones; the app ends between any two steps.
#include "qml/client/draft.h"
#include "qml/client/outbox_model.h"
#include "qml/client/photo_uploads.h"
#include "qml/client/server_clock.h"
#include "qml/deals/deal_view_models.h"
#include "qml/listings/listings_view_models.h"
#include "qml/listings/search_view_model.h"
#include "tests/ui/rig/scripted_transport.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::client;
using test::header;
using test::mediaAnswer;
using test::Scripted;

namespace {

const QString kChat = QStringLiteral("01936000-0000-7000-8000-000000000400");
const QString kDeal = QStringLiteral("01936000-0000-7000-8000-000000000100");
const QByteArray kAuth = R"({"access_token":"a","refresh_token":"r","user":{"id":"01936000-0000-7000-8000-000000000001"}})";
const QByteArray kOther = R"({"access_token":"b","refresh_token":"s","user":{"id":"01936000-0000-7000-8000-000000000002"}})";

HttpAnswer noNetwork(const HttpRequest &) { return {0, {}, false, 0}; }

struct Setup
{
    explicit Setup(const QString &folder, Scripted::Rule rule, std::unique_ptr<Keyring> keyring = nullptr)
    {
        auto owned = std::make_unique<Scripted>(std::move(rule));
        transport = owned.get();
        client = std::make_unique<Client>(std::move(owned), folder, std::move(keyring));
        client->api()->setFirstRetryMs(1);
        client->outbox()->setFirstPauseMs(2);
        client->settings()->overrideServerUrl(QStringLiteral("http://127.0.0.1:1"));
        client->api()->setServerUrl(QUrl(QStringLiteral("http://127.0.0.1:1")));
    }
    void signIn(const QByteArray &answer = kAuth) { client->session()->accept(QJsonDocument::fromJson(answer).object()); }
    Scripted *transport;
    std::unique_ptr<Client> client;
};

struct Rings
{
    QMap<QString, QByteArray> values;
    std::vector<std::function<void()>> waiting;
    bool works = true;
    bool holds = false;
};

class FakeRing : public Keyring
{
public:
    explicit FakeRing(Rings *rings) : m_rings(rings) {}
    void read(const QString &key, std::function<void(Found, const QByteArray &)> done) override
    {
        later([this, key, done] {
            const bool there = m_rings->values.contains(key);
            done(!m_rings->works ? Found::Unavailable : there ? Found::Value : Found::Nothing, m_rings->values.value(key));
        });
    }
    void write(const QString &key, const QByteArray &value, std::function<void(bool)> done) override
    {
        later([this, key, value, done] {
            if (m_rings->works)
                m_rings->values.insert(key, value);
            done(m_rings->works);
        });
    }
    void remove(const QString &key) override { m_rings->values.remove(key); }

private:
    void later(std::function<void()> work)
    {
        if (m_rings->holds)
            m_rings->waiting.push_back(std::move(work));
        else
            QTimer::singleShot(0, QCoreApplication::instance(), std::move(work));
    }
    Rings *m_rings;
};

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

QStringList filesWith(const QString &folder, const QByteArray &text)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly)) {
            const QByteArray bytes = file.readAll();
            const QString wide = QString::fromUtf8(text);
            if (bytes.contains(text) || bytes.contains(QByteArray(reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2)))
                found << file.fileName();
        }
    }
    return found;
}

QJsonArray messages(int from, int to)
{
    QJsonArray list;
    for (int seq = to; seq >= from; --seq)
        list.append(QJsonObject{{QStringLiteral("seq"), seq}, {QStringLiteral("id"), QString::number(seq)}});
    return list;
}

} // namespace

// A form, as a page is one.
class Form : public QObject
{
    Q_OBJECT
    Q_PROPERTY(QString words MEMBER words NOTIFY changed)
    Q_PROPERTY(int stars MEMBER stars NOTIFY changed)

public:
    QString words;
    int stars = 0;

Q_SIGNALS:
    void changed();
};

class TestMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setServerClockOffsetMs(0); }
    void brokenFilesAreSetAside_data();
    void brokenFilesAreSetAside();
    void newerFileKeepsItsWriting();
    void firstAppsMessagesComeAlong();
    void cacheForgetsWhatWasUsedLongestAgo();
    void messagesAreRowsWithoutGaps();
    void listStandsBeforeTheServerAnswers();
    void unchangedListIsConfirmed();
    void goneThingIsForgotten();
    void draftComesBack();
    void draftOfAPageThatGoes();
    void queueKeepsItsOrder();
    void lastWishCounts();
    void refusedStaysUntilTheUserDecides();
    void photoCountsWhenItsHashComesBack();
    void queueLivesThroughAnyEnd();
    void disputeWaitsForItsPhotos();
    void moneyIsNotSentLater();
    void keyringTakesTheSignIn();
    void withoutKeyringAFile();
    void slowKeyringLosesNothing();
    void signOutLeavesNoByte();
    void endedSessionKeepsTheWriting();
    void everyAnswerHasItsTrouble_data();
    void everyAnswerHasItsTrouble();
    void slowAnswerOffersAWayOut();
    void lineThatComesBackRenewsWhatIsOld();
    void sleepIsNoticed();
    void clockIsTheServers();
    void breakAndOldAppAreSaid();
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
    Setup setup(folder.path(), [&body](const HttpRequest &) { return HttpAnswer{200, body, false, 0}; });
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
    Setup setup(folder.path(), [](const HttpRequest &request) {
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
    Setup setup(folder.path(), [&status](const HttpRequest &) {
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

static std::unique_ptr<Draft> draftOf(Client *client, Form *form, const QString &key = QStringLiteral("review/1"))
{
    auto draft = std::make_unique<Draft>();
    draft->setClient(client);
    draft->setProperty("target", QVariant::fromValue<QObject *>(form));
    draft->setProperty("properties", QStringList{QStringLiteral("words"), QStringLiteral("stars")});
    draft->setKey(key);
    draft->componentComplete();
    return draft;
}

void TestMemory::draftComesBack()
{
    QTemporaryDir folder;
    Setup setup(folder.path(), noNetwork);
    Form form;
    const auto draft = draftOf(setup.client.get(), &form);
    QVERIFY(!draft->restored());
    form.setProperty("words", QStringLiteral("a good man"));
    form.setProperty("stars", 5);
    // By itself, soon after the last letter: the process may be gone any moment.
    QTRY_COMPARE(setup.client->writing()->draft(QStringLiteral("review/1")).value(QLatin1String("stars")).toInt(), 5);
    Form other;
    const auto again = draftOf(setup.client.get(), &other);
    QVERIFY(again->restored());
    QCOMPARE(other.words, QStringLiteral("a good man"));
    QCOMPARE(other.stars, 5);
    again->clear();
    QVERIFY(setup.client->writing()->draft(QStringLiteral("review/1")).isEmpty());
    again->setKey(QStringLiteral("review/2"));
    QCOMPARE(other.words, QString()); // nothing of one thing in another
}

void TestMemory::draftOfAPageThatGoes()
{
    QTemporaryDir folder;
    Setup setup(folder.path(), noNetwork);
    auto form = std::make_unique<Form>();
    auto draft = draftOf(setup.client.get(), form.get());
    draft->setParent(form.get());
    draft.release();
    form->setProperty("words", QStringLiteral("unfinished"));
    form.reset(); // at once: the page goes and takes its draft along
    QCOMPARE(setup.client->writing()->draft(QStringLiteral("review/1")).value(QLatin1String("words")).toString(),
             QStringLiteral("unfinished"));
}

void TestMemory::queueKeepsItsOrder()
{
    QTemporaryDir folder;
    QStringList came;
    QSet<QString> known;
    int turn = 0;
    const auto rule = [&](const HttpRequest &request) {
        if (!request.url.path().endsWith(QLatin1String("/messages")))
            return HttpAnswer{200, "{}", false, 0};
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const bool lost = ++turn % 7 == 0; // the server has it, the app does not hear of it
        if (!known.contains(body.value(QLatin1String("client_id")).toString())) {
            known.insert(body.value(QLatin1String("client_id")).toString());
            came << body.value(QLatin1String("body")).toString();
        }
        return lost ? HttpAnswer{0, {}, false, 0} : HttpAnswer{201, R"({"seq":1})", false, 0};
    };
    QStringList written;
    {
        Setup offline(folder.path(), noNetwork);
        offline.client->outbox()->setPaused(true);
        for (int at = 0; at < 200; ++at) {
            written << QStringLiteral("m%1").arg(at);
            offline.client->outbox()->sendMessage(kChat, written.last());
        }
    }
    Setup online(folder.path(), rule);
    OutboxModel model;
    model.setClient(online.client.get());
    online.signIn();
    model.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(model.waiting(), 0, 60000);
    QCOMPARE(came, written);
}

void TestMemory::lastWishCounts()
{
    QTemporaryDir folder;
    Setup setup(folder.path(), noNetwork);
    Outbox *outbox = setup.client->outbox();
    outbox->setPaused(true);
    for (const bool favourite : {true, false, true})
        outbox->setFavourite(QStringLiteral("a"), favourite);
    QCOMPARE(outbox->items().size(), size_t(1));
    QCOMPARE(outbox->items()[0].method, QByteArray("PUT"));
}

void TestMemory::refusedStaysUntilTheUserDecides()
{
    QTemporaryDir folder;
    bool accept = false;
    Setup setup(folder.path(), [&accept](const HttpRequest &request) {
        const bool first = request.body.contains("first");
        return accept || !first ? HttpAnswer{201, R"({"seq":1})", false, 0} : HttpAnswer{403, R"({"code":"muted"})", false, 0};
    });
    setup.signIn();
    OutboxModel model;
    model.setClient(setup.client.get());
    model.componentComplete();
    QSignalSpy sent(setup.client->outbox(), &Outbox::sent);
    const QString id = setup.client->outbox()->sendMessage(kChat, QStringLiteral("first"));
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("second"));
    QTRY_COMPARE(sent.count(), 1); // what is refused holds up nobody
    QTRY_COMPARE(model.refused(), 1);
    QCOMPARE(model.get(0).value(QStringLiteral("state")).toString(), QStringLiteral("refused"));
    QVERIFY(!model.get(0).value(QStringLiteral("stateText")).toString().isEmpty());
    accept = true;
    model.retry(id);
    QTRY_COMPARE(sent.count(), 2);
    QTRY_COMPARE(model.count(), 0);
    // Both tries were one thing.
    QCOMPARE(qvariant_cast<OutboxItem>(sent.at(1).at(0)).id, id);
}

void TestMemory::photoCountsWhenItsHashComesBack()
{
    QTemporaryDir folder;
    bool whole = false; // else other bytes arrive than were sent
    int uploads = 0;
    QSet<QByteArray> keys;
    Setup setup(folder.path(), [&](const HttpRequest &request) {
        if (!request.url.path().endsWith(QLatin1String("/media")))
            return HttpAnswer{201, R"({"seq":1})", false, 0};
        ++uploads;
        keys.insert(header(request, "Idempotency-Key"));
        return mediaAnswer(request, whole);
    });
    setup.client->writing()->keepPhoto(QStringLiteral("draft/c"), "jpeg bytes");
    setup.client->outbox()->sendMessage(kChat, {}, QStringLiteral("c"));
    QTRY_VERIFY(setup.client->outbox()->items().at(0).nextMs > 0); // it waits
    const auto kept = setup.client->outbox()->items().at(0).photos;
    QVERIFY(kept.at(0).mediaId.isEmpty());
    QVERIFY(QFile::exists(kept.at(0).path));
    QCOMPARE(setup.transport->count("POST", "/messages"), 0);
    whole = true;
    setup.client->outbox()->flushNow();
    QTRY_VERIFY(setup.client->outbox()->items().empty());
    QCOMPARE(keys.size(), uploads); // each is another upload, not the same again
    QVERIFY(uploads > 1);
    QVERIFY(!QFile::exists(kept.at(0).path));
}

// The app ends after each answer, before anything is written down: each time a new one goes on from the files.
void TestMemory::queueLivesThroughAnyEnd()
{
    QTemporaryDir folder;
    {
        Setup first(folder.path(), noNetwork);
        first.client->outbox()->setPaused(true);
        first.client->writing()->keepPhoto(QStringLiteral("draft/c"), "one");
        first.client->writing()->keepPhoto(QStringLiteral("draft/c"), "two");
        first.client->writing()->setDraft(QStringLiteral("c"), {{QStringLiteral("draft"), QStringLiteral("look")}});
        QVERIFY(!first.client->outbox()->sendMessage(kChat, QStringLiteral("look"), QStringLiteral("c")).isEmpty());
        QVERIFY(first.client->writing()->draft(QStringLiteral("c")).isEmpty()); // queued and no draft any more: one step
    }
    QMap<QByteArray, int> uploads; // by key
    QSet<QString> stored;
    for (int lives = 0; lives < 12; ++lives) {
        int answers = 0;
        Setup life(folder.path(), [&](const HttpRequest &request) {
            ++answers;
            if (request.url.path().endsWith(QLatin1String("/media"))) {
                ++uploads[header(request, "Idempotency-Key")];
                return mediaAnswer(request);
            }
            stored.insert(QJsonDocument::fromJson(request.body).object().value(QLatin1String("client_id")).toString());
            return HttpAnswer{201, R"({"seq":1})", false, 0};
        });
        life.transport->holding = true;
        life.client->outbox()->flush();
        if (life.client->outbox()->items().empty())
            break;
        // Odd lives hear the answer, even ones end while it is on its way.
        for (const auto &go : std::exchange(life.transport->held, {})) {
            if (lives % 2)
                go();
            else
                life.transport->rule(life.transport->requests.back());
        }
    }
    QCOMPARE(uploads.size(), 2); // two photos, however often they were sent
    QCOMPARE(stored.size(), 1);
    QVERIFY(Setup(folder.path(), noNetwork).client->outbox()->items().empty());
}

void TestMemory::disputeWaitsForItsPhotos()
{
    QTemporaryDir folder;
    bool line = false;
    QJsonObject dispute;
    Setup setup(folder.path(), [&](const HttpRequest &request) {
        if (!line)
            return HttpAnswer{0, {}, false, 0};
        if (request.url.path().endsWith(QLatin1String("/media")))
            return mediaAnswer(request);
        if (request.url.path().endsWith(QLatin1String("/dispute")) && request.method == "POST")
            dispute = QJsonDocument::fromJson(request.body).object();
        return HttpAnswer{200, R"({"id":"x","status":"disputed","items":[]})", false, 0};
    });
    setup.signIn();
    deals::DealViewModel deal;
    deal.setClient(setup.client.get());
    deal.setProperty("dealId", kDeal);
    deal.componentComplete();
    setup.client->writing()->keepPhoto(QStringLiteral("draft/dispute/1"), "scratch");
    deal.openDispute(QStringLiteral("damaged"), QStringLiteral("a scratch"), QStringLiteral("dispute/1"));
    QTRY_VERIFY_WITH_TIMEOUT(!setup.client->session()->online(), 10000);
    QCOMPARE(setup.transport->count("POST", "/dispute"), 0);
    line = true;
    setup.client->connection()->askServer();
    QTRY_VERIFY_WITH_TIMEOUT(!dispute.isEmpty(), 20000);
    QCOMPARE(dispute.value(QLatin1String("photos")).toArray().size(), 1);
    QCOMPARE(dispute.value(QLatin1String("reason")).toString(), QStringLiteral("damaged"));
}

void TestMemory::moneyIsNotSentLater()
{
    QTemporaryDir folder;
    bool line = false;
    QList<QByteArray> keys;
    Setup setup(folder.path(), [&](const HttpRequest &request) {
        if (request.url.path().endsWith(QLatin1String("/confirm"))) {
            keys << header(request, "Idempotency-Key");
            if (!line)
                return HttpAnswer{0, {}, false, 0};
        }
        return HttpAnswer{200, R"({"id":"x","status":"in_transit","allowed_events":["confirm_delivery"],"items":[]})", false, 0};
    });
    setup.signIn();
    deals::DealViewModel deal;
    deal.setClient(setup.client.get());
    deal.setProperty("dealId", kDeal);
    deal.componentComplete();
    QTRY_VERIFY(deal.allowed().contains(QStringLiteral("confirm_delivery")));
    deal.confirm();
    QTRY_COMPARE_WITH_TIMEOUT(deal.unansweredOrder(), QStringLiteral("confirm"), 10000);
    const auto tries = keys.size();
    QVERIFY(setup.client->outbox()->items().empty());
    line = true;
    setup.client->connection()->askServer();
    QTRY_VERIFY(setup.client->session()->online());
    QTRY_VERIFY(!deal.refreshing());
    QCOMPARE(keys.size(), tries); // nobody gave it again
    QCOMPARE(deal.unansweredOrder(), QStringLiteral("confirm"));
    deal.giveAgain();
    QTRY_COMPARE(keys.size(), tries + 1);
    QCOMPARE(QSet<QByteArray>(keys.begin(), keys.end()).size(), 1); // and if it had arrived, it is the same order
    QTRY_VERIFY(deal.unansweredOrder().isEmpty());
}

void TestMemory::keyringTakesTheSignIn()
{
    QTemporaryDir folder;
    Rings rings;
    {
        Setup setup(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
        setup.signIn();
        QTRY_VERIFY(setup.client->session()->inKeyring());
        QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    }
    Setup again(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
    again.client->session()->restore();
    QVERIFY(again.client->session()->restoring()); // the frame does not wait
    QTRY_VERIFY(again.client->session()->signedIn());
    again.client->session()->signOut();
    QVERIFY(rings.values.isEmpty());
}

void TestMemory::withoutKeyringAFile()
{
    QTemporaryDir folder;
    Rings rings;
    rings.works = false;
    {
        Setup setup(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
        setup.signIn();
        QTest::qWait(0);
        QTRY_VERIFY(QFile::exists(folder.filePath(QStringLiteral("session.json"))));
        QVERIFY(!setup.client->session()->inKeyring());
    }
    rings.works = true; // it is there later: the file moves into it
    Setup again(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
    again.client->session()->restore();
    QVERIFY(again.client->session()->signedIn());
    QTRY_VERIFY(again.client->session()->inKeyring());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("session.json"))));
}

void TestMemory::slowKeyringLosesNothing()
{
    QTemporaryDir folder;
    Rings rings;
    rings.holds = true; // it asks the user for its password
    Setup setup(folder.path(), noNetwork, std::make_unique<FakeRing>(&rings));
    setup.client->session()->restore();
    setup.signIn();
    QVERIFY(QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    setup.client->session()->signOut(); // before it answers
    for (const auto &answer : std::exchange(rings.waiting, {}))
        answer();
    QVERIFY(rings.values.isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(QStringLiteral("session.json"))));
    QVERIFY(!setup.client->session()->signedIn());
}

void TestMemory::signOutLeavesNoByte()
{
    QTemporaryDir folder;
    const QByteArray secret = "perepiska-sekret-77";
    const QString text = QString::fromLatin1(secret);
    Setup setup(folder.path(), noNetwork);
    setup.signIn();
    Client &client = *setup.client;
    client.cache()->put(QStringLiteral("deals"), {{QStringLiteral("t"), text}});
    client.cache()->putMessages(kChat, {QJsonObject{{QStringLiteral("seq"), 1}, {QStringLiteral("body"), text}}}, true);
    client.settings()->rememberSearch(text);
    client.writing()->keepPhoto(QStringLiteral("draft/chat/") + kChat, secret);
    client.outbox()->sendMessage(kChat, text, QStringLiteral("chat/") + kChat);
    Form form;
    const auto draft = draftOf(&client, &form);
    form.setProperty("words", text);
    draft->save();
    form.setProperty("words", QString(text + QStringLiteral(" and more"))); // not yet saved when he leaves
    QVERIFY(filesWith(folder.path(), secret).size() >= 3);
    client.session()->signOut();
    draft->save();
    QVERIFY(form.words.isEmpty());
    QCOMPARE(filesWith(folder.path(), secret), QStringList());
    setup.client.reset();
    QCOMPARE(filesWith(folder.path(), secret), QStringList());
    QCOMPARE(filesWith(folder.path(), "refresh_token"), QStringList());
}

void TestMemory::endedSessionKeepsTheWriting()
{
    QTemporaryDir folder;
    Setup setup(folder.path(), [](const HttpRequest &request) {
        const bool asks =
            request.url.path().endsWith(QLatin1String("/deals")) || request.url.path().endsWith(QLatin1String("/refresh"));
        return asks ? HttpAnswer{401, R"({"code":"token_reused"})", false, 0} : HttpAnswer{0, {}, false, 0};
    });
    setup.signIn();
    QSignalSpy ended(setup.client->session(), &Session::ended);
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("mine"));
    setup.client->cache()->put(QStringLiteral("deals"), {{QStringLiteral("v"), 1}});
    setup.client->api()->send(Call::get(QStringLiteral("deals")), this, [](const Answer &) {});
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY(setup.client->cache()->get(QStringLiteral("deals")).empty());
    QCOMPARE(setup.client->outbox()->items().size(), size_t(1));
    setup.signIn(); // the same user is back
    QCOMPARE(setup.client->outbox()->items().size(), size_t(1));
    setup.client->session()->signOut();
    setup.client->outbox()->setPaused(true);
    setup.signIn();
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("mine"));
    QTRY_COMPARE(setup.client->outbox()->items().size(), size_t(1));
    setup.client->writing()->claim(QStringLiteral("somebody else"));
    QVERIFY(setup.client->outbox()->items().empty());
}

void TestMemory::everyAnswerHasItsTrouble_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](int status, const char *body, const char *kind) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(status).arg(QLatin1String(kind))))
            << status << QByteArray(body) << QString::fromLatin1(kind);
    };
    row(0, "", "offline");
    row(401, R"({"code":"unauthorized"})", "signedOut");
    row(403, R"({"code":"forbidden"})", "forbidden");
    row(404, R"({"code":"not_found"})", "gone");
    row(409, R"({"code":"state_conflict"})", "conflict");
    row(422, R"({"code":"validation_failed"})", "invalid");
    row(429, R"({"code":"rate_limited"})", "busy");
    row(500, R"({"code":"internal"})", "broken");
    row(502, "<html>", "broken");
    row(503, R"({"code":"unavailable"})", "maintenance");
    row(200, "<html>", "rubbish");
    row(200, "{\"items\":[", "rubbish");
    row(200, R"({"items":7})", "rubbish");
    row(302, "", "rubbish");
    row(403, "<html>", "rubbish");
}

void TestMemory::everyAnswerHasItsTrouble()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QTemporaryDir folder;
    Setup setup(folder.path(), [&](const HttpRequest &) {
        HttpAnswer answer{status, body, false, status == 429 ? 60 : 0};
        answer.requestId = "0193600000007000-12345678";
        return answer;
    });
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Failed, 10000);
    const Trouble trouble = search.trouble();
    QCOMPARE(trouble.kind, kind);
    QVERIFY(!trouble.title.isEmpty());
    QVERIFY(!trouble.text.isEmpty());
    QVERIFY(!trouble.iconName.isEmpty());
    QCOMPARE(trouble.traceId, QStringLiteral("12345678"));
    QCOMPARE(trouble.waitS, status == 429 ? 60 : 0);
    QCOMPARE(trouble.action.isEmpty(), trouble.actionText.isEmpty());
    // With something on the device the screen keeps it, and says its age, when the fault may pass.
    setup.client->cache()->put(QStringLiteral("search?sort=relevance"), {{QStringLiteral("items"), QJsonArray()}});
    listings::SearchViewModel known;
    known.setClient(setup.client.get());
    known.componentComplete();
    QTRY_VERIFY_WITH_TIMEOUT(!known.refreshing(), 10000);
    const bool passes = status == 0 || status == 401 || status == 429 || status >= 500 || kind == QLatin1String("rubbish");
    QCOMPARE(known.stale(), passes);
    QCOMPARE(known.phase(), passes ? ViewModel::Empty : ViewModel::Failed);
}

void TestMemory::slowAnswerOffersAWayOut()
{
    QTemporaryDir folder;
    Setup setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, R"({"items":[{"id":"a"}]})", false, 0}; });
    setup.client->setSlowMs(1);
    setup.transport->holding = true;
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_VERIFY(search.slow());
    QCOMPARE(search.phase(), ViewModel::Loading);
    search.waitOn();
    QVERIFY(!search.slow());
    QTRY_VERIFY(search.slow());
    search.giveUp();
    QVERIFY(!search.slow());
    QCOMPARE(search.phase(), ViewModel::Failed);
    QCOMPARE(search.trouble().kind, QStringLiteral("timeout"));
    setup.transport->letGo(); // too late: nothing changes under the user's hands
    QCOMPARE(search.phase(), ViewModel::Failed);
    search.reload();
    QTRY_COMPARE(search.phase(), ViewModel::Ready);
    QVERIFY(!search.slow());
}

void TestMemory::lineThatComesBackRenewsWhatIsOld()
{
    QTemporaryDir folder;
    bool line = false;
    Setup setup(folder.path(), [&line](const HttpRequest &) {
        return line ? HttpAnswer{200, R"({"items":[{"id":"a"}],"min_app_version":"","maintenance":""})", false, 0}
                    : HttpAnswer{0, {}, false, 0};
    });
    setup.client->connection()->setProbeMs(1);
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Failed, 10000);
    line = true; // nobody presses anything
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Ready, 20000);
}

void TestMemory::sleepIsNoticed()
{
    QTemporaryDir folder;
    Setup setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, "{}", false, 0}; });
    QSignalSpy back(setup.client->connection(), &Connection::cameBack);
    setup.client->connection()->tick(1'000'000);
    setup.client->connection()->tick(1'005'000);
    QCOMPARE(back.count(), 0);
    setup.client->connection()->tick(1'005'000 + 3'600'000);
    QCOMPARE(back.count(), 1);
    setup.client->connection()->networkChanged(false);
    setup.client->connection()->networkChanged(true);
    QCOMPARE(back.count(), 2);
    // A leap in the numbers of events means that some were lost.
    QSignalSpy gap(setup.client->ws(), &WsClient::resyncNeeded);
    for (const char *frame : {R"({"type":"ready","user_id":"x","seq":4})", R"({"type":"deal","seq":5,"deal":{}})"})
        setup.client->ws()->receive(QString::fromLatin1(frame));
    QCOMPARE(gap.count(), 0);
    setup.client->ws()->receive(QStringLiteral(R"({"type":"deal","seq":9,"deal":{}})"));
    QCOMPARE(gap.count(), 1);
}

void TestMemory::clockIsTheServers()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    hearServerClock((now + 3'600'000) / 1000 * 1000);
    QVERIFY(qAbs(serverNowMs() - now - 3'600'000) < 60'000);
    hearServerClock(now / 1000 * 1000); // the user set his clock right
    QCOMPARE(serverClockOffsetMs(), qint64(0));
}

void TestMemory::breakAndOldAppAreSaid()
{
    QTemporaryDir folder;
    QByteArray status = R"({"min_app_version":"0.2","maintenance":"Back at four.","time":"2026-11-25T12:00:00.000Z"})";
    Setup setup(folder.path(), [&status](const HttpRequest &request) {
        return request.url.path().endsWith(QLatin1String("/status")) ? HttpAnswer{200, status, false, 0}
                                                                     : HttpAnswer{503, R"({"code":"unavailable"})", false, 0};
    });
    Connection &connection = *setup.client->connection();
    connection.setProbeMs(1);
    connection.setAppVersion(QStringLiteral("0.2.1"));
    setup.client->api()->send(Call::get(QStringLiteral("deals")), this, [](const Answer &) {}); // meets the 503
    QTRY_COMPARE_WITH_TIMEOUT(connection.gate(), QStringLiteral("maintenance"), 10000);
    QCOMPARE(connection.maintenance(), QStringLiteral("Back at four."));
    QSignalSpy back(&connection, &Connection::cameBack);
    status = R"({"min_app_version":"0.2","maintenance":"","time":"2026-11-25T12:00:00.000Z"})";
    QTRY_COMPARE_WITH_TIMEOUT(connection.gate(), QStringLiteral("open"), 10000); // it asks by itself
    QCOMPARE(back.count(), 1);
    connection.setAppVersion(QStringLiteral("0.1.9"));
    connection.askServer();
    QTRY_COMPARE(connection.gate(), QStringLiteral("tooOld"));
}

QTEST_GUILESS_MAIN(TestMemory)
#include "tst_memory.moc"
