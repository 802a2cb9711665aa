// Confirming an identity: documents that lie encrypted, a verdict with its reasons, and who may look.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/commands/task_runner.h"
#include "server/core/log.h"
#include "server/vault/sealed_box.h"
#include "server/kyc/kyc_keys_service.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QDirIterator>
#include <QImage>
#include <QPainter>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "the desk of identities has a secret of its own";
const QByteArray kApplications = "/kyc/applications";

// Something with edges, as a page of print has.
QByteArray page(QRgb ground = qRgb(200, 205, 190), int width = 900, int height = 640)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(ground);
    QPainter painter(&image);
    for (int y = 20; y < height; y += 14)
        for (int x = 20 + y % 9; x < width - 20; x += 11)
            painter.fillRect(x, y, 6, 8, Qt::black);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "png");
    return bytes;
}

QStringList wordsOf(const HttpAnswer &answer, QLatin1String name)
{
    QStringList words;
    for (const QJsonValue &value : answer.json().value(name).toArray())
        words.append(value.toString());
    return words;
}
} // namespace

class TestKyc : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void documentsAreBoundToTheirKeys();
    void driverIsApproved();
    void retryNamesThePicture();
    void rejectionIsFinal();
    void picturesThatAreNone_data();
    void picturesThatAreNone();
    void badPhotosAreTold();
    void documentsLieEncrypted();
    void looksAreOnRecord();
    void strangersSeeNothing();
    void twoAgentsOneCase();
    void documentsGoWithTime();
    void documentsGoWithTheAccount();
    void twoBeginAtOnce();
    void masterKeyIsChanged();

private:
    std::unique_ptr<HttpClient> person(const QByteArray &role);
    std::unique_ptr<HttpClient> agent(const QString &name, Permission permission);
    QByteArray begin(HttpClient &who) { return who.post(kApplications).text(u"id"_s).toLatin1(); }
    HttpAnswer show(HttpClient &who, const QByteArray &id, const QByteArray &kind, const QByteArray &bytes = page())
    {
        m_server->clock().advance(1000);
        return who.upload(kApplications + '/' + id + "/documents?kind=" + kind, "a.png", "image/png", bytes);
    }
    // All that a buyer shows, handed in.
    QByteArray handedIn(HttpClient &buyer);
    HttpAnswer decide(HttpClient &who, const QByteArray &id, const QJsonObject &decision)
    {
        return who.post("/admin/queues/kyc/" + id + "/decide", decision);
    }
    QStringList auditOf(const QByteArray &action);
    int filesOnDisk() const;

    std::unique_ptr<TestServer> m_server;
    QString m_folder;
    std::unique_ptr<HttpClient> m_agent, m_other, m_driver, m_buyer;
};

std::unique_ptr<HttpClient> TestKyc::person(const QByteArray &role)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    client->signUp(role);
    return client;
}

std::unique_ptr<HttpClient> TestKyc::agent(const QString &name, Permission permission)
{
    const UserId id{newUuid(m_server->clock().now())};
    m_server->sql("insert into users (id, email, password_hash, role, permissions, display_name, card, created_at, updated_at) "
                  "values ('"
                  + id.toText() + "', '" + id.toText() + "@example.org', '!', 'staff', " + QByteArray::number(int(permission))
                  + ", '" + name.toUtf8() + "', '{}', now(), now())");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    auto client = std::make_unique<HttpClient>(m_server->url());
    client->setToken(tokens.issue({id, m_server->session(id), Role::Staff, quint32(permission)}, m_server->clock().now()));
    return client;
}

void TestKyc::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([this](config::Settings &settings) {
        settings.secretKey = kSecret;
        settings.kycRetentionMs = 10 * kDayMs;
        settings.accessTokenMs = 400 * kDayMs;
        m_folder = settings.dataDir;
    });
    m_agent = agent(u"Anna"_s, Permission::Moderate);
    m_other = agent(u"Boris"_s, Permission::Moderate);
}

void TestKyc::init()
{
    m_driver = person("driver");
    m_buyer = person("buyer");
}

