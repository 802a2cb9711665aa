// Identities that a provider confirms: signed calls, pictures that get there once, his word beside ours, and what happens when
// calls are lost, repeated, forged or late.
#include "harness/market.h"
#include "harness/sumsub_double.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"
#include "server/kyc/check_rule.h"
#include "server/providers/kyc/sumsub/sumsub_signature.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "the desk of identities has a secret of its own";
const QByteArray kApplications = "/kyc/applications";
const QByteArray kHook = "/api/v1/webhooks/kyc/sumsub";
constexpr qint64 kLookMs = 31 * kMinuteMs;
constexpr int kPatienceMs = 30'000;

// Each is another picture.
QByteArray page(int number)
{
    QImage image(900, 640, QImage::Format_RGB32);
    image.fill(qRgb(200, 205, 190));
    QPainter painter(&image);
    for (int y = 20; y < 620; y += 14)
        for (int x = 20 + (y + number) % 9; x < 880; x += 11)
            painter.fillRect(x, y, 6, 8, Qt::black);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

const QJsonObject kGreen{{u"reviewAnswer"_s, u"GREEN"_s}};
QJsonObject red(const QString &type, const QString &label = u"BAD_PHOTO"_s)
{
    return {{u"reviewAnswer"_s, u"RED"_s},
            {u"reviewRejectType"_s, type},
            {u"rejectLabels"_s, QJsonArray{label}},
            {u"moderationComment"_s, u"Снимок нечёткий"_s},
            {u"clientComment"_s, u"private facts"_s}};
}
} // namespace

class TestKycProvider : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void signaturesAreAsInTheVectors();
    void ruleFollowsTheTable();
    void goodWordApproves();
    void retryNamesThePicture();
    void finalIsLeftToTheDesk();
    void lostAnswersDoubleNothing();
    void reviewThatWasOverIsNotAskedForTwice();
    void providerIsAway();
    void brokenAccessIsShown();
    void webhooksAreProved();
    void revisedWordTakesTheRight();
    void deskIsFasterThanTheProvider();

private:
    struct Person
    {
        std::unique_ptr<HttpClient> client;
        QByteArray id; // of the user
        QByteArray application;
    };
    Person handedIn(const QByteArray &role = "buyer");
    std::unique_ptr<HttpClient> agent(Permission permission);
    bool showAll(Person &person);
    QString statusOf(const Person &person) { return person.client->get(kApplications + "/current").text(u"status"_s); }
    // To be asked again until it is what it should be: the server looks so long after it has read that its review was
    // taken, which may be a while after the provider has it.
    QString statusAfterLook(const Person &person)
    {
        m_server->advance(kLookMs);
        return statusOf(person);
    }
    QJsonObject providerOf(const Person &person)
    {
        return m_agent->get("/admin/kyc/applications/" + person.application).json().value(u"provider"_s).toObject();
    }
    bool isInQueue(const Person &person) { return m_agent->get("/admin/queues/kyc?limit=100").body.contains(person.application); }
    HttpAnswer hook(const QByteArray &body, const HttpClient::Headers &headers)
    {
        return HttpClient(m_server->url()).send("POST", kHook, body, headers);
    }
    void hear(const Person &person, const QByteArray &moment);

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<SumsubDouble> m_sumsub;
    std::unique_ptr<HttpClient> m_agent;
    int m_pictures = 0;
};

void TestKycProvider::initTestCase()
{
    log::setLevel("error");
    m_sumsub = std::make_unique<SumsubDouble>([this] { return m_server ? m_server->clock().now() : Timestamp{}; });
    m_server = std::make_unique<TestServer>([this](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.accessTokenMs = 400 * kDayMs;
        settings.kyc = "sumsub";
        settings.moderateFirstListings = 0;
        settings.sumsubUrl = m_sumsub->url();
        settings.sumsubToken = SumsubDouble::token();
        settings.sumsubSecret = SumsubDouble::secret();
        settings.sumsubWebhookSecret = SumsubDouble::webhookSecret();
    });
    m_agent = agent(Permission::Admin);
}

void TestKycProvider::init()
{
    m_sumsub->breakWith(0);
    m_sumsub->loseAnswers(0);
}

std::unique_ptr<HttpClient> TestKycProvider::agent(Permission permission)
{
    const UserId id{newUuid(m_server->clock().now())};
    m_server->sql("insert into users (id, email, password_hash, role, permissions, display_name, card, created_at, updated_at) "
                  "values ('"
                  + id.toText() + "', '" + id.toText() + "@example.org', '!', 'staff', " + QByteArray::number(int(permission))
                  + ", 'Anna', '{}', now(), now())");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    auto client = std::make_unique<HttpClient>(m_server->url());
    client->setToken(tokens.issue({id, SessionId::make({0}), Role::Staff, quint32(permission)}, m_server->clock().now()));
    return client;
}

