#include "harness/http_rig.h"
#include "harness/test_database.h"

#include "server/bus/in_process_bus.h"
#include "server/db/blocking.h"
#include "server/favourites/favourites_feature.h"
#include "server/listings/import/import.h"
#include "server/listings/listings_feature.h"
#include "server/media/media_feature.h"
#include "server/providers/files/local/local_files.h"
#include "tests/paths.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QImageWriter>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QTemporaryDir>
#include <QtEndian>
#include <QtTest>

#include <csignal>
#include <sys/resource.h>
#include <thread>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
// Tokens are "<role>:<user id>".
class RoleTokens final : public Authenticator
{
public:
    Result<Principal> authenticate(QByteArrayView token, Timestamp) const override
    {
        const QList<QByteArray> parts = token.toByteArray().split(':');
        const auto user = parts.size() == 2 ? UserId::fromText(QByteArrayView(parts[1])) : std::nullopt;
        if (!user)
            return ErrorCode::Unauthorized;
        Principal principal;
        principal.user = *user;
        principal.role = parts[0] == "driver" ? Role::Driver : parts[0] == "staff" ? Role::Staff : Role::Buyer;
        principal.permissions = parts[0] == "staff" ? quint32(Permission::Moderate) : 0;
        return principal;
    }
};

struct Person
{
    UserId id;
    QByteArray token;
};

struct Heard
{
    int status = 0;
    QByteArray etag;
    QByteArray head;
    QByteArray body;
    QJsonObject json;
    QByteArray code() const { return json.value(u"code"_s).toString().toLatin1(); }
    QByteArray field() const
    {
        return json.value(u"errors"_s).toArray().first().toObject().value(u"field"_s).toString().toLatin1();
    }
};

QImage picture(QSize size, QColor color = Qt::darkGreen)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    QPainter painter(&image);
    painter.fillRect(0, 0, size.width() / 2, size.height() / 2, Qt::red); // the upper left corner is red
    return image;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    return writer.write(image) ? bytes : QByteArray();
}

// An EXIF segment with orientation 6 (turned by 90 degrees) and a GPS block, put after the start of a JPEG.
QByteArray withExif(const QByteArray &jpeg)
{
    QByteArray tiff("II*\0\x08\0\0\0", 8);
    const auto entry = [](quint16 tag, quint16 type, quint32 count, quint32 value) {
        char bytes[12];
        qToLittleEndian(tag, bytes);
        qToLittleEndian(type, bytes + 2);
        qToLittleEndian(count, bytes + 4);
        qToLittleEndian(value, bytes + 8);
        return QByteArray(bytes, 12);
    };
    tiff += QByteArray("\2\0", 2) + entry(0x0112, 3, 1, 6) + entry(0x8825, 4, 1, 38) + QByteArray(4, '\0');
    tiff += QByteArray("\1\0", 2) + entry(0x0001, 2, 2, 'N') + QByteArray(4, '\0') + "GPSLatitude 55.7558";
    const QByteArray payload = QByteArray("Exif\0\0", 6) + tiff;
    char length[2];
    qToBigEndian(quint16(payload.size() + 2), length);
    return jpeg.left(2) + "\xFF\xE1" + QByteArray(length, 2) + payload + jpeg.mid(2);
}

QByteArray pngChunk(const QByteArray &type, const QByteArray &data)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char c : QByteArray(type + data)) {
        crc ^= uchar(c);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320u : 0);
    }
    char length[4];
    char check[4];
    qToBigEndian(quint32(data.size()), length);
    qToBigEndian(crc ^ 0xFFFFFFFF, check);
    return QByteArray(length, 4) + type + data + QByteArray(check, 4);
}

