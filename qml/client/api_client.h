#pragma once

#include "qml/client/transport.h"
#include "shared/domain/error.h"

#include <QJsonObject>
#include <QObject>
#include <QPointer>
#include <QUrlQuery>

#include <functional>
#include <memory>
#include <vector>

namespace cargo::client {

// One order to the server. A POST that creates or moves something gets its Idempotency-Key when the user acts, once:
// retries, by us or by the user's second press after an error, carry the same key.
struct Call
{
    QByteArray method;
    QString path; // below /api/v1, "search"
    QUrlQuery query;
    QByteArray body; // JSON, may be empty
    QByteArray idempotencyKey;
    bool withToken = true;
    QByteArray contentType = "application/json";
    std::function<void(double)> progress = {}; // of an upload, 0…1
    QByteArray etag = {};                      // of what we have: the server may answer that it is still so

    QByteArray ifMatch = {}; // of what is changed: refused when it is another meanwhile

    bool raw = false; // a file is asked for: the answer's bytes count

    QList<QPair<QByteArray, QByteArray>> headers = {}; // besides the usual

    static Call file(const QString &path)
    {
        Call call = get(path);
        call.raw = true;
        return call;
    }
    static Call get(const QString &path, const QUrlQuery &query = {}) { return {"GET", path, query, {}, {}, true}; }
    static Call post(const QString &path, const QByteArray &body = "{}");
    static Call put(const QString &path, const QByteArray &body = {}) { return {"PUT", path, {}, body, {}, true}; }
    static Call patch(const QString &path, const QByteArray &body) { return {"PATCH", path, {}, body, {}, true}; }
    // A file as multipart/form-data.
    static Call upload(const QString &path, const QByteArray &contentType, const QByteArray &bytes,
                       const QByteArray &idempotencyKey = {});
    // A photo for POST media.
    static Call photo(const QByteArray &jpeg, const QByteArray &idempotencyKey = {});
    static Call remove(const QString &path) { return {"DELETE", path, {}, {}, {}, true}; }
    bool repeatable() const { return method != "POST" && method != "PATCH" ? true : !idempotencyKey.isEmpty(); }
};

// What came back: a body, or the reason why not (RFC 9457 read into our codes).
struct Answer
{
    int status = 0;
    QJsonObject body;
    Error error;               // meaningful when !ok
    std::vector<Error> fields; // problems of single fields
    bool ok = false;
    QByteArray bytes = {};    // of a file
    bool rubbish = false;     // an answer came, but not one of our server's
    bool notModified = false; // what the call's etag names is still so
    QByteArray etag = {};
    QByteArray requestId = {};
    int retryAfterS = 0;

    bool unreachable() const { return !ok && status == 0; }
    // It may work later as it is: nothing is wrong with the request.
    bool later() const
    {
        return !ok && (status == 0 || status == 401 || status == 408 || status == 429 || status >= 500 || rubbish);
    }
};

// The id under which an upload is kept; empty when the server did not say that it received just the bytes with this SHA-256
// (hex).
QString uploadedAs(const Answer &answer, const QByteArray &sha256);

// Speaks the API: tokens, language, keys of idempotency, retries of what may be repeated, one refresh at a time. It
// holds no state of screens; a call dies silently with its context object.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Answer &)>;

    explicit ApiClient(std::unique_ptr<Transport> transport, QObject *parent = nullptr);

    void setServerUrl(const QUrl &url) { m_server = url; }
    QUrl serverUrl() const { return m_server; }
    // Absolute address of a path of the server ("/api/v1/media/…"); empty stays empty.
    QUrl mediaUrl(const QString &path) const;
    void setMediaScheme(const QString &prefix) { m_mediaPrefix = prefix; }
    void setLanguage(const QString &language) { m_language = language.toLatin1(); }
    void setTokens(const QByteArray &access, const QByteArray &refresh);
    QByteArray accessToken() const { return m_access; }
    bool hasSession() const { return !m_refresh.isEmpty(); }
    // "CarGo-buyer/0.1.0 (Debian GNU/Linux 12)": what the list of signed-in devices shows.
    void setUserAgent(const QByteArray &agent) { m_userAgent = agent; }
    bool online() const { return m_online; }
    void setFirstRetryMs(int ms) { m_firstRetryMs = ms; } // doubled with each further one

    void send(const Call &call, QObject *context, Done done);
    // Renews the access token now; done(false) when the session is over or the server is not reachable.
    void refresh(QObject *context, std::function<void(bool)> done);

Q_SIGNALS:
    void onlineChanged();
    void clockHeard(qint64 serverMs); // whole seconds
    void maintenanceMet();            // an answer said 503
    void refreshed(const QJsonObject &answer);
    void sessionEnded();

private:
    struct Running
    {
        Call call;
        QPointer<QObject> context;
        Done done;
        int attempt = 0;
        bool refreshed = false;
    };
    void start(const std::shared_ptr<Running> &running);
    void finish(const std::shared_ptr<Running> &running, const HttpAnswer &http, const QByteArray &tokenUsed);
    HttpRequest requestOf(const Call &call) const;
    void setOnline(bool online);
    void refreshDone(const HttpAnswer &http);

    std::unique_ptr<Transport> m_transport;
    QUrl m_server;
    QString m_mediaPrefix;
    QByteArray m_language = "ru";
    QByteArray m_userAgent;
    QByteArray m_access;
    QByteArray m_refresh;
    int m_firstRetryMs = 250;
    bool m_online = true;
    std::vector<std::function<void(bool)>> m_waiting; // for the one refresh under way
};

// Reads an HTTP answer as the API's: body or problem.
Answer readAnswer(const HttpAnswer &http);

} // namespace cargo::client