bool TestKycProvider::showAll(Person &person)
{
    const QJsonArray missing = person.client->get(kApplications + "/current").json().value(u"missing"_s).toArray();
    for (const QJsonValue &kind : missing) {
        const QByteArray path = kApplications + '/' + person.application + "/documents?kind=" + kind.toString().toLatin1();
        if (person.client->upload(path, "a.png", "image/png", page(m_pictures++)).status != 201)
            return false;
    }
    return person.client->post(kApplications + '/' + person.application + "/submit").status == 200;
}

TestKycProvider::Person TestKycProvider::handedIn(const QByteArray &role)
{
    Person person{std::make_unique<HttpClient>(m_server->url()), {}, {}};
    person.id = person.client->signUp(role).text(u"user.id"_s).toLatin1();
    person.application = person.client->post(kApplications).text(u"id"_s).toLatin1();
    if (!showAll(person))
        qFatal("an application is not taken");
    return person;
}

void TestKycProvider::hear(const Person &person, const QByteArray &moment)
{
    const QByteArray body = SumsubDouble::event(person.id, "applicantReviewed", moment);
    QCOMPARE(hook(body, SumsubDouble::headers(body, SumsubDouble::webhookSecret())).status, 200);
    m_server->advance(1000);
}

void TestKycProvider::signaturesAreAsInTheVectors()
{
    const Timestamp at{1'795'420'800'000};
    const auto sign = [&](const char *url, const char *body) {
        return kyc::sumsub::sign("sumsub-secret", at, "POST", QUrl::fromEncoded(url), body);
    };
    QCOMPARE(sign("https://api.sumsub.com/resources/applicants?levelName=driver-kyc", R"({"externalUserId":"u-17"})"),
             QByteArray("31053ad22f444cbe2bf483c67f9938a92b89900be2442209402e8d58b7842400"));
    QCOMPARE(sign("https://api.sumsub.com/resources/accessTokens/sdk",
                  R"({"userId":"u-17","levelName":"driver-kyc","ttlInSecs":600})"),
             QByteArray("ecb2614f818adb9775e8e06c983e3db8db4c1ba5b7f3660891c95f92eabb17e2"));
    const QByteArray body =
        R"({"applicantId":"6a170f852f9d88fe6eda2636","type":"applicantReviewed","reviewResult":{"reviewAnswer":"GREEN"}})";
    const QByteArray digest = "f232d0f0856d81f5fc62c0346f2b3b7773c7329863d3152a8dcdf62191f0232a";
    QVERIFY(kyc::sumsub::digestFits("whsec-sumsub", "HMAC_SHA256_HEX", digest, body));
    QVERIFY(!kyc::sumsub::digestFits("whsec-sumsub", "HMAC_SHA1_HEX", digest, body)); // not what we agreed on
    QVERIFY(!kyc::sumsub::digestFits("whsec-sumsub", "HMAC_SHA256_HEX", digest, body + ' '));
    QVERIFY(!kyc::sumsub::digestFits("another", "HMAC_SHA256_HEX", digest, body));
    QVERIFY(!kyc::sumsub::digestFits("", "HMAC_SHA256_HEX", digest, body));
}

void TestKycProvider::ruleFollowsTheTable()
{
    using kyc::ProviderView;
    using kyc::RuleStep;
    using Answer = ProviderView::Answer;
    const auto view = [](ProviderView::Stage stage, Answer answer) {
        ProviderView made;
        made.stage = stage;
        made.answer = answer;
        return made;
    };
    const ProviderView waiting = view(ProviderView::Stage::InReview, Answer::None);
    const auto done = [&](Answer answer) { return view(ProviderView::Stage::Completed, answer); };
    QCOMPARE(kyc::ruleStep(KycStatus::InReview, waiting, done(Answer::Good)), RuleStep::Approve);
    QCOMPARE(kyc::ruleStep(KycStatus::InReview, waiting, done(Answer::Retry)), RuleStep::AskAgain);
    QCOMPARE(kyc::ruleStep(KycStatus::InReview, waiting, done(Answer::Final)), RuleStep::AskPerson);
    QCOMPARE(kyc::ruleStep(KycStatus::InReview, waiting, done(Answer::None)), RuleStep::AskPerson);
    QCOMPARE(kyc::ruleStep(KycStatus::InReview, waiting, waiting), RuleStep::Nothing);
    QCOMPARE(kyc::ruleStep(KycStatus::Approved, done(Answer::Good), done(Answer::Final)), RuleStep::Withdraw);
    QCOMPARE(kyc::ruleStep(KycStatus::Approved, done(Answer::Good), waiting), RuleStep::Nothing);
    QCOMPARE(kyc::ruleStep(KycStatus::Approved, done(Answer::Final), done(Answer::Final)),
             RuleStep::Nothing);                                                                  // a person said yes
    QCOMPARE(kyc::ruleStep(KycStatus::Rejected, waiting, done(Answer::Good)), RuleStep::Nothing); // ours stands
}

