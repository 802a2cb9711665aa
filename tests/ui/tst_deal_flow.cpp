// A whole deal through the real buyer app against a real server: cargod with its own database, the app driven with the
// pointer and the keyboard as a person does it, the driver's side played over HTTP. The server is killed and comes back in
// the middle.
#include "app-buyer/buyer_app.h"
#include "tests/paths.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHttpMultiPart>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QProcess>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRegularExpression>
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
    void init()
    {
        if (m_broken)
            QSKIP("a step before this one failed");
    }
    void cleanup() { m_broken |= QTest::currentTestFailed(); }
    void account();
    void searchAndFavourite();
    void chat();
    void otherLanguageAndTheme();
    void serverGoesAndComesBack();
    void payment();
    void travelAndHandover();
    void reviewAndEnd();
    void signOut();

private:
    bool startServer();
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body = {});
    QString uploadPhoto();
    QQuickWindow *window() const { return qobject_cast<QQuickWindow *>(m_app->engine()->rootObjects().first()); }
    QQuickItem *item(const QString &name) const;
    // A property of what is on the screen; empty when it is not there.
    QVariant of(const QString &name, const char *property) const
    {
        QQuickItem *found = item(name);
        return found ? found->property(property) : QVariant();
    }
    bool reach(QQuickItem *item) const;
    bool click(const QString &name);
    bool tabTo(const QString &name);
    bool type(const QString &name, const QString &text);
    QVariantList rows(const char *first, const char *second) const;
    QString driversConversation();
    QJsonArray driversMessages();
    QString page() const { return m_app->navigation()->property("page").toString(); }
    void prepareListing();
    QByteArray screen() const;

    QTemporaryDir m_folder;
    QProcess m_server;
    QString m_url;
    QByteArray m_driverToken;
    QString m_listingId;
    QString m_deal;
    struct Aim
    {
        QString name;
        QPoint at;
        int held = 0;
    } m_aim;
    bool m_broken = false;
    QString m_program;
    QProcessEnvironment m_environment;
    int m_status = 0;
    QNetworkAccessManager m_network;
    std::unique_ptr<client::Client> m_client;
    std::unique_ptr<buyer::BuyerApp> m_app;
    QUrl m_paymentPage;
};

void TestDealFlow::initTestCase()
{
    m_program = qEnvironmentVariable("CARGO_TEST_CARGOD", test::binDir() + QStringLiteral("/cargod"));
    if (!QFileInfo::exists(m_program))
        QSKIP("built without the server");
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    m_folder.setAutoRemove(true);
    m_url = QStringLiteral("http://127.0.0.1:%1").arg(freePort());
    m_environment = QProcessEnvironment::systemEnvironment();
    m_environment.insert(QStringLiteral("CARGO_LISTEN"), m_url.mid(7));
    m_environment.insert(QStringLiteral("CARGO_OPS_LISTEN"), QStringLiteral("127.0.0.1:%1").arg(freePort()));
    m_environment.insert(QStringLiteral("CARGO_DATA_DIR"), m_folder.filePath(QStringLiteral("server")));
    m_environment.insert(QStringLiteral("CARGO_KYC"), QStringLiteral("auto"));
    QVERIFY(startServer());
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
    window()->resize(420, 860);
    window()->requestActivate();
    QVERIFY(QTest::qWaitForWindowActive(window()));
    QDesktopServices::setUrlHandler(QStringLiteral("http"), this, "paymentPage");
}

bool TestDealFlow::startServer()
{
    m_server.setProcessEnvironment(m_environment);
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(m_folder.filePath(QStringLiteral("server.log")), QIODevice::Append);
    m_server.start(m_program, {QStringLiteral("serve")});
    return m_server.waitForStarted();
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
                                      {QStringLiteral("photos"), QJsonArray{uploadPhoto(), uploadPhoto()}},
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
    return findIn(window()->contentItem(),
                  [&name](QQuickItem *candidate) { return candidate->objectName() == name && candidate->isEnabled(); });
}

