// A whole deal in the three real apps, against the real server: the buyer pays, the driver takes the car over, shows the way and
// hands it over by the buyer's code, the desk sees all of it. The server is killed on the way.
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;

class TestThreeApps : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void deskSignsIn();
    void buyerPays();
    void driverTakesTheCarOver();
    void serverIsKilledOnTheWay();
    void carIsHandedOver();
    void buyerSaysYes();
    void deskSeesTheDeal();
    void moneyArrives();

private:
    void end() override
    {
        m_buyer.close();
        m_driver.close();
        m_desk.close();
        Stage::end();
    }
    QJsonObject deal() { return call("GET", QStringLiteral("deals/") + m_deal); }
    QString status() { return deal().value(QLatin1String("status")).toString(); }
    bool chooses(const test::AppHand &hand, const char *dialog)
    {
        return hand.choose(QLatin1String(dialog), picture(QStringLiteral("photo%1.png").arg(++m_pictures)));
    }

    test::AppHand m_buyer, m_driver, m_desk;
    StaffMember m_agent;
    QString m_listing, m_deal;
    int m_pictures = 0;
};

void TestThreeApps::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    m_agent = addStaff(QStringLiteral("anna"), QStringLiteral("admin"));
    QVERIFY(!m_agent.totpSecret.isEmpty());
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = driver.value(QLatin1String("access_token")).toString().toLatin1();
    const QJsonObject listing = call("POST", QStringLiteral("listings"), test::carBody({uploadPhoto(), uploadPhoto()}));
    m_listing = listing.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(m_listing));
    QCOMPARE(m_status, 200);

    const QSize phone(420, 860);
    QVERIFY(m_buyer.open(m_server.url(), folderOf(QStringLiteral("b")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                         phone));
    m_buyer.client().session()->accept(
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K.")));
    QVERIFY(m_driver.open(m_server.url(), folderOf(QStringLiteral("d")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                          phone));
    m_driver.client().session()->accept(driver);
    QVERIFY(m_desk.open(m_server.url(), folderOf(QStringLiteral("a")), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"),
                        {1440, 900}));
    for (test::AppHand *hand : {&m_buyer, &m_driver, &m_desk})
        hand->client().settings()->setLanguage(QStringLiteral("en"));
}

void TestThreeApps::deskSignsIn()
{
    TYPE_IN(m_desk, "signIn.email.input", m_agent.email);
    TYPE_IN(m_desk, "signIn.password.input", m_agent.password);
    TYPE_IN(m_desk, "signIn.code.input", m_agent.code()); // the last digit is enough
    QTRY_VERIFY_WITH_TIMEOUT(m_desk.client().session()->signedIn(), kStepMs);
}

void TestThreeApps::buyerPays()
{
    m_buyer.app().openLink(QStringLiteral("cargo://listings/") + m_listing);
    CLICK_IN(m_buyer, "listing.deal");
    TYPE_IN(m_buyer, "checkout.place.input", QStringLiteral("Novosibirsk"));
    CLICK_IN(m_buyer, "checkout.create");
    CLICK_IN(m_buyer, "deal.pay");
    QTRY_VERIFY_WITH_TIMEOUT(!m_paymentPage.isEmpty(), kStepMs);
    QVERIFY(atTheBank("success"));
    const auto deals = [this] { return call("GET", QStringLiteral("deals")).value(QLatin1String("items")).toArray(); };
    m_deal = deals().at(0).toObject().value(QLatin1String("id")).toString();
    QVERIFY(!m_deal.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("funded"), kStepMs);
}

void TestThreeApps::driverTakesTheCarOver()
{
    m_driver.app().openLink(QStringLiteral("cargo://deals/") + m_deal);
    CLICK_IN(m_driver, "run.pickUp");
    for (const char *angle : {"front", "right", "rear", "left", "odometer", "vin_plate"}) {
        SEE_IN(m_driver, "angle.front");
        QVERIFY(m_driver.takeSide(QLatin1String(angle), picture(QStringLiteral("photo%1.png").arg(++m_pictures))));
    }
    CLICK_IN(m_driver, "pickup.next");
    CLICK_IN(m_driver, "pickup.next");
    TYPE_IN(m_driver, "pickup.vin.input", QStringLiteral("JTMDW3FV60D012345"));
    ONCE_IN(m_driver, m_driver.typeNumber(QStringLiteral("pickup.km.input"), QStringLiteral("48010")), "the odometer");
    QCOMPARE(m_driver.of(QStringLiteral("pickup.km"), "entered").toInt(), 48010);
    CLICK_IN(m_driver, "pickup.next");
    QCOMPARE(m_driver.textOf(QStringLiteral("pickup.missing")), QString());
    QVERIFY(m_driver.confirm(QStringLiteral("pickup.send")));
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("in_transit"), kStepMs);
    // It stands in the buyer's app without a word from him.
    SEE_IN(m_buyer, "deal.way");
}

void TestThreeApps::serverIsKilledOnTheWay()
{
    CLICK_IN(m_driver, "run.checkpoint");
    TYPE_IN(m_driver, "checkpoint.place.input", QStringLiteral("Zabaikalsk"));
    QVERIFY(chooses(m_driver, "checkpoint.dialog"));
    QVERIFY(m_server.kill());
    CLICK_IN(m_driver, "checkpoint.send");
    SEE_IN(m_driver, "deal.unsent");
    QVERIFY(m_server.start());
    const auto places = [this] {
        QStringList list;
        const QJsonArray events =
            call("GET", QStringLiteral("deals/%1/timeline?limit=100").arg(m_deal)).value(QLatin1String("items")).toArray();
        for (const QJsonValue &event : events) {
            const QString place =
                event.toObject().value(QLatin1String("checkpoint")).toObject().value(QLatin1String("place")).toString();
            if (!place.isEmpty())
                list.append(place);
        }
        return list;
    };
    QTRY_COMPARE_WITH_TIMEOUT(places(), QStringList{QStringLiteral("Zabaikalsk")}, 3 * kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver.item(QStringLiteral("deal.unsent")), kStepMs);
    CLICK_IN(m_driver, "run.arrive");
    QVERIFY(m_driver.confirm(QStringLiteral("arrive.send")));
    QTRY_VERIFY_WITH_TIMEOUT(deal().value(QLatin1String("arrived_at")).isString(), kStepMs);
}

void TestThreeApps::carIsHandedOver()
{
    CLICK_IN(m_buyer, "deal.handover");
    CLICK_IN(m_buyer, "handover.show");
    SEE_IN(m_buyer, "deal.code");
    const QString code =
        m_buyer.textOf(QStringLiteral("deal.code")).remove(QChar::Space).remove(QChar(0x2009)).remove(QChar::Nbsp);
    QCOMPARE(code.size(), 6);
    CLICK_IN(m_driver, "run.handover");
    const QString wrong = code.startsWith(u'1') ? QStringLiteral("222222") : QStringLiteral("111111");
    TYPE_IN(m_driver, "meet.code.input", wrong);
    CLICK_IN(m_driver, "meet.send");
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver.of(QStringLiteral("meet.code"), "errorText").toString().isEmpty(), kStepMs);
    QCOMPARE(status(), QStringLiteral("in_transit"));
    TYPE_IN(m_driver, "meet.code.input", code);
    CLICK_IN(m_driver, "meet.send");
    SEE_IN(m_driver, "meet.done");
    QCOMPARE(status(), QStringLiteral("delivered"));
}

void TestThreeApps::buyerSaysYes()
{
    SEE_IN(m_buyer, "handover.good");
    QVERIFY(m_buyer.confirm(QStringLiteral("handover.good")));
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("released"), kStepMs);
}

void TestThreeApps::deskSeesTheDeal()
{
    m_desk.app().openLink(QStringLiteral("cargo-admin://deals/") + m_deal);
    QTRY_COMPARE_WITH_TIMEOUT(m_desk.page(), QStringLiteral("deal"), kStepMs);
}

void TestThreeApps::moneyArrives()
{
    const auto money = [this] { return deal().value(QLatin1String("money_status")).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(money(), QStringLiteral("paid"), 2 * kStepMs);
    QVERIFY(m_server.run({QStringLiteral("ledger"), QStringLiteral("verify")}).contains("0 differences"));
    QVERIFY(m_server.run({QStringLiteral("audit"), QStringLiteral("verify")}).contains(" 0 broken"));
}

QTEST_MAIN(TestThreeApps)
#include "tst_three_apps.moc"