void TestKycProvider::goodWordApproves()
{
    const Person driver = handedIn("driver");
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(driver.id).reviews), 1, kPatienceMs);
    const SumsubDouble::Applicant there = m_sumsub->applicant(driver.id);
    QStringList types;
    for (const SumsubDouble::Picture &picture : there.pictures)
        types.append(QString::fromLatin1(picture.type));
    types.sort();
    QCOMPARE(types, (QStringList{u"DRIVERS/BACK_SIDE"_s, u"DRIVERS/FRONT_SIDE"_s, u"PASSPORT/BACK_SIDE"_s,
                                 u"PASSPORT/FRONT_SIDE"_s, u"SELFIE"_s}));
    QCOMPARE(statusOf(driver), u"in_review"_s);
    QVERIFY(!isInQueue(driver)); // nothing for a person to do
    m_sumsub->answer(driver.id, kGreen);
    hear(driver, "2026-11-26 08:00:00.001");
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(driver), u"approved"_s, kPatienceMs);
    QCOMPARE(driver.client->get("/me").text(u"kyc_tier"_s), u"2"_s);
    QCOMPARE(providerOf(driver).value(u"answer"_s).toString(), u"good"_s);
    const HttpAnswer ours = m_agent->get("/admin/kyc/applications/" + driver.application);
    QCOMPARE(ours.text(u"reason_code"_s), u"provider_confirmed"_s);
    QVERIFY(ours.json().value(u"decided_by"_s).isNull());
    QVERIFY(!driver.client->get(kApplications + "/current").body.contains("provider\"")); // his word is for the desk
}

void TestKycProvider::retryNamesThePicture()
{
    Person buyer = handedIn();
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    QByteArray selfie;
    for (const SumsubDouble::Picture &picture : m_sumsub->applicant(buyer.id).pictures) {
        if (picture.type == "SELFIE")
            selfie = picture.id;
    }
    m_sumsub->answer(buyer.id, red(u"RETRY"_s), {{selfie, red(u"RETRY"_s, u"SELFIE_MISMATCH"_s)}});
    QTRY_COMPARE_WITH_TIMEOUT(statusAfterLook(buyer), u"retry"_s, kPatienceMs); // the webhook is lost
    const HttpAnswer mine = buyer.client->get(kApplications + "/current");
    QCOMPARE(mine.json().value(u"missing"_s).toArray(), QJsonArray{u"selfie"_s});
    QCOMPARE(mine.text(u"text"_s), u"Снимок нечёткий"_s);
    QVERIFY(!mine.body.contains("private facts"));
    QVERIFY(showAll(buyer));
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(buyer.id).reviews), 2, kPatienceMs);
    QCOMPARE(m_sumsub->applicant(buyer.id).pictures.size(), size_t(3)); // only the new one was sent
    m_sumsub->answer(buyer.id, kGreen);
    QTRY_COMPARE_WITH_TIMEOUT(statusAfterLook(buyer), u"approved"_s, kPatienceMs);
}

void TestKycProvider::finalIsLeftToTheDesk()
{
    const Person buyer = handedIn();
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    m_sumsub->answer(buyer.id, red(u"FINAL"_s, u"FORGERY"_s));
    hear(buyer, "2026-11-26 08:00:00.002");
    QTRY_VERIFY_WITH_TIMEOUT(isInQueue(buyer), kPatienceMs);
    QCOMPARE(statusOf(buyer), u"in_review"_s); // a machine rejects nobody
    QCOMPARE(providerOf(buyer).value(u"answer"_s).toString(), u"final"_s);
    QCOMPARE(providerOf(buyer).value(u"labels"_s).toArray(), QJsonArray{u"FORGERY"_s});
    const QByteArray decide = "/admin/queues/kyc/" + buyer.application + "/decide";
    QCOMPARE(m_agent->post(decide, {{u"decision"_s, u"approve"_s}}).status, 200);
    hear(buyer, "2026-11-26 08:00:00.003"); // the same word again does not undo what a person decided
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server->sql("select count(*) from kyc_webhooks where external_id = '" + buyer.id + "'").int64(0, 0), 2, kPatienceMs);
    m_server->advance(kLookMs);
    QCOMPARE(statusOf(buyer), u"approved"_s);
    QCOMPARE(providerOf(buyer).value(u"answer"_s).toString(), u"final"_s); // and both words stand
}

