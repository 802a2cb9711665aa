// A whole deal through the real buyer app against a real server: cargod with its own database, the app driven by the
// names of its controls, the driver's side played over HTTP.
#include "app-buyer/buyer_app.h"
#include "tests/paths.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

using namespace cargo;

namespace {

constexpr int kStepMs = 20000;

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

class TestDealFlow : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void paymentPage(const QUrl &url) { m_paymentPage = url; }

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void wholeDeal();

private:
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    QString uploadPhoto();
    QQuickItem *item(const QString &name) const;
    bool press(const QString &name);
    bool type(const QString &name, const QString &text);
    QString page() const { return m_app->navigation()->property("page").toString(); }
    void prepareListing();
    QByteArray screen() const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;
    QByteArray m_driverToken;
    QString m_listingId;
    int m_status = 0;
    QNetworkAccessManager m_network;
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<buyer::BuyerApp> m_app;
    QUrl m_paymentPage;
};

void TestDealFlow::initTestCase()
{
    const QString program = qEnvironmentVariable("CARGO_TEST_CARGOD", test::binDir() + QStringLiteral("/cargod"));
    if (!QFileInfo::exists(program))
        QSKIP("built without the server");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    m_folder.setAutoRemove(true);
    m_url = QStringLiteral("http://127.0.0.1:%1").arg(freePort());
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CARGO_LISTEN"), m_url.mid(7));
    environment.insert(QStringLiteral("CARGO_OPS_LISTEN"), QStringLiteral("127.0.0.1:%1").arg(freePort()));
    environment.insert(QStringLiteral("CARGO_DATA_DIR"), m_folder.filePath(QStringLiteral("server")));
    environment.insert(QStringLiteral("CARGO_KYC"), QStringLiteral("auto"));
    m_server.setProcessEnvironment(environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.filePath(QStringLiteral("server.log")));
    m_server.start(program, {QStringLiteral("serve")});
    QVERIFY(m_server.waitForStarted());
    const auto answers = [this] {
        call("GET", QStringLiteral("search"));
        return m_status == 200;
    };
    QTRY_VERIFY_WITH_TIMEOUT(answers(), 90000);
    prepareListing();
    QVERIFY(!m_listingId.isEmpty());

    m_client =
        std::make_unique<client::Client>(std::make_unique<client::NetworkTransport>(), m_folder.filePath(QStringLiteral("app")));
    m_client->settings()->overrideServerUrl(m_url);
    m_client->api()->setServerUrl(QUrl(m_url));
    m_client->settings()->setReducedMotion(true);
    m_app = std::make_unique<buyer::BuyerApp>(m_client.get());
    m_client->start();
    QVERIFY(m_app->load());
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "paymentPage");
}

void TestDealFlow::cleanupTestCase()
{
    QDesktopServices::unsetUrlHandler(QStringLiteral("http"));
    m_app.reset();
    m_client.reset();
    if (m_server.state() != QProcess::NotRunning) {
        m_server.terminate();
        if (!m_server.waitForFinished(20000))
            m_server.kill();
    }
}

QJsonObject TestDealFlow::call(const QByteArray &method, const QString &path, const QJsonObject &body)
{
    QNetworkRequest request(QUrl(m_url + QStringLiteral("/api/v1/") + path));
    request.setRawHeader("Content-Type", "application/json");
    request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    if (!m_driverToken.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_driverToken);
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray answer = reply->readAll();
    if (m_status >= 400)
        qWarning("%s %s: %d %s", method.constData(), qPrintable(path), m_status, answer.constData());
    return QJsonDocument::fromJson(answer).object();
}

QString TestDealFlow::uploadPhoto()
{
    static int shade = 40;
    QImage image(640, 420, QImage::Format_RGB32);
    image.fill(QColor(shade += 20, 120, 160));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    QHttpMultiPart parts(QHttpMultiPart::FormDataType);
    QHttpPart part;
    part.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("image/png"));
    part.setHeader(QNetworkRequest::ContentDispositionHeader, QStringLiteral("form-data; name=\"file\"; filename=\"car.png\""));
    part.setBody(bytes);
    parts.append(part);
    QNetworkRequest request(QUrl(m_url + QStringLiteral("/api/v1/media")));
    request.setRawHeader("Authorization", "Bearer " + m_driverToken);
    request.setRawHeader("Idempotency-Key", QUuid::createUuid().toByteArray(QUuid::WithoutBraces));
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, &parts));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const QByteArray answer = reply->readAll();
    const QString id = QJsonDocument::fromJson(answer).object().value(QLatin1String("id")).toString();
    if (id.isEmpty())
        qWarning("media: %s", answer.constData());
    return id;
}

