#include "shared/domain/search_query/common_query.h"

#include <QTest>

using namespace cargo;

// What of a typed search may be counted with those of others: the words of cars, and nothing that could belong to one person.
class TestCommonQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNormalised_data();
    void isNormalised();
    void neverLeavesThePerson_data();
    void neverLeavesThePerson();
};

void TestCommonQuery::isNormalised_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("common");
    const auto row = [](const char *typed, const char *common) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(common);
    };
    row("Toyota RAV4", "toyota rav4");
    row("  тойота   РАВ4 из Японии ", "тойота рав4 из японии");
    row("зелёная Нива!", "зеленая нива");
    row("camry до 2 млн", "camry до 2 млн");
    row("camry до 2,5 млн от 2018", "camry до 2,5 млн от 2018");
    row("BMW 520d xDrive", "bmw 520d xdrive");
    row("mazda cx-5", "mazda cx-5");
    row("Mercedes GLE350", "mercedes gle350");
    row("для большой семьи", "для большой семьи");
    row("land cruiser 200", "land cruiser 200");
    row("kia k5", "kia k5");
    row("Ｔｏｙｏｔａ", "toyota"); // full width
}

void TestCommonQuery::isNormalised()
{
    QFETCH(QString, typed);
    QFETCH(QString, common);
    QCOMPARE(commonQuery(typed).value_or(QStringLiteral("-")), common);
    QCOMPARE(commonQuery(common).value_or(QStringLiteral("-")), common); // stays what it is
}

void TestCommonQuery::neverLeavesThePerson_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"+7 912 345-67-89",
                              "89123456789",
                              "8 9 1 2 3 4 5 6 7 8 9",
                              "девять один два три четыре пять шесть семь восемь девять ноль",
                              "234-56-78",

                              "ivan@example.com",
                              "ivan собака mail точка ру",
                              "@ivan_petrov",
                              "t.me/ivan",
                              "телеграм ivanpetrov",
                              "www.example.com",
                              "JTMHV05J604012345",
                              "а123вс77",
                              "4510 123456",
                              "4276 1234 5678 9010",
                              "12345678",
                              "🚗 camry",
                              "x5",
                              "",
                              "   ",
                              "...",
                              "a",
                              "camry\tcamry\ncamry #продам",
                              "日本の車",
                              "очень длинный запрос в котором слов столько что никто другой его никогда не наберет снова",
                              "one two three four five six seven eight nine",
                              "camryabcdefghijklmnopqrstuvwxyzабв"})
        QTest::newRow(typed) << QString::fromUtf8(typed);
}

void TestCommonQuery::neverLeavesThePerson()
{
    QFETCH(QString, typed);
    const auto common = commonQuery(typed);
    QVERIFY2(!common, qPrintable(common.value_or(QString())));
}

QTEST_GUILESS_MAIN(TestCommonQuery)
#include "tst_common_query.moc"
