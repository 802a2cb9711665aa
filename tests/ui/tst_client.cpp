// What the apps' client promises: one refresh at a time, keys of idempotency, retries, an outbox that survives a
// restart.
#include "qml/chat/chat_view_model.h"
#include "qml/chat/event_texts.h"
#include "qml/client/client.h"
#include "qml/client/format.h"
#include "qml/client/photo_file.h"
#include "qml/client/photo_uploads.h"
#include "qml/listings/search_view_model.h"
#include "qml/profile/notification_words.h"
#include "qml/profile/profile_view_models.h"
#include "qml/ui/figures.h"
#include "qml/ui/icon_names.h"
#include "shared/domain/deal/deal_state.h"
#include "shared/domain/notification_kinds.h"
#include "tests/ui/rig/scripted_client.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTranslator>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace cargo;
using namespace cargo::client;
using test::header;
using test::kAuth;
using test::kChat;
using test::mediaAnswer;
using test::ScriptedClient;

namespace {

const QString kTalk = QStringLiteral("conversation/01936000-0000-7000-8000-000000000400");

// A message with one photo, as a chat sends it.
QString sendPhoto(Client &client, const QString &body, const QByteArray &jpeg)
{
    client.writing()->keepPhoto(QStringLiteral("draft/chat"), jpeg);
    return client.outbox()->sendMessage(kChat, body, QStringLiteral("chat"));
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneRefreshForManyCalls();
    void endedSessionIsForgotten();
    void retriesCarryTheSameKey();
    void ordersWithoutKeyAreNotRepeated();
    void problemsBecomeCodesAndFields();
    void tokensAreReadableByTheirOwnerOnly();
    void outboxSurvivesARestartAndSendsOnce();
    void refusedMessageStaysWithItsReason();
    void photosAreUploadedOnceAndBeforeTheirMessage();
    void refusedPhotoCanBeTriedAgain();
    void noPictureIsNotAttached();
    void evidenceGoesUpAtOnce();
    void signOutLeavesNothingOnTheDevice();
    void accountsOfOtherRolesAreLetGo();
    void liveLineSkipsWhatItSaw();
    void openLiveLineEndsQuietly();
    void draftShowsWhatWillBeHidden();
    void favouriteIsTakenBackWhenRefused();
    void listIsShownFromTheDeviceWithoutNetwork();
    void moneyIsWrittenForPeople();
    void shortFiguresFollowTheLanguage();
    void everyEventOfADealHasItsSentence();
    void everyNotificationHasItsSentence();
};

void TestClient::oneRefreshForManyCalls()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &request) -> HttpAnswer {
        if (request.url.path().endsWith(QLatin1String("auth/refresh")))
            return {200, kAuth, false, 0};
        return header(request, "Authorization") == "Bearer new" ? HttpAnswer{200, "{}", false, 0}
                                                                : HttpAnswer{401, R"({"code":"token_expired"})", false, 0};
    });
    setup.client->api()->setTokens("old", "r1");
    int good = 0;
    for (int call = 0; call < 5; ++call)
        setup.client->api()->send(Call::get(QStringLiteral("deals")), this, [&good](const Answer &answer) { good += answer.ok; });
    QTRY_COMPARE(good, 5);
    const auto refreshes =
        std::count_if(setup.transport->requests.begin(), setup.transport->requests.end(),
                      [](const HttpRequest &r) { return r.url.path().endsWith(QLatin1String("auth/refresh")); });
    QCOMPARE(refreshes, 1);
}

void TestClient::endedSessionIsForgotten()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) {
        return HttpAnswer{401, R"({"code":"token_reused"})", false, 0};
    });
    setup.client->session()->accept(QJsonDocument::fromJson(kAuth).object());
    QSignalSpy ended(setup.client->session(), &Session::ended);
    int failed = 0;
    setup.client->api()->send(Call::get(QStringLiteral("deals")), this,
                              [&failed](const Answer &answer) { failed += !answer.ok; });
    QTRY_COMPARE(failed, 1);
    QCOMPARE(ended.count(), 1);
    QVERIFY(!setup.client->session()->signedIn());
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("session.json"))));
}

