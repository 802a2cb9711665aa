// A driver offers cars: a form that goes on after the phone has died, photos in his order, publishing, numbers, a copy, and a
// table of cars that is brought in twice.
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/buyer_rig.h"

#include <QDir>
#include <QRegularExpression>

using namespace cargo;

class TestDriverCarsFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWrongVinIsTold();
    void theFormGoesOnAfterAKill();
    void photosKeepTheirOrder();
    void theCarIsPublished();
    void itsNumbersAreShown();
    void aCopyIsADraft();
    void aTableIsBroughtInOnce();
    void hostileTablesAreAnswered();
    void othersMayNot();
    void aBlockedCarIsAppealedFor();
    void payoutDetailsWantThePassword();

private:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        Stage::end();
    }
    bool openOn(const char *folder)
    {
        close();
        return open(m_server.url(), folderOf(QLatin1String(folder)), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                    {420, 860});
    }
    QByteArray token(const char *email, const char *role, const char *name)
    {
        return registerUser(QLatin1String(email), QLatin1String(role), QLatin1String(name))
            .value(QLatin1String("access_token"))
            .toString()
            .toLatin1();
    }
    bool go(const char *name, const QVariantMap &params = {})
    {
        return QMetaObject::invokeMethod(m_app->navigation(), "go", Q_ARG(QVariant, QLatin1String(name)),
                                         Q_ARG(QVariant, QVariant(params)));
    }
    // A field that writes its number in groups.
    bool enter(const QString &name, double number)
    {
        const QString input = name + QStringLiteral(".input");
        if (!click(input) || window()->activeFocusItem()->objectName() != input)
            return false;
        QTest::keySequence(window(), QKeySequence::SelectAll);
        const QString digits = QString::number(qint64(number));
        for (const QChar digit : digits)
            QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(digit), {});
        return of(name, "entered").toDouble() == number;
    }
    QObject *photos() const { return of(QStringLiteral("edit.photos"), "model").value<QObject *>(); }
    QJsonArray mine()
    {
        return call("GET", QStringLiteral("me/listings"), {}, m_client->api()->accessToken())
            .value(QLatin1String("items"))
            .toArray();
    }
    QByteArray m_buyer;
    QString m_car;
};

void TestDriverCarsFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    QVERIFY(openOn("app"));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->session()->accept(
        registerUser(QStringLiteral("anna@example.com"), QStringLiteral("driver"), QStringLiteral("Anna S.")));
    QVERIFY(m_client->session()->signedIn());
    m_buyer = token("olga@example.com", "buyer", "Olga K.");
    m_driverToken = token("pavel@example.com", "driver", "Pavel S."); // another driver
}

void TestDriverCarsFlow::aWrongVinIsTold()
{
    CLICK("tab.listings");
    CLICK("listings.add");
    TYPE("edit.vin.input", QStringLiteral("1HGCM82633A004353"));
    CLICK("edit.next");
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("edit.vin"), "errorText").toString().contains(QLatin1String("check digit")),
                             kStepMs);
    TYPE("edit.vin.input", QStringLiteral("1HGCM82633A004352"));
    CLICK("edit.fill"); // what the number tells
    TYPE("edit.model.input", QStringLiteral("Accord"));
    ONCE(enter(QStringLiteral("edit.mileage_km"), 91000), "edit.mileage_km");
    QVERIFY(QMetaObject::invokeMethod(item(QStringLiteral("edit.country_from")), "chosen", Q_ARG(QString, QStringLiteral("US"))));
    CLICK("edit.next");
    SEE("edit.fuel");
}

// The data as they lie on the disk while the app runs are what a killed one leaves behind.
void TestDriverCarsFlow::theFormGoesOnAfterAKill()
{
    QVERIFY(QMetaObject::invokeMethod(item(QStringLiteral("edit.fuel")), "chosen", Q_ARG(QString, QStringLiteral("petrol"))));
    const auto kept = [this] {
        return m_client->writing()->draft(QStringLiteral("listing/new")).value(QLatin1String("form")).toObject();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept().value(QLatin1String("fuel")).toString(), QStringLiteral("petrol"), kStepMs);
    QDir().mkpath(m_folder.filePath(QStringLiteral("dead")));
    const QDir live(m_folder.filePath(QStringLiteral("app")));
    const QStringList files = live.entryList(QDir::Files);
    for (const QString &file : files)
        QFile::copy(live.filePath(file), m_folder.filePath(QStringLiteral("dead/") + file));
    QVERIFY(openOn("dead"));
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->signedIn(), kStepMs);
    CLICK("tab.listings");
    CLICK("listings.add");
    SEE("edit.fuel"); // the second step, at once
    QCOMPARE(of(QStringLiteral("edit.fuel"), "value").toString(), QStringLiteral("petrol"));
    CLICK("edit.back");
    READ("edit.model.input", QStringLiteral("Accord"));
    READ("edit.brand.input", QStringLiteral("Honda"));
    CLICK("edit.next");
    CLICK("edit.next");
    SEE("edit.photos");
}

