#include "harness/account_rig.h"

#include "server/auth/totp.h"

#include <QJsonDocument>
#include <QJsonArray>
#include <QTest>

using namespace cargo;
using cargo::test::AccountRig;
using RigAnswer = AccountRig::Answer;

namespace {

QJsonObject login(const QString &name, const QString &password = AccountRig::password())
{
    return {{QStringLiteral("email"), AccountRig::emailOf(name)}, {QStringLiteral("password"), password}};
}
QJsonObject refresh(const QString &token) { return {{QStringLiteral("refresh_token"), token}}; }
QJsonObject code(const QString &digits) { return {{QStringLiteral("code"), digits}}; }
QJsonObject user(const RigAnswer &answer) { return answer.json.value(QLatin1String("user")).toObject(); }
QByteArray idOf(const RigAnswer &answer) { return user(answer).value(QLatin1String("id")).toString().toLatin1(); }
QString otherThan(const QString &digits) { return QString::number((digits.toInt() + 1) % 1'000'000).rightJustified(6, u'0'); }

} // namespace

// Accounts as a client meets them, against PostgreSQL. Each test uses names of its own in one database.
class TestAuth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_rig = std::make_unique<AccountRig>(m_database.url()); }
    void cleanupTestCase() { m_rig.reset(); }

    void registerAnswersWithTokensAndUser();
    void registerRefusesWhatIsWrong_data();
    void registerRefusesWhatIsWrong();
    void registerKnowsTheEmailInAnySpelling();
    void registerTwiceWithOneKeyIsOneAccount();
    void registerAtOnceIsOneAccount();
    void loginAndWrongPassword();
    void loginIsThrottledPerAccount();
    void parallelGuessesAreCounted();
    void refreshRotates();
    void reuseEndsTheSession();
    void concurrentRefreshHasOneWinner();
    void lostAnswerMayBeAskedForAgainWithItsKey();
    void refreshRefusesStrangeTokens();
    void sessionsAreListedAndEnded();
    void emailIsVerifiedByCode();
    void codesAreGuessedFiveTimes();
    void codesGrowOld();
    void mailIsTriedAgain();
    void passwordIsResetByMail();
    void forgottenStrangersGetNothing();
    void staffNeedASecondFactor();
    void userTurnsOnTheSecondFactor();
    void meIsReadAndChanged();
    void profileIsPublicAndPersonalThingsAreNot();
    void reportsAreKeptOnce();
    void bansEndSessionsAtOnce();
    void routesOfStaffAreClosedToOthers();
    void ratingChangesTheCard();
    void kycAutoGivesTheTier();
    void endedSessionsAreLoadedAtStart();
    void hostileBodies_data();
    void hostileBodies();

private:
    test::TestDatabase m_database;
    std::unique_ptr<AccountRig> m_rig;
};

void TestAuth::registerAnswersWithTokensAndUser()
{
    const RigAnswer answer = m_rig->signUp(QStringLiteral("anna"), "driver");
    QCOMPARE(answer.status, 201);
    QCOMPARE(answer.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(answer.json.value(QLatin1String("expires_in")).toInt(), 900);
    QCOMPARE(user(answer).value(QLatin1String("role")).toString(), QStringLiteral("driver"));
    QCOMPARE(user(answer).value(QLatin1String("kyc_tier")).toInt(-1), 0);
    QCOMPARE(user(answer).value(QLatin1String("rating")).toObject().value(QLatin1String("count")).toInt(-1), 0);
    QCOMPARE(m_rig->get("/me", answer.text("access_token")).status, 200);
    QCOMPARE(m_rig->number("select count(*) from users where password_hash like '$argon2id$%'"), 1);
    QVERIFY(!answer.body.contains("argon2"));
}

void TestAuth::registerRefusesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("field");
    const QByteArray rest = R"("password":"green lantern 7","role":"buyer","display_name":"X Y")";
    QTest::newRow("no e-mail") << QByteArray("{" + rest + "}") << QByteArray("email");
    QTest::newRow("bad e-mail") << QByteArray(R"({"email":"x",)" + rest + "}") << QByteArray("email");
    QTest::newRow("staff") << QByteArray(
        R"({"email":"x@example.com","password":"green lantern 7","role":"staff","display_name":"X"})")
                           << QByteArray("role");
    QTest::newRow("admin") << QByteArray(
        R"({"email":"x@example.com","password":"green lantern 7","role":"admin","display_name":"X"})")
                           << QByteArray("role");
    QTest::newRow("common") << QByteArray(
        R"({"email":"x@example.com","password":"password123","role":"buyer","display_name":"X"})")
                            << QByteArray("password");
    QTest::newRow("name is a contact") << QByteArray(
        R"({"email":"x@example.com","password":"green lantern 7","role":"buyer","display_name":"Ivan +7 914 123-45-67"})")
                                       << QByteArray("display_name");
    QTest::newRow("locale") << QByteArray(R"({"email":"x@example.com","locale":"de",)" + rest + "}") << QByteArray("locale");
}

void TestAuth::registerRefusesWhatIsWrong()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, field);
    const RigAnswer answer = m_rig->send({http::Method::Post, "/auth/register", body, {}, {}, {}});
    QCOMPARE(answer.status, 422);
    QCOMPARE(answer.field, field);
}

