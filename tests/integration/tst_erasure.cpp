// Closing an account: what stands in the way is told as data, and afterwards nothing personal is left in any table.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"
#include "shared/api/user_dto.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

const QByteArray kSecret = "whoever leaves takes what is his";
constexpr char kName[] = "Apollinaria Q. Testova";
constexpr char kAbout[] = "Collects stamps of Tuva";
constexpr char kAgent[] = "Nokia3310/Apollinaria";
constexpr char kPhone[] = "+7 914 655-20-47";
constexpr char kPlace[] = "Hidden Lane 77, flat 13";
constexpr char kDevice[] = "push-token-of-apollinaria-0123456789";
constexpr char kSearch[] = "A car for my wife Zinaida";

} // namespace

class TestErasure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void blockersAreTold();
    void moneyOnItsWayBlocksItsOwner_data();
    void moneyOnItsWayBlocksItsOwner();
    void aClosedAccountIsGone();
    void nothingPersonalIsLeft();
    void theOtherSideKeepsItsHalf();
    void orderWaitsForTheDeal();
    void refusalIsToldAndMayBeAskedAgain();
    void ownerIsFasterThanStaff();
    void twoOrdersAtOnce();
    void photosGoButProofStays();

private:
    QString fileOf(const QString &media)
    {
        const QByteArray hex =
            m_server->sql("select encode(sha256, 'hex') from media where id = '" + media.toLatin1() + "'").bytes(0, 0);
        return m_dataDir + u"/media/"_s + QString::fromLatin1(hex.left(2)) + u'/' + QString::fromLatin1(hex);
    }
    static void makeOld(const QString &path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addDays(-1), QFileDevice::FileModificationTime));
    }
    std::unique_ptr<HttpClient> support(const QString &name);
    HttpAnswer decide(HttpClient &who, const QByteArray &id, const QString &decision, const QString &text = {})
    {
        QJsonObject body{{u"decision"_s, decision}};
        if (!text.isEmpty())
            body[u"text"_s] = text;
        return who.post("/admin/queues/erasures/" + id + "/decide", body);
    }
    QString stateOf(HttpClient &who) { return who.get("/me/closure").text(u"request.status"_s); }
    QByteArray fundedDeal();
    void walk(const QByteArray &deal, const QString &until);
    QStringList placesOf(const QString &text);
    static QStringList codes(const HttpAnswer &answer);
    // A minute after an account was closed.
    void waitForErasure()
    {
        waitForQuiet();
        m_server->advance(kMinuteMs + kSecondMs);
        QTRY_COMPARE(m_server->sql("select count(*) from timers where kind = 'user.erase'").int64(0, 0), 0);
    }
    void waitForQuiet() { QTRY_COMPARE(m_server->sql("select count(*) from outbox").int64(0, 0), 0); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver, m_buyer;
    QByteArray m_car;
    QString m_buyerId, m_email, m_place, m_dataDir;
};

void TestErasure::initTestCase()
{
    log::setLevel("warning");
    m_server = std::make_unique<TestServer>([this](config::Settings &settings) {
        m_dataDir = settings.dataDir;
        settings.kyc = "auto";
        settings.secretKey = kSecret;
        settings.accessTokenMs = 400 * kDayMs;
    });
}

void TestErasure::init()
{
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver", u"Driver"_s);
    m_buyer = std::make_unique<HttpClient>(m_server->url());
    // Those of the other tests stay: they have other names.
    const bool subject = qstrcmp(QTest::currentTestFunction(), "nothingPersonalIsLeft") == 0;
    m_place = subject ? QLatin1String(kPlace) : QLatin1String("Omsk");
    const HttpAnswer signedUp = m_buyer->signUp("buyer", subject ? QLatin1String(kName) : QLatin1String("Buyer"));
    m_buyerId = signedUp.text(u"user.id"_s);
    m_email = m_buyer->get("/me").text(u"email"_s);
}

