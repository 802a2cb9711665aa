#pragma once

#include "server/net/http_client.h"
#include "server/providers/kyc/kyc_provider.h"
#include "shared/domain/clock.h"

#include <QJsonObject>

namespace cargo::kyc::sumsub {

// What an account at Sumsub is reached with. `token` begins with "sbx:" or "prd:", which decides whether webhooks of the
// sandbox are taken. The webhook's secret is another one than the token's.
struct Access
{
    QUrl base;
    QByteArray token;
    QByteArray secret;
    QByteArray webhookSecret;
    QByteArray level; // as it is called there, letter for letter

    bool isSandbox() const { return token.startsWith("sbx:"); }
};

// Sumsub over its HTTP API: applicants, pictures, review, status. Source: docs.sumsub.com.
class SumsubProvider final : public KycProvider
{
public:
    SumsubProvider(const Clock &clock, Access access) : m_clock(clock), m_access(std::move(access)) {}

    QByteArray name() const override { return "sumsub"; }
    QCoro::Task<Result<QByteArray>> open(CallContextPtr context, ProviderPerson person) override;
    QCoro::Task<Result<SentDocument>> addDocument(CallContextPtr context, QByteArray applicant,
                                                  ProviderDocument document) override;
    QCoro::Task<Outcome> askForReview(CallContextPtr context, QByteArray applicant) override;
    QCoro::Task<Result<ProviderView>> look(CallContextPtr context, QByteArray applicant) override;
    Result<ProviderHint> readWebhook(const Headers &headers, const QByteArray &body) const override;

private:
    struct Asked
    {
        int status = 0;
        QJsonObject json;
        QByteArray imageId;
        QByteArray text; // for engineers
    };
    QCoro::Task<Asked> ask(QByteArray verb, QByteArray pathAndQuery, QByteArray type, QByteArray body);

    const Clock &m_clock;
    Access m_access;
    net::HttpClient m_http;
};

} // namespace cargo::kyc::sumsub
