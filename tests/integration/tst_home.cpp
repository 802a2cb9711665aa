// The first page and what it is made of: interests, saved searches, and recommendations that say why.
#include "harness/test_server.h"

#include "server/limits.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestHome : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void guestsSeeNewAndWellRated();
    void whatWasLookedAtComesBackAsSimilar();
    void savedSearchesBringWhatTheyFind();
    void personalCanBeSwitchedOff();
    void nobodyIsRecommendedHisOwnCars();
    void popularInACorridor();
    void sameSearchIsKeptOnce();
    void savedSearchesAreOnesOwn();
    void interestsAreBounded();
    void closedAccountsAreForgotten();
    void devicesChangeHands();
    void interestsAreForgotten(); // the last: it goes far into the future

private:
    QByteArray sell(HttpClient &driver, const QString &brand, const QString &model, qint64 price);
    static QStringList reasonsOf(const HttpAnswer &home, const QByteArray &listing);
    static HttpAnswer look(HttpClient &who, const QByteArray &listing);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver;
    QByteArray m_camry, m_corolla, m_kia;
};

void TestHome::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.rateApiPerMinute = settings.rateSearchPerMinute = settings.rateAuthPerMinute = 0;
    });
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver", u"Pavel"_s);
    m_camry = sell(*m_driver, u"Toyota"_s, u"Camry"_s, 240);
    m_corolla = sell(*m_driver, u"Toyota"_s, u"Corolla"_s, 220);
    m_kia = sell(*m_driver, u"Kia"_s, u"K5"_s, 230);
    HttpClient guest(m_server->url());
    QTRY_COMPARE(guest.get("/search").text(u"total"_s), u"3"_s);
}

QByteArray TestHome::sell(HttpClient &driver, const QString &brand, const QString &model, qint64 price)
{
    m_server->clock().advance(kSecondMs);
    const HttpAnswer draft =
        driver.post("/listings", {{u"brand"_s, brand},
                                  {u"model"_s, model},
                                  {u"year"_s, 2020},
                                  {u"mileage_km"_s, 1},
                                  {u"country_from"_s, u"JP"_s},
                                  {u"price"_s, QJsonObject{{u"amount"_s, price * 1'000'000}, {u"currency"_s, u"RUB"_s}}},
                                  {u"delivery_eta_days"_s, 30}});
    const QByteArray id = draft.text(u"id"_s).toLatin1();
    if (driver.post("/listings/" + id + "/publish").status != 200)
        qFatal("no listing: %s", draft.body.constData());
    return id;
}

HttpAnswer TestHome::look(HttpClient &who, const QByteArray &listing)
{
    const QJsonObject event{{u"kind"_s, u"view"_s}, {u"listing_id"_s, QString::fromLatin1(listing)}};
    return who.post("/events", {{u"events"_s, QJsonArray{event}}});
}

// The reason codes under which a car stands on the page; empty: it is not there.
QStringList TestHome::reasonsOf(const HttpAnswer &home, const QByteArray &listing)
{
    QStringList reasons;
    for (const QJsonValue item : home.items()) {
        if (item.toObject().value(u"id"_s).toString() == QString::fromLatin1(listing))
            reasons += item.toObject().value(u"reason"_s).toObject().value(u"code"_s).toString();
    }
    return reasons;
}

void TestHome::guestsSeeNewAndWellRated()
{
    HttpClient guest(m_server->url());
    const HttpAnswer home = guest.get("/recommendations/home");
    QCOMPARE(home.status, 200);
    QCOMPARE(home.items().size(), 3);
    QCOMPARE(reasonsOf(home, m_kia), QStringList{u"new"_s});
    QCOMPARE(home.items().first().toObject().value(u"id"_s).toString(), QString::fromLatin1(m_kia)); // the newest first
    QCOMPARE(guest.get("/recommendations/home?limit=1").items().size(), 1);
}

void TestHome::whatWasLookedAtComesBackAsSimilar()
{
    HttpClient buyer(m_server->url());
    buyer.signUp();
    QCOMPARE(look(buyer, m_camry).status, 204);
    const HttpAnswer home = buyer.get("/recommendations/home");
    QCOMPARE(reasonsOf(home, m_corolla), QStringList{u"similar_to_viewed"_s});
    const QJsonObject first = home.items().first().toObject();
    QCOMPARE(first.value(u"id"_s).toString(), QString::fromLatin1(m_corolla));
    QCOMPARE(first.value(u"reason"_s).toObject().value(u"listing_id"_s).toString(), QString::fromLatin1(m_camry));
    // A favourite weighs more than a look.
    QCOMPARE(buyer.send("PUT", "/api/v1/me/favourites/" + m_camry, {}).status, 204);
    QCOMPARE(reasonsOf(buyer.get("/recommendations/home"), m_corolla), QStringList{u"similar_to_favourite"_s});
}

