#include "harness/chat_rig.h"

#include "server/jobs/worker.h"
#include "shared/api/ws_message.h"

#include <QRandomGenerator>
#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
QString word(const QJsonObject &object, const char *name) { return object.value(QLatin1String(name)).toString(); }
// A number without digits, which the contact filter would take for parts of one to dial.
QString lettersOf(int number)
{
    QString text = QStringLiteral("строка ");
    for (const QChar digit : QString::number(number))
        text += QStringLiteral("абвгдежзик").at(digit.digitValue());
    return text;
}
QJsonObject messageOf(const QJsonObject &frame) { return frame.value(QLatin1String("message")).toObject(); }
} // namespace

// The whole way of a message: statement, outbox, relay, bus, hub, socket; and the way of one that somebody missed.
class ChatLiveTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        rig = std::make_unique<ChatRig>();
        worker = std::make_unique<jobs::Worker>(rig->runtime);
        rig->feature.registerJobs(*worker);
        rig->notifications.registerJobs(*worker);
        worker->start();
    }
    void cleanup()
    {
        bool stopped = false;
        worker->stop([&] { stopped = true; });
        QTRY_VERIFY(stopped);
        worker.reset();
        rig.reset();
    }

    void everySocketHearsOnceButTheSender();
    void whatWasRefusedComesWhenItIsSaidAgain();
    void whoWasAwayGetsWhatHeMissed();
    void breaksLoseAndDoubleNothing();
    void forgottenEventsAskForResync();
    void muteIsNotified();

private:
    std::unique_ptr<ChatRig> rig;
    std::unique_ptr<jobs::Worker> worker;
};

void ChatLiveTest::everySocketHearsOnceButTheSender()
{
    const auto talk = rig->talk();
    const auto sender = rig->socket(talk.buyer);
    const auto tablet = rig->socket(talk.buyer);
    const auto driver = rig->socket(talk.driver);
    QTRY_COMPARE(sender->count("ready") + tablet->count("ready") + driver->count("ready"), 3);
    const Uuid client = newUuid(rig->clock.at);
    api::SendMessageDto dto;
    dto.clientId = client;
    dto.body = QStringLiteral("привет");
    sender->text(api::ws::sendFrame(talk.id, dto));
    QTRY_COMPARE(driver->count("message"), 1);
    QTRY_COMPARE(tablet->count("message"), 1);
    QTRY_COMPARE(sender->count("ack"), 1);
    QCOMPARE(messageOf(driver->last("message")), messageOf(sender->last("ack")));
    QCOMPARE(word(messageOf(tablet->last("message")), "client_id"), client.toString());
    QCOMPARE(driver->seqs(), QList<qint64>{1});
    // What comes after it proves that nothing of it comes late.
    QCOMPARE(rig->send(talk.driver, talk.id, "и вам").status, 201);
    QTRY_COMPARE(sender->count("message"), 1);
    QCOMPARE(word(messageOf(sender->last("message")), "body"), QStringLiteral("и вам"));
    QTRY_COMPARE(driver->count("message"), 2); // sent over HTTP: his own sockets hear it
}

// The same client_id goes through over HTTP: the socket that heard an error hears of the message.
void ChatLiveTest::whatWasRefusedComesWhenItIsSaidAgain()
{
    const auto talk = rig->talk();
    const auto sender = rig->socket(talk.buyer);
    QTRY_COMPARE(sender->count("ready"), 1);
    api::SendMessageDto dto;
    dto.clientId = newUuid(rig->clock.at);
    dto.body = QStringLiteral("привет");
    dto.attachments = {MediaId::make(rig->clock.at)}; // there is no such picture
    sender->text(api::ws::sendFrame(talk.id, dto));
    QTRY_COMPARE(sender->count("error"), 1);
    QCOMPARE(rig->send(talk.buyer, talk.id, dto.body.toUtf8(), dto.clientId).status, 201);
    QTRY_COMPARE(sender->count("message"), 1);
}

