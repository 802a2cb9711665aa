#include "qml/client/transport.h"

#include <QDateTime>
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
        // Errors below 100 are of the line, not of the answer: the head came, the body did not.
        if (answer.timedOut || (reply->error() > 0 && reply->error() < 100))
            answer.status = 0;
        answer.retryAfterS = reply->rawHeader("Retry-After").toInt();
        answer.etag = reply->rawHeader("ETag");
        answer.requestId = reply->rawHeader("X-Request-Id");
        const QDateTime date = QDateTime::fromString(QString::fromLatin1(reply->rawHeader("Date")), Qt::RFC2822Date);
        answer.serverMs = date.isValid() ? date.toMSecsSinceEpoch() : 0;
        reply->deleteLater();
        done(answer);
    });
}

} // namespace cargo::client
