// A driver at the real app with no network from the pick-up to the arrival: he takes the car over, marks the way, the phone dies
// on the road and its disk fills up; when the line is back the server is killed while it takes the photos. In the end it has
// every record once, in order, with just these photos.
#include "fault_proxy.h"
#include "tests/ui/rig/stage.h"

#include <QDir>

#include <csignal>
#include <sys/resource.h>

using namespace cargo;
using Fault = test::FaultProxy::Fault;

namespace {

// While it lives no file of this process can grow: a full disk.
class FullDisk
{
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit none{1, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk &) = delete;
    FullDisk &operator=(const FullDisk &) = delete;

private:
    rlimit m_before{};
};

// What a killed app leaves behind is what lies on the disk while it runs.
void copyTree(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    const QFileInfoList entries = QDir(from).entryInfoList(QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot);
    for (const QFileInfo &entry : entries) {
        const QString copy = to + u'/' + entry.fileName();
        if (entry.isDir())
            copyTree(entry.filePath(), copy);
        else
            QFile::copy(entry.filePath(), copy);
    }
}

} // namespace

class TestRoadFlow : public test::Stage, protected test::AppHand
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void carIsTakenOverWithoutALine();
    void phoneDiesAtTheBorder();
    void diskIsFull();
    void carArrives();
    void serverIsKilledWhileItTakesThem();
    void everythingIsThereOnce();

private:
    using AppHand::kStepMs;
    void end() override
    {
        close();
        m_proxy.reset();
        Stage::end();
    }
    bool openOn(const char *folder)
    {
        close();
        return open(m_proxy->url(), folderOf(QLatin1String(folder)), QStringLiteral("CarGo/Driver"), QStringLiteral("driver"),
                    {420, 860});
    }
    QString shot() { return picture(QStringLiteral("shot%1.png").arg(++m_shots)); }
    std::vector<client::OutboxItem> waiting() const { return m_client->writing()->items(QStringLiteral("deal/") + m_deal); }
    QStringList photosOfDraft(const char *what) const
    {
        QStringList names;
        const auto kept = m_client->writing()->photosOf(QStringLiteral("draft/%1/%2").arg(QLatin1String(what), m_deal));
        for (const client::KeptPhoto &photo : kept)
            names << photo.name;
        return names;
    }
    QJsonArray records()
    {
        QJsonArray list;
        const QJsonArray events =
            call("GET", QStringLiteral("deals/%1/timeline?limit=100").arg(m_deal)).value(QLatin1String("items")).toArray();
        for (const QJsonValue &event : events) {
            if (const QJsonObject record = event.toObject().value(QLatin1String("checkpoint")).toObject(); !record.isEmpty())
                list.append(record);
        }
        return list;
    }
    int uploaded() const
    {
        int count = 0;
        for (const client::OutboxItem &item : waiting()) {
            for (const client::KeptPhoto &photo : item.photos)
                count += photo.mediaId.isEmpty() ? 0 : 1;
        }
        return count;
    }

    std::unique_ptr<test::FaultProxy> m_proxy;
    QString m_deal;
    std::vector<client::OutboxItem> m_recorded; // as the device had them before the line came back
    int m_shots = 0;
};

void TestRoadFlow::initTestCase()
{
    if (!test::LocalServer::built())
        QSKIP("built without the server");
    QVERIFY(beginServer());
    m_proxy = std::make_unique<test::FaultProxy>(m_server.port());
    const QJsonObject driver =
        registerUser(QStringLiteral("pavel@example.com"), QStringLiteral("driver"), QStringLiteral("Pavel S."));
    m_driverToken = tokenOf(driver);
    m_deal =
        paidDeal(tokenOf(registerUser(QStringLiteral("olga@example.com"), QStringLiteral("buyer"), QStringLiteral("Olga K."))));
    QVERIFY(!m_deal.isEmpty());

    QVERIFY(openOn("phone"));
    m_client->settings()->setLanguage(QStringLiteral("en"));
    m_client->session()->accept(driver);
    m_app->openLink(QStringLiteral("cargo://deals/") + m_deal);
    SEE_IN(*this, "run.pickUp");
}

