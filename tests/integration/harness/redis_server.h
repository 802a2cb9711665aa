#pragma once

#include <QByteArray>
#include <QProcess>
#include <QTemporaryDir>

namespace cargo::test {

// A real Redis on a socket of its own, without a port and without a file; it dies with the test.
class RedisServer
{
public:
    explicit RedisServer(QByteArray password = {});
    ~RedisServer() { kill(); }
    RedisServer(const RedisServer &) = delete;
    RedisServer &operator=(const RedisServer &) = delete;

    QByteArray url() const;
    // Ready to be asked when it returns. Ends the program when there is no Redis.
    void start();
    void kill();
    // It stands, and answers nobody, until it goes on.
    void freeze();
    void thaw();

private:
    const QByteArray m_password;
    QTemporaryDir m_folder;
    QProcess m_process;
};

} // namespace cargo::test
