#include "harness/chat_rig.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kBase = "/api/v1/";

QString word(const QJsonObject &object, QLatin1StringView name) { return object.value(name).toString(); }
QJsonArray items(const Reply &reply) { return reply.json.value("items"_L1).toArray(); }
QByteArray pathOf(const Reply &message) { return kBase + "messages/" + word(message.json, "id"_L1).toLatin1(); }
QByteArray pathOf(const Talk &talk) { return kBase + "conversations/" + talk.id.toText(); }
QByteArray bodyOf(const char *words) { return "{\"body\":\"" + QByteArray(words) + "\"}"; }
QStringList bodies(const Reply &page)
{
    QStringList list;
    for (const QJsonValue &item : items(page))
        list << word(item.toObject(), "body"_L1);
    return list;
}
} // namespace

// What becomes of messages after they were sent, and what helps to write them; against a real PostgreSQL.
class ChatChangesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { rig = std::make_unique<ChatRig>(); }
    void cleanup() { rig.reset(); }

    void answersAnEarlierMessage();
    void isChangedForAWhile();
    void onlyItsSenderChangesIt();
    void changeIsFilteredAgain();
    void changeCompletesAContact();
    void changeIsSeenByTheNextMessage();
    void changesCountAsAttempts();
    void deletedLeavesAStub();
    void repeatedAfterAChangeIsTheSame();
    void deliveredComesBeforeRead();
    void wordsAreFound();
    void searchShowsNobodyMore();
    void draftsFollowTheWriter();
    void draftEndsWithItsMessage();
    void editWindowIsTold();
    void quickRepliesAreKept();
    void blockClosesTheTalk();
    void runningDealStaysOpen();
    void blockersAreLimited();

private:
    QJsonObject told(int back = 0) // of the outbox, the newest first
    {
        const QByteArray row = rig->scalar("select payload from outbox where topic = 'ws' order by id desc offset "
                                           + QByteArray::number(back) + " limit 1");
        return QJsonDocument::fromJson(row).object();
    }
    Reply answer(UserId who, const Talk &talk, const char *words, int to)
    {
        return rig->post(who, pathOf(talk) + "/messages",
                         "{\"client_id\":\"" + newUuid(rig->clock.at).toText() + "\",\"body\":\"" + words
                             + "\",\"reply_to\":" + QByteArray::number(to) + '}');
    }
    std::unique_ptr<ChatRig> rig;
};

void ChatChangesTest::answersAnEarlierMessage()
{
    const Talk talk = rig->talk();
    rig->send(talk.buyer, talk.id, "Пробег настоящий?");
    const Reply reply = answer(talk.driver, talk, "Да, по сервисной книжке", 1);
    QCOMPARE(reply.status, 201);
    QCOMPARE(reply.json.value("reply_to"_L1).toInt(), 1);
    QCOMPARE(items(rig->get(talk.buyer, pathOf(talk) + "/messages")).first().toObject(), reply.json);
    for (const int to : {3, 99, 0, -1}) { // it would be the third itself
        const Reply refused = answer(talk.driver, talk, "?", to);
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.body.contains("reply_to"));
    }
    QCOMPARE(answer(talk.driver, talk, "?", 2).status, 201);
}

