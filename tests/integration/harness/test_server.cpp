#include "harness/test_server.h"

#include "server/db/blocking.h"

namespace cargo::test {

TestServer::TestServer(Change change)
{
    m_settings.listen = "127.0.0.1:0";
    m_settings.opsListen = "127.0.0.1:0";
    m_settings.threads = 2;
    m_settings.dataDir = m_folder.path();
    m_settings.databaseUrl = m_database.url();
    m_settings.logLevel = "warning";
    if (change)
        change(m_settings);
    start();
}

TestServer::~TestServer() { m_app->stop(); }

void TestServer::start()
{
    m_app = std::make_unique<App>(m_settings, m_clock);
    if (const Outcome started = m_app->start(); !started)
        qFatal("the server does not start: %s %s", qPrintable(started.error().field), qPrintable(started.error().detail));
}

void TestServer::restart()
{
    m_app->stop();
    m_app.reset();
    start();
}

void TestServer::advance(qint64 ms)
{
    m_clock.advance(ms);
    m_app->pokeJobs();
}

db::Rows TestServer::sql(const QByteArray &text)
{
    auto connection = db::BlockingConnection::open(m_database.url());
    if (!connection)
        qFatal("no connection: %s", qPrintable(connection.error().detail));
    auto rows = connection->execute(text);
    if (!rows)
        qFatal("%s: %s", text.constData(), connection->lastMessage().constData());
    return std::move(*rows);
}

SessionId TestServer::session(UserId user)
{
    const SessionId id = SessionId::make(m_clock.now());
    const QByteArray now = '\'' + m_clock.now().toRfc3339() + "'::timestamptz";
    sql("insert into sessions (id, user_id, user_agent, address, created_at, last_used_at, expires_at, step_up_until) values ('"
        + id.toText() + "', '" + user.toText() + "', '', '', " + now + ", " + now + ", " + now + " + interval '1 year', " + now
        + " + interval '1 year')");
    return id;
}

} // namespace cargo::test