// A header that promises 40,000 x 40,000 pixels, and next to nothing behind it.
QByteArray pngBomb()
{
    char size[8];
    qToBigEndian(quint32(40'000), size);
    qToBigEndian(quint32(40'000), size + 4);
    return QByteArray("\x89PNG\r\n\x1A\n", 8) + pngChunk("IHDR", QByteArray(size, 8) + QByteArray("\x08\x02\0\0\0", 5))
           + pngChunk("IDAT", qCompress(QByteArray(100'000, '\0')).mid(4)) + pngChunk("IEND", {});
}

QByteArray car(const QByteArray &more = {})
{
    return R"({"brand":"Toyota","model":"RAV4","year":2021,"mileage_km":42000,"country_from":"JP",)"
           R"("price":{"amount":285000000,"currency":"RUB"},"delivery_eta_days":30,"body_type":"suv","fuel":"petrol",)"
           R"("transmission":"auto","drive":"awd","engine_cc":1986,"power_hp":171,"color":"grey",)"
           R"("description":"Один владелец, без ДТП. Пробег 42 000 км.")"
           + more + "}";
}
} // namespace

// Media, listings and favourites over HTTP against a real PostgreSQL and a real disk; and the import.
class TestListings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();

    void storesAPhotoAndServesIt();
    void readsPngAndWebp();
    void removesExifAndTurns();
    void refusesHostileImages_data();
    void refusesHostileImages();
    void fullDiskIsTold();
    void idempotentUploadIsOneRow();
    void createsAndShows();
    void refusesWrongBodies_data();
    void refusesWrongBodies();
    void refusesContactsInDescription();
    void refusesContactsInTitle();
    void draftsAreHidden();
    void publishNeedsDriverWithPapers();
    void lifecycleIsAnAllowList();
    void changesNeedTheVersion();
    void twoEditorsRace();
    void photosKeepTheirOrder();
    void strangersMayNotWrite_data();
    void strangersMayNotWrite();
    void listsPageThrough();
    void similarAndReport();
    void similarCarsSayWhy();
    void otherCarsOfTheDriver();
    void favouritesKeepThePrice();
    void everyChangeIsTold();
    void importTakesGoodRowsAndTellsBadOnes();
    void importGoesOnAfterAKill();
    void importTakesTheRealFile();

private:
    Person newPerson(const char *role, int tier);
    Heard ask(const QByteArray &method, const QByteArray &path, const Person &who = {}, const QByteArray &body = {},
              const QByteArray &headers = {});
    Heard upload(const Person &who, const QByteArray &file, const QByteArray &type = "image/jpeg",
                 const QByteArray &headers = {});
    QByteArray newPhoto(const Person &who, QColor color);
    QByteArray newListing(const Person &who, bool published = true, const QByteArray &more = {});
    qint64 number(const QByteArray &sql);

    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::BlockingConnection> m_sql;
    std::unique_ptr<files::LocalFileProvider> m_files;
    RoleTokens m_tokens;
    ManualClock m_clock;
    config::Settings m_settings;
    InProcessBus m_bus;
    CpuPool m_cpu;
    std::unique_ptr<db::Database> m_db;
    std::unique_ptr<Runtime> m_runtime;
    photo_text::NoReader m_photoText;
    std::unique_ptr<media::MediaFeature> m_media;
    std::unique_ptr<listings::ListingsFeature> m_listings;
    std::unique_ptr<favourites::FavouritesFeature> m_favourites;
    std::unique_ptr<HttpRig> m_rig;
    Person m_driver, m_otherDriver, m_newDriver, m_buyer, m_staff;
};

void TestListings::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    auto sql = db::BlockingConnection::open(m_database->url());
    QVERIFY(sql.ok());
    m_sql = std::make_unique<db::BlockingConnection>(std::move(*sql));
    auto files = files::LocalFileProvider::open(m_folder.filePath(u"media"_s));
    QVERIFY(files.ok());
    m_files = std::move(*files);

    HttpRig::Options options;
    options.authenticator = &m_tokens;
    options.uploadFolder = m_folder.path();
    options.limits.uploadMs = 20'000;
    options.limits.bodyMs = 20'000;
    options.limits.handleMs = 30'000;
    options.limits.idleMs = 30'000;
    options.database.url = m_database->url();
    options.build = [&](http::Router &router) {
        m_db = std::make_unique<db::Database>(options.database);
        m_settings.moderateFirstListings = m_settings.moderatePricePercent = 0; // see tst_moderation
        m_settings.moderatePhotoDistance = -1;
        m_runtime = std::make_unique<Runtime>(Runtime{*m_db, m_settings, m_clock, m_bus, m_cpu});
        m_media = std::make_unique<media::MediaFeature>(*m_runtime, *m_files, m_photoText);
        m_listings = std::make_unique<listings::ListingsFeature>(*m_runtime);
        m_favourites = std::make_unique<favourites::FavouritesFeature>(*m_runtime);
        m_media->registerOn(router);
        m_listings->registerOn(router);
        m_favourites->registerOn(router);
    };
    m_rig = std::make_unique<HttpRig>([](http::Router &) {}, options);
    m_driver = newPerson("driver", 2);
    m_otherDriver = newPerson("driver", 2);
    m_newDriver = newPerson("driver", 1);
    m_buyer = newPerson("buyer", 1);
    m_staff = newPerson("staff", 0);
}

void TestListings::cleanupTestCase()
{
    m_rig->onServer([&] {
        m_favourites.reset();
        m_listings.reset();
        m_media.reset();
        m_runtime.reset();
        m_db.reset();
    });
    m_rig.reset();
    m_sql.reset();
    m_database.reset();
}

Person TestListings::newPerson(const char *role, int tier)
{
    const UserId id = UserId::make(m_clock.now());
    const QByteArray card = "{\"id\":\"" + id.toText() + "\",\"role\":\"" + role
                            + "\",\"display_name\":\"Тест\",\"kyc_tier\":" + QByteArray::number(tier) + "}";
    const db::Params params = db::Params::of(id, id.toText() + "@example.test", role, tier, card, m_clock.now());
    const auto rows =
        m_sql->run("insert into users (id, email, password_hash, role, display_name, kyc_tier, card, created_at, updated_at)"
                   " values ($1, $2, 'x', $3, 'Тест', $4, $5, $6, $6)",
                   params);
    if (!rows.ok())
        qFatal("no person: %s", m_sql->lastMessage().constData());
    return {id, QByteArray(role) + ':' + id.toText()};
}

Heard TestListings::ask(const QByteArray &method, const QByteArray &path, const Person &who, const QByteArray &body,
                        const QByteArray &headers)
{
    HttpPeer peer = m_rig->connect();
    QByteArray request = method + " /api/v1" + path + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n";
    if (!who.token.isEmpty())
        request += "Authorization: Bearer " + who.token + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!body.isEmpty() && !headers.contains("Content-Type"))
        request += "Content-Type: application/json\r\n";
    peer.send(request + headers + "\r\n" + body, 20'000);
    const HttpPeer::Answer answer = peer.read(method == "HEAD", 20'000);
    Heard result{answer.status, answer.header("etag"), answer.head, answer.body, {}};
    if (!answer.header("content-type").startsWith("image"))
        result.json = QJsonDocument::fromJson(answer.body).object();
    return result;
}

Heard TestListings::upload(const Person &who, const QByteArray &file, const QByteArray &type, const QByteArray &headers)
{
    const QByteArray body = "--frontier\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\nContent-Type: "
                            + type + "\r\n\r\n" + file + "\r\n--frontier--\r\n";
    return ask("POST", "/media", who, body, "Content-Type: multipart/form-data; boundary=frontier\r\n" + headers);
}

QByteArray TestListings::newPhoto(const Person &who, QColor color)
{
    return upload(who, encoded(picture({64, 48}, color), "png")).json.value(u"id"_s).toString().toLatin1();
}

QByteArray TestListings::newListing(const Person &who, bool published, const QByteArray &more)
{
    const Heard created = ask("POST", "/listings", who, car(more));
    const QByteArray id = created.json.value(u"id"_s).toString().toLatin1();
    if (published)
        ask("POST", "/listings/" + id + "/publish", who);
    return id;
}

qint64 TestListings::number(const QByteArray &sql)
{
    const auto rows = m_sql->execute(sql);
    return rows.ok() && !rows->empty() ? rows->int64(0, 0) : -1;
}

void TestListings::storesAPhotoAndServesIt()
{
    const Heard stored = upload(m_driver, encoded(picture({3000, 1500}), "jpeg"));
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.json.value(u"width"_s).toInt(), 2048);
    QCOMPARE(stored.json.value(u"height"_s).toInt(), 1024);
    const QJsonObject variants = stored.json.value(u"variants"_s).toObject();
    const std::pair<const char *, QSize> sizes[] = {{"thumb", {320, 160}}, {"card", {800, 400}}, {"full", {2048, 1024}}};
    for (const auto &[word, size] : sizes) {
        const QByteArray path = variants.value(QLatin1String(word)).toString().toLatin1();
        QVERIFY2(path.startsWith("/api/v1/media/"), path.constData());
        const Heard shown = ask("GET", path.mid(7));
        QCOMPARE(shown.status, 200);
        QVERIFY(shown.head.toLower().contains("immutable"));
        const QImage image = QImage::fromData(shown.body, "jpeg");
        QCOMPARE(image.size(), size);
        QVERIFY(image.text().isEmpty());
        const QByteArray sha256 = QCryptographicHash::hash(shown.body, QCryptographicHash::Sha256).toHex();
        QCOMPARE(shown.etag, QByteArray('"' + sha256 + '"'));
        if (QByteArray(word) == "full")
            QCOMPARE(stored.json.value(u"sha256"_s).toString().toLatin1(), sha256);
        QCOMPARE(ask("GET", path.mid(7), {}, {}, "If-None-Match: " + shown.etag + "\r\n").status, 304);
        const Heard head = ask("HEAD", path.mid(7));
        QCOMPARE(head.status, 200);
        QVERIFY(head.body.isEmpty());
    }
    const QByteArray id = stored.json.value(u"id"_s).toString().toLatin1();
    QCOMPARE(ask("GET", "/media/" + id + "/huge").status, 404);
    QCOMPARE(ask("GET", "/media/0190aaaa-0000-7000-8000-000000000000/full").status, 404);
    QCOMPARE(ask("POST", "/media").status, 401);
    QCOMPARE(upload({}, encoded(picture({8, 8}), "png")).status, 401);
}

void TestListings::readsPngAndWebp()
{
    QImage transparent(600, 400, QImage::Format_ARGB32);
    transparent.fill(Qt::transparent);
    const Heard png = upload(m_driver, encoded(transparent, "png"), "image/jpeg"); // the header's type does not count
    QCOMPARE(png.status, 201);
    QCOMPARE(png.json.value(u"width"_s).toInt(), 600); // never enlarged
    const QByteArray full = png.json.value(u"variants"_s).toObject().value(u"full"_s).toString().toLatin1();
    const QImage shown = QImage::fromData(ask("GET", full.mid(7)).body);
    QVERIFY(shown.pixelColor(10, 10).lightness() > 250); // on white, not on black
    const QByteArray webp = encoded(picture({500, 300}), "webp");
    if (webp.isEmpty())
        QSKIP("the WebP plugin of Qt is not installed");
    QCOMPARE(upload(m_driver, webp).json.value(u"height"_s).toInt(), 300);
    QCOMPARE(upload(m_driver, webp.left(webp.size() - 60)).status, 422);
}

void TestListings::removesExifAndTurns()
{
    const QByteArray photo = withExif(encoded(picture({400, 200}), "jpeg"));
    QVERIFY(photo.contains("GPSLatitude"));
    const Heard stored = upload(m_driver, photo);
    QCOMPARE(stored.status, 201);
    QCOMPARE(stored.json.value(u"width"_s).toInt(), 200);
    QCOMPARE(stored.json.value(u"height"_s).toInt(), 400);
    for (const char *variant : {"thumb", "card", "full"}) {
        const QByteArray path = stored.json.value(u"variants"_s).toObject().value(QLatin1String(variant)).toString().toLatin1();
        const QByteArray bytes = ask("GET", path.mid(7)).body;
        QVERIFY(!bytes.contains("Exif"));
        QVERIFY(!bytes.contains("GPS"));
        const QImage image = QImage::fromData(bytes);
        QVERIFY(image.pixelColor(image.width() - 10, 10).red() > 150); // the corner went to the upper right
        QVERIFY(image.pixelColor(10, image.height() - 10).red() < 100);
    }
    // A large photo is scaled while it is decoded: the turn must not mix up its sides.
    const Heard large = upload(m_driver, withExif(encoded(picture({4000, 2500}), "jpeg")));
    QCOMPARE(large.json.value(u"width"_s).toInt(), 2048);
    QCOMPARE(large.json.value(u"height"_s).toInt(), 3276);
}

void TestListings::refusesHostileImages_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("status");
    const QByteArray jpeg = encoded(picture({640, 480}), "jpeg");
    const QByteArray png = encoded(picture({640, 480}), "png");
    QTest::newRow("empty") << QByteArray() << 415;
    QTest::newRow("svg") << QByteArray("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>") << 415;
    QTest::newRow("html") << QByteArray("<!doctype html><script>alert(1)</script>") << 415;
    QTest::newRow("gif") << QByteArray("GIF89a\1\0\1\0\0\0\0;", 14) << 415;
    QTest::newRow("script after a magic number") << QByteArray("\xFF\xD8\xFF<script>alert(1)</script>") << 422;
    QTest::newRow("jpeg cut off") << jpeg.left(jpeg.size() / 2) << 422;
    QTest::newRow("jpeg without its end") << jpeg.left(jpeg.size() - 2) << 422;
    QTest::newRow("png cut off") << png.left(png.size() / 2) << 422;
    QByteArray broken = png;
    for (qsizetype i = png.indexOf("IDAT") + 10; i < png.indexOf("IDAT") + 60; ++i)
        broken[i] = char(0x55);
    QTest::newRow("png with broken pixels") << broken << 422;
    QTest::newRow("png bomb") << pngBomb() << 422;
    QByteArray animated = png;
    animated.insert(33, pngChunk("acTL", QByteArray("\0\0\0\2\0\0\0\0", 8)));
    QTest::newRow("animated png") << animated << 406;
    QTest::newRow("tiff posing as jpeg") << QByteArray("II*\0\x08\0\0\0\0\0", 10) << 415;
}

void TestListings::refusesHostileImages()
{
    QFETCH(QByteArray, file);
    QFETCH(int, status);
    const qint64 before = number("select count(*) from media");
    const Heard refused = upload(m_driver, file);
    QCOMPARE(refused.status, status);
    QVERIFY(!refused.code().isEmpty());
    QCOMPARE(refused.field(), QByteArray("file"));
    QCOMPARE(number("select count(*) from media"), before);
    QCOMPARE(ask("GET", "/me/listings", m_driver).status, 200); // the server lives
}

void TestListings::fullDiskIsTold()
{
    // The kernel refuses to let a file of this process grow: the same way out as a full disk.
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    rlimit small = old;
    small.rlim_cur = 100;
    setrlimit(RLIMIT_FSIZE, &small);
    const auto refused = m_files->put(QByteArray(5000, 'x'));
    setrlimit(RLIMIT_FSIZE, &old);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.code(), ErrorCode::StorageFull);
    const auto stored = m_files->put(QByteArray(5000, 'x'));
    QVERIFY(stored.ok());
    QCOMPARE(QFileInfo(m_files->locate(*stored).localPath).size(), 5000);
    QCOMPARE(QDir(m_folder.filePath(u"media"_s)).entryList({u".tmp-*"_s}, QDir::Files | QDir::Hidden).size(), 0);
}

void TestListings::idempotentUploadIsOneRow()
{
    const qint64 before = number("select count(*) from media");
    const QByteArray file = encoded(picture({50, 50}, Qt::blue), "png");
    const Heard first = upload(m_driver, file, "image/png", "Idempotency-Key: photo-1\r\n");
    const Heard second = upload(m_driver, file, "image/png", "Idempotency-Key: photo-1\r\n");
    QCOMPARE(first.status, 201);
    QCOMPARE(second.json, first.json);
    QCOMPARE(number("select count(*) from media"), before + 1);
}

void TestListings::createsAndShows()
{
    const QByteArray photo = newPhoto(m_driver, Qt::yellow);
    const Heard created = ask("POST", "/listings", m_driver,
                              car(",\"vin\":\"jtmrfrev10d123456\",\"photos\":[\"" + photo + "\"],\"attributes\":{\"seats\":5}"),
                              "Idempotency-Key: car-1\r\n");
    QCOMPARE(created.status, 201);
    QCOMPARE(created.json.value(u"status"_s).toString(), u"draft"_s);
    QCOMPARE(created.json.value(u"version"_s).toInt(), 1);
    QCOMPARE(created.json.value(u"transmission"_s).toString(), u"automatic"_s);
    QCOMPARE(created.json.value(u"vin"_s).toString(), u"JTMRFREV10D123456"_s);
    QCOMPARE(created.json.value(u"photo_count"_s).toInt(), 1);
    QCOMPARE(created.json.value(u"driver"_s).toObject().value(u"id"_s).toString(), m_driver.id.toString());
    const Heard again = ask("POST", "/listings", m_driver,
                            car(",\"vin\":\"jtmrfrev10d123456\",\"photos\":[\"" + photo + "\"],\"attributes\":{\"seats\":5}"),
                            "Idempotency-Key: car-1\r\n");
    QCOMPARE(again.json, created.json);

    const QByteArray path = "/listings/" + created.json.value(u"id"_s).toString().toLatin1();
    const Heard shown = ask("GET", path, m_driver);
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.json, created.json);
    const auto dto = api::ListingDto::read(shown.json);
    QVERIFY2(dto.ok(), dto.ok() ? "" : qPrintable(dto.errors.front().field));
    QCOMPARE(dto.value.card.price.amountMinor, 285000000);
    QCOMPARE(dto.value.photos.size(), size_t(1));
    QCOMPARE(ask("GET", path, m_driver, {}, "If-None-Match: " + shown.etag + "\r\n").status, 304);
    QCOMPARE(ask("GET", path, m_staff).status, 200);
    QCOMPARE(ask("GET", "/listings/not-an-id").status, 404);
}

void TestListings::refusesWrongBodies_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("no brand") << QByteArray("\"brand\":\"\"") << QByteArray("brand");
    QTest::newRow("brand too long") << QByteArray("\"brand\":\"" + QByteArray(61, 'a') + "\"") << QByteArray("brand");
    QTest::newRow("year as text") << QByteArray("\"year\":\"2021\"") << QByteArray("year");
    QTest::newRow("year of the future") << QByteArray("\"year\":2090") << QByteArray("year");
    QTest::newRow("negative mileage") << QByteArray("\"mileage_km\":-1") << QByteArray("mileage_km");
    QTest::newRow("country of three letters") << QByteArray("\"country_from\":\"JPN\"") << QByteArray("country_from");
    QTest::newRow("price zero") << QByteArray("\"price\":{\"amount\":0,\"currency\":\"RUB\"}") << QByteArray("price.amount");
    QTest::newRow("price as a fraction") << QByteArray("\"price\":{\"amount\":1.5,\"currency\":\"RUB\"}")
                                         << QByteArray("price.amount");
    QTest::newRow("unknown currency") << QByteArray("\"price\":{\"amount\":1,\"currency\":\"XXX\"}")
                                      << QByteArray("price.currency");
    QTest::newRow("delivered in no time") << QByteArray("\"delivery_eta_days\":0") << QByteArray("delivery_eta_days");
    QTest::newRow("unknown body") << QByteArray("\"body_type\":\"spaceship\"") << QByteArray("body_type");
    QTest::newRow("wrong VIN") << QByteArray("\"vin\":\"IOQ\"") << QByteArray("vin");
    QTest::newRow("photo of nobody") << QByteArray("\"photos\":[\"0190aaaa-0000-7000-8000-000000000000\"]")
                                     << QByteArray("photos");
    QTest::newRow("unknown attribute") << QByteArray("\"attributes\":{\"wings\":2}") << QByteArray("attributes.wings");
    QTest::newRow("description too long") << QByteArray("\"description\":\"" + QByteArray(8001, 'a') + "\"")
                                          << QByteArray("description");
}

