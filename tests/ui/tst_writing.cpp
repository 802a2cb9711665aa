// What the user wrote and did, and the server has not heard yet: drafts, the queue, its photos. The app ends between any two
// steps, and nothing is lost or sent twice; orders about money are not sent later.
#include "qml/client/outbox_model.h"
#include "qml/deals/deal_view_models.h"
#include "tests/ui/rig/form.h"
#include "tests/ui/rig/scripted_client.h"

#include <QFile>
#include <QJsonDocument>
#include <QMap>
#include <QSet>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace cargo;
using namespace cargo::client;
using test::draftOf;
using test::Form;
using test::header;
using test::kChat;
using test::mediaAnswer;
using test::noNetwork;
using test::ScriptedClient;

namespace {

const QString kDeal = QStringLiteral("01936000-0000-7000-8000-000000000100");

} // namespace

class TestWriting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftComesBack();
    void draftOfAPageThatGoes();
    void queueKeepsItsOrder();
    void lastWishCounts();
    void refusedStaysUntilTheUserDecides();
    void photoCountsWhenItsHashComesBack();
    void queueLivesThroughAnyEnd();
    void disputeWaitsForItsPhotos();
    void moneyIsNotSentLater();
};

void TestWriting::draftComesBack()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), noNetwork);
    Form form;
    const auto draft = draftOf(setup.client.get(), &form);
    QVERIFY(!draft->restored());
    form.setProperty("words", QStringLiteral("a good man"));
    form.setProperty("stars", 5);
    // By itself, soon after the last letter: the process may be gone any moment.
    QTRY_COMPARE(setup.client->writing()->draft(QStringLiteral("review/1")).value(QLatin1String("stars")).toInt(), 5);
    Form other;
    const auto again = draftOf(setup.client.get(), &other);
    QVERIFY(again->restored());
    QCOMPARE(other.words, QStringLiteral("a good man"));
    QCOMPARE(other.stars, 5);
    again->clear();
    QVERIFY(setup.client->writing()->draft(QStringLiteral("review/1")).isEmpty());
    again->setKey(QStringLiteral("review/2"));
    QCOMPARE(other.words, QString()); // nothing of one thing in another
}

void TestWriting::draftOfAPageThatGoes()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), noNetwork);
    auto form = std::make_unique<Form>();
    auto draft = draftOf(setup.client.get(), form.get());
    draft->setParent(form.get());
    draft.release();
    form->setProperty("words", QStringLiteral("unfinished"));
    form.reset(); // at once: the page goes and takes its draft along
    QCOMPARE(setup.client->writing()->draft(QStringLiteral("review/1")).value(QLatin1String("words")).toString(),
             QStringLiteral("unfinished"));
}

void TestWriting::queueKeepsItsOrder()
{
    QTemporaryDir folder;
    QStringList came;
    QSet<QString> known;
    int turn = 0;
    const auto rule = [&](const HttpRequest &request) {
        if (!request.url.path().endsWith(QLatin1String("/messages")))
            return HttpAnswer{200, "{}", false, 0};
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const bool lost = ++turn % 7 == 0; // the server has it, the app does not hear of it
        if (!known.contains(body.value(QLatin1String("client_id")).toString())) {
            known.insert(body.value(QLatin1String("client_id")).toString());
            came << body.value(QLatin1String("body")).toString();
        }
        return lost ? HttpAnswer{0, {}, false, 0} : HttpAnswer{201, R"({"seq":1})", false, 0};
    };
    QStringList written;
    {
        ScriptedClient offline(folder.path(), noNetwork);
        offline.client->outbox()->setPaused(true);
        for (int at = 0; at < 200; ++at) {
            written << QStringLiteral("m%1").arg(at);
            offline.client->outbox()->sendMessage(kChat, written.last());
        }
    }
    ScriptedClient online(folder.path(), rule);
    OutboxModel model;
    model.setClient(online.client.get());
    online.signIn();
    model.componentComplete();
    QTRY_COMPARE_WITH_TIMEOUT(model.waiting(), 0, 60000);
    QCOMPARE(came, written);
}

