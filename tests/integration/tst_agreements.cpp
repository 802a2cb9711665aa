// Who signed which version of an agreement, what waits for it, and what does not: deals that run are never asked.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/db/blocking.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QtTest>

#include <map>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "what was signed is never rewritten, whoever asks";
constexpr qint64 kGrace = 10 * kDayMs;
} // namespace

class TestAgreements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_server.reset(); }

    void whatConcernsEachIsListed();
    void theSameTwiceIsTheSame();
    void manyAtOnceAreOne();
    void anOldVersionIsRefusedWithTheCurrentOne();
    void aCarIsNotPublishedWithout();
    void aBuyerIsAskedBeforeHisDeal();
    void theVersionBeforeCountsForAWhile();
    void runningDealsAreNotStopped();
    void whoWasThereBeforeTheFirstHasTime();
    void signaturesAreInTheExportAndStay();

private:
    QByteArray car(HttpClient &driver)
    {
        return driver
            .post("/listings", {{u"brand"_s, u"Toyota"_s},
                                {u"model"_s, u"Camry"_s},
                                {u"year"_s, 2020},
                                {u"mileage_km"_s, 1},
                                {u"country_from"_s, u"JP"_s},
                                {u"price"_s, QJsonObject{{u"amount"_s, 240000000}, {u"currency"_s, u"RUB"_s}}},
                                {u"delivery_eta_days"_s, 30}})
            .text(u"id"_s)
            .toLatin1();
    }
    HttpAnswer deal(HttpClient &buyer, const QByteArray &listing)
    {
        return buyer.post("/deals", {{u"listing_id"_s, QString::fromLatin1(listing)},
                                     {u"amount"_s, QJsonObject{{u"amount"_s, 240000000}, {u"currency"_s, u"RUB"_s}}},
                                     {u"delivery_place"_s, u"Omsk"_s},
                                     {u"delivery_eta_days"_s, 30}});
    }
    // Somebody who has signed nothing.
    std::unique_ptr<HttpClient> fresh(const char *role)
    {
        auto client = std::make_unique<HttpClient>(m_server->url());
        const QString mail = newUuid({0}).toString() + u"@example.org"_s;
        const HttpAnswer made = client->post("/auth/register", {{u"email"_s, mail},
                                                                {u"password"_s, u"blue-harbour-42-lamp"_s},
                                                                {u"role"_s, QLatin1String(role)},
                                                                {u"display_name"_s, u"Test"_s}});
        client->setToken(made.text(u"access_token"_s).toLatin1());
        return client;
    }
    std::unique_ptr<HttpClient> signedUp(const char *role)
    {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signUp(role);
        return client;
    }
    // Another version, as two admins would publish it.
    void newVersion(const QByteArray &slug)
    {
        m_server->sql(
            "insert into knowledge_versions (slug, version, title_ru, title_en, body_ru, body_en, changes_ru, changes_en, "
            "published_at) select slug, version + 1, title_ru, title_en, body_ru, body_en, 'Понятнее', 'Clearer', '"
            + m_server->clock().now().toRfc3339() + "' from knowledge_versions where slug = '" + slug
            + "' order by version desc limit 1");
        m_server->sql("update knowledge_pages set current_version = current_version + 1 where slug = '" + slug + "'");
    }
    static QJsonObject mine(HttpClient &who, const QString &slug)
    {
        for (const QJsonValue one : who.get("/me/agreements").items()) {
            if (one[u"slug"_s].toString() == slug)
                return one.toObject();
        }
        return {};
    }

    std::unique_ptr<TestServer> m_server;
};

void TestAgreements::init()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kyc = "auto";
        settings.agreementGraceMs = kGrace;
        settings.accessTokenMs = 30 * kDayMs;
    });
}

