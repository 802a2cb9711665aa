// What people do with cars: kept for a while, used for themselves alone, and not at all when they say no. And what many typed.
#include "harness/test_server.h"

#include "server/limits.h"
#include "server/search/popular_query_job.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

class TestBehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void whatIsToldIsStoredAtOnce();
    void whatTheServerKnowsIsNotTakenFromTheApp();
    void aBatchThatComesTwiceCountsOnce();
    void lateIsAsItHappened();
    void nobodyFillsTheTable();
    void hostileEventsAreRefused();
    void ownActsMoveCarsWithinThePage();
    void anOrderThatWasChosenStays();
    void unkeptCarsCountNoMore();
    void offKeepsAndUsesNothing();
    void theChoiceIsOnesOwn();
    void theOperatorMaySwitchItOff();
    void exportedAndErased();
    void fewPeopleAreNotMany();
    void contactsAreNeverCounted();
    void onlyWhatFindsCarsIsSuggested();
    void allIsForgotten(); // the last: it goes far into the future

private:
    struct Person
    {
        std::unique_ptr<HttpClient> client;
        QByteArray id;
    };
    Person person(const QByteArray &role = "buyer");
    QByteArray sell(TestServer &server, HttpClient &driver, const QString &brand, const QString &model, const QString &body);
    static QJsonObject act(const char *kind, const QByteArray &listing, int dwellMs = 0);
    static QJsonObject typed(const QString &text) { return {{u"kind"_s, u"search"_s}, {u"text"_s, text}}; }
    static HttpAnswer tell(HttpClient &who, const QJsonArray &events);
    QStringList kindsOf(const Person &who);
    qint64 count(const QByteArray &sql) { return m_server->sql("select count(*) from " + sql).int64(0, 0); }
    static QStringList idsOf(const HttpAnswer &page);
    void like(Person &who, const QByteArray &listing);
    QStringList suggested(const QByteArray &typed);
    void countNow() { m_server->advance(61 * kMinuteMs); }

    std::unique_ptr<TestServer> m_server;
    std::vector<QByteArray> m_cars; // the newest last: what a guest sees first
    QByteArray m_liked;             // the last of a guest's
};

void TestBehaviour::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.rateApiPerMinute = settings.rateSearchPerMinute = settings.rateAuthPerMinute = 0;
        settings.searchPersonal = "on";
        settings.accessTokenMs = 400 * kDayMs; // the clock goes on by days
    });
    const std::pair<QString, QString> names[] = {{u"Toyota"_s, u"RAV4"_s}, {u"Kia"_s, u"K5"_s},     {u"BMW"_s, u"X5"_s},
                                                 {u"Mazda"_s, u"CX-5"_s},  {u"Audi"_s, u"Q7"_s},    {u"Honda"_s, u"Fit"_s},
                                                 {u"Lada"_s, u"Niva"_s},   {u"Nissan"_s, u"Leaf"_s}};
    for (const auto &[brand, model] : names) {
        const Person driver = person("driver");
        m_cars.push_back(sell(*m_server, *driver.client, brand, model, u"suv"_s));
    }
    m_liked = m_cars.front();
    HttpClient guest(m_server->url());
    QTRY_COMPARE(guest.get("/search").text(u"total"_s), u"8"_s);
}

TestBehaviour::Person TestBehaviour::person(const QByteArray &role)
{
    Person made{std::make_unique<HttpClient>(m_server->url()), {}};
    made.id = made.client->signUp(role).text(u"user.id"_s).toLatin1();
    return made;
}

QByteArray TestBehaviour::sell(TestServer &server, HttpClient &driver, const QString &brand, const QString &model,
                               const QString &body)
{
    server.clock().advance(kDayMs);
    const HttpAnswer draft =
        driver.post("/listings", {{u"brand"_s, brand},
                                  {u"model"_s, model},
                                  {u"year"_s, 2020},
                                  {u"mileage_km"_s, 1},
                                  {u"body_type"_s, body},
                                  {u"country_from"_s, u"JP"_s},
                                  {u"price"_s, QJsonObject{{u"amount"_s, 250'000'000}, {u"currency"_s, u"RUB"_s}}},
                                  {u"delivery_eta_days"_s, 30}});
    const QByteArray id = draft.text(u"id"_s).toLatin1();
    if (driver.post("/listings/" + id + "/publish").status != 200)
        qFatal("no listing: %s", draft.body.constData());
    return id;
}