void TestHome::savedSearchesBringWhatTheyFind()
{
    HttpClient buyer(m_server->url());
    buyer.signUp();
    const HttpAnswer saved = buyer.post("/me/saved-searches", {{u"name"_s, u"Kia"_s}, {u"query"_s, u"brand=Kia&limit=5"_s}});
    QCOMPARE(saved.status, 201);
    QCOMPARE(saved.text(u"query"_s), u"brand=Kia"_s);
    QCOMPARE(saved.json().value(u"criteria"_s).toObject().value(u"brand"_s).toArray().first().toString(), u"Kia"_s);
    const HttpAnswer home = buyer.get("/recommendations/home");
    QCOMPARE(reasonsOf(home, m_kia), QStringList{u"matches_search"_s});
    QCOMPARE(home.items().first().toObject().value(u"reason"_s).toObject().value(u"saved_search_id"_s).toString(),
             saved.text(u"id"_s));
}

void TestHome::personalCanBeSwitchedOff()
{
    HttpClient buyer(m_server->url());
    buyer.signUp();
    look(buyer, m_camry);
    QCOMPARE(reasonsOf(buyer.get("/recommendations/home?personal=0"), m_corolla), QStringList{u"new"_s});
}

void TestHome::popularInACorridor()
{
    const QByteArray page = "/recommendations/corridor?country_from=JP";
    for (int i = 0; i < 3; ++i) {
        HttpClient buyer(m_server->url());
        buyer.signUp();
        look(buyer, m_kia);
        if (i < 2)
            look(buyer, m_corolla);
    }
    HttpClient guest(m_server->url());
    const HttpAnswer popular = guest.get(page);
    QCOMPARE(popular.status, 200);
    const QJsonObject first = popular.items().first().toObject();
    QCOMPARE(first.value(u"id"_s).toString(), QString::fromLatin1(m_kia));
    QCOMPARE(first.value(u"reason"_s).toObject().value(u"code"_s).toString(), u"popular_in_corridor"_s);
    QCOMPARE(first.value(u"reason"_s).toObject().value(u"people"_s).toInt(), 3);
    QVERIFY(!reasonsOf(popular, m_corolla).isEmpty());
    QVERIFY(reasonsOf(guest.get(page + "&except=" + m_kia), m_kia).isEmpty());
    QVERIFY(guest.get("/recommendations/corridor?country_from=KR").items().isEmpty());
    QVERIFY(m_driver->get(page).items().isEmpty()); // all his own
    QCOMPARE(guest.get("/recommendations/corridor").status, 422);
    QCOMPARE(guest.get("/recommendations/corridor?country_from=jp").status, 422);
    QCOMPARE(guest.get(page + "&except=car").status, 422);
    QCOMPARE(guest.get(page + "&limit=0").status, 422);
}

void TestHome::nobodyIsRecommendedHisOwnCars()
{
    look(*m_driver, m_camry); // his own: passed over
    QCOMPARE(
        m_server->sql("select count(*) from interests where user_id = '" + m_driver->get("/me").text(u"id"_s).toLatin1() + "'")
            .int64(0, 0),
        qint64(0));
}

void TestHome::sameSearchIsKeptOnce()
{
    HttpClient buyer(m_server->url());
    buyer.signUp();
    const HttpAnswer first = buyer.post("/me/saved-searches", {{u"query"_s, u"brand=Toyota&q=camry"_s}});
    const HttpAnswer again = buyer.post("/me/saved-searches", {{u"query"_s, u"q=camry&brand=Toyota"_s}});
    // What was said is kept as it was understood.
    const HttpAnswer spoken = buyer.post("/me/saved-searches", {{u"query"_s, u"q=camry+до+2+млн+из+Японии"_s}});
    QCOMPARE(spoken.text(u"query"_s), u"q=camry&country_from=JP&price_to=200000000"_s);
    QCOMPARE(buyer.remove("/me/saved-searches/" + spoken.text(u"id"_s).toLatin1()).status, 204);
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text(u"id"_s), first.text(u"id"_s));
    QCOMPARE(buyer.post("/me/saved-searches", {{u"query"_s, u"limit=5"_s}}).status, 422); // no condition
    const HttpAnswer wrong = buyer.post("/me/saved-searches", {{u"query"_s, u"fuel=water"_s}});
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json().value(u"errors"_s).toArray().first().toObject().value(u"field"_s).toString(), u"query.fuel"_s);
    for (int i = 1; i < limits::kSavedSearchesPerUser; ++i)
        QCOMPARE(buyer.post("/me/saved-searches", {{u"query"_s, QString(u"q=car"_s + QString::number(i))}}).status, 201);
    QCOMPARE(buyer.post("/me/saved-searches", {{u"query"_s, u"q=onemore"_s}}).status, 409);
}

