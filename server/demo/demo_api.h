#pragma once

#include "shared/domain/result.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QUrl>

namespace cargo::demo {

// The demonstration data comes in by the front door: this is a client of the public API that waits for each answer. Every
// order carries an Idempotency-Key made of what it is for, so that a second run changes nothing.
class DemoApi
{
public:
    explicit DemoApi(const QUrl &base) : m_base(base) {}

    // `token` may be empty; `key` too. Anything but 2xx is an error with the problem's code and path in `detail`.
    Result<QJsonObject> call(const QByteArray &method, const QString &path, const QByteArray &token, const QJsonObject &body = {},
                             const QByteArray &key = {});
    Result<QJsonObject> get(const QString &path, const QByteArray &token) { return call("GET", path, token); }
    // What has this version changes.
    Result<QJsonObject> patch(const QString &path, const QByteArray &token, qint64 version, const QJsonObject &body);
    // POST media. Answers the id.
    Result<QString> upload(const QByteArray &jpeg, const QByteArray &token, const QByteArray &key);
    // What a person would press on the sandbox's checkout page.
    Outcome checkout(const QUrl &page);

private:
    Result<QJsonObject> send(const QByteArray &method, const QUrl &url, const QByteArray &token, const QByteArray &type,
                             const QByteArray &body, const QByteArray &key, const QByteArray &ifMatch = {});

    QUrl m_base;
    QNetworkAccessManager m_network;
};

} // namespace cargo::demo
