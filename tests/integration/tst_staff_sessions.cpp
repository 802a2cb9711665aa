// Sessions of staff: they end by themselves, are few, and show a second factor again before money and personal data.
#include "harness/account_rig.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/auth/totp.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "a second factor counts for a while";
const QByteArray kMoney = "/admin/deals/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/retry-money";
const QByteArray kBodies = "/conversations/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b/messages";
} // namespace

class TestStaffSessions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_rig.reset(); }

    void aCodeWorksOnce();
    void oneOfTwoWithTheSameCodeWins();
    void guessesAreCounted();
    void aSessionThatNobodyUsesEnds();
    void everySessionEnds();
    void theOldestOfTooManyEnds();
    void othersKeepTheirSessions();
    void routesAskForIt();

private:
    QJsonObject code(qint64 stepsAhead = 0) const;
    AccountRig::Answer signIn();
    AccountRig::Answer refresh(const AccountRig::Answer &before)
    {
        return m_rig->post("/auth/refresh", {{u"refresh_token"_s, before.text("refresh_token")}});
    }

    TestDatabase m_database;
    std::unique_ptr<AccountRig> m_rig;
    QByteArray m_totp;
    AccountRig::Answer m_boss;
    int m_round = 0;
};

void TestStaffSessions::init()
{
    config::Settings settings;
    settings.staffIdleMs = 10 * kMinuteMs;
    settings.staffSessionMs = kHourMs;
    settings.staffSessions = 2;
    m_rig = std::make_unique<AccountRig>(m_database.url(), settings);
    m_boss = m_rig->staff(u"boss%1"_s.arg(++m_round), {u"admin"_s}, &m_totp);
    QCOMPARE(m_boss.status, 200);
}

QJsonObject TestStaffSessions::code(qint64 stepsAhead) const
{
    const auto step = quint64(auth::totpStep(m_rig->clock.now()) + stepsAhead);
    return {{u"totp"_s, QString::fromLatin1(auth::hotp(m_totp, step))}};
}

AccountRig::Answer TestStaffSessions::signIn()
{
    m_rig->clock.advance(kMinuteMs);
    QJsonObject body = code();
    body[u"email"_s] = AccountRig::emailOf(u"boss%1"_s.arg(m_round));
    body[u"password"_s] = AccountRig::password();
    return m_rig->post("/auth/login", body);
}

void TestStaffSessions::aCodeWorksOnce()
{
    const QString token = m_boss.text("access_token");
    QCOMPARE(m_rig->post("/auth/step-up", code(), token).code, QByteArray("wrong_code")); // the sign-in used it
    QCOMPARE(m_rig->post("/auth/step-up", code(1), token).status, 204);
    QCOMPARE(m_rig->post("/auth/step-up", code(1), token).code, QByteArray("wrong_code"));
    QCOMPARE(m_rig->number("select count(*) from events_audit where action = 'auth.stepped_up'"), qint64(1));
    m_rig->clock.advance(kMinuteMs);
    m_rig->post("/auth/logout", {}, token);
    QCOMPARE(m_rig->post("/auth/step-up", code(), token).status, 401);
}

void TestStaffSessions::oneOfTwoWithTheSameCodeWins()
{
    const AccountRig::Call call{
        http::Method::Post, "/auth/step-up", AccountRig::json(code(1)), m_boss.text("access_token"), {}, {}};
    int won = 0;
    for (const auto &answer : m_rig->together({call, call, call}))
        won += answer.status == 204 ? 1 : 0;
    QCOMPARE(won, 1);
}

void TestStaffSessions::guessesAreCounted()
{
    const QString token = m_boss.text("access_token");
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_rig->post("/auth/step-up", code(40 + i), token).status, 422);
    const auto refused = m_rig->post("/auth/step-up", code(1), token);
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
}

void TestStaffSessions::aSessionThatNobodyUsesEnds()
{
    QCOMPARE(m_boss.json.value(u"expires_in"_s).toInt(), 600); // an access token lives no longer than its session
    m_rig->clock.advance(9 * kMinuteMs);
    const auto used = refresh(m_boss);
    QCOMPARE(used.status, 200);
    m_rig->clock.advance(10 * kMinuteMs);
    QCOMPARE(refresh(used).status, 401);
    QCOMPARE(m_rig->get("/me", used.text("access_token")).status, 401);
}

