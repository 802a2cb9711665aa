#pragma once

#include "server/net/http_client.h"
#include "server/providers/embeddings/embeddings.h"

#include <atomic>

namespace cargo::embeddings {

// Where an endpoint that speaks OpenAI's API is reached.
struct Endpoint
{
    QUrl base;      // up to and with /v1
    QByteArray key; // empty: none is sent
    std::shared_ptr<const QSslConfiguration> tls;
};

// `caPath`: PEM of the authorities that are trusted; empty: the system's. Errors: field "embeddings-…".
Result<Endpoint> endpointOf(const QByteArray &url, const QByteArray &key, const QString &caPath);

// POST embeddings of OpenAI's API, as many servers speak it. Its answers are somebody else's: nothing of them is believed before
// it was looked at. A server that asks for a pause (Retry-After) is not called before that is over, by nobody here. Neither key
// nor texts are ever logged.
class OpenAiEmbeddings final : public EmbeddingProvider
{
public:
    OpenAiEmbeddings(Endpoint endpoint, Model model) : m_endpoint(std::move(endpoint)), m_model(std::move(model)) {}

    QCoro::Task<Result<std::vector<Vector>>> embed(CallContextPtr context, std::vector<QString> texts) override;
    const Model &model() const override { return m_model; }

private:
    QCoro::Task<net::HttpReply> post(CallContextPtr context, QByteArray body) const;
    QByteArray bodyOf(const std::vector<QString> &texts, bool saysDimensions) const;
    Error refusal(const net::HttpReply &reply);

    const Endpoint m_endpoint;
    const Model m_model;
    std::atomic<bool> m_saysDimensions = true; // some refuse the word; their vectors are cut here
    std::atomic<qint64> m_pausedUntilMs = 0;   // of the monotonic clock
};

// What an answer to `count` texts holds, cut to `dimensions` and brought to unit length. Errors: Unavailable, with what is wrong.
Result<std::vector<Vector>> vectorsIn(const QByteArray &body, size_t count, int dimensions);

} // namespace cargo::embeddings