void TestClient::retriesCarryTheSameKey()
{
    QTemporaryDir folder;
    int asked = 0;
    ScriptedClient setup(folder.path(), [&asked](const HttpRequest &request) {
        if (request.method == "GET") // asks whether there is a break
            return HttpAnswer{200, R"({"min_app_version":"","maintenance":""})", false, 0};
        return ++asked < 3 ? HttpAnswer{503, {}, false, 0} : HttpAnswer{201, "{}", false, 0};
    });
    bool done = false;
    setup.client->api()->send(Call::post(QStringLiteral("deals")), this, [&done](const Answer &answer) { done = answer.ok; });
    QTRY_VERIFY_WITH_TIMEOUT(done, 10000);
    QCOMPARE(asked, 3);
    QSet<QByteArray> keys;
    for (const HttpRequest &request : setup.transport->requests) {
        if (request.method == "POST")
            keys.insert(header(request, "Idempotency-Key"));
    }
    QCOMPARE(keys.size(), 1);
    QVERIFY(!keys.begin()->isEmpty());
}

void TestClient::ordersWithoutKeyAreNotRepeated()
{
    QTemporaryDir folder;
    int asked = 0;
    ScriptedClient setup(folder.path(), [&asked](const HttpRequest &) {
        ++asked;
        return HttpAnswer{0, {}, true, 0};
    });
    Call call = Call::post(QStringLiteral("auth/login"));
    call.idempotencyKey.clear();
    Answer got;
    bool done = false;
    setup.client->api()->send(call, this, [&](const Answer &answer) {
        got = answer;
        done = true;
    });
    QTRY_VERIFY(done);
    QCOMPARE(asked, 1);
    QCOMPARE(got.error.code, ErrorCode::Timeout);
    QVERIFY(!setup.client->session()->online());
}

void TestClient::problemsBecomeCodesAndFields()
{
    const Answer answer =
        readAnswer({422, R"({"code":"validation_failed","errors":[{"field":"email","code":"invalid_format"}]})", false, 0});
    QVERIFY(!answer.ok);
    QCOMPARE(answer.error.code, ErrorCode::ValidationFailed);
    QCOMPARE(answer.fields.size(), size_t(1));
    QCOMPARE(answer.fields[0].field, QStringLiteral("email"));
    QCOMPARE(answer.fields[0].code, ErrorCode::InvalidFormat);
    QCOMPARE(readAnswer({500, "<html>", false, 0}).error.code, ErrorCode::Internal);
}

void TestClient::tokensAreReadableByTheirOwnerOnly()
{
    QTemporaryDir folder;
    TokenStore store(folder.path());
    store.save({{QStringLiteral("access_token"), QStringLiteral("a")}});
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    QVERIFY(!(QFileInfo(folder.filePath(QStringLiteral("session.json"))).permissions() & others));
    QString token;
    TokenStore(folder.path()).load([&](const QJsonObject &session) {
        token = session.value(QLatin1String("access_token")).toString();
    });
    QCOMPARE(token, QStringLiteral("a"));
}

void TestClient::outboxSurvivesARestartAndSendsOnce()
{
    QTemporaryDir folder;
    QString id;
    {
        ScriptedClient offline(folder.path(), [](const HttpRequest &) { return HttpAnswer{0, {}, false, 0}; });
        id = offline.client->outbox()->sendMessage(kChat, QStringLiteral("hello"));
        QTRY_VERIFY_WITH_TIMEOUT(!offline.client->session()->online(), 5000);
        QCOMPARE(offline.client->outbox()->items(kTalk).size(), size_t(1));
    }
    ScriptedClient online(folder.path(), [](const HttpRequest &) { return HttpAnswer{201, R"({"seq":1})", false, 0}; });
    QSignalSpy sent(online.client->outbox(), &Outbox::sent);
    online.client->outbox()->flush();
    online.client->outbox()->flush();
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(qvariant_cast<OutboxItem>(sent.first().at(0)).id, id);
    QVERIFY(online.client->outbox()->items(kTalk).empty());
    QCOMPARE(online.transport->requests.size(), size_t(1));
    QCOMPARE(QJsonDocument::fromJson(online.transport->requests[0].body).object().value(QLatin1String("client_id")).toString(),
             id);
}

void TestClient::refusedMessageStaysWithItsReason()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{403, R"({"code":"muted"})", false, 0}; });
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("call me"));
    QTRY_COMPARE(setup.client->outbox()->items(kTalk).at(0).error, QStringLiteral("muted"));
}

