// Reports of listings, people and messages, and the moderators' queue of them.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "the queue of reports has a secret of its own";
}

class TestReports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void oneOpenReportOfAPersonAndThing();
    void decisionClosesAllOfTheSameThing();
    void messagesOfOnesOwnConversations();
    void filterThatWasWrongShowsTheWords();
    void queuePagesThrough();
    void twoDecideAtOnce();
    void colleaguesCaseIsHis();
    void oneCaseOfAThing();

private:
    std::unique_ptr<HttpClient> person(const char *role, const QString &name = u"Somebody"_s);
    QByteArray report(HttpClient &who, const QByteArray &path, const char *reason = "other", const QString &text = {});
    QJsonArray queue(const QByteArray &query = {}) { return m_moderator->get("/admin/queues/reports" + query).items(); }
    HttpAnswer decide(const QString &id, const char *decision = "removed");

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_moderator, m_driver, m_buyer;
};

std::unique_ptr<HttpClient> TestReports::person(const char *role, const QString &name)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    client->signUp(role, name);
    return client;
}

void TestReports::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.secretKey = kSecret;
    });
    m_driver = person("driver", u"Driver"_s);
    m_buyer = person("buyer", u"Buyer"_s);
    const QByteArray id = newUuid(m_server->clock().now()).toText();
    m_server->sql("insert into users (id, email, password_hash, role, permissions, display_name, card, created_at, updated_at) "
                  "values ('"
                  + id + "', 'moderator@example.org', '!', 'staff', 2, 'Moderator', '{}', now(), now())");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), kDayMs);
    m_moderator = std::make_unique<HttpClient>(m_server->url());
    m_moderator->setToken(
        tokens.issue({*UserId::fromText(QByteArrayView(id)), SessionId::make({0}), Role::Staff, quint32(Permission::Moderate)},
                     m_server->clock().now()));
}

void TestReports::init()
{
    m_server->sql("delete from reports");
    m_server->sql("delete from desk_items");
}

// The answer's status as text: what a line of a test compares.
QByteArray TestReports::report(HttpClient &who, const QByteArray &path, const char *reason, const QString &text)
{
    m_server->clock().advance(1000);
    return QByteArray::number(who.post(path + "/report", {{u"reason"_s, QLatin1String(reason)}, {u"text"_s, text}}).status);
}

HttpAnswer TestReports::decide(const QString &id, const char *decision)
{
    return m_moderator->post("/admin/queues/reports/" + id.toLatin1() + "/decide",
                             {{u"decision"_s, QLatin1String(decision)}, {u"text"_s, u"Because of the photos"_s}});
}

void TestReports::oneOpenReportOfAPersonAndThing()
{
    const QByteArray car = newCar(*m_driver);
    const QByteArray driver = m_driver->get("/me").text(u"id"_s).toLatin1();
    QCOMPARE(report(*m_buyer, "/listings/" + car, "fraud", u"Not that car"_s), QByteArray("204"));
    QCOMPARE(report(*m_buyer, "/listings/" + car, "duplicate", u"Twice"_s), QByteArray("204"));
    QCOMPARE(report(*m_buyer, "/users/" + driver, "abuse"), QByteArray("204"));
    QCOMPARE(report(*m_buyer, "/listings/" + car, "boring"), QByteArray("422"));
    QCOMPARE(queue().size(), 2);
    const QJsonObject first = queue("?kind=listing").first().toObject();
    QCOMPARE(first.value(u"reason"_s).toString(), u"duplicate"_s); // the last word counts
    QCOMPARE(first.value(u"text"_s).toString(), u"Twice"_s);
    QCOMPARE(first.value(u"subject_id"_s).toString().toLatin1(), car);
    QCOMPARE(first.value(u"excerpt"_s).toString(), u"Toyota Camry 2020"_s);
    QCOMPARE(first.value(u"about"_s).toObject().value(u"id"_s).toString().toLatin1(), driver);
    QCOMPARE(first.value(u"reporter"_s).toObject().value(u"display_name"_s).toString(), u"Buyer"_s);
    QCOMPARE(queue("?kind=user").size(), 1);
    QCOMPARE(m_moderator->get("/admin/queues/reports?kind=weather").status, 422);
    QCOMPARE(m_buyer->get("/admin/queues/reports").status, 403);
}

