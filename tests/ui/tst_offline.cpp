// The app's layer against the real server over a line that fails in every way: view models show the right trouble and keep
// what they have, what was written arrives once and in order, whatever is lost, and whenever the app is killed.
#include "fault_proxy.h"
#include "qml/chat/chat_view_model.h"
#include "qml/chat/conversations_view_model.h"
#include "qml/client/photo_file.h"
#include "qml/deals/deal_view_models.h"
#include "qml/listings/listings_view_models.h"
#include "qml/listings/search_view_model.h"
#include "tests/ui/rig/bodies.h"
#include "tests/ui/rig/hasty_app.h"
#include "tests/ui/rig/local_server.h"

#include <QDir>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::client;
using Fault = test::FaultProxy::Fault;

namespace {

// What --child does: the app of folder and url, sending what waits until it is killed.
int runChild(const QString &folder, const QString &url)
{
    test::HastyApp app(folder, url);
    QObject::connect(app.client->outbox(), &Outbox::sent, [] {
        std::puts("sent");
        std::fflush(stdout);
    });
    QObject::connect(app.client->outbox(), &Outbox::changed, [&app] {
        if (app.client->outbox()->items().empty())
            QCoreApplication::quit();
    });
    app.client->start();
    QTimer::singleShot(0, app.client->outbox(), [&app] {
        if (app.client->outbox()->items().empty())
            QCoreApplication::quit();
    });
    return QCoreApplication::exec();
}

} // namespace

class TestOffline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void cleanup()
    {
        if (m_proxy)
            m_proxy->set(Fault::None);
    }
    void faultsOfAReading_data();
    void faultsOfAReading();
    void heldAnswerIsSlow();
    void offlineStartShowsTheLastState();
    void lostAnswersSendNothingTwice();
    void killedAppGoesOn();
    void liveLineComesBack();
    void breakIsAnswered();

private:
    QJsonObject call(const QByteArray &method, const QString &path, const QJsonObject &body, const QByteArray &token);
    QJsonArray messages();
    QStringList bodies();

    QTemporaryDir m_folder;
    test::LocalServer m_server{m_folder.path()};
    QNetworkAccessManager m_network;
    std::unique_ptr<test::FaultProxy> m_proxy;
    QJsonObject m_buyer, m_driver;
    QString m_conversation;
    int m_status = 0;
};

void TestOffline::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(m_server.start());
    m_proxy = std::make_unique<test::FaultProxy>(m_server.port());
    const auto join = [this](const char *name, const char *role) {
        const QJsonObject session = call(
            "POST", QStringLiteral("auth/register"),
            test::personBody(QStringLiteral("%1@example.com").arg(QLatin1String(name)), QLatin1String(role), QLatin1String(name)),
            {});
        call("POST", QStringLiteral("me/agreements/terms-") + QLatin1String(role), test::signBody(),
             session.value(QLatin1String("access_token")).toString().toLatin1());
        return session;
    };
    m_driver = join("pavel", "driver");
    m_buyer = join("olga", "buyer");
    const QByteArray driver = m_driver.value(QLatin1String("access_token")).toString().toLatin1();
    const QJsonObject car = call("POST", QStringLiteral("listings"), test::carBody(), driver);
    const QString id = car.value(QLatin1String("id")).toString();
    call("POST", QStringLiteral("listings/%1/publish").arg(id), {}, driver);
    m_conversation = call("POST", QStringLiteral("listings/%1/conversations").arg(id), {},
                          m_buyer.value(QLatin1String("access_token")).toString().toLatin1())
                         .value(QLatin1String("id"))
                         .toString();
    QVERIFY(!m_conversation.isEmpty());
    const auto found = [this] {
        return call("GET", QStringLiteral("search"), {}, {}).value(QLatin1String("total")).toInt() == 1;
    };
    QVERIFY(QTest::qWaitFor(found, 90000)); // the index follows a moment after
}

void TestOffline::cleanupTestCase()
{
    m_proxy.reset();
    m_server.end();
}

QJsonObject TestOffline::call(const QByteArray &method, const QString &path, const QJsonObject &body, const QByteArray &token)
{
    QNetworkRequest request(QUrl(m_server.url() + QStringLiteral("/api/v1/") + path));
    request.setRawHeader("Content-Type", "application/json");
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    const std::unique_ptr<QNetworkReply> reply(
        m_network.sendCustomRequest(request, method, method == "GET" ? QByteArray() : QJsonDocument(body).toJson()));
    QEventLoop loop;
    connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    return QJsonDocument::fromJson(reply->readAll()).object();
}

// As the driver sees them, oldest first.
QJsonArray TestOffline::messages()
{
    const QJsonArray newest = call("GET", QStringLiteral("conversations/%1/messages?limit=100").arg(m_conversation), {},
                                   m_driver.value(QLatin1String("access_token")).toString().toLatin1())
                                  .value(QLatin1String("items"))
                                  .toArray();
    QJsonArray oldest;
    for (const QJsonValue &message : newest)
        oldest.prepend(message);
    return oldest;
}

