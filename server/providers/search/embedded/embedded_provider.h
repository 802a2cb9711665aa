#pragma once

#include "server/core/cpu_pool.h"
#include "server/providers/embeddings/embeddings.h"
#include "server/providers/search/embedded/embedded_index.h"

#include <QThreadPool>

namespace cargo::search {

// The search that needs nothing beside the server: an index in this process's memory behind the port. Every process has its
// own and hears of changes through the bus.
class EmbeddedProvider : public SearchProvider
{
public:
    // `snapshotPath`: what the index is kept in between two runs, of this process alone; empty: it is filled anew each time.
    // `embeddings`: what listings mean comes with them, and what a query means from there; nothing is learnt. A query whose
    // meaning does not come is answered by its words alone. `similarCosine`: of what is offered beside thin results then, at
    // least.
    explicit EmbeddedProvider(QString snapshotPath = {}, MeaningUse meaning = MeaningUse::On,
                              std::shared_ptr<embeddings::EmbeddingProvider> embeddings = nullptr, double similarCosine = 0);

    QCoro::Task<Outcome> upsert(std::vector<Document> documents) override;
    QCoro::Task<Outcome> remove(std::vector<ListingId> ids) override;
    QCoro::Task<Result<Answer>> search(CallContextPtr context, SearchQuery query) override;
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit) override;
    qint64 size() const override { return m_index.size(); }
    std::unique_ptr<Refill> refill() override;
    QCoro::Task<Result<std::vector<Standing>>> standing(ListingId after, ListingId last) override;
    Result<bool> restore() override;
    std::optional<qint64> newestRevision() const override { return m_index.newestRevision(); }
    Outcome keep() override;
    bool learns() const override { return m_index.meaningUse() != MeaningUse::Off && !m_embeddings; }
    std::optional<Learnt> learn(Timestamp now) override { return m_index.learn(now); }
    std::optional<Learnt> learnt() const override { return m_index.learnt(); }
    void stopLearning() override { m_index.stopLearning(); }

private:
    QCoro::Task<std::vector<float>> meaningOf(CallContextPtr context, QString text);

    const QString m_snapshotPath;
    const std::shared_ptr<embeddings::EmbeddingProvider> m_embeddings; // null: what words mean is learnt
    EmbeddedIndex m_index;
    CpuPool m_filling;      // seconds of work at a million: nothing else waits behind it
    QThreadPool m_counting; // of phrases: nobody waits for it
};

} // namespace cargo::search
