#include "harness/chat_rig.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
QJsonObject at(const QJsonArray &items, qsizetype i) { return items[i].toObject(); }
QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
qint64 integer(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toInteger(-1); }
QJsonArray items(const Reply &reply) { return reply.json.value(QLatin1String("items")).toArray(); }
} // namespace

// Conversations and messages against a real PostgreSQL: who may what, numbers, repetition, masks and mutes.
class ChatTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { rig = std::make_unique<ChatRig>(); }
    void cleanup() { rig.reset(); }

    void conversationIsOpenedOnce();
    void whoMayOpen();
    void strangersSeeNothing();
    void messageIsStoredAndTold();
    void wrongBodies_data();
    void wrongBodies();
    void repeatedClientIdIsOneMessage();
    void thousandAtOnceAreOneMessage();
    void clockThatJumpsLosesNothing();
    void clockThatIsSetBackTakesNoTokens();
    void concurrentSendersKeepOrder();
    void idempotencyKeyIsRemembered();
    void messagesArePagedBothWays();
    void unreadIsCounted();
    void conversationsArePaged();
    void driverSeesNoEmptyConversation();
    void attachmentsMustBeMine();
    void contactsAreMasked();
    void contactInPartsIsMasked();
    void contactInPartsIsSeenByAnotherServer();
    void attemptsMute();
    void softModeDoesNotMute();
    void releasedDealOpensContacts();
    void dealEventsAreAppendedOnce();
    void staffLooksAreAudited();
    void floodIsLimited();

private:
    std::unique_ptr<ChatRig> rig;
};

void ChatTest::conversationIsOpenedOnce()
{
    const UserId buyer = rig->user("buyer");
    const UserId driver = rig->user("driver");
    const ListingId listing = rig->listing(driver);
    const QByteArray path = "/api/v1/listings/" + listing.toText() + "/conversations";
    const Reply first = rig->post(buyer, path, "{}");
    QCOMPARE(first.status, 201);
    QCOMPARE(word(first.json, "listing_id"), listing.toString());
    QCOMPARE(word(first.json, "buyer_id"), buyer.toString());
    QCOMPARE(word(first.json, "driver_id"), driver.toString());
    const Reply second = rig->post(buyer, path, "{}");
    QCOMPARE(second.status, 200);
    QCOMPARE(word(second.json, "id"), word(first.json, "id"));
    // Also when the listing is no longer offered.
    rig->sql("update listings set status = 'archived' where id = '" + listing.toText() + '\'');
    QCOMPARE(rig->post(buyer, path, "{}").status, 200);
    const Reply shown = rig->get(driver, "/api/v1/conversations/" + word(first.json, "id").toLatin1());
    QCOMPARE(shown.status, 200);
    QCOMPARE(word(shown.json.value(QLatin1String("peer")).toObject(), "id"), buyer.toString());
    QCOMPARE(integer(shown.json, "unread"), 0);
    QVERIFY(shown.json.value(QLatin1String("last_message")).isNull());
}

void ChatTest::whoMayOpen()
{
    const UserId buyer = rig->user("buyer");
    const UserId driver = rig->user("driver");
    const UserId otherDriver = rig->user("driver");
    const auto path = [](ListingId listing) { return QByteArray("/api/v1/listings/" + listing.toText() + "/conversations"); };
    const ListingId listing = rig->listing(driver);
    QCOMPARE(rig->post(driver, path(listing), "{}").code(), QStringLiteral("own_listing"));
    QCOMPARE(rig->post(otherDriver, path(listing), "{}", Role::Driver).status, 403);
    for (const char *status : {"draft", "in_review", "paused", "archived", "blocked"})
        QCOMPARE(rig->post(buyer, path(rig->listing(driver, status)), "{}").status, 404);
    QCOMPARE(rig->post(buyer, path(ListingId::make(rig->clock.at)), "{}").status, 404);
    QCOMPARE(rig->post(buyer, "/api/v1/listings/nonsense/conversations", "{}").status, 404);
}

