#include "harness/engine_double.h"

#include <QHttpServer>
#include <QHttpServerResponder>
#include <QJsonDocument>

#include <algorithm>

namespace cargo::test {

namespace {
QByteArray verbOf(QHttpServerRequest::Method method)
{
    using Method = QHttpServerRequest::Method;
    switch (method) {
    case Method::Get: return "GET";
    case Method::Put: return "PUT";
    case Method::Post: return "POST";
    case Method::Patch: return "PATCH";
    case Method::Delete: return "DELETE";
    case Method::Head: return "HEAD";
    default: return "?";
    }
}

char typeOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Object: return 'o';
    case QJsonValue::Array: return 'a';
    case QJsonValue::String: return 's';
    case QJsonValue::Double: return 'n';
    case QJsonValue::Bool: return 'b';
    default: return '0';
    }
}
} // namespace

void EngineDouble::listen()
{
    start();
    while (m_port == 0)
        QThread::yieldCurrentThread();
}

void EngineDouble::end()
{
    quit();
    wait();
}

EngineDouble::~EngineDouble() { end(); }

QByteArrayList EngineDouble::refusals() const
{
    const QMutexLocker lock(&m_mutex);
    return m_refusals;
}

void EngineDouble::run()
{
    QHttpServer server;
    server.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        ++m_calls;
        if (m_slowMs > 0)
            QThread::msleep(ulong(m_slowMs));
        Call call;
        call.verb = verbOf(request.method());
        for (const QByteArray &part : request.url().path(QUrl::FullyEncoded).toLatin1().split('/')) {
            if (!part.isEmpty())
                call.path.append(QByteArray::fromPercentEncoding(part));
        }
        call.query = QUrlQuery(request.url());
        call.authorization = request.value("Authorization");
        call.type = request.value("Content-Type");
        call.body = request.body();
        Reply reply;
        if (m_broken != 0) {
            reply = broken(m_broken);
        } else {
            const QMutexLocker lock(&m_mutex);
            reply = handle(call);
        }
        QByteArray body = QJsonDocument(reply.body).toJson(QJsonDocument::Compact);
        if (m_cut)
            body.chop(body.size() / 2);
        responder.write(body, "application/json", QHttpServerResponder::StatusCode(reply.status));
    });
    m_port = server.listen(QHostAddress::LocalHost, 0);
    exec();
}

QByteArray faultIn(const QJsonObject &object, const std::vector<FieldRule> &rules)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        const auto rule =
            std::find_if(rules.begin(), rules.end(), [&](const FieldRule &r) { return field.key() == QLatin1String(r.name); });
        if (rule == rules.end())
            return "unknown field " + field.key().toUtf8();
        if (!QByteArrayView(rule->types).contains(typeOf(field.value())))
            return "wrong type of " + field.key().toUtf8();
    }
    return {};
}

QStringList tokensOf(const QString &text)
{
    QStringList tokens;
    QString token;
    for (const QChar c : text.toLower()) {
        if (c.isLetterOrNumber()) {
            token += c;
        } else if (!token.isEmpty()) {
            tokens.append(std::exchange(token, {}));
        }
    }
    if (!token.isEmpty())
        tokens.append(token);
    return tokens;
}

int compareValues(const QJsonValue &a, const QJsonValue &b)
{
    const auto kind = [](const QJsonValue &value) { return value.isDouble() ? 0 : value.isString() ? 1 : 2; };
    if (kind(a) != kind(b))
        return kind(a) - kind(b);
    if (a.isDouble())
        return a.toDouble() < b.toDouble() ? -1 : a.toDouble() > b.toDouble() ? 1 : 0;
    return a.isString() ? a.toString().compare(b.toString()) : 0;
}

} // namespace cargo::test