// Scrolls what scrolls until the middle of the item lies in the window and nothing moves any more.
bool TestDealFlow::reach(QQuickItem *item) const
{
    for (QQuickItem *up = item->parentItem(); up; up = up->parentItem()) {
        if (!up->inherits("QQuickFlickable"))
            continue;
        const QPointF middle = item->mapToItem(up, QPointF(item->width() / 2, item->height() / 2));
        if (middle.y() < 24 || middle.y() > up->height() - 24)
            up->setProperty("contentY", up->property("contentY").toReal() + middle.y() - up->height() / 2);
    }
    const QPointF middle = item->mapToScene(QPointF(item->width() / 2, item->height() / 2));
    return QRectF(0, 0, window()->width(), window()->height()).contains(middle);
}

// With the pointer, where a finger would: nothing may lie over it.
bool TestDealFlow::click(const QString &name)
{
    QQuickItem *found = item(name);
    if (!found || !reach(found))
        return false;
    const QPoint middle = found->mapToScene(QPointF(found->width() / 2, found->height() / 2)).toPoint();
    if (m_aim.name != name || m_aim.at != middle) // a page that is still being laid out moves under the pointer
        m_aim = {name, middle, 0};
    if (++m_aim.held < 4)
        return false;
    m_aim = {};
    QTest::mouseClick(window(), Qt::LeftButton, {}, middle);
    return true;
}

// With the keyboard alone.
bool TestDealFlow::tabTo(const QString &name)
{
    for (int step = 0; step < 80; ++step) {
        for (QQuickItem *at = window()->activeFocusItem(); at; at = at->parentItem()) {
            if (at->objectName() == name)
                return true;
        }
        QTest::keyClick(window(), Qt::Key_Tab);
    }
    return false;
}

bool TestDealFlow::type(const QString &name, const QString &text)
{
    if (!click(name))
        return false;
    QQuickItem *focus = window()->activeFocusItem();
    if (!focus || focus->objectName() != name)
        return false;
    if (focus->property("text").toString() != text) {
        QTest::keySequence(window(), QKeySequence::SelectAll);
        for (const QChar letter : text)
            QTest::sendKeyEvent(QTest::Click, window(), Qt::Key_unknown, QString(letter), {});
    }
    return focus->property("text").toString() == text;
}

// Of the messages on the screen, newest first: two roles each, "first/second".
QVariantList TestDealFlow::rows(const char *first, const char *second) const
{
    QVariantList list;
    QQuickItem *messages = item(QStringLiteral("chat.messages"));
    auto *model = messages ? messages->property("model").value<QAbstractItemModel *>() : nullptr;
    for (int row = 0; model && row < model->rowCount(); ++row) {
        const auto text = [&](const char *role) {
            return model->data(model->index(row, 0), model->roleNames().key(role)).toString();
        };
        list << QString(text(first) + u'/' + text(second));
    }
    return list;
}

QString TestDealFlow::driversConversation()
{
    const QJsonArray items = call("GET", QStringLiteral("conversations")).value(QLatin1String("items")).toArray();
    return items.isEmpty() ? QString() : items.at(0).toObject().value(QLatin1String("id")).toString();
}