void TestStaffSessions::everySessionEnds()
{
    auto last = m_boss;
    for (int minute = 9; minute < 60; minute += 9) {
        m_rig->clock.advance(9 * kMinuteMs);
        last = refresh(last);
        QCOMPARE(last.status, 200);
    }
    QCOMPARE(last.json.value(u"expires_in"_s).toInt(), 6 * 60);
    m_rig->clock.advance(6 * kMinuteMs);
    QCOMPARE(m_rig->get("/me", last.text("access_token")).status, 401);
    QCOMPARE(refresh(last).status, 401);
}

void TestStaffSessions::theOldestOfTooManyEnds()
{
    const auto second = signIn();
    QCOMPARE(m_rig->get("/me", m_boss.text("access_token")).status, 200);
    const auto third = signIn();
    QCOMPARE(m_rig->get("/me", m_boss.text("access_token")).status, 401);
    QCOMPARE(refresh(m_boss).status, 401);
    QCOMPARE(m_rig->get("/me", second.text("access_token")).status, 200);
    QCOMPARE(m_rig->get("/me", third.text("access_token")).status, 200);
}

void TestStaffSessions::othersKeepTheirSessions()
{
    const auto buyer = m_rig->signUp(u"buyer"_s);
    for (int i = 0; i < 3; ++i)
        m_rig->post("/auth/login", {{u"email"_s, AccountRig::emailOf(u"buyer"_s)}, {u"password"_s, AccountRig::password()}});
    m_rig->clock.advance(2 * kHourMs);
    QCOMPARE(refresh(buyer).status, 200);
}

// Through the whole server: the door asks, not the routes.
void TestStaffSessions::routesAskForIt()
{
    TestServer server([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.threads = 1;
        settings.stepUpMs = 5 * kMinuteMs;
    });
    const auth::SecretKeys keys(kSecret);
    HttpClient staff(server.url());
    const UserId id = *UserId::fromText(QStringView(staff.signUp().text(u"user.id"_s)));
    server.sql("update users set role = 'staff', totp_confirmed_at = now(), totp_secret = '\\x" + keys.seal(m_totp).toHex()
               + "' where id = '" + id.toText() + "'");
    const SessionId session = server.session(id);
    const auto stepUpAt = [&](const QByteArray &at) {
        server.sql("update sessions set step_up_until = " + at + " where id = '" + session.toText() + "'");
    };
    const auth::AuthTokens tokens(keys.accessToken(), kDayMs);
    const quint32 everything = quint32(Permission::Admin);
    staff.setToken(tokens.issue({id, session, Role::Staff, everything}, server.clock().now()));

    QCOMPARE(staff.post(kMoney).status, 404); // past the door
    QCOMPARE(staff.get(kBodies + "?original=1").status, 404);
    stepUpAt("null");
    QCOMPARE(staff.post(kMoney).code(), u"step_up_required"_s);
    QCOMPARE(staff.get(kBodies + "?original=1").code(), u"step_up_required"_s);
    QCOMPARE(staff.get(kBodies).status, 404); // what everybody sees needs none
    const auto step = quint64(auth::totpStep(server.clock().now()));
    QCOMPARE(staff.post("/auth/step-up", {{u"totp"_s, QString::fromLatin1(auth::hotp(m_totp, step))}}).status, 204);
    QCOMPARE(staff.post(kMoney).status, 404);
    server.advance(5 * kMinuteMs);
    QCOMPARE(staff.post(kMoney).code(), u"step_up_required"_s);

    // Another session of the same person has shown nothing; a session of somebody else does not help.
    stepUpAt("now() + interval '9 years'");
    staff.setToken(tokens.issue({id, SessionId::make({0}), Role::Staff, everything}, server.clock().now()));
    QCOMPARE(staff.post(kMoney).code(), u"step_up_required"_s);
    staff.setToken(tokens.issue({UserId::make({0}), session, Role::Staff, everything}, server.clock().now()));
    QCOMPARE(staff.post(kMoney).code(), u"step_up_required"_s);
}

QTEST_GUILESS_MAIN(TestStaffSessions)
#include "tst_staff_sessions.moc"
