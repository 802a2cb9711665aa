#include "harness/redis_server.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QThread>

#include <csignal>
#include <sys/prctl.h>

namespace cargo::test {

namespace {
constexpr qint64 kPatienceMs = 20'000;

// Debian's redis-tools holds the whole server under the name of a checker: it is what it is called. The package redis-server
// would start one for everybody.
QString program(const QString &folder)
{
    const QString installed = QStandardPaths::findExecutable(QStringLiteral("redis-server"));
    if (!installed.isEmpty())
        return installed;
    const QString called = folder + QStringLiteral("/redis-server");
    QFile::link(QStandardPaths::findExecutable(QStringLiteral("redis-check-rdb")), called);
    return called;
}
} // namespace

RedisServer::RedisServer(QByteArray password) : m_password(std::move(password))
{
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    start();
}

QByteArray RedisServer::url() const
{
    const QByteArray who = m_password.isEmpty() ? QByteArray() : ':' + m_password + '@';
    return "unix://" + who + m_folder.filePath(QStringLiteral("redis")).toUtf8();
}

void RedisServer::start()
{
    QStringList arguments{
        QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--unixsocket"), m_folder.filePath(QStringLiteral("redis")),
        QStringLiteral("--save"), QString(),           QStringLiteral("--appendonly"), QStringLiteral("no"),
        QStringLiteral("--dir"),  m_folder.path()};
    if (!m_password.isEmpty())
        arguments << QStringLiteral("--requirepass") << QString::fromUtf8(m_password);
    m_process.setStandardOutputFile(m_folder.filePath(QStringLiteral("log")));
    m_process.start(program(m_folder.path()), arguments);
    const QDeadlineTimer deadline(kPatienceMs);
    for (;;) {
        QLocalSocket socket;
        socket.connectToServer(m_folder.filePath(QStringLiteral("redis")));
        if (socket.waitForConnected(1'000))
            return;
        if (deadline.hasExpired() || m_process.state() == QProcess::NotRunning)
            qFatal("Redis does not start: %s", qPrintable(m_process.errorString()));
        QThread::msleep(10);
    }
}

void RedisServer::kill()
{
    thaw();
    m_process.kill();
    m_process.waitForFinished();
}

void RedisServer::freeze() { ::kill(pid_t(m_process.processId()), SIGSTOP); }

void RedisServer::thaw()
{
    if (m_process.processId() > 0)
        ::kill(pid_t(m_process.processId()), SIGCONT);
}

} // namespace cargo::test
