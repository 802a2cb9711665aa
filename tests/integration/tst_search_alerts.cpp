// News of cars for saved searches: over HTTP on a whole server, and the percolator alone.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"
#include "server/search/percolator.h"

#include <QJsonArray>
#include <QRandomGenerator>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestSearchAlerts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { m_driver = somebody("driver"); }
    void cleanupTestCase() { m_server.reset(); }

    void newAndCheaperCarsAreTold();
    void whatDoesNotFitIsNotTold();
    void ownCarsAreNotTold();
    void theSameCarOfferedAnewIsToldOnce();
    void manyAtOnceAreOneWord();
    void onceADay();
    void switchedOffTellsNothing();
    void wrongWords();
    void percolatorAgreesWithBruteForce();
    void percolatorReadsWordsAsTheSearchDoes_data();
    void percolatorReadsWordsAsTheSearchDoes();
    void percolatorForgets();

private:
    std::unique_ptr<HttpClient> somebody(const char *role);
    QString save(HttpClient &who, const QString &query, const QString &alerts = u"instant"_s);
    QJsonArray told(HttpClient &who) const;
    // Everything that waits is done, then the clock goes on, then what that woke is done.
    void pass(qint64 ms);
    void settle();

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver;
};

void TestSearchAlerts::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.rateAuthPerMinute = 0;
    });
}

std::unique_ptr<HttpClient> TestSearchAlerts::somebody(const char *role)
{
    auto who = std::make_unique<HttpClient>(m_server->url());
    who->signUp(role, QString::fromLatin1(role));
    return who;
}

QString TestSearchAlerts::save(HttpClient &who, const QString &query, const QString &alerts)
{
    const HttpAnswer saved = who.post("/me/saved-searches", {{u"query"_s, query}, {u"alerts"_s, alerts}});
    return saved.status == 201 ? saved.text(u"id"_s) : QString();
}

QJsonArray TestSearchAlerts::told(HttpClient &who) const
{
    QJsonArray found;
    for (const QJsonValue one : who.get("/notifications?limit=100").items()) {
        if (one.toObject().value(u"kind"_s).toString() == u"search_match")
            found.append(one.toObject().value(u"data"_s));
    }
    return found;
}

void TestSearchAlerts::settle()
{
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql("select count(*) from outbox").int64(0, 0), 0, 30'000);
}

void TestSearchAlerts::pass(qint64 ms)
{
    settle();
    m_server->advance(ms);
    const QByteArray now = m_server->clock().now().toRfc3339();
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server->sql("select count(*) from timers where kind like 'search.tell%' and due_at <= '" + now + "'").int64(0, 0), 0,
        30'000);
    settle();
}

void TestSearchAlerts::newAndCheaperCarsAreTold()
{
    const auto buyer = somebody("buyer");
    const QString search = save(*buyer, u"brand=Subaru&price_to=250000000"_s);
    const QByteArray car =
        newCar(*m_driver, {{u"brand"_s, u"Subaru"_s}, {u"model"_s, u"Forester"_s}, {u"price"_s, rub(240'000'000)}});
    settle();
    QVERIFY(told(*buyer).isEmpty()); // gathered for a minute
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
    const QJsonObject first = told(*buyer)[0].toObject();
    QCOMPARE(first.value(u"listing_id"_s).toString().toLatin1(), car);
    QCOMPARE(first.value(u"saved_search_id"_s).toString(), search);
    QCOMPARE(first.value(u"why"_s).toString(), u"new"_s);
    QCOMPARE(first.value(u"count"_s).toInt(), 1);
    QVERIFY(first.value(u"title"_s).toString().startsWith(u"Subaru Forester"));

    const auto ask = [&](qint64 price) {
        const QByteArray version = QByteArray::number(m_driver->get("/listings/" + car).json().value(u"version"_s).toInteger());
        return m_driver->patch("/listings/" + car, {{u"price"_s, rub(price)}}, {{"If-Match", '"' + version + '"'}}).status;
    };
    QCOMPARE(ask(245'000'000), 200); // dearer is no news
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
    QCOMPARE(ask(241'000'000), 200); // nor is cheaper than yesterday and dearer than ever
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
    QCOMPARE(ask(230'000'000), 200);
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 2);
    QCOMPARE(told(*buyer)[0].toObject().value(u"why"_s).toString(), u"cheaper"_s);
}

