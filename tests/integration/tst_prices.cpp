// What a car cost since when, whether its price fell, and who is told. Whole servers: the history belongs to the change's
// transaction, the news to the jobs behind it.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"
#include "shared/api/listing_dto.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestPrices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void historyBeginsWithPublishing();
    void aDropLastsUntilTheRise();
    void aRaiseBeforeTheDropMakesNone();
    void anotherCurrencyIsNoDrop();
    void aRefusedChangeLeavesNoTrace();
    void keepersAreToldOnceADrop();
    void keepersAreToldOfTheEnd();
    void whoDoesNotWantToKnowIsNotTold();
    void manyKeepers();

private:
    HttpAnswer change(const QByteArray &car, const QJsonObject &body);
    HttpAnswer reprice(const QByteArray &car, qint64 price) { return change(car, {{u"price"_s, rub(price)}}); }
    api::PriceHistoryDto history(const QByteArray &car);
    std::optional<api::PriceDropDto> drop(const QByteArray &car);
    // What this person was told of the car, latest first.
    QStringList toldOf(HttpClient &who, const QByteArray &car);
    void waitForQuiet();

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver, m_buyer, m_other, m_guest;
};

void TestPrices::initTestCase()
{
    log::setLevel("warning");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) { settings.kyc = "auto"; });
    const auto person = [this](const char *role) {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signUp(role);
        return client;
    };
    m_driver = person("driver");
    m_buyer = person("buyer");
    m_other = person("buyer");
    m_guest = std::make_unique<HttpClient>(m_server->url());
}

HttpAnswer TestPrices::change(const QByteArray &car, const QJsonObject &body)
{
    m_server->clock().advance(1000);
    const QByteArray version = m_driver->get("/listings/" + car).text(u"version"_s).toLatin1();
    return m_driver->patch("/listings/" + car, body, {{"If-Match", '"' + version + '"'}});
}

api::PriceHistoryDto TestPrices::history(const QByteArray &car)
{
    const HttpAnswer answer = m_guest->get("/listings/" + car + "/price-history");
    const auto read = api::PriceHistoryDto::read(answer.json());
    if (answer.status != 200 || !read.ok())
        qFatal("no history: %s", answer.body.constData());
    return read.value;
}

std::optional<api::PriceDropDto> TestPrices::drop(const QByteArray &car)
{
    return api::PriceDropDto::read(m_guest->get("/listings/" + car).json().value(u"price_drop"_s).toObject());
}

QStringList TestPrices::toldOf(HttpClient &who, const QByteArray &car)
{
    QStringList kinds;
    for (const QJsonValue &item : who.get("/notifications?limit=100").items()) {
        const QJsonObject told = item.toObject();
        if (told.value(u"data"_s).toObject().value(u"listing_id"_s).toString().toLatin1() == car)
            kinds.push_back(told.value(u"kind"_s).toString());
    }
    return kinds;
}

void TestPrices::waitForQuiet() { QTRY_COMPARE(m_server->sql("select count(*) from outbox").int64(0, 0), 0); }

void TestPrices::historyBeginsWithPublishing()
{
    const QByteArray car = newCar(*m_driver, {}, false);
    QCOMPARE(m_guest->get("/listings/" + car + "/price-history").status, 404);
    QCOMPARE(reprice(car, 290'000'000).status, 200); // nobody has seen the first one
    QVERIFY(m_driver->get("/listings/" + car + "/price-history").items().isEmpty());
    QCOMPARE(m_driver->post("/listings/" + car + "/publish").status, 200);
    QCOMPARE(history(car).items.size(), size_t(1));
    QCOMPARE(history(car).items[0].price.amountMinor, 290'000'000);

    QCOMPARE(change(car, {{u"mileage_km"_s, 48100}}).status, 200); // the price stays
    QCOMPARE(history(car).items.size(), size_t(1));
    QCOMPARE(reprice(car, 310'000'000).status, 200);
    m_driver->post("/listings/" + car + "/pause");
    QCOMPARE(reprice(car, 305'000'000).status, 200);
    const auto items = history(car).items;
    QCOMPARE(items.size(), size_t(3));
    QCOMPARE(items[1].price.amountMinor, 310'000'000);
    QCOMPARE(items[2].price.amountMinor, 305'000'000);
    QVERIFY(items[0].at < items[1].at && items[1].at < items[2].at);
    QVERIFY(!history(car).drop);
}