void TestListings::refusesWrongBodies()
{
    QFETCH(QByteArray, change);
    QFETCH(QByteArray, field);
    QJsonObject body = QJsonDocument::fromJson(car()).object();
    const QJsonObject patch = QJsonDocument::fromJson("{" + change + "}").object();
    QVERIFY(!patch.isEmpty());
    for (auto it = patch.begin(); it != patch.end(); ++it)
        body.insert(it.key(), it.value());
    const Heard refused = ask("POST", "/listings", m_driver, QJsonDocument(body).toJson());
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.code(), QByteArray("validation_failed"));
    QCOMPARE(refused.field(), field);
    if (field == "photos" || field == "attributes.wings")
        return;
    const QByteArray id = newListing(m_driver, false);
    const Heard patched = ask("PATCH", "/listings/" + id, m_driver, "{" + change + "}", "If-Match: \"1\"\r\n");
    QCOMPARE(patched.status, 422);
    QCOMPARE(patched.field(), field);
}

void TestListings::refusesContactsInDescription()
{
    QJsonObject body = QJsonDocument::fromJson(car()).object();
    body.insert(u"description"_s, u"Звоните +7 916 123-45-67, всё расскажу"_s);
    const Heard refused = ask("POST", "/listings", m_driver, QJsonDocument(body).toJson());
    QCOMPARE(refused.status, 422);
    QCOMPARE(refused.field(), QByteArray("description"));
    const QJsonArray spans = refused.json.value(u"spans"_s).toArray();
    QCOMPARE(spans.size(), 1);
    QCOMPARE(spans.first().toObject().value(u"kind"_s).toString(), u"phone"_s);
    QCOMPARE(spans.first().toObject().value(u"start"_s).toInt(), 8);
}

