// Everything that can be pressed or typed into tells a screen reader what it is and is large enough, on every page and
// sheet of the real app; no page says a word to the log; the language changes while the app runs.
#include "fixture_app.h"

#include <QAccessible>
#include <QQmlComponent>
#include <QRegularExpression>
#include <QTest>

using namespace cargo;

class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        QAccessible::setActive(true);
    }
    void cleanupTestCase() { m_apps[0].reset(), m_apps[1].reset(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("qrc:/"))); }
    void everyControlHasAName_data();
    void everyControlHasAName();
    void everyPageIsWalked();
    void silentControlsAreFound();
    void languageChangesWhileRunning();

private:
    // One app at a time: English is the source language, another app's Russian would shine through.
    void renew(const shots::Place &place)
    {
        m_apps[0].reset(), m_apps[1].reset();
        m_apps[place.signedIn] =
            std::make_unique<shots::FixtureApp>(place, QStringLiteral("ru"), QStringLiteral("light"), shots::Photos::Plain);
    }
    std::unique_ptr<shots::FixtureApp> m_apps[2]; // of a guest, of a buyer
};

void TestAccessibility::everyControlHasAName_data()
{
    QTest::addColumn<int>("at");
    const auto pages = shots::everyPage();
    for (size_t at = 0; at < pages.size(); ++at)
        QTest::newRow(qPrintable(pages[at].name)) << int(at);
}

void TestAccessibility::everyControlHasAName()
{
    QFETCH(int, at);
    const shots::Place place = shots::everyPage()[size_t(at)];
    if (!m_apps[place.signedIn] || place.alone()) // what was pressed open would stay open
        renew(place);
    shots::FixtureApp &app = *m_apps[place.signedIn];
    QVERIFY(app.ok());
    app.go(place, {390, 844}, 0);
    QCOMPARE(app.app().navigation()->property("page").toString(), place.page.isEmpty() ? place.tab : place.page);
    const shots::Faults faults = shots::faultsBelow(app.window()->contentItem());
    QVERIFY2(faults.controls > 0, "nothing to press on this page");
    QVERIFY2(faults.silent.isEmpty(), qPrintable(faults.silent.join(QStringLiteral("; "))));
    QVERIFY2(faults.small.isEmpty(), qPrintable(faults.small.join(QStringLiteral("; "))));
    if (place.alone())
        m_apps[place.signedIn].reset();
}

void TestAccessibility::everyPageIsWalked()
{
    shots::FixtureApp app(shots::everyPage().front());
    QVERIFY(app.ok());
    QObject *stack = app.window()->property("stack").value<QObject *>();
    QVERIFY(stack);
    QSet<QString> missing;
    const QVariantMap files = stack->property("files").value<QJSValue>().toVariant().toMap();
    QVERIFY(files.size() > 10);
    for (auto it = files.begin(); it != files.end(); ++it)
        missing.insert(it.key());
    for (const shots::Place &place : shots::everyPage())
        missing.remove(place.page.isEmpty() ? place.tab : place.page);
    QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u' ')));
}

// The walk above would be worth nothing if it could not fail.
void TestAccessibility::silentControlsAreFound()
{
    shots::FixtureApp app(shots::everyPage().front());
    QVERIFY(app.ok());
    QQmlComponent component(app.app().engine());
    component.setData("import QtQuick\nimport CarGo.Ui\nItem { IconButton { iconName: \"close\" } "
                      "Button { text: \"small\"; height: 20 } }",
                      QUrl(QStringLiteral("qrc:/planted.qml")));
    const std::unique_ptr<QObject> made(component.create());
    auto *item = qobject_cast<QQuickItem *>(made.get());
    QVERIFY2(item, qPrintable(component.errorString()));
    item->setParentItem(app.window()->contentItem());
    const shots::Faults faults = shots::faultsBelow(item);
    QCOMPARE(faults.controls, 2);
    QCOMPARE(faults.silent.size(), 1);
    QCOMPARE(faults.small.size(), 1);
}

void TestAccessibility::languageChangesWhileRunning()
{
    m_apps[0].reset(), m_apps[1].reset();
    shots::FixtureApp app(shots::everyPage().front());
    QVERIFY(app.ok());
    const auto titleOf = [&app] {
        QQuickItem *tab = shots::findItem(app.window()->contentItem(), QStringLiteral("tab.deals"));
        return tab ? tab->property("text").toString() : QString();
    };
    app.client().settings()->setLanguage(QStringLiteral("en"));
    QTRY_COMPARE(titleOf(), QStringLiteral("Deals"));
    app.client().settings()->setLanguage(QStringLiteral("ru"));
    QTRY_COMPARE(titleOf(), QString::fromUtf8("Сделки"));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
