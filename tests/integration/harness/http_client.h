#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QString>

#include <utility>
#include <vector>

namespace cargo::test {

// What a server answered; status 0 when there was no answer.
struct HttpAnswer
{
    int status = 0;
    QByteArray body;
    std::vector<std::pair<QByteArray, QByteArray>> headers; // names in lower case

    QByteArray header(const QByteArray &lowerCaseName) const;
    QJsonObject json() const;
    QJsonArray items() const { return json().value(QLatin1String("items")).toArray(); }
    // A value by path: text("user.id"). Numbers as digits; empty when absent.
    QString text(const QString &path) const;
    // The word of a problem: "not_found".
    QString code() const { return text(QStringLiteral("code")); }
};

// A plain client for tests: it waits for each answer, keeps a token, and adds nothing that was not asked for.
class HttpClient
{
public:
    explicit HttpClient(QByteArray baseUrl) : m_base(std::move(baseUrl)) {}

    void setToken(const QByteArray &accessToken) { m_token = accessToken; }
    const QByteArray &token() const { return m_token; }
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    // Paths begin below /api/v1: get("/me").
    HttpAnswer get(const QByteArray &path) { return send("GET", api(path), {}); }
    HttpAnswer post(const QByteArray &path, const QJsonObject &body = {}, const Headers &headers = {});
    HttpAnswer put(const QByteArray &path, const QJsonObject &body = {});
    HttpAnswer patch(const QByteArray &path, const QJsonObject &body = {}, const Headers &headers = {});
    HttpAnswer remove(const QByteArray &path) { return send("DELETE", api(path), {}); }
    // multipart/form-data with one part `file`.
    HttpAnswer upload(const QByteArray &path, const QByteArray &fileName, const QByteArray &contentType, const QByteArray &bytes);
    // Anything: the path is taken as it is.
    HttpAnswer send(const QByteArray &method, const QByteArray &path, const QByteArray &body, const Headers &headers = {});

    // Agrees to a version of an agreement.
    HttpAnswer sign(const QByteArray &agreement, int version = 1);
    // Registers, keeps the token and signs what the role must; the answer's "user.id" is the new user.
    HttpAnswer signUp(const QByteArray &role = "buyer", const QString &name = QStringLiteral("Test"));

private:
    static QByteArray api(const QByteArray &path) { return QByteArray("/api/v1").append(path); }
    QByteArray m_base;
    QByteArray m_token;
    QNetworkAccessManager m_network;
};

} // namespace cargo::test
