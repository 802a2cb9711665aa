// A dispute in the three real apps: the buyer shows what is broken, an agent divides the sum, somebody else agrees, both sides
// read it each in his own words, and the driver appeals. The server is killed between the two signatures.
#include "qml/desk/decisions.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

#include <QRegularExpression>

using namespace cargo;

class TestDisputeStory : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void carArrives();
    void buyerShowsWhatIsBroken();
    void agentDividesTheSum();
    void serverDiesBetweenTheSignatures();
    void somebodyElseAgrees();
    void bothSidesReadIt();
    void driverAppeals();

private:
    void end() override
    {
        m_buyer.close();
        m_driver.close();
        m_desk.close();
        Stage::end();
    }
    void signIn(const StaffMember &member)
    {
        m_desk.client().session()->signOut();
        TYPE_IN(m_desk, "signIn.email.input", member.email);
        TYPE_IN(m_desk, "signIn.password.input", member.password);
        TYPE_IN(m_desk, "signIn.code.input", member.code()); // the last digit is enough
        SEE_IN(m_desk, "nav.disputes");
    }
    static void go(const test::AppHand &hand, const char *page, const QVariantMap &params)
    {
        QMetaObject::invokeMethod(hand.app().navigation(), "go", Q_ARG(QVariant, QLatin1String(page)), Q_ARG(QVariant, params));
    }
    QString status() { return call("GET", QStringLiteral("deals/") + m_deal).value(QLatin1String("status")).toString(); }
    QString decisionText(const QByteArray &who)
    {
        const QJsonArray items = call("GET", QStringLiteral("me/decisions"), {}, who).value(QLatin1String("items")).toArray();
        return items.at(0).toObject().value(QLatin1String("text")).toString();
    }

    test::AppHand m_buyer, m_driver, m_desk;
    StaffMember m_anna, m_boris;
    QByteArray m_buyerToken;
    QString m_deal;
};

void TestDisputeStory::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(QStringLiteral("CARGO_FOUR_EYES_MINOR"), QStringLiteral("100000"));
    QVERIFY(beginServer());
    m_anna = addStaff(QStringLiteral("anna"), QStringLiteral("support"));
    m_boris = addStaff(QStringLiteral("boris"), QStringLiteral("finance"));
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = driver.value(QLatin1String("access_token")).toString().toLatin1();
    const QJsonObject buyer =
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    m_buyerToken = buyer.value(QLatin1String("access_token")).toString().toLatin1();
    call("PATCH", QStringLiteral("me"), {{QStringLiteral("locale"), QStringLiteral("en")}}, m_buyerToken);
    QCOMPARE(m_status, 200);

    const QSize phone(420, 860);
    QVERIFY(m_buyer.open(m_server.url(), folderOf(QStringLiteral("b")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                         phone));
    m_buyer.client().session()->accept(buyer);
    QVERIFY(m_driver.open(m_server.url(), folderOf(QStringLiteral("d")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                          phone));
    m_driver.client().session()->accept(driver);
    QVERIFY(m_desk.open(m_server.url(), folderOf(QStringLiteral("a")), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"),
                        {1440, 900}));
    for (test::AppHand *hand : {&m_buyer, &m_driver, &m_desk})
        hand->client().settings()->setLanguage(QStringLiteral("en"));
    desk::Decisions::of(m_desk.window())->setHoldMs(1);
}

// What comes before is another story's; here it is told quickly.
void TestDisputeStory::carArrives()
{
    const QString car = call("POST", QStringLiteral("listings"), test::carBody({uploadPhoto(), uploadPhoto()}))
                            .value(QLatin1String("id"))
                            .toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(car));
    const QJsonObject price{{QStringLiteral("amount"), 265000000}, {QStringLiteral("currency"), QStringLiteral("RUB")}};
    m_deal = buy(car, price, QStringLiteral("Novosibirsk"), 38, m_buyerToken);
    QVERIFY(!m_deal.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("funded"), kStepMs);
    call("POST", QStringLiteral("deals/%1/start").arg(m_deal),
         {{QStringLiteral("vin"), QStringLiteral("JTMDW3FV60D012345")},
          {QStringLiteral("odometer_km"), 48010},
          {QStringLiteral("photos"), QJsonArray{uploadPhoto()}}});
    call("POST", QStringLiteral("deals/%1/arrive").arg(m_deal));
    QCOMPARE(m_status, 200);
}

