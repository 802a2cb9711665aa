#include "harness/random_search.h"
#include "harness/test_database.h"

#include "server/bus/in_process_bus.h"
#include "server/db/blocking.h"
#include "server/http/router.h"
#include "server/limits.h"
#include "server/providers/search/embedded/embedded_provider.h"
#include "server/search/search_check.h"
#include "server/search/search_feature.h"
#include "server/search/search_index_job.h"
#include "server/search/sql_counts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;
using Sort = SearchQuery::Sort;
using FacetName = SearchQuery::Facet;

namespace {
// The embedded index, and how much it was told.
struct CountingProvider final : search::SearchProvider
{
    QCoro::Task<Outcome> upsert(std::vector<search::Document> documents) override
    {
        upserted += int(documents.size());
        return index.upsert(std::move(documents));
    }
    QCoro::Task<Outcome> remove(std::vector<ListingId> ids) override { return index.remove(std::move(ids)); }
    QCoro::Task<Result<search::Answer>> search(CallContextPtr context, SearchQuery query) override
    {
        return index.search(std::move(context), std::move(query));
    }
    QCoro::Task<Result<std::vector<search::Suggestion>>> suggest(CallContextPtr context, QString text, int limit) override
    {
        return index.suggest(std::move(context), std::move(text), limit);
    }
    qint64 size() const override { return index.size(); }
    std::unique_ptr<search::Refill> refill() override { return index.refill(); }
    QCoro::Task<Result<std::vector<search::Standing>>> standing(ListingId after, ListingId last) override
    {
        return index.standing(after, last);
    }

    search::EmbeddedProvider index;
    int upserted = 0;
};
} // namespace

// Search over a real database: every count is compared with what SQL counts, every order with SQL's order.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void fillsFromTheDatabase();
    void countsAreThoseOfSql();
    void pagesFollowTheOrderOfSql_data();
    void pagesFollowTheOrderOfSql();
    void fastPathAgrees();
    void textFindsForms_data();
    void textFindsForms();
    void misspeltAndTooMuch();
    void suggests();
    void suggestsInAnyLetters_data();
    void suggestsInAnyLetters();
    void suggestsWhatIsThere();
    void answersHttp();
    void readsConditionsInTheWords();
    void refusesNonsense();
    void cardsAreRemembered();
    void shelfIsBoundedAndNeverStale();
    void changesArrive();
    void sweepsLeaveAloneWhatIsThere();
    void survivesHeavyRewriting();

