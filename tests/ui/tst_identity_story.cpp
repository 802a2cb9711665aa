// A driver shows who he is, with his app, two agents at two consoles and a server that is killed twice: while he hands a picture
// in and while an agent decides. One picture is asked for again, then he is confirmed and offers his car.
#include "qml/desk/decisions.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;

class TestIdentityStory : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void driverHandsInWhileTheServerDies();
    void twoAgentsOnOneCase();
    void retryIsSentOverADeadServer();
    void whoMayNotDecidesNothing();
    void driverTakesTheOnePictureAgain();
    void colleagueConfirms();
    void driverOffersHisCar();

private:
    void end() override
    {
        m_driver.close();
        m_desk.close();
        m_other.close();
        Stage::end();
    }
    bool show(const QString &kind)
    {
        return m_driver.item(QStringLiteral("identity.choose.") + kind)
               && m_driver.takeSide(kind, picture(kind + QStringLiteral(".png")), QStringLiteral("identity.camera"));
    }
    // A picture of one colour is held back; he says that it can be read, and sends it again when it did not arrive.
    bool handsIn(const QString &kind, bool shown = false)
    {
        if (!shown && !show(kind))
            return false;
        const auto there = [&] {
            m_driver.click(QStringLiteral("identity.anyway.") + kind);
            m_driver.click(QStringLiteral("identity.retry.") + kind);
            return !missing().contains(kind);
        };
        return QTest::qWaitFor(there, 2 * kStepMs);
    }
    QJsonObject application() { return call("GET", QStringLiteral("kyc/applications/current")); }
    QString status() { return application().value(QLatin1String("status")).toString(); }
    QJsonArray missing() { return application().value(QLatin1String("missing")).toArray(); }
    static void signIn(test::AppHand &hand, const StaffMember &member)
    {
        TYPE_IN(hand, "signIn.email.input", member.email);
        TYPE_IN(hand, "signIn.password.input", member.password);
        TYPE_IN(hand, "signIn.code.input", member.code()); // the last digit is enough
        SEE_IN(hand, "nav.overview");
    }
    static void go(const test::AppHand &hand, const char *page)
    {
        QMetaObject::invokeMethod(hand.app().navigation(), "go", Q_ARG(QVariant, QLatin1String(page)),
                                  Q_ARG(QVariant, QVariantMap()));
    }

    test::AppHand m_driver, m_desk, m_other;
    StaffMember m_mila, m_oleg;
};

