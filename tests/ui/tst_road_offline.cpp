// A driver's way without a network, against the real server: from the pick-up to the arrival everything is recorded on the
// device, the app is killed again and again while it sends, and the server has each record once, in order, with just these
// photos.
#include "app-driver/deals/code_reader.h"
#include "app-driver/deals/run_view_model.h"
#include "fault_proxy.h"
#include "qml/client/outbox_model.h"
#include "qml/client/photo_sender.h"
#include "qml/deals/deal_words.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/hasty_app.h"
#include "tests/ui/rig/local_server.h"

#include <QCryptographicHash>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <qrencode.h>

using namespace cargo;
using namespace cargo::client;
using driver::RunViewModel;
using Fault = test::FaultProxy::Fault;

namespace {

// What --child does: the app of folder and url, sending what waits until it is killed.
int runChild(const QString &folder, const QString &url)
{
    test::HastyApp app(folder, url, QStringLiteral("driver"));
    const auto say = [&app] {
        std::puts("step");
        std::fflush(stdout);
        if (app.client->outbox()->items().empty())
            QCoreApplication::quit();
    };
    QObject::connect(app.client->outbox(), &Outbox::changed, say);
    app.client->start();
    QTimer::singleShot(0, app.client->outbox(), say);
    return QCoreApplication::exec();
}

} // namespace

class TestRoadOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase()
    {
        m_proxy.reset();
        m_server.end();
    }
    void cleanup()
    {
        if (m_proxy)
            m_proxy->set(Fault::None);
    }
    void wayWithoutALine();
    void killedWhileItSends();
    void largePhotoGoesOnWhereItStopped();
    void twoDevicesOnOneDeal();
    void photosWaitForWifi();
    void handoverIsTheServersWord();
    void codesInPictures();

private:
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body, const QJsonObject &who);
    QString fundedDeal(const QString &buyer);
    QJsonArray records(const QString &deal);
    static std::unique_ptr<RunViewModel> runOf(Client *client, const QString &deal);
    static QVariantMap pickUp(RunViewModel &run, const QStringList &photos);
    static QString keep(Client *client, const QString &draft, int shade);

    QTemporaryDir m_folder;
    test::LocalServer m_server{m_folder.path()};
    QNetworkAccessManager m_network;
    std::unique_ptr<test::FaultProxy> m_proxy;
    QJsonObject m_driver, m_buyer;
    int m_status = 0;
};