QStringList TestOffline::bodies()
{
    QStringList list;
    const QJsonArray all = messages();
    for (const QJsonValue &message : all)
        list << message.toObject().value(QLatin1String("body")).toString();
    return list;
}

void TestOffline::faultsOfAReading_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, Fault fault, const char *kind) {
        QTest::newRow(name) << int(fault) << QString::fromLatin1(kind);
    };
    row("refused", Fault::Refuse, "offline");
    row("answer lost", Fault::LoseAnswer, "offline");
    row("cut in the middle", Fault::Cut, "offline");
    row("truncated", Fault::Truncate, "rubbish");
    row("500", Fault::Broken, "broken");
    row("503", Fault::Break, "maintenance");
    row("a page of HTML", Fault::Rubbish, "rubbish");
    row("another shape", Fault::Shapeless, "rubbish");
    row("byte by byte", Fault::Slow, "none");
}

void TestOffline::faultsOfAReading()
{
    QFETCH(int, fault);
    QFETCH(QString, kind);
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url());
    listings::SearchViewModel search;
    search.setClient(app.client.get());
    m_proxy->set(Fault(fault), "/search");
    search.componentComplete();
    QTRY_VERIFY_WITH_TIMEOUT(!search.refreshing(), 20000);
    QCOMPARE(search.trouble().kind, kind);
    QCOMPARE(search.phase(), kind == QLatin1String("none") ? ViewModel::Ready : ViewModel::Failed);
    // The same with something on the device.
    m_proxy->set(Fault::None);
    search.reload();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Ready, 20000);
    QTRY_VERIFY(!search.refreshing());
    QCOMPARE(search.trouble().kind, QStringLiteral("none"));
    QCOMPARE(search.model()->count(), 1);
    m_proxy->set(Fault(fault), "/search");
    search.reload();
    QTRY_VERIFY_WITH_TIMEOUT(!search.refreshing(), 20000);
    QCOMPARE(search.phase(), ViewModel::Ready);
    QCOMPARE(search.model()->count(), 1);
    QCOMPARE(search.stale(), kind != QLatin1String("none"));
    QCOMPARE(search.trouble().kind, kind);
}

void TestOffline::heldAnswerIsSlow()
{
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url());
    app.client->setSlowMs(1);
    listings::SearchViewModel search;
    search.setClient(app.client.get());
    m_proxy->set(Fault::Hold, "/search");
    search.componentComplete();
    QTRY_VERIFY(search.slow());
    m_proxy->set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT((m_proxy->release(), search.phase() == ViewModel::Ready), 20000);
    QVERIFY(!search.slow());
}

void TestOffline::offlineStartShowsTheLastState()
{
    QTemporaryDir folder;
    {
        test::HastyApp app(folder.path(), m_proxy->url());
        app.client->session()->accept(m_buyer);
        app.client->outbox()->sendMessage(m_conversation, QStringLiteral("Is it still there?"));
        QTRY_COMPARE_WITH_TIMEOUT(bodies().size(), 1, 20000);
        listings::HomeViewModel home;
        chat::ConversationsViewModel chats;
        chat::ChatViewModel talk;
        deals::DealsViewModel deals;
        talk.setProperty("conversationId", m_conversation);
        for (ViewModel *model : std::initializer_list<ViewModel *>{&home, &chats, &talk, &deals}) {
            model->setClient(app.client.get());
            model->componentComplete();
        }
        QTRY_VERIFY_WITH_TIMEOUT(!home.refreshing() && !chats.refreshing() && !talk.refreshing() && !deals.refreshing()
                                     && !talk.peer().isEmpty(),
                                 20000);
    }
    m_proxy->set(Fault::Refuse);
    test::HastyApp app(folder.path(), m_proxy->url());
    app.client->start();
    QVERIFY(app.client->session()->signedIn());
    listings::HomeViewModel home;
    chat::ConversationsViewModel chats;
    chat::ChatViewModel talk, unknown;
    deals::DealsViewModel deals;
    talk.setProperty("conversationId", m_conversation);
    unknown.setProperty("conversationId", QStringLiteral("01936000-0000-7000-8000-000000000400"));
    for (ViewModel *model : std::initializer_list<ViewModel *>{&home, &chats, &talk, &deals, &unknown}) {
        model->setClient(app.client.get());
        model->componentComplete();
    }
    // Before any answer could have come.
    QCOMPARE(home.model()->count(), 1);
    QCOMPARE(chats.model()->count(), 1);
    QCOMPARE(talk.model()->count(), 1);
    QCOMPARE(talk.peer().value(QStringLiteral("display_name")).toString(), QStringLiteral("pavel"));
    QCOMPARE(deals.phase(), ViewModel::Empty);
    QTRY_VERIFY_WITH_TIMEOUT(home.stale() && chats.stale() && talk.stale() && deals.stale(), 20000);
    QVERIFY(home.fetchedAt() > 0 && !home.ageText().isEmpty());
    // What was never loaded says so.
    QTRY_COMPARE_WITH_TIMEOUT(unknown.phase(), ViewModel::Failed, 20000);
    QCOMPARE(unknown.trouble().kind, QStringLiteral("offline"));
    m_proxy->set(Fault::None);
    QTRY_VERIFY_WITH_TIMEOUT(!home.stale() && !chats.stale() && !talk.stale() && !deals.stale(), 20000); // by itself
}