void ChatTest::strangersSeeNothing()
{
    const auto talk = rig->talk();
    const UserId stranger = rig->user("buyer");
    const QByteArray path = "/api/v1/conversations/" + talk.id.toText();
    QCOMPARE(rig->get(stranger, path).status, 404);
    QCOMPARE(rig->get(stranger, path + "/messages").status, 404);
    QCOMPARE(rig->send(stranger, talk.id, "hello").status, 404);
    QCOMPARE(rig->post(stranger, path + "/read", R"({"seq":1})").status, 404);
    QCOMPARE(rig->get(stranger, path + "/messages?original=1").status, 403);
    QVERIFY(items(rig->get(stranger, "/api/v1/conversations")).isEmpty());
    QCOMPARE(rig->get(talk.buyer, "/api/v1/conversations/x").status, 404);
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("0"));
    QCOMPARE(rig->scalar("select count(*) from outbox where topic = 'ws'"), QByteArray("0"));
}

void ChatTest::messageIsStoredAndTold()
{
    const auto talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "Здравствуйте, \"ещё\" продаёте?\n");
    QCOMPARE(sent.status, 201);
    QCOMPARE(integer(sent.json, "seq"), 1);
    QCOMPARE(word(sent.json, "sender_id"), talk.buyer.toString());
    QCOMPARE(word(sent.json, "body"), QStringLiteral("Здравствуйте, \"ещё\" продаёте?"));
    QCOMPARE(sent.json.value(QLatin1String("masked")).toBool(true), false);
    QCOMPARE(integer(sent.json.value(QLatin1String("flags")).toObject(), "contact_attempts"), 0);
    // The event of the outbox is the same message.
    const QJsonObject told = QJsonDocument::fromJson(rig->scalar("select payload from outbox where topic = 'ws'")).object();
    QCOMPARE(told.value(QLatin1String("users")).toArray().size(), 2);
    QCOMPARE(told.value(QLatin1String("fields")).toObject().value(QLatin1String("message")).toObject(), sent.json);
    const Reply list = rig->get(talk.driver, "/api/v1/conversations/" + talk.id.toText() + "/messages");
    QCOMPARE(items(list).size(), 1);
    QCOMPARE(at(items(list), 0), sent.json);
}

void ChatTest::wrongBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::newRow("no JSON") << QByteArray("hello") << 400;
    QTest::newRow("no client_id") << QByteArray(R"({"body":"x"})") << 422;
    QTest::newRow("empty") << QByteArray(R"({"client_id":"0190aaaa-bbbb-7ccc-8ddd-000000000001","body":""})") << 422;
    QTest::newRow("NUL") << QByteArray(R"({"client_id":"0190aaaa-bbbb-7ccc-8ddd-000000000001","body":"a\u0000"})") << 422;
    QTest::newRow("not UTF-8") << QByteArray("{\"client_id\":\"0190aaaa-bbbb-7ccc-8ddd-000000000001\",\"body\":\"\xff\"}") << 400;
}

void ChatTest::wrongBodies()
{
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    const auto talk = rig->talk();
    QCOMPARE(rig->post(talk.buyer, "/api/v1/conversations/" + talk.id.toText() + "/messages", body).status, status);
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("0"));
}

void ChatTest::repeatedClientIdIsOneMessage()
{
    const auto talk = rig->talk();
    const Uuid client = newUuid(rig->clock.at);
    const Reply first = rig->send(talk.buyer, talk.id, "один", client);
    const Reply again = rig->send(talk.buyer, talk.id, "один", client);
    QCOMPARE(first.status, 201);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json, first.json);
    const Reply other = rig->send(talk.buyer, talk.id, "два", client);
    QCOMPARE(other.status, 422);
    QCOMPARE(other.code(), QStringLiteral("idempotency_key_reused"));
    // Another sender's ids are his own.
    QCOMPARE(rig->send(talk.driver, talk.id, "два", client).status, 201);
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("2"));
    QCOMPARE(rig->scalar("select last_seq from conversations"), QByteArray("2"));
    QCOMPARE(rig->scalar("select count(*) from outbox where topic = 'ws'"), QByteArray("2"));
}

