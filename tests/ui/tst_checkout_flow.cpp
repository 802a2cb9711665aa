// Between the look and the order the world goes on: the driver changes the price, somebody else gets the car. And the way
// out: an account is closed when nothing stands in the way any more.
#include "tests/ui/rig/buyer_rig.h"

#include <QNetworkReply>

using namespace cargo;

class TestCheckoutFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void priceChangesBeforeTheOrder();
    void whatStandsInTheWayIsNamed();
    void somebodyWasQuicker();
    void accountIsClosed();

private:
    bool setPrice(qint64 minor);
    QByteArray me() const { return m_client->api()->accessToken(); }
    QJsonArray deals() const
    {
        return const_cast<TestCheckoutFlow *>(this)
            ->call("GET", QStringLiteral("deals"), {}, me())
            .value(QLatin1String("items"))
            .toArray();
    }
};

void TestCheckoutFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->session()->accept(
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K.")));
    QVERIFY(m_client->session()->signedIn());
}

bool TestCheckoutFlow::setPrice(qint64 minor)
{
    const QJsonObject car = call("GET", QStringLiteral("listings/") + m_listingId);
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/listings/") + m_listingId));
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Authorization", "Bearer " + m_driverToken);
    request.setRawHeader("If-Match", '"' + QByteArray::number(car.value(QLatin1String("version")).toInt()) + '"');
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(
        request, "PATCH", "{\"price\":{\"amount\":" + QByteArray::number(minor) + ",\"currency\":\"RUB\"}}"));
    return QTest::qWaitFor([&] { return reply->isFinished(); }, kStepMs)
           && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

void TestCheckoutFlow::priceChangesBeforeTheOrder()
{
    m_app->openLink(QStringLiteral("cargo://listings/") + m_listingId);
    CLICK("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Omsk"));
    QVERIFY(!item(QStringLiteral("checkout.changed")));
    QVERIFY(setPrice(280000000));
    CLICK("checkout.create");
    SEE("checkout.changed");
    QCOMPARE(deals().size(), 0); // not for a price that was not looked at
    const QString agree = textOf(QStringLiteral("checkout.create"));
    QVERIFY2(agree.startsWith(QStringLiteral("Agree to 2")) && agree.contains(QStringLiteral("800")), qPrintable(agree));
    READ("checkout.place.input", QStringLiteral("Omsk")); // what was typed is there
    CLICK("checkout.create");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    QCOMPARE(deals().size(), 1);
    QCOMPARE(deals().at(0).toObject().value(QLatin1String("amount")).toObject().value(QLatin1String("amount")).toInteger(),
             280000000);
}

void TestCheckoutFlow::whatStandsInTheWayIsNamed()
{
    QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("closeAccount")),
                              Q_ARG(QVariant, QVariantMap()));
    SEE("close.blocker.0");
    QVERIFY(
        textOf(QStringLiteral("close.blocker.0")).contains(deals().at(0).toObject().value(QLatin1String("number")).toString()));
    QVERIFY(!item(QStringLiteral("close.account")));
    CLICK("close.blocker.0"); // the way to it
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    CLICK("deal.cancel");
    CLICK("dialog.confirm");
    const auto status = [this] { return deals().at(0).toObject().value(QLatin1String("status")).toString(); };
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("cancelled"), kStepMs);
}

void TestCheckoutFlow::somebodyWasQuicker()
{
    m_app->openLink(QStringLiteral("cargo://listings/") + m_listingId);
    CLICK("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Omsk"));
    SEE("checkout.create");
    const QByteArray other = registerUser(QStringLiteral("igor@example.com"), QStringLiteral("buyer"), QStringLiteral("Igor"))
                                 .value(QLatin1String("access_token"))
                                 .toString()
                                 .toLatin1();
    const QString deal = call("POST", QStringLiteral("deals"),
                              {{QStringLiteral("listing_id"), m_listingId},
                               {QStringLiteral("amount"), QJsonObject{{QStringLiteral("amount"), 280000000},
                                                                      {QStringLiteral("currency"), QStringLiteral("RUB")}}},
                               {QStringLiteral("delivery_place"), QStringLiteral("Tomsk")},
                               {QStringLiteral("delivery_eta_days"), 38}},
                              other)
                             .value(QLatin1String("id"))
                             .toString();
    m_paymentPage = QUrl(m_server.url())
                        .resolved(QUrl(call("POST", QStringLiteral("deals/%1/pay").arg(deal), {}, other)
                                           .value(QLatin1String("payment"))
                                           .toObject()
                                           .value(QLatin1String("confirmation_url"))
                                           .toString()));
    QVERIFY(atTheBank("success"));
    const auto status = [&] {
        return call("GET", QStringLiteral("deals/") + deal, {}, other).value(QLatin1String("status")).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("funded"), kStepMs);
    CLICK("checkout.create");
    SEE("checkout.gone"); // says so, and where to go on
    QCOMPARE(deals().size(), 1);
    CLICK("back");
}

void TestCheckoutFlow::accountIsClosed()
{
    QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("closeAccount")),
                              Q_ARG(QVariant, QVariantMap()));
    SEE("close.account");
    QVERIFY(!item(QStringLiteral("close.blocker.0")));
    CLICK("close.account");
    CLICK("dialog.confirm");
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->session()->signedIn(), kStepMs);
    call("POST", QStringLiteral("auth/login"),
         {{QStringLiteral("email"), QStringLiteral("olga@example.com")},
          {QStringLiteral("password"), QStringLiteral("brings cars home 7")}});
    QCOMPARE(m_status, 401);
}

QTEST_MAIN(TestCheckoutFlow)
#include "tst_checkout_flow.moc"