void ChatChangesTest::isChangedForAWhile()
{
    const Talk talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "Сколько стоит доставка до Казни?");
    const Timestamp at = rig->clock.at;
    rig->clock.at = at.plusMs(15 * kMinuteMs);
    const Reply changed = rig->patch(talk.buyer, pathOf(sent), bodyOf("Сколько стоит доставка до Казани?"));
    QCOMPARE(changed.status, 200);
    QCOMPARE(word(changed.json, "body"_L1), u"Сколько стоит доставка до Казани?"_s);
    QCOMPARE(word(changed.json, "edited_at"_L1), QString::fromLatin1(rig->clock.at.toRfc3339()));
    QCOMPARE(changed.json.value("seq"_L1), sent.json.value("seq"_L1));
    QCOMPARE(word(told(), "type"_L1), u"message.updated"_s);
    QCOMPARE(told().value("users"_L1).toArray().size(), 2);
    QCOMPARE(told().value("fields"_L1).toObject().value("message"_L1).toObject(), changed.json);
    QCOMPARE(items(rig->get(talk.driver, pathOf(talk) + "/messages")).first().toObject(), changed.json);
    QCOMPARE(rig->scalar("select body from message_versions"), QByteArray("Сколько стоит доставка до Казни?"));
    // The same again is no change, also when it is too late for one.
    rig->clock.at = at.plusMs(15 * kMinuteMs + 1);
    QCOMPARE(rig->patch(talk.buyer, pathOf(sent), bodyOf("Сколько стоит доставка до Казани?")).json, changed.json);
    QCOMPARE(rig->scalar("select count(*) from message_versions"), QByteArray("1"));
    const Reply late = rig->patch(talk.buyer, pathOf(sent), bodyOf("Поздно"));
    QCOMPARE(late.status, 409);
    QCOMPARE(late.code(), u"state_conflict"_s);
}

void ChatChangesTest::onlyItsSenderChangesIt()
{
    const Talk talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "Моё");
    const UserId stranger = rig->user("buyer");
    QCOMPARE(rig->patch(talk.driver, pathOf(sent), bodyOf("Чужое")).status, 403);
    QCOMPARE(rig->remove(talk.driver, pathOf(sent)).status, 403);
    QCOMPARE(rig->patch(stranger, pathOf(sent), bodyOf("Чужое")).status, 404);
    QCOMPARE(rig->remove(stranger, pathOf(sent)).status, 404);
    QCOMPARE(rig->patch(talk.buyer, kBase + "messages/nonsense", bodyOf("x")).status, 404);
    QCOMPARE(rig->patch(talk.buyer, pathOf(sent), "{}").status, 422);
    QCOMPARE(rig->patch(talk.buyer, pathOf(sent), bodyOf("")).status, 422); // no photo says it instead
    QCOMPARE(rig->patch(talk.buyer, pathOf(sent), "[").status, 400);
    QCOMPARE(rig->scalar("select body from messages"), QByteArray("Моё"));
}

void ChatChangesTest::changeIsFilteredAgain()
{
    const Talk talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "Здравствуйте");
    const Reply changed = rig->patch(talk.buyer, pathOf(sent), bodyOf("Пишите на ivan@mail.ru"));
    QVERIFY(changed.json.value("masked"_L1).toBool());
    QVERIFY(!changed.body.contains("ivan@mail.ru"));
    QVERIFY(!rig->get(talk.driver, pathOf(talk) + "/messages").body.contains("ivan@mail.ru"));
    QVERIFY(rig->scalar("select payload from outbox order by id desc limit 1").indexOf("ivan@mail.ru") < 0);
    // And back: nothing is hidden any more, but the attempt was one.
    QVERIFY(!rig->patch(talk.buyer, pathOf(sent), bodyOf("Добрый день")).json.value("masked"_L1).toBool());
    QCOMPARE(rig->scalar("select contact_attempts from messages"), QByteArray("1"));
    QCOMPARE(rig->scalar("select string_agg(version || ' ' || body, ', ' order by version) from message_versions"),
             QByteArray("0 Здравствуйте, 1 Пишите на ivan@mail.ru"));
}

void ChatChangesTest::changeCompletesAContact()
{
    const Talk talk = rig->talk();
    rig->send(talk.buyer, talk.id, "мой номер 8 914");
    const Reply second = rig->send(talk.buyer, talk.id, "завтра позвоню");
    QVERIFY(!rig->patch(talk.buyer, pathOf(second), bodyOf("655 20 47")).body.contains("20 47"));
    // Written from the end to the beginning.
    const Talk other = rig->talk();
    const Reply first = rig->send(other.buyer, other.id, "минутку");
    rig->send(other.buyer, other.id, "мой номер 8 914");
    QVERIFY(!rig->patch(other.buyer, pathOf(first), bodyOf("655 20 47")).body.contains("20 47"));
}

