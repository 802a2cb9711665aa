// The queues of staff: what stands in them and when it leaves, who has taken what, what is put off, and the clocks.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"

#include <QtTest>

#include <map>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "what waits for staff waits in one place";
const QByteArray kTickets = "/admin/queues/tickets";
} // namespace

class TestDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void questionWaitsUntilItIsAnswered();
    void colleaguesClaimIsRespected();
    void whoSignsOutGivesBack_data();
    void whoSignsOutGivesBack();
    void claimEndsWithItsSession();
    void whatIsPutOffComesBack();
    void caseIsGivenToWhoMayDecide();
    void everyOrderOfTheList();
    void listIsSearchedAndCounted();
    void whoLooksIsSeen();
    void bulkTellsWhatCannotBeHad();
    void clockRings();
    void twoClaimAtOnce();
    void hostileOrders();

private:
    std::unique_ptr<HttpClient> staff(Permission permission, const QString &name, QString *id = nullptr);
    QByteArray ask(const QString &subject = u"Help"_s);
    QByteArray itemPath(const QByteArray &id, const char *what) { return kTickets + '/' + id + '/' + what; }
    QStringList titles(HttpClient &who, const QByteArray &query = {});
    QString at(qint64 ms) { return QString::fromLatin1(m_server->clock().now().plusMs(ms).toRfc3339()); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_buyer, m_anna, m_boris, m_moderator;
    QString m_annaId, m_borisId, m_moderatorId;
};

std::unique_ptr<HttpClient> TestDesk::staff(Permission permission, const QString &name, QString *id)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    *id = client->signUp("buyer", name).text(u"user.id"_s);
    m_server->sql("update users set role = 'staff', permissions = " + QByteArray::number(quint32(permission)) + " where id = '"
                  + id->toLatin1() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    const Principal who{*UserId::fromText(QStringView(*id)), SessionId::make({0}), Role::Staff, quint32(permission)};
    client->setToken(tokens.issue(who, m_server->clock().now()));
    return client;
}

void TestDesk::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.accessTokenMs = 400 * kDayMs;
    });
    m_buyer = std::make_unique<HttpClient>(m_server->url());
    m_buyer->signUp("buyer", u"Viktor"_s);
    m_anna = staff(Permission::Support, u"Anna"_s, &m_annaId);
    m_boris = staff(Permission::Support, u"Boris"_s, &m_borisId);
    m_moderator = staff(Permission::Moderate, u"Mila"_s, &m_moderatorId);
}

void TestDesk::init()
{
    m_server->sql("delete from ticket_messages");
    m_server->sql("delete from tickets");
    m_server->sql("delete from desk_items");
    m_server->sql("delete from timers where kind like 'desk.due.%'");
}

QByteArray TestDesk::ask(const QString &subject)
{
    m_server->clock().advance(kMinuteMs);
    return m_buyer->post("/tickets", {{u"subject"_s, subject}, {u"body"_s, u"Please"_s}}).text(u"id"_s).toLatin1();
}

QStringList TestDesk::titles(HttpClient &who, const QByteArray &query)
{
    QStringList list;
    for (const QJsonValue item : who.get(kTickets + query).items())
        list += item.toObject().value(u"title"_s).toString();
    return list;
}

void TestDesk::questionWaitsUntilItIsAnswered()
{
    const QByteArray id = ask(u"Where is it?"_s);
    const HttpAnswer queue = m_anna->get(kTickets);
    QCOMPARE(queue.text(u"total"_s), u"1"_s);
    const QJsonObject item = queue.items().first().toObject();
    QCOMPARE(item.value(u"id"_s).toString().toLatin1(), id);
    QCOMPARE(item.value(u"title"_s).toString(), u"Where is it?"_s);
    QCOMPARE(item.value(u"user"_s).toObject().value(u"display_name"_s).toString(), u"Viktor"_s);
    QCOMPARE(item.value(u"due_at"_s).toString(), at(kDayMs));
    QCOMPARE(item.value(u"sla"_s).toString(), u"ok"_s);
    QCOMPARE(m_anna->post("/tickets/" + id + "/messages", {{u"body"_s, u"At the port"_s}}).status, 201);
    QCOMPARE(titles(*m_anna), QStringList());
    m_server->clock().advance(kHourMs);
    QCOMPARE(m_buyer->post("/tickets/" + id + "/messages", {{u"body"_s, u"Which port?"_s}}).status, 201);
    const QJsonObject again = m_anna->get(kTickets).items().first().toObject();
    QCOMPARE(again.value(u"opened_at"_s).toString(), at(0)); // a new clock
    QCOMPARE(m_buyer->post("/tickets/" + id + "/messages", {{u"body"_s, u"Found it"_s}, {u"close"_s, true}}).status, 201);
    QCOMPARE(titles(*m_anna), QStringList());
    QCOMPARE(m_anna->post(itemPath(id, "claim")).status, 404);
    // Who is in the queue now, and who decided, is kept.
    QCOMPARE(m_server->sql("select count(*) from desk_items where closed_by is null and item_id = '" + id + "'").int64(0, 0),
             qint64(1));
}

