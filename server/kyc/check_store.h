#pragma once

#include "server/core/runtime.h"
#include "server/providers/kyc/kyc_provider.h"

namespace cargo::kyc {

// Where an application stands at the provider.
struct Check
{
    Uuid application;
    UserId user;
    QString email;
    QByteArray externalId;
    QByteArray applicant; // the provider's name; empty: not opened yet
    int submission = 0;   // the last one that he was asked to look at
    ProviderView view;
    bool needsPerson = false;
    int attempts = 0;
    QByteArray lastError;
    std::optional<Timestamp> seenAt;
};

const char *stageWord(ProviderView::Stage stage);
const char *answerWord(ProviderView::Answer answer);

// SQL of what providers say of identities.
class CheckStore
{
public:
    explicit CheckStore(Runtime &runtime) : m_db(runtime.db) {}

    QCoro::Task<Outcome> insert(db::Transaction tx, Uuid application, UserId user, QByteArray provider, Timestamp now);
    QCoro::Task<Result<std::optional<Check>>> find(CallContextPtr context, Uuid application);
    QCoro::Task<Result<std::optional<Check>>> lock(db::Transaction tx, Uuid application);
    QCoro::Task<Outcome> save(db::Transaction tx, Check check);
    // Those of this application's documents that the provider has, by his name.
    QCoro::Task<Result<std::vector<std::pair<Uuid, QByteArray>>>> sentDocuments(CallContextPtr context, Uuid application);
    QCoro::Task<Outcome> documentSent(db::Transaction tx, Uuid document, SentDocument sent, Timestamp now);
    // The applications that a webhook is about. Empty: it came before, or of somebody unknown.
    QCoro::Task<Result<std::vector<Uuid>>> takeHint(db::Transaction tx, QByteArray provider, ProviderHint hint, Timestamp now);

private:
    db::Database &m_db;
};

} // namespace cargo::kyc
