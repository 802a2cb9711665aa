// How an index comes by its content: from the database, from what was kept of the last run, anew while it answers.
#include "harness/test_database.h"

#include "server/bus/in_process_bus.h"
#include "server/db/blocking.h"
#include "server/limits.h"
#include "server/providers/search/embedded/embedded_provider.h"
#include "server/search/changed_listings.h"
#include "server/search/search_check.h"
#include "server/search/search_feature.h"
#include "server/search/search_index_job.h"

#include <QFile>
#include <QJsonDocument>
#include <QCoroTimer>
#include <QTemporaryDir>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void takesUpWhatWasKept();
    void comparesWhatWasKept();
    void answersBeforeItHasComparedAll();
    void brokenFilesAreNotTakenUp();
    void refillsWhileItAnswers();
    void repairsWhatNobodyTold();
    void knowsWhoseDealsEndWell();
    void learnsEachNight_data();
    void learnsEachNight();
    void learnsFromAFullIndexAlone();
    void wrongCountsAreFound();

private:
    // Compares when it may.
    struct Provider : search::EmbeddedProvider
    {
        Provider(const QString &file, const bool &mayCompare) : EmbeddedProvider(file), comparing(mayCompare) {}
        QCoro::Task<Result<std::vector<search::Standing>>> standing(ListingId after, ListingId last) override
        {
            while (!comparing)
                co_await QCoro::sleepFor(std::chrono::milliseconds(1));
            co_return co_await EmbeddedProvider::standing(after, last);
        }
        const bool &comparing;
    };
    // What one process has of the search.
    struct Process
    {
        Process(Runtime &runtime, const QString &file, const bool &mayCompare)
            : provider(file, mayCompare), shelf(runtime.bus, limits::kCardShelfBytes), service(runtime, provider, shelf),
              job(runtime, provider)
        {
            job.start();
        }
        ~Process() { job.keepAtEnd(); }

        Provider provider;
        search::CardShelf shelf;
        search::SearchService service;
        search::SearchIndexJob job;
    };

    void sql(const QByteArray &text);
    qint64 count(const QByteArray &text);
    void start();
    CallContextPtr call() { return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(10'000)); }
    search::SearchService::Page find(const QByteArray &query);
    std::vector<search::CountDifference> wrongCounts();

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::BlockingConnection> m_connection;
    std::unique_ptr<db::Database> m_db;
    ManualClock m_clock;
    InProcessBus m_bus;
    config::Settings m_settings;
    CpuPool m_cpu;
    std::unique_ptr<Runtime> m_runtime;
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"search/index"_s);
    bool m_comparing = true;
    std::unique_ptr<Process> m_server;
};

void TestSearchIndex::sql(const QByteArray &text)
{
    if (!m_connection->execute(text))
        qFatal("%s: %s", text.constData(), m_connection->lastMessage().constData());
}

qint64 TestSearchIndex::count(const QByteArray &text)
{
    const auto rows = m_connection->execute("select count(*) from " + text);
    if (!rows)
        qFatal("%s: %s", text.constData(), m_connection->lastMessage().constData());
    return rows->int64(0, 0);
}

void TestSearchIndex::init()
{
    m_comparing = true;
    QFile::remove(m_file);
    m_database = std::make_unique<TestDatabase>();
    auto connection = db::BlockingConnection::open(m_database->url());
    QVERIFY(connection);
    m_connection = std::make_unique<db::BlockingConnection>(std::move(*connection));
    db::DatabaseOptions options;
    options.url = m_database->url();
    m_db = std::make_unique<db::Database>(options);
    m_runtime = std::make_unique<Runtime>(Runtime{*m_db, m_settings, m_clock, m_bus, m_cpu});
    sql(R"(
        insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at)
        select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'd' || i || '@example.com', '-', 'driver', 'Driver ' || i,
               json_build_object('id', i), '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, 5) i)");
    sql(R"(
        insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency,
                              delivery_eta_days, description, body_type, fuel, transmission, drive, color, card,
                              published_at, created_at, updated_at)
        select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(1 + i % 5), 12, '0'))::uuid, 'published',
               (array['Toyota','BMW','Kia'])[1 + i % 3], 'M' || i % 4, 2010 + i % 9, i * 1000, 'JP', i * 10000000::bigint, 'RUB', 10 + i % 30, '',
               'suv', 'petrol', 'cvt', 'awd', 'white', json_build_object('id', i), '2026-01-01Z', '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, 300) i)");
    start();
    QTRY_VERIFY(m_server->job.isFilled());
}