void TestDealFlow::prepareListing()
{
    const QJsonObject driver = call("POST", QStringLiteral("auth/register"),
                                    {{QStringLiteral("email"), QStringLiteral("pavel@example.com")},
                                     {QStringLiteral("password"), QStringLiteral("brings cars home 7")},
                                     {QStringLiteral("role"), QStringLiteral("driver")},
                                     {QStringLiteral("display_name"), QStringLiteral("Pavel S.")},
                                     {QStringLiteral("locale"), QStringLiteral("ru")}});
    m_driverToken = driver.value(QLatin1String("access_token")).toString().toLatin1();
    const QJsonObject listing = call("POST", QStringLiteral("listings"),
                                     {{QStringLiteral("brand"), QStringLiteral("Toyota")},
                                      {QStringLiteral("model"), QStringLiteral("RAV4")},
                                      {QStringLiteral("year"), 2020},
                                      {QStringLiteral("mileage_km"), 48000},
                                      {QStringLiteral("country_from"), QStringLiteral("JP")},
                                      {QStringLiteral("price"), QJsonObject{{QStringLiteral("amount"), 265000000},
                                                                            {QStringLiteral("currency"), QStringLiteral("RUB")}}},
                                      {QStringLiteral("delivery_eta_days"), 38},
                                      {QStringLiteral("description"), QStringLiteral("One owner.")},
                                      {QStringLiteral("body_type"), QStringLiteral("suv")},
                                      {QStringLiteral("fuel"), QStringLiteral("petrol")},
                                      {QStringLiteral("transmission"), QStringLiteral("cvt")},
                                      {QStringLiteral("drive"), QStringLiteral("awd")},
                                      {QStringLiteral("engine_cc"), 1987},
                                      {QStringLiteral("power_hp"), 171},
                                      {QStringLiteral("color"), QStringLiteral("white")},
                                      {QStringLiteral("photos"), QJsonArray{uploadPhoto()}},
                                      {QStringLiteral("attributes"), QJsonObject()}});
    const QString id = listing.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(id));
    if (m_status == 200)
        m_listingId = id;
}

static QQuickItem *findIn(QQuickItem *parent, const std::function<bool(QQuickItem *)> &fits)
{
    if (!parent->isVisible())
        return nullptr;
    if (fits(parent))
        return parent;
    const auto children = parent->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = findIn(child, fits))
            return found;
    }
    return nullptr;
}

QQuickItem *TestDealFlow::item(const QString &name) const
{
    auto *window = qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first());
    return findIn(window->contentItem(),
                  [&name](QQuickItem *candidate) { return candidate->objectName() == name && candidate->isEnabled(); });
}

bool TestDealFlow::press(const QString &name)
{
    QQuickItem *found = item(name);
    if (!found)
        return false;
    return QMetaObject::invokeMethod(found, found->metaObject()->indexOfSignal("opened()") >= 0 ? "opened" : "clicked");
}

bool TestDealFlow::type(const QString &name, const QString &text)
{
    QQuickItem *found = item(name);
    return found && found->setProperty("text", text);
}

// What is on the screen, for the report of a failure.
static QByteArray visibleNames(QQuickItem *parent)
{
    QByteArray names;
    findIn(parent, [&names](QQuickItem *candidate) {
        if (!candidate->objectName().isEmpty())
            names += ' ' + candidate->objectName().toUtf8() + (candidate->isEnabled() ? "" : "(off)");
        return false;
    });
    return names;
}

QByteArray TestDealFlow::screen() const
{
    return visibleNames(qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first())->contentItem());
}

// Pressed once: the macros of Qt Test that wait would evaluate, and press, twice.
#define PRESS(name)                                                                                                              \
    QVERIFY2(QTest::qWaitFor([this] { return press(QStringLiteral(name)); }, kStepMs),                                           \
             QByteArray("cannot press " name ", there are:").append(screen()).constData())
#define TYPE(name, text)                                                                                                         \
    QVERIFY2(QTest::qWaitFor([this] { return type(QStringLiteral(name), text); }, kStepMs),                                      \
             QByteArray("cannot type into " name ", there are:").append(screen()).constData())

