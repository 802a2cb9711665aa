// Settings that admins change while the server runs: in force everywhere at once, remembered, and by two where it matters.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/settings/changeable.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QJsonDocument>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "settings have a history, as long as secrets are";
} // namespace

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void whatMayBeChangedExists();
    void aChangeIsInForceInEveryThread();
    void aChangeOutlivesTheServer();
    void itGoesBackToTheOperator();
    void whatMoneyHangsOnNeedsTwo();
    void twoAtOnceAreOneAfterAnother();
    void aProposalOfAnotherTimeIsRefused();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();
    void secretsAreNotShown();
    void anotherCommissionIsWorkedOut();

private:
    std::unique_ptr<HttpClient> admin();
    QJsonObject setting(const QByteArray &name);
    HttpAnswer put(HttpClient &who, const QByteArray &name, const QJsonValue &value, const QString &reason = u"A test"_s)
    {
        return who.put("/admin/settings/" + name, {{u"value"_s, value}, {u"reason"_s, reason}});
    }
    // What deals are made by, asked often enough that every thread has answered.
    bool everywhere(const std::function<bool(const QJsonObject &)> &quote);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_boss, m_other;
    QByteArray m_listing;
};

std::unique_ptr<HttpClient> TestSettings::admin()
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const UserId id = *UserId::fromText(QStringView(client->signUp().text(u"user.id"_s)));
    m_server->sql("update users set role = 'staff' where id = '" + id.toText() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    client->setToken(tokens.issue({id, m_server->session(id), Role::Staff, quint32(Permission::Admin)}, m_server->clock().now()));
    return client;
}

void TestSettings::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
        settings.evidenceWindowMs = 5 * kHourMs; // the operator's own
    });
    m_boss = admin();
    m_other = admin();
    HttpClient driver(m_server->url());
    driver.signUp("driver");
    m_listing = driver
                    .post("/listings", {{u"brand"_s, u"Toyota"_s},
                                        {u"model"_s, u"Camry"_s},
                                        {u"year"_s, 2020},
                                        {u"mileage_km"_s, 1},
                                        {u"country_from"_s, u"JP"_s},
                                        {u"price"_s, QJsonObject{{u"amount"_s, 240000000}, {u"currency"_s, u"RUB"_s}}},
                                        {u"delivery_eta_days"_s, 30}})
                    .text(u"id"_s)
                    .toLatin1();
    QCOMPARE(driver.post("/listings/" + m_listing + "/publish").status, 200);
}

QJsonObject TestSettings::setting(const QByteArray &name)
{
    for (const QJsonValue one : m_boss->get("/admin/settings").items()) {
        if (one[u"name"_s].toString().toLatin1() == name)
            return one.toObject();
    }
    return {};
}

bool TestSettings::everywhere(const std::function<bool(const QJsonObject &)> &quote)
{
    const auto all = [&] {
        for (int i = 0; i < 16; ++i) {
            if (!quote(HttpClient(m_server->url()).get("/listings/" + m_listing + "/quote").json()))
                return false;
        }
        return true;
    };
    return QTest::qWaitFor(all, 10'000);
}

void TestSettings::whatMayBeChangedExists()
{
    int changeable = 0;
    for (const config::SettingRow &row : config::settingTable()) {
        const settings::Changeable *found = settings::findChangeable(row.name);
        changeable += found ? 1 : 0;
        QVERIFY2(!found || !row.secret, row.name);
    }
    QVERIFY(changeable > 10);
    QVERIFY(settings::findSetting("fee-basis-points") && settings::findChangeable("fee-basis-points")->fourEyes);
    QVERIFY(!settings::findChangeable("listen"));
}

void TestSettings::aChangeIsInForceInEveryThread()
{
    QCOMPARE(setting("payment-deadline").value(u"value"_s).toString(), u"15m"_s);
    QCOMPARE(setting("payment-deadline").value(u"source"_s).toString(), u"default"_s);
    const HttpAnswer changed = put(*m_boss, "payment-deadline", u"60m"_s, u"People asked for more"_s);
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.text(u"value"_s), u"1h"_s); // in one form
    QCOMPARE(changed.text(u"previous"_s), u"15m"_s);
    QVERIFY(everywhere([](const QJsonObject &quote) { return quote[u"clocks"_s][u"payment_s"_s].toInt() == 3600; }));
    const QJsonObject now = setting("payment-deadline");
    QCOMPARE(now.value(u"value"_s).toString(), u"1h"_s);
    QCOMPARE(now.value(u"source"_s).toString(), u"console"_s);
    QCOMPARE(now[u"history"_s][0][u"reason"_s].toString(), u"People asked for more"_s);
    QCOMPARE(m_server->sql("select count(*) from events_audit where action = 'setting.changed'").int64(0, 0), qint64(1));
    QCOMPARE(put(*m_other, "payment-deadline", u"1h"_s).status, 409); // it is so already
}