void TestAuth::registerKnowsTheEmailInAnySpelling()
{
    QCOMPARE(m_rig->signUp(QStringLiteral("twice")).status, 201);
    const RigAnswer again = m_rig->signUp(QStringLiteral("TWICE"));
    QCOMPARE(again.status, 409);
    QCOMPARE(again.code, QByteArray("already_exists"));
    QCOMPARE(again.field, QByteArray("email"));
}

void TestAuth::registerTwiceWithOneKeyIsOneAccount()
{
    const RigAnswer first = m_rig->signUp(QStringLiteral("keyed"), "buyer", "key-1");
    m_rig->clock.advance(5000);
    const RigAnswer again = m_rig->signUp(QStringLiteral("keyed"), "buyer", "key-1");
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(m_rig->post("/auth/refresh", refresh(again.text("refresh_token"))).status, 200);
    // Nothing that signs anybody in lies in the database.
    QCOMPARE(m_rig->number("select count(*) from idempotency_keys"), 0);

    const RigAnswer other = m_rig->signUp(QStringLiteral("keyed-other"), "buyer", "key-1");
    QCOMPARE(other.status, 422);
    QCOMPARE(other.code, QByteArray("idempotency_key_reused"));
    QCOMPARE(m_rig->signUp(QStringLiteral("keyed"), "buyer", "key-2").status, 409);
}

void TestAuth::registerAtOnceIsOneAccount()
{
    const QByteArray body = AccountRig::json({{QStringLiteral("email"), QStringLiteral("race@example.com")},
                                              {QStringLiteral("password"), AccountRig::password()},
                                              {QStringLiteral("role"), QStringLiteral("buyer")},
                                              {QStringLiteral("display_name"), QStringLiteral("Race")}});
    const AccountRig::Call plain{http::Method::Post, "/auth/register", body, {}, {}, {}};
    int made = 0;
    for (const RigAnswer &answer : m_rig->together({plain, plain, plain, plain})) {
        QVERIFY(answer.status == 201 || answer.status == 409);
        made += answer.status == 201 ? 1 : 0;
    }
    QCOMPARE(made, 1);
}

void TestAuth::loginAndWrongPassword()
{
    m_rig->signUp(QStringLiteral("lena"));
    const RigAnswer good = m_rig->post("/auth/login", login(QStringLiteral("LENA")));
    QCOMPARE(good.status, 200);
    QCOMPARE(m_rig->get("/me", good.text("access_token")).text("email"), QStringLiteral("lena@example.com"));
    const RigAnswer wrong = m_rig->post("/auth/login", login(QStringLiteral("lena"), QStringLiteral("green lantern 8")));
    const RigAnswer nobody = m_rig->post("/auth/login", login(QStringLiteral("nobody")));
    QCOMPARE(wrong.status, 401);
    QCOMPARE(wrong.code, QByteArray("wrong_credentials"));
    QCOMPARE(nobody.body, wrong.body);
    QVERIFY(!m_rig->get("/me").json.contains(QLatin1String("email")));
    QCOMPARE(m_rig->get("/me").status, 401);
}

void TestAuth::loginIsThrottledPerAccount()
{
    m_rig->signUp(QStringLiteral("target"));
    for (int i = 0; i < 10; ++i)
        QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("target"), QStringLiteral("wrong guess"))).status, 401);
    const RigAnswer closed = m_rig->post("/auth/login", login(QStringLiteral("target")));
    QCOMPARE(closed.status, 429);
    QVERIFY(closed.header("Retry-After").toInt() > 0 && closed.header("Retry-After").toInt() <= 900);
    m_rig->clock.advance(15 * kMinuteMs + 1000);
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("target"))).status, 200);
    // A success opens a new count.
    for (int i = 0; i < 9; ++i)
        m_rig->post("/auth/login", login(QStringLiteral("target"), QStringLiteral("wrong guess")));
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("target"))).status, 200);
}

void TestAuth::parallelGuessesAreCounted()
{
    const AccountRig::Call guess{http::Method::Post, "/auth/login", AccountRig::json(login(QStringLiteral("ghost"))), {}, {}, {}};
    int tried = 0;
    for (const RigAnswer &answer : m_rig->together(std::vector<AccountRig::Call>(16, guess)))
        tried += answer.status == 401 ? 1 : 0;
    QCOMPARE(tried, 10);
}

void TestAuth::refreshRotates()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("rota"));
    m_rig->clock.advance(16 * kMinuteMs);
    const RigAnswer stale = m_rig->get("/me", start.text("access_token"));
    QCOMPARE(stale.status, 401);
    QCOMPARE(stale.code, QByteArray("token_expired"));
    const RigAnswer next = m_rig->post("/auth/refresh", refresh(start.text("refresh_token")));
    QCOMPARE(next.status, 200);
    QVERIFY(next.text("refresh_token") != start.text("refresh_token"));
    QCOMPARE(idOf(next), idOf(start));
    QCOMPARE(m_rig->get("/me", next.text("access_token")).status, 200);
    m_rig->clock.advance(m_rig->settings.refreshTokenMs + 1);
    QCOMPARE(m_rig->post("/auth/refresh", refresh(next.text("refresh_token"))).status, 401);
}

