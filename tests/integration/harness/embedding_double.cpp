#include "harness/embedding_double.h"

#include <QCryptographicHash>
#include <QHttpServer>
#include <QHttpServerResponder>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace cargo::test {

using namespace Qt::Literals;

EmbeddingDouble::EmbeddingDouble()
{
    start();
    while (m_port == 0)
        QThread::yieldCurrentThread();
}

EmbeddingDouble::~EmbeddingDouble()
{
    quit();
    wait();
}

QMap<QString, int> EmbeddingDouble::texts() const
{
    const QMutexLocker lock(&m_mutex);
    return m_texts;
}

void EmbeddingDouble::breakWith(int status, int retryAfterSeconds)
{
    m_retryAfter = retryAfterSeconds;
    m_broken = status;
}

void EmbeddingDouble::answerWith(const QByteArray &body)
{
    const QMutexLocker lock(&m_mutex);
    m_answer = body;
}

void EmbeddingDouble::refuse(const QString &word)
{
    const QMutexLocker lock(&m_mutex);
    m_refused = word;
}

void EmbeddingDouble::askForKey(const QByteArray &key)
{
    const QMutexLocker lock(&m_mutex);
    m_key = key;
}

std::vector<double> EmbeddingDouble::meaningOf(const QString &text, int dimensions)
{
    std::vector<double> vector(size_t(dimensions), 0.0);
    for (const QString &word : text.toLower().split(u' ', Qt::SkipEmptyParts)) {
        for (qsizetype i = 0; i + 3 <= word.size(); ++i) {
            const QByteArray hash = QCryptographicHash::hash(word.sliced(i, 3).toUtf8(), QCryptographicHash::Md5);
            const int place = (quint8(hash[0]) << 8 | quint8(hash[1])) % dimensions;
            vector[size_t(place)] += hash[2] & 1 ? 1 : -1;
        }
    }
    double square = 0;
    for (const double number : vector)
        square += number * number;
    if (square == 0)
        vector[0] = square = 1;
    for (double &number : vector)
        number /= std::sqrt(square);
    return vector;
}

EmbeddingDouble::Reply EmbeddingDouble::refusal(int status, const char *code, const QByteArray &about)
{
    // As real ones do, the message repeats what was sent.
    const QJsonObject error{{u"message"_s, QString::fromUtf8("refused: " + about)},
                            {u"type"_s, u"invalid_request_error"_s},
                            {u"code"_s, QString::fromLatin1(code)}};
    return {status, QJsonDocument(QJsonObject{{u"error"_s, error}}).toJson(QJsonDocument::Compact), 0};
}

EmbeddingDouble::Reply EmbeddingDouble::handle(const QByteArray &path, const QByteArray &authorization, const QByteArray &body)
{
    const QMutexLocker lock(&m_mutex);
    if (m_broken != 0) {
        Reply reply = refusal(m_broken, "server_error", body);
        reply.retryAfter = m_retryAfter;
        return reply;
    }
    if (!m_key.isEmpty() && authorization != "Bearer " + m_key)
        return refusal(401, "invalid_api_key", authorization);
    if (!m_answer.isEmpty())
        return {200, m_answer, 0};
    const QJsonObject asked = QJsonDocument::fromJson(body).object();
    const QJsonArray input = asked.value(u"input").toArray();
    const bool saysDimensions = asked.contains(u"dimensions");
    const int dimensions = saysDimensions ? asked.value(u"dimensions").toInt() : kNativeDimensions;
    if (path != "/v1/embeddings" || asked.value(u"model").toString().isEmpty() || input.isEmpty() || dimensions < 1
        || asked.value(u"encoding_format").toString() != u"float" || (saysDimensions && !m_knowsDimensions))
        return refusal(400, "invalid_request", body);
    QJsonArray data;
    for (qsizetype i = input.size(); i-- > 0;) { // in any order: the index tells
        const QString text = input.at(i).toString();
        if (text.isEmpty() || (!m_refused.isEmpty() && text.contains(m_refused)))
            return refusal(400, "invalid_input", body);
        QJsonArray numbers;
        for (const double number : meaningOf(text, dimensions))
            numbers.append(number);
        data.append(QJsonObject{{u"object"_s, u"embedding"_s}, {u"index"_s, i}, {u"embedding"_s, numbers}});
    }
    for (const QJsonValue &text : input)
        ++m_texts[text.toString()];
    const QJsonObject answer{{u"object"_s, u"list"_s}, {u"model"_s, asked.value(u"model")}, {u"data"_s, data}};
    return {200, QJsonDocument(answer).toJson(QJsonDocument::Compact), 0};
}

void EmbeddingDouble::run()
{
    QHttpServer server;
    server.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        ++m_calls;
        if (m_slowMs > 0)
            QThread::msleep(ulong(m_slowMs));
        const Reply reply = handle(request.url().path().toLatin1(), request.value("Authorization"), request.body());
        const auto status = QHttpServerResponder::StatusCode(reply.status);
        const QByteArray seconds = QByteArray::number(reply.retryAfter);
        if (reply.retryAfter > 0)
            responder.write(reply.body, {{"Content-Type", "application/json"}, {"Retry-After", seconds}}, status);
        else
            responder.write(reply.body, "application/json", status);
    });
    m_port = server.listen(QHostAddress::LocalHost, 0);
    exec();
}

} // namespace cargo::test