void TestSearchIndex::cleanup()
{
    m_server.reset();
    m_runtime.reset();
    m_db.reset();
    m_connection.reset();
    m_database.reset();
}

void TestSearchIndex::start()
{
    m_server.reset(); // which keeps its index
    m_server = std::make_unique<Process>(*m_runtime, m_file, m_comparing);
}

search::SearchService::Page TestSearchIndex::find(const QByteArray &text)
{
    const auto query = SearchQuery::fromUrlQuery(text);
    auto page = await(m_server->service.search(call(), query.ok() ? *query : SearchQuery()));
    if (!page)
        qFatal("%s: %s", text.constData(), errorWord(page.code()));
    return std::move(*page);
}

std::vector<search::CountDifference> TestSearchIndex::wrongCounts()
{
    search::SearchRoutes routes(m_server->service);
    http::Router router;
    routes.registerOn(router);
    search::SearchCheck check(*m_connection, [&](const QByteArray &query) -> Result<QJsonObject> {
        auto request = std::make_shared<http::Request>();
        request->query = query;
        request->context = call();
        const auto match = router.match(http::Method::Get, "/api/v1/search/facets");
        return QJsonDocument::fromJson(await(match.route->handler(request)).body).object();
    });
    std::vector<search::CountDifference> all;
    const auto sample = check.sample(7, 30);
    if (!sample || sample->size() != 30)
        qFatal("no sample");
    for (const SearchQuery &query : *sample) {
        const auto differences = check.differences(query);
        if (!differences)
            qFatal("no comparison");
        all.insert(all.end(), differences->begin(), differences->end());
    }
    return all;
}

void TestSearchIndex::takesUpWhatWasKept()
{
    m_server.reset();
    QVERIFY(QFile::exists(m_file));
    QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    // The file alone, without a look at the database.
    search::EmbeddedProvider alone(m_file);
    const auto restored = alone.restore();
    QVERIFY(restored.ok() && *restored);
    QCOMPARE(alone.size(), qint64(300));
    start();
    QTRY_VERIFY(m_server->job.isFilled());
    QCOMPARE(m_server->provider.size(), qint64(300));
    QVERIFY(wrongCounts().empty());
}

void TestSearchIndex::comparesWhatWasKept()
{
    m_server.reset();
    sql("update listings set status = 'paused' where id = '01900000-0000-7000-8000-00000000012c'");
    start();
    QTRY_VERIFY(m_server->job.isCompared());
    QCOMPARE(m_server->provider.size(), qint64(299));
    m_server.reset();
    // While the server is down: one goes without a trace, one changes, one comes, and a driver is banned.
    sql("delete from listings where id = '01900000-0000-7000-8000-000000000001'");
    sql("update listings set price_minor = 77700, updated_at = '2026-02-01Z' where id = '01900000-0000-7000-8000-000000000002'");
    sql("update listings set status = 'published', updated_at = '2026-02-01Z' where id = '01900000-0000-7000-8000-00000000012c'");
    sql("update listings set status = 'paused', updated_at = '2026-02-01Z' where id = '01900000-0000-7000-8000-000000000003'");
    sql("update users set status = 'banned', updated_at = '2026-02-01Z' where id = '00000000-0000-7000-8000-000000000005'");
    const qint64 left =
        count("listings l join users u on u.id = l.driver_id where l.status = 'published' and u.status = 'active'");
    QVERIFY(left < 240);
    start();
    QTRY_VERIFY(m_server->job.isCompared());
    QCOMPARE(m_server->provider.size(), left);
    QCOMPARE(find("price_to=77700").answer.total, qint64(1));
    QVERIFY(wrongCounts().empty());
}

