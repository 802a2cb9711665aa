// The three lanes, transactions, deadlines, hang-ups and lost connections, against a real PostgreSQL.
#include "harness/test_database.h"

#include "server/db/blocking.h"
#include "server/db/database.h"
#include "server/db/sql_error.h"

#include <QElapsedTimer>
#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
const db::Query kEcho{"lanes.echo", "select $1::int"};
const db::Query kDivide{"lanes.divide", "select 1 / $1::int"};
const db::Query kSleep{"lanes.sleep", "select pg_sleep($1::float8)"};
const db::Query kTable{"lanes.table", "create table if not exists things (id int primary key, note text)"};
const db::Query kInsert{"lanes.insert", "insert into things values ($1::int, $2)"};
const db::Query kPair{"lanes.pair", "insert into pairs values ($1::int)"};
const db::Query kTypes{"lanes.types",
                       R"(select $1::timestamptz, $2::uuid, $3::bytea, $4::bool, $5::bigint, $6::text, null::text, $7::float8)"};
const db::Query kWrong{"lanes.wrong",
                       "select 1 where 1 = $1::int and exists (select 1 from pg_class where oid = 'no_such_table'::regclass)"};

QCoro::Task<Result<db::Rows>> answer(db::PendingQuery *query) { co_return co_await *query; }

CallContextPtr testContext(qint64 timeoutMs = 30'000)
{
    const Timestamp start{1'795'000'000'000};
    return std::make_shared<CallContext>(start, start.plusMs(timeoutMs));
}

struct Seen
{
    int done = 0;
    int good = 0;
    std::vector<ErrorCode> errors;
    void take(const Result<db::Rows> &rows)
    {
        ++done;
        if (rows)
            ++good;
        else
            errors.push_back(rows.code());
    }
};

QCoro::Task<void> readEcho(db::Database *db, CallContextPtr context, int number, Seen *seen)
{
    const auto rows = co_await db->read(context, kEcho, number);
    seen->take(rows);
    if (rows && rows->int32(0, 0) != number)
        seen->errors.push_back(ErrorCode::Internal);
}
QCoro::Task<void> readDivide(db::Database *db, CallContextPtr context, int number, Seen *seen)
{
    seen->take(co_await db->read(context, kDivide, number));
}
QCoro::Task<void> sleepOn(db::Database *db, CallContextPtr context, double seconds, Seen *seen, int lane)
{
    if (lane == 0)
        seen->take(co_await db->read(context, kSleep, seconds));
    else if (lane == 1)
        seen->take(co_await db->query(context, kSleep, seconds));
    else
        seen->take(co_await db->write(context, kSleep, seconds));
}
QCoro::Task<void> insertThing(db::Database *db, CallContextPtr context, int id, Seen *seen)
{
    seen->take(co_await db->write(context, kInsert, id, "x"));
}
QCoro::Task<void> writePair(db::Database *db, CallContextPtr context, int id, Seen *seen)
{
    seen->take(co_await db->write(context, kPair, id));
}
QCoro::Task<void> chain(db::Database *db, CallContextPtr context, int steps, Seen *seen)
{
    for (int i = 0; i < steps; ++i)
        seen->take(co_await db->read(context, kEcho, i));
}
QCoro::Task<Outcome> insertIn(db::Database *db, CallContextPtr context, int id, bool commit, int *committed)
{
    const auto tx = co_await db->begin(context);
    if (!tx)
        co_return tx.error();
    const auto rows = co_await tx->run(kInsert, id, "tx");
    if (!rows)
        co_return rows.error();
    tx->afterCommit([committed] { ++*committed; });
    if (!commit)
        co_return ok(); // dropped: rolls back
    co_return co_await tx->commit();
}
QCoro::Task<Outcome> goOnAfterError(db::Database *db, CallContextPtr context)
{
    const auto tx = co_await db->begin(context);
    if (!tx)
        co_return tx.error();
    const auto first = co_await tx->run(kInsert, 500, "first");
    const auto second = co_await tx->run(kInsert, 500, "again");
    if (!first || second)
        co_return Error{ErrorCode::BadRequest, {}, QStringLiteral("the second insert must fail")};
    co_return co_await tx->commit();
}
QCoro::Task<void> dropDatabase(std::unique_ptr<db::Database> *db, Seen *seen)
{
    seen->take(co_await (*db)->read(nullptr, kEcho, 1));
    db->reset(); // ends what resumed us
}
} // namespace

