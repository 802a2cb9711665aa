#include "server/auth/auth_shared.h"
#include "server/auth/totp.h"
#include "server/bus/in_process_bus.h"
#include "server/users/user.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::auth;

namespace {

constexpr auto kBase64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qint64 kLifetimeMs = 15 * kMinuteMs;
const QByteArray kKey(32, 'k');
const Timestamp kNow{1'795'000'000'000};

Principal somebody() { return {UserId::make(kNow), SessionId::make(kNow), Role::Driver, 0}; }

QByteArray tokenOf(const QByteArray &header, const QByteArray &claims, const QByteArray &key)
{
    const QByteArray input = header.toBase64(kBase64) + '.' + claims.toBase64(kBase64);
    return input + '.' + hmacSha256(key, input).toBase64(kBase64);
}

QByteArray claimsOf(const QByteArray &token) { return QByteArray::fromBase64(token.split('.').at(1), kBase64); }

} // namespace

// Tokens, second factors and keys: pure parts of auth, without a database.
class TestAuthTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tokenTellsWhoItIs();
    void tokenExpiresToTheSecond();
    void forgedTokensAreRefused_data();
    void forgedTokensAreRefused();
    void everyFlippedCharacterIsNoticed();
    void endedSessionsAreRefused();
    void knownTokensAreCheckedToo();
    void endedSessionsAreForgottenWhenTokensAreDead();
    void hotpMatchesRfc4226();
    void totpMatchesRfc6238();
    void totpStepsWorkOnce();
    void base32MatchesRfc4648();
    void keysAreMadeOnceAndKept();
    void sealedSecretsOpenOnlyUntouched();
    void codesHaveSixDigitsAndAKeyedHash();
    void ratingIsBayesian();
};

void TestAuthTokens::tokenTellsWhoItIs()
{
    const AuthTokens tokens(kKey, kLifetimeMs);
    Principal staff = somebody();
    staff.role = Role::Staff;
    staff.permissions = quint32(Permission::Finance);
    const auto principal = tokens.verify(tokens.issue(staff, kNow), kNow);
    QVERIFY(principal.ok());
    QCOMPARE(principal->user, staff.user);
    QCOMPARE(principal->session, staff.session);
    QCOMPARE(principal->role, Role::Staff);
    QVERIFY(principal->may(Permission::Finance));
    QVERIFY(!principal->may(Permission::Support));
}

void TestAuthTokens::tokenExpiresToTheSecond()
{
    const AuthTokens tokens(kKey, kLifetimeMs);
    const QByteArray token = tokens.issue(somebody(), kNow);
    QVERIFY(tokens.verify(token, kNow.plusMs(kLifetimeMs - 1)).ok());
    QCOMPARE(tokens.verify(token, kNow.plusMs(kLifetimeMs)).code(), ErrorCode::TokenExpired);
}

void TestAuthTokens::forgedTokensAreRefused_data()
{
    const AuthTokens tokens(kKey, kLifetimeMs);
    const QByteArray good = tokens.issue(somebody(), kNow);
    const QByteArray claims = claimsOf(good);
    const auto parts = good.split('.');
    const QByteArray header = R"({"alg":"HS256","typ":"JWT"})";
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("alg none") << tokenOf(R"({"alg":"none","typ":"JWT"})", claims, kKey);
    QTest::newRow("alg none, no signature") << QByteArray(QByteArray(R"({"alg":"none"})").toBase64(kBase64) + '.' + parts[1]
                                                          + '.');
    QTest::newRow("alg HS512") << tokenOf(R"({"alg":"HS512","typ":"JWT"})", claims, kKey);
    QTest::newRow("alg RS256") << tokenOf(R"({"alg":"RS256","typ":"JWT"})", claims, kKey);
    QTest::newRow("same header, other spelling") << tokenOf(R"({"typ":"JWT","alg":"HS256"})", claims, kKey);
    QTest::newRow("header with key id") << tokenOf(R"({"alg":"HS256","typ":"JWT","kid":"../../dev/null"})", claims, kKey);
    QTest::newRow("other key") << tokenOf(header, claims, QByteArray(32, 'x'));
    QTest::newRow("empty key") << tokenOf(header, claims, QByteArray());
    QTest::newRow("no signature") << QByteArray(parts[0] + '.' + parts[1] + '.');
    QTest::newRow("two parts") << QByteArray(parts[0] + '.' + parts[1]);
    QTest::newRow("four parts") << QByteArray(good + ".x");
    QTest::newRow("padding") << QByteArray(good + '=');
    QTest::newRow("cut signature") << good.chopped(1);
    QTest::newRow("space") << QByteArray(' ' + good);
    QTest::newRow("claims no object") << tokenOf(header, "[]", kKey);
    QTest::newRow("no expiry") << tokenOf(header, R"({"sub":"x"})", kKey);
    QJsonObject staff = QJsonDocument::fromJson(claims).object();
    staff[QStringLiteral("role")] = QStringLiteral("staff");
    const QByteArray changed = QJsonDocument(staff).toJson(QJsonDocument::Compact);
    QTest::newRow("changed claims, old signature") << QByteArray(parts[0] + '.' + changed.toBase64(kBase64) + '.' + parts[2]);
    staff[QStringLiteral("role")] = QStringLiteral("root");
    QTest::newRow("unknown role") << tokenOf(header, QJsonDocument(staff).toJson(QJsonDocument::Compact), kKey);
    QTest::newRow("huge") << QByteArray(100'000, 'a');
    QTest::newRow("dots") << QByteArray(900, '.');
}

void TestAuthTokens::forgedTokensAreRefused()
{
    QFETCH(QByteArray, token);
    const auto result = AuthTokens(kKey, kLifetimeMs).verify(token, kNow);
    QVERIFY(!result.ok());
    QCOMPARE(result.code(), ErrorCode::Unauthorized);
}

void TestAuthTokens::everyFlippedCharacterIsNoticed()
{
    const AuthTokens tokens(kKey, kLifetimeMs);
    const QByteArray good = tokens.issue(somebody(), kNow);
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = bad[i] == 'A' ? 'B' : 'A';
        QVERIFY2(bad == good || !tokens.verify(bad, kNow).ok(), QByteArray::number(i));
    }
}