void TestAuth::reuseEndsTheSession()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("reuse"));
    const RigAnswer next = m_rig->post("/auth/refresh", refresh(start.text("refresh_token")));
    const RigAnswer stolen = m_rig->post("/auth/refresh", refresh(start.text("refresh_token")));
    QCOMPARE(stolen.status, 401);
    QCOMPARE(stolen.code, QByteArray("token_reused"));
    QCOMPARE(m_rig->post("/auth/refresh", refresh(next.text("refresh_token"))).status, 401);
    QCOMPARE(m_rig->get("/me", next.text("access_token")).status, 401);
    QCOMPARE(m_rig->get("/me", start.text("access_token")).status, 401);
    QVERIFY(m_rig->number("select count(*) from events_audit where action = 'auth.token_reused'") > 0);
}

void TestAuth::concurrentRefreshHasOneWinner()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("double"));
    const AccountRig::Call call{
        http::Method::Post, "/auth/refresh", AccountRig::json(refresh(start.text("refresh_token"))), {}, {}, {}};
    int won = 0;
    int reused = 0;
    for (const RigAnswer &answer : m_rig->together({call, call, call, call})) {
        won += answer.status == 200 ? 1 : 0;
        reused += answer.code == "token_reused" ? 1 : 0;
        QVERIFY(answer.status == 200 || answer.status == 401);
    }
    QCOMPARE(won, 1);
    QCOMPARE(reused, 1); // the first of the others ends the session, the rest find it ended
}

void TestAuth::lostAnswerMayBeAskedForAgainWithItsKey()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("lost"));
    const QJsonObject body = refresh(start.text("refresh_token"));
    const RigAnswer lost = m_rig->post("/auth/refresh", body, {}, "try-1");
    const RigAnswer again = m_rig->post("/auth/refresh", body, {}, "try-1");
    QCOMPARE(again.status, 200);
    QCOMPARE(again.text("refresh_token"), lost.text("refresh_token"));
    // Once the new token is used the door is shut, key or not.
    QCOMPARE(m_rig->post("/auth/refresh", refresh(again.text("refresh_token"))).status, 200);
    QCOMPARE(m_rig->post("/auth/refresh", body, {}, "try-1").code, QByteArray("token_reused"));

    const RigAnswer other = m_rig->signUp(QStringLiteral("lost2"));
    m_rig->post("/auth/refresh", refresh(other.text("refresh_token")), {}, "try-2");
    QCOMPARE(m_rig->post("/auth/refresh", refresh(other.text("refresh_token")), {}, "try-3").code, QByteArray("token_reused"));
    const RigAnswer late = m_rig->signUp(QStringLiteral("lost3"));
    m_rig->post("/auth/refresh", refresh(late.text("refresh_token")), {}, "try-4");
    m_rig->clock.advance(61 * kSecondMs);
    QCOMPARE(m_rig->post("/auth/refresh", refresh(late.text("refresh_token")), {}, "try-4").code, QByteArray("token_reused"));
}

void TestAuth::refreshRefusesStrangeTokens()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("strange"));
    const QString good = start.text("refresh_token");
    const QStringList strange{QStringLiteral("x"),
                              QString(good + u'='),
                              QString(good + u'x'),
                              good.chopped(1),
                              start.text("access_token").left(150),
                              QString(43, u'A'),
                              QStringLiteral("../../etc/passwd")};
    for (const QString &bad : strange) {
        const RigAnswer answer = m_rig->post("/auth/refresh", refresh(bad));
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.code, QByteArray("unauthorized"));
    }
    QCOMPARE(m_rig->post("/auth/refresh", {}).status, 422);
    QCOMPARE(m_rig->post("/auth/refresh", refresh(good)).status, 200);
}