void TestRoadFlow::carIsTakenOverWithoutALine()
{
    m_proxy->set(Fault::Refuse);
    m_proxy->cutAll();
    QTRY_VERIFY_WITH_TIMEOUT(!m_client->api()->online(), kStepMs);
    CLICK_IN(*this, "run.pickUp");
    SEE_IN(*this, "angle.front");
    for (const char *angle : {"front", "right", "rear", "left", "odometer", "vin_plate"})
        QVERIFY(takeSide(QLatin1String(angle), shot()));
    CLICK_IN(*this, "pickup.next");
    CLICK_IN(*this, "pickup.next");
    TYPE_IN(*this, "pickup.vin.input", QStringLiteral("JTMDW3FV60D012345"));
    ONCE_IN(*this, typeNumber(QStringLiteral("pickup.km.input"), QStringLiteral("48010")), "the odometer");
    CLICK_IN(*this, "pickup.next");
    QCOMPARE(textOf(QStringLiteral("pickup.missing")), QString());
    QVERIFY(confirm(QStringLiteral("pickup.send")));
    SEE_IN(*this, "run.checkpoint"); // what waits here counts: the way goes on
    SEE_IN(*this, "deal.unsent");
    QCOMPARE(waiting().size(), size_t(1));
    QCOMPARE(waiting().front().photos.size(), size_t(6));
}

void TestRoadFlow::phoneDiesAtTheBorder()
{
    CLICK_IN(*this, "run.checkpoint");
    TYPE_IN(*this, "checkpoint.place.input", QStringLiteral("Zabaikalsk"));
    QVERIFY(choose(QStringLiteral("checkpoint.dialog"), shot()));
    const QString draft = QStringLiteral("checkpoint/") + m_deal;
    QTRY_COMPARE_WITH_TIMEOUT(m_client->writing()->draft(draft).value(QLatin1String("place")).toString(),
                              QStringLiteral("Zabaikalsk"), kStepMs);
    copyTree(folderOf(QStringLiteral("phone")), folderOf(QStringLiteral("again")));
    QVERIFY(openOn("again")); // still no line
    m_app->openLink(QStringLiteral("cargo://deals/") + m_deal);
    SEE_IN(*this, "deal.unsent");
    CLICK_IN(*this, "run.checkpoint");
    READ_IN(*this, "checkpoint.place.input", QStringLiteral("Zabaikalsk"));
    QCOMPARE(photosOfDraft("checkpoint").size(), 1);
    CLICK_IN(*this, "checkpoint.send");
    QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), size_t(2), kStepMs);
}

void TestRoadFlow::diskIsFull()
{
    CLICK_IN(*this, "run.checkpoint");
    CLICK_IN(*this, "checkpoint.kind.customs");
    TYPE_IN(*this, "checkpoint.place.input", QStringLiteral("Chita"));
    QVERIFY(choose(QStringLiteral("checkpoint.dialog"), shot()));
    const QStringList before = photosOfDraft("checkpoint");
    QCOMPARE(before.size(), 1);
    const QString second = shot();
    const QString told = QStringLiteral("There is no room on this device.");
    bool chosen = false, clicked = false, heard = false;
    {
        const FullDisk full; // also for what a failure would print into a file
        chosen = choose(QStringLiteral("checkpoint.dialog"), second);
        clicked = QTest::qWaitFor([this] { return click(QStringLiteral("checkpoint.send")); }, kStepMs);
        heard = QTest::qWaitFor([&] { return textOf(QStringLiteral("snackbar.text")) == told; }, kStepMs);
    }
    QVERIFY(chosen && clicked && heard);
    QCOMPARE(page(), QStringLiteral("checkpoint"));
    QCOMPARE(waiting().size(), size_t(2));
    // Nothing of it is lost, and it is not counted twice.
    QCOMPARE(photosOfDraft("checkpoint"), before);
    QVERIFY(choose(QStringLiteral("checkpoint.dialog"), second));
    CLICK_IN(*this, "checkpoint.send");
    QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), size_t(3), kStepMs);
    QCOMPARE(waiting().back().photos.size(), size_t(2));
}

