#include "harness/test_database.h"

#include "server/db/blocking.h"
#include "server/db/embedded_cluster.h"
#include "server/db/migrator.h"
#include "tests/paths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryFile>
#include <QThread>

#include <csignal>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cargo::test {

using namespace Qt::Literals;

namespace {

// Short and outside the source tree: the database's user must be able to enter it.
QString clusterHome()
{
    const QByteArray hash = QCryptographicHash::hash(binDir().toUtf8(), QCryptographicHash::Sha256).toHex().left(10);
    return u"/tmp/cargo-tests-%1-%2"_s.arg(geteuid()).arg(QString::fromLatin1(hash));
}

int openLocked(const QString &path, int how)
{
    const int fd = open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0 || flock(fd, how) != 0)
        qFatal("cannot lock %s", qPrintable(path));
    return fd;
}

template <typename T>
T must(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, errorWord(result.code()), qPrintable(result.error().detail));
    return std::move(result).value();
}

// The postmaster outlives the program that started it, so it is started by hand and not as a child of EmbeddedCluster.
void startDetached(const QString &home)
{
    db::EmbeddedCluster cluster({home, 300, false});
    if (const Outcome started = cluster.start(); !started)
        qFatal("test cluster: %s", qPrintable(started.error().detail));
    // Stop ours, then start the same cluster detached, with its socket beside its data: the folder of ours is gone with it.
    const QString folder = cluster.folder();
    cluster.stop();
    QFile url(home + u"/url"_s);
    if (!url.open(QIODevice::WriteOnly) || url.write("host=" + QFile::encodeName(folder) + " user=cargo dbname=cargo") < 0)
        qFatal("cannot write the test cluster's url");
    url.close();
    QProcess starter;
    const QString binaries = db::EmbeddedCluster::findBinaries();
    struct stat owner
    {
    };
    stat(QFile::encodeName(folder).constData(), &owner);
    starter.setChildProcessModifier([owner] {
        if (geteuid() == 0 && (setgid(owner.st_gid) != 0 || setuid(owner.st_uid) != 0))
            _exit(126);
    });
    starter.setWorkingDirectory(u"/"_s);
    starter.setStandardOutputFile(u"/dev/null"_s);
    starter.setStandardErrorFile(u"/dev/null"_s);
    starter.start(binaries + u"/pg_ctl"_s,
                  {u"-D"_s, folder, u"-l"_s, folder + u"/tests.log"_s, u"-o"_s, u"-k "_s + folder, u"-w"_s, u"start"_s});
    if (!starter.waitForFinished(60'000) || starter.exitCode() != 0)
        qFatal("test cluster does not start");
}

QByteArray clusterUrl(const QString &home)
{
    QFile file(home + u"/url"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The reaper: a small shell that waits until no test program has held its lease for two seconds, then stops the postmaster.
// It keeps the lease until that is gone, so that who comes meanwhile waits and starts a new one.
void startReaper(const QString &home)
{
    QFile pidFile(home + u"/pg/postmaster.pid"_s);
    if (!pidFile.open(QIODevice::ReadOnly))
        return;
    const QByteArray pid = pidFile.readLine().trimmed();
    const QString script =
        u"exec 9>'%1/lease'; sleep 3; while :; do flock -x 9; flock -u 9; sleep 2; flock -xn 9 && break; done; "
        "kill -INT %2; i=0; while [ $i -lt 100 ] && kill -0 %2 2>/dev/null; do sleep 0.1; i=$((i+1)); done"_s.arg(
            home, QString::fromLatin1(pid));
    QProcess reaper;
    reaper.setProgram(u"sh"_s);
    reaper.setArguments({u"-c"_s, script});
    reaper.setStandardInputFile(QProcess::nullDevice());
    reaper.setStandardOutputFile(QProcess::nullDevice());
    reaper.setStandardErrorFile(QProcess::nullDevice());
    reaper.startDetached();
}

} // namespace

TestDatabase::TestDatabase(Kind kind)
{
    const QString home = clusterHome();
    QDir().mkpath(home);
    chmod(QFile::encodeName(home).constData(), 0755);
    const int lock = openLocked(home + u"/lock"_s, LOCK_EX);
    m_lease = openLocked(home + u"/lease"_s, LOCK_SH);
    QByteArray url = clusterUrl(home);
    if (url.isEmpty() || !db::BlockingConnection::open(db::withDatabase(url, "postgres"))) {
        startDetached(home);
        startReaper(home);
        url = clusterUrl(home);
    }
    m_adminUrl = db::withDatabase(url, "postgres");
    auto admin = must(db::BlockingConnection::open(m_adminUrl), "test cluster");
    QByteArray source = "template0";
    if (kind == Kind::Migrated) {
        source = "cargo_" + db::Migrator::fingerprint(db::Migrator::builtIn()).left(16);
        const auto there = must(admin.run("select 1 from pg_database where datname = $1", db::Params::of(source)), "templates");
        if (there.empty()) {
            const QByteArray fresh = source + "_new";
            must(admin.execute("drop database if exists " + fresh), "template");
            must(admin.execute("create database " + fresh + " template template0"), "template");
            must(db::Migrator().migrate(db::withDatabase(url, fresh)), "migrations");
            must(admin.execute("alter database " + fresh + " rename to " + source), "template");
        }
    }
    m_name = "t" + QByteArray::number(qint64(getpid())) + '_' + QByteArray::number(qint64(reinterpret_cast<quintptr>(this)), 36);
    must(admin.execute("create database " + m_name + " template " + source), "create database");
    m_url = db::withDatabase(url, m_name);
    close(lock);
}

TestDatabase::~TestDatabase()
{
    if (auto admin = db::BlockingConnection::open(m_adminUrl))
        static_cast<void>(admin->execute("drop database if exists " + m_name + " with (force)"));
    close(m_lease);
}

void TestDatabase::cutConnections()
{
    auto admin = must(db::BlockingConnection::open(m_adminUrl), "test cluster");
    must(admin.run("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1", db::Params::of(m_name)), "cut");
}

} // namespace cargo::test