void TestAuth::sessionsAreListedAndEnded()
{
    const RigAnswer one = m_rig->signUp(QStringLiteral("many"));
    m_rig->clock.advance(1000);
    const RigAnswer two = m_rig->post("/auth/login", login(QStringLiteral("many")));
    const RigAnswer three = m_rig->post("/auth/login", login(QStringLiteral("many")));
    const RigAnswer stranger = m_rig->signUp(QStringLiteral("stranger"));
    const QString me = two.text("access_token");
    const QJsonArray items = m_rig->get("/auth/sessions", me).json.value(QLatin1String("items")).toArray();
    QCOMPARE(items.size(), 3);
    QByteArray mine;
    QByteArray other;
    for (const QJsonValue &item : items) {
        const QJsonObject session = item.toObject();
        QCOMPARE(session.value(QLatin1String("user_agent")).toString(), QStringLiteral("rig/1"));
        QCOMPARE(session.value(QLatin1String("address")).toString(), QStringLiteral("192.0.2.7"));
        (session.value(QLatin1String("current")).toBool() ? mine : other) =
            session.value(QLatin1String("id")).toString().toLatin1();
    }
    QVERIFY(!mine.isEmpty() && !other.isEmpty());
    // Somebody else's session does not exist.
    QCOMPARE(m_rig->remove("/auth/sessions/" + mine, stranger.text("access_token")).status, 404);
    QCOMPARE(m_rig->remove("/auth/sessions/not-an-id", me).status, 404);
    QCOMPARE(m_rig->remove("/auth/sessions/" + other, me).status, 204);
    QCOMPARE(m_rig->remove("/auth/sessions/" + other, me).status, 404);
    QCOMPARE(m_rig->remove("/auth/sessions", me).status, 204);
    QCOMPARE(m_rig->get("/auth/sessions", me).json.value(QLatin1String("items")).toArray().size(), 1);
    QCOMPARE(m_rig->get("/me", one.text("access_token")).status, 401);
    QCOMPARE(m_rig->get("/me", three.text("access_token")).status, 401);
    QCOMPARE(m_rig->post("/auth/refresh", refresh(three.text("refresh_token"))).status, 401);

    QCOMPARE(m_rig->post("/auth/logout", {}, me).status, 204);
    QCOMPARE(m_rig->get("/me", me).status, 401);
    QCOMPARE(m_rig->post("/auth/logout", refresh(stranger.text("refresh_token"))).status, 204);
    QCOMPARE(m_rig->get("/me", stranger.text("access_token")).status, 401);
    QCOMPARE(m_rig->post("/auth/logout", {}).status, 401);
}

void TestAuth::emailIsVerifiedByCode()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("mail"));
    const QString token = start.text("access_token");
    QVERIFY(m_rig->pump());
    const QString digits = m_rig->mailBox.codeFor(QStringLiteral("mail@example.com"));
    QCOMPARE(digits.size(), 6);
    QCOMPARE(m_rig->post("/auth/verify", code(digits)).status, 401);
    QCOMPARE(m_rig->post("/auth/verify", code(otherThan(digits)), token).code, QByteArray("wrong_code"));
    const RigAnswer stranger = m_rig->signUp(QStringLiteral("mail2"));
    QCOMPARE(m_rig->post("/auth/verify", code(digits), stranger.text("access_token")).code, QByteArray("wrong_code"));
    const RigAnswer verified = m_rig->post("/auth/verify", code(digits), token);
    QCOMPARE(verified.status, 200);
    QCOMPARE(verified.json.value(QLatin1String("kyc_tier")).toInt(), 1);
    QCOMPARE(verified.json.value(QLatin1String("email_verified")).toBool(), true);
    QCOMPARE(m_rig->post("/auth/verify", code(digits), token).code, QByteArray("wrong_code"));
    QCOMPARE(m_rig->post("/auth/verify/send", {}, token).status, 409);
}

void TestAuth::codesAreGuessedFiveTimes()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("guess"));
    const QString token = start.text("access_token");
    QVERIFY(m_rig->pump());
    const QString digits = m_rig->mailBox.codeFor(QStringLiteral("guess@example.com"));
    const AccountRig::Call wrong{http::Method::Post, "/auth/verify", AccountRig::json(code(otherThan(digits))), token, {}, {}};
    for (const RigAnswer &answer : m_rig->together(std::vector<AccountRig::Call>(8, wrong)))
        QCOMPARE(answer.code, QByteArray("wrong_code"));
    QCOMPARE(m_rig->post("/auth/verify", code(digits), token).code, QByteArray("wrong_code"));
    // Another code works, but not as many as one likes.
    for (int i = 0; i < 4; ++i) {
        m_rig->clock.advance(1000);
        QCOMPARE(m_rig->post("/auth/verify/send", {}, token).status, 204);
    }
    QCOMPARE(m_rig->post("/auth/verify/send", {}, token).status, 429);
    QVERIFY(m_rig->pump());
    QCOMPARE(m_rig->post("/auth/verify", code(m_rig->mailBox.codeFor(QStringLiteral("guess@example.com"))), token).status, 200);
}

void TestAuth::codesGrowOld()
{
    m_rig->settings.accessTokenMs = kHourMs;
    const RigAnswer start = m_rig->signUp(QStringLiteral("old"));
    QVERIFY(m_rig->pump());
    const QString digits = m_rig->mailBox.codeFor(QStringLiteral("old@example.com"));
    m_rig->clock.advance(14 * kMinuteMs);
    const RigAnswer again = m_rig->post("/auth/refresh", refresh(start.text("refresh_token")));
    m_rig->clock.advance(kMinuteMs + 1);
    QCOMPARE(m_rig->post("/auth/verify", code(digits), again.text("access_token")).code, QByteArray("wrong_code"));
    m_rig->settings.accessTokenMs = 15 * kMinuteMs;
}

void TestAuth::mailIsTriedAgain()
{
    m_rig->signUp(QStringLiteral("flaky"));
    m_rig->mailBox.failures = 1;
    QVERIFY(!m_rig->pump());
    QVERIFY(m_rig->mailBox.codeFor(QStringLiteral("flaky@example.com")).isEmpty());
    QVERIFY(m_rig->pump());
    QCOMPARE(m_rig->mailBox.codeFor(QStringLiteral("flaky@example.com")).size(), 6);
}