void TestDesk::colleaguesClaimIsRespected()
{
    const QByteArray id = ask();
    const HttpAnswer claim = m_anna->post(itemPath(id, "claim"));
    QCOMPARE(claim.status, 200);
    QCOMPARE(claim.text(u"staff_id"_s), m_annaId);
    for (const HttpAnswer &refused :
         {m_boris->post(itemPath(id, "claim")), m_boris->post(itemPath(id, "snooze"), {{u"until"_s, at(kHourMs)}}),
          m_boris->post(itemPath(id, "assign"), {{u"staff_id"_s, m_borisId}}),
          m_boris->post("/tickets/" + id + "/messages", {{u"body"_s, u"Hello"_s}})}) {
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.text(u"current"_s), u"claimed"_s);
    }
    QCOMPARE(titles(*m_boris, "?state=unclaimed"), QStringList());
    QCOMPARE(titles(*m_anna, "?state=mine").size(), 1);
    QCOMPARE(titles(*m_boris, "?state=mine").size(), 0);
    QCOMPARE(m_boris->remove(itemPath(id, "claim")).status, 204); // not his: nothing happens
    QCOMPARE(m_boris->post(itemPath(id, "claim")).status, 409);
    m_server->clock().advance(16 * kMinuteMs);
    QCOMPARE(m_boris->post(itemPath(id, "claim")).status, 200);
    QCOMPARE(m_boris->post("/tickets/" + id + "/messages", {{u"body"_s, u"Hello"_s}}).status, 201);
    QCOMPARE(m_moderator->post(itemPath(id, "claim")).status, 403);
}

void TestDesk::whoSignsOutGivesBack_data()
{
    QTest::addColumn<bool>("twoSessions");
    QTest::newRow("the only session") << false;
    QTest::newRow("one of two sessions") << true;
}

// With tokens of sessions that exist, as the console has them.
void TestDesk::whoSignsOutGivesBack()
{
    QFETCH(bool, twoSessions);
    QString clara;
    const auto member = staff(Permission::Support, u"Clara"_s, &clara);
    const auto tokenOf = [&](const SessionId &session) {
        const Timestamp now = m_server->clock().now();
        m_server->sql("insert into sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at) values ('"
                      + session.toText() + "', '" + clara.toLatin1() + "', '', '', '" + now.toRfc3339() + "', '" + now.toRfc3339()
                      + "', '" + now.plusMs(kDayMs).toRfc3339() + "')");
        const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
        return tokens.issue({*UserId::fromText(QStringView(clara)), session, Role::Staff, quint32(Permission::Support)}, now);
    };
    m_server->sql("update sessions set revoked_at = created_at, revoke_reason = 'ended' where user_id = '" + clara.toLatin1()
                  + "'");
    member->setToken(tokenOf(SessionId::make(m_server->clock().now())));
    HttpClient second(m_server->url());
    if (twoSessions)
        second.setToken(tokenOf(SessionId::make(m_server->clock().now())));
    const QByteArray hers = ask(u"Hers"_s);
    const QByteArray his = ask(u"His"_s);
    QCOMPARE(member->post(itemPath(hers, "claim")).status, 200);
    QCOMPARE(m_boris->post(itemPath(his, "claim")).status, 200);
    QCOMPARE(member->post(itemPath(hers, "viewing")).status, 200);
    QCOMPARE(member->post("/auth/logout").status, 204);
    QCOMPARE(m_anna->post(itemPath(his, "claim")).status, 409); // what others took stays theirs
    if (twoSessions) {
        QCOMPARE(m_anna->post(itemPath(hers, "claim")).status, 409); // she is still there
        QCOMPARE(second.post("/auth/logout").status, 204);
    }
    QCOMPARE(m_server->sql("select count(*) from desk_viewers where staff_id = '" + clara.toLatin1() + "'").int64(0, 0),
             qint64(0));
    QCOMPARE(m_anna->post(itemPath(hers, "claim")).status, 200);
}

