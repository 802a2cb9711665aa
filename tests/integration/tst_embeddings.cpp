// What texts mean from an endpoint outside: its answers are looked at, kept with pgvector, mirrored into every index, and found
// by.
#include "harness/embedding_double.h"
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/bus/in_process_bus.h"
#include "server/core/log.h"
#include "server/core/metrics.h"
#include "server/db/blocking.h"
#include "server/db/optional_schema.h"
#include "server/limits.h"
#include "server/providers/embeddings/openai/openai_embeddings.h"
#include "server/providers/embeddings/quick_embeddings.h"
#include "server/providers/search/embedded/embedded_provider.h"
#include "server/search/changed_listings.h"
#include "server/search/embedding_job.h"
#include "server/search/search_index_job.h"
#include "server/search/search_service.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtTest>

#include <cmath>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;
using embeddings::Vector;

namespace {
constexpr int kDimensions = 64;
constexpr int kCars = 100;
constexpr int kPatienceMs = 10'000; // of tests that are not about waiting
constexpr double kSimilar = 0.2;    // trigrams are not as sure as models
const QByteArray kKey = "sk-never-to-be-logged";

double cosine(const Vector &a, const Vector &b)
{
    double sum = 0;
    for (size_t i = 0; i < a.size() && i < b.size(); ++i)
        sum += double(a[i]) * double(b[i]);
    return sum;
}

quint64 queries(const char *outcome)
{
    return metrics::counter("cargo_embeddings_queries_total", "", {{"outcome", outcome}}).value();
}
} // namespace

class TestEmbeddings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void vectorsComeInTheOrderOfTheTexts();
    void hostileAnswersAreNone_data();
    void hostileAnswersAreNone();
    void longerVectorsAreCut();
    void deadlineOfTheCallHolds();
    void pausesAreKept();
    void refusalsAreToldApart();
    void secretsAreNotLogged();
    void queriesAreRemembered();
    void slowAnswersAreGivenUp();
    void contactsStayHere();
    void missingExtensionIsExplained();

    void listingsGetTheirMeaning();
    void wishesFindWhatDoesNotHoldTheirWords();
    void withoutTheEndpointWordsAnswer();
    void onlyWhatIsToldOtherwiseIsAskedAgain();
    void anotherModelMakesAllAnew();
    void twoServersAskOnce();
    void whatAKilledOneLeftIsTakenUp();
    void oneRefusedTextStopsNobody();
    void aRefusedEndpointMarksNobody();
    void meaningsThatCameWhileAwayAreTakenUp();
    void theWholeServerAsks();