QByteArray TestErasure::fundedDeal()
{
    m_car = newCar(*m_driver);
    const QByteArray deal = m_buyer
                                ->post("/deals",
                                       {{u"listing_id"_s, QString::fromLatin1(m_car)},
                                        {u"amount"_s, rub(300'000'000)},
                                        {u"delivery_place"_s, m_place},
                                        {u"delivery_eta_days"_s, 30}},
                                       {{"Idempotency-Key", newUuid({0}).toText()}})
                                .text(u"id"_s)
                                .toLatin1();
    const QByteArray url = m_buyer->post("/deals/" + deal + "/pay", {{u"return_url"_s, u"cargo://deal"_s}})
                               .text(u"payment.confirmation_url"_s)
                               .toLatin1();
    m_buyer->send("POST", url.mid(url.indexOf("/sandbox")), "outcome=success",
                  {{"Content-Type", "application/x-www-form-urlencoded"}});
    const auto arrived = [&] { return m_buyer->get("/deals/" + deal).text(u"status"_s) == u"funded"_s; };
    if (!QTest::qWaitFor(arrived, 20'000))
        qFatal("not funded");
    return deal;
}

void TestErasure::walk(const QByteArray &deal, const QString &until)
{
    const QString photo = m_driver->upload("/media", "p.png", "image/png", png()).text(u"id"_s);
    m_driver->post("/deals/" + deal + "/start",
                   {{u"vin"_s, u"JTNB11HK103012345"_s}, {u"odometer_km"_s, 48100}, {u"photos"_s, QJsonArray{photo}}});
    QTRY_COMPARE(m_buyer->get("/deals/" + deal).text(u"money_status"_s), u"kept"_s);
    if (until == u"in_transit"_s)
        return;
    m_buyer->post("/deals/" + deal + "/confirm");
    m_buyer->post("/deals/" + deal + "/release");
    QTRY_COMPARE(m_buyer->get("/deals/" + deal).text(u"money_status"_s), u"paid"_s);
}

QStringList TestErasure::codes(const HttpAnswer &answer)
{
    QStringList codes;
    for (const QJsonValue &blocker : answer.json().value(u"blockers"_s).toArray())
        codes.push_back(blocker.toObject().value(u"code"_s).toString());
    return codes;
}

// Every table and column that holds this text, in any case.
QStringList TestErasure::placesOf(const QString &text)
{
    const db::Rows columns = m_server->sql(
        "select c.table_name, c.column_name, c.data_type from information_schema.columns c join information_schema.tables t "
        "using (table_schema, table_name) where c.table_schema = 'public' and t.table_type = 'BASE TABLE' "
        "and (c.data_type in ('text', 'json', 'jsonb', 'bytea', 'ARRAY') or c.data_type like 'character%')");
    if (columns.count() < 100)
        qFatal("where are the columns?");
    QByteArray quoted = text.toLower().toUtf8();
    quoted.replace('\'', "''");
    QByteArray statement;
    for (int row = 0; row < columns.count(); ++row) {
        const QByteArray table = columns.bytes(row, 0);
        const QByteArray name = '"' + columns.bytes(row, 1) + '"';
        const bool raw = columns.bytes(row, 2) == "bytea";
        const QByteArray value = raw ? QByteArray("encode(" + name + ", 'escape')") : QByteArray(name + "::text");
        statement += (row > 0 ? " union all " : "") + QByteArray("select '") + table + '.' + columns.bytes(row, 1)
                     + "' where exists (select from " + table + " where strpos(lower(" + value + "), '" + quoted + "') > 0)";
    }
    const db::Rows found = m_server->sql(statement);
    QStringList places;
    for (int row = 0; row < found.count(); ++row)
        places.push_back(found.text(row, 0));
    return places;
}

void TestErasure::blockersAreTold()
{
    QCOMPARE(codes(m_buyer->get("/me/closure")), QStringList());
    const QByteArray deal = fundedDeal();
    for (HttpClient *person : {m_buyer.get(), m_driver.get()}) {
        const HttpAnswer refused = person->remove("/me");
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), u"state_conflict"_s);
        QCOMPARE(codes(refused), QStringList{u"deals_running"_s});
        const QJsonObject blocker = refused.json().value(u"blockers"_s).toArray().first().toObject();
        QCOMPARE(blocker.value(u"link"_s).toString(), QString(u"cargo://deals/"_s + QString::fromLatin1(deal)));
        QCOMPARE(blocker.value(u"number"_s).toString(), person->get("/deals/" + deal).text(u"number"_s));
        QCOMPARE(person->get("/me/closure").json().value(u"blockers"_s), refused.json().value(u"blockers"_s));
        QCOMPARE(person->get("/me").status, 200);
    }
    m_buyer->post("/deals/" + deal + "/dispute", {{u"reason"_s, u"late"_s}, {u"text"_s, u"It is late"_s}});
    QCOMPARE(codes(m_driver->get("/me/closure")), QStringList{u"dispute_open"_s});
    QCOMPARE(m_driver->remove("/me").text(u"running_deals"_s), u"1"_s);
    // Others are not concerned.
    HttpClient other(m_server->url());
    other.signUp("buyer");
    QCOMPARE(other.remove("/me").status, 204);
}

