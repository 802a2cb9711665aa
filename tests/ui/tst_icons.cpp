// Icons are words until the font joins them into one sign: every name of the list is one sign of the font, every name that
// the sources show is in the list.
#include "qml/ui/fonts.h"
#include "qml/ui/icon_names.h"
#include "tests/paths.h"

#include <QDirIterator>
#include <QGlyphRun>
#include <QRegularExpression>
#include <QTest>
#include <QTextLayout>

using namespace cargo;

class TestIcons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(ui::loadFonts()); }
    void everyNameIsOneSign();
    void aWordThatIsNoIconIsFound();
    void everyIconOfTheSourcesIsKnown();
};

namespace {

// Whether the font shows the word as one sign that is as wide as it is high.
bool isOneSign(const QString &word)
{
    QFont font(QStringLiteral("Material Icons"));
    font.setPixelSize(24);
    QTextLayout layout(word, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    const auto runs = layout.glyphRuns();
    if (runs.size() != 1 || runs.first().rawFont().familyName() != QLatin1String("Material Icons"))
        return false;
    return qAbs(layout.lineAt(0).naturalTextWidth() - 24) < 1 && runs.first().glyphIndexes().value(0) != 0;
}

// The strings that stand for icons in a line of QML or C++: iconName: cond ? "a" : "b", name: "lock", say(…, "lock").
QStringList iconsOf(const QString &line)
{
    static const QRegularExpression place(QStringLiteral(
        "(?:iconName|emptyIcon|actionIcon|\\bsign|\\bicon)\\s*:\\s*([^;{},]*)|\\bIcon \\{[^}]*?\\bname:\\s*([^;{},]*)"));
    static const QRegularExpression word(QStringLiteral("(?<![=!]= )\"([a-z0-9_]+)\""));
    QStringList names;
    for (auto found = place.globalMatch(line); found.hasNext();) {
        const auto match = found.next();
        for (auto words = word.globalMatch(match.captured(1) + match.captured(2)); words.hasNext();)
            names << words.next().captured(1);
    }
    return names;
}

} // namespace

void TestIcons::everyNameIsOneSign()
{
    QStringList wrong;
    for (const QString &name : ui::IconNames::all()) {
        if (!isOneSign(name))
            wrong << name;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("the font has no such icon: ") + wrong.join(u' ')));
    QCOMPARE(QSet<QString>(ui::IconNames::all().begin(), ui::IconNames::all().end()).size(), ui::IconNames::all().size());
}

void TestIcons::aWordThatIsNoIconIsFound()
{
    QVERIFY(!isOneSign(QStringLiteral("no_such_icon")));
    QVERIFY(!isOneSign(QStringLiteral("favourite")));
    QVERIFY(!ui::IconNames::has(QStringLiteral("favourite")));
    QCOMPARE(iconsOf(QStringLiteral("iconName: kind === \"good\" ? \"check\" : \"lock\"; text: \"word\"")),
             QStringList({QStringLiteral("check"), QStringLiteral("lock")}));
    QCOMPARE(iconsOf(QStringLiteral("Icon { visible: x; name: \"star\" }")), QStringList{QStringLiteral("star")});
}

void TestIcons::everyIconOfTheSourcesIsKnown()
{
    QStringList unknown;
    int seen = 0;
    const QString root = test::sourceDir();
    const QStringList folders = QDir(root).entryList({QStringLiteral("app-*"), QStringLiteral("qml")}, QDir::Dirs);
    for (const QString &folder : folders) {
        QDirIterator files(root + u'/' + folder, {QStringLiteral("*.qml")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto lines = QString::fromUtf8(file.readAll()).split(u'\n');
            for (const QString &line : lines) {
                for (const QString &name : iconsOf(line)) {
                    ++seen;
                    if (!ui::IconNames::has(name))
                        unknown << QFileInfo(file.fileName()).fileName() + QStringLiteral(": ") + name;
                }
            }
        }
    }
    QVERIFY2(seen > 80, qPrintable(QString::number(seen)));
    QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QStringLiteral("; "))));
}

QTEST_MAIN(TestIcons)
#include "tst_icons.moc"
