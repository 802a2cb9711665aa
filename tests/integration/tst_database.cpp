#include "harness/test_database.h"

#include "server/audit/audit.h"
#include "server/audit/audit_verify.h"
#include "server/bus/in_process_bus.h"
#include "server/db/blocking.h"
#include "server/db/migrator.h"
#include "server/db/optional_schema.h"
#include "server/jobs/idempotency.h"
#include "server/jobs/worker.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QCoroTimer>
#include <QtTest>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {
const db::Query kOne{"test.one", "select $1::int + 1"};
const db::Query kSleep{"test.sleep", "select pg_sleep($1::double precision)"};
const db::Query kMake{"test.make", "create table if not exists things (id int primary key, name text)"};
const db::Query kPut{"test.put", "insert into things (id, name) values ($1, $2)"};
const db::Query kCount{"test.count", "select count(*) from things"};
} // namespace

// Jobs that end before they are destroyed, as the server does it.
struct Jobs : jobs::Worker
{
    using jobs::Worker::Worker;
    ~Jobs() override
    {
        QEventLoop loop;
        bool stopped = false;
        stop([&] {
            stopped = true;
            loop.quit();
        });
        if (!stopped)
            loop.exec();
    }
};

// The database layer, the jobs and the audit against a real PostgreSQL.
class TestDatabaseLayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_database = std::make_unique<TestDatabase>();
        db::DatabaseOptions options;
        options.url = m_database->url();
        m_db = std::make_unique<db::Database>(options);
        m_runtime = std::make_unique<Runtime>(Runtime{*m_db, m_settings, m_clock, m_bus, m_cpu});
    }
    void cleanupTestCase()
    {
        m_runtime.reset();
        m_db.reset();
        m_database.reset();
    }

    void everyStatementPrepares();
    void migrationsStartFromEmpty();
    void changedMigrationIsRefused();
    void readsAndWrites();
    void transactionRollsBackWhenDropped();
    void constraintsBecomeErrors();
    void deadlineEndsASlowStatement();
    void cancelEndsASlowStatement();
    void databaseGoesAwayAndComesBack();
    void rememberedAnswersStandOnce();
    void framesAreNumberedForEachUser();
    void eventsKeepTheirOrderOverFailures();
    void oneFailureHoldsBackItsSubjectAlone();
    void timersFireOnceAtTheirMoment();
    void slowTimerHoldsNobodyUp();
    void slowReaderHoldsNobodyUp();
    void whoGaveWayRunsAgainAtOnce();
    void claimsOfAKilledProcessEnd();
    void auditSeesAnyChange();

private:
    CallContextPtr call(qint64 lifeMs = 10'000)
    {
        return std::make_shared<CallContext>(m_clock.now(), m_clock.now().plusMs(lifeMs));
    }
    db::Rows sql(const QByteArray &text)
    {
        auto connection = db::BlockingConnection::open(m_database->url());
        if (!connection)
            qFatal("no connection");
        auto rows = connection->execute(text);
        if (!rows)
            qFatal("%s: %s", text.constData(), connection->lastMessage().constData());
        return std::move(rows).value();
    }
    UserId addUser();
    QCoro::Task<Result<db::Rows>> one(int n) { co_return co_await m_db->read(call(), kOne, n); }
    QCoro::Task<Result<db::Rows>> sleep(CallContextPtr context, double seconds)
    {
        co_return co_await m_db->query(context, kSleep, seconds);
    }
    QCoro::Task<Outcome> inTransaction(std::function<QCoro::Task<Outcome>(db::Transaction)> work, CallContextPtr context = {});
    QCoro::Task<Outcome> putAndDrop();
    QCoro::Task<Result<db::Rows>> put(int id) { co_return co_await m_db->write(call(), kPut, id, "name"); }

    std::unique_ptr<TestDatabase> m_database;
    ManualClock m_clock;
    config::Settings m_settings;
    InProcessBus m_bus;
    CpuPool m_cpu;
    std::unique_ptr<db::Database> m_db;
    std::unique_ptr<Runtime> m_runtime;
};