QByteArray TestKyc::handedIn(HttpClient &buyer)
{
    const QByteArray id = begin(buyer);
    for (const char *kind : {"passport_main", "selfie"}) {
        if (show(buyer, id, kind).status != 201)
            qFatal("a document is not taken");
    }
    if (buyer.post(kApplications + '/' + id + "/submit").status != 200)
        qFatal("an application is not taken");
    return id;
}

QStringList TestKyc::auditOf(const QByteArray &action)
{
    const db::Rows rows =
        m_server->sql("select details::text from events_audit where action = '" + action + "' order by at, seq");
    QStringList details;
    for (int row = 0; row < rows.count(); ++row)
        details.append(rows.text(row, 0));
    return details;
}

int TestKyc::filesOnDisk() const
{
    int count = 0;
    for (QDirIterator files(m_folder + u"/media"_s, QDir::Files, QDirIterator::Subdirectories); files.hasNext(); files.next())
        ++count;
    return count;
}

void TestKyc::documentsAreBoundToTheirKeys()
{
    const vault::MasterKeys old({{"aaaaaaaa", QByteArray(32, 'a')}});
    const vault::MasterKeys both({{"aaaaaaaa", QByteArray(32, 'a')}, {"bbbbbbbb", QByteArray(32, 'b')}});
    const vault::MasterKeys fresh({{"bbbbbbbb", QByteArray(32, 'b')}});
    const Uuid id = newUuid({1});
    const QByteArray plain = "a passport, series 45 10";
    const auto sealed = vault::seal(old, id, plain);
    QVERIFY(sealed.ok());
    QVERIFY(!sealed->bytes.contains("passport"));
    QCOMPARE(*vault::open(old, id, *sealed), plain);
    QVERIFY(vault::seal(old, id, plain)->bytes != sealed->bytes); // no two alike
    QVERIFY(!vault::open(old, newUuid({2}), *sealed).ok());       // not another's
    QVERIFY(!vault::open(fresh, id, *sealed).ok());
    for (qsizetype at : {qsizetype(0), qsizetype(20), sealed->bytes.size() - 1}) {
        vault::SealedDocument changed = *sealed;
        changed.bytes[at] = char(changed.bytes[at] ^ 1);
        QVERIFY(!vault::open(old, id, changed).ok());
    }
    vault::SealedDocument cut = *sealed;
    cut.bytes.truncate(10);
    QVERIFY(!vault::open(old, id, cut).ok());
    const auto wrapped = vault::wrapAnew(both, id, *sealed);
    QVERIFY(wrapped.ok());
    QCOMPARE(wrapped->keyId, QByteArray("bbbbbbbb"));
    QCOMPARE(wrapped->bytes, sealed->bytes);
    QCOMPARE(*vault::open(fresh, id, *wrapped), plain); // the old key may go
}

void TestKyc::driverIsApproved()
{
    QCOMPARE(m_driver->get(kApplications + "/current").status, 404);
    const HttpAnswer begun = m_driver->post(kApplications);
    QCOMPARE(begun.status, 201);
    const QByteArray id = begun.text(u"id"_s).toLatin1();
    QCOMPARE(m_driver->post(kApplications).status, 200); // the same one
    const QStringList needed = {u"passport_main"_s, u"passport_address"_s, u"licence_front"_s, u"licence_back"_s, u"selfie"_s};
    QCOMPARE(wordsOf(begun, "needed"_L1), needed);
    QCOMPARE(wordsOf(begun, "missing"_L1), needed);
    QCOMPARE(m_driver->post(kApplications + '/' + id + "/submit").code(), u"validation_failed"_s);
    for (const QString &kind : needed)
        QCOMPARE(show(*m_driver, id, kind.toLatin1()).status, 201);
    QCOMPARE(wordsOf(m_driver->get(kApplications + "/current"), "missing"_L1), QStringList());
    QCOMPARE(m_driver->post(kApplications + '/' + id + "/submit").text(u"status"_s), u"in_review"_s);
    QCOMPARE(m_driver->post(kApplications + '/' + id + "/submit").status, 409);
    QCOMPARE(show(*m_driver, id, "selfie").status, 409);

    const QJsonObject line = m_agent->get("/admin/queues/kyc").items().last().toObject();
    QCOMPARE(line.value(u"id"_s).toString().toLatin1(), id);
    QVERIFY(line.value(u"claim"_s).isNull());
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"approve"_s}}).text(u"status"_s), u"approved"_s);
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"approve"_s}}).status, 409);
    QCOMPARE(m_driver->get("/me").text(u"kyc_tier"_s), u"2"_s);
    QCOMPARE(m_driver->get(kApplications + "/current").text(u"status"_s), u"approved"_s);
    QCOMPARE(m_driver->post(kApplications).status, 409);
    QTRY_COMPARE(m_driver->get("/notifications").items().first().toObject().value(u"kind"_s).toString(), u"kyc_approved"_s);
}

