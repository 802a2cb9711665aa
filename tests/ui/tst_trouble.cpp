// What screens say of answers that are late, wrong or missing, and of a line, a server and a clock that come back.
#include "qml/client/server_clock.h"
#include "qml/listings/search_view_model.h"
#include "tests/ui/rig/scripted_client.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::client;
using test::ScriptedClient;

class TestTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { setServerClockOffsetMs(0); }
    void everyAnswerHasItsTrouble_data();
    void everyAnswerHasItsTrouble();
    void slowAnswerOffersAWayOut();
    void lineThatComesBackRenewsWhatIsOld();
    void sleepIsNoticed();
    void clockIsTheServers();
    void breakAndOldAppAreSaid();
};

void TestTrouble::everyAnswerHasItsTrouble_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](int status, const char *body, const char *kind) {
        QTest::newRow(qPrintable(QStringLiteral("%1 %2").arg(status).arg(QLatin1String(kind))))
            << status << QByteArray(body) << QString::fromLatin1(kind);
    };
    row(0, "", "offline");
    row(401, R"({"code":"unauthorized"})", "signedOut");
    row(403, R"({"code":"forbidden"})", "forbidden");
    row(404, R"({"code":"not_found"})", "gone");
    row(409, R"({"code":"state_conflict"})", "conflict");
    row(422, R"({"code":"validation_failed"})", "invalid");
    row(429, R"({"code":"rate_limited"})", "busy");
    row(500, R"({"code":"internal"})", "broken");
    row(502, "<html>", "broken");
    row(503, R"({"code":"unavailable"})", "maintenance");
    row(200, "<html>", "rubbish");
    row(200, "{\"items\":[", "rubbish");
    row(200, R"({"items":7})", "rubbish");
    row(302, "", "rubbish");
    row(403, "<html>", "rubbish");
}

void TestTrouble::everyAnswerHasItsTrouble()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, kind);
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [&](const HttpRequest &) {
        HttpAnswer answer{status, body, false, status == 429 ? 60 : 0};
        answer.requestId = "0193600000007000-12345678";
        return answer;
    });
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Failed, 10000);
    const Trouble trouble = search.trouble();
    QCOMPARE(trouble.kind, kind);
    QVERIFY(!trouble.title.isEmpty());
    QVERIFY(!trouble.text.isEmpty());
    QVERIFY(!trouble.iconName.isEmpty());
    QCOMPARE(trouble.traceId, QStringLiteral("12345678"));
    QCOMPARE(trouble.waitS, status == 429 ? 60 : 0);
    QCOMPARE(trouble.action.isEmpty(), trouble.actionText.isEmpty());
    // With something on the device the screen keeps it, and says its age, when the fault may pass.
    setup.client->cache()->put(QStringLiteral("search?sort=relevance"), {{QStringLiteral("items"), QJsonArray()}});
    listings::SearchViewModel known;
    known.setClient(setup.client.get());
    known.componentComplete();
    QTRY_VERIFY_WITH_TIMEOUT(!known.refreshing(), 10000);
    const bool passes = status == 0 || status == 401 || status == 429 || status >= 500 || kind == QLatin1String("rubbish");
    QCOMPARE(known.stale(), passes);
    QCOMPARE(known.phase(), passes ? ViewModel::Empty : ViewModel::Failed);
}

void TestTrouble::slowAnswerOffersAWayOut()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) {
        return HttpAnswer{200, R"({"items":[{"id":"a"}]})", false, 0};
    });
    setup.client->setSlowMs(1);
    setup.transport->holding = true;
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_VERIFY(search.slow());
    QCOMPARE(search.phase(), ViewModel::Loading);
    search.waitOn();
    QVERIFY(!search.slow());
    QTRY_VERIFY(search.slow());
    search.giveUp();
    QVERIFY(!search.slow());
    QCOMPARE(search.phase(), ViewModel::Failed);
    QCOMPARE(search.trouble().kind, QStringLiteral("timeout"));
    setup.transport->letGo(); // too late: nothing changes under the user's hands
    QCOMPARE(search.phase(), ViewModel::Failed);
    search.reload();
    QTRY_COMPARE(search.phase(), ViewModel::Ready);
    QVERIFY(!search.slow());
}