void TestKycProvider::lostAnswersDoubleNothing()
{
    m_sumsub->loseAnswers(4);          // of the opening, of the pictures, of the review: done, and never heard of
    constexpr qint64 kStepMs = 15'000; // a call under way has a deadline by the same clock
    const int before = m_sumsub->applicants();
    const Person buyer = handedIn();
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(kStepMs), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(kStepMs), providerOf(buyer).value(u"stage"_s).toString()), u"in_review"_s,
                              kPatienceMs);
    QCOMPARE(m_sumsub->applicants(), before + 1);
    QCOMPARE(m_sumsub->applicant(buyer.id).pictures.size(), size_t(2));
    m_sumsub->answer(buyer.id, kGreen);
    QTRY_COMPARE_WITH_TIMEOUT(statusAfterLook(buyer), u"approved"_s, kPatienceMs);
    QCOMPARE(m_sumsub->applicant(buyer.id).reviews, 1);
}

// The review was asked for, the answer got lost, and the provider was done before we asked again.
void TestKycProvider::reviewThatWasOverIsNotAskedForTwice()
{
    m_sumsub->loseAnswers(4);
    const Person buyer = handedIn();
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(kMinuteMs), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    m_sumsub->answer(buyer.id, kGreen);
    QTRY_COMPARE_WITH_TIMEOUT(statusAfterLook(buyer), u"approved"_s, kPatienceMs);
    QCOMPARE(m_sumsub->applicant(buyer.id).reviews, 1);
}

void TestKycProvider::providerIsAway()
{
    m_sumsub->breakWith(503);
    const Person buyer = handedIn();
    QTRY_VERIFY_WITH_TIMEOUT((m_server->advance(kMinuteMs), !providerOf(buyer).value(u"last_error"_s).isNull()), kPatienceMs);
    QVERIFY(!isInQueue(buyer));
    QTRY_VERIFY_WITH_TIMEOUT((m_server->advance(kHourMs), isInQueue(buyer)), kPatienceMs); // nobody waits for ever for a machine
    m_sumsub->breakWith(0);
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(kHourMs), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    m_sumsub->answer(buyer.id, kGreen);
    QTRY_COMPARE_WITH_TIMEOUT(statusAfterLook(buyer), u"approved"_s, kPatienceMs);
    QVERIFY(!isInQueue(buyer));
}

void TestKycProvider::brokenAccessIsShown()
{
    m_sumsub->breakWith(401);
    const Person buyer = handedIn();
    QTRY_VERIFY_WITH_TIMEOUT(
        (m_server->advance(kMinuteMs), providerOf(buyer).value(u"last_error"_s).toString().contains(u"401"_s)), kPatienceMs);
    QVERIFY(!providerOf(buyer).value(u"last_error"_s).toString().contains(u"secret"_s));
}

void TestKycProvider::webhooksAreProved()
{
    const Person buyer = handedIn();
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    const QByteArray body = SumsubDouble::event(buyer.id, "applicantReviewed", "2026-11-26 09:00:00.000");
    QCOMPARE(hook(body, {{"Content-Type", "application/json"}}).status, 401);
    QCOMPARE(hook(body, SumsubDouble::headers(body, "wrong")).status, 401);
    QCOMPARE(hook(body, SumsubDouble::headers(body, SumsubDouble::webhookSecret(), "HMAC_SHA1_HEX")).status, 401);
    QCOMPARE(hook(body + ' ', SumsubDouble::headers(body, SumsubDouble::webhookSecret())).status, 401);
    const QByteArray nothing = "{}";
    QCOMPARE(hook(nothing, SumsubDouble::headers(nothing, SumsubDouble::webhookSecret())).status, 400);
    QCOMPARE(HttpClient(m_server->url())
                 .send("POST", "/api/v1/webhooks/kyc/onfido", body, SumsubDouble::headers(body, SumsubDouble::webhookSecret()))
                 .status,
             404);
    // What it claims is not believed: the provider is asked, and he says that it is not decided.
    const QByteArray lie = SumsubDouble::event(buyer.id, "applicantReviewed", "2026-11-26 09:00:00.001",
                                               R"(,"reviewStatus":"completed","reviewResult":{"reviewAnswer":"GREEN"})");
    const int calls = m_sumsub->calls();
    for (int i = 0; i < 3; ++i)
        QCOMPARE(hook(lie, SumsubDouble::headers(lie, SumsubDouble::webhookSecret())).status, 200);
    QTRY_VERIFY_WITH_TIMEOUT((m_server->advance(1), m_sumsub->calls() > calls), kPatienceMs);
    QCOMPARE(statusOf(buyer), u"in_review"_s);
    QCOMPARE(m_server->sql("select count(*) from kyc_webhooks where external_id = '" + buyer.id + "'").int64(0, 0), 1);
}

