#include "harness/chat_rig.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
qint64 integer(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toInteger(-1); }
QByteArray sendFrame(ConversationId id, const Uuid &client, const QByteArray &body)
{
    return "{\"type\":\"message.send\",\"conversation_id\":\"" + id.toText() + "\",\"client_id\":\"" + client.toText()
           + "\",\"body\":\"" + body + "\"}";
}
QByteArray about(const char *type, ConversationId id, const QByteArray &more = {})
{
    return QByteArray("{\"type\":\"") + type + "\",\"conversation_id\":\"" + id.toText() + '"' + more + '}';
}
} // namespace

// Chat over sockets against a real PostgreSQL.
class ChatFramesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { rig = std::make_unique<ChatRig>(); }
    void cleanup() { rig.reset(); }

    void sendIsAcknowledgedAfterTheCommit();
    void repeatedSendIsAcknowledgedAgain();
    void framesOfOneSocketKeepTheirOrder();
    void refusedSends_data();
    void refusedSends();
    void mutedSaysUntilWhen();
    void typingReachesThePartnerOnly();
    void readReachesBothSides();
    void presenceOfThePartner();
    void strangersAreTurnedAway_data();
    void strangersAreTurnedAway();

private:
    std::unique_ptr<ChatRig> rig;
};

void ChatFramesTest::sendIsAcknowledgedAfterTheCommit()
{
    const auto talk = rig->talk();
    const auto peer = rig->socket(talk.buyer);
    const Uuid client = newUuid(rig->clock.at);
    peer->text(sendFrame(talk.id, client, "привет"));
    QTRY_COMPARE(peer->count("ack"), 1);
    const QJsonObject ack = peer->last("ack");
    QCOMPARE(word(ack, "client_id"), client.toString());
    const QJsonObject message = ack.value(QLatin1String("message")).toObject();
    QCOMPARE(integer(message, "seq"), 1);
    QCOMPARE(word(message, "client_id"), client.toString());
    QCOMPARE(rig->scalar("select id from messages").toLower(), word(message, "id").toLatin1());
}

void ChatFramesTest::repeatedSendIsAcknowledgedAgain()
{
    const auto talk = rig->talk();
    const auto peer = rig->socket(talk.buyer);
    const Uuid client = newUuid(rig->clock.at);
    peer->text(sendFrame(talk.id, client, "раз"));
    peer->text(sendFrame(talk.id, client, "раз"));
    QTRY_COMPARE(peer->count("ack"), 2);
    QCOMPARE(peer->frames()[1], peer->frames()[2]);
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("1"));
    peer->text(sendFrame(talk.id, client, "два"));
    QTRY_COMPARE(word(peer->last("error"), "code"), QStringLiteral("idempotency_key_reused"));
    QCOMPARE(word(peer->last("error"), "client_id"), client.toString());
}

void ChatFramesTest::framesOfOneSocketKeepTheirOrder()
{
    const auto talk = rig->talk();
    const auto peer = rig->socket(talk.buyer);
    for (int i = 0; i < 25; ++i)
        peer->text(sendFrame(talk.id, newUuid(rig->clock.at), "м" + QByteArray::number(i)));
    QTRY_COMPARE(peer->count("ack"), 25);
    int i = 0;
    for (const QJsonObject &frame : peer->frames()) {
        if (word(frame, "type") != QLatin1String("ack"))
            continue;
        const QJsonObject message = frame.value(QLatin1String("message")).toObject();
        QCOMPARE(integer(message, "seq"), i + 1);
        QCOMPARE(word(message, "body"), QStringLiteral("м%1").arg(i));
        ++i;
    }
}

void ChatFramesTest::refusedSends_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("code");
    const QByteArray client = "\"client_id\":\"0190aaaa-bbbb-7ccc-8ddd-000000000001\"";
    QTest::newRow("no conversation") << QByteArray(client + ",\"body\":\"x\"") << QStringLiteral("required");
    QTest::newRow("no client_id") << QByteArray("\"conversation_id\":\"$\",\"body\":\"x\"") << QStringLiteral("required");
    QTest::newRow("empty") << QByteArray("\"conversation_id\":\"$\",\"body\":\" \"," + client) << QStringLiteral("required");
    QTest::newRow("too long") << QByteArray("\"conversation_id\":\"$\"," + client + ",\"body\":\"" + QByteArray(4001, 'a') + '"')
                              << QStringLiteral("too_long");
    QTest::newRow("unknown conversation") << QByteArray(
        "\"conversation_id\":\"0190aaaa-bbbb-7ccc-8ddd-000000000009\",\"body\":\"x\"," + client)
                                          << QStringLiteral("not_found");
    QTest::newRow("NUL") << QByteArray("\"conversation_id\":\"$\",\"body\":\"a\\u0000\"," + client)
                         << QStringLiteral("invalid_encoding");
}

void ChatFramesTest::refusedSends()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, code);
    const auto talk = rig->talk();
    const auto peer = rig->socket(talk.buyer);
    peer->text("{\"type\":\"message.send\"," + fields.replace("$", talk.id.toText()) + '}');
    QTRY_COMPARE(peer->count("error"), 1);
    QCOMPARE(word(peer->last("error"), "code"), code);
    QCOMPARE(peer->count("ack"), 0);
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("0"));
}