void ChatTest::thousandAtOnceAreOneMessage()
{
    const auto talk = rig->talk();
    const Uuid client = newUuid(rig->clock.at);
    const QList<Reply> replies = rig->sendAtOnce(talk.buyer, talk.id, 1'000, "раз", [&](int) { return client; });
    int created = 0;
    for (const Reply &reply : replies) {
        QVERIFY2(reply.status == 201 || reply.status == 200, reply.body.constData());
        created += reply.status == 201 ? 1 : 0;
        QCOMPARE(reply.json, replies.first().json);
    }
    QCOMPARE(created, 1);
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("1"));
    QCOMPARE(rig->scalar("select last_seq from conversations"), QByteArray("1"));
    QCOMPARE(rig->scalar("select count(*) from outbox where topic = 'ws'"), QByteArray("1"));
}

void ChatTest::clockThatJumpsLosesNothing()
{
    const auto talk = rig->talk();
    const qint64 day = 86'400'000;
    QStringList said;
    // An hour ahead, a day back, where it was, a month ahead, and back by a millisecond.
    for (const qint64 jump : {0LL, day / 24, -day - day / 24, day, 30 * day, -1LL}) {
        rig->clock.at = rig->clock.at.plusMs(jump);
        for (const UserId who : {talk.buyer, talk.driver}) {
            said << QStringLiteral("реплика %1").arg(said.size());
            const Uuid client = newUuid(rig->clock.at);
            const Reply sent = rig->send(who, talk.id, said.last().toUtf8(), client);
            QCOMPARE(sent.status, 201);
            QCOMPARE(integer(sent.json, "seq"), qint64(said.size()));
            rig->clock.at = rig->clock.at.plusMs(-day);
            const Reply again = rig->send(who, talk.id, said.last().toUtf8(), client);
            rig->clock.at = rig->clock.at.plusMs(day);
            QCOMPARE(again.status, 200);
            QCOMPARE(again.json, sent.json);
        }
    }
    const Reply page = rig->get(talk.driver, "/api/v1/conversations/" + talk.id.toText() + "/messages?limit=100");
    QStringList read;
    for (const QJsonValue item : page.json.value(QLatin1String("items")).toArray())
        read.prepend(item.toObject().value(QLatin1String("body")).toString());
    QCOMPARE(read, said); // in the order of their numbers, whatever the clock said
    // What is told of them is told in that order too.
    QCOMPARE(
        rig->scalar("select string_agg(payload->'fields'->'message'->>'seq', ',' order by id) from outbox where topic = 'ws'"),
        QByteArray("1,2,3,4,5,6,7,8,9,10,11,12"));
    // A contact in parts is seen over a jump, too.
    rig->send(talk.buyer, talk.id, "мой номер 8 914");
    rig->clock.at = rig->clock.at.plusMs(-day / 24);
    const Reply rest = rig->send(talk.buyer, talk.id, "720 11 46");
    QVERIFY2(rest.json.value(QLatin1String("masked")).toBool(), rest.body.constData());
}