// A picture file in `folder`.
static QUrl pictureIn(const QString &folder)
{
    QImage image(2400, 1200, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    const QString path = folder + QStringLiteral("/car.png");
    image.save(path);
    return QUrl::fromLocalFile(path);
}

void TestClient::photosAreUploadedOnceAndBeforeTheirMessage()
{
    QTemporaryDir folder;
    QString id;
    {
        // The photo arrives, then the network goes away: the message waits.
        ScriptedClient first(folder.path(), [&](const HttpRequest &request) {
            return request.url.path().endsWith(QLatin1String("/media")) ? mediaAnswer(request) : HttpAnswer{0, {}, false, 0};
        });
        QSignalSpy progress(first.client->outbox(), &Outbox::progressed);
        id = sendPhoto(*first.client, {}, preparePhoto(pictureIn(folder.path()).toLocalFile()));
        QTRY_COMPARE(first.transport->count("POST", "/media"), 1);
        const HttpRequest &upload = first.transport->requests[0];
        QVERIFY(header(upload, "Content-Type").startsWith("multipart/form-data; boundary="));
        QVERIFY(!header(upload, "Idempotency-Key").isEmpty());
        upload.progress(0.5);
        QCOMPARE(progress.count(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(first.transport->count("POST", "/messages") >= 1, 5000);
        QTRY_VERIFY_WITH_TIMEOUT(!first.client->session()->online(), 5000);
    }
    ScriptedClient second(folder.path(), [](const HttpRequest &) { return HttpAnswer{201, R"({"seq":1})", false, 0}; });
    QSignalSpy sent(second.client->outbox(), &Outbox::sent);
    second.client->outbox()->flush();
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(second.transport->count("POST", "/media"), 0); // it is there already
    const QJsonObject body = QJsonDocument::fromJson(second.transport->requests[0].body).object();
    QCOMPARE(body.value(QLatin1String("client_id")).toString(), id);
    QCOMPARE(body.value(QLatin1String("attachments")).toArray().size(), 1);
    QVERIFY(QDir(folder.filePath(QStringLiteral("outbox"))).isEmpty()); // the copy is gone with the message
}

void TestClient::refusedPhotoCanBeTriedAgain()
{
    QTemporaryDir folder;
    bool accept = false;
    ScriptedClient setup(folder.path(), [&accept](const HttpRequest &request) {
        if (!request.url.path().endsWith(QLatin1String("/media")))
            return HttpAnswer{201, R"({"seq":1})", false, 0};
        return accept ? mediaAnswer(request) : HttpAnswer{413, R"({"code":"payload_too_large"})", false, 0};
    });
    QSignalSpy sent(setup.client->outbox(), &Outbox::sent);
    const QString id = sendPhoto(*setup.client, QStringLiteral("look"), "jpeg");
    QTRY_COMPARE(setup.client->outbox()->items(kTalk).at(0).error, QStringLiteral("payload_too_large"));
    QCOMPARE(setup.transport->count("POST", "/messages"), 0);
    accept = true;
    setup.client->outbox()->retry(id);
    QTRY_COMPARE(sent.count(), 1);
}

void TestClient::noPictureIsNotAttached()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, "{}", false, 0}; });
    QFile text(folder.filePath(QStringLiteral("a.txt")));
    QVERIFY(text.open(QIODevice::WriteOnly));
    text.write("no picture");
    text.close();
    chat::ChatWriter chat;
    chat.begin(setup.client.get(), kChat);
    QSignalSpy failed(&chat, &chat::ChatWriter::failed);
    chat.attach({QUrl::fromLocalFile(text.fileName()), pictureIn(folder.path())});
    QCOMPARE(failed.count(), 1);
    QCOMPARE(chat.photos().size(), 1);
    QVERIFY(chat.sendable()); // a photo needs no words
    chat.detach(0);
    QVERIFY(!chat.sendable());
    // Large ones are made small before they travel.
    const QImage travelling = QImage::fromData(preparePhoto(pictureIn(folder.path()).toLocalFile()));
    QCOMPARE(travelling.width(), 2048);
}

void TestClient::evidenceGoesUpAtOnce()
{
    QTemporaryDir folder;
    int asked = 0;
    ScriptedClient setup(folder.path(), [&asked](const HttpRequest &request) {
        return ++asked == 1 ? HttpAnswer{415, R"({"code":"bad_request"})", false, 0} : mediaAnswer(request);
    });
    PhotoUploads uploads;
    uploads.setClient(setup.client.get());
    uploads.componentComplete();
    uploads.add({pictureIn(folder.path())});
    QTRY_COMPARE(uploads.get(0).value(QStringLiteral("state")).toString(), QStringLiteral("failed"));
    QVERIFY(!uploads.get(0).value(QStringLiteral("errorText")).toString().isEmpty());
    uploads.retry(uploads.get(0).value(QStringLiteral("key")).toString());
    QTRY_COMPARE(uploads.get(0).value(QStringLiteral("state")).toString(), QStringLiteral("done"));
    QCOMPARE(uploads.mediaIds(), QStringList{QStringLiteral("01936000-0000-7000-8000-000000000777")});
}