void TestListings::refusesContactsInTitle()
{
    QJsonObject body = QJsonDocument::fromJson(car()).object();
    body.insert(u"model"_s, u"Camry 8-916-123-45-67"_s);
    QCOMPARE(ask("POST", "/listings", m_driver, QJsonDocument(body).toJson()).field(), QByteArray("model"));
    body.insert(u"brand"_s, u"Toyota 8916"_s); // one half in each
    body.insert(u"model"_s, u"1234567"_s);
    QCOMPARE(ask("POST", "/listings", m_driver, QJsonDocument(body).toJson()).field(), QByteArray("model"));
    body.insert(u"brand"_s, u"Mercedes-Benz"_s);
    body.insert(u"model"_s, u"E 200 4MATIC W213"_s);
    QCOMPARE(ask("POST", "/listings", m_driver, QJsonDocument(body).toJson()).status, 201);
}

void TestListings::draftsAreHidden()
{
    const QByteArray path = "/listings/" + newListing(m_driver, false);
    for (const Person &stranger : {Person(), m_buyer, m_otherDriver}) {
        QCOMPARE(ask("GET", path, stranger).status, 404);
        QCOMPARE(ask("GET", path + "/similar", stranger).status, 404);
    }
    QCOMPARE(ask("PUT", "/me/favourites" + path.mid(9), m_buyer).status, 404);
    QCOMPARE(ask("POST", path + "/report", m_buyer, R"({"reason":"fraud"})").status, 404);
    QCOMPARE(ask("POST", path + "/publish", m_driver).status, 200);
    QCOMPARE(ask("GET", path).status, 200);
    ask("POST", path + "/pause", m_driver);
    QCOMPARE(ask("GET", path, m_buyer).json.value(u"status"_s).toString(), u"paused"_s);
}