void TestRoadFlow::carArrives()
{
    CLICK_IN(*this, "run.checkpoint");
    CLICK_IN(*this, "checkpoint.kind.ferry");
    TYPE_IN(*this, "checkpoint.place.input", QStringLiteral("Baikal"));
    CLICK_IN(*this, "checkpoint.send");
    QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), size_t(4), kStepMs);
    CLICK_IN(*this, "run.arrive");
    QVERIFY(choose(QStringLiteral("checkpoint.dialog"), shot()));
    QVERIFY(confirm(QStringLiteral("arrive.send")));
    QTRY_COMPARE_WITH_TIMEOUT(waiting().size(), size_t(5), kStepMs);
    m_recorded = waiting();
    QVERIFY(records().isEmpty());
}

// Killed while photos come in: some of them are there, of the record nothing.
void TestRoadFlow::serverIsKilledWhileItTakesThem()
{
    m_client->connection()->setProbeMs(20);
    m_client->outbox()->setFirstPauseMs(20);
    m_proxy->set(Fault::LoseAnswer, "/media", 1); // this photo is sent twice
    m_client->outbox()->flushNow();
    for (int kills = 1; kills <= 2; ++kills) {
        QTRY_VERIFY_WITH_TIMEOUT(uploaded() >= 2 * kills, 2 * kStepMs);
        QVERIFY(m_server.kill());
        QVERIFY(records().isEmpty());
        QVERIFY(!waiting().empty());
        QVERIFY(m_server.start());
    }
    QTRY_VERIFY_WITH_TIMEOUT(waiting().empty(), 4 * kStepMs);
    QTRY_VERIFY_WITH_TIMEOUT(!item(QStringLiteral("deal.unsent")), kStepMs);
}

void TestRoadFlow::everythingIsThereOnce()
{
    const QJsonArray made = records();
    const QStringList kinds{QStringLiteral("pickup"), QStringLiteral("border"), QStringLiteral("customs"),
                            QStringLiteral("ferry"), QStringLiteral("arrival")};
    QCOMPARE(made.size(), kinds.size());
    for (qsizetype at = 0; at < made.size(); ++at) {
        const QJsonObject record = made[at].toObject();
        const client::OutboxItem &ours = m_recorded[size_t(at)];
        QCOMPARE(record.value(QLatin1String("kind")).toString(), kinds[at]);
        QCOMPARE(record.value(QLatin1String("client_id")).toString(), ours.id);
        QCOMPARE(record.value(QLatin1String("device_time")), ours.body.value(QLatin1String("device_time")));
        QCOMPARE(record.value(QLatin1String("device_seq")).toInt(), int(at) + 1);
        QVERIFY(record.value(QLatin1String("device_seq_flag")).isNull());
        QVERIFY(!record.value(QLatin1String("clock_disagrees")).toBool());
        QCOMPARE(record.value(QLatin1String("photos")).toArray().size(), qsizetype(ours.photos.size()));
        QCOMPARE(record.value(QLatin1String("place")).toString(), ours.body.value(QLatin1String("place")).toString());
    }
    QVERIFY(QDir(folderOf(QStringLiteral("again")) + QStringLiteral("/outbox")).entryList(QDir::Files).isEmpty());
    const QJsonObject deal = call("GET", QStringLiteral("deals/") + m_deal);
    QCOMPARE(deal.value(QLatin1String("status")).toString(), QStringLiteral("in_transit"));
    QVERIFY(deal.value(QLatin1String("arrived_at")).isString());
    QVERIFY(m_server.run({QStringLiteral("audit"), QStringLiteral("verify")}).contains(" 0 broken"));
    SEE_IN(*this, "run.handover");
}

QTEST_MAIN(TestRoadFlow)
#include "tst_road_flow.moc"