void TestClient::signOutLeavesNothingOnTheDevice()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{0, {}, false, 0}; });
    Client &client = *setup.client;
    client.session()->accept(QJsonDocument::fromJson(kAuth).object());
    client.cache()->put(QStringLiteral("deals"), {{QStringLiteral("items"), 1}});
    client.settings()->rememberSearch(QStringLiteral("RAV4"));
    sendPhoto(client, QStringLiteral("secret"), "jpeg");
    QVERIFY(!QDir(folder.filePath(QStringLiteral("outbox"))).isEmpty());
    client.session()->signOut();
    QVERIFY(client.cache()->get(QStringLiteral("deals")).empty());
    QVERIFY(client.outbox()->items(kTalk).empty());
    QVERIFY(client.settings()->recentSearches().isEmpty());
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("session.json"))));
    QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("outbox"))));
    QVERIFY(client.api()->accessToken().isEmpty());
}

void TestClient::accountsOfOtherRolesAreLetGo()
{
    for (const char *role : {"driver", "staff"}) {
        QTemporaryDir folder;
        ScriptedClient setup(folder.path(), [role](const HttpRequest &request) {
            return request.url.path().endsWith(QLatin1String("login"))
                       ? HttpAnswer{200,
                                    R"({"access_token":"a","refresh_token":"r","user":{"id":"x","role":")" + QByteArray(role)
                                        + R"("}})",
                                    false, 0}
                       : HttpAnswer{204, {}, false, 0};
        });
        profile::SignInViewModel screen;
        screen.setClient(setup.client.get());
        QSignalSpy done(&screen, &profile::SignInViewModel::done);
        screen.signIn(QStringLiteral("a@example.com"), QStringLiteral("password 123"));
        QTRY_VERIFY(!screen.message().isEmpty());
        QVERIFY(!setup.client->session()->signedIn());
        QCOMPARE(done.count(), 0);
        QTRY_COMPARE(setup.transport->count("POST", "/logout"), 1); // nor does its session stay on the server
    }
}

void TestClient::liveLineSkipsWhatItSaw()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, "{}", false, 0}; });
    QSignalSpy frames(setup.client->ws(), &WsClient::frameArrived);
    setup.client->ws()->receive(QStringLiteral(R"({"type":"ready","user_id":"x","seq":4})"));
    QVERIFY(setup.client->ws()->ready());
    for (const char *frame : {R"({"type":"deal","seq":5,"deal":{}})", R"({"type":"deal","seq":5,"deal":{}})",
                              R"({"type":"message","seq":4,"message":{}})", R"({"type":"message","seq":6,"message":{}})"})
        setup.client->ws()->receive(QString::fromUtf8(frame));
    QCOMPARE(frames.count(), 2);
}

void TestClient::openLiveLineEndsQuietly()
{
    QWebSocketServer server(QStringLiteral("cargo"), QWebSocketServer::NonSecureMode);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, "{}", false, 0}; });
    setup.client->api()->setServerUrl(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())));
    setup.client->ws()->start();
    QTRY_VERIFY(server.hasPendingConnections());
    const std::unique_ptr<QWebSocket> peer(server.nextPendingConnection());
    peer->sendTextMessage(QStringLiteral(R"({"type":"ready","user_id":"x","seq":4})"));
    QTRY_VERIFY(setup.client->ws()->ready());
    QSignalSpy changes(setup.client->ws(), &WsClient::readyChanged);
    setup.client.reset(); // while the line is open: its slots would find half of the object gone
    QCOMPARE(changes.count(), 0);
}

void TestClient::draftShowsWhatWillBeHidden()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, R"({"items":[]})", false, 0}; });
    chat::ChatViewModel chat;
    chat.setClient(setup.client.get());
    chat.setProperty("conversationId", kChat);
    chat.componentComplete();
    chat.writer()->setDraft(QString::fromUtf8("цена 2 650 000, пробег 48 000"));
    QVERIFY(chat.writer()->hidden().isEmpty());
    chat.writer()->setDraft(QString::fromUtf8("звоните +7 914 655-20-47"));
    QVERIFY(chat.writer()->hidden().contains(QStringLiteral("655-20-47")));
    QVERIFY(!chat.writer()->masked().contains(QStringLiteral("655")));
}