void TestAuthTokens::endedSessionsAreRefused()
{
    InProcessBus bus;
    const SessionAuthenticator authenticator(AuthTokens(kKey, kLifetimeMs), bus);
    const Principal one = somebody();
    Principal other = one;
    other.session = SessionId::make(kNow);
    const QByteArray token = authenticator.tokens().issue(one, kNow);
    QVERIFY(authenticator.authenticate(token, kNow).ok());

    bus.publish(kSessionEndedTopic, SessionEnded{one.user, one.session, "logout", kNow}.toJson());
    QCOMPARE(authenticator.authenticate(token, kNow).code(), ErrorCode::Unauthorized);
    QVERIFY(authenticator.authenticate(authenticator.tokens().issue(other, kNow), kNow).ok());

    bus.publish(kSessionEndedTopic, SessionEnded{other.user, other.session, "banned", kNow}.toJson());
    QCOMPARE(authenticator.authenticate(authenticator.tokens().issue(other, kNow), kNow).code(), ErrorCode::Banned);
    bus.publish(kSessionEndedTopic, "not json");
    bus.publish(kSessionEndedTopic, R"({"user_id":"x","session":7})");
    QCOMPARE(authenticator.remembered(), size_t(2));
}

// A token that was seen before is not computed again; it must not count a moment longer, nor anything that looks like it.
void TestAuthTokens::knownTokensAreCheckedToo()
{
    InProcessBus bus;
    const SessionAuthenticator authenticator(AuthTokens(kKey, kLifetimeMs), bus);
    const Principal one = somebody();
    const QByteArray token = authenticator.tokens().issue(one, kNow);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(authenticator.authenticate(token, kNow)->user, one.user);
    for (qsizetype i = 0; i < token.size(); ++i) {
        QByteArray bad = token;
        bad[i] = bad[i] == 'A' ? 'B' : 'A';
        QCOMPARE(authenticator.authenticate(bad, kNow).ok(), bad == token);
    }
    QCOMPARE(authenticator.authenticate(token.chopped(1), kNow).code(), ErrorCode::Unauthorized);
    QVERIFY(authenticator.authenticate(token, kNow.plusMs(kLifetimeMs - 1)).ok());
    QCOMPARE(authenticator.authenticate(token, kNow.plusMs(kLifetimeMs)).code(), ErrorCode::TokenExpired);
    // More people than it remembers.
    for (int i = 0; i < 20'000; ++i) {
        Principal another = one;
        another.user = UserId::make(kNow.plusMs(i));
        QCOMPARE(authenticator.authenticate(authenticator.tokens().issue(another, kNow), kNow)->user, another.user);
    }
    QCOMPARE(authenticator.authenticate(token, kNow)->user, one.user);
}

void TestAuthTokens::endedSessionsAreForgottenWhenTokensAreDead()
{
    InProcessBus bus;
    SessionAuthenticator authenticator(AuthTokens(kKey, kLifetimeMs), bus);
    Timestamp now = kNow;
    for (int i = 0; i < 20'000; ++i) {
        now = now.plusMs(kSecondMs);
        authenticator.remember({UserId::make(now), SessionId::make(now), "logout", now});
    }
    // 15 minutes at one a second are 900 that matter.
    QVERIFY(authenticator.remembered() < 4000);
    QVERIFY(authenticator.remembered() >= 900);
}

// RFC 4226, appendix D.
void TestAuthTokens::hotpMatchesRfc4226()
{
    const QByteArray secret = "12345678901234567890";
    const QByteArrayList expected{"755224", "287082", "359152", "969429", "338314",
                                  "254676", "287922", "162583", "399871", "520489"};
    for (int i = 0; i < expected.size(); ++i)
        QCOMPARE(hotp(secret, quint64(i)), expected[i]);
}