void TestDesk::claimEndsWithItsSession()
{
    const QByteArray id = ask();
    const Timestamp now = m_server->clock().now();
    const SessionId session = SessionId::make(now);
    m_server->sql("insert into sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at) values ('"
                  + session.toText() + "', '" + m_annaId.toLatin1() + "', '', '', '" + now.toRfc3339() + "', '" + now.toRfc3339()
                  + "', '" + now.plusMs(5 * kMinuteMs).toRfc3339() + "')");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    HttpClient shortly(m_server->url());
    shortly.setToken(
        tokens.issue({*UserId::fromText(QStringView(m_annaId)), session, Role::Staff, quint32(Permission::Support)}, now));
    QCOMPARE(shortly.post(itemPath(id, "claim")).status, 200);
    QCOMPARE(m_boris->post(itemPath(id, "claim")).status, 409);
    m_server->clock().advance(6 * kMinuteMs);
    QCOMPARE(m_boris->post(itemPath(id, "claim")).status, 200);
}

void TestDesk::whatIsPutOffComesBack()
{
    const QByteArray id = ask();
    m_anna->post(itemPath(id, "claim"));
    QCOMPARE(m_anna->post(itemPath(id, "snooze"), {{u"until"_s, at(kHourMs)}}).status, 204);
    QCOMPARE(titles(*m_anna), QStringList());
    QCOMPARE(m_boris->get("/admin/queues").items().at(1).toObject().value(u"count"_s).toInt(), 0);
    const QJsonObject asleep = m_boris->get(kTickets + "?state=snoozed").items().first().toObject();
    QCOMPARE(asleep.value(u"snoozed_until"_s).toString(), at(kHourMs));
    QVERIFY(asleep.value(u"claim"_s).isNull());
    m_server->clock().advance(2 * kHourMs);
    QCOMPARE(titles(*m_anna).size(), 1);
    m_anna->post(itemPath(id, "snooze"), {{u"until"_s, at(kHourMs)}});
    QCOMPARE(m_anna->post(itemPath(id, "snooze"), {{u"until"_s, QJsonValue::Null}}).status, 204); // undone
    QCOMPARE(titles(*m_anna).size(), 1);
    QCOMPARE(m_anna->post(itemPath(id, "snooze"), {{u"until"_s, at(91 * kDayMs)}}).status, 422);
    QCOMPARE(m_anna->post(itemPath(id, "snooze")).status, 422);
    // What its author says wakes it.
    m_anna->post(itemPath(id, "snooze"), {{u"until"_s, at(kHourMs)}});
    m_buyer->post("/tickets/" + id + "/messages", {{u"body"_s, u"And now?"_s}});
    QCOMPARE(titles(*m_anna).size(), 1);
}

void TestDesk::caseIsGivenToWhoMayDecide()
{
    const QByteArray id = ask();
    QCOMPARE(m_anna->post(itemPath(id, "assign"), {{u"staff_id"_s, m_moderatorId}}).status, 422);
    QCOMPARE(m_anna->post(itemPath(id, "assign"), {{u"staff_id"_s, QString(newUuid({0}).toString())}}).status, 422);
    QCOMPARE(m_anna->post(itemPath(id, "assign"), {}).status, 422);
    QCOMPARE(m_anna->post(itemPath(id, "assign"), {{u"staff_id"_s, m_borisId}}).status, 204);
    QCOMPARE(m_anna->post(itemPath(id, "assign"), {{u"staff_id"_s, m_borisId}}).status, 204);
    QCOMPARE(titles(*m_boris, "?state=mine").size(), 1);
    const auto toldOf = [&] {
        int told = 0;
        for (const QJsonValue one : m_boris->get("/notifications").items())
            told += one.toObject().value(u"kind"_s).toString() == u"desk_assigned"_s;
        return told;
    };
    QTRY_COMPARE(toldOf(), 1); // once
    const QByteArray audit = "select count(*) from events_audit where action = 'desk.assigned' and stream = '" + id + "'";
    QCOMPARE(m_server->sql(audit).int64(0, 0), qint64(1));
    QCOMPARE(m_anna->post(itemPath(id, "assign"), {{u"staff_id"_s, QJsonValue::Null}}).status, 204);
    QCOMPARE(titles(*m_boris, "?state=mine").size(), 0);
}