QJsonArray TestDealFlow::driversMessages()
{
    return call("GET", QStringLiteral("conversations/%1/messages").arg(driversConversation()))
        .value(QLatin1String("items"))
        .toArray();
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

// Done once: the macros of Qt Test that wait would evaluate, and press, twice.
#define ONCE(what, name)                                                                                                         \
    QVERIFY2(QTest::qWaitFor([&] { return what; }, kStepMs),                                                                     \
             QByteArray("cannot reach " name ", there are:").append(screen()).constData())
#define CLICK(name) ONCE(click(QStringLiteral(name)), name)
#define TYPE(name, text) ONCE(type(QStringLiteral(name), text), name)

void TestDealFlow::account()
{
    // With the keyboard alone, from the profile to the new account.
    QVERIFY(tabTo(QStringLiteral("tab.profile")));
    QTest::keyClick(window(), Qt::Key_Space);
    ONCE(item(QStringLiteral("profile.signIn")) != nullptr, "profile.signIn");
    QVERIFY(tabTo(QStringLiteral("profile.signIn")));
    QTest::keyClick(window(), Qt::Key_Space);
    ONCE(item(QStringLiteral("signIn.switch")) != nullptr, "signIn.switch");
    QVERIFY(tabTo(QStringLiteral("signIn.switch")));
    QTest::keyClick(window(), Qt::Key_Space);
    ONCE(item(QStringLiteral("signIn.name.input")) != nullptr, "signIn.name.input");

    TYPE("signIn.name.input", QStringLiteral("Olga K."));
    TYPE("signIn.email.input", QStringLiteral("olga@example.com"));
    // Drivers are told where they register.
    TYPE("signIn.password.input", QStringLiteral("waits for a car 42"));
    CLICK("signIn.role.driver");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("signIn.driver")), kStepMs);
    QVERIFY(!item(QStringLiteral("signIn.submit"))); // not enabled
    CLICK("signIn.role.buyer");
    QVERIFY(tabTo(QStringLiteral("signIn.password.input")));
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->session()->signedIn(), kStepMs);

    // The code from the e-mail.
    QString code;
    const auto mailed = [&] {
        QDir mails(m_folder.filePath(QStringLiteral("server/mail")));
        for (const QString &name : mails.entryList({QStringLiteral("*.eml")})) {
            QFile file(mails.filePath(name));
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QString text = QString::fromUtf8(file.readAll());
            const auto match =
                QRegularExpression(QStringLiteral("(?<!\\d)(\\d{6})(?!\\d)")).match(text.section(QStringLiteral("\r\n\r\n"), 1));
            if (text.contains(QLatin1String("To: olga@example.com")) && match.hasMatch())
                code = match.captured(1);
        }
        return !code.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(mailed(), kStepMs);
    TYPE("verify.code.input", code);
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("profile"), kStepMs);
    QVERIFY(m_client->session()->user().value(QStringLiteral("email_verified")).toBool());
}

