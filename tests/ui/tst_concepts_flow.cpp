// An editor at the console: he looks for a concept, adds one, is told what is wrong with it, tries it on cars, publishes it,
// and goes back to what came with the program.
#include "tests/ui/rig/item_tree.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;
using namespace Qt::Literals;

#define CLICK(name) CLICK_IN(*this, name)
#define TYPE(name, text) TYPE_IN(*this, name, text)
#define SEE(name) SEE_IN(*this, name)

class TestConceptsFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wrongLinesAreTold();
    void itIsTriedAndPublished();
    void whatCameWithItComesBack();

protected:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        Stage::end();
    }

private:
    qint64 version() { return call("GET", u"admin/concepts"_s, {}, m_token).value(u"version"_s).toInteger(); }

    // Several lines at once, as one pastes them.
    void write(const QString &text)
    {
        if (QQuickItem *words = item(u"concept.text.input"_s))
            words->setProperty("text", text);
    }

    StaffMember m_boss;
    QByteArray m_token;
};

void TestConceptsFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    QVERIFY(open(m_server.url(), folderOf(u"console"_s), u"CarGo/Admin"_s, u"staff"_s, {1440, 900}));
    m_client->settings()->setLanguage(u"en"_s);
    m_boss = addStaff(u"boss"_s, u"admin"_s);
    const StaffMember other = addStaff(u"other"_s, u"admin"_s);
    m_token =
        call("POST", u"auth/login"_s, {{u"email"_s, other.email}, {u"password"_s, other.password}, {u"totp"_s, other.code(-1)}})
            .value(u"access_token"_s)
            .toString()
            .toLatin1();
    TYPE("signIn.email.input", m_boss.email);
    TYPE("signIn.password.input", m_boss.password);
    TYPE("signIn.code.input", m_boss.code(-1));
    SEE("nav.overview");
    CLICK("nav.concepts");
    QTRY_COMPARE_WITH_TIMEOUT(page(), u"concepts"_s, kStepMs);
}

void TestConceptsFlow::wrongLinesAreTold()
{
    CLICK("concepts.add");
    SEE("concept.text.input");
    write(u"concept loud\n ru: Громкая\n en: Loud\n wish: loud\n show: body_type=tank"_s);
    CLICK("concept.look");
    SEE("concept.problem");
    QVERIFY(textOf(u"concept.problem"_s).contains(u"line 5"_s));
}

void TestConceptsFlow::itIsTriedAndPublished()
{
    write(u"concept loud\n ru: Громкая\n en: Loud\n wish: loud\n say: клаксон"_s);
    CLICK("concept.look");
    SEE("concept.counts");
    TYPE("concept.note.input", u"People ask for it"_s);
    CLICK("concept.publish");
    QTRY_COMPARE_WITH_TIMEOUT(version(), qint64(1), kStepMs);
}

void TestConceptsFlow::whatCameWithItComesBack()
{
    CLICK("concepts.history");
    CLICK("concepts.builtIn");
    TYPE("concepts.note.input", u"Nobody asked"_s);
    CLICK("concepts.restore");
    QTRY_COMPARE_WITH_TIMEOUT(version(), qint64(2), kStepMs);
    QVERIFY(call("GET", u"admin/concepts"_s, {}, m_token).value(u"built_in"_s).toBool());
}

QTEST_MAIN(TestConceptsFlow)
#include "tst_concepts_flow.moc"
