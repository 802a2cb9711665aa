#include "harness/sumsub_double.h"

#include <QCryptographicHash>
#include <QHttpServer>
#include <QHttpServerResponder>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QSemaphore>

namespace cargo::test {

namespace {
QByteArray hmac(const QByteArray &secret, const QByteArray &text)
{
    return QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256).toHex();
}

QByteArray json(const QJsonObject &object) { return QJsonDocument(object).toJson(QJsonDocument::Compact); }

// What stands between the empty line of the n-th part and the next boundary.
QByteArray partOf(const QByteArray &body, const QByteArray &boundary, int n)
{
    const QByteArray mark = "--" + boundary;
    qsizetype at = 0;
    for (int i = 0; i <= n; ++i)
        at = body.indexOf(mark, at) + mark.size();
    const qsizetype begin = body.indexOf("\r\n\r\n", at) + 4;
    return body.mid(begin, body.indexOf(QByteArray("\r\n" + mark), begin) - begin);
}
} // namespace

SumsubDouble::SumsubDouble(std::function<Timestamp()> now) : m_now(std::move(now))
{
    start();
    while (m_port == 0)
        QThread::yieldCurrentThread();
}

SumsubDouble::~SumsubDouble()
{
    quit();
    wait();
}

void SumsubDouble::run()
{
    QHttpServer server;
    server.setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) {
        ++m_calls;
        const QByteArray verb = request.method() == QHttpServerRequest::Method::Post ? "POST" : "GET";
        const QByteArray path = request.url().toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        const QByteArray seconds = request.value("X-App-Access-Ts");
        const QByteArray expected = hmac(secret(), seconds + verb + path + request.body());
        Answer answer;
        if (m_broken != 0)
            answer = refuse(m_broken, "broken");
        else if (request.value("X-App-Token") != token() || request.value("X-App-Access-Sig") != expected)
            answer = refuse(401, "Invalid signature", 4003);
        else if (qAbs(seconds.toLongLong() - m_now().unixMs / 1000) > 60)
            answer = refuse(401, "Timestamp out of range", 4004);
        else
            answer = handle(verb, path, request.value("Content-Type"), request.body());
        if (verb == "POST" && answer.status < 300 && m_lose > 0) {
            --m_lose;
            answer = refuse(502, "bad gateway");
        }
        responder.write(answer.body, {{"Content-Type", "application/json"}, {"X-Image-Id", answer.imageId}},
                        QHttpServerResponder::StatusCode(answer.status));
    });
    m_port = server.listen(QHostAddress::LocalHost, 0);
    exec();
}

SumsubDouble::Answer SumsubDouble::refuse(int status, const char *description, int code)
{
    QJsonObject body{{QStringLiteral("description"), QLatin1String(description)}, {QStringLiteral("code"), status}};
    if (code != 0)
        body.insert(QStringLiteral("errorCode"), code);
    return {status, json(body), {}};
}

SumsubDouble::Applicant *SumsubDouble::byId(const QByteArray &id)
{
    for (auto person = m_people.begin(); person != m_people.end(); ++person) {
        if (person->id == id)
            return &*person;
    }
    return nullptr;
}

SumsubDouble::Answer SumsubDouble::handle(const QByteArray &verb, const QByteArray &path, const QByteArray &type,
                                          const QByteArray &body)
{
    const QMutexLocker lock(&m_mutex);
    const QByteArray base = "/resources/applicants";
    if (verb == "POST" && path.startsWith(QByteArray(base + "?levelName=driver-kyc")))
        return create(body);
    if (path.startsWith(QByteArray(base + "/-;externalUserId=")) && path.endsWith("/one")) {
        const QByteArray external = path.mid(base.size() + 18).chopped(4);
        if (!m_people.contains(external))
            return refuse(404, "not found");
        return {200, json({{QStringLiteral("id"), QString::fromLatin1(m_people[external].id)}}), {}};
    }
    Applicant *applicant = byId(path.mid(base.size() + 1, 24));
    const QByteArray what = path.mid(base.size() + 26);
    if (!applicant)
        return refuse(404, "not found");
    if (verb == "POST" && what == "info/idDoc")
        return upload(*applicant, type, body);
    if (verb == "POST" && what == "status/pending") {
        if (applicant->status == "pending")
            return refuse(409, "verification in progress", 1006);
        applicant->status = "pending";
        ++applicant->reviews;
        return {200, "{\"ok\":1}", {}};
    }
    if (verb == "GET" && what == "status")
        return {200,
                json({{QStringLiteral("reviewStatus"), QString::fromLatin1(applicant->status)},
                      {QStringLiteral("reviewResult"), applicant->result}}),
                {}};
    if (verb == "GET" && what == "requiredIdDocsStatus") {
        QJsonObject pictures;
        for (auto fault = applicant->faults.begin(); fault != applicant->faults.end(); ++fault)
            pictures.insert(QString::fromLatin1(fault.key()), fault.value());
        return {200, json({{QStringLiteral("IDENTITY"), QJsonObject{{QStringLiteral("imageReviewResults"), pictures}}}}), {}};
    }
    return refuse(404, "no such call");
}

