// A listing that a moderator blocks and another one gives back, told in the driver's app and the console; and a buyer who is
// banned, reads why at the door and is heard. The server is killed in the middle.
#include "qml/desk/decisions.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;

class TestModerationStory : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void driverPublishes();
    void moderatorBlocksWhileTheServerDies();
    void driverAppeals();
    void whoDecidedDoesNotHearIt();
    void colleagueTakesItBack();
    void buyerIsBanned();
    void buyerAppealsAtTheDoor();
    void buyerIsHeard();

private:
    void end() override
    {
        m_buyer.close();
        m_driver.close();
        m_desk.close();
        Stage::end();
    }
    void signIn(const StaffMember &member, int step)
    {
        m_desk.client().session()->signOut();
        TYPE_IN(m_desk, "signIn.email.input", member.email);
        TYPE_IN(m_desk, "signIn.password.input", member.password);
        TYPE_IN(m_desk, "signIn.code.input", member.code(step)); // the last digit is enough
        SEE_IN(m_desk, "nav.appeals");
    }
    void firstReason(const QString &field)
    {
        ONCE_IN(m_desk, m_desk.click(field + QStringLiteral(".button")), "the reasons");
        QTest::keyClick(m_desk.window(), Qt::Key_Down);
        QTest::keyClick(m_desk.window(), Qt::Key_Return);
        SEE_IN(m_desk, "told"); // what the user will read
    }
    void overturn(const char *text)
    {
        CLICK_IN(m_desk, "decision.overturn");
        TYPE_IN(m_desk, "decision.text.input", QString::fromLatin1(text));
        CLICK_IN(m_desk, "decision.submit");
    }
    static void go(const test::AppHand &hand, const char *page, const QVariantMap &params)
    {
        QMetaObject::invokeMethod(hand.app().navigation(), "go", Q_ARG(QVariant, QLatin1String(page)), Q_ARG(QVariant, params));
    }
    QJsonObject listing() { return call("GET", QStringLiteral("listings/") + m_listing); }
    QString status() { return listing().value(QLatin1String("status")).toString(); }

    test::AppHand m_buyer, m_driver, m_desk;
    StaffMember m_mila, m_oleg;
    QString m_listing, m_buyerId;
    QByteArray m_watcher;
};

void TestModerationStory::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    m_mila = addStaff(QStringLiteral("mila"), QStringLiteral("admin"));
    m_oleg = addStaff(QStringLiteral("oleg"), QStringLiteral("admin"));
    m_watcher = staffToken(QStringLiteral("support"));
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = driver.value(QLatin1String("access_token")).toString().toLatin1();
    QJsonObject car = test::carBody({uploadPhoto(), uploadPhoto()});
    car.insert(QStringLiteral("description"), QStringLiteral("Распил, один владелец."));
    m_listing = call("POST", QStringLiteral("listings"), car).value(QLatin1String("id")).toString();
    const QJsonObject buyer =
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    m_buyerId = buyer.value(QLatin1String("user")).toObject().value(QLatin1String("id")).toString();

    const QSize phone(420, 860);
    QVERIFY(m_driver.open(m_server.url(), folderOf(QStringLiteral("d")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                          phone));
    m_driver.client().session()->accept(driver);
    QVERIFY(m_buyer.open(m_server.url(), folderOf(QStringLiteral("b")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                         phone));
    QVERIFY(m_desk.open(m_server.url(), folderOf(QStringLiteral("a")), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"),
                        {1440, 900}));
    for (test::AppHand *hand : {&m_buyer, &m_driver, &m_desk})
        hand->client().settings()->setLanguage(QStringLiteral("en"));
    desk::Decisions::of(m_desk.window())->setHoldMs(1);
}

void TestModerationStory::driverPublishes()
{
    go(m_driver, "myListing", {{QStringLiteral("listingId"), m_listing}});
    CLICK_IN(m_driver, "mine.publish");
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("in_review"), kStepMs);
}

void TestModerationStory::moderatorBlocksWhileTheServerDies()
{
    signIn(m_mila, -1);
    CLICK_IN(m_desk, "nav.listings");
    CLICK_IN(m_desk, "queue.next");
    CLICK_IN(m_desk, "decision.block");
    firstReason(QStringLiteral("decision.reason"));
    QVERIFY(m_server.kill());
    CLICK_IN(m_desk, "decision.submit");
    SEE_IN(m_desk, "decision.send");
    QVERIFY(m_server.start());
    CLICK_IN(m_desk, "decision.send"); // the same order with the same key
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("blocked"), 2 * kStepMs);
    QCOMPARE(call("GET", QStringLiteral("me/decisions")).value(QLatin1String("items")).toArray().size(), 1);
}