void TestDriverCarsFlow::photosKeepTheirOrder()
{
    QVERIFY(photos());
    const QList<QUrl> files{QUrl::fromLocalFile(picture(QStringLiteral("front.png"))),
                            QUrl::fromLocalFile(picture(QStringLiteral("back.png")))};
    QVERIFY(QMetaObject::invokeMethod(photos(), "add", Q_ARG(QList<QUrl>, files)));
    QTRY_VERIFY_WITH_TIMEOUT(photos()->property("settled").toBool(), kStepMs);
    const QStringList before = photos()->property("order").toStringList();
    QCOMPARE(before.size(), 2);
    item(QStringLiteral("edit.photos.") + before.first())->forceActiveFocus();
    QTest::keyClick(window(), Qt::Key_Right, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(photos()->property("order").toStringList(), (QStringList{before[1], before[0]}), kStepMs);
    CLICK("edit.next");
}

void TestDriverCarsFlow::theCarIsPublished()
{
    QStringList ids;
    CLICK("edit.back");
    SEE("edit.photos");
    QVERIFY(QMetaObject::invokeMethod(photos(), "mediaIds", Q_RETURN_ARG(QStringList, ids)));
    CLICK("edit.next");
    ONCE(enter(QStringLiteral("edit.price"), 1250000), "edit.price");
    const auto value = [this](const char *line) {
        return of(QLatin1String(line), "value").toString().remove(QRegularExpression(QStringLiteral("\\D")));
    };
    QTRY_COMPARE_WITH_TIMEOUT(value("money.pays"), QStringLiteral("1250000"), kStepMs);
    const QString fee = value("money.fee"), receives = value("money.receives");
    QVERIFY(fee.toInt() > 0);
    QCOMPARE(fee.toInt() + receives.toInt(), 1250000);
    QVERIFY(textOf(QStringLiteral("money.besides")).contains(QLatin1String("customs duty")));
    CLICK("edit.save"); // days are missing
    QTRY_VERIFY_WITH_TIMEOUT(!of(QStringLiteral("edit.delivery_eta_days"), "errorText").toString().isEmpty(), kStepMs);
    ONCE(enter(QStringLiteral("edit.delivery_eta_days"), 30), "edit.delivery_eta_days");
    CLICK("edit.save");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("myListing"), kStepMs);
    QVERIFY(m_client->writing()->draft(QStringLiteral("listing/new")).isEmpty());
    const QJsonArray cars = mine();
    QCOMPARE(cars.size(), 1);
    m_car = cars.first().toObject().value(QLatin1String("id")).toString();
    const QJsonObject car = call("GET", QStringLiteral("listings/") + m_car, {}, m_client->api()->accessToken());
    QCOMPARE(car.value(QLatin1String("status")).toString(), QStringLiteral("draft"));
    QCOMPARE(car.value(QLatin1String("price")).toObject().value(QLatin1String("amount")).toInteger(), 125'000'000);
    const QJsonArray shown = car.value(QLatin1String("photos")).toArray();
    QCOMPARE(shown.size(), 2);
    QCOMPARE(shown.first().toObject().value(QLatin1String("id")).toString(), ids.first());
    // Before anybody else sees it: the same table, now by the server's word.
    CLICK("mine.preview");
    QTRY_COMPARE_WITH_TIMEOUT(value("money.receives"), receives, kStepMs);
    QCOMPARE(value("money.pays"), QStringLiteral("1250000"));
    QCOMPARE(value("money.fee"), fee);
    CLICK("back");
    CLICK("mine.publish");
    SEE("mine.pause");
}