void TestDealFlow::searchAndFavourite()
{
    CLICK("tab.search");
    TYPE("search.text", QStringLiteral("RAV4"));
    ONCE(click(QStringLiteral("favourite.") + m_listingId), "the heart");
    QTest::keyClick(window(), Qt::Key_Escape);
    CLICK("tab.profile");
    CLICK("profile.favourites");
    ONCE(item(QStringLiteral("listing.") + m_listingId) != nullptr, "the car that was kept");
    // Opened with the keyboard.
    QVERIFY(tabTo(QStringLiteral("listing.") + m_listingId));
    QTest::keyClick(window(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    ONCE(item(QStringLiteral("listing.photos")) != nullptr, "listing.photos");
    QVERIFY(tabTo(QStringLiteral("listing.photos")));
    QTest::keyClick(window(), Qt::Key_Right);
    QTRY_COMPARE(of(QStringLiteral("listing.photos"), "currentIndex").toInt(), 1);
}

void TestDealFlow::chat()
{
    CLICK("listing.chat");
    TYPE("chat.input", QStringLiteral("Call me: +7 914 655-20-47"));
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("chat.mask")), kStepMs); // before it is sent
    QImage photo(900, 600, QImage::Format_RGB32);
    photo.fill(Qt::darkBlue);
    const QString file = m_folder.filePath(QStringLiteral("papers.png"));
    QVERIFY(photo.save(file));
    QVERIFY(QMetaObject::invokeMethod(item(QStringLiteral("chat.writer")), "attach",
                                      Q_ARG(QVariant, QVariant::fromValue(QList<QUrl>{QUrl::fromLocalFile(file)}))));
    TYPE("chat.input", QStringLiteral("Call me: +7 914 655-20-47"));
    QTest::keyClick(window(), Qt::Key_Return);
    const auto arrived = [this] {
        const QVariantList lines = rows("state", "masked");
        return lines.size() == 1 && (lines[0] == QLatin1String("sent/true") || lines[0] == QLatin1String("read/true"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrived(), kStepMs);
    const QJsonArray messages = driversMessages();
    QCOMPARE(messages.size(), 1);
    QVERIFY(!messages[0].toObject().value(QLatin1String("body")).toString().contains(QLatin1String("655-20-47")));
    QCOMPARE(messages[0].toObject().value(QLatin1String("attachments")).toArray().size(), 1);
    call("POST", QStringLiteral("conversations/%1/messages").arg(driversConversation()),
         {{QStringLiteral("client_id"), QUuid::createUuid().toString(QUuid::WithoutBraces)},
          {QStringLiteral("body"), QStringLiteral("Write here, please")}});
    QTRY_VERIFY_WITH_TIMEOUT(rows("body", "mine").contains(QStringLiteral("Write here, please/false")), kStepMs); // WebSocket
}

void TestDealFlow::otherLanguageAndTheme()
{
    // While the chat is open in its place: everything changes under it, nothing is lost.
    TYPE("chat.input", QStringLiteral("half a sentence"));
    QCOMPARE(of(QStringLiteral("chat.writer"), "color").value<QColor>(), QColor(0xFF, 0xFF, 0xFF));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->settings()->setTheme(QStringLiteral("dark"));
    QTRY_COMPARE(of(QStringLiteral("chat.writer"), "color").value<QColor>(), QColor(0x18, 0x20, 0x1D));
    QCOMPARE(of(QStringLiteral("chat.input"), "text").toString(), QStringLiteral("half a sentence"));
    QTRY_COMPARE(of(QStringLiteral("chat.send"), "text").toString(), QStringLiteral("Send"));
}

void TestDealFlow::serverGoesAndComesBack()
{
    m_server.kill(); // without a word
    QVERIFY(m_server.waitForFinished(20000));
    TYPE("chat.input", QStringLiteral("Written while you were away"));
    CLICK("chat.send");
    QTRY_VERIFY_WITH_TIMEOUT(rows("body", "state").contains(QStringLiteral("Written while you were away/queued")), kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("offline")), kStepMs);
    QVERIFY(startServer());
    const auto sent = [this] {
        const QVariantList lines = rows("body", "state");
        return lines.contains(QStringLiteral("Written while you were away/sent"))
               || lines.contains(QStringLiteral("Written while you were away/read"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(sent(), 90000);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("offline")), kStepMs);
    int copies = 0;
    for (const QJsonValue &message : driversMessages())
        copies += message.toObject().value(QLatin1String("body")).toString() == QLatin1String("Written while you were away");
    QCOMPARE(copies, 1);
}

void TestDealFlow::payment()
{
    QTest::keyClick(window(), Qt::Key_Escape); // back to the car
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("listing"), kStepMs);
    CLICK("listing.deal");
    TYPE("checkout.place.input", QStringLiteral("Novosibirsk"));
    CLICK("checkout.create");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    ONCE(item(QStringLiteral("deal.next")) != nullptr, "deal.next");
    QCOMPARE(of(QStringLiteral("deal.next"), "text").toString(), QStringLiteral("Pay the bank"));
    CLICK("deal.pay");
    QTRY_VERIFY_WITH_TIMEOUT(m_paymentPage.isValid(), kStepMs); // what the system's browser was asked to open
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("deal.money"), "title").toString(), QStringLiteral("We are checking the payment"),
                              kStepMs);
    const auto atTheBank = [this](const QByteArray &outcome) {
        QNetworkRequest request(std::exchange(m_paymentPage, {}));
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        const std::unique_ptr<QNetworkReply> answer(m_network.post(request, QByteArray("outcome=" + outcome)));
        return QTest::qWaitFor([&answer] { return answer->isFinished(); }, kStepMs);
    };
    QVERIFY(atTheBank("decline"));
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("deal.money"), "title").toString(), QStringLiteral("Nothing is paid yet"),
                              kStepMs);
    CLICK("deal.pay"); // another card
    QTRY_VERIFY_WITH_TIMEOUT(m_paymentPage.isValid(), kStepMs);
    QVERIFY(atTheBank("success"));
    QTRY_COMPARE_WITH_TIMEOUT(of(QStringLiteral("deal.next"), "text").toString(), QStringLiteral("The driver picks the car up"),
                              kStepMs); // by itself
    m_deal = call("GET", QStringLiteral("deals"))
                 .value(QLatin1String("items"))
                 .toArray()
                 .at(0)
                 .toObject()
                 .value(QLatin1String("id"))
                 .toString();
    QVERIFY(!m_deal.isEmpty());
}