void TestErasure::moneyOnItsWayBlocksItsOwner_data()
{
    QTest::addColumn<QByteArray>("disposition");
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<bool>("buyerWaits");
    QTest::addColumn<bool>("driverWaits");
    QTest::newRow("payout") << QByteArray("release") << QByteArray("payout_sent") << false << true;
    QTest::newRow("failed payout") << QByteArray("release") << QByteArray("failed") << false << true;
    QTest::newRow("refund") << QByteArray("give_back") << QByteArray("refund_queued") << true << false;
    QTest::newRow("split") << QByteArray("split") << QByteArray("refund_sent") << true << true;
    QTest::newRow("paid") << QByteArray("release") << QByteArray("paid") << false << false;
}

void TestErasure::moneyOnItsWayBlocksItsOwner()
{
    QFETCH(QByteArray, disposition);
    QFETCH(QByteArray, status);
    QFETCH(bool, buyerWaits);
    QFETCH(bool, driverWaits);
    const QByteArray deal = fundedDeal();
    m_server->sql("update deals set status = 'released' where id = '" + deal + "'");
    m_server->sql("update escrows set disposition = '" + disposition + "', money_status = '" + status + "' where deal_id = '"
                  + deal + "'");
    const auto expected = [](bool waits) { return waits ? QStringList{u"money_under_way"_s} : QStringList(); };
    QCOMPARE(codes(m_buyer->get("/me/closure")), expected(buyerWaits));
    QCOMPARE(codes(m_driver->get("/me/closure")), expected(driverWaits));
    QCOMPARE(m_buyer->remove("/me").status, buyerWaits ? 409 : 204);
    QCOMPARE(m_driver->remove("/me").status, driverWaits ? 409 : 204);
}

void TestErasure::aClosedAccountIsGone()
{
    HttpClient leaving(m_server->url()), stranger(m_server->url());
    const HttpAnswer start = leaving.signUp("buyer", u"Leaving"_s);
    const QString email = start.text(u"user.email"_s);
    QCOMPARE(leaving.remove("/me").status, 204);
    QCOMPARE(leaving.get("/me").status, 401);
    QCOMPARE(stranger.get("/users/" + start.text(u"user.id"_s).toLatin1()).status, 404);
    QCOMPARE(stranger.post("/auth/login", {{u"email"_s, email}, {u"password"_s, u"blue-harbour-42-lamp"_s}}).code(),
             u"wrong_credentials"_s);
    QCOMPARE(stranger.post("/auth/refresh", {{u"refresh_token"_s, start.text(u"refresh_token"_s)}}).status, 401);
    QCOMPARE(m_server
                 ->sql("select count(*) from users where email = '" + email.toUtf8()
                       + "' or display_name = 'Leaving' or "
                         "card::text like '%Leaving%'")
                 .int64(0, 0),
             qint64(0));
    const QJsonObject again{{u"email"_s, email},
                            {u"password"_s, u"blue-harbour-42-lamp"_s},
                            {u"role"_s, u"buyer"_s},
                            {u"display_name"_s, u"Back"_s},
                            {u"locale"_s, u"ru"_s}};
    QCOMPARE(stranger.post("/auth/register", again).status, 201); // the address is free again
}

