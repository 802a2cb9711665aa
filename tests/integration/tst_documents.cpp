// Papers of a deal: who sees them, what is taken, the scanner, and that nothing readable lies on the disk.
#include "harness/clamd_double.h"
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"
#include "server/core/log.h"
#include "server/documents/document_keys_service.h"
#include "server/providers/scan/clamd/clamd_provider.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "papers of deals have a secret of their own here";
const QByteArray kPdf = "%PDF-1.7\n1 0 obj <<>> endobj\nInvoice of the Camry\ntrailer <<>>\n%%EOF\n";
} // namespace

class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanupTestCase() { m_server.reset(); }

    void bothSidesSeeIt();
    void strangersSeeNothing();
    void staffLooksAreAudited();
    void whatIsNoPaper();
    void onlyOfADealThatRuns();
    void isTakenBackByItsOwner();
    void onceForAKey();
    void infectedIsNotKept();
    void withoutVerdictNothingIsTaken();
    void liesSealedOnTheDisk();
    void limitHolds();
    void addressesOfScanners();

private:
    std::unique_ptr<HttpClient> person(const char *role)
    {
        auto client = std::make_unique<HttpClient>(m_server->url());
        client->signUp(role);
        return client;
    }
    std::unique_ptr<HttpClient> staff(Permission permission);
    void status(const char *word)
    {
        const QByteArray finished = QByteArrayView("released") == word ? "now()" : "null";
        m_server->sql("update deals set status = '" + QByteArray(word) + "', finished_at = " + finished + " where id = '" + m_deal
                      + "'");
    }
    QByteArray path(const QByteArray &more = {}) const { return "/deals/" + m_deal + "/documents" + more; }
    HttpAnswer add(HttpClient &who, const QByteArray &bytes = kPdf, const QByteArray &query = "?kind=invoice&name=Invoice")
    {
        return who.upload(path(query), "paper.pdf", "application/pdf", bytes);
    }
    QByteArray added(HttpClient &who) { return add(who).text(u"id"_s).toLatin1(); }
    qint64 rows(const QByteArray &query) { return m_server->sql(query).int64(0, 0); }

    std::unique_ptr<ClamdDouble> m_scanner = std::make_unique<ClamdDouble>();
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_buyer, m_driver;
    QByteArray m_deal;
};

std::unique_ptr<HttpClient> TestDocuments::staff(Permission permission)
{
    const QByteArray id = newUuid(m_server->clock().now()).toText();
    m_server->sql("insert into users (id, email, password_hash, role, permissions, display_name, card, created_at, updated_at) "
                  "values ('"
                  + id + "', '" + id + "@example.org', '!', 'staff', " + QByteArray::number(int(permission))
                  + ", 'Staff', '{}', now(), now())");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), kDayMs);
    auto client = std::make_unique<HttpClient>(m_server->url());
    client->setToken(tokens.issue({*UserId::fromText(QByteArrayView(id)), SessionId::make({0}), Role::Staff, quint32(permission)},
                                  m_server->clock().now()));
    return client;
}

void TestDocuments::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([this](config::Settings &settings) {
        settings.kyc = "auto";
        settings.secretKey = kSecret;
        settings.clamdUrl = m_scanner->url();
    });
}

void TestDocuments::init()
{
    m_buyer = person("buyer");
    m_driver = person("driver");
    const QByteArray car = newCar(*m_driver);
    const HttpAnswer deal = m_buyer->post("/deals", {{u"listing_id"_s, QString::fromLatin1(car)},
                                                     {u"amount"_s, rub(300'000'000)},
                                                     {u"delivery_place"_s, u"Omsk"_s},
                                                     {u"delivery_eta_days"_s, 30}});
    m_deal = deal.text(u"id"_s).toLatin1();
    QVERIFY2(!m_deal.isEmpty(), deal.body.constData());
    status("in_transit");
}

