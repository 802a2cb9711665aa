#include "shared/domain/search_query/search_query.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cargo;

// The one parser of searches.
class TestSearchQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEverything();
    void canonical();
    void refuses_data();
    void refuses();
    void ignoresUnknownNames();
    void tellsContradictions();
    void roundTrips();
};

void TestSearchQuery::readsEverything()
{
    const auto query = SearchQuery::fromUrlQuery(
        "q=%20family++car&brand=Toyota&brand=BMW&model=X5&year_from=2015&year_to=2020&price_from=100&price_to=90000000000"
        "&mileage_to=90000&country_from=jp&eta_to=30&rating_from=4.5&body_type=suv&fuel=diesel&transmission=auto&drive=4wd"
        "&sort=price_desc&limit=50&cursor=abc&facets=none");
    QVERIFY(query.ok());
    QCOMPARE(query->text, QStringLiteral("family car"));
    QCOMPARE(query->values(SearchQuery::Facet::Brand), (std::vector<QString>{QStringLiteral("BMW"), QStringLiteral("Toyota")}));
    QCOMPARE(query->values(SearchQuery::Facet::CountryFrom), (std::vector<QString>{QStringLiteral("JP")}));
    QCOMPARE(query->values(SearchQuery::Facet::Transmission), (std::vector<QString>{QStringLiteral("automatic")}));
    QCOMPARE(query->values(SearchQuery::Facet::Drive), (std::vector<QString>{QStringLiteral("awd")}));
    QCOMPARE(*query->ratingFromHundredths, 450);
    QCOMPARE(*query->priceToMinor, 90'000'000'000);
    QCOMPARE(query->sort, SearchQuery::Sort::PriceDesc);
    QCOMPARE(query->limit, 50);
    QCOMPARE(query->cursor, QByteArray("abc"));
    QVERIFY(!query->wantFacets);
    QVERIFY(!query->matchesAll());
    QVERIFY(SearchQuery::fromUrlQuery("sort=newest&limit=5")->matchesAll());
}

void TestSearchQuery::canonical()
{
    const auto a = SearchQuery::fromUrlQuery("brand=BMW&q=x&brand=Audi&brand=BMW&limit=20");
    const auto b = SearchQuery::fromUrlQuery("q=+x&brand=Audi&brand=BMW&sort=relevance&facets=all");
    QCOMPARE(*a, *b);
    QCOMPARE(a->toUrlQuery(), QByteArray("q=x&brand=Audi&brand=BMW"));
    const auto c = SearchQuery::fromUrlQuery("trait=winter,family&trait=family");
    QCOMPARE(c->traits, (std::vector<QString>{QStringLiteral("family"), QStringLiteral("winter")}));
    QCOMPARE(c->toUrlQuery(), QByteArray("trait=family%2Cwinter"));
    QCOMPARE(*SearchQuery::fromUrlQuery(c->toUrlQuery()), *c);
    QVERIFY(!c->matchesAll());
}

void TestSearchQuery::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *text, ErrorCode code, const char *field) {
        QTest::newRow(text) << QByteArray(text) << int(code) << QString::fromLatin1(field);
    };
    row("trait=Family", ErrorCode::UnknownValue, "trait");
    row("trait=", ErrorCode::UnknownValue, "trait");
    row("trait=family,,winter", ErrorCode::UnknownValue, "trait");
    row("trait=%D1%81%D0%B5%D0%BC%D1%8C%D1%8F", ErrorCode::UnknownValue, "trait");
    row("trait=a,b,c,d,e,f,g,h,i,j,k", ErrorCode::TooLong, "trait");
    row("body_type=spaceship", ErrorCode::UnknownValue, "body_type");
    row("fuel=", ErrorCode::UnknownValue, "fuel");
    row("country_from=JPN", ErrorCode::UnknownValue, "country_from");
    row("sort=cheapest", ErrorCode::UnknownValue, "sort");
    row("facets=some", ErrorCode::UnknownValue, "facets");
    row("explain=2", ErrorCode::UnknownValue, "explain");
    row("explain=", ErrorCode::UnknownValue, "explain");
    row("limit=0", ErrorCode::OutOfRange, "limit");
    row("limit=101", ErrorCode::OutOfRange, "limit");
    row("limit=+5", ErrorCode::InvalidFormat, "limit");
    row("year_from=20x0", ErrorCode::InvalidFormat, "year_from");
    row("price_from=-1", ErrorCode::InvalidFormat, "price_from");
    row("price_to=99999999999999999999", ErrorCode::InvalidFormat, "price_to");
    row("rating_from=5.01", ErrorCode::OutOfRange, "rating_from");
    row("rating_from=4.555", ErrorCode::InvalidFormat, "rating_from");
    row("eta_to=0", ErrorCode::OutOfRange, "eta_to");
    row("power_to=3001", ErrorCode::OutOfRange, "power_to");
    row("power_from=1e2", ErrorCode::InvalidFormat, "power_from");
    row("engine_from=20001", ErrorCode::OutOfRange, "engine_from");
    row("engine_to=-1", ErrorCode::InvalidFormat, "engine_to");
    row("engine_to=1&engine_to=1", ErrorCode::BadRequest, "engine_to");
    row("limit=5&limit=6", ErrorCode::BadRequest, "limit");
    row("q=%ff", ErrorCode::InvalidEncoding, "query");
    row("q=%00", ErrorCode::InvalidEncoding, "query");
    row("brand=+", ErrorCode::TooShort, "brand");
}

