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
    void cleanupTestCase() { m_app.end(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("qrc:/"))); }
    void everyControlHasAName_data();
    void everyControlHasAName();
    void everyPageIsWalked();
    void silentControlsAreFound();
    void languageChangesWhileRunning();

private:
    shots::KeptApp m_app;
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
    shots::FixtureApp &app = m_app.at(place);
    QVERIFY(app.ok());
    app.go(place, shots::usual(place.app), 0);
    QCOMPARE(app.app().navigation()->property("page").toString(), place.page.isEmpty() ? place.tab : place.page);
    const QSizeF least = place.app == shots::App::Admin ? shots::kPointer : shots::kThumb;
    const shots::Faults faults = shots::faultsBelow(app.window()->contentItem(), least);
    QVERIFY2(faults.controls > 0, "nothing to press on this page");
    QVERIFY2(faults.silent.isEmpty(), qPrintable(faults.silent.join(QStringLiteral("; "))));
    QVERIFY2(faults.small.isEmpty(), qPrintable(faults.small.join(QStringLiteral("; "))));
}

void TestAccessibility::everyPageIsWalked()
{
    const auto pages = shots::everyPage();
    for (auto first = pages.begin(); first != pages.end();) {
        const auto next = std::find_if(first, pages.end(), [first](const auto &place) { return place.app != first->app; });
        shots::FixtureApp app(*first);
        QVERIFY(app.ok());
        QSet<QString> missing;
        const QVariantMap files = app.window()->property("pages").value<QJSValue>().toVariant().toMap();
        QVERIFY(!files.isEmpty());
        for (auto it = files.begin(); it != files.end(); ++it)
            missing.insert(it.key());
        for (; first != next; ++first)
            missing.remove(first->page.isEmpty() ? first->tab : first->page);
        QVERIFY2(missing.isEmpty(), qPrintable(QStringList(missing.values()).join(u' ')));
    }
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
    m_app.end();
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