void TestHome::savedSearchesAreOnesOwn()
{
    HttpClient one(m_server->url());
    HttpClient other(m_server->url());
    one.signUp();
    other.signUp();
    const QByteArray id = one.post("/me/saved-searches", {{u"query"_s, u"q=camry"_s}}).text(u"id"_s).toLatin1();
    QCOMPARE(other.get("/me/saved-searches").items().size(), 0);
    QCOMPARE(other.remove("/me/saved-searches/" + id).status, 404);
    QCOMPARE(one.remove("/me/saved-searches/" + id).status, 204);
    QCOMPARE(one.remove("/me/saved-searches/" + id).status, 404);
}

void TestHome::interestsAreBounded()
{
    HttpClient buyer(m_server->url());
    const QByteArray user = buyer.signUp().text(u"user.id"_s).toLatin1();
    QJsonArray many;
    for (int i = 0; i <= 100; ++i)
        many += QJsonObject{{u"kind"_s, u"view"_s}, {u"listing_id"_s, QString::fromLatin1(m_kia)}};
    QCOMPARE(buyer.post("/events", {{u"events"_s, many}}).status, 422);
    many.removeLast();
    QCOMPARE(buyer.post("/events", {{u"events"_s, many}}).status, 204);
    QCOMPARE(m_server->sql("select count(*), sum(times) from interests where user_id = '" + user + "'").int64(0, 1), qint64(100));
    // As if he had looked at 250 other cars before.
    m_server->sql(
        "insert into listings (id, driver_id, status, brand, model, year, mileage_km, country_from, price_minor, currency, "
        "delivery_eta_days, card, created_at, updated_at) select gen_random_uuid(), driver_id, 'archived', brand, model, "
        "year, mileage_km, country_from, price_minor, currency, delivery_eta_days, card, created_at, updated_at "
        "from listings, generate_series(1, 250) where id = '"
        + m_kia + "'");
    m_server->sql("insert into interests (user_id, listing_id, kind, times, last_at) select '" + user
                  + "', id, 'view', 1, now() - interval '100 years' - row_number() over () * interval '1 s' from listings "
                    "where status = 'archived'");
    m_server->clock().advance(kSecondMs);
    look(buyer, m_kia);
    QVERIFY(m_server->sql("select count(*) from interests where user_id = '" + user + "'").int64(0, 0)
            <= limits::kInterestsPerUser);
}

void TestHome::interestsAreForgotten()
{
    HttpClient buyer(m_server->url());
    buyer.signUp();
    look(buyer, m_camry);
    QVERIFY(!reasonsOf(buyer.get("/recommendations/home"), m_corolla).filter(u"similar"_s).isEmpty());
    m_server->clock().advance(92 * kDayMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql("select count(*) from interests").int64(0, 0), qint64(0), 20'000);
}

void TestHome::closedAccountsAreForgotten()
{
    HttpClient buyer(m_server->url());
    const QByteArray user = buyer.signUp().text(u"user.id"_s).toLatin1();
    look(buyer, m_camry);
    buyer.post("/me/saved-searches", {{u"query"_s, u"q=camry"_s}});
    buyer.post("/me/devices", {{u"token"_s, u"a phone of somebody"_s}, {u"platform"_s, u"ios"_s}});
    const QJsonObject records = buyer.get("/me/export").json().value(u"records"_s).toObject();
    for (const char *kept : {"interests", "saved_searches", "devices"})
        QCOMPARE(records.value(QLatin1String(kept)).toArray().size(), 1);
    QCOMPARE(buyer.remove("/me").status, 204);
    QTRY_COMPARE(m_server
                     ->sql("select (select count(*) from interests where user_id = '" + user
                           + "') + (select count(*) from saved_searches where user_id = '" + user
                           + "') + (select count(*) from devices where user_id = '" + user + "')")
                     .int64(0, 0),
                 qint64(0));
}

void TestHome::devicesChangeHands()
{
    HttpClient one(m_server->url());
    HttpClient other(m_server->url());
    one.signUp();
    other.signUp();
    const QJsonObject phone{{u"token"_s, u"one and the same phone"_s}, {u"platform"_s, u"android"_s}};
    const QJsonObject token{{u"token"_s, u"one and the same phone"_s}};
    QCOMPARE(one.post("/me/devices", phone).status, 201);
    QCOMPARE(one.post("/me/devices", phone).status, 200);
    QCOMPARE(other.post("/me/devices", phone).status, 201); // signed in on the same phone later
    const auto drop = [&](HttpClient &who) {
        return who.send("DELETE", "/api/v1/me/devices", QJsonDocument(token).toJson(QJsonDocument::Compact)).status;
    };
    QCOMPARE(drop(one), 404);
    QCOMPARE(drop(other), 204);
}

QTEST_GUILESS_MAIN(TestHome)
#include "tst_home.moc"
