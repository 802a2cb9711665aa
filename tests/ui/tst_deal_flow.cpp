// A whole deal through the real buyer app against a real server, as a person does it: from the account to the review. The
// server is killed and comes back in the middle.
#include "tests/ui/rig/buyer_rig.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

using namespace cargo;

class TestDealFlow : public test::BuyerRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void account();
    void searchAndFavourite();
    void chat();
    void otherLanguageAndTheme();
    void serverGoesAndComesBack();
    void checkout();
    void payment();
    void tracking();
    void handover();
    void reviewAndEnd();
    void papers();
    void settings();
    void signOut();

private:
    QString driversConversation();
    QJsonArray driversMessages();
    QString m_deal;
};

void TestDealFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(begin());
    QVERIFY(!m_listingId.isEmpty());
}

QString TestDealFlow::driversConversation()
{
    const QJsonArray items = call("GET", QStringLiteral("conversations")).value(QLatin1String("items")).toArray();
    return items.isEmpty() ? QString() : items.at(0).toObject().value(QLatin1String("id")).toString();
}

QJsonArray TestDealFlow::driversMessages()
{
    return call("GET", QStringLiteral("conversations/%1/messages").arg(driversConversation()))
        .value(QLatin1String("items"))
        .toArray();
}

void TestDealFlow::account()
{
    // With the keyboard alone, from the profile to the new account.
    QVERIFY(tabTo(QStringLiteral("tab.profile")));
    QTest::keyClick(window(), Qt::Key_Space);
    ONCE(item(QStringLiteral("profile.signIn")) != nullptr, "profile.signIn");
    QVERIFY(tabTo(QStringLiteral("profile.signIn")));
    QTest::keyClick(window(), Qt::Key_Space);
    ONCE(item(QStringLiteral("signIn.switch")) != nullptr, "signIn.switch");
    QVERIFY(tabTo(QStringLiteral("signIn.switch")));
    QTest::keyClick(window(), Qt::Key_Space);
    ONCE(item(QStringLiteral("signIn.name.input")) != nullptr, "signIn.name.input");

    TYPE("signIn.name.input", QStringLiteral("Olga K."));
    TYPE("signIn.email.input", QStringLiteral("olga@example.com"));
    // Drivers are told where they register.
    TYPE("signIn.password.input", QStringLiteral("waits for a car 42"));
    CLICK("signIn.role.driver");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("signIn.driver")), kStepMs);
    QVERIFY(!item(QStringLiteral("signIn.submit"))); // not enabled
    CLICK("signIn.role.buyer");
    QVERIFY(tabTo(QStringLiteral("signIn.password.input")));
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->signedIn(), kStepMs);

    // The code from the e-mail.
    QString code;
    const auto mailed = [&] {
        QDir mails(m_folder.filePath(QStringLiteral("server/mail")));
        for (const QString &name : mails.entryList({QStringLiteral("*.eml")})) {
            QFile file(mails.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            const auto match =
                QRegularExpression(QStringLiteral("(?<!\\d)(\\d{6})(?!\\d)")).match(text.section(QStringLiteral("\r\n\r\n"), 1));
            if (text.contains(QLatin1String("To: olga@example.com")) && match.hasMatch())
                code = match.captured(1);
        }
        return !code.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(mailed(), kStepMs);
    TYPE("verify.code.input", code);
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("profile"), kStepMs);
    QVERIFY(m_client->session()->user().value(QStringLiteral("email_verified")).toBool());
}

void TestDealFlow::searchAndFavourite()
{
    CLICK("tab.search");
    TYPE("search.text", QStringLiteral("RAV4"));
    ONCE(click(QStringLiteral("favourite.") + m_listingId), "the heart");
    QTest::keyClick(window(), Qt::Key_Escape);
    CLICK("tab.profile");
    CLICK("profile.favourites");
    ONCE(item(QStringLiteral("listing.") + m_listingId) != nullptr, "the car that was kept");
    // Opened with the keyboard.
    QVERIFY(tabTo(QStringLiteral("listing.") + m_listingId));
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    ONCE(item(QStringLiteral("listing.photos")) != nullptr, "listing.photos");
    QVERIFY(tabTo(QStringLiteral("listing.photos")));
    QTest::keyClick(window(), Qt::Key_Right);
    QTRY_COMPARE(of(QStringLiteral("listing.photos"), "currentIndex").toInt(), 1);
}

