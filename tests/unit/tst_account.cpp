#include "shared/api/auth_dto.h"
#include "shared/api/json_writer.h"
#include "shared/domain/account/account_rules.h"

#include <QJsonDocument>
#include <QTest>

using namespace cargo;

class TestAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void email_data();
    void email();
    void password_data();
    void password();
    void displayName_data();
    void displayName();
    void registerIsReadStrictly();
    void answersSurviveTheRoundTrip();
};

void TestAccount::email_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal"); // empty: refused
    QTest::newRow("plain") << "anna@example.com"
                           << "anna@example.com";
    QTest::newRow("case and spaces") << "  Anna.B+cars@Example.COM "
                                     << "anna.b+cars@example.com";
    QTest::newRow("idn") << QStringLiteral("anna@почта.рф") << "anna@xn--80a1acny.xn--p1ai";
    QTest::newRow("no at") << "anna.example.com"
                           << "";
    QTest::newRow("no dot") << "anna@localhost"
                            << "";
    QTest::newRow("two at") << "a@b@example.com"
                            << "";
    QTest::newRow("dots") << "a..b@example.com"
                          << "";
    QTest::newRow("leading dot") << ".a@example.com"
                                 << "";
    QTest::newRow("address literal") << "a@[127.0.0.1]"
                                     << "";
    QTest::newRow("ip") << "a@127.0.0.1"
                        << "";
    QTest::newRow("header injection") << "a@example.com\r\nBcc: b@example.com"
                                      << "";
    QTest::newRow("quoted") << "\"a b\"@example.com"
                            << "";
    QTest::newRow("look-alike") << QStringLiteral("аnna@example.com") << "";
    QTest::newRow("long local") << QString(65, u'a') + QStringLiteral("@example.com") << "";
    QTest::newRow("hyphen") << "a@-example.com"
                            << "";
}

void TestAccount::email()
{
    QFETCH(QString, given);
    QFETCH(QString, normal);
    const auto result = normalizeEmail(given);
    QCOMPARE(result.ok() ? *result : QString(), normal);
}

void TestAccount::password_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<bool>("taken");
    QTest::newRow("phrase") << "winter tyres in Busan" << true;
    QTest::newRow("cyrillic") << QStringLiteral("зимняя резина 7") << true;
    QTest::newRow("ten") << "k3-fZq81xW" << true;
    QTest::newRow("nine") << "k3-fZq81x" << false;
    QTest::newRow("common") << "qwertyuiop" << false;
    QTest::newRow("common in capitals") << "PassWord123" << false;
    QTest::newRow("common cyrillic") << QStringLiteral("Пароль12345") << false;
    QTest::newRow("one sign") << "zzzzzzzzzzzzzzz" << false;
    QTest::newRow("three signs") << "abababcababab" << false;
    QTest::newRow("run") << "defghijklmno" << false;
    QTest::newRow("the e-mail") << "anna@example.com" << false;
    QTest::newRow("128") << QStringLiteral("abcd").repeated(32) << true;
    QTest::newRow("129") << QStringLiteral("abcd").repeated(32) + u'e' << false;
}

void TestAccount::password()
{
    QFETCH(QString, given);
    QFETCH(bool, taken);
    QCOMPARE(checkPassword(given, u"anna@example.com").ok(), taken);
}

void TestAccount::displayName_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("normal");
    QTest::newRow("plain") << QStringLiteral("Анна К.") << QStringLiteral("Анна К.");
    QTest::newRow("spaces") << "  Anna \t  K "
                            << "Anna K";
    QTest::newRow("empty") << "   "
                           << "";
    QTest::newRow("signs only") << "...!"
                                << "";
    QTest::newRow("right-to-left override") << QStringLiteral("Anna\u202Emoc") << "";
    QTest::newRow("zero width") << QStringLiteral("An\u200Bna") << "";
    QTest::newRow("long") << QString(81, u'a') << "";
    QTest::newRow("80") << QString(80, u'a') << QString(80, u'a');
}

void TestAccount::displayName()
{
    QFETCH(QString, given);
    QFETCH(QString, normal);
    const auto result = normalizeDisplayName(given);
    QCOMPARE(result.ok() ? *result : QString(), normal);
}

void TestAccount::registerIsReadStrictly()
{
    api::RegisterDto dto{QStringLiteral("a@example.com"), QStringLiteral("  spaces stay here "), Role::Driver,
                         QStringLiteral("Ivan"), QStringLiteral("en")};
    const auto parsed = api::RegisterDto::parse(dto.toJson());
    QVERIFY(parsed.ok());
    QCOMPARE(parsed.value.password, dto.password);
    QCOMPARE(parsed.value.role, Role::Driver);
    QCOMPARE(parsed.value.locale, QStringLiteral("en"));

    const auto wrong = api::RegisterDto::parse(R"({"email":"x","password":"short","role":"staff","display_name":7})");
    std::vector<QString> fields;
    for (const Error &error : wrong.errors)
        fields.push_back(error.field);
    QCOMPARE(fields, (std::vector<QString>{QStringLiteral("email"), QStringLiteral("password"), QStringLiteral("role"),
                                           QStringLiteral("display_name")}));
    QCOMPARE(api::RegisterDto::parse("[]").ok(), false);
    QCOMPARE(api::RegisterDto::parse("{\"email\":\"a@example.com\"").errors.front().code, ErrorCode::MalformedJson);
    QCOMPARE(api::LoginDto::parse(R"({"email":"a@example.com","password":"x","totp":"12345a"})").errors.front().field,
             QStringLiteral("totp"));
    // Arabic digits are digits to QChar::isDigit, but no code that we ever sent.
    QCOMPARE(api::CodeDto::parse("{\"code\":\"\u0661\u0662\u0663\u0664\u0665\u0666\"}").ok(), false);
}

void TestAccount::answersSurviveTheRoundTrip()
{
    api::AuthAnswerDto answer;
    answer.accessToken = QStringLiteral("a.b.c");
    answer.refreshToken = QStringLiteral("r");
    answer.expiresInS = 900;
    answer.user.card.id = UserId::make(Timestamp{1'700'000'000'000});
    answer.user.card.role = Role::Driver;
    answer.user.card.displayName = QStringLiteral("Иван");
    answer.user.card.kycTier = 2;
    answer.user.card.verified = true;
    answer.user.card.rating = {4.17, 1};
    answer.user.card.memberSince = Timestamp{1'700'000'000'000};
    answer.user.email = QStringLiteral("i@example.com");
    answer.user.locale = QStringLiteral("ru");
    const auto document = QJsonDocument::fromJson(answer.toJson());
    QVERIFY(document.isObject());
    const auto read = api::AuthAnswerDto::read(document.object());
    QVERIFY(read.ok());
    QCOMPARE(read.value.toJson(), answer.toJson());
    QCOMPARE(read.value.user.card.rating.mean, 4.17);
}

QTEST_GUILESS_MAIN(TestAccount)
#include "tst_account.moc"
