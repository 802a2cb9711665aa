// Agents at the console: two on one case, an identity that is asked for again and then confirmed, a decision taken back, a
// session that is ended in the middle of a case, one who may not be there, and every section over what the server says.
#include "qml/client/view_model.h"
#include "qml/desk/decisions.h"
#include "tests/ui/rig/item_tree.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;

#define CLICK(name) CLICK_IN(*this, name)
#define TYPE(name, text) TYPE_IN(*this, name, text)
#define SEE(name) SEE_IN(*this, name)
#define READ(name, expected) READ_IN(*this, name, expected)

class TestDeskFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongCodeIsTold();
    void queueLeadsToTheCase();
    void colleagueKeepsTheCase();
    void noteTellsAColleague();
    void caseGoesIntoAWindowOfItsOwn();
    void decisionIsTakenBack();
    void pictureIsAskedForAgain();
    void sessionEndsInTheMiddleOfACase();
    void whoMayNotSeesNothingOfIt();
    void everySectionHearsTheServer();

protected:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        Stage::end();
    }

private:
    QByteArray tokenOf(const StaffMember &member)
    {
        return call("POST", QStringLiteral("auth/login"),
                    {{QStringLiteral("email"), member.email},
                     {QStringLiteral("password"), member.password},
                     {QStringLiteral("totp"), member.code()}})
            .value(QLatin1String("access_token"))
            .toString()
            .toLatin1();
    }
    bool handIn(const QByteArray &token, const QString &kind)
    {
        return !upload(QStringLiteral("kyc/applications/%1/documents?kind=%2").arg(m_application, kind), token).isEmpty();
    }
    bool submit()
    {
        call("POST", QStringLiteral("kyc/applications/%1/submit").arg(m_application), {}, m_olga);
        return m_status == 200;
    }
    QString status()
    {
        return call("GET", QStringLiteral("kyc/applications/current"), {}, m_olga).value(QLatin1String("status")).toString();
    }
    QString claimPath() const { return QStringLiteral("admin/queues/kyc/%1/claim").arg(m_application); }
    void key(Qt::Key key) { QTest::keyClick(window(), key); }
    desk::Decisions *decisions() const { return desk::Decisions::of(window()); }

    QByteArray m_olga, m_colleague;
    StaffMember m_agent;
    QString m_application;
};

void TestDeskFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(QStringLiteral("CARGO_KYC"), QStringLiteral("manual"));
    QVERIFY(beginServer());
    QVERIFY(open(m_server.url(), folderOf(QStringLiteral("console")), QStringLiteral("CarGo/Admin"), QStringLiteral("staff"),
                 {1440, 900}));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_olga = registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."))
                 .value(QLatin1String("access_token"))
                 .toString()
                 .toLatin1();
    m_application = call("POST", QStringLiteral("kyc/applications"), {}, m_olga).value(QLatin1String("id")).toString();
    QVERIFY(handIn(m_olga, QStringLiteral("passport_main")));
    QVERIFY(handIn(m_olga, QStringLiteral("selfie")));
    QVERIFY(submit());
    m_agent = addStaff(QStringLiteral("agent"), QStringLiteral("moderate"));
    m_colleague = tokenOf(addStaff(QStringLiteral("colleague"), QStringLiteral("moderate")));
    QVERIFY(!m_colleague.isEmpty());
}

void TestDeskFlow::wrongCodeIsTold()
{
    TYPE("signIn.email.input", m_agent.email);
    TYPE("signIn.password.input", m_agent.password);
    TYPE("signIn.code.input", QStringLiteral("000000"));
    QTRY_VERIFY_WITH_TIMEOUT(!of(QStringLiteral("signIn.code"), "errorText").toString().isEmpty(), kStepMs);
    QVERIFY(!m_client->session()->signedIn());
    TYPE("signIn.code.input", m_agent.code(-1));
    SEE("nav.overview");
}

void TestDeskFlow::queueLeadsToTheCase()
{
    call("POST", claimPath(), {}, m_colleague); // a colleague is faster
    QCOMPARE(m_status, 200);
    CLICK("nav.kyc");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("queue"), kStepMs);
    CLICK("queue.next");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("case"), kStepMs);
}

void TestDeskFlow::colleagueKeepsTheCase()
{
    SEE("decision.off");
    QVERIFY(!item(QStringLiteral("decision.approve")));
    call("DELETE", claimPath(), {}, m_colleague);
    QCOMPARE(m_status, 204);
    key(Qt::Key_F5);
    SEE("decision.approve");
    QVERIFY(!item(QStringLiteral("decision.off")));
    call("POST", claimPath(), {}, m_colleague); // now it is the agent's
    QCOMPARE(m_status, 409);
}

