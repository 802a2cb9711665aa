#include "shared/api/json_reader.h"
#include "shared/api/json_writer.h"
#include "shared/domain/clock.h"
#include "shared/domain/ids.h"
#include "shared/domain/listing/attributes.h"
#include "shared/domain/listing/listing.h"
#include "shared/domain/money.h"
#include "shared/domain/vehicle/vin.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

using namespace cargo;

// Values of the shared library: money, ids, moments, VINs, listing words, strict JSON.
class TestDomain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void moneyIsExact();
    void moneyReadsDecimals_data();
    void moneyReadsDecimals();
    void moneyRoundTrips();
    void uuidRoundTrips();
    void uuidSortsByTime();
    void momentsRoundTrip();
    void momentsAreStrict_data();
    void momentsAreStrict();
    void vin_data();
    void vin();
    void vinRefuses_data();
    void vinRefuses();
    void vinNoticesEveryChangedCharacter();
    void listingMoves();
    void listingWords();
    void attributesAreChecked();
    void jsonIsStrict_data();
    void jsonIsStrict();
    void jsonCollectsEveryProblem();
};

void TestDomain::moneyIsExact()
{
    const Money rub{1'050, Currency::rub()};
    const Money usd{1, *Currency::fromCode(u"USD")};
    QCOMPARE(rub.plus(rub)->amountMinor, 2'100);
    QCOMPARE(rub.plus(usd).code(), ErrorCode::CurrencyMismatch);
    QCOMPARE(rub.minus(usd).code(), ErrorCode::CurrencyMismatch);
    const Money top{std::numeric_limits<qint64>::max(), Currency::rub()};
    QCOMPARE(top.plus(rub).code(), ErrorCode::AmountOverflow);
    QCOMPARE((Money{std::numeric_limits<qint64>::min(), Currency::rub()}.minus(rub)).code(), ErrorCode::AmountOverflow);
    QCOMPARE((Money{25, Currency::rub()}.share(1000))->amountMinor, 2); // 2.5 -> 2
    QCOMPARE((Money{35, Currency::rub()}.share(1000))->amountMinor, 4); // 3.5 -> 4
    QCOMPARE((Money{-25, Currency::rub()}.share(1000))->amountMinor, -2);
    QCOMPARE((Money{-35, Currency::rub()}.share(1000))->amountMinor, -4);
    QCOMPARE(top.share(10'001).code(), ErrorCode::AmountOverflow);
    QVERIFY(!Currency::fromCode(u"XXX"));
    QVERIFY(!Currency::fromCode(u"rub"));
}

void TestDomain::moneyReadsDecimals_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("good");
    QTest::addColumn<qint64>("minor");
    QTest::newRow("plain") << "2650000.00"
                           << "RUB" << true << qint64(265'000'000);
    QTest::newRow("one digit") << "0.5"
                               << "RUB" << true << qint64(50);
    QTest::newRow("negative") << "-0.01"
                              << "RUB" << true << qint64(-1);
    QTest::newRow("yen") << "1200000"
                         << "JPY" << true << qint64(1'200'000);
    QTest::newRow("yen has no point") << "1200000.0"
                                      << "JPY" << false << qint64(0);
    QTest::newRow("three digits") << "1.005"
                                  << "RUB" << false << qint64(0);
    QTest::newRow("comma") << "1,00"
                           << "RUB" << false << qint64(0);
    QTest::newRow("exponent") << "1e5"
                              << "RUB" << false << qint64(0);
    QTest::newRow("plus") << "+1"
                          << "RUB" << false << qint64(0);
    QTest::newRow("empty") << ""
                           << "RUB" << false << qint64(0);
    QTest::newRow("point alone") << "1."
                                 << "RUB" << false << qint64(0);
    QTest::newRow("overflow") << "92233720368547758.08"
                              << "RUB" << false << qint64(0);
    QTest::newRow("largest") << "92233720368547758.07"
                             << "RUB" << true << std::numeric_limits<qint64>::max();
}

void TestDomain::moneyReadsDecimals()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(bool, good);
    QFETCH(qint64, minor);
    const auto money = Money::fromDecimal(text, *Currency::fromCode(code));
    QCOMPARE(money.ok(), good);
    if (good)
        QCOMPARE(money->amountMinor, minor);
}

void TestDomain::moneyRoundTrips()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 2000; ++i) {
        const Money money{qint64(random.generate64()) / 2, *Currency::fromCode(i % 2 ? u"RUB" : u"KRW")};
        const auto back = Money::fromDecimal(QString::fromLatin1(money.toDecimal()), money.currency);
        QVERIFY2(back.ok(), money.toDecimal());
        QCOMPARE(back->amountMinor, money.amountMinor);
    }
}

