// Photos with the camera, in the real driver's app over a real server: the sides of a car one after the other, documents that
// are too dark or not sharp, a camera that may not be used and a device that has none. The camera sees files; from its picture
// on everything is real.
#include "tests/ui/rig/file_camera.h"
#include "tests/ui/rig/stage.h"

#include <QPainter>
#include <QQmlComponent>
#include <QRandomGenerator>

using namespace cargo;

class TestCameraFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sidesFollowEachOther();
    void lostPressIsTold();
    void hintFollowsThePicture();
    void documentIsTakenAgainAndSent();
    void darkPictureGoesWhenHeSaysSo();
    void refusedCameraSaysHow();
    void withoutACameraFilesAreChosen();
    void deviceCameraLoads();

private:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        Stage::end();
    }
    // Tiles of random grey between the two: sharp, and as bright as they are.
    QString tiles(const QString &name, int least, int most) const
    {
        QImage picture(1600, 1200, QImage::Format_RGB32);
        QPainter painter(&picture);
        QRandomGenerator random(3);
        for (int y = 0; y < picture.height(); y += 16) {
            for (int x = 0; x < picture.width(); x += 16) {
                const int grey = random.bounded(least, most);
                painter.fillRect(x, y, 16, 16, QColor(grey, grey, grey));
            }
        }
        return save(picture, name);
    }
    QString plain(const QString &name) const
    {
        QImage picture(1600, 1200, QImage::Format_RGB32);
        picture.fill(QColor(130, 130, 130));
        return save(picture, name);
    }
    QString save(const QImage &picture, const QString &name) const
    {
        const QString file = m_folder.filePath(name);
        return picture.save(file) ? file : QString();
    }
    // From now on the camera is one that sees this file, with more of its properties.
    bool point(const QString &file, const QByteArray &more = {})
    {
        return test::putCamera(m_app->engine(), m_folder.filePath(QStringLiteral("Camera%1.qml").arg(++m_views)),
                               "frame: \"" + QUrl::fromLocalFile(file).toEncoded() + "\"; " + more);
    }
    bool sees(const QString &file)
    {
        QQuickItem *source = item(QStringLiteral("camera.source"));
        return source && source->setProperty("frame", QUrl::fromLocalFile(file));
    }
    void key(Qt::Key key) { QTest::keyClick(window(), key); }
    size_t kept(const QString &draft) const { return m_client->writing()->photosOf(QStringLiteral("draft/") + draft).size(); }
    void go(const char *page, const QVariantMap &params = {})
    {
        QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QLatin1String(page)), Q_ARG(QVariant, params));
    }
    QJsonArray missing()
    {
        return call("GET", QStringLiteral("kyc/applications/current"), {}, m_client->api()->accessToken())
            .value(QLatin1String("missing"))
            .toArray();
    }
    int foldersOfPhotos() const
    {
        return int(QDir(QDir::tempPath()).entryList({QStringLiteral("tst_camera_flow-*")}, QDir::Dirs).size());
    }

    QString m_deal, m_sharp, m_plain, m_dark;
    int m_views = 0;
};

void TestCameraFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    m_sharp = tiles(QStringLiteral("sharp.png"), 60, 200);
    m_dark = tiles(QStringLiteral("dark.png"), 0, 60);
    m_plain = plain(QStringLiteral("plain.png"));
    QVERIFY(!m_sharp.isEmpty() && !m_dark.isEmpty() && !m_plain.isEmpty());
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = tokenOf(driver);
    m_deal =
        paidDeal(tokenOf(registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."))));
    QVERIFY(!m_deal.isEmpty());
    QVERIFY(open(m_server.url(), folderOf(QStringLiteral("app")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                 {420, 860}));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->session()->accept(driver);
}

void TestCameraFlow::sidesFollowEachOther()
{
    QVERIFY(point(m_sharp));
    go("pickUp", {{QStringLiteral("dealId"), m_deal}});
    CLICK_IN(*this, "angle.front");
    READ_IN(*this, "camera.title", QStringLiteral("Front"));
    SEE_IN(*this, "camera.shutter");
    key(Qt::Key_VolumeUp); // with a hand in a glove
    READ_IN(*this, "camera.verdict", QStringLiteral("Sharp and bright enough."));
    QCOMPARE(kept(QStringLiteral("pickup/") + m_deal), size_t(0)); // he has not said yes
    CLICK_IN(*this, "camera.use");
    READ_IN(*this, "camera.title", QStringLiteral("Front, right corner"));
    QCOMPARE(kept(QStringLiteral("pickup/") + m_deal), size_t(1));
    SEE_IN(*this, "camera.shutter");
    key(Qt::Key_Space);
    READ_IN(*this, "camera.verdict", QStringLiteral("Sharp and bright enough."));
    key(Qt::Key_Return); // "use it" has the focus
    READ_IN(*this, "camera.title", QStringLiteral("Right side"));
    QCOMPARE(kept(QStringLiteral("pickup/") + m_deal), size_t(2));
    CLICK_IN(*this, "camera.close");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("camera.source")), kStepMs); // the camera is let go
    const auto photo = m_client->writing()->photosOf(QStringLiteral("draft/pickup/") + m_deal).front();
    const QImage sent(photo.path);
    QCOMPARE(sent.size(), QSize(1600, 1200)); // the photo, not what was on the screen
    const QJsonObject draft = m_client->writing()->draft(QStringLiteral("pickup/") + m_deal);
    QCOMPARE(draft.value(QLatin1String("shots")).toObject().keys(),
             (QStringList{QStringLiteral("front"), QStringLiteral("front_right")}));
}