QJsonObject TestRoadOffline::call(const QByteArray &method, const QString &path, const QJsonObject &body, const QJsonObject &who)
{
    QNetworkRequest request(path.startsWith(u'/') ? QUrl(m_server.url()).resolved(QUrl(path))
                                                  : QUrl(m_server.url() + QStringLiteral("/api/v1/") + path));
    request.setRawHeader("Content-Type", "application/json");
    if (!who.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + who.value(QLatin1String("access_token")).toString().toLatin1());
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

void TestRoadOffline::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    m_server.set(QStringLiteral("CARGO_KYC"), QStringLiteral("auto"));
    QVERIFY(m_server.start());
    m_proxy = std::make_unique<test::FaultProxy>(m_server.port());
    m_driver = call("POST", QStringLiteral("auth/register"),
                    test::personBody(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel")), {});
    QVERIFY(!m_driver.value(QLatin1String("access_token")).toString().isEmpty());
    call("POST", QStringLiteral("me/agreements/terms-driver"), test::signBody(), m_driver);
}

QString TestRoadOffline::fundedDeal(const QString &name)
{
    m_buyer = call("POST", QStringLiteral("auth/register"),
                   test::personBody(name + QStringLiteral("@example.com"), QStringLiteral("buyer"), name), {});
    call("POST", QStringLiteral("me/agreements/terms-buyer"), test::signBody(), m_buyer);
    const QJsonObject car = call("POST", QStringLiteral("listings"), test::carBody(), m_driver);
    const QString listing = car.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(listing), {}, m_driver);
    const QString deal = call("POST", QStringLiteral("deals"),
                              {{QStringLiteral("listing_id"), listing},
                               {QStringLiteral("amount"), car.value(QLatin1String("price"))},
                               {QStringLiteral("delivery_place"), QStringLiteral("Omsk")},
                               {QStringLiteral("delivery_eta_days"), 20}},
                              m_buyer)
                             .value(QLatin1String("id"))
                             .toString();
    const QString page =
        call("POST", QStringLiteral("deals/%1/pay").arg(deal), {{QStringLiteral("return_url"), QString()}}, m_buyer)
            .value(QLatin1String("payment"))
            .toObject()
            .value(QLatin1String("confirmation_url"))
            .toString();
    QNetworkRequest bank(QUrl(m_server.url()).resolved(QUrl(page)));
    bank.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    const std::unique_ptr<QNetworkReply> reply(m_network.post(bank, "outcome=success"));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const auto funded = [&] {
        return call("GET", QStringLiteral("deals/%1").arg(deal), {}, m_buyer).value(QLatin1String("status")).toString()
               == QLatin1String("funded");
    };
    return QTest::qWaitFor(funded, 30000) ? deal : QString();
}

// What the server has of the way, oldest first; empty when its chain does not hold.
QJsonArray TestRoadOffline::records(const QString &deal)
{
    const QJsonArray events =
        call("GET", QStringLiteral("deals/%1/timeline?limit=100").arg(deal), {}, m_buyer).value(QLatin1String("items")).toArray();
    QJsonArray list;
    for (const QJsonValue &event : events) {
        if (const QJsonObject record = event.toObject().value(QLatin1String("checkpoint")).toObject(); !record.isEmpty())
            list.append(record);
    }
    return deals::checkpointsHolding(deal, events) == int(list.size()) ? list : QJsonArray();
}

std::unique_ptr<RunViewModel> TestRoadOffline::runOf(Client *client, const QString &deal)
{
    auto run = std::make_unique<RunViewModel>();
    run->setProperty("dealId", deal);
    run->setClient(client);
    run->componentComplete();
    return run;
}

QString TestRoadOffline::keep(Client *client, const QString &draft, int shade)
{
    const auto photo = client->writing()->keepPhoto(QStringLiteral("draft/") + draft, test::jpegOf(shade));
    return photo ? photo->name : QString();
}

QVariantMap TestRoadOffline::pickUp(RunViewModel &run, const QStringList &photos)
{
    QVariantList angles;
    for (qsizetype at = 0; at < photos.size(); ++at)
        angles.append(
            QVariantMap{{QStringLiteral("angle"), run.angles().at(at)}, {QStringLiteral("photo"), run.photoMark(photos.at(at))}});
    const QVariantMap dent{{QStringLiteral("view"), QStringLiteral("left")},
                           {QStringLiteral("x"), 0.25},
                           {QStringLiteral("y"), 0.5},
                           {QStringLiteral("kind"), QStringLiteral("dent")},
                           {QStringLiteral("note"), QString()},
                           {QStringLiteral("photo"), run.photoMark(photos.first())}};
    return {{QStringLiteral("vin"), QStringLiteral("JTMRFREV10D012345")},
            {QStringLiteral("odometer_km"), 48000},
            {QStringLiteral("inspection"), QVariantMap{{QStringLiteral("angles"), angles},
                                                       {QStringLiteral("damages"), QVariantList{dent}},
                                                       {QStringLiteral("obstructions"), QStringList{QStringLiteral("snow")}},
                                                       {QStringLiteral("keys"), 2},
                                                       {QStringLiteral("papers"), QStringList()}}}};
}

void TestRoadOffline::wayWithoutALine()
{
    const QString deal = fundedDeal(QStringLiteral("olga"));
    QVERIFY(!deal.isEmpty());
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url(), QStringLiteral("driver"));
    Client *client = app.client.get();
    client->session()->accept(m_driver);
    const auto run = runOf(client, deal);
    QTRY_COMPARE_WITH_TIMEOUT(run->action(), QStringLiteral("pickUp"), 20000);
    m_proxy->set(Fault::Refuse);
    QStringList photos;
    for (int at = 0; at < 3; ++at)
        photos << keep(client, QStringLiteral("pickup"), 40 * at);
    QVERIFY(run->record(QStringLiteral("start"), pickUp(*run, photos), QStringLiteral("pickup")));
    // The road goes on: what waits here counts for what may be done next.
    QCOMPARE(run->action(), QStringLiteral("way"));
    keep(client, QStringLiteral("border"), 200);
    QVERIFY(
        run->record(QStringLiteral("checkpoint"),
                    {{QStringLiteral("kind"), QStringLiteral("border")}, {QStringLiteral("place"), QStringLiteral("Zabaikalsk")}},
                    QStringLiteral("border")));
    QVERIFY(run->record(QStringLiteral("arrive"), {{QStringLiteral("note"), QStringLiteral("there")}}, QStringLiteral("arrive")));
    QCOMPARE(run->action(), QStringLiteral("handover"));
    QCOMPARE(run->unsent(), 3);
    QVERIFY(!run->may().contains(QLatin1String("arrive"))); // once
    QVERIFY(records(deal).isEmpty());
    QCOMPARE(QDir(folder.filePath(QStringLiteral("outbox"))).entryList(QDir::Files).size(), 4);
    m_proxy->set(Fault::None);
    client->outbox()->flushNow();
    QTRY_VERIFY_WITH_TIMEOUT(client->outbox()->items().empty(), 30000);
    const QJsonArray made = records(deal);
    QCOMPARE(made.size(), 3);
    const QJsonObject first = made[0].toObject();
    QCOMPARE(first.value(QLatin1String("photos")).toArray().size(), 3);
    QCOMPARE(first.value(QLatin1String("inspection"))
                 .toObject()
                 .value(QLatin1String("damages"))
                 .toArray()[0]
                 .toObject()
                 .value(QLatin1String("photo")),
             first.value(QLatin1String("photos")).toArray()[0]);
    for (int at = 0; at < 3; ++at) {
        QCOMPARE(made[at].toObject().value(QLatin1String("device_seq")).toInt(), at + 1);
        QVERIFY(made[at].toObject().value(QLatin1String("device_seq_flag")).isNull());
        QVERIFY(!made[at].toObject().value(QLatin1String("clock_disagrees")).toBool());
    }
    QVERIFY(QDir(folder.filePath(QStringLiteral("outbox"))).entryList(QDir::Files).isEmpty()); // and not before
}