void ChatTest::clockThatIsSetBackTakesNoTokens()
{
    chat::ChatMemory memory(60);
    const UserId sender = UserId{newUuid(rig->clock.at)};
    qint64 retryAfterMs = 0;
    QVERIFY(memory.takeToken(sender, rig->clock.at, &retryAfterMs));
    const Timestamp back = rig->clock.at.plusMs(-3'600'000);
    for (int i = 0; i < 59; ++i)
        QVERIFY(memory.takeToken(sender, back, &retryAfterMs));
    QVERIFY(!memory.takeToken(sender, back, &retryAfterMs));
    QVERIFY(retryAfterMs <= 1'001);
    QVERIFY(memory.takeToken(sender, back.plusMs(1'001), &retryAfterMs));
}

void ChatTest::concurrentSendersKeepOrder()
{
    const auto talk = rig->talk();
    const QList<Reply> replies = rig->sendAtOnce(talk.buyer, talk.id, 60, "текст", [&](int) { return newUuid(rig->clock.at); });
    QList<qint64> seqs;
    for (const Reply &reply : replies)
        seqs << integer(reply.json, "seq");
    std::sort(seqs.begin(), seqs.end());
    for (int i = 0; i < 60; ++i)
        QCOMPARE(seqs[i], i + 1);
}

void ChatTest::idempotencyKeyIsRemembered()
{
    const auto talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "с ключом", newUuid(rig->clock.at), "key-1");
    QCOMPARE(sent.status, 201);
    QCOMPARE(rig->scalar("select status from idempotency_keys where key = 'key-1'"), QByteArray("201"));
    QCOMPARE(QJsonDocument::fromJson(rig->scalar("select answer from idempotency_keys")).object(), sent.json);
    // Used meanwhile, behind the back of whoever looked for a stored answer: nothing is written twice.
    const Reply again = rig->send(talk.buyer, talk.id, "с ключом", newUuid(rig->clock.at), "key-1");
    QCOMPARE(again.code(), QStringLiteral("idempotency_replay"));
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("1"));
    QCOMPARE(rig->scalar("select last_seq from conversations"), QByteArray("1"));
    QCOMPARE(rig->scalar("select count(*) from outbox where topic = 'ws'"), QByteArray("1"));
    // A masked message goes another way and is remembered as well, as the sender sees it.
    const Reply masked = rig->send(talk.buyer, talk.id, "мой номер +7 914 655-20-47", newUuid(rig->clock.at), "key-2");
    QCOMPARE(masked.status, 201);
    QCOMPARE(QJsonDocument::fromJson(rig->scalar("select answer from idempotency_keys where key = 'key-2'")).object(),
             masked.json);
    QCOMPARE(rig->send(talk.buyer, talk.id, "мой номер +7 914 655-20-47", newUuid(rig->clock.at), "key-2").code(),
             QStringLiteral("idempotency_replay"));
    QCOMPARE(rig->scalar("select count(*) from messages"), QByteArray("2"));
}

void ChatTest::messagesArePagedBothWays()
{
    const auto talk = rig->talk();
    for (int i = 1; i <= 7; ++i)
        QCOMPARE(rig->send(i % 2 ? talk.buyer : talk.driver, talk.id, "m" + QByteArray::number(i)).status, 201);
    const QByteArray path = "/api/v1/conversations/" + talk.id.toText() + "/messages";
    const auto seqs = [](const Reply &reply) {
        QList<qint64> list;
        for (const QJsonValue item : items(reply))
            list << integer(item.toObject(), "seq");
        return list;
    };
    const auto next = [](const Reply &reply) { return word(reply.json, "next_cursor").toLatin1(); };
    Reply page = rig->get(talk.buyer, path + "?limit=3");
    QCOMPARE(seqs(page), (QList<qint64>{7, 6, 5}));
    page = rig->get(talk.buyer, path + "?limit=3&cursor=" + next(page));
    QCOMPARE(seqs(page), (QList<qint64>{4, 3, 2}));
    page = rig->get(talk.buyer, path + "?limit=3&cursor=" + next(page));
    QCOMPARE(seqs(page), (QList<qint64>{1}));
    QVERIFY(page.json.value(QLatin1String("next_cursor")).isNull());
    QCOMPARE(seqs(rig->get(talk.buyer, path + "?before=3")), (QList<qint64>{2, 1}));
    page = rig->get(talk.buyer, path + "?after=4&limit=2");
    QCOMPARE(seqs(page), (QList<qint64>{5, 6}));
    QCOMPARE(seqs(rig->get(talk.buyer, path + "?after=4&limit=2&cursor=" + next(page))), (QList<qint64>{7}));
    QCOMPARE(rig->get(talk.buyer, path + "?cursor=%21%21").status, 400);
    QCOMPARE(rig->get(talk.buyer, path + "?limit=0").status, 422);
    QCOMPARE(rig->get(talk.buyer, path + "?before=x").status, 422);
    QCOMPARE(rig->get(talk.buyer, path + "?before=1&after=1").status, 422);
}

void ChatTest::unreadIsCounted()
{
    const auto talk = rig->talk();
    const QByteArray path = "/api/v1/conversations/" + talk.id.toText();
    const auto unread = [&](UserId user) { return integer(rig->get(user, path).json, "unread"); };
    for (int i = 0; i < 3; ++i)
        rig->send(talk.buyer, talk.id, "привет");
    QCOMPARE(unread(talk.driver), 3);
    QCOMPARE(unread(talk.buyer), 0);
    const Reply read = rig->post(talk.driver, path + "/read", R"({"seq":2})");
    QCOMPARE(read.status, 200);
    QCOMPARE(integer(read.json, "unread"), 1);
    QCOMPARE(unread(talk.driver), 1);
    // Never backwards, never beyond the end.
    QCOMPARE(integer(rig->post(talk.driver, path + "/read", R"({"seq":1})").json, "read_seq"), 2);
    QCOMPARE(integer(rig->post(talk.driver, path + "/read", R"({"seq":999})").json, "read_seq"), 3);
    QCOMPARE(integer(rig->get(talk.buyer, path).json, "peer_read_seq"), 3);
    rig->send(talk.driver, talk.id, "ответ");
    QCOMPARE(unread(talk.driver), 0);
    QCOMPARE(unread(talk.buyer), 1);
    QCOMPARE(rig->post(talk.driver, path + "/read", "{}").status, 422);
    QCOMPARE(rig->post(talk.driver, path + "/read", R"({"seq":-1})").status, 422);
}

void ChatTest::conversationsArePaged()
{
    const UserId buyer = rig->user("buyer");
    QList<ConversationId> ids;
    for (int i = 0; i < 5; ++i) {
        ids << rig->conversation(buyer, rig->user("driver"));
        rig->clock.at = rig->clock.at.plusMs(1000);
        rig->send(buyer, ids.last(), "в " + QByteArray::number(i));
    }
    rig->clock.at = rig->clock.at.plusMs(1000);
    rig->send(buyer, ids[1], "ещё");
    QStringList seen;
    QByteArray cursor;
    do {
        const Reply page = rig->get(buyer, "/api/v1/conversations?limit=2"
                                               + (cursor.isEmpty() ? QByteArray() : QByteArray("&cursor=" + cursor)));
        QCOMPARE(page.status, 200);
        for (const QJsonValue item : items(page)) {
            seen << word(item.toObject(), "id");
            QVERIFY(!item.toObject().value(QLatin1String("last_message")).isNull());
            QVERIFY(item.toObject().value(QLatin1String("listing")).isObject());
        }
        cursor = word(page.json, "next_cursor").toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(seen, (QStringList{ids[1].toString(), ids[4].toString(), ids[3].toString(), ids[2].toString(), ids[0].toString()}));
    QCOMPARE(rig->get(buyer, "/api/v1/conversations?cursor=abc").status, 400);
}

void ChatTest::driverSeesNoEmptyConversation()
{
    const auto talk = rig->talk();
    QCOMPARE(items(rig->get(talk.buyer, "/api/v1/conversations")).size(), 1);
    QCOMPARE(items(rig->get(talk.driver, "/api/v1/conversations")).size(), 0);
    rig->send(talk.buyer, talk.id, "привет");
    QCOMPARE(items(rig->get(talk.driver, "/api/v1/conversations")).size(), 1);
}

void ChatTest::attachmentsMustBeMine()
{
    const auto talk = rig->talk();
    const MediaId mine = rig->media(talk.buyer);
    const MediaId foreign = rig->media(talk.driver);
    const auto body = [&](MediaId media) {
        return QByteArray(R"({"client_id":")" + newUuid(rig->clock.at).toText() + R"(","attachments":[")" + media.toText()
                          + "\"]}");
    };
    const QByteArray path = "/api/v1/conversations/" + talk.id.toText() + "/messages";
    QCOMPARE(rig->post(talk.buyer, path, body(foreign)).status, 404);
    QCOMPARE(rig->post(talk.buyer, path, body(MediaId::make(rig->clock.at))).status, 404);
    const Reply sent = rig->post(talk.buyer, path, body(mine));
    QCOMPARE(sent.status, 201);
    QCOMPARE(sent.json.value(QLatin1String("attachments")).toArray().first().toString(), mine.toString());
    QCOMPARE(at(items(rig->get(talk.driver, path)), 0), sent.json);
}

void ChatTest::contactsAreMasked()
{
    const auto talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "звоните +7 914 655-20-47 вечером");
    QCOMPARE(sent.status, 201);
    QVERIFY(sent.json.value(QLatin1String("masked")).toBool());
    QVERIFY(!word(sent.json, "body").contains(QLatin1String("914")));
    QVERIFY(word(sent.json, "body").contains(QStringLiteral("вечером")));
    const QJsonObject flags = sent.json.value(QLatin1String("flags")).toObject();
    QVERIFY(integer(flags, "contact_attempts") >= 1);
    QCOMPARE(flags.value(QLatin1String("kinds")).toArray().first().toString(), QStringLiteral("phone"));
    const QByteArray list = rig->get(talk.driver, "/api/v1/conversations/" + talk.id.toText() + "/messages").body;
    // With its dash: three digits stand in the one or other id.
    QVERIFY(!list.contains("655-20"));
    QVERIFY(!rig->get(talk.driver, "/api/v1/conversations").body.contains("655-20"));
    QVERIFY(!rig->scalar("select payload from outbox where topic = 'ws'").contains("655-20"));
    QVERIFY(rig->scalar("select body from messages").contains("655-20-47"));
    QVERIFY(
        !rig->send(talk.buyer, talk.id, "цена 2 650 000, 2019 год, пробег 87 000").json.value(QLatin1String("masked")).toBool());
}

void ChatTest::contactInPartsIsMasked()
{
    const auto talk = rig->talk();
    QCOMPARE(rig->send(talk.buyer, talk.id, "мой номер 8 914").status, 201);
    QCOMPARE(rig->send(talk.driver, talk.id, "да?").status, 201);
    const Reply second = rig->send(talk.buyer, talk.id, "655 20 47");
    QVERIFY(second.json.value(QLatin1String("masked")).toBool());
    QVERIFY(!word(second.json, "body").contains(QLatin1String("20 47")));
    // Not what the other side says.
    const auto other = rig->talk();
    rig->send(other.driver, other.id, "мой номер 8 914");
    QVERIFY(!rig->send(other.buyer, other.id, "655 20 47").json.value(QLatin1String("masked")).toBool());
}

void ChatTest::contactInPartsIsSeenByAnotherServer()
{
    const auto talk = rig->talk();
    QCOMPARE(rig->send(talk.buyer, talk.id, "мой номер 8 914").status, 201);
    chat::ChatMemory empty(0);
    const Reply second = rig->sendWith(empty, talk.buyer, talk.id, "655 20 47");
    QCOMPARE(second.status, 201);
    QVERIFY(second.json.value(QLatin1String("masked")).toBool());
    QCOMPARE(rig->scalar("select last_seq from conversations"), QByteArray("2"));
}

void ChatTest::attemptsMute()
{
    const auto talk = rig->talk();
    int sent = 0;
    Reply reply;
    for (; sent < 10; ++sent) {
        reply = rig->send(talk.buyer, talk.id, "пишите на ivan" + QByteArray::number(sent) + "@mail.ru");
        if (reply.status != 201)
            break;
        rig->clock.at = rig->clock.at.plusMs(1000);
    }
    QCOMPARE(sent, 3);
    QCOMPARE(reply.status, 403);
    QCOMPARE(reply.code(), QStringLiteral("muted"));
    const auto until = Timestamp::fromRfc3339(word(reply.json, "until"));
    QVERIFY(until);
    QCOMPARE(until->unixMs, rig->clock.at.unixMs - 1000 + 3'600'000);
    // He may not write anything here, but elsewhere, and the other side may.
    QCOMPARE(rig->send(talk.buyer, talk.id, "просто привет").status, 403);
    QCOMPARE(rig->send(talk.driver, talk.id, "привет").status, 201);
    QCOMPARE(rig->send(talk.buyer, rig->conversation(talk.buyer, talk.driver), "привет").status, 201);
    const QJsonObject shown = rig->get(talk.buyer, "/api/v1/conversations/" + talk.id.toText()).json;
    QVERIFY(!word(shown, "muted_until").isEmpty());
    // The rule's word can be read and appealed against.
    QCOMPARE(rig->scalar("select kind || ' ' || outcome || ' ' || reason_code || ' ' || coalesce(decided_by::text, 'nobody') "
                         "from user_decisions where id = '"
                         + word(shown, "mute_decision_id").toLatin1() + '\''),
             QByteArray("conversation mute contacts nobody"));
    QCOMPARE(rig->scalar("select count(*) from outbox where topic = 'chat.muted'"), QByteArray("1"));
    rig->clock.at = *until;
    QCOMPARE(rig->send(talk.buyer, talk.id, "больше не буду").status, 201);
    QCOMPARE(rig->send(talk.buyer, talk.id, "пишите на petr@mail.ru").status, 201); // the fourth: an hour
    QCOMPARE(rig->send(talk.buyer, talk.id, "?").status, 403);
    rig->clock.at = rig->clock.at.plusMs(3'600'001);
    QCOMPARE(rig->send(talk.buyer, talk.id, "пишите на petr@mail.ru").status, 201); // the fifth: a day
    reply = rig->send(talk.buyer, talk.id, "?");
    QCOMPARE(Timestamp::fromRfc3339(word(reply.json, "until"))->unixMs, rig->clock.at.unixMs + 24 * 3'600'000);
}

void ChatTest::softModeDoesNotMute()
{
    rig->settings.chatContacts = "soft";
    const auto talk = rig->talk();
    for (int i = 0; i < 7; ++i)
        QCOMPARE(rig->send(talk.buyer, talk.id, "пишите на ivan" + QByteArray::number(i) + "@mail.ru").status, 201);
    QCOMPARE(rig->scalar("select count(*) from mutes"), QByteArray("0"));
}

void ChatTest::releasedDealOpensContacts()
{
    const auto talk = rig->talk();
    rig->send(talk.buyer, talk.id, "пишите на ivan@mail.ru");
    const QByteArray payload =
        R"({"deal_id":")" + newUuid(rig->clock.at).toText() + R"(","conversation_id":")" + talk.id.toText() + "\"}";
    QVERIFY(rig->job(&chat::ChatJob::openContacts, "deal.released", payload).ok());
    QVERIFY(rig->job(&chat::ChatJob::openContacts, "deal.released", payload).ok());
    const Reply list = rig->get(talk.driver, "/api/v1/conversations/" + talk.id.toText() + "/messages");
    QVERIFY(word(at(items(list), 0), "body").contains(QLatin1String("ivan@mail.ru")));
    QCOMPARE(at(items(list), 0).value(QLatin1String("masked")).toBool(true), false);
    const Reply sent = rig->send(talk.driver, talk.id, "мой +7 914 655-20-47");
    QVERIFY(word(sent.json, "body").contains(QLatin1String("655-20-47")));
    QVERIFY(
        rig->get(talk.buyer, "/api/v1/conversations/" + talk.id.toText()).json.value(QLatin1String("contacts_open")).toBool());
    QCOMPARE(rig->scalar("select count(*) from outbox where payload::text like '%message.updated%'"), QByteArray("1"));
    QCOMPARE(rig->scalar("select count(*) from mutes"), QByteArray("0"));
}

