#pragma once

#include "server/core/call_context.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUrl>

#include <memory>
#include <utility>
#include <vector>

namespace cargo::net {

struct HttpCall
{
    QByteArray verb = "GET";
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int timeoutMs = 15'000;                       // without a byte in or out
    int wholeMs = 0;                              // in all; 0: as long as bytes come
    std::shared_ptr<const QSslConfiguration> tls; // null: the system's authorities
};

struct HttpReply
{
    int status = 0; // 0: no answer came, though the call may have arrived
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; // names in lower case
    QByteArray error;                                       // when no answer came

    QByteArray header(const QByteArray &lowerName) const;
};

// Calls to outside providers: no redirects followed, no cookies, answers bounded. Belongs to one thread.
class HttpClient
{
public:
    explicit HttpClient(qint64 answerMaxBytes = 4 * 1024 * 1024);
    // The calling thread's own, for what serves several threads; gone with the thread.
    static HttpClient &ofThread();
    QCoro::Task<HttpReply> send(HttpCall call);

private:
    QNetworkAccessManager m_network;
    qint64 m_answerMaxBytes;
};

} // namespace cargo::net