QCoro::Task<Outcome> TestDatabaseLayer::inTransaction(std::function<QCoro::Task<Outcome>(db::Transaction)> work,
                                                      CallContextPtr context)
{
    if (!context)
        context = call();
    auto tx = co_await m_db->begin(context);
    if (!tx)
        co_return tx.error();
    auto outcome = co_await work(*tx);
    if (!outcome)
        co_return outcome.error();
    co_return co_await tx->commit();
}

UserId TestDatabaseLayer::addUser()
{
    const UserId id = UserId::make(m_clock.now());
    sql("insert into users (id, email, password_hash, role, display_name, card, created_at, updated_at) values ('" + id.toText()
        + "', '" + id.toText() + "@example.org', '-', 'buyer', 'Test', '{}', '2026-01-01Z', '2026-01-01Z')");
    return id;
}

void TestDatabaseLayer::everyStatementPrepares()
{
    auto connection = db::BlockingConnection::open(m_database->url());
    QVERIFY(connection);
    QVERIFY(connection->execute("create table if not exists things (id int primary key, name text)").ok());
    QVERIFY(db::Query::all().size() > 20);
    // Their tables are there only where pgvector is.
    const bool hasEmbeddings = db::examine(db::kEmbeddingSchema, *connection).ok();
    if (hasEmbeddings)
        QVERIFY(db::apply(db::kEmbeddingSchema, m_database->url()).ok());
    else
        qWarning("this PostgreSQL has no pgvector: statements of embeddings are not looked at");
    for (const db::Query *query : db::Query::all()) {
        if (!hasEmbeddings && QByteArrayView(query->name()).startsWith("embeddings."))
            continue;
        const Outcome prepared = connection->prepare("", query->text());
        QVERIFY2(prepared.ok(), QByteArray(QByteArray(query->name()) + ": " + connection->lastMessage()).constData());
    }
}

void TestDatabaseLayer::migrationsStartFromEmpty()
{
    TestDatabase empty(TestDatabase::Kind::Empty);
    const db::Migrator migrator;
    const auto pending = migrator.pending(empty.url());
    QVERIFY(pending.ok());
    QVERIFY(pending->size() >= 8);
    const auto first = migrator.migrate(empty.url());
    QVERIFY2(first.ok(), first.ok() ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->applied.size(), pending->size());
    const auto again = migrator.migrate(empty.url());
    QVERIFY(again.ok());
    QVERIFY(again->applied.isEmpty());
}

void TestDatabaseLayer::changedMigrationIsRefused()
{
    TestDatabase empty(TestDatabase::Kind::Empty);
    std::vector<db::Migration> files = {{1, u"0001_a.sql"_s, "create table a (id int)", "aa"}};
    QVERIFY(db::Migrator(files).migrate(empty.url()).ok());
    files[0].checksum = "bb";
    QVERIFY(!db::Migrator(files).migrate(empty.url()).ok());
    files[0].checksum = "aa";
    files.push_back({2, u"0002_b.sql"_s, "create table broken (", "cc"});
    QVERIFY(!db::Migrator(files).migrate(empty.url()).ok());
    files[1].sql = "create table b (id int)";
    QVERIFY(db::Migrator(files).migrate(empty.url()).ok());
    files.pop_back();
    QVERIFY2(!db::Migrator(files).migrate(empty.url()).ok(), "a database of a newer program is refused");
}

void TestDatabaseLayer::readsAndWrites()
{
    const auto rows = test::await(one(41));
    QVERIFY(rows.ok());
    QCOMPARE(rows->int32(0, 0), 42);
}

QCoro::Task<Outcome> TestDatabaseLayer::putAndDrop()
{
    auto tx = co_await m_db->begin(call());
    if (!tx)
        co_return tx.error();
    auto put = co_await tx->run(kPut, 1, "dropped");
    if (!put)
        co_return put.error();
    co_return ok(); // without commit
}

void TestDatabaseLayer::transactionRollsBackWhenDropped()
{
    sql("truncate things");
    QVERIFY(test::await(putAndDrop()).ok());
    QTRY_COMPARE(sql("select count(*) from things").int32(0, 0), 0);
    QTRY_COMPARE(sql("select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in trans%'")
                     .int32(0, 0),
                 0);
}

