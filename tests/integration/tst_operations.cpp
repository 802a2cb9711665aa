// What admins see and do behind the scenes: the state, events that were given up, webhooks looked at again, the audit checked
// and taken out.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "what runs behind the scenes is seen by admins";
} // namespace

class TestOperations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void stateTellsWhatWaits();
    void aParkedEventIsTriedAgain();
    void aParkedEventIsGivenUp();
    void whatIsNotParkedIsLeftAlone();
    void aWebhookIsLookedAtAgain();
    void auditIsChecked();
    void auditIsExported();
    void aForgedLineIsFound();

private:
    QByteArray park(const QByteArray &topic, const QByteArray &payload = "{}");
    qint64 count(const QByteArray &where) { return m_server->sql("select count(*) from " + where).int64(0, 0); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_admin;
    QByteArray m_adminId;
};

void TestOperations::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) { settings.secretKey = kSecret; });
    m_admin = std::make_unique<HttpClient>(m_server->url());
    m_adminId = m_admin->signUp().text(u"user.id"_s).toLatin1();
    const UserId id = *UserId::fromText(QByteArrayView(m_adminId));
    m_server->sql("update users set role = 'staff' where id = '" + m_adminId + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    m_admin->setToken(
        tokens.issue({id, m_server->session(id), Role::Staff, quint32(Permission::Admin)}, m_server->clock().now()));
    QTRY_COMPARE(count("outbox"), qint64(0));
}

QByteArray TestOperations::park(const QByteArray &topic, const QByteArray &payload)
{
    return m_server
        ->sql("insert into outbox (topic, key, payload, created_at, available_at, attempts, parked_at, last_error) values ('"
              + topic + "', 'x', '" + payload + "', now(), now(), 20, now(), 'no') returning id")
        .bytes(0, 0);
}

void TestOperations::stateTellsWhatWaits()
{
    const QJsonObject before = m_admin->get("/admin/ops").json();
    QVERIFY(!before[u"build"_s][u"version"_s].toString().isEmpty());
    QCOMPARE(before[u"state"_s][u"outbox"_s][u"parked"_s].toInt(), 0);
    const QByteArray event = park("nothing");
    m_server->sql("insert into timers (kind, subject, due_at, attempts, last_error) values ('nothing', gen_random_uuid(), "
                  "'2999-01-01', 3, 'no')");
    const QJsonObject after = m_admin->get("/admin/ops").json();
    QCOMPARE(after[u"state"_s][u"outbox"_s][u"parked"_s].toInt(), 1);
    QCOMPARE(after[u"state"_s][u"timers"_s][u"failing"_s].toInt(), 1);
    QCOMPARE(after[u"state"_s][u"failing_timers"_s][0][u"last_error"_s].toString(), u"no"_s);
    QVERIFY(after[u"state"_s][u"database_bytes"_s].toInteger() > 0);
    m_server->sql("delete from timers where kind = 'nothing'");
    m_server->sql("delete from outbox where id = " + event);
}

void TestOperations::aParkedEventIsTriedAgain()
{
    // What it orders is done when it is tried again: somebody is told.
    const QByteArray event =
        park("notify", "{\"user_id\":\"" + m_adminId + "\",\"kind\":\"account_test\",\"dedupe_key\":\"parked\",\"data\":{}}");
    const QJsonArray listed = m_admin->get("/admin/parked-events").items();
    QCOMPARE(listed.size(), 1);
    QCOMPARE(listed[0][u"topic"_s].toString(), u"notify"_s);
    QVERIFY(!listed[0].toObject().contains(u"payload"_s)); // it may name people
    QCOMPARE(m_admin->post("/admin/parked-events/" + event + "/retry").status, 200);
    QTRY_COMPARE(count("notifications where dedupe_key = 'parked'"), qint64(1));
    QTRY_COMPARE(count("outbox where id = " + event), qint64(0));
    QCOMPARE(count("events_audit where action = 'event.retried' and actor_id = '" + m_adminId + "'"), qint64(1));
    QCOMPARE(m_admin->post("/admin/parked-events/" + event + "/retry").status, 404);
}

void TestOperations::aParkedEventIsGivenUp()
{
    const QByteArray event = park("nothing");
    const QByteArray path = "/admin/parked-events/" + event + "/discard";
    QCOMPARE(m_admin->post(path).status, 422); // why?
    QCOMPARE(m_admin->post(path, {{u"reason"_s, u"Its user is gone"_s}}).status, 200);
    QCOMPARE(count("outbox where id = " + event), qint64(0));
    QCOMPARE(count("events_audit where action = 'event.discarded' and details like '%Its user is gone%'"), qint64(1));
    QCOMPARE(m_admin->post(path, {{u"reason"_s, u"Twice"_s}}).status, 404);
}

