// The switch of what is chosen for a person, and the places where he reads what it did: by keyboard, with names, in both
// languages.
#include "fixture_app.h"

#include <QAccessible>
#include <QTest>

using namespace cargo;

class TestPersonalSwitch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
        QAccessible::setActive(true); // states are kept for who asks for them
    }
    void isWorkedByKeyboard_data();
    void isWorkedByKeyboard();
    void guestsAreToldThatNothingIsKept();
    void theSheetSaysWhatItDid();
    void whatOthersTypedIsSuggested();

private:
    using Mode = shots::FixtureTransport::Mode;
    static shots::Place at(const char *tab, bool signedIn = true, const char *press = "")
    {
        return {QStringLiteral("switch"),  QLatin1String(tab),  {}, {}, Mode::Full, signedIn,
                QStringLiteral("transit"), QLatin1String(press)};
    }
    static QQuickItem *see(shots::FixtureApp &app, const char *name)
    {
        return shots::findItem(app.window()->contentItem(), QLatin1String(name));
    }
    static QString textOf(QQuickItem *item, const char *property = "text") { return item->property(property).toString(); }
    static QString nameOf(QQuickItem *item) { return QAccessible::queryAccessibleInterface(item)->text(QAccessible::Name); }
};

void TestPersonalSwitch::isWorkedByKeyboard_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("off");
    QTest::newRow("ru") << QStringLiteral("ru") << QString::fromUtf8("Выключено: ничего не хранится");
    QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("Off: nothing is kept");
}

void TestPersonalSwitch::isWorkedByKeyboard()
{
    QFETCH(QString, language);
    QFETCH(QString, off);
    shots::FixtureApp app(at("profile"), language);
    QVERIFY(app.ok());
    app.window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(app.window()));
    app.go(shots::usual(shots::App::Buyer), 0);
    QTRY_VERIFY(see(app, "recommendations"));
    QQuickItem *choice = see(app, "recommendations");
    QVERIFY(!nameOf(choice).isEmpty());
    QVERIFY(QAccessible::queryAccessibleInterface(choice)->state().checkable);
    // Reached by Tab alone, and worked by the space bar.
    for (int i = 0; i < 60 && !choice->hasActiveFocus(); ++i)
        QTest::keyClick(app.window(), Qt::Key_Tab);
    QVERIFY(choice->hasActiveFocus());
    QVERIFY(app.client().settings()->personalPicks());
    QTest::keyClick(app.window(), Qt::Key_Space);
    QTRY_VERIFY(!app.client().settings()->personalPicks());
    QTRY_VERIFY(textOf(choice, "detail").startsWith(off));
    QVERIFY(!choice->property("checked").toBool());
    QTest::keyClick(app.window(), Qt::Key_Space);
    QTRY_VERIFY(app.client().settings()->personalPicks());
    // The rules are one step away.
    QTest::keyClick(app.window(), Qt::Key_Tab);
    QTRY_VERIFY(see(app, "recommendations.how")->hasActiveFocus());
    QTest::keyClick(app.window(), Qt::Key_Space);
    QTRY_COMPARE(app.app().navigation()->property("page").toString(), QStringLiteral("helpText"));
}

void TestPersonalSwitch::guestsAreToldThatNothingIsKept()
{
    shots::FixtureApp app(at("profile", false), QStringLiteral("en"));
    QVERIFY(app.ok());
    app.go(shots::usual(shots::App::Buyer), 0);
    QTRY_VERIFY(see(app, "recommendations"));
    QVERIFY(textOf(see(app, "recommendations"), "detail").startsWith(QStringLiteral("Nothing is kept of guests")));
}

void TestPersonalSwitch::theSheetSaysWhatItDid()
{
    shots::FixtureApp app(at("search", true, "more.01936000-0000-7000-8000-000000000100 more.why"), QStringLiteral("ru"));
    QVERIFY(app.ok());
    app.window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(app.window()));
    app.go(shots::usual(shots::App::Buyer), 0);
    QTRY_VERIFY(see(app, "why.personal"));
    QCOMPARE(textOf(see(app, "why.personal")), QString::fromUtf8("На 2 места выше, чем по баллам: вы смотрели Toyota RAV4."));
    QQuickItem *choice = see(app, "why.switch");
    QVERIFY(choice && !nameOf(choice).isEmpty());
    choice->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(app.window(), Qt::Key_Space);
    QTRY_VERIFY(!app.client().settings()->personalPicks());
}

void TestPersonalSwitch::whatOthersTypedIsSuggested()
{
    shots::FixtureApp app(at("search"), QStringLiteral("en"));
    QVERIFY(app.ok());
    app.window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(app.window()));
    app.go(shots::usual(shots::App::Buyer), 0);
    QQuickItem *field = see(app, "search.text");
    QVERIFY(field);
    field->forceActiveFocus(Qt::TabFocusReason);
    for (const char letter : {'t', 'o'})
        QTest::keyClick(app.window(), letter);
    QTRY_VERIFY(see(app, "suggestion.4"));
    QQuickItem *popular = see(app, "suggestion.4");
    const QString text = textOf(popular);
    QCOMPARE(text, QString::fromUtf8("toyota rav4 из японии до 3 млн"));
    QVERIFY(nameOf(popular).endsWith(QStringLiteral(", 9")));
    // Taken from the list it is no word of his own: it is not counted again.
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(app.window(), Qt::Key_Down);
    QTest::keyClick(app.window(), Qt::Key_Return);
    QTRY_COMPARE(textOf(field), text);
    QCOMPARE(app.client().behaviour()->waiting(), 0);
    // What he types to the end himself is.
    field->forceActiveFocus(Qt::TabFocusReason);
    QTest::keyClick(app.window(), '5');
    QTest::keyClick(app.window(), Qt::Key_Return);
    QTRY_COMPARE(app.client().behaviour()->waiting(), 1);
}

QTEST_MAIN(TestPersonalSwitch)
#include "tst_personal_switch.moc"
