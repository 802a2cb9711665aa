// Tickets over the whole server: who reads what, what closes them, and that the two sides of a dispute meet no contacts there.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/limits.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "tickets are read by those whom they concern";
const QString kPhone = u"+7 914 655-20-47"_s;
} // namespace

class TestSupport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void aQuestionIsAnsweredAndClosed();
    void closedTicketsTakeNothing();
    void sidesOfADisputeReadEachOtherWithoutContacts();
    void pagesGoOnWhereTheyStopped();
    void sameKeyIsTheSameMessage();
    void twentyOpenTicketsAreEnough();
    void attachmentsAreOnesOwn();

private:
    std::unique_ptr<HttpClient> person(const char *role, Permission permission = Permission::None);
    QByteArray ask(HttpClient &who, const QString &subject = u"A question"_s);
    HttpAnswer write(HttpClient &who, const QByteArray &ticket, const QString &body, bool close = false);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_buyer;
    std::unique_ptr<HttpClient> m_driver;
    std::unique_ptr<HttpClient> m_stranger;
    std::unique_ptr<HttpClient> m_staff;
};

std::unique_ptr<HttpClient> TestSupport::person(const char *role, Permission permission)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const QString id = client->signUp(qstrcmp(role, "staff") == 0 ? "buyer" : role).text(u"user.id"_s);
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), kDayMs);
    const Principal who{*UserId::fromText(QStringView(id)), SessionId::make({0}),
                        roleFromWord(QString::fromLatin1(role)).value_or(Role::Buyer), quint32(permission)};
    client->setToken(tokens.issue(who, m_server->clock().now()));
    return client;
}

void TestSupport::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
        settings.rateApiPerMinute = 0;
    });
    m_buyer = person("buyer");
    m_driver = person("driver");
    m_stranger = person("buyer");
    m_staff = person("staff", Permission::Support);
}

QByteArray TestSupport::ask(HttpClient &who, const QString &subject)
{
    return who.post("/tickets", {{u"subject"_s, subject}, {u"body"_s, u"How long?"_s}}).text(u"id"_s).toLatin1();
}

HttpAnswer TestSupport::write(HttpClient &who, const QByteArray &ticket, const QString &body, bool close)
{
    m_server->clock().advance(1); // messages of one millisecond have no order
    QJsonObject json{{u"body"_s, body}};
    if (close)
        json.insert(u"close"_s, true);
    return who.post("/tickets/" + ticket + "/messages", json);
}

void TestSupport::aQuestionIsAnsweredAndClosed()
{
    const HttpAnswer opened = m_buyer->post("/tickets", {{u"subject"_s, u"Customs"_s}, {u"body"_s, u"How long?"_s}});
    QCOMPARE(opened.status, 201);
    QVERIFY(opened.text(u"number"_s).startsWith(u"T-"));
    const QByteArray id = opened.text(u"id"_s).toLatin1();
    QCOMPARE(m_staff->get("/tickets?status=open").items().first().toObject().value(u"id"_s).toString(), QString::fromLatin1(id));
    QCOMPARE(m_stranger->get("/tickets").items().size(), 0);
    QCOMPARE(write(*m_staff, id, u"A week."_s, true).status, 201);
    const QJsonArray said = m_buyer->get("/tickets/" + id + "/messages").items();
    QCOMPARE(said.size(), 2);
    QCOMPARE(said[0].toObject().value(u"from_staff"_s).toBool(), false);
    QCOMPARE(said[1].toObject().value(u"from_staff"_s).toBool(), true);
    QCOMPARE(m_buyer->get("/tickets?status=closed").items().size(), 1);
    // Told in the app, and on record.
    QTRY_COMPARE(m_buyer->get("/notifications").items().size(), 1);
    QCOMPARE(m_server->sql("select count(*) from events_audit where action = 'ticket.answered'").int64(0, 0), qint64(1));
}

void TestSupport::closedTicketsTakeNothing()
{
    const QByteArray id = ask(*m_buyer);
    QCOMPARE(write(*m_buyer, id, u"Never mind."_s, true).status, 201);
    const HttpAnswer late = write(*m_staff, id, u"Too late."_s);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), u"state_conflict"_s);
    QCOMPARE(m_buyer->get("/tickets/" + id + "/messages").items().size(), 2);
}