SumsubDouble::Answer SumsubDouble::create(const QByteArray &body)
{
    const QByteArray external =
        QJsonDocument::fromJson(body).object().value(QLatin1String("externalUserId")).toString().toLatin1();
    if (m_people.contains(external))
        return refuse(409, "Applicant with external user id already exists");
    Applicant fresh;
    fresh.id = QCryptographicHash::hash(external, QCryptographicHash::Sha1).toHex().left(24);
    m_people.insert(external, fresh);
    return {201, json({{QStringLiteral("id"), QString::fromLatin1(fresh.id)}}), {}};
}

SumsubDouble::Answer SumsubDouble::upload(Applicant &applicant, const QByteArray &type, const QByteArray &body)
{
    const QByteArray boundary = type.mid(type.indexOf("boundary=") + 9);
    const QJsonObject metadata = QJsonDocument::fromJson(partOf(body, boundary, 0)).object();
    const QByteArray content = partOf(body, boundary, 1);
    if (!content.startsWith("\xff\xd8"))
        return refuse(400, "unsupported format", 1005);
    Picture picture;
    picture.sha256 = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
    for (const Picture &known : applicant.pictures) {
        if (known.sha256 == picture.sha256)
            return refuse(409, "duplicate document", 1000);
    }
    picture.type = metadata.value(QLatin1String("idDocType")).toString().toLatin1();
    if (metadata.contains(QLatin1String("idDocSubType")))
        picture.type += '/' + metadata.value(QLatin1String("idDocSubType")).toString().toLatin1();
    picture.id = QByteArray::number(100'000 + m_calls);
    applicant.pictures.push_back(picture);
    return {200, "{\"idDocType\":\"X\",\"warnings\":[{\"code\":\"badPhoto\"}]}", picture.id};
}

SumsubDouble::Applicant SumsubDouble::applicant(const QByteArray &externalId) const
{
    const QMutexLocker lock(&m_mutex);
    return m_people.value(externalId);
}

int SumsubDouble::applicants() const
{
    const QMutexLocker lock(&m_mutex);
    return int(m_people.size());
}

void SumsubDouble::answer(const QByteArray &externalId, const QJsonObject &result, const QHash<QByteArray, QJsonObject> &faults)
{
    const QMutexLocker lock(&m_mutex);
    m_people[externalId].status = "completed";
    m_people[externalId].result = result;
    m_people[externalId].faults = faults;
}

QByteArray SumsubDouble::event(const QByteArray &externalId, const QByteArray &type, const QByteArray &moment,
                               const QByteArray &more)
{
    return "{\"applicantId\":\"6a170f852f9d88fe6eda2636\",\"externalUserId\":\"" + externalId + "\",\"type\":\"" + type
           + "\",\"sandboxMode\":true,\"correlationId\":\"req-1\",\"createdAtMs\":\"" + moment + '"' + more + '}';
}

std::vector<std::pair<QByteArray, QByteArray>> SumsubDouble::headers(const QByteArray &body, const QByteArray &secret,
                                                                     const QByteArray &algorithm)
{
    return {{"Content-Type", "application/json"}, {"X-Payload-Digest", hmac(secret, body)}, {"X-Payload-Digest-Alg", algorithm}};
}

} // namespace cargo::test