void TestCameraFlow::lostPressIsTold()
{
    QVERIFY(point(m_sharp, "broken: true"));
    CLICK_IN(*this, "angle.rear");
    CLICK_IN(*this, "camera.shutter");
    READ_IN(*this, "camera.hint", QStringLiteral("The camera took no photo. Try again."));
    CLICK_IN(*this, "camera.shutter");
    SEE_IN(*this, "camera.use");
    key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("camera.use")), kStepMs);
    QCOMPARE(kept(QStringLiteral("pickup/") + m_deal), size_t(2)); // what was not used is nothing
    CLICK_IN(*this, "back");
}

void TestCameraFlow::hintFollowsThePicture()
{
    QVERIFY(m_server.kill());
    m_server.set(QStringLiteral("CARGO_KYC"), QStringLiteral("manual"));
    QVERIFY(m_server.start());
    m_client->session()->signOut();
    m_client->session()->accept(
        registerUser(QStringLiteral("vera@example.com"), QStringLiteral("driver"), QStringLiteral("Vera L.")));
    QVERIFY(m_client->session()->signedIn());
    QVERIFY(point(m_plain));
    go("identity");
    CLICK_IN(*this, "identity.start");
    CLICK_IN(*this, "identity.choose.passport_main");
    READ_IN(*this, "camera.hint", QStringLiteral("Not sharp yet: hold still"));
    QVERIFY(sees(m_dark));
    READ_IN(*this, "camera.hint", QStringLiteral("More light, please"));
    QVERIFY(sees(m_sharp));
    READ_IN(*this, "camera.hint", QStringLiteral("The whole page, sharp, without glare"));
}

void TestCameraFlow::documentIsTakenAgainAndSent()
{
    QVERIFY(sees(m_plain));
    CLICK_IN(*this, "camera.shutter");
    READ_IN(*this, "camera.verdict", QStringLiteral("It may not be sharp enough."));
    CLICK_IN(*this, "camera.again");
    QVERIFY(sees(m_sharp));
    CLICK_IN(*this, "camera.shutter");
    READ_IN(*this, "camera.verdict", QStringLiteral("Sharp and bright enough."));
    QVERIFY(missing().contains(QStringLiteral("passport_main")));
    CLICK_IN(*this, "camera.use");
    QTRY_VERIFY_WITH_TIMEOUT(!missing().contains(QStringLiteral("passport_main")), kStepMs);
    // Nothing of a document stays on this device.
    QTRY_COMPARE_WITH_TIMEOUT(foldersOfPhotos(), 1, kStepMs); // the one of this test
    QVERIFY(m_client->writing()->items().empty());
}

// He saw the warning with the photo: it is not held back a second time.
void TestCameraFlow::darkPictureGoesWhenHeSaysSo()
{
    QVERIFY(point(m_dark));
    CLICK_IN(*this, "identity.choose.selfie");
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("camera.source"), "front").toBool(), kStepMs); // it faces him
    CLICK_IN(*this, "camera.shutter");
    READ_IN(*this, "camera.verdict", QStringLiteral("It may be too dark."));
    CLICK_IN(*this, "camera.use");
    QTRY_VERIFY_WITH_TIMEOUT(!missing().contains(QStringLiteral("selfie")), kStepMs);
    QVERIFY(!item(QStringLiteral("identity.anyway.selfie")));
}

void TestCameraFlow::refusedCameraSaysHow()
{
    QVERIFY(point(m_sharp, "trouble: \"failed\""));
    CLICK_IN(*this, "identity.choose.selfie");
    SEE_IN(*this, "camera.files");
    QVERIFY(!item(QStringLiteral("camera.shutter")));
    CLICK_IN(*this, "state.action"); // try again
    SEE_IN(*this, "camera.shutter");
    QVERIFY(item(QStringLiteral("camera.source"))->setProperty("trouble", QStringLiteral("refused")));
    SEE_IN(*this, "camera.files");
    QVERIFY(!item(QStringLiteral("state.action"))); // only the system's settings help
    key(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("camera.files")), kStepMs);
}

// The open dialog of the system that a loader below this item has made.
static QObject *dialogBelow(const QQuickItem *item)
{
    auto *made = item->inherits("QQuickLoader") ? item->property("item").value<QObject *>() : nullptr;
    if (made && made->inherits("QQuickFileDialog") && made->property("visible").toBool())
        return made;
    const auto below = item->childItems();
    for (const QQuickItem *child : below) {
        if (QObject *found = dialogBelow(child))
            return found;
    }
    return nullptr;
}

void TestCameraFlow::withoutACameraFilesAreChosen()
{
    QVERIFY(point(m_sharp, "found: false"));
    CLICK_IN(*this, "identity.choose.selfie");
    const auto dialog = [this] { return dialogBelow(window()->contentItem()); };
    QTRY_VERIFY_WITH_TIMEOUT(dialog(), kStepMs);
    QVERIFY(!item(QStringLiteral("camera.shutter")));
    QMetaObject::invokeMethod(dialog(), "close");
}

// The one that is used on a device: it loads, whether there is a camera here or not.
void TestCameraFlow::deviceCameraLoads()
{
    QQmlComponent device(m_app->engine(), QUrl(QStringLiteral("qrc:/qt/qml/CarGo/Camera/DeviceCamera.qml")));
    if (device.errorString().contains(QLatin1String("QtMultimedia")))
        QSKIP("Qt Multimedia is not installed");
    const std::unique_ptr<QObject> made(device.create());
    QVERIFY2(made, qPrintable(device.errorString()));
    for (const char *name : {"found", "trouble", "ready", "front", "turnable", "torch", "torchable"})
        QVERIFY2(made->metaObject()->indexOfProperty(name) >= 0, name);
}

QTEST_MAIN(TestCameraFlow)
#include "tst_camera_flow.moc"