void TestDealFlow::chat()
{
    CLICK("listing.chat");
    TYPE("chat.input", QStringLiteral("Call me: +7 914 655-20-47"));
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("chat.mask")), kStepMs); // before it is sent
    const QString file = picture(QStringLiteral("papers.png"));
    QVERIFY(!file.isEmpty());
    QVERIFY(QMetaObject::invokeMethod(item(QStringLiteral("chat.writer")), "attach",
                                      Q_ARG(QVariant, QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(file)}))));
    TYPE("chat.input", QStringLiteral("Call me: +7 914 655-20-47"));
    QTest::keyClick(window(), Qt::Key_Return);
    CLICK("bounce.send"); // it asks before it goes
    const auto arrived = [this] {
        const QVariantList lines = rows("state", "masked");
        return lines.size() == 1 && (lines[0] == QLatin1String("sent/true") || lines[0] == QLatin1String("read/true"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrived(), kStepMs);
    const QJsonArray messages = driversMessages();
    QCOMPARE(messages.size(), 1);
    QVERIFY(!messages[0].toObject().value(QLatin1String("body")).toString().contains(QLatin1String("655-20-47")));
    QCOMPARE(messages[0].toObject().value(QLatin1String("attachments")).toArray().size(), 1);
    call("POST", QStringLiteral("conversations/%1/messages").arg(driversConversation()),
         {{QStringLiteral("client_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
          {QStringLiteral("body"), QStringLiteral("Write here, please")}});
    QTRY_VERIFY_WITH_TIMEOUT(rows("body", "mine").contains(QStringLiteral("Write here, please/false")), kStepMs); // WebSocket
}

void TestDealFlow::otherLanguageAndTheme()
{
    // While the chat is open in its place: everything changes under it, nothing is lost.
    TYPE("chat.input", QStringLiteral("half a sentence"));
    QCOMPARE(of(QStringLiteral("chat.writer"), "color").value<QColor>(), QColor(0xFF, 0xFF, 0xFF));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->settings()->setTheme(QStringLiteral("dark"));
    QTRY_COMPARE(of(QStringLiteral("chat.writer"), "color").value<QColor>(), QColor(0x18, 0x20, 0x1D));
    QCOMPARE(of(QStringLiteral("chat.input"), "text").toString(), QStringLiteral("half a sentence"));
    QTRY_COMPARE(of(QStringLiteral("chat.send"), "text").toString(), QStringLiteral("Send"));
}

void TestDealFlow::serverGoesAndComesBack()
{
    QVERIFY(m_server.kill());
    TYPE("chat.input", QStringLiteral("Written while you were away"));
    CLICK("chat.send");
    QTRY_VERIFY_WITH_TIMEOUT(rows("body", "state").contains(QStringLiteral("Written while you were away/queued")), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("offline")), kStepMs);
    QVERIFY(m_server.start());
    const auto sent = [this] {
        const QVariantList lines = rows("body", "state");
        return lines.contains(QStringLiteral("Written while you were away/sent"))
               || lines.contains(QStringLiteral("Written while you were away/read"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(sent(), 90000);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("offline")), kStepMs);
    int copies = 0;
    for (const QJsonValue &message : driversMessages())
        copies += message.toObject().value(QLatin1String("body")).toString() == QLatin1String("Written while you were away");
    QCOMPARE(copies, 1);
}

void TestDealFlow::checkout()
{
    QTest::keyClick(window(), Qt::Key_Escape); // back to the car
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    CLICK("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Novosibirsk"));
    CLICK("checkout.create");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    READ("deal.next", QStringLiteral("Pay the bank"));
    m_deal = call("GET", QStringLiteral("deals"))
                 .value(QLatin1String("items"))
                 .toArray()
                 .at(0)
                 .toObject()
                 .value(QLatin1String("id"))
                 .toString();
    QVERIFY(!m_deal.isEmpty());
}

void TestDealFlow::payment()
{
    READ("deal.pay.stage", QStringLiteral("Nothing is paid yet"));
    CLICK("deal.pay");
    QTRY_VERIFY_WITH_TIMEOUT(m_paymentPage.isValid(), kStepMs); // what the system's browser was asked to open
    READ("deal.pay.stage", QStringLiteral("We are asking the bank"));
    QVERIFY(atTheBank("decline"));
    READ("deal.pay.stage", QStringLiteral("The bank declined the payment"));
    QCOMPARE(textOf(QStringLiteral("deal.pay")), QStringLiteral("Try again"));
    CLICK("deal.pay"); // another card
    QTRY_VERIFY_WITH_TIMEOUT(m_paymentPage.isValid(), kStepMs);
    QVERIFY(atTheBank("success"));
    // The bank's page leads back by the app's own scheme; the page is the same deal's, and it knows.
    QTest::keyClick(window(), Qt::Key_Escape);
    m_app->openLink(QStringLiteral("cargo://deals/") + m_deal);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    READ("deal.next", QStringLiteral("The driver picks the car up"));
}

void TestDealFlow::tracking()
{
    call("POST", QStringLiteral("deals/%1/start").arg(m_deal),
         {{QStringLiteral("vin"), QStringLiteral("JTMDW3FV60D012345")},
          {QStringLiteral("odometer_km"), 48010},
          {QStringLiteral("photos"), QJsonArray{uploadPhoto()}},
          {QStringLiteral("note"), QString()}});
    QCOMPARE(m_status, 200);
    // What happened stands in the conversation too, in words.
    CLICK("deal.chat");
    const auto said = [this](const QString &line) {
        return QTest::qWaitFor([&] { return rows("body", "kind").contains(line); }, kStepMs);
    };
    QVERIFY2(said(QStringLiteral("Paid: the bank holds the money/event")),
             qPrintable(QVariant(rows("body", "kind")).toStringList().join(u'\n')));
    QVERIFY(said(QStringLiteral("The car is on its way/event")));
    CLICK("back");
    // The chain is computed by the app, from what the server sends.
    call("POST", QStringLiteral("deals/%1/checkpoints").arg(m_deal),
         {{QStringLiteral("client_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
          {QStringLiteral("kind"), QStringLiteral("ferry")},
          {QStringLiteral("place"), QStringLiteral("Toyama")},
          {QStringLiteral("odometer_km"), 48020},
          {QStringLiteral("photos"), QJsonArray{uploadPhoto(), uploadPhoto()}}});
    QCOMPARE(m_status, 201);
    QVERIFY(tabTo(QStringLiteral("deal.way"))); // with the keyboard
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("tracking"), kStepMs);
    READ("tracking.chain", QStringLiteral("Nothing was changed: the chain of 2 records holds"));
    SEE("checkpoint");
    CLICK("back");
    call("POST", QStringLiteral("deals/%1/amendments").arg(m_deal),
         {{QStringLiteral("delivery_eta_days"), 45}, {QStringLiteral("reason"), QStringLiteral("The ferry is late")}});
    QCOMPARE(m_status, 201);
    CLICK("amendment.accept");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("amendment.accept")), kStepMs);
    QCOMPARE(call("GET", QStringLiteral("deals/") + m_deal).value(QLatin1String("delivery_eta_days")).toInt(), 45);
}

void TestDealFlow::handover()
{
    call("POST", QStringLiteral("deals/%1/arrive").arg(m_deal), {{QStringLiteral("note"), QString()}});
    QCOMPARE(m_status, 200);
    CLICK("deal.handover");
    CLICK("tick.vin");
    READ("handover.ticked", QStringLiteral("1 of 8"));
    CLICK("back");
    CLICK("deal.handover"); // the ticks stay on this device
    READ("handover.ticked", QStringLiteral("1 of 8"));
    QVERIFY(item(QStringLiteral("handover.problem"))); // exactly two ways out
    QVERIFY(item(QStringLiteral("handover.good")));
    QVERIFY(!item(QStringLiteral("deal.code"))); // covered until it is asked for
    CLICK("handover.show");
    SEE("deal.code");
    const QString code = textOf(QStringLiteral("deal.code"));
    // The buyer shows the code, the driver enters it.
    call("POST", QStringLiteral("deals/%1/confirm").arg(m_deal), {{QStringLiteral("code"), code}});
    QCOMPARE(m_status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("handover.code.card")), kStepMs); // by itself
    SEE("handover.good");
    QVERIFY(tabTo(QStringLiteral("handover.good")));
    QTest::keyClick(window(), Qt::Key_Space); // asks
    QTest::keyClick(window(), Qt::Key_Space); // does
    SEE("state.action");
    CLICK("state.action"); // to the review
}

