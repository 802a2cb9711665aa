// The public page of a listing, read as XML by a strict parser: nothing that a person wrote may become markup. With
// CARGO_TEST_LONG a real browser opens it too.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <set>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

constexpr char kHostile[] = "\"><script>alert(1)</script>";

// What a parser finds in a page.
struct Read
{
    QString problem;
    std::map<QString, QString> meta; // property or name → content
    QString title, heading;
    QStringList links, images;
    std::set<QString> elements;
    QStringList attributes;
};

Read readPage(const QByteArray &html)
{
    Read read;
    QXmlStreamReader xml(html);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        const QXmlStreamAttributes attributes = xml.attributes();
        read.elements.insert(name);
        for (const auto &attribute : attributes)
            read.attributes.push_back(attribute.name().toString());
        if (name == u"meta"_s) {
            const QString key = attributes.value(u"property"_s).toString() + attributes.value(u"name"_s).toString();
            read.meta[key] = attributes.value(u"content"_s).toString();
        } else if (name == u"a"_s) {
            read.links.push_back(attributes.value(u"href"_s).toString());
        } else if (name == u"img"_s) {
            read.images.push_back(attributes.value(u"src"_s).toString());
        } else if (name == u"title"_s) {
            read.title = xml.readElementText();
        } else if (name == u"h1"_s) {
            read.heading = xml.readElementText();
        }
    }
    if (xml.hasError())
        read.problem = xml.errorString();
    return read;
}

} // namespace

class TestShare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void tellsWhatTheCarIs();
    void hostileTextStaysText();
    void holdsNothingPersonal();
    void headersAreSafe();
    void whatIsNotPublicIsNotThere();
    void inABrowser();

private:
    HttpAnswer page(const QByteArray &car, const QByteArray &language = "en", HttpClient *who = nullptr);

    QByteArray carOfMine(QJsonObject more = {}, bool published = true)
    {
        more.insert(u"vin"_s, u"JTNB11HK103012345"_s);
        more.insert(u"price"_s, rub(245'000'000));
        return newCar(*m_driver, more, published);
    }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_driver, m_guest;
};

void TestShare::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([](config::Settings &settings) {
        settings.kyc = "auto";
        settings.publicUrl = "https://cargo.example";
    });
    m_driver = std::make_unique<HttpClient>(m_server->url());
    m_driver->signUp("driver", u"Konstantin Personal"_s);
    m_guest = std::make_unique<HttpClient>(m_server->url());
}

HttpAnswer TestShare::page(const QByteArray &car, const QByteArray &language, HttpClient *who)
{
    return (who ? who : m_guest.get())->send("GET", "/l/" + car, {}, {{"Accept-Language", language}});
}

void TestShare::tellsWhatTheCarIs()
{
    const QString photo = m_driver->upload("/media", "p.png", "image/png", png()).text(u"id"_s);
    const QByteArray car = carOfMine({{u"photos"_s, QJsonArray{photo}}, {u"description"_s, u"One owner."_s}});
    const HttpAnswer english = page(car);
    QCOMPARE(english.status, 200);
    QCOMPARE(english.header("content-type"), QByteArray("text/html; charset=utf-8"));
    const Read read = readPage(english.body);
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.heading, u"Toyota Camry, 2020"_s);
    QCOMPARE(read.title, u"Toyota Camry, 2020 · CarGo"_s);
    QVERIFY(read.meta.at(u"og:title"_s).contains(QString::fromUtf8("2\u202F450\u202F000\u00A0₽")));
    QVERIFY(read.meta.at(u"og:description"_s).contains(u"Japan"_s));
    QCOMPARE(read.meta.at(u"og:url"_s), QString(u"https://cargo.example/l/"_s + QString::fromLatin1(car)));
    const QString image = read.meta.at(u"og:image"_s);
    QCOMPARE(image, QString(u"https://cargo.example"_s + read.images.first()));
    QCOMPARE(m_guest->send("GET", read.images.first().toLatin1(), {}).status, 200);
    QVERIFY(read.links.contains(u"cargo://listings/"_s + QString::fromLatin1(car)));
    QVERIFY(english.body.contains("no reviews yet"));
    const HttpAnswer russian = page(car, "ru");
    QCOMPARE(readPage(russian.body).meta.at(u"og:locale"_s), u"ru_RU"_s);
    QVERIFY(russian.body.contains("Открыть в CarGo") && russian.body.contains("Япония"));
    QVERIFY(russian.header("etag") != english.header("etag"));
    QCOMPARE(m_guest->send("GET", "/l/" + car, {}, {{"Accept-Language", "en"}, {"If-None-Match", english.header("etag")}}).status,
             304);
}

