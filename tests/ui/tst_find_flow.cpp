// From "hello" to the cars one wants, through the real buyer app as a guest: search by keyboard, facets, a heart that asks
// for the sign-in and is then done, cars side by side, a search that is kept.
#include "tests/ui/rig/buyer_rig.h"

using namespace cargo;

class TestFindFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void searchByKeyboard();
    void saysWhyACarIsThere();
    void nothingFits();
    void guestKeepsACar();
    void sideBySide();
    void searchIsKept();

private:
    QString m_second;
};

void TestFindFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    m_client->settings()->setLanguage(QStringLiteral("en"));
    const QJsonObject car = call("GET", QStringLiteral("listings/") + m_listingId);
    QJsonObject other;
    for (const char *name : {"brand", "model", "year", "mileage_km", "country_from", "price", "delivery_eta_days", "description",
                             "body_type", "fuel", "transmission", "drive", "engine_cc", "power_hp", "color"})
        other.insert(QLatin1String(name), car.value(QLatin1String(name)));
    other.insert(QStringLiteral("brand"), QStringLiteral("Kia"));
    other.insert(QStringLiteral("model"), QStringLiteral("Sorento"));
    other.insert(QStringLiteral("country_from"), QStringLiteral("KR"));
    other.insert(QStringLiteral("photos"), QJsonArray{uploadPhoto()});
    m_second = call("POST", QStringLiteral("listings"), other).value(QLatin1String("id")).toString();
    QCOMPARE(m_status, 201);
    call("POST", QStringLiteral("listings/%1/publish").arg(m_second));
    QCOMPARE(m_status, 200);
    registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    QVERIFY(!m_client->session()->signedIn());
}

void TestFindFlow::searchByKeyboard()
{
    CLICK("tab.search");
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("search.total")).startsWith(QStringLiteral("2 cars")), kStepMs);
    QTest::keyClick(window(), Qt::Key_Slash);
    QTRY_VERIFY(of(QStringLiteral("search.text"), "activeFocus").toBool());
    for (const char letter : {'s', 'o', 'r'})
        QTest::keyClick(window(), letter);
    SEE("suggestion.0");
    QTest::keyClick(window(), Qt::Key_Down);
    QTest::keyClick(window(), Qt::Key_Return);
    READ("search.text", QStringLiteral("Kia Sorento"));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("search.total")).startsWith(QStringLiteral("1 car ")), kStepMs);
    QTest::keyClick(window(), Qt::Key_Down); // past the closed list, to the cars
    QTest::keyClick(window(), Qt::Key_Down);
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    CLICK("back");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("search"), kStepMs);
}

void TestFindFlow::saysWhyACarIsThere()
{
    ONCE(click(QStringLiteral("more.") + m_second), "more");
    CLICK("more.why");
    SEE("why.factor.5"); // two words, and what is added to them
    QVERIFY(textOf(QStringLiteral("why.summary")).contains(QStringLiteral("points in all")));
    QVERIFY(of(QStringLiteral("why.factor.0"), "modelData")
                .toMap()
                .value(QStringLiteral("detail"))
                .toString()
                .startsWith(QStringLiteral("in the brand")));
    QTest::keyClick(window(), Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("why.factor.0")), kStepMs);
    // The same by keyboard, under an order that he chose.
    CLICK("search.sort");
    CLICK("search.order.price_asc");
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("search.total")).contains(QStringLiteral("cheaper")), kStepMs);
    QQuickItem *card = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((card = item(QStringLiteral("listing.") + m_second)) != nullptr, kStepMs);
    card->forceActiveFocus();
    QTest::keyClick(window(), Qt::Key_Menu);
    SEE("more.why");
    QTest::keyClick(window(), Qt::Key_Down);
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("why.summary")).contains(QStringLiteral("Only the price counts")), kStepMs);
    QTest::keyClick(window(), Qt::Key_Escape);
    CLICK("search.sort");
    CLICK("search.order.relevance");
}

void TestFindFlow::nothingFits()
{
    CLICK("search.filters");
    CLICK("facet.country_from.JP"); // "Kia Sorento" from Japan: there is none
    READ("search.show", QStringLiteral("No car fits"));
    CLICK("search.show");
    SEE("search.way.1");
    CLICK("search.way.0"); // lets one thing go
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("search.total")).startsWith(QStringLiteral("1 car ")), kStepMs);
}

void TestFindFlow::guestKeepsACar()
{
    if (item(QStringLiteral("search.chip.country_from"))) // one of the two was let go, take away the other
        CLICK("search.chip.country_from");
    if (!textOf(QStringLiteral("search.text")).isEmpty())
        QVERIFY(QMetaObject::invokeMethod(item(QStringLiteral("search.text")), "empty"));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(QStringLiteral("search.total")).startsWith(QStringLiteral("2 cars")), kStepMs);
    ONCE(click(QStringLiteral("favourite.") + m_listingId), "favourite");
    TYPE("signInSheet.email.input", QStringLiteral("olga@example.com"));
    TYPE("signInSheet.password.input", QStringLiteral("brings cars home 7"));
    CLICK("signInSheet.submit");
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->signedIn(), kStepMs);
    QCOMPARE(page(), QStringLiteral("search")); // where he was
    const auto kept = [this] {
        return call("GET", QStringLiteral("me/favourites"), {}, m_client->api()->accessToken())
            .value(QLatin1String("items"))
            .toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, kStepMs);
    QCOMPARE(kept().at(0).toObject().value(QLatin1String("id")).toString(), m_listingId);
}

void TestFindFlow::sideBySide()
{
    QMetaObject::invokeMethod(m_app->navigation(), "openTab", Q_ARG(QVariant, QStringLiteral("search")));
    for (const QString &car : {m_listingId, m_second}) {
        QQuickItem *card = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((card = item(QStringLiteral("listing.") + car)) != nullptr, kStepMs);
        card->setProperty("comparable", true); // else shown under the pointer
        ONCE(click(QStringLiteral("compare.") + car), "compare");
    }
    CLICK("compareTray.go");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("compare"), kStepMs);
    ONCE(item(QStringLiteral("compare.car.") + m_second) != nullptr, "compare.car");
    QVERIFY(item(QStringLiteral("compare.car.") + m_listingId));
    CLICK("compare.different");
    ONCE(click(QStringLiteral("compare.drop.") + m_second), "compare.drop");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("compare.car.") + m_second), kStepMs); // one alone is no comparison
    CLICK("back");
}

void TestFindFlow::searchIsKept()
{
    CLICK("search.filters");
    CLICK("facet.country_from.KR");
    CLICK("search.show");
    CLICK("search.keep");
    const auto kept = [this] {
        return call("GET", QStringLiteral("me/saved-searches"), {}, m_client->api()->accessToken())
            .value(QLatin1String("items"))
            .toArray();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, kStepMs);
    QVERIFY(kept().at(0).toObject().value(QLatin1String("query")).toString().contains(QStringLiteral("country_from=KR")));
}

QTEST_MAIN(TestFindFlow)
#include "tst_find_flow.moc"
