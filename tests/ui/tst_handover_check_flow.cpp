// At the buyer's door without a line: the driver takes the sides of the pick-up again and marks a new dent; his app ends and
// begins anew. The code waits for what he recorded. Afterwards the buyer and the desk see both photos of each side.
#include "fault_proxy.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;
using Fault = test::FaultProxy::Fault;

class TestHandoverCheckFlow : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sidesAreTakenAgainWithoutALine();
    void newDentIsMarked();
    void codeWaitsForThePhotos();
    void recordArrivesOnce();
    void carIsHandedOver();
    void buyerSeesBoth();
    void deskSeesBoth();

private:
    void end() override
    {
        m_buyer.close();
        m_driver.close();
        m_desk.close();
        m_proxy.reset();
        Stage::end();
    }
    bool openDriver()
    {
        return m_driver.open(m_proxy->url(), folderOf(QStringLiteral("d")), QStringLiteral("CarGo/Driver"),
                             QStringLiteral("driver"), {420, 860});
    }
    // The dialog for files of the side that is asked for.
    bool take(const char *angle)
    {
        return m_driver.takeSide(QLatin1String(angle), picture(QLatin1String(angle) + QStringLiteral(".png")),
                                 QStringLiteral("check.camera"));
    }
    QList<QJsonObject> records()
    {
        QList<QJsonObject> list;
        const QJsonArray events =
            call("GET", QStringLiteral("deals/%1/timeline?limit=100").arg(m_deal)).value(QLatin1String("items")).toArray();
        for (const QJsonValue &event : events) {
            const QJsonObject record = event.toObject().value(QLatin1String("checkpoint")).toObject();
            if (record.value(QLatin1String("kind")).toString() == QLatin1String("handover"))
                list.append(record);
        }
        return list;
    }
    QJsonObject deal(const QByteArray &token = {}) { return call("GET", QStringLiteral("deals/") + m_deal, {}, token); }
    static void go(const test::AppHand &hand, const char *page, const QVariantMap &params)
    {
        QMetaObject::invokeMethod(hand.app().navigation(), "go", Q_ARG(QVariant, QLatin1String(page)), Q_ARG(QVariant, params));
    }

    test::AppHand m_driver, m_buyer, m_desk;
    std::unique_ptr<test::FaultProxy> m_proxy;
    QByteArray m_buyerToken;
    QString m_deal;
};

void TestHandoverCheckFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    m_proxy = std::make_unique<test::FaultProxy>(m_server.port());
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = tokenOf(driver);
    const QJsonObject buyer =
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    m_buyerToken = tokenOf(buyer);
    m_deal = paidDeal(m_buyerToken);
    QVERIFY(!m_deal.isEmpty());
    const QString front = uploadPhoto(), left = uploadPhoto();
    const auto side = [](const char *angle, const QString &photo) {
        return QJsonObject{{QStringLiteral("angle"), QLatin1String(angle)}, {QStringLiteral("photo"), photo}};
    };
    const QJsonObject scratch{{QStringLiteral("view"), QStringLiteral("left")},
                              {QStringLiteral("x"), 0.4},
                              {QStringLiteral("y"), 0.5},
                              {QStringLiteral("kind"), QStringLiteral("scratch")}};
    call("POST", QStringLiteral("deals/%1/start").arg(m_deal),
         {{QStringLiteral("vin"), QStringLiteral("JTMDW3FV60D012345")},
          {QStringLiteral("odometer_km"), 48010},
          {QStringLiteral("photos"), QJsonArray{front, left}},
          {QStringLiteral("inspection"),
           QJsonObject{{QStringLiteral("angles"), QJsonArray{side("front", front), side("left", left)}},
                       {QStringLiteral("damages"), QJsonArray{scratch}}}}});
    QCOMPARE(m_status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(deal().value(QLatin1String("status")).toString(), QStringLiteral("in_transit"), kStepMs);
    call("POST", QStringLiteral("deals/%1/arrive").arg(m_deal));
    QCOMPARE(m_status, 200);

    QVERIFY(openDriver());
    m_driver.client().settings()->setLanguage(QStringLiteral("en"));
    m_driver.client().session()->accept(driver);
    QVERIFY(m_buyer.open(m_server.url(), folderOf(QStringLiteral("b")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                         {420, 860}));
    m_buyer.client().settings()->setLanguage(QStringLiteral("en"));
    m_buyer.client().session()->accept(buyer);
    QVERIFY(m_desk.open(m_server.url(), folderOf(QStringLiteral("a")), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"),
                        {1440, 900}));
    m_desk.client().settings()->setLanguage(QStringLiteral("en"));
}

void TestHandoverCheckFlow::sidesAreTakenAgainWithoutALine()
{
    m_driver.app().openLink(QStringLiteral("cargo://deals/") + m_deal);
    CLICK_IN(m_driver, "run.handover");
    SEE_IN(m_driver, "meet.check");
    m_proxy->set(Fault::Refuse);
    m_proxy->cutAll();
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver.client().api()->online(), kStepMs);
    CLICK_IN(m_driver, "meet.check");
    READ_IN(m_driver, "check.taken", QStringLiteral("0 of 2 sides taken"));
    QVERIFY(take("front"));
    QVERIFY(take("left"));
    READ_IN(m_driver, "check.taken", QStringLiteral("2 of 2 sides taken"));
    CLICK_IN(m_driver, "angle.left");
    SEE_IN(m_driver, "angle.mix"); // over each other, with the scratch of the pick-up
    SEE_IN(m_driver, "angle.marks");
    QTest::keyClick(m_driver.window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver.item(QStringLiteral("angle.mix")), kStepMs);
}