void TestOperations::whatIsNotParkedIsLeftAlone()
{
    const QByteArray event =
        m_server
            ->sql("insert into outbox (topic, key, payload, created_at, available_at) values ('nothing', 'x', "
                  "'{}', now(), '2999-01-01') returning id")
            .bytes(0, 0);
    QCOMPARE(m_admin->post("/admin/parked-events/" + event + "/retry").status, 409);
    QCOMPARE(m_admin->post("/admin/parked-events/" + event + "/discard", {{u"reason"_s, u"Away"_s}}).status, 409);
    QCOMPARE(count("outbox where available_at > '2900-01-01' and id = " + event), qint64(1));
    for (const char *id : {"0", "-1", "x", "99999999999999999999", "1e3"})
        QCOMPARE(m_admin->post("/admin/parked-events/" + QByteArray(id) + "/retry").status, 404);
    m_server->sql("delete from outbox where id = " + event);
}

void TestOperations::aWebhookIsLookedAtAgain()
{
    const QByteArray id = newUuid(m_server->clock().now()).toText();
    // Of an object that the provider does not know, received long ago: it is given up again.
    m_server->sql(
        "insert into webhook_in (id, provider, event_key, received_at, headers, raw_body, attempts, processed_at, effect, "
        "error) values ('"
        + id + "', 'sandbox', 'a key', '2020-01-01', '{}', '{\"event\":\"payment.succeeded\",\"object\":{\"id\":\"" + id
        + "\"}}', 1, now(), 'none', 'unknown object')");
    const auto status = [&](const QByteArray &which) { return m_admin->get("/admin/webhooks?status=" + which).items().size(); };
    QCOMPARE(status("failed"), 1);
    QCOMPARE(status("done"), 0);
    const HttpAnswer replayed = m_admin->post("/admin/webhooks/" + id + "/replay");
    QCOMPARE(replayed.status, 200);
    QCOMPARE(replayed.text(u"status"_s), u"open"_s);
    QCOMPARE(count("events_audit where action = 'webhook.replayed'"), qint64(1));
    QCOMPARE(count("outbox where topic = 'webhook_in'") + count("webhook_in where attempts > 1") > 0, true);
    QCOMPARE(m_admin->post("/admin/webhooks/" + newUuid({0}).toText() + "/replay").status, 404);
    QCOMPARE(m_admin->get("/admin/webhooks?status=lost").status, 422);
}

void TestOperations::auditIsChecked()
{
    const HttpAnswer whole = m_admin->post("/admin/audit/verify");
    QCOMPARE(whole.status, 200);
    QCOMPARE(whole.json()[u"broken"_s].toArray().size(), 0);
    QCOMPARE(qint64(whole.json()[u"entries"_s].toInteger()), count("events_audit"));
    const HttpAnswer one = m_admin->post("/admin/audit/verify", {{u"stream"_s, QString::fromLatin1(m_adminId)}});
    QCOMPARE(one.json()[u"streams"_s].toInt(), 1);
    QCOMPARE(m_admin->post("/admin/audit/verify", {{u"stream"_s, u"seven"_s}}).status, 422);
}

void TestOperations::auditIsExported()
{
    const HttpAnswer csv = m_admin->get("/admin/audit/export?action=event.");
    QCOMPARE(csv.header("content-type"), QByteArray("text/csv; charset=utf-8"));
    const QList<QByteArray> lines = csv.body.split('\n');
    QVERIFY(lines.first().startsWith("at,stream,seq,action"));
    QVERIFY(csv.body.contains("event.discarded"));
    QVERIFY(!csv.body.contains("webhook.replayed")); // the filter counts
    const HttpAnswer json = m_admin->get("/admin/audit/export?format=json&action=webhook.");
    QVERIFY(json.header("content-type").startsWith("application/x-ndjson"));
    QCOMPARE(json.body.count('\n'), 1);
    QCOMPARE(count("events_audit where action = 'audit.exported'"), qint64(2));
    QCOMPARE(m_admin->get("/admin/audit/export?format=xls").status, 422);
    QCOMPARE(m_admin->get("/admin/audit/export?from=yesterday").status, 422);
}

void TestOperations::aForgedLineIsFound()
{
    m_server->sql("alter table events_audit disable trigger events_audit_append_only");
    m_server->sql("update events_audit set details = '{\"lines\":0}' where stream = '" + m_adminId + "' and seq = 2");
    const QJsonArray broken = m_admin->post("/admin/audit/verify").json()[u"broken"_s].toArray();
    QCOMPARE(broken.size(), 1);
    QCOMPARE(broken[0][u"stream"_s].toString().toLatin1(), m_adminId);
    QCOMPARE(broken[0][u"seq"_s].toInt(), 2);
    QCOMPARE(broken[0][u"what"_s].toString(), u"hash"_s);
    m_server->sql("delete from events_audit where stream = '" + m_adminId + "' and seq = 2");
    QCOMPARE(m_admin->post("/admin/audit/verify").json()[u"broken"_s][0][u"what"_s].toString(), u"number"_s);
    m_server->sql("alter table events_audit enable trigger events_audit_append_only");
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
