// What staff have beside the queues: a person as a whole, notes and mentions, macros, views, the search box, flagged
// conversations and tickets.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "what lies on the desk beside the case";
}

class TestWorkbench : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void personIsSeenWhole();
    void sessionsAreEnded();
    void notesMentionColleagues();
    void macrosAreShared();
    void viewsAreOnesOwn();
    void searchFindsWhatOneMaySee();
    void flaggedConversationIsDecided();
    void filterThatWasWrongIsTakenBack();
    void ticketIsReadAndClosed();

private:
    std::unique_ptr<HttpClient> staff(Permission permission, const QString &name, QString *id = nullptr);
    int told(HttpClient &who, const QString &kind);
    QByteArray flagged();

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_buyer, m_driver, m_anna, m_mila;
    QString m_annaId, m_milaId;
    QByteArray m_buyerId, m_car;
};

std::unique_ptr<HttpClient> TestWorkbench::staff(Permission permission, const QString &name, QString *id)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const QString made = client->signUp("buyer", name).text(u"user.id"_s);
    m_server->sql("update users set role = 'staff', permissions = " + QByteArray::number(quint32(permission)) + " where id = '"
                  + made.toLatin1() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    const UserId user = *UserId::fromText(QStringView(made));
    client->setToken(tokens.issue({user, m_server->session(user), Role::Staff, quint32(permission)}, m_server->clock().now()));
    if (id)
        *id = made;
    return client;
}

void TestWorkbench::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
        settings.accessTokenMs = 400 * kDayMs;
        settings.rateAuthPerMinute = 0;
    });
    m_buyer = std::make_unique<HttpClient>(m_server->url());
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_buyerId = m_buyer->signUp("buyer", u"Viktor"_s).text(u"user.id"_s).toLatin1();
    m_driver->signUp("driver", u"Pavel"_s);
    m_anna = staff(Permission::Support, u"Anna"_s, &m_annaId);
    m_mila = staff(Permission::Moderate, u"Mila"_s, &m_milaId);
    m_car = newCar(*m_driver, {{u"vin"_s, u"JTNB11HK103012345"_s}});
}

int TestWorkbench::told(HttpClient &who, const QString &kind)
{
    int count = 0;
    for (const QJsonValue one : who.get("/notifications").items())
        count += one.toObject().value(u"kind"_s).toString() == kind;
    return count;
}

void TestWorkbench::personIsSeenWhole()
{
    m_buyer->post("/tickets", {{u"subject"_s, u"Where is it?"_s}, {u"body"_s, u"Please"_s}});
    m_driver->post("/users/" + m_buyerId + "/report", {{u"reason"_s, u"abuse"_s}});
    m_server->sql("update users set phone = '+79140000001' where id = '" + m_buyerId + "'");
    const auto twin = std::make_unique<HttpClient>(m_server->url());
    const QString twinId = twin->signUp("buyer", u"Twin"_s).text(u"user.id"_s);
    m_server->sql("update users set phone = '+79140000001' where id = '" + twinId.toLatin1() + "'");
    for (const QByteArray &id : {QByteArray(m_buyerId), twinId.toLatin1()})
        m_server->sql("insert into payout_details values ('" + id
                      + "', '044525225', '40817810000000000001', 'V. Testov', '2026-01-01')");
    const HttpAnswer seen = m_anna->get("/admin/users/" + m_buyerId);
    QCOMPARE(seen.status, 200);
    QCOMPARE(seen.text(u"display_name"_s), u"Viktor"_s);
    QCOMPARE(seen.json().value(u"tickets"_s).toArray().size(), 1);
    QCOMPARE(seen.json().value(u"reports_about"_s).toArray().size(), 1);
    QVERIFY(!seen.json().value(u"sessions"_s).toArray().isEmpty());
    QJsonObject link;
    for (const QJsonValue one : seen.json().value(u"links"_s).toArray()) {
        if (one.toObject().value(u"id"_s).toString() == twinId)
            link = one.toObject();
    }
    QVERIFY(link.value(u"by"_s).toArray().contains(u"phone"_s));
    QVERIFY(link.value(u"by"_s).toArray().contains(u"bank"_s));
    QCOMPARE(m_mila->get("/admin/users/" + m_buyerId).status, 403);
    QCOMPARE(m_anna->get("/admin/users/" + newUuid({0}).toText()).status, 404);
}

void TestWorkbench::sessionsAreEnded()
{
    HttpClient lost(m_server->url());
    const QByteArray id = lost.signUp("buyer", u"Lost"_s).text(u"user.id"_s).toLatin1();
    QCOMPARE(m_anna->post("/admin/users/" + id + "/sessions/end").status, 204);
    QTRY_COMPARE(lost.get("/me").status, 401);
    QCOMPARE(m_anna->post("/admin/users/" + m_milaId.toLatin1() + "/sessions/end").status, 403); // a colleague
    QCOMPARE(m_anna->post("/admin/users/" + newUuid({0}).toText() + "/sessions/end").status, 404);
}

