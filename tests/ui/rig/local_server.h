#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>

namespace cargo::test {

// A real cargod for a test: a database of its own in `folder`, on free ports of this machine. It ends with the object.
class LocalServer
{
public:
    explicit LocalServer(const QString &folder);
    ~LocalServer() { end(); }
    // False: this build has none (CARGO_SERVER is off), so that there is nothing to test against.
    static bool built();
    // A setting for the next start(): "CARGO_KYC".
    void set(const QString &name, const QString &value) { m_environment.insert(name, value); }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }
    quint16 port() const { return m_port; }
    // Runs until it answers, with what it had before; it tells people of a break when there is one to tell. False: it does
    // not, and the log of it goes to the test's.
    bool start(const QString &maintenance = {});
    void end();
    bool kill(); // without a word
    // What another command of cargod's prints, on the same data.
    QByteArray run(const QStringList &arguments) const;

private:
    bool answers() const;
    QString m_log;
    quint16 m_port;
    QProcessEnvironment m_environment;
    QProcess m_process;
};

} // namespace cargo::test