void ChatTest::dealEventsAreAppendedOnce()
{
    const auto talk = rig->talk();
    const Uuid event = newUuid(rig->clock.at);
    const Uuid deal = newUuid(rig->clock.at);
    const QByteArray payload = R"({"deal_id":")" + deal.toText() + R"(","conversation_id":")" + talk.id.toText()
                               + R"(","event":"hold_confirmed","status":"funded","event_id":")" + event.toText() + "\"}";
    QVERIFY(rig->job(&chat::ChatJob::appendDealEvent, "deal.changed", payload).ok());
    QVERIFY(rig->job(&chat::ChatJob::appendDealEvent, "deal.changed", payload).ok());
    const Reply list = rig->get(talk.buyer, "/api/v1/conversations/" + talk.id.toText() + "/messages");
    QCOMPARE(items(list).size(), 1);
    const QJsonObject line = at(items(list), 0);
    QVERIFY(line.value(QLatin1String("sender_id")).isNull());
    const QJsonObject flags = line.value(QLatin1String("flags")).toObject();
    QCOMPARE(word(flags, "event"), QStringLiteral("deal_hold_confirmed"));
    QCOMPARE(word(flags, "deal_id"), deal.toString());
    QVERIFY(!rig->job(&chat::ChatJob::appendDealEvent, "deal.changed", "{}").ok());
}