void TestAuth::passwordIsResetByMail()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("forgot"));
    QVERIFY(m_rig->pump());
    m_rig->clock.advance(1000);
    QCOMPARE(m_rig->post("/auth/password/forgot", {{QStringLiteral("email"), QStringLiteral("forgot@example.com")}}).status, 204);
    QVERIFY(m_rig->pump());
    const QString digits = m_rig->mailBox.codeFor(QStringLiteral("forgot@example.com"));
    const QString fresh = QStringLiteral("a new red bicycle");
    QJsonObject body{{QStringLiteral("email"), QStringLiteral("forgot@example.com")},
                     {QStringLiteral("code"), otherThan(digits)},
                     {QStringLiteral("password"), fresh}};
    QCOMPARE(m_rig->post("/auth/password/reset", body).code, QByteArray("wrong_code"));
    body[QStringLiteral("code")] = digits;
    body[QStringLiteral("password")] = QStringLiteral("password123");
    QCOMPARE(m_rig->post("/auth/password/reset", body).status, 422);
    body[QStringLiteral("password")] = fresh;
    QCOMPARE(m_rig->post("/auth/password/reset", body).status, 204);
    QCOMPARE(m_rig->post("/auth/password/reset", body).code, QByteArray("wrong_code"));
    QCOMPARE(m_rig->get("/me", start.text("access_token")).status, 401);
    QCOMPARE(m_rig->post("/auth/refresh", refresh(start.text("refresh_token"))).status, 401);
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("forgot"))).status, 401);
    const RigAnswer back = m_rig->post("/auth/login", login(QStringLiteral("forgot"), fresh));
    QCOMPARE(back.status, 200);
    QCOMPARE(m_rig->get("/me", back.text("access_token")).status, 200);
}

void TestAuth::forgottenStrangersGetNothing()
{
    const size_t before = m_rig->mailBox.mails.size();
    QCOMPARE(m_rig->post("/auth/password/forgot", {{QStringLiteral("email"), QStringLiteral("unknown@example.com")}}).status,
             204);
    QVERIFY(m_rig->pump());
    QCOMPARE(m_rig->mailBox.mails.size(), before);
    QCOMPARE(m_rig
                 ->post("/auth/password/reset", {{QStringLiteral("email"), QStringLiteral("unknown@example.com")},
                                                 {QStringLiteral("code"), QStringLiteral("123456")},
                                                 {QStringLiteral("password"), AccountRig::password()}})
                 .code,
             QByteArray("wrong_code"));
}

void TestAuth::staffNeedASecondFactor()
{
    QByteArray secret;
    const RigAnswer in = m_rig->staff(QStringLiteral("boss"), {QStringLiteral("admin")}, &secret);
    QCOMPARE(in.status, 200);
    QCOMPARE(user(in).value(QLatin1String("permissions")).toArray(), (QJsonArray{QStringLiteral("admin")}));
    const RigAnswer without = m_rig->post("/auth/login", login(QStringLiteral("boss")));
    QCOMPARE(without.status, 401);
    QCOMPARE(without.code, QByteArray("second_factor_required"));
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("boss"), QStringLiteral("wrong guess"))).code,
             QByteArray("wrong_credentials"));
    QJsonObject body = login(QStringLiteral("boss"));
    body[QStringLiteral("totp")] = QString::fromLatin1(auth::hotp(secret, quint64(auth::totpStep(m_rig->clock.now()))));
    QCOMPARE(m_rig->post("/auth/login", body).code, QByteArray("wrong_code")); // this step was used
    m_rig->clock.advance(30 * kSecondMs);
    body[QStringLiteral("totp")] = QString::fromLatin1(auth::hotp(secret, quint64(auth::totpStep(m_rig->clock.now()))));
    const AccountRig::Call call{http::Method::Post, "/auth/login", AccountRig::json(body), {}, {}, {}};
    int won = 0;
    for (const RigAnswer &answer : m_rig->together({call, call, call}))
        won += answer.status == 200 ? 1 : 0;
    QCOMPARE(won, 1);
    const auto wrong =
        test::await(m_rig->auth->service.addStaff(m_rig->context(), QStringLiteral("x@example.com"), AccountRig::password(),
                                                  QStringLiteral("X"), {QStringLiteral("root")}));
    QCOMPARE(wrong.code(), ErrorCode::UnknownValue);

    // Lost, and another one instead: the old one's next code is void.
    const auto renew = [this](const char *email) {
        return test::await(m_rig->auth->service.renewTotp(m_rig->context(), QString::fromLatin1(email)));
    };
    m_rig->clock.advance(30 * kSecondMs);
    const auto renewed = renew("boss@example.com");
    QVERIFY(renewed);
    const auto step = quint64(auth::totpStep(m_rig->clock.now()));
    body[QStringLiteral("totp")] = QString::fromLatin1(auth::hotp(secret, step));
    QCOMPARE(m_rig->post("/auth/login", body).code, QByteArray("wrong_code"));
    auth::AuthStore store(*m_rig->db);
    const auto stored = test::await(store.findCredentials(m_rig->context(), QStringLiteral("boss@example.com")));
    const QByteArray another = m_rig->shared->keys.open((*stored)->totpSecret);
    QCOMPARE(QString::fromLatin1(auth::base32(another)), renewed->secret);
    body[QStringLiteral("totp")] = QString::fromLatin1(auth::hotp(another, step));
    QCOMPARE(m_rig->post("/auth/login", body).status, 200);
    QCOMPARE(renew("nobody@example.com").code(), ErrorCode::NotFound);
    m_rig->signUp(QStringLiteral("plain"));
    QCOMPARE(renew("plain@example.com").code(), ErrorCode::Forbidden);
}