void TestIdentityStory::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(QStringLiteral("CARGO_KYC"), QStringLiteral("manual"));
    QVERIFY(beginServer());
    m_mila = addStaff(QStringLiteral("mila"), QStringLiteral("moderate"));
    m_oleg = addStaff(QStringLiteral("oleg"), QStringLiteral("moderate"));
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = tokenOf(driver);
    QVERIFY(m_driver.open(m_server.url(), folderOf(QStringLiteral("d")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                          {420, 860}));
    m_driver.client().session()->accept(driver);
    for (test::AppHand *hand : {&m_desk, &m_other}) {
        const QString who = hand == &m_desk ? QStringLiteral("mila") : QStringLiteral("oleg");
        QVERIFY(hand->open(m_server.url(), folderOf(who), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"), {1440, 900}));
        desk::Decisions::of(hand->window())->setHoldMs(1);
    }
    for (test::AppHand *hand : {&m_driver, &m_desk, &m_other})
        hand->client().settings()->setLanguage(QStringLiteral("en"));
}

void TestIdentityStory::driverHandsInWhileTheServerDies()
{
    go(m_driver, "identity");
    CLICK_IN(m_driver, "identity.start");
    QTRY_VERIFY_WITH_TIMEOUT(!missing().isEmpty(), kStepMs);
    const QStringList kinds = QVariant(missing().toVariantList()).toStringList();
    QVERIFY(kinds.size() >= 3);
    for (qsizetype at = 0; at < kinds.size(); ++at) {
        if (at == 1) { // in the middle: what is there stays there
            QVERIFY(m_server.kill());
            QVERIFY(show(kinds.at(at)));
            ONCE_IN(m_driver, m_driver.click(QStringLiteral("identity.anyway.") + kinds.at(at)), "the doubt");
            QVERIFY(m_server.start());
        }
        QVERIFY2(handsIn(kinds.at(at), at == 1), qPrintable(kinds.at(at)));
    }
    CLICK_IN(m_driver, "identity.handIn");
    READ_IN(m_driver, "identity.title", QStringLiteral("We are looking at your documents"));
    QCOMPARE(status(), QStringLiteral("in_review"));
}

void TestIdentityStory::twoAgentsOnOneCase()
{
    signIn(m_desk, m_mila);
    CLICK_IN(m_desk, "nav.kyc");
    CLICK_IN(m_desk, "queue.next");
    SEE_IN(m_desk, "decision.approve");
    signIn(m_other, m_oleg);
    m_other.app().openLink(QStringLiteral("cargo-admin://kyc/") + application().value(QLatin1String("id")).toString());
    SEE_IN(m_other, "decision.off"); // he looks, she decides
    QVERIFY(!m_other.item(QStringLiteral("decision.approve")));
}

void TestIdentityStory::retryIsSentOverADeadServer()
{
    CLICK_IN(m_desk, "kyc.fault.button");
    QTest::keyClick(m_desk.window(), Qt::Key_Down);
    QTest::keyClick(m_desk.window(), Qt::Key_Return);
    CLICK_IN(m_desk, "decision.retry");
    TYPE_IN(m_desk, "decision.text.input", QStringLiteral("Once more, please"));
    QVERIFY(m_server.kill());
    CLICK_IN(m_desk, "decision.submit");
    SEE_IN(m_desk, "decision.send");
    QVERIFY(m_server.start());
    CLICK_IN(m_desk, "decision.send"); // the same order with the same key
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("retry"), 2 * kStepMs);
    QCOMPARE(missing().size(), qsizetype(1));
}

void TestIdentityStory::whoMayNotDecidesNothing()
{
    const QByteArray finance = staffToken(QStringLiteral("finance"));
    const QString id = application().value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("admin/queues/kyc/%1/decide").arg(id), {{QStringLiteral("decision"), QStringLiteral("approve")}},
         finance);
    QCOMPARE(m_status, 403);
    QCOMPARE(status(), QStringLiteral("retry"));
}

void TestIdentityStory::driverTakesTheOnePictureAgain()
{
    CLICK_IN(m_driver, "back");
    go(m_driver, "identity"); // where the notification leads
    READ_IN(m_driver, "identity.title", QStringLiteral("Some pictures are needed again"));
    QVERIFY(!m_driver.item(QStringLiteral("identity.handIn")));
    QVERIFY(handsIn(missing().at(0).toString()));
    CLICK_IN(m_driver, "identity.handIn");
    READ_IN(m_driver, "identity.title", QStringLiteral("We are looking at your documents"));
    QCOMPARE(status(), QStringLiteral("in_review"));
}

void TestIdentityStory::colleagueConfirms()
{
    // She lets the case go and leaves.
    const QString id = application().value(QLatin1String("id")).toString();
    call("DELETE", QStringLiteral("admin/queues/kyc/%1/claim").arg(id), {}, m_desk.client().api()->accessToken());
    m_desk.client().session()->signOut();
    SEE_IN(m_desk, "signIn.email.input");
    CLICK_IN(m_other, "nav.kyc");
    CLICK_IN(m_other, "queue.next");
    const auto his = [this] { // he has it open since she had it: read again, it is his
        m_other.window()->requestActivate();
        QTest::keyClick(m_other.window(), Qt::Key_F5);
        return m_other.item(QStringLiteral("case.rows")) && !m_other.item(QStringLiteral("decision.off"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(his(), kStepMs);
    for (const char *check : {"legible", "genuine", "valid", "face", "name"})
        ONCE_IN(m_other, m_other.click(QStringLiteral("kyc.check.") + QLatin1String(check)), "a check");
    CLICK_IN(m_other, "decision.approve");
    CLICK_IN(m_other, "decision.submit");
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("approved"), kStepMs);
    QVERIFY(m_server.run({QStringLiteral("audit"), QStringLiteral("verify")}).contains(" 0 broken"));
}

void TestIdentityStory::driverOffersHisCar()
{
    CLICK_IN(m_driver, "back");
    go(m_driver, "identity");
    READ_IN(m_driver, "identity.title", QStringLiteral("Your identity is confirmed"));
    const QString car =
        call("POST", QStringLiteral("listings"), test::carBody({uploadPhoto()})).value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(car));
    QCOMPARE(m_status, 200);
}

QTEST_MAIN(TestIdentityStory)
#include "tst_identity_story.moc"
