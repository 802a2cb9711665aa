#pragma once

#include "harness/http_client.h"
#include "harness/test_database.h"
#include "harness/ws_client.h"

#include "server/app.h"
#include "server/db/rows.h"

#include <QTemporaryDir>

#include <functional>

namespace cargo::test {

// The whole server in this process: real sockets on free ports, a database of its own, time in the test's hands. What
// would fail at start ends the program with the reason.
class TestServer
{
public:
    using Change = std::function<void(config::Settings &)>;
    explicit TestServer(Change change = {});
    ~TestServer();
    TestServer(const TestServer &) = delete;
    TestServer &operator=(const TestServer &) = delete;

    TestDatabase &database() { return m_database; }
    ManualClock &clock() { return m_clock; }
    App &app() { return *m_app; }
    quint16 port() const { return m_app->port(); }
    QByteArray url() const { return QByteArray("http://127.0.0.1:").append(QByteArray::number(port())); }
    QByteArray opsUrl() const { return QByteArray("http://127.0.0.1:").append(QByteArray::number(m_app->opsPort())); }

    // Moves the clock and lets the jobs look at once.
    void advance(qint64 ms);
    // Stops and starts again on the same database and data folder; ports change.
    void restart();
    QString dataDir() const { return m_folder.path(); }
    // A statement of the test's own, to arrange or to look.
    db::Rows sql(const QByteArray &text);
    // A session of somebody who is in the table, who has shown his second factor for a year to come: for tests that make their
    // tokens themselves.
    SessionId session(UserId user);

private:
    void start();

    TestDatabase m_database;
    QTemporaryDir m_folder;
    ManualClock m_clock;
    config::Settings m_settings;
    std::unique_ptr<App> m_app;
};

} // namespace cargo::test
