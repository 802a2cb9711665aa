#include "shared/api/conversation_dto.h"
#include "shared/api/notification_dto.h"
#include "shared/api/ws_message.h"

#include <QJsonDocument>
#include <QTest>

using namespace cargo;
using namespace cargo::api;

namespace {
QJsonObject parsed(const QByteArray &json) { return QJsonDocument::fromJson(json).object(); }
QByteArray id(char last) { return QByteArray("0190aaaa-bbbb-7ccc-8ddd-00000000000") + last; }
} // namespace

// What apps and server tell each other about chat, both ways.
class ChatDtoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void messageSurvivesTheWire();
    void systemLineSurvivesTheWire();
    void sendIsChecked_data();
    void sendIsChecked();
    void photoNeedsNoWords();
    void conversationIsRead();
    void readNotificationsNeedsSomething();
    void framesAreBuiltAndRead();
};

void ChatDtoTest::messageSurvivesTheWire()
{
    MessageDto dto;
    dto.id = *MessageId::fromText(QByteArrayView(id('1')));
    dto.conversationId = *ConversationId::fromText(QByteArrayView(id('2')));
    dto.seq = 42;
    dto.senderId = *UserId::fromText(QByteArrayView(id('3')));
    dto.clientId = *Uuid::fromText(QByteArrayView(id('4')));
    dto.body = QStringLiteral("\"да\"\nнет");
    dto.masked = true;
    dto.contactAttempts = 2;
    dto.kinds = {QStringLiteral("phone"), QStringLiteral("email")};
    dto.attachments = {*MediaId::fromText(QByteArrayView(id('5')))};
    dto.createdAt = Timestamp{1'790'000'000'123};
    JsonWriter out;
    dto.write(out);
    const auto back = MessageDto::fromJson(parsed(out.take()));
    QVERIFY(back);
    QCOMPARE(back->id.uuid.toText(), dto.id.toText());
    QCOMPARE(back->seq, 42);
    QCOMPARE(back->senderId->toText(), dto.senderId->toText());
    QCOMPARE(back->clientId->toText(), dto.clientId->toText());
    QCOMPARE(back->body, dto.body);
    QVERIFY(back->masked);
    QCOMPARE(back->contactAttempts, 2);
    QCOMPARE(back->kinds.size(), size_t(2));
    QCOMPARE(back->kinds[1], QStringLiteral("email"));
    QCOMPARE(back->attachments.size(), size_t(1));
    QCOMPARE(back->createdAt.unixMs, dto.createdAt.unixMs);
    QVERIFY(back->event.isEmpty());
    QVERIFY(!MessageDto::fromJson(parsed(R"({"id":"x"})")));
}

void ChatDtoTest::systemLineSurvivesTheWire()
{
    MessageDto dto;
    dto.id = *MessageId::fromText(QByteArrayView(id('1')));
    dto.conversationId = *ConversationId::fromText(QByteArrayView(id('2')));
    dto.seq = 1;
    dto.event = QStringLiteral("deal_funded");
    dto.dealId = *DealId::fromText(QByteArrayView(id('6')));
    dto.createdAt = Timestamp{1'790'000'000'000};
    JsonWriter out;
    dto.write(out);
    const auto back = MessageDto::fromJson(parsed(out.take()));
    QVERIFY(back);
    QVERIFY(!back->senderId);
    QCOMPARE(back->event, QStringLiteral("deal_funded"));
    QCOMPARE(back->dealId->toText(), id('6'));
}

void ChatDtoTest::sendIsChecked_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("code");
    const QByteArray client = R"({"client_id":")" + id('1') + R"(","body":)";
    const auto code = [](ErrorCode c) { return int(c); };
    QTest::newRow("good") << QByteArray(client + "\"hi\"}") << QString() << -1;
    QTest::newRow("4,000 characters") << QByteArray(client + '"' + QByteArray("\xf0\x9f\x9a\x97").repeated(4000) + "\"}")
                                      << QString() << -1;
    QTest::newRow("4,001 characters") << QByteArray(client + '"' + QByteArray("a").repeated(4001) + "\"}")
                                      << QStringLiteral("body") << code(ErrorCode::TooLong);
    QTest::newRow("empty") << QByteArray(client + "\"\"}") << QStringLiteral("body") << code(ErrorCode::Required);
    QTest::newRow("blank") << QByteArray(client + "\"  \\n \"}") << QStringLiteral("body") << code(ErrorCode::Required);
    QTest::newRow("NUL") << QByteArray(client + "\"a\\u0000b\"}") << QStringLiteral("body") << code(ErrorCode::InvalidEncoding);
    QTest::newRow("lone surrogate") << QByteArray(client + "\"\\ud800\"}") << QStringLiteral("body")
                                    << code(ErrorCode::InvalidEncoding);
    QTest::newRow("a number") << QByteArray(client + "5}") << QStringLiteral("body") << code(ErrorCode::WrongType);
    QTest::newRow("no client_id") << QByteArray(R"({"body":"hi"})") << QStringLiteral("client_id") << code(ErrorCode::Required);
    QTest::newRow("wrong client_id") << QByteArray(R"({"client_id":"1","body":"hi"})") << QStringLiteral("client_id")
                                     << code(ErrorCode::InvalidFormat);
    QTest::newRow("not JSON") << QByteArray("hi") << QString() << code(ErrorCode::MalformedJson);
    QTest::newRow("not UTF-8") << QByteArray(client + "\"\xff\"}") << QString() << code(ErrorCode::InvalidEncoding);
}