void TestKyc::retryNamesThePicture()
{
    const QByteArray id = handedIn(*m_buyer);
    const QJsonArray documents = m_agent->get("/admin/kyc/applications/" + id).json().value(u"documents"_s).toArray();
    const QString selfie = documents.last().toObject().value(u"id"_s).toString();
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"retry"_s}}).status, 422);
    const QJsonObject stranger{{QString::fromLatin1(newUuid({5}).toText()), u"blurred"_s}};
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"retry"_s}, {u"documents"_s, stranger}}).status, 422);
    const QJsonObject unknown{{selfie, u"ugly"_s}};
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"retry"_s}, {u"documents"_s, unknown}}).status, 422);
    const QJsonObject faults{{selfie, u"blurred"_s}};
    const QJsonObject retry{{u"decision"_s, u"retry"_s},
                            {u"documents"_s, faults},
                            {u"text"_s, u"Снимите при дневном свете"_s},
                            {u"note"_s, u"looks like a photo of a screen"_s}};
    QCOMPARE(decide(*m_agent, id, retry).status, 200);

    const HttpAnswer mine = m_buyer->get(kApplications + "/current");
    QCOMPARE(mine.text(u"status"_s), u"retry"_s);
    QCOMPARE(wordsOf(mine, "missing"_L1), QStringList{u"selfie"_s});
    QCOMPARE(mine.text(u"text"_s), u"Снимите при дневном свете"_s);
    QVERIFY(!mine.body.contains("screen")); // the note is not his
    QCOMPARE(mine.json().value(u"documents"_s).toArray().last().toObject().value(u"fault"_s).toString(), u"blurred"_s);
    QCOMPARE(m_buyer->post(kApplications + '/' + id + "/submit").status, 422);
    QCOMPARE(show(*m_buyer, id, "selfie").status, 201);
    const HttpAnswer again = m_buyer->post(kApplications + '/' + id + "/submit");
    QCOMPARE(again.text(u"submissions"_s), u"2"_s);
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"approve"_s}}).status, 200);
    QCOMPARE(m_buyer->get("/me").text(u"kyc_tier"_s), u"2"_s);
}

void TestKyc::rejectionIsFinal()
{
    const QByteArray id = handedIn(*m_buyer);
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"reject"_s}}).status, 422); // without a reason and words
    const QJsonObject rejection{
        {u"decision"_s, u"reject"_s}, {u"reason_code"_s, u"forged"_s}, {u"text"_s, u"Документ не настоящий."_s}};
    QCOMPARE(decide(*m_agent, id, rejection).status, 200);
    const HttpAnswer mine = m_buyer->get(kApplications + "/current");
    QCOMPARE(mine.text(u"status"_s), u"rejected"_s);
    QCOMPARE(mine.text(u"reason_code"_s), u"forged"_s);
    QCOMPARE(m_buyer->post(kApplications).status, 409);
    QCOMPARE(m_buyer->get("/me").text(u"kyc_tier"_s), u"0"_s);
    QVERIFY(auditOf("kyc.decided").last().contains(u"forged"_s));
    QVERIFY(!auditOf("kyc.decided").last().contains(u"Документ"_s)); // no words of people in the journal
}

