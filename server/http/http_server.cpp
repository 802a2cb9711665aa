#include "server/http/http_server.h"

#include <QHttpServerRequest>
#include <QHttpServerResponder>

namespace cargo::http {

HttpServer::HttpServer(std::unique_ptr<FrontDoor> door, int listener) : m_door(door.get())
{
    m_door->serve = [this](GuardSocket *socket, ExchangePtr exchange) { run(&m_door->pipeline(), socket, std::move(exchange)); };
    m_door->setSocketDescriptor(listener);
    bind(door.release()); // Qt owns it now
}

HttpServer::~HttpServer() = default;

#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
// The responder may go at once: it only tells Qt to read on, and the guard decides what there is to read.
bool HttpServer::handleRequest(const QHttpServerRequest &, QHttpServerResponder &) { return take(); }
#else
bool HttpServer::handleRequest(const QHttpServerRequest &, QTcpSocket *) { return take(); }
#endif

#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
void HttpServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &) {}
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
void HttpServer::missingHandler(const QHttpServerRequest &, QHttpServerResponder &&) {}
#else
void HttpServer::missingHandler(const QHttpServerRequest &, QTcpSocket *) {}
#endif

// Qt parses inside the same readyRead in which the guard called itself current.
bool HttpServer::take()
{
    GuardSocket *socket = m_door->takeCurrent();
    if (!socket)
        return true;
    if (ExchangePtr exchange = socket->takeReady())
        run(&m_door->pipeline(), socket, std::move(exchange));
    return true;
}

QCoro::Task<void> HttpServer::run(Pipeline *pipeline, QPointer<GuardSocket> socket, ExchangePtr exchange)
{
    Response response = co_await pipeline->handle(exchange);
    if (socket)
        socket->answer(exchange, std::move(response));
}

} // namespace cargo::http
