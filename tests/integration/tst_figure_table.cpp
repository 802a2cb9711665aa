#include "server/core/csv.h"
#include "server/stats/figure_table.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::stats;
using namespace Qt::Literals;

// Files of figures: quoting, and no cell that a spreadsheet would carry out.
class TestFigureTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsQuoted_data();
    void textIsQuoted();
    void rowsGoOut();
};

void TestFigureTable::textIsQuoted_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << u"RUB"_s << QByteArray("RUB");
    QTest::newRow("empty") << u""_s << QByteArray("");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"");
    QTest::newRow("line") << u"a\nb"_s << QByteArray("\"a\nb\"");
    QTest::newRow("formula") << u"=1+1"_s << QByteArray("'=1+1");
    QTest::newRow("plus") << u"+7 914"_s << QByteArray("'+7 914");
    QTest::newRow("minus") << u"-2"_s << QByteArray("'-2");
    QTest::newRow("at") << u"@SUM(A1)"_s << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << u"\t=1"_s << QByteArray("'\t=1");
    QTest::newRow("return") << u"\r=1"_s << QByteArray("\"'\r=1\"");
    QTest::newRow("formula with a comma") << u"=HYPERLINK(\"x\",1)"_s << QByteArray("\"'=HYPERLINK(\"\"x\"\",1)\"");
    QTest::newRow("inside it is harmless") << u"a=1"_s << QByteArray("a=1");
}

void TestFigureTable::textIsQuoted()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(csvText(text), cell);
}

void TestFigureTable::rowsGoOut()
{
    FigureTable table;
    table.columns = {"name", "n", "share"};
    table.rows.push_back({u"=x"_s, qint64(-5), 0.25});
    QCOMPARE(table.csv(), QByteArray("name,n,share\r\n'=x,-5,0.25\r\n"));
    QCOMPARE(table.itemsJson(), QByteArray(R"([{"name":"=x","n":-5,"share":0.25}])"));
}

QTEST_GUILESS_MAIN(TestFigureTable)
#include "tst_figure_table.moc"
