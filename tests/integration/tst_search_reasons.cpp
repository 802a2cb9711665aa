// What an answer of the search tells of itself: why a hit stands where it stands.
#include "harness/test_database.h"

#include "server/bus/in_process_bus.h"
#include "server/db/blocking.h"
#include "server/http/router.h"
#include "server/limits.h"
#include "server/providers/search/embedded/embedded_provider.h"
#include "server/search/search_feature.h"
#include "server/search/search_index_job.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
// An index that cannot tell.
struct SilentProvider final : search::SearchProvider
{
    QCoro::Task<Outcome> upsert(std::vector<search::Document>) override { co_return ok(); }
    QCoro::Task<Outcome> remove(std::vector<ListingId>) override { co_return ok(); }
    QCoro::Task<Result<search::Answer>> search(CallContextPtr, SearchQuery) override { co_return search::Answer(); }
    QCoro::Task<Result<std::vector<search::Suggestion>>> suggest(CallContextPtr, QString, int) override
    {
        co_return std::vector<search::Suggestion>();
    }
    qint64 size() const override { return 0; }
    std::unique_ptr<search::Refill> refill() override { return nullptr; }
    QCoro::Task<Result<std::vector<search::Standing>>> standing(ListingId, ListingId) override
    {
        co_return std::vector<search::Standing>();
    }
};

QByteArray quoted(const QString &text) { return QUrl::toPercentEncoding(text); }
} // namespace

class TestSearchReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void factorsAddUpToTheScore_data();
    void factorsAddUpToTheScore();
    void tellsHowAWordWasFound();
    void chosenOrdersKnowNoFactors_data();
    void chosenOrdersKnowNoFactors();
    void tellsOnlyWhoAsks();
    void noDriverFillsAPage();
    void tellsWhatWasMovedDown();
    void tellsWhatEachConditionCosts();
    void conditionsInTheWordsAreConditions();
    void contradictionsAreSaid();
    void wishesAreOrderedByMeaning();
    void thinResultsOfferWhatIsSimilar();
    void anIndexMayBeSilent();

