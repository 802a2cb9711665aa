// What staff see and do: figures, queues by permission, the audit, audited looks, mutes.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "staff see what they may, and that they saw it";
} // namespace

class TestAdmin : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void figuresCount();
    void queuesAreThoseOnesOwn();
    void everyLookAtADealIsOnRecord();
    void auditIsFilteredAndPaged();
    void auditRefusesWhatItCannotRead();
    void mutedUsersWriteNowhere();
    void staffAreNotMuted();

private:
    std::unique_ptr<HttpClient> staff(Permission permission);
    HttpAnswer mute(const QString &user, qint64 ms);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_buyer, m_driver, m_admin, m_support, m_finance;
    QString m_buyerId, m_adminId;
    QByteArray m_listing, m_deal;
};

std::unique_ptr<HttpClient> TestAdmin::staff(Permission permission)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const QString id = client->signUp().text(u"user.id"_s);
    m_server->sql("update users set role = 'staff' where id = '" + id.toLatin1() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), kDayMs);
    const Principal who{*UserId::fromText(QStringView(id)), SessionId::make({0}), Role::Staff, quint32(permission)};
    client->setToken(tokens.issue(who, m_server->clock().now()));
    return client;
}

void TestAdmin::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
    });
    m_admin = staff(Permission::Admin);
    m_adminId = m_admin->get("/me").text(u"id"_s);
    m_support = staff(Permission::Support);
    m_finance = staff(Permission::Finance);
    m_buyer = std::make_unique<HttpClient>(m_server->url());
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_buyerId = m_buyer->signUp("buyer").text(u"user.id"_s);
    m_driver->signUp("driver");
    const QJsonObject price{{u"amount"_s, 240000000}, {u"currency"_s, u"RUB"_s}};
    m_listing = m_driver
                    ->post("/listings", {{u"brand"_s, u"Toyota"_s},
                                         {u"model"_s, u"Camry"_s},
                                         {u"year"_s, 2020},
                                         {u"mileage_km"_s, 1},
                                         {u"country_from"_s, u"JP"_s},
                                         {u"price"_s, price},
                                         {u"delivery_eta_days"_s, 30}})
                    .text(u"id"_s)
                    .toLatin1();
    QCOMPARE(m_driver->post("/listings/" + m_listing + "/publish").status, 200);
    m_deal = m_buyer
                 ->post("/deals", {{u"listing_id"_s, QString::fromLatin1(m_listing)},
                                   {u"amount"_s, price},
                                   {u"delivery_place"_s, u"Omsk"_s},
                                   {u"delivery_eta_days"_s, 30}})
                 .text(u"id"_s)
                 .toLatin1();
    QVERIFY(!m_deal.isEmpty());
}

void TestAdmin::figuresCount()
{
    const QByteArray sumUp = "refresh materialized view stat_states; refresh materialized view stat_days";
    m_server->sql(sumUp);
    const QJsonObject before = m_finance->get("/admin/stats").json();
    QCOMPARE(before.value(u"deals"_s).toObject().value(u"created"_s).toInt(), 1);
    QCOMPARE(before.value(u"listings"_s).toObject().value(u"published"_s).toInt(), 1);
    QCOMPARE(before.value(u"users"_s).toObject().value(u"staff"_s).toInt(), 3);
    QCOMPARE(before.value(u"volume"_s).toArray().size(), 0); // nobody has paid
    m_server->sql("update deals set funded_at = now() where id = '" + m_deal + "'");
    m_server->sql(sumUp);
    const QJsonObject volume = m_finance->get("/admin/stats").json().value(u"volume"_s).toArray().first().toObject();
    QCOMPARE(volume.value(u"amount"_s).toInteger(), qint64(240000000));
    QCOMPARE(volume.value(u"currency"_s).toString(), u"RUB"_s);
    m_server->sql("update deals set funded_at = null where id = '" + m_deal + "'");
}

void TestAdmin::queuesAreThoseOnesOwn()
{
    m_buyer->post("/tickets", {{u"subject"_s, u"Help"_s}, {u"body"_s, u"Please"_s}});
    const auto names = [](const HttpAnswer &queues) {
        QStringList list;
        for (const QJsonValue queue : queues.items())
            list += queue.toObject().value(u"name"_s).toString();
        return list;
    };
    QCOMPARE(names(m_support->get("/admin/queues")), (QStringList{u"disputes"_s, u"tickets"_s, u"appeals"_s, u"erasures"_s}));
    QCOMPARE(names(m_finance->get("/admin/queues")), (QStringList{u"disputes"_s, u"finance_tasks"_s, u"proposals"_s}));
    QCOMPARE(names(m_admin->get("/admin/queues")).size(), 15);
    const QJsonObject tickets = m_support->get("/admin/queues").items()[1].toObject();
    QCOMPARE(tickets.value(u"count"_s).toInt(), 1);
    QVERIFY(!tickets.value(u"oldest_at"_s).toString().isEmpty());
}