void TestListings::publishNeedsDriverWithPapers()
{
    QCOMPARE(ask("POST", "/listings", m_buyer, car()).status, 403);
    QCOMPARE(ask("POST", "/listings", {}, car()).status, 401);
    const QByteArray path = "/listings/" + newListing(m_newDriver, false);
    const Heard refused = ask("POST", path + "/publish", m_newDriver);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.code(), QByteArray("kyc_required"));
    QCOMPARE(ask("GET", path).status, 404);
}

void TestListings::lifecycleIsAnAllowList()
{
    const QByteArray path = "/listings/" + newListing(m_driver, false);
    QCOMPARE(ask("POST", path + "/pause", m_driver).status, 409);
    const Heard published = ask("POST", path + "/publish", m_driver);
    QCOMPARE(published.json.value(u"status"_s).toString(), u"published"_s);
    QCOMPARE(published.json.value(u"version"_s).toInt(), 2);
    QCOMPARE(ask("POST", path + "/publish", m_driver).json.value(u"version"_s).toInt(), 2); // the same again changes nothing
    QCOMPARE(ask("POST", path + "/pause", m_driver).status, 200);
    QCOMPARE(ask("POST", path + "/publish", m_driver).json.value(u"published_at"_s), published.json.value(u"published_at"_s));
    QCOMPARE(ask("POST", path + "/archive", m_driver).status, 200);
    QCOMPARE(ask("POST", path + "/publish", m_driver).status, 409);
    QCOMPARE(ask("PATCH", path, m_driver, R"({"year":2020})", "If-Match: \"5\"\r\n").status, 409);

    const QByteArray draft = "/listings/" + newListing(m_driver, false);
    QCOMPARE(ask("DELETE", draft, m_driver).status, 204);
    QCOMPARE(ask("GET", draft, m_driver).status, 404);
    const QByteArray seen = "/listings/" + newListing(m_driver);
    QCOMPARE(ask("DELETE", seen, m_driver).status, 204);
    QCOMPARE(ask("DELETE", seen, m_driver).status, 204);
    QCOMPARE(ask("GET", seen).json.value(u"status"_s).toString(), u"archived"_s);
}

void TestListings::changesNeedTheVersion()
{
    const QByteArray path = "/listings/" + newListing(m_driver);
    QCOMPARE(ask("PATCH", path, m_driver, R"({"year":2020})").status, 428);
    QCOMPARE(ask("PATCH", path, m_driver, R"({"year":2020})", "If-Match: \"1\"\r\n").status, 412);
    QCOMPARE(ask("PATCH", path, m_driver, R"({"year":2020})", "If-Match: nonsense\r\n").status, 412);
    const QByteArray etag = ask("GET", path, m_driver).etag;
    const Heard changed =
        ask("PATCH", path, m_driver, R"({"year":2020,"engine_cc":null,"vin":null})", "If-Match: " + etag + "\r\n");
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.json.value(u"year"_s).toInt(), 2020);
    QVERIFY(changed.json.value(u"engine_cc"_s).isNull());
    QCOMPARE(changed.json.value(u"brand"_s).toString(), u"Toyota"_s);
    QCOMPARE(changed.json.value(u"version"_s).toInt(), 3);
    QVERIFY(ask("GET", path, m_driver).etag != etag);
}

void TestListings::twoEditorsRace()
{
    const QByteArray path = "/listings/" + newListing(m_driver);
    std::array<int, 8> statuses{};
    std::vector<std::thread> editors;
    for (size_t i = 0; i < statuses.size(); ++i) {
        editors.emplace_back([&, i] {
            statuses[i] =
                ask("PATCH", path, m_driver, "{\"mileage_km\":" + QByteArray::number(int(i)) + "}", "If-Match: \"2\"\r\n").status;
        });
    }
    for (std::thread &editor : editors)
        editor.join();
    QCOMPARE(std::count(statuses.begin(), statuses.end(), 200), 1);
    QCOMPARE(std::count(statuses.begin(), statuses.end(), 412), 7);
    QCOMPARE(ask("GET", path).json.value(u"version"_s).toInt(), 3);
}

void TestListings::photosKeepTheirOrder()
{
    const QByteArray a = newPhoto(m_driver, Qt::red);
    const QByteArray b = newPhoto(m_driver, Qt::green);
    const QByteArray c = newPhoto(m_driver, Qt::blue);
    const QByteArray foreign = newPhoto(m_otherDriver, Qt::cyan);
    const QByteArray path = "/listings/" + newListing(m_driver) + "/photos";
    const auto put = [&](const QByteArrayList &ids, const QByteArray &headers = {}) {
        return ask("PUT", path, m_driver, "{\"photos\":[\"" + ids.join("\",\"") + "\"]}", headers);
    };
    const auto idsOf = [](const Heard &answer) {
        QByteArrayList ids;
        const QJsonArray photos = answer.json.value(u"photos"_s).toArray();
        for (const QJsonValue &photo : photos)
            ids.append(photo.toObject().value(u"id"_s).toString().toLatin1());
        return ids;
    };
    QCOMPARE(idsOf(put({a, b, c})), (QByteArrayList{a, b, c}));
    const Heard turned = put({c, a}, "If-Match: \"3\"\r\n");
    QCOMPARE(idsOf(turned), (QByteArrayList{c, a}));
    QVERIFY(turned.json.value(u"photo"_s).toString().toLatin1().contains(c));
    QCOMPARE(idsOf(ask("GET", path.chopped(7))), (QByteArrayList{c, a}));
    QCOMPARE(put({a}, "If-Match: \"3\"\r\n").status, 412);
    QCOMPARE(put({a, a}).field(), QByteArray("photos"));
    QCOMPARE(put({a, foreign}).status, 422);
    QByteArrayList many;
    for (int i = 0; i < 41; ++i)
        many.append(a);
    QCOMPARE(put(many).status, 422);
    QCOMPARE(ask("PUT", path, m_driver, R"({"photos":[]})").json.value(u"photo_count"_s).toInt(), 0);
    // A change of the text keeps the photos.
    put({b});
    const Heard patched = ask("PATCH", path.chopped(7), m_driver, R"({"color":"red"})", "If-Match: \"6\"\r\n");
    QCOMPARE(patched.status, 200);
    QCOMPARE(idsOf(patched), (QByteArrayList{b}));
}

void TestListings::strangersMayNotWrite_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("patch") << QByteArray("PATCH") << QByteArray() << QByteArray(R"({"year":2000})");
    QTest::newRow("delete") << QByteArray("DELETE") << QByteArray() << QByteArray();
    QTest::newRow("publish") << QByteArray("POST") << QByteArray("/publish") << QByteArray();
    QTest::newRow("pause") << QByteArray("POST") << QByteArray("/pause") << QByteArray();
    QTest::newRow("archive") << QByteArray("POST") << QByteArray("/archive") << QByteArray();
    QTest::newRow("photos") << QByteArray("PUT") << QByteArray("/photos") << QByteArray(R"({"photos":[]})");
}