private:
    db::Rows sql(const QByteArray &text);
    CallContextPtr call() { return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(10'000)); }
    search::Answer find(const QByteArray &query);
    search::Answer find(const SearchQuery &query);
    http::Response get(const QByteArray &path, const QByteArray &query);

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::BlockingConnection> m_connection;
    std::unique_ptr<db::Database> m_db;
    ManualClock m_clock;
    InProcessBus m_bus;
    config::Settings m_settings;
    CpuPool m_cpu;
    std::unique_ptr<Runtime> m_runtime;
    CountingProvider m_provider;
    search::CardShelf m_shelf{m_bus, limits::kCardShelfBytes};
    std::unique_ptr<search::SearchIndexJob> m_job;
    std::unique_ptr<search::SearchFeature> m_feature;
    http::Router m_router;
};

db::Rows TestSearch::sql(const QByteArray &text)
{
    auto rows = m_connection->execute(text);
    if (!rows)
        qFatal("%s: %s", text.constData(), m_connection->lastMessage().constData());
    return std::move(*rows);
}

void TestSearch::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    auto connection = db::BlockingConnection::open(m_database->url());
    QVERIFY(connection);
    m_connection = std::make_unique<db::BlockingConnection>(std::move(*connection));
    db::DatabaseOptions options;
    options.url = m_database->url();
    m_db = std::make_unique<db::Database>(options);
    m_runtime = std::make_unique<Runtime>(Runtime{*m_db, m_settings, m_clock, m_bus, m_cpu});
    sql(R"(
        insert into users (id, email, password_hash, role, display_name, rating_sum, rating_count, card, created_at, updated_at)
        select ('00000000-0000-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid, 'd' || i || '@example.com', '-', 'driver', 'Driver ' || i,
               case when i % 4 = 0 then 0 else (i % 11) + 20 end, case when i % 4 = 0 then 0 else 6 end,
               json_build_object('id', i, 'display_name', 'Driver ' || i), '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, 30) i)");
    sql(R"(
        insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency,
                              delivery_eta_days, power_hp, engine_cc, description, body_type, fuel, transmission, drive, color, card,
                              published_at, created_at, updated_at)
        select ('01900000-0000-7000-8000-' || substr(md5(i::text), 1, 12))::uuid,
               ('00000000-0000-7000-8000-' || lpad(to_hex(1 + i * 7 % 30), 12, '0'))::uuid,
               case when i % 10 = 9 then 'paused' when i % 37 = 0 then 'draft' else 'published' end,
               b.brand, b.brand || '-' || (i / 6 % 5), 2004 + i * 31 % 22, i * 7919 % 240000,
               (array['JP','KR','CN','DE'])[1 + i * 3 % 4], (300 + i * 104729 % 9000) * 100000::bigint, 'RUB', 5 + i * 11 % 80,
               case when i % 7 > 0 then 60 + i * 43 % 340 end, case when i % 8 > 0 then 600 + i * 37 % 3400 end,
               case when i % 5 = 0 then 'Кожаный салон, один хозяин' when i % 7 = 0 then 'Панорамная крыша, без ДТП' else 'Хорошее состояние' end,
               (array['sedan','suv','wagon','hatchback'])[1 + i * 17 % 4], (array['petrol','diesel','hybrid'])[1 + i * 5 % 3],
               (array['automatic','manual','cvt'])[1 + i * 23 % 3], (array['fwd','rwd','awd',''])[1 + i * 29 % 4],
               (array['white','black','red','blue','gray'])[1 + i * 19 % 5],
               json_build_object('id', i, 'brand', b.brand),
               timestamptz '2026-01-01Z' + (i * 613 % 5000) * interval '1 minute', '2026-01-01Z', '2026-01-01Z'
        from generate_series(1, 2000) i
        cross join lateral (select (array['Toyota','BMW','Kia','Geely','Audi','Land Rover'])[1 + i * 41 % 6] as brand) b)");
    m_job = std::make_unique<search::SearchIndexJob>(*m_runtime, m_provider);
    m_job->start();
    m_feature = std::make_unique<search::SearchFeature>(*m_runtime, m_provider, m_shelf);
    m_feature->registerOn(m_router);
    QTRY_VERIFY(m_job->isFilled());
}

void TestSearch::cleanupTestCase()
{
    m_feature.reset();
    m_job.reset();
    m_runtime.reset();
    m_db.reset();
    m_connection.reset();
    m_database.reset();
}

search::Answer TestSearch::find(const SearchQuery &query)
{
    auto answer = await(m_provider.search(call(), query));
    if (!answer)
        qFatal("%s: %s", query.toUrlQuery().constData(), errorWord(answer.code()));
    return std::move(*answer);
}

search::Answer TestSearch::find(const QByteArray &text)
{
    const auto query = SearchQuery::fromUrlQuery(text);
    if (!query)
        qFatal("%s: %s", text.constData(), errorWord(query.code()));
    return find(*query);
}

http::Response TestSearch::get(const QByteArray &path, const QByteArray &query)
{
    auto request = std::make_shared<http::Request>();
    request->path = path;
    request->query = query;
    request->context = call();
    const auto match = m_router.match(http::Method::Get, path);
    if (!match.route)
        qFatal("no route %s", path.constData());
    return await(match.route->handler(request));
}

void TestSearch::fillsFromTheDatabase()
{
    QCOMPARE(m_provider.size(), sql("select count(*) from listings where status = 'published'").int64(0, 0));
    const auto answer = find("limit=1");
    QCOMPARE(answer.total, m_provider.size());
    QVERIFY(answer.totalIsExact);
}

void TestSearch::countsAreThoseOfSql()
{
    search::SearchCheck check(*m_connection, [this](const QByteArray &query) -> Result<QJsonObject> {
        return QJsonDocument::fromJson(get("/api/v1/search/facets", query).body).object();
    });
    QRandomGenerator random(42);
    int nonEmpty = 0;
    for (int round = 0; round < 60; ++round) {
        const SearchQuery query = randomSearch(random, {u"Toyota-1"_s, u"BMW-2"_s, u"Kia-5"_s});
        nonEmpty += find(query).total > 0 ? 1 : 0;
        const auto differences = check.differences(query);
        QVERIFY(differences.ok());
        for (const search::CountDifference &one : *differences)
            QFAIL(QByteArray(one.query + "  " + one.what + ": " + QByteArray::number(one.answered) + ", SQL says "
                             + QByteArray::number(one.inDatabase)));
    }
    QVERIFY(nonEmpty > 20);
}

void TestSearch::pagesFollowTheOrderOfSql_data()
{
    QTest::addColumn<QByteArray>("conditions");
    QTest::addColumn<QByteArray>("order");
    for (const char *facets : {"", "&facets=none"}) {
        const QByteArray suffix(facets);
        QTest::addRow("price_asc%s", facets)
            << QByteArray("brand=BMW&sort=price_asc" + suffix) << QByteArray("price_minor, l.id");
        QTest::addRow("price_desc%s", facets)
            << QByteArray("brand=BMW&sort=price_desc" + suffix) << QByteArray("price_minor desc, l.id desc");
        QTest::addRow("newest%s", facets) << QByteArray("brand=BMW&sort=newest" + suffix)
                                          << QByteArray("published_at desc, l.id desc");
        QTest::addRow("mileage%s", facets) << QByteArray("brand=BMW&sort=mileage_asc" + suffix) << QByteArray("mileage_km, l.id");
        QTest::addRow("eta%s", facets) << QByteArray("brand=BMW&sort=eta_asc" + suffix) << QByteArray("delivery_eta_days, l.id");
    }
}

void TestSearch::pagesFollowTheOrderOfSql()
{
    QFETCH(QByteArray, conditions);
    QFETCH(QByteArray, order);
    const auto rows = sql("select l.id" + search::marketWhere({}) + " and brand = 'BMW' order by " + order);
    int at = 0;
    QByteArray cursor;
    do {
        const auto answer = find(conditions + "&limit=7" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        QCOMPARE(answer.total, qint64(rows.count()));
        for (const search::Hit &hit : answer.hits) {
            QVERIFY(at < rows.count());
            QCOMPARE(hit.id, rows.id<ListingId>(at++, 0));
        }
        cursor = answer.nextCursor;
    } while (!cursor.isEmpty());
    QCOMPARE(at, rows.count());
}

void TestSearch::fastPathAgrees()
{
    QRandomGenerator random(99);
    for (int round = 0; round < 200; ++round) {
        SearchQuery query = randomSearch(random, {u"Toyota-1"_s, u"BMW-2"_s, u"Kia-5"_s});
        for (int page = 0; page < 3; ++page) {
            query.wantFacets = true;
            const auto slow = find(query);
            query.wantFacets = false;
            const auto fast = find(query);
            QCOMPARE(fast.total, slow.total);
            QCOMPARE(fast.nextCursor, slow.nextCursor);
            QCOMPARE(fast.hits.size(), slow.hits.size());
            for (size_t i = 0; i < fast.hits.size(); ++i)
                QCOMPARE(fast.hits[i].id, slow.hits[i].id);
            QVERIFY(fast.facets.empty() && !slow.facets.empty());
            if (slow.nextCursor.isEmpty())
                break;
            query.cursor = slow.nextCursor;
        }
    }
}

void TestSearch::textFindsForms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("condition");
    QTest::newRow("brand") << u"toyota"_s << QByteArray("brand = 'Toyota'");
    QTest::newRow("case") << u"ToYoTa"_s << QByteArray("brand = 'Toyota'");
    QTest::newRow("alias") << u"тойота"_s << QByteArray("brand = 'Toyota'");
    QTest::newRow("alias and colour") << u"белый бмв"_s << QByteArray("brand = 'BMW' and color = 'white'");
    QTest::newRow("prefix of the last word") << u"белый land rov"_s << QByteArray("brand = 'Land Rover' and color = 'white'");
    QTest::newRow("inflected") << u"кожаного салона"_s << QByteArray("description like 'Кожаный салон%'");
    QTest::newRow("two words") << u"панорамная крыша geely"_s << QByteArray("description like 'Панорамная%' and brand = 'Geely'");
    QTest::newRow("begun alias") << u"тойо"_s << QByteArray("brand = 'Toyota'");
    QTest::newRow("Latin in the Russian layout") << u"ещнщеф"_s << QByteArray("brand = 'Toyota'");
    QTest::newRow("other layout") << QString::fromUtf8("njqjnf") << QByteArray("brand = 'Toyota'");
    QTest::newRow("model") << u"kia-3"_s << QByteArray("model = 'Kia-3'");
}

void TestSearch::textFindsForms()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, condition);
    SearchQuery query;
    query.text = text;
    query.limit = 100;
    query.wantExplanations = true;
    const auto answer = find(query);
    const auto expected = sql("select l.id" + search::marketWhere({}) + " and " + condition);
    QVERIFY(expected.count() > 0);
    QCOMPARE(answer.total, qint64(expected.count()));
    QVERIFY(answer.relaxed.empty());
    std::set<ListingId> ids;
    for (int i = 0; i < expected.count(); ++i)
        ids.insert(expected.id<ListingId>(i, 0));
    double last = std::numeric_limits<double>::max();
    for (const search::Hit &hit : answer.hits) {
        QVERIFY(ids.count(hit.id));
        if (*(*answer.explanations)[size_t(&hit - answer.hits.data())].crowdOf)
            continue; // moved down
        QVERIFY(hit.score <= last + 0.01);
        last = hit.score;
    }
}

