// The audit: what is written stays, and what somebody changes behind our back shows.
#include "harness/test_database.h"

#include "server/audit/audit.h"
#include "server/audit/audit_seal_job.h"
#include "server/audit/audit_verify.h"
#include "server/bus/in_process_bus.h"
#include "server/db/blocking.h"

#include <QtTest>

using namespace cargo;
using namespace cargo::test;

class TestAudit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        db::DatabaseOptions options;
        options.url = m_database->url();
        m_db = std::make_unique<db::Database>(options);
        m_runtime = std::make_unique<Runtime>(Runtime{*m_db, m_settings, m_clock, m_bus, m_cpu});
        m_job = std::make_unique<audit::AuditSealJob>(*m_runtime);
        const Uuid first = newUuid(m_clock.now());
        m_stream = newUuid(m_clock.now());
        for (int day = 0; day < 3; ++day) {
            for (int i = 0; i < 3; ++i)
                QVERIFY(await(write(i % 2 ? first : m_stream)).ok());
            m_clock.advance(kDayMs);
        }
        QVERIFY(await(m_job->seal(call())).ok());
        QVERIFY(report().broken.empty());
    }
    void cleanup()
    {
        m_job.reset();
        m_runtime.reset();
        m_db.reset();
        m_database.reset();
    }

    void sealsEveryDayOnce()
    {
        QCOMPARE(report().days, 3);
        QCOMPARE(report().entries, 9);
        QVERIFY(await(m_job->seal(call())).ok());
        QCOMPARE(report().days, 3);
        m_clock.advance(2 * kDayMs); // nothing happens
        QVERIFY(await(m_job->arm(call())).ok());
        QCOMPARE(report().days, 5);
        const auto timer = sql("select due_at from timers where kind = 'audit.seal'");
        QCOMPARE(timer.count(), 1);
        QVERIFY(timer.timestamp(0, 0) > m_clock.now());
        QVERIFY(timer.timestamp(0, 0) <= m_clock.now().plusMs(kDayMs));
    }

    void refusesChanges()
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        for (const char *statement : {"update events_audit set action = 'x'", "delete from events_audit", "truncate events_audit",
                                      "delete from audit_roots", "update audit_roots set entries = 0"})
            QVERIFY2(!connection->execute(statement).ok(), statement);
        QCOMPARE(report().entries, 9);
    }

    void showsTampering_data()
    {
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QByteArray>("what");
        const QByteArray tail = "(select max(seq) from events_audit where stream = '%1') and stream = '%1'";
        QTest::newRow("a word changed") << QByteArray("update events_audit set action = 'other' where seq = 2 and stream = '%1'")
                                        << QByteArray("hash");
        QTest::newRow("one taken out") << QByteArray("delete from events_audit where seq = 2 and stream = '%1'")
                                       << QByteArray("number");
        QTest::newRow("the end cut off") << QByteArray("delete from events_audit where seq = ").append(tail)
                                         << QByteArray("root");
        QTest::newRow("a stream gone") << QByteArray("delete from events_audit where stream = '%1'") << QByteArray("root");
        QTest::newRow("a day unsealed") << QByteArray("delete from audit_roots where day = (select min(day) from audit_roots)")
                                        << QByteArray("root");
    }
    void showsTampering()
    {
        QFETCH(QByteArray, change);
        QFETCH(QByteArray, what);
        sql("alter table events_audit disable trigger all; alter table audit_roots disable trigger all");
        sql(change.replace("%1", m_stream.toText()));
        const audit::Report found = report();
        QVERIFY(!found.broken.empty());
        const bool named = std::any_of(found.broken.begin(), found.broken.end(),
                                       [&what](const audit::Broken &broken) { return broken.what.startsWith(what); });
        QVERIFY2(named, found.broken.front().what.constData());
    }

private:
    CallContextPtr call() { return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(10'000)); }
    QCoro::Task<Outcome> write(Uuid stream)
    {
        const auto tx = co_await m_db->begin(call());
        if (!tx)
            co_return tx.error();
        audit::AuditEvent event{stream, "test.done", std::nullopt, "{\"n\":1}"};
        CARGO_CO_TRY(co_await audit::append(*tx, event));
        co_return co_await tx->commit();
    }
    db::Rows sql(const QByteArray &text)
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        auto rows = connection ? connection->execute(text) : Result<db::Rows>(connection.error());
        if (!rows)
            qFatal("%s: %s", text.constData(), qPrintable(rows.error().detail));
        return std::move(*rows);
    }
    audit::Report report()
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        auto verified = audit::verify(*connection);
        if (!verified)
            qFatal("verify: %s", qPrintable(verified.error().detail));
        return std::move(*verified);
    }

    std::unique_ptr<TestDatabase> m_database;
    ManualClock m_clock;
    config::Settings m_settings;
    InProcessBus m_bus;
    CpuPool m_cpu;
    std::unique_ptr<db::Database> m_db;
    std::unique_ptr<Runtime> m_runtime;
    std::unique_ptr<audit::AuditSealJob> m_job;
    Uuid m_stream;
};

QTEST_GUILESS_MAIN(TestAudit)
#include "tst_audit.moc"
