// Every control in all its states, as the gallery shows them: looks as it did (tests/ui/gallery), nothing is cut on a narrow
// phone with letters of double size, everything has a name. After a wanted change ./dev shots --accept keeps the new look.
#include "app-gallery/gallery.h"
#include "picture_compare.h"
#include "tests/paths.h"
#include "ui_checks.h"

#include <QAccessible>
#include <QDir>
#include <QPainter>
#include <QRegularExpression>
#include <QStyleHints>
#include <QTest>

using namespace cargo;

class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksAsItDid_data();
    void looksAsItDid();
    void nothingIsCut_data() { pages(); }
    void nothingIsCut();
    void everythingHasAName_data() { pages(); }
    void everythingHasAName();
    void keptPicturesAreFewAndSmall();
    void changesAreFound();

private:
    void pages();
    QString folder() const { return test::sourceDir() + QStringLiteral("/tests/ui/gallery/"); }
    gallery::Gallery *all() { return m_gallery.get(); }
    std::unique_ptr<gallery::Gallery> m_gallery;
};

namespace {

struct Kept
{
    const char *page, *theme;
    bool high;
    const char *language;
    double scale;
};

// Each page once but that of the icons (tst_icons), and of each look the pages that would tell of its faults.
const Kept kKept[] = {
    {"look", "light", false, "ru", 1},    {"buttons", "light", false, "ru", 1}, {"fields", "light", false, "ru", 1},
    {"choices", "light", false, "ru", 1}, {"words", "light", false, "ru", 1},   {"lists", "light", false, "ru", 1},
    {"states", "light", false, "ru", 1},  {"photos", "light", false, "ru", 1},  {"popups", "light", false, "ru", 1},
    {"menus", "light", false, "ru", 1},   {"charts", "light", false, "ru", 1},  {"table", "light", false, "ru", 1},
    {"fields", "dark", false, "ru", 1},   {"words", "dark", false, "ru", 1},    {"charts", "dark", false, "ru", 1},
    {"table", "dark", false, "ru", 1},    {"buttons", "light", true, "ru", 1},  {"choices", "dark", true, "ru", 1},
    {"words", "light", false, "en", 1},   {"fields", "light", false, "ru", 2},  {"lists", "light", false, "ru", 2},
    {"buttons", "dark", false, "en", 2},
};

gallery::Look lookOf(const Kept &kept, int width)
{
    gallery::Look look;
    look.theme = QLatin1String(kept.theme);
    look.highContrast = kept.high;
    look.language = QLatin1String(kept.language);
    look.textScale = kept.scale;
    look.width = width;
    return look;
}

} // namespace

void TestGallery::initTestCase()
{
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    QGuiApplication::styleHints()->setUseHoverEffects(false);
    QAccessible::setActive(true);
    QTest::failOnWarning(QRegularExpression(QStringLiteral("qrc:/")));
    m_gallery = std::make_unique<gallery::Gallery>();
    QVERIFY(m_gallery->load());
}

void TestGallery::pages()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : all()->pages())
        QTest::newRow(qPrintable(page)) << page;
}

void TestGallery::looksAsItDid_data()
{
    QTest::addColumn<int>("at");
    for (int at = 0; at < int(std::size(kKept)); ++at) {
        const QString page = QLatin1String(kKept[at].page);
        QTest::newRow(qPrintable(page + u'_' + lookOf(kKept[at], 0).suffix())) << at;
    }
}

void TestGallery::looksAsItDid()
{
    QFETCH(int, at);
    const QString page = QLatin1String(kKept[at].page);
    const QString name = page + u'_' + lookOf(kKept[at], 0).suffix() + QStringLiteral(".png");
    const QImage now = all()->picture(page, lookOf(kKept[at], all()->widthOf(page)));
    QVERIFY(!now.isNull());
    if (qEnvironmentVariableIsSet("CARGO_ACCEPT_PICTURES")) {
        QVERIFY(QDir().mkpath(folder()) && shots::keepable(now).save(folder() + name, "PNG", 0)); // 0: packed as small as it goes
        return;
    }
    const QImage kept(folder() + name);
    QVERIFY2(!kept.isNull(), qPrintable(name + QStringLiteral(" is not kept yet: ./dev shots --accept")));
    const shots::Difference difference = shots::compare(kept, now);
    if (difference.same())
        return;
    const QString file = QDir::current().absoluteFilePath(QStringLiteral("gallery-") + name);
    now.save(file);
    QFAIL(
        qPrintable(QStringLiteral("%1 looks different: %2\n   kept: %3 (half size)\n   now:  %4\n"
                                  "   If that is wanted: ./dev shots --accept, and look at the difference before committing it.")
                       .arg(name, difference.text(), folder() + name, file)));
}