void TestListings::strangersMayNotWrite()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    const QByteArray draft = "/listings/" + newListing(m_driver, false) + path;
    const QByteArray open = "/listings/" + newListing(m_driver) + path;
    const QByteArray headers = "If-Match: \"1\"\r\n";
    for (const Person &stranger : {m_otherDriver, m_buyer}) {
        QCOMPARE(ask(method, draft, stranger, body, headers).status, 404);
        QCOMPARE(ask(method, open, stranger, body, headers).status, 403);
    }
    QCOMPARE(ask(method, open, {}, body, headers).status, 401);
    QCOMPARE(ask(method, "/listings/0190aaaa-0000-7000-8000-000000000000" + path, m_driver, body, headers).status, 404);
}

void TestListings::listsPageThrough()
{
    const Person driver = newPerson("driver", 2);
    QByteArrayList ids;
    for (int i = 0; i < 5; ++i) {
        ids.prepend(newListing(driver, i != 2));
        m_clock.advance(1);
    }
    const auto pageThrough = [&](const QByteArray &path, const Person &who) {
        QByteArrayList found;
        QByteArray cursor;
        do {
            const Heard page = ask("GET", path + "limit=2" + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor), who);
            if (page.status != 200)
                return QByteArrayList{"status"};
            const QJsonArray items = page.json.value(u"items"_s).toArray();
            for (const QJsonValue &item : items)
                found.append(item.toObject().value(u"id"_s).toString().toLatin1());
            cursor = page.json.value(u"next_cursor"_s).toString().toLatin1();
        } while (!cursor.isEmpty());
        return found;
    };
    QCOMPARE(pageThrough("/me/listings?", driver), ids);
    QCOMPARE(pageThrough("/me/listings?status=draft&", driver), (QByteArrayList{ids[2]}));
    QByteArrayList published = ids;
    published.removeAt(2);
    QCOMPARE(pageThrough("/users/" + driver.id.toText() + "/listings?", {}), published);
    const QJsonObject first = ask("GET", "/me/listings?limit=1", driver).json.value(u"items"_s).toArray().first().toObject();
    QCOMPARE(first.value(u"version"_s).toInt(), 2);
    QVERIFY(api::ListingPageDto::read(ask("GET", "/users/" + driver.id.toText() + "/listings").json).ok());
    QCOMPARE(ask("GET", "/me/listings", m_buyer).status, 403);
    QCOMPARE(ask("GET", "/me/listings").status, 401);
    QCOMPARE(ask("GET", "/me/listings?cursor=%21", driver).status, 400);
    QCOMPARE(ask("GET", "/me/listings?status=sold", driver).status, 422);
    QCOMPARE(ask("GET", "/me/listings?limit=1000", driver).status, 422);
}

void TestListings::similarAndReport()
{
    const QByteArray id = newListing(m_driver);
    const QByteArray twin = newListing(m_driver);
    const Heard similar = ask("GET", "/listings/" + id + "/similar?limit=50");
    QCOMPARE(similar.status, 200);
    QByteArrayList found;
    const QJsonArray items = similar.json.value(u"items"_s).toArray();
    for (const QJsonValue &item : items)
        found.append(item.toObject().value(u"id"_s).toString().toLatin1());
    QVERIFY(found.contains(twin));
    QVERIFY(!found.contains(id));
    const QByteArray path = "/listings/" + id + "/report";
    QCOMPARE(ask("POST", path, m_buyer, R"({"reason":"fraud","text":"Это не та машина"})").status, 204);
    QCOMPARE(ask("POST", path, m_buyer, R"({"reason":"other"})").status, 204);
    QCOMPARE(number("select count(*) from reports where kind = 'listing' and subject_id = '" + id + "'"), 1);
    QCOMPARE(ask("POST", path, m_buyer, R"({"reason":"boring"})").status, 422);
    QCOMPARE(ask("POST", path, m_driver, R"({"reason":"fraud"})").status, 409);
    QCOMPARE(ask("POST", path, {}, R"({"reason":"fraud"})").status, 401);
}