void TestSettings::aChangeOutlivesTheServer()
{
    m_server->restart();
    m_boss = admin();
    m_other = admin();
    QVERIFY(everywhere([](const QJsonObject &quote) { return quote[u"clocks"_s][u"payment_s"_s].toInt() == 3600; }));
}

void TestSettings::itGoesBackToTheOperator()
{
    QCOMPARE(setting("evidence-window").value(u"source"_s).toString(), u"environment"_s);
    QCOMPARE(put(*m_boss, "evidence-window", u"7h"_s).status, 200);
    QVERIFY(everywhere([](const QJsonObject &quote) { return quote[u"clocks"_s][u"evidence_s"_s].toInt() == 7 * 3600; }));
    QCOMPARE(put(*m_other, "evidence-window", QJsonValue::Null).status, 200);
    QVERIFY(everywhere([](const QJsonObject &quote) { return quote[u"clocks"_s][u"evidence_s"_s].toInt() == 5 * 3600; }));
    QCOMPARE(setting("evidence-window").value(u"source"_s).toString(), u"environment"_s);
    const QJsonArray history = m_boss->get("/admin/settings/evidence-window/history?limit=1").items();
    QCOMPARE(history.size(), 1);
    QVERIFY(history[0][u"value"_s].isNull());
    QCOMPARE(put(*m_boss, "evidence-window", QJsonValue::Null).status, 409);
}

void TestSettings::whatMoneyHangsOnNeedsTwo()
{
    const auto fee = [](qint64 minor) {
        return [minor](const QJsonObject &quote) { return quote[u"fee"_s][u"amount"_s].toInteger() == minor; };
    };
    QVERIFY(everywhere(fee(6'000'000)));
    const HttpAnswer proposed = put(*m_boss, "fee-basis-points", 300);
    QCOMPARE(proposed.status, 202);
    const QByteArray id = proposed.text(u"proposal.id"_s).toLatin1();
    QVERIFY(everywhere(fee(6'000'000)));
    QCOMPARE(put(*m_other, "fee-basis-points", 400).status, 409); // one at a time
    QCOMPARE(m_boss->post("/admin/proposals/" + id + "/approve").status, 403);
    QCOMPARE(m_other->post("/admin/proposals/" + id + "/approve").status, 200);
    QVERIFY(everywhere(fee(7'200'000)));
    const QJsonObject line = setting("fee-basis-points")[u"history"_s][0].toObject();
    QCOMPARE(line[u"value"_s].toString(), u"300"_s);
    QVERIFY(line[u"approved_by"_s][u"id"_s].toString() != line[u"changed_by"_s][u"id"_s].toString());
    QCOMPARE(m_other->post("/admin/proposals/" + id + "/approve").status, 409);
}

// Both have seen the same; one comes first, and the other is told what it is now.
void TestSettings::twoAtOnceAreOneAfterAnother()
{
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    int minutes = 20;
    for (const HttpClient *who : {m_boss.get(), m_other.get(), m_boss.get(), m_other.get()}) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/admin/settings/claim")));
        request.setRawHeader("Authorization", "Bearer " + who->token());
        request.setRawHeader("Content-Type", "application/json");
        const QByteArray value = QByteArray::number(minutes++) + 'm';
        replies.push_back(network.put(request, R"({"value":")" + value + R"(","seen":"15m","reason":"Mine"})"));
    }
    std::map<int, int> statuses;
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        ++statuses[status];
        const QJsonObject answer = QJsonDocument::fromJson(reply->readAll()).object();
        QCOMPARE(answer[status == 200 ? u"value"_s : u"current"_s], setting("claim")[u"value"_s]);
        reply->deleteLater();
    }
    QCOMPARE(statuses, (std::map<int, int>{{200, 1}, {409, 3}}));
    QCOMPARE(m_server->sql("select count(*) from setting_changes where name = 'claim'").int64(0, 0), qint64(1));
    QCOMPARE(put(*m_boss, "claim", QJsonValue::Null).status, 200);
}