void TestRoadOffline::killedWhileItSends()
{
    const QString deal = fundedDeal(QStringLiteral("anna"));
    QVERIFY(!deal.isEmpty());
    QTemporaryDir folder;
    const int marks = 8;
    {
        test::HastyApp app(folder.path(), m_server.url(), QStringLiteral("driver"));
        Client *client = app.client.get();
        client->session()->accept(m_driver);
        const auto run = runOf(client, deal);
        QTRY_COMPARE_WITH_TIMEOUT(run->action(), QStringLiteral("pickUp"), 20000);
        client->outbox()->setPaused(true);
        QStringList photos;
        for (int at = 0; at < 4; ++at)
            photos << keep(client, QStringLiteral("pickup"), 30 * at);
        QVERIFY(run->record(QStringLiteral("start"), pickUp(*run, photos), QStringLiteral("pickup")));
        for (int at = 0; at < marks; ++at) {
            const QString draft = QStringLiteral("mark%1").arg(at);
            keep(client, draft, 100 + at);
            QVERIFY(run->record(QStringLiteral("checkpoint"),
                                {{QStringLiteral("kind"), QStringLiteral("road")}, {QStringLiteral("note"), draft}}, draft));
        }
    }
    const auto few = [](int life) { return 3 + life % 5; };
    const int kills = test::killUntilAllIsSent(folder.path(), m_server.url(), "step", 60, few);
    QVERIFY(kills >= 0); // all of it went
    QVERIFY(kills > 3);
    const QJsonArray made = records(deal);
    QCOMPARE(made.size(), marks + 1);
    for (int at = 0; at < marks; ++at) {
        const QJsonObject mark = made[at + 1].toObject();
        QCOMPARE(mark.value(QLatin1String("note")).toString(), QStringLiteral("mark%1").arg(at));
        QCOMPARE(mark.value(QLatin1String("device_seq")).toInt(), at + 2);
        QVERIFY(mark.value(QLatin1String("device_seq_flag")).isNull());
        QCOMPARE(mark.value(QLatin1String("photos")).toArray().size(), 1);
    }
}

