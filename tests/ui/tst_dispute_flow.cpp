// A problem through the real buyer app: the report with a photo, evidence of both sides, the decision of the staff that
// appears by itself.
#include "tests/ui/rig/buyer_rig.h"

using namespace cargo;

class TestDisputeFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void carArrivesDamaged();
    void photosFromTheSameSide();
    void report();
    void evidence();
    void accountCannotBeClosed();
    void decision();

private:
    bool attach(const QString &name, const QString &file);
    QString m_deal;
    QByteArray m_buyerToken;
};

void TestDisputeFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    const QJsonObject buyer =
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    m_buyerToken = buyer.value(QLatin1String("access_token")).toString().toLatin1();
    m_client->session()->accept(buyer);
    QVERIFY(m_client->session()->signedIn());
}

// What comes before is another story's; here it is told quickly.
void TestDisputeFlow::carArrivesDamaged()
{
    const QJsonObject price{{QStringLiteral("amount"), 265000000}, {QStringLiteral("currency"), QStringLiteral("RUB")}};
    m_deal = buy(m_listingId, price, QStringLiteral("Novosibirsk"), 38, m_buyerToken);
    QVERIFY(!m_deal.isEmpty());
    const auto status = [this] {
        return call("GET", QStringLiteral("deals/") + m_deal).value(QLatin1String("status")).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(status(), QStringLiteral("funded"), kStepMs);
    call("POST", QStringLiteral("deals/%1/start").arg(m_deal),
         {{QStringLiteral("vin"), QStringLiteral("JTMDW3FV60D012345")},
          {QStringLiteral("odometer_km"), 48010},
          {QStringLiteral("photos"), QJsonArray{uploadPhoto()}}});
    QCOMPARE(m_status, 200);
    call("POST", QStringLiteral("deals/%1/arrive").arg(m_deal));
    QCOMPARE(m_status, 200);
    m_app->openLink(QStringLiteral("cargo://deals/") + m_deal);
    CLICK("deal.handover");
}

bool TestDisputeFlow::attach(const QString &name, const QString &file)
{
    QQuickItem *photos = item(name);
    return photos
           && QMetaObject::invokeMethod(photos, "add",
                                        Q_ARG(QVariant, QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(file)})));
}

// Where the driver stood is shown before the photo is taken; afterwards both can be looked through.
void TestDisputeFlow::photosFromTheSameSide()
{
    CLICK("angle.0");
    SEE("angle.before");
    SEE("angle.take");
    QVERIFY(!item(QStringLiteral("angle.now")));
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("angle.take")), kStepMs);
    QQuickItem *angles = item(QStringLiteral("handover.angles"));
    QVERIFY(angles);
    const auto files = QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(picture(QStringLiteral("side.png")))});
    QVERIFY(QMetaObject::invokeMethod(angles, "add", Q_ARG(QVariant, 0), Q_ARG(QVariant, files)));
    CLICK("angle.0");
    SEE("angle.now");
    QCOMPARE(of(QStringLiteral("angle.now"), "opacity").toReal(), 0.5);
    QVERIFY(tabTo(QStringLiteral("angle.mix.slider")));
    for (int press = 0; press < 5; ++press)
        QTest::keyClick(window(), Qt::Key_Right);
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("angle.now"), "opacity").toReal() > 0.99, kStepMs);
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("angle.take")), kStepMs);
}

void TestDisputeFlow::report()
{
    CLICK("handover.problem");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("dispute"), kStepMs);
    SEE("dispute.reason.damaged");
    QVERIFY(!item(QStringLiteral("dispute.send"))); // not without a reason and words
    CLICK("dispute.reason.damaged");
    TYPE("dispute.text.input", QStringLiteral("The bumper is cracked"));
    QVERIFY(attach(QStringLiteral("dispute.photos"), picture(QStringLiteral("bumper.png"))));
    SEE("dispute.send"); // enabled when the photo is on the server
    QVERIFY(tabTo(QStringLiteral("dispute.send")));
    QTest::keyClick(window(), Qt::Key_Space);
    READ("dispute.head", QStringLiteral("Damaged"));
    const QJsonObject open =
        call("GET", QStringLiteral("deals/%1/dispute").arg(m_deal)).value(QLatin1String("items")).toArray().at(0).toObject();
    QCOMPARE(open.value(QLatin1String("reason")).toString(), QStringLiteral("damaged"));
    QCOMPARE(open.value(QLatin1String("evidence")).toArray().at(0).toObject().value(QLatin1String("photos")).toArray().size(),
             2); // the one from the same side went along
}

void TestDisputeFlow::evidence()
{
    call("POST", QStringLiteral("deals/%1/evidence").arg(m_deal),
         {{QStringLiteral("text"), QStringLiteral("It was whole when I left")}});
    QVERIFY(m_status < 300);
    CLICK("deal.evidence");
    TYPE("evidence.text.input", QStringLiteral("From close"));
    QVERIFY(attach(QStringLiteral("evidence.photos"), picture(QStringLiteral("close.png"))));
    CLICK("evidence.send");
    const auto pieces = [this] {
        return call("GET", QStringLiteral("deals/%1/dispute").arg(m_deal))
            .value(QLatin1String("items"))
            .toArray()
            .at(0)
            .toObject()
            .value(QLatin1String("evidence"))
            .toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(pieces().size(), 3, kStepMs);
}

// What stands in the way is named, with the way to it.
void TestDisputeFlow::accountCannotBeClosed()
{
    QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QStringLiteral("closeAccount")),
                              Q_ARG(QVariant, QVariantMap()));
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("closeAccount"), kStepMs);
    CLICK("close.blocker.0");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    QVERIFY(!item(QStringLiteral("close.account")));
    CLICK("deal.case");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("dispute"), kStepMs);
}

void TestDisputeFlow::decision()
{
    const QByteArray staff = staffToken(QStringLiteral("support"));
    QVERIFY(!staff.isEmpty());
    const QString dispute = call("GET", QStringLiteral("deals/%1/dispute").arg(m_deal))
                                .value(QLatin1String("items"))
                                .toArray()
                                .at(0)
                                .toObject()
                                .value(QLatin1String("id"))
                                .toString();
    call("POST", QStringLiteral("admin/disputes/%1/resolve").arg(dispute),
         {{QStringLiteral("outcome"), QStringLiteral("split")},
          {QStringLiteral("refund"),
           QJsonObject{{QStringLiteral("amount"), 6000000}, {QStringLiteral("currency"), QStringLiteral("RUB")}}},
          {QStringLiteral("reason_code"), QStringLiteral("damage_on_the_way")},
          {QStringLiteral("text"), QStringLiteral("The photos of the pick-up show it whole.")}},
         staff);
    QCOMPARE(m_status, 200);
    SEE("dispute.decision"); // by itself
    QVERIFY(textOf(QStringLiteral("dispute.decision")).contains(QStringLiteral("go back to you")));
    CLICK("back");
    SEE("deal.case");
}

QTEST_MAIN(TestDisputeFlow)
#include "tst_dispute_flow.moc"
