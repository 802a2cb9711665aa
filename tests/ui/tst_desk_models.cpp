// What the console does with decisions, claims and lists: nothing that was decided is lost or doubled, nobody decides blind.
#include "qml/desk/decisions.h"
#include "qml/desk/file_keeper.h"
#include "qml/desk/records_view_model.h"
#include "qml/desk/step_up.h"
#include "rig/scripted_client.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using client::HttpAnswer;
using client::HttpRequest;

namespace {
const QString kPath = QStringLiteral("admin/queues/kyc/1/decide"), kKey = QStringLiteral("kyc/1");
const QVariantMap kBody{{QStringLiteral("decision"), QStringLiteral("approve")},
                        {QStringLiteral("text"), QStringLiteral("All good")}};

HttpAnswer good(const HttpRequest &) { return {200, "{}", false, 0}; }
HttpAnswer claimed(const HttpRequest &)
{
    return {409, R"({"code":"state_conflict","status":409,"detail":"claimed"})", false, 0};
}
void hold(desk::Decisions &decisions) { decisions.hold(kKey, kPath, kBody, QStringLiteral("Confirm: Olga")); }
} // namespace

class TestDeskModels : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decisionIsSentAfterItsTime();
    void decisionThatIsTakenBackIsNeverSent();
    void decisionOutlivesTheConsole();
    void refusedDecisionKeepsItsWords();
    void decisionIsSentOnceHoweverOften();
    void anotherUserFindsNoDecision();
    void listComesPageByPage();
    void answersOfAnOlderQuestionAreNotShown();
    void tablesHoldNoFormulas();
};

void TestDeskModels::decisionIsSentAfterItsTime()
{
    const QTemporaryDir folder;
    test::ScriptedClient app(folder.path(), good);
    app.signIn();
    desk::Decisions decisions(app.client.get());
    decisions.setHoldMs(1);
    const QSignalSpy sent(&decisions, &desk::Decisions::sent);
    hold(decisions);
    QTRY_COMPARE(sent.count(), 1);
    QCOMPARE(sent.first().first().toString(), kKey);
    QVERIFY(decisions.waiting().isEmpty());
    QCOMPARE(app.transport->count("POST", "/decide"), 1);
}

void TestDeskModels::decisionThatIsTakenBackIsNeverSent()
{
    const QTemporaryDir folder;
    test::ScriptedClient app(folder.path(), good);
    app.signIn();
    desk::Decisions decisions(app.client.get());
    const QSignalSpy back(&decisions, &desk::Decisions::takenBack);
    hold(decisions);
    decisions.takeBack(kKey);
    QCOMPARE(back.first().at(1).toMap(), kBody);
    decisions.sendAll();
    QVERIFY(decisions.waiting().isEmpty());
    QCOMPARE(app.transport->count("POST", "/decide"), 0);
}

// Killed in the ten seconds: told at the next start, and sent only when its author says so, with the same key.
void TestDeskModels::decisionOutlivesTheConsole()
{
    const QTemporaryDir folder;
    {
        test::ScriptedClient app(folder.path(), good);
        app.signIn();
        desk::Decisions decisions(app.client.get());
        hold(decisions);
    }
    test::ScriptedClient app(folder.path(), good);
    app.signIn();
    desk::Decisions decisions(app.client.get());
    QCOMPARE(decisions.waiting().size(), 1);
    QCOMPARE(decisions.stateOf(kKey), QStringLiteral("kept"));
    QCOMPARE(decisions.waiting().first().toMap().value(QStringLiteral("body")).toMap(), kBody);
    QCOMPARE(app.transport->count("POST", "/decide"), 0);
    const QSignalSpy sent(&decisions, &desk::Decisions::sent);
    decisions.send(kKey);
    QTRY_COMPARE(sent.count(), 1);
}

void TestDeskModels::refusedDecisionKeepsItsWords()
{
    const QTemporaryDir folder;
    test::ScriptedClient app(folder.path(), claimed);
    app.signIn();
    desk::Decisions decisions(app.client.get());
    const QSignalSpy refused(&decisions, &desk::Decisions::refused);
    hold(decisions);
    decisions.sendAll();
    QTRY_COMPARE(refused.count(), 1);
    QCOMPARE(refused.first().at(1).toString(), QStringLiteral("claimed"));
    QCOMPARE(decisions.stateOf(kKey), QStringLiteral("refused"));
    QCOMPARE(decisions.waiting().first().toMap().value(QStringLiteral("body")).toMap(), kBody);
}

