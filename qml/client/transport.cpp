#include "qml/client/transport.h"

#include <QNetworkReply>

namespace cargo::client {

NetworkTransport::NetworkTransport()
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // a token never follows a redirect
}

void NetworkTransport::send(const HttpRequest &request, std::function<void(const HttpAnswer &)> done)
{
    QNetworkRequest outgoing(request.url);
    for (const auto &[name, value] : request.headers)
        outgoing.setRawHeader(name, value);
    outgoing.setTransferTimeout(request.timeoutMs);
    QNetworkReply *reply = m_network.sendCustomRequest(outgoing, request.method, request.body);
    if (request.progress) {
        QObject::connect(reply, &QNetworkReply::uploadProgress, reply, [progress = request.progress](qint64 sent, qint64 total) {
            if (total > 0)
                progress(double(sent) / double(total));
        });
    }
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, done = std::move(done)] {
        HttpAnswer answer;
        answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        answer.body = reply->readAll();
        answer.timedOut =
            reply->error() == QNetworkReply::OperationCanceledError || reply->error() == QNetworkReply::TimeoutError;
        if (answer.timedOut)
            answer.status = 0; // the head came, the body did not
        answer.retryAfterS = reply->rawHeader("Retry-After").toInt();
        reply->deleteLater();
        done(answer);
    });
}

} // namespace cargo::client