void TestSearchIndex::answersBeforeItHasComparedAll()
{
    m_server.reset();
    sql("update listings set price_minor = 77700, updated_at = '2026-02-01Z' where id = '01900000-0000-7000-8000-000000000002'");
    sql("delete from listings where id = '01900000-0000-7000-8000-000000000001'"); // which leaves no stamp
    m_comparing = false;
    start();
    QTRY_VERIFY(m_server->job.isFilled());
    QCOMPARE(find("price_to=77700").answer.total, qint64(1));
    QCOMPARE(m_server->provider.size(), qint64(300));
    // What changes meanwhile comes in, too.
    sql("update listings set price_minor = 77800, updated_at = '2026-02-02Z' where id = '01900000-0000-7000-8000-000000000002'");
    m_bus.publish(search::kListingChanged, R"({"id":"01900000-0000-7000-8000-000000000002"})");
    QVERIFY(!m_server->job.isCompared());
    m_comparing = true;
    QTRY_VERIFY(m_server->job.isCompared());
    QCOMPARE(m_server->provider.size(), qint64(299));
    QCOMPARE(find("price_from=77800&price_to=77800").answer.total, qint64(1));
    QVERIFY(wrongCounts().empty());
}

void TestSearchIndex::brokenFilesAreNotTakenUp()
{
    m_server.reset();
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.resize(file.size() / 2));
    file.close();
    start();
    QTRY_VERIFY(m_server->job.isFilled());
    QCOMPARE(m_server->provider.size(), qint64(300));
    QVERIFY(wrongCounts().empty());
    start(); // and the broken one was replaced by a whole one
    QTRY_VERIFY(m_server->job.isFilled());
    QCOMPARE(m_server->provider.size(), qint64(300));
}

void TestSearchIndex::refillsWhileItAnswers()
{
    // Neither told nor stamped: nothing but a new filling sees it.
    sql("update listings set brand = 'Zeekr' where id = '01900000-0000-7000-8000-000000000004'");
    m_server->job.sweep();
    QCOMPARE(find("brand=zeekr").answer.total, qint64(0));
    m_bus.publish(search::kReindex, "{}");
    for (int i = 0; i < 200 && find("brand=zeekr").answer.total == 0; ++i)
        QCOMPARE(find("limit=1").answer.total, qint64(300)); // never a half
    QTRY_COMPARE(find("brand=zeekr").answer.total, qint64(1));
    QCOMPARE(find("limit=1").answer.total, qint64(300));
    // What changes meanwhile is in it.
    sql("update listings set brand = 'Exeed', updated_at = '2026-02-01Z' where id = '01900000-0000-7000-8000-000000000005'");
    m_bus.publish(search::kReindex, "{}");
    m_bus.publish(search::kListingChanged, R"({"id":"01900000-0000-7000-8000-000000000005"})");
    QTRY_COMPARE(find("brand=exeed").answer.total, qint64(1));
    QVERIFY(wrongCounts().empty());
}

void TestSearchIndex::repairsWhatNobodyTold()
{
    sql("update listings set status = 'paused' where id = '01900000-0000-7000-8000-00000000000c'");
    const auto page = find("price_from=120000000&price_to=120000000");
    QCOMPARE(page.answer.total, qint64(1));
    QVERIFY(page.cards.at(0).isEmpty()); // left out at once
    QTRY_COMPARE(m_server->provider.size(), qint64(299));
    QCOMPARE(find("price_from=120000000&price_to=120000000").answer.total, qint64(0));
}