void TestDeskFlow::noteTellsAColleague()
{
    TYPE("notes.text.input", QStringLiteral("@coll"));
    CLICK("notes.colleague.0");
    READ("notes.text.input", QStringLiteral("@colleague "));
    CLICK("notes.save");
    READ("notes.text.input", QString());
    const auto told = [this] {
        const QJsonArray items =
            call("GET", QStringLiteral("notifications"), {}, m_colleague).value(QLatin1String("items")).toArray();
        return items.at(0).toObject().value(QLatin1String("kind")).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(told(), QStringLiteral("desk_mentioned"), kStepMs);
}

void TestDeskFlow::caseGoesIntoAWindowOfItsOwn()
{
    const auto beside = [this]() -> QQuickWindow * {
        const QWindowList all = QGuiApplication::allWindows();
        for (QWindow *one : all) {
            if (one != window() && one->isVisible() && one->property("page").isValid())
                return qobject_cast<QQuickWindow *>(one);
        }
        return nullptr;
    };
    CLICK("case.window");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("queue"), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(beside(), kStepMs);
    const QQuickItem *there = beside()->findChild<QQuickItem *>(QStringLiteral("window.page"));
    QVERIFY(there);
    const auto claim = [there] {
        const auto *shown = there->property("item").value<QQuickItem *>();
        const auto *vm = shown ? shown->property("caseVm").value<QObject *>() : nullptr;
        return vm ? vm->property("claim").toString() : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(claim(), QStringLiteral("mine"), kStepMs);
    call("POST", claimPath(), {}, m_colleague);
    QCOMPARE(m_status, 409); // it is the agent's still
    beside()->close();
    QTRY_VERIFY_WITH_TIMEOUT(!beside(), kStepMs);
    CLICK("queue.next");
    SEE("decision.approve");
}

void TestDeskFlow::decisionIsTakenBack()
{
    CLICK("kyc.fault.button");
    key(Qt::Key_Down);
    key(Qt::Key_Return);
    CLICK("decision.retry");
    TYPE("decision.text.input", QStringLiteral("Once more, please"));
    CLICK("decision.submit");
    CLICK("decision.undo");
    SEE("decision.submit");
    READ("decision.text.input", QStringLiteral("Once more, please"));
    QCOMPARE(status(), QStringLiteral("in_review"));
}

void TestDeskFlow::pictureIsAskedForAgain()
{
    decisions()->setHoldMs(1);
    CLICK("decision.submit");
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("retry"), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("decision.submit")), kStepMs); // there is nothing to decide now
}

void TestDeskFlow::sessionEndsInTheMiddleOfACase()
{
    QVERIFY(handIn(m_olga, QStringLiteral("passport_main")));
    QVERIFY(submit());
    key(Qt::Key_F5);
    for (const char *check : {"legible", "genuine", "valid", "face", "name"})
        ONCE_IN(*this, click(QStringLiteral("kyc.check.") + QLatin1String(check)), "a check");
    CLICK("decision.approve");
    TYPE("decision.note.input", QStringLiteral("Compared both pictures"));
    const QByteArray elsewhere = tokenOf(m_agent);
    call("DELETE", QStringLiteral("auth/sessions"), {}, elsewhere); // all but this one
    SEE("signIn.ended");
    TYPE("signIn.password.input", m_agent.password);
    TYPE("signIn.code.input", m_agent.code(1));
    READ("decision.note.input", QStringLiteral("Compared both pictures"));
    CLICK("decision.submit");
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("approved"), kStepMs);
    QCOMPARE(page(), QStringLiteral("case"));
}

void TestDeskFlow::whoMayNotSeesNothingOfIt()
{
    const StaffMember finance = addStaff(QStringLiteral("finance"), QStringLiteral("finance"));
    m_client->session()->signOut();
    TYPE("signIn.email.input", finance.email);
    TYPE("signIn.password.input", finance.password);
    TYPE("signIn.code.input", finance.code());
    SEE("nav.ledger");
    QVERIFY(!item(QStringLiteral("nav.kyc")));
    QVERIFY(!item(QStringLiteral("nav.users")));
    m_app->openLink(QStringLiteral("cargo-admin://kyc/") + m_application);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("case"), kStepMs);
    QTest::qWait(0);
    QVERIFY(!item(QStringLiteral("kyc.reveal")));
    QVERIFY(!item(QStringLiteral("decision.approve")));
}

void TestDeskFlow::everySectionHearsTheServer()
{
    const StaffMember admin = addStaff(QStringLiteral("boss"), QStringLiteral("admin"));
    m_client->session()->signOut();
    TYPE("signIn.email.input", admin.email);
    TYPE("signIn.password.input", admin.password);
    TYPE("signIn.code.input", admin.code());
    SEE("nav.ops");
    for (const char *section : {"overview", "users", "ledger", "stats", "audit", "settings", "ops"}) {
        QMetaObject::invokeMethod(m_app->navigation(), "openTab", Q_ARG(QVariant, QLatin1String(section)));
        QTRY_COMPARE_WITH_TIMEOUT(page(), QLatin1String(section), kStepMs);
        const QQuickItem *shown = test::firstItem(window()->contentItem(), [](QQuickItem *one) {
            return one->inherits("QQuickFocusScope") && one->property("source").value<client::ViewModel *>();
        });
        QVERIFY(shown);
        const auto *source = shown->property("source").value<client::ViewModel *>();
        const auto heard = [source] {
            return source->phase() != client::ViewModel::Idle && source->phase() != client::ViewModel::Loading;
        };
        QTRY_VERIFY_WITH_TIMEOUT(heard(), kStepMs);
        QVERIFY2(source->phase() != client::ViewModel::Failed, qPrintable(QLatin1String(section) + u": " + source->errorText()));
    }
}

QTEST_MAIN(TestDeskFlow)
#include "tst_desk_flow.moc"