void TestErasure::nothingPersonalIsLeft()
{
    // Everything that a person leaves behind.
    m_buyer->patch("/me", {{u"about"_s, QLatin1String(kAbout)}});
    QCOMPARE(m_buyer->send("POST", "/api/v1/auth/login",
                           R"({"email":")" + m_email.toUtf8() + R"(","password":"blue-harbour-42-lamp"})",
                           {{"User-Agent", kAgent}, {"Content-Type", "application/json"}})
                     .status
                 / 100,
             2);
    m_buyer->post("/me/devices", {{u"platform"_s, u"android"_s}, {u"token"_s, QLatin1String(kDevice)}});
    m_buyer->post("/me/saved-searches", {{u"name"_s, QLatin1String(kSearch)}, {u"query"_s, u"brand=Toyota"_s}});
    const QByteArray deal = fundedDeal();
    const QByteArray chat = m_buyer->get("/deals/" + deal).text(u"conversation_id"_s).toLatin1();
    const QString call = u"Call me: "_s + QLatin1String(kPhone);
    const HttpAnswer sent = m_buyer->post("/conversations/" + chat + "/messages",
                                          {{u"client_id"_s, QString::fromLatin1(newUuid({0}).toText())}, {u"body"_s, call}});
    QCOMPARE(sent.text(u"masked"_s), u"true"_s);
    m_buyer->post("/tickets", {{u"subject"_s, u"Help"_s}, {u"body"_s, call}, {u"deal_id"_s, QString::fromLatin1(deal)}});
    walk(deal, u"released"_s);
    // As a dispute leaves it that has ended.
    const QByteArray words = "'The wheel is broken. " + call.toUtf8() + "'";
    const QByteArray buyer = '\'' + m_buyerId.toLatin1() + '\'';
    m_server->sql(
        "with opened as (insert into disputes (id, deal_id, ticket_id, opened_by, opened_side, reason, text, status, "
        "evidence_due_at, created_at, closed_at) select gen_random_uuid(), '"
        + deal + "', t.id, " + buyer + ", 'buyer', 'damaged', " + words
        + ", 'withdrawn', now(), now(), now() from tickets t where t.deal_id = '" + deal
        + "' limit 1 returning id) insert into dispute_evidence (id, dispute_id, author_id, side, text, photos, created_at) "
          "select gen_random_uuid(), id, "
        + buyer + ", 'buyer', " + words + ", '[]', now() from opened");
    const QStringList written = placesOf(QString::fromUtf8(kPhone));
    QVERIFY2(written.contains(u"disputes.text"_s) && written.contains(u"dispute_evidence.text"_s),
             qPrintable(written.join(u' ')));
    m_buyer->post("/deals/" + deal + "/reviews", {{u"rating"_s, 5}, {u"comment"_s, u"All good"_s}});
    m_driver->post("/deals/" + deal + "/reviews", {{u"rating"_s, 5}, {u"comment"_s, u"All good"_s}});
    waitForQuiet();
    // The scan finds what it should find, or it would prove nothing.
    for (const char *text : {kName, kAbout, kAgent, kPhone, kPlace, kDevice, kSearch})
        QVERIFY2(!placesOf(QString::fromUtf8(text)).isEmpty(), text);
    QVERIFY(placesOf(QString::fromUtf8(kName)).contains(u"user_events.frame"_s));
    QVERIFY(placesOf(m_email).contains(u"users.email"_s));

    QCOMPARE(m_buyer->remove("/me").status, 204);
    QCOMPARE(m_buyer->get("/me").status, 401);
    waitForErasure();
    for (const QString &text :
         {QString::fromUtf8(kName), m_email, QString::fromUtf8(kAbout), QString::fromUtf8(kAgent), QString::fromUtf8(kPhone),
          QString::fromUtf8(kPlace), QString::fromUtf8(kDevice), QString::fromUtf8(kSearch)})
        QCOMPARE(placesOf(text).join(u' '), QString()); // the places, when it fails
    QCOMPARE(m_server->sql("select count(*) from sessions where user_id = '" + m_buyerId.toLatin1() + "' and address <> ''")
                 .int64(0, 0),
             0);
    // What must stay: what the other side reads of a dispute, deals and the ledger, under the pseudonym.
    QVERIFY(placesOf(u"The wheel is broken"_s).contains(u"disputes.text"_s));
    QVERIFY(placesOf(u"The wheel is broken"_s).contains(u"dispute_evidence.text"_s));
    QCOMPARE(m_server->sql("select count(*) from ledger_entries where deal_id = '" + deal + "'").int64(0, 0) > 0, true);
    QCOMPARE(m_server->sql("select buyer_id from deals where id = '" + deal + "'").text(0, 0), m_buyerId);
    // The outbox delivers at least once: erasing again harms nothing.
    m_server->sql("insert into outbox (topic, key, payload, created_at, available_at) values ('user.closed', '"
                  + m_buyerId.toLatin1() + "', '{\"user_id\":\"" + m_buyerId.toLatin1()
                  + "\"}', now() - interval '1 year', now() - interval '1 year')");
    m_server->app().pokeJobs();
    waitForErasure();
    QCOMPARE(m_driver->get("/deals/" + deal).status, 200);
}