void TestKycProvider::revisedWordTakesTheRight()
{
    const Person driver = handedIn("driver");
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(driver.id).reviews), 1, kPatienceMs);
    m_sumsub->answer(driver.id, kGreen);
    hear(driver, "2026-11-26 10:00:00.000");
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(driver), u"approved"_s, kPatienceMs);
    const QByteArray car = newCar(*driver.client);
    const QByteArray other = newCar(*driver.client);
    HttpClient buyer(m_server->url());
    const QByteArray buyerId = buyer.signUp().text(u"user.id"_s).toLatin1();
    m_server->sql("update users set kyc_tier = 2 where id = '" + buyerId + "'");
    const HttpAnswer deal = buyer.post("/deals", {{u"listing_id"_s, QString::fromLatin1(other)},
                                                  {u"amount"_s, rub(300'000'000)},
                                                  {u"delivery_place"_s, u"Омск"_s},
                                                  {u"delivery_eta_days"_s, 30}});
    QCOMPARE(deal.status, 201);

    m_sumsub->answer(driver.id, red(u"FINAL"_s, u"BLOCKLIST"_s));
    hear(driver, "2026-11-26 11:00:00.000");
    QTRY_COMPARE_WITH_TIMEOUT(driver.client->get("/me").text(u"kyc_tier"_s), u"1"_s, kPatienceMs);
    QVERIFY(isInQueue(driver));
    QCOMPARE(m_agent->get("/admin/kyc/applications/" + driver.application).text(u"reason_code"_s), u"provider_revised"_s);
    QTRY_COMPARE_WITH_TIMEOUT(driver.client->get("/listings/" + car).text(u"status"_s), u"paused"_s, kPatienceMs);
    QCOMPARE(driver.client->post("/listings/" + car + "/publish").status, 403);
    QCOMPARE(buyer.get("/deals/" + deal.text(u"id"_s).toLatin1()).text(u"status"_s), u"created"_s); // what runs goes on
    const QByteArray tasks = "select count(*) from finance_tasks where kind = 'identity_withdrawn' and deal_id = '"
                             + deal.text(u"id"_s).toLatin1() + "'";
    QTRY_COMPARE_WITH_TIMEOUT(m_server->sql(tasks).int64(0, 0), 1, kPatienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(driver.client->get("/notifications").body.contains("kyc_withdrawn"), kPatienceMs);

    const QByteArray decide = "/admin/queues/kyc/" + driver.application + "/decide";
    QCOMPARE(m_agent->post(decide, {{u"decision"_s, u"approve"_s}}).status, 200);
    QCOMPARE(driver.client->get("/me").text(u"kyc_tier"_s), u"2"_s);
    QCOMPARE(driver.client->post("/listings/" + car + "/publish").status, 200);
}

void TestKycProvider::deskIsFasterThanTheProvider()
{
    const Person buyer = handedIn();
    QTRY_COMPARE_WITH_TIMEOUT((m_server->advance(1), m_sumsub->applicant(buyer.id).reviews), 1, kPatienceMs);
    const QByteArray decide = "/admin/queues/kyc/" + buyer.application + "/decide";
    const QJsonObject rejection{
        {u"decision"_s, u"reject"_s}, {u"reason_code"_s, u"forged"_s}, {u"text"_s, u"Документ не настоящий."_s}};
    QCOMPARE(m_agent->post(decide, rejection).status, 200);
    m_sumsub->answer(buyer.id, kGreen);
    hear(buyer, "2026-11-26 12:00:00.000");
    m_server->advance(kLookMs);
    QCOMPARE(statusOf(buyer), u"rejected"_s);
    QCOMPARE(buyer.client->get("/me").text(u"kyc_tier"_s), u"0"_s);
}

QTEST_MAIN(TestKycProvider)
#include "tst_kyc_provider.moc"
