#pragma once

#include "server/jobs/registry.h"
#include "server/kyc/check_store.h"
#include "server/vault/vault.h"
#include "server/kyc/verdicts.h"

namespace cargo::kyc {

// Takes applications through a provider, one call at a time: open the person, send each picture, ask for the review, look what
// came of it. Each call is an outbox event, and its outcome is stored before the next is made: a process that dies makes at most
// one call twice, and the provider knows persons by our name and pictures by their bytes. A timer only says when to go on. Where
// the provider does not answer, nobody asks him for a minute. Calls are made on the jobs thread.
class CheckJob
{
public:
    // `provider` may be null: then the desk alone decides and nothing is asked.
    CheckJob(Runtime &runtime, vault::Vault &vault, Verdicts &verdicts, KycProvider *provider)
        : m_runtime(runtime), m_vault(vault), m_verdicts(verdicts), m_provider(provider), m_checks(runtime), m_store(runtime)
    {
    }
    void registerJobs(jobs::Registry &registry);

    // In the transaction that hands an application in: to the provider, or without one to the desk.
    QCoro::Task<Outcome> begin(db::Transaction tx, Application application);
    // Errors: NotFound (no such provider), SignatureInvalid, BadRequest. The same event twice is no error.
    QCoro::Task<Outcome> hear(CallContextPtr context, QByteArray provider, KycProvider::Headers headers, QByteArray body);

private:
    // A person has to decide: into the queue of the desk, unless it is decided already.
    QCoro::Task<Outcome> askPerson(db::Transaction tx, Uuid application);
    QCoro::Task<Outcome> wake(CallContextPtr context, Uuid application);
    QCoro::Task<Outcome> goOn(db::Transaction tx, Uuid application);
    QCoro::Task<Outcome> step(CallContextPtr context, Uuid application);
    QCoro::Task<Outcome> openPerson(CallContextPtr context, Check check);
    QCoro::Task<Outcome> sendDocument(CallContextPtr context, Check check, DocumentRow document);
    QCoro::Task<Outcome> askForReview(CallContextPtr context, Check check, int submission);
    QCoro::Task<Outcome> look(CallContextPtr context, Check check);
    QCoro::Task<Outcome> follow(db::Transaction tx, Check check, Application application, ProviderView view);
    // A call that failed: again later, and after some time a person.
    QCoro::Task<Outcome> failed(CallContextPtr context, Check check, Error error);
    // Stores it; goes on at once, later, or when a webhook comes.
    enum class Next { AtOnce, Later, WhenTold };
    QCoro::Task<Outcome> keep(CallContextPtr context, Check check, Next next, qint64 laterMs = 0);
    Timestamp now() const { return m_runtime.clock.now(); }

    Runtime &m_runtime;
    vault::Vault &m_vault;
    Verdicts &m_verdicts;
    KycProvider *m_provider;
    CheckStore m_checks;
    KycStore m_store;
    Timestamp m_pausedUntil;
};

} // namespace cargo::kyc