void TestErasure::theOtherSideKeepsItsHalf()
{
    const QByteArray deal = fundedDeal();
    const QByteArray chat = m_buyer->get("/deals/" + deal).text(u"conversation_id"_s).toLatin1();
    m_buyer->post("/conversations/" + chat + "/messages",
                  {{u"client_id"_s, QString::fromLatin1(newUuid({0}).toText())}, {u"body"_s, u"Is the car still there?"_s}});
    walk(deal, u"released"_s);
    m_buyer->post("/deals/" + deal + "/reviews", {{u"rating"_s, 5}, {u"comment"_s, u"Brought it home"_s}});
    m_driver->post("/deals/" + deal + "/reviews", {{u"rating"_s, 4}});
    waitForQuiet();
    QCOMPARE(m_buyer->remove("/me").status, 204);
    waitForErasure();
    const auto deletedCard = [](const QJsonValue &card) {
        const auto read = api::UserCardDto::read(card.toObject());
        return read.ok() && read.value.deleted && read.value.displayName == u"Deleted user"_s;
    };
    QVERIFY(deletedCard(m_driver->get("/conversations/" + chat).json().value(u"peer"_s)));
    QVERIFY(deletedCard(m_driver->get("/deals/" + deal).json().value(u"buyer"_s)));
    QStringList said;
    for (const QJsonValue &message : m_driver->get("/conversations/" + chat + "/messages").items())
        said.push_back(message.toObject().value(u"body"_s).toString());
    QVERIFY(said.contains(u"Is the car still there?"_s));
    const QByteArray driverId = m_driver->get("/me").text(u"id"_s).toLatin1();
    const QJsonObject review = m_driver->get("/users/" + driverId + "/reviews").items().first().toObject();
    QCOMPARE(review.value(u"comment"_s).toString(), u"Brought it home"_s);
    QVERIFY(!QJsonDocument(review).toJson().contains("\"Buyer\""));
}

