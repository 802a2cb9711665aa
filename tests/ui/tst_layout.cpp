// No text is cut off or runs out of the window, in the narrowest window in both languages and with large letters; lists keep
// to their margin while a window grows and shrinks.
#include "fixture_app.h"
#include "rig/item_tree.h"

#include <QRegularExpression>
#include <QTest>

using namespace cargo;

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }
    void nothingIsCut_data();
    void nothingIsCut();
    void cutTextIsFound();
    void listsKeepTheirMargin_data();
    void listsKeepTheirMargin();
    void cleanupTestCase() { m_app.end(); }

private:
    shots::KeptApp m_app;
};

void TestLayout::nothingIsCut_data()
{
    QTest::addColumn<int>("at");
    const auto pages = shots::everyPage();
    for (size_t at = 0; at < pages.size(); ++at)
        QTest::newRow(qPrintable(pages[at].name)) << int(at);
}

void TestLayout::nothingIsCut()
{
    QFETCH(int, at);
    const shots::Place place = shots::everyPage()[size_t(at)];
    shots::FixtureApp &app = m_app.at(place);
    QVERIFY(app.ok());
    struct Look
    {
        const char *language;
        double scale;
        int width;
    };
    QStringList cut;
    app.client().settings()->setTextScale(1);
    bool first = true;
    const int narrow = shots::narrowest(place.app).width();
    const int usual = shots::usual(place.app).width();
    for (const Look &look : {Look{"ru", 1.0, narrow}, Look{"en", 1.0, narrow}, Look{"ru", 1.5, usual}}) {
        app.client().settings()->setLanguage(QLatin1String(look.language));
        app.client().settings()->setTextScale(look.scale);
        if (std::exchange(first, false))
            app.go(place, {look.width, 700}, 0);
        else
            app.window()->resize(look.width, 700);
        QVERIFY(app.becomesStill());
        const QStringList found = shots::cutTexts(app.window()->contentItem(), look.width);
        for (const QString &text : found)
            cut << QStringLiteral("%1 %2 px × %3: ").arg(QLatin1String(look.language)).arg(look.width).arg(look.scale) + text;
    }
    app.client().settings()->setTextScale(1);
    QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

void TestLayout::cutTextIsFound()
{
    m_app.end();
    shots::FixtureApp app(shots::everyPage().front());
    QVERIFY(app.ok());
    app.go({320, 700}, 0);
    QQuickItem *tab = shots::findItem(app.window()->contentItem(), QStringLiteral("tab.deals"));
    QVERIFY(tab);
    QVERIFY(shots::cutTexts(app.window()->contentItem(), 320).isEmpty());
    tab->setProperty("text", QStringLiteral("A very long name of a section"));
    QTRY_VERIFY(!shots::cutTexts(app.window()->contentItem(), 320).isEmpty());
}

void TestLayout::listsKeepTheirMargin_data()
{
    QTest::addColumn<int>("at");
    const auto pages = shots::everyPage();
    for (size_t at = 0; at < pages.size(); ++at) {
        if (QStringList{QStringLiteral("home"), QStringLiteral("search"), QStringLiteral("favourites"), QStringLiteral("deals"),
                        QStringLiteral("notifications"), QStringLiteral("sessions"), QStringLiteral("savedSearches")}
                .contains(pages[at].name))
            QTest::newRow(qPrintable(pages[at].name)) << int(at);
    }
}

// A view whose margin changes keeps its place by itself, and its rows stand beside their margin.
void TestLayout::listsKeepTheirMargin()
{
    QFETCH(int, at);
    m_app.end();
    shots::FixtureApp app(shots::everyPage()[size_t(at)], QStringLiteral("ru"), QStringLiteral("light"), shots::Photos::Plain);
    QVERIFY(app.ok());
    app.go({390, 844}, 0);
    for (const int width : {820, 1440, 390}) {
        app.window()->resize(width, 844);
        QVERIFY(app.becomesStill());
        int lists = 0;
        QStringList strayed;
        test::walk(app.window()->contentItem(), [&lists, &strayed](QQuickItem *item) {
            const qreal margin = item->property("leftMargin").toReal();
            if (!item->inherits("QQuickItemView") || margin <= 0)
                return;
            ++lists;
            const qreal place = item->property("contentX").toReal();
            if (place != -margin)
                strayed << QStringLiteral("%1 at %2, margin %3").arg(item->objectName()).arg(place).arg(margin);
        });
        QVERIFY2(strayed.isEmpty(), qPrintable(strayed.join(u'\n')));
        QVERIFY(lists > 0);
    }
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
