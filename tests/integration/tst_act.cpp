// The delivery act: data with a hash, a page that shows the same hash, for those whom it concerns.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"
#include "tests/paths.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

QByteArray sha256(const QByteArray &bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

struct Ran
{
    int code = -1;
    QByteArray out, err;
};

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000))
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QString textOf(const QByteArray &pdf)
{
    const Ran ran = run(u"pdftotext"_s, {u"-layout"_s, u"-"_s, u"-"_s}, pdf);
    return ran.code == 0 ? QString::fromUtf8(ran.out) : u"pdftotext failed: "_s + QString::fromUtf8(ran.err);
}

} // namespace

class TestAct : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void notBeforeTheHandingOver();
    void sameVersionSameBytes();
    void thePageShowsTheHashOfTheData();
    void onlyThoseWhomItConcerns();
    void manyAtOnce();
    void aRendererThatMisbehaves_data();
    void aRendererThatMisbehaves();
    void theRendererRefusesWhatIsNoAct_data();
    void theRendererRefusesWhatIsNoAct();

private:
    QByteArray act(HttpClient &who, const char *what = "/act.json") { return who.get("/deals/" + m_deal + what).body; }
    HttpAnswer page(HttpClient &who, const QByteArray &language, const QByteArray &tag = {});
    void writeScript(const QByteArray &text);

    QTemporaryDir m_folder;
    QString m_program; // what the server calls to paint
    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver, m_buyer;
    QByteArray m_deal;
};

