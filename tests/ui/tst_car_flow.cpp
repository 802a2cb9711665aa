// One car and its driver, through the real buyer app against a real server: photos by keyboard, how the price went, the link
// for others, a question of one press, hearts that are taken back, reports, the driver's page, and a car that is gone.
#include "tests/ui/rig/buyer_rig.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QNetworkReply>

using namespace cargo;

class TestCarFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void photosByKeyboard();
    void priceTellsItsWay();
    void linkForOthers();
    void guestAsksInOnePress();
    void heartIsTakenBack();
    void heartIsTakenBackFromAnotherPage();
    void keptCarsAreKept();
    void listingIsReported();
    void driverIsLookedAt();
    void carIsPaused();
    void carThatNeverWas();

private:
    void open(const QString &id)
    {
        QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("listing")),
                                  Q_ARG(QVariant, QVariantMap({{QStringLiteral("listingId"), id}})));
    }
    QByteArray me() const { return m_client->api()->accessToken(); }
    QString m_driverId;
};

void TestCarFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    QJsonObject car = call("GET", QStringLiteral("listings/") + m_listingId);
    m_driverId = car.value(QLatin1String("driver_id")).toString();
    registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    QCOMPARE(m_status, 201);
    // Cheaper than it was.
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/listings/") + m_listingId));
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Authorization", "Bearer " + m_driverToken);
    request.setRawHeader("If-Match", '"' + QByteArray::number(car.value(QLatin1String("version")).toInt()) + '"');
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(
        request, "PATCH", R"({"price":{"amount":250000000,"currency":"RUB"},"vin":"JTMDW3FV60D012345"})"));
    QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), kStepMs);
    QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
    open(m_listingId);
    SEE("listing.photos");
}

void TestCarFlow::photosByKeyboard()
{
    QVERIFY(tabTo(QStringLiteral("listing.photos")));
    QTest::keyClick(window(), Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("listing.photos"), "currentIndex").toInt(), 1, kStepMs);
    QTest::keyClick(window(), Qt::Key_Return);
    SEE("viewer.photos");
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("viewer.photos"), "currentIndex").toInt(), 1, kStepMs);
    QTest::keyClick(window(), Qt::Key_Plus);
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("viewer.photos"), "zoom").toReal() > 1.2, kStepMs);
    QTest::keyClick(window(), Qt::Key_0);
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("viewer.photos"), "zoom").toReal(), 1.0, kStepMs);
    QTest::keyClick(window(), Qt::Key_Home);
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("viewer.photos")), kStepMs);
    QCOMPARE(of(QStringLiteral("listing.photos"), "currentIndex").toInt(), 0); // where one looked last
    QCOMPARE(page(), QStringLiteral("listing"));                               // Escape closed the photos alone
}

void TestCarFlow::priceTellsItsWay()
{
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("listing.fell")).startsWith(QStringLiteral("Cheaper by 150")), kStepMs);
    SEE("listing.history");
    const qreal before = of(QStringLiteral("listing.scroll"), "contentY").toReal();
    CLICK("listing.fell");
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("listing.scroll"), "contentY").toReal() > before, kStepMs);
    SEE("listing.vin");
}

void TestCarFlow::linkForOthers()
{
    CLICK("listing.share");
    const QString link = m_server.url() + QStringLiteral("/l/") + m_listingId;
    READ("share.link", link);
    CLICK("share.copy");
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text(), link, kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("share.copy")), kStepMs);
}

void TestCarFlow::guestAsksInOnePress()
{
    CLICK("question.0");
    TYPE("signInSheet.email.input", QStringLiteral("olga@example.com"));
    TYPE("signInSheet.password.input", QStringLiteral("brings cars home 7"));
    CLICK("signInSheet.submit");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("chat"), kStepMs);
    READ("chat.input", QStringLiteral("Hello! Is the car still for sale?"));
    CLICK("chat.send");
    QTRY_COMPARE_WITH_TIMEOUT(rows("text", "state").size(), 1, kStepMs);
    CLICK("back");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
}