// RFC 6238, appendix B, SHA-1, eight digits.
void TestAuthTokens::totpMatchesRfc6238()
{
    const QByteArray secret = "12345678901234567890";
    const std::vector<std::pair<qint64, QByteArray>> expected{{59, "94287082"},         {1111111109, "07081804"},
                                                              {1111111111, "14050471"}, {1234567890, "89005924"},
                                                              {2000000000, "69279037"}, {20000000000, "65353130"}};
    for (const auto &[seconds, code] : expected)
        QCOMPARE(hotp(secret, quint64(totpStep({seconds * 1000})), 8), code);
}

void TestAuthTokens::totpStepsWorkOnce()
{
    const QByteArray secret = newTotpSecret();
    QCOMPARE(secret.size(), 20);
    const qint64 step = totpStep(kNow);
    QCOMPARE(matchTotp(secret, hotp(secret, quint64(step)), kNow, 0), std::optional<qint64>(step));
    QCOMPARE(matchTotp(secret, hotp(secret, quint64(step - 1)), kNow, 0), std::optional<qint64>(step - 1));
    QCOMPARE(matchTotp(secret, hotp(secret, quint64(step + 1)), kNow, 0), std::optional<qint64>(step + 1));
    QCOMPARE(matchTotp(secret, hotp(secret, quint64(step - 2)), kNow, 0), std::nullopt);
    QCOMPARE(matchTotp(secret, hotp(secret, quint64(step + 2)), kNow, 0), std::nullopt);
    QCOMPARE(matchTotp(secret, hotp(secret, quint64(step)), kNow, step), std::nullopt);
    QCOMPARE(matchTotp(secret, {}, kNow, 0), std::nullopt);
}

void TestAuthTokens::base32MatchesRfc4648()
{
    QCOMPARE(base32("foobar"), QByteArray("MZXW6YTBOI"));
    QCOMPARE(base32("fooba"), QByteArray("MZXW6YTB"));
    QCOMPARE(base32("f"), QByteArray("MY"));
    QCOMPARE(base32("12345678901234567890"), QByteArray("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"));
    QVERIFY(otpauthUri("f", QStringLiteral("a&b@example.com")).contains(QStringLiteral("CarGo:a%26b%40example.com?secret=MY&")));
}

void TestAuthTokens::keysAreMadeOnceAndKept()
{
    QTemporaryDir folder;
    config::Settings settings;
    settings.dataDir = folder.path();
    const auto first = SecretKeys::load(settings);
    const auto second = SecretKeys::load(settings);
    QVERIFY(first.ok() && second.ok());
    QCOMPARE(first->accessToken(), second->accessToken());
    const QFile file(folder.path() + QStringLiteral("/keys/server.key"));
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
             QFileDevice::Permissions());
    settings.secretKey = "short";
    QCOMPARE(SecretKeys::load(settings).code(), ErrorCode::TooShort);
}

void TestAuthTokens::sealedSecretsOpenOnlyUntouched()
{
    const SecretKeys keys(QByteArray(32, 's'));
    QByteArray sealed = keys.seal("second factor");
    QVERIFY(!sealed.contains("second"));
    QCOMPARE(keys.open(sealed), QByteArray("second factor"));
    QVERIFY(keys.seal("second factor") != sealed);
    QCOMPARE(SecretKeys(QByteArray(32, 't')).open(sealed), QByteArray());
    sealed[sealed.size() - 1] = char(sealed.back() ^ 1);
    QCOMPARE(keys.open(sealed), QByteArray());
    QCOMPARE(keys.open("x"), QByteArray());
}

void TestAuthTokens::codesHaveSixDigitsAndAKeyedHash()
{
    const SecretKeys keys(QByteArray(32, 's'));
    QSet<QByteArray> seen;
    for (int i = 0; i < 1000; ++i) {
        const Uuid id = newUuid(kNow);
        const QByteArray digits = keys.codeDigits(id);
        QCOMPARE(digits.size(), 6);
        QVERIFY(digits.toInt() >= 0 && digits.toInt() < 1'000'000);
        QCOMPARE(keys.codeDigits(id), digits);
        QVERIFY(SecretKeys(QByteArray(32, 't')).codeHash(id, digits) != keys.codeHash(id, digits));
        seen.insert(digits);
    }
    QVERIFY(seen.size() > 950);
}

void TestAuthTokens::ratingIsBayesian()
{
    QCOMPARE(users::ratingOf(0, 0).mean, 0.0);
    QCOMPARE(users::ratingOf(5, 1).mean, 4.17);
    QVERIFY(users::ratingOf(500, 100).mean > 4.9);
    QVERIFY(users::ratingOf(1, 1).mean < 4.0);
}

QTEST_GUILESS_MAIN(TestAuthTokens)
#include "tst_auth_tokens.moc"
