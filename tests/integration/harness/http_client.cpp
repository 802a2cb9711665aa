#include "harness/http_client.h"

#include "shared/domain/ids.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QNetworkRequest>

#include <memory>

namespace cargo::test {

namespace {
QByteArray jsonOf(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }
} // namespace

QByteArray HttpAnswer::header(const QByteArray &lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

QJsonObject HttpAnswer::json() const { return QJsonDocument::fromJson(body).object(); }

QString HttpAnswer::text(const QString &path) const
{
    QJsonValue value = json();
    for (const QString &name : path.split(u'.'))
        value = value.toObject().value(name);
    return value.toVariant().toString();
}

HttpAnswer HttpClient::send(const QByteArray &method, const QByteArray &path, const QByteArray &body, const Headers &headers)
{
    QNetworkRequest request(QUrl::fromEncoded(QByteArray(m_base).append(path), QUrl::StrictMode));
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setTransferTimeout(30'000);
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", QByteArray("Bearer ").append(m_token));
    if (!body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    const std::unique_ptr<QNetworkReply> reply(m_network.sendCustomRequest(request, method, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    HttpAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.body = reply->readAll();
    for (const auto &[name, value] : reply->rawHeaderPairs())
        answer.headers.emplace_back(name.toLower(), value);
    return answer;
}

HttpAnswer HttpClient::post(const QByteArray &path, const QJsonObject &body, const Headers &headers)
{
    return send("POST", api(path), jsonOf(body), headers);
}

HttpAnswer HttpClient::put(const QByteArray &path, const QJsonObject &body) { return send("PUT", api(path), jsonOf(body)); }

HttpAnswer HttpClient::patch(const QByteArray &path, const QJsonObject &body, const Headers &headers)
{
    return send("PATCH", api(path), jsonOf(body), headers);
}

HttpAnswer HttpClient::upload(const QByteArray &path, const QByteArray &fileName, const QByteArray &contentType,
                              const QByteArray &bytes)
{
    const QByteArray boundary("cargo-test-boundary");
    QByteArray body("--");
    body.append(boundary).append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"").append(fileName);
    body.append("\"\r\nContent-Type: ").append(contentType).append("\r\n\r\n").append(bytes);
    body.append("\r\n--").append(boundary).append("--\r\n");
    const Headers headers = {{"Content-Type", QByteArray("multipart/form-data; boundary=").append(boundary)}};
    return send("POST", api(path), body, headers);
}

HttpAnswer HttpClient::sign(const QByteArray &agreement, int version)
{
    return post("/me/agreements/" + agreement, {{QStringLiteral("version"), version}});
}

HttpAnswer HttpClient::signUp(const QByteArray &role, const QString &name)
{
    const QString mail = newUuid({0}).toString() + QStringLiteral("@example.org");
    const QJsonObject body{{QStringLiteral("email"), mail},
                           {QStringLiteral("password"), QStringLiteral("blue-harbour-42-lamp")},
                           {QStringLiteral("role"), QString::fromLatin1(role)},
                           {QStringLiteral("display_name"), name},
                           {QStringLiteral("locale"), QStringLiteral("en")}};
    m_token.clear();
    const HttpAnswer answer = post("/auth/register", body);
    m_token = answer.text(QStringLiteral("access_token")).toLatin1();
    sign("terms-" + role);
    return answer;
}

} // namespace cargo::test
