// Writes that share a transaction: fewer commits, and none of them feels another's error, deadline or lock.
#include "harness/test_database.h"

#include "server/db/blocking.h"
#include "server/db/database.h"

#include <QTest>

using namespace cargo;
using namespace cargo::test;

namespace {
const db::Query kInsert{"groups.insert", "insert into things select unnest($1::int[])", db::Query::Takes::Many};
const db::Query kPair{"groups.pair", "insert into pairs select unnest($1::int[])", db::Query::Takes::Many};
const db::Query kBehindDoor{"groups.behind_door", R"(
    insert into things select a.id from unnest($1::int[], $2::int[]) a(id, door)
    cross join lateral (select from doors where id = a.door for update) d)",
                            db::Query::Takes::Many};
const db::Query kEcho{"groups.echo", R"(
    select a.word, a.place from unnest($1::int[], $2::text[]) with ordinality a(times, word, place)
    cross join lateral generate_series(1, a.times) order by a.word)",
                      db::Query::Takes::Many};

CallContextPtr testContext(qint64 timeoutMs = 30'000)
{
    const Timestamp start{1'795'000'000'000};
    return std::make_shared<CallContext>(start, start.plusMs(timeoutMs));
}

Uuid numbered(int number)
{
    Uuid uuid;
    uuid.bytes[14] = quint8(number >> 8);
    uuid.bytes[15] = quint8(number);
    return uuid;
}

struct Seen
{
    int good = 0;
    std::vector<std::pair<int, ErrorCode>> errors;
    void take(int id, const Result<db::Rows> &rows)
    {
        if (rows)
            ++good;
        else
            errors.emplace_back(id, rows.code());
    }
    int done() const { return good + int(errors.size()); }
};

QCoro::Task<void> insertThing(db::Database *db, int id, db::GroupKey key, Seen *seen, const db::Query *query = &kInsert)
{
    seen->take(id, co_await db->writeGrouped(testContext(), *query, db::Params::of(id), key));
}
void hear(const Result<db::Rows> &rows, QList<QByteArray> *heard)
{
    for (int row = 0; rows && row < rows->count(); ++row)
        heard->append(rows->isNull(row, 0) ? QByteArray() : rows->bytes(row, 0));
    heard->append(rows ? QByteArray("end") : QByteArray("error"));
}
// Hears its word so many times.
QCoro::Task<void> echo(db::Database *db, int id, int times, QByteArray word, QList<QByteArray> *heard)
{
    hear(co_await db->writeGrouped(testContext(), kEcho, db::Params::of(times, word), {numbered(id), numbered(id)}), heard);
}
QCoro::Task<void> echoAlone(db::Database *db, QByteArray word, QList<QByteArray> *heard)
{
    hear(co_await db->write(testContext(), kEcho, 1, word), heard);
}
QCoro::Task<void> passDoor(db::Database *db, int id, int door, Seen *seen, qint64 timeoutMs = 30'000)
{
    const db::GroupKey key{numbered(id), numbered(id)};
    seen->take(id, co_await db->writeGrouped(testContext(timeoutMs), kBehindDoor, db::Params::of(id, door), key));
}
} // namespace

class TestWriteGroups : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<TestDatabase>();
        sql("create table things (id int primary key)");
        sql("create table pairs (id int, constraint pairs_id_unique unique (id) deferrable initially deferred)");
        sql("create table doors (id int primary key)");
        sql("insert into doors select generate_series(0, 9)");
    }
    void cleanupTestCase() { m_database.reset(); }
    void init()
    {
        m_db = std::make_unique<db::Database>(options());
        Seen first; // opens a connection
        insertThing(m_db.get(), 0, {}, &first);
        QTRY_COMPARE(first.done(), 1);
        sql("truncate things, pairs");
    }
    void cleanup() { m_db.reset(); }

    void shareACommit()
    {
        Seen seen;
        for (int i = 0; i < 200; ++i)
            insertThing(m_db.get(), i, {numbered(i), numbered(i)}, &seen);
        QTRY_COMPARE(seen.good, 200);
        QCOMPARE(transactions("things"), qint64(4));
    }

    void otherStatementsDoNotShare()
    {
        Seen seen;
        for (int i = 0; i < 20; ++i)
            insertThing(m_db.get(), i, {numbered(i), numbered(i)}, &seen, i % 2 ? &kPair : &kInsert);
        QTRY_COMPARE(seen.good, 20);
        QCOMPARE(transactions("things"), qint64(1));
        QCOMPARE(transactions("pairs"), qint64(1));
    }

    // Whatever stands in a parameter, it comes back to the call that gave it; one of which nothing is told hears nothing.
    void eachHearsItsOwn()
    {
        const QList<QByteArray> words = {"plain",      "", R"("quoted")", R"(back\\slash\)", "{a,b}", "NULL", "ключ, 🚗",
                                         "two\nlines", {}};
        QList<QList<QByteArray>> heard(words.size() + 1);
        for (int i = 0; i < words.size(); ++i)
            echo(m_db.get(), i, i % 3, words[i], &heard[i]);
        echoAlone(m_db.get(), "alone", &heard.last());
        QTRY_VERIFY(!heard.last().isEmpty());
        for (int i = 0; i < words.size(); ++i)
            QTRY_COMPARE(heard[i], QList<QByteArray>(i % 3, words[i]) << QByteArray("end"));
        QCOMPARE(heard.last(), QList<QByteArray>({"alone", "end"}));
    }

    void sameRowOrOwnerDoesNotShare_data()
    {
        QTest::addColumn<bool>("row");
        QTest::newRow("row") << true;
        QTest::newRow("owner") << false;
    }
    void sameRowOrOwnerDoesNotShare()
    {
        QFETCH(bool, row);
        Seen seen;
        for (int i = 0; i < 20; ++i)
            insertThing(m_db.get(), i, row ? db::GroupKey{numbered(7), numbered(i)} : db::GroupKey{numbered(i), numbered(7)},
                        &seen);
        QTRY_COMPARE(seen.good, 20);
        QCOMPARE(transactions("things"), qint64(20));
    }

    // Whatever goes wrong with one, at once or at the commit: the others are stored, and it hears its own error.
    void failAlone_data()
    {
        QTest::addColumn<const db::Query *>("query");
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("at once") << &kInsert << QByteArray("things");
        QTest::newRow("at the commit") << &kPair << QByteArray("pairs");
    }
    void failAlone()
    {
        QFETCH(const db::Query *, query);
        QFETCH(QByteArray, table);
        sql("insert into " + table + " values (3), (9)");
        Seen seen;
        for (int i = 0; i < 12; ++i)
            insertThing(m_db.get(), i, {numbered(i), numbered(i)}, &seen, query);
        QTRY_COMPARE(seen.done(), 12);
        std::sort(seen.errors.begin(), seen.errors.end());
        const std::vector<std::pair<int, ErrorCode>> expected = {{3, ErrorCode::AlreadyExists}, {9, ErrorCode::AlreadyExists}};
        QCOMPARE(seen.errors, expected);
        QCOMPARE(sql("select count(*) from " + table).int64(0, 0), qint64(12));
        Seen after;
        for (int i = 20; i < 30; ++i)
            insertThing(m_db.get(), i, {numbered(i), numbered(i)}, &after, query);
        QTRY_COMPARE(after.good, 10);
        QCOMPARE(transactions(table, "id >= 20"), qint64(1)); // groups are made as before
    }

    void oneDeadlineEndsOne()
    {
        const auto holder = holdDoors("id = 4");
        Seen seen;
        for (int i = 0; i < 8; ++i)
            passDoor(m_db.get(), i, i, &seen, i == 4 ? 300 : 30'000);
        QTRY_COMPARE(seen.good, 7);
        QTRY_COMPARE(seen.errors.size(), size_t(1));
        QCOMPARE(seen.errors.front(), std::make_pair(4, ErrorCode::Timeout));
        QCOMPARE(sql("select count(*) from things where id = 4").int64(0, 0), qint64(0));
    }

    void hangingGroupsLetOthersPass()
    {
        const auto holder = holdDoors("id < 3");
        Seen hanging, passing;
        for (int door = 0; door < 3; ++door) { // each in a group of its own, more than may be on their way at once
            passDoor(m_db.get(), door, door, &hanging);
            QTRY_COMPARE(waitingSessions(), qint64(door + 1));
        }
        for (int i = 5; i < 10; ++i)
            passDoor(m_db.get(), i, i, &passing);
        QTRY_COMPARE(passing.good, 5);
        QCOMPARE(hanging.done(), 0);
        QVERIFY(holder->execute("rollback").ok());
        QTRY_COMPARE(hanging.good, 3);
    }

    // Nobody can know whether a commit that was not answered has happened.
    void lostSessionIsUnavailable()
    {
        const auto holder = holdDoors("id = 9");
        Seen seen;
        for (int i = 0; i < 10; ++i)
            passDoor(m_db.get(), i, i, &seen);
        QTRY_COMPARE(waitingSessions(), qint64(1));
        sql("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = "
            "current_database()");
        QTRY_COMPARE(seen.done(), 10);
        for (const auto &[id, code] : seen.errors)
            QCOMPARE(code, ErrorCode::Unavailable);
        QCOMPARE(seen.good, 0);
        QCOMPARE(sql("select count(*) from things").int64(0, 0), qint64(0));
        QVERIFY(holder->execute("rollback").ok());
        Seen after;
        for (int i = 0; i < 10; ++i)
            passDoor(m_db.get(), i, i, &after);
        QTRY_COMPARE(after.good, 10);
    }

    void closingEndsWhatWaits()
    {
        const auto holder = holdDoors("true");
        Seen seen;
        for (int i = 0; i < 40; ++i)
            passDoor(m_db.get(), i, i % 10, &seen);
        QTRY_VERIFY(waitingSessions() > 0);
        m_db.reset();
        QCOMPARE(seen.errors.size(), size_t(40));
    }

private:
    db::DatabaseOptions options() const
    {
        db::DatabaseOptions options;
        options.url = m_database->url();
        options.writeConnections = 5;
        return options;
    }
    db::Rows sql(const QByteArray &text)
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        auto rows = connection ? connection->execute(text) : Result<db::Rows>(connection.error());
        if (!rows)
            qFatal("%s: %s", text.constData(), qPrintable(rows.error().detail));
        return std::move(*rows);
    }
    qint64 transactions(const QByteArray &table, const QByteArray &where = "true")
    {
        return sql("select count(distinct xmin::text) from " + table + " where " + where).int64(0, 0);
    }
    qint64 waitingSessions()
    {
        return sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
            .int64(0, 0);
    }
    // Who comes to these doors waits until the connection that is given back rolls back or goes.
    std::unique_ptr<db::BlockingConnection> holdDoors(const QByteArray &where)
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        if (!connection || !connection->execute("begin")
            || !connection->execute("select from doors where " + where + " for update"))
            qFatal("cannot lock");
        return std::make_unique<db::BlockingConnection>(std::move(*connection));
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<db::Database> m_db;
};

QTEST_GUILESS_MAIN(TestWriteGroups)
#include "tst_write_groups.moc"