void TestDatabaseLayer::constraintsBecomeErrors()
{
    sql("truncate things");
    QVERIFY(test::await(put(7)).ok());
    const auto again = test::await(put(7));
    QVERIFY(!again.ok());
    QCOMPARE(again.code(), ErrorCode::AlreadyExists);
}

void TestDatabaseLayer::deadlineEndsASlowStatement()
{
    QElapsedTimer timer;
    timer.start();
    const auto rows = test::await(sleep(call(200), 20));
    QVERIFY(!rows.ok());
    QCOMPARE(rows.code(), ErrorCode::Timeout);
    QVERIFY(timer.elapsed() < 10'000);
}

void TestDatabaseLayer::cancelEndsASlowStatement()
{
    const CallContextPtr context = call();
    QTimer::singleShot(50, this, [context] { context->cancel(); });
    const auto rows = test::await(sleep(context, 20));
    QVERIFY(!rows.ok());
    QCOMPARE(rows.code(), ErrorCode::Cancelled);
    QTRY_COMPARE(
        sql("select count(*) from pg_stat_activity where query like 'select pg_sleep%' and state = 'active'").int32(0, 0), 0);
}

void TestDatabaseLayer::databaseGoesAwayAndComesBack()
{
    QVERIFY(test::await(one(1)).ok());
    m_database->cutConnections();
    QTRY_VERIFY_WITH_TIMEOUT(test::await(one(1)).ok(), 10'000);
    sql("truncate things");
    QTRY_VERIFY_WITH_TIMEOUT(test::await(put(1)).ok() || sql("select count(*) from things").int32(0, 0) == 1, 10'000);
}

void TestDatabaseLayer::rememberedAnswersStandOnce()
{
    const CallContextPtr context = call();
    context->peerAddress = "127.0.0.1";
    context->idempotency = IdempotencyKey{"key-1", QByteArray(32, 'h')};
    const auto remember = [](db::Transaction tx) -> QCoro::Task<Outcome> { return jobs::remember(tx, 201, "{\"id\":1}"); };
    QVERIFY(test::await(inTransaction(remember, context)).ok());
    const Outcome second = test::await(inTransaction(remember, context));
    QVERIFY(!second.ok());
    QCOMPARE(second.code(), ErrorCode::IdempotencyReplay);
    QCOMPARE(sql("select answer from idempotency_keys where key = 'key-1'").bytes(0, 0), QByteArray("{\"id\":1}"));
}

void TestDatabaseLayer::framesAreNumberedForEachUser()
{
    const UserId anna = addUser();
    const UserId boris = addUser();
    QMutex lock;
    QJsonArray heard;
    const quint64 ear = m_bus.subscribe("ws.events", [&](const QByteArray &payload) {
        const QMutexLocker guard(&lock);
        for (const auto &entry : QJsonDocument::fromJson(payload).array())
            heard.append(entry);
    });
    Jobs worker(*m_runtime);
    worker.start();
    for (int i = 0; i < 3; ++i) {
        QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                    std::vector<UserId> users{anna};
                    if (i != 1)
                        users.push_back(boris);
                    return jobs::pushToUsers(tx, users, "deal", "{\"deal\":" + QByteArray::number(i) + "}");
                })).ok());
    }
    QTRY_COMPARE(heard.size(), 5);
    m_bus.unsubscribe(ear);
    QCOMPARE(sql("select string_agg(seq || ':' || (frame ->> 'deal'), ' ' order by seq) from user_events where user_id = '"
                 + anna.toText() + "'")
                 .bytes(0, 0),
             QByteArray("1:0 2:1 3:2"));
    QCOMPARE(sql("select string_agg(seq || ':' || (frame ->> 'deal'), ' ' order by seq) from user_events where user_id = '"
                 + boris.toText() + "'")
                 .bytes(0, 0),
             QByteArray("1:0 2:2"));
    QCOMPARE(sql("select count(*) from outbox").int32(0, 0), 0);
    const QJsonObject frame = heard.at(0).toObject().value(u"frame"_s).toObject();
    QCOMPARE(frame.value(u"type"_s).toString(), u"deal"_s);
    QCOMPARE(frame.value(u"seq"_s).toInteger(), 1);
}