void TestAuth::userTurnsOnTheSecondFactor()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("careful"));
    const QString token = start.text("access_token");
    QCOMPARE(m_rig->post("/auth/totp/confirm", code(QStringLiteral("123456")), token).status, 409);
    QCOMPARE(m_rig->post("/auth/totp/enable", {{QStringLiteral("password"), QStringLiteral("wrong guess")}}, token).status, 401);
    const RigAnswer enabled = m_rig->post("/auth/totp/enable", {{QStringLiteral("password"), AccountRig::password()}}, token);
    QCOMPARE(enabled.status, 200);
    QVERIFY(enabled.text("otpauth_uri").contains(enabled.text("secret")));
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("careful"))).status, 200); // not before it is confirmed
    auth::AuthStore store(*m_rig->db);
    const auto credentials = test::await(store.findCredentials(m_rig->context(), QStringLiteral("careful@example.com")));
    const QByteArray secret = m_rig->shared->keys.open((*credentials)->totpSecret);
    QCOMPARE(QString::fromLatin1(auth::base32(secret)), enabled.text("secret"));
    const QString digits = QString::fromLatin1(auth::hotp(secret, quint64(auth::totpStep(m_rig->clock.now()))));
    QCOMPARE(m_rig->post("/auth/totp/confirm", code(otherThan(digits)), token).code, QByteArray("wrong_code"));
    QCOMPARE(m_rig->post("/auth/totp/confirm", code(digits), token).status, 204);
    QCOMPARE(m_rig->post("/auth/totp/confirm", code(digits), token).status, 409);
    QCOMPARE(m_rig->post("/auth/totp/enable", {{QStringLiteral("password"), AccountRig::password()}}, token).status, 409);
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("careful"))).code, QByteArray("second_factor_required"));
}

void TestAuth::meIsReadAndChanged()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("profile"), "driver");
    const QString token = start.text("access_token");
    const RigAnswer me = m_rig->get("/me", token);
    const QByteArray tag = me.header("ETag");
    QCOMPARE(tag, QByteArray("\"1\""));
    QCOMPARE(m_rig->send({http::Method::Get, "/me", {}, token, {}, {{"if-none-match", tag}}}).status, 304);
    const QByteArray body = R"({"display_name":"  Ivan   Petrov ","about":"Two ferries a month"})";
    const RigAnswer changed = m_rig->send({http::Method::Patch, "/me", body, token, {}, {{"if-match", tag}}});
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.text("display_name"), QStringLiteral("Ivan Petrov"));
    QCOMPARE(changed.header("ETag"), QByteArray("\"2\""));
    QCOMPARE(m_rig->send({http::Method::Patch, "/me", body, token, {}, {{"if-match", tag}}}).status, 412);
    QCOMPARE(m_rig->send({http::Method::Patch, "/me", body, token, {}, {{"if-match", "W/\"x\""}}}).status, 412);
    QCOMPARE(m_rig->get("/users/" + idOf(start)).text("display_name"), QStringLiteral("Ivan Petrov"));
    const RigAnswer contact = m_rig->send({http::Method::Patch, "/me", R"({"display_name":"t.me/ivan"})", token, {}, {}});
    QCOMPARE(contact.status, 422);
    // What is not for users to set is not set.
    m_rig->send({http::Method::Patch, "/me", R"({"role":"staff","kyc_tier":2,"permissions":["admin"]})", token, {}, {}});
    QCOMPARE(m_rig->get("/me", token).json.value(QLatin1String("kyc_tier")).toInt(), 0);
    QCOMPARE(m_rig->get("/me", token).text("role"), QStringLiteral("driver"));
    const auto myself = *UserId::fromText(QByteArrayView(idOf(start)));
    const auto exported = test::await(m_rig->users->service.exportMe(m_rig->context(), myself));
    QVERIFY(exported.ok());
    const QJsonObject records = QJsonDocument::fromJson(*exported).object().value(QLatin1String("records")).toObject();
    QCOMPARE(records.value(QLatin1String("sessions")).toArray().size(), 1);
    QVERIFY(!exported->contains("argon2") && !exported->contains("token"));
}

void TestAuth::profileIsPublicAndPersonalThingsAreNot()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("public"));
    const RigAnswer card = m_rig->get("/users/" + idOf(start));
    QCOMPARE(card.status, 200);
    QCOMPARE(card.text("display_name"), QStringLiteral("public"));
    for (const char *secret : {"email", "about", "locale", "permissions", "version", "password_hash"})
        QVERIFY(!card.json.contains(QLatin1String(secret)));
    QCOMPARE(m_rig->get("/users/" + Uuid().toText()).status, 404);
    QCOMPARE(m_rig->get("/users/1").status, 404);
}