void TestDesk::everyOrderOfTheList()
{
    const QStringList asked{u"aaa"_s, u"bbb"_s, u"ccc"_s, u"ddd"_s, u"eee"_s};
    for (const QString &subject : asked)
        ask(subject);
    m_server->sql("update desk_items set priority = case title when 'ccc' then 7 when 'eee' then 7 else 1 end, "
                  "due_at = case title when 'ddd' then opened_at else due_at end");
    const std::map<QByteArray, QString> orders{{"", u"dabce"_s},
                                               {"&order=desc", u"ecbad"_s},
                                               {"&sort=opened_at", u"abcde"_s},
                                               {"&sort=opened_at&order=desc", u"edcba"_s},
                                               {"&sort=priority", u"cedab"_s},
                                               {"&sort=priority&order=asc", u"badec"_s}};
    for (const auto &[order, expected] : orders) {
        QString seen;
        QByteArray cursor;
        do {
            const HttpAnswer page =
                m_anna->get(kTickets + "?limit=2" + order + (cursor.isEmpty() ? QByteArray() : QByteArray("&cursor=" + cursor)));
            QCOMPARE(page.status, 200);
            QCOMPARE(page.text(u"total"_s), u"5"_s);
            for (const QJsonValue item : page.items())
                seen += item.toObject().value(u"title"_s).toString().front();
            cursor = page.text(u"next_cursor"_s).toLatin1();
        } while (!cursor.isEmpty() && seen.size() < 10);
        QCOMPARE(seen, expected);
    }
}

void TestDesk::listIsSearchedAndCounted()
{
    ask(u"The CAR is late"_s);
    ask(u"Money"_s);
    QCOMPARE(titles(*m_anna, "?q=car"), QStringList{u"The CAR is late"_s});
    QCOMPARE(titles(*m_anna, "?q=VIKT").size(), 2);
    QCOMPARE(titles(*m_anna, "?q=%25"), QStringList()); // no pattern
    QCOMPARE(titles(*m_anna, "?state=overdue"), QStringList());
    m_server->clock().advance(20 * kHourMs);
    QCOMPARE(m_anna->get(kTickets).items().first().toObject().value(u"sla"_s).toString(), u"soon"_s);
    m_server->clock().advance(4 * kHourMs - kMinuteMs);
    QCOMPARE(titles(*m_anna, "?state=overdue"), QStringList{u"The CAR is late"_s});
    const QJsonObject counted = m_anna->get("/admin/queues").items().at(1).toObject();
    QCOMPARE(counted.value(u"name"_s).toString(), u"tickets"_s);
    QCOMPARE(counted.value(u"count"_s).toInt(), 2);
    QCOMPARE(counted.value(u"overdue"_s).toInt(), 1);
    QCOMPARE(counted.value(u"due_at"_s).toString(), at(0));
}