private:
    // What one process has of it.
    struct Process
    {
        Process(TestEmbeddings &test, const QString &file, bool alone = false)
            : db({.url = test.m_database->url()}), runtime{db, test.m_settings, test.m_clock, test.m_bus, test.m_cpu},
              provider(file, search::MeaningUse::On, std::make_shared<embeddings::QuickEmbeddings>(test.m_endpoint, kPatienceMs),
                       kSimilar),
              shelf(test.m_bus, limits::kCardShelfBytes), service(runtime, provider, shelf), index(runtime, provider),
              job(runtime, test.m_endpoint)
        {
            index.start();
            job.start(alone);
        }
        ~Process()
        {
            index.keepAtEnd();
            db.close(); // as at the end of a server: what waits is told while everything stands
        }

        db::Database db;
        Runtime runtime;
        search::EmbeddedProvider provider;
        search::CardShelf shelf;
        search::SearchService service;
        search::SearchIndexJob index;
        search::EmbeddingJob job;
    };

    void useEndpoint(const QByteArray &model = "trigrams", int dimensions = kDimensions, const QByteArray &key = {});
    Result<std::vector<Vector>> ask(const std::vector<QString> &texts, int ms = 10'000);
    CallContextPtr call(int ms = 10'000) { return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(ms)); }
    // False: this database has no pgvector, and the test is skipped.
    bool openMarket();
    void sql(const QByteArray &text);
    qint64 number(const QByteArray &text);
    qint64 made() { return number("select count(*) from listing_embeddings where embedding is not null"); }
    int asked() const;
    search::SearchService::Page find(Process &process, const QString &text);
    static QByteArray idOf(int car);

    std::unique_ptr<EmbeddingDouble> m_double;
    std::shared_ptr<embeddings::EmbeddingProvider> m_endpoint;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::BlockingConnection> m_connection;
    ManualClock m_clock;
    InProcessBus m_bus;
    config::Settings m_settings;
    CpuPool m_cpu;
};

void TestEmbeddings::initTestCase() { log::setLevel("error"); }

void TestEmbeddings::init()
{
    m_double = std::make_unique<EmbeddingDouble>();
    useEndpoint();
}

void TestEmbeddings::cleanup()
{
    m_endpoint.reset();
    m_double.reset();
    m_connection.reset();
    m_database.reset();
}

void TestEmbeddings::useEndpoint(const QByteArray &model, int dimensions, const QByteArray &key)
{
    m_settings.embeddingsUrl = m_double->url();
    m_settings.embeddingsModel = model;
    m_settings.embeddingsDimensions = dimensions;
    auto endpoint = embeddings::endpointOf(m_double->url(), key, {});
    QVERIFY(endpoint);
    m_endpoint = std::make_shared<embeddings::OpenAiEmbeddings>(std::move(*endpoint), embeddings::Model{model, dimensions});
}

Result<std::vector<Vector>> TestEmbeddings::ask(const std::vector<QString> &texts, int ms)
{
    return await(m_endpoint->embed(call(ms), texts));
}

void TestEmbeddings::sql(const QByteArray &text)
{
    if (!m_connection->execute(text))
        qFatal("%s: %s", text.constData(), m_connection->lastMessage().constData());
}

qint64 TestEmbeddings::number(const QByteArray &text)
{
    const auto rows = m_connection->execute(text);
    if (!rows)
        qFatal("%s: %s", text.constData(), m_connection->lastMessage().constData());
    return rows->int64(0, 0);
}

QByteArray TestEmbeddings::idOf(int car)
{
    return "01900000-0000-7000-8000-" + QByteArray::number(car, 16).rightJustified(12, '0');
}

// How many listings were asked for, each as often as it was.
int TestEmbeddings::asked() const
{
    int sum = 0;
    const QMap<QString, int> texts = m_double->texts();
    for (auto text = texts.begin(); text != texts.end(); ++text)
        sum += text.key().startsWith(u"Kia"_s) ? text.value() : 0;
    return sum;
}

bool TestEmbeddings::openMarket()
{
    m_database = std::make_unique<TestDatabase>();
    auto connection = db::BlockingConnection::open(m_database->url());
    if (!connection)
        qFatal("no database");
    m_connection = std::make_unique<db::BlockingConnection>(std::move(*connection));
    if (!db::examine(db::kEmbeddingSchema, *m_connection))
        return false;
    for (int round = 0; round < 2; ++round) { // as each start does
        if (const Outcome made = db::apply(db::kEmbeddingSchema, m_database->url()); !made)
            qFatal("%s", qPrintable(made.error().detail));
    }
    sql(R"(
        insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at)
        values ('00000000-0000-7000-8000-000000000001', 'd@example.com', '-', 'driver', 'Driver', '{}', '2026-01-01Z', '2026-01-01Z'))");
    sql(R"(
        insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency,
                              delivery_eta_days, description, body_type, fuel, transmission, drive, color, card,
                              published_at, created_at, updated_at)
        select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, '00000000-0000-7000-8000-000000000001', 'published',
               'Kia', 'M' || i % 4, 2010 + i % 9, i * 1000, 'JP', i * 10000000::bigint, 'RUB', 10 + i % 30,
               case when i % 10 = 3 then 'рыбалка рыбалкой, рыбаку, рыбалку номер ' else 'обычная, номер ' end || i,
               'suv', 'petrol', 'cvt', 'awd', 'white', json_build_object('id', i), '2026-01-01Z', '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, )"
        + QByteArray::number(kCars) + ") i");
    return true;
}

#define CARGO_NEEDS_PGVECTOR()                                                                                                   \
    if (!openMarket())                                                                                                           \
    QSKIP("this PostgreSQL has no pgvector: sudo tools/pgvector.sh")

search::SearchService::Page TestEmbeddings::find(Process &process, const QString &text)
{
    SearchQuery query;
    query.text = text;
    auto page = await(process.service.search(call(), query));
    if (!page)
        qFatal("search failed: %s", qPrintable(page.error().detail));
    return std::move(*page);
}

