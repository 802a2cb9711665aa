// Listings before moderators: which rule stops what, what a decision does, what its driver reads, and his appeal.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"

#include <QLinearGradient>
#include <QPainter>
#include <QtTest>

#include <map>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "a moderator reads before the market does";

// A picture with a structure of its own.
QByteArray scene(int seed)
{
    QImage image(320, 240, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    for (int i = 0; i < 40; ++i) {
        seed = int((qint64(seed) * 48271) % 2147483647);
        painter.fillRect(seed % 300, (seed / 300) % 220, 60, 40, QColor::fromHsv(seed % 360, 200, 50 + seed % 200));
    }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes;
}
} // namespace

class TestModeration : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void firstListingWaits();
    void ruleStopsWhatItNames();
    void copiedPhotosAreFound();
    void editThatARuleStopsLeavesTheMarket();
    void decisionsAreToldAndKept();
    void driverTakesItBack();
    void twoDecideAtOnce();
    void appealIsHeardBySomebodyElse();
    void bansAndMutesAreAppealed();
    void banEndsByItself();
    void bannedUserReadsWhyAndAppealsOnce();
    void passOpensNothingElse();
    void hostileDecisions();

private:
    // A banned user at the door, with the right password.
    HttpAnswer atTheDoor(const HttpAnswer &signedUp, const QString &password = u"blue-harbour-42-lamp"_s)
    {
        HttpClient client(m_server->url());
        return client.post("/auth/login", {{u"email"_s, signedUp.text(u"user.email"_s)}, {u"password"_s, password}});
    }
    HttpAnswer appealBan(const QString &pass)
    {
        HttpClient client(m_server->url());
        return client.post("/auth/ban/appeal", {{u"appeal_pass"_s, pass}, {u"text"_s, u"It was not me"_s}});
    }
    std::unique_ptr<HttpClient> staff(Permission permission, const QString &name);
    std::unique_ptr<HttpClient> driver();
    QString status(HttpClient &who, const QByteArray &id) { return who.get("/listings/" + id).text(u"status"_s); }
    QString publish(HttpClient &who, const QByteArray &id) { return who.post("/listings/" + id + "/publish").text(u"status"_s); }
    HttpAnswer decide(HttpClient &who, const QByteArray &id, const char *decision, const char *reason = "",
                      const char *queue = "listings");
    QStringList reasons(const QByteArray &id);
    QByteArray approved(HttpClient &who, const QJsonObject &more = {});

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_mila, m_oleg, m_driver;
};

std::unique_ptr<HttpClient> TestModeration::staff(Permission permission, const QString &name)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const QString id = client->signUp("buyer", name).text(u"user.id"_s);
    m_server->sql("update users set role = 'staff', permissions = " + QByteArray::number(quint32(permission)) + " where id = '"
                  + id.toLatin1() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    const UserId user = *UserId::fromText(QStringView(id));
    const Principal who{user, m_server->session(user), Role::Staff, quint32(permission)};
    client->setToken(tokens.issue(who, m_server->clock().now()));
    return client;
}

std::unique_ptr<HttpClient> TestModeration::driver()
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    const QString id = client->signUp("driver", u"Driver"_s).text(u"user.id"_s);
    m_server->sql("update users set kyc_tier = 2 where id = '" + id.toLatin1() + "'");
    return client;
}

void TestModeration::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "manual";
        settings.accessTokenMs = 400 * kDayMs;
        settings.rateAuthPerMinute = 0;
    });
    m_mila = staff(Permission::Moderate, u"Mila"_s);
    m_oleg = staff(Permission::Moderate, u"Oleg"_s);
    m_driver = driver();
    approved(*m_driver);
}

HttpAnswer TestModeration::decide(HttpClient &who, const QByteArray &id, const char *decision, const char *reason,
                                  const char *queue)
{
    QJsonObject body{{u"decision"_s, QLatin1String(decision)}};
    if (*reason)
        body[u"reason_code"_s] = QLatin1String(reason);
    return who.post(QByteArray("/admin/queues/") + queue + '/' + id + "/decide", body);
}

QStringList TestModeration::reasons(const QByteArray &id)
{
    QStringList codes;
    for (const QJsonValue reason : m_mila->get("/admin/listings/" + id + "/review").json().value(u"reasons"_s).toArray())
        codes += reason.toObject().value(u"code"_s).toString();
    return codes;
}

