// The private PostgreSQL: made, taken over after a crash, never taken from a server that lives; and the golden files that
// are derived from the migrated schema.
#include "harness/test_database.h"

#include "server/db/blocking.h"
#include "server/db/copy_writer.h"
#include "server/db/embedded_cluster.h"
#include "server/db/migrator.h"
#include "tests/paths.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

using namespace cargo;
using namespace cargo::test;
using namespace Qt::Literals;

namespace {

bool gone(qint64 pid) { return ::kill(pid_t(pid), 0) != 0; }

qint64 pidIn(const QString &folder)
{
    QFile file(folder + u"/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

QString socketFolderOf(const db::EmbeddedCluster &cluster)
{
    return QString::fromUtf8(cluster.url().mid(qstrlen("host=")).split(' ').first());
}

// Another process that runs the cluster, as cargod does; it writes rows until it is killed.
pid_t runInChild(const QString &home, const QString &mark)
{
    const pid_t child = ::fork();
    if (child != 0)
        return child;
    db::EmbeddedCluster cluster({home, 20, true});
    if (!cluster.start().ok())
        ::_exit(1);
    auto connection = db::BlockingConnection::open(cluster.url());
    if (!connection || !connection->execute("create table if not exists marks (n int primary key)"))
        ::_exit(2);
    QFile file(mark);
    if (!file.open(QIODevice::WriteOnly))
        ::_exit(3);
    for (int n = 1;; ++n) {
        if (!connection->run("insert into marks values ($1)", db::Params::of(n)))
            ::_exit(4);
        file.write(QByteArray::number(n) + '\n'); // only after the commit was answered
        file.flush();
    }
}

int lastMark(const QString &mark)
{
    QFile file(mark);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    QByteArray text = file.readAll();
    text.truncate(text.lastIndexOf('\n') < 0 ? 0 : text.lastIndexOf('\n'));
    return text.mid(text.lastIndexOf('\n') + 1).toInt();
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// With CARGO_UPDATE_GOLDEN=1 the files are written instead of compared.
void compareGolden(const QByteArray &actual, const QString &path)
{
    if (qEnvironmentVariableIsSet("CARGO_UPDATE_GOLDEN")) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(actual);
        return;
    }
    const QList<QByteArray> have = actual.split('\n');
    const QList<QByteArray> want = readFile(path).split('\n');
    for (qsizetype i = 0; i < std::min(have.size(), want.size()); ++i) {
        if (have[i] != want[i])
            QFAIL(qPrintable(u"%1 line %2 is «%3», the migrations give «%4»; run this test with CARGO_UPDATE_GOLDEN=1"_s.arg(
                path, QString::number(i + 1), QString::fromUtf8(want[i]), QString::fromUtf8(have[i]))));
    }
    QCOMPARE(have.size(), want.size());
}

} // namespace

class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsStopsAndStartsAgain()
    {
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        qint64 pid = 0;
        QString sockets;
        {
            db::EmbeddedCluster cluster({home.path(), 20, true});
            const Outcome started = cluster.start();
            QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
            pid = cluster.postmasterPid();
            sockets = socketFolderOf(cluster);
            QVERIFY(QFileInfo(sockets).isDir());
            auto connection = db::BlockingConnection::open(cluster.url());
            QVERIFY(connection.ok());
            QCOMPARE(connection->execute("show fsync")->bytes(0, 0), QByteArray("on"));
            QCOMPARE(connection->execute("show listen_addresses")->bytes(0, 0), QByteArray());
            QCOMPARE(connection->execute("show server_encoding")->bytes(0, 0), QByteArray("UTF8"));
            QVERIFY(connection->execute("create table kept (n int)").ok());
            // Nobody else may have it meanwhile.
            db::EmbeddedCluster other({home.path(), 20, true});
            const Outcome refused = other.start();
            QVERIFY(!refused.ok());
            QCOMPARE(refused.code(), ErrorCode::Conflict);
            QVERIFY(!gone(pid));
        }
        QVERIFY(gone(pid));
        QVERIFY(!QFileInfo::exists(sockets));
        // Who only looks whether a server runs makes nothing.
        QVERIFY(!db::EmbeddedCluster({home.path(), 20, true}).attach());
        QVERIFY(!QFileInfo::exists(sockets));
        db::EmbeddedCluster again({home.path(), 20, true});
        QVERIFY(again.start().ok());
        auto connection = db::BlockingConnection::open(again.url());
        QVERIFY(connection->execute("select * from kept").ok());
    }

    void removesSocketFoldersThatKilledServersLeft()
    {
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        db::EmbeddedCluster cluster({home.path(), 20, false});
        QVERIFY(!cluster.attach()); // now it knows its names
        const QString beginning = socketFolderOf(cluster) + QString::number(QCoreApplication::applicationPid());
        const QString left = beginning + u"left"_s, used = beginning + u"used"_s, fresh = beginning + u"fresh"_s;
        for (const QString &folder : {left, used, fresh})
            QVERIFY(QDir().mkdir(folder));
        QFile socket(used + u"/.s.PGSQL.5432"_s);
        QVERIFY(socket.open(QIODevice::WriteOnly));
        for (const QString &folder : {left, used}) {
            const utimbuf longAgo{1'000'000'000, 1'000'000'000};
            QCOMPARE(::utime(QFile::encodeName(folder).constData(), &longAgo), 0);
        }
        const bool started = cluster.start().ok();
        const bool kept = QFileInfo::exists(used) && QFileInfo::exists(fresh);
        QDir(used).removeRecursively();
        QDir().rmdir(fresh);
        QVERIFY(started);
        QVERIFY(kept);
        QVERIFY(!QFileInfo::exists(left));
    }

    void losesNothingWhenKilled_data()
    {
        QTest::addColumn<bool>("killPostmaster");
        QTest::newRow("server killed") << false;
        QTest::newRow("server and postmaster killed") << true;
    }
    void losesNothingWhenKilled()
    {
        QFETCH(bool, killPostmaster);
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        const QString mark = home.filePath(u"mark"_s);
        const pid_t child = runInChild(home.path(), mark);
        QTRY_VERIFY_WITH_TIMEOUT(lastMark(mark) > 100, 60'000);
        const qint64 postmaster = pidIn(home.filePath(u"pg"_s));
        QVERIFY(postmaster > 1);
        if (killPostmaster)
            ::kill(pid_t(postmaster), SIGKILL);
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        const int promised = lastMark(mark);

        db::EmbeddedCluster next({home.path(), 20, true});
        const Outcome started = next.start();
        QVERIFY2(started.ok(), started.ok() ? "" : qPrintable(started.error().detail));
        QVERIFY(next.postmasterPid() != postmaster);
        auto connection = db::BlockingConnection::open(next.url());
        const auto rows = connection->execute("select count(*), max(n) from marks");
        QVERIFY(rows.ok());
        QVERIFY(rows->int32(0, 0) >= promised);
        QCOMPARE(rows->int32(0, 0), rows->int32(0, 1));
    }

    void stopsWithItsKilledServer()
    {
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        const QString mark = home.filePath(u"mark"_s);
        const pid_t child = runInChild(home.path(), mark);
        QTRY_VERIFY_WITH_TIMEOUT(lastMark(mark) > 1, 60'000);
        const qint64 postmaster = pidIn(home.filePath(u"pg"_s));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        QTRY_VERIFY_WITH_TIMEOUT(gone(postmaster) || readFile(u"/proc/%1/stat"_s.arg(postmaster)).contains(") Z"), 20'000);
    }

    void revivesItsDeadPostmaster()
    {
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        db::EmbeddedCluster cluster({home.path(), 20, true});
        QVERIFY(cluster.start().ok());
        const qint64 first = cluster.postmasterPid();
        ::kill(pid_t(first), SIGKILL);
        QTRY_VERIFY_WITH_TIMEOUT(cluster.postmasterPid() != first && cluster.postmasterPid() > 0
                                     && db::BlockingConnection::open(cluster.url()).ok(),
                                 60'000);
        cluster.stop();
        QVERIFY(!db::BlockingConnection::open(cluster.url()).ok());
    }

    void refusesWhatIsNoCluster()
    {
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        QDir().mkpath(home.filePath(u"pg"_s));
        QFile precious(home.filePath(u"pg/precious.txt"_s));
        QVERIFY(precious.open(QIODevice::WriteOnly));
        precious.write("mine");
        precious.close();
        db::EmbeddedCluster cluster({home.path(), 20, true});
        QVERIFY(!cluster.start().ok());
        QCOMPARE(readFile(precious.fileName()), QByteArray("mine"));
    }

    void refusesAnotherVersion()
    {
        QTemporaryDir home;
        QFile::setPermissions(home.path(), QFile::permissions(home.path()) | QFile::ExeOther | QFile::ReadOther);
        QDir().mkpath(home.filePath(u"pg"_s));
        QFile version(home.filePath(u"pg/PG_VERSION"_s));
        QVERIFY(version.open(QIODevice::WriteOnly));
        version.write("9\n");
        version.close();
        db::EmbeddedCluster cluster({home.path(), 20, true});
        const Outcome refused = cluster.start();
        QVERIFY(!refused.ok());
        QVERIFY2(refused.error().detail.contains(u"postgresql-9"_s), qPrintable(refused.error().detail));
    }

    void copyBringsAnyText()
    {
        TestDatabase database(TestDatabase::Kind::Empty);
        auto connection = db::BlockingConnection::open(database.url());
        QVERIFY(connection->execute("create table lines (n int, body text, raw bytea, at timestamptz)").ok());
        const QString odd = u"a\tb\\N\nc\r \\. Ж"_s;
        const Timestamp moment{1'790'000'000'123};
        {
            db::CopyWriter copy(*connection, "lines", "n, body, raw, at");
            for (int n = 0; n < 20'000; ++n) {
                copy.add(n).add(odd);
                n % 2 ? copy.addNull() : copy.addBytes(QByteArray("\0\\\xff", 3));
                copy.add(moment);
                QVERIFY(copy.endRow().ok());
            }
            const auto copied = copy.finish();
            QVERIFY(copied.ok());
            QCOMPARE(*copied, qint64(20'000));
        }
        const auto rows = connection->execute("select body, raw, at, n from lines where n in (0, 19999) order by n");
        QCOMPARE(rows->text(0, 0), odd);
        QCOMPARE(rows->blob(0, 1), QByteArray("\0\\\xff", 3));
        QCOMPARE(rows->timestamp(0, 2), moment);
        QVERIFY(rows->isNull(1, 1));
        {
            db::CopyWriter wrong(*connection, "lines", "n, body");
            wrong.add("not a number").add("x");
            QVERIFY(wrong.endRow().ok());
            QCOMPARE(wrong.finish().code(), ErrorCode::ValidationFailed);
            db::CopyWriter dropped(*connection, "lines", "n");
            dropped.add(1);
            QVERIFY(dropped.endRow().ok());
        }
        QCOMPARE(connection->execute("select count(*) from lines")->int64(0, 0), qint64(20'000));
    }

    void goldenFilesAreFresh()
    {
        TestDatabase database;
        const auto diagram = db::erDiagram(database.url());
        QVERIFY(diagram.ok());
        compareGolden(*diagram, sourceDir() + QStringLiteral("/docs/er-diagram.md"));
        const auto schema = db::dumpSchema(database.url());
        QVERIFY2(schema.ok(), schema.ok() ? "" : qPrintable(schema.error().detail));
        if (!db::EmbeddedCluster::findBinaries().contains(u"/15/"_s))
            QSKIP("other versions of pg_dump print the same schema in other words");
        compareGolden(*schema, sourceDir() + QStringLiteral("/migrations/schema.sql"));
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