void TestKyc::picturesThatAreNone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::newRow("text") << QByteArray("this is my passport, really") << 415;
    QTest::newRow("pdf") << QByteArray("%PDF-1.7 and so on") << 415;
    QTest::newRow("cut off") << page().left(400) << 422;
    QTest::newRow("empty") << QByteArray() << 415;
    QTest::newRow("huge") << QByteArray(21 * 1024 * 1024, 'x') << 413;
}

void TestKyc::picturesThatAreNone()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    const QByteArray id = begin(*m_buyer);
    const int before = filesOnDisk();
    QCOMPARE(show(*m_buyer, id, "selfie", bytes).status, status);
    QCOMPARE(show(*m_buyer, id, "licence_front").status, 422); // a buyer shows no licence
    QCOMPARE(show(*m_buyer, id, "birth_certificate").status, 422);
    QCOMPARE(filesOnDisk(), before);
    QCOMPARE(wordsOf(m_buyer->get(kApplications + "/current"), "missing"_L1).size(), 2);
}

void TestKyc::badPhotosAreTold()
{
    const QByteArray id = begin(*m_buyer);
    QCOMPARE(wordsOf(show(*m_buyer, id, "selfie"), "warnings"_L1), QStringList());
    QCOMPARE(wordsOf(show(*m_buyer, id, "selfie", page(qRgb(200, 205, 190), 500, 400)), "warnings"_L1), QStringList{u"small"_s});
    QImage smooth(900, 640, QImage::Format_RGB32);
    QPainter painter(&smooth);
    QLinearGradient gradient(0, 0, 900, 640);
    gradient.setColorAt(0, qRgb(90, 90, 90));
    gradient.setColorAt(1, qRgb(190, 190, 190));
    painter.fillRect(smooth.rect(), gradient);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    smooth.save(&buffer, "png");
    QCOMPARE(wordsOf(show(*m_buyer, id, "selfie", bytes), "warnings"_L1), QStringList{u"blurred"_s});
    // It is his to take it again or not.
    QCOMPARE(wordsOf(m_buyer->get(kApplications + "/current"), "missing"_L1), QStringList{u"passport_main"_s});
}

void TestKyc::documentsLieEncrypted()
{
    const QByteArray id = begin(*m_buyer);
    const int before = filesOnDisk();
    const HttpAnswer taken = show(*m_buyer, id, "selfie");
    QCOMPARE(taken.text(u"received_sha256"_s).toLatin1(), QCryptographicHash::hash(page(), QCryptographicHash::Sha256).toHex());
    QCOMPARE(filesOnDisk(), before + 1);
    const QByteArray address =
        m_server->sql("select encode(file_sha256, 'hex') from kyc_documents where application_id = '" + id + "'").bytes(0, 0);
    QFile file(m_folder + u"/media/"_s + QString::fromLatin1(address.left(2)) + u'/' + QString::fromLatin1(address));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray stored = file.readAll();
    QVERIFY(stored.size() > 1000);
    QVERIFY(!stored.contains("JFIF") && !stored.startsWith("\xFF\xD8"));
    QVERIFY(QImage::fromData(stored).isNull());
    // Taken again: the earlier one goes, key and file.
    QCOMPARE(show(*m_buyer, id, "selfie").status, 201);
    QTRY_VERIFY(!QFile::exists(file.fileName()));
    QCOMPARE(filesOnDisk(), before + 1);
    QCOMPARE(m_server
                 ->sql("select count(*) from kyc_documents where removed_at is not null and wrapped_key is null "
                       "and application_id = '"
                       + id + "'")
                 .int64(0, 0),
             qint64(1));
}