void TestDomain::uuidRoundTrips()
{
    for (int i = 0; i < 500; ++i) {
        const UserId id = UserId::make({1'795'000'000'000 + i});
        QCOMPARE(UserId::fromText(QByteArrayView(id.toText())), std::optional(id));
        QCOMPARE(UserId::fromText(id.toString().toUpper()), std::optional(id));
        QCOMPARE(id.toText().at(14), '7');
        QVERIFY(QByteArray("89ab").contains(id.toText().at(19)));
    }
    for (const char *bad : {"", "0190", "{01902f3c-0000-7000-8000-000000000000}", "01902f3c00007000800000000000000000000",
                            "01902f3c-0000-7000-8000-00000000000g", "01902f3c-0000-7000-8000-0000000000000"})
        QVERIFY(!UserId::fromText(QByteArrayView(bad)));
}

void TestDomain::uuidSortsByTime()
{
    Uuid before = makeUuidV7({1}, {255, 255, 255, 255, 255, 255, 255, 255, 255, 255});
    for (qint64 ms = 2; ms < 1'000'000'000'000; ms *= 3) {
        const Uuid now = makeUuidV7({ms}, {});
        QVERIFY(before < now);
        QVERIFY(before.toText() < now.toText());
        before = now;
    }
}

void TestDomain::momentsRoundTrip()
{
    QRandomGenerator random(11);
    for (int i = 0; i < 3000; ++i) {
        const Timestamp moment{random.bounded(qint64(0), qint64(253'402'300'799'999)) - 62'135'596'800'000 / 2};
        const QByteArray text = moment.toRfc3339();
        QCOMPARE(Timestamp::fromRfc3339(QString::fromLatin1(text)), std::optional(moment));
        QCOMPARE(QString::fromLatin1(text),
                 QDateTime::fromMSecsSinceEpoch(moment.unixMs, Qt::UTC).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzzZ")));
    }
    QCOMPARE(Timestamp::fromRfc3339(u"2026-11-23T10:38:09+03:00"), Timestamp::fromRfc3339(u"2026-11-23T07:38:09Z"));
}

void TestDomain::momentsAreStrict_data()
{
    QTest::addColumn<QString>("text");
    for (const char *bad : {"", "2026-11-23", "2026-11-23T07:38:09", "2026-13-23T07:38:09Z", "2026-11-31T07:38:09Z",
                            "2026-11-23 07:38:09Z", "yesterday at noon, UTC Z"})
        QTest::newRow(bad) << QString::fromLatin1(bad);
}

void TestDomain::momentsAreStrict()
{
    QFETCH(QString, text);
    QVERIFY(!Timestamp::fromRfc3339(text));
}

void TestDomain::vin_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("country");
    QTest::addColumn<QString>("maker");
    QTest::addColumn<int>("year");
    QTest::addColumn<bool>("applies");
    // Published examples and numbers of cars in public documents.
    QTest::newRow("standard's example") << "1M8GDM9AXKP042788"
                                        << "US"
                                        << "Motor Coach Industries" << 1989 << true;
    QTest::newRow("honda us") << "1HGCM82633A004352"
                              << "US"
                              << "Honda" << 2003 << true;
    QTest::newRow("all ones") << "11111111111111111"
                              << "US"
                              << "" << 2001 << true;
    QTest::newRow("tesla") << "5YJ3E1EA2KF317000"
                           << "US"
                           << "Tesla" << 2019 << true;
    QTest::newRow("lower case, blanks") << " 1hgcm826 33a004352 "
                                        << "US"
                                        << "Honda" << 2003 << true;
    QTest::newRow("lexus without check digit") << "JTHBK1GG7D2012345"
                                               << "JP"
                                               << "Lexus" << 2013 << false;
    QTest::newRow("toyota") << "JTDBE32K123456789"
                            << "JP"
                            << "Toyota" << 2002 << false;
    QTest::newRow("volkswagen") << "WVWZZZ1JZ3W386752"
                                << "DE"
                                << "Volkswagen" << 2003 << false;
    QTest::newRow("hyundai") << "KMHDN45D92U345678"
                             << "KR"
                             << "Hyundai" << 2002 << false;
    QTest::newRow("volvo") << "YV1RS592792714567"
                           << "SE"
                           << "Volvo" << 2009 << false;
    QTest::newRow("lada") << "XTA210990Y2765432"
                          << "RU"
                          << "Lada" << 2000 << false;
}

