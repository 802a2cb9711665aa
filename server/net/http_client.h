#pragma once

#include "server/core/call_context.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QUrl>

#include <utility>
#include <vector>

namespace cargo::net {

struct HttpCall
{
    QByteArray verb = "GET";
    QUrl url;
    std::vector<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    int timeoutMs = 15'000; // without a byte in or out
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
    QCoro::Task<HttpReply> send(HttpCall call);

private:
    QNetworkAccessManager m_network;
    qint64 m_answerMaxBytes;
};

} // namespace cargo::net