void TestDisputeStory::buyerShowsWhatIsBroken()
{
    m_buyer.app().openLink(QStringLiteral("cargo://deals/") + m_deal);
    CLICK_IN(m_buyer, "deal.handover");
    CLICK_IN(m_buyer, "handover.problem");
    CLICK_IN(m_buyer, "dispute.reason.damaged");
    TYPE_IN(m_buyer, "dispute.text.input", QStringLiteral("The bumper is cracked"));
    const auto photos = QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(picture(QStringLiteral("bumper.png")))});
    QVERIFY(QMetaObject::invokeMethod(m_buyer.item(QStringLiteral("dispute.photos")), "add", Q_ARG(QVariant, photos)));
    SEE_IN(m_buyer, "dispute.send"); // enabled when the photo is on the server
    QVERIFY(m_buyer.tabTo(QStringLiteral("dispute.send")));
    QTest::keyClick(m_buyer.window(), Qt::Key_Space);
    READ_IN(m_buyer, "dispute.head", QStringLiteral("Damaged"));
    call("POST", QStringLiteral("deals/%1/evidence").arg(m_deal),
         {{QStringLiteral("text"), QStringLiteral("It was whole when I left")}});
    QVERIFY(m_status < 300);
}

void TestDisputeStory::agentDividesTheSum()
{
    signIn(m_anna);
    CLICK_IN(m_desk, "nav.disputes");
    CLICK_IN(m_desk, "queue.next");
    CLICK_IN(m_desk, "dispute.parts.money");
    ONCE_IN(m_desk, m_desk.typeNumber(QStringLiteral("dispute.refund.input"), QStringLiteral("60000")), "the sum");
    QTest::keyClick(m_desk.window(), Qt::Key_Tab);
    // What the server would book for it.
    const auto receives = [this] {
        return m_desk.of(QStringLiteral("dispute.buyerReceives"), "value")
            .toString()
            .remove(QRegularExpression(QStringLiteral("\\D")));
    };
    QTRY_COMPARE_WITH_TIMEOUT(receives(), QStringLiteral("60000"), kStepMs);
    CLICK_IN(m_desk, "decision.split");
    CLICK_IN(m_desk, "decision.reason.button");
    QTest::keyClick(m_desk.window(), Qt::Key_Down);
    QTest::keyClick(m_desk.window(), Qt::Key_Return);
    TYPE_IN(m_desk, "decision.text.input", QStringLiteral("Бампер повреждён в пути"));
    TYPE_IN(m_desk, "decision.english.input", QStringLiteral("The bumper broke on the way"));
    CLICK_IN(m_desk, "decision.submit");
    SEE_IN(m_desk, "dispute.proposed");
    QCOMPARE(status(), QStringLiteral("disputed")); // nothing has moved
}

void TestDisputeStory::serverDiesBetweenTheSignatures()
{
    QVERIFY(m_server.kill());
    QVERIFY(m_server.start());
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("disputed"), kStepMs);
}

void TestDisputeStory::somebodyElseAgrees()
{
    signIn(m_boris);
    CLICK_IN(m_desk, "nav.proposals");
    CLICK_IN(m_desk, "queue.next");
    CLICK_IN(m_desk, "proposal.approve");
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("resolved_split"), kStepMs);
}

void TestDisputeStory::bothSidesReadIt()
{
    SEE_IN(m_buyer, "dispute.decision"); // by itself
    go(m_driver, "dispute", {{QStringLiteral("dealId"), m_deal}});
    SEE_IN(m_driver, "dispute.decision");
    QCOMPARE(decisionText(m_buyerToken), QStringLiteral("The bumper broke on the way"));
    QCOMPARE(decisionText(m_driverToken), QStringLiteral("Бампер повреждён в пути"));
}

void TestDisputeStory::driverAppeals()
{
    go(m_driver, "decisions", {});
    const QJsonArray told = call("GET", QStringLiteral("me/decisions")).value(QLatin1String("items")).toArray();
    const QString id = told.at(0).toObject().value(QLatin1String("id")).toString();
    ONCE_IN(m_driver, m_driver.click(QStringLiteral("decisions.") + id), "the decision");
    TYPE_IN(m_driver, "decision.appeal.input", QStringLiteral("It was cracked before"));
    CLICK_IN(m_driver, "decision.send");
    READ_IN(m_driver, "decision.words", QStringLiteral("It was cracked before"));
    signIn(addStaff(QStringLiteral("clara"), QStringLiteral("support")));
    CLICK_IN(m_desk, "nav.appeals");
    CLICK_IN(m_desk, "queue.next");
    READ_IN(m_desk, "appeal.words", QStringLiteral("It was cracked before"));
    CLICK_IN(m_desk, "decision.uphold");
    TYPE_IN(m_desk, "decision.text.input", QStringLiteral("The photos of the pick-up show it whole"));
    CLICK_IN(m_desk, "decision.submit");
    QTRY_COMPARE_WITH_TIMEOUT(m_driver.of(QStringLiteral("decision.stage"), "title").toString(),
                              QStringLiteral("The decision stands"), kStepMs);
    QVERIFY(m_server.run({QStringLiteral("ledger"), QStringLiteral("verify")}).contains("0 differences"));
    QVERIFY(m_server.run({QStringLiteral("audit"), QStringLiteral("verify")}).contains(" 0 broken"));
}

QTEST_MAIN(TestDisputeStory)
#include "tst_dispute_story.moc"