void TestDesk::whoLooksIsSeen()
{
    const QByteArray id = ask();
    m_boris->post(itemPath(id, "viewing"));
    const HttpAnswer both = m_anna->post(itemPath(id, "viewing"));
    QCOMPARE(both.json().value(u"viewers"_s).toArray().size(), 2);
    const auto viewers = [&] { return m_anna->get(kTickets).items().first().toObject().value(u"viewers"_s).toArray(); };
    QCOMPARE(viewers().first().toObject().value(u"name"_s).toString(), u"Anna"_s);
    m_server->clock().advance(46'000);
    QCOMPARE(viewers().size(), 0);
    QCOMPARE(m_moderator->post(itemPath(id, "viewing")).status, 403);
}

void TestDesk::bulkTellsWhatCannotBeHad()
{
    const QByteArray free = ask(u"free"_s);
    const QByteArray taken = ask(u"taken"_s);
    m_boris->post(itemPath(taken, "claim"));
    const QString missing = newUuid({0}).toString();
    QJsonObject order{{u"items"_s, QJsonArray{QString::fromLatin1(free), QString::fromLatin1(taken), missing, missing}},
                      {u"action"_s, u"claim"_s},
                      {u"dry_run"_s, true}};
    const auto codes = [](const HttpAnswer &answer) {
        std::map<QByteArray, QString> map;
        for (const QJsonValue line : answer.items())
            map[line.toObject().value(u"id"_s).toString().toLatin1()] = line.toObject().value(u"code"_s).toString();
        return map;
    };
    const std::map<QByteArray, QString> expected{
        {free, QString()}, {taken, u"state_conflict"_s}, {missing.toLatin1(), u"not_found"_s}};
    QCOMPARE(codes(m_anna->post(kTickets + "/bulk", order)), expected);
    QCOMPARE(titles(*m_anna, "?state=mine"), QStringList()); // nothing has happened
    order[u"dry_run"_s] = false;
    QCOMPARE(codes(m_anna->post(kTickets + "/bulk", order)), expected);
    QCOMPARE(titles(*m_anna, "?state=mine"), QStringList{u"free"_s});
    QCOMPARE(codes(m_anna->post(kTickets + "/bulk", order)), expected); // the same again
    order[u"action"_s] = u"assign"_s;
    QCOMPARE(m_anna->post(kTickets + "/bulk", order).status, 422); // to whom?
    order[u"staff_id"_s] = m_moderatorId;
    QCOMPARE(m_anna->post(kTickets + "/bulk", order).status, 422);
    order[u"staff_id"_s] = m_annaId;
    QCOMPARE(codes(m_anna->post(kTickets + "/bulk", order)), expected);
    QCOMPARE(m_moderator->post(kTickets + "/bulk", order).status, 403);
}

void TestDesk::clockRings()
{
    const QByteArray late = ask(u"late"_s);
    const QByteArray answered = ask(u"answered"_s);
    m_anna->post("/tickets/" + answered + "/messages", {{u"body"_s, u"Yes"_s}});
    QByteArrayList mine{late, answered}; // cases of other functions may have rung
    const auto told = [&](HttpClient &who) {
        QStringList list;
        for (const QJsonValue one : who.get("/notifications").items()) {
            const QJsonObject data = one.toObject().value(u"data"_s).toObject();
            if (one.toObject().value(u"kind"_s).toString() == u"desk_overdue"_s
                && mine.contains(data.value(u"item_id"_s).toString().toLatin1()))
                list += data.value(u"title"_s).toString();
        }
        return list;
    };
    m_server->advance(kDayMs);
    QTRY_COMPARE(told(*m_anna), QStringList{u"late"_s});
    QTRY_COMPARE(told(*m_boris), QStringList{u"late"_s});
    QCOMPARE(told(*m_moderator), QStringList());
    const QByteArray audit = "select count(*) from events_audit where action = 'desk.overdue' and stream in ('";
    QCOMPARE(m_server->sql(audit + late + "', '" + answered + "')").int64(0, 0), qint64(1));
    // A case that is somebody's rings with him alone.
    const QByteArray given = ask(u"given"_s);
    mine += given;
    m_anna->post(itemPath(given, "assign"), {{u"staff_id"_s, m_borisId}});
    m_server->advance(kDayMs);
    QTRY_COMPARE(told(*m_boris).size(), 2);
    QCOMPARE(told(*m_anna).size(), 1);
}

void TestDesk::twoClaimAtOnce()
{
    const QByteArray id = ask();
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (const HttpClient *who : {m_anna.get(), m_boris.get(), m_anna.get(), m_boris.get()}) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1" + itemPath(id, "claim"))));
        request.setRawHeader("Authorization", "Bearer " + who->token());
        request.setRawHeader("Content-Type", "application/json");
        replies.push_back(network.post(request, "{}"));
    }
    std::map<int, int> statuses;
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        ++statuses[reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()];
        reply->deleteLater();
    }
    QCOMPARE(statuses[200], 2);
    QCOMPARE(statuses[409], 2);
}

void TestDesk::hostileOrders()
{
    const QByteArray id = ask();
    for (const char *query : {"?sort=weather", "?order=up", "?state=lost", "?limit=0", "?limit=101"})
        QCOMPARE(m_anna->get(kTickets + query).status, 422);
    QCOMPARE(m_anna->get(kTickets + "?cursor=abc").status, 400);
    QCOMPARE(m_anna->get("/admin/queues/weather").status, 403);
    QCOMPARE(m_anna->get("/admin/queues/parked_events").status, 403);
    QCOMPARE(m_anna->post("/admin/queues/tickets/not-an-id/claim").status, 404);
    QCOMPARE(m_anna->post(itemPath(id, "snooze"), {{u"until"_s, u"tomorrow"_s}}).status, 422);
    QJsonArray many;
    for (int i = 0; i < 101; ++i)
        many.append(QString(newUuid({0}).toString()));
    QCOMPARE(m_anna->post(kTickets + "/bulk", {{u"items"_s, many}, {u"action"_s, u"claim"_s}}).status, 422);
    QCOMPARE(m_anna->post(kTickets + "/bulk", {{u"items"_s, QJsonArray{5}}, {u"action"_s, u"claim"_s}}).status, 422);
    QCOMPARE(m_anna->post(kTickets + "/bulk", {{u"items"_s, QJsonArray{}}, {u"action"_s, u"burn"_s}}).status, 422);
}

QTEST_GUILESS_MAIN(TestDesk)
#include "tst_desk.moc"