void TestDocuments::bothSidesSeeIt()
{
    const HttpAnswer made = add(*m_driver, kPdf, "?kind=customs&name=" + QByteArray("ГТД, лист 1").toPercentEncoding());
    QCOMPARE(made.status, 201);
    QCOMPARE(made.text(u"name"_s), u"ГТД, лист 1"_s);
    QCOMPARE(made.text(u"sha256"_s).toLatin1(), QCryptographicHash::hash(kPdf, QCryptographicHash::Sha256).toHex());
    QCOMPARE(made.text(u"content_type"_s), u"application/pdf"_s);
    QVERIFY(made.json().value(u"scanned"_s).toBool());
    const HttpAnswer list = m_buyer->get(path());
    QCOMPARE(list.items().size(), 1);
    QVERIFY(!list.items().first().toObject().value(u"removable"_s).toBool());
    for (HttpClient *who : {m_buyer.get(), m_driver.get()}) {
        const HttpAnswer file = who->get(path("/" + made.text(u"id"_s).toLatin1()));
        QCOMPARE(file.status, 200);
        QCOMPARE(file.body, kPdf);
        QCOMPARE(file.header("content-type"), QByteArray("application/pdf"));
        QVERIFY(file.header("content-disposition").startsWith("attachment; filename*=UTF-8''%D0%93"));
        QVERIFY(file.header("cache-control").contains("no-store"));
        QCOMPARE(file.header("x-content-type-options"), QByteArray("nosniff"));
    }
    // And the talk says so.
    const QByteArray chat = m_buyer->get("/deals/" + m_deal).text(u"conversation_id"_s).toLatin1();
    QTRY_VERIFY(m_buyer->get("/conversations/" + chat + "/messages").body.contains("deal_document"));
    // A picture is encoded anew: nothing that was hung on it comes out again.
    const HttpAnswer picture = add(*m_buyer, png() + "hidden behind the picture", "?kind=other&name=Photo");
    QCOMPARE(picture.text(u"content_type"_s), u"image/jpeg"_s);
    const HttpAnswer shown = m_driver->get(path("/" + picture.text(u"id"_s).toLatin1()));
    QVERIFY(shown.body.startsWith("\xff\xd8") && !shown.body.contains("hidden"));
}

void TestDocuments::strangersSeeNothing()
{
    const QByteArray id = added(*m_driver);
    const auto stranger = person("driver");
    const auto moderator = staff(Permission::Moderate);
    for (HttpClient *who : {stranger.get(), moderator.get()}) {
        QCOMPARE(add(*who).status, 404);
        QCOMPARE(who->get(path()).status, 404);
        QCOMPARE(who->get(path("/" + id)).status, 404);
        QCOMPARE(who->remove(path("/" + id)).status, 404);
    }
    // Nor by the address of a deal of one's own.
    const QByteArray mine = m_deal;
    init();
    QCOMPARE(m_buyer->get("/deals/" + m_deal + "/documents/" + id).status, 404);
    QCOMPARE(m_driver->remove("/deals/" + m_deal + "/documents/" + id).status, 404);
    QCOMPARE(rows("select count(*) from deal_documents where removed_at is null and deal_id = '" + mine + "'"), 1);
}

void TestDocuments::staffLooksAreAudited()
{
    const QByteArray id = added(*m_buyer);
    const auto support = staff(Permission::Support);
    QCOMPARE(support->get(path()).items().size(), 1);
    QCOMPARE(support->get(path("/" + id)).body, kPdf);
    QCOMPARE(rows("select count(*) from events_audit where action = 'deal.documents_viewed' and stream = '" + m_deal + "'"), 2);
    QCOMPARE(support->remove(path("/" + id)).status, 404);
    QCOMPARE(add(*support).status, 404);
}