void TestDatabaseLayer::eventsKeepTheirOrderOverFailures()
{
    QStringList done;
    int otherReader = 0;
    bool failing = true;
    Jobs worker(*m_runtime);
    const auto first = [&](CallContextPtr, jobs::StoredEvent event) -> QCoro::Task<Outcome> {
        const auto outcome = [](bool fail) -> QCoro::Task<Outcome> {
            if (fail)
                co_return Error{ErrorCode::Unavailable, {}, u"on purpose"_s};
            co_return ok();
        };
        if (!failing)
            done.append(QString::fromUtf8(event.event.payload));
        return outcome(failing);
    };
    const auto second = [&](CallContextPtr, jobs::StoredEvent) -> QCoro::Task<Outcome> {
        ++otherReader;
        const auto outcome = []() -> QCoro::Task<Outcome> { co_return ok(); };
        return outcome();
    };
    worker.onEvent("test", "first", first);
    worker.onEvent("test", "second", second);
    for (int i = 0; i < 3; ++i)
        QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                    return jobs::append(tx, {"test", "same", QByteArray::number(i)});
                })).ok());
    worker.start();
    QTRY_COMPARE(sql("select count(*) from outbox where last_error is not null").int32(0, 0), 1);
    failing = false;
    m_clock.advance(5'000);
    worker.poke();
    QTRY_COMPARE(done, (QStringList{u"0"_s, u"1"_s, u"2"_s}));
    QTRY_COMPARE(sql("select count(*) from outbox").int32(0, 0), 0);
    QCOMPARE(otherReader, 3);
}

