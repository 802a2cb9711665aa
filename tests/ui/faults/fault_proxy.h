#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>
#include <memory>
#include <vector>

namespace cargo::test {

// Stands between an app and a real server and spoils what it is told to. One request a connection, so that each can have
// its own fault; WebSockets pass unharmed, or are cut. Everything on loopback, on the thread that made it.
class FaultProxy : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        None,
        Refuse,     // the connection is closed before a byte of an answer
        LoseAnswer, // the server gets the request and does its work; nobody hears of it
        Hold,       // the answer waits for release()
        Cut,        // the head of the answer and half of its body, then the end
        Truncate,   // half of a JSON body, said to be the whole
        Broken,     // 500 with a problem body
        Break,      // 503
        Rubbish,    // 200 with a page of HTML
        Shapeless,  // 200 with JSON of another shape
        Slow        // byte by byte
    };

    explicit FaultProxy(quint16 target, QObject *parent = nullptr);
    quint16 port() const { return m_server.serverPort(); }
    QString url() const { return QStringLiteral("http://127.0.0.1:%1").arg(port()); }
    // For requests whose first line contains `where`; `times` of them, -1: until another call.
    void set(Fault fault, const QByteArray &where = "/", int times = -1);
    void release();
    void cutAll();                           // every open connection, WebSockets too
    int seen(const QByteArray &where) const; // requests so far

private:
    struct Way
    {
        QPointer<QTcpSocket> app;
        QPointer<QTcpSocket> server;
        QByteArray request;
        QByteArray answer;
        Fault fault = Fault::None;
        bool decided = false;
        bool socket = false; // a WebSocket
    };
    void accept();
    void fromApp(const std::shared_ptr<Way> &way);
    void fromServer(const std::shared_ptr<Way> &way);
    void ended(const std::shared_ptr<Way> &way);
    void say(const std::shared_ptr<Way> &way, const QByteArray &status, const QByteArray &type, const QByteArray &body);
    void dribble(const std::shared_ptr<Way> &way, qsizetype at);
    Fault take(const QByteArray &line);

    quint16 m_target;
    QTcpServer m_server;
    Fault m_fault = Fault::None;
    QByteArray m_where;
    int m_times = 0;
    std::vector<QByteArray> m_lines;
    std::vector<std::shared_ptr<Way>> m_ways;
    std::vector<std::shared_ptr<Way>> m_held;
};

} // namespace cargo::test