void TestListings::similarCarsSayWhy()
{
    const Person driver = newPerson("driver", 2);
    // A market of its own: nobody else sells this brand, or cars of this shape for such prices.
    const auto add = [&](const QByteArray &brand, const QByteArray &model, qint64 price, const QByteArray &more = {}) {
        return newListing(driver, true,
                          R"(,"brand":")" + brand + R"(","model":")" + model + R"(","body_type":"minivan","price":{"amount":)"
                              + QByteArray::number(price) + R"(,"currency":"RUB"})" + more);
    };
    const QByteArray me = add("Zubr", "One", 9'000'000'00);
    const QByteArray twin = add("Zubr", "One", 9'900'000'00);
    const QByteArray sister = add("Zubr", "Two", 8'100'000'00);
    const QByteArray cousin = add("Zubr", "Three", 9'000'000'00, R"(,"body_type":"suv")");
    const QByteArray stranger = add("Yak", "Van", 9'000'000'00);
    const QByteArray dear = add("Zubr", "One", 14'500'000'00);
    const QByteArray cheap = add("Zubr", "One", 5'300'000'00);
    const QByteArray foreign = add("Zubr", "One", 9'000'000'00, R"(,"price":{"amount":900000000,"currency":"JPY"})");
    const QByteArray paused = add("Zubr", "One", 9'000'000'00);
    ask("POST", "/listings/" + paused + "/pause", driver);
    const Person banned = newPerson("driver", 2);
    const QByteArray ofBanned =
        newListing(banned, true, R"(,"brand":"Zubr","model":"One","price":{"amount":900000000,"currency":"RUB"})");
    QVERIFY(m_sql->run("update users set status = 'banned' where id = $1", db::Params::of(banned.id)).ok());
    const auto reasonsOf = [&] {
        QByteArrayList lines;
        const QJsonArray items = ask("GET", "/listings/" + me + "/similar").json.value(u"items"_s).toArray();
        for (const QJsonValue &item : items) {
            const QJsonObject reason = item.toObject().value(u"reason"_s).toObject();
            lines.append(item.toObject().value(u"id"_s).toString().toLatin1() + ' '
                         + reason.value(u"code"_s).toString().toLatin1() + ' '
                         + QByteArray::number(reason.value(u"price_difference_percent"_s).toInt()));
        }
        return lines;
    };
    const QByteArrayList expected = {twin + " same_model 10", sister + " same_brand_and_body -10", stranger + " same_body 0",
                                     cousin + " same_brand 0"};
    // By shape before by brand: sister and stranger share it, and the stranger's price is nearer.
    const QByteArrayList found = reasonsOf();
    QCOMPARE(found.size(), expected.size());
    QCOMPARE(found.first(), expected.first());
    QCOMPARE(found.last(), expected.last());
    for (const QByteArray &line : expected)
        QVERIFY2(found.contains(line), line);
    QCOMPARE(reasonsOf(), found); // the same market, the same answer
}

void TestListings::otherCarsOfTheDriver()
{
    const Person driver = newPerson("driver", 2);
    const QByteArray first = newListing(driver);
    const QByteArray second = newListing(driver);
    const QByteArray draft = newListing(driver, false);
    const auto idsOf = [&](const QByteArray &query) {
        QByteArrayList ids;
        const QByteArray path = "/users/" + driver.id.toText() + "/listings" + query;
        const QJsonArray items = ask("GET", path).json.value(u"items"_s).toArray();
        for (const QJsonValue &item : items)
            ids.append(item.toObject().value(u"id"_s).toString().toLatin1());
        return ids;
    };
    QCOMPARE(idsOf({}).size(), 2);
    QCOMPARE(idsOf("?except=" + second), QByteArrayList{first});
    QCOMPARE(idsOf("?except=" + draft).size(), 2);
    QCOMPARE(ask("GET", "/users/" + driver.id.toText() + "/listings?except=x").status, 422);
}

void TestListings::favouritesKeepThePrice()
{
    const Person buyer = newPerson("buyer", 1);
    QByteArrayList ids;
    for (int i = 0; i < 3; ++i) {
        ids.prepend(newListing(m_driver));
        QCOMPARE(ask("PUT", "/me/favourites/" + ids.first(), buyer).status, 204);
        m_clock.advance(10);
    }
    QCOMPARE(ask("PUT", "/me/favourites/" + ids.last(), buyer).status, 204); // again: stays where it is
    QCOMPARE(ask("GET", "/listings/" + ids.first(), buyer).json.value(u"favourite"_s).toBool(), true);
    QCOMPARE(ask("GET", "/listings/" + ids.first(), m_buyer).json.value(u"favourite"_s).toBool(), false);
    ask("PATCH", "/listings/" + ids.first(), m_driver, R"({"price":{"amount":1000,"currency":"RUB"}})", "If-Match: \"2\"\r\n");
    ask("POST", "/listings/" + ids[1] + "/archive", m_driver);
    const Heard page = ask("GET", "/me/favourites?limit=2", buyer);
    const auto list = api::ListingPageDto::read(page.json);
    QVERIFY(list.ok());
    QCOMPARE(list.value.items.size(), size_t(2));
    QCOMPARE(list.value.items[0].id.toText(), ids[0]);
    QCOMPARE(list.value.items[0].price.amountMinor, 1000);
    QCOMPARE(list.value.items[0].keptPrice->amountMinor, 285000000);
    QCOMPARE(list.value.items[1].status, u"archived"_s);
    const Heard rest = ask("GET", "/me/favourites?limit=2&cursor=" + list.value.nextCursor.toLatin1(), buyer);
    QCOMPARE(rest.json.value(u"items"_s).toArray().size(), 1);
    QVERIFY(rest.json.value(u"next_cursor"_s).isNull());
    QCOMPARE(ask("DELETE", "/me/favourites/" + ids.first(), buyer).status, 204);
    QCOMPARE(ask("DELETE", "/me/favourites/" + ids.first(), buyer).status, 204);
    QCOMPARE(ask("GET", "/me/favourites", buyer).json.value(u"items"_s).toArray().size(), 2);
    QCOMPARE(ask("GET", "/me/favourites?cursor=abc", buyer).status, 400);
    QCOMPARE(ask("GET", "/me/favourites", m_buyer).json.value(u"items"_s).toArray().size(), 0); // each his own
    QCOMPARE(ask("GET", "/me/favourites").status, 401);
    QCOMPARE(ask("PUT", "/me/favourites/" + ids.first()).status, 401);
    QCOMPARE(ask("PUT", "/me/favourites/0190aaaa-0000-7000-8000-000000000000", buyer).status, 404);
}

void TestListings::everyChangeIsTold()
{
    const auto told = [&](const QByteArray &id) {
        return number("select count(*) from outbox where topic = 'listing.changed' and key = '" + id + "'");
    };
    const QByteArray id = newListing(m_driver);
    QCOMPARE(told(id), 2);
    ask("PATCH", "/listings/" + id, m_driver, R"({"year":2019})", "If-Match: \"2\"\r\n");
    QCOMPARE(told(id), 3);
    ask("PATCH", "/listings/" + id, m_driver, R"({"year":2018})", "If-Match: \"2\"\r\n");
    QCOMPARE(told(id), 3); // refused: nothing to tell
    ask("POST", "/listings/" + id + "/archive", m_driver);
    QCOMPARE(told(id), 4);
    QCOMPARE(number("select count(*) from listings where id = '" + id + "' and card->>'status' = status and version = 4"), 1);
}

namespace {
const char kHeader[] =
    "external_id,brand,model,year,price_rub,mileage_km,fuel,transmission,hp,engine_l,country_from,description,vin\n";

QString writeFile(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no room for %s", qPrintable(name));
    return file.fileName();
}
} // namespace

void TestListings::importTakesGoodRowsAndTellsBadOnes()
{
    const Person driver = newPerson("driver", 2);
    QByteArray csv("\xEF\xBB\xBF");
    csv += kHeader;
    csv += "a1,Audi,A4,2017,1932000,41756,diesel,auto,,2,GB,,\r\n"; // 2
    csv +=
        "a2,Audi,\"A4 \"\"Avant\"\", S line\",2017,1932000.50,41756,дизель,robot,150,,DE,\"Два\nряда, всё цело\",\n"; // 3 and 4
    csv += "a3,Audi,A4,2017,много,41756,diesel,auto,,2,GB,,\n";                                                       // 5 price
    csv += "a4,Audi,A4,1700,1932000,41756,diesel,auto,,2,GB,,\n";                                                     // 6 year
    csv += "a5,Audi,A4,2099,1932000,41756,diesel,auto,,2,GB,,\n";                                                     // 7 year
    csv += "a6,,A4,2017,1932000,41756,diesel,auto,,2,GB,,\n";                                                         // 8 brand
    csv += "a7,Audi,A4,2017,1932000,41756,plutonium,auto,,2,GB,,\n";                                                  // 9 fuel
    csv += "a8,Audi,A4,2017,1932000\n";                                                                               // 10 fields
    csv += "a9,Audi,A\"4,2017,1932000,41756,diesel,auto,,2,GB,,\n";                                                   // 11 quote
    csv += "b1,Audi,\"A4\"x,2017,1932000,41756,diesel,auto,,2,GB,,\n";                          // 12 after a quote
    csv += "b2,Audi,A4\xFF,2017,1932000,41756,diesel,auto,,2,GB,,\n";                           // 13 UTF-8
    csv += QByteArray("b3,Au\0di,A4,2017,1932000,41756,diesel,auto,,2,GB,,\n", 51);             // 14 NUL
    csv += "b4,Audi,A4,2017,1932000,41756,diesel,auto,,2,GB,Пишите в телеграм @ivan_petrov,\n"; // 15 contacts
    csv += "b5,Audi,A4,2017,1932000,41756,diesel,auto,,2,GB,,TOOSHORT\n";                       // 16 VIN
    csv += "b6,Audi,A4,2017,-5,41756,diesel,auto,,2,GB,,\n";                                    // 17 price
    csv += "b7,Audi," + QByteArray(70'000, 'x') + ",2017,1932000,41756,diesel,auto,,2,GB,,\n";  // 18 huge field
    csv += "\n";                                                                                // 19 passed over
    csv += "a1,Audi,A4,2017,1932000,41756,diesel,auto,,2,GB,,\n";                               // 20 the same id
    csv += "b8,Audi,A4,2017,1932000,41756,electric,auto,,0,CN,,\n";                             // 21
    csv += "b9,Audi,\"A4,2017,1932000,41756,diesel,auto,,2,GB,,\n";                             // 22 never closed
    listings::ImportOptions options;
    options.databaseUrl = m_database->url();
    options.file = writeFile(m_folder, u"bad.csv"_s, csv);
    options.ownerEmail = driver.id.toString().toUpper() + u"@example.test"_s;
    options.reportFile = m_folder.filePath(u"report.csv"_s);
    const QByteArray count =
        "select count(*) from listings where status = 'published' and driver_id = '" + driver.id.toText() + "'";

    options.dryRun = true;
    const auto dry = listings::runImport(options, m_clock);
    QVERIFY(dry.ok());
    QCOMPARE(dry->bad, 15);
    QCOMPARE(number(count), 0);
    options.dryRun = false;
    const auto first = listings::runImport(options, m_clock);
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->rows, 19);
    QCOMPARE(first->added, 3);
    QCOMPARE(first->known, 1);
    QCOMPARE(first->bad, 15);
    QCOMPARE(number(count), 3);
    QCOMPARE(number(count
                    + " and model = 'A4 \"Avant\", S line' and price_minor = 193200050 and power_hp = 150 and fuel = 'diesel'"
                      " and description = E'Два\\nряда, всё цело'"),
             1);
    QCOMPARE(number(count + " and external_id = 'a1' and engine_cc = 2000 and power_hp is null and delivery_eta_days = 30"), 1);

    QFile report(options.reportFile);
    QVERIFY(report.open(QIODevice::ReadOnly));
    const QByteArray text = report.readAll();
    for (const char *line :
         {"\n5,\"price", "\n6,\"year", "\n7,\"year", "\n8,\"brand", "\n9,\"fuel", "\n10,\"", "\n11,\"", "\n12,\"", "\n13,\"",
          "\n14,\"", "\n15,\"description", "\n16,\"vin", "\n17,\"price", "\n18,\"", "\n22,\""})
        QVERIFY2(text.contains(line), line);

    const auto again = listings::runImport(options, m_clock);
    QVERIFY(again.ok());
    QCOMPARE(again->added, 0);
    QCOMPARE(again->known, 4);
    QCOMPARE(number(count), 3);
    QCOMPARE(number("select json_array_length(payload->'ids') from outbox where key = '" + driver.id.toText() + "'"), 3);
    const QByteArray id =
        m_sql->execute("select id from listings where external_id = 'a1' and driver_id = '" + driver.id.toText() + "'")
            ->bytes(0, 0);
    const auto shown = api::ListingDto::read(ask("GET", "/listings/" + id).json);
    QVERIFY(shown.ok());
    QCOMPARE(shown.value.card.price.amountMinor, 193200000);

    options.ownerEmail = m_buyer.id.toString() + u"@example.test"_s;
    QCOMPARE(listings::runImport(options, m_clock).code(), ErrorCode::Forbidden);
    options.ownerEmail = u"nobody@example.test"_s;
    QCOMPARE(listings::runImport(options, m_clock).error().field, u"owner"_s);
    options.ownerEmail = driver.id.toString() + u"@example.test"_s;
    options.map = {{u"brand"_s, u"wings"_s}};
    QCOMPARE(listings::runImport(options, m_clock).code(), ErrorCode::UnknownValue);
}

void TestListings::importGoesOnAfterAKill()
{
    const Person driver = newPerson("driver", 2);
    QByteArray csv("Марка,model,year,price_rub,mileage_km,country\n");
    for (int i = 0; i < 1400; ++i)
        csv += "Kia,K5,2020,2000000," + QByteArray::number(i / 2) + ",KR\n"; // every line twice: two cars that look alike
    listings::ImportOptions options;
    options.databaseUrl = m_database->url();
    options.file = writeFile(m_folder, u"twins.csv"_s, csv);
    options.ownerEmail = driver.id.toString() + u"@example.test"_s;
    options.map = {{u"Марка"_s, u"brand"_s}};
    options.batchRows = 100;
    const QByteArray count = "select count(*) from listings where driver_id = '" + driver.id.toText() + "'";
    int batches = 0;
    const auto killed = listings::runImport(options, m_clock, [&](const listings::ImportProgress &) { return ++batches < 3; });
    QVERIFY(killed.ok());
    QCOMPARE(number(count), 300);
    const auto rest = listings::runImport(options, m_clock);
    QVERIFY(rest.ok());
    QCOMPARE(rest->known, 300);
    QCOMPARE(rest->added, 1100);
    QCOMPARE(number(count), 1400);
    // So many at once are made known to the planner.
    QVERIFY(number("select reltuples::bigint from pg_class where oid = 'listings'::regclass") >= 1300);
}

void TestListings::importTakesTheRealFile()
{
    QFile real(sourceDir() + QStringLiteral("/../shared/data/listings_uk_cc0.csv"));
    if (!real.open(QIODevice::ReadOnly))
        QSKIP("the public data set is not beside the sources");
    const Person driver = newPerson("driver", 2);
    listings::ImportOptions options;
    options.databaseUrl = m_database->url();
    QByteArray head;
    for (int i = 0; i < 20'001 && !real.atEnd(); ++i)
        head += real.readLine();
    options.file = writeFile(m_folder, u"real.csv"_s, head);
    options.ownerEmail = driver.id.toString() + u"@example.test"_s;
    options.reportFile = m_folder.filePath(u"real_report.csv"_s);
    const auto done = listings::runImport(options, m_clock);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().field + done.error().detail));
    QCOMPARE(done->rows, 20'000);
    QCOMPARE(done->added + done->bad, 20'000);
    QVERIFY2(done->bad < 100, QByteArray::number(done->bad).constData());
    qInfo("%lld rows in %lld ms", static_cast<long long>(done->rows), static_cast<long long>(done->elapsedMs));
}

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QCoreApplication app(argc, argv);
    TestListings test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_listings.moc"
