#include "server/demo/demo_api.h"

#include "shared/api/paths.h"

#include <QEventLoop>
#include <QJsonDocument>
#include <QNetworkReply>

namespace cargo::demo {

namespace {
constexpr int kAnswerMs = 60'000;
}

Result<QJsonObject> DemoApi::send(const QByteArray &method, const QUrl &url, const QByteArray &token, const QByteArray &type,
                                  const QByteArray &body, const QByteArray &key, const QByteArray &ifMatch)
{
    QNetworkRequest request(url);
    request.setTransferTimeout(kAnswerMs);
    if (!type.isEmpty())
        request.setRawHeader("Content-Type", type);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token);
    if (!key.isEmpty())
        request.setRawHeader("Idempotency-Key", key);
    if (!ifMatch.isEmpty())
        request.setRawHeader("If-Match", ifMatch);
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished())
        loop.exec();
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QJsonObject json = QJsonDocument::fromJson(reply->readAll()).object();
    reply->deleteLater();
    if (status >= 200 && status < 400)
        return json;
    const QString word = json.value(QLatin1String("code")).toString();
    const QString field =
        json.value(QLatin1String("errors")).toArray().first().toObject().value(QLatin1String("field")).toString();
    return Error{errorCodeFromWord(word).value_or(ErrorCode::Unavailable), field,
                 QString::fromLatin1(method) + u' ' + url.path() + QStringLiteral(": ") + QString::number(status) + u' ' + word};
}

Result<QJsonObject> DemoApi::call(const QByteArray &method, const QString &path, const QByteArray &token, const QJsonObject &body,
                                  const QByteArray &key)
{
    const QUrl url = m_base.resolved(QUrl(QString::fromLatin1(api::kBase) + path));
    const bool hasBody = method != "GET" && method != "DELETE";
    return send(method, url, token, hasBody ? "application/json" : QByteArray(),
                hasBody ? QJsonDocument(body).toJson(QJsonDocument::Compact) : QByteArray(), key);
}

Result<QJsonObject> DemoApi::patch(const QString &path, const QByteArray &token, qint64 version, const QJsonObject &body)
{
    const QUrl url = m_base.resolved(QUrl(QString::fromLatin1(api::kBase) + path));
    return send("PATCH", url, token, "application/json", QJsonDocument(body).toJson(QJsonDocument::Compact), {},
                '"' + QByteArray::number(version) + '"');
}

Result<QString> DemoApi::upload(const QByteArray &jpeg, const QByteArray &token, const QByteArray &key)
{
    const QByteArray body =
        "--cargo-demo\r\nContent-Disposition: form-data; name=\"file\"; filename=\"car.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        + jpeg + "\r\n--cargo-demo--\r\n";
    const QUrl url = m_base.resolved(QUrl(QString::fromLatin1(api::kBase) + QStringLiteral("/media")));
    const auto json = send("POST", url, token, "multipart/form-data; boundary=cargo-demo", body, key);
    CARGO_TRY(json);
    return json->value(QLatin1String("id")).toString();
}

Outcome DemoApi::checkout(const QUrl &page)
{
    QUrl url = m_base;
    url.setPath(page.path());
    url.setQuery(page.query());
    CARGO_TRY(send("POST", url, {}, "application/x-www-form-urlencoded", "outcome=success", {}));
    return ok();
}

} // namespace cargo::demo