// A car of his on the market, whatever the rules say.
QByteArray TestModeration::approved(HttpClient &who, const QJsonObject &more)
{
    const QByteArray id = newCar(who, more, false);
    if (publish(who, id) == u"in_review"_s)
        decide(*m_mila, id, "approve");
    return id;
}

void TestModeration::firstListingWaits()
{
    const auto fresh = driver();
    const QByteArray id = newCar(*fresh, {}, false);
    QCOMPARE(publish(*fresh, id), u"in_review"_s);
    QCOMPARE(publish(*fresh, id), u"in_review"_s); // again: the same
    QCOMPARE(m_mila->get("/admin/queues/listings").items().last().toObject().value(u"id"_s).toString().toLatin1(), id);
    QCOMPARE(reasons(id), QStringList{u"first_listing"_s});
    QCOMPARE(HttpClient(m_server->url()).get("/listings/" + id).status, 404);
    QCOMPARE(fresh->get("/listings/" + id).text(u"moderation.status"_s), u"in_review"_s);
    const QByteArray second = newCar(*fresh, {}, false);
    QCOMPARE(publish(*fresh, second), u"in_review"_s); // the first is not through yet
    QCOMPARE(decide(*m_mila, id, "approve").text(u"status"_s), u"published"_s);
    QCOMPARE(HttpClient(m_server->url()).get("/listings/" + id).status, 200);
    QVERIFY(!fresh->get("/listings/" + id).json().contains(u"moderation"_s));
    QTRY_VERIFY(fresh->get("/notifications").body.contains("listing_published"));
    QCOMPARE(publish(*fresh, newCar(*fresh, {}, false)), u"published"_s);
    // What was approved stays approved: a pause asks nobody again.
    fresh->post("/listings/" + id + "/pause");
    QCOMPARE(publish(*fresh, id), u"published"_s);
}

