#pragma once

#include "server/http/guard_socket.h"

#include <QAbstractHttpServer>
#include <QPointer>

namespace cargo::http {

// The Qt HTTP server of one thread, behind its front door. Called for each request, it takes what the guard has parsed, runs
// the pipeline, and lets the guard write: no QHttpServerResponder is ever kept, because it does not survive a client that
// hangs up.
class HttpServer final : public QAbstractHttpServer
{
    Q_OBJECT
public:
    // `listener` is a listening descriptor and belongs to the server from now on.
    HttpServer(std::unique_ptr<FrontDoor> door, int listener);
    ~HttpServer() override;
    FrontDoor &door() { return *m_door; }

protected:
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    bool handleRequest(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#else
    bool handleRequest(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &responder) override;
#elif QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    void missingHandler(const QHttpServerRequest &request, QHttpServerResponder &&responder) override;
#else
    void missingHandler(const QHttpServerRequest &request, QTcpSocket *socket) override;
#endif

private:
    bool take();
    static QCoro::Task<void> run(Pipeline *pipeline, QPointer<GuardSocket> socket, ExchangePtr exchange);

    FrontDoor *m_door;
};

} // namespace cargo::http