void TestWriting::lastWishCounts()
{
    QTemporaryDir folder;
    ScriptedClient setup(folder.path(), noNetwork);
    Outbox *outbox = setup.client->outbox();
    outbox->setPaused(true);
    for (const bool favourite : {true, false, true})
        outbox->setFavourite(QStringLiteral("a"), favourite);
    QCOMPARE(outbox->items().size(), size_t(1));
    QCOMPARE(outbox->items()[0].method, QByteArray("PUT"));
}

void TestWriting::refusedStaysUntilTheUserDecides()
{
    QTemporaryDir folder;
    bool accept = false;
    ScriptedClient setup(folder.path(), [&accept](const HttpRequest &request) {
        const bool first = request.body.contains("first");
        return accept || !first ? HttpAnswer{201, R"({"seq":1})", false, 0} : HttpAnswer{403, R"({"code":"muted"})", false, 0};
    });
    setup.signIn();
    OutboxModel model;
    model.setClient(setup.client.get());
    model.componentComplete();
    QSignalSpy sent(setup.client->outbox(), &Outbox::sent);
    const QString id = setup.client->outbox()->sendMessage(kChat, QStringLiteral("first"));
    setup.client->outbox()->sendMessage(kChat, QStringLiteral("second"));
    QTRY_COMPARE(sent.count(), 1); // what is refused holds up nobody
    QTRY_COMPARE(model.refused(), 1);
    QCOMPARE(model.get(0).value(QStringLiteral("state")).toString(), QStringLiteral("refused"));
    QVERIFY(!model.get(0).value(QStringLiteral("stateText")).toString().isEmpty());
    accept = true;
    model.retry(id);
    QTRY_COMPARE(sent.count(), 2);
    QTRY_COMPARE(model.count(), 0);
    // Both tries were one thing.
    QCOMPARE(qvariant_cast<OutboxItem>(sent.at(1).at(0)).id, id);
}

void TestWriting::photoCountsWhenItsHashComesBack()
{
    QTemporaryDir folder;
    bool whole = false; // else other bytes arrive than were sent
    int uploads = 0;
    QSet<QByteArray> keys;
    ScriptedClient setup(folder.path(), [&](const HttpRequest &request) {
        if (!request.url.path().endsWith(QLatin1String("/media")))
            return HttpAnswer{201, R"({"seq":1})", false, 0};
        ++uploads;
        keys.insert(header(request, "Idempotency-Key"));
        return mediaAnswer(request, whole);
    });
    setup.client->writing()->keepPhoto(QStringLiteral("draft/c"), "jpeg bytes");
    setup.client->outbox()->sendMessage(kChat, {}, QStringLiteral("c"));
    QTRY_VERIFY(setup.client->outbox()->items().at(0).nextMs > 0); // it waits
    const auto kept = setup.client->outbox()->items().at(0).photos;
    QVERIFY(kept.at(0).mediaId.isEmpty());
    QVERIFY(QFile::exists(kept.at(0).path));
    QCOMPARE(setup.transport->count("POST", "/messages"), 0);
    whole = true;
    setup.client->outbox()->flushNow();
    QTRY_VERIFY(setup.client->outbox()->items().empty());
    QCOMPARE(keys.size(), uploads); // each is another upload, not the same again
    QVERIFY(uploads > 1);
    QVERIFY(!QFile::exists(kept.at(0).path));
}

void TestWriting::queueLivesThroughAnyEnd()
{
    QTemporaryDir folder;
    {
        ScriptedClient first(folder.path(), noNetwork);
        first.client->outbox()->setPaused(true);
        first.client->writing()->keepPhoto(QStringLiteral("draft/c"), "one");
        first.client->writing()->keepPhoto(QStringLiteral("draft/c"), "two");
        first.client->writing()->setDraft(QStringLiteral("c"), {{QStringLiteral("draft"), QStringLiteral("look")}});
        QVERIFY(!first.client->outbox()->sendMessage(kChat, QStringLiteral("look"), QStringLiteral("c")).isEmpty());
        QVERIFY(first.client->writing()->draft(QStringLiteral("c")).isEmpty()); // queued and no draft any more: one step
    }
    QMap<QByteArray, int> uploads; // by key
    QSet<QString> stored;
    for (int lives = 0; lives < 12; ++lives) {
        int answers = 0;
        ScriptedClient life(folder.path(), [&](const HttpRequest &request) {
            ++answers;
            if (request.url.path().endsWith(QLatin1String("/media"))) {
                ++uploads[header(request, "Idempotency-Key")];
                return mediaAnswer(request);
            }
            stored.insert(QJsonDocument::fromJson(request.body).object().value(QLatin1String("client_id")).toString());
            return HttpAnswer{201, R"({"seq":1})", false, 0};
        });
        life.transport->holding = true;
        life.client->outbox()->flush();
        if (life.client->outbox()->items().empty())
            break;
        // Odd lives hear the answer, even ones end while it is on its way.
        for (const auto &go : std::exchange(life.transport->held, {})) {
            if (lives % 2)
                go();
            else
                life.transport->rule(life.transport->requests.back());
        }
    }
    QCOMPARE(uploads.size(), 2); // two photos, however often they were sent
    QCOMPARE(stored.size(), 1);
    QVERIFY(ScriptedClient(folder.path(), noNetwork).client->outbox()->items().empty());
}