class TestLanes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<TestDatabase>();
        sql(kTable.text());
        sql("create table pairs (id int, constraint pairs_id_unique unique (id) deferrable initially deferred)");
        m_db = std::make_unique<db::Database>(options());
    }
    void cleanupTestCase()
    {
        m_db.reset();
        m_database.reset();
    }

    void typesComeAndGo()
    {
        const Timestamp moment{1'790'000'123'456};
        const Uuid uuid = newUuid(moment);
        db::Params params = db::Params::of(moment, uuid);
        params.addBytes(QByteArray("\0\xff\\x", 4)).add(true).add(qint64(-9'000'000'000)).add(QStringLiteral("Привет")).add(0.25);
        auto query = m_db->readParams(testContext(), kTypes, params);
        const auto rows = await(answer(&query));
        QVERIFY(rows.ok());
        QCOMPARE(rows->timestamp(0, 0), moment);
        QCOMPARE(rows->uuid(0, 1), uuid);
        QCOMPARE(rows->blob(0, 2), QByteArray("\0\xff\\x", 4));
        QVERIFY(rows->boolean(0, 3));
        QCOMPARE(rows->int64(0, 4), qint64(-9'000'000'000));
        QCOMPARE(rows->text(0, 5), QStringLiteral("Привет"));
        QVERIFY(rows->isNull(0, 6));
        QCOMPARE(rows->number(0, 7), 0.25);
    }

    void readsShareABatchAndFailAlone()
    {
        Seen good, bad;
        for (int i = 0; i < 1000; ++i) {
            if (i % 10 == 3)
                readDivide(m_db.get(), testContext(), 0, &bad);
            else
                readEcho(m_db.get(), testContext(), i, &good);
        }
        QTRY_COMPARE(good.done + bad.done, 1000);
        QCOMPARE(good.good, 900);
        QVERIFY(good.errors.empty());
        QCOMPARE(bad.errors.size(), size_t(100));
        QCOMPARE(bad.errors.front(), ErrorCode::ValidationFailed);
        QCOMPARE(m_db->status()[0].open, 1);
        Seen chained;
        for (int i = 0; i < 50; ++i)
            chain(m_db.get(), testContext(), 20, &chained);
        QTRY_COMPARE(chained.good, 1000);
    }

    void badSqlFailsAlone()
    {
        Seen good;
        auto wrong = m_db->read(testContext(), kWrong, 1);
        readEcho(m_db.get(), testContext(), 1, &good);
        QVERIFY(!await(answer(&wrong)).ok());
        QTRY_COMPARE(good.good, 1);
    }

    void deadlinesEndStatements_data()
    {
        QTest::addColumn<int>("lane");
        QTest::newRow("read") << 0;
        QTest::newRow("query") << 1;
        QTest::newRow("write") << 2;
    }
    void deadlinesEndStatements()
    {
        QFETCH(int, lane);
        Seen seen;
        QElapsedTimer timer;
        timer.start();
        sleepOn(m_db.get(), testContext(200), 20, &seen, lane);
        QTRY_COMPARE(seen.done, 1);
        QCOMPARE(seen.errors.front(), ErrorCode::Timeout);
        QVERIFY2(timer.elapsed() < 3000, qPrintable(QString::number(timer.elapsed())));
        // The connection serves others at once.
        Seen after;
        readEcho(m_db.get(), testContext(), 5, &after);
        QTRY_COMPARE_WITH_TIMEOUT(after.good, 1, 3000);
        QTRY_COMPARE(sql("select count(*) from pg_stat_activity where state = 'active' and query like 'select pg_sleep%'"
                         " and datname = current_database()")
                         .int64(0, 0),
                     qint64(0));
    }

    void hangUpsCancel()
    {
        Seen running, waiting, others;
        const auto context = testContext();
        const auto patient = testContext();
        for (int i = 0; i < 2; ++i)
            sleepOn(m_db.get(), context, 20, &running, 1); // both connections of the lane
        sleepOn(m_db.get(), context, 20, &waiting, 1);
        sleepOn(m_db.get(), patient, 0.01, &others, 1);
        QTRY_COMPARE(sql("select count(*) from pg_stat_activity where state = 'active' and query like 'select pg_sleep%'"
                         " and datname = current_database()")
                         .int64(0, 0),
                     qint64(2));
        context->cancel();
        QTRY_COMPARE(running.done + waiting.done, 3);
        QCOMPARE(running.errors.front(), ErrorCode::Cancelled);
        QCOMPARE(waiting.errors.front(), ErrorCode::Cancelled);
        QTRY_COMPARE_WITH_TIMEOUT(others.good, 1, 3000);
    }

    void queueIsBounded()
    {
        auto options = this->options();
        options.queueLimit = 10;
        options.queryConnections = 1;
        db::Database small(options);
        Seen seen;
        for (int i = 0; i < 100; ++i)
            sleepOn(&small, testContext(), 0.001, &seen, 1);
        QTRY_COMPARE(seen.done, 100);
        QVERIFY(seen.good >= 10);
        QVERIFY(seen.errors.size() >= 80);
        for (const ErrorCode code : seen.errors)
            QCOMPARE(code, ErrorCode::Unavailable);
    }

    void constraintsNameFields()
    {
        Seen seen;
        insertThing(m_db.get(), testContext(), 1, &seen);
        QTRY_COMPARE(seen.good, 1);
        insertThing(m_db.get(), testContext(), 1, &seen);
        QTRY_COMPARE(seen.errors.size(), size_t(1));
        QCOMPARE(seen.errors.front(), ErrorCode::AlreadyExists);
        QCOMPARE(db::fieldOfConstraint("users", "users_display_name_length"), QStringLiteral("display_name"));
        QCOMPARE(db::fieldOfConstraint("conversations", "conversations_once"), QString());
        QCOMPARE(db::fieldOfConstraint("listings", "listings_driver_id_fkey"), QStringLiteral("driver_id"));
        QCOMPARE(db::codeOfState("53100"), ErrorCode::Unavailable);
        QCOMPARE(db::codeOfState("22021"), ErrorCode::InvalidEncoding);
    }

    // The insert itself succeeds; the constraint speaks at the commit that the Sync makes.
    void deferredConstraintsFailTheWrite()
    {
        auto options = this->options();
        options.writeConnections = 1;
        db::Database db(options);
        Seen seen;
        writePair(&db, testContext(), 1, &seen);
        QTRY_COMPARE(seen.good, 1);
        for (int round = 1; round <= 3; ++round) {
            writePair(&db, testContext(), 1, &seen);
            QTRY_COMPARE_WITH_TIMEOUT(seen.errors.size(), size_t(round), 3000);
            QCOMPARE(seen.errors.back(), ErrorCode::AlreadyExists);
            writePair(&db, testContext(), 1 + round, &seen); // the connection serves on
            QTRY_COMPARE_WITH_TIMEOUT(seen.good, 1 + round, 3000);
        }
        QCOMPARE(sql("select count(*) from pairs").int64(0, 0), qint64(4));
    }

    void transactionsCommitAndRollBack()
    {
        int committed = 0;
        QVERIFY(await(insertIn(m_db.get(), testContext(), 100, true, &committed)).ok());
        QCOMPARE(committed, 1);
        for (int i = 0; i < 20; ++i) // more than there are connections: each comes back
            QVERIFY(await(insertIn(m_db.get(), testContext(), 101, false, &committed)).ok());
        QCOMPARE(committed, 1);
        QCOMPARE(count("id = 100"), qint64(1));
        QCOMPARE(count("id = 101"), qint64(0));
        const Outcome twice = await(insertIn(m_db.get(), testContext(), 100, true, &committed));
        QCOMPARE(twice.code(), ErrorCode::AlreadyExists);
        const Outcome wentOn = await(goOnAfterError(m_db.get(), testContext()));
        QVERIFY(!wentOn.ok());
        QVERIFY(wentOn.code() != ErrorCode::BadRequest);
        QCOMPARE(count("id = 500"), qint64(0));
        QTRY_COMPARE(
            sql("select count(*) from pg_stat_activity where state like 'idle in%' and datname = current_database()").int64(0, 0),
            qint64(0));
    }

    void comesBackAfterLostSessions()
    {
        Seen reads, writes, tx;
        int committed = 0;
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 20; ++i) {
                readEcho(m_db.get(), testContext(), i, &reads);
                insertThing(m_db.get(), testContext(), 10'000 + round * 100 + i, &writes);
            }
            if (round % 5 == 2)
                m_database->cutConnections();
            QTRY_COMPARE(reads.done, (round + 1) * 20);
            QTRY_COMPARE(writes.done, (round + 1) * 20);
        }
        QCOMPARE(reads.good, 400); // reads run again
        for (const ErrorCode code : writes.errors)
            QCOMPARE(code, ErrorCode::Unavailable);
        QVERIFY(count("id >= 10000") >= writes.good);
        QVERIFY(await(insertIn(m_db.get(), testContext(), 20'000, true, &committed)).ok());
    }

    void unreachableIsUnavailable()
    {
        auto options = this->options();
        options.url = "host=/nonexistent dbname=nothing";
        db::Database nowhere(options);
        auto query = nowhere.read(testContext(), kEcho, 1);
        QElapsedTimer timer;
        timer.start();
        const auto rows = await(answer(&query));
        QCOMPARE(rows.code(), ErrorCode::Unavailable);
        QVERIFY(timer.elapsed() < 6000);
        QVERIFY(!nowhere.healthy());
    }

    void mayEndInsideItsOwnAnswer()
    {
        auto db = std::make_unique<db::Database>(options());
        Seen seen, waiting;
        dropDatabase(&db, &seen);
        for (int i = 0; i < 5; ++i)
            readEcho(db.get(), testContext(), i, &waiting);
        sleepOn(db.get(), testContext(), 10, &waiting, 2);
        QTRY_COMPARE(waiting.done, 6);
        QCOMPARE(seen.good, 1);
        QVERIFY(!db);
    }

private:
    db::DatabaseOptions options() const
    {
        db::DatabaseOptions options;
        options.url = m_database->url();
        options.queryConnections = 2;
        options.writeConnections = 4;
        return options;
    }
    // Another way to the same database, which waits.
    db::Rows sql(const QByteArray &text)
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        auto rows = connection ? connection->execute(text) : Result<db::Rows>(connection.error());
        if (!rows)
            qFatal("%s: %s", text.constData(), qPrintable(rows.error().detail));
        return std::move(*rows);
    }
    qint64 count(const QByteArray &where) { return sql("select count(*) from things where " + where).int64(0, 0); }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::Database> m_db;
};

QTEST_GUILESS_MAIN(TestLanes)
#include "tst_lanes.moc"