void TestKyc::looksAreOnRecord()
{
    const QByteArray id = handedIn(*m_buyer);
    const QJsonArray documents = m_agent->get("/admin/kyc/applications/" + id).json().value(u"documents"_s).toArray();
    const QByteArray document = documents.first().toObject().value(u"id"_s).toString().toLatin1();
    const QByteArray path = "/admin/kyc/applications/" + id + "/documents/" + document + "/reveal";
    const qsizetype before = auditOf("kyc.document_viewed").size();
    QCOMPARE(m_agent->post(path).status, 422); // not without a reason
    QCOMPARE(auditOf("kyc.document_viewed").size(), before);
    const HttpAnswer shown = m_agent->post(path, {{u"reason"_s, u"first look"_s}});
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.header("content-type"), QByteArray("image/jpeg"));
    QCOMPARE(shown.header("cache-control"), QByteArray("no-store"));
    QCOMPARE(QImage::fromData(shown.body).size(), QSize(900, 640));
    const QStringList looks = auditOf("kyc.document_viewed");
    QCOMPARE(looks.size(), before + 1);
    QVERIFY(looks.last().contains(u"first look"_s) && looks.last().contains(QString::fromLatin1(document)));
}

void TestKyc::strangersSeeNothing()
{
    const QByteArray id = begin(*m_buyer);
    QCOMPARE(show(*m_buyer, id, "selfie").status, 201);
    const QByteArray document = m_server->sql("select id from kyc_documents where application_id = '" + id + "'").bytes(0, 0);
    HttpClient nobody(m_server->url());
    QCOMPARE(nobody.post(kApplications).status, 401);
    QCOMPARE(show(*m_driver, id, "selfie").status, 404);
    QCOMPARE(m_driver->post(kApplications + '/' + id + "/submit").status, 404);
    QCOMPARE(m_agent->post(kApplications).status, 403); // staff have none
    const auto support = agent(u"Support"_s, Permission::Support);
    const QByteArray reveal = "/admin/kyc/applications/" + id + "/documents/" + document + "/reveal";
    for (HttpClient *who : {m_buyer.get(), m_driver.get(), support.get()}) {
        QCOMPARE(who->get("/admin/queues/kyc").status, 403);
        QCOMPARE(who->get("/admin/kyc/applications/" + id).status, 403);
        QCOMPARE(who->post(reveal, {{u"reason"_s, u"curiosity"_s}}).status, 403);
        QCOMPARE(decide(*who, id, {{u"decision"_s, u"approve"_s}}).status, 403);
    }
    QCOMPARE(support->post("/admin/queues/kyc/" + id + "/claim").status, 403);
    // The document of one application is not there under another.
    const QByteArray other = begin(*m_driver);
    QCOMPARE(m_agent->post("/admin/kyc/applications/" + other + "/documents/" + document + "/reveal", {{u"reason"_s, u"look"_s}})
                 .status,
             404);
    // What is not handed in is not decided.
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"approve"_s}}).status, 409);
    QCOMPARE(m_agent->post("/admin/queues/kyc/" + id + "/claim").status, 404);
}

void TestKyc::twoAgentsOneCase()
{
    const QByteArray id = handedIn(*m_buyer);
    const QByteArray claim = "/admin/queues/kyc/" + id + "/claim";
    QCOMPARE(m_agent->post(claim).status, 200);
    const HttpAnswer refused = m_other->post(claim);
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.text(u"current"_s), u"claimed"_s);
    const QJsonObject line = m_other->get("/admin/queues/kyc?limit=100").items().last().toObject();
    QCOMPARE(line.value(u"claim"_s).toObject().value(u"staff_name"_s).toString(), u"Anna"_s);
    QCOMPARE(decide(*m_other, id, {{u"decision"_s, u"approve"_s}}).text(u"current"_s), u"claimed"_s);
    QCOMPARE(m_other->remove(claim).status, 204); // not his: nothing happens
    QCOMPARE(m_other->post(claim).status, 409);
    QCOMPARE(m_agent->remove(claim).status, 204);
    QCOMPARE(m_other->post(claim).status, 200);
    m_server->advance(16 * kMinuteMs); // he went home
    QCOMPARE(m_agent->post(claim).status, 200);
    QCOMPARE(m_other->post(claim).status, 409);
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"approve"_s}}).status, 200);
    const QByteArray waits = "select count(*) from desk_items where closed_at is null and item_id = '" + id + "'";
    QCOMPARE(m_server->sql(waits).int64(0, 0), qint64(0));
}