void TestPrices::aDropLastsUntilTheRise()
{
    const QByteArray car = newCar(*m_driver);
    QVERIFY(!drop(car));
    QCOMPARE(reprice(car, 280'000'000).status, 200);
    const auto fallen = drop(car);
    QVERIFY(fallen);
    QCOMPARE(fallen->from.amountMinor, 300'000'000);
    QCOMPARE(fallen->to.amountMinor, 280'000'000);
    QCOMPARE(fallen->at, history(car).items[1].at);
    QCOMPARE(history(car).drop->from.amountMinor, 300'000'000);
    QCOMPARE(change(car, {{u"mileage_km"_s, 48200}}).status, 200);
    QVERIFY(drop(car)); // another change does not end it
    // Lists and favourites show the same.
    QCOMPARE(m_buyer->send("PUT", "/api/v1/me/favourites/" + car, {}).status, 204);
    const QJsonObject kept = m_buyer->get("/me/favourites").items().first().toObject();
    QCOMPARE(api::ListingCardDto::read(kept).value.priceDrop->to.amountMinor, 280'000'000);
    QCOMPARE(reprice(car, 290'000'000).status, 200);
    QVERIFY(!drop(car));
    QVERIFY(!m_driver->get("/me/listings").items().isEmpty());
}

// 300 → 400 → 320 looks like a fifth off and is dearer than it was.
void TestPrices::aRaiseBeforeTheDropMakesNone()
{
    const QByteArray car = newCar(*m_driver);
    reprice(car, 400'000'000);
    reprice(car, 320'000'000);
    QVERIFY(!drop(car));
    reprice(car, 299'000'000);
    QCOMPARE(drop(car)->from.amountMinor, 300'000'000);
    // A price that has stood for longer than thirty days is the price.
    const QByteArray sold = newCar(*m_driver);
    reprice(sold, 400'000'000);
    m_server->sql("update price_changes set changed_at = changed_at - interval '31 days' where listing_id = '" + sold + "'");
    reprice(sold, 320'000'000);
    QCOMPARE(drop(sold)->from.amountMinor, 400'000'000);
}

void TestPrices::anotherCurrencyIsNoDrop()
{
    const QByteArray car = newCar(*m_driver);
    reprice(car, 280'000'000);
    QVERIFY(drop(car));
    QCOMPARE(change(car, {{u"price"_s, QJsonObject{{u"amount"_s, 3'000'000}, {u"currency"_s, u"JPY"_s}}}}).status, 200);
    QVERIFY(!drop(car));
    QCOMPARE(history(car).items.back().price.currency.code(), QByteArray("JPY"));
}

void TestPrices::aRefusedChangeLeavesNoTrace()
{
    const QByteArray car = newCar(*m_driver);
    const HttpAnswer late = m_driver->patch("/listings/" + car, {{u"price"_s, rub(1000)}}, {{"If-Match", QByteArray("\"77\"")}});
    QCOMPARE(late.status, 412);
    QCOMPARE(change(car, {{u"price"_s, rub(200'000'000)}, {u"mileage_km"_s, -1}}).status, 422);
    QCOMPARE(history(car).items.size(), size_t(1));
    QCOMPARE(m_server->sql("select count(*) from price_changes where listing_id = '" + car + "'").int64(0, 0), 0);
}

void TestPrices::keepersAreToldOnceADrop()
{
    const QByteArray car = newCar(*m_driver);
    m_buyer->signUp("buyer");
    m_buyer->send("PUT", "/api/v1/me/favourites/" + car, {});
    m_driver->send("PUT", "/api/v1/me/favourites/" + car, {}); // he knows
    reprice(car, 310'000'000);
    reprice(car, 300'500'000); // no drop: 300 stood within the month
    reprice(car, 280'000'000);
    QTRY_COMPARE(toldOf(*m_buyer, car), QStringList{u"favourite_price_dropped"_s});
    reprice(car, 270'000'000);
    QTRY_COMPARE(toldOf(*m_buyer, car).size(), 2);
    const QJsonObject told = m_buyer->get("/notifications").items().first().toObject();
    QCOMPARE(told.value(u"category"_s).toString(), u"listings"_s);
    const QJsonObject data = told.value(u"data"_s).toObject();
    QCOMPARE(data.value(u"title"_s).toString(), u"Toyota Camry 2020"_s);
    QCOMPARE(data.value(u"from"_s).toObject(), rub(280'000'000));
    QCOMPARE(data.value(u"to"_s).toObject(), rub(270'000'000));
    // The same news twice is told once: the relay delivers at least once.
    m_server->sql("insert into outbox (topic, key, payload, created_at, available_at) select 'listing.price_dropped', '" + car
                  + "', json_build_object('listing_id', '" + car + "', 'from', '{}'::json, 'to', '{}'::json, 'at', '"
                  + data.value(u"at"_s).toString().toLatin1() + "'), now() - interval '1 year', now() - interval '1 year'");
    m_server->app().pokeJobs();
    waitForQuiet();
    QCOMPARE(toldOf(*m_buyer, car).size(), 2);
    QVERIFY(toldOf(*m_driver, car).isEmpty());
    QVERIFY(toldOf(*m_other, car).isEmpty());
    // Paused, its price is nobody's news.
    m_driver->post("/listings/" + car + "/pause");
    reprice(car, 100'000'000);
    waitForQuiet();
    QCOMPARE(toldOf(*m_buyer, car).size(), 2);
}