void TestModerationStory::driverAppeals()
{
    go(m_driver, "decisions", {});
    const QString decision =
        listing().value(QLatin1String("moderation")).toObject().value(QLatin1String("decision_id")).toString();
    ONCE_IN(m_driver, m_driver.click(QStringLiteral("decisions.") + decision), "the decision");
    READ_IN(m_driver, "decision.title", QStringLiteral("Your car is blocked"));
    TYPE_IN(m_driver, "decision.appeal.input", QStringLiteral("It is a whole car"));
    CLICK_IN(m_driver, "decision.send");
    READ_IN(m_driver, "decision.words", QStringLiteral("It is a whole car"));
}

void TestModerationStory::whoDecidedDoesNotHearIt()
{
    CLICK_IN(m_desk, "nav.appeals");
    CLICK_IN(m_desk, "queue.next");
    READ_IN(m_desk, "appeal.words", QStringLiteral("It is a whole car"));
    SEE_IN(m_desk, "appeal.mine");
    QVERIFY(!m_desk.item(QStringLiteral("decision.overturn")));
    // Nor does she keep it from those who may.
    const auto claim = [this] {
        const QJsonArray items =
            call("GET", QStringLiteral("admin/queues/appeals"), {}, m_watcher).value(QLatin1String("items")).toArray();
        return items.at(0).toObject().value(QLatin1String("claim"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(claim().isNull(), kStepMs);
}

void TestModerationStory::colleagueTakesItBack()
{
    signIn(m_oleg, -1);
    CLICK_IN(m_desk, "nav.appeals");
    CLICK_IN(m_desk, "queue.next");
    overturn("You are right");
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("published"), kStepMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_driver.of(QStringLiteral("decision.stage"), "title").toString(), QStringLiteral("Taken back"),
                              kStepMs);
    // A buyer finds it.
    const auto found = [this] { return call("GET", QStringLiteral("search?q=RAV4")).value(QLatin1String("total")).toInt(); };
    QTRY_COMPARE_WITH_TIMEOUT(found(), 1, kStepMs);
}

void TestModerationStory::buyerIsBanned()
{
    m_desk.app().openLink(QStringLiteral("cargo-admin://users/") + m_buyerId);
    CLICK_IN(m_desk, "user.ban");
    firstReason(QStringLiteral("order.reason"));
    CLICK_IN(m_desk, "order.do");
    SEE_IN(m_desk, "user.unban");
}

void TestModerationStory::buyerAppealsAtTheDoor()
{
    go(m_buyer, "signIn", {});
    TYPE_IN(m_buyer, "signIn.email.input", QStringLiteral("olga@example.com"));
    TYPE_IN(m_buyer, "signIn.password.input", QStringLiteral("brings cars home 7"));
    CLICK_IN(m_buyer, "signIn.submit");
    READ_IN(m_buyer, "ban.title", QStringLiteral("Your account is blocked"));
    TYPE_IN(m_buyer, "ban.words.input", QStringLiteral("It was not me"));
    CLICK_IN(m_buyer, "ban.send");
    READ_IN(m_buyer, "ban.appeal", QStringLiteral("It was not me"));
    QVERIFY(!m_buyer.client().session()->signedIn());
}

void TestModerationStory::buyerIsHeard()
{
    signIn(m_mila, 1);
    CLICK_IN(m_desk, "nav.appeals");
    CLICK_IN(m_desk, "queue.next");
    READ_IN(m_desk, "appeal.words", QStringLiteral("It was not me"));
    overturn("It was not you");
    const QString state = QStringLiteral("admin/users/") + m_buyerId;
    const auto status = [&] { return call("GET", state, {}, m_watcher).value(QLatin1String("status")).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("active"), kStepMs);
    CLICK_IN(m_buyer, "signIn.submit");
    QTRY_VERIFY_WITH_TIMEOUT(m_buyer.client().session()->signedIn(), kStepMs);
    QVERIFY(m_server.run({QStringLiteral("audit"), QStringLiteral("verify")}).contains(" 0 broken"));
}

QTEST_MAIN(TestModerationStory)
#include "tst_moderation_story.moc"