void TestHandoverCheckFlow::newDentIsMarked()
{
    CLICK_IN(m_driver, "check.next");
    CLICK_IN(m_driver, "damage.sketch"); // in its middle
    CLICK_IN(m_driver, "damage.dent");
    CLICK_IN(m_driver, "damage.origin.there");
    CLICK_IN(m_driver, "damage.origin.new");
    TYPE_IN(m_driver, "damage.note.input", QStringLiteral("a stone"));
    CLICK_IN(m_driver, "damage.keep");
    SEE_IN(m_driver, "damage.row.0");
    CLICK_IN(m_driver, "check.send");
    SEE_IN(m_driver, "meet.first");
}

void TestHandoverCheckFlow::codeWaitsForThePhotos()
{
    m_driver.close();
    QVERIFY(openDriver()); // still no line
    m_driver.client().connection()->setProbeMs(20);
    m_driver.client().outbox()->setFirstPauseMs(20);
    go(m_driver, "handover", {{QStringLiteral("dealId"), m_deal}});
    SEE_IN(m_driver, "meet.first");
    QVERIFY(!m_driver.item(QStringLiteral("meet.check"))); // it is done
    TYPE_IN(m_driver, "meet.code.input", deal(m_buyerToken).value(QLatin1String("handover_code")).toString());
    QVERIFY(!m_driver.item(QStringLiteral("meet.send")));
    QVERIFY(!m_driver.item(QStringLiteral("meet.scan")));
    QVERIFY(records().isEmpty());
}

void TestHandoverCheckFlow::recordArrivesOnce()
{
    m_proxy->set(Fault::LoseAnswer, "/checkpoints", 1); // it is sent twice
    QTRY_COMPARE_WITH_TIMEOUT(records().size(), qsizetype(1), 2 * kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver.item(QStringLiteral("meet.first")), 2 * kStepMs);
    const QList<QJsonObject> made = records();
    QCOMPARE(made.size(), qsizetype(1));
    QCOMPARE(made[0].value(QLatin1String("photos")).toArray().size(), qsizetype(2));
    QVERIFY(!made[0].value(QLatin1String("device_time")).isNull());
    const QJsonObject seen = made[0].value(QLatin1String("inspection")).toObject();
    QCOMPARE(seen.value(QLatin1String("angles")).toArray().size(), qsizetype(2));
    const QJsonObject dent = seen.value(QLatin1String("damages")).toArray()[0].toObject();
    QCOMPARE(dent.value(QLatin1String("new")), QJsonValue(true));
    QCOMPARE(dent.value(QLatin1String("kind")).toString(), QStringLiteral("dent"));
    QCOMPARE(dent.value(QLatin1String("note")).toString(), QStringLiteral("a stone"));
}

void TestHandoverCheckFlow::carIsHandedOver()
{
    SEE_IN(m_driver, "pairs.fresh");
    CLICK_IN(m_driver, "meet.send");
    SEE_IN(m_driver, "meet.done");
    QCOMPARE(deal().value(QLatin1String("status")).toString(), QStringLiteral("delivered"));
}

void TestHandoverCheckFlow::buyerSeesBoth()
{
    go(m_buyer, "handover", {{QStringLiteral("dealId"), m_deal}});
    READ_IN(m_buyer, "pairs.fresh", QStringLiteral("1 new damage by the driver's word"));
    go(m_buyer, "tracking", {{QStringLiteral("dealId"), m_deal}});
    SEE_IN(m_buyer, "pairs.fresh");
    call("POST", QStringLiteral("deals/%1/dispute").arg(m_deal),
         {{QStringLiteral("reason"), QStringLiteral("damaged")}, {QStringLiteral("text"), QStringLiteral("A dent")}},
         m_buyerToken);
    QVERIFY(m_status < 300);
}

void TestHandoverCheckFlow::deskSeesBoth()
{
    const StaffMember agent = addStaff(QStringLiteral("agent"), QStringLiteral("support"));
    TYPE_IN(m_desk, "signIn.email.input", agent.email);
    TYPE_IN(m_desk, "signIn.password.input", agent.password);
    TYPE_IN(m_desk, "signIn.code.input", agent.code());
    CLICK_IN(m_desk, "nav.disputes");
    CLICK_IN(m_desk, "queue.next");
    READ_IN(m_desk, "pairs.fresh", QStringLiteral("1 new damage by the driver's word"));
    CLICK_IN(m_desk, "angle.left");
    SEE_IN(m_desk, "angle.mix");
    QVERIFY(m_server.run({QStringLiteral("audit"), QStringLiteral("verify")}).contains(" 0 broken"));
}

QTEST_MAIN(TestHandoverCheckFlow)
#include "tst_handover_check_flow.moc"