void TestSearch::misspeltAndTooMuch()
{
    const auto misspelt = find("q=toyoda");
    QCOMPARE(misspelt.didYouMean, u"toyota"_s);
    QCOMPARE(misspelt.total, find("brand=Toyota").total);
    const auto relaxed = find("q=toyota+zzzzqqqq");
    QCOMPARE(relaxed.relaxed, std::vector<QString>{u"zzzzqqqq"_s});
    QCOMPARE(relaxed.total, misspelt.total);
    const auto nothing = find("q=qwxzv98765");
    QCOMPARE(nothing.total, 0);
    QVERIFY(nothing.nextCursor.isEmpty());
}

void TestSearch::suggests()
{
    const auto russian = await(m_provider.suggest(call(), u"той"_s, 5));
    QVERIFY(russian.ok() && !russian->empty());
    QCOMPARE(russian->front().text, u"Toyota"_s);
    const auto latin = await(m_provider.suggest(call(), u"toy"_s, 5));
    QVERIFY(latin.ok() && !latin->empty());
    QCOMPARE(latin->front().text, u"Toyota"_s);
    QCOMPARE(QByteArray(latin->front().kind), QByteArray("brand"));
    QCOMPARE(qint64(latin->front().count), find("brand=Toyota").total);
    QVERIFY(latin->size() <= 5);
    const auto full = await(m_provider.suggest(call(), u"тойота"_s, 5));
    QVERIFY(full.ok() && !full->empty());
    QCOMPARE(full->front().text, u"Toyota"_s);
    QVERIFY(await(m_provider.suggest(call(), QString(), 5))->empty());
}