// ---- The endpoint

void TestEmbeddings::vectorsComeInTheOrderOfTheTexts()
{
    const std::vector<QString> texts{u"рыбалка на озере"_s, u"рыбалка у реки"_s, u"гоночный трек"_s};
    const auto vectors = ask(texts);
    QVERIFY2(vectors.ok(), vectors.ok() ? "" : qPrintable(vectors.error().detail));
    QCOMPARE(vectors->size(), texts.size());
    for (size_t i = 0; i < texts.size(); ++i) {
        QCOMPARE((*vectors)[i].size(), size_t(kDimensions));
        QVERIFY(std::abs(cosine((*vectors)[i], (*vectors)[i]) - 1) < 1e-5);
        const std::vector<double> expected = EmbeddingDouble::meaningOf(texts[i], kDimensions);
        for (size_t n = 0; n < expected.size(); ++n)
            QVERIFY(std::abs(expected[n] - double((*vectors)[i][n])) < 1e-5);
    }
    QVERIFY(cosine((*vectors)[0], (*vectors)[1]) > cosine((*vectors)[0], (*vectors)[2]) + 0.2);
    QCOMPARE(m_double->calls(), 1);
    QVERIFY(ask({})->empty());
    QCOMPARE(m_double->calls(), 1);
}

void TestEmbeddings::hostileAnswersAreNone_data()
{
    QTest::addColumn<QByteArray>("answer");
    const auto vector = [](const QByteArray &number, int count = kDimensions) {
        QByteArray text("[");
        for (int i = 0; i < count; ++i)
            text += (i ? "," : "") + number;
        return QByteArray(text + ']');
    };
    const auto data = [](const QByteArray &inside) { return QByteArray("{\"data\":[" + inside + "]}"); };
    const auto one = [](const QByteArray &index, const QByteArray &numbers) {
        return QByteArray("{\"index\":" + index + ",\"embedding\":" + numbers + '}');
    };
    const QByteArray good = vector("0.1");
    QTest::newRow("no JSON") << QByteArray("<html>ok</html>");
    QTest::newRow("cut off") << data(one("0", good) + ',' + one("1", good)).chopped(30);
    QTest::newRow("another object") << QByteArray("{}");
    QTest::newRow("a list") << QByteArray("[1,2]");
    QTest::newRow("no list") << QByteArray("{\"data\":7}");
    QTest::newRow("too few") << data(one("0", good));
    QTest::newRow("too many") << data(one("0", good) + ',' + one("1", good) + ',' + one("2", good));
    QTest::newRow("an index twice") << data(one("1", good) + ',' + one("1", good));
    QTest::newRow("an index outside") << data(one("0", good) + ',' + one("2", good));
    QTest::newRow("an index below") << data(one("0", good) + ',' + one("-1", good));
    QTest::newRow("an index of text") << data(one("0", good) + ',' + one("\"1\"", good));
    QTest::newRow("half an index") << data(one("0", good) + ',' + one("0.5", good));
    QTest::newRow("too short") << data(one("0", good) + ',' + one("1", vector("0.1", kDimensions - 1)));
    QTest::newRow("too long by far") << data(one("0", good) + ',' + one("1", vector("0.1", 20'000)));
    QTest::newRow("no vector") << data(one("0", good) + ",{\"index\":1}");
    QTest::newRow("base64") << data(one("0", good) + ',' + one("1", "\"AAAA\""));
    QTest::newRow("null") << data(one("0", good) + ',' + one("1", vector("null")));
    QTest::newRow("texts") << data(one("0", good) + ',' + one("1", vector("\"NaN\"")));
    QTest::newRow("not a number") << data(one("0", good) + ',' + one("1", vector("NaN")));
    QTest::newRow("huge") << data(one("0", good) + ',' + one("1", vector("1e300")));
    QTest::newRow("noughts") << data(one("0", good) + ',' + one("1", vector("0")));
    QTest::newRow("lists in lists") << data(one("0", good) + ',' + one("1", QByteArray(5'000, '[') + QByteArray(5'000, ']')));
}

void TestEmbeddings::hostileAnswersAreNone()
{
    QFETCH(QByteArray, answer);
    m_double->answerWith(answer);
    const auto vectors = ask({u"one"_s, u"two"_s});
    QVERIFY(!vectors);
    QCOMPARE(vectors.code(), ErrorCode::Unavailable);
    m_double->answerWith({}); // and nobody remembers it
    QVERIFY(ask({u"one"_s, u"two"_s}).ok());
}

void TestEmbeddings::longerVectorsAreCut()
{
    m_double->knowNoDimensions(true);
    // Long enough to have something at the beginning of its vector.
    const QString text = u"рыбалка на озере, охота в лесу, семейная поездка на дачу, гоночный трек и снежная зима в горах"_s;
    const auto vectors = ask({text});
    QVERIFY2(vectors.ok(), vectors.ok() ? "" : qPrintable(vectors.error().detail));
    const Vector &vector = vectors->front();
    QCOMPARE(vector.size(), size_t(kDimensions));
    QVERIFY(std::abs(cosine(vector, vector) - 1) < 1e-5);
    const std::vector<double> whole = EmbeddingDouble::meaningOf(text, EmbeddingDouble::kNativeDimensions);
    double square = 0;
    for (int i = 0; i < kDimensions; ++i)
        square += whole[size_t(i)] * whole[size_t(i)];
    for (int i = 0; i < kDimensions; ++i)
        QVERIFY(std::abs(whole[size_t(i)] / std::sqrt(square) - double(vector[size_t(i)])) < 1e-5);
    QCOMPARE(m_double->calls(), 2);
    QVERIFY(ask({text + u", once more"_s}).ok());
    QCOMPARE(m_double->calls(), 3); // the word is not said again
    useEndpoint("trigrams", EmbeddingDouble::kNativeDimensions * 2);
    QCOMPARE(ask({u"too short for that"_s}).code(), ErrorCode::Unavailable);
}

void TestEmbeddings::deadlineOfTheCallHolds()
{
    m_double->slowDown(1'500);
    QElapsedTimer timer;
    timer.start();
    const auto vectors = ask({u"one"_s}, 100);
    QVERIFY(!vectors);
    QCOMPARE(vectors.code(), ErrorCode::Unavailable);
    QVERIFY2(timer.elapsed() < 1'200, qPrintable(QString::number(timer.elapsed())));
}

void TestEmbeddings::pausesAreKept()
{
    m_double->breakWith(503, 1);
    QCOMPARE(ask({u"one"_s}).code(), ErrorCode::Unavailable);
    QCOMPARE(m_double->calls(), 1);
    m_double->breakWith(0);
    QCOMPARE(ask({u"one"_s}).code(), ErrorCode::Unavailable); // without a call
    QCOMPARE(m_double->calls(), 1);
    bool came = false;
    QTRY_VERIFY(came = came || ask({u"one"_s}).ok());
    QCOMPARE(m_double->calls(), 2);
    m_double->breakWith(429); // says no time: a short one
    QCOMPARE(ask({u"one"_s}).code(), ErrorCode::Unavailable);
    QCOMPARE(ask({u"one"_s}).code(), ErrorCode::Unavailable);
    QCOMPARE(m_double->calls(), 3);
}

void TestEmbeddings::refusalsAreToldApart()
{
    m_double->refuse(u"bad"_s);
    QCOMPARE(ask({u"good"_s, u"bad"_s}).code(), ErrorCode::InvalidFormat); // it takes that never
    QVERIFY(ask({u"good"_s}).ok());
    for (const int status : {401, 403, 404, 500, 502, 301}) {
        m_double->breakWith(status);
        QCOMPARE(ask({u"good"_s}).code(), ErrorCode::Unavailable);
    }
    m_double->breakWith(0);
    m_double->askForKey(kKey);
    QCOMPARE(ask({u"good"_s}).code(), ErrorCode::Unavailable);
    useEndpoint("trigrams", kDimensions, kKey);
    QVERIFY(ask({u"good"_s}).ok());
    m_double.reset(); // nobody is there
    QCOMPARE(ask({u"good"_s}).code(), ErrorCode::Unavailable);
    QVERIFY(!embeddings::endpointOf("http://127.0.0.1/v1", "two\r\nlines", {}));
    QVERIFY(!embeddings::endpointOf("http://127.0.0.1/v1", {}, u"/nowhere.pem"_s));
}

void TestEmbeddings::secretsAreNotLogged()
{
    QTemporaryFile lines;
    QVERIFY(lines.open());
    log::flush();
    log::setDescriptor(lines.handle());
    log::setLevel("debug");
    useEndpoint("trigrams", kDimensions, kKey);
    m_double->askForKey("another key");
    QVERIFY(!ask({u"a text of somebody"_s}));
    m_double->refuse(u"somebody"_s);
    m_double->askForKey({});
    QVERIFY(!ask({u"a text of somebody"_s}));
    log::flush();
    log::setDescriptor(2);
    log::setLevel("error");
    QFile file(lines.fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray logged = file.readAll();
    QVERIFY(logged.contains("embeddings.refused") && logged.contains("invalid_api_key"));
    QVERIFY2(!logged.contains(kKey) && !logged.contains("somebody"), logged.constData());
}

void TestEmbeddings::queriesAreRemembered()
{
    embeddings::QuickEmbeddings quick(m_endpoint, kPatienceMs);
    const auto first = await(quick.embed(call(), {u"Для рыбалки"_s}));
    QVERIFY(first.ok());
    const auto again = await(quick.embed(call(), {u"  для РЫБАЛКИ"_s}));
    QVERIFY(again.ok() && *again == *first);
    QCOMPARE(m_double->calls(), 1);
    std::vector<QString> others; // as many as it has room for: the first one is forgotten
    for (size_t i = 0; i < embeddings::QuickEmbeddings::kRemembered; ++i)
        others.push_back(u"query %1"_s.arg(i));
    QVERIFY(await(quick.embed(call(60'000), others)).ok());
    QCOMPARE(m_double->calls(), 2);
    QVERIFY(await(quick.embed(call(), {others.front()})).ok());
    QCOMPARE(m_double->calls(), 2);
    QVERIFY(await(quick.embed(call(), {u"для рыбалки"_s})).ok());
    QCOMPARE(m_double->calls(), 3);
}

void TestEmbeddings::slowAnswersAreGivenUp()
{
    embeddings::QuickEmbeddings quick(m_endpoint);
    m_double->slowDown(1'000);
    const quint64 failed = queries("failed"), notAsked = queries("not_asked");
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 6; ++i)
        QVERIFY(!await(quick.embed(call(), {u"query %1"_s.arg(i)})).ok());
    QVERIFY2(timer.elapsed() < 3 * (embeddings::QuickEmbeddings::kWaitMs + 300), qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(queries("failed") - failed, quint64(embeddings::QuickEmbeddings::kFailuresMost));
    QCOMPARE(queries("not_asked") - notAsked, quint64(3)); // after so many it is left in peace
}

void TestEmbeddings::contactsStayHere()
{
    embeddings::QuickEmbeddings quick(m_endpoint, kPatienceMs);
    QVERIFY(await(quick.embed(call(), {u"семейный, звоните +7 912 345-67-89 или ivan@example.com"_s})).ok());
    const QStringList sent = m_double->texts().keys();
    QCOMPARE(sent.size(), 1);
    QVERIFY(sent.first().contains(u"семейный"_s));
    QVERIFY2(!sent.first().contains(u"912"_s) && !sent.first().contains(u"ivan"_s), qPrintable(sent.first()));
    QVERIFY(await(quick.embed(call(), {QString(5'000, u'я')})).ok());
    for (const QString &text : m_double->texts().keys())
        QVERIFY(text.size() <= embeddings::QuickEmbeddings::kTextMost);
}

void TestEmbeddings::missingExtensionIsExplained()
{
    TestDatabase database;
    auto connection = db::BlockingConnection::open(database.url());
    QVERIFY(connection);
    const Outcome nowhere = db::examine({"embeddings", "no_such_extension"}, *connection);
    QCOMPARE(nowhere.code(), ErrorCode::NotFound);
    QVERIFY(nowhere.error().detail.contains(u"no_such_extension"_s));
    if (!db::examine(db::kEmbeddingSchema, *connection))
        QSKIP("this PostgreSQL has no pgvector: what a weak role may do is not looked at");
    const QByteArray role = "weak_" + QByteArray::number(QCoreApplication::applicationPid());
    QVERIFY(connection->execute("create role " + role));
    QVERIFY(connection->execute("set role " + role));
    const Outcome forbidden = db::examine(db::kEmbeddingSchema, *connection);
    QVERIFY(connection->execute("reset role; drop role " + role));
    QCOMPARE(forbidden.code(), ErrorCode::Forbidden);
    QVERIFY(forbidden.error().detail.contains(u"create extension"_s));
}

// ---- Listings

void TestEmbeddings::listingsGetTheirMeaning()
{
    CARGO_NEEDS_PGVECTOR();
    sql("update listings set status = 'draft' where id = '" + idOf(1) + "'");
    Process server(*this, {});
    QTRY_COMPARE(made(), kCars - 1);
    QCOMPARE(asked(), kCars - 1);
    QCOMPARE(number("select count(*) from listing_embeddings where vector_dims(embedding) <> 64 or dimensions <> 64"), 0);
    // What was sent is of the car alone.
    for (const QString &text : m_double->texts().keys())
        QVERIFY2(text.startsWith(u"Kia M"_s) && text.contains(u"suv"_s) && !text.contains(u"Driver"_s), qPrintable(text));
    // And pgvector finds by it, too.
    const QByteArray near =
        "select count(*) from (select l.description from listing_embeddings e join listings l on l.id = e.listing_id "
        "order by e.embedding <=> (select embedding from listing_embeddings where listing_id = '"
        + idOf(3) + "') limit 10) nearest where description like 'рыбалка%'";
    QVERIFY(number(near) >= 8);
}

void TestEmbeddings::wishesFindWhatDoesNotHoldTheirWords()
{
    CARGO_NEEDS_PGVECTOR();
    Process server(*this, {});
    // No listing holds this word, nor any form of it.
    QTRY_VERIFY(find(server, u"рыбаловство"_s).answer.similar.size() >= 8);
    const auto page = find(server, u"рыбаловство"_s);
    QCOMPARE(page.answer.total, 0);
    for (const search::Hit &hit : page.answer.similar) {
        QVERIFY(number("select count(*) from listings where description like 'рыбалка%' and id = '" + hit.id.toText() + "'")
                == 1);
        QVERIFY(hit.score >= kSimilar - 0.01 && hit.score <= 1.01);
    }
    QVERIFY(!server.provider.learns() && !server.provider.learnt());
    // Names need nobody's help.
    const int calls = m_double->calls();
    QCOMPARE(find(server, u"kia"_s).answer.total, kCars);
    QCOMPARE(m_double->calls(), calls);
    // A wish is ordered by it: explained by places.
    SearchQuery wish;
    wish.text = u"обычная машина номер для рыбалки"_s;
    wish.wantExplanations = true;
    const auto ordered = await(server.service.search(call(), wish));
    QVERIFY(ordered.ok());
    QVERIFY(!ordered->answer.hits.empty());
    QVERIFY(ordered->answer.explanations && ordered->answer.explanations->front().fused);
    // Who only counts does not ask.
    const int asked = m_double->calls();
    QVERIFY(
        await(server.service.facets(call(), SearchQuery::fromUrlQuery("q=%D1%80%D1%8B%D0%B1%D0%BE%D0%BB%D0%BE%D0%B2").value()))
            .ok());
    QCOMPARE(m_double->calls(), asked);
}

void TestEmbeddings::withoutTheEndpointWordsAnswer()
{
    CARGO_NEEDS_PGVECTOR();
    m_double->breakWith(500);
    Process server(*this, {});
    QTRY_VERIFY(server.index.isFilled());
    QTRY_VERIFY(m_double->calls() > 0);
    QCOMPARE(made(), 0);
    const quint64 failed = queries("failed");
    const auto page = find(server, u"обычная машина номер для рыбалки"_s);
    QVERIFY(page.answer.total > 0);
    QVERIFY(page.answer.similar.empty());
    QCOMPARE(queries("failed"), failed + 1);
    QTRY_COMPARE(metrics::gauge("cargo_embeddings_waiting", "").value(), kCars);
    m_double->breakWith(0); // and it comes back by itself
    QTRY_COMPARE_WITH_TIMEOUT(made(), kCars, 20'000);
    QTRY_COMPARE(metrics::gauge("cargo_embeddings_waiting", "").value(), 0);
}

void TestEmbeddings::onlyWhatIsToldOtherwiseIsAskedAgain()
{
    CARGO_NEEDS_PGVECTOR();
    Process server(*this, {});
    QTRY_COMPARE(made(), kCars);
    const auto change = [this](int car, const QByteArray &what) {
        m_clock.advance(1'000);
        sql("update listings set " + what + ", updated_at = '" + m_clock.now().toRfc3339() + "' where id = '" + idOf(car) + "'");
        m_bus.publish(search::kListingChanged, "{\"id\":\"" + idOf(car) + "\"}");
    };
    change(1, "price_minor = 5"); // nothing that is sent
    change(2, "description = 'снегоход, снегоходы, снегоходу'");
    QTRY_COMPARE(asked(), kCars + 1);
    QTRY_VERIFY(m_double->texts().keys().last().contains(u"снегоход"_s)
                || m_double->texts().keys().filter(u"снегоход"_s).size() == 1);
    QTRY_VERIFY(!find(server, u"мотоснегоходчик"_s).answer.similar.empty());
    QCOMPARE(find(server, u"мотоснегоходчик"_s).answer.similar.front().id.toText(), idOf(2));
    QCOMPARE(made(), kCars);
}

void TestEmbeddings::anotherModelMakesAllAnew()
{
    CARGO_NEEDS_PGVECTOR();
    QTemporaryDir folder;
    const QString file = folder.filePath(u"index"_s);
    {
        Process server(*this, file);
        QTRY_COMPARE(made(), kCars);
        QTRY_VERIFY(!find(server, u"рыбаловство"_s).answer.similar.empty());
    }
    useEndpoint("trigrams-2", 128);
    m_clock.advance(2 * 3'600'000); // nobody asks for the first one any more
    Process server(*this, file);    // whose file is of another model
    QTRY_COMPARE(number("select count(*) from listing_embeddings where model = 'trigrams-2' and vector_dims(embedding) = 128"),
                 kCars);
    QCOMPARE(asked(), 2 * kCars);
    QTRY_VERIFY(!find(server, u"рыбаловство"_s).answer.similar.empty());
    QTRY_COMPARE(number("select count(*) from listing_embeddings where model <> 'trigrams-2'"), 0);
    QCOMPARE(number("select count(*) from embedding_turns"), 1);
}

void TestEmbeddings::twoServersAskOnce()
{
    CARGO_NEEDS_PGVECTOR();
    m_double->slowDown(50);
    Process one(*this, {});
    Process two(*this, {});
    QTRY_COMPARE(made(), kCars);
    for (Process *server : {&one, &two}) // both hear of it
        QTRY_VERIFY(find(*server, u"рыбаловство"_s).answer.similar.size() >= 8);
    one.job.look();
    two.job.look();
    QTest::qWait(1);
    QMap<QString, int> texts = m_double->texts();
    QCOMPARE(texts.take(u"рыбаловство"_s), 2); // each remembers for itself
    for (auto text = texts.begin(); text != texts.end(); ++text)
        QVERIFY2(text.value() == 1, qPrintable(text.key()));
}

void TestEmbeddings::whatAKilledOneLeftIsTakenUp()
{
    CARGO_NEEDS_PGVECTOR();
    m_double->slowDown(200);
    {
        Process killed(*this, {});
        QTRY_VERIFY(killed.index.isFilled() && made() > 0);
        QVERIFY(made() < kCars);
    }
    m_double->slowDown(0);
    {
        Process next(*this, {}); // another may be at work: its turn is not over yet
        QTRY_VERIFY(next.index.isFilled());
        const qint64 before = made();
        next.job.look();
        QTRY_COMPARE(number("select count(*) from embedding_turns where worker is not null"), 1);
        QCOMPARE(made(), before);
        m_clock.advance(61'000);
        next.job.look();
        QTRY_COMPARE(made(), kCars);
    }
    QVERIFY2(asked() <= kCars + 32, qPrintable(QString::number(asked()))); // no more than a batch was lost
    sql("delete from listing_embeddings; update embedding_turns set seen_at = '-infinity'");
    Process alone(*this, {}, true); // the turn is a killed one's: nobody waits for its end
    QTRY_COMPARE(made(), kCars);
}

void TestEmbeddings::oneRefusedTextStopsNobody()
{
    CARGO_NEEDS_PGVECTOR();
    sql("update listings set description = 'несъедобно' where id = '" + idOf(50) + "'");
    m_double->refuse(u"несъедобно"_s);
    Process server(*this, {});
    QTRY_COMPARE(made(), kCars - 1);
    QCOMPARE(number("select count(*) from listing_embeddings where embedding is null"), 1);
    m_double->refuse({});
    const int calls = m_double->calls();
    m_clock.advance(1'000);
    sql("update listings set description = 'съедобно', updated_at = '" + m_clock.now().toRfc3339() + "' where id = '" + idOf(50)
        + "'");
    m_bus.publish(search::kListingChanged, "{\"id\":\"" + idOf(50) + "\"}");
    QTRY_COMPARE(made(), kCars); // another text is another try
    QCOMPARE(m_double->calls(), calls + 1);
}

// Whoever takes nothing at all says nothing about a text.
void TestEmbeddings::aRefusedEndpointMarksNobody()
{
    CARGO_NEEDS_PGVECTOR();
    m_double->breakWith(400);
    Process server(*this, {});
    QTRY_VERIFY(m_double->calls() >= 3);
    QTRY_VERIFY(metrics::gauge("cargo_embeddings_waiting", "").value() == kCars);
    QCOMPARE(number("select count(*) from listing_embeddings"), 0);
    m_double->breakWith(0);
    QTRY_COMPARE_WITH_TIMEOUT(made(), kCars, 20'000);
}

void TestEmbeddings::meaningsThatCameWhileAwayAreTakenUp()
{
    CARGO_NEEDS_PGVECTOR();
    QTemporaryDir folder;
    const QString file = folder.filePath(u"index"_s);
    m_double->breakWith(500);
    {
        Process server(*this, file);
        QTRY_VERIFY(server.index.isFilled());
        QTRY_VERIFY(m_double->calls() > 0);
    }
    QCOMPARE(made(), 0);
    m_double->breakWith(0);
    m_clock.advance(61'000); // whoever ends so may still have the turn
    {
        Process other(*this, {});
        QTRY_COMPARE(made(), kCars);
    }
    m_double->breakWith(500);
    Process server(*this, file);
    QTRY_VERIFY(server.index.isFilled());
    m_double->breakWith(0);
    QTRY_VERIFY(find(server, u"рыбаловство"_s).answer.similar.size() >= 8);
    QCOMPARE(asked(), kCars);
}

// From the settings to the answer of a route, through a restart.
void TestEmbeddings::theWholeServerAsks()
{
    CARGO_NEEDS_PGVECTOR();
    TestServer server([this](config::Settings &settings) {
        settings.kyc = "auto";
        settings.embeddingsUrl = m_double->url();
        settings.embeddingsModel = "trigrams";
        settings.embeddingsDimensions = kDimensions;
        settings.embeddingsSimilarPercent = int(kSimilar * 100);
    });
    HttpClient driver(server.url());
    driver.signUp("driver", u"Driver"_s);
    newCar(driver, {{u"description"_s, u"обычная машина для города"_s}});
    const QByteArray car = newCar(driver, {{u"description"_s, u"рыбалка рыбалкой, рыбаку, рыбалку"_s}});
    const auto similar = [&](const QByteArray &url) {
        const HttpAnswer answer = HttpClient(url).get("/search?q=" + u"рыбаловство"_s.toUtf8().toPercentEncoding());
        return answer.json().value(u"similar").toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(similar(server.url()).size(), 1, 30'000);
    QCOMPARE(similar(server.url()).first().toObject().value(u"id").toString().toLatin1(), car);
    server.restart();
    QTRY_COMPARE_WITH_TIMEOUT(similar(server.url()).size(), 1, 30'000);
    QMap<QString, int> texts = m_double->texts();
    QVERIFY(texts.take(u"рыбаловство"_s) >= 2); // of each process, which remembers it
    QCOMPARE(texts.values(), (QList<int>{1, 1}));
}

QTEST_GUILESS_MAIN(TestEmbeddings)
#include "tst_embeddings.moc"