void TestSearchAlerts::whatDoesNotFitIsNotTold()
{
    const auto buyer = somebody("buyer");
    save(*buyer, u"brand=Lexus&price_to=100000000"_s);
    save(*buyer, u"q=трактор"_s);
    newCar(*m_driver, {{u"brand"_s, u"Lexus"_s}, {u"model"_s, u"RX"_s}, {u"price"_s, rub(400'000'000)}});
    newCar(*m_driver, {{u"brand"_s, u"Lexus"_s}, {u"model"_s, u"NX"_s}, {u"price"_s, rub(90'000'000)}}, false); // a draft
    pass(61'000);
    QVERIFY(told(*buyer).isEmpty());
}

void TestSearchAlerts::ownCarsAreNotTold()
{
    const QString search = save(*m_driver, u"brand=Suzuki"_s);
    QVERIFY(!search.isEmpty());
    const auto buyer = somebody("buyer");
    save(*buyer, u"brand=Suzuki"_s);
    newCar(*m_driver, {{u"brand"_s, u"Suzuki"_s}, {u"model"_s, u"Jimny"_s}});
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
    QVERIFY(told(*m_driver).isEmpty());
}

void TestSearchAlerts::theSameCarOfferedAnewIsToldOnce()
{
    const auto buyer = somebody("buyer");
    save(*buyer, u"brand=Mazda"_s);
    save(*buyer, u"q=cx&year_from=2015"_s); // two of his searches, one word
    const QJsonObject mazda{{u"brand"_s, u"Mazda"_s}, {u"model"_s, u"CX-5"_s}, {u"year"_s, 2019}, {u"mileage_km"_s, 41'000}};
    const QByteArray first = newCar(*m_driver, mazda);
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
    QCOMPARE(m_driver->post("/listings/" + first + "/archive").status, 200);
    newCar(*m_driver, mazda);
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
}

void TestSearchAlerts::manyAtOnceAreOneWord()
{
    const auto buyer = somebody("buyer");
    save(*buyer, u"brand=Honda"_s);
    for (int i = 0; i < 5; ++i)
        newCar(*m_driver, {{u"brand"_s, u"Honda"_s}, {u"model"_s, u"Fit"_s}, {u"year"_s, 2015 + i}});
    const QByteArray gone = newCar(*m_driver, {{u"brand"_s, u"Honda"_s}, {u"model"_s, u"Vezel"_s}});
    settle();
    QCOMPARE(m_driver->post("/listings/" + gone + "/pause").status, 200); // who is gone by then is not told
    pass(61'000);
    QCOMPARE(told(*buyer).size(), 1);
    QCOMPARE(told(*buyer)[0].toObject().value(u"count"_s).toInt(), 5);
}

void TestSearchAlerts::onceADay()
{
    const auto buyer = somebody("buyer");
    save(*buyer, u"brand=Kia"_s, u"daily"_s);
    newCar(*m_driver, {{u"brand"_s, u"Kia"_s}, {u"model"_s, u"Rio"_s}});
    newCar(*m_driver, {{u"brand"_s, u"Kia"_s}, {u"model"_s, u"K5"_s}});
    pass(61'000);
    QVERIFY(told(*buyer).isEmpty());
    const Timestamp due = m_server->sql("select due_at from timers where kind = 'search.tell_daily'").timestamp(0, 0);
    QCOMPARE(due.toRfc3339().mid(11, 8), QByteArray("06:00:00"));
    pass(due.unixMs - m_server->clock().now().unixMs + 1'000); // longer than a token lasts
    const db::Rows rows =
        m_server->sql("select data->>'count' from notifications where kind = 'search_match' and data->>'query' = 'brand=Kia'");
    QCOMPARE(rows.count(), 1);
    QCOMPARE(rows.bytes(0, 0), QByteArray("2"));
}

void TestSearchAlerts::switchedOffTellsNothing()
{
    const auto buyer = somebody("buyer");
    const QString search = save(*buyer, u"brand=Volvo"_s);
    const HttpAnswer off =
        buyer->patch("/me/saved-searches/" + search.toLatin1(), {{u"alerts"_s, u"off"_s}, {u"name"_s, u"Швед"_s}});
    QCOMPARE(off.status, 200);
    QCOMPARE(off.text(u"alerts"_s), u"off"_s);
    QCOMPARE(off.text(u"name"_s), u"Швед"_s);
    const QString dropped = save(*buyer, u"q=xc90"_s);
    QCOMPARE(buyer->remove("/me/saved-searches/" + dropped.toLatin1()).status, 204);
    newCar(*m_driver, {{u"brand"_s, u"Volvo"_s}, {u"model"_s, u"XC90"_s}});
    pass(61'000);
    QVERIFY(told(*buyer).isEmpty());
}

void TestSearchAlerts::wrongWords()
{
    const auto buyer = somebody("buyer");
    const HttpAnswer wrong = buyer->post("/me/saved-searches", {{u"query"_s, u"brand=Kia"_s}, {u"alerts"_s, u"hourly"_s}});
    QCOMPARE(wrong.status, 422);
    const QByteArray search = save(*buyer, u"brand=Kia"_s).toLatin1();
    QCOMPARE(buyer->patch("/me/saved-searches/" + search, {{u"alerts"_s, u"hourly"_s}}).status, 422);
    QCOMPARE(buyer->patch("/me/saved-searches/" + search, QJsonObject{}).status, 422);
    QCOMPARE(buyer->patch("/me/saved-searches/" + search, {{u"name"_s, QString(101, u'x')}}).status, 422);
    QCOMPARE(m_driver->patch("/me/saved-searches/" + search, {{u"alerts"_s, u"off"_s}}).status, 404);
}

namespace {
const QStringList kBrands{u"Toyota"_s, u"Honda"_s, u"BMW"_s, u"Kia"_s};
const QStringList kModels{u"Fit"_s, u"RAV4"_s, u"X5"_s, u"Rio"_s};
const QStringList kBodies{u"suv"_s, u"sedan"_s, u"hatchback"_s};
const QStringList kCountries{u"JP"_s, u"KR"_s, u"DE"_s};

template <typename List>
QString oneOf(QRandomGenerator &random, const List &list)
{
    return list.at(random.bounded(int(list.size())));
}
search::Document randomCar(QRandomGenerator &random)
{
    search::Document d;
    d.brand = oneOf(random, kBrands);
    d.model = oneOf(random, kModels);
    d.bodyType = oneOf(random, kBodies);
    d.countryFrom = oneOf(random, kCountries);
    d.year = random.bounded(2005, 2026);
    d.priceMinor = random.bounded(500'000, 5'000'000) * 100LL;
    d.mileageKm = random.bounded(200'000);
    d.etaDays = random.bounded(10, 60);
    d.powerHp = random.bounded(5) == 0 ? 0 : random.bounded(60, 400);
    d.engineCc = random.bounded(5) == 0 ? 0 : random.bounded(600, 4'000);
    d.ratingHundredths = random.bounded(300, 501);
    return d;
}
SearchQuery randomSearch(QRandomGenerator &random)
{
    SearchQuery q;
    const auto maybe = [&random](int share) { return random.bounded(100) < share; };
    using FacetName = SearchQuery::Facet;
    if (maybe(50))
        q.values(FacetName::Brand).push_back(oneOf(random, kBrands).toLower());
    if (maybe(20))
        q.values(FacetName::Model).push_back(oneOf(random, kModels));
    if (maybe(30))
        q.values(FacetName::BodyType) = {kBodies[0], kBodies[1]};
    if (maybe(30))
        q.values(FacetName::CountryFrom).push_back(oneOf(random, kCountries));
    if (maybe(60))
        q.priceToMinor = random.bounded(500'000, 5'000'000) * 100LL;
    if (maybe(30))
        q.yearFrom = random.bounded(2005, 2026);
    if (maybe(20))
        q.mileageToKm = random.bounded(200'000);
    if (maybe(10))
        q.etaToDays = random.bounded(10, 60);
    if (maybe(10))
        q.powerToHp = random.bounded(60, 400);
    if (maybe(10))
        q.engineFromCc = random.bounded(600, 4'000);
    if (maybe(10))
        q.ratingFromHundredths = random.bounded(300, 501);
    return q;
}
bool fits(const SearchQuery &q, const search::Document &d)
{
    using FacetName = SearchQuery::Facet;
    const auto has = [&q](FacetName facet, const QString &value) {
        const auto &values = q.values(facet);
        return values.empty() || std::any_of(values.begin(), values.end(), [&](const QString &v) {
                   return v.compare(value, Qt::CaseInsensitive) == 0;
               });
    };
    return has(FacetName::Brand, d.brand) && has(FacetName::Model, d.model) && has(FacetName::BodyType, d.bodyType)
           && has(FacetName::CountryFrom, d.countryFrom) && (!q.priceToMinor || d.priceMinor <= *q.priceToMinor)
           && (!q.yearFrom || d.year >= *q.yearFrom) && (!q.mileageToKm || d.mileageKm <= *q.mileageToKm)
           && (!q.etaToDays || d.etaDays <= *q.etaToDays) && (!q.powerToHp || (d.powerHp > 0 && d.powerHp <= *q.powerToHp))
           && (!q.engineFromCc || (d.engineCc > 0 && d.engineCc >= *q.engineFromCc))
           && (!q.ratingFromHundredths || d.ratingHundredths >= *q.ratingFromHundredths);
}
} // namespace

void TestSearchAlerts::percolatorAgreesWithBruteForce()
{
    QRandomGenerator random(11);
    search::Percolator percolator;
    std::vector<std::pair<Uuid, SearchQuery>> searches;
    for (int i = 0; i < 2'000; ++i) {
        searches.emplace_back(newUuid({i}), randomSearch(random));
        percolator.put(searches.back().first, searches.back().second);
    }
    for (int i = 0; i < 200; ++i) { // some are changed
        auto &[id, query] = searches[size_t(random.bounded(2'000))];
        query = randomSearch(random);
        percolator.put(id, query);
    }
    std::sort(searches.begin(), searches.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    size_t hits = 0;
    for (int i = 0; i < 200; ++i) {
        const search::Document car = randomCar(random);
        std::vector<Uuid> expected;
        for (const auto &[id, query] : searches) {
            if (fits(query, car))
                expected.push_back(id);
        }
        std::vector<Uuid> found = percolator.matches(car);
        std::sort(found.begin(), found.end());
        QCOMPARE(found, expected);
        hits += expected.size();
    }
    QVERIFY(hits > 1'000);
}

void TestSearchAlerts::percolatorReadsWordsAsTheSearchDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("name") << u"rav4"_s << true;
    QTest::newRow("other letters") << u"тойота"_s << true;
    QTest::newRow("another form") << u"кожаного салона"_s << true;
    QTest::newRow("synonym") << u"джип"_s << true;
    QTest::newRow("year") << u"toyota 2019"_s << true;
    QTest::newRow("another model") << u"toyota camry"_s << false;
    QTest::newRow("one word is missing") << u"кожаный салон люк"_s << false;
}

void TestSearchAlerts::percolatorReadsWordsAsTheSearchDoes()
{
    QFETCH(QString, text);
    QFETCH(bool, found);
    search::Document car;
    car.brand = u"Toyota"_s;
    car.model = u"RAV4"_s;
    car.year = 2019;
    car.bodyType = u"suv"_s;
    car.description = "Кожаный салон, один владелец";
    SearchQuery query;
    query.text = text;
    search::Percolator percolator;
    percolator.put(newUuid({1}), query);
    QCOMPARE(percolator.matches(car).size(), size_t(found ? 1 : 0));
}

void TestSearchAlerts::percolatorForgets()
{
    search::Percolator percolator;
    SearchQuery query;
    query.values(SearchQuery::Facet::Brand).push_back(u"Kia"_s);
    const Uuid id = newUuid({1});
    percolator.put(id, query);
    search::Document car;
    car.brand = u"Kia"_s;
    QCOMPARE(percolator.matches(car), std::vector<Uuid>{id});
    QVERIFY(percolator.knows(id));
    percolator.drop(id);
    QVERIFY(percolator.matches(car).empty());
    QCOMPARE(percolator.size(), 0);
}

QTEST_GUILESS_MAIN(TestSearchAlerts)
#include "tst_search_alerts.moc"