QJsonObject TestBehaviour::act(const char *kind, const QByteArray &listing, int dwellMs)
{
    QJsonObject event{{u"kind"_s, QLatin1String(kind)}, {u"listing_id"_s, QString::fromLatin1(listing)}};
    if (dwellMs > 0)
        event.insert(u"dwell_ms"_s, dwellMs);
    return event;
}

HttpAnswer TestBehaviour::tell(HttpClient &who, const QJsonArray &events) { return who.post("/events", {{u"events"_s, events}}); }

QStringList TestBehaviour::kindsOf(const Person &who)
{
    return m_server
        ->sql("select coalesce(string_agg(kind, ',' order by kind), '') from behaviour_events where user_id = '" + who.id + "'")
        .text(0, 0)
        .split(u',', Qt::SkipEmptyParts);
}

QStringList TestBehaviour::idsOf(const HttpAnswer &page)
{
    QStringList ids;
    for (const QJsonValue item : page.items())
        ids.append(item.toObject().value(u"id"_s).toString());
    return ids;
}

void TestBehaviour::like(Person &who, const QByteArray &listing)
{
    QCOMPARE(tell(*who.client, {act("view", listing), act("dwell", listing, 200'000)}).status, 204);
    QCOMPARE(who.client->put("/me/favourites/" + listing).status, 204);
    QTRY_VERIFY(kindsOf(who).contains(u"favourite"_s));
}

QStringList TestBehaviour::suggested(const QByteArray &typed)
{
    HttpClient guest(m_server->url());
    QStringList texts;
    for (const QJsonValue item : guest.get("/search/suggest?limit=9&q=" + typed).items()) {
        if (item.toObject().value(u"kind"_s).toString() == u"query"_s)
            texts.append(item.toObject().value(u"text"_s).toString());
    }
    return texts;
}

void TestBehaviour::whatIsToldIsStoredAtOnce()
{
    const Person buyer = person();
    const QJsonArray told{act("view", m_cars[0]), act("dwell", m_cars[0], 9'000), act("view", m_cars[1]),
                          typed(u"RAV4  из Японии"_s)};
    QCOMPARE(tell(*buyer.client, told).status, 204);
    QCOMPARE(kindsOf(buyer), (QStringList{u"dwell"_s, u"view"_s, u"view"_s}));
    QCOMPARE(
        m_server->sql("select dwell_ms from behaviour_events where kind = 'dwell' and user_id = '" + buyer.id + "'").int32(0, 0),
        9'000);
    QCOMPARE(m_server->sql("select query from typed_searches where user_id = '" + buyer.id + "'").text(0, 0),
             u"rav4 из японии"_s);
    QCOMPARE(count("interests where user_id = '" + buyer.id + "'"), 2);
    QCOMPARE(count("listing_views where listing_id = '" + m_cars[1] + "'"), 1);
    // A driver's looks at his own cars are nothing.
    const Person driver = person("driver");
    const QByteArray own = sell(*m_server, *driver.client, u"UAZ"_s, u"Hunter"_s, u"suv"_s);
    QCOMPARE(tell(*driver.client, {act("view", own), act("dwell", own, 9'000)}).status, 204);
    QVERIFY(kindsOf(driver).isEmpty());
    QCOMPARE(driver.client->post("/listings/" + own + "/archive").status, 200);
    HttpClient guest(m_server->url());
    QTRY_COMPARE(guest.get("/search").text(u"total"_s), u"8"_s);
    QCOMPARE(tell(guest, {act("view", own)}).status, 401);
}

void TestBehaviour::whatTheServerKnowsIsNotTakenFromTheApp()
{
    Person buyer = person();
    QCOMPARE(tell(*buyer.client, {act("favourite", m_cars[2]), act("chat_start", m_cars[2])}).status, 204);
    QVERIFY(kindsOf(buyer).isEmpty());
    for (int i = 0; i < 2; ++i) { // kept twice is kept once
        QCOMPARE(buyer.client->put("/me/favourites/" + m_cars[2]).status, 204);
        QVERIFY(buyer.client->post("/listings/" + m_cars[2] + "/conversations").status / 100 == 2);
    }
    QTRY_COMPARE(kindsOf(buyer), (QStringList{u"chat_start"_s, u"favourite"_s}));
    // Each outbox row was read by now: nothing more comes.
    QTRY_COMPARE(count("outbox where topic in ('favourite.kept', 'conversation.opened')"), 0);
    QCOMPARE(kindsOf(buyer).size(), 2);
}

void TestBehaviour::aBatchThatComesTwiceCountsOnce()
{
    const Person buyer = person();
    const QJsonObject body{{u"events"_s, QJsonArray{act("view", m_cars[0]), act("dwell", m_cars[0], 5'000)}}};
    const HttpClient::Headers key{{"Idempotency-Key", buyer.id}};
    QCOMPARE(buyer.client->post("/events", body, key).status, 204);
    m_server->clock().advance(kSecondMs);
    QCOMPARE(buyer.client->post("/events", body, key).status, 204);
    QCOMPARE(kindsOf(buyer).size(), 2);
    // Nor does one that says the same twice.
    QCOMPARE(tell(*buyer.client, {act("dwell", m_cars[1], 5'000), act("dwell", m_cars[1], 5'000)}).status, 204);
    QCOMPARE(kindsOf(buyer).size(), 3);
}

void TestBehaviour::lateIsAsItHappened()
{
    const Person buyer = person();
    QJsonObject late = act("view", m_cars[0]);
    late.insert(u"ago_ms"_s, double(2 * kDayMs));
    QCOMPARE(tell(*buyer.client, {late}).status, 204);
    const db::Rows rows = m_server->sql("select at from behaviour_events where user_id = '" + buyer.id + "'");
    QCOMPARE(rows.timestamp(0, 0), m_server->clock().now().plusMs(-2 * kDayMs));
}

void TestBehaviour::nobodyFillsTheTable()
{
    const Person buyer = person();
    const QByteArray most = QByteArray::number(limits::kBehaviourEventsPerDay - 1);
    // As if he had looked all morning. It becomes noon first, so that all of it falls on one day.
    m_server->clock().advance(kDayMs - m_server->clock().now().unixMs % kDayMs + 12 * 60 * kMinuteMs);
    const QByteArray now = m_server->clock().now().toRfc3339();
    m_server->sql("insert into behaviour_events (user_id, listing_id, kind, at) select '" + buyer.id + "', '" + m_cars[0]
                  + "', 'view', timestamptz '" + now + "' - i * interval '1 second' from generate_series(1, " + most + ") i");
    QCOMPARE(tell(*buyer.client, {act("view", m_cars[0]), act("view", m_cars[1]), act("view", m_cars[2])}).status, 204);
    QCOMPARE(kindsOf(buyer).size(), limits::kBehaviourEventsPerDay);
    QJsonArray searches;
    for (int i = 0; i < 60; ++i)
        searches.append(typed(u"camry "_s + QString::number(100 + i)));
    QCOMPARE(tell(*buyer.client, searches).status, 204);
    QCOMPARE(count("typed_searches where user_id = '" + buyer.id + "'"), limits::kTypedSearchesPerUser);
}

void TestBehaviour::hostileEventsAreRefused()
{
    const Person buyer = person();
    const auto with = [this](const char *kind, const char *field, const QJsonValue &value) {
        QJsonObject event = act(kind, m_cars[0]);
        event.insert(QLatin1String(field), value);
        return event;
    };
    for (const QJsonObject &event :
         {with("dwell", "dwell_ms", 0), with("dwell", "dwell_ms", -5), with("dwell", "dwell_ms", 600'001),
          with("dwell", "dwell_ms", u"9"_s), act("dwell", m_cars[0]), with("view", "ago_ms", -1), with("view", "ago_ms", 1e12),
          with("view", "listing_id", 7), QJsonObject{{u"kind"_s, u"search"_s}}, typed(QString()), typed(QString(201, u'x')),
          QJsonObject{}})
        QCOMPARE(tell(*buyer.client, {event}).status, 422);
    QVERIFY(kindsOf(buyer).isEmpty());
    // A car that is nowhere is passed over.
    QCOMPARE(tell(*buyer.client, {act("view", newUuid({1}).toText())}).status, 204);
    QVERIFY(kindsOf(buyer).isEmpty());
}

void TestBehaviour::ownActsMoveCarsWithinThePage()
{
    Person buyer = person();
    HttpClient guest(m_server->url());
    const QStringList everybody = idsOf(guest.get("/search"));
    QCOMPARE(everybody.size(), 8);
    QCOMPARE(everybody.last(), QString::fromLatin1(m_liked));
    QCOMPARE(idsOf(buyer.client->get("/search")), everybody); // he did nothing yet
    like(buyer, m_liked);
    HttpAnswer page = buyer.client->get("/search?explain=1");
    QTRY_VERIFY(idsOf(page = buyer.client->get("/search?explain=1")) != everybody);
    const int place = int(idsOf(page).indexOf(QString::fromLatin1(m_liked)));
    QVERIFY(place >= 3 && place < 7); // up to four places, not to the top
    const QJsonObject why = page.items()[place].toObject().value(u"why"_s).toObject();
    const QJsonObject personal = why.value(u"personal"_s).toObject();
    QCOMPARE(personal.value(u"places"_s).toInt(), 7 - place);
    QCOMPARE(personal.value(u"like"_s).toString(), u"model"_s);
    QCOMPARE(personal.value(u"because"_s).toString(), u"kept"_s);
    QCOMPARE(why.value(u"promoted"_s).toBool(true), false);
    // Whoever was passed says so, without a reason of his own; the score is what it was.
    const QJsonObject passed = page.items()[place + 1].toObject().value(u"why"_s).toObject().value(u"personal"_s).toObject();
    QCOMPARE(passed.value(u"places"_s).toInt(), -1);
    QVERIFY(passed.value(u"like"_s).isNull());
    QVERIFY(page.items()[0].toObject().value(u"why"_s).toObject().value(u"personal"_s).isNull());
    // Totals, facets and what stands on which page are everybody's.
    const HttpAnswer theirs = guest.get("/search");
    QCOMPARE(page.json().value(u"total"_s), theirs.json().value(u"total"_s));
    QCOMPARE(page.json().value(u"facets"_s), theirs.json().value(u"facets"_s));
    QByteArray mine = "/search?limit=3", others = mine;
    for (int i = 0; i < 3; ++i) {
        const HttpAnswer a = buyer.client->get(mine), b = guest.get(others);
        QStringList one = idsOf(a), two = idsOf(b);
        QCOMPARE(QSet<QString>(one.begin(), one.end()), QSet<QString>(two.begin(), two.end()));
        QCOMPARE(a.text(u"next_cursor"_s), b.text(u"next_cursor"_s));
        mine = others = "/search?limit=3&cursor=" + a.text(u"next_cursor"_s).toLatin1();
    }
    // Nobody else's order changes by it.
    QCOMPARE(idsOf(person().client->get("/search")), everybody);
    QCOMPARE(idsOf(guest.get("/search")), everybody);
}

void TestBehaviour::anOrderThatWasChosenStays()
{
    Person buyer = person();
    like(buyer, m_liked);
    HttpClient guest(m_server->url());
    QTRY_VERIFY(idsOf(buyer.client->get("/search")) != idsOf(guest.get("/search")));
    for (const char *query :
         {"/search?explain=1&sort=newest", "/search?explain=1&sort=price_asc", "/search?explain=1&sort=eta_asc"}) {
        const HttpAnswer page = buyer.client->get(query);
        QCOMPARE(idsOf(page), idsOf(guest.get(query)));
        for (const QJsonValue item : page.items())
            QVERIFY(item.toObject().value(u"why"_s).toObject().value(u"personal"_s).isNull());
    }
    // An order that stands in the words is chosen, too.
    const QByteArray cheap = "/search?q=" + u"недорогой"_s.toUtf8().toPercentEncoding();
    QCOMPARE(idsOf(buyer.client->get(cheap)), idsOf(guest.get(cheap)));
}

void TestBehaviour::unkeptCarsCountNoMore()
{
    Person buyer = person();
    HttpClient guest(m_server->url());
    QCOMPARE(buyer.client->put("/me/favourites/" + m_liked).status, 204);
    QTRY_VERIFY(idsOf(buyer.client->get("/search")) != idsOf(guest.get("/search")));
    QCOMPARE(buyer.client->remove("/me/favourites/" + m_liked).status, 204);
    m_server->clock().advance(2 * kMinuteMs); // a profile is remembered for one
    QCOMPARE(idsOf(buyer.client->get("/search")), idsOf(guest.get("/search")));
}

void TestBehaviour::offKeepsAndUsesNothing()
{
    Person buyer = person();
    HttpClient guest(m_server->url());
    like(buyer, m_liked);
    QCOMPARE(tell(*buyer.client, {typed(u"toyota rav4"_s)}).status, 204);
    QTRY_VERIFY(idsOf(buyer.client->get("/search")) != idsOf(guest.get("/search")));
    HttpClient otherDevice(m_server->url());
    otherDevice.setToken(buyer.client->token());
    QCOMPARE(buyer.client->put("/me/personalisation", {{u"enabled"_s, false}}).status, 200);
    QCOMPARE(otherDevice.get("/me/personalisation").json(), (QJsonObject{{u"enabled"_s, false}}));
    // What was there is gone, and the order is everybody's at once.
    const QByteArray his = " where user_id = '" + buyer.id + "'";
    QCOMPARE(count("behaviour_events" + his) + count("typed_searches" + his) + count("interests" + his), 0);
    QCOMPARE(idsOf(otherDevice.get("/search")), idsOf(guest.get("/search")));
    QCOMPARE(idsOf(buyer.client->get("/recommendations/home")), idsOf(guest.get("/recommendations/home")));
    // Nothing new is kept, whatever the app tells or the server knows.
    QCOMPARE(tell(*buyer.client, {act("view", m_cars[3]), act("dwell", m_cars[3], 9'000), typed(u"mazda"_s)}).status, 204);
    QCOMPARE(buyer.client->put("/me/favourites/" + m_cars[3]).status, 204);
    QTRY_COMPARE(count("outbox where topic = 'favourite.kept'"), 0);
    QCOMPARE(count("behaviour_events" + his) + count("typed_searches" + his) + count("interests" + his), 0);
    // On again: what happened before does not come back, told late or not.
    m_server->clock().advance(kMinuteMs);
    QCOMPARE(buyer.client->put("/me/personalisation", {{u"enabled"_s, true}}).json(), (QJsonObject{{u"enabled"_s, true}}));
    QJsonObject late = act("view", m_cars[3]);
    late.insert(u"ago_ms"_s, double(30 * kSecondMs));
    QCOMPARE(tell(*buyer.client, {late}).status, 204);
    QCOMPARE(count("behaviour_events" + his), 0);
    QCOMPARE(tell(*buyer.client, {act("view", m_cars[3])}).status, 204);
    QCOMPARE(count("behaviour_events" + his), 1);
}

void TestBehaviour::theChoiceIsOnesOwn()
{
    const Person one = person(), other = person();
    HttpClient guest(m_server->url());
    QCOMPARE(guest.get("/me/personalisation").status, 401);
    QCOMPARE(guest.put("/me/personalisation", {{u"enabled"_s, false}}).status, 401);
    QCOMPARE(one.client->get("/me/personalisation").json(), (QJsonObject{{u"enabled"_s, true}})); // never said otherwise
    QCOMPARE(one.client->put("/me/personalisation", {{u"enabled"_s, false}}).status, 200);
    QCOMPARE(other.client->get("/me/personalisation").json(), (QJsonObject{{u"enabled"_s, true}}));
    for (const QJsonObject &body : {QJsonObject{}, QJsonObject{{u"enabled"_s, u"false"_s}}, QJsonObject{{u"enabled"_s, 0}}})
        QCOMPARE(one.client->put("/me/personalisation", body).status, 422);
    QCOMPARE(one.client->get("/me/personalisation").json(), (QJsonObject{{u"enabled"_s, false}}));
}

void TestBehaviour::theOperatorMaySwitchItOff()
{
    TestServer server([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.searchPersonal = "off";
        settings.accessTokenMs = 400 * kDayMs;
    });
    HttpClient driver(server.url()), buyer(server.url()), guest(server.url());
    driver.signUp("driver");
    buyer.signUp();
    const QByteArray first = sell(server, driver, u"Toyota"_s, u"RAV4"_s, u"suv"_s);
    sell(server, driver, u"Kia"_s, u"Rio"_s, u"sedan"_s);
    QTRY_COMPARE(guest.get("/search").items().size(), 2);
    QCOMPARE(tell(buyer, {act("view", first), act("dwell", first, 200'000)}).status, 204);
    const HttpAnswer page = buyer.get("/search?explain=1");
    QCOMPARE(idsOf(page), idsOf(guest.get("/search")));
    QCOMPARE(idsOf(page).last(), QString::fromLatin1(first));
    QVERIFY(page.items()[0].toObject().value(u"why"_s).toObject().value(u"personal"_s).isNull());
}

void TestBehaviour::exportedAndErased()
{
    Person buyer = person();
    like(buyer, m_liked);
    QCOMPARE(tell(*buyer.client, {typed(u"toyota rav4"_s)}).status, 204);
    QCOMPARE(buyer.client->put("/me/personalisation", {{u"enabled"_s, true}}).status, 200);
    const QJsonObject records = buyer.client->get("/me/export").json().value(u"records"_s).toObject();
    QCOMPARE(records.value(u"behaviour"_s).toArray().size(), 3);
    QCOMPARE(records.value(u"typed_searches"_s).toArray().first().toObject().value(u"query"_s).toString(), u"toyota rav4"_s);
    QCOMPARE(records.value(u"personalisation"_s).toArray().size(), 1);
    QCOMPARE(buyer.client->remove("/me").status, 204);
    const QByteArray his = " where user_id = '" + buyer.id + "'";
    QTRY_COMPARE(count("behaviour_events" + his) + count("typed_searches" + his) + count("personal_choices" + his)
                     + count("interests" + his),
                 0);
}

void TestBehaviour::fewPeopleAreNotMany()
{
    std::vector<Person> people;
    for (int i = 0; i < search::kPopularPeopleLeast - 1; ++i) {
        people.push_back(person());
        for (int again = 0; again < 3; ++again) // one person counts once, however often he types
            QCOMPARE(tell(*people.back().client, {typed(u"Niva из Японии"_s)}).status, 204);
    }
    countNow();
    QTRY_COMPARE(count("timers where kind = 'search.popular' and due_at > '" + m_server->clock().now().toRfc3339() + "'"), 1);
    QCOMPARE(count("popular_queries"), 0);
    QVERIFY(suggested("niva").isEmpty());
    people.push_back(person());
    QCOMPARE(tell(*people.back().client, {typed(u"  NIVA  из японии!"_s)}).status, 204);
    countNow();
    QTRY_COMPARE(suggested("niva"), QStringList{u"niva из японии"_s});
    QCOMPARE(suggested(u"япо"_s.toUtf8().toPercentEncoding()), QStringList{u"niva из японии"_s});
    QVERIFY(suggested("n").isEmpty()); // one letter begins nothing
    // Who leaves is counted no more.
    QCOMPARE(people.front().client->remove("/me").status, 204);
    QTRY_COMPARE(count("typed_searches where user_id = '" + people.front().id + "'"), 0);
    countNow();
    QTRY_VERIFY(suggested("niva").isEmpty());
}

void TestBehaviour::contactsAreNeverCounted()
{
    for (int i = 0; i < search::kPopularPeopleLeast + 1; ++i) {
        const Person who = person();
        QCOMPARE(
            tell(*who.client, {typed(u"+7 912 345-67-89"_s), typed(u"ivan@example.com"_s), typed(u"niva 89123456789"_s)}).status,
            204);
    }
    QCOMPARE(count("typed_searches where query like '%912%' or query like '%ivan%'"), 0);
    countNow();
    QTRY_COMPARE(count("timers where kind = 'search.popular' and due_at > '" + m_server->clock().now().toRfc3339() + "'"), 1);
    QVERIFY(suggested("912").isEmpty());
    QVERIFY(suggested("ivan").isEmpty());
}

void TestBehaviour::onlyWhatFindsCarsIsSuggested()
{
    for (int i = 0; i < search::kPopularPeopleLeast; ++i) {
        const Person who = person();
        QCOMPARE(
            tell(*who.client, {typed(u"leaf плохой человек"_s), typed(u"leaf из японии"_s), typed(u"nissan qashqai"_s)}).status,
            204);
    }
    countNow();
    QTRY_COMPARE(suggested("leaf"), QStringList{u"leaf из японии"_s});
    QCOMPARE(count("popular_queries where query like '%qashqai%'"), 1); // many typed it, but there is none
}

void TestBehaviour::allIsForgotten()
{
    Person buyer = person();
    like(buyer, m_liked);
    QCOMPARE(tell(*buyer.client, {typed(u"toyota rav4"_s)}).status, 204);
    m_server->advance(92 * kDayMs);
    QTRY_COMPARE_WITH_TIMEOUT(count("behaviour_events") + count("typed_searches") + count("popular_queries") + count("interests"),
                              0, 20'000);
}

QTEST_GUILESS_MAIN(TestBehaviour)
#include "tst_behaviour.moc"
