// Cars side by side.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestCompare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void oneTableForAll();
    void whatIsGoneIsNamed();
    void refusals();

private:
    static QJsonObject row(const HttpAnswer &answer, const QString &field);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver, m_guest;
};

void TestCompare::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) { settings.kyc = "auto"; });
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver");
    m_guest = std::make_unique<HttpClient>(m_server->url());
}

QJsonObject TestCompare::row(const HttpAnswer &answer, const QString &field)
{
    for (const QJsonValue &value : answer.json().value(u"rows"_s).toArray()) {
        if (value.toObject().value(u"field"_s).toString() == field)
            return value.toObject();
    }
    return {};
}

void TestCompare::oneTableForAll()
{
    const QByteArray first =
        newCar(*m_driver, {{u"fuel"_s, u"petrol"_s}, {u"power_hp"_s, 181}, {u"attributes"_s, QJsonObject{{u"seats"_s, 5}}}});
    const QByteArray second = newCar(
        *m_driver, {{u"fuel"_s, u"petrol"_s}, {u"year"_s, 2022}, {u"attributes"_s, QJsonObject{{u"right_hand_drive"_s, true}}}});
    const QByteArray third =
        newCar(*m_driver, {{u"power_hp"_s, 181}, {u"price"_s, QJsonObject{{u"amount"_s, 1}, {u"currency"_s, u"JPY"_s}}}});
    const HttpAnswer table = m_guest->get("/compare?ids=" + second + ',' + first + ',' + third + ',' + first);
    QCOMPARE(table.status, 200);
    QStringList order;
    for (const QJsonValue &item : table.items())
        order.push_back(item.toObject().value(u"id"_s).toString());
    QCOMPARE(order, (QStringList{QString::fromLatin1(second), QString::fromLatin1(first), QString::fromLatin1(third)}));
    for (const QJsonValue &value : table.json().value(u"rows"_s).toArray())
        QCOMPARE(value.toObject().value(u"values"_s).toArray().size(), 3);

    const QJsonObject year = row(table, u"year"_s);
    QCOMPARE(year.value(u"values"_s).toArray(), (QJsonArray{2022, 2020, 2020}));
    QVERIFY(year.value(u"differs"_s).toBool());
    // Who says nothing does not differ, and is counted.
    const QJsonObject fuel = row(table, u"fuel"_s);
    QCOMPARE(fuel.value(u"values"_s).toArray(), (QJsonArray{u"petrol"_s, u"petrol"_s, QJsonValue()}));
    QVERIFY(!fuel.value(u"differs"_s).toBool());
    QCOMPARE(fuel.value(u"missing"_s).toInt(), 1);
    QCOMPARE(row(table, u"color"_s).value(u"missing"_s).toInt(), 3);
    QVERIFY(row(table, u"price"_s).value(u"differs"_s).toBool());
    QVERIFY(!row(table, u"mileage_km"_s).value(u"differs"_s).toBool());
    QCOMPARE(row(table, u"attributes.seats"_s).value(u"values"_s).toArray(), (QJsonArray{QJsonValue(), 5, QJsonValue()}));
    QCOMPARE(row(table, u"attributes.right_hand_drive"_s).value(u"missing"_s).toInt(), 2);
    QCOMPARE(row(table, u"driver_rating"_s).value(u"missing"_s).toInt(), 3); // no reviews is not zero stars
}

void TestCompare::whatIsGoneIsNamed()
{
    const QByteArray first = newCar(*m_driver);
    const QByteArray second = newCar(*m_driver);
    const QByteArray gone = newCar(*m_driver);
    m_driver->post("/listings/" + gone + "/archive");
    const HttpAnswer table = m_driver->get("/compare?ids=" + first + ',' + gone + ',' + second);
    QCOMPARE(table.status, 200);
    QCOMPARE(table.items().size(), 2);
    QCOMPARE(table.json().value(u"missing"_s).toArray(), QJsonArray{QString::fromLatin1(gone)});
    QCOMPARE(m_driver->get("/compare?ids=" + first + ',' + gone).code(), u"listing_unavailable"_s);
    QCOMPARE(m_guest->get("/compare?ids=" + first + ",0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b").code(), u"listing_unavailable"_s);
}

void TestCompare::refusals()
{
    const QByteArray car = newCar(*m_driver);
    for (const QByteArray &ids : {QByteArray(), car, QByteArray(car + ',' + car), QByteArray("nothing," + car)})
        QCOMPARE(m_guest->get("/compare?ids=" + ids).status, 422);
    QByteArray five = car;
    for (int i = 0; i < 4; ++i)
        five += ',' + newUuid({i}).toText();
    QCOMPARE(m_guest->get("/compare?ids=" + five).status, 422);
}

QTEST_GUILESS_MAIN(TestCompare)
#include "tst_compare.moc"
