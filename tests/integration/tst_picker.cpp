// The car picker against the real server: what it understands, what it says that it did not, why each car, and what would
// change the order.
#include "harness/test_server.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestPicker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void conditionsAndWishesOutOfASentence();
    void questionsMakeTheSameCriteria();
    void descriptionIsQuoted();
    void priceIsHeldAgainstComparableCars();
    void unknownWordsAreSaid();
    void tooFewAreFilledUp();
    void engineIsACondition();
    void moreMoneyBringsMore();
    void textsComeInBothLanguages();
    void nothingUnderstoodIsNoAnswer();
    void badInput_data();
    void badInput();

private:
    struct Car
    {
        QString brand, model, body;
        qint64 roubles;
        int year = 2020;
        QString from = u"JP"_s;
        int days = 30;
        QString description = {};
        int powerHp = 0; // 0: not told
    };
    QByteArray sell(const Car &car);
    HttpAnswer pick(const QJsonObject &body);
    static QJsonObject reason(const QJsonObject &item, const QString &factor);
    static QStringList idsOf(const HttpAnswer &answer);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver;
    std::unique_ptr<HttpClient> m_guest;
    QByteArray m_minivan, m_cheapCamry;
};

void TestPicker::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.rateApiPerMinute = settings.rateSearchPerMinute = settings.rateAuthPerMinute = 0;
    });
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver", u"Pavel"_s);
    m_guest = std::make_unique<HttpClient>(m_server->url());
    m_minivan = sell({u"Toyota"_s, u"Alphard"_s, u"minivan"_s, 1'900'000, 2019, u"JP"_s, 25,
                      u"Куплен на аукционе. Подогрев сидений и двери с приводом. Торга нет."_s});
    sell({u"Nissan"_s, u"Serena"_s, u"minivan"_s, 2'150'000, 2020, u"JP"_s, 40});
    m_cheapCamry = sell({u"Toyota"_s, u"Camry"_s, u"sedan"_s, 1'600'000, 2020, u"JP"_s, 30, {}, 150});
    for (const qint64 price : {2'000'000, 2'050'000, 2'100'000, 2'200'000})
        sell({u"Toyota"_s, u"Camry"_s, u"sedan"_s, price});
    sell({u"Kia"_s, u"Sorento"_s, u"suv"_s, 2'400'000, 2021, u"KR"_s, 20});
    QTRY_COMPARE(m_guest->get("/search").text(u"total"_s), u"8"_s);
}