void TestOffline::lostAnswersSendNothingTwice()
{
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url());
    app.client->session()->accept(m_buyer);
    const int before = int(messages().size());
    m_proxy->set(Fault::LoseAnswer, "POST", 6); // two photos and a message, each lost as often as the app asks
    app.client->writing()->keepPhoto(QStringLiteral("draft/c"), test::jpegOf(10));
    app.client->writing()->keepPhoto(QStringLiteral("draft/c"), test::jpegOf(200));
    app.client->outbox()->sendMessage(m_conversation, QStringLiteral("two photos"), QStringLiteral("c"));
    QTRY_VERIFY_WITH_TIMEOUT(app.client->outbox()->items().empty(), 30000);
    QVERIFY(m_proxy->seen("POST") > 6);
    const QJsonArray after = messages();
    QCOMPARE(after.size(), before + 1);
    QCOMPARE(after.last().toObject().value(QLatin1String("attachments")).toArray().size(), 2);
    QVERIFY(QDir(folder.filePath(QStringLiteral("outbox"))).isEmpty());
}

void TestOffline::killedAppGoesOn()
{
    QTemporaryDir folder;
    const QStringList before = bodies();
    QStringList written;
    {
        test::HastyApp app(folder.path(), QStringLiteral("http://127.0.0.1:9"));
        app.client->session()->accept(m_buyer);
        app.client->outbox()->setPaused(true);
        for (int at = 0; at < 25; ++at) {
            written << QStringLiteral("killed %1").arg(at);
            app.client->outbox()->sendMessage(m_conversation, written.last());
        }
    }
    const auto few = [](int life) { return 1 + life % 4; };
    const int kills = test::killUntilAllIsSent(folder.path(), m_server.url(), "sent", 30, few);
    QVERIFY(kills >= 0); // all of it went
    QVERIFY(kills > 3);
    QCOMPARE(bodies(), before + written);
}

void TestOffline::liveLineComesBack()
{
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url());
    app.client->session()->accept(m_buyer);
    QTRY_VERIFY_WITH_TIMEOUT(app.client->ws()->ready(), 20000);
    QSignalSpy frames(app.client->ws(), &WsClient::frameArrived);
    QSignalSpy changes(app.client->ws(), &WsClient::readyChanged);
    m_proxy->cutAll();
    QTRY_VERIFY(changes.count() >= 1);
    const QByteArray driver = m_driver.value(QLatin1String("access_token")).toString().toLatin1();
    call("POST", QStringLiteral("conversations/%1/messages").arg(m_conversation),
         {{QStringLiteral("client_id"), QStringLiteral("01936000-0000-7000-8000-00000000beef")},
          {QStringLiteral("body"), QStringLiteral("while you were away")},
          {QStringLiteral("attachments"), QJsonArray()}},
         driver);
    QCOMPARE(m_status, 201);
    app.client->ws()->reconnect(); // as after a sleep: not only when the pause is over
    const auto heard = [&frames] {
        int count = 0;
        for (const auto &frame : frames)
            count += frame.at(1).toJsonObject().value(QLatin1String("message")).toObject().value(QLatin1String("body")).toString()
                     == QLatin1String("while you were away");
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(heard(), 1, 20000);
}

void TestOffline::breakIsAnswered()
{
    QVERIFY(m_server.start(QStringLiteral("Back at four."))); // a setting of the server's: it starts again
    QTemporaryDir folder;
    test::HastyApp app(folder.path(), m_proxy->url());
    listings::SearchViewModel search;
    search.setClient(app.client.get());
    search.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Failed, 20000);
    QCOMPARE(search.trouble().kind, QStringLiteral("maintenance"));
    QTRY_COMPARE_WITH_TIMEOUT(app.client->connection()->gate(), QStringLiteral("maintenance"), 20000);
    QCOMPARE(app.client->connection()->maintenance(), QStringLiteral("Back at four."));
}

int main(int argc, char **argv)
{
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0) {
        QCoreApplication app(argc, argv);
        return runChild(QString::fromLocal8Bit(argv[2]), QString::fromLocal8Bit(argv[3]));
    }
    QGuiApplication app(argc, argv); // pictures are read with its plugins
    TestOffline test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_offline.moc"
