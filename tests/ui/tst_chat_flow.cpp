// A talk between a buyer on two devices and a driver, through the real apps against a real server: what is answered, changed,
// deleted, found, delivered, drafted and blocked, and a thread that stays where it is read.
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/stage.h"

#include "qml/chat/chat_view_model.h"

#include <QUuid>

using namespace cargo;

class TestChatFlow : public test::Stage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void messageIsDelivered();
    void messageIsAnswered();
    void messageIsChanged();
    void messageIsDeleted();
    void contactIsAskedAbout();
    void wordsAreFound();
    void quickReplyIsWritten();
    void draftIsOnBothDevices();
    void sentDraftStaysAway();
    void photoIsLookedAtAndTakenAway();
    void longThreadStaysWhereItIsRead();
    void talkOfPaymentIsNoticed();
    void personIsBlocked();

private:
    void end() override
    {
        m_phone.close();
        m_tablet.close();
        m_driver.close();
        Stage::end();
    }
    bool openChat(test::AppHand &hand);
    QJsonObject say(const QString &body, const QByteArray &who, qint64 replyTo = 0);
    QJsonArray said() { return call("GET", path("messages?limit=100")).value(QLatin1String("items")).toArray(); }
    QString path(const char *what) const { return QStringLiteral("conversations/%1/%2").arg(m_talk, QLatin1String(what)); }
    // The bubble that shows these words, on the screen.
    QQuickItem *bubble(const test::AppHand &hand, const QString &body) const;
    bool menuOf(test::AppHand &hand, const QString &body);
    chat::ChatViewModel *model(const test::AppHand &hand) const;

    test::AppHand m_phone, m_tablet, m_driver;
    QByteArray m_buyerToken;
    QString m_listing, m_talk, m_driverId;
};

#define SAYS_IN(hand, first, second, line)                                                                                       \
    QVERIFY2(QTest::qWaitFor([&] { return (hand).rows(first, second).contains(QStringLiteral(line)); }, kStepMs),                \
             qPrintable(QVariant((hand).rows(first, second)).toStringList().join(u'\n')))

void TestChatFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(QStringLiteral("CARGO_RATE_API_PER_MINUTE"), QStringLiteral("0")); // hundreds of messages at once
    QVERIFY(beginServer());
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = driver.value(QLatin1String("access_token")).toString().toLatin1();
    m_driverId = driver.value(QLatin1String("user")).toObject().value(QLatin1String("id")).toString();
    m_listing = call("POST", QStringLiteral("listings"), test::carBody({uploadPhoto(), uploadPhoto()}))
                    .value(QLatin1String("id"))
                    .toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(m_listing));
    QCOMPARE(m_status, 200);
    const QJsonObject buyer =
        registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."));
    m_buyerToken = buyer.value(QLatin1String("access_token")).toString().toLatin1();
    m_talk = call("POST", QStringLiteral("listings/%1/conversations").arg(m_listing), {}, m_buyerToken)
                 .value(QLatin1String("id"))
                 .toString();
    QVERIFY(!m_talk.isEmpty());
    const QSize phone(420, 860);
    QVERIFY(m_phone.open(m_server.url(), folderOf(QStringLiteral("b")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                         phone));
    m_phone.client().session()->accept(buyer);
    // Her tablet has a session of its own.
    QVERIFY(m_tablet.open(m_server.url(), folderOf(QStringLiteral("t")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                          {1200, 800}));
    const QJsonObject again = call("POST", QStringLiteral("auth/login"),
                                   {{QStringLiteral("email"), QStringLiteral("olga@example.com")},
                                    {QStringLiteral("password"), test::personBody({}, {}, {}).value(QLatin1String("password"))}});
    QCOMPARE(m_status, 200);
    m_tablet.client().session()->accept(again);
    QVERIFY(m_driver.open(m_server.url(), folderOf(QStringLiteral("d")), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                          phone));
    m_driver.client().session()->accept(driver);
    for (test::AppHand *hand : {&m_phone, &m_tablet, &m_driver}) {
        hand->client().settings()->setLanguage(QStringLiteral("en"));
        QTRY_VERIFY_WITH_TIMEOUT(hand->client().ws()->ready(), kStepMs);
    }
    QVERIFY(openChat(m_phone));
}

bool TestChatFlow::openChat(test::AppHand &hand)
{
    hand.app().openLink(QStringLiteral("cargo://conversations/") + m_talk);
    return QTest::qWaitFor([&] { return hand.item(QStringLiteral("chat.input")) != nullptr; }, kStepMs);
}

QJsonObject TestChatFlow::say(const QString &body, const QByteArray &who, qint64 replyTo)
{
    QJsonObject message{{QStringLiteral("client_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
                        {QStringLiteral("body"), body}};
    if (replyTo > 0)
        message.insert(QStringLiteral("reply_to"), double(replyTo));
    return call("POST", path("messages"), message, who);
}

QQuickItem *TestChatFlow::bubble(const test::AppHand &hand, const QString &body) const
{
    QQuickItem *list = hand.item(QStringLiteral("chat.messages"));
    const auto rows = list ? list->property("contentItem").value<QQuickItem *>()->childItems() : QList<QQuickItem *>();
    for (QQuickItem *row : rows) {
        if (row->isVisible() && row->property("body").toString() == body && row->property("messageId").isValid())
            return row;
    }
    return nullptr;
}

// With the right button, in the middle of its words.
bool TestChatFlow::menuOf(test::AppHand &hand, const QString &body)
{
    if (!hand.window()->isActive()) {
        hand.window()->requestActivate();
        if (!QTest::qWaitForWindowActive(hand.window()))
            return false;
    }
    QQuickItem *row = bubble(hand, body);
    if (!row || !hand.reach(row))
        return false;
    const bool mine = row->property("mine").toBool();
    const QPointF words = row->mapToScene(QPointF(mine ? row->width() - 24 : 24, row->height() - 14));
    QTest::mouseClick(hand.window(), Qt::RightButton, {}, words.toPoint());
    return true;
}

chat::ChatViewModel *TestChatFlow::model(const test::AppHand &hand) const
{
    QQuickItem *list = hand.item(QStringLiteral("chat.messages"));
    return list ? list->parentItem()->property("vm").value<chat::ChatViewModel *>() : nullptr;
}

// The driver's app has it while it shows another page: delivered. He opens the talk: read.
void TestChatFlow::messageIsDelivered()
{
    TYPE_IN(m_phone, "chat.input", QStringLiteral("Hello! Is the car still there?"));
    CLICK_IN(m_phone, "chat.send");
    SAYS_IN(m_phone, "body", "state", "Hello! Is the car still there?/delivered");
    QCOMPARE(m_driver.page(), QStringLiteral("today"));
    QVERIFY(openChat(m_driver));
    SAYS_IN(m_phone, "body", "state", "Hello! Is the car still there?/read");
}

void TestChatFlow::messageIsAnswered()
{
    ONCE_IN(m_driver, menuOf(m_driver, QStringLiteral("Hello! Is the car still there?")), "the message");
    CLICK_IN(m_driver, "message.answer");
    SEE_IN(m_driver, "chat.answering");
    TYPE_IN(m_driver, "chat.input", QStringLiteral("Yes, it is"));
    CLICK_IN(m_driver, "chat.send");
    const auto quoted = [this] {
        QQuickItem *answer = bubble(m_phone, QStringLiteral("Yes, it is"));
        return answer ? answer->property("quote").toMap().value(QStringLiteral("text")).toString() : QString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(quoted(), QStringLiteral("Hello! Is the car still there?"), kStepMs);
    QVERIFY(!m_driver.item(QStringLiteral("chat.answering")));
}

void TestChatFlow::messageIsChanged()
{
    ONCE_IN(m_driver, menuOf(m_driver, QStringLiteral("Yes, it is")), "the message");
    CLICK_IN(m_driver, "message.change");
    READ_IN(m_driver, "chat.input", QStringLiteral("Yes, it is"));
    QTRY_VERIFY_WITH_TIMEOUT(m_driver.of(QStringLiteral("chat.input"), "activeFocus").toBool(), kStepMs);
    QTest::keyClick(m_driver.window(), Qt::Key_Escape); // left as it was
    QTRY_VERIFY_WITH_TIMEOUT(!m_driver.item(QStringLiteral("chat.changing")), kStepMs);
    READ_IN(m_driver, "chat.input", QString());
    ONCE_IN(m_driver, menuOf(m_driver, QStringLiteral("Yes, it is")), "the message");
    CLICK_IN(m_driver, "message.change");
    TYPE_IN(m_driver, "chat.input", QStringLiteral("Yes, it is, and washed"));
    CLICK_IN(m_driver, "chat.send");
    SAYS_IN(m_driver, "body", "edited", "Yes, it is, and washed/true");
    SAYS_IN(m_phone, "body", "edited", "Yes, it is, and washed/true");
    QCOMPARE(said().size(), 2);
}

void TestChatFlow::messageIsDeleted()
{
    TYPE_IN(m_phone, "chat.input", QStringLiteral("Not for you"));
    CLICK_IN(m_phone, "chat.send");
    SAYS_IN(m_driver, "body", "deleted", "Not for you/false");
    ONCE_IN(m_phone, menuOf(m_phone, QStringLiteral("Not for you")), "the message");
    CLICK_IN(m_phone, "message.delete");
    CLICK_IN(m_phone, "dialog.confirm");
    SAYS_IN(m_phone, "body", "deleted", "Message deleted/true");
    SAYS_IN(m_driver, "body", "deleted", "Message deleted/true");
}

// Asked once; edited it stands at the contact; the same words are not asked about again.
void TestChatFlow::contactIsAskedAbout()
{
    const QString words = QStringLiteral("Write me: +7 914 655-20-47");
    TYPE_IN(m_phone, "chat.input", words);
    QTest::keyClick(m_phone.window(), Qt::Key_Return);
    SEE_IN(m_phone, "bounce.text");
    QVERIFY(m_phone.textOf(QStringLiteral("bounce.text")).contains(QLatin1String("background-color")));
    CLICK_IN(m_phone, "bounce.edit");
    QTRY_VERIFY_WITH_TIMEOUT(m_phone.of(QStringLiteral("chat.input"), "activeFocus").toBool(), kStepMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_phone.of(QStringLiteral("chat.input"), "selectionStart").toInt(), 10, kStepMs);
    QTest::keyClick(m_phone.window(), Qt::Key_Return);
    CLICK_IN(m_phone, "bounce.send");
    const auto masked = [this] {
        const QVariantList lines = m_driver.rows("body", "masked");
        return !lines.isEmpty() && lines[0].toString().endsWith(QLatin1String("/true"))
               && !lines[0].toString().contains(QLatin1String("655"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(masked(), kStepMs);
    // "This is no contact": a person looks at it.
    const QString shown = m_driver.rows("body", "kind")[0].toString().section(u'/', 0, 0);
    ONCE_IN(m_driver, menuOf(m_driver, shown), "the message");
    CLICK_IN(m_driver, "message.noContact");
    QTRY_VERIFY_WITH_TIMEOUT(m_driver.textOf(QStringLiteral("snackbar.text")).startsWith(QStringLiteral("Thank you")), kStepMs);
}

void TestChatFlow::wordsAreFound()
{
    CLICK_IN(m_phone, "chat.more");
    CLICK_IN(m_phone, "chat.more.search");
    TYPE_IN(m_phone, "search.field", QStringLiteral("WASHED"));
    SEE_IN(m_phone, "found.0");
    CLICK_IN(m_phone, "found.0");
    QTRY_VERIFY_WITH_TIMEOUT(!m_phone.item(QStringLiteral("search.found")), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(bubble(m_phone, QStringLiteral("Yes, it is, and washed")), kStepMs);
    QVERIFY(bubble(m_phone, QStringLiteral("Yes, it is, and washed"))->property("flashed").toBool());
    TYPE_IN(m_phone, "search.field", QStringLiteral("zeppelin"));
    SEE_IN(m_phone, "search.none");
    CLICK_IN(m_phone, "search.close");
    QTRY_VERIFY_WITH_TIMEOUT(!m_phone.item(QStringLiteral("search.field")), kStepMs);
}

void TestChatFlow::quickReplyIsWritten()
{
    CLICK_IN(m_driver, "reply.edit");
    TYPE_IN(m_driver, "replies.text.input", QStringLiteral("I answer in the evening."));
    CLICK_IN(m_driver, "replies.put");
    const auto kept = [this] { return call("GET", QStringLiteral("me/quick-replies")).value(QLatin1String("items")).toArray(); };
    QTRY_COMPARE_WITH_TIMEOUT(kept(), QJsonArray{QStringLiteral("I answer in the evening.")}, kStepMs);
    QTest::keyClick(m_driver.window(), Qt::Key_Escape);
    const auto before = said().size();
    CLICK_IN(m_driver, "reply.0");
    READ_IN(m_driver, "chat.input", QStringLiteral("I answer in the evening."));
    QVERIFY(!m_driver.item(QStringLiteral("reply.0"))); // the writer is not empty any more
    QCOMPARE(said().size(), before);
    QTest::keySequence(m_driver.window(), QKeySequence::SelectAll);
    QTest::keyClick(m_driver.window(), Qt::Key_Delete);
    SEE_IN(m_driver, "reply.0");
}

void TestChatFlow::draftIsOnBothDevices()
{
    QVERIFY(openChat(m_tablet));
    TYPE_IN(m_phone, "chat.input", QStringLiteral("Begun on the phone"));
    READ_IN(m_tablet, "chat.input", QStringLiteral("Begun on the phone"));
    // What is changed here is not taken away by what comes from there: the last one wins.
    TYPE_IN(m_tablet, "chat.input", QStringLiteral("Begun on the phone, went on here"));
    READ_IN(m_phone, "chat.input", QStringLiteral("Begun on the phone, went on here"));
}

// Sent while there is no line, the app killed and begun anew: the old draft does not come back, here or there.
void TestChatFlow::sentDraftStaysAway()
{
    const auto draft = [this] {
        return call("GET", QStringLiteral("conversations/") + m_talk, {}, m_buyerToken).value(QLatin1String("draft"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(draft().toObject().value(QLatin1String("body")).toString(),
                              QStringLiteral("Begun on the phone, went on here"), kStepMs);
    QVERIFY(m_server.kill());
    CLICK_IN(m_phone, "chat.send");
    READ_IN(m_phone, "chat.input", QString());
    m_phone.close();
    QVERIFY(m_server.start());
    QVERIFY(m_phone.open(m_server.url(), folderOf(QStringLiteral("b")), QStringLiteral("CarGo/Buyer"), QStringLiteral("buyer"),
                         {420, 860}));
    QVERIFY(openChat(m_phone));
    SAYS_IN(m_driver, "body", "masked", "Begun on the phone, went on here/false");
    QTRY_VERIFY_WITH_TIMEOUT(draft().isNull(), kStepMs);
    READ_IN(m_tablet, "chat.input", QString());
    READ_IN(m_phone, "chat.input", QString());
}

void TestChatFlow::photoIsLookedAtAndTakenAway()
{
    const QString file = picture(QStringLiteral("wheel.png"));
    QVERIFY(QMetaObject::invokeMethod(m_phone.item(QStringLiteral("chat.writer")), "attach",
                                      Q_ARG(QVariant, QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(file)}))));
    CLICK_IN(m_phone, "chat.photos.0");
    SEE_IN(m_phone, "viewer.photos");
    CLICK_IN(m_phone, "viewer.close");
    QTRY_VERIFY_WITH_TIMEOUT(!m_phone.item(QStringLiteral("viewer.photos")), kStepMs);
    // On its way without a server it can be given up.
    QVERIFY(m_server.kill());
    CLICK_IN(m_phone, "chat.send");
    CLICK_IN(m_phone, "bubble.discard");
    QTRY_VERIFY_WITH_TIMEOUT(m_phone.client().outbox()->items(QStringLiteral("conversation/") + m_talk).empty(), kStepMs);
    QVERIFY(m_server.start());
    QTRY_VERIFY_WITH_TIMEOUT(m_phone.client().ws()->ready() && m_driver.client().ws()->ready(), 3 * kStepMs);
}

// Hundreds of messages: what is kept in memory is bounded, and the row under the eye stands still whatever comes above or below.
void TestChatFlow::longThreadStaysWhereItIsRead()
{
    for (test::AppHand *hand : {&m_phone, &m_driver})
        CLICK_IN(*hand, "back"); // it is long when it is opened
    for (int at = 0; at < 420; ++at)
        say(QStringLiteral("Message number %1%2")
                .arg(at)
                .arg(at % 7 == 0 ? QStringLiteral(" with a second line,\nwhich is longer") : QString()),
            at % 3 == 0 ? m_buyerToken : m_driverToken);
    QCOMPARE(m_status, 201);
    QVERIFY(openChat(m_phone) && openChat(m_driver));
    chat::ChatViewModel *talk = model(m_phone);
    QVERIFY(talk);
    for (const char *newest : {"Are you looking?", "It is snowing here", "The ferry is late"}) {
        say(QLatin1String(newest), m_driverToken); // at the newest one stays there
        QTRY_VERIFY_WITH_TIMEOUT(bubble(m_phone, QLatin1String(newest)), kStepMs);
    }
    QVERIFY(talk->size() <= chat::MessageWindow::kMost);

    QQuickItem *list = m_phone.item(QStringLiteral("chat.messages"));
    // All rows on the screen, by their key, and where they stand.
    const auto places = [&] {
        QHash<QString, qreal> rows;
        const auto items = list->property("contentItem").value<QQuickItem *>()->childItems();
        for (QQuickItem *row : items) {
            const qreal y = row->mapToItem(list, QPointF()).y();
            if (row->isVisible() && row->property("messageId").isValid() && y > 0 && y + row->height() < list->height())
                rows.insert(row->property("key").toString(), y);
        }
        return rows;
    };
    int turns = 0, compared = 0;
    QString moved;
    qint64 smallest = 0;
    connect(talk, &chat::ChatViewModel::aboutToShow, list, [&, before = QHash<QString, qreal>()]() mutable {
        before = places();
        QObject::connect(
            talk, &chat::ChatViewModel::shown, list,
            [&, before] {
                QMetaObject::invokeMethod(list, "forceLayout");
                const auto now = places();
                for (auto it = before.begin(); it != before.end(); ++it) {
                    if (now.contains(it.key()) && qAbs(now.value(it.key()) - it.value()) > 1)
                        moved = QStringLiteral("%1: %2 -> %3").arg(it.key()).arg(it.value()).arg(now.value(it.key()));
                    compared += now.contains(it.key());
                }
            },
            Qt::SingleShotConnection);
    });
    // Up to the first message, as fast as a finger flings.
    list->setProperty("pinned", false); // it has begun to move
    const auto oldest = [&] { return m_phone.rows("seq", "kind").last().toString().section(u'/', 0, 0).toLongLong(); };
    while ((smallest = oldest()) > 1 && ++turns < 400) {
        list->setProperty("contentY", qMax(list->property("originY").toReal(), list->property("contentY").toReal() - 400));
        static_cast<void>(QTest::qWaitFor([&] { return oldest() < smallest; }, 15)); // a finger does not wait for the page either
        QVERIFY(talk->size() <= chat::MessageWindow::kMost);
        QVERIFY2(moved.isEmpty(), qPrintable(moved));
    }
    QCOMPARE(smallest, 1);
    QVERIFY(compared > 20);
    QVERIFY(talk->newer());
    // Something comes below while one reads above: nothing moves, and the button says so.
    const auto before = places();
    QVERIFY(!before.isEmpty());
    say(QStringLiteral("Are you there?"), m_driverToken);
    QTRY_VERIFY_WITH_TIMEOUT(talk->unseen() >= 1, kStepMs);
    QCOMPARE(places(), before);
    CLICK_IN(m_phone, "chat.down");
    QTRY_VERIFY_WITH_TIMEOUT(bubble(m_phone, QStringLiteral("Are you there?")), kStepMs);
    QTRY_COMPARE_WITH_TIMEOUT(talk->unseen(), 0, kStepMs);
    talk->disconnect(list);
    // A quoted message is jumped to, although it is not in memory any more.
    say(QStringLiteral("An answer to the first"), m_driverToken, 1);
    QTRY_VERIFY_WITH_TIMEOUT(bubble(m_phone, QStringLiteral("An answer to the first")), kStepMs);
    QVERIFY(QMetaObject::invokeMethod(bubble(m_phone, QStringLiteral("An answer to the first")), "quoteOpened"));
    QTRY_VERIFY_WITH_TIMEOUT(bubble(m_phone, QStringLiteral("Hello! Is the car still there?")), kStepMs);
    QVERIFY(talk->size() <= chat::MessageWindow::kMost);
    CLICK_IN(m_phone, "chat.down");
}

void TestChatFlow::talkOfPaymentIsNoticed()
{
    say(QStringLiteral("Transfer the deposit to my card, please"), m_driverToken);
    SEE_IN(m_phone, "bubble.paying");
    QVERIFY(!m_driver.item(QStringLiteral("bubble.paying"))); // to the side that reads it
}

void TestChatFlow::personIsBlocked()
{
    CLICK_IN(m_phone, "chat.more");
    CLICK_IN(m_phone, "chat.more.block");
    CLICK_IN(m_phone, "dialog.confirm");
    READ_IN(m_phone, "chat.closed.text", QStringLiteral("You have blocked Pavel S.: no messages go here."));
    QVERIFY(!m_phone.item(QStringLiteral("chat.input")));
    READ_IN(m_driver, "chat.closed.text", QStringLiteral("This talk is closed: messages no longer go here."));
    QVERIFY(!m_driver.item(QStringLiteral("chat.input")));
    QMetaObject::invokeMethod(m_phone.app().navigation(), "go", Q_ARG(QVariant, QStringLiteral("blocked")),
                              Q_ARG(QVariant, QVariantMap()));
    ONCE_IN(m_phone, m_phone.click(QStringLiteral("unblock.") + m_driverId), "unblock");
    SEE_IN(m_phone, "blocked.none");
    SEE_IN(m_driver, "chat.input");
    QTest::keyClick(m_phone.window(), Qt::Key_Escape);
    SEE_IN(m_phone, "chat.input");
}

QTEST_MAIN(TestChatFlow)
#include "tst_chat_flow.moc"