void TestDealFlow::travelAndHandover()
{
    call("POST", QStringLiteral("deals/%1/start").arg(m_deal),
         {{QStringLiteral("vin"), QStringLiteral("JTMDW3FV60D012345")},
          {QStringLiteral("odometer_km"), 48010},
          {QStringLiteral("photos"), QJsonArray{uploadPhoto()}},
          {QStringLiteral("note"), QString()}});
    QCOMPARE(m_status, 200);
    // What happened stands in the conversation too, in words.
    CLICK("deal.chat");
    const auto said = [this](const QString &line) {
        return QTest::qWaitFor([&] { return rows("body", "kind").contains(line); }, kStepMs);
    };
    QVERIFY2(said(QStringLiteral("Paid: the bank holds the money/event")),
             qPrintable(QVariant(rows("body", "kind")).toStringList().join(u'\n')));
    QVERIFY(said(QStringLiteral("The car is on its way/event")));
    CLICK("back");
    call("POST", QStringLiteral("deals/%1/amendments").arg(m_deal),
         {{QStringLiteral("delivery_eta_days"), 45}, {QStringLiteral("reason"), QStringLiteral("The ferry is late")}});
    QCOMPARE(m_status, 201);
    CLICK("amendment.accept");
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("amendment.accept")), kStepMs);
    QCOMPARE(call("GET", QStringLiteral("deals/") + m_deal).value(QLatin1String("delivery_eta_days")).toInt(), 45);
    call("POST", QStringLiteral("deals/%1/arrive").arg(m_deal), {{QStringLiteral("note"), QString()}});
    QCOMPARE(m_status, 200);
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("deal.code")), kStepMs);
    const QString code = of(QStringLiteral("deal.code"), "text").toString();
    QVERIFY(item(QStringLiteral("deal.confirm"))); // the other way to say yes
    // The buyer tells the code, the driver enters it.
    call("POST", QStringLiteral("deals/%1/confirm").arg(m_deal), {{QStringLiteral("code"), code}});
    QCOMPARE(m_status, 200);
    CLICK("deal.release");
    CLICK("dialog.confirm");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("deal.review")), kStepMs);
}

void TestDealFlow::reviewAndEnd()
{
    CLICK("deal.review");
    ONCE(item(QStringLiteral("star.5")) != nullptr, "star.5");
    QVERIFY(tabTo(QStringLiteral("star.5")));
    QTest::keyClick(window(), Qt::Key_Space);
    TYPE("review.comment.input", QStringLiteral("As agreed, on time."));
    CLICK("review.send");
    QTRY_COMPARE_WITH_TIMEOUT(page(), QStringLiteral("deal"), kStepMs);
    const QJsonObject end = call("GET", QStringLiteral("deals/") + m_deal);
    QCOMPARE(end.value(QLatin1String("status")).toString(), QStringLiteral("released"));
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("deal.review")), kStepMs);
}

void TestDealFlow::signOut()
{
    QTest::keyClick(window(), Qt::Key_Escape);
    while (page() != QLatin1String("profile") && m_app->navigation()->property("depth").toInt() > 1)
        QTest::keyClick(window(), Qt::Key_Escape);
    CLICK("tab.profile");
    CLICK("profile.signOut");
    CLICK("dialog.confirm");
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->session()->signedIn(), kStepMs);
    QVERIFY(!QFileInfo::exists(m_folder.filePath(QStringLiteral("app/session.json"))));
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("profile.signIn")), kStepMs);
    CLICK("tab.deals");
    QTRY_VERIFY_WITH_TIMEOUT(item(QStringLiteral("state.action")), kStepMs); // nothing of the deal is left
}

QTEST_MAIN(TestDealFlow)
#include "tst_deal_flow.moc"