void TestKyc::documentsGoWithTime()
{
    const QByteArray id = handedIn(*m_buyer);
    const auto kept = [&] {
        return m_server->sql("select count(*) from kyc_documents where removed_at is null and application_id = '" + id + "'")
            .int64(0, 0);
    };
    const int before = filesOnDisk();
    QCOMPARE(decide(*m_agent, id, {{u"decision"_s, u"approve"_s}}).status, 200);
    m_server->advance(9 * kDayMs);
    QCOMPARE(kept(), qint64(2));
    m_server->advance(kDayMs + kMinuteMs);
    QTRY_COMPARE(kept(), qint64(0));
    QTRY_VERIFY(filesOnDisk() <= before - 2);
    QVERIFY(auditOf("kyc.documents_removed").join(u' ').contains(QString::fromLatin1(id)));
    QCOMPARE(m_buyer->get("/me").text(u"kyc_tier"_s), u"2"_s); // the verdict stays
}

void TestKyc::documentsGoWithTheAccount()
{
    const QByteArray id = handedIn(*m_buyer);
    const int before = filesOnDisk();
    QCOMPARE(m_buyer->remove("/me").status, 204);
    QTRY_COMPARE(m_server->sql("select status from kyc_applications where id = '" + id + "'").bytes(0, 0),
                 QByteArray("rejected"));
    QTRY_COMPARE(filesOnDisk(), before - 2);
    QCOMPARE(m_server->sql("select count(*) from kyc_documents where wrapped_key is not null and application_id = '" + id + "'")
                 .int64(0, 0),
             qint64(0));
}

void TestKyc::twoBeginAtOnce()
{
    // The same user from two places: the database keeps it at one.
    const QByteArray id = begin(*m_buyer);
    HttpClient second(m_server->url());
    second.setToken(m_buyer->token());
    QCOMPARE(begin(second), id);
    QCOMPARE(m_server->sql("select count(*) from kyc_applications a join users u on u.id = a.user_id where a.id = '" + id + "'")
                 .int64(0, 0),
             qint64(1));
}

void TestKyc::masterKeyIsChanged()
{
    const QByteArray id = handedIn(*m_buyer);
    const QByteArray document =
        m_server->sql("select id from kyc_documents where application_id = '" + id + "' limit 1").bytes(0, 0);
    const QByteArray reveal = "/admin/kyc/applications/" + id + "/documents/" + document + "/reveal";
    const auto look = [&] { return m_agent->post(reveal, {{u"reason"_s, u"another look"_s}}).status; };
    config::Settings settings;
    settings.dataDir = m_folder;
    const auto before = vault::MasterKeys::load(settings);
    const auto both = vault::MasterKeys::addTo(settings);
    QVERIFY(before.ok() && both.ok());
    QVERIFY(before->current().id != both->current().id);
    QCOMPARE(look(), 200); // a server that does not know it yet is not disturbed
    const QByteArray agent = m_agent->token();
    m_server->restart();
    m_agent = std::make_unique<HttpClient>(m_server->url());
    m_agent->setToken(agent);

    commands::TaskRunner runner(settings, m_server->database().url(), m_server->clock());
    kyc::KycKeysService service(runner.runtime());
    const auto counted = runner.run(service.rewrapAll(runner.call(), *both));
    QVERIFY(counted.ok());
    QVERIFY(counted->done >= 2);
    QCOMPARE(counted->failed, 0);
    QCOMPARE(
        m_server->sql("select count(*) from kyc_documents where key_id <> '" + both->current().id + "' and removed_at is null")
            .int64(0, 0),
        qint64(0));
    QCOMPARE(runner.run(service.rewrapAll(runner.call(), *both))->done, 0);
    QCOMPARE(look(), 200);
    // What the old key wrapped, without it, is told apart and left alone.
    const vault::MasterKeys strange({{"cccccccc", QByteArray(32, 'c')}});
    QVERIFY(runner.run(service.rewrapAll(runner.call(), strange))->failed >= 2);
    QCOMPARE(look(), 200);
}

QTEST_MAIN(TestKyc)
#include "tst_kyc.moc"