void TestDriverCarsFlow::itsNumbersAreShown()
{
    const QJsonArray looked{QJsonObject{{QStringLiteral("listing_id"), m_car}, {QStringLiteral("kind"), QStringLiteral("view")}}};
    for (int twice = 0; twice < 2; ++twice) // one person a day
        call("POST", QStringLiteral("events"), {{QStringLiteral("events"), looked}}, m_buyer);
    call("PUT", QStringLiteral("me/favourites/") + m_car, {}, m_buyer);
    const QJsonObject totals = call("GET", QStringLiteral("me/listings/%1/stats").arg(m_car), {}, m_client->api()->accessToken())
                                   .value(QLatin1String("totals"))
                                   .toObject();
    QCOMPARE(totals.value(QLatin1String("views")).toInt(), 1);
    QCOMPARE(totals.value(QLatin1String("favourites")).toInt(), 1);
    CLICK("back");
    ONCE(click(QStringLiteral("listing.") + m_car), "the car");
    SEE("mine.numbers");
}

void TestDriverCarsFlow::aCopyIsADraft()
{
    CLICK("mine.more");
    CLICK("mine.duplicate");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("editListing"), kStepMs);
    READ("edit.model.input", QStringLiteral("Accord"));
    READ("edit.vin.input", QString());
    QCOMPARE(mine().size(), 2);
    CLICK("back");
}

void TestDriverCarsFlow::aTableIsBroughtInOnce()
{
    const QString file = m_folder.filePath(QStringLiteral("cars.csv"));
    QFile table(file);
    QVERIFY(table.open(QIODevice::WriteOnly));
    table.write("brand;model;year;price_rub;mileage_km;country_from\n"
                "Mazda;CX-5;2019;1900000;60000;JP\n"
                "Kia;K5;2021;2100000;30000;KR\n"
                "=cmd|' /C calc'!A0;\"K5;2021\n"
                "Kia;K5;next year;1;1;KR\n");
    table.close();
    QVERIFY(go("importListings"));
    SEE("import.choose");
    const auto bring = [this, &file] {
        QQuickItem *chooser = item(QStringLiteral("import"));
        const auto files = QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(file)});
        return chooser && QMetaObject::invokeMethod(chooser, "bring", Q_ARG(QVariant, files));
    };
    QVERIFY(bring());
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("import.report"), "title").toString(), QStringLiteral("Added: 2"), kStepMs);
    QVERIFY(of(QStringLiteral("import.report"), "text").toString().contains(QLatin1String("Not taken: ")));
    const auto cars = mine().size();
    QCOMPARE(cars, 4);
    QVERIFY(bring());
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("import.report"), "title").toString(), QStringLiteral("Added: 0"), kStepMs);
    QCOMPARE(mine().size(), cars);
}