void TestPrices::keepersAreToldOfTheEnd()
{
    const QByteArray sold = newCar(*m_driver);
    const QByteArray gone = newCar(*m_driver);
    const QByteArray paused = newCar(*m_driver);
    for (const QByteArray &car : {sold, gone, paused})
        QCOMPARE(m_buyer->send("PUT", "/api/v1/me/favourites/" + car, {}).status, 204);
    QCOMPARE(m_driver->post("/listings/" + paused + "/pause").status, 200);
    QCOMPARE(m_driver->post("/listings/" + gone + "/archive").status, 200);
    QTRY_COMPARE(toldOf(*m_buyer, gone), QStringList{u"favourite_taken_off"_s});

    HttpClient buyer(m_server->url());
    buyer.signUp("buyer");
    const QByteArray deal = buyer
                                .post("/deals", {{u"listing_id"_s, QString::fromLatin1(sold)},
                                                 {u"amount"_s, rub(300'000'000)},
                                                 {u"delivery_place"_s, u"Omsk"_s},
                                                 {u"delivery_eta_days"_s, 30}})
                                .text(u"id"_s)
                                .toLatin1();
    QVERIFY(!deal.isEmpty());
    const QByteArray url = buyer.post("/deals/" + deal + "/pay", {{u"return_url"_s, u"cargo://deal"_s}})
                               .text(u"payment.confirmation_url"_s)
                               .toLatin1();
    const QByteArray path = url.mid(url.indexOf("/sandbox"));
    QVERIFY(buyer.send("POST", path, "outcome=success", {{"Content-Type", "application/x-www-form-urlencoded"}}).status < 400);
    QTRY_COMPARE(buyer.get("/deals/" + deal).text(u"status"_s), u"funded"_s);
    const QString photo = m_driver->upload("/media", "p.png", "image/png", png()).text(u"id"_s);
    const QJsonObject start{{u"vin"_s, u"JTNB11HK103012345"_s}, {u"odometer_km"_s, 48100}, {u"photos"_s, QJsonArray{photo}}};
    QCOMPARE(m_driver->post("/deals/" + deal + "/start", start).status, 200);
    QTRY_COMPARE(buyer.get("/deals/" + deal).text(u"money_status"_s), u"kept"_s);
    QCOMPARE(buyer.post("/deals/" + deal + "/confirm").status, 200);
    QCOMPARE(toldOf(*m_buyer, sold), QStringList());
    QCOMPARE(buyer.post("/deals/" + deal + "/release").status, 200);
    QTRY_COMPARE(toldOf(*m_buyer, sold), QStringList{u"favourite_sold"_s});
    QVERIFY(toldOf(*m_buyer, paused).isEmpty());
}

void TestPrices::whoDoesNotWantToKnowIsNotTold()
{
    const QByteArray car = newCar(*m_driver);
    m_buyer->send("PUT", "/api/v1/me/favourites/" + car, {});
    m_other->signUp("buyer");
    m_other->send("PUT", "/api/v1/me/favourites/" + car, {});
    const QJsonObject off{{u"app"_s, false}};
    const HttpAnswer set = m_other->put("/me/notification-settings", {{u"listings"_s, off}, {u"deals"_s, off}});
    QCOMPARE(set.status, 200);
    QCOMPARE(set.text(u"listings.app"_s), u"false"_s);
    QCOMPARE(set.text(u"deals.app"_s), u"true"_s); // its clocks run: nobody misses them
    reprice(car, 250'000'000);
    QTRY_COMPARE(toldOf(*m_buyer, car).size(), 1);
    waitForQuiet();
    QVERIFY(toldOf(*m_other, car).isEmpty());
}

void TestPrices::manyKeepers()
{
    const QByteArray car = newCar(*m_driver);
    m_server->sql("insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at) "
                  "select gen_random_uuid(), 'k' || i || '@example.org', '!', 'buyer', 'K', '{}', now(), now() "
                  "from generate_series(1, 450) i");
    m_server->sql("insert into favourites (user_id, listing_id, price_minor, created_at) select id, '" + car
                  + "', 1, now() from users where password_hash = '!'");
    reprice(car, 290'000'000);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server->sql("select count(*) from notifications where data->>'listing_id' = '" + car + "'").int64(0, 0), 450, 20'000);
    QCOMPARE(
        m_server->sql("select count(distinct user_id) from notifications where data->>'listing_id' = '" + car + "'").int64(0, 0),
        450);
}

QTEST_GUILESS_MAIN(TestPrices)
#include "tst_prices.moc"