void TestDocuments::whatIsNoPaper()
{
    const QByteArray query = "?kind=invoice&name=Invoice";
    for (const QByteArray &bytes :
         {QByteArray("just text"), QByteArray("MZ\x90 a program"), QByteArray("%PDF-1.7 without an end"),
          QByteArray("<html><script>alert(1)</script>"), QByteArray("PK\x03\x04 an archive %%EOF")})
        QCOMPARE(add(*m_driver, bytes, query).status, 415);
    QCOMPARE(add(*m_driver, "\xff\xd8\xff\xe0 no picture at all", query).status, 422);
    QCOMPARE(add(*m_driver, {}, query).status, 415);
    QCOMPARE(add(*m_driver, kPdf, "?kind=secret&name=x").status, 422);
    QCOMPARE(add(*m_driver, kPdf, "?kind=invoice").status, 422);
    QCOMPARE(add(*m_driver, kPdf, "?kind=invoice&name=" + QByteArray(121, 'x')).status, 422);
    QCOMPARE(add(*m_driver, kPdf, "?kind=invoice&name=a%00b").status, 400);
    QCOMPARE(add(*m_driver, QByteArray(20 * 1024 * 1024 + 1, '%'), query).status, 413);
    QCOMPARE(rows("select count(*) from deal_documents where deal_id = '" + m_deal + "'"), 0);
}

void TestDocuments::onlyOfADealThatRuns()
{
    const QByteArray id = added(*m_driver);
    for (const char *word : {"created", "released"}) {
        status(word);
        QCOMPARE(add(*m_driver).status, 409);
    }
    // It is still there to be read, and stays.
    QCOMPARE(m_buyer->get(path("/" + id)).status, 200);
    QCOMPARE(m_driver->remove(path("/" + id)).status, 409);
    status("disputed");
    QCOMPARE(add(*m_driver).status, 201); // it may be what decides
    QCOMPARE(m_driver->remove(path("/" + id)).status, 409);
}

void TestDocuments::isTakenBackByItsOwner()
{
    const QByteArray id = added(*m_driver);
    QCOMPARE(m_buyer->remove(path("/" + id)).status, 403);
    QVERIFY(m_driver->get(path()).items().first().toObject().value(u"removable"_s).toBool());
    const QByteArray file =
        m_server->sql("select encode(file_sha256, 'hex') from deal_documents where id = '" + id + "'").bytes(0, 0);
    const auto onDisk = [&] {
        QDirIterator all(m_server->dataDir() + u"/media"_s, QDir::Files, QDirIterator::Subdirectories);
        while (all.hasNext()) {
            if (all.next().contains(QString::fromLatin1(file.mid(8))))
                return true;
        }
        return false;
    };
    QVERIFY(onDisk());
    QCOMPARE(m_driver->remove(path("/" + id)).status, 204);
    QCOMPARE(m_driver->remove(path("/" + id)).status, 404);
    QCOMPARE(m_buyer->get(path("/" + id)).status, 404);
    QVERIFY(m_buyer->get(path()).items().isEmpty());
    QTRY_VERIFY(!onDisk());
}

