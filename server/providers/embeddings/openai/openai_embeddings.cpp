#include "server/providers/embeddings/openai/openai_embeddings.h"

#include "server/core/log.h"
#include "server/core/metrics.h"
#include "server/core/steady.h"
#include "server/net/authorities.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace cargo::embeddings {

using namespace Qt::Literals;

namespace {
constexpr int kCallMs = 30'000;
constexpr qsizetype kAnswerBytes = 16 * 1024 * 1024;
constexpr qsizetype kNumbersMost = 16'384; // of a vector, before it is cut
constexpr qint64 kPauseMs = 2'000;         // where "too many" says no time
constexpr qint64 kPauseMostMs = 600'000;

struct Meters
{
    metrics::Histogram &calls = metrics::histogram("cargo_embeddings_call_seconds", "calls to the endpoint of embeddings");
    metrics::Counter &failures = metrics::counter("cargo_embeddings_failures_total", "calls of them that gave no vectors");

    static const Meters &get()
    {
        static const Meters meters;
        return meters;
    }
};

Error broken(const QString &what) { return {ErrorCode::Unavailable, u"embeddings-url"_s, what}; }

// The text's own fault, not the moment's.
bool isOfTheText(int status) { return status == 400 || status == 413 || status == 422; }

// {"error":{"code":"…","type":"…"}}: a word, never the message, which may repeat what was sent.
QByteArray wordOf(const QByteArray &body)
{
    const QJsonObject error = QJsonDocument::fromJson(body.left(kAnswerBytes)).object().value(u"error").toObject();
    const QString code = error.value(u"code").toString();
    QByteArray word = (code.isEmpty() ? error.value(u"type").toString() : code).toLatin1().left(60);
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
    return std::all_of(word.begin(), word.end(), isPlain) ? word : QByteArray();
}

Result<Vector> vectorIn(const QJsonValue &value, int dimensions)
{
    const QJsonArray numbers = value.toArray();
    if (numbers.size() < dimensions)
        return broken(u"a vector has %1 numbers, not %2: set embeddings-dimensions"_s.arg(numbers.size()).arg(dimensions));
    if (numbers.size() > kNumbersMost)
        return broken(u"a vector has too many numbers"_s);
    Vector vector;
    vector.reserve(size_t(dimensions));
    double square = 0;
    for (int i = 0; i < dimensions; ++i) {
        const double number = numbers.at(i).isDouble() ? numbers.at(i).toDouble() : std::nan("");
        if (!(std::abs(number) <= 1e6)) // nor what is no number
            return broken(u"a vector holds what is no number"_s);
        square += number * number;
        vector.push_back(float(number));
    }
    if (square < 1e-12)
        return broken(u"a vector has no direction"_s);
    const auto length = float(std::sqrt(square));
    for (float &number : vector)
        number /= length;
    return vector;
}
} // namespace

Result<Endpoint> endpointOf(const QByteArray &url, const QByteArray &key, const QString &caPath)
{
    Endpoint endpoint;
    endpoint.base = QUrl::fromEncoded(url);
    endpoint.key = key;
    const auto isPlain = [](char c) { return c > ' ' && c < '\x7f'; };
    if (!std::all_of(key.begin(), key.end(), isPlain))
        return {ErrorCode::InvalidFormat, u"embeddings-key"_s, u"visible ASCII characters are expected"_s};
    auto tls = net::trustingOnly(caPath, u"embeddings-ca"_s);
    CARGO_TRY(tls);
    endpoint.tls = std::move(*tls);
    return endpoint;
}

Result<std::vector<Vector>> vectorsIn(const QByteArray &body, size_t count, int dimensions)
{
    if (body.size() > kAnswerBytes)
        return broken(u"the answer is too large"_s);
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(body, &fault);
    if (fault.error != QJsonParseError::NoError)
        return broken(u"the answer is no JSON"_s);
    const QJsonArray data = document.object().value(u"data").toArray();
    if (size_t(data.size()) != count)
        return broken(u"%1 vectors came for %2 texts"_s.arg(data.size()).arg(count));
    std::vector<Vector> vectors(count);
    for (qsizetype place = 0; place < data.size(); ++place) {
        const QJsonObject one = data.at(place).toObject();
        const qint64 index = one.value(u"index").toInteger(one.contains(u"index") ? -1 : place);
        if (index < 0 || size_t(index) >= count || !vectors[size_t(index)].empty())
            return broken(u"an index is none, or comes twice"_s);
        auto vector = vectorIn(one.value(u"embedding"), dimensions);
        CARGO_TRY(vector);
        vectors[size_t(index)] = std::move(*vector);
    }
    return vectors;
}

