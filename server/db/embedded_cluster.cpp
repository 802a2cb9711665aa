#include "server/db/embedded_cluster.h"

#include "server/core/log.h"
#include "server/db/blocking.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <cerrno>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace cargo::db {

using namespace Qt::Literals;

namespace {

constexpr int kInitMs = 300'000; // it syncs a thousand files to a disk that may be slow
constexpr int kStartMs = 60'000;
constexpr int kStopMs = 60'000;
constexpr int kReviveMs = 300;
constexpr int kLeftSeconds = 600;
constexpr QStringView kMoved = u"/var/lib/cargod"; // where the owner of the processes can enter, whoever he is

// Sockets of a user's clusters, each in one that begins so.
QString socketFolders(quint32 uid) { return u"/tmp/cargod-"_s + QString::number(uid) + u'-'; }

// Servers that were killed leave theirs, and nobody may ever start their cluster again. Only empty ones, which rmdir sees to,
// and not fresh ones: a server may be about to put its socket there.
void removeLeftSocketFolders(quint32 uid)
{
    const QFileInfo names(socketFolders(uid) + u'*');
    const QDateTime before = QDateTime::currentDateTime().addSecs(-kLeftSeconds);
    const QFileInfoList folders = names.dir().entryInfoList({names.fileName()}, QDir::Dirs | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        if (folder.lastModified() < before)
            rmdir(QFile::encodeName(folder.filePath()).constData());
    }
}

Error problem(const QString &text) { return Error{ErrorCode::Unavailable, u"data-dir"_s, text}; }

// Whether the owner could enter the folder: asked of a child that has become him, so that every parent counts.
bool canEnter(const QByteArray &folder, quint32 uid, quint32 gid)
{
    const pid_t child = fork();
    if (child == 0) {
        const bool changed = setgid(gid) == 0 && setuid(uid) == 0;
        _exit(changed && access(folder.constData(), X_OK) == 0 ? 0 : 1);
    }
    int status = 1;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// A zombie is dead: in a container nobody may be there to bury it.
bool alive(qint64 pid)
{
    if (pid <= 1 || (kill(pid_t(pid), 0) != 0 && errno != EPERM))
        return false;
    QFile stat(u"/proc/%1/stat"_s.arg(pid));
    return !stat.open(QIODevice::ReadOnly) || !stat.readAll().contains(") Z ");
}

// The pid in postmaster.pid when that process really is a postmaster of this folder.
qint64 postmasterOf(const QString &folder)
{
    QFile file(folder + u"/postmaster.pid"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const qint64 pid = file.readLine().trimmed().toLongLong();
    const QString listed = QString::fromLocal8Bit(file.readLine()).trimmed();
    if (!alive(pid) || QDir(listed) != QDir(folder))
        return 0;
    QFile command(u"/proc/%1/cmdline"_s.arg(pid));
    return command.open(QIODevice::ReadOnly) && command.readAll().contains("postgres") ? pid : 0;
}

bool waitUntilGone(qint64 pid, int ms)
{
    QDeadlineTimer deadline(ms);
    while (alive(pid)) {
        if (deadline.hasExpired())
            return false;
        QThread::msleep(20);
    }
    return true;
}

} // namespace

EmbeddedCluster::EmbeddedCluster(Options options) : m_options(std::move(options)) {}

EmbeddedCluster::~EmbeddedCluster() { stop(); }

QString EmbeddedCluster::findBinaries()
{
    const QDir root(u"/usr/lib/postgresql"_s);
    QStringList versions = root.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(versions.begin(), versions.end(), [](const QString &a, const QString &b) { return a.toDouble() > b.toDouble(); });
    for (const QString &version : std::as_const(versions)) {
        const QString bin = root.filePath(version + u"/bin"_s);
        if (QFileInfo(bin + u"/postgres"_s).isExecutable() && QFileInfo(bin + u"/initdb"_s).isExecutable())
            return bin;
    }
    const QString found = QStandardPaths::findExecutable(u"postgres"_s);
    return found.isEmpty() ? QString() : QFileInfo(found).canonicalPath();
}

Outcome EmbeddedCluster::chooseOwner()
{
    if (geteuid() != 0) {
        m_owner = {geteuid(), getegid(), false, {}};
        return ok();
    }
    for (const char *name : {"postgres", "nobody"}) {
        if (const passwd *entry = getpwnam(name)) {
            m_owner = {entry->pw_uid, entry->pw_gid, true, "/tmp"};
            return ok();
        }
    }
    return problem(u"PostgreSQL does not run as root, and there is no user postgres or nobody to run it as"_s);
}

void EmbeddedCluster::chooseFolder()
{
    const QString wanted = QFileInfo(m_options.dataDir + u"/pg"_s).absoluteFilePath();
    m_folder = wanted;
    if (m_owner.drop && !canEnter(QFile::encodeName(QFileInfo(wanted).path()), m_owner.uid, m_owner.gid)) {
        const QByteArray hash = QCryptographicHash::hash(wanted.toUtf8(), QCryptographicHash::Sha256).toHex().left(16);
        m_folder = kMoved + u'/' + QString::fromLatin1(hash);
        log::warning("cluster.moved",
                     {{"because", "the data directory cannot be entered by the database's user"}, {"folder", m_folder}});
    }
    // Socket paths end at 107 bytes, so the socket has a short folder of its own, named for the cluster.
    const QByteArray hash = QCryptographicHash::hash(m_folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    m_socketFolder = socketFolders(m_owner.uid) + QString::fromLatin1(hash);
}

Outcome EmbeddedCluster::prepareFolder() const
{
    QDir().mkpath(m_folder);
    if (m_folder.startsWith(kMoved))
        chmod(QFile::encodeName(kMoved.toString()).constData(), 0755);
    const QByteArray path = QFile::encodeName(m_folder);
    if (chmod(path.constData(), 0700) != 0 || (m_owner.drop && chown(path.constData(), m_owner.uid, m_owner.gid) != 0))
        return problem(u"cannot prepare "_s + m_folder + u": "_s + qt_error_string(errno));
    return ok();
}

Outcome EmbeddedCluster::prepareSocketFolder() const
{
    const QByteArray socket = QFile::encodeName(m_socketFolder);
    if (mkdir(socket.constData(), 0700) != 0 && errno != EEXIST)
        return problem(u"cannot make "_s + m_socketFolder + u": "_s + qt_error_string(errno));
    if (!ownsSocketFolder())
        return problem(m_socketFolder + u" belongs to somebody else; remove it"_s);
    chmod(socket.constData(), 0700);
    if (m_owner.drop && chown(socket.constData(), m_owner.uid, m_owner.gid) != 0)
        return problem(u"cannot prepare "_s + m_socketFolder);
    return ok();
}

bool EmbeddedCluster::ownsSocketFolder() const
{
    struct stat info
    {
    };
    return lstat(QFile::encodeName(m_socketFolder).constData(), &info) == 0 && S_ISDIR(info.st_mode)
           && (info.st_uid == m_owner.uid || info.st_uid == geteuid());
}

std::unique_ptr<QProcess> EmbeddedCluster::newProcess() const
{
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.remove(u"PGDATA"_s);
    environment.remove(u"PGHOST"_s);
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(u"/"_s);
    const Owner owner = m_owner;
    process->setChildProcessModifier([owner] {
        // A group of its own: Ctrl+C in the terminal reaches the server alone, which then stops the database in order.
        setpgid(0, 0);
        if (owner.drop && (setgroups(0, nullptr) != 0 || setgid(owner.gid) != 0 || setuid(owner.uid) != 0))
            _exit(126);
        // When the server is killed the kernel asks the database for a fast shutdown. After setuid(), which clears it;
        // it counts for the thread that starts us, so that is the main thread.
        prctl(PR_SET_PDEATHSIG, SIGINT);
    });
    return process;
}

Outcome EmbeddedCluster::initialise()
{
    if (QFileInfo::exists(m_folder + u"/PG_VERSION"_s)) {
        QFile version(m_folder + u"/PG_VERSION"_s);
        const QString own = version.open(QIODevice::ReadOnly) ? QString::fromLatin1(version.readAll()).trimmed() : QString();
        const QString binaries = QFileInfo(m_binaries).dir().dirName();
        if (binaries.toInt() > 0 && own != binaries) {
            const QString matching = u"/usr/lib/postgresql/"_s + own + u"/bin"_s;
            if (!QFileInfo(matching + u"/postgres"_s).isExecutable())
                return problem(u"the cluster in "_s + m_folder + u" was made by PostgreSQL "_s + own + u"; install postgresql-"_s
                               + own);
            m_binaries = matching;
        }
        return ok();
    }
    if (!QDir(m_folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot))
        return problem(m_folder + u" holds something that is not a PostgreSQL cluster; move it away"_s);
    log::info("cluster.create", {{"folder", m_folder}});
    auto process = newProcess();
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(m_binaries + u"/initdb"_s, {u"-D"_s, m_folder, u"-U"_s, u"cargo"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s,
                                               u"--auth=trust"_s, u"--no-instructions"_s});
    if (!process->waitForFinished(kInitMs) || process->exitCode() != 0) {
        const QString said = QString::fromLocal8Bit(process->readAll()).right(600).trimmed();
        process->kill();
        process->waitForFinished(1000);
        QDir(m_folder).removeRecursively(); // it was empty: half a cluster would be taken for a whole one next time
        const ErrorCode code = said.contains("No space left"_L1) ? ErrorCode::StorageFull : ErrorCode::Unavailable;
        return Error{code, u"data-dir"_s, u"initdb failed: "_s + said};
    }
    return ok();
}

Outcome EmbeddedCluster::writeConfiguration() const
{
    QByteArray text(
        "# Written by cargod at every start.\n"
        "listen_addresses = ''\nunix_socket_permissions = 0700\nshared_buffers = 128MB\n"
        "effective_cache_size = 1GB\nwork_mem = 16MB\nmaintenance_work_mem = 128MB\nwal_compression = on\n"
        "max_wal_size = 2GB\nrecovery_init_sync_method = syncfs\ncheckpoint_timeout = 15min\nrandom_page_cost = 1.1\njit = off\n"
        "log_min_messages = warning\nlogging_collector = off\ntimezone = 'UTC'\n");
    text += "unix_socket_directories = '" + QFile::encodeName(m_socketFolder) + "'\n";
    text += "max_connections = " + QByteArray::number(m_options.maxConnections) + '\n';
    if (!m_options.fsync)
        text += "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n";
    QFile file(m_folder + u"/postgresql.auto.conf"_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.flush())
        return Error{ErrorCode::StorageFull, u"data-dir"_s, u"cannot write "_s + file.fileName() + u": "_s + file.errorString()};
    if (m_owner.drop && fchown(file.handle(), m_owner.uid, m_owner.gid) != 0)
        return problem(u"cannot give "_s + file.fileName() + u" to the database's user"_s);
    return ok();
}

Outcome EmbeddedCluster::stopStale()
{
    const qint64 pid = postmasterOf(m_folder);
    if (pid == 0) {
        // PostgreSQL removes a stale file itself, unless the pid lives on as something else.
        QFile::remove(m_folder + u"/postmaster.pid"_s);
        QFile::remove(m_socketFolder + u"/.s.PGSQL.5432.lock"_s);
        return ok();
    }
    log::warning("cluster.stale", {{"pid", pid}});
    kill(pid_t(pid), SIGINT);
    if (!waitUntilGone(pid, kStopMs))
        return problem(u"a PostgreSQL server (pid %1) still uses %2 and does not stop"_s.arg(pid).arg(m_folder));
    return ok();
}

QByteArray EmbeddedCluster::logTail() const
{
    QFile file(m_folder + u"/server.log"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max<qint64>(0, file.size() - 800));
    return file.readAll().trimmed();
}

Outcome EmbeddedCluster::waitUntilReady()
{
    QDeadlineTimer deadline(kStartMs);
    const QByteArray url = withDatabase(this->url(), "postgres");
    for (;;) {
        if (BlockingConnection::open(url).ok())
            return ok();
        if (m_process->state() == QProcess::NotRunning || m_process->waitForFinished(0)) {
            const QByteArray said = logTail();
            const ErrorCode code = said.contains("No space left") ? ErrorCode::StorageFull : ErrorCode::Unavailable;
            return Error{code, u"data-dir"_s, u"PostgreSQL ended at start: "_s + QString::fromLocal8Bit(said)};
        }
        if (deadline.hasExpired())
            return problem(u"PostgreSQL does not take connections: "_s + QString::fromLocal8Bit(logTail()));
        QThread::msleep(20);
    }
}

Outcome EmbeddedCluster::createDatabase()
{
    auto connection = BlockingConnection::open(withDatabase(url(), "postgres"));
    if (!connection)
        return connection.error();
    auto exists = connection->execute("select 1 from pg_database where datname = 'cargo'");
    if (!exists)
        return exists.error();
    if (!exists->empty())
        return ok();
    auto made = connection->execute("create database cargo");
    return made ? ok() : Outcome(made.error());
}

Outcome EmbeddedCluster::start()
{
    m_binaries = findBinaries();
    if (m_binaries.isEmpty())
        return problem(u"no PostgreSQL server was found; install the package postgresql, or set CARGO_DATABASE_URL"_s);
    QDir().mkpath(m_options.dataDir);
    m_lock = std::make_unique<QLockFile>(m_options.dataDir + u"/pg.lock"_s);
    m_lock->setStaleLockTime(0); // it ends with its process, never by age
    if (!m_lock->tryLock(1000)) {
        m_lock.reset();
        return Error{ErrorCode::Conflict, u"data-dir"_s, u"another server runs with the data directory "_s + m_options.dataDir};
    }
    CARGO_TRY(chooseOwner());
    chooseFolder();
    removeLeftSocketFolders(m_owner.uid);
    CARGO_TRY(prepareFolder());
    CARGO_TRY(initialise());
    CARGO_TRY(stopStale());
    CARGO_TRY(writeConfiguration());
    CARGO_TRY(launchPatiently());
    CARGO_TRY(createDatabase());
    log::info("cluster.started", {{"folder", m_folder}, {"pid", qint64(m_process->processId())}});
    return ok();
}

Outcome EmbeddedCluster::launchPatiently()
{
    Outcome launched = launch();
    // The sessions of a postmaster that was killed need a moment to notice; until then they hold its shared memory.
    for (int i = 0; i < 50 && !launched && launched.error().detail.contains("still in use"_L1); ++i) {
        QThread::msleep(100);
        launched = launch();
    }
    if (launched)
        supervise();
    return launched;
}

void EmbeddedCluster::supervise()
{
    QObject::connect(m_process.get(), &QProcess::finished, &m_supervisor, [this](int code) {
        if (!m_lock)
            return; // stop() asked for it
        log::error("cluster.died", {{"code", code}, {"folder", m_folder}});
        QTimer::singleShot(kReviveMs, &m_supervisor, [this] { revive(); });
    });
}

void EmbeddedCluster::revive()
{
    Outcome revived = stopStale();
    if (revived)
        revived = launchPatiently();
    if (revived) {
        log::info("cluster.revived", {{"pid", qint64(m_process->processId())}});
        return;
    }
    log::error("cluster.not_revived", {{"because", revived.error().detail.right(200)}});
    QTimer::singleShot(10 * kReviveMs, &m_supervisor, [this] { revive(); });
}

Outcome EmbeddedCluster::launch()
{
    CARGO_TRY(prepareSocketFolder());
    m_process = newProcess();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->setStandardOutputFile(m_folder + u"/server.log"_s);
    m_process->start(m_binaries + u"/postgres"_s, {u"-D"_s, m_folder});
    if (!m_process->waitForStarted(kStartMs))
        return problem(u"cannot start PostgreSQL: "_s + m_process->errorString());
    return waitUntilReady();
}

bool EmbeddedCluster::attach()
{
    m_binaries = findBinaries();
    if (!chooseOwner())
        return false;
    chooseFolder();
    // Somebody else's folder of that name would let him stand between us and the database.
    return postmasterOf(m_folder) != 0 && ownsSocketFolder() && BlockingConnection::open(url()).ok();
}

void EmbeddedCluster::stop()
{
    const std::unique_ptr<QLockFile> lock = std::move(m_lock); // released last
    if (!lock)
        return;
    if (m_process && m_process->state() != QProcess::NotRunning) {
        kill(pid_t(m_process->processId()), SIGINT);
        if (!m_process->waitForFinished(kStopMs)) {
            log::error("cluster.stop", {{"because", "it did not stop in time"}});
            kill(pid_t(m_process->processId()), SIGQUIT);
            m_process->waitForFinished(5000);
        }
        m_process.reset();
    }
    rmdir(QFile::encodeName(m_socketFolder).constData()); // stays when a process that would not stop keeps its socket there
}

QByteArray EmbeddedCluster::url() const { return "host=" + QFile::encodeName(m_socketFolder) + " user=cargo dbname=cargo"; }

} // namespace cargo::db