void TestAct::writeScript(const QByteArray &text)
{
    QFile::remove(m_program);
    QFile file(m_program);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

void TestAct::initTestCase()
{
    log::setLevel("error");
    m_program = m_folder.filePath(u"painter"_s);
    writeScript("#!/bin/sh\nexec '" + (binDir() + u"/cargod"_s).toUtf8() + "' \"$@\"\n");
    m_server = std::make_unique<TestServer>([this](config::Settings &settings) {
        settings.kyc = "auto";
        settings.renderProgram = m_program;
        settings.logLevel = "error";
    });
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver", u"Перегонщик Ёлкин"_s);
    m_buyer = std::make_unique<HttpClient>(m_server->url());
    m_buyer->signUp("buyer", u"<b>Anna</b> & <script>alert(1)</script>"_s);
    const QByteArray car = newCar(*m_driver);
    m_deal = m_buyer
                 ->post("/deals", {{u"listing_id"_s, QString::fromLatin1(car)},
                                   {u"amount"_s, rub(300'000'000)},
                                   {u"delivery_place"_s, u"Омск, улица Ленина, 1"_s},
                                   {u"delivery_eta_days"_s, 30}})
                 .text(u"id"_s)
                 .toLatin1();
    const QByteArray url = m_buyer->post("/deals/" + m_deal + "/pay", {{u"return_url"_s, u"cargo://deal"_s}})
                               .text(u"payment.confirmation_url"_s)
                               .toLatin1();
    m_buyer->send("POST", url.mid(url.indexOf("/sandbox")), "outcome=success",
                  {{"Content-Type", "application/x-www-form-urlencoded"}});
    QTRY_COMPARE(m_buyer->get("/deals/" + m_deal).text(u"status"_s), u"funded"_s);
    const QString photo = m_driver->upload("/media", "p.png", "image/png", png()).text(u"id"_s);
    m_driver->post("/deals/" + m_deal + "/start",
                   {{u"vin"_s, u"JTNB11HK103012345"_s}, {u"odometer_km"_s, 48100}, {u"photos"_s, QJsonArray{photo}}});
    QTRY_COMPARE(m_buyer->get("/deals/" + m_deal).text(u"money_status"_s), u"kept"_s);
    m_driver->post(
        "/deals/" + m_deal + "/checkpoints",
        {{u"client_id"_s, QString::fromLatin1(newUuid({0}).toText())}, {u"kind"_s, u"ferry"_s}, {u"place"_s, u"Находка <i>"_s}});
}

void TestAct::cleanupTestCase() { m_server.reset(); }

HttpAnswer TestAct::page(HttpClient &who, const QByteArray &language, const QByteArray &tag)
{
    HttpClient::Headers headers{{"Accept-Language", language}};
    if (!tag.isEmpty())
        headers.push_back({"If-None-Match", tag});
    return who.send("GET", "/api/v1/deals/" + m_deal + "/act.pdf", {}, headers);
}

void TestAct::notBeforeTheHandingOver()
{
    for (const char *what : {"/act.json", "/act.pdf"}) {
        const HttpAnswer early = m_buyer->get("/deals/" + m_deal + what);
        QCOMPARE(early.status, 409);
        QCOMPARE(early.text(u"current_status"_s), u"in_transit"_s);
    }
    QCOMPARE(m_buyer->post("/deals/" + m_deal + "/confirm").status, 200);
    QCOMPARE(m_buyer->get("/deals/" + m_deal + "/act.json").status, 200);
}

void TestAct::sameVersionSameBytes()
{
    const QByteArray first = act(*m_buyer);
    const QJsonObject read = QJsonDocument::fromJson(first).object();
    QCOMPARE(read.value(u"format"_s).toString(), u"cargo.delivery-act"_s);
    QCOMPARE(read.value(u"car"_s).toObject().value(u"vin"_s).toString(), u"JTNB11HK103012345"_s);
    QCOMPARE(read.value(u"driver"_s).toObject().value(u"display_name"_s).toString(), u"Перегонщик Ёлкин"_s);
    QCOMPARE(read.value(u"money"_s).toObject().value(u"amount"_s).toObject(), rub(300'000'000));
    QCOMPARE(read.value(u"checkpoints"_s).toArray().size(), 2);
    // The chain of the act is the chain of the timeline.
    QByteArray last(64, '0');
    for (const QJsonValue &link : read.value(u"checkpoints"_s).toArray()) {
        QCOMPARE(link.toObject().value(u"previous_hash"_s).toString().toLatin1(), last);
        last = link.toObject().value(u"hash"_s).toString().toLatin1();
    }
    QCOMPARE(act(*m_driver), first);
    // A new name makes no new act of the same version.
    QCOMPARE(m_driver->patch("/me", {{u"display_name"_s, u"Another Name"_s}}).status, 200);
    QCOMPARE(act(*m_buyer), first);
    QCOMPARE(m_buyer->post("/deals/" + m_deal + "/release").status, 200);
    QTRY_COMPARE(m_buyer->get("/deals/" + m_deal).text(u"money_status"_s), u"paid"_s);
    const QByteArray later = act(*m_buyer);
    QVERIFY(later != first);
    QVERIFY(later.contains("Another Name"));
    // The old one is still there to hold a printed page to.
    const QByteArray version = QByteArray::number(read.value(u"deal_version"_s).toInteger());
    QCOMPARE(m_buyer->get("/deals/" + m_deal + "/act.json?version=" + version).body, first);
    QCOMPARE(m_buyer->get("/deals/" + m_deal + "/act.json?version=1").status, 404); // never handed out
    QCOMPARE(m_buyer->get("/deals/" + m_deal + "/act.json?version=no").status, 422);
}

void TestAct::thePageShowsTheHashOfTheData()
{
    const QByteArray hash = sha256(act(*m_buyer));
    for (const QByteArray language : {"ru", "en"}) {
        const HttpAnswer pdf = page(*m_buyer, language);
        QCOMPARE(pdf.status, 200);
        QCOMPARE(pdf.header("content-type"), QByteArray("application/pdf"));
        QVERIFY(pdf.body.startsWith("%PDF-"));
        QVERIFY2(pdf.body.size() < 400'000, QByteArray::number(pdf.body.size()));
        const QString text = textOf(pdf.body);
        QVERIFY2(text.contains(QString::fromLatin1(hash)), qPrintable(text));
        QVERIFY(text.contains(u"<b>Anna</b> & <script>alert(1)</script>"_s)); // as it stands, nothing of it is markup
        QVERIFY(text.contains(u"Another Name"_s));
        QVERIFY(text.contains(u"Омск, улица Ленина, 1"_s));
        QVERIFY(text.contains(u"JTNB11HK103012345"_s));
        QVERIFY(text.contains(u"Находка <i>"_s));
        QVERIFY(text.contains(language == "ru" ? u"Акт передачи автомобиля"_s : u"Delivery act"_s));
        QVERIFY(text.contains(language == "ru" ? u"Паром"_s : u"Ferry"_s));
        QString sum = text;
        sum.replace(QChar(0x202F), u' ').replace(QChar(0x00A0), u' ');
        QVERIFY2(sum.contains(u"3 000 000.00 RUB"_s), qPrintable(text));
        // The face travels with the page.
        const QString file = m_folder.filePath(u"act.pdf"_s);
        QFile out(file);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        out.write(pdf.body);
        out.close();
        const QByteArray fonts = run(u"pdffonts"_s, {file}, {}).out;
        QVERIFY2(fonts.contains("Inter"), fonts);
        const QByteArray images = run(u"pdfimages"_s, {u"-list"_s, file}, {}).out;
        QCOMPARE(images.count("\n"), 3); // two lines of head, and the QR code
        // Who has it is not sent it again.
        QCOMPARE(page(*m_buyer, language, pdf.header("etag")).status, 304);
    }
    QVERIFY(page(*m_buyer, "ru").header("etag") != page(*m_buyer, "en").header("etag"));
}

void TestAct::onlyThoseWhomItConcerns()
{
    HttpClient guest(m_server->url());
    HttpClient stranger(m_server->url());
    stranger.signUp("buyer");
    for (const char *what : {"/act.json", "/act.pdf"}) {
        QCOMPARE(guest.get("/deals/" + m_deal + what).status, 401);
        QCOMPARE(stranger.get("/deals/" + m_deal + what).status, 404);
        QCOMPARE(m_driver->get("/deals/" + m_deal + what).status, 200);
    }
}

void TestAct::manyAtOnce()
{
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (int i = 0; i < 6; ++i) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/deals/" + m_deal + "/act.pdf")));
        request.setRawHeader("Authorization", "Bearer " + m_buyer->token());
        replies.push_back(network.get(request));
    }
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), 60'000);
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 200);
        reply->deleteLater();
    }
}