void TestDriverCarsFlow::hostileTablesAreAnswered()
{
    const QByteArray me = m_client->api()->accessToken();
    const auto bring = [this, &me](const QString &csv) {
        return call("POST", QStringLiteral("me/imports"), {{QStringLiteral("csv"), csv}}, me);
    };
    const QString head = QStringLiteral("brand,model,year,price_rub,mileage_km,country_from,description\n");
    const QString good = QStringLiteral("Lada,Niva,2020,900000,10,GE,\n");
    // Bad rows are told one by one, the good one between them is not lost.
    QJsonObject report = bring(head + QStringLiteral("La") + QChar(0) + QStringLiteral("da,Niva,2020,1,1,GE,\n") + good
                               + QStringLiteral("Lada,Niva,2020,-1,1,GE,\nLada,Niva,2020,1,1,GE,") + QString(70'000, u'x')
                               + QStringLiteral("\nLada,Niva,2020,1,1,GE,call +7 914 655-20-47\n\"Lada,Niva\n"));
    QCOMPARE(m_status, 201);
    QCOMPARE(report.value(QLatin1String("added")).toInt(), 1);
    QCOMPARE(report.value(QLatin1String("bad")).toInt(), 5);
    report = bring(head + good + good); // twice in one table: two cars, of which one is known
    QCOMPARE(report.value(QLatin1String("known")).toInt(), 1);
    QCOMPARE(report.value(QLatin1String("added")).toInt(), 1);
    for (const QString &nothing :
         {QString(), QStringLiteral("\n\n"), QStringLiteral("brand\nLada\n"), QString(head + good.repeated(501))}) {
        bring(nothing);
        QCOMPARE(m_status, 422);
    }
    QCOMPARE(bring(head).value(QLatin1String("rows")).toArray().size(), 0);
}

void TestDriverCarsFlow::othersMayNot()
{
    call("GET", QStringLiteral("me/listings/%1/stats").arg(m_car), {}, m_buyer);
    QCOMPARE(m_status, 403);
    call("GET", QStringLiteral("me/listings/%1/stats").arg(m_car)); // another driver
    QCOMPARE(m_status, 404);
    call("POST", QStringLiteral("listings/%1/duplicate").arg(m_car));
    QCOMPARE(m_status, 403);
    call("POST", QStringLiteral("me/imports"), {{QStringLiteral("csv"), QStringLiteral("brand\n")}}, m_buyer);
    QCOMPARE(m_status, 403);
}

// The reason is read, answered with an appeal, and the answer is told: all in the app.
void TestDriverCarsFlow::aBlockedCarIsAppealedFor()
{
    const QByteArray me = m_client->api()->accessToken();
    const QByteArray staff = staffToken(QStringLiteral("moderate"));
    const QByteArray judge = staffToken(QStringLiteral("moderate"), QStringLiteral("judge")); // not who decided
    QJsonObject body = test::carBody();
    body.insert(QStringLiteral("photos"), QJsonArray{upload(QStringLiteral("media"), me)});
    body.insert(QStringLiteral("description"), QStringLiteral("Распил"));
    const QString car = call("POST", QStringLiteral("listings"), body, me).value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(car), {}, me);
    call("POST", QStringLiteral("admin/queues/listings/%1/decide").arg(car),
         {{QStringLiteral("decision"), QStringLiteral("block")}, {QStringLiteral("reason_code"), QStringLiteral("prohibited")}},
         staff);
    QCOMPARE(m_status, 200);
    QVERIFY(go("myListing", {{QStringLiteral("listingId"), car}}));
    QTRY_VERIFY_WITH_TIMEOUT(of(QStringLiteral("mine.moderation"), "text").toString().contains(QLatin1String("Rule: ")), kStepMs);
    ONCE(QMetaObject::invokeMethod(item(QStringLiteral("mine.moderation")), "action"), "the reason");
    READ("decision.title", QStringLiteral("Your car is blocked"));
    TYPE("decision.appeal.input", QStringLiteral("It is the name of a town"));
    CLICK("decision.send");
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("decision.stage"), "title").toString(),
                              QStringLiteral("Your appeal is being read"), kStepMs);
    READ("decision.words", QStringLiteral("It is the name of a town"));
    const QJsonArray waiting =
        call("GET", QStringLiteral("admin/queues/appeals"), {}, judge).value(QLatin1String("items")).toArray();
    QCOMPARE(waiting.size(), 1);
    call("POST",
         QStringLiteral("admin/queues/appeals/%1/decide").arg(waiting.first().toObject().value(QLatin1String("id")).toString()),
         {{QStringLiteral("decision"), QStringLiteral("overturn")}, {QStringLiteral("text"), QStringLiteral("You are right.")}},
         judge);
    QCOMPARE(m_status, 200);
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("decision.stage"), "title").toString(), QStringLiteral("Taken back"), kStepMs);
    CLICK("back");
    SEE("mine.pause"); // it is offered again
}

void TestDriverCarsFlow::payoutDetailsWantThePassword()
{
    QVERIFY(go("payoutDetails"));
    TYPE("payout.bic.input", QStringLiteral("044525225"));
    TYPE("payout.number.input", QStringLiteral("40817810938160925981")); // one digit is wrong
    TYPE("payout.holder.input", QStringLiteral("Anna S."));
    TYPE("payout.password.input", QStringLiteral("a guess"));
    CLICK("payout.save");
    QTRY_VERIFY_WITH_TIMEOUT(!of(QStringLiteral("payout.number"), "errorText").toString().isEmpty(), kStepMs);
    TYPE("payout.number.input", QStringLiteral("40817810938160925982"));
    CLICK("payout.save");
    QTRY_VERIFY_WITH_TIMEOUT(!of(QStringLiteral("payout.password"), "errorText").toString().isEmpty(), kStepMs);
    TYPE("payout.password.input", test::personBody({}, {}, {}).value(QLatin1String("password")).toString());
    CLICK("payout.save");
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("payout.account"), "value").toString(), QStringLiteral("•••• 5982"), kStepMs);
    SEE("payout.held");
}

QTEST_MAIN(TestDriverCarsFlow)
#include "tst_driver_cars_flow.moc"
