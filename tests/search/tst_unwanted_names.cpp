#include "server/providers/search/text_analysis.h"
#include "server/providers/search/unwanted_names.h"

#include <QTest>

using namespace cargo;

// What is said not to be wanted, and what only sounds so.
class TestUnwantedNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takes_data();
    void takes();
};

void TestUnwantedNames::takes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("unwanted"); // names by ";"
    QTest::addColumn<QString>("left");
    const auto row = [](const char *text, const char *unwanted, const char *left) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(unwanted) << QString::fromUtf8(left);
    };
    row("внедорожник кроме бмв", "бмв", "внедорожник");
    row("кроссовер кроме тойоты и хонды", "тойоты;хонды", "кроссовер");
    row("audi кроме q5", "q 5", "audi");
    row("джип не ленд ровер", "ленд ровер", "джип");
    row("седан, только не бмв и не мерседес", "бмв;мерседес", "седан");
    row("suv except bmw or audi q5", "bmw;audi q 5", "suv");
    row("кроме камри", "камри", "");
    row("бэха лишь бы не х5", "x 5", "бэха лишь бы");
    row("мазда кроме сх5", "cx 5", "мазда");
    row("не с 5", "", "не с 5");
    row("исключая марки kia и geely семейная", "kia;geely", "семейная");
    // No name: read elsewhere, or said of something else.
    row("не битая камри", "", "не битая камри");
    row("не белый салон", "", "не белый салон");
    row("не дизель", "", "не дизель");
    row("не такси", "", "не такси");
    row("всё кроме резины", "", "все кроме резины");
    row("кроме", "", "кроме");
    row("не", "", "не");
    row("тойота не подвела", "", "тойота не подвела");
    row("и не", "", "и не");
}

void TestUnwantedNames::takes()
{
    QFETCH(const QString, text);
    QFETCH(const QString, unwanted);
    QFETCH(const QString, left);
    std::vector<QString> typed = search::words(text);
    QStringList names;
    for (const std::vector<QString> &name : search::takeUnwanted(typed))
        names.append(QStringList(name.begin(), name.end()).join(u' '));
    QCOMPARE(names.join(u';'), unwanted);
    QCOMPARE(QStringList(typed.begin(), typed.end()).join(u' '), left);
}

QTEST_APPLESS_MAIN(TestUnwantedNames)
#include "tst_unwanted_names.moc"