void TestWorkbench::notesMentionColleagues()
{
    const QByteArray path = "/admin/notes?subject_kind=user&subject_id=" + m_buyerId;
    const QJsonObject body{{u"text"_s, u"Look at his photos"_s}, {u"mentions"_s, QJsonArray{m_milaId, m_milaId, m_annaId}}};
    QCOMPARE(m_anna->post(path, body).status, 201);
    const QJsonObject note = m_mila->get(path).items().first().toObject();
    QCOMPARE(note.value(u"author"_s).toObject().value(u"name"_s).toString(), u"Anna"_s);
    QCOMPARE(note.value(u"mentions"_s).toArray().size(), 2);
    QTRY_COMPARE(told(*m_mila, u"desk_mentioned"_s), 1);
    QCOMPARE(told(*m_anna, u"desk_mentioned"_s), 0); // nobody tells himself
    const QJsonObject stranger{{u"text"_s, u"Hello"_s}, {u"mentions"_s, QJsonArray{QString::fromLatin1(m_buyerId)}}};
    QCOMPARE(m_anna->post(path, stranger).status, 422);
    QCOMPARE(m_anna->post("/admin/notes?subject_kind=weather&subject_id=" + m_buyerId, body).status, 422);
    QCOMPARE(m_anna->post("/admin/notes?subject_kind=user&subject_id=x", body).status, 422);
    QCOMPARE(m_anna->post(path, {{u"text"_s, QString(4001, u'x')}}).status, 422);
    QCOMPARE(m_buyer->get(path).status, 403);
    QVERIFY(!m_buyer->get("/me/export").body.contains("Look at his photos"));
}

void TestWorkbench::macrosAreShared()
{
    const auto macro = [](const QString &title, const QJsonArray &variables = {u"name"_s}) {
        const QJsonObject text{{u"ru"_s, u"Здравствуйте, {name}!"_s}, {u"en"_s, u"Hello, {name}!"_s}};
        return QJsonObject{{u"title"_s, title}, {u"text"_s, text}, {u"variables"_s, variables}};
    };
    const HttpAnswer made = m_anna->post("/admin/macros", macro(u"Greeting"_s));
    QCOMPARE(made.status, 201);
    QCOMPARE(m_mila->get("/admin/macros").items().size(), 1);
    QCOMPARE(m_anna->post("/admin/macros", macro(u"Greeting"_s)).status, 409); // one of a name
    QCOMPARE(m_anna->post("/admin/macros", macro(u"Other"_s, {u"Name of him"_s})).status, 422);
    const QByteArray path = "/admin/macros/" + made.text(u"id"_s).toLatin1();
    QCOMPARE(m_mila->put(path, macro(u"Hello"_s)).text(u"title"_s), u"Hello"_s);
    QCOMPARE(m_mila->remove(path).status, 204);
    QCOMPARE(m_mila->remove(path).status, 404);
    QCOMPARE(m_mila->put(path, macro(u"Hello"_s)).status, 404);
}

void TestWorkbench::viewsAreOnesOwn()
{
    const QJsonObject view{
        {u"name"_s, u"Mine"_s}, {u"queue"_s, u"tickets"_s}, {u"query"_s, QJsonObject{{u"state"_s, u"mine"_s}}}};
    QCOMPARE(m_anna->put("/admin/views", {{u"items"_s, QJsonArray{view}}}).status, 204);
    QCOMPARE(m_anna->get("/admin/views").items().first().toObject(), view);
    QCOMPARE(m_mila->get("/admin/views").items().size(), 0);
    QCOMPARE(m_anna->put("/admin/views", {{u"items"_s, QJsonArray{5}}}).status, 422);
    QCOMPARE(m_anna->put("/admin/views", {}).status, 422);
    QJsonObject large = view;
    large[u"query"_s] = QJsonObject{{u"q"_s, QString(3000, u'x')}};
    QCOMPARE(m_anna->put("/admin/views", {{u"items"_s, QJsonArray{large}}}).status, 422);
    QCOMPARE(m_anna->get("/admin/views").items().size(), 1); // what was refused changes nothing
}

void TestWorkbench::searchFindsWhatOneMaySee()
{
    const auto kinds = [](HttpClient &who, const QByteArray &text) {
        QStringList list;
        for (const QJsonValue one : who.get("/admin/search?q=" + text).items())
            list += one.toObject().value(u"kind"_s).toString();
        return list;
    };
    QCOMPARE(kinds(*m_anna, "vikt"), QStringList{u"user"_s});
    QCOMPARE(kinds(*m_anna, m_buyerId), QStringList{u"user"_s});
    QCOMPARE(kinds(*m_mila, "vikt"), QStringList());
    QCOMPARE(kinds(*m_mila, "jtnb11hk103012345"), QStringList{u"listing"_s});
    QCOMPARE(kinds(*m_anna, "jtnb11hk103012345"), QStringList());
    QCOMPARE(kinds(*m_anna, "%25%25%25"), QStringList()); // no pattern
    QCOMPARE(kinds(*m_anna, "v"), QStringList());
    const QByteArray number = m_server->sql("select 'T-' || number from tickets limit 1").bytes(0, 0);
    QCOMPARE(kinds(*m_anna, number.toLower()), QStringList{u"ticket"_s});
    QCOMPARE(m_buyer->get("/admin/search?q=vikt").status, 403);
}