void TestAuth::reportsAreKeptOnce()
{
    const RigAnswer one = m_rig->signUp(QStringLiteral("reporter"));
    const RigAnswer two = m_rig->signUp(QStringLiteral("reported"));
    const QJsonObject body{{QStringLiteral("reason"), QStringLiteral("fraud")},
                           {QStringLiteral("text"), QStringLiteral("asked for crypto")}};
    QCOMPARE(m_rig->post("/users/" + idOf(two) + "/report", body).status, 401);
    QCOMPARE(m_rig->post("/users/" + idOf(two) + "/report", body, one.text("access_token")).status, 204);
    QCOMPARE(m_rig->post("/users/" + idOf(two) + "/report", body, one.text("access_token")).status, 204);
    QCOMPARE(m_rig->number("select count(*) from reports"), 1);
    QCOMPARE(m_rig->post("/users/" + idOf(one) + "/report", body, one.text("access_token")).status, 409);
    QCOMPARE(m_rig
                 ->post("/users/" + idOf(two) + "/report", {{QStringLiteral("reason"), QStringLiteral("dislike")}},
                        one.text("access_token"))
                 .status,
             422);
    QCOMPARE(m_rig->post("/users/" + Uuid().toText() + "/report", body, one.text("access_token")).status, 404);
}

void TestAuth::bansEndSessionsAtOnce()
{
    const RigAnswer moderator = m_rig->staff(QStringLiteral("mod"), {QStringLiteral("moderate")});
    const RigAnswer bad = m_rig->signUp(QStringLiteral("bad"));
    const QString staff = moderator.text("access_token");
    const QJsonObject why{{QStringLiteral("reason"), QStringLiteral("stolen photos")}};
    QCOMPARE(m_rig->post("/admin/users/" + idOf(bad) + "/ban", {}, staff).status, 422);
    QCOMPARE(m_rig->post("/admin/users/" + idOf(bad) + "/ban", why, staff).text("status"), QStringLiteral("banned"));
    QCOMPARE(m_rig->post("/admin/users/" + idOf(bad) + "/ban", why, staff).status, 409);
    const RigAnswer refused = m_rig->get("/me", bad.text("access_token"));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code, QByteArray("banned"));
    QCOMPARE(m_rig->post("/auth/login", login(QStringLiteral("bad"))).code, QByteArray("banned"));
    QCOMPARE(m_rig->post("/auth/refresh", refresh(bad.text("refresh_token"))).code, QByteArray("banned"));
    QCOMPARE(m_rig->post("/admin/users/" + idOf(bad) + "/unban", why, staff).text("status"), QStringLiteral("active"));
    m_rig->clock.advance(1);
    const RigAnswer back = m_rig->post("/auth/login", login(QStringLiteral("bad")));
    QCOMPARE(m_rig->get("/me", back.text("access_token")).status, 200);
    QCOMPARE(m_rig->post("/admin/users/" + idOf(moderator) + "/ban", why, staff).status, 409);
    const RigAnswer other = m_rig->staff(QStringLiteral("mod2"), {QStringLiteral("moderate")});
    QCOMPARE(m_rig->post("/admin/users/" + idOf(other) + "/ban", why, staff).status, 403);
    QCOMPARE(m_rig->get("/me", other.text("access_token")).status, 200);
    QCOMPARE(m_rig->number("select count(*) from events_audit where action in ('user.banned', 'user.unbanned')"), 2);
}

void TestAuth::routesOfStaffAreClosedToOthers()
{
    const RigAnswer buyer = m_rig->signUp(QStringLiteral("curious"));
    const RigAnswer finance = m_rig->staff(QStringLiteral("money"), {QStringLiteral("finance")});
    const RigAnswer support = m_rig->staff(QStringLiteral("help"), {QStringLiteral("support")});
    const QByteArray id = idOf(buyer);
    for (const QByteArray &path : {QByteArray("/admin/users"), QByteArray("/admin/users/" + id)}) {
        QCOMPARE(m_rig->get(path).status, 401);
        QCOMPARE(m_rig->get(path, buyer.text("access_token")).status, 403);
        QCOMPARE(m_rig->get(path, finance.text("access_token")).status, 403);
        QCOMPARE(m_rig->get(path, support.text("access_token")).status, 200);
    }
    const QJsonObject why{{QStringLiteral("reason"), QStringLiteral("because")}};
    for (const char *what : {"/ban", "/unban"}) {
        QCOMPARE(m_rig->post("/admin/users/" + id + what, why, buyer.text("access_token")).status, 403);
        QCOMPARE(m_rig->post("/admin/users/" + id + what, why, support.text("access_token")).status, 403);
    }
    // Pages follow each other without gaps.
    QStringList seen;
    QByteArray cursor;
    do {
        const RigAnswer page = m_rig->get("/admin/users?limit=7" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor),
                                          support.text("access_token"));
        for (const QJsonValue &item : page.json.value(QLatin1String("items")).toArray())
            seen.append(item.toObject().value(QLatin1String("id")).toString());
        cursor = page.text("next_cursor").toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen.size(), m_rig->number("select count(*) from users"));
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    QCOMPARE(
        m_rig->get("/admin/users?q=curious@", support.text("access_token")).json.value(QLatin1String("items")).toArray().size(),
        1);
    QCOMPARE(m_rig->get("/admin/users?cursor=%00", support.text("access_token")).status, 400);
}