void TestDealFlow::reviewAndEnd()
{
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("review"), kStepMs);
    SEE("star.5");
    QVERIFY(tabTo(QStringLiteral("star.5")));
    QTest::keyClick(window(), Qt::Key_Space);
    TYPE("review.comment.input", QStringLiteral("As agreed, on time."));
    CLICK("review.send");
    CLICK("state.action"); // what happens with it is said; back to the deal
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    const QJsonObject end = call("GET", QStringLiteral("deals/") + m_deal);
    QCOMPARE(end.value(QLatin1String("status")).toString(), QStringLiteral("released"));
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("deal.review")), kStepMs);
}

void TestDealFlow::papers()
{
    const QDir downloads(m_client->downloads());
    CLICK("deal.act");
    const auto saved = [&downloads](const char *kind) {
        const QStringList files = downloads.entryList({QStringLiteral("CarGo-CG-*.") + QLatin1String(kind)});
        QFile file(downloads.filePath(files.value(0)));
        return !files.isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY_WITH_TIMEOUT(saved("pdf").startsWith("%PDF"), kStepMs);
    CLICK("deal.act.data");
    QTRY_VERIFY_WITH_TIMEOUT(saved("json").contains("cargo.delivery-act"), kStepMs);
}

void TestDealFlow::settings()
{
    while (!item(QStringLiteral("tab.profile")))
        CLICK("back");
    CLICK("tab.profile");
    CLICK("profile.name");
    TYPE("profile.name.field.input", QStringLiteral("Olga Kim"));
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_client->session()->user().value(QStringLiteral("display_name")).toString(),
                              QStringLiteral("Olga Kim"), kStepMs);
    CLICK("profile.notificationSettings");
    SEE("tell.chat.mail");
    QVERIFY(tabTo(QStringLiteral("tell.chat.mail")));
    QTest::keyClick(window(), Qt::Key_Space);
    const auto mailed = [this] {
        return call("GET", QStringLiteral("me/notification-settings"), {}, m_client->api()->accessToken())
            .value(QLatin1String("chat"))
            .toObject()
            .value(QLatin1String("mail"))
            .toBool(true);
    };
    QTRY_VERIFY_WITH_TIMEOUT(!mailed(), kStepMs);
    CLICK("back");
    CLICK("profile.export");
    CLICK("export.ask");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("export.save")), 60000); // made in the background, told by a notification
    CLICK("export.save");
    QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(m_client->downloads() + QStringLiteral("/CarGo-my-data.zip")), kStepMs);
    CLICK("back");
    CLICK("profile.notifications");
    SEE("notifications.all");
    CLICK("notifications.all");
    QTRY_COMPARE_WITH_TIMEOUT(m_client->session()->news(), 0, kStepMs);
}

void TestDealFlow::signOut()
{
    QTest::keyClick(window(), Qt::Key_Escape);
    while (page() != QLatin1String("profile") && m_app->navigation()->property("depth").toInt() > 1)
        QTest::keyClick(window(), Qt::Key_Escape);
    CLICK("tab.profile");
    CLICK("profile.signOut");
    CLICK("dialog.confirm");
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->session()->signedIn(), kStepMs);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("app/session.json"))));
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("profile.signIn")), kStepMs);
    CLICK("tab.deals");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("state.action")), kStepMs); // nothing of the deal is left
}

QTEST_MAIN(TestDealFlow)
#include "tst_deal_flow.moc"