void TestClient::favouriteIsTakenBackWhenRefused()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &request) {
        return request.method == "GET"
                   ? HttpAnswer{200,
                                R"({"items":[{"id":"a","brand":"Kia","model":"Rio","year":2020,"price":{"amount":100,"currency":"RUB"}}],"total":1})",
                                false, 0}
                   : HttpAnswer{404, R"({"code":"not_found"})", false, 0};
    });
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_COMPARE(search.phase(), ViewModel::Ready);
    QSignalSpy failed(&search, &ViewModel::failed);
    search.toggleFavourite(QStringLiteral("a"), true);
    QVERIFY(search.model()->get(0).value(QStringLiteral("favourite")).toBool());
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!search.model()->get(0).value(QStringLiteral("favourite")).toBool());
}

void TestClient::listIsShownFromTheDeviceWithoutNetwork()
{
    QTemporaryDir folder;
    bool network = true;
    ScriptedClient setup(folder.path(), [&network](const HttpRequest &) {
        return network ? HttpAnswer{200, R"({"items":[{"id":"a","price":{"amount":100,"currency":"RUB"}}],"total":1})", false, 0}
                       : HttpAnswer{0, {}, false, 0};
    });
    {
        listings::SearchViewModel search;
        search.setClient(setup.client.get());
        search.componentComplete();
        QTRY_COMPARE(search.phase(), ViewModel::Ready);
        QVERIFY(!search.stale());
    }
    network = false;
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Ready, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(search.stale(), 10000);
    QCOMPARE(search.model()->count(), 1);
}

void TestClient::moneyIsWrittenForPeople()
{
    // A narrow space between the groups, a plain one before the sign; no line breaks at either.
    const auto spaced = [](const char *text) {
        return QString::fromUtf8(text).replace(u'_', QChar(0x202F)).replace(u' ', QChar(0xA0));
    };
    QCOMPARE(Format::money(265000000, QStringLiteral("RUB")), spaced("2_650_000 ₽"));
    QCOMPARE(Format::money(12125050, QStringLiteral("RUB")), spaced("121_250,50 ₽"));
    QCOMPARE(Format::money(1500000, QStringLiteral("JPY")), spaced("1_500_000 ¥"));
    QVERIFY(Format::money(1, QStringLiteral("XXX")).isEmpty());
}

// The server names events by the words of the deal table; none of them may end in "something changed".
void TestClient::shortFiguresFollowTheLanguage()
{
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(ui::Figures::brief(2'900'000), QStringLiteral("2.9 m"));
    QCOMPARE(ui::Figures::decimal(4.9, 1), QStringLiteral("4.9"));
    QCOMPARE(ui::Figures::number(4.9, 1), QStringLiteral("4,9")); // a field's own notation
    QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Russia));
    QVERIFY(ui::Figures::brief(2'900'000).startsWith(QStringLiteral("2,9")));
    QLocale::setDefault(before);
}

void TestClient::everyEventOfADealHasItsSentence()
{
    const QString vague = chat::eventText(QStringLiteral("deal_something_new"));
    for (const DealEvent event : kDealEventWords.all()) {
        const QString kind = QStringLiteral("deal_") + QLatin1String(word(event));
        QVERIFY2(chat::eventText(kind) != vague, qPrintable(kind));
    }
}

// Whatever the server tells has a sentence of its own, for both sides and in both languages.
void TestClient::everyNotificationHasItsSentence()
{
    const auto text = [](const char *kind, const QString &role) {
        return profile::notificationWords(QLatin1String(kind), role).text;
    };
    QTranslator russian;
    QVERIFY(russian.load(QStringLiteral(":/i18n/cargo_ru")));
    for (const QString &role : {QStringLiteral("buyer"), QStringLiteral("driver")}) {
        QStringList vague;
        for (const char *unknown : {"deal_new", "favourite_new", "account_new", "kyc_new", "new"})
            vague << text(unknown, role);
        vague << text("ticket_message", role) << text("chat_message", role);
        QVERIFY(!vague.contains(QString()));
        for (const QByteArray &kind : notificationKinds()) {
            const QString english = text(kind, role);
            QVERIFY2(kind == "ticket_message" || !vague.contains(english), kind);
            QVERIFY2(ui::IconNames::has(profile::notificationWords(QLatin1String(kind), role).iconName), kind);
            QCoreApplication::installTranslator(&russian);
            QVERIFY2(text(kind, role) != english, kind);
            QCoreApplication::removeTranslator(&russian);
        }
    }
}

QTEST_GUILESS_MAIN(TestClient)
#include "tst_client.moc"
