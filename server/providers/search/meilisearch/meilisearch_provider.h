#pragma once

#include "server/providers/search/meilisearch/meilisearch_api.h"
#include "server/providers/search/outside_names.h"
#include "server/providers/search/search_provider.h"

#include <QHash>

#include <atomic>
#include <mutex>

namespace cargo::search {

// Meilisearch behind the port: one index that all servers share. Every change is a task of the engine and waited for.
//
// Revisions: the engine has no conditional write. Before a write the revisions that stand there are read, and what is older
// is left out; what this process removed lately is remembered with its revision. Between that look and the write another server
// may be faster; each of them hears of every change and writes fresh rows alone, so the last writer writes the newest.
class MeilisearchProvider final : public SearchProvider
{
public:
    MeilisearchProvider(const Clock &clock, OutsideAddress address);

    QCoro::Task<Outcome> upsert(std::vector<Document> documents) override;
    QCoro::Task<Outcome> remove(std::vector<ListingId> ids) override;
    QCoro::Task<Result<Answer>> search(CallContextPtr context, SearchQuery query) override;
    QCoro::Task<Result<std::vector<Suggestion>>> suggest(CallContextPtr context, QString text, int limit) override;
    qint64 size() const override { return m_size; }
    std::unique_ptr<Refill> refill() override;
    QCoro::Task<Result<std::vector<Standing>>> standing(ListingId after, ListingId last) override;
    // The index is kept by the engine: true when it is there. Sets up what is not as wanted.
    Result<bool> restore() override;

    // For `cargod doctor`; changes nothing.
    QCoro::Task<std::vector<Finding>> examine();

    // The steps of a refill.
    QCoro::Task<Outcome> prepare(QByteArray uid);
    QCoro::Task<Outcome> store(QByteArray uid, std::vector<Document> documents);
    QCoro::Task<Outcome> takePlace(QByteArray uid);

private:
    QCoro::Task<Result<bool>> open();
    QCoro::Task<Outcome> makeReady();
    QCoro::Task<void> countAll();
    QCoro::Task<Result<QHash<QString, qint64>>> revisionsOf(std::vector<ListingId> ids);
    QCoro::Task<void> countNames(int wholeMs);
    void bury(const QHash<QString, qint64> &removed);

    const Clock &m_clock;
    meilisearch::Api m_api;
    QByteArray m_uid;
    OutsideNames m_names;
    std::atomic<bool> m_ready{false};
    std::atomic<qint64> m_size{0};
    std::mutex m_buriedLock;
    QHash<QString, qint64> m_buried; // id → revision it was removed with
};

} // namespace cargo::search