void TestDocuments::onceForAKey()
{
    // The upload of a client that did not hear the answer. The body differs by its boundary: the key alone says it is the same.
    const QByteArray boundary = "paper-boundary";
    const QByteArray body = "--" + boundary
                            + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"p.pdf\"\r\n"
                              "Content-Type: application/pdf\r\n\r\n"
                            + kPdf + "\r\n--" + boundary + "--\r\n";
    const HttpClient::Headers headers{{"Content-Type", "multipart/form-data; boundary=" + boundary}, {"Idempotency-Key", m_deal}};
    const QByteArray target = "/api/v1" + path("?kind=invoice&name=Invoice");
    const HttpAnswer first = m_driver->send("POST", target, body, headers);
    const HttpAnswer second = m_driver->send("POST", target, body, headers);
    QCOMPARE(first.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(rows("select count(*) from deal_documents where deal_id = '" + m_deal + "'"), 1);
}

void TestDocuments::infectedIsNotKept()
{
    const int before = m_scanner->scanned();
    const HttpAnswer refused = add(*m_driver, "%PDF-1.7\nX5O!P%@AP[4 EICAR-STANDARD-ANTIVIRUS-TEST-FILE\n%%EOF");
    QCOMPARE(refused.status, 422);
    QVERIFY2(refused.body.contains("infected"), refused.body.constData());
    QVERIFY(!refused.body.contains("Eicar-Test-Signature")); // a sender learns nothing to work around
    QCOMPARE(m_scanner->scanned(), before + 1);
    QCOMPARE(rows("select count(*) from deal_documents where deal_id = '" + m_deal + "'"), 0);
}

void TestDocuments::withoutVerdictNothingIsTaken()
{
    m_scanner->setMood(ClamdDouble::Mood::BreaksOff);
    QCOMPARE(add(*m_driver).status, 503);
    m_scanner->setMood(ClamdDouble::Mood::Well);
    QCOMPARE(add(*m_driver).status, 201);
    // A silent one is given up in time.
    m_scanner->setMood(ClamdDouble::Mood::Silent);
    const scan::clamd::Address address = *scan::clamd::ClamdProvider::parse(m_scanner->url());
    QCOMPARE(scan::clamd::ClamdProvider(address, 50).scan(kPdf).code(), ErrorCode::Unavailable);
    m_scanner->setMood(ClamdDouble::Mood::Well);
    const scan::clamd::ClamdProvider patient(address);
    const auto version = patient.version();
    QVERIFY(version.ok() && version->startsWith("ClamAV"));
    QCOMPARE(patient.scan(QByteArray(ClamdDouble::kMaxBytes + 1, 'x')).code(), ErrorCode::Unavailable);
    QVERIFY(patient.scan({}).ok());
}

void TestDocuments::liesSealedOnTheDisk()
{
    const QByteArray id = added(*m_driver);
    // What was being uploaded has no name that a kill could leave behind.
    QVERIFY(QDir(m_server->dataDir() + u"/uploads"_s).isEmpty());
    QDirIterator all(m_server->dataDir(), QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.fileName().contains(u"/pg/"_s) || !file.open(QIODevice::ReadOnly))
            continue;
        QVERIFY2(!file.readAll().contains("Invoice of the Camry"), qUtf8Printable(file.fileName()));
    }
    // A changed file is no answer.
    const QByteArray hash = "select encode(file_sha256, 'hex') from deal_documents where id = '" + id + "'";
    QVERIFY(!m_server->sql(hash).bytes(0, 0).isEmpty());
    m_server->sql(
        "update deal_documents set wrapped_key = set_byte(wrapped_key, 20, 255 - get_byte(wrapped_key, 20)) where id = '" + id
        + "'");
    QCOMPARE(m_buyer->get(path("/" + id)).status, 500);
}

void TestDocuments::limitHolds()
{
    m_server->sql("insert into deal_documents (id, deal_id, owner_id, kind, name, content_type, size_bytes, sha256, file_sha256, "
                  "wrapped_key, key_id, scanned, created_at) select gen_random_uuid(), id, driver_id, 'other', 'x', "
                  "'application/pdf', 1, '', '', '', 'none', true, now() from deals, generate_series(1, 49) where id = '"
                  + m_deal + "'");
    QCOMPARE(add(*m_driver).status, 201);
    QCOMPARE(add(*m_buyer).status, 422);
    QCOMPARE(m_buyer->get(path()).items().size(), 50);
}

void TestDocuments::addressesOfScanners()
{
    using scan::clamd::ClamdProvider;
    QCOMPARE(ClamdProvider::parse("tcp://127.0.0.1:3310")->port, 3310);
    QCOMPARE(ClamdProvider::parse("unix:///run/clamav/clamd.ctl")->path, QByteArray("/run/clamav/clamd.ctl"));
    for (const char *wrong : {"", "127.0.0.1:3310", "tcp://host", "http://host:1", "unix://host/path", "tcp://:3310"})
        QVERIFY2(!ClamdProvider::parse(wrong).ok(), wrong);
    const ClamdProvider nobody(*ClamdProvider::parse("tcp://127.0.0.1:1"), 1000);
    QCOMPARE(nobody.scan(kPdf).code(), ErrorCode::Unavailable);
}

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