void TestReports::decisionClosesAllOfTheSameThing()
{
    const QByteArray car = newCar(*m_driver);
    const QByteArray other = newCar(*m_driver);
    const auto second = person("buyer");
    report(*m_buyer, "/listings/" + car);
    report(*second, "/listings/" + car);
    report(*m_buyer, "/listings/" + other);
    const QJsonObject first = queue().first().toObject();
    QCOMPARE(first.value(u"open_of_same"_s).toInt(), 2);
    const QString id = first.value(u"id"_s).toString();
    QCOMPARE(m_moderator->post("/admin/queues/reports/" + id.toLatin1() + "/decide", {{u"decision"_s, u"removed"_s}}).status,
             422);
    const HttpAnswer decided = decide(id);
    QCOMPARE(decided.status, 200);
    QCOMPARE(decided.text(u"closed"_s), u"2"_s);
    QCOMPARE(queue().size(), 1);
    QCOMPARE(decide(id).status, 409);
    QCOMPARE(decide(u"0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"_s).status, 404);
    for (HttpClient *who : {m_buyer.get(), second.get()})
        QTRY_COMPARE(who->get("/notifications").items().first().toObject().value(u"kind"_s).toString(),
                     u"account_report_closed"_s);
    QCOMPARE(m_server->sql("select count(*) from events_audit where action = 'reports.decided' and stream = '" + car + "'")
                 .int64(0, 0),
             1);
    // Closed is closed: what happens later is a new report.
    QCOMPARE(report(*m_buyer, "/listings/" + car), QByteArray("204"));
    QCOMPARE(queue().size(), 2);
    QCOMPARE(m_server->sql("select count(*) from reports where subject_id = '" + car + "'").int64(0, 0), 3);
}

void TestReports::messagesOfOnesOwnConversations()
{
    const QByteArray chat = m_buyer->post("/listings/" + newCar(*m_driver) + "/conversations").text(u"id"_s).toLatin1();
    const QByteArray message =
        m_buyer
            ->post("/conversations/" + chat + "/messages",
                   {{u"client_id"_s, QString::fromLatin1(newUuid({0}).toText())}, {u"body"_s, u"Call +7 914 655-20-47"_s}})
            .text(u"id"_s)
            .toLatin1();
    const auto stranger = person("buyer");
    QCOMPARE(report(*stranger, "/messages/" + message, "spam"), QByteArray("404"));
    QCOMPARE(report(*m_buyer, "/messages/" + message, "spam"), QByteArray("409"));
    QCOMPARE(report(*m_driver, "/messages/" + message, "dislike"), QByteArray("422"));
    QCOMPARE(report(*m_driver, "/messages/" + message, "contacts"), QByteArray("204"));
    const QJsonObject open = queue("?kind=message").first().toObject();
    QCOMPARE(open.value(u"about"_s).toObject().value(u"display_name"_s).toString(), u"Buyer"_s);
    // A look at what was masked is a step of its own, and on record.
    QVERIFY(open.value(u"excerpt"_s).toString().startsWith(u"Call "_s));
    QVERIFY(!open.value(u"excerpt"_s).toString().contains(u"655"_s));
    QCOMPARE(decide(open.value(u"id"_s).toString(), "warned").status, 200);
}

// Somebody says that a hidden piece was no contact: a moderator looks, and both sides see the words again.
void TestReports::filterThatWasWrongShowsTheWords()
{
    const QByteArray chat = m_buyer->post("/listings/" + newCar(*m_driver) + "/conversations").text(u"id"_s).toLatin1();
    const auto say = [&](const char *words) {
        return m_buyer->post("/conversations/" + chat + "/messages",
                             {{u"client_id"_s, newUuid({0}).toString()}, {u"body"_s, QString::fromUtf8(words)}});
    };
    const auto seen = [&](HttpClient &who) {
        return who.get("/conversations/" + chat + "/messages?limit=1").items().first().toObject().value(u"body"_s).toString();
    };
    const HttpAnswer plain = say("Добрый день");
    QCOMPARE(report(*m_buyer, "/messages/" + plain.text(u"id"_s).toLatin1(), "not_a_contact"), QByteArray("409"));
    const HttpAnswer masked = say("пишите на lot@auction.jp");
    QVERIFY(masked.json().value(u"masked"_s).toBool());
    const QByteArray path = "/messages/" + masked.text(u"id"_s).toLatin1();
    const auto stranger = person("buyer");
    QCOMPARE(report(*stranger, path, "not_a_contact"), QByteArray("404"));
    QCOMPARE(report(*m_buyer, path, "spam"), QByteArray("409")); // his own
    QCOMPARE(report(*m_buyer, path, "not_a_contact", u"It is the auction's."_s), QByteArray("204"));
    QCOMPARE(report(*m_driver, path, "not_a_contact"), QByteArray("204"));
    QCOMPARE(m_server->sql("select count(*) from desk_items where queue = 'filter_reports' and closed_at is null").int64(0, 0),
             1);
    const QJsonObject item = queue("?kind=filter").first().toObject();
    QCOMPARE(item.value(u"conversation_id"_s).toString(), QString::fromLatin1(chat));
    QVERIFY(!item.value(u"excerpt"_s).toString().contains(u"auction"));
    const QString id = item.value(u"id"_s).toString();
    QCOMPARE(decide(id, "warned").status, 422);
    QVERIFY(!seen(*m_driver).contains(u"auction"));
    QCOMPARE(decide(id, "filter_wrong").status, 200);
    QTRY_VERIFY(seen(*m_driver).contains(u"auction"));
    QTRY_VERIFY(m_buyer->get("/notifications").body.contains("account_report_closed"));
    QCOMPARE(
        m_server->sql("select contact_attempts from messages where id = '" + masked.text(u"id"_s).toLatin1() + "'").int64(0, 0),
        0);
    QCOMPARE(report(*m_buyer, path, "not_a_contact"), QByteArray("409")); // nothing is hidden any more
    QCOMPARE(decide(id, "filter_right").status, 409);
}