void TestDealFlow::wholeDeal()
{
    // An account, from the profile.
    PRESS("tab.profile");
    PRESS("profile.signIn");
    PRESS("signIn.switch");
    TYPE("signIn.name", QStringLiteral("Olga K."));
    TYPE("signIn.email", QStringLiteral("olga@example.com"));
    TYPE("signIn.password", QStringLiteral("waits for a car 42"));
    PRESS("signIn.submit");
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->signedIn(), kStepMs);
    PRESS("verify.later");

    // Search, the car, a question with a contact in it.
    PRESS("tab.search");
    TYPE("search.text", QStringLiteral("RAV4"));
    QMetaObject::invokeMethod(item(QStringLiteral("search.text")), "textEdited");
    QVERIFY(QTest::qWaitFor([this] { return press(QStringLiteral("listing.") + m_listingId); }, kStepMs));
    PRESS("listing.chat");
    TYPE("chat.input", QStringLiteral("Call me: +7 914 655-20-47"));
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("chat.mask")), kStepMs);
    PRESS("chat.send");
    QQuickItem *messages = item(QStringLiteral("chat.messages"));
    QVERIFY(messages);
    const auto newest = [messages] {
        auto *model = messages->property("model").value<QAbstractItemModel *>();
        QStringList texts;
        const auto roles = model->roleNames();
        for (int row = 0; row < model->rowCount(); ++row)
            texts << model->data(model->index(row, 0), roles.key("body")).toString() + QLatin1Char('/')
                         + model->data(model->index(row, 0), roles.key("state")).toString();
        return texts.join(QLatin1Char('|'));
    };
    QTRY_VERIFY_WITH_TIMEOUT(newest().contains(QStringLiteral("/sent")) || newest().contains(QStringLiteral("/read")), kStepMs);
    QVERIFY2(!newest().contains(QStringLiteral("655-20-47")), qPrintable(newest()));
    const QJsonArray conversations = call("GET", QStringLiteral("conversations")).value(QLatin1String("items")).toArray();
    QCOMPARE(conversations.size(), 1);
    const QString conversation = conversations.at(0).toObject().value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("conversations/%1/messages").arg(conversation),
         {{QStringLiteral("client_id"), QUuid::createUuidV5(QUuid(), conversation).toString(QUuid::WithoutBraces)},
          {QStringLiteral("body"), QStringLiteral("Write here, please")}});
    QTRY_VERIFY_WITH_TIMEOUT(newest().contains(QStringLiteral("Write here, please")), kStepMs); // over the WebSocket
    PRESS("back");

    // The deal and its payment.
    PRESS("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Novosibirsk"));
    PRESS("checkout.create");
    PRESS("deal.pay");
    QTRY_VERIFY_WITH_TIMEOUT(m_paymentPage.isValid(), kStepMs);
    QNetworkRequest request(m_paymentPage);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
    const std::unique_ptr<QNetworkReply> paid(m_network.post(request, QByteArray("outcome=success")));
    QTRY_VERIFY_WITH_TIMEOUT(paid->isFinished(), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("deal.pay")), kStepMs); // by itself

    // The driver brings the car.
    const QString deal = call("GET", QStringLiteral("deals"))
                             .value(QLatin1String("items"))
                             .toArray()
                             .at(0)
                             .toObject()
                             .value(QLatin1String("id"))
                             .toString();
    QVERIFY(!deal.isEmpty());
    call("POST", QStringLiteral("deals/%1/start").arg(deal),
         {{QStringLiteral("vin"), QStringLiteral("JTMDW3FV60D012345")},
          {QStringLiteral("odometer_km"), 48010},
          {QStringLiteral("photos"), QJsonArray{uploadPhoto()}},
          {QStringLiteral("note"), QString()}});
    QCOMPARE(m_status, 200);
    call("POST", QStringLiteral("deals/%1/arrive").arg(deal), {{QStringLiteral("note"), QString()}});
    QCOMPARE(m_status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("deal.code")), kStepMs);
    QVERIFY(!item(QStringLiteral("deal.code"))->property("text").toString().isEmpty());

    // Confirm, release, review.
    PRESS("deal.confirm");
    PRESS("dialog.confirm");
    PRESS("deal.release");
    PRESS("dialog.confirm");
    PRESS("deal.review");
    PRESS("star.5");
    TYPE("review.comment.input", QStringLiteral("As agreed, on time."));
    PRESS("review.send");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    const QJsonObject end = call("GET", QStringLiteral("deals/") + deal);
    QCOMPARE(end.value(QLatin1String("status")).toString(), QStringLiteral("released"));
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("deal.review")), kStepMs);
}

QTEST_MAIN(TestDealFlow)
#include "tst_deal_flow.moc"