QByteArray OpenAiEmbeddings::bodyOf(const std::vector<QString> &texts, bool saysDimensions) const
{
    QJsonArray input;
    for (const QString &text : texts)
        input.append(text);
    QJsonObject body{{u"model"_s, QString::fromUtf8(m_model.name)}, {u"input"_s, input}, {u"encoding_format"_s, u"float"_s}};
    if (saysDimensions)
        body.insert(u"dimensions"_s, m_model.dimensions);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QCoro::Task<net::HttpReply> OpenAiEmbeddings::post(CallContextPtr context, QByteArray body) const
{
    net::HttpCall call;
    call.verb = "POST";
    call.url = QUrl::fromEncoded(m_endpoint.base.toEncoded(QUrl::StripTrailingSlash) + "/embeddings");
    call.headers.emplace_back("Content-Type", "application/json");
    call.headers.emplace_back("Accept", "application/json");
    if (!m_endpoint.key.isEmpty())
        call.headers.emplace_back("Authorization", "Bearer " + m_endpoint.key);
    call.body = std::move(body);
    call.tls = m_endpoint.tls;
    call.wholeMs = call.timeoutMs = int(std::clamp<qint64>(leftMs(*context), 1, kCallMs));
    QElapsedTimer timer;
    timer.start();
    net::HttpReply reply = co_await net::HttpClient::ofThread().send(std::move(call));
    Meters::get().calls.observeUs(timer.nsecsElapsed() / 1000);
    co_return reply;
}

// Says to everybody how long there is nothing to be had.
Error OpenAiEmbeddings::refusal(const net::HttpReply &reply)
{
    bool isNumber = false;
    const qint64 seconds = reply.header("retry-after").trimmed().toLongLong(&isNumber);
    if (isNumber && seconds > 0)
        m_pausedUntilMs = steadyMs() + std::min(kPauseMostMs, std::min<qint64>(seconds, kPauseMostMs) * 1000);
    else if (reply.status == 429)
        m_pausedUntilMs = steadyMs() + kPauseMs;
    const QByteArray word = wordOf(reply.body);
    log::warning("embeddings.refused", {{"status", reply.status}, {"code", word}});
    const QString what = u"the endpoint answers %1 %2"_s.arg(reply.status).arg(QString::fromLatin1(word)).trimmed();
    return isOfTheText(reply.status) ? Error{ErrorCode::InvalidFormat, u"embeddings-url"_s, what} : broken(what);
}

QCoro::Task<Result<std::vector<Vector>>> OpenAiEmbeddings::embed(CallContextPtr context, std::vector<QString> texts)
{
    if (texts.empty())
        co_return std::vector<Vector>();
    if (steadyMs() < m_pausedUntilMs)
        co_return broken(u"the endpoint asked for a pause"_s);
    const bool says = m_saysDimensions;
    net::HttpReply reply = co_await post(context, bodyOf(texts, says));
    if (says && isOfTheText(reply.status)) { // it may be that word which it does not take
        net::HttpReply again = co_await post(context, bodyOf(texts, false));
        if (again.status == 200) {
            m_saysDimensions = false;
            reply = std::move(again);
        }
    }
    Result<std::vector<Vector>> vectors = broken(u"no answer: "_s + QString::fromUtf8(reply.error.left(200)));
    if (reply.status == 200)
        vectors = vectorsIn(reply.body, texts.size(), m_model.dimensions);
    else if (reply.status != 0)
        vectors = refusal(reply);
    if (!vectors)
        Meters::get().failures.add();
    co_return vectors;
}

} // namespace cargo::embeddings
