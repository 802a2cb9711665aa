#pragma once

#include <QByteArray>
#include <QList>
#include <QNetworkAccessManager>
#include <QPair>
#include <QUrl>

#include <functional>

namespace cargo::client {

struct HttpRequest
{
    QByteArray method;
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int timeoutMs = 15000;                     // without a byte moving
    std::function<void(double)> progress = {}; // of the body, 0…1; may be empty
};

// status 0: no whole answer came (no network, timeout, cut off in the middle).
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    bool timedOut = false;
    int retryAfterS = 0;
    QByteArray etag = {};
    QByteArray requestId = {};
    qint64 serverMs = 0; // of the Date header, whole seconds; 0: none
};

// What carries a request. The apps use the network; pictures of the screens are fed from files below this seam.
class Transport
{
public:
    virtual ~Transport() = default;
    // Calls back exactly once, from the event loop, never before send() returned.
    virtual void send(const HttpRequest &request, std::function<void(const HttpAnswer &)> done) = 0;
};

class NetworkTransport : public Transport
{
public:
    NetworkTransport();
    void send(const HttpRequest &request, std::function<void(const HttpAnswer &)> done) override;

private:
    QNetworkAccessManager m_network;
};

} // namespace cargo::client