void ChatLiveTest::whoWasAwayGetsWhatHeMissed()
{
    const auto talk = rig->talk();
    for (int i = 0; i < 5; ++i)
        rig->send(talk.buyer, talk.id, lettersOf(i).toUtf8());
    QTRY_COMPARE(rig->scalar("select count(*) from user_events where user_id = '" + talk.driver.toText() + '\''),
                 QByteArray("5"));
    const auto driver = rig->socket(talk.driver, 2);
    QTRY_COMPARE(driver->seqs(), (QList<qint64>{3, 4, 5}));
    QCOMPARE(word(messageOf(driver->frames()[1]), "body"), lettersOf(2));
    QCOMPARE(rig->scalar("select count(*) from outbox"), QByteArray("0"));
}

void ChatLiveTest::breaksLoseAndDoubleNothing()
{
    const auto talk = rig->talk();
    QRandomGenerator random(42);
    constexpr int kMessages = 200;
    QList<qint64> seqs;
    QStringList bodies;
    auto driver = rig->socket(talk.driver, 0);
    qsizetype taken = 0;
    const auto take = [&] {
        const auto &frames = driver->frames();
        for (; taken < frames.size(); ++taken) {
            if (word(frames[taken], "type") != QLatin1String("message"))
                continue;
            seqs << frames[taken].value(QLatin1String("seq")).toInteger();
            bodies << word(messageOf(frames[taken]), "body");
        }
    };
    for (int sent = 0; sent < kMessages;) {
        const int burst = int(random.bounded(1, 8));
        for (int i = 0; i < burst && sent < kMessages; ++i, ++sent)
            QCOMPARE(rig->send(talk.buyer, talk.id, lettersOf(sent).toUtf8()).status, 201);
        take();
        if (random.bounded(3) == 0) {
            driver = rig->socket(talk.driver, seqs.isEmpty() ? 0 : seqs.last());
            taken = 0;
        }
    }
    QTRY_VERIFY((take(), seqs.size() >= kMessages));
    QCOMPARE(seqs.size(), kMessages);
    for (int i = 0; i < kMessages; ++i) {
        QCOMPARE(seqs[i], i + 1);
        QCOMPARE(bodies[i], lettersOf(i));
    }
}

void ChatLiveTest::forgottenEventsAskForResync()
{
    const auto talk = rig->talk();
    for (int i = 0; i < 4; ++i)
        rig->send(talk.buyer, talk.id, "привет");
    QTRY_COMPARE(rig->scalar("select count(*) from user_events where user_id = '" + talk.driver.toText() + '\''),
                 QByteArray("4"));
    rig->sql("delete from user_events where seq <= 2");
    const auto driver = rig->socket(talk.driver, 1);
    QTRY_VERIFY(driver->last("ready").value(QLatin1String("resync")).toBool());
    QCOMPARE(driver->last("ready").value(QLatin1String("seq")).toInteger(), 4);
    rig->send(talk.buyer, talk.id, "снова");
    QTRY_COMPARE(driver->seqs(), QList<qint64>{5});
}

void ChatLiveTest::muteIsNotified()
{
    const auto talk = rig->talk();
    const auto buyer = rig->socket(talk.buyer);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(rig->send(talk.buyer, talk.id, "пишите на ivan" + QByteArray::number(i) + "@mail.ru").status, 201);
    QTRY_COMPARE(buyer->count("notification"), 1);
    const QJsonObject notification = buyer->last("notification").value(QLatin1String("notification")).toObject();
    QCOMPARE(word(notification, "kind"), QStringLiteral("chat_muted"));
    QCOMPARE(word(notification.value(QLatin1String("data")).toObject(), "conversation_id"), talk.id.toString());
}

QTEST_GUILESS_MAIN(ChatLiveTest)
#include "tst_chat_live.moc"
