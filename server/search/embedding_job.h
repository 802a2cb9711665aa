#pragma once

#include "server/search/embedding_store.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace cargo::search {

// Has the endpoint say what published listings mean, whenever one comes or is told otherwise, and all of them anew for another
// model. One server at a time: who has the turn goes through the listings in the order of their last change and keeps each batch
// in the database before it goes on, so that whoever is killed leaves no more than a batch to be done again. Indexes take up what
// was kept by themselves. Lives on the jobs thread; does nothing without an endpoint.
class EmbeddingJob
{
public:
    // `provider`: null where none is configured.
    EmbeddingJob(Runtime &runtime, std::shared_ptr<embeddings::EmbeddingProvider> provider);
    ~EmbeddingJob();
    EmbeddingJob(const EmbeddingJob &) = delete;
    EmbeddingJob &operator=(const EmbeddingJob &) = delete;

    // On the thread of `runtime`. `alone`: nobody else works on this database, so that a turn which somebody has is a killed
    // one's.
    void start(bool alone);
    // Goes through what changed, unless that is under way, or the endpoint failed a moment ago.
    void look();

private:
    QCoro::Task<void> run();
    QCoro::Task<Outcome> goThrough();
    QCoro::Task<Outcome> workOff(std::vector<EmbeddingStore::Listing> page);
    QCoro::Task<Outcome> makeBatch(std::vector<EmbeddingStore::Listing> batch);
    QCoro::Task<Result<EmbeddingStore::Made>> makeAlone(EmbeddingStore::Listing listing);
    QCoro::Task<void> count();
    QCoro::Task<Outcome> forgetOthers();
    CallContextPtr newCall(qint64 ms);
    Timestamp turnEnd() const;

    Runtime &m_runtime;
    const std::shared_ptr<embeddings::EmbeddingProvider> m_provider;
    std::unique_ptr<EmbeddingStore> m_store;
    std::unique_ptr<QObject> m_home; // bus messages cross to this thread through it
    std::unique_ptr<QTimer> m_timer;
    std::vector<quint64> m_subscriptions;
    CallContextPtr m_context;                                           // of the work under way
    const std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); // a call to the endpoint may outlive us
    int m_failures = 0;                                                 // in a row
    qint64 m_countedAtMs = 0;                                           // of the monotonic clock
    qint64 m_forgotAtMs = 0;
    bool m_byForce = false; // the next turn
    bool m_hasTurn = false; // when it was last asked for
    bool m_running = false;
    bool m_backsOff = false; // until the timer rings
    bool m_again = false;    // something changed meanwhile
};

} // namespace cargo::search