void TestSupport::sidesOfADisputeReadEachOtherWithoutContacts()
{
    const QString driver = m_driver->get("/me").text(u"id"_s);
    const QJsonObject car{{u"brand"_s, u"Toyota"_s},
                          {u"model"_s, u"Camry"_s},
                          {u"year"_s, 2020},
                          {u"mileage_km"_s, 1},
                          {u"country_from"_s, u"JP"_s},
                          {u"price"_s, QJsonObject{{u"amount"_s, 240000000}, {u"currency"_s, u"RUB"_s}}},
                          {u"delivery_eta_days"_s, 30}};
    const QByteArray listing = m_driver->post("/listings", car).text(u"id"_s).toLatin1();
    QCOMPARE(m_driver->post("/listings/" + listing + "/publish").status, 200);
    const HttpAnswer deal = m_buyer->post("/deals", {{u"listing_id"_s, QString::fromLatin1(listing)},
                                                     {u"amount"_s, car.value(u"price"_s)},
                                                     {u"delivery_place"_s, u"Omsk"_s},
                                                     {u"delivery_eta_days"_s, 30}});
    QCOMPARE(deal.status, 201);
    const QByteArray dealId = deal.text(u"id"_s).toLatin1();
    const QByteArray paid = m_buyer->post("/deals/" + dealId + "/pay").text(u"payment.confirmation_url"_s).toLatin1();
    const HttpClient::Headers form = {{"Content-Type", "application/x-www-form-urlencoded"}};
    QCOMPARE(m_buyer->send("POST", paid.mid(m_server->url().size()), "outcome=success", form).status, 200);
    QTRY_COMPARE(m_buyer->get("/deals/" + dealId).text(u"status"_s), u"funded"_s);
    const HttpAnswer disputed = m_buyer->post("/deals/" + dealId + "/dispute",
                                              {{u"reason"_s, u"late"_s}, {u"text"_s, QString(u"Late, call "_s + kPhone)}});
    const QByteArray ticket = disputed.text(u"ticket_id"_s).toLatin1();
    QVERIFY(!ticket.isEmpty());
    // What the dispute was opened with and its evidence go the same way as what is written on its ticket.
    QCOMPARE(m_driver->post("/deals/" + dealId + "/evidence", {{u"text"_s, QString(u"Mine is "_s + kPhone)}}).status, 200);
    const auto said = [&](HttpClient &who) {
        return QString::fromUtf8(QJsonDocument(who.get("/deals/" + dealId + "/dispute").items().first().toObject()).toJson());
    };
    QCOMPARE(said(*m_driver).count(kPhone), 1); // his own
    QCOMPARE(said(*m_buyer).count(kPhone), 2);  // hers, as text and as the first evidence
    QVERIFY(said(*m_driver).contains(u"Late, call "_s));
    QCOMPARE(said(*m_staff).count(kPhone), 3);

    QCOMPARE(write(*m_driver, ticket, u"Call me: "_s + kPhone).status, 201);
    const auto last = [&](HttpClient &who) { return who.get("/tickets/" + ticket + "/messages").items().last().toObject(); };
    QVERIFY(!last(*m_buyer).value(u"body"_s).toString().contains(u"655"_s));
    QVERIFY(last(*m_buyer).value(u"masked"_s).toBool());
    QVERIFY(last(*m_driver).value(u"body"_s).toString().contains(kPhone));
    QVERIFY(last(*m_staff).value(u"body"_s).toString().contains(kPhone));
    QCOMPARE(m_stranger->get("/tickets/" + ticket + "/messages").status, 404);
    // Both sides have it in their lists, and only the dispute itself ends it.
    QCOMPARE(m_driver->get("/tickets").items().first().toObject().value(u"kind"_s).toString(), u"dispute"_s);
    QCOMPARE(write(*m_staff, ticket, u"Closed."_s, true).status, 409);
    QCOMPARE(m_buyer->post("/deals/" + dealId + "/withdraw-dispute").status, 200);
    QCOMPARE(write(*m_driver, ticket, u"Thanks."_s).status, 409);
}

void TestSupport::pagesGoOnWhereTheyStopped()
{
    const QByteArray id = ask(*m_buyer);
    for (int i = 0; i < 4; ++i)
        QCOMPARE(write(*m_buyer, id, QString::number(i)).status, 201);
    QStringList said;
    QByteArray cursor;
    do {
        const HttpAnswer page =
            m_buyer->get("/tickets/" + id + "/messages?limit=2" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        QCOMPARE(page.status, 200);
        for (const QJsonValue message : page.items())
            said += message.toObject().value(u"body"_s).toString();
        cursor = page.text(u"next_cursor"_s).toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(said, (QStringList{u"How long?"_s, u"0"_s, u"1"_s, u"2"_s, u"3"_s}));
}

void TestSupport::sameKeyIsTheSameMessage()
{
    const QByteArray id = ask(*m_buyer);
    const HttpClient::Headers key = {{"Idempotency-Key", "said-once"}};
    const QByteArray path = "/tickets/" + id + "/messages";
    const HttpAnswer first = m_buyer->post(path, {{u"body"_s, u"Once"_s}}, key);
    const HttpAnswer second = m_buyer->post(path, {{u"body"_s, u"Once"_s}}, key);
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(m_buyer->post(path, {{u"body"_s, u"Twice"_s}}, key).status, 422);
    QCOMPARE(m_buyer->get(path).items().size(), 2);
}

void TestSupport::twentyOpenTicketsAreEnough()
{
    const auto asker = person("buyer");
    for (int i = 0; i < limits::kOpenTicketsPerUser; ++i)
        QVERIFY(!ask(*asker).isEmpty());
    QCOMPARE(asker->post("/tickets", {{u"subject"_s, u"One more"_s}, {u"body"_s, u"?"_s}}).status, 409);
    const QByteArray one = asker->get("/tickets").items().first().toObject().value(u"id"_s).toString().toLatin1();
    QCOMPARE(write(*asker, one, u"Solved."_s, true).status, 201);
    QVERIFY(!ask(*asker).isEmpty());
}

void TestSupport::attachmentsAreOnesOwn()
{
    const QByteArray id = ask(*m_buyer);
    const QJsonObject foreign{{u"body"_s, u"See"_s}, {u"attachments"_s, QJsonArray{newUuid({0}).toString()}}};
    QCOMPARE(m_buyer->post("/tickets/" + id + "/messages", foreign).status, 404);
    QCOMPARE(m_buyer->get("/tickets/" + id + "/messages").items().size(), 1);
}

QTEST_GUILESS_MAIN(TestSupport)
#include "tst_support.moc"