void TestGallery::nothingIsCut()
{
    QFETCH(QString, page);
    if (page == QLatin1String("table"))
        return; // of a desk; its columns end in an ellipsis
    QStringList cut;
    for (const auto &[language, scale, width] :
         {std::tuple{"ru", 1.0, 320}, {"en", 1.0, 320}, {"ru", 2.0, 390}, {"en", 2.0, 390}}) {
        gallery::Look look;
        look.language = QLatin1String(language);
        look.textScale = scale;
        look.width = qMax(width, page == QLatin1String("menus") ? 720 : 0);
        all()->show(page, look);
        const QStringList found = shots::cutTexts(all()->window()->contentItem(), look.width);
        for (const QString &text : found)
            cut << QStringLiteral("%1 × %2: ").arg(QLatin1String(language)).arg(scale) + text;
    }
    QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

void TestGallery::everythingHasAName()
{
    QFETCH(QString, page);
    gallery::Look look;
    look.width = all()->widthOf(page);
    all()->show(page, look);
    const shots::Faults faults = shots::faultsBelow(all()->window()->contentItem());
    QVERIFY2(faults.silent.isEmpty(), qPrintable(faults.silent.join(QStringLiteral("; "))));
    QVERIFY2(faults.small.isEmpty() || page == QLatin1String("table"), qPrintable(faults.small.join(QStringLiteral("; "))));
}

void TestGallery::keptPicturesAreFewAndSmall()
{
    QStringList wanted;
    for (const Kept &kept : kKept)
        wanted << QLatin1String(kept.page) + u'_' + lookOf(kept, 0).suffix() + QStringLiteral(".png");
    wanted.sort();
    QVERIFY(wanted.size() <= 24);
    const auto files = QDir(folder()).entryInfoList({QStringLiteral("*.png")}, QDir::Files, QDir::Name);
    QStringList there;
    for (const QFileInfo &file : files) {
        there << file.fileName();
        QVERIFY2(file.size() <= 60 * 1024, qPrintable(QStringLiteral("%1 has %2 bytes").arg(file.fileName()).arg(file.size())));
    }
    QCOMPARE(there, wanted);
}

// The comparison must see a control that went away, a colour that turned and a text that moved, and must not see how
// another rasteriser draws the edges of letters.
void TestGallery::changesAreFound()
{
    const QImage page = all()->picture(QStringLiteral("buttons"), {});
    const QImage kept = shots::keepable(page);
    QVERIFY(shots::compare(kept, page).same());

    QImage soft = page.scaled(page.size() * 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                      .copy(1, 0, page.width() * 2, page.height() * 2)
                      .scaled(page.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation); // half a pixel beside
    QVERIFY2(shots::compare(kept, soft).same(), qPrintable(shots::compare(kept, soft).text()));

    QImage without = page.copy();
    QPainter eraser(&without);
    eraser.fillRect(16, 52, 160, 48, page.pixelColor(2, 2));
    eraser.end();
    QVERIFY2(!shots::compare(kept, without).same(), qPrintable(shots::compare(kept, without).text()));

    QImage moved(page.size(), page.format());
    moved.fill(page.pixelColor(2, 2));
    QPainter mover(&moved);
    mover.drawImage(0, 8, page);
    mover.end();
    QVERIFY(!shots::compare(kept, moved).same());
    QVERIFY(!shots::compare(kept, page.copy(0, 0, page.width(), page.height() - 40)).same());

    gallery::Look dark;
    dark.theme = QStringLiteral("dark");
    QVERIFY(!shots::compare(kept, all()->picture(QStringLiteral("buttons"), dark)).same());
}

int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    QGuiApplication app(argc, argv);
    TestGallery test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_gallery.moc"