void TestSearchIndex::knowsWhoseDealsEndWell()
{
    search::SearchStore store(*m_db);
    const auto completionOf = [&](const char *driver) {
        const auto ids = await(store.publishedOf(call(), *UserId::fromText(QLatin1String(driver)), {}, 1));
        const auto documents = await(store.documentsOf(call(), *ids));
        return documents->at(0).completionPerMille;
    };
    QCOMPARE(completionOf("00000000-0000-7000-8000-000000000001"), 800); // nothing known
    sql(R"(
        insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at)
        values ('00000000-0000-7000-8000-000000000099', 'b@example.com', '-', 'buyer', 'Buyer', '{}', now(), now());
        insert into conversations (id, listing_id, buyer_id, driver_id, created_at)
        select id, id, '00000000-0000-7000-8000-000000000099', driver_id, now() from listings order by id limit 8)");
    const auto deals = [&](const char *driver, const char *status, int from, int to, const char *funded) {
        sql(QByteArray("insert into deals (id, listing_id, conversation_id, buyer_id, driver_id, status, amount_minor, currency, "
                       "fee_minor, fee_basis_points, fee_minimum_minor, delivery_place, delivery_eta_days, listing, provider, "
                       "funded_at, created_at, updated_at) select gen_random_uuid(), id, id, "
                       "'00000000-0000-7000-8000-000000000099', '")
            + driver + "', '" + status + "', 100, 'RUB', 0, 0, 0, 'x', 10, '{}', 'sandbox', " + funded
            + ", now(), now() from listings order by id offset " + QByteArray::number(from) + " limit "
            + QByteArray::number(to - from));
    };
    deals("00000000-0000-7000-8000-000000000001", "released", 0, 5, "now()");
    deals("00000000-0000-7000-8000-000000000002", "resolved_refund", 0, 5, "now()");
    deals("00000000-0000-7000-8000-000000000003", "cancelled", 0, 5, "now()"); // the buyer changed his mind
    deals("00000000-0000-7000-8000-000000000004", "cancelled", 0, 5, "null");  // nobody paid
    QCOMPARE(completionOf("00000000-0000-7000-8000-000000000001"), 900);
    QCOMPARE(completionOf("00000000-0000-7000-8000-000000000002"), 400);
    QCOMPARE(completionOf("00000000-0000-7000-8000-000000000003"), 800);
    QCOMPARE(completionOf("00000000-0000-7000-8000-000000000004"), 800);
}

void TestSearchIndex::learnsEachNight_data()
{
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("night");
    QTest::newRow("before") << u"2026-11-18T00:59:59.999Z"_s << u"2026-11-17T01:00:00Z"_s;
    QTest::newRow("at once") << u"2026-11-18T01:00:00Z"_s << u"2026-11-18T01:00:00Z"_s;
    QTest::newRow("evening") << u"2026-11-18T23:59:00Z"_s << u"2026-11-18T01:00:00Z"_s;
}

void TestSearchIndex::learnsEachNight()
{
    QFETCH(QString, now);
    QFETCH(QString, night);
    QCOMPARE(search::MeaningJob::lastNight(*Timestamp::fromRfc3339(now)).unixMs, Timestamp::fromRfc3339(night)->unixMs);
}

void TestSearchIndex::learnsFromAFullIndexAlone()
{
    const auto learntAt = [this] {
        const auto learnt = m_server->provider.learnt();
        return learnt ? learnt->at.unixMs : 0;
    };
    QTRY_COMPARE(learntAt(), m_clock.now().unixMs);
    QCOMPARE(m_server->provider.learnt()->listings, 300);
    const qint64 first = learntAt();
    m_clock.advance(kMinuteMs);
    start(); // what was learnt is in the file
    QTRY_VERIFY(m_server->job.isFilled());
    m_server->job.learnIfDue();
    QCOMPARE(learntAt(), first);
    m_clock.advance(kDayMs);
    m_server->job.learnIfDue();
    QTRY_COMPARE(learntAt(), m_clock.now().unixMs);
    QVERIFY(wrongCounts().empty());
}

void TestSearchIndex::wrongCountsAreFound()
{
    QVERIFY(wrongCounts().empty());
    sql("update listings set color = 'black' where id = '01900000-0000-7000-8000-000000000004'");
    const auto wrong = wrongCounts();
    QVERIFY(!wrong.empty());
    bool isNamed = false;
    for (const search::CountDifference &one : wrong)
        isNamed = isNamed || (one.what == "color black" && one.answered == 0 && one.inDatabase == 1);
    QVERIFY(isNamed);
}

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_search_index.moc"
