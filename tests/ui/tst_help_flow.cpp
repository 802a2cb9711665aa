// Help as people meet it: found by words, opened at a section by a link, read without a network; and agreements: a driver reads
// and signs his before his first car is published, a buyer his before his first deal.
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

using namespace cargo;
using namespace Qt::Literals;

class TestHelpFlow : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wordsFindThePage();
    void aLinkOpensTheSection();
    void itIsReadWithoutANetwork();
    void whoRegistersAgrees();
    void aDriverSignsBeforeHisFirstCar();
    void aBuyerSignsBeforeHisFirstDeal();

protected:
    static constexpr int kStepMs = test::AppHand::kStepMs;
    void end() override
    {
        m_buyer.close();
        m_driver.close();
        Stage::end();
    }

private:
    // Somebody who has signed nothing.
    QJsonObject newcomer(const QString &email, const QString &role)
    {
        return call("POST", u"auth/register"_s, test::personBody(email, role, email.section(u'@', 0, 0)));
    }
    QStringList signedBy(const QByteArray &token)
    {
        QStringList slugs;
        for (const QJsonValue one : call("GET", u"me/agreements"_s, {}, token).value(u"items"_s).toArray()) {
            if (!one[u"signed_version"_s].isNull())
                slugs += one[u"slug"_s].toString();
        }
        return slugs;
    }

    test::AppHand m_buyer, m_driver;
    QString m_car;
};

void TestHelpFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(u"CARGO_KYC"_s, u"auto"_s);
    QVERIFY(beginServer());
    QVERIFY(m_buyer.open(m_server.url(), folderOf(u"buyer"_s), u"CarGo/Buyer"_s, u"buyer"_s, {420, 860}));
    QVERIFY(m_driver.open(m_server.url(), folderOf(u"driver"_s), u"CarGo/Driver"_s, u"driver"_s, {420, 860}));
    for (test::AppHand *hand : {&m_buyer, &m_driver}) {
        hand->client().settings()->setLanguage(u"en"_s);
        hand->client().settings()->setWelcomed(true);
    }
}

void TestHelpFlow::wordsFindThePage()
{
    CLICK_IN(m_buyer, "tab.profile");
    CLICK_IN(m_buyer, "profile.help");
    SEE_IN(m_buyer, "help.deal");
    TYPE_IN(m_buyer, "help.words", u"odometer"_s);
    SEE_IN(m_buyer, "help.handover");
    QTRY_VERIFY_WITH_TIMEOUT(!m_buyer.item(u"help.deal"_s), kStepMs);
    CLICK_IN(m_buyer, "help.handover");
    QTRY_COMPARE_WITH_TIMEOUT(m_buyer.page(), u"helpText"_s, kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_buyer.of(u"helpText.scroll"_s, "contentHeight").toReal() > 1000, kStepMs);
}

void TestHelpFlow::aLinkOpensTheSection()
{
    m_buyer.app().openLink(u"cargo://help/disputes#appeal"_s);
    const auto place = [this] { return m_buyer.of(u"helpText.scroll"_s, "contentY").toReal(); };
    QTRY_VERIFY_WITH_TIMEOUT(place() > 300, kStepMs); // the last section is far below
}

void TestHelpFlow::itIsReadWithoutANetwork()
{
    const auto kept = [this] { return !m_buyer.client().cache()->get(u"help/en/fee"_s).value.isEmpty(); };
    QTRY_VERIFY_WITH_TIMEOUT(kept(), kStepMs); // the list keeps its pages
    m_server.end();
    m_buyer.app().openLink(u"cargo://help/fee"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_buyer.of(u"helpText.scroll"_s, "contentHeight").toReal() > 300, kStepMs);
    QVERIFY(m_server.start());
}

