// Figures: summed up by the job, cut by days, as JSON and as files that no spreadsheet takes for formulas.
#include "harness/test_server.h"

#include "server/auth/auth_tokens.h"
#include "server/auth/secret_keys.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const QByteArray kSecret = "figures are nobody's secret among staff";
const QByteArray kJanuary = "?from=2026-01-01&to=2026-01-31";
} // namespace

class TestStats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void funnelAndMoneyAreCounted();
    void daysAreCut();
    void seriesByMonth();
    void timeInStates();
    void cohortsByMonth();
    void filesForSpreadsheets();
    void aRefreshBringsWhatIsNew();
    void whatIsWrongIsRefused_data();
    void whatIsWrongIsRefused();

private:
    // Two buyers of January with a listing, a conversation and a deal each; one more deal in February.
    void plant();
    void deal(const QByteArray &buyer, const QByteArray &status, const QByteArray &times);
    QJsonObject ask(const QByteArray &what) { return m_staff->get("/admin/stats/" + what).json(); }

    std::unique_ptr<TestServer> m_server;
    std::unique_ptr<HttpClient> m_staff;
    QByteArray m_driver, m_listing;
};

void TestStats::initTestCase()
{
    m_server = std::make_unique<TestServer>([](config::Settings &settings) { settings.secretKey = kSecret; });
    m_staff = std::make_unique<HttpClient>(m_server->url());
    const UserId id = *UserId::fromText(QStringView(m_staff->signUp().text(u"user.id"_s)));
    m_server->sql("update users set role = 'staff', created_at = '2020-01-01' where id = '" + id.toText() + "'");
    const auth::AuthTokens tokens(auth::SecretKeys(kSecret).accessToken(), 400 * kDayMs);
    m_staff->setToken(
        tokens.issue({id, m_server->session(id), Role::Staff, quint32(Permission::Support)}, m_server->clock().now()));
    plant();
    m_server->sql("refresh materialized view stat_days; refresh materialized view stat_visits; "
                  "refresh materialized view stat_waits; refresh materialized view stat_cohorts");
}

void TestStats::plant()
{
    const auto person = [&](const char *role, const char *since) {
        const QByteArray id = newUuid({0}).toText();
        m_server->sql("insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at) values ('"
                      + id + "', '" + id + "@example.org', '!', '" + role + "', '=cmd', '{}', '" + since + "', '" + since + "')");
        return id;
    };
    m_driver = person("driver", "2025-12-10");
    const QByteArray first = person("buyer", "2026-01-02");
    const QByteArray second = person("buyer", "2026-01-20");
    m_listing = newUuid({0}).toText();
    m_server->sql("set session_replication_role = replica; "
                  "insert into interests (user_id, listing_id, kind, times, last_at) values ('"
                  + first + "', '" + m_listing + "', 'view', 3, '2026-01-03'), ('" + second + "', '" + m_listing
                  + "', 'view', 1, '2026-01-21'), ('" + second + "', '" + m_listing + "', 'favourite', 1, '2026-01-21')");
    // Ended well after a dispute-free way; cancelled unpaid; and one of February that is in dispute.
    deal(first, "released",
         "'2026-01-03 00:00', '2026-01-03 00:30', '2026-01-05 00:30', '2026-01-25 00:30', null, '2026-01-26 00:30'");
    deal(second, "cancelled", "'2026-01-21 00:00', null, null, null, null, '2026-01-21 02:00'");
    deal(second, "disputed", "'2026-02-01 00:00', '2026-02-02 00:00', null, null, '2026-02-03 00:00', null");
}

void TestStats::deal(const QByteArray &buyer, const QByteArray &status, const QByteArray &times)
{
    const QByteArray id = newUuid({0}).toText();
    m_server->sql(
        "set session_replication_role = replica; "
        "insert into deals (id, listing_id, conversation_id, buyer_id, driver_id, status, amount_minor, currency, fee_minor, "
        "fee_basis_points, fee_minimum_minor, delivery_place, delivery_eta_days, listing, provider, created_at, funded_at, "
        "started_at, delivered_at, disputed_at, finished_at, updated_at) values ('"
        + id + "', '" + m_listing + "', gen_random_uuid(), '" + buyer + "', '" + m_driver + "', '" + status
        + "', 100000000, 'RUB', 2500000, 250, 1, 'Omsk', 30, '{}', 'sandbox', " + times + ", now())");
}

void TestStats::funnelAndMoneyAreCounted()
{
    const QJsonObject january = ask("overview" + kJanuary);
    const QJsonObject funnel = january[u"funnel"_s].toObject();
    QCOMPARE(funnel[u"views"_s].toInt(), 2);
    QCOMPARE(funnel[u"deals"_s].toInt(), 2);
    QCOMPARE(funnel[u"paid"_s].toInt(), 1);
    QCOMPARE(funnel[u"released"_s].toInt(), 1);
    QCOMPARE(funnel[u"cancelled"_s].toInt(), 1);
    QCOMPARE(january[u"dispute_rate"_s].toDouble(), 0.0);
    const QJsonObject rub = january[u"money"_s][0].toObject();
    QCOMPARE(rub[u"volume"_s].toInteger(), qint64(100000000));
    QCOMPARE(rub[u"fees"_s].toInteger(), qint64(2500000));
    QCOMPARE(rub[u"take_rate"_s].toDouble(), 0.025);
    QCOMPARE(ask("overview?from=2026-01-01&to=2026-02-28")[u"dispute_rate"_s].toDouble(), 0.5);
}