void TestDeskModels::decisionIsSentOnceHoweverOften()
{
    const QTemporaryDir folder;
    test::ScriptedClient app(folder.path(), test::noNetwork);
    app.signIn();
    desk::Decisions decisions(app.client.get());
    hold(decisions);
    decisions.sendAll();
    QTRY_COMPARE(decisions.stateOf(kKey), QStringLiteral("kept")); // no answer came
    app.transport->rule = good;
    decisions.send(kKey);
    decisions.send(kKey); // it is on its way
    QTRY_VERIFY(decisions.waiting().isEmpty());
    QSet<QByteArray> keys;
    int asked = 0;
    for (const HttpRequest &request : app.transport->requests) {
        if (!request.url.path().endsWith(QLatin1String("/decide")))
            continue;
        ++asked;
        keys.insert(test::header(request, "Idempotency-Key"));
    }
    QVERIFY(asked > 1);
    QCOMPARE(keys.size(), 1);
}

void TestDeskModels::anotherUserFindsNoDecision()
{
    const QTemporaryDir folder;
    {
        test::ScriptedClient app(folder.path(), good);
        app.signIn();
        desk::Decisions decisions(app.client.get());
        hold(decisions);
    }
    test::ScriptedClient app(folder.path(), good);
    app.signIn(R"({"access_token":"a","refresh_token":"r","user":{"id":"01936000-0000-7000-8000-000000000002"}})");
    const desk::Decisions decisions(app.client.get());
    QVERIFY(decisions.waiting().isEmpty());
}

namespace {
HttpAnswer pageOf(const HttpRequest &request)
{
    const QUrlQuery query(request.url);
    const bool second = query.queryItemValue(QStringLiteral("cursor")) == QLatin1String("c2");
    return {200,
            second ? R"({"items":[{"id":"3"},{"id":"2"}],"total":3,"next_cursor":null})"
                   : R"({"items":[{"id":"1"},{"id":"2"}],"total":3,"next_cursor":"c2"})",
            false, 0};
}

// A list as a page has it.
struct List
{
    explicit List(client::Client *client)
    {
        vm.setClient(client);
        vm.setPath(QStringLiteral("admin/queues/kyc"));
        vm.componentComplete();
    }
    desk::RecordsViewModel vm;
};
} // namespace

void TestDeskModels::listComesPageByPage()
{
    const QTemporaryDir folder;
    test::ScriptedClient app(folder.path(), pageOf);
    app.signIn();
    List list(app.client.get());
    QTRY_COMPARE(list.vm.model()->count(), 2);
    QCOMPARE(list.vm.total(), 3);
    QVERIFY(list.vm.hasMore());
    list.vm.more();
    list.vm.more();                            // it is asked for once
    QTRY_COMPARE(list.vm.model()->count(), 3); // and a row that came twice stands there once
    QVERIFY(!list.vm.hasMore());
    QCOMPARE(app.transport->count("GET", "/queues/kyc"), 2);
}

void TestDeskModels::answersOfAnOlderQuestionAreNotShown()
{
    const QTemporaryDir folder;
    test::ScriptedClient app(folder.path(), pageOf);
    app.signIn();
    List list(app.client.get());
    QTRY_COMPARE(list.vm.model()->count(), 2);
    app.transport->holding = true;
    list.vm.more();
    list.vm.setQuery({{QStringLiteral("q"), QStringLiteral("kim & sons")}});
    QTRY_VERIFY(!list.vm.asking());
    app.transport->letGo();
    QTRY_VERIFY(!list.vm.refreshing());
    QCOMPARE(list.vm.model()->count(), 2); // the page after the older question's first did not come in between
    QCOMPARE(QUrlQuery(app.transport->requests.back().url).queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded),
             QStringLiteral("kim & sons"));
}

void TestDeskModels::tablesHoldNoFormulas()
{
    const QVariantList rows{QVariantList{QStringLiteral("State"), QStringLiteral("Number")},
                            QVariantList{QStringLiteral("=HYPERLINK(\"http://x\")"), 3},
                            QVariantList{QStringLiteral("@SUM(A1)"), -2}, QVariantList{QStringLiteral("a, b"), 4.5}};
    QCOMPARE(desk::FileKeeper::csv(rows), QByteArray("\xEF\xBB\xBFState,Number\r\n\"'=HYPERLINK(\"\"http://x\"\")\",3\r\n"
                                                     "'@SUM(A1),-2\r\n\"a, b\",4.5\r\n"));
}

QTEST_MAIN(TestDeskModels)
#include "tst_desk_models.moc"