void TestSearchQuery::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, code);
    QFETCH(QString, field);
    const auto query = SearchQuery::fromUrlQuery(text);
    QVERIFY(!query.ok());
    QCOMPARE(int(query.code()), code);
    QCOMPARE(query.error().field, field);
}

void TestSearchQuery::ignoresUnknownNames()
{
    const auto query = SearchQuery::fromUrlQuery("utm_source=mail&brand=BMW&&=x");
    QVERIFY(query.ok());
    QCOMPARE(query->toUrlQuery(), QByteArray("brand=BMW"));
}

void TestSearchQuery::tellsContradictions()
{
    const auto query =
        SearchQuery::fromUrlQuery("price_from=2&price_to=1&year_from=2020&year_to=2010&mileage_from=5&mileage_to=5");
    QVERIFY(query.ok());
    QCOMPARE(query->contradictions().size(), size_t(2));
    QCOMPARE(query->contradictions()[0], "price");
    QCOMPARE(query->contradictions()[1], "year");
    QVERIFY(SearchQuery::fromUrlQuery("price_from=2&price_to=3&explain=1")->contradictions().empty());
    const auto ofEngine =
        SearchQuery::fromUrlQuery("power_from=200&power_to=100&engine_from=2000&engine_to=1000")->contradictions();
    QCOMPARE(ofEngine.size(), size_t(2));
    QCOMPARE(ofEngine[0], "power");
    QCOMPARE(ofEngine[1], "engine");
}

void TestSearchQuery::roundTrips()
{
    QRandomGenerator random(3);
    const auto some = [&random](const QStringList &list) {
        std::vector<QString> values;
        for (const QString &value : list) {
            if (random.bounded(3) == 0)
                values.push_back(value);
        }
        std::sort(values.begin(), values.end());
        return values;
    };
    for (int i = 0; i < 2000; ++i) {
        SearchQuery query;
        if (random.bounded(2))
            query.text = QStringLiteral("тойота & rav4 = 100% + 💡").left(random.bounded(1, 23)).simplified();
        query.values(SearchQuery::Facet::Brand) =
            some({QStringLiteral("BMW"), QStringLiteral("Land Rover"), QStringLiteral("Šкода&=+%")});
        query.values(SearchQuery::Facet::Fuel) = some({QStringLiteral("petrol"), QStringLiteral("diesel")});
        query.values(SearchQuery::Facet::Color) = some({QStringLiteral("red"), QStringLiteral("white"), QStringLiteral("other")});
        if (random.bounded(2))
            query.priceFromMinor = random.bounded(1'000'000);
        if (random.bounded(2))
            query.priceToMinor = 1'000'000 + random.bounded(1'000'000);
        if (random.bounded(2))
            query.powerFromHp = random.bounded(3'001);
        if (random.bounded(2))
            query.powerToHp = random.bounded(3'001);
        if (random.bounded(2))
            query.engineFromCc = random.bounded(20'001);
        if (random.bounded(2))
            query.engineToCc = random.bounded(20'001);
        if (random.bounded(2))
            query.ratingFromHundredths = random.bounded(501);
        query.sort = SearchQuery::Sort(random.bounded(6));
        query.limit = random.bounded(1, 101);
        query.wantFacets = random.bounded(2) == 0;
        const auto back = SearchQuery::fromUrlQuery(query.toUrlQuery());
        QVERIFY2(back.ok(), query.toUrlQuery());
        QVERIFY2(*back == query, query.toUrlQuery());
    }
}

QTEST_GUILESS_MAIN(TestSearchQuery)
#include "tst_search_query.moc"