void TestStats::daysAreCut()
{
    QCOMPARE(ask("overview?from=2026-01-03&to=2026-01-03")[u"funnel"_s][u"paid"_s].toInt(), 1);
    QCOMPARE(ask("overview?from=2026-01-04&to=2026-01-25")[u"funnel"_s][u"paid"_s].toInt(), 0);
    QCOMPARE(ask("overview?from=1999-01-01&to=1999-01-02")[u"money"_s].toArray().size(), 0);
}

void TestStats::seriesByMonth()
{
    const QJsonArray months = ask("series?from=2026-01-01&to=2026-02-28&bucket=month")[u"items"_s].toArray();
    QCOMPARE(months.size(), 2);
    QCOMPARE(months[0][u"date"_s].toString(), u"2026-01-01"_s);
    QCOMPARE(months[0][u"deals"_s].toInt(), 2);
    QCOMPARE(months[1][u"disputed"_s].toInt(), 1);
    QCOMPARE(ask("series?from=2026-01-01&to=2026-02-28")[u"items"_s].toArray().size(), 6); // days with something
}

void TestStats::timeInStates()
{
    const QJsonArray states = ask("time-in-state" + kJanuary)[u"items"_s].toArray();
    QCOMPARE(states.size(), 4);
    QCOMPARE(states[0][u"state"_s].toString(), u"created"_s);
    QCOMPARE(states[0][u"deals"_s].toInt(), 2); // paid after half an hour, cancelled after two hours
    QCOMPARE(states[0][u"mean_s"_s].toInt(), 4500);
    QCOMPARE(states[0][u"under_1h"_s].toInt(), 1);
    QCOMPARE(states[0][u"under_6h"_s].toInt(), 1);
    QCOMPARE(states[2][u"state"_s].toString(), u"in_transit"_s);
    QCOMPARE(states[2][u"under_30d"_s].toInt(), 1);
}

void TestStats::cohortsByMonth()
{
    QHash<QString, QJsonObject> lines;
    for (const QJsonValue line : ask("cohorts?from=2025-12-01&to=2026-02-28")[u"items"_s].toArray())
        lines.insert(line[u"role"_s].toString() + line[u"month"_s].toString() + QString::number(line[u"age"_s].toInt()),
                     line.toObject());
    QCOMPARE(lines[u"buyer2026-01-010"_s][u"size"_s].toInt(), 2);
    QCOMPARE(lines[u"buyer2026-01-010"_s][u"active"_s].toInt(), 1);
    QCOMPARE(lines[u"buyer2026-01-011"_s][u"active"_s].toInt(), 1); // the other one, a month later
    QCOMPARE(lines[u"driver2025-12-011"_s][u"active"_s].toInt(), 1);
    QCOMPARE(lines[u"driver2025-12-012"_s][u"active"_s].toInt(), 1);
}

void TestStats::filesForSpreadsheets()
{
    const HttpAnswer file = m_staff->get("/admin/stats/series?from=2026-01-01&to=2026-02-28&bucket=month&format=csv");
    QCOMPARE(file.header("content-type"), QByteArray("text/csv; charset=utf-8"));
    QVERIFY(file.header("content-disposition").contains("series.csv"));
    QCOMPARE(file.body, QByteArray("date,currency,deals,paid,released,cancelled,disputed,volume,fees\r\n"
                                   "2026-01-01,RUB,2,1,1,1,0,100000000,2500000\r\n"
                                   "2026-02-01,RUB,1,1,0,0,1,100000000,0\r\n"));
    for (const char *what : {"overview", "time-in-state", "cohorts"})
        QCOMPARE(m_staff->get("/admin/stats/" + QByteArray(what) + "?format=csv").header("content-type"),
                 QByteArray("text/csv; charset=utf-8"));
}

void TestStats::aRefreshBringsWhatIsNew()
{
    const auto deals = [&] { return ask("overview?from=2026-03-01&to=2026-03-31")[u"funnel"_s][u"deals"_s].toInt(); };
    deal(newUuid({0}).toText(), "created", "'2026-03-05 00:00', null, null, null, null, null");
    QCOMPARE(deals(), 0);
    // A round that was under way when the clock moved leaves it to the next one.
    const auto seen = [&] {
        m_server->advance(15 * kMinuteMs);
        return deals() == 1;
    };
    QVERIFY(QTest::qWaitFor(seen, 20'000));
    QVERIFY(!ask("overview")[u"as_of"_s].toString().isEmpty());
}

void TestStats::whatIsWrongIsRefused_data()
{
    QTest::addColumn<QByteArray>("query");
    for (const char *query : {"?from=yesterday", "?from=2026-02-30", "?from=2026-1-1", "?from=2026-02-01&to=2026-01-01",
                              "?from=1900-01-01", "?bucket=hour", "?format=xls", "?to=2026-01-01T00:00:00Z"})
        QTest::newRow(query) << QByteArray(query);
}

void TestStats::whatIsWrongIsRefused()
{
    QFETCH(QByteArray, query);
    QCOMPARE(m_staff->get("/admin/stats/series" + query).status, 422);
}

QTEST_GUILESS_MAIN(TestStats)
#include "tst_stats.moc"