void TestSearch::suggestsInAnyLetters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("beginning of a word of the table") << u"тойо"_s << u"Toyota"_s;
    QTest::newRow("two letters") << u"то"_s << u"Toyota"_s;
    QTest::newRow("model of the table") << u"камри"_s << u"Toyota Camry"_s;
    QTest::newRow("its beginning") << u"кам"_s << u"Toyota Camry"_s;
    QTest::newRow("by sound alone") << u"альфа"_s << u"Toyota Alphard"_s;
    QTest::newRow("double letters") << u"харри"_s << u"Toyota Harrier"_s;
    QTest::newRow("x") << u"лекс"_s << u"Lexus"_s;
    QTest::newRow("consonants") << u"лкс"_s << u"Lexus"_s;
    QTest::newRow("Russian typed in Latin") << u"njqjnf"_s << u"Toyota"_s;
    QTest::newRow("its beginning typed in Latin") << u"njq"_s << u"Toyota"_s;
    QTest::newRow("a sign that is a letter") << u"[jylf"_s << u"Honda"_s;
    QTest::newRow("Latin typed in Russian") << u"ещнщеф"_s << u"Toyota"_s;
    QTest::newRow("capitals") << u"ТОЙ"_s << u"Toyota"_s;
    QTest::newRow("brand and model") << u"тойота кам"_s << u"Toyota Camry"_s;
    QTest::newRow("both alphabets") << u"toyota кам"_s << u"Toyota Camry"_s;
    QTest::newRow("letters and figures") << u"рав4"_s << u"Toyota RAV4"_s;
    QTest::newRow("a mistake") << u"тойтта"_s << u"Toyota"_s;
    QTest::newRow("second word of a brand") << u"ровер"_s << u"Land Rover"_s;
    QTest::newRow("nothing") << u"ыыыы"_s << QString();
    QTest::newRow("signs") << u"!?"_s << QString();
}

