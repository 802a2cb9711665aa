// The archive of a person's data: ordered, made once, his alone, gone in time. Archives are read with libzip's own reader.
#include "harness/market.h"
#include "harness/test_server.h"

#include "server/core/log.h"
#include "server/exports/export_archive.h"
#include "server/limits.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <zip.h>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

std::map<QString, QByteArray> unzip(const QByteArray &archive)
{
    std::map<QString, QByteArray> files;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(archive.constData(), zip_uint64_t(archive.size()), 0, &error);
    zip_t *zip = zip_open_from_source(source, ZIP_CHECKCONS, &error);
    if (!zip)
        return files;
    for (zip_int64_t i = 0; i < zip_get_num_entries(zip, 0); ++i) {
        zip_stat_t stat;
        zip_stat_index(zip, zip_uint64_t(i), 0, &stat);
        QByteArray content(qsizetype(stat.size), Qt::Uninitialized);
        zip_file_t *file = zip_fopen_index(zip, zip_uint64_t(i), 0);
        if (zip_fread(file, content.data(), stat.size) == zip_int64_t(stat.size)) // checks the CRC at the end
            files[QString::fromUtf8(stat.name)] = content;
        zip_fclose(file);
    }
    zip_close(zip);
    return files;
}

} // namespace

class TestExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void holdsEverythingOfHisAndNothingOfOthers();
    void onceADay();
    void twoAtOnceMakeOne();
    void onlyHisAndOnlyForATime();
    void goesWithTheAccount();
    void aKilledMakerBeginsAnew();
    void archivesAreWholeOrNotThere();

private:
    std::unique_ptr<HttpClient> person(const char *role, const QString &name = u"Somebody"_s);
    QByteArray download(HttpClient &who);
    QStringList folder() const { return QDir(m_dataDir + u"/exports"_s).entryList(QDir::Files); }

    std::unique_ptr<TestServer> m_server;
    QString m_dataDir;
};

void TestExports::initTestCase()
{
    log::setLevel("error");
    m_server = std::make_unique<TestServer>([this](config::Settings &settings) {
        settings.kyc = "auto";
        settings.accessTokenMs = 365 * kDayMs; // the clock is moved by days
        settings.refreshTokenMs = 365 * kDayMs;
        m_dataDir = settings.dataDir;
    });
}

std::unique_ptr<HttpClient> TestExports::person(const char *role, const QString &name)
{
    auto client = std::make_unique<HttpClient>(m_server->url());
    client->signUp(role, name);
    return client;
}