void ChatTest::staffLooksAreAudited()
{
    const auto talk = rig->talk();
    rig->send(talk.buyer, talk.id, "пишите на ivan@mail.ru");
    const UserId moderator = rig->user("staff");
    const QByteArray path = "/api/v1/conversations/" + talk.id.toText() + "/messages";
    const quint32 moderate = quint32(Permission::Moderate);
    const Reply plain = rig->get(moderator, path, Role::Staff, moderate);
    QCOMPARE(plain.status, 200);
    QVERIFY(!plain.body.contains("ivan@"));
    const Reply original = rig->get(moderator, path + "?original=1", Role::Staff, moderate);
    QVERIFY(original.body.contains("ivan@mail.ru"));
    QCOMPARE(rig->get(moderator, path + "?original=1", Role::Staff, quint32(Permission::Support)).status, 403);
    QCOMPARE(rig->get(moderator, path, Role::Staff, quint32(Permission::Finance)).status, 404);
    QCOMPARE(rig->get(talk.driver, path + "?original=1").status, 403);
    QCOMPARE(rig->scalar("select count(*) from events_audit where action = 'chat.messages_viewed' and actor_id = '"
                         + moderator.toText() + '\''),
             QByteArray("2"));
}

void ChatTest::floodIsLimited()
{
    const auto talk = rig->talk();
    chat::ChatMemory slow(2);
    QCOMPARE(rig->sendWith(slow, talk.buyer, talk.id, "раз").status, 201);
    QCOMPARE(rig->sendWith(slow, talk.buyer, talk.id, "два").status, 201);
    const Reply refused = rig->sendWith(slow, talk.buyer, talk.id, "три");
    QCOMPARE(refused.status, 429);
    QVERIFY(!refused.header("Retry-After").isEmpty());
    rig->clock.at = rig->clock.at.plusMs(30'001);
    QCOMPARE(rig->sendWith(slow, talk.buyer, talk.id, "четыре").status, 201);
    QCOMPARE(rig->sendWith(slow, talk.driver, talk.id, "другой").status, 201);
}

QTEST_GUILESS_MAIN(ChatTest)
#include "tst_chat.moc"