namespace {
search::Document document(int number, const QString &brand, const QString &model)
{
    search::Document made;
    made.id = ListingId::fromText(QStringLiteral("01936000-0000-7000-8000-%1").arg(number, 12, 10, QChar(u'0'))).value();
    made.revision = 1;
    made.brand = brand;
    made.model = model;
    made.description = "той же серии"; // a Russian word that begins like a brand is no brand
    return made;
}
} // namespace

void TestSearch::suggestsInAnyLetters()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);
    search::EmbeddedProvider index;
    std::vector<search::Document> cars;
    for (const auto &[brand, model] : std::vector<std::pair<QString, QString>>{{u"Toyota"_s, u"Camry"_s},
                                                                               {u"Toyota"_s, u"RAV4"_s},
                                                                               {u"Toyota"_s, u"Alphard"_s},
                                                                               {u"Toyota"_s, u"Harrier"_s},
                                                                               {u"Lexus"_s, u"RX"_s},
                                                                               {u"Honda"_s, u"Fit"_s},
                                                                               {u"Land Rover"_s, u"Defender"_s},
                                                                               {u"Kia"_s, u"K5"_s}})
        cars.push_back(document(int(cars.size()), brand, model));
    QVERIFY(await(index.upsert(cars)).ok());
    const auto found = await(index.suggest(call(), typed, 8));
    QVERIFY(found.ok());
    QCOMPARE(found->empty() ? QString() : found->front().text, first);
}

// Counts follow the market: what was sold is suggested no more.
void TestSearch::suggestsWhatIsThere()
{
    search::EmbeddedProvider index;
    QVERIFY(await(index.upsert({document(1, u"Honda"_s, u"Fit"_s), document(2, u"Honda"_s, u"Vezel"_s)})).ok());
    QCOMPARE(await(index.suggest(call(), u"хонда"_s, 5))->front().count, 2);
    search::Document changed = document(1, u"Nissan"_s, u"Leaf"_s);
    changed.revision = 2;
    QVERIFY(await(index.upsert({changed})).ok());
    QCOMPARE(await(index.suggest(call(), u"хонда"_s, 5))->front().count, 1);
    QVERIFY(await(index.remove({document(2, {}, {}).id})).ok());
    QVERIFY(await(index.suggest(call(), u"хонда"_s, 5))->empty());
    QCOMPARE(await(index.suggest(call(), u"ниссан"_s, 5))->front().count, 1);
}

