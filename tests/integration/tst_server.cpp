// The whole server as its users meet it: over its sockets, with its threads, through restarts and lost databases.
#include "harness/test_server.h"

#include "server/db/blocking.h"
#include "server/db/optional_schema.h"
#include "server/db/query.h"
#include "server/listings/import/import.h"

#include <QtTest>

#include <set>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestWholeServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<TestServer>(); }
    void cleanupTestCase() { m_server.reset(); }

    // This program links the whole server, so every statement of every feature has registered itself.
    void everyStatementPrepares()
    {
        auto connection = db::BlockingConnection::open(m_server->database().url());
        QVERIFY(connection.ok());
        QVERIFY2(db::Query::all().size() >= 180, qPrintable(QString::number(db::Query::all().size())));
        const bool hasEmbeddings = db::examine(db::kEmbeddingSchema, *connection).ok(); // where there is pgvector
        if (hasEmbeddings)
            QVERIFY(db::apply(db::kEmbeddingSchema, m_server->database().url()).ok());
        std::set<QByteArray> names;
        for (const db::Query *query : db::Query::all()) {
            QVERIFY2(names.insert(query->name()).second, query->name());
            if (!hasEmbeddings && QByteArrayView(query->name()).startsWith("embeddings."))
                continue;
            const Outcome prepared = connection->prepare(query->name(), query->text());
            QVERIFY2(prepared.ok(), QByteArray(query->name()).append(": ").append(connection->lastMessage()).constData());
        }
    }

    void signsUpAndKnowsItsUser()
    {
        HttpClient client(m_server->url());
        QCOMPARE(client.get("/me").status, 401);
        const HttpAnswer signedUp = client.signUp("buyer", u"Анна"_s);
        QCOMPARE(signedUp.status, 201);
        const HttpAnswer me = client.get("/me");
        QCOMPARE(me.status, 200);
        QCOMPARE(me.text(u"id"_s), signedUp.text(u"user.id"_s));
        QVERIFY(!me.header("x-request-id").isEmpty());
        client.setToken("forged");
        QCOMPARE(client.get("/me").status, 401);
        QCOMPARE(client.get("/no-such-thing").status, 404);
    }

    void repeatsAnAnswerForAKey()
    {
        HttpClient client(m_server->url());
        const QJsonObject body{{u"email"_s, u"once@example.org"_s},
                               {u"password"_s, u"blue-harbour-42-lamp"_s},
                               {u"role"_s, u"buyer"_s},
                               {u"display_name"_s, u"Once"_s},
                               {u"locale"_s, u"en"_s}};
        const HttpClient::Headers key = {{"Idempotency-Key", "key-of-once"}};
        const HttpAnswer first = client.post("/auth/register", body, key);
        const HttpAnswer second = client.post("/auth/register", body, key);
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 201);
        QCOMPARE(second.text(u"user.id"_s), first.text(u"user.id"_s));
        QCOMPARE(client.post("/auth/register", body).status, 409);
        QCOMPARE(m_server->sql("select count(*) from users where email = 'once@example.org'").int64(0, 0), qint64(1));
    }

    void greetsOverWebSocket()
    {
        HttpClient client(m_server->url());
        QCOMPARE(client.signUp().status, 201);
        WsClient socket(m_server->port());
        QVERIFY(socket.connectAndSignIn(client.token()));
        socket.send({{u"type"_s, u"ping"_s}});
        QVERIFY(!socket.take(u"pong"_s).isEmpty());
        WsClient forged(m_server->port());
        QVERIFY(!forged.connectAndSignIn("forged"));
        QTRY_VERIFY(!forged.isOpen());
    }

    // `cargod import` is another process: nothing wakes this one but the row in the outbox.
    void findsWhatAnotherProcessImports()
    {
        HttpClient driver(m_server->url());
        const HttpAnswer signedUp = driver.signUp("driver", u"Импорт"_s);
        QCOMPARE(signedUp.status, 201);
        QTemporaryFile csv;
        QVERIFY(csv.open());
        csv.write("external_id,brand,model,year,price_rub,mileage_km,fuel,transmission,country_from\n");
        for (int i = 0; i < 30; ++i)
            csv.write("e" + QByteArray::number(i) + ",Imported,M1,2019,1500000,42000,petrol,manual,JP\n");
        csv.close();
        listings::ImportOptions options;
        options.databaseUrl = m_server->database().url();
        options.file = csv.fileName();
        options.ownerEmail =
            m_server->sql("select email from users where id = '" + signedUp.text(u"user.id"_s).toLatin1() + "'").text(0, 0);
        const auto done = listings::runImport(options, m_server->clock(), {});
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().detail));
        QCOMPARE(done->added, qint64(30));
        // Long before the half minute after which the index looks by itself.
        QTRY_COMPARE_WITH_TIMEOUT(driver.get("/search?brand=Imported&limit=1").text(u"total"_s), u"30"_s, 10'000);
    }

    void livesThroughALostDatabase()
    {
        HttpClient client(m_server->url());
        QCOMPARE(client.signUp().status, 201);
        for (int round = 0; round < 3; ++round) {
            m_server->database().cutConnections();
            QTRY_COMPARE(client.get("/me").status, 200);
            QTRY_COMPARE(HttpClient(m_server->url()).signUp().status, 201);
        }
        HttpClient ops(m_server->opsUrl());
        QTRY_COMPARE(ops.send("GET", "/readyz", {}).status, 200);
        QCOMPARE(ops.send("GET", "/healthz", {}).status, 200);
    }

    void keepsEverythingOverARestart()
    {
        HttpClient before(m_server->url());
        const QString id = before.signUp("driver", u"Stays"_s).text(u"user.id"_s);
        m_server->restart();
        HttpClient after(m_server->url());
        after.setToken(before.token()); // signed by a key that is kept as well
        const HttpAnswer me = after.get("/me");
        QCOMPARE(me.status, 200);
        QCOMPARE(me.text(u"id"_s), id);
    }

private:
    std::unique_ptr<TestServer> m_server;
};

QTEST_GUILESS_MAIN(TestWholeServer)
#include "tst_server.moc"
