#include "tests/ui/rig/local_server.h"

#include "tests/paths.h"
#include "tests/ui/rig/bodies.h"

#include <QEventLoop>
#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>

#include <memory>

namespace cargo::test {
namespace {

constexpr int kStartMs = 90'000; // of a sanitizer's server on a busy machine
constexpr int kEndMs = 20'000;

QString program() { return qEnvironmentVariable("CARGO_TEST_CARGOD", binDir() + QStringLiteral("/cargod")); }

} // namespace

bool LocalServer::built()
{
#ifdef CARGO_HAS_SERVER
    return true;
#else
    return false;
#endif
}

LocalServer::LocalServer(const QString &folder)
    : m_log(folder + QStringLiteral("/server.log")), m_port(freePort()), m_environment(QProcessEnvironment::systemEnvironment())
{
    const QString host = QStringLiteral("127.0.0.1:%1");
    m_environment.insert(QStringLiteral("CARGO_LISTEN"), host.arg(m_port));
    m_environment.insert(QStringLiteral("CARGO_OPS_LISTEN"), host.arg(freePort()));
    m_environment.insert(QStringLiteral("CARGO_DATA_DIR"), folder + QStringLiteral("/server"));
    m_environment.insert(QStringLiteral("CARGO_KYC"), QStringLiteral("auto"));
    m_process.setProcessChannelMode(QProcess::MergedChannels);
}

bool LocalServer::answers() const
{
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(QUrl(url() + QStringLiteral("/api/v1/status")))));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
}

bool LocalServer::start(const QString &maintenance)
{
    end();
    m_environment.insert(QStringLiteral("CARGO_MAINTENANCE"), maintenance);
    m_process.setProcessEnvironment(m_environment);
    m_process.setStandardOutputFile(m_log, QIODevice::Append);
    m_process.start(program(), {QStringLiteral("serve")});
    const auto settled = [this] { return m_process.state() == QProcess::NotRunning || answers(); };
    if (m_process.waitForStarted() && QTest::qWaitFor(settled, kStartMs) && m_process.state() == QProcess::Running)
        return true;
    QFile log(m_log);
    if (log.open(QIODevice::ReadOnly))
        qWarning("%s", log.readAll().right(4000).constData());
    qWarning("cargod: %s", qPrintable(m_process.errorString()));
    return false;
}

void LocalServer::end()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(kEndMs))
        kill();
}

bool LocalServer::kill()
{
    m_process.kill();
    return m_process.waitForFinished(kEndMs);
}

QByteArray LocalServer::run(const QStringList &arguments) const
{
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(program(), arguments);
    process.waitForFinished(kStartMs);
    return process.readAllStandardOutput();
}

} // namespace cargo::test
