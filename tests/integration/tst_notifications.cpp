#include "harness/chat_rig.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
QJsonArray items(const Reply &reply) { return reply.json.value(QLatin1String("items")).toArray(); }
qint64 unread(const Reply &reply) { return reply.json.value(QLatin1String("unread")).toInteger(-1); }
QByteArray jsonOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
constexpr char kPath[] = "/api/v1/notifications";
constexpr char kSettings[] = "/api/v1/me/notification-settings";
} // namespace

// Notifications against a real PostgreSQL: told once, listed, read, switched off.
class NotificationsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { rig = std::make_unique<ChatRig>(); }
    void cleanup() { rig.reset(); }

    void toldOnce();
    void listedAndRead();
    void othersAreNotMine();
    void settingsAreKept();
    void wrongSettings_data();
    void wrongSettings();

private:
    Outcome notify(UserId user, const QByteArray &kind, const QByteArray &key)
    {
        auto context = std::make_shared<CallContext>(rig->clock.at, rig->clock.at.plusMs(30'000));
        const QJsonObject data{{QStringLiteral("deal_id"), QStringLiteral("d")}, {QStringLiteral("note"), QStringLiteral("да")}};
        const QByteArray payload = jsonOf({{QStringLiteral("user_id"), user.toString()},
                                           {QStringLiteral("kind"), QString::fromUtf8(kind)},
                                           {QStringLiteral("data"), data},
                                           {QStringLiteral("dedupe_key"), QString::fromUtf8(key)}});
        jobs::StoredEvent event{1, {"notify", user.toText(), payload}, rig->clock.at};
        rig->clock.at = rig->clock.at.plusMs(1);
        return QCoro::waitFor(rig->notifications.service.notify(context, event));
    }
    std::unique_ptr<ChatRig> rig;
};

void NotificationsTest::toldOnce()
{
    const UserId user = rig->user("buyer");
    QVERIFY(notify(user, "deal_funded", "a").ok());
    QVERIFY(notify(user, "deal_funded", "a").ok());
    QVERIFY(notify(user, "deal_funded", "b").ok());
    const Reply list = rig->get(user, kPath);
    QCOMPARE(items(list).size(), 2);
    QCOMPARE(unread(list), 2);
    const QJsonObject first = items(list).first().toObject();
    QCOMPARE(word(first, "kind"), QStringLiteral("deal_funded"));
    QCOMPARE(word(first, "category"), QStringLiteral("deals"));
    QCOMPARE(word(first.value(QLatin1String("data")).toObject(), "note"), QStringLiteral("да"));
    QVERIFY(first.value(QLatin1String("read_at")).isNull());
    QCOMPARE(rig->scalar("select count(*) from outbox where topic = 'ws'"), QByteArray("2"));
    auto context = std::make_shared<CallContext>(rig->clock.at, rig->clock.at.plusMs(30'000));
    QVERIFY(!QCoro::waitFor(rig->notifications.service.notify(context, {1, {"notify", "k", "{}"}, rig->clock.at})).ok());
}

void NotificationsTest::listedAndRead()
{
    const UserId user = rig->user("buyer");
    for (int i = 0; i < 5; ++i)
        QVERIFY(notify(user, "kyc_approved", QByteArray::number(i)).ok());
    QStringList ids;
    QByteArray cursor;
    do {
        const Reply page =
            rig->get(user, QByteArray(kPath) + "?limit=2" + (cursor.isEmpty() ? QByteArray() : QByteArray("&cursor=" + cursor)));
        QCOMPARE(unread(page), 5);
        for (const QJsonValue item : items(page))
            ids << word(item.toObject(), "id");
        cursor = word(page.json, "next_cursor").toLatin1();
    } while (!cursor.isEmpty());
    QCOMPARE(ids.size(), 5);
    QVERIFY(std::is_sorted(ids.crbegin(), ids.crend()));
    const auto read = [&](const QByteArray &body) { return rig->post(user, QByteArray(kPath) + "/read", body); };
    const QByteArray one = jsonOf({{QStringLiteral("ids"), QJsonArray{ids[0]}}});
    QCOMPARE(unread(read(one)), 4);
    QCOMPARE(unread(read(one)), 4);
    QCOMPARE(unread(read(jsonOf({{QStringLiteral("up_to"), ids[2]}}))), 1);
    QVERIFY(!items(rig->get(user, kPath))[0].toObject().value(QLatin1String("read_at")).isNull());
    QCOMPARE(read("{}").status, 422);
    QCOMPARE(read("x").status, 400);
}

void NotificationsTest::othersAreNotMine()
{
    const UserId user = rig->user("buyer");
    const UserId other = rig->user("buyer");
    QVERIFY(notify(user, "deal_funded", "a").ok());
    const QString id = word(items(rig->get(user, kPath))[0].toObject(), "id");
    const QByteArray path = QByteArray(kPath) + "/read";
    QCOMPARE(items(rig->get(other, kPath)).size(), 0);
    QCOMPARE(rig->post(other, path, jsonOf({{QStringLiteral("ids"), QJsonArray{id}}})).status, 200);
    QCOMPARE(rig->post(other, path, jsonOf({{QStringLiteral("up_to"), id}})).status, 200);
    QCOMPARE(unread(rig->get(user, kPath)), 1);
}

void NotificationsTest::settingsAreKept()
{
    const UserId user = rig->user("buyer");
    const auto on = [](const Reply &reply, const char *category, const char *channel) {
        return reply.json.value(QLatin1String(category)).toObject().value(QLatin1String(channel)).toBool();
    };
    QVERIFY(on(rig->get(user, kSettings), "chat", "push"));
    const Reply put = rig->put(user, kSettings, R"({"chat":{"push":false},"account":{"mail":false}})");
    QCOMPARE(put.status, 200);
    const Reply kept = rig->get(user, kSettings);
    QCOMPARE(kept.json, put.json);
    QVERIFY(!on(kept, "chat", "push"));
    QVERIFY(on(kept, "chat", "mail"));
    QVERIFY(on(kept, "account", "mail")); // safety cannot be switched off
}

void NotificationsTest::wrongSettings_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("unknown category") << QByteArray(R"({"spam":{}})");
    QTest::newRow("unknown channel") << QByteArray(R"({"chat":{"pigeon":true}})");
    QTest::newRow("not an object") << QByteArray(R"({"chat":true})");
    QTest::newRow("not a flag") << QByteArray(R"({"chat":{"push":1}})");
}

void NotificationsTest::wrongSettings()
{
    QFETCH(QByteArray, body);
    const UserId user = rig->user("buyer");
    const Reply reply = rig->put(user, kSettings, body);
    QCOMPARE(reply.status, 422);
    QVERIFY(!reply.json.value(QLatin1String("errors")).toArray().isEmpty());
}

QTEST_GUILESS_MAIN(NotificationsTest)
#include "tst_notifications.moc"