// Another server remembers the words as they were: it must not judge by them.
void ChatChangesTest::changeIsSeenByTheNextMessage()
{
    const Talk talk = rig->talk();
    chat::ChatMemory far{0};
    const Reply first = rig->sendWith(far, talk.buyer, talk.id, "размер 24"); // a number: what follows is judged with it
    QCOMPARE(rig->patch(talk.buyer, pathOf(first), bodyOf("мой номер 8 914")).status, 200);
    const Reply last = rig->sendWith(far, talk.buyer, talk.id, "655 20 47");
    QCOMPARE(last.status, 201);
    QVERIFY(!last.body.contains("20 47"));
}

void ChatChangesTest::changesCountAsAttempts()
{
    const Talk talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "Здравствуйте");
    for (const char *words : {"a1@mail.ru", "a2@mail.ru", "a3@mail.ru"})
        QCOMPARE(rig->patch(talk.buyer, pathOf(sent), bodyOf(words)).status, 200);
    const Reply muted = rig->patch(talk.buyer, pathOf(sent), bodyOf("Больше не буду"));
    QCOMPARE(muted.status, 403);
    QCOMPARE(muted.code(), u"muted"_s);
    QVERIFY(!word(muted.json, "until"_L1).isEmpty());
    QCOMPARE(rig->send(talk.buyer, talk.id, "Привет").status, 403);
    QCOMPARE(rig->remove(talk.buyer, pathOf(sent)).status, 200); // taking back is always allowed
}

void ChatChangesTest::deletedLeavesAStub()
{
    const Talk talk = rig->talk();
    const MediaId photo = rig->media(talk.buyer);
    const Reply sent = rig->post(talk.buyer, pathOf(talk) + "/messages",
                                 "{\"client_id\":\"" + newUuid(rig->clock.at).toText()
                                     + "\",\"body\":\"Не то\",\"attachments\":[\"" + photo.toText() + "\"]}");
    rig->send(talk.driver, talk.id, "Вижу");
    rig->clock.at = rig->clock.at.plusMs(kDayMs);
    const Reply stub = rig->remove(talk.buyer, pathOf(sent));
    QCOMPARE(stub.status, 200);
    QCOMPARE(word(stub.json, "body"_L1), QString());
    QVERIFY(stub.json.value("attachments"_L1).toArray().isEmpty());
    QCOMPARE(word(stub.json, "deleted_at"_L1), QString::fromLatin1(rig->clock.at.toRfc3339()));
    QCOMPARE(told().value("fields"_L1).toObject().value("message"_L1).toObject(), stub.json);
    rig->clock.at = rig->clock.at.plusMs(1000);
    QCOMPARE(rig->remove(talk.buyer, pathOf(sent)).json, stub.json); // again
    QCOMPARE(rig->patch(talk.buyer, pathOf(sent), bodyOf("Doch")).status, 409);
    const Reply page = rig->get(talk.driver, pathOf(talk) + "/messages");
    QCOMPARE(bodies(page), (QStringList{u"Вижу"_s, QString()}));
    // Staff may see what was written.
    const UserId moderator = rig->user("staff");
    const Reply look = rig->get(moderator, pathOf(talk) + "/messages?original=1", Role::Staff, quint32(Permission::Moderate));
    QCOMPARE(bodies(look), (QStringList{u"Вижу"_s, u"Не то"_s}));
}

void ChatChangesTest::repeatedAfterAChangeIsTheSame()
{
    const Talk talk = rig->talk();
    const Uuid client = newUuid(rig->clock.at);
    const Reply sent = rig->send(talk.buyer, talk.id, "Превет", client);
    const Reply changed = rig->patch(talk.buyer, pathOf(sent), bodyOf("Привет"));
    const Reply again = rig->send(talk.buyer, talk.id, "Превет", client); // an answer that was lost on its way
    QCOMPARE(again.status, 200);
    QCOMPARE(again.json, changed.json);
}