void TestDatabaseLayer::oneFailureHoldsBackItsSubjectAlone()
{
    QStringList done;
    int failures = 1;
    Jobs worker(*m_runtime);
    worker.onEvent("test", "reader", [&](CallContextPtr, jobs::StoredEvent event) {
        const auto outcome = [](bool fail) -> QCoro::Task<Outcome> {
            if (fail)
                co_return Error{ErrorCode::Unavailable, {}, u"on purpose"_s};
            co_return ok();
        };
        const bool fail = failures > 0 && event.event.payload == "1";
        failures -= fail ? 1 : 0;
        if (!fail)
            done.append(QString::fromUtf8(event.event.key + event.event.payload));
        return outcome(fail);
    });
    QVERIFY(test::await(inTransaction([](db::Transaction tx) -> QCoro::Task<Outcome> {
                for (const char *payload : {"1", "2", "3"}) {
                    for (const char *key : {"a", "b"}) {
                        const jobs::OutboxEvent event{"test", key, payload};
                        CARGO_CO_TRY(co_await jobs::append(tx, event));
                    }
                }
                co_return ok();
            })).ok());
    worker.start();
    QTRY_COMPARE(done, (QStringList{u"b1"_s, u"b2"_s, u"b3"_s}));
    m_clock.advance(1'000);
    worker.poke();
    QTRY_COMPARE(done.mid(3), (QStringList{u"a1"_s, u"a2"_s, u"a3"_s}));
    QTRY_COMPARE(sql("select count(*) from outbox").int32(0, 0), 0);
}

void TestDatabaseLayer::timersFireOnceAtTheirMoment()
{
    Jobs worker(*m_runtime);
    int fired = 0;
    worker.onTimer("test.timer", [&fired](CallContextPtr, Uuid, Timestamp) {
        ++fired;
        const auto outcome = []() -> QCoro::Task<Outcome> { co_return ok(); };
        return outcome();
    });
    const Uuid subject = newUuid(m_clock.now());
    const Timestamp due = m_clock.now().plusMs(60'000);
    QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                return jobs::setTimer(tx, "test.timer", subject, due.plusMs(-30'000));
            })).ok());
    QVERIFY(test::await(inTransaction([=](db::Transaction tx) { return jobs::setTimer(tx, "test.timer", subject, due); })).ok());
    worker.start();
    m_clock.advance(59'999);
    worker.poke();
    QTRY_VERIFY(worker.idle());
    QCOMPARE(fired, 0);
    m_clock.advance(1);
    worker.poke();
    QTRY_COMPARE(fired, 1);
    QTRY_COMPARE(sql("select count(*) from timers where kind = 'test.timer'").int32(0, 0), 0);
    QCOMPARE(fired, 1);
}

void TestDatabaseLayer::slowTimerHoldsNobodyUp()
{
    Jobs worker(*m_runtime);
    bool released = false;
    int slow = 0, quick = 0;
    worker.onTimer("test.slow", [&](CallContextPtr, Uuid, Timestamp) {
        const auto outcome = [](const bool *free, int *done) -> QCoro::Task<Outcome> {
            while (!*free)
                co_await QCoro::sleepFor(std::chrono::milliseconds(5));
            ++*done;
            co_return ok();
        };
        return outcome(&released, &slow);
    });
    worker.onTimer("test.quick", [&](CallContextPtr, Uuid, Timestamp) {
        const auto outcome = [](int *done) -> QCoro::Task<Outcome> {
            ++*done;
            co_return ok();
        };
        return outcome(&quick);
    });
    const Timestamp due = m_clock.now();
    QVERIFY(test::await(inTransaction([=](db::Transaction tx) -> QCoro::Task<Outcome> {
                CARGO_CO_TRY(co_await jobs::setTimer(tx, "test.slow", newUuid(due), due.plusMs(-1)));
                for (int i = 0; i < 20; ++i)
                    CARGO_CO_TRY(co_await jobs::setTimer(tx, "test.quick", newUuid(due), due));
                co_return ok();
            })).ok());
    worker.start();
    QTRY_COMPARE(quick, 20);
    QCOMPARE(slow, 0);
    // One more that comes while it still hangs.
    QVERIFY(
        test::await(inTransaction([=](db::Transaction tx) { return jobs::setTimer(tx, "test.quick", newUuid(due), due); })).ok());
    QTRY_COMPARE(quick, 21);
    QVERIFY(!worker.idle());
    released = true;
    QTRY_COMPARE(slow, 1);
    QTRY_COMPARE(sql("select count(*) from timers where kind in ('test.slow', 'test.quick')").int32(0, 0), 0);
    QCOMPARE(quick, 21);
}

// Only what is of its own subject waits for it, also when its claim would have ended.
void TestDatabaseLayer::slowReaderHoldsNobodyUp()
{
    bool released = false;
    QList<QByteArray> done;
    Jobs worker(*m_runtime);
    const auto release = qScopeGuard([&released] { released = true; });
    const auto outcome = [](const bool *free, QList<QByteArray> *told, jobs::StoredEvent event) -> QCoro::Task<Outcome> {
        while (event.event.payload == "\"slow\"" && !*free)
            co_await QCoro::sleepFor(std::chrono::milliseconds(5));
        told->append(event.event.payload);
        co_return ok();
    };
    worker.onEvent("test.read", "reader",
                   [&](CallContextPtr, jobs::StoredEvent event) { return outcome(&released, &done, std::move(event)); });
    const auto append = [this](QByteArray key, QByteArray payload) {
        return test::await(inTransaction([=](db::Transaction tx) { return jobs::append(tx, {"test.read", key, payload}); })).ok();
    };
    QVERIFY(append("one", "\"slow\""));
    worker.start();
    QTRY_COMPARE(sql("select count(*) from outbox where claimed_by is not null").int32(0, 0), 1);
    QVERIFY(append("one", "\"behind\""));
    QVERIFY(append("other", "\"beside\""));
    QTRY_COMPARE(done, QList<QByteArray>{"\"beside\""});
    const UserId user = addUser();
    QVERIFY(test::await(inTransaction([=](db::Transaction tx) { return jobs::pushToUsers(tx, {user}, "test", "{}"); })).ok());
    QTRY_COMPARE(sql("select count(*) from user_events where user_id = '" + user.toText() + "'").int32(0, 0), 1);
    m_clock.advance(61'000);
    worker.poke();
    QVERIFY(append("other", "\"later\""));
    QTRY_COMPARE(done.size(), 2);
    QCOMPARE(done.back(), QByteArray("\"later\""));
    QVERIFY(!worker.idle());
    released = true;
    QTRY_COMPARE(done.size(), 4);
    QCOMPARE(done.mid(2), (QList<QByteArray>{"\"slow\"", "\"behind\""}));
    QTRY_COMPARE(sql("select count(*) from outbox").int32(0, 0), 0);
    QTRY_VERIFY(worker.idle());
}

void TestDatabaseLayer::whoGaveWayRunsAgainAtOnce()
{
    Jobs worker(*m_runtime);
    int tries = 0;
    const auto outcome = [](int *times) -> QCoro::Task<Outcome> {
        if (++*times < 3)
            co_return Error{ErrorCode::Conflict, {}, u"deadlock"_s};
        co_return ok();
    };
    worker.onTimer("test.deadlock", [&](CallContextPtr, Uuid, Timestamp) { return outcome(&tries); });
    const Timestamp due = m_clock.now();
    QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                return jobs::setTimer(tx, "test.deadlock", newUuid(due), due);
            })).ok());
    worker.start();
    QTRY_COMPARE(sql("select count(*) from timers where kind = 'test.deadlock'").int32(0, 0), 0);
    QCOMPARE(tries, 3);
}