// An answer is lost, the app dies, the server dies: what it has of a photo is not sent again.
void TestRoadOffline::largePhotoGoesOnWhereItStopped()
{
    const QString deal = fundedDeal(QStringLiteral("ira"));
    QVERIFY(!deal.isEmpty());
    const QByteArray photo = test::noiseJpeg(2048, 1400);
    const int pieces = int((photo.size() + PhotoSender::kPieceBytes - 1) / PhotoSender::kPieceBytes);
    QVERIFY(pieces > 4);
    QTemporaryDir folder;
    const auto newApp = [&] { return std::make_unique<test::HastyApp>(folder.path(), m_proxy->url(), QStringLiteral("driver")); };
    auto app = newApp();
    app->client->session()->accept(m_driver);
    const auto run = runOf(app->client.get(), deal);
    QTRY_COMPARE_WITH_TIMEOUT(run->action(), QStringLiteral("pickUp"), 20000);
    const int before = m_proxy->seen("PATCH");
    const auto sent = [&] { return m_proxy->seen("PATCH") - before; };
    m_proxy->set(Fault::LoseAnswer, "PATCH", 1);
    const auto kept = app->client->writing()->keepPhoto(QStringLiteral("draft/p"), photo);
    QVERIFY(kept);
    QVERIFY(run->record(QStringLiteral("start"), pickUp(*run, {kept->name}), QStringLiteral("p")));
    QTRY_VERIFY_WITH_TIMEOUT(sent() >= 3, 30000);
    m_proxy->set(Fault::Refuse);
    app.reset();
    QVERIFY(m_server.kill());
    QVERIFY(m_server.start());
    m_proxy->set(Fault::None);
    app = newApp();
    app->client->start();
    QTRY_VERIFY_WITH_TIMEOUT(app->client->outbox()->items().empty(), 60000);
    QVERIFY2(sent() <= pieces + 2, QByteArray::number(sent())); // what was on its way at the two breaks
    const QJsonArray made = records(deal);
    QCOMPARE(made.size(), 1);
    QCOMPARE(made[0].toObject().value(QLatin1String("photos")).toArray().size(), 1);
}

void TestRoadOffline::twoDevicesOnOneDeal()
{
    const QString deal = fundedDeal(QStringLiteral("vera"));
    QVERIFY(!deal.isEmpty());
    QTemporaryDir phoneFolder, tabletFolder;
    test::HastyApp phone(phoneFolder.path(), m_server.url(), QStringLiteral("driver")),
        tablet(tabletFolder.path(), m_server.url(), QStringLiteral("driver"));
    phone.client->session()->accept(m_driver);
    tablet.client->session()->accept(
        call("POST", QStringLiteral("auth/login"),
             {{QStringLiteral("email"), QStringLiteral("pavel@example.com")},
              {QStringLiteral("password"), test::personBody({}, {}, {}).value(QLatin1String("password"))}},
             {}));
    const auto one = runOf(phone.client.get(), deal), two = runOf(tablet.client.get(), deal);
    QTRY_VERIFY_WITH_TIMEOUT(one->action() == QLatin1String("pickUp") && two->action() == QLatin1String("pickUp"), 20000);
    // Both take the car over: one of them is first, the other is told so and keeps what it has.
    QSignalSpy refused(tablet.client->outbox(), &Outbox::refused);
    QVERIFY(one->record(QStringLiteral("start"), pickUp(*one, {keep(phone.client.get(), QStringLiteral("p"), 1)}),
                        QStringLiteral("p")));
    QTRY_VERIFY_WITH_TIMEOUT(phone.client->outbox()->items().empty(), 30000);
    QVERIFY(two->record(QStringLiteral("start"), pickUp(*two, {keep(tablet.client.get(), QStringLiteral("p"), 2)}),
                        QStringLiteral("p")));
    QTRY_COMPARE_WITH_TIMEOUT(refused.count(), 1, 30000);
    QCOMPARE(tablet.client->outbox()->items().size(), size_t(1));
    tablet.client->outbox()->discard(tablet.client->outbox()->items().front().id);
    for (RunViewModel *run : {one.get(), two.get()})
        QVERIFY(run->record(QStringLiteral("checkpoint"), {{QStringLiteral("kind"), QStringLiteral("road")}}, {}));
    QTRY_VERIFY_WITH_TIMEOUT(phone.client->outbox()->items().empty() && tablet.client->outbox()->items().empty(), 30000);
    const QJsonArray made = records(deal);
    QCOMPARE(made.size(), 3);
    QSet<QString> devices;
    for (const QJsonValue &record : made) {
        devices.insert(record.toObject().value(QLatin1String("device_id")).toString());
        QVERIFY(record.toObject().value(QLatin1String("device_seq_flag")).isNull());
    }
    QCOMPARE(devices.size(), 2);
}