void ChatChangesTest::deliveredComesBeforeRead()
{
    const Talk talk = rig->talk();
    for (int i = 0; i < 3; ++i)
        rig->send(talk.buyer, talk.id, "Вопрос");
    const auto seen = [&] { return rig->get(talk.buyer, pathOf(talk)).json.value("peer_delivered_seq"_L1).toInt(); };
    QCOMPARE(seen(), 0);
    const auto socket = rig->socket(talk.buyer);
    QTRY_COMPARE(socket->count("ready"), 1);
    QCOMPARE(rig->post(talk.driver, pathOf(talk) + "/delivered", R"({"seq":2})").json.value("delivered_seq"_L1).toInt(), 2);
    QTRY_COMPARE(socket->count("delivered"), 1);
    QCOMPARE(socket->last("delivered").value("seq"_L1).toInt(), 2);
    QCOMPARE(seen(), 2);
    rig->post(talk.driver, pathOf(talk) + "/delivered", R"({"seq":1})");
    QCOMPARE(seen(), 2);
    QCOMPARE(rig->post(talk.driver, pathOf(talk) + "/delivered", R"({"seq":99})").json.value("delivered_seq"_L1).toInt(), 3);
    QCOMPARE(rig->get(talk.buyer, pathOf(talk)).json.value("peer_read_seq"_L1).toInt(), 0);
    rig->send(talk.buyer, talk.id, "Ещё вопрос");
    rig->post(talk.driver, pathOf(talk) + "/read", R"({"seq":4})"); // what is read is delivered
    QCOMPARE(seen(), 4);
    QCOMPARE(rig->post(talk.driver, pathOf(talk) + "/delivered", R"({"seq":-1})").status, 422);
}

void ChatChangesTest::wordsAreFound()
{
    const Talk talk = rig->talk();
    const QByteArray found = pathOf(talk) + "/messages?q=";
    const auto query = [](const char *text) { return QByteArray(text).toPercentEncoding(); };
    rig->send(talk.buyer, talk.id, "Когда ЁЛКА в салоне появилась?");
    rig->send(talk.driver, talk.id, "Елка пахнет, а 100% кожа_салона нет");
    const Reply gone = rig->send(talk.driver, talk.id, "Ёлка лишняя");
    rig->remove(talk.driver, pathOf(gone));
    QCOMPARE(bodies(rig->get(talk.buyer, found + query("елка"))).size(), 2);
    QCOMPARE(bodies(rig->get(talk.buyer, found + query("ёлка салон"))).size(), 2);
    QCOMPARE(bodies(rig->get(talk.buyer, found + query("пахнет елка"))).size(), 1);
    QCOMPARE(bodies(rig->get(talk.buyer, found + query("0%"))).size(), 1);
    QCOMPARE(bodies(rig->get(talk.buyer, found + query("а_с"))).size(), 1); // no wildcard
    for (const char *nothing : {"0%k", "_____________________________________________________", "\\", "\"", "{\"", "'; --"})
        QVERIFY2(items(rig->get(talk.buyer, found + query(nothing))).isEmpty(), nothing);
    const Reply first = rig->get(talk.buyer, found + query("елка") + "&limit=1");
    QCOMPARE(bodies(first).size(), 1);
    const QByteArray cursor = word(first.json, "next_cursor"_L1).toLatin1();
    const Reply second = rig->get(talk.buyer, found + query("елка") + "&limit=1&cursor=" + query(cursor));
    QVERIFY(bodies(second).first().contains(u"ЁЛКА"));
    QVERIFY(second.json.value("next_cursor"_L1).isNull());
    QCOMPARE(rig->get(talk.buyer, found + query("   ")).status, 422);
    QCOMPARE(rig->get(talk.buyer, found + QByteArray(101, 'a')).status, 422);
    QCOMPARE(rig->get(talk.buyer, found + "a&after=1").status, 422);
}

