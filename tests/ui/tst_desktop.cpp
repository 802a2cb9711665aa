// What a desktop expects of an app: one of it, its window where it was, links that open it.
#include "fixture_app.h"
#include "qml/client/desktop/single_instance.h"
#include "qml/client/desktop/window_place.h"
#include "rig/item_tree.h"
#include "tests/paths.h"

#include <QDir>
#include <QLocalSocket>
#include <QProcess>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace cargo;
using client::SingleInstance;
using client::WindowPlace;

namespace {
const QString kId = QStringLiteral("0192f0c4-7e33-7a11-8f00-00000000abcd");

void startApp(QProcess *process, const QString &folder, const QString &link)
{
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(test::binDir() + QStringLiteral("/cargo-buyer"), {QStringLiteral("--data-dir"), folder, link});
}
} // namespace

class TestDesktop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondStartHandsItsLinkOver()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim({}));
        const QSignalSpy asked(&first, &SingleInstance::asked);
        const QString link = QStringLiteral("cargo://deals/") + kId;
        QProcess second;
        startApp(&second, folder.path(), link);
        QTRY_COMPARE_WITH_TIMEOUT(second.state(), QProcess::NotRunning, 60'000);
        QCOMPARE(second.exitCode(), 0);
        QTRY_COMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), link);
    }

    void anotherFolderIsAnotherApp()
    {
        const QTemporaryDir one, other;
        SingleInstance first(one.path()), second(other.path());
        QVERIFY(first.claim({}));
        QVERIFY(second.claim({}));
    }

    void aKilledAppLeavesNoLock()
    {
        const QTemporaryDir folder;
        QProcess app;
        startApp(&app, folder.path(), {});
        QVERIFY(app.waitForStarted());
        SingleInstance next(folder.path());
        const auto listens = [&next] {
            QLocalSocket probe;
            probe.connectToServer(next.name());
            return probe.waitForConnected(100);
        };
        QTRY_VERIFY_WITH_TIMEOUT(listens(), 60'000);
        app.kill();
        QVERIFY(app.waitForFinished());
        QVERIFY(next.claim({}));
    }

    void rubbishOnTheSocketIsNoLink()
    {
        const QTemporaryDir folder;
        SingleInstance first(folder.path());
        QVERIFY(first.claim({}));
        const QSignalSpy asked(&first, &SingleInstance::asked);
        QLocalSocket rude;
        rude.connectToServer(first.name());
        QVERIFY(rude.waitForConnected());
        rude.write(QByteArray(1'000'000, 'x'));
        QTRY_COMPARE(rude.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(asked.count(), 0);
        auto next = std::async(std::launch::async,
                               [&folder] { return SingleInstance(folder.path()).claim(QStringLiteral("cargo://deals/") + kId); });
        QTRY_COMPARE(asked.count(), 1);
        QVERIFY(!next.get());
    }

    void aWindowComesBackWhereItWas()
    {
        const QTemporaryDir folder;
        const QRect place(40, 60, 500, 640);
        {
            WindowPlace kept(folder.path());
            QVERIFY(kept.kept().isEmpty());
            QWindow window;
            window.setGeometry(100, 100, 300, 300);
            window.show();
            kept.follow(&window);
            window.setGeometry(place);
            QTRY_COMPARE(window.geometry(), place);
            window.close();
        }
        const QVariantMap back = WindowPlace(folder.path()).kept();
        QCOMPARE(QRect(back[QStringLiteral("x")].toInt(), back[QStringLiteral("y")].toInt(),
                       back[QStringLiteral("width")].toInt(), back[QStringLiteral("height")].toInt()),
                 place);
    }

    void aPlaceOutsideOfTheScreensIsMoved_data()
    {
        QTest::addColumn<QRect>("wanted");
        QTest::addColumn<QRect>("placed");
        QTest::newRow("inside") << QRect(10, 20, 400, 800) << QRect(10, 20, 400, 800);
        QTest::newRow("over the edge") << QRect(1700, 900, 400, 800) << QRect(1520, 280, 400, 800);
        QTest::newRow("larger than the screen") << QRect(-50, -50, 4000, 3000) << QRect(0, 0, 1920, 1080);
        QTest::newRow("on a screen that is gone") << QRect(5000, 100, 400, 800) << QRect();
        QTest::newRow("a corner of it") << QRect(1900, 1060, 400, 800) << QRect();
        QTest::newRow("on the second screen") << QRect(2000, 100, 600, 600) << QRect(2000, 100, 600, 600);
        QTest::newRow("nothing") << QRect() << QRect();
    }
    void aPlaceOutsideOfTheScreensIsMoved()
    {
        QFETCH(QRect, wanted);
        QFETCH(QRect, placed);
        QCOMPARE(client::placeOnScreens(wanted, {QRect(0, 0, 1920, 1080), QRect(1920, 0, 1280, 1024)}), placed);
    }

    void linksOpenPages_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("page");
        QTest::newRow("listing") << QStringLiteral("cargo://listings/") + kId << QStringLiteral("listing");
        QTest::newRow("listing, short") << QStringLiteral("cargo://l/") + kId + QLatin1Char('/') << QStringLiteral("listing");
        QTest::newRow("deal") << QStringLiteral("CARGO://Deals/") + kId.toUpper() << QStringLiteral("deal");
        QTest::newRow("conversation") << QStringLiteral("cargo://conversations/") + kId << QStringLiteral("chat");
        QTest::newRow("no id") << QStringLiteral("cargo://listings/1") << QString();
        QTest::newRow("more behind it") << QStringLiteral("cargo://listings/") + kId + QStringLiteral("/../x") << QString();
        QTest::newRow("another scheme") << QStringLiteral("https://listings/") + kId << QString();
        QTest::newRow("another place") << QStringLiteral("cargo://users/") + kId << QString();
    }
    void linksOpenPages()
    {
        QFETCH(QString, link);
        QFETCH(QString, page);
        shots::FixtureApp app(shots::everyPage().front(), QStringLiteral("en"), QStringLiteral("light"));
        QVERIFY(app.ok());
        QObject *nav = app.window()->property("nav").value<QObject *>();
        QVERIFY(nav);
        const QString before = nav->property("page").toString();
        QVariant known;
        QVERIFY(QMetaObject::invokeMethod(nav, "openLink", Q_RETURN_ARG(QVariant, known), Q_ARG(QVariant, link)));
        QCOMPARE(known.toBool(), !page.isEmpty());
        QTRY_COMPARE(nav->property("page").toString(), page.isEmpty() ? before : page);
    }

    // A mouse cannot swipe: arrows turn a row of cars that is longer than the window.
    void arrowsTurnARow()
    {
        const auto pages = shots::everyPage();
        const auto home =
            std::find_if(pages.begin(), pages.end(), [](const auto &page) { return page.name == QLatin1String("home"); });
        QVERIFY(home != pages.end());
        shots::FixtureApp app(*home, QStringLiteral("en"), QStringLiteral("light"), shots::Photos::Plain);
        QVERIFY(app.ok());
        app.go({1130, 800}, 0);
        QVERIFY(app.becomesStill());
        const auto arrow = [&app](const char *name) {
            return test::findItem(app.window()->contentItem(), QLatin1String(name)); // only while it is shown
        };
        const auto press = [&app](const QQuickItem *item) {
            QTest::mouseClick(app.window(), Qt::LeftButton, {},
                              item->mapToScene({item->width() / 2, item->height() / 2}).toPoint());
        };
        QVERIFY(arrow("row.on") && !arrow("row.back"));
        press(arrow("row.on"));
        QTRY_VERIFY(arrow("row.back") && !arrow("row.on"));
        press(arrow("row.back"));
        QTRY_VERIFY(arrow("row.on") && !arrow("row.back"));
    }
};

QTEST_MAIN(TestDesktop)
#include "tst_desktop.moc"
