#include "server/net/http_client.h"

#include <QCoroNetworkReply>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QThreadStorage>
#include <QTimer>

#include <memory>

namespace cargo::net {

namespace {
struct DeleteLater
{
    void operator()(QNetworkReply *reply) const { reply->deleteLater(); }
};
} // namespace

QByteArray HttpReply::header(const QByteArray &lowerName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerName)
            return value;
    }
    return {};
}

HttpClient::HttpClient(qint64 answerMaxBytes) : m_answerMaxBytes(answerMaxBytes)
{
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_network.setAutoDeleteReplies(false);
}

HttpClient &HttpClient::ofThread()
{
    constexpr qint64 kAnswerBytes = 32 * 1024 * 1024;
    static QThreadStorage<HttpClient *> clients;
    if (!clients.hasLocalData())
        clients.setLocalData(new HttpClient(kAnswerBytes));
    return *clients.localData();
}

QCoro::Task<HttpReply> HttpClient::send(HttpCall call)
{
    QNetworkRequest request(call.url);
    request.setTransferTimeout(call.timeoutMs);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (call.tls)
        request.setSslConfiguration(*call.tls);
    for (const auto &[name, value] : call.headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply, DeleteLater> reply(m_network.sendCustomRequest(request, call.verb, call.body));
    QNetworkReply *running = reply.get();
    QObject::connect(running, &QNetworkReply::downloadProgress, running, [running, most = m_answerMaxBytes](qint64 have, qint64) {
        if (have > most)
            running->abort();
    });
    if (call.wholeMs > 0)
        QTimer::singleShot(call.wholeMs, running, [running] { running->abort(); });
    co_await running;
    HttpReply answer;
    answer.status = running->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    // Cut off in the middle, or by us: as if nothing had come.
    if (running->error() == QNetworkReply::OperationCanceledError || running->error() == QNetworkReply::RemoteHostClosedError)
        answer.status = 0;
    if (answer.status == 0) {
        answer.error = running->errorString().toUtf8();
        co_return answer;
    }
    answer.body = running->readAll();
    const auto headers = running->rawHeaderPairs();
    for (const auto &[name, value] : headers)
        answer.headers.emplace_back(name.toLower(), value);
    co_return answer;
}

} // namespace cargo::net