void ChatChangesTest::searchShowsNobodyMore()
{
    const Talk talk = rig->talk();
    rig->send(talk.buyer, talk.id, "Пишите на ivan@mail.ru");
    const QByteArray found = pathOf(talk) + "/messages?q=ivan";
    QVERIFY(items(rig->get(talk.driver, found)).isEmpty()); // what is hidden is not found either
    QCOMPARE(rig->get(rig->user("buyer"), found).status, 404);
    const UserId moderator = rig->user("staff");
    QVERIFY(items(rig->get(moderator, found, Role::Staff, quint32(Permission::Moderate))).isEmpty());
    const Reply original = rig->get(moderator, found + "&original=1", Role::Staff, quint32(Permission::Moderate));
    QCOMPARE(items(original).size(), 1);
    QCOMPARE(
        rig->scalar("select count(*) from events_audit where action = 'chat.messages_viewed' and details::text like '%ivan%'"),
        QByteArray("2"));
}

void ChatChangesTest::draftsFollowTheWriter()
{
    const Talk talk = rig->talk();
    const auto tablet = rig->socket(talk.buyer);
    const auto other = rig->socket(talk.driver);
    QTRY_COMPARE(tablet->count("ready") + other->count("ready"), 2);
    QCOMPARE(rig->put(talk.buyer, pathOf(talk) + "/draft", R"({"body":"Я хотел спросить\nпро ","reply_to":3})").status, 204);
    QTRY_COMPARE(tablet->count("draft"), 1);
    QCOMPARE(word(tablet->last("draft"), "body"_L1), u"Я хотел спросить\nпро "_s);
    const QJsonObject draft = rig->get(talk.buyer, pathOf(talk)).json.value("draft"_L1).toObject();
    QCOMPARE(word(draft, "body"_L1), u"Я хотел спросить\nпро "_s);
    QCOMPARE(draft.value("reply_to"_L1).toInt(), 3);
    QVERIFY(rig->get(talk.driver, pathOf(talk)).json.value("draft"_L1).isNull());
    QCOMPARE(other->count("draft"), 0);
    QCOMPARE(rig->put(talk.buyer, pathOf(talk) + "/draft", bodyOf("")).status, 204);
    QVERIFY(rig->get(talk.buyer, pathOf(talk)).json.value("draft"_L1).isNull());
    QCOMPARE(rig->put(rig->user("buyer"), pathOf(talk) + "/draft", bodyOf("x")).status, 404);
    QCOMPARE(rig->put(rig->user("buyer"), pathOf(talk) + "/draft", bodyOf("")).status, 404);
    QCOMPARE(rig->put(talk.buyer, pathOf(talk) + "/draft", bodyOf(QByteArray(4001, 'x').constData())).status, 422);
}

void ChatChangesTest::draftEndsWithItsMessage()
{
    const Talk talk = rig->talk();
    const Talk elsewhere{rig->conversation(talk.buyer, rig->user("driver")), talk.buyer, {}};
    const auto draftOf = [&](UserId who, const Talk &where) { return rig->get(who, pathOf(where)).json.value("draft"_L1); };
    const auto keepDraft = [&] {
        QCOMPARE(rig->put(talk.buyer, pathOf(talk) + "/draft", bodyOf("Когда")).status, 204);
        QVERIFY(draftOf(talk.buyer, talk).isObject());
    };
    QCOMPARE(rig->put(talk.driver, pathOf(talk) + "/draft", bodyOf("Мой")).status, 204);
    QCOMPARE(rig->put(talk.buyer, pathOf(elsewhere) + "/draft", bodyOf("Там")).status, 204);
    keepDraft();
    const auto tablet = rig->socket(talk.buyer);
    QTRY_COMPARE(tablet->count("ready"), 1);
    QCOMPARE(rig->send(talk.buyer, talk.id, "Когда приедете?").status, 201);
    QTRY_COMPARE(tablet->count("draft"), 1);
    QCOMPARE(word(tablet->last("draft"), "body"_L1), QString());
    QCOMPARE(word(tablet->last("draft"), "conversation_id"_L1), talk.id.toString());
    QVERIFY(draftOf(talk.buyer, talk).isNull());
    QVERIFY(draftOf(talk.driver, talk).isObject());
    QVERIFY(draftOf(talk.buyer, elsewhere).isObject());

    // With an Idempotency-Key, and in the transaction of what is masked.
    keepDraft();
    const Uuid client = newUuid(rig->clock.now());
    QCOMPARE(rig->send(talk.buyer, talk.id, "Жду", client, "key-of-a-draft").status, 201);
    QVERIFY(draftOf(talk.buyer, talk).isNull());
    keepDraft();
    QCOMPARE(rig->send(talk.buyer, talk.id, "8 914 720 11 46").status, 201);
    QVERIFY(draftOf(talk.buyer, talk).isNull());
    QTRY_COMPARE(tablet->count("draft"), 5); // kept and gone, twice more

    // What is not stored takes nothing with it: an answer to what does not exist, the same message again, a closed talk.
    keepDraft();
    const QByteArray wrong = R"({"client_id":")" + newUuid(rig->clock.now()).toText() + R"(","body":"x","reply_to":999})";
    QCOMPARE(rig->post(talk.buyer, pathOf(talk) + "/messages", wrong).status, 422);
    QCOMPARE(rig->send(talk.buyer, talk.id, "Жду", client).status, 200);
    rig->sql("update conversations set driver_blocked_at = now() where id = '" + talk.id.toText() + "'");
    QVERIFY(rig->send(talk.buyer, talk.id, "Ещё").status >= 400);
    QVERIFY(draftOf(talk.buyer, talk).isObject());
}

