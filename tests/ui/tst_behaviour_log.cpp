// What an app tells of what a person does: together, late if need be, and nothing of who did not want it.
#include "qml/client/client.h"
#include "qml/listings/dwell_meter.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace cargo;
using namespace cargo::client;
using namespace Qt::Literals;

namespace {

constexpr char kCar[] = "01936000-0000-7000-8000-000000000100";

class Server : public Transport
{
public:
    void send(const HttpRequest &request, std::function<void(const HttpAnswer &)> done) override
    {
        const QString path = request.url.path();
        HttpAnswer answer{200, "{}"};
        if (away) {
            answer = HttpAnswer{0, {}, true};
        } else if (path.endsWith(u"/events"_s)) {
            batches.append(QJsonDocument::fromJson(request.body).object().value(u"events"_s).toArray());
            for (const auto &[name, value] : request.headers) {
                if (name == "Idempotency-Key")
                    keys.append(value);
            }
            answer = HttpAnswer{loses ? 0 : 204, {}, loses};
        } else if (path.endsWith(u"/me/personalisation"_s)) {
            if (request.method == "PUT") {
                puts.append(request.body);
                enabled = request.body.contains("true");
            }
            answer = HttpAnswer{200, enabled ? R"({"enabled":true})" : R"({"enabled":false})"};
        }
        QTimer::singleShot(0, &m_life, [answer, done = std::move(done)] { done(answer); });
    }
    QList<QJsonArray> batches;
    QByteArrayList keys;
    QByteArrayList puts;
    bool enabled = true;
    bool away = false;
    bool loses = false; // takes a batch, and the answer never arrives

private:
    QObject m_life;
};

} // namespace

class TestBehaviourLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void tellsTogetherAndWhen()
    {
        const auto client = open();
        signIn(*client);
        client->behaviour()->looked(QLatin1String(kCar));
        m_nowMs += 4'000;
        client->behaviour()->dwelt(QLatin1String(kCar), 4'000);
        client->behaviour()->searched(u"  Toyota   RAV4 "_s);
        m_nowMs += 1'000;
        QCOMPARE(m_server->batches.size(), 0);
        client->behaviour()->flush();
        QTRY_COMPARE(client->behaviour()->waiting(), 0);
        QCOMPARE(m_server->batches.size(), 1);
        const QJsonArray told = m_server->batches.first();
        QCOMPARE(told.size(), 3);
        QCOMPARE(told.at(0).toObject(),
                 (QJsonObject{{u"kind"_s, u"view"_s}, {u"listing_id"_s, QLatin1String(kCar)}, {u"ago_ms"_s, 5'000}}));
        QCOMPARE(told.at(1).toObject().value(u"dwell_ms"_s).toInt(), 4'000);
        QCOMPARE(told.at(2).toObject(),
                 (QJsonObject{{u"kind"_s, u"search"_s}, {u"text"_s, u"Toyota RAV4"_s}, {u"ago_ms"_s, 1'000}}));
        client->behaviour()->flush(); // nothing is there to tell
        QCOMPARE(m_server->batches.size(), 1);
    }

    void isQuietForAWhileBeforeItTells()
    {
        const auto client = open();
        signIn(*client);
        client->behaviour()->setIdleMs(20);
        for (int i = 0; i < 3; ++i)
            client->behaviour()->looked(QLatin1String(kCar));
        QTRY_COMPARE(m_server->batches.size(), 1);
        QCOMPARE(m_server->batches.first().size(), 3);
    }

    void manyGoAtOnceAndTheOldestAreLetGo()
    {
        const auto client = open();
        signIn(*client);
        m_server->away = true;
        for (int i = 0; i < Behaviour::kWaitingMost + 30; ++i)
            client->behaviour()->dwelt(QLatin1String(kCar), 5'000 + i);
        QCOMPARE(client->behaviour()->waiting(), Behaviour::kWaitingMost);
        QTRY_VERIFY(!client->api()->online());
        m_server->away = false;
        const auto toldAll = [&client] {
            client->behaviour()->flush();
            return client->behaviour()->waiting() == 0;
        };
        QTRY_VERIFY(toldAll());
        int told = 0;
        for (const QJsonArray &batch : std::as_const(m_server->batches))
            told += int(batch.size());
        QCOMPARE(told, Behaviour::kWaitingMost);
        QCOMPARE(m_server->batches.last().last().toObject().value(u"dwell_ms"_s).toInt(), 5'000 + Behaviour::kWaitingMost + 29);
    }

    void nothingOfGuestsAndOfWhoSaidNo()
    {
        const auto client = open();
        client->behaviour()->looked(QLatin1String(kCar));
        QCOMPARE(client->behaviour()->waiting(), 0);
        signIn(*client);
        client->behaviour()->looked(QLatin1String(kCar));
        QCOMPARE(client->behaviour()->waiting(), 1);
        client->settings()->setPersonalPicks(false); // what waited is not told either
        QCOMPARE(client->behaviour()->waiting(), 0);
        client->behaviour()->looked(QLatin1String(kCar));
        client->behaviour()->flush();
        QCOMPARE(client->behaviour()->waiting(), 0);
        QTRY_COMPARE(m_server->puts.size(), 1);
        QVERIFY(m_server->batches.isEmpty());
    }

    void nonsenseIsNotGathered()
    {
        const auto client = open();
        signIn(*client);
        client->behaviour()->looked(u"no id"_s);
        client->behaviour()->dwelt(QLatin1String(kCar), 0);
        client->behaviour()->searched(u"   "_s);
        client->behaviour()->searched(QString(201, u'x'));
        QCOMPARE(client->behaviour()->waiting(), 0);
        client->behaviour()->dwelt(QLatin1String(kCar), 3'600'000); // left open over lunch
        client->behaviour()->flush();
        QTRY_COMPARE(m_server->batches.size(), 1);
        QCOMPARE(m_server->batches.first().first().toObject().value(u"dwell_ms"_s).toInt(), 600'000);
    }

    void whatCouldNotBeSentWaitsWithItsMoment()
    {
        QByteArray key;
        {
            const auto client = open();
            signIn(*client);
            m_server->loses = true; // the server has it, and we do not know
            client->behaviour()->looked(QLatin1String(kCar));
            client->behaviour()->flush();
            QTRY_VERIFY(!m_server->keys.isEmpty());
            key = m_server->keys.first();
        }
        m_nowMs += 60'000;
        const auto client = open();
        signIn(*client);
        QCOMPARE(client->behaviour()->waiting(), 1);
        client->behaviour()->flush();
        QTRY_COMPARE(client->behaviour()->waiting(), 0);
        QCOMPARE(m_server->keys.last(), key); // so that it counts once
        QCOMPARE(m_server->batches.last().first().toObject().value(u"ago_ms"_s).toInt(), 60'000);
    }

    void whatIsTooOldIsLetGo()
    {
        const auto client = open();
        signIn(*client);
        client->behaviour()->looked(QLatin1String(kCar));
        m_nowMs += 8 * 86'400'000LL;
        client->behaviour()->dwelt(QLatin1String(kCar), 5'000);
        client->behaviour()->flush();
        QTRY_COMPARE(m_server->batches.size(), 1);
        QCOMPARE(m_server->batches.first().size(), 1);
    }

    void nobodyTellsOfAnother()
    {
        {
            const auto client = open();
            signIn(*client);
            client->behaviour()->looked(QLatin1String(kCar));
            client->session()->signOut();
            QCOMPARE(client->behaviour()->waiting(), 0);
        }
        const auto client = open();
        signIn(*client, u"01936000-0000-7000-8000-000000000002"_s);
        QCOMPARE(client->behaviour()->waiting(), 0);
    }

    void theChoiceIsOneOnAllDevices()
    {
        const auto client = open();
        m_server->enabled = false; // said on another device
        signIn(*client);
        QTRY_VERIFY(!client->settings()->personalPicks());
        QVERIFY(m_server->puts.isEmpty()); // what the server says is not said back
        client->settings()->setPersonalPicks(true);
        QTRY_COMPARE(m_server->puts, QByteArrayList{R"({"enabled":true})"});
    }

    void whatAGuestChoseBecomesHis()
    {
        const auto client = open();
        client->settings()->setPersonalPicks(false);
        QVERIFY(m_server->puts.isEmpty());
        signIn(*client);
        QTRY_COMPARE(m_server->puts, QByteArrayList{R"({"enabled":false})"});
        QVERIFY(!client->settings()->personalPicks());
        QVERIFY(!client->settings()->personalPicksByGuest());
    }

    void whatWasChosenOfflineArrivesLater()
    {
        const auto client = open();
        signIn(*client);
        m_server->away = true;
        client->settings()->setPersonalPicks(false);
        QTRY_VERIFY(!client->api()->online());
        QCOMPARE(client->outbox()->items().size(), size_t(1));
        client->settings()->setPersonalPicks(true);
        client->settings()->setPersonalPicks(false); // the last wish counts
        m_server->away = false;
        const auto sentAll = [&client] {
            client->outbox()->flushNow();
            return client->outbox()->items().empty();
        };
        QTRY_VERIFY(sentAll());
        QCOMPARE(m_server->puts.last(), QByteArray(R"({"enabled":false})"));
        QVERIFY(!client->settings()->personalPicks());
    }

    void dwellIsWhatWasSeen()
    {
        listings::DwellMeter meter;
        QCOMPARE(meter.end(5'000), 0); // never begun
        meter.begin(10'000);
        QVERIFY(meter.counts());
        QCOMPARE(meter.end(14'000), 4'000);
        QVERIFY(!meter.counts());
        QCOMPARE(meter.end(20'000), 0); // once
        meter.begin(30'000);
        QCOMPARE(meter.end(29'000), 0); // a clock that went back
    }

private:
    std::unique_ptr<Client> open()
    {
        auto server = std::make_unique<Server>();
        m_server = server.get();
        auto client = std::make_unique<Client>(std::move(server), m_folder->path());
        client->api()->setFirstRetryMs(1);
        client->outbox()->setFirstPauseMs(1);
        client->behaviour()->setNow([this] { return m_nowMs; });
        return client;
    }
    static void signIn(Client &client, const QString &user = u"01936000-0000-7000-8000-000000000001"_s)
    {
        client.session()->accept(
            {{u"access_token"_s, u"t"_s}, {u"refresh_token"_s, u"r"_s}, {u"user"_s, QJsonObject{{u"id"_s, user}}}});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    Server *m_server = nullptr;
    qint64 m_nowMs = 1'795'000'000'000;
};

QTEST_MAIN(TestBehaviourLog)
#include "tst_behaviour_log.moc"