void TestShare::hostileTextStaysText()
{
    const QString hostile = QLatin1String(kHostile);
    const QByteArray car = carOfMine(
        {{u"brand"_s, hostile}, {u"model"_s, u"' onload=x <b>&amp;"_s}, {u"description"_s, u"</p></main><iframe src=x>"_s}});
    const Read read = readPage(page(car).body);
    QCOMPARE(read.problem, QString());
    QCOMPARE(read.heading, QString(hostile + u" ' onload=x <b>&amp;, 2020"_s));
    const std::set<QString> known = {u"html"_s, u"head"_s, u"meta"_s, u"title"_s, u"link"_s, u"style"_s,
                                     u"body"_s, u"main"_s, u"div"_s,  u"h1"_s,    u"p"_s,    u"s"_s,
                                     u"ul"_s,   u"li"_s,   u"span"_s, u"a"_s,     u"img"_s};
    for (const QString &element : read.elements)
        QVERIFY2(known.contains(element), qPrintable(element));
    for (const QString &attribute : read.attributes)
        QVERIFY2(!attribute.startsWith(u"on"_s) && attribute != u"style"_s, qPrintable(attribute));
}

void TestShare::holdsNothingPersonal()
{
    const QByteArray body = page(carOfMine()).body;
    QVERIFY(!body.contains("Konstantin"));
    QVERIFY(!body.contains(m_driver->get("/me").text(u"id"_s).toLatin1()));
    QVERIFY(!body.contains("JTNB11HK103012345"));
}

void TestShare::headersAreSafe()
{
    for (const QByteArray &path : {carOfMine(), QByteArray("nothing")}) {
        const HttpAnswer answer = page(path);
        const QByteArray policy = answer.header("content-security-policy");
        QVERIFY(policy.contains("default-src 'none'") && policy.contains("img-src 'self'"));
        QVERIFY(!policy.contains("unsafe") && !policy.contains("script-src"));
        QCOMPARE(answer.header("x-content-type-options"), QByteArray("nosniff"));
        QCOMPARE(answer.header("x-frame-options"), QByteArray("DENY"));
        QVERIFY(answer.header("set-cookie").isEmpty());
        QCOMPARE(answer.header("vary"), QByteArray("Accept-Language"));
    }
}

void TestShare::whatIsNotPublicIsNotThere()
{
    const QByteArray draft = carOfMine({}, false);
    const QByteArray paused = carOfMine();
    m_driver->post("/listings/" + paused + "/pause");
    const QByteArray missing = page("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b").body;
    QVERIFY(readPage(missing).problem.isEmpty());
    for (const QByteArray &car : {draft, paused, QByteArray("nothing"), QByteArray("%3Cscript%3E")}) {
        QCOMPARE(page(car).status, 404);
        QCOMPARE(page(car).body, missing);
        QCOMPARE(page(car, "en", m_driver.get()).status, 404); // for its driver too: he must see what others see
    }
    QVERIFY(page(draft, "ru").body.contains("Объявления нет"));
}

void TestShare::inABrowser()
{
    if (!qEnvironmentVariableIsSet("CARGO_TEST_LONG"))
        QSKIP("a browser takes seconds to start: ./dev test --long");
    QString browser = QStandardPaths::findExecutable(u"chromium"_s);
    if (browser.isEmpty())
        browser = QStandardPaths::findExecutable(u"chromium-browser"_s);
    if (browser.isEmpty())
        QSKIP("chromium is not installed: apt-get install chromium");
    const QString photo = m_driver->upload("/media", "p.png", "image/png", png()).text(u"id"_s);
    const QByteArray car = carOfMine({{u"brand"_s, QLatin1String(kHostile)},
                                      {u"model"_s, u"<script>document.title='owned'</script>"_s},
                                      {u"photos"_s, QJsonArray{photo}},
                                      {u"description"_s, u"<img src=x onerror=\"alert(1)\">"_s}});
    QTemporaryDir profile;
    QProcess process;
    // Past the clock of the page's own time: timers of a script, were there one, have run before the document is printed.
    process.start(browser, {u"--headless"_s, u"--no-sandbox"_s, u"--disable-gpu"_s, u"--disable-dev-shm-usage"_s,
                            u"--enable-logging=stderr"_s, u"--virtual-time-budget=3000"_s, u"--user-data-dir="_s + profile.path(),
                            u"--dump-dom"_s, QString::fromLatin1(m_server->url() + "/l/" + car)});
    QVERIFY(process.waitForFinished(120'000));
    const QByteArray dom = process.readAllStandardOutput();
    const QByteArray said = process.readAllStandardError();
    const QByteArray link = "cargo://listings/" + car;
    QVERIFY2(dom.contains(link), said);
    QVERIFY(!dom.contains("<script") && !dom.contains("owned</title>"));
    QVERIFY(dom.contains("&lt;script&gt;"));
    QVERIFY2(!said.contains("Content Security Policy"), said); // style and picture are allowed: nothing was refused
}

QTEST_GUILESS_MAIN(TestShare)
#include "tst_share.moc"