void ChatChangesTest::editWindowIsTold()
{
    const Talk talk = rig->talk();
    rig->settings.chatEditMs = 90'000;
    QCOMPARE(rig->get(talk.buyer, pathOf(talk)).json.value("edit_window_seconds"_L1).toInt(), 90);
    const QJsonArray all = items(rig->get(talk.buyer, kBase + "conversations"));
    QCOMPARE(all.at(0).toObject().value("edit_window_seconds"_L1).toInt(), 90);
}

void ChatChangesTest::quickRepliesAreKept()
{
    const UserId driver = rig->user("driver");
    const QByteArray path = kBase + "me/quick-replies";
    QVERIFY(items(rig->get(driver, path)).isEmpty());
    const QByteArray two = R"({"items":["Машина на месте","Отвечу \"вечером\""]})";
    QCOMPARE(rig->put(driver, path, two).status, 200);
    const QJsonArray kept = items(rig->get(driver, path));
    QCOMPARE(kept, (QJsonArray{u"Машина на месте"_s, u"Отвечу \"вечером\""_s}));
    QVERIFY(items(rig->get(rig->user("driver"), path)).isEmpty());
    for (const char *wrong : {"{}", R"({"items":"x"})", R"({"items":[1]})", R"({"items":[""]})"})
        QCOMPARE(rig->put(driver, path, wrong).status, 422);
    QByteArray many = R"({"items":["x")";
    for (int i = 0; i < 20; ++i)
        many += ",\"x\"";
    QCOMPARE(rig->put(driver, path, many + "]}").status, 422);
    QCOMPARE(items(rig->get(driver, path)), kept);
    QCOMPARE(rig->put(driver, path, R"({"items":[]})").status, 200);
    QVERIFY(items(rig->get(driver, path)).isEmpty());
}