void TestRoadOffline::photosWaitForWifi()
{
    const QString deal = fundedDeal(QStringLiteral("nina"));
    QVERIFY(!deal.isEmpty());
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_server.url(), QStringLiteral("driver"));
    Client *client = app.client.get();
    client->session()->accept(m_driver);
    client->settings()->setWifiOnly(true);
    client->connection()->meteredChanged(true);
    QVERIFY(client->outbox()->photosWait());
    const auto run = runOf(client, deal);
    QTRY_COMPARE_WITH_TIMEOUT(run->action(), QStringLiteral("pickUp"), 20000);
    QVERIFY(run->record(QStringLiteral("start"), pickUp(*run, {keep(client, QStringLiteral("p"), 1)}), QStringLiteral("p")));
    OutboxModel queue;
    queue.setClient(client);
    queue.componentComplete();
    QTRY_COMPARE(queue.count(), 1);
    const QVariantMap photo = queue.get(0).value(QStringLiteral("photoStates")).toList().first().toMap();
    QCOMPARE(photo.value(QStringLiteral("state")).toString(), QStringLiteral("queued"));
    QVERIFY(!client->outbox()->sending(queue.get(0).value(QStringLiteral("itemId")).toString()));
    client->connection()->meteredChanged(false);
    QTRY_VERIFY_WITH_TIMEOUT(client->outbox()->items().empty(), 30000);
    QCOMPARE(records(deal).size(), 1);
}

void TestRoadOffline::handoverIsTheServersWord()
{
    const QString deal = fundedDeal(QStringLiteral("lena"));
    QVERIFY(!deal.isEmpty());
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url(), QStringLiteral("driver"));
    Client *client = app.client.get();
    client->session()->accept(m_driver);
    const auto run = runOf(client, deal);
    QTRY_COMPARE_WITH_TIMEOUT(run->action(), QStringLiteral("pickUp"), 20000);
    QVERIFY(run->record(QStringLiteral("start"), pickUp(*run, {keep(client, QStringLiteral("p"), 1)}), QStringLiteral("p")));
    QVERIFY(run->record(QStringLiteral("arrive"), {}, {}));
    QTRY_VERIFY_WITH_TIMEOUT(client->outbox()->items().empty() && run->allowed().contains(QLatin1String("handover_code")), 30000);
    const QString qr =
        call("GET", QStringLiteral("deals/%1").arg(deal), {}, m_buyer).value(QLatin1String("handover_qr")).toString();
    QSignalSpy done(run.get(), &RunViewModel::handedOver);
    run->handOver(QStringLiteral("not it"));
    QTRY_COMPARE_WITH_TIMEOUT(run->triesLeft(), 4, 20000);
    QVERIFY(!run->codeError().isEmpty());
    // No answer comes: nothing is said to have happened, and nothing is sent later by itself.
    m_proxy->set(Fault::Refuse, "/confirm");
    run->handOver(qr);
    QTRY_VERIFY_WITH_TIMEOUT(!run->busy() && !run->codeError().isEmpty(), 20000);
    QCOMPARE(done.count(), 0);
    QVERIFY(client->outbox()->items().empty());
    QCOMPARE(run->deal().value(QStringLiteral("status")).toString(), QStringLiteral("in_transit"));
    m_proxy->set(Fault::None);
    run->handOver(qr);
    QTRY_COMPARE_WITH_TIMEOUT(done.count(), 1, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(run->deal().value(QStringLiteral("status")).toString(), QStringLiteral("delivered"), 20000);
}

void TestRoadOffline::codesInPictures()
{
    const QByteArray text = "cargo://handover/01936000-0000-7000-8000-000000000100/AbCdEf0123456789-_AbCd";
    QRcode *const code = QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M);
    QVERIFY(code);
    QImage image(code->width + 8, code->width + 8, QImage::Format_Grayscale8);
    image.fill(255);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if (code->data[y * code->width + x] & 1)
                image.setPixelColor(x + 4, y + 4, Qt::black);
        }
    }
    QRcode_free(code);
    const QImage large = image.scaled(image.size() * 6);
    QCOMPARE(driver::CodeReader::textIn(large), QString::fromLatin1(text));
    QCOMPARE(driver::CodeReader::textIn(large.transformed(QTransform().rotate(17))), QString::fromLatin1(text));
    QCOMPARE(driver::CodeReader::textIn(QImage()), QString());
    QImage noise(200, 200, QImage::Format_RGB32);
    noise.fill(Qt::gray);
    QCOMPARE(driver::CodeReader::textIn(noise), QString());
    QCOMPARE(driver::CodeReader::textOf(QUrl::fromLocalFile(QStringLiteral("/nothing/here.png"))), QString());
}

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0) {
        QCoreApplication app(argc, argv);
        return runChild(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    }
    QGuiApplication app(argc, argv); // pictures are read with its plugins
    TestRoadOffline test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_road_offline.moc"