// Path of the archive once it is ready.
QByteArray TestExports::download(HttpClient &who)
{
    QString path;
    const auto ready = [&] {
        path = who.get("/me/export/archive").text(u"download"_s);
        return !path.isEmpty();
    };
    if (!QTest::qWaitFor(ready, 20'000))
        qFatal("no archive: %s", who.get("/me/export/archive").body.constData());
    return path.toLatin1();
}

void TestExports::holdsEverythingOfHisAndNothingOfOthers()
{
    const auto driver = person("driver", u"Пётр <Ёжиков>"_s);
    const auto buyer = person("buyer", u"Анна"_s);
    driver->upload("/media", "p.png", "image/png", png(Qt::red));
    driver->upload("/media", "p.png", "image/png", png(Qt::blue));
    buyer->upload("/media", "p.png", "image/png", png(Qt::green));
    const QByteArray car = newCar(*driver);
    const QByteArray chat = buyer->post("/listings/" + car + "/conversations").text(u"id"_s).toLatin1();
    const auto say = [&](HttpClient &who, const QString &body) {
        who.post("/conversations/" + chat + "/messages",
                 {{u"client_id"_s, QString::fromLatin1(newUuid({0}).toText())}, {u"body"_s, body}});
    };
    say(*buyer, u"What the buyer said"_s);
    say(*driver, u"What the driver said"_s);

    QCOMPARE(driver->get("/me/export/archive").text(u"status"_s), u"none"_s);
    const HttpAnswer ordered = driver->post("/me/export");
    QCOMPARE(ordered.status, 202);
    QCOMPARE(ordered.text(u"status"_s), u"queued"_s);
    const HttpAnswer answer = driver->send("GET", download(*driver), {});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.header("content-type"), QByteArray("application/zip"));
    const QJsonObject state = driver->get("/me/export/archive").json();
    QCOMPARE(state.value(u"size_bytes"_s).toInteger(), qint64(answer.body.size()));
    QCOMPARE(state.value(u"sha256"_s).toString().toLatin1(),
             QCryptographicHash::hash(answer.body, QCryptographicHash::Sha256).toHex());

    const auto files = unzip(answer.body);
    QVERIFY(files.contains(u"README.txt"_s));
    QVERIFY(files.at(u"data/profile.json"_s).contains("Пётр <Ёжиков>"));
    QVERIFY(files.at(u"data/messages.json"_s).contains("What the driver said"));
    QVERIFY(!files.at(u"data/messages.json"_s).contains("What the buyer said"));
    QCOMPARE(QJsonDocument::fromJson(files.at(u"data/listings.json"_s)).array().size(), 1);
    int pictures = 0;
    for (const auto &[name, content] : files) {
        if (name.startsWith(u"photos/"_s)) {
            ++pictures;
            QVERIFY(!QImage::fromData(content).isNull());
        }
        QVERIFY2(!content.contains("argon2"), qPrintable(name));
        QVERIFY2(!name.contains(u".."_s) && !name.startsWith(u'/'), qPrintable(name));
    }
    QCOMPARE(pictures, 2);
    QTRY_COMPARE(driver->get("/notifications").items().first().toObject().value(u"kind"_s).toString(), u"account_export_ready"_s);
}

void TestExports::onceADay()
{
    const auto buyer = person("buyer");
    QCOMPARE(buyer->post("/me/export").status, 202);
    download(*buyer);
    const HttpAnswer again = buyer->post("/me/export");
    QCOMPARE(again.status, 429);
    QVERIFY(!again.text(u"until"_s).isEmpty());
    m_server->advance(limits::kExportGapMs - kMinuteMs);
    QCOMPARE(buyer->post("/me/export").status, 429);
    m_server->advance(2 * kMinuteMs);
    QCOMPARE(buyer->post("/me/export").status, 202);
    download(*buyer);
}

void TestExports::twoAtOnceMakeOne()
{
    const auto buyer = person("buyer");
    QNetworkAccessManager network;
    std::vector<QNetworkReply *> replies;
    for (int i = 0; i < 4; ++i) {
        QNetworkRequest request(QUrl(QString::fromLatin1(m_server->url() + "/api/v1/me/export")));
        request.setRawHeader("Authorization", "Bearer " + buyer->token());
        request.setRawHeader("Content-Type", "application/json");
        replies.push_back(network.post(request, "{}"));
    }
    for (QNetworkReply *reply : replies) {
        QTRY_VERIFY(reply->isFinished());
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        QVERIFY2(status == 202 || status == 429, QByteArray::number(status)); // 429: it was ready already
        reply->deleteLater();
    }
    download(*buyer);
    const QByteArray id = buyer->get("/me").text(u"id"_s).toLatin1();
    QCOMPARE(m_server->sql("select count(*) from data_exports where user_id = '" + id + "'").int64(0, 0), 1);
}

void TestExports::onlyHisAndOnlyForATime()
{
    const auto buyer = person("buyer");
    const auto other = person("buyer");
    HttpClient guest(m_server->url());
    buyer->post("/me/export");
    const QByteArray path = download(*buyer);
    QCOMPARE(guest.send("GET", path, {}).status, 401);
    QCOMPARE(other->send("GET", path, {}).status, 404);
    QCOMPARE(buyer->send("GET", path, {}).status, 200);
    QCOMPARE(buyer->send("GET", path, {}, {{"Range", "bytes=0-1"}}).body, QByteArray("PK"));
    m_server->advance(limits::kExportKeptMs + kMinuteMs);
    QCOMPARE(buyer->send("GET", path, {}).status, 404);
    QCOMPARE(buyer->get("/me/export/archive").text(u"status"_s), u"none"_s);
    QTRY_COMPARE(folder(), QStringList()); // those of the other tests are over too
    QTRY_COMPARE(m_server->sql("select count(*) from data_exports").int64(0, 0), 0);
}

void TestExports::goesWithTheAccount()
{
    const auto buyer = person("buyer");
    buyer->post("/me/export");
    download(*buyer);
    QCOMPARE(folder().size(), 1);
    QCOMPARE(buyer->remove("/me").status, 204);
    QTRY_COMPARE(folder(), QStringList());
    QTRY_COMPARE(m_server->sql("select count(*) from data_exports").int64(0, 0), 0);
}

// As after kill -9 in the middle: the row is queued, half a file lies there, the event is delivered again.
void TestExports::aKilledMakerBeginsAnew()
{
    const auto buyer = person("buyer");
    const QByteArray user = buyer->get("/me").text(u"id"_s).toLatin1();
    const QByteArray id = newUuid(m_server->clock().now()).toText();
    QFile half(m_dataDir + u"/exports/"_s + QString::fromLatin1(id) + u".zip.part"_s);
    QVERIFY(half.open(QIODevice::WriteOnly));
    half.write("PK half of an archive");
    half.close();
    m_server->sql("insert into data_exports (id, user_id, status, created_at, expires_at) values ('" + id + "', '" + user
                  + "', 'queued', now(), now() + interval '9 years')");
    for (int i = 0; i < 2; ++i) {
        m_server->sql("insert into outbox (topic, key, payload, created_at, available_at) values ('export.requested', '" + user
                      + "', '{\"id\":\"" + id + "\"}', now() - interval '1 year', now() - interval '1 year')");
    }
    m_server->app().pokeJobs();
    const HttpAnswer answer = buyer->send("GET", download(*buyer), {});
    QVERIFY(unzip(answer.body).contains(u"data/profile.json"_s));
    QTRY_COMPARE(m_server->sql("select count(*) from outbox").int64(0, 0), 0);
    QCOMPARE(folder(), QStringList{QString::fromLatin1(id) + u".zip"_s});
    QCOMPARE(m_server->sql("select count(*) from notifications where user_id = '" + user + "'").int64(0, 0), 1);
}

void TestExports::archivesAreWholeOrNotThere()
{
    QTemporaryDir place;
    const QString path = place.filePath(u"a.zip"_s);
    std::vector<exports::ArchiveEntry> entries{{u"data/ä.json"_s, QByteArray("{}"), {}},
                                               {u"photos/gone.jpg"_s, {}, place.filePath(u"nothing"_s)}};
    const auto written = exports::writeArchive(path, entries);
    QVERIFY(written.ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto files = unzip(file.readAll());
    QCOMPARE(files.size(), size_t(1)); // a picture that is not there spoils nothing
    QCOMPARE(files.at(u"data/ä.json"_s), QByteArray("{}"));
    QVERIFY(!exports::writeArchive(place.filePath(u"no/such/folder.zip"_s), entries).ok());
    QCOMPARE(QDir(place.path()).entryList(QDir::Files), QStringList{u"a.zip"_s});
}

QTEST_GUILESS_MAIN(TestExports)
#include "tst_exports.moc"
