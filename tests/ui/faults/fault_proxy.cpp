#include "fault_proxy.h"

#include <QTimer>

namespace cargo::test {

FaultProxy::FaultProxy(quint16 target, QObject *parent) : QObject(parent), m_target(target)
{
    connect(&m_server, &QTcpServer::newConnection, this, &FaultProxy::accept);
    m_server.listen(QHostAddress::LocalHost);
}

void FaultProxy::set(Fault fault, const QByteArray &where, int times)
{
    m_fault = fault;
    m_where = where;
    m_times = times;
}

int FaultProxy::seen(const QByteArray &where) const
{
    return int(std::count_if(m_lines.begin(), m_lines.end(), [&](const QByteArray &line) { return line.contains(where); }));
}

FaultProxy::Fault FaultProxy::take(const QByteArray &line)
{
    m_lines.push_back(line);
    if (m_fault == Fault::None || m_times == 0 || !line.contains(m_where))
        return Fault::None;
    if (m_times > 0)
        --m_times;
    return m_fault;
}

void FaultProxy::accept()
{
    while (QTcpSocket *app = m_server.nextPendingConnection()) {
        auto way = std::make_shared<Way>();
        way->app = app;
        m_ways.push_back(way);
        connect(app, &QTcpSocket::readyRead, this, [this, way] { fromApp(way); });
        connect(app, &QTcpSocket::disconnected, this, [this, way] {
            if (way->server && way->fault != Fault::LoseAnswer)
                way->server->disconnectFromHost();
            way->app->deleteLater();
            std::erase(m_ways, way);
        });
    }
}

void FaultProxy::fromApp(const std::shared_ptr<Way> &way)
{
    const QByteArray bytes = way->app->readAll();
    if (way->decided) {
        if (way->server)
            way->server->write(bytes);
        return;
    }
    way->request += bytes;
    const qsizetype head = way->request.indexOf("\r\n\r\n");
    if (head < 0)
        return;
    way->decided = true;
    way->socket = way->request.first(head).toLower().contains("upgrade: websocket");
    way->fault = take(way->request.first(way->request.indexOf("\r\n")));
    if (way->fault == Fault::Refuse) {
        way->app->abort();
        return;
    }
    const bool made = way->fault == Fault::Broken || way->fault == Fault::Break || way->fault == Fault::Rubbish
                      || way->fault == Fault::Shapeless;
    if (made) {
        const bool broken = way->fault == Fault::Broken;
        if (way->fault == Fault::Rubbish)
            say(way, "200 OK", "text/html", "<html><body>Sign in to the Wi-Fi of the hotel</body></html>");
        else if (way->fault == Fault::Shapeless)
            say(way, "200 OK", "application/json", R"({"items":{"a":1},"id":7})");
        else
            say(way, broken ? "500 Internal Server Error" : "503 Service Unavailable", "application/problem+json",
                broken ? R"({"code":"internal"})" : R"({"code":"unavailable"})");
        return;
    }
    way->server = new QTcpSocket(this);
    connect(way->server, &QTcpSocket::readyRead, this, [this, way] { fromServer(way); });
    connect(way->server, &QTcpSocket::disconnected, this, [this, way] { ended(way); });
    connect(way->server, &QTcpSocket::errorOccurred, this, [this, way] { ended(way); });
    way->server->connectToHost(QHostAddress::LocalHost, m_target);
    QByteArray request = way->request;
    if (!way->socket) { // the next request comes on a connection of its own
        request.replace("Connection: Keep-Alive\r\n", "Connection: close\r\n");
        request.replace("connection: keep-alive\r\n", "Connection: close\r\n");
    }
    way->server->write(request);
}

void FaultProxy::fromServer(const std::shared_ptr<Way> &way)
{
    const QByteArray bytes = way->server->readAll();
    if (way->fault == Fault::None) {
        if (way->app)
            way->app->write(bytes);
        return;
    }
    way->answer += bytes;
}

void FaultProxy::ended(const std::shared_ptr<Way> &way)
{
    if (!way->server)
        return;
    if (way->server->bytesAvailable() > 0)
        fromServer(way);
    way->server->disconnect(this);
    way->server->deleteLater();
    way->server = nullptr;
    if (!way->app)
        return;
    const qsizetype body = way->answer.indexOf("\r\n\r\n") + 4;
    switch (way->fault) {
    case Fault::Hold: m_held.push_back(way); return;
    case Fault::Slow: dribble(way, 0); return;
    case Fault::LoseAnswer: way->app->abort(); return;
    case Fault::Cut: way->app->write(way->answer.first(body + (way->answer.size() - body) / 2)); break;
    case Fault::Truncate: {
        const QByteArray half = way->answer.mid(body, (way->answer.size() - body) / 2);
        say(way, "200 OK", "application/json", half);
        return;
    }
    default: break;
    }
    way->app->disconnectFromHost();
}

void FaultProxy::say(const std::shared_ptr<Way> &way, const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    way->app->write("HTTP/1.1 " + status + "\r\nContent-Type: " + type
                    + "\r\nX-Request-Id: 01936000-0000-7000-8000-00000000beef\r\nConnection: close\r\nContent-Length: "
                    + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    way->app->disconnectFromHost();
}

void FaultProxy::dribble(const std::shared_ptr<Way> &way, qsizetype at)
{
    if (!way->app)
        return;
    if (at >= way->answer.size()) {
        way->app->disconnectFromHost();
        return;
    }
    const qsizetype piece = qMax<qsizetype>(1, way->answer.size() / 40);
    way->app->write(way->answer.mid(at, piece));
    way->app->flush();
    QTimer::singleShot(1, this, [this, way, at, piece] { dribble(way, at + piece); });
}

void FaultProxy::release()
{
    const auto held = std::exchange(m_held, {});
    for (const auto &way : held) {
        if (!way->app)
            continue;
        way->app->write(way->answer);
        way->app->disconnectFromHost();
    }
}

void FaultProxy::cutAll()
{
    const auto ways = m_ways;
    for (const auto &way : ways) {
        if (way->app)
            way->app->abort();
    }
}

} // namespace cargo::test