private:
    http::Response get(const http::Router &router, const QByteArray &query);
    QJsonObject ask(const QByteArray &query) { return QJsonDocument::fromJson(get(m_router, query).body).object(); }
    CallContextPtr call() { return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(10'000)); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::Database> m_db;
    ManualClock m_clock;
    InProcessBus m_bus;
    config::Settings m_settings;
    CpuPool m_cpu;
    std::unique_ptr<Runtime> m_runtime;
    search::EmbeddedProvider m_provider;
    search::CardShelf m_shelf{m_bus, limits::kCardShelfBytes};
    std::unique_ptr<search::SearchIndexJob> m_job;
    std::unique_ptr<search::SearchFeature> m_feature;
    http::Router m_router;
};

void TestSearchReasons::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    auto connection = db::BlockingConnection::open(m_database->url());
    QVERIFY(connection);
    db::DatabaseOptions options;
    options.url = m_database->url();
    m_db = std::make_unique<db::Database>(options);
    m_runtime = std::make_unique<Runtime>(Runtime{*m_db, m_settings, m_clock, m_bus, m_cpu});
    QVERIFY(connection->execute(R"(
        insert into users (id, email, password_hash, role, display_name, rating_sum, rating_count, card, created_at, updated_at)
        select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'd' || i || '@example.com', '-', 'driver', 'Driver ' || i,
               case when i % 4 = 0 then 0 else (i % 11) + 20 end, case when i % 4 = 0 then 0 else 6 end,
               json_build_object('id', i), '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, 40) i)"));
    QVERIFY(connection->execute(R"(
        insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency,
                              delivery_eta_days, description, body_type, fuel, transmission, drive, color, card,
                              published_at, created_at, updated_at)
        select ('01900000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(case when i <= 60 then 1 else 1 + i % 40 end), 12, '0'))::uuid, 'published',
               (array['Toyota','BMW','Kia'])[1 + i % 3], (array['Camry','X5','Rio'])[1 + i % 3], 2010 + i % 14, 1000 * (i % 90), 'JP',
               (50 + i % 300) * 1000000::bigint, 'RUB', 10 + i % 50,
               case when i % 2 = 0 then 'Кожаный салон, один хозяин' else 'Панорамная крыша' end,
               (array['sedan','suv'])[1 + i % 2], 'petrol', 'automatic', 'fwd', 'white', json_build_object('id', i),
               timestamptz '2026-11-01Z' + i * interval '1 hour', '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, 300) i)"));
    m_job = std::make_unique<search::SearchIndexJob>(*m_runtime, m_provider);
    m_job->start();
    m_feature = std::make_unique<search::SearchFeature>(*m_runtime, m_provider, m_shelf);
    m_feature->registerOn(m_router);
    QTRY_VERIFY(m_job->isFilled());
}

void TestSearchReasons::cleanupTestCase()
{
    m_feature.reset();
    m_job.reset();
    m_runtime.reset();
    m_db.reset();
    m_database.reset();
}

http::Response TestSearchReasons::get(const http::Router &router, const QByteArray &query)
{
    auto request = std::make_shared<http::Request>();
    request->path = "/api/v1/search";
    request->query = query;
    request->context = call();
    const auto match = router.match(http::Method::Get, request->path);
    return await(match.route->handler(request));
}

void TestSearchReasons::factorsAddUpToTheScore_data()
{
    QTest::addColumn<QString>("text");
    for (const auto &text :
         {u"camry"_s, u"камри салон"_s, u"bmv кожа"_s, u"седан хозяин крыша"_s, u"camry 2015 white ничего"_s, u"ri"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void TestSearchReasons::factorsAddUpToTheScore()
{
    QFETCH(QString, text);
    QByteArray cursor;
    int hits = 0;
    for (int page = 0; page < 3; ++page) {
        const QJsonObject answer = ask("explain=1&facets=none&limit=30&q=" + quoted(text) + "&cursor=" + cursor);
        QCOMPARE(answer[u"explained"].toBool(), true);
        const QJsonArray items = answer[u"items"].toArray();
        for (const auto &item : items) {
            const QJsonObject why = item[u"why"].toObject();
            double sum = 0;
            const QJsonArray factors = why[u"factors"].toArray();
            for (const auto &factor : factors)
                sum += factor[u"points"].toDouble();
            QCOMPARE(sum, why[u"score"].toDouble());
            QVERIFY(sum > 0);
            QVERIFY(std::abs(sum - item[u"score"].toDouble()) <= sum * 1e-5);
            QVERIFY(why[u"sorted_by"].isNull());
            QCOMPARE(why[u"promoted"].toBool(true), false);
            ++hits;
        }
        cursor = answer[u"next_cursor"].toString().toLatin1();
        if (cursor.isEmpty())
            break;
    }
    QVERIFY(hits > 3);
}

void TestSearchReasons::tellsHowAWordWasFound()
{
    const auto factor = [this](const QString &text) {
        return ask("explain=1&limit=1&q=" + quoted(text))[u"items"][0][u"why"][u"factors"][0].toObject();
    };
    QJsonObject one = factor(u"camry салон"_s);
    QCOMPARE(one[u"code"].toString(), u"word"_s);
    QCOMPARE(one[u"typed"].toString(), u"camry"_s);
    QCOMPARE(one[u"matched"].toString(), u"camry"_s);
    QCOMPARE(one[u"how"].toString(), u"exact"_s);
    QCOMPARE(one[u"field"].toString(), u"model"_s);
    one = factor(u"тойота салон"_s);
    QCOMPARE(one[u"how"].toString(), u"synonym"_s);
    QCOMPARE(one[u"matched"].toString(), u"toyota"_s);
    QCOMPARE(one[u"field"].toString(), u"brand"_s);
    one = factor(u"toyotta салон"_s);
    QCOMPARE(one[u"how"].toString(), u"misspelling"_s);
    one = factor(u"салонов camry"_s);
    QCOMPARE(one[u"how"].toString(), u"form"_s);
    QCOMPARE(one[u"field"].toString(), u"description"_s);
    one = factor(u"camr"_s);
    QCOMPARE(one[u"how"].toString(), u"beginning"_s);
    // The prior tells what it was reckoned from.
    const QJsonArray factors = ask("explain=1&limit=1&q=rio")[u"items"][0][u"why"][u"factors"].toArray();
    QCOMPARE(factors.size(), 5);
    QCOMPARE(factors[1][u"code"].toString(), u"freshness"_s);
    QVERIFY(factors[1][u"age_days"].toInt(-1) >= 0);
    QVERIFY(factors[1][u"points"].toDouble() <= factors[1][u"most"].toDouble());
    QCOMPARE(factors[3][u"completion"].toDouble(), 0.8);
    QVERIFY(factors[4][u"delivery_eta_days"].toInt() >= 10);
}

void TestSearchReasons::chosenOrdersKnowNoFactors_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QString>("sortedBy");
    QTest::newRow("price") << QByteArray("sort=price_asc&q=camry") << u"price"_s;
    QTest::newRow("dear") << QByteArray("sort=price_desc") << u"price"_s;
    QTest::newRow("newest") << QByteArray("sort=newest&q=camry") << u"published_at"_s;
    QTest::newRow("mileage") << QByteArray("sort=mileage_asc") << u"mileage_km"_s;
    QTest::newRow("term") << QByteArray("sort=eta_asc") << u"delivery_eta_days"_s;
    QTest::newRow("no words") << QByteArray("brand=Kia") << u"published_at"_s;
}

void TestSearchReasons::chosenOrdersKnowNoFactors()
{
    QFETCH(QByteArray, query);
    QFETCH(QString, sortedBy);
    const QJsonObject answer = ask("explain=1&" + query);
    QCOMPARE(answer[u"items"].toArray().size(), 20);
    const QJsonObject why = answer[u"items"][3][u"why"].toObject();
    QCOMPARE(why[u"sorted_by"].toString(), sortedBy);
    QVERIFY(why[u"factors"].toArray().isEmpty());
    QVERIFY(why[u"lifts"].toArray().isEmpty());
    QCOMPARE(why[u"score"].toDouble(-1), 0.0);
}

void TestSearchReasons::tellsOnlyWhoAsks()
{
    for (const char *query : {"q=camry", "q=camry&explain=0"}) {
        const QJsonObject answer = ask(query);
        QVERIFY(!answer.contains(u"explained"_s));
        QVERIFY(!answer[u"items"][0].toObject().contains(u"why"_s));
    }
    for (const char *query : {"explain=2", "explain=", "explain=yes"}) {
        const http::Response refused = get(m_router, query);
        QVERIFY(refused.problem);
        QCOMPARE(refused.problem->code, ErrorCode::UnknownValue);
        QCOMPARE(refused.problem->field, u"explain"_s);
    }
    QCOMPARE(get(m_router, "explain=1&explain=1").problem->code, ErrorCode::BadRequest);
    // A cursor serves with and without reasons.
    const QString cursor = ask("q=camry&limit=5")[u"next_cursor"].toString();
    QVERIFY(!cursor.isEmpty());
    QCOMPARE(ask("q=camry&limit=5&explain=1&cursor=" + cursor.toLatin1())[u"items"].toArray().size(), 5);
}

// The first driver has sixty of them, the newest are nobody's in particular: pages mix them, and nothing is lost.
void TestSearchReasons::noDriverFillsAPage()
{
    for (const char *query : {"", "q=%D1%81%D0%B0%D0%BB%D0%BE%D0%BD"}) {
        QSet<QString> seen;
        QByteArray cursor;
        int pages = 0;
        qint64 total = 0;
        do {
            const QJsonObject answer = ask(QByteArray(query) + "&facets=none&limit=20&cursor=" + cursor);
            total = answer[u"total"].toInt();
            const QJsonArray items = answer[u"items"].toArray();
            for (const auto &item : items) {
                const QString id = QString::number(item[u"id"].toInt());
                QVERIFY2(!seen.contains(id), qPrintable(id));
                seen.insert(id);
            }
            cursor = answer[u"next_cursor"].toString().toLatin1();
            ++pages;
        } while (!cursor.isEmpty());
        QCOMPARE(qint64(seen.size()), total);
        QCOMPARE(pages, int((total + 19) / 20));
    }
    // Cut about, it is no cursor.
    const QByteArray cursor = ask("limit=20")[u"next_cursor"].toString().toLatin1();
    QCOMPARE(get(m_router, "limit=20&cursor=" + cursor.chopped(4)).problem->code, ErrorCode::CursorInvalid);
    QCOMPARE(get(m_router, "limit=20&cursor=" + cursor + "AAAA").problem->code, ErrorCode::CursorInvalid);
}

void TestSearchReasons::tellsWhatWasMovedDown()
{
    int movedForModel = 0;
    const QJsonArray items = ask("explain=1&limit=20&q=sedan")[u"items"].toArray();
    QMap<QString, int> models;
    for (const auto &item : items) {
        const QJsonValue moved = item[u"why"][u"moved_down"];
        if (moved.isNull())
            continue;
        QVERIFY(moved[u"most"].toInt() == (moved[u"same"].toString() == u"driver" ? 3 : 5));
        movedForModel += moved[u"same"].toString() == u"model" ? 1 : 0;
    }
    QVERIFY(movedForModel > 0); // three models in all: the page could not be filled without
    const QJsonArray chosen = ask("explain=1&limit=60&sort=newest&q=sedan")[u"items"].toArray();
    for (const auto &item : chosen)
        QVERIFY(item[u"why"][u"moved_down"].isNull());
}

void TestSearchReasons::tellsWhatEachConditionCosts()
{
    const QJsonArray list = ask("q=" + quoted(u"Camry крыша rio"_s) + "&country_from=JP")[u"relaxations"].toArray();
    QMap<QString, int> counts;
    int last = 1'000;
    for (const auto &one : list) {
        QVERIFY(one[u"count"].toInt() <= last);
        last = one[u"count"].toInt();
        counts.insert(one[u"drop"][0].toString() + u' ' + one[u"words"].toString(), last);
    }
    QCOMPARE(counts, (QMap<QString, int>{
                         {u"q "_s, 300}, {u"q camry"_s, 50}, {u"q rio"_s, 50}, {u"q крыша"_s, 0}, {u"country_from "_s, 0}}));
    QVERIFY(ask("q=camry")[u"relaxations"].toArray().isEmpty()); // there are enough
    QVERIFY(ask("q=camry+rio&facets=none")[u"relaxations"].toArray().isEmpty());
}

void TestSearchReasons::conditionsInTheWordsAreConditions()
{
    const QByteArray words = "q=" + quoted(u"camry до 520 тыс"_s);
    QJsonObject answer = ask(words + "&country_from=JP");
    QCOMPARE(answer[u"total"].toInt(), 1);
    const QJsonArray list = answer[u"relaxations"].toArray();
    QCOMPARE(list.size(), 3);
    QCOMPARE(list[0][u"drop"].toArray(), QJsonArray{u"price_to"_s});
    QCOMPARE(list[0][u"understood"].toInt(-1), 0);
    QCOMPARE(list[0][u"count"].toInt(), 100);
    QVERIFY(list[1][u"words"].isNull() && list[1][u"understood"].isNull()); // without "camry"
    QCOMPARE(list[1][u"count"].toInt(), 3);
    QCOMPARE(list[2][u"count"].toInt(), 1);
    // A filter bounds the same: each of them is a condition.
    answer = ask(words + "&price_to=60000000");
    QCOMPARE(answer[u"total"].toInt(), 1);
    bool isThere = false;
    const QJsonArray both = answer[u"relaxations"].toArray();
    for (const auto &one : both) {
        if (one[u"understood"].isNull())
            continue;
        isThere = true;
        QCOMPARE(one[u"words"].toString(), u"до 520 тыс"_s);
        QCOMPARE(one[u"count"].toInt(), 4);
    }
    QVERIFY(isThere);
}

void TestSearchReasons::contradictionsAreSaid()
{
    QJsonObject answer = ask("price_from=300000000&price_to=200000000&brand=Kia");
    QCOMPARE(answer[u"total"].toInt(), 0);
    QCOMPARE(answer[u"contradictions"].toArray(), QJsonArray{u"price"_s});
    const QJsonValue first = answer[u"relaxations"][0];
    QCOMPARE(first[u"drop"].toArray(), (QJsonArray{u"price_from"_s, u"price_to"_s}));
    QCOMPARE(first[u"count"].toInt(), 100);
    // Of a filter and the words.
    answer = ask("price_from=300000000&q=" + quoted(u"kia до 2 млн"_s));
    QCOMPARE(answer[u"contradictions"].toArray(), QJsonArray{u"price"_s});
    QCOMPARE(answer[u"total"].toInt(), 0);
    QVERIFY(ask("price_from=200000000&price_to=200000000")[u"contradictions"].toArray().isEmpty());
}

void TestSearchReasons::wishesAreOrderedByMeaning()
{
    QTRY_VERIFY(m_provider.learnt());
    const QByteArray wish = "explain=1&facets=none&limit=10&q=" + quoted(u"седан кожаный салон один хозяин"_s);
    const QJsonObject first = ask(wish);
    QCOMPARE(first[u"items"].toArray().size(), 10);
    for (const auto &item : first[u"items"].toArray()) {
        const QJsonValue fused = item[u"why"][u"fused"];
        for (const auto place : {u"text_place", u"meaning_place", u"freshness_place"})
            QVERIFY(fused[place].toInt() >= 1 && fused[place].toInt() <= 50);
        QVERIFY(std::abs(fused[u"likeness"].toDouble()) <= 1.01);
    }
    const QJsonObject second = ask(wish + "&cursor=" + first[u"next_cursor"].toString().toLatin1());
    QCOMPARE(second[u"items"].toArray().size(), 10);
    QCOMPARE(second[u"total"], first[u"total"]);
    const QJsonArray named = ask("explain=1&facets=none&q=" + quoted(u"Toyota Camry кожаный салон"_s))[u"items"].toArray();
    QVERIFY(!named.isEmpty());
    for (const auto &item : named)
        QVERIFY(item[u"why"][u"fused"].isNull());
}

void TestSearchReasons::thinResultsOfferWhatIsSimilar()
{
    QTRY_VERIFY(m_provider.learnt());
    const QByteArray asked = "literal=1&price_to=54000000&q=" + quoted(u"2012 седан кожаный салон один хозяин"_s);
    const QJsonObject answer = ask(asked);
    QCOMPARE(answer[u"total"].toInt(), 1);
    QCOMPARE(answer[u"items"].toArray().size(), 1);
    const QJsonArray similar = answer[u"similar"].toArray();
    QVERIFY(!similar.isEmpty() && similar.size() <= 12);
    for (const auto &item : similar) {
        QVERIFY(item[u"id"] != answer[u"items"][0][u"id"]);
        QVERIFY(item[u"score"].toDouble() > 0.4 && item[u"score"].toDouble() <= 1.01);
        QVERIFY(item[u"why"].isUndefined());
    }
    QCOMPARE(ask("q=" + quoted(u"кожаный салон"_s))[u"similar"].toArray().size(), 0); // there are many
    // Without words nothing means the like, and what misses the bound by little is offered all the same.
    const auto idsOf = [](const QJsonObject &found, const char *list) {
        QStringList ids;
        for (const auto &item : found[QLatin1String(list)].toArray())
            ids.append(item[u"id"].toString());
        ids.sort();
        return ids;
    };
    const QJsonObject bounded = ask("price_to=51000000&sort=price_asc");
    QVERIFY(bounded[u"total"].toInt() <= 5);
    QStringList wider = idsOf(ask("price_to=56100000&limit=100&sort=price_asc"), "items");
    for (const QString &id : idsOf(bounded, "items"))
        QVERIFY(wider.removeOne(id));
    QVERIFY(!wider.isEmpty());
    if (wider.size() <= 12)
        QCOMPARE(idsOf(bounded, "similar"), wider);
    for (const auto &item : bounded[u"similar"].toArray()) {
        QVERIFY(wider.contains(item[u"id"].toString()));
        QCOMPARE(item[u"score"].toDouble(), 1.0);
    }
    QCOMPARE(ask("price_to=51000000&year_from=2050")[u"similar"].toArray().size(), 0);
    QCOMPARE(ask("price_from=60000000&price_to=51000000")[u"similar"].toArray().size(), 0);
}

void TestSearchReasons::anIndexMayBeSilent()
{
    SilentProvider silent;
    search::SearchFeature feature(*m_runtime, silent, m_shelf);
    http::Router router;
    feature.registerOn(router);
    const QJsonObject answer = QJsonDocument::fromJson(get(router, "explain=1").body).object();
    QVERIFY(answer.contains(u"explained"_s));
    QCOMPARE(answer[u"explained"].toBool(true), false);
}

QTEST_GUILESS_MAIN(TestSearchReasons)
#include "tst_search_reasons.moc"