void TestDomain::vin()
{
    QFETCH(QString, text);
    QFETCH(QString, country);
    QFETCH(QString, maker);
    QFETCH(int, year);
    QFETCH(bool, applies);
    const auto vin = vehicle::parseVin(text, 2026);
    QVERIFY(vin.ok());
    QCOMPARE(vin->country, country);
    QCOMPARE(vin->maker, maker);
    QCOMPARE(vin->modelYear.value_or(0), year);
    QCOMPARE(vin->checkDigitApplies, applies);
    if (applies)
        QVERIFY(vin->checkDigitMatches);
}

void TestDomain::vinRefuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::newRow("short") << "1M8GDM9AXKP04278" << int(ErrorCode::TooShort);
    QTest::newRow("long") << "1M8GDM9AXKP0427888" << int(ErrorCode::TooLong);
    QTest::newRow("letter O") << "1M8GDM9AXKPO42788" << int(ErrorCode::InvalidFormat);
    QTest::newRow("cyrillic") << QStringLiteral("1М8GDM9AXKP042788") << int(ErrorCode::InvalidFormat);
    QTest::newRow("check digit us") << "1M8GDM9A1KP042788" << int(ErrorCode::WrongCode);
    QTest::newRow("check digit cn") << "LSVAA49J832201111" << int(ErrorCode::WrongCode);
    QTest::newRow("no serial digits") << "WVWZZZ1JZ3W38ABCD" << int(ErrorCode::InvalidFormat);
}

void TestDomain::vinRefuses()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    const auto vin = vehicle::parseVin(text, 2026);
    QVERIFY(!vin.ok());
    QCOMPARE(int(vin.code()), code);
    QCOMPARE(vin.error().field, QStringLiteral("vin"));
}

void TestDomain::vinNoticesEveryChangedCharacter()
{
    // The check digit exists to notice one wrong digit anywhere.
    const QString good = QStringLiteral("1M8GDM9AXKP042788");
    for (qsizetype i = 11; i < good.size(); ++i) {
        for (char16_t c = u'0'; c <= u'9'; ++c) {
            QString changed = good;
            changed[i] = QChar(c);
            QCOMPARE(vehicle::parseVin(changed, 2026).ok(), changed == good);
        }
    }
}

void TestDomain::listingMoves()
{
    using S = listing::Status;
    using W = listing::Mover;
    QVERIFY(listing::mayMove(S::Draft, S::Published, W::Driver));
    QVERIFY(listing::mayMove(S::Paused, S::Published, W::Driver));
    QVERIFY(!listing::mayMove(S::Blocked, S::Published, W::Driver));
    QVERIFY(!listing::mayMove(S::InReview, S::Published, W::Driver));
    QVERIFY(!listing::mayMove(S::Published, S::Published, W::Driver));
    // Nothing comes back from the archive, and a driver never blocks.
    for (const S to : listing::kStatusWords.all()) {
        for (const W who : {W::Driver, W::Moderator, W::System})
            QVERIFY(!listing::mayMove(S::Archived, to, who));
    }
    for (const S from : listing::kStatusWords.all())
        QVERIFY(!listing::mayMove(from, S::Blocked, W::Driver));
    QVERIFY(listing::isPublic(S::Published) && !listing::isPublic(S::InReview));
}