void TestSearch::answersHttp()
{
    const auto response = get("/api/v1/search", "brand=toyota&sort=price_asc&limit=3");
    QCOMPARE(response.status, 200);
    const QJsonObject answer = QJsonDocument::fromJson(response.body).object();
    const QStringList keys = answer.keys();
    for (const QString &key : {u"items"_s, u"total"_s, u"total_is_exact"_s, u"facets"_s, u"ranges"_s, u"did_you_mean"_s,
                               u"applied_synonyms"_s, u"relaxed"_s, u"understood"_s, u"next_cursor"_s, u"took_ms"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
    const QJsonArray items = answer[u"items"].toArray();
    QCOMPARE(items.size(), 3);
    for (const auto &item : items) {
        QCOMPARE(item[u"brand"].toString(), u"Toyota"_s);
        QVERIFY(item[u"driver"][u"display_name"].toString().startsWith(u"Driver"));
        QVERIFY(item.toObject().contains(u"score"_s));
    }
    QVERIFY(answer[u"facets"][u"brand"].toArray().size() == 6);
    QVERIFY(answer[u"ranges"][u"price"][u"histogram"].toArray().size() > 1);
    const auto next =
        get("/api/v1/search", "brand=toyota&sort=price_asc&limit=3&cursor=" + answer[u"next_cursor"].toString().toLatin1());
    QCOMPARE(next.status, 200);
    QVERIFY(QJsonDocument::fromJson(next.body)[u"items"][0][u"id"] != items[0][u"id"]);

    const auto facets = QJsonDocument::fromJson(get("/api/v1/search/facets", "brand=toyota").body).object();
    QCOMPARE(facets[u"total"], answer[u"total"]);
    QCOMPARE(facets[u"facets"], answer[u"facets"]);
    const auto suggested = QJsonDocument::fromJson(get("/api/v1/search/suggest", "q=bm").body);
    QCOMPARE(suggested[u"items"][0][u"text"].toString(), u"BMW"_s);
}

void TestSearch::readsConditionsInTheWords()
{
    const auto ask = [this](const QString &words, const QByteArray &more) {
        const auto response = get("/api/v1/search", "q=" + QUrl::toPercentEncoding(words) + more);
        return QJsonDocument::fromJson(response.body).object();
    };
    const QJsonObject said = ask(u"тойота до 2 млн, от 2012 года"_s, "&sort=price_asc&limit=2");
    const QJsonObject chosen = ask(u"тойота"_s, "&price_to=200000000&year_from=2012&sort=price_asc&limit=2");
    QVERIFY(said[u"total"].toInt() > 2);
    QCOMPARE(said[u"total"], chosen[u"total"]);
    QCOMPARE(said[u"facets"], chosen[u"facets"]);
    QVERIFY(chosen[u"understood"].toArray().isEmpty());
    const QJsonArray understood = said[u"understood"].toArray();
    QCOMPARE(understood.size(), 2);
    QCOMPARE(understood[0][u"text"].toString(), u"до 2 млн"_s);
    QCOMPARE(understood[0][u"start"].toInt(), 7);
    QCOMPARE(understood[0][u"end"].toInt(), 15);
    QCOMPARE(understood[0][u"conditions"].toObject(), (QJsonObject{{u"price_to"_s, u"200000000"_s}}));
    QCOMPARE(understood[1][u"conditions"].toObject(), (QJsonObject{{u"year_from"_s, u"2012"_s}}));
    const QJsonObject ofEngine = ask(u"тойота до 160 л.с., от 1.5 литра"_s, "&limit=2");
    const QJsonObject filtered = ask(u"тойота"_s, "&power_to=160&engine_from=1450&limit=2");
    QVERIFY(ofEngine[u"total"].toInt() > 2);
    QCOMPARE(ofEngine[u"total"], filtered[u"total"]);
    QCOMPARE(ofEngine[u"facets"], filtered[u"facets"]);
    QCOMPARE(ofEngine[u"understood"][0][u"conditions"].toObject(), (QJsonObject{{u"power_to"_s, u"160"_s}}));
    const QJsonObject none = ask(u"тойота"_s, "&power_from=2900");
    QCOMPARE(none[u"total"].toInt(), 0);
    QCOMPARE(none[u"relaxations"][0][u"drop"].toArray(), QJsonArray{u"power_from"_s});
    // The next page is of the same conditions.
    const QJsonObject next =
        ask(u"тойота до 2 млн, от 2012 года"_s, "&sort=price_asc&limit=2&cursor=" + said[u"next_cursor"].toString().toLatin1());
    QCOMPARE(next[u"total"], said[u"total"]);
    QVERIFY(next[u"items"][0][u"id"] != said[u"items"][0][u"id"]);
    // Places are counted in code points.
    QCOMPARE(ask(u"🚗 до 2 млн"_s, {})[u"understood"][0][u"start"].toInt(), 2);
    const QJsonObject literal = ask(u"тойота до 2 млн, от 2012 года"_s, "&literal=1");
    QVERIFY(literal[u"understood"].toArray().isEmpty());

    const auto facets = QJsonDocument::fromJson(
                            get("/api/v1/search/facets", "q=" + QUrl::toPercentEncoding(u"тойота до 2 млн, от 2012 года"_s)).body)
                            .object();
    QCOMPARE(facets[u"total"], said[u"total"]);
    QCOMPARE(facets[u"understood"], said[u"understood"]);
}

void TestSearch::refusesNonsense()
{
    const auto code = [this](const QByteArray &query) {
        const auto response = get("/api/v1/search", query);
        return response.problem ? response.problem->code : ErrorCode::Internal;
    };
    QCOMPARE(code("sort=best"), ErrorCode::UnknownValue);
    QCOMPARE(code("limit=1000"), ErrorCode::OutOfRange);
    QCOMPARE(code("literal=yes"), ErrorCode::UnknownValue);
    QCOMPARE(code("cursor=!!!"), ErrorCode::CursorInvalid);
    QCOMPARE(code("cursor=czE6"), ErrorCode::CursorInvalid);
    // A cursor of other conditions is refused, not misread.
    const QByteArray cursor = find("brand=BMW&limit=1").nextCursor;
    QVERIFY(!cursor.isEmpty());
    QCOMPARE(code("brand=Kia&cursor=" + cursor), ErrorCode::CursorInvalid);
}

void TestSearch::cardsAreRemembered()
{
    const auto titleOfFirst = [this] {
        return QJsonDocument::fromJson(get("/api/v1/search", "brand=kia&sort=price_asc&limit=1").body)[u"items"][0][u"title"]
            .toString();
    };
    const auto first = [this] {
        return sql("select l.id" + search::marketWhere({}) + " and brand = 'Kia' order by price_minor, l.id limit 1").bytes(0, 0);
    };
    const QByteArray id = first();
    const auto entitle = [&](const QByteArray &title) {
        sql("update listings set card = json_build_object('id', 1, 'title', '" + title + "') where id = '" + id + "'");
    };
    const QByteArray told = R"({"id":")" + id + R"("})";
    entitle("one");
    m_bus.publish("listing.changed", told);
    QCOMPARE(titleOfFirst(), u"one"_s);
    entitle("two");
    QCOMPARE(titleOfFirst(), u"one"_s); // not asked for again
    m_bus.publish("listing.changed", told);
    QCOMPARE(titleOfFirst(), u"two"_s);
    entitle("three"); // and nobody tells
    m_clock.advance(search::CardShelf::kKeptMs - 1);
    QCOMPARE(titleOfFirst(), u"two"_s);
    m_clock.advance(1);
    QCOMPARE(titleOfFirst(), u"three"_s);

    // One that is gone is left out of the page, and those around it stay.
    const auto brands = [this] {
        return QJsonDocument::fromJson(get("/api/v1/search", "brand=kia&sort=price_asc&limit=3").body)[u"items"].toArray().size();
    };
    QCOMPARE(brands(), 3);
    sql("update listings set status = 'paused' where id = '" + id + "'");
    m_clock.advance(search::CardShelf::kKeptMs);
    QCOMPARE(brands(), 2);
    sql("update listings set status = 'published' where id = '" + id + "'");
    QCOMPARE(brands(), 3);
}

void TestSearch::shelfIsBoundedAndNeverStale()
{
    InProcessBus bus;
    search::CardShelf shelf(bus, 16 * 4096); // each of sixteen parts holds three of these
    const Timestamp now = m_clock.now();
    const QByteArray card(1024, 'x');
    const auto numbered = [](int i) {
        ListingId id;
        id.uuid.bytes[0] = quint8(i);
        return id; // all in one part
    };
    for (int i = 0; i < 4; ++i)
        shelf.put(numbered(i), card, now, shelf.moment());
    QVERIFY(!shelf.find(numbered(0), now));
    for (int i = 1; i < 4; ++i)
        QCOMPARE(shelf.find(numbered(i), now).value_or(""), card);
    QVERIFY(shelf.find(numbered(1), now));
    shelf.put(numbered(5), card, now, shelf.moment()); // the one that was longest not shown goes
    QVERIFY(shelf.find(numbered(1), now));
    QVERIFY(!shelf.find(numbered(2), now));

    // Read before a change, come after it.
    const quint64 moment = shelf.moment();
    bus.publish("listing.changed", R"({"id":")" + numbered(7).toText() + R"("})");
    shelf.put(numbered(7), card, now, moment);
    QVERIFY(!shelf.find(numbered(7), now));
}

void TestSearch::changesArrive()
{
    const auto one = sql("select l.id" + search::marketWhere({}) + " and brand = 'Audi' order by l.id limit 2");
    const QByteArray first = one.bytes(0, 0);
    const QByteArray second = one.bytes(1, 0);
    const qint64 before = find("brand=Audi").total;
    sql("update listings set status = 'paused', updated_at = '2026-02-01Z' where id = '" + first + "'");
    m_bus.publish("listing.changed", R"({"id":")" + first + R"("})");
    QTRY_COMPARE(find("brand=Audi").total, before - 1);
    sql("update listings set status = 'published', brand = 'Zeekr', updated_at = '2026-02-02Z' where id in ('" + first + "','"
        + second + "')");
    m_bus.publish("listing.changed", R"({"ids":[")" + first + R"(",")" + second + R"("]})");
    QTRY_COMPARE(find("brand=zeekr").total, 2);
    QCOMPARE(find("brand=Audi").total, before - 2);
    QCOMPARE(find("q=zeekr").total, 2);
    // Told twice, and out of order, it stays as the row says.
    m_bus.publish("listing.changed", R"({"id":")" + first + R"("})");
    m_bus.publish("listing.changed", R"({"id":")" + first + R"("})");
    m_bus.publish("listing.changed", R"({"id":"not an id"})");
    m_bus.publish("listing.changed", "nonsense");
    QTRY_COMPARE(find("brand=zeekr").total, 2);
}

// After an import of a hundred thousand the look-back must not carry them all to the index again: it would stand before
// every change that comes behind it.
void TestSearch::sweepsLeaveAloneWhatIsThere()
{
    m_clock.advance(3'600'000);
    const QByteArray now = QByteArray::number(m_clock.now().unixMs);
    const QByteArray some = " id in (select l.id" + search::marketWhere({}) + " and l.brand = 'Kia' order by l.id limit 40)";
    const auto touched = sql("update listings set description = 'Новое описание', updated_at = to_timestamp(" + now
                             + " / 1000.0) where" + some + " returning id");
    QByteArray ids;
    for (int i = 0; i < touched.count(); ++i)
        ids += (i ? ",\"" : "\"") + touched.bytes(i, 0) + '"';
    m_bus.publish("listing.changed", "{\"ids\":[" + ids + "]}");
    QTRY_COMPARE(find("q=новое+описание&facets=none").total, qint64(40));
    // One change is not told: the sweep brings it, and it alone.
    const int before = m_provider.upserted;
    sql("update listings set brand = 'Exeed', updated_at = to_timestamp(" + now + " / 1000.0 + 1) where id = '"
        + touched.bytes(0, 0) + "'");
    m_job->sweep();
    QTRY_COMPARE(find("brand=exeed").total, qint64(1));
    QCOMPARE(m_provider.upserted, before + 1);
}

void TestSearch::survivesHeavyRewriting()
{
    // Prices change many times over; orders, counts and text stay those of a fresh index.
    search::EmbeddedIndex worn;
    search::EmbeddedIndex fresh;
    QRandomGenerator random(5);
    std::vector<search::Document> documents;
    for (int i = 0; i < 600; ++i) {
        search::Document d;
        d.id = ListingId{makeUuidV7({i + 1}, {quint8(random.bounded(256))})};
        d.brand = u"Brand %1"_s.arg(random.bounded(5));
        d.model = u"M%1"_s.arg(random.bounded(20));
        d.countryFrom = u"JP"_s;
        d.year = 2000 + random.bounded(20);
        d.etaDays = 10;
        documents.push_back(d);
    }
    for (int round = 0; round < 60; ++round) {
        for (search::Document &d : documents) {
            if (round % 3 == 1 && random.bounded(4))
                continue; // most come again unchanged
            d.revision = round;
            d.priceMinor = random.bounded(1, 50) * 1'000'000LL;
        }
        auto told = documents;
        if (round % 5 == 0) { // the same listing twice in one call: the last word counts
            told.insert(told.begin(), documents.begin(), documents.begin() + 50);
            for (int i = 0; i < 50; ++i)
                told[size_t(i)].priceMinor = 7;
        }
        if (round % 4 == 0) { // a few at a time
            for (size_t i = 0; i < told.size(); i += 10)
                worn.upsert({told.begin() + qptrdiff(i), told.begin() + qptrdiff(std::min(i + 10, told.size()))});
        } else {
            worn.upsert(told);
        }
    }
    auto older = documents;
    for (auto &d : older) {
        d.revision = 3;
        d.priceMinor = 1;
    }
    worn.upsert(older);
    fresh.upsert(documents);
    std::vector<ListingId> gone;
    for (int i = 0; i < 100; ++i)
        gone.push_back(documents[size_t(i) * 3].id);
    worn.remove(gone);
    worn.remove(gone);
    fresh.remove(gone);
    QCOMPARE(worn.size(), 500);
    for (const char *text : {"limit=100", "sort=price_asc&limit=100", "brand=Brand+2&sort=price_desc&limit=100&facets=none",
                             "q=m7&limit=100", "price_from=10000000&price_to=20000000&sort=mileage_asc"}) {
        const auto query = SearchQuery::fromUrlQuery(text);
        const auto a = worn.search(*query);
        const auto b = fresh.search(*query);
        QCOMPARE(a->total, b->total);
        QVERIFY(a->total > 0);
        QCOMPARE(a->hits.size(), b->hits.size());
        for (size_t i = 0; i < a->hits.size(); ++i)
            QCOMPARE(a->hits[i].id, b->hits[i].id);
    }
}

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