void TestCarFlow::heartIsTakenBack()
{
    const auto kept = [this] {
        return call("GET", QStringLiteral("me/favourites"), {}, me()).value(QLatin1String("items")).toArray().size();
    };
    CLICK("listing.favourite");
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 1, kStepMs);
    CLICK("snackbar.close");
    CLICK("listing.favourite");
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 0, kStepMs);
    CLICK("snackbar.action");
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 1, kStepMs);
}

// The words outlive the page that said them.
void TestCarFlow::heartIsTakenBackFromAnotherPage()
{
    const auto kept = [this] {
        return call("GET", QStringLiteral("me/favourites"), {}, me()).value(QLatin1String("items")).toArray().size();
    };
    CLICK("listing.favourite");
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 0, kStepMs);
    CLICK("back");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("home"), kStepMs);
    CLICK("snackbar.action");
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 1, kStepMs);
    open(m_listingId);
    SEE("listing.photos");
}

// A heart that is taken away among the favourites: the car goes, comes back, and goes for good when nobody objected.
void TestCarFlow::keptCarsAreKept()
{
    const auto kept = [this] {
        return call("GET", QStringLiteral("me/favourites"), {}, me()).value(QLatin1String("items")).toArray().size();
    };
    QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("favourites")),
                              Q_ARG(QVariant, QVariantMap()));
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("favourites"), kStepMs);
    ONCE(click(QStringLiteral("favourite.") + m_listingId), "heart");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("favourite.") + m_listingId), kStepMs);
    CLICK("snackbar.action");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("favourite.") + m_listingId), kStepMs);
    QCOMPARE(kept(), 1); // the server was never told
    ONCE(click(QStringLiteral("favourite.") + m_listingId), "heart");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("favourite.") + m_listingId), kStepMs);
    QCOMPARE(kept(), 1);
    CLICK("back"); // without waiting for the words to go
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 0, kStepMs);
    CLICK("snackbar.action"); // and it is taken back after all
    QTRY_COMPARE_WITH_TIMEOUT(kept(), 1, kStepMs);
}

void TestCarFlow::listingIsReported()
{
    CLICK("listing.more");
    CLICK("listing.report");
    CLICK("report.reason.wrong_data");
    TYPE("report.text.input", QStringLiteral("The photos show another car."));
    // Put away and taken up again: what was typed is there.
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("report.send")), kStepMs);
    const QString draft = QStringLiteral("report/listing/") + m_listingId;
    QTRY_COMPARE_WITH_TIMEOUT(m_client->writing()->draft(draft).value(QLatin1String("words")).toString(),
                              QStringLiteral("The photos show another car."), kStepMs); // on the disk
    CLICK("listing.more");
    CLICK("listing.report");
    READ("report.text.input", QStringLiteral("The photos show another car."));
    CLICK("report.send");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("report.send")), kStepMs);
    QVERIFY(m_client->writing()->draft(draft).isEmpty());
    const QByteArray staff = staffToken(QStringLiteral("moderate"));
    const QJsonArray open =
        call("GET", QStringLiteral("admin/queues/reports"), {}, staff).value(QLatin1String("items")).toArray();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0).toObject().value(QLatin1String("reason")).toString(), QStringLiteral("wrong_data"));
}

void TestCarFlow::driverIsLookedAt()
{
    CLICK("listing.driver");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("driver"), kStepMs);
    READ("driver.name", QStringLiteral("Pavel S."));
    SEE("driver.marks");
    SEE("driver.noReviews");
    ONCE(item(QStringLiteral("listing.") + m_listingId) != nullptr, "his car");
    CLICK("driver.report");
    CLICK("report.reason.abuse");
    CLICK("report.send");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("report.send")), kStepMs);
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
}

void TestCarFlow::carIsPaused()
{
    SEE("listing.deal");
    call("POST", QStringLiteral("listings/%1/pause").arg(m_listingId));
    QCOMPARE(m_status, 200);
    CLICK("listing.more");
    CLICK("listing.refresh");
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("listing.standing"), "title").toString(), QStringLiteral("Not offered just now"),
                              kStepMs);
    QVERIFY(!item(QStringLiteral("listing.deal")));
    SEE("listing.another");
}

void TestCarFlow::carThatNeverWas()
{
    open(QStringLiteral("01936000-0000-7000-8000-00000000dead"));
    SEE("listing.missing");
}

QTEST_MAIN(TestCarFlow)
#include "tst_car_flow.moc"