void TestTrouble::lineThatComesBackRenewsWhatIsOld()
{
    QTemporaryDir folder;
    bool line = false;
    ScriptedClient setup(folder.path(), [&line](const HttpRequest &) {
        return line ? HttpAnswer{200, R"({"items":[{"id":"a"}],"min_app_version":"","maintenance":""})", false, 0}
                    : HttpAnswer{0, {}, false, 0};
    });
    setup.client->connection()->setProbeMs(1);
    listings::SearchViewModel search;
    search.setClient(setup.client.get());
    search.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Failed, 10000);
    line = true; // nobody presses anything
    QTRY_COMPARE_WITH_TIMEOUT(search.phase(), ViewModel::Ready, 20000);
}

void TestTrouble::sleepIsNoticed()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), [](const HttpRequest &) { return HttpAnswer{200, "{}", false, 0}; });
    QSignalSpy back(setup.client->connection(), &Connection::cameBack);
    setup.client->connection()->tick(1'000'000);
    setup.client->connection()->tick(1'005'000);
    QCOMPARE(back.count(), 0);
    setup.client->connection()->tick(1'005'000 + 3'600'000);
    QCOMPARE(back.count(), 1);
    setup.client->connection()->networkChanged(false);
    setup.client->connection()->networkChanged(true);
    QCOMPARE(back.count(), 2);
    // A leap in the numbers of events means that some were lost.
    QSignalSpy gap(setup.client->ws(), &WsClient::resyncNeeded);
    for (const char *frame : {R"({"type":"ready","user_id":"x","seq":4})", R"({"type":"deal","seq":5,"deal":{}})"})
        setup.client->ws()->receive(QString::fromLatin1(frame));
    QCOMPARE(gap.count(), 0);
    setup.client->ws()->receive(QStringLiteral(R"({"type":"deal","seq":9,"deal":{}})"));
    QCOMPARE(gap.count(), 1);
}

void TestTrouble::clockIsTheServers()
{
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    hearServerClock((now + 3'600'000) / 1000 * 1000);
    QVERIFY(qAbs(serverNowMs() - now - 3'600'000) < 60'000);
    hearServerClock(now / 1000 * 1000); // the user set his clock right
    QCOMPARE(serverClockOffsetMs(), qint64(0));
}

void TestTrouble::breakAndOldAppAreSaid()
{
    QTemporaryDir folder;
    QByteArray status = R"({"min_app_version":"0.2","maintenance":"Back at four.","time":"2026-11-25T12:00:00.000Z"})";
    ScriptedClient setup(folder.path(), [&status](const HttpRequest &request) {
        return request.url.path().endsWith(QLatin1String("/status")) ? HttpAnswer{200, status, false, 0}
                                                                     : HttpAnswer{503, R"({"code":"unavailable"})", false, 0};
    });
    Connection &connection = *setup.client->connection();
    connection.setProbeMs(1);
    connection.setAppVersion(QStringLiteral("0.2.1"));
    setup.client->api()->send(Call::get(QStringLiteral("deals")), this, [](const Answer &) {}); // meets the 503
    QTRY_COMPARE_WITH_TIMEOUT(connection.gate(), QStringLiteral("maintenance"), 10000);
    QCOMPARE(connection.maintenance(), QStringLiteral("Back at four."));
    QSignalSpy back(&connection, &Connection::cameBack);
    status = R"({"min_app_version":"0.2","maintenance":"","time":"2026-11-25T12:00:00.000Z"})";
    QTRY_COMPARE_WITH_TIMEOUT(connection.gate(), QStringLiteral("open"), 10000); // it asks by itself
    QCOMPARE(back.count(), 1);
    connection.setAppVersion(QStringLiteral("0.1.9"));
    connection.askServer();
    QTRY_COMPARE(connection.gate(), QStringLiteral("tooOld"));
}

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