void TestModeration::ruleStopsWhatItNames()
{
    const QByteArray bad = newCar(*m_driver, {{u"description"_s, u"Хорошая машина, пробег СКРУЧЕН, без птс."_s}}, false);
    QCOMPARE(publish(*m_driver, bad), u"in_review"_s);
    const QJsonObject reason =
        m_mila->get("/admin/listings/" + bad + "/review").json().value(u"reasons"_s).toArray().first().toObject();
    QCOMPARE(reason.value(u"code"_s).toString(), u"prohibited_words"_s);
    QCOMPARE(reason.value(u"text"_s).toString(), u"СКРУЧЕН, без птс"_s);
    const QJsonObject span = reason.value(u"spans"_s).toArray().first().toObject();
    QCOMPARE(span.value(u"start"_s).toInt(), 23);
    QCOMPARE(span.value(u"end"_s).toInt(), 30);
    const QJsonObject lada{{u"brand"_s, u"Lada"_s}, {u"model"_s, u"Vesta"_s}};
    const auto priced = [&](qint64 amount) {
        QJsonObject car = lada;
        car[u"price"_s] = rub(amount);
        return car;
    };
    const QByteArray tooFewToCompare = newCar(*m_driver, priced(1'000'00), false);
    QCOMPARE(publish(*m_driver, tooFewToCompare), u"published"_s);
    const auto other = driver();
    for (int i = 0; i < 5; ++i)
        approved(*other, priced(1'000'000'00));
    const QByteArray cheap = newCar(*m_driver, priced(400'000'00), false);
    QCOMPARE(publish(*m_driver, cheap), u"in_review"_s);
    QCOMPARE(reasons(cheap), QStringList{u"low_price"_s});
    QCOMPARE(publish(*m_driver, newCar(*m_driver, priced(600'000'00), false)), u"published"_s);
}

void TestModeration::copiedPhotosAreFound()
{
    const auto upload = [](HttpClient &who, const QByteArray &bytes) {
        return who.upload("/media", "p.png", "image/png", bytes).text(u"id"_s);
    };
    const auto other = driver();
    const QByteArray original = approved(*other, {{u"photos"_s, QJsonArray{upload(*other, scene(7))}}});
    // The same driver may show his photo twice; somebody else's other picture is no copy, and plain ones tell nothing.
    QCOMPARE(publish(*other, newCar(*other, {{u"photos"_s, QJsonArray{upload(*other, scene(7))}}}, false)), u"published"_s);
    const QJsonArray own{upload(*m_driver, scene(8)), upload(*m_driver, png())};
    QCOMPARE(publish(*m_driver, newCar(*m_driver, {{u"photos"_s, own}}, false)), u"published"_s);
    QImage copy = QImage::fromData(scene(7)).scaled(400, 300, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    copy.save(&buffer, "JPG", 70);
    const QByteArray stolen = newCar(*m_driver, {{u"photos"_s, QJsonArray{upload(*m_driver, bytes)}}}, false);
    QCOMPARE(publish(*m_driver, stolen), u"in_review"_s);
    QCOMPARE(reasons(stolen), QStringList{u"copied_photos"_s});
    const QJsonArray similar = m_mila->get("/admin/listings/" + stolen + "/review").json().value(u"similar_photos"_s).toArray();
    QStringList listings;
    for (const QJsonValue photo : similar)
        listings += photo.toObject().value(u"listing_id"_s).toString();
    QVERIFY(listings.contains(QString::fromLatin1(original)));
}

void TestModeration::editThatARuleStopsLeavesTheMarket()
{
    const QByteArray id = approved(*m_driver, {{u"description"_s, u"One owner"_s}});
    const auto patch = [&](const QJsonObject &change) {
        const QByteArray version = m_driver->get("/listings/" + id).text(u"version"_s).toLatin1();
        return m_driver->patch("/listings/" + id, change, {{"If-Match", '"' + version + '"'}});
    };
    QCOMPARE(patch({{u"mileage_km"_s, 5}}).text(u"status"_s), u"published"_s);
    QCOMPARE(patch({{u"description"_s, u"Stolen, cheap"_s}}).text(u"status"_s), u"in_review"_s);
    QCOMPARE(HttpClient(m_server->url()).get("/listings/" + id).status, 404);
    const HttpAnswer review = m_mila->get("/admin/listings/" + id + "/review");
    QCOMPARE(review.text(u"queue"_s), u"edits"_s);
    const QJsonArray diff = review.json().value(u"diff"_s).toArray();
    QCOMPARE(diff.size(), 1);
    QCOMPARE(diff.first().toObject().value(u"before"_s).toString(), u"One owner"_s);
    QCOMPARE(diff.first().toObject().value(u"after"_s).toString(), u"Stolen, cheap"_s);
    QCOMPARE(decide(*m_mila, id, "approve").status, 409); // it is no new listing
    // He changes it while it waits: what the moderator saw is not what he would decide about.
    const qint64 seen = review.json().value(u"listing"_s).toObject().value(u"version"_s).toInteger();
    QCOMPARE(patch({{u"description"_s, u"Two owners"_s}}).text(u"status"_s), u"in_review"_s);
    const QJsonObject late{{u"decision"_s, u"approve"_s}, {u"version"_s, seen}};
    QCOMPARE(m_mila->post("/admin/queues/edits/" + id + "/decide", late).status, 412);
    QCOMPARE(decide(*m_mila, id, "approve", "", "edits").text(u"status"_s), u"published"_s);
}

void TestModeration::decisionsAreToldAndKept()
{
    const QByteArray id = newCar(*m_driver, {{u"description"_s, u"Распил"_s}}, false);
    publish(*m_driver, id);
    QCOMPARE(decide(*m_mila, id, "changes").status, 422);
    QCOMPARE(decide(*m_mila, id, "changes", "weather").status, 422);
    const HttpAnswer changes = decide(*m_mila, id, "changes", "prohibited");
    QCOMPARE(changes.text(u"status"_s), u"draft"_s);
    QCOMPARE(decide(*m_mila, id, "changes", "prohibited").status, 409);
    const HttpAnswer own = m_driver->get("/listings/" + id);
    QCOMPARE(own.text(u"moderation.status"_s), u"changes"_s);
    QCOMPARE(own.text(u"moderation.reason_code"_s), u"prohibited"_s);
    QCOMPARE(own.text(u"moderation.rule"_s), u"listings-prohibited"_s);
    QVERIFY(own.text(u"moderation.text"_s).startsWith(u"The description"_s)); // in his language
    QCOMPARE(own.text(u"moderation.decision_id"_s), changes.text(u"decision_id"_s));
    QTRY_VERIFY(m_driver->get("/notifications").body.contains("listing_changes_needed"));
    m_server->clock().advance(1000);
    QCOMPARE(publish(*m_driver, id), u"in_review"_s); // nothing was changed
    QCOMPARE(m_mila
                 ->post("/admin/queues/listings/" + id + "/decide", {{u"decision"_s, u"block"_s},
                                                                     {u"reason_code"_s, u"fraud"_s},
                                                                     {u"text"_s, u"My own words"_s},
                                                                     {u"note"_s, u"For staff"_s}})
                 .text(u"status"_s),
             u"blocked"_s);
    QCOMPARE(m_driver->get("/listings/" + id).text(u"moderation.text"_s), u"My own words"_s);
    QVERIFY(!m_driver->get("/listings/" + id).body.contains("For staff"));
    QCOMPARE(m_driver->post("/listings/" + id + "/publish").status, 409);
    QCOMPARE(m_mila->get("/admin/listings/" + id + "/review").json().value(u"history"_s).toArray().size(), 2);
    const QByteArray audit = "select count(*) from events_audit where action = 'listing.moderated' and stream = '" + id + "'";
    QCOMPARE(m_server->sql(audit).int64(0, 0), qint64(2));
    QCOMPARE(m_driver->get("/me/decisions").items().size(), 2);
}

void TestModeration::driverTakesItBack()
{
    const QByteArray id = newCar(*m_driver, {{u"description"_s, u"Двойник"_s}}, false);
    publish(*m_driver, id);
    QCOMPARE(m_driver->post("/listings/" + id + "/archive").status, 200);
    QCOMPARE(decide(*m_mila, id, "approve").status, 409);
    QCOMPARE(m_mila->post("/admin/queues/listings/" + id + "/claim").status, 404);
}

void TestModeration::twoDecideAtOnce()
{
    const QByteArray id = newCar(*m_driver, {{u"description"_s, u"Распил"_s}}, false);
    publish(*m_driver, id);
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (const HttpClient *who : {m_mila.get(), m_oleg.get(), m_mila.get(), m_oleg.get()}) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/admin/queues/listings/" + id + "/decide")));
        request.setRawHeader("Authorization", "Bearer " + who->token());
        request.setRawHeader("Content-Type", "application/json");
        replies.push_back(network.post(request, replies.size() % 2 ? R"({"decision":"approve"})"
                                                                   : R"({"decision":"block","reason_code":"fraud"})"));
    }
    std::map<int, int> statuses;
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        ++statuses[reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()];
        reply->deleteLater();
    }
    QCOMPARE(statuses[200], 1);
    QCOMPARE(statuses[409], 3);
    // A colleague's case is his.
    const QByteArray other = newCar(*m_driver, {{u"description"_s, u"Распил"_s}}, false);
    publish(*m_driver, other);
    m_mila->post("/admin/queues/listings/" + other + "/claim");
    QCOMPARE(decide(*m_oleg, other, "approve").text(u"current"_s), u"claimed"_s);
    QCOMPARE(decide(*m_mila, other, "approve").status, 200);
}

void TestModeration::appealIsHeardBySomebodyElse()
{
    const QByteArray id = newCar(*m_driver, {{u"description"_s, u"Распил"_s}}, false);
    publish(*m_driver, id);
    const QByteArray decision = decide(*m_mila, id, "block", "prohibited").text(u"decision_id"_s).toLatin1();
    const QByteArray path = "/me/decisions/" + decision;
    const auto stranger = driver();
    QCOMPARE(stranger->get(path).status, 404);
    QCOMPARE(stranger->post(path + "/appeal", {{u"text"_s, u"It is mine"_s}}).status, 404);
    QCOMPARE(m_driver->post(path + "/appeal", {{u"text"_s, u""_s}}).status, 422);
    const HttpAnswer made = m_driver->post(path + "/appeal", {{u"text"_s, u"It is a whole car"_s}});
    QCOMPARE(made.status, 201);
    QCOMPARE(m_driver->post(path + "/appeal", {{u"text"_s, u"Once more"_s}}).text(u"current"_s), u"appealed"_s);
    const QByteArray appeal = made.text(u"id"_s).toLatin1();
    const HttpAnswer heard = m_oleg->get("/admin/appeals/" + appeal);
    QCOMPARE(heard.text(u"decision.subject_id"_s).toLatin1(), id);
    const QByteArray others = "select count(*) from user_decisions where id <> '" + decision
                              + "' and user_id = (select user_id from user_decisions where id = '" + decision + "')";
    QCOMPARE(qint64(heard.json().value(u"history"_s).toArray().size()), m_server->sql(others).int64(0, 0));
    const QByteArray decideIt = "/admin/queues/appeals/" + appeal + "/decide";
    const QJsonObject overturn{{u"decision"_s, u"overturn"_s}, {u"text"_s, u"You are right"_s}};
    QCOMPARE(m_mila->post(decideIt, overturn).status, 403); // her own decision
    QCOMPARE(m_oleg->post(decideIt, overturn).status, 200);
    QCOMPARE(m_oleg->post(decideIt, overturn).text(u"current"_s), u"decided"_s);
    QCOMPARE(status(*m_driver, id), u"published"_s);
    QCOMPARE(m_driver->get(path).text(u"appeal.answer"_s), u"You are right"_s);
    QTRY_VERIFY(m_driver->get("/notifications").body.contains("account_appeal_decided"));
    // Too late is too late.
    const QByteArray other = newCar(*m_driver, {{u"description"_s, u"Двойник"_s}}, false);
    publish(*m_driver, other);
    const QByteArray second = decide(*m_mila, other, "block", "prohibited").text(u"decision_id"_s).toLatin1();
    m_server->sql("update user_decisions set appeal_until = decided_at where id = '" + second + "'");
    QCOMPARE(m_driver->post("/me/decisions/" + second + "/appeal", {{u"text"_s, u"Late"_s}}).text(u"current"_s), u"too_late"_s);
}

void TestModeration::bansAndMutesAreAppealed()
{
    const auto loud = driver();
    const QByteArray id = loud->get("/me").text(u"id"_s).toLatin1();
    const QString until = QString::fromLatin1(m_server->clock().now().plusMs(kDayMs).toRfc3339());
    QCOMPARE(m_mila->post("/admin/users/" + id + "/mute", {{u"reason_code"_s, u"weather"_s}, {u"until"_s, until}}).status, 422);
    QCOMPARE(m_mila->post("/admin/users/" + id + "/mute", {{u"reason_code"_s, u"abuse"_s}, {u"until"_s, until}}).status, 200);
    const QJsonObject told = loud->get("/me/decisions").items().first().toObject();
    QCOMPARE(told.value(u"kind"_s).toString(), u"mute"_s);
    QCOMPARE(told.value(u"holds_until"_s).toString(), until);
    const QByteArray path = "/me/decisions/" + told.value(u"id"_s).toString().toLatin1() + "/appeal";
    const QByteArray appeal = loud->post(path, {{u"text"_s, u"It was a joke"_s}}).text(u"id"_s).toLatin1();
    QCOMPARE(
        m_oleg->post("/admin/queues/appeals/" + appeal + "/decide", {{u"decision"_s, u"overturn"_s}, {u"text"_s, u"It was"_s}})
            .status,
        200);
    const QByteArray muted = "select count(*) from user_mutes where user_id = '" + id + "' and until_at > '"
                             + m_server->clock().now().toRfc3339() + "'";
    QCOMPARE(m_server->sql(muted).int64(0, 0), qint64(0));
    m_mila->post("/admin/users/" + id + "/mute", {{u"reason_code"_s, u"spam"_s}, {u"until"_s, until}});
    QCOMPARE(m_mila->post("/admin/users/" + id + "/unmute", {{u"text"_s, u"Enough"_s}}).status, 200);
    QCOMPARE(m_server->sql(muted).int64(0, 0), qint64(0));
}

void TestModeration::banEndsByItself()
{
    const auto banned = driver();
    const QByteArray id = banned->get("/me").text(u"id"_s).toLatin1();
    const QByteArray path = "/admin/users/" + id;
    const QString until = QString::fromLatin1(m_server->clock().now().plusMs(kDayMs).toRfc3339());
    const QString past = QString::fromLatin1(m_server->clock().now().plusMs(-1).toRfc3339());
    QCOMPARE(m_mila->post(path + "/ban", {{u"reason_code"_s, u"fraud"_s}, {u"until"_s, past}}).status, 422);
    QCOMPARE(m_mila->post(path + "/ban", {{u"reason_code"_s, u"fraud"_s}, {u"until"_s, until}}).status, 200);
    QCOMPARE(m_mila->post(path + "/ban", {{u"reason_code"_s, u"fraud"_s}}).status, 409);
    const QByteArray state = "select status from users where id = '" + id + "'";
    QCOMPARE(m_server->sql(state).bytes(0, 0), QByteArray("banned"));
    m_server->advance(kDayMs);
    QTRY_COMPARE(m_server->sql(state).bytes(0, 0), QByteArray("active"));
    // Lifted and made again without an end, the old end counts no more.
    m_mila->post(path + "/ban", {{u"reason_code"_s, u"fraud"_s},
                                 {u"until"_s, QString::fromLatin1(m_server->clock().now().plusMs(kDayMs).toRfc3339())}});
    QCOMPARE(m_mila->post(path + "/unban", {{u"text"_s, u"A mistake"_s}}).status, 200);
    m_mila->post(path + "/ban", {{u"reason_code"_s, u"fraud"_s}});
    QCOMPARE(m_server->sql("select count(*) from timers where kind = 'user.ban_ends'").int64(0, 0), qint64(0));
}

void TestModeration::bannedUserReadsWhyAndAppealsOnce()
{
    HttpClient loud(m_server->url());
    const HttpAnswer signedUp = loud.signUp("driver", u"Loud"_s);
    const QByteArray id = signedUp.text(u"user.id"_s).toLatin1();
    QCOMPARE(m_mila->post("/admin/users/" + id + "/ban", {{u"reason_code"_s, u"spam"_s}}).status, 200);
    QVERIFY(!atTheDoor(signedUp, u"somebody else's guess"_s).json().contains(u"ban"_s)); // not for everybody
    const HttpAnswer refused = atTheDoor(signedUp);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"banned"_s);
    QCOMPARE(refused.text(u"ban.reason_code"_s), u"spam"_s);
    const QString pass = refused.text(u"appeal_pass"_s);
    const HttpAnswer made = appealBan(pass);
    QCOMPARE(made.status, 201);
    QCOMPARE(appealBan(pass).text(u"current"_s), u"appealed"_s);
    QCOMPARE(atTheDoor(signedUp).text(u"ban.appeal.text"_s), u"It was not me"_s);
    const QByteArray decideIt = "/admin/queues/appeals/" + made.text(u"id"_s).toLatin1() + "/decide";
    const QJsonObject overturn{{u"decision"_s, u"overturn"_s}, {u"text"_s, u"You are right"_s}};
    QCOMPARE(m_mila->post(decideIt, overturn).status, 403);
    QCOMPARE(m_oleg->post(decideIt, overturn).status, 200);
    QCOMPARE(atTheDoor(signedUp).status, 200);
    QCOMPARE(appealBan(pass).text(u"current"_s), u"appealed"_s);
}