std::unique_ptr<HttpClient> TestErasure::support(const QString &name)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const QString id = client->signUp("buyer", name).text(u"user.id"_s);
    const auto permissions = quint32(Permission::Support);
    m_server->sql("update users set role = 'staff', permissions = " + QByteArray::number(permissions) + " where id = '"
                  + id.toLatin1() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    const UserId user = *UserId::fromText(QStringView(id));
    client->setToken(tokens.issue({user, m_server->session(user), Role::Staff, permissions}, m_server->clock().now()));
    return client;
}

void TestErasure::orderWaitsForTheDeal()
{
    const auto anna = support(u"Anna"_s), boris = support(u"Boris"_s);
    const QByteArray deal = fundedDeal();
    const HttpAnswer ordered = m_buyer->post("/me/closure");
    QCOMPARE(ordered.status, 201);
    const QByteArray id = ordered.text(u"id"_s).toLatin1();
    QCOMPARE(anna->get("/admin/queues/erasures").items().last().toObject().value(u"detail"_s).toString(), u"deals_running"_s);
    QCOMPARE(codes(anna->get("/admin/erasures/" + id)), QStringList{u"deals_running"_s});
    QCOMPARE(m_buyer->get("/admin/erasures/" + id).status, 403);
    const HttpAnswer blocked = decide(*anna, id, u"erase"_s);
    QCOMPARE(blocked.status, 409);
    QCOMPARE(codes(blocked), QStringList{u"deals_running"_s});
    QCOMPARE(stateOf(*m_buyer), u"open"_s);
    walk(deal, u"released"_s);
    // A colleague's case is his.
    QCOMPARE(boris->post("/admin/queues/erasures/" + id + "/claim").status, 200);
    QCOMPARE(decide(*anna, id, u"erase"_s).text(u"current"_s), u"claimed"_s);
    QCOMPARE(m_buyer->get("/me").status, 200); // nothing of it has happened
    QCOMPARE(decide(*boris, id, u"erase"_s).status, 200);
    QCOMPARE(decide(*boris, id, u"erase"_s).text(u"current"_s), u"decided"_s);
    QCOMPARE(m_buyer->get("/me").status, 401);
    waitForErasure();
    QCOMPARE(placesOf(m_email).join(u' '), QString());
    const QByteArray trail = "select count(*) from events_audit where action in ('user.erasure_ordered', 'user.closed', "
                             "'user.erasure_decided') and stream = '"
                             + m_buyerId.toLatin1() + "'";
    QCOMPARE(m_server->sql(trail).int64(0, 0), qint64(3));
}

void TestErasure::refusalIsToldAndMayBeAskedAgain()
{
    const auto anna = support(u"Anna"_s);
    const QByteArray id = m_buyer->post("/me/closure").text(u"id"_s).toLatin1();
    QCOMPARE(decide(*anna, id, u"refuse"_s).status, 422); // why?
    QCOMPARE(decide(*anna, id, u"burn"_s).status, 422);
    QCOMPARE(decide(*anna, newUuid({0}).toText(), u"erase"_s).status, 404);
    QCOMPARE(decide(*anna, id, u"refuse"_s, u"The court asks for it"_s).status, 200);
    QCOMPARE(m_buyer->get("/me/closure").text(u"request.reason"_s), u"The court asks for it"_s);
    QTRY_VERIFY(m_buyer->get("/notifications").body.contains("account_erasure_refused"));
    m_server->advance(kSecondMs);
    QCOMPARE(m_buyer->post("/me/closure").status, 201);
    QCOMPARE(m_buyer->remove("/me/closure").status, 204);
    QCOMPARE(m_buyer->remove("/me/closure").status, 204);
    QCOMPARE(stateOf(*m_buyer), u"withdrawn"_s);
    const QByteArray waiting = "select count(*) from desk_items where queue = 'erasures' and closed_at is null and user_id = '"
                               + m_buyerId.toLatin1() + "'";
    QCOMPARE(m_server->sql(waiting).int64(0, 0), qint64(0));
}