// A conversation in which the buyer has tried often enough.
QByteArray TestWorkbench::flagged()
{
    const QByteArray id = m_buyer->post("/listings/" + newCar(*m_driver) + "/conversations").text(u"id"_s).toLatin1();
    for (int i = 0; i < 3; ++i) {
        m_server->clock().advance(1000);
        m_buyer->post("/conversations/" + id + "/messages",
                      {{u"client_id"_s, newUuid({0}).toString()}, {u"body"_s, u"Call +7 914 655-20-47"_s}});
    }
    return id;
}

void TestWorkbench::flaggedConversationIsDecided()
{
    const QByteArray id = flagged();
    const QJsonObject item = m_mila->get("/admin/queues/conversations").items().last().toObject();
    QCOMPARE(item.value(u"id"_s).toString().toLatin1(), id);
    QCOMPARE(item.value(u"user"_s).toObject().value(u"display_name"_s).toString(), u"Viktor"_s);
    QCOMPARE(m_mila->get("/admin/conversations/" + id).status, 422); // why?
    const HttpAnswer seen = m_mila->get("/admin/conversations/" + id + "?reason=Flagged");
    QVERIFY(seen.body.contains("655-20-47"));
    const QJsonObject message = seen.json().value(u"messages"_s).toArray().last().toObject();
    const QJsonObject span = message.value(u"spans"_s).toArray().first().toObject();
    QCOMPARE(span.value(u"kind"_s).toString(), u"phone"_s);
    const int start = span.value(u"start"_s).toInt();
    QVERIFY(message.value(u"body"_s).toString().mid(start, span.value(u"end"_s).toInt() - start).endsWith(u"655-20-47"));
    const QByteArray looks = "select count(*) from events_audit where action = 'conversation.viewed' and stream = '" + id + "'";
    QCOMPARE(m_server->sql(looks).int64(0, 0), qint64(1));
    const QByteArray decide = "/admin/queues/conversations/" + id + "/decide";
    const QString buyer = QString::fromLatin1(m_buyerId);
    QCOMPARE(m_mila->post(decide, {{u"decision"_s, u"warn"_s}, {u"user_id"_s, buyer}}).status, 422);
    QCOMPARE(
        m_mila->post(decide, {{u"decision"_s, u"warn"_s}, {u"user_id"_s, m_annaId}, {u"reason_code"_s, u"contacts"_s}}).status,
        422);
    const QJsonObject warning{{u"decision"_s, u"warn"_s}, {u"user_id"_s, buyer}, {u"reason_code"_s, u"contacts"_s}};
    QCOMPARE(m_anna->post(decide, warning).status, 403);
    m_server->clock().advance(1000); // after the mute that the rules decided
    QCOMPARE(m_mila->post(decide, warning).status, 200);
    QCOMPARE(m_mila->post(decide, warning).text(u"current"_s), u"decided"_s);
    QTRY_COMPARE(told(*m_buyer, u"chat_warned"_s), 1);
    QCOMPARE(m_buyer->get("/me/decisions").items().first().toObject().value(u"outcome"_s).toString(), u"warn"_s);
}

void TestWorkbench::filterThatWasWrongIsTakenBack()
{
    const QByteArray id = flagged();
    const auto say = [&] {
        return m_buyer->post("/conversations/" + id + "/messages",
                             {{u"client_id"_s, newUuid({0}).toString()}, {u"body"_s, u"Hello"_s}});
    };
    QCOMPARE(say().code(), u"muted"_s);
    QCOMPARE(m_mila->post("/admin/queues/conversations/" + id + "/decide", {{u"decision"_s, u"no_violation"_s}}).status, 200);
    QCOMPARE(say().status, 201);
}

void TestWorkbench::ticketIsReadAndClosed()
{
    const QByteArray id =
        m_buyer->post("/tickets", {{u"subject"_s, u"Refund"_s}, {u"body"_s, u"When?"_s}}).text(u"id"_s).toLatin1();
    const QByteArray path = "/admin/tickets/" + id;
    const HttpAnswer seen = m_anna->get(path);
    QCOMPARE(seen.text(u"ticket.subject"_s), u"Refund"_s);
    QCOMPARE(seen.text(u"user.display_name"_s), u"Viktor"_s);
    QCOMPARE(seen.json().value(u"messages"_s).toArray().size(), 1);
    QCOMPARE(m_mila->get(path).status, 403);
    QCOMPARE(m_anna->post(path + "/close").text(u"status"_s), u"closed"_s);
    QCOMPARE(m_anna->post(path + "/close").status, 409);
    QTRY_COMPARE(told(*m_buyer, u"ticket_closed"_s), 1);
    QCOMPARE(m_anna->post("/admin/queues/tickets/" + id + "/claim").status, 404);
    QCOMPARE(m_anna->post("/admin/tickets/" + newUuid({0}).toText() + "/close").status, 404);
}

QTEST_GUILESS_MAIN(TestWorkbench)
#include "tst_workbench.moc"