void ChatFramesTest::mutedSaysUntilWhen()
{
    const auto talk = rig->talk();
    rig->sql("insert into mutes (conversation_id, user_id, until_at, attempts, created_at) values ('" + talk.id.toText() + "', '"
             + talk.buyer.toText() + "', '" + rig->clock.at.plusMs(60'000).toRfc3339() + "', 3, '" + rig->clock.at.toRfc3339()
             + "')");
    const auto peer = rig->socket(talk.buyer);
    peer->text(sendFrame(talk.id, newUuid(rig->clock.at), "привет"));
    QTRY_COMPARE(word(peer->last("error"), "code"), QStringLiteral("muted"));
    QCOMPARE(word(peer->last("error"), "until").toLatin1(), rig->clock.at.plusMs(60'000).toRfc3339());
}

void ChatFramesTest::typingReachesThePartnerOnly()
{
    const auto talk = rig->talk();
    const auto buyer = rig->socket(talk.buyer);
    const auto driver = rig->socket(talk.driver);
    QTRY_COMPARE(buyer->count("ready") + driver->count("ready"), 2);
    buyer->text(about("typing", talk.id, ",\"active\":true"));
    QTRY_COMPARE(driver->count("typing"), 1);
    QCOMPARE(word(driver->last("typing"), "user_id"), talk.buyer.toString());
    QVERIFY(driver->last("typing").value(QLatin1String("active")).toBool());
    for (int i = 0; i < 10; ++i)
        buyer->text(about("typing", talk.id, ",\"active\":true")); // too often: dropped
    buyer->text(about("typing", talk.id, ",\"active\":false"));
    QTRY_VERIFY(!driver->last("typing").value(QLatin1String("active")).toBool(true));
    QCOMPARE(driver->count("typing"), 2);
    QCOMPARE(buyer->count("typing"), 0);
}

void ChatFramesTest::readReachesBothSides()
{
    const auto talk = rig->talk();
    QCOMPARE(rig->send(talk.buyer, talk.id, "привет").status, 201);
    const auto buyer = rig->socket(talk.buyer);
    const auto driver = rig->socket(talk.driver);
    const auto phone = rig->socket(talk.driver);
    QTRY_COMPARE(buyer->count("ready") + driver->count("ready") + phone->count("ready"), 3);
    driver->text(about("read", talk.id, ",\"seq\":1"));
    QTRY_COMPARE(buyer->count("read"), 1);
    QTRY_COMPARE(phone->count("read"), 1);
    QCOMPARE(word(buyer->last("read"), "user_id"), talk.driver.toString());
    QCOMPARE(integer(buyer->last("read"), "seq"), 1);
    driver->text(about("read", talk.id, ",\"seq\":1,\"client_id\":\"r2\""));
    QTRY_COMPARE(driver->count("ack"), 1);
    QCOMPARE(integer(driver->last("ack"), "unread"), 0);
    QCOMPARE(buyer->count("read"), 1); // nothing moved, nothing told
}

void ChatFramesTest::presenceOfThePartner()
{
    const auto talk = rig->talk();
    const auto buyer = rig->socket(talk.buyer);
    buyer->text(about("subscribe", talk.id));
    QTRY_COMPARE(buyer->count("presence"), 1);
    QVERIFY(!buyer->last("presence").value(QLatin1String("online")).toBool(true));
    auto driver = rig->socket(talk.driver);
    QTRY_VERIFY(buyer->last("presence").value(QLatin1String("online")).toBool());
    QCOMPARE(word(buyer->last("presence"), "conversation_id"), talk.id.toString());
    driver.reset();
    QTRY_VERIFY(!buyer->last("presence").value(QLatin1String("online")).toBool(true));
}

void ChatFramesTest::strangersAreTurnedAway_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("more");
    QTest::newRow("subscribe") << QByteArray("subscribe") << QByteArray();
    QTest::newRow("typing") << QByteArray("typing") << QByteArray(",\"active\":true");
    QTest::newRow("read") << QByteArray("read") << QByteArray(",\"seq\":1");
    QTest::newRow("message.send") << QByteArray("message.send")
                                  << QByteArray(",\"body\":\"x\",\"client_id\":\"0190aaaa-bbbb-7ccc-8ddd-000000000001\"");
}

void ChatFramesTest::strangersAreTurnedAway()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, more);
    const auto talk = rig->talk();
    const auto buyer = rig->socket(talk.buyer);
    const auto stranger = rig->socket(rig->user("buyer"));
    QTRY_COMPARE(buyer->count("ready") + stranger->count("ready"), 2);
    // Also when the two sides are remembered already.
    buyer->text(about("subscribe", talk.id));
    QTRY_COMPARE(buyer->count("presence"), 1);
    stranger->text(about(type.constData(), talk.id, more));
    QTRY_COMPARE(word(stranger->last("error"), "code"), QStringLiteral("not_found"));
    QCOMPARE(buyer->frames().size(), 2);
    QCOMPARE(stranger->frames().size(), 2);
}

QTEST_GUILESS_MAIN(ChatFramesTest)
#include "tst_chat_frames.moc"