void TestAct::aRendererThatMisbehaves_data()
{
    QTest::addColumn<QByteArray>("script");
    QTest::newRow("says nothing") << QByteArray("#!/bin/sh\nexit 0\n");
    QTest::newRow("says rubbish") << QByteArray("#!/bin/sh\necho rubbish\n");
    QTest::newRow("dies") << QByteArray("#!/bin/sh\nprintf '%%PDF-'\nkill -9 $$\n");
    QTest::newRow("fails") << QByteArray("#!/bin/sh\nprintf '%%PDF-'\nexit 3\n");
    QTest::newRow("never stops talking") << QByteArray("#!/bin/sh\nprintf '%%PDF-'\nexec cat /dev/zero\n");
    QTest::newRow("is no program") << QByteArray("\x01\x02");
}

void TestAct::aRendererThatMisbehaves()
{
    QFETCH(QByteArray, script);
    writeScript(script);
    QCOMPARE(page(*m_buyer, "ru").status, 503);
    QCOMPARE(m_buyer->get("/deals/" + m_deal + "/act.json").status, 200); // nothing else is hurt
}

void TestAct::theRendererRefusesWhatIsNoAct_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no language") << QByteArray("{\"format\":\"cargo.delivery-act\"}");
    QTest::newRow("no JSON") << QByteArray("ru\nhello");
    QTest::newRow("another format") << QByteArray("ru\n{\"format\":\"x\"}");
    QTest::newRow("too large") << "ru\n{\"format\":\"cargo.delivery-act\",\"x\":\"" + QByteArray(2'000'000, 'x') + "\"}";
}

void TestAct::theRendererRefusesWhatIsNoAct()
{
    QFETCH(QByteArray, input);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.start(binDir() + u"/cargod"_s, {u"render-act"_s});
    process.write(input);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardOutput().isEmpty());
    QVERIFY(process.readAllStandardError().contains("cargod render-act: "));
}

QTEST_GUILESS_MAIN(TestAct)
#include "tst_act.moc"