// A process that was killed between claim and work leaves its rows claimed. The next one that is alone takes them at once;
// one that may have company waits until the claims end.
void TestDatabaseLayer::claimsOfAKilledProcessEnd()
{
    const Uuid subject = newUuid(m_clock.now());
    for (const bool alone : {true, false}) {
        QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                    return jobs::append(tx, {"test.claimed", "key", "1"});
                })).ok());
        const Timestamp due = m_clock.now();
        QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                    return jobs::setTimer(tx, "test.claimed", subject, due);
                })).ok());
        const QByteArray end = "to_timestamp(" + QByteArray::number(m_clock.now().unixMs) + " / 1000.0) + interval '1 minute'";
        sql("update outbox set claimed_by = gen_random_uuid(), available_at = " + end);
        sql("update timers set claimed_by = gen_random_uuid(), claimed_until = " + end + " where kind = 'test.claimed'");
        int heard = 0, fired = 0;
        const auto count = [](int *counter) -> QCoro::Task<Outcome> {
            ++*counter;
            co_return ok();
        };
        Jobs worker(*m_runtime);
        worker.onEvent("test.claimed", "reader", [&](CallContextPtr, jobs::StoredEvent) { return count(&heard); });
        worker.onTimer("test.claimed", [&](CallContextPtr, Uuid, Timestamp) { return count(&fired); });
        worker.start(alone);
        if (!alone) {
            worker.poke();
            QTRY_VERIFY(worker.idle());
            QCOMPARE(heard + fired, 0);
            m_clock.advance(61'000);
            worker.poke();
        }
        QTRY_COMPARE(heard, 1);
        QTRY_COMPARE(fired, 1);
        QTRY_COMPARE(sql("select count(*) from outbox").int32(0, 0), 0);
        QTRY_COMPARE(sql("select count(*) from timers where kind = 'test.claimed'").int32(0, 0), 0);
    }
}

void TestDatabaseLayer::auditSeesAnyChange()
{
    const Uuid stream = newUuid(m_clock.now());
    for (int i = 0; i < 4; ++i) {
        QVERIFY(test::await(inTransaction([=](db::Transaction tx) {
                    audit::AuditEvent event{stream, "test.step", std::nullopt, "{\"n\":" + QByteArray::number(i) + "}"};
                    return audit::append(tx, event);
                })).ok());
    }
    auto connection = db::BlockingConnection::open(m_database->url());
    QVERIFY(connection);
    auto report = audit::verify(*connection);
    QVERIFY(report.ok());
    QVERIFY(report->broken.empty());
    QVERIFY(report->entries >= 4);
    QVERIFY2(!connection->execute("update events_audit set action = 'x'").ok(), "the audit refuses changes");
    QVERIFY(connection
                ->execute("alter table events_audit disable trigger all; update events_audit set details = '{}' where seq = 2 "
                          "and stream = '"
                          + stream.toText() + "'; alter table events_audit enable trigger all")
                .ok());
    report = audit::verify(*connection);
    QVERIFY(report.ok());
    QCOMPARE(report->broken.size(), size_t(1));
    QCOMPARE(report->broken.front().seq, 2);
    QCOMPARE(report->broken.front().what, QByteArray("hash"));
}

QTEST_GUILESS_MAIN(TestDatabaseLayer)
#include "tst_database.moc"
