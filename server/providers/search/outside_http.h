#pragma once

#include "server/core/call_context.h"
#include "server/net/http_client.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace cargo::search {

// Where a search engine outside of this process is reached.
struct OutsideAddress
{
    QUrl base;
    QByteArray key;           // as the operator gave it
    QByteArray authorization; // the header's value; empty: none
    QByteArray index;         // letters, digits, - and _
    std::shared_ptr<const QSslConfiguration> tls;
};

// `key`: as the engine wants it. `caPath`: PEM of the authorities that are trusted; empty: the system's. Errors: field
// "search-…".
Result<OutsideAddress> outsideAddress(const QByteArray &engine, const QByteArray &url, const QByteArray &key,
                                      const QByteArray &index, const QString &caPath);

struct EngineReply
{
    int status = 0; // 0: no answer, or one that is no JSON
    QJsonDocument json;
    QByteArray code; // the engine's word for what is wrong
    QByteArray text; // for engineers: never shown to people

    bool ok() const { return status >= 200 && status < 300; }
    QJsonObject object() const { return json.object(); }
};

// Calls to an engine, each with a deadline; what it refuses is logged. Thread-safe: every thread has connections of its own.
class EngineHttp
{
public:
    EngineHttp(const char *engine, OutsideAddress address) : m_engine(engine), m_address(std::move(address)) {}

    const QByteArray &index() const { return m_address.index; }
    const QByteArray &key() const { return m_address.key; }
    // `path` begins with "/" and is encoded.
    QCoro::Task<EngineReply> ask(QByteArray verb, QByteArray path, QByteArray body = {}, int wholeMs = kWriteMs,
                                 QByteArray type = "application/json") const;
    // The same; 404 is an answer like any other and not logged.
    QCoro::Task<EngineReply> look(QByteArray path) const;

    static constexpr int kWriteMs = 30'000;

private:
    QCoro::Task<EngineReply> send(net::HttpCall call) const;
    void tell(const EngineReply &reply, const QByteArray &verb, const QByteArray &path) const;

    const char *m_engine;
    OutsideAddress m_address;
};

// How long a call may take that somebody waits for.
int remainingMs(const CallContext &context);

QByteArray compact(const QJsonObject &object);

// What `cargod doctor` finds of an engine.
struct Finding
{
    enum class Kind { Good, Warning, Bad };
    Kind kind = Kind::Good;
    QString what;
    QString mend;
};

} // namespace cargo::search