void TestWriting::disputeWaitsForItsPhotos()
{
    QTemporaryDir folder;
    bool line = false;
    QJsonObject dispute;
    ScriptedClient setup(folder.path(), [&](const HttpRequest &request) {
        if (!line)
            return HttpAnswer{0, {}, false, 0};
        if (request.url.path().endsWith(QLatin1String("/media")))
            return mediaAnswer(request);
        if (request.url.path().endsWith(QLatin1String("/dispute")) && request.method == "POST")
            dispute = QJsonDocument::fromJson(request.body).object();
        return HttpAnswer{200, R"({"id":"x","status":"disputed","items":[]})", false, 0};
    });
    setup.signIn();
    deals::DealViewModel deal;
    deal.setClient(setup.client.get());
    deal.setProperty("dealId", kDeal);
    deal.componentComplete();
    setup.client->writing()->keepPhoto(QStringLiteral("draft/dispute/1"), "scratch");
    deal.openDispute(QStringLiteral("damaged"), QStringLiteral("a scratch"), QStringLiteral("dispute/1"));
    QTRY_VERIFY_WITH_TIMEOUT(!setup.client->session()->online(), 10000);
    QCOMPARE(setup.transport->count("POST", "/dispute"), 0);
    line = true;
    setup.client->connection()->askServer();
    QTRY_VERIFY_WITH_TIMEOUT(!dispute.isEmpty(), 20000);
    QCOMPARE(dispute.value(QLatin1String("photos")).toArray().size(), 1);
    QCOMPARE(dispute.value(QLatin1String("reason")).toString(), QStringLiteral("damaged"));
}

void TestWriting::moneyIsNotSentLater()
{
    QTemporaryDir folder;
    bool line = false;
    QList<QByteArray> keys;
    ScriptedClient setup(folder.path(), [&](const HttpRequest &request) {
        if (request.url.path().endsWith(QLatin1String("/confirm"))) {
            keys << header(request, "Idempotency-Key");
            if (!line)
                return HttpAnswer{0, {}, false, 0};
        }
        return HttpAnswer{200, R"({"id":"x","status":"in_transit","allowed_events":["confirm_delivery"],"items":[]})", false, 0};
    });
    setup.signIn();
    deals::DealViewModel deal;
    deal.setClient(setup.client.get());
    deal.setProperty("dealId", kDeal);
    deal.componentComplete();
    QTRY_VERIFY(deal.allowed().contains(QStringLiteral("confirm_delivery")));
    deal.confirm();
    QTRY_COMPARE_WITH_TIMEOUT(deal.unansweredOrder(), QStringLiteral("confirm"), 10000);
    const auto tries = keys.size();
    QVERIFY(setup.client->outbox()->items().empty());
    line = true;
    setup.client->connection()->askServer();
    QTRY_VERIFY(setup.client->session()->online());
    QTRY_VERIFY(!deal.refreshing());
    QCOMPARE(keys.size(), tries); // nobody gave it again
    QCOMPARE(deal.unansweredOrder(), QStringLiteral("confirm"));
    deal.giveAgain();
    QTRY_COMPARE(keys.size(), tries + 1);
    QCOMPARE(QSet<QByteArray>(keys.begin(), keys.end()).size(), 1); // and if it had arrived, it is the same order
    QTRY_VERIFY(deal.unansweredOrder().isEmpty());
}

QTEST_GUILESS_MAIN(TestWriting)
#include "tst_writing.moc"
