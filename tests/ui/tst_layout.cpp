// No text is cut off or runs out of the window, on the narrowest phone in both languages and with large letters.
#include "fixture_app.h"

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
    void cleanupTestCase() { m_apps[0].reset(), m_apps[1].reset(); }

private:
    // One app at a time: English is the source language, another app's Russian would shine through.
    void renew(const shots::Place &place)
    {
        m_apps[0].reset(), m_apps[1].reset();
        m_apps[place.signedIn] = std::make_unique<shots::FixtureApp>(place);
    }
    std::unique_ptr<shots::FixtureApp> m_apps[2]; // of a guest, of a buyer
};

namespace {

// Inside of what scrolls sideways a text may lie outside of the window.
bool scrollsSideways(QQuickItem *item)
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (up->inherits("QQuickFlickable") && up->property("contentWidth").toReal() > up->width() + 1)
            return true;
    }
    return false;
}

// Words of buttons, chips, tabs and headings are short and must be read whole; rows of lists may end in an ellipsis.
bool mustBeWhole(QQuickItem *item)
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        const QByteArray name = up->metaObject()->className();
        if (name.startsWith("Button_") || name.startsWith("Chip_") || name.startsWith("NavTab_") || name.startsWith("Badge_")
            || name.startsWith("TopBar_") || name.startsWith("EmptyState_") || name.startsWith("Banner_")
            || name.startsWith("FactRow_"))
            return true;
    }
    return false;
}

QStringList cutTexts(QQuickItem *root, qreal width)
{
    QStringList cut;
    shots::walk(root, [&](QQuickItem *item) {
        if (!item->inherits("QQuickText") || item->property("text").toString().isEmpty() || item->opacity() == 0)
            return;
        const bool elided = item->property("elide").toInt() != Qt::ElideNone && item->property("wrapMode").toInt() == 0;
        const qreal needs = item->property("contentWidth").toReal();
        const QRectF place = item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
        const QString what = item->property("text").toString().left(60);
        if (!elided && needs > item->width() + 1)
            cut << QStringLiteral("needs %1, has %2: %3").arg(needs).arg(item->width()).arg(what);
        else if (item->property("truncated").toBool() && mustBeWhole(item))
            cut << QStringLiteral("ends in an ellipsis: %1").arg(what);
        else if ((place.left() < -1 || place.right() > width + 1) && !scrollsSideways(item))
            cut << QStringLiteral("outside, %1…%2: %3").arg(place.left()).arg(place.right()).arg(what);
    });
    return cut;
}

} // namespace

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
    if (!m_apps[place.signedIn] || !place.press.isEmpty()) // what was pressed open would stay open
        renew(place);
    shots::FixtureApp &app = *m_apps[place.signedIn];
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
    for (const Look &look : {Look{"ru", 1.0, 320}, Look{"en", 1.0, 320}, Look{"ru", 1.5, 390}}) {
        if (place.name == QLatin1String("controls") && look.scale > 1)
            continue; // a page for developers
        app.client().settings()->setLanguage(QLatin1String(look.language));
        app.client().settings()->setTextScale(look.scale);
        if (std::exchange(first, false))
            app.go(place, {look.width, 700}, 50);
        else
            app.window()->resize(look.width, 700);
        shots::settle(50);
        const QStringList found = cutTexts(app.window()->contentItem(), look.width);
        for (const QString &text : found)
            cut << QStringLiteral("%1 %2 px × %3: ").arg(QLatin1String(look.language)).arg(look.width).arg(look.scale) + text;
    }
    app.client().settings()->setTextScale(1);
    if (!place.press.isEmpty())
        m_apps[place.signedIn].reset();
    QVERIFY2(cut.isEmpty(), qPrintable(u'\n' + cut.join(u'\n')));
}

void TestLayout::cutTextIsFound()
{
    m_apps[0].reset(), m_apps[1].reset();
    shots::FixtureApp app(shots::everyPage().front());
    QVERIFY(app.ok());
    QQuickItem *tab = nullptr;
    app.go({320, 700}, 40);
    shots::walk(app.window()->contentItem(), [&tab](QQuickItem *item) {
        if (item->objectName() == QLatin1String("tab.deals"))
            tab = item;
    });
    QVERIFY(tab);
    QVERIFY(cutTexts(app.window()->contentItem(), 320).isEmpty());
    tab->setProperty("text", QStringLiteral("A very long name of a section"));
    QTRY_VERIFY(!cutTexts(app.window()->contentItem(), 320).isEmpty());
}

QTEST_MAIN(TestLayout)
#include "tst_layout.moc"