void TestModeration::passOpensNothingElse()
{
    HttpClient loud(m_server->url());
    const HttpAnswer signedUp = loud.signUp("driver", u"Loud"_s);
    const QByteArray ban = "/admin/users/" + signedUp.text(u"user.id"_s).toLatin1() + "/ban";
    QCOMPARE(appealBan(signedUp.text(u"access_token"_s)).status, 401);
    QCOMPARE(m_mila->post(ban, {{u"reason_code"_s, u"spam"_s}}).status, 200);
    const QString pass = atTheDoor(signedUp).text(u"appeal_pass"_s);
    loud.setToken(pass.toLatin1());
    QCOMPARE(loud.get("/me").status, 401);
    for (const QString &forged : QStringList{pass.chopped(1), pass + u'A', u"."_s})
        QCOMPARE(appealBan(forged).status, 401);
    // Right passwords count too: the door closes for a while.
    for (int i = 0; i < 9; ++i)
        QCOMPARE(atTheDoor(signedUp).status, 403);
    QCOMPARE(atTheDoor(signedUp).status, 429);
    m_server->advance(16 * kMinuteMs);
    QCOMPARE(appealBan(pass).code(), u"token_expired"_s);
    QCOMPARE(atTheDoor(signedUp).status, 403);
}

void TestModeration::hostileDecisions()
{
    const QByteArray missing = newUuid({0}).toText();
    QCOMPARE(decide(*m_mila, missing, "approve").status, 404);
    QCOMPARE(decide(*m_mila, "not-an-id", "approve").status, 404);
    QCOMPARE(decide(*m_mila, missing, "burn").status, 422);
    QCOMPARE(decide(*m_driver, missing, "approve").status, 403);
    QCOMPARE(m_mila
                 ->post("/admin/queues/listings/" + missing + "/decide",
                        {{u"decision"_s, u"approve"_s}, {u"text"_s, QString(5000, u'x')}})
                 .status,
             422);
    QCOMPARE(m_mila->get("/admin/listings/" + missing + "/review").status, 404);
    QCOMPARE(m_mila->get("/admin/appeals/" + missing).status, 404);
    QVERIFY(m_mila->get("/admin/reason-codes?queue=edits").items().size() >= 5);
    QCOMPARE(m_driver->get("/admin/reason-codes").status, 403);
}

QTEST_GUILESS_MAIN(TestModeration)
#include "tst_moderation.moc"