QByteArray TestPicker::sell(const Car &car)
{
    m_server->clock().advance(kSecondMs);
    const QJsonValue power = car.powerHp > 0 ? QJsonValue(car.powerHp) : QJsonValue();
    const HttpAnswer draft =
        m_driver->post("/listings", {{u"brand"_s, car.brand},
                                     {u"power_hp"_s, power},
                                     {u"model"_s, car.model},
                                     {u"body_type"_s, car.body},
                                     {u"year"_s, car.year},
                                     {u"mileage_km"_s, 50'000},
                                     {u"country_from"_s, car.from},
                                     {u"price"_s, QJsonObject{{u"amount"_s, car.roubles * 100}, {u"currency"_s, u"RUB"_s}}},
                                     {u"delivery_eta_days"_s, car.days},
                                     {u"description"_s, car.description}});
    const QByteArray id = draft.text(u"id"_s).toLatin1();
    if (m_driver->post("/listings/" + id + "/publish").status != 200)
        qFatal("no listing: %s", draft.body.constData());
    return id;
}

HttpAnswer TestPicker::pick(const QJsonObject &body)
{
    return m_guest->post("/assistant/pick", body, {{"Accept-Language", "ru"}});
}

QJsonObject TestPicker::reason(const QJsonObject &item, const QString &factor)
{
    for (const QJsonValue value : item.value(u"why"_s).toArray()) {
        if (value.toObject().value(u"factor"_s) == factor)
            return value.toObject();
    }
    return {};
}

QStringList TestPicker::idsOf(const HttpAnswer &answer)
{
    QStringList ids;
    for (const QJsonValue item : answer.items())
        ids += item.toObject().value(u"id"_s).toString();
    return ids;
}

void TestPicker::conditionsAndWishesOutOfASentence()
{
    const HttpAnswer answer = pick({{u"query"_s, u"Посоветуйте машину для большой семьи до 2 млн из Японии"_s}});
    QVERIFY2(answer.status == 200, answer.body.constData());
    const QJsonObject criteria = answer.json().value(u"criteria"_s).toObject();
    QCOMPARE(criteria.value(u"price_to"_s).toInteger(), 200'000'000);
    QCOMPARE(criteria.value(u"country_from"_s).toArray().first().toString(), u"JP"_s);
    QCOMPARE(criteria.value(u"q"_s).toString(), u"большой семьи"_s);
    QVERIFY(answer.json().value(u"unparsed"_s).toArray().isEmpty());
    QCOMPARE(answer.json().value(u"understood"_s).toArray().size(), 2);
    const QJsonObject first = answer.items().first().toObject();
    QCOMPARE(first.value(u"id"_s).toString(), QString::fromLatin1(m_minivan));
    const QJsonObject wish = reason(first, u"wish"_s);
    QVERIFY2(wish.value(u"text"_s).toString().contains(u"минивэн"_s), answer.body.constData());
    QVERIFY(wish.value(u"weight"_s).toDouble() > 0);
    QVERIFY(!reason(first, u"condition"_s).isEmpty());
    double sum = 0;
    for (const QJsonValue why : first.value(u"why"_s).toArray())
        sum += why.toObject().value(u"weight"_s).toDouble();
    QVERIFY(qAbs(sum - first.value(u"weight"_s).toDouble()) < 0.001);
}

void TestPicker::questionsMakeTheSameCriteria()
{
    const HttpAnswer answer =
        pick({{u"answers"_s, QJsonObject{{u"price_to"_s, 200'000'000}, {u"country_from"_s, QJsonArray{u"JP"_s}}}},
              {u"wishes"_s, QJsonArray{u"large_family"_s}}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.items().first().toObject().value(u"id"_s).toString(), QString::fromLatin1(m_minivan));
    QCOMPARE(answer.json().value(u"criteria"_s).toObject().value(u"price_to"_s).toInteger(), 200'000'000);
    QCOMPARE(answer.json().value(u"wishes"_s).toArray().first().toObject().value(u"wish"_s).toString(), u"large_family"_s);
    // `query` is one that GET search and saved searches take.
    const QByteArray query = answer.text(u"query"_s).toLatin1();
    QCOMPARE(m_guest->get("/search?" + query).status, 200);
}

void TestPicker::descriptionIsQuoted()
{
    const HttpAnswer answer = pick({{u"query"_s, u"подогрев сидений"_s}});
    const QJsonObject quote = reason(answer.items().first().toObject(), u"quote"_s).value(u"facts"_s).toObject();
    QCOMPARE(quote.value(u"quote"_s).toString(), u"Подогрев сидений и двери с приводом."_s);
    const QJsonObject mark = quote.value(u"marks"_s).toArray().first().toObject();
    QCOMPARE(mark.value(u"start"_s).toInt(), 0);
    QCOMPARE(mark.value(u"end"_s).toInt(), 8);
}

void TestPicker::priceIsHeldAgainstComparableCars()
{
    const HttpAnswer answer = pick({{u"query"_s, u"камри"_s}});
    QCOMPARE(answer.items().size(), 5);
    const QJsonObject first = answer.items().first().toObject(); // all the same but for the price
    QCOMPARE(first.value(u"id"_s).toString(), QString::fromLatin1(m_cheapCamry));
    const QJsonObject price = reason(first, u"price"_s).value(u"facts"_s).toObject();
    QCOMPARE(price.value(u"cars"_s).toInt(), 4);
    QCOMPARE(price.value(u"percent"_s).toInt(), -22); // of 2,050,000
}

void TestPicker::unknownWordsAreSaid()
{
    const QString sentence = u"камри 🚗 с фывапролдж"_s;
    const HttpAnswer answer = pick({{u"query"_s, sentence}});
    QCOMPARE(answer.items().size(), 5);
    const QJsonArray unparsed = answer.json().value(u"unparsed"_s).toArray();
    QCOMPARE(unparsed.size(), 1);
    const QJsonObject one = unparsed.first().toObject();
    QCOMPARE(one.value(u"text"_s).toString(), u"фывапролдж"_s);
    QCOMPARE(one.value(u"start"_s).toInt(), 10); // in code points: the car is one
    QCOMPARE(one.value(u"end"_s).toInt(), 20);
}

void TestPicker::tooFewAreFilledUp()
{
    const HttpAnswer answer = pick({{u"query"_s, u"минивэн до 2 млн"_s}});
    QCOMPARE(answer.json().value(u"total"_s).toInt(), 1);
    const QJsonObject way = answer.json().value(u"relaxed"_s).toArray().first().toObject();
    QCOMPARE(way.value(u"name"_s).toString(), u"price_to"_s);
    QCOMPARE(way.value(u"total"_s).toInt(), 2);
    QVERIFY(way.value(u"applied"_s).toBool());
    QCOMPARE(answer.items().size(), 2);
    QCOMPARE(answer.items().first().toObject().value(u"id"_s).toString(), QString::fromLatin1(m_minivan));
    const QJsonObject missed = reason(answer.items().last().toObject(), u"missed"_s);
    QVERIFY(missed.value(u"weight"_s).toDouble() < 0);
    QCOMPARE(missed.value(u"facts"_s).toObject().value(u"name"_s).toString(), u"price_to"_s);
}

// Of the others nobody told the power.
void TestPicker::engineIsACondition()
{
    const HttpAnswer answer = pick({{u"query"_s, u"камри до 160 л.с."_s}});
    QCOMPARE(answer.json().value(u"total"_s).toInt(), 1);
    const QJsonObject first = answer.items().first().toObject();
    QCOMPARE(first.value(u"id"_s).toString(), QString::fromLatin1(m_cheapCamry));
    QCOMPARE(reason(first, u"condition"_s).value(u"text"_s).toString(), u"150 л. с."_s);
    const QJsonObject missed = reason(answer.items().last().toObject(), u"missed"_s);
    QCOMPARE(missed.value(u"facts"_s).toObject().value(u"name"_s).toString(), u"power_to"_s);
    QVERIFY2(missed.value(u"text"_s).toString().contains(u"мощность до 160 л. с."_s), answer.body.constData());
    const QJsonObject way = answer.json().value(u"relaxed"_s).toArray().first().toObject();
    QCOMPARE(way.value(u"name"_s).toString(), u"power_to"_s);
    QCOMPARE(way.value(u"total"_s).toInt(), 5);
}

void TestPicker::moreMoneyBringsMore()
{
    const HttpAnswer answer = pick({{u"query"_s, u"до 2 млн из Японии"_s}});
    QCOMPARE(answer.json().value(u"total"_s).toInt(), 3);
    const QJsonObject change = answer.json().value(u"counterfactuals"_s).toArray().first().toObject();
    QCOMPARE(change.value(u"code"_s).toString(), u"more_budget"_s);
    QCOMPARE(change.value(u"more"_s).toInt(), 4);
    QVERIFY2(change.value(u"text"_s).toString().startsWith(u"Если добавить 200"_s), answer.body.constData());
    QCOMPARE(idsOf(answer).first(), QString::fromLatin1(m_cheapCamry));
    QVERIFY(answer.json().value(u"counterfactuals"_s).toArray().size() <= 3);
}

void TestPicker::textsComeInBothLanguages()
{
    const HttpAnswer english =
        m_guest->post("/assistant/pick", {{u"query"_s, u"toyota up to 2 million"_s}}, {{"Accept-Language", "en"}});
    QCOMPARE(english.status, 200);
    for (const QJsonValue item : english.items()) {
        for (const QJsonValue why : item.toObject().value(u"why"_s).toArray())
            QVERIFY2(!why.toObject().value(u"text"_s).toString().contains(QRegularExpression(u"[А-я]"_s)),
                     english.body.constData());
    }
}

void TestPicker::nothingUnderstoodIsNoAnswer()
{
    for (const QString &sentence : {u"🚗🚗🚗"_s, u"посоветуйте машину"_s, u"; drop table users --"_s, u"?!"_s}) {
        const HttpAnswer answer = pick({{u"query"_s, sentence}});
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.items().isEmpty());
        QVERIFY(!answer.json().value(u"unparsed"_s).toArray().isEmpty());
    }
}

void TestPicker::badInput_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray("{}") << 422;
    QTest::newRow("blank") << QByteArray(R"({"query":"   "})") << 422;
    QTest::newRow("10,000 letters") << QByteArray(R"({"query":")" + QByteArray(10'000, 'a') + R"("})") << 422;
    QTest::newRow("control character") << QByteArray(R"({"query":"camry\u0007"})") << 422;
    QTest::newRow("no text") << QByteArray(R"({"query":5})") << 422;
    QTest::newRow("unknown wish") << QByteArray(R"({"wishes":["flying"]})") << 422;
    QTest::newRow("unknown body") << QByteArray(R"({"answers":{"body_type":["boat"]}})") << 422;
    QTest::newRow("an object for a price") << QByteArray(R"({"answers":{"price_to":{}}})") << 422;
    QTest::newRow("below nought") << QByteArray(R"({"answers":{"price_to":-5}})") << 422;
    QTest::newRow("contradiction") << QByteArray(R"({"answers":{"year_from":2022,"year_to":2020}})") << 422;
    QTest::newRow("limit") << QByteArray(R"({"query":"camry","limit":21})") << 422;
    QTest::newRow("no JSON") << QByteArray("camry") << 400;
}

void TestPicker::badInput()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const HttpAnswer answer = m_guest->send("POST", "/api/v1/assistant/pick", body, {{"Content-Type", "application/json"}});
    QCOMPARE(answer.status, status);
    QVERIFY(!answer.json().value(u"code"_s).toString().isEmpty());
}

QTEST_MAIN(TestPicker)
#include "tst_picker.moc"