void TestAgreements::whatConcernsEachIsListed()
{
    const auto driver = fresh("driver");
    QStringList slugs;
    for (const QJsonValue one : driver->get("/me/agreements").items())
        slugs += one[u"slug"_s].toString();
    QCOMPARE(slugs, (QStringList{u"terms-driver"_s, u"privacy"_s}));
    const QJsonObject terms = mine(*driver, u"terms-driver"_s);
    QVERIFY(terms[u"needed"_s].toBool() && terms[u"signed_version"_s].isNull() && terms[u"go_on_until"_s].isNull());
    QCOMPARE(driver->sign("terms-buyer").status, 404);
    QCOMPARE(driver->sign("deal").status, 404); // no agreement
    QCOMPARE(driver->sign("nothing").status, 404);
    QCOMPARE(driver->post("/me/agreements/terms-driver", {{u"version"_s, 0}}).status, 422);
}

void TestAgreements::theSameTwiceIsTheSame()
{
    const auto driver = fresh("driver");
    const HttpAnswer first = driver->sign("terms-driver");
    QCOMPARE(first.status, 201);
    m_server->advance(kMinuteMs);
    const HttpAnswer second = driver->sign("terms-driver");
    QCOMPARE(second.status, 200);
    QCOMPARE(second.body, first.body); // the time is that of the first
    QVERIFY(!mine(*driver, u"terms-driver"_s)[u"needed"_s].toBool());
    const db::Rows rows = m_server->sql("select count(*), min(device) from agreement_signatures where slug = 'terms-driver'");
    QCOMPARE(rows.int64(0, 0), qint64(1));
    QVERIFY(rows.text(0, 1).contains(u"Mozilla"_s)); // what the client says of itself
}

void TestAgreements::manyAtOnceAreOne()
{
    const auto driver = fresh("driver");
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (int i = 0; i < 6; ++i) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/me/agreements/terms-driver")));
        request.setRawHeader("Authorization", "Bearer " + driver->token());
        request.setRawHeader("Content-Type", "application/json");
        replies.push_back(network.post(request, R"({"version":1})"));
    }
    std::map<int, int> statuses;
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        ++statuses[reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt()];
    }
    QCOMPARE(statuses, (std::map<int, int>{{200, 5}, {201, 1}}));
}

void TestAgreements::anOldVersionIsRefusedWithTheCurrentOne()
{
    newVersion("terms-driver");
    const auto driver = fresh("driver");
    const HttpAnswer late = driver->sign("terms-driver", 1);
    QCOMPARE(late.status, 409);
    QCOMPARE(late.text(u"current"_s), u"2"_s);
    QCOMPARE(driver->sign("terms-driver", 3).status, 409);
    QCOMPARE(driver->sign("terms-driver", 2).status, 201);
}

void TestAgreements::aCarIsNotPublishedWithout()
{
    const auto driver = fresh("driver");
    const QByteArray id = car(*driver);
    const HttpAnswer refused = driver->post("/listings/" + id + "/publish");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), u"agreement_required"_s);
    QCOMPARE(refused.text(u"agreement.slug"_s), u"terms-driver"_s);
    QCOMPARE(refused.text(u"agreement.version"_s), u"1"_s);
    QCOMPARE(driver->get("/listings/" + id).text(u"status"_s), u"draft"_s);
    driver->sign("terms-driver");
    QCOMPARE(driver->post("/listings/" + id + "/publish").status, 200);
}

void TestAgreements::aBuyerIsAskedBeforeHisDeal()
{
    const auto driver = signedUp("driver");
    const QByteArray id = car(*driver);
    QCOMPARE(driver->post("/listings/" + id + "/publish").status, 200);
    const auto buyer = fresh("buyer");
    const HttpAnswer refused = deal(*buyer, id);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.text(u"agreement.slug"_s), u"terms-buyer"_s);
    QCOMPARE(m_server->sql("select count(*) from deals").int64(0, 0), qint64(0));
    buyer->sign("terms-buyer");
    QCOMPARE(deal(*buyer, id).status, 201);
}

