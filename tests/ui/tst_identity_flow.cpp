// A buyer who may not buy yet: from the checkout to his documents, a picture that is taken again, and back to the car.
#include "tests/ui/rig/buyer_rig.h"

using namespace cargo;

class TestIdentityFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void checkoutShowsTheWay();
    void documentsAreHandedIn();
    void onePictureIsTakenAgain();
    void carCanBeBought();

private:
    bool choose(const char *kind)
    {
        return item(QStringLiteral("identity.choose.") + QLatin1String(kind))
               && takeSide(QLatin1String(kind), picture(QLatin1String(kind) + QStringLiteral(".png")),
                           QStringLiteral("identity.camera"));
    }
    // A picture of one dark colour is held back on the device; he says that it can be read.
    bool insist(const char *kind)
    {
        return choose(kind)
               && QTest::qWaitFor([&] { return click(QStringLiteral("identity.anyway.") + QLatin1String(kind)); }, kStepMs);
    }
    QJsonObject application()
    {
        return call("GET", QStringLiteral("kyc/applications/current"), {}, m_client->api()->accessToken());
    }
    bool decide(const QJsonObject &decision)
    {
        const QString id = application().value(QLatin1String("id")).toString();
        call("POST", QStringLiteral("admin/queues/kyc/%1/decide").arg(id), decision, m_staff);
        return m_status == 200;
    }
    bool handedIn() { return application().value(QLatin1String("status")).toString() == QLatin1String("in_review"); }

    QByteArray m_staff;
};

void TestIdentityFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    // The driver was confirmed at once; the buyer is not.
    m_server.set(QStringLiteral("CARGO_KYC"), QStringLiteral("manual"));
    QVERIFY(m_server.start());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->session()->accept(
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K.")));
    QVERIFY(m_client->session()->signedIn());
    m_staff = staffToken(QStringLiteral("moderate"));
    QVERIFY(!m_staff.isEmpty());
}

void TestIdentityFlow::checkoutShowsTheWay()
{
    m_app->openLink(QStringLiteral("cargo://listings/") + m_listingId);
    CLICK("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Omsk"));
    QVERIFY(!item(QStringLiteral("checkout.create"))); // not without it
    CLICK("checkout.identity");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("identity"), kStepMs);
    READ("identity.title", QStringLiteral("Confirm who you are"));
}

void TestIdentityFlow::documentsAreHandedIn()
{
    CLICK("identity.start");
    READ("identity.title", QStringLiteral("0 of 2 are here"));
    QVERIFY(!item(QStringLiteral("identity.handIn")));
    QVERIFY(choose("passport_main"));
    SEE("identity.anyway.passport_main");
    READ("identity.title", QStringLiteral("0 of 2 are here")); // not sent yet
    CLICK("identity.anyway.passport_main");
    READ("identity.title", QStringLiteral("1 of 2 are here"));
    QVERIFY(m_server.kill()); // in the middle: what was shown is there
    QVERIFY(insist("selfie"));
    QVERIFY(m_server.start());
    const auto arrived = [this] {
        return application().value(QLatin1String("missing")).toArray().isEmpty()
               || click(QStringLiteral("identity.retry.selfie"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrived() && application().value(QLatin1String("missing")).toArray().isEmpty(), kStepMs);
    CLICK("identity.handIn");
    READ("identity.title", QStringLiteral("We are looking at your documents"));
    QVERIFY(handedIn());
}

void TestIdentityFlow::onePictureIsTakenAgain()
{
    const QJsonArray documents = application().value(QLatin1String("documents")).toArray();
    QString selfie;
    for (const QJsonValue &document : documents) {
        if (document.toObject().value(QLatin1String("kind")).toString() == QLatin1String("selfie"))
            selfie = document.toObject().value(QLatin1String("id")).toString();
    }
    const QJsonObject faults{{selfie, QStringLiteral("blurred")}};
    QVERIFY(decide({{QStringLiteral("decision"), QStringLiteral("retry")},
                    {QStringLiteral("documents"), faults},
                    {QStringLiteral("text"), QStringLiteral("Once more, please")}}));
    // The notification leads here.
    CLICK("back");
    QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("identity")),
                              Q_ARG(QVariant, QVariantMap()));
    READ("identity.title", QStringLiteral("Some pictures are needed again"));
    QVERIFY(!item(QStringLiteral("identity.handIn")));
    QVERIFY(insist("selfie"));
    CLICK("identity.handIn");
    READ("identity.title", QStringLiteral("We are looking at your documents"));
    QVERIFY(handedIn());
}

void TestIdentityFlow::carCanBeBought()
{
    QVERIFY(decide({{QStringLiteral("decision"), QStringLiteral("approve")}}));
    CLICK("back");
    QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("identity")),
                              Q_ARG(QVariant, QVariantMap()));
    READ("identity.title", QStringLiteral("Your identity is confirmed"));
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->user().value(QStringLiteral("verified")).toBool(), kStepMs);
    m_app->openLink(QStringLiteral("cargo://listings/") + m_listingId);
    CLICK("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Omsk"));
    CLICK("checkout.create");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
}

QTEST_MAIN(TestIdentityFlow)
#include "tst_identity_flow.moc"