void ChatChangesTest::blockClosesTheTalk()
{
    const Talk talk = rig->talk();
    const Reply sent = rig->send(talk.buyer, talk.id, "Привет");
    const QByteArray path = kBase + "me/blocks/" + talk.buyer.toText();
    QCOMPARE(rig->put(talk.driver, path, {}).status, 204);
    QCOMPARE(rig->put(talk.driver, path, {}).status, 204); // again
    QCOMPARE(word(told(), "type"_L1), u"conversation.updated"_s);
    QCOMPARE(rig->scalar("select count(*) from outbox where payload::text like '%conversation.updated%'"), QByteArray("1"));
    for (const UserId who : {talk.buyer, talk.driver}) {
        const Reply refused = rig->send(who, talk.id, "Ещё");
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.code(), u"blocked"_s);
        const QJsonObject shown = rig->get(who, pathOf(talk)).json;
        QVERIFY(shown.value("closed"_L1).toBool());
        QCOMPARE(shown.value("blocked_by_me"_L1).toBool(), who == talk.driver);
    }
    QCOMPARE(rig->patch(talk.buyer, pathOf(sent), bodyOf("Ещё")).code(), u"blocked"_s);
    QCOMPARE(rig->get(talk.buyer, pathOf(talk) + "/messages").status, 200); // what was said stays
    // Nor about another car; with somebody else it goes on.
    const QByteArray another = kBase + "listings/" + rig->listing(talk.driver).toText() + "/conversations";
    QCOMPARE(rig->post(talk.buyer, another, "{}").code(), u"blocked"_s);
    const Talk other = rig->talk();
    QCOMPARE(rig->send(other.buyer, other.id, "Привет").status, 201);
    const QJsonArray list = items(rig->get(talk.driver, kBase + "me/blocks"));
    QCOMPARE(list.size(), 1);
    QCOMPARE(word(list.first().toObject().value("user"_L1).toObject(), "id"_L1), talk.buyer.toString());
    QVERIFY(items(rig->get(talk.buyer, kBase + "me/blocks")).isEmpty());
    // The other side's wish is not ended by mine.
    QCOMPARE(rig->remove(talk.buyer, kBase + "me/blocks/" + talk.driver.toText()).status, 204);
    QCOMPARE(rig->send(talk.buyer, talk.id, "Ещё").status, 403);
    QCOMPARE(rig->remove(talk.driver, path).status, 204);
    QCOMPARE(rig->send(talk.buyer, talk.id, "Ещё").status, 201);
    QVERIFY(!rig->get(talk.buyer, pathOf(talk)).json.value("closed"_L1).toBool());
}

void ChatChangesTest::runningDealStaysOpen()
{
    const Talk talk = rig->talk();
    rig->put(talk.buyer, kBase + "me/blocks/" + talk.driver.toText(), {});
    QCOMPARE(rig->send(talk.driver, talk.id, "Алло").status, 403);
    const QByteArray deal = newUuid(rig->clock.at).toText();
    rig->sql(
        "insert into deals (id, listing_id, conversation_id, buyer_id, driver_id, status, amount_minor, currency, fee_minor, "
        "fee_basis_points, fee_minimum_minor, delivery_place, delivery_eta_days, listing, provider, created_at, updated_at) "
        "select '"
        + deal
        + "', listing_id, id, buyer_id, driver_id, 'in_transit', 100000000, 'RUB', 2500000, 250, 1, 'Omsk', 30, '{}', "
          "'sandbox', now(), now() from conversations where id = '"
        + talk.id.toText() + '\'');
    QCOMPARE(rig->send(talk.driver, talk.id, "Я на границе").status, 201);
    QVERIFY(!rig->get(talk.driver, pathOf(talk)).json.value("closed"_L1).toBool());
    rig->sql("update deals set status = 'released' where id = '" + deal + '\'');
    QCOMPARE(rig->send(talk.driver, talk.id, "Спасибо").status, 403);
}

void ChatChangesTest::blockersAreLimited()
{
    const UserId me = rig->user("buyer");
    QCOMPARE(rig->put(me, kBase + "me/blocks/" + me.toText(), {}).status, 409);
    QCOMPARE(rig->put(me, kBase + "me/blocks/" + UserId::make(rig->clock.at).toText(), {}).status, 404);
    QCOMPARE(rig->put(me, kBase + "me/blocks/" + rig->user("staff").toText(), {}).status, 404); // support is always heard
    QCOMPARE(rig->put(me, kBase + "me/blocks/nonsense", {}).status, 404);
    QCOMPARE(rig->remove(me, kBase + "me/blocks/" + rig->user("driver").toText()).status, 204); // nobody was blocked
}

QTEST_GUILESS_MAIN(ChatChangesTest)
#include "tst_chat_changes.moc"