void TestAgreements::theVersionBeforeCountsForAWhile()
{
    const auto driver = signedUp("driver");
    const auto buyer = signedUp("buyer");
    const QByteArray id = car(*driver), other = car(*driver);
    QCOMPARE(driver->post("/listings/" + id + "/publish").status, 200);
    newVersion("terms-driver");
    const QJsonObject waiting = mine(*driver, u"terms-driver"_s);
    QVERIFY(waiting[u"needed"_s].toBool());
    QCOMPARE(waiting[u"changes"_s].toString(), u"Clearer"_s);
    QCOMPARE(waiting[u"go_on_until"_s].toString().toLatin1(), m_server->clock().now().plusMs(kGrace).toRfc3339());
    m_server->advance(kGrace - kMinuteMs);
    QCOMPARE(driver->post("/listings/" + other + "/publish").status, 200);
    m_server->advance(2 * kMinuteMs);
    QCOMPARE(driver->post("/listings/" + other + "/pause").status, 200); // that is always possible
    QCOMPARE(driver->post("/listings/" + other + "/publish").code(), u"agreement_required"_s);
    QCOMPARE(deal(*buyer, id).code(), u"listing_unavailable"_s); // it is not the buyer who can mend it
    QVERIFY(mine(*driver, u"terms-driver"_s)[u"go_on_until"_s].isNull());
    QCOMPARE(driver->sign("terms-driver", 2).status, 201);
    QCOMPARE(driver->post("/listings/" + other + "/publish").status, 200);
    QCOMPARE(deal(*buyer, id).status, 201);
    // Two versions behind is too far, however new the last one is.
    newVersion("terms-buyer");
    newVersion("terms-buyer");
    QCOMPARE(deal(*buyer, other).code(), u"agreement_required"_s);
}

void TestAgreements::runningDealsAreNotStopped()
{
    const auto driver = signedUp("driver");
    const auto buyer = signedUp("buyer");
    const QByteArray id = car(*driver);
    driver->post("/listings/" + id + "/publish");
    const QByteArray made = deal(*buyer, id).text(u"id"_s).toLatin1();
    for (const char *slug : {"terms-driver", "terms-driver", "terms-buyer", "terms-buyer"})
        newVersion(slug);
    QCOMPARE(buyer->post("/deals/" + made + "/pay").status, 200);
    QCOMPARE(driver->get("/deals/" + made).status, 200);
    QCOMPARE(driver->post("/deals/" + made + "/cancel").status, 200);
}

// An installation that had no agreements: nobody's market stands still at once.
void TestAgreements::whoWasThereBeforeTheFirstHasTime()
{
    const auto old = fresh("driver");
    m_server->sql("update users set created_at = created_at - interval '1 day'");
    const auto late = fresh("driver");
    QCOMPARE(late->post("/listings/" + car(*late) + "/publish").code(), u"agreement_required"_s);
    QCOMPARE(old->post("/listings/" + car(*old) + "/publish").status, 200);
    m_server->advance(kGrace + kMinuteMs);
    QCOMPARE(old->post("/listings/" + car(*old) + "/publish").code(), u"agreement_required"_s);
}

void TestAgreements::signaturesAreInTheExportAndStay()
{
    const auto driver = signedUp("driver");
    const QJsonArray kept = driver->get("/me/export").json()[u"records"_s][u"agreements"_s].toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"slug"_s].toString(), u"terms-driver"_s);
    QCOMPARE(driver->remove("/me").status, 204);
    m_server->advance(5 * kMinuteMs);
    QTRY_COMPARE(m_server->sql("select count(*) from users where status = 'deleted'").int64(0, 0), qint64(1));
    QCOMPARE(m_server->sql("select count(*) from agreement_signatures").int64(0, 0), qint64(1));
    auto connection = db::BlockingConnection::open(m_server->database().url());
    QVERIFY(connection.ok());
    for (const char *statement : {"update agreement_signatures set device = ''", "delete from agreement_signatures"})
        QVERIFY2(!connection->execute(statement).ok(), statement);
}

QTEST_GUILESS_MAIN(TestAgreements)
#include "tst_agreements.moc"
