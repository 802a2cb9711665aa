// The first words on a new device: shown once, skipped at any time, in the language of the system, by keyboard too.
#include "fixture_app.h"

#include <QTest>

using namespace cargo;

class TestFirstRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QQuickWindow::setGraphicsApi(QSGRendererInterface::Software); }
    void languageIsTheSystems_data();
    void languageIsTheSystems();
    void leadsToTheCarsWithoutAnAccount();
    void languageChangesAtOnce();
    void isSkippedAndNeverComesAgain();
    void gaveWayToALink();

private:
    struct Fresh : shots::FixtureApp
    {
        Fresh()
            : FixtureApp({QStringLiteral("welcome"),
                          QStringLiteral("home"),
                          {},
                          {},
                          shots::FixtureTransport::Mode::Full,
                          false,
                          {},
                          {},
                          {},
                          0,
                          [](client::Client &client) { client.settings()->setWelcomed(false); }},
                         QStringLiteral("en"))
        {
        }
        QQuickItem *see(const char *name) { return shots::findItem(window()->contentItem(), QLatin1String(name)); }
        QString page() { return app().navigation()->property("page").toString(); }
    };
};

void TestFirstRun::languageIsTheSystems_data()
{
    QTest::addColumn<QLocale>("system");
    QTest::addColumn<QString>("language");
    QTest::newRow("Russia") << QLocale(QLocale::Russian, QLocale::Russia) << QStringLiteral("ru");
    QTest::newRow("Kazakhstan") << QLocale(QLocale::Kazakh, QLocale::Kazakhstan) << QStringLiteral("ru");
    QTest::newRow("Japan") << QLocale(QLocale::Japanese, QLocale::Japan) << QStringLiteral("en");
    QTest::newRow("nothing said") << QLocale::c() << QStringLiteral("ru");
}

void TestFirstRun::languageIsTheSystems()
{
    QFETCH(QLocale, system);
    QTEST(client::Settings::languageOf(system), "language");
}

void TestFirstRun::leadsToTheCarsWithoutAnAccount()
{
    Fresh fresh;
    QVERIFY(fresh.ok());
    fresh.window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(fresh.window()));
    QTRY_VERIFY(fresh.see("welcome.search"));
    QTRY_VERIFY(fresh.see("welcome.search")->hasActiveFocus()); // Enter goes on
    QTest::keyClick(fresh.window(), Qt::Key_Space);
    QTRY_COMPARE(fresh.page(), QStringLiteral("search"));
    QTRY_VERIFY(!fresh.see("welcome.search"));
    QVERIFY(!fresh.client().session()->signedIn());
    QVERIFY(client::Settings(fresh.client().folder()).welcomed()); // as the next start reads it
}

void TestFirstRun::languageChangesAtOnce()
{
    Fresh fresh;
    QVERIFY(fresh.ok());
    QTRY_VERIFY(fresh.see("welcome.title"));
    QVERIFY(fresh.see("welcome.title")->property("text").toString().startsWith(QLatin1String("A car")));
    QMetaObject::invokeMethod(fresh.see("welcome.language"), "chosen", Q_ARG(QString, QStringLiteral("ru")));
    QTRY_VERIFY(fresh.see("welcome.title")->property("text").toString().startsWith(QString::fromUtf8("Машина")));
    QVERIFY(fresh.see("welcome.search")); // it stays: nothing was chosen but the language
}

void TestFirstRun::isSkippedAndNeverComesAgain()
{
    Fresh fresh;
    QVERIFY(fresh.ok());
    fresh.window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(fresh.window()));
    QTRY_VERIFY(fresh.see("welcome.search"));
    QTest::keyClick(fresh.window(), Qt::Key_Escape);
    QTRY_VERIFY(!fresh.see("welcome.search"));
    QCOMPARE(fresh.page(), QStringLiteral("home"));
    QVERIFY(client::Settings(fresh.client().folder()).welcomed());
    shots::FixtureApp again({QStringLiteral("home"), QStringLiteral("home"), {}}); // a device that has seen it
    QVERIFY(again.ok());
    shots::settle(30);
    QVERIFY(!shots::findItem(again.window()->contentItem(), QStringLiteral("welcome.search")));
}

void TestFirstRun::gaveWayToALink()
{
    Fresh fresh;
    QVERIFY(fresh.ok());
    QTRY_VERIFY(fresh.see("welcome.search"));
    fresh.app().openLink(QStringLiteral("cargo://listings/01936000-0000-7000-8000-000000000100"));
    QTRY_COMPARE(fresh.page(), QStringLiteral("listing"));
    QTRY_VERIFY(!fresh.see("welcome.search"));
    QVERIFY(!client::Settings(fresh.client().folder()).welcomed());
}

QTEST_MAIN(TestFirstRun)
#include "tst_first_run.moc"
