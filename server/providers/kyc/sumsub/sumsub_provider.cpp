#include "server/providers/kyc/sumsub/sumsub_provider.h"

#include "server/providers/kyc/sumsub/sumsub_signature.h"
#include "server/providers/kyc/sumsub/sumsub_words.h"
#include "shared/api/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

namespace cargo::kyc::sumsub {

namespace {
constexpr char kJson[] = "application/json";
constexpr int kUploadTimeoutMs = 40'000; // below the deadline of a job

// What an answer means that is not a success.
Error errorOf(int status, const QByteArray &text)
{
    const QString detail = QStringLiteral("sumsub ") + QString::number(status) + QLatin1Char(' ') + QString::fromUtf8(text);
    if (status == 401 || status == 403)
        return {ErrorCode::Forbidden, {}, detail};
    if (status == 0 || status == 429 || status >= 500 || status == 409)
        return {ErrorCode::Unavailable, {}, detail};
    return {ErrorCode::InvalidFormat, {}, detail};
}

bool isGood(int status) { return status >= 200 && status < 300; }

// Built by hand: the same bytes are signed and sent.
QByteArray uploadBody(const QByteArray &boundary, const ProviderDocument &document)
{
    const DocumentType type = documentType(document.kind);
    api::JsonWriter metadata;
    metadata.beginObject().field("idDocType", QByteArray(type.name)).field("country", "RUS");
    if (type.side)
        metadata.field("idDocSubType", QByteArray(type.side));
    metadata.endObject();
    return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"metadata\"\r\nContent-Type: application/json\r\n\r\n"
           + metadata.take() + "\r\n--" + boundary
           + "\r\nContent-Disposition: form-data; name=\"content\"; filename=\"document.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
           + document.jpeg + "\r\n--" + boundary + "--\r\n";
}

QByteArrayList warningsOf(const QJsonObject &answer)
{
    QByteArrayList warnings;
    for (const char *list : {"errors", "warnings"}) {
        for (const QJsonValue &one : answer.value(QLatin1String(list)).toArray())
            warnings.append(one.toObject().value(QLatin1String("code")).toString().toLatin1());
    }
    return warnings;
}

QByteArray header(const KycProvider::Headers &headers, const char *name)
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}
} // namespace

QCoro::Task<SumsubProvider::Asked> SumsubProvider::ask(QByteArray verb, QByteArray pathAndQuery, QByteArray type, QByteArray body)
{
    net::HttpCall call;
    call.verb = verb;
    call.url = QUrl::fromEncoded(m_access.base.toEncoded(QUrl::StripTrailingSlash) + pathAndQuery);
    call.body = body;
    if (body.size() > 64 * 1024)
        call.timeoutMs = kUploadTimeoutMs;
    const Timestamp now = m_clock.now();
    call.headers = {{"X-App-Token", m_access.token},
                    {"X-App-Access-Ts", QByteArray::number(now.unixMs / 1000)},
                    {"X-App-Access-Sig", sign(m_access.secret, now, verb, call.url, body)},
                    {"Accept", kJson},
                    {"X-Return-Doc-Warnings", "true"}};
    if (!body.isEmpty())
        call.headers.emplace_back("Content-Type", type);
    const net::HttpReply reply = co_await m_http.send(call);
    Asked asked;
    asked.status = reply.status;
    asked.json = QJsonDocument::fromJson(reply.body).object();
    asked.imageId = reply.header("x-image-id");
    asked.text = reply.status == 0 ? reply.error : asked.json.value(QLatin1String("description")).toString().toUtf8().left(200);
    co_return asked;
}

QCoro::Task<Result<QByteArray>> SumsubProvider::open(CallContextPtr, ProviderPerson person)
{
    api::JsonWriter body;
    body.beginObject().field("externalUserId", person.externalId).field("email", person.email).field("type", "individual");
    body.endObject();
    const QByteArray path = "/resources/applicants?levelName=" + m_access.level.toPercentEncoding();
    const Asked made = co_await ask("POST", path, kJson, body.take());
    if (isGood(made.status))
        co_return made.json.value(QLatin1String("id")).toString().toLatin1();
    if (made.status != 409)
        co_return errorOf(made.status, made.text);
    const Asked known = co_await ask("GET", "/resources/applicants/-;externalUserId=" + person.externalId + "/one", {}, {});
    if (isGood(known.status))
        co_return known.json.value(QLatin1String("id")).toString().toLatin1();
    co_return errorOf(known.status, known.text);
}

QCoro::Task<Result<SentDocument>> SumsubProvider::addDocument(CallContextPtr, QByteArray applicant, ProviderDocument document)
{
    const QByteArray boundary = QUuid::createUuid().toByteArray(QUuid::Id128);
    const QByteArray body = uploadBody(boundary, document);
    const QByteArray path = "/resources/applicants/" + applicant + "/info/idDoc";
    const Asked sent = co_await ask("POST", path, "multipart/form-data; boundary=" + boundary, body);
    constexpr int kDuplicateDocument = 1000; // the answer to the first was lost
    if (sent.status == 409 && sent.json.value(QLatin1String("errorCode")).toInt() == kDuplicateDocument)
        co_return SentDocument{};
    if (!isGood(sent.status))
        co_return errorOf(sent.status, sent.text);
    co_return SentDocument{sent.imageId, warningsOf(sent.json)};
}

QCoro::Task<Outcome> SumsubProvider::askForReview(CallContextPtr, QByteArray applicant)
{
    const Asked asked = co_await ask("POST", "/resources/applicants/" + applicant + "/status/pending", {}, {});
    constexpr int kUnderReview = 409; // asked before, and the answer was lost
    if (isGood(asked.status) || asked.status == kUnderReview)
        co_return ok();
    co_return errorOf(asked.status, asked.text);
}

QCoro::Task<Result<ProviderView>> SumsubProvider::look(CallContextPtr, QByteArray applicant)
{
    const Asked status = co_await ask("GET", "/resources/applicants/" + applicant + "/status", {}, {});
    if (!isGood(status.status))
        co_return errorOf(status.status, status.text);
    ProviderView view = viewOf(status.json);
    if (view.answer == ProviderView::Answer::Retry) {
        const Asked steps = co_await ask("GET", "/resources/applicants/" + applicant + "/requiredIdDocsStatus", {}, {});
        if (!isGood(steps.status))
            co_return errorOf(steps.status, steps.text);
        view.faults = faultsOf(steps.json);
    }
    co_return view;
}

Result<ProviderHint> SumsubProvider::readWebhook(const Headers &headers, const QByteArray &body) const
{
    if (!digestFits(m_access.webhookSecret, header(headers, "x-payload-digest-alg"), header(headers, "x-payload-digest"), body))
        return ErrorCode::SignatureInvalid;
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const auto text = [&json](const char *name) { return json.value(QLatin1String(name)).toString().toUtf8(); };
    if (json.value(QLatin1String("sandboxMode")).toBool() && !m_access.isSandbox())
        return {ErrorCode::BadRequest, QStringLiteral("sandboxMode"), QStringLiteral("events of the sandbox are not taken here")};
    ProviderHint hint;
    hint.externalId = text("externalUserId");
    hint.key = text("applicantId") + '|' + text("type") + '|' + text("createdAtMs") + '|' + text("correlationId");
    if (text("applicantId").isEmpty() || text("type").isEmpty())
        return {ErrorCode::BadRequest, {}, QStringLiteral("no applicantId or type")};
    return hint;
}

} // namespace cargo::kyc::sumsub