void TestErasure::ownerIsFasterThanStaff()
{
    const auto anna = support(u"Anna"_s);
    const QByteArray id = m_buyer->post("/me/closure").text(u"id"_s).toLatin1();
    QCOMPARE(m_buyer->remove("/me").status, 204);
    QCOMPARE(decide(*anna, id, u"erase"_s).text(u"current"_s), u"decided"_s);
    QCOMPARE(decide(*anna, id, u"refuse"_s, u"Too late"_s).text(u"current"_s), u"decided"_s);
    QCOMPARE(anna->get("/admin/erasures/" + id).text(u"status"_s), u"done"_s);
}

void TestErasure::twoOrdersAtOnce()
{
    QList<int> statuses{m_buyer->post("/me/closure").status, m_buyer->post("/me/closure").status};
    QCOMPARE(statuses, (QList<int>{201, 200}));
    const QByteArray count = "select count(*) from erasure_requests where user_id = '" + m_buyerId.toLatin1() + "'";
    QCOMPARE(m_server->sql(count).int64(0, 0), qint64(1));
    const QByteArray again = "insert into erasure_requests (id, user_id, requested_at) select gen_random_uuid(), user_id, now() "
                             "from erasure_requests where user_id = '"
                             + m_buyerId.toLatin1() + "' on conflict (user_id) where status = 'open' do nothing";
    m_server->sql(again);
    QCOMPARE(m_server->sql(count).int64(0, 0), qint64(1));
}

void TestErasure::photosGoButProofStays()
{
    const auto picture = [](HttpClient &who, int shade) {
        QImage image(200, 120, QImage::Format_RGB32);
        image.fill(QColor(shade, 90, 30));
        QByteArray bytes;
        QBuffer buffer(&bytes);
        image.save(&buffer, "PNG");
        return who.upload("/media", "p.png", "image/png", bytes).text(u"id"_s);
    };
    const QByteArray deal = fundedDeal();
    const QString proof = picture(*m_driver, 11), plain = picture(*m_driver, 22), shared = picture(*m_driver, 33);
    const QString others = picture(*m_buyer, 33);
    m_driver->post("/deals/" + deal + "/start",
                   {{u"vin"_s, u"JTNB11HK103012345"_s}, {u"odometer_km"_s, 48100}, {u"photos"_s, QJsonArray{proof}}});
    QTRY_COMPARE(m_buyer->get("/deals/" + deal).text(u"money_status"_s), u"kept"_s);
    m_buyer->post("/deals/" + deal + "/confirm");
    m_buyer->post("/deals/" + deal + "/release");
    QTRY_COMPARE(m_buyer->get("/deals/" + deal).text(u"money_status"_s), u"paid"_s);
    const QString proofFile = fileOf(proof), plainFile = fileOf(plain), sharedFile = fileOf(shared);
    for (const QString &file : {proofFile, plainFile, sharedFile})
        makeOld(file);
    QCOMPARE(m_driver->remove("/me").status, 204);
    m_server->restart(); // before anything of it is done
    waitForQuiet();
    m_server->advance(kHourMs + kSecondMs);
    const auto rowsOf = [this](const QString &media) {
        return m_server->sql("select count(*) from media where id = '" + media.toLatin1() + "'").int64(0, 0);
    };
    QTRY_COMPARE(rowsOf(plain), 0);
    QTRY_VERIFY(!QFile::exists(plainFile));
    waitForQuiet();
    HttpClient guest(m_server->url());
    QCOMPARE(guest.get("/media/" + plain.toLatin1() + "/full").status, 404);
    QCOMPARE(guest.get("/media/" + others.toLatin1() + "/full").status, 200);
    QCOMPARE(rowsOf(proof), 1);
    QVERIFY(QFile::exists(proofFile));
    QCOMPARE(rowsOf(shared), 0); // the buyer's is the same picture
    QCOMPARE(rowsOf(others), 1);
    QVERIFY(QFile::exists(sharedFile));
}

QTEST_GUILESS_MAIN(TestErasure)
#include "tst_erasure.moc"
