// Texts of knowledge pages: what they are made of, what is refused, and that nothing of them becomes HTML of its own.
#include "shared/domain/knowledge/page_text.h"

#include <QRegularExpression>
#include <QtTest>

using namespace cargo::knowledge;
using namespace Qt::Literals;

class TestPageText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPageFallsIntoBlocks();
    void marksBecomeHtmlAndAllElseIsEscaped();
    void linksLeadSomewhere_data();
    void linksLeadSomewhere();
    void whatIsWrongIsTold_data();
    void whatIsWrongIsTold();
    void placeholdersAreFilledIn();
    void anyTextIsRead();
};

void TestPageText::aPageFallsIntoBlocks()
{
    const PageText page =
        readPageText(u"Before\nand on\n\n## One {#one}\n- a\n  more of a\n- b\n1. first\n2. second\n### Two  {#two}\nEnd"_s);
    QVERIFY(page.faults.empty());
    QStringList seen;
    for (const Block &block : page.blocks)
        seen += u"%1/%2/%3/%4"_s.arg(int(block.kind)).arg(block.level).arg(block.number).arg(block.plain);
    const QStringList expected{u"1/0/0/Before and on"_s, u"0/2/0/One"_s,    u"2/0/0/a more of a"_s, u"2/0/0/b"_s,
                               u"3/0/1/first"_s,         u"3/0/2/second"_s, u"0/3/0/Two"_s,         u"1/0/0/End"_s};
    QCOMPARE(seen, expected);
    QCOMPARE(page.anchors(), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(page.blocks[1].line, 4);
}

void TestPageText::marksBecomeHtmlAndAllElseIsEscaped()
{
    const Block block = readPageText(u"**5 < 6 & \"so\"** and [a & b](escrow#who-holds) * [no link]"_s).blocks.front();
    QCOMPARE(block.html, u"<b>5 &lt; 6 &amp; &quot;so&quot;</b> and <a href=\"escrow#who-holds\">a &amp; b</a> * [no link]"_s);
    QCOMPARE(block.plain, u"5 < 6 & \"so\" and a & b * [no link]"_s);
}

void TestPageText::linksLeadSomewhere_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("good");
    QTest::newRow("page") << u"escrow"_s << true;
    QTest::newRow("section") << u"escrow#who-holds"_s << true;
    QTest::newRow("same page") << u"#who-holds"_s << true;
    QTest::newRow("outside") << u"https://cargo.example/a?b=c"_s << true;
    QTest::newRow("mail") << u"mailto:help@cargo.example"_s << true;
    QTest::newRow("script") << u"javascript:alert(1"_s << false;
    QTest::newRow("without TLS") << u"http://cargo.example"_s << false;
    QTest::newRow("no host") << u"https://"_s << false;
    QTest::newRow("file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("quote") << u"escrow\"onclick=\"x"_s << false;
    QTest::newRow("path") << u"../admin"_s << false;
    QTest::newRow("two anchors") << u"escrow#a#b"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPageText::linksLeadSomewhere()
{
    QFETCH(QString, target);
    QFETCH(bool, good);
    const PageText page = readPageText(QString(u"[words]("_s + target + u')'));
    QCOMPARE(page.faults.empty(), good);
    QCOMPARE(page.blocks.front().html.contains(u"<a "_s), good);
    QCOMPARE(page.blocks.front().plain, u"words"_s);
}

void TestPageText::whatIsWrongIsTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("line");
    QTest::newRow("element") << u"a\n\n<b>no</b>"_s << QByteArray("html") << 3;
    QTest::newRow("comment") << u"<!-- no -->"_s << QByteArray("html") << 1;
    QTest::newRow("picture") << u"![x](escrow)"_s << QByteArray("picture") << 1;
    QTest::newRow("no anchor") << u"## Words"_s << QByteArray("no_anchor") << 1;
    QTest::newRow("bad anchor") << u"## Words {#Über uns}"_s << QByteArray("bad_anchor") << 1;
    QTest::newRow("anchor twice") << u"## A {#a}\n## B {#a}"_s << QByteArray("anchor_twice") << 2;
    QTest::newRow("title") << u"# Words {#a}"_s << QByteArray("bad_level") << 1;
    QTest::newRow("bold without end") << u"a **b"_s << QByteArray("unclosed") << 1;
}

void TestPageText::whatIsWrongIsTold()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, fault);
    QFETCH(int, line);
    const PageText page = readPageText(text);
    QCOMPARE(page.faults.size(), size_t(1 + (fault == "html" && line == 3 ? 1 : 0))); // <b> and </b>
    QCOMPARE(QByteArray(faultWord(page.faults.front().kind)), fault);
    QCOMPARE(page.faults.front().line, line);
    for (const Block &block : page.blocks)
        QVERIFY(!block.html.contains(u"<b>no"_s) && !block.html.contains(u"<!--"_s));
}

void TestPageText::placeholdersAreFilledIn()
{
    const QString text = u"{{ a }} and {{b}}, {{a}} {not} {{A}}"_s;
    QCOMPARE(placeholdersOf(text), (QStringList{u"a"_s, u"b"_s}));
    const auto value = [](const QString &name) { return name == u"a" ? std::optional<QString>(u"24 h"_s) : std::nullopt; };
    QCOMPARE(fillPlaceholders(text, value), u"24 h and {{b}}, 24 h {not} {{A}}"_s);
}

// Whatever is typed: no mark is lost out of sight, and what comes out holds only the elements of ours.
void TestPageText::anyTextIsRead()
{
    static const QRegularExpression ours(u"</?b>|<a href=\"[^\"<>]*\">|</a>"_s);
    quint32 seed = 7;
    const QString letters = u"#[]()*-1. {}<>\"'&a\n!/:"_s;
    for (int round = 0; round < 3000; ++round) {
        QString text;
        for (int i = 0; i < 60; ++i) {
            seed = seed * 1664525u + 1013904223u;
            text += letters[int((seed >> 16) % quint32(letters.size()))];
        }
        for (const Block &block : readPageText(text).blocks) {
            QString rest = block.html;
            rest.remove(ours);
            QVERIFY2(!rest.contains(u'<') && !rest.contains(u'>'), qPrintable(text + u" → "_s + block.html));
        }
    }
}

QTEST_APPLESS_MAIN(TestPageText)
#include "tst_page_text.moc"