void TestSettings::aProposalOfAnotherTimeIsRefused()
{
    const QByteArray id = put(*m_boss, "fee-minimum-minor", 700'000).text(u"proposal.id"_s).toLatin1();
    // Meanwhile it was changed past the proposal.
    m_server->sql(
        "insert into setting_changes (name, value, previous, reason, changed_by, at) select 'fee-minimum-minor', '600000', "
        "'500000', 'x', proposed_by, now() from proposals where id = '"
        + id + "'");
    const HttpAnswer late = m_other->post("/admin/proposals/" + id + "/approve");
    QCOMPARE(late.status, 409);
    QCOMPARE(late.text(u"current"_s), u"600000"_s);
    const HttpAnswer stale =
        m_boss->put("/admin/settings/claim", {{u"value"_s, u"9m"_s}, {u"seen"_s, u"1h"_s}, {u"reason"_s, u"Why"_s}});
    QCOMPARE(stale.status, 409);
    QCOMPARE(stale.text(u"current"_s), u"15m"_s);
}

void TestSettings::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("unknown") << QByteArray("no-such-setting") << QByteArray(R"({"value":"1","reason":"Why"})") << 404;
    QTest::newRow("the operator's") << QByteArray("listen") << QByteArray(R"({"value":"0.0.0.0:80","reason":"Why"})") << 403;
    QTest::newRow("a secret") << QByteArray("secret-key") << QByteArray(R"({"value":"x","reason":"Why"})") << 403;
    QTest::newRow("no number") << QByteArray("fee-basis-points") << QByteArray(R"({"value":"many","reason":"Why"})") << 422;
    QTest::newRow("too much") << QByteArray("fee-basis-points") << QByteArray(R"({"value":10001,"reason":"Why"})") << 422;
    QTest::newRow("half") << QByteArray("fee-basis-points") << QByteArray(R"({"value":1.5,"reason":"Why"})") << 422;
    QTest::newRow("no duration") << QByteArray("claim") << QByteArray(R"({"value":"soon","reason":"Why"})") << 422;
    QTest::newRow("an object") << QByteArray("claim") << QByteArray(R"({"value":{},"reason":"Why"})") << 422;
    QTest::newRow("no value") << QByteArray("claim") << QByteArray(R"({"reason":"Why"})") << 422;
    QTest::newRow("no reason") << QByteArray("claim") << QByteArray(R"({"value":"9m"})") << 422;
    QTest::newRow("huge") << QByteArray("claim") << "{\"reason\":\"Why\",\"value\":\"" + QByteArray(9000, '9') + "\"}" << 422;
}

void TestSettings::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QCOMPARE(m_boss->send("PUT", "/api/v1/admin/settings/" + name, body).status, status);
    QCOMPARE(m_server->sql("select count(*) from setting_changes where name = '" + name + "' and reason = 'Why'").int64(0, 0),
             qint64(0));
}

void TestSettings::secretsAreNotShown()
{
    const QJsonObject secret = setting("secret-key");
    QVERIFY(secret.value(u"secret"_s).toBool());
    QVERIFY(secret.value(u"value"_s).isNull());
    QVERIFY(!m_boss->get("/admin/settings").body.contains(kSecret));
}

void TestSettings::anotherCommissionIsWorkedOut()
{
    const HttpAnswer answer =
        m_boss->post("/admin/settings/fee/preview", {{u"basis_points"_s, 1000}, {u"minimum_minor"_s, 1'000'000}});
    QCOMPARE(answer.status, 200);
    const QJsonArray examples = answer.json()[u"examples"_s].toArray();
    QCOMPARE(examples[0][u"fee_then"_s][u"amount"_s].toInteger(), qint64(1'000'000)); // the minimum
    QCOMPARE(examples[4][u"fee_then"_s][u"amount"_s].toInteger(), qint64(100'000'000));
    QCOMPARE(m_boss->post("/admin/settings/fee/preview", {{u"basis_points"_s, -1}, {u"minimum_minor"_s, 0}}).status, 422);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