void TestAuth::ratingChangesTheCard()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("rated"), "driver");
    const auto id = *UserId::fromText(QByteArrayView(idOf(start)));
    const auto rate = [](AccountRig *rig, UserId driver, int sum, int count) -> QCoro::Task<Outcome> {
        const auto tx = co_await rig->db->begin(rig->context());
        if (!tx)
            co_return tx.error();
        CARGO_CO_TRY(co_await rig->users->service.applyRating(*tx, driver, sum, count));
        CARGO_CO_TRY(co_await rig->users->service.recordDealDone(*tx, driver));
        co_return co_await tx->commit();
    };
    QVERIFY(test::await(rate(m_rig.get(), id, 10, 2)).ok());
    QVERIFY(test::await(rate(m_rig.get(), id, 10, 2)).ok());
    const RigAnswer card = m_rig->get("/users/" + idOf(start));
    QCOMPARE(card.json.value(QLatin1String("rating")).toObject().value(QLatin1String("mean")).toDouble(), 4.29);
    QCOMPARE(card.json.value(QLatin1String("rating")).toObject().value(QLatin1String("count")).toInt(), 2);
    QCOMPARE(card.json.value(QLatin1String("deals_done")).toInt(), 2);
    QVERIFY(m_rig->number("select count(*) from outbox where topic = 'user.changed'") >= 2);
}

void TestAuth::kycAutoGivesTheTier()
{
    m_rig->settings.kyc = "auto";
    QCOMPARE(user(m_rig->signUp(QStringLiteral("demo"))).value(QLatin1String("kyc_tier")).toInt(), 2);
    m_rig->settings.kyc = "manual";
}

void TestAuth::endedSessionsAreLoadedAtStart()
{
    const RigAnswer start = m_rig->signUp(QStringLiteral("restart"));
    const QString token = start.text("access_token");
    QCOMPARE(m_rig->post("/auth/logout", {}, token).status, 204);
    // A server that starts now has heard nothing on its bus.
    InProcessBus bus;
    auth::AuthShared fresh(m_rig->shared->keys, m_rig->settings, bus, m_rig->cpu, m_rig->mailBox);
    QVERIFY(fresh.authenticator.authenticate(token.toLatin1(), m_rig->clock.now()).ok());
    auth::AuthFeature feature(*m_rig->runtime, fresh, m_rig->users->service);
    QVERIFY(test::await(feature.start(m_rig->context())).ok());
    QCOMPARE(fresh.authenticator.authenticate(token.toLatin1(), m_rig->clock.now()).code(), ErrorCode::Unauthorized);
    QCOMPARE(m_rig->number("select count(*) from timers where kind = 'auth.sweep'"), 1);
}

void TestAuth::hostileBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("empty") << QByteArray() << 400;
    QTest::newRow("not json") << QByteArray("email=a&password=b") << 400;
    QTest::newRow("array") << QByteArray("[1,2,3]") << 400;
    QTest::newRow("null") << QByteArray("null") << 400;
    QTest::newRow("cut") << QByteArray(R"({"email":"a@example.com","passw)") << 400;
    QTest::newRow("not utf-8") << QByteArray("{\"email\":\"a\xff\xfe@example.com\"}") << 400;
    QTest::newRow("deep") << QByteArray(QByteArray(2000, '[') + QByteArray(2000, ']')) << 400;
    QTest::newRow("huge") << QByteArray("{\"email\":\"" + QByteArray(20'000, 'a') + "\"}") << 413;
    QTest::newRow("long password") << QByteArray(R"({"email":"a@example.com","password":")" + QByteArray(10'000, 'p') + "\"}")
                                   << 422;
    QTest::newRow("numbers") << QByteArray(R"({"email":1,"password":2,"role":3,"display_name":4,"refresh_token":5,"code":6})")
                             << 422;
    QTest::newRow("objects") << QByteArray(R"({"email":{},"password":[],"refresh_token":{"$ne":1},"code":[]})") << 422;
    QTest::newRow("nul") << QByteArray(
        R"({"email":"a@example.com\u0000","password":"x\u0000y","refresh_token":"\u0000","code":"\u0000"})")
                         << 422;
}

void TestAuth::hostileBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    for (const char *path : {"/auth/register", "/auth/login", "/auth/refresh", "/auth/password/forgot", "/auth/password/reset"}) {
        const RigAnswer answer = m_rig->send({http::Method::Post, path, body, {}, {}, {}});
        if (qstrcmp(path, "/auth/password/forgot") == 0 && qstrcmp(QTest::currentDataTag(), "long password") == 0)
            QCOMPARE(answer.status, 204); // a field that it does not know
        else
            QVERIFY2(answer.status == status, QByteArray(QByteArray(path) + ": " + QByteArray::number(answer.status)));
    }
}

QTEST_GUILESS_MAIN(TestAuth)
#include "tst_auth.moc"