void TestDomain::listingWords()
{
    using F = listing::Fact;
    for (const F fact : {F::BodyType, F::Fuel, F::Transmission, F::Drive, F::Color}) {
        for (const QLatin1String &word : listing::words(fact))
            QCOMPARE(listing::canonicalWord(fact, QString(word).toUpper()), std::optional(word));
        QVERIFY(!listing::canonicalWord(fact, u"spaceship"));
        QVERIFY(!listing::canonicalWord(fact, u""));
    }
    QCOMPARE(listing::canonicalWord(F::Transmission, u"auto"), std::optional(QLatin1String("automatic")));
    QCOMPARE(listing::canonicalWord(F::Drive, u" 4WD "), std::optional(QLatin1String("awd")));
    QCOMPARE(listing::canonicalWord(F::Fuel, u"Бензин"), std::optional(QLatin1String("petrol")));
    QVERIFY(listing::findCountry(u"JP") && !listing::findCountry(u"jp") && !listing::findCountry(u"ZZ"));
}

void TestDomain::attributesAreChecked()
{
    QVERIFY(listing::checkAttributes({{QStringLiteral("seats"), 7}, {QStringLiteral("leather"), true}}).empty());
    const auto errors =
        listing::checkAttributes({{QStringLiteral("seats"), 7.5}, {QStringLiteral("warp"), 1}, {QStringLiteral("doors"), 99}});
    QCOMPARE(errors.size(), size_t(3));
    QCOMPARE(errors[0], (Error{ErrorCode::OutOfRange, QStringLiteral("attributes.doors"), {}}));
    QCOMPARE(errors[1], (Error{ErrorCode::WrongType, QStringLiteral("attributes.seats"), {}}));
    QCOMPARE(errors[2], (Error{ErrorCode::UnknownField, QStringLiteral("attributes.warp"), {}}));
}

void TestDomain::jsonIsStrict_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<bool>("good");
    QTest::newRow("object") << QByteArray(R"({"a":1})") << true;
    QTest::newRow("array") << QByteArray("[1]") << false;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("rest") << QByteArray(R"({"a":1} x)") << false;
    QTest::newRow("bad utf-8") << QByteArray("{\"a\":\"\xff\"}") << false;
    QTest::newRow("overlong") << QByteArray("{\"a\":\"\xc0\xaf\"}") << false;
    QTest::newRow("single quotes") << QByteArray("{'a':1}") << false;
    QTest::newRow("comment") << QByteArray("{\"a\":1/**/}") << false;
    QTest::newRow("31 deep") << QByteArray("{\"a\":") + QByteArray(30, '[') + QByteArray(30, ']') + '}' << true;
    QTest::newRow("thousands deep") << QByteArray("{\"a\":") + QByteArray(5000, '[') + QByteArray(5000, ']') + '}' << false;
}

void TestDomain::jsonIsStrict()
{
    QFETCH(QByteArray, body);
    QFETCH(bool, good);
    QCOMPARE(api::parseObject(body).ok(), good);
}

void TestDomain::jsonCollectsEveryProblem()
{
    const auto object =
        api::parseObject(R"({"name":"  a\u0000b ","age":"7","price":{"amount":1.5,"currency":"RUB"},"word":"purple"})");
    QVERIFY(object.ok());
    api::JsonReader in(*object);
    in.text("name", {.min = 1, .max = 10});
    in.integer("age", {.min = 0, .max = 150});
    in.money("price");
    in.word("word", {QLatin1String("red")});
    in.text("gone", {.min = 1, .max = 10});
    QCOMPARE(in.errors().size(), size_t(5));
    QCOMPARE(in.errors()[1].code, ErrorCode::WrongType);
    QCOMPARE(in.errors()[3].code, ErrorCode::UnknownValue);
    QCOMPARE(in.errors()[4].code, ErrorCode::Required);
    QCOMPARE(in.errors()[4].field, QStringLiteral("gone"));
}

QTEST_GUILESS_MAIN(TestDomain)
#include "tst_domain.moc"