void TestHelpFlow::whoRegistersAgrees()
{
    QMetaObject::invokeMethod(m_buyer.app().navigation(), "go", Q_ARG(QVariant, u"signIn"_s),
                              Q_ARG(QVariant, (QVariantMap{{u"registering"_s, true}})));
    SEE_IN(m_buyer, "signIn.agreement.terms-buyer");
    SEE_IN(m_buyer, "signIn.agreement.privacy");
    TYPE_IN(m_buyer, "signIn.name.input", u"Olga"_s);
    TYPE_IN(m_buyer, "signIn.email.input", u"olga@example.com"_s);
    TYPE_IN(m_buyer, "signIn.password.input", u"brings cars home 7"_s);
    CLICK_IN(m_buyer, "signIn.submit");
    QTRY_VERIFY_WITH_TIMEOUT(m_buyer.client().session()->signedIn(), kStepMs);
    const auto signatures = [this] { return signedBy(m_buyer.client().api()->accessToken()); };
    QTRY_COMPARE_WITH_TIMEOUT(signatures(), (QStringList{u"terms-buyer"_s, u"privacy"_s}), kStepMs);
}

void TestHelpFlow::aDriverSignsBeforeHisFirstCar()
{
    const QJsonObject driver = newcomer(u"pavel@example.com"_s, u"driver"_s);
    m_driverToken = driver.value(u"access_token"_s).toString().toLatin1();
    m_car = call("POST", u"listings"_s, test::carBody({uploadPhoto()})).value(u"id"_s).toString();
    QVERIFY(!m_car.isEmpty());
    m_driver.client().session()->accept(driver);
    SEE_IN(m_driver, "onboarding.agreement");
    QMetaObject::invokeMethod(m_driver.app().navigation(), "go", Q_ARG(QVariant, u"myListing"_s),
                              Q_ARG(QVariant, (QVariantMap{{u"listingId"_s, m_car}})));
    CLICK_IN(m_driver, "mine.publish");
    QTRY_COMPARE_WITH_TIMEOUT(m_driver.page(), u"agreement"_s, kStepMs); // the refusal leads there
    CLICK_IN(m_driver, "agreement.sign");
    QTRY_COMPARE_WITH_TIMEOUT(m_driver.page(), u"myListing"_s, kStepMs);
    QCOMPARE(signedBy(m_driverToken), (QStringList{u"terms-driver"_s}));
    CLICK_IN(m_driver, "mine.publish");
    SEE_IN(m_driver, "mine.pause");
}

void TestHelpFlow::aBuyerSignsBeforeHisFirstDeal()
{
    m_buyer.client().session()->signOut();
    QTRY_VERIFY_WITH_TIMEOUT(!m_buyer.client().session()->signedIn(), kStepMs);
    const QJsonObject buyer = newcomer(u"vera@example.com"_s, u"buyer"_s);
    const QByteArray token = buyer.value(u"access_token"_s).toString().toLatin1();
    m_buyer.client().session()->accept(buyer);
    QMetaObject::invokeMethod(m_buyer.app().navigation(), "go", Q_ARG(QVariant, u"checkout"_s),
                              Q_ARG(QVariant, (QVariantMap{{u"listingId"_s, m_car}})));
    TYPE_IN(m_buyer, "checkout.place.input", u"Omsk"_s);
    CLICK_IN(m_buyer, "checkout.create");
    QTRY_COMPARE_WITH_TIMEOUT(m_buyer.page(), u"agreement"_s, kStepMs);
    CLICK_IN(m_buyer, "agreement.sign");
    QTRY_COMPARE_WITH_TIMEOUT(m_buyer.page(), u"checkout"_s, kStepMs);
    READ_IN(m_buyer, "checkout.place.input", u"Omsk"_s); // nothing was lost
    CLICK_IN(m_buyer, "checkout.create");
    QTRY_COMPARE_WITH_TIMEOUT(m_buyer.page(), u"deal"_s, kStepMs);
    QCOMPARE(signedBy(token), (QStringList{u"terms-buyer"_s}));
}

QTEST_MAIN(TestHelpFlow)
#include "tst_help_flow.moc"