void TestAdmin::everyLookAtADealIsOnRecord()
{
    const QByteArray count = "select count(*) from events_audit where action = 'deal.viewed' and stream = '" + m_deal + "'";
    QCOMPARE(m_server->sql(count).int64(0, 0), qint64(0));
    const HttpAnswer deal = m_support->get("/admin/deals/" + m_deal);
    QCOMPARE(deal.status, 200);
    QCOMPARE(deal.text(u"id"_s).toLatin1(), m_deal);
    QVERIFY(!deal.json().contains(u"handover_code"_s));
    QCOMPARE(m_server->sql(count).int64(0, 0), qint64(1));
    QCOMPARE(m_finance->get("/deals/" + m_deal).status, 200); // the other door
    QCOMPARE(m_server->sql(count).int64(0, 0), qint64(2));
    QCOMPARE(m_buyer->get("/deals/" + m_deal).status, 200); // one's own deal is no look
    QCOMPARE(m_server->sql(count).int64(0, 0), qint64(2));
}

void TestAdmin::auditIsFilteredAndPaged()
{
    m_support->get("/admin/deals/" + m_deal);
    QStringList actions;
    QByteArray cursor;
    do {
        const HttpAnswer page =
            m_admin->get("/admin/audit?limit=1&stream=" + m_deal + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        QCOMPARE(page.status, 200);
        for (const QJsonValue line : page.items())
            actions += line.toObject().value(u"action"_s).toString();
        cursor = page.text(u"next_cursor"_s).toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(actions.last(), u"deal.create"_s); // newest first, none twice
    QCOMPARE(qint64(actions.size()),
             m_server->sql("select count(*) from events_audit where stream = '" + m_deal + "'").int64(0, 0));
    QCOMPARE(m_admin->get("/admin/audit?action=deal.create").items().size(), 1);
    QVERIFY(m_admin->get("/admin/audit?action=deal.").items().size() > 1);
    QCOMPARE(m_admin->get("/admin/audit?action=deal").items().size(), 0);
    QCOMPARE(m_admin->get("/admin/audit?actor_id=" + m_buyerId.toLatin1()).items().size(), 1);
    QCOMPARE(m_admin->get("/admin/audit?from=2999-01-01T00:00:00Z").items().size(), 0);
    QCOMPARE(m_admin->get("/admin/audit?to=2000-01-01T00:00:00Z").items().size(), 0);
}

void TestAdmin::auditRefusesWhatItCannotRead()
{
    const HttpAnswer wrong = m_admin->get("/admin/audit?stream=x&actor_id=y&from=z");
    QCOMPARE(wrong.status, 422);
    QCOMPARE(wrong.json().value(u"errors"_s).toArray().size(), 3);
    QCOMPARE(m_admin->get("/admin/audit?cursor=abc").status, 400);
}

HttpAnswer TestAdmin::mute(const QString &user, qint64 ms)
{
    return m_admin->post(
        "/admin/users/" + user.toLatin1() + "/mute",
        {{u"reason"_s, u"Offensive"_s}, {u"until"_s, QString::fromLatin1(m_server->clock().now().plusMs(ms).toRfc3339())}});
}

void TestAdmin::mutedUsersWriteNowhere()
{
    const QByteArray chat = m_buyer->post("/listings/" + m_listing + "/conversations").text(u"id"_s).toLatin1();
    const auto say = [&] {
        return m_buyer->post("/conversations/" + chat + "/messages",
                             {{u"client_id"_s, newUuid({0}).toString()}, {u"body"_s, u"Hello"_s}});
    };
    QCOMPARE(say().status, 201);
    const HttpAnswer muted = mute(m_buyerId, kDayMs);
    QCOMPARE(muted.status, 200);
    const HttpAnswer refused = say();
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"muted"_s);
    QCOMPARE(refused.text(u"until"_s), muted.text(u"muted_until"_s));
    QCOMPARE(m_buyer->get("/conversations/" + chat).text(u"muted_until"_s), muted.text(u"muted_until"_s));
    QTRY_VERIFY(m_buyer->get("/notifications").body.contains("chat_muted"));
    QCOMPARE(m_server->sql("select count(*) from events_audit where action = 'user.muted'").int64(0, 0), qint64(1));
    QCOMPARE(mute(m_buyerId, -1).text(u"muted_until"_s), QString()); // lifted
    QCOMPARE(say().status, 201);
    mute(m_buyerId, kHourMs);
    QCOMPARE(say().status, 403);
    m_server->advance(2 * kHourMs); // or over by itself
    QTRY_COMPARE(HttpClient(m_server->url()).get("/search").status, 200);
    m_buyer->setToken(
        auth::AuthTokens(auth::SecretKeys(kSecret).accessToken(), kDayMs)
            .issue({*UserId::fromText(QStringView(m_buyerId)), SessionId::make({0}), Role::Buyer, 0}, m_server->clock().now()));
    QCOMPARE(say().status, 201);
    QCOMPARE(mute(m_buyerId, 400 * kDayMs).status, 422);
}

void TestAdmin::staffAreNotMuted()
{
    QCOMPARE(mute(m_adminId, kDayMs).status, 409);
    QCOMPARE(mute(newUuid({0}).toString(), kDayMs).status, 404);
}

QTEST_GUILESS_MAIN(TestAdmin)
#include "tst_admin.moc"