void ChatDtoTest::sendIsChecked()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, field);
    QFETCH(int, code);
    const auto dto = SendMessageDto::parse(QByteArrayView(body));
    QCOMPARE(dto.ok(), code < 0);
    if (code >= 0) {
        QCOMPARE(dto.errors.front().field, field);
        QCOMPARE(int(dto.errors.front().code), code);
    }
}

void ChatDtoTest::photoNeedsNoWords()
{
    const auto dto = SendMessageDto::parse(
        QByteArrayView(QByteArray(R"({"client_id":")" + id('1') + R"(","attachments":[")" + id('2') + "\"]}")));
    QVERIFY(dto.ok());
    QCOMPARE(dto.value.attachments.size(), size_t(1));
    const auto again = SendMessageDto::parse(QByteArrayView(dto.value.toJson()));
    QVERIFY(again.ok());
    QCOMPARE(again.value.attachments.front().toText(), id('2'));
}

void ChatDtoTest::conversationIsRead()
{
    const auto dto = ConversationDto::fromJson(parsed(
        R"({"id":")" + id('1') + R"(","listing_id":")" + id('2') + R"(","buyer_id":")" + id('3') + R"(","driver_id":")" + id('4')
        + R"(","last_seq":7,"read_seq":5,"peer_read_seq":6,"unread":2,"contacts_open":true,"muted_until":null,)"
          R"("created_at":"2026-11-23T10:00:00.000Z","last_message_at":"2026-11-23T11:00:00.000Z","listing":{"brand":"Kia"},)"
          R"("peer":{"display_name":"Иван"},"last_message":null})"));
    QVERIFY(dto);
    QCOMPARE(dto->unread, 2);
    QVERIFY(dto->contactsOpen);
    QVERIFY(!dto->mutedUntil);
    QVERIFY(!dto->lastMessage);
    QCOMPARE(dto->peer.value(QLatin1String("display_name")).toString(), QStringLiteral("Иван"));
    QVERIFY(dto->lastMessageAt > dto->createdAt);
}

void ChatDtoTest::readNotificationsNeedsSomething()
{
    QVERIFY(!ReadNotificationsDto::parse("{}").ok());
    const auto upTo = ReadNotificationsDto::parse(QByteArrayView(QByteArray(R"({"up_to":")" + id('1') + "\"}")));
    QVERIFY(upTo.ok());
    QVERIFY(upTo.value.upTo);
    QCOMPARE(ReadNotificationsDto::parse(QByteArrayView(upTo.value.toJson())).value.upTo->toText(), id('1'));
}

void ChatDtoTest::framesAreBuiltAndRead()
{
    QCOMPARE(parsed(ws::authFrame("secret", 5)).value(QLatin1String("last_seq")).toInteger(), 5);
    QVERIFY(!parsed(ws::authFrame("secret", std::nullopt)).contains(QLatin1String("last_seq")));
    SendMessageDto message;
    message.clientId = *Uuid::fromText(QByteArrayView(id('1')));
    message.body = QStringLiteral("привет");
    const QJsonObject frame = parsed(ws::sendFrame(*ConversationId::fromText(QByteArrayView(id('2'))), message));
    QCOMPARE(frame.value(QLatin1String("type")).toString(), QStringLiteral("message.send"));
    QCOMPARE(frame.value(QLatin1String("conversation_id")).toString().toLatin1(), id('2'));
    QVERIFY(SendMessageDto::parse(frame).ok());
    const auto ready = ws::ServerFrame::parse(R"({"type":"ready","seq":9,"resync":true})");
    QVERIFY(ready);
    QCOMPARE(*ready->seq, 9);
    QVERIFY(ready->object.value(QLatin1String("resync")).toBool());
    QVERIFY(!ws::ServerFrame::parse("[]"));
    QVERIFY(!ws::ServerFrame::parse("{}"));
}

QTEST_GUILESS_MAIN(ChatDtoTest)
#include "tst_chat_dto.moc"