void TestReports::queuePagesThrough()
{
    QStringList made;
    for (int i = 0; i < 5; ++i) {
        made.push_back(QString::fromLatin1(newCar(*m_driver)));
        report(*m_buyer, "/listings/" + made.back().toLatin1());
    }
    QStringList seen;
    QByteArray cursor;
    do {
        const HttpAnswer page = m_moderator->get("/admin/queues/reports?limit=2"
                                                 + (cursor.isEmpty() ? QByteArray() : QByteArray("&cursor=" + cursor)));
        QCOMPARE(page.status, 200);
        for (const QJsonValue &item : page.items())
            seen.push_back(item.toObject().value(u"subject_id"_s).toString());
        cursor = page.text(u"next_cursor"_s).toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen, made); // oldest first
}

void TestReports::twoDecideAtOnce()
{
    const QByteArray car = newCar(*m_driver);
    report(*m_buyer, "/listings/" + car);
    const QByteArray id = queue().first().toObject().value(u"id"_s).toString().toLatin1();
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (int i = 0; i < 4; ++i) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/admin/queues/reports/" + id + "/decide")));
        request.setRawHeader("Authorization", "Bearer " + m_moderator->token());
        request.setRawHeader("Content-Type", "application/json");
        replies.push_back(network.post(request, R"({"decision":"no_violation","text":"Looked at"})"));
    }
    std::map<int, int> statuses;
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        ++statuses[reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()];
        reply->deleteLater();
    }
    QCOMPARE(statuses[200], 1);
    QCOMPARE(statuses[409], 3);
}

void TestReports::colleaguesCaseIsHis()
{
    const QByteArray car = newCar(*m_driver);
    report(*m_buyer, "/listings/" + car);
    const QString id = queue().first().toObject().value(u"id"_s).toString();
    const QByteArray claim = "/admin/queues/listing_reports/" + id.toLatin1() + "/claim";
    m_server->sql("update desk_items set claimed_at = now(), claimed_until = '9999-01-01', claimed_by = '"
                  + m_driver->get("/me").text(u"id"_s).toLatin1() + '\'');
    QCOMPARE(m_moderator->post(claim).status, 409);
    QCOMPARE(decide(id).text(u"current"_s), u"claimed"_s);
    QCOMPARE(queue().size(), 1);
    m_server->sql("update desk_items set claimed_until = '2020-01-01'");
    QCOMPARE(m_moderator->post(claim).status, 200);
    QCOMPARE(decide(id).status, 200);
    QCOMPARE(m_moderator->get("/admin/queues/listing_reports").items().size(), 0);
}

void TestReports::oneCaseOfAThing()
{
    const QByteArray car = newCar(*m_driver);
    const auto second = person("buyer");
    const auto third = person("buyer");
    report(*m_buyer, "/listings/" + car, "fraud");
    const QJsonObject first = m_moderator->get("/admin/queues/listing_reports").items().first().toObject();
    report(*second, "/listings/" + car, "duplicate");
    const QJsonArray cases = m_moderator->get("/admin/queues/listing_reports").items();
    QCOMPARE(cases.size(), 1);
    const QJsonObject both = cases.first().toObject();
    QCOMPARE(both.value(u"id"_s), first.value(u"id"_s));
    QCOMPARE(both.value(u"due_at"_s), first.value(u"due_at"_s)); // the clock does not begin anew
    QCOMPARE(both.value(u"priority"_s).toInt(), 2);
    QCOMPARE(both.value(u"title"_s).toString(), u"Toyota Camry 2020"_s);
    // A report that comes with the decision is not lost with it.
    QNetworkAccessManager network;
    QNetworkRequest late(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/listings/" + car + "/report")));
    late.setRawHeader("Authorization", "Bearer " + third->token());
    late.setRawHeader("Content-Type", "application/json");
    QNetworkReply *reply = network.post(late, R"({"reason":"fraud"})");
    QCOMPARE(decide(both.value(u"id"_s).toString()).status, 200);
    QTRY_VERIFY(reply->isFinished());
    QCOMPARE(m_moderator->get("/admin/queues/listing_reports").items().size(), queue().size());
    QVERIFY(queue().size() <= 1);
}

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
