#pragma once

#include "server/jobs/registry.h"
#include "server/search/search_store.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <set>

namespace cargo::search {

// Keeps this process's index true: fills it at start, re-reads listings that the bus says have changed, and looks every
// half minute for changes whose message was lost. Lives on the jobs thread. The index never hears of a listing from
// anywhere but a fresh row, so repeated and reordered messages do no harm.
class SearchIndexJob
{
public:
    SearchIndexJob(Runtime &runtime, SearchProvider &provider);
    ~SearchIndexJob();
    SearchIndexJob(const SearchIndexJob &) = delete;
    SearchIndexJob &operator=(const SearchIndexJob &) = delete;

    // The outbox topic "listing.changed" {"id"} or {"ids"} is passed on to every process through the bus, and so are all the
    // listings of somebody who changed ("user.changed").
    void registerJobs(jobs::Registry &registry);
    // Begins on the thread it is called on, which must be the one that `runtime` belongs to.
    void start();
    // Looks for changes whose message was lost, now and not at the next half minute.
    void sweep();
    // Everything published at start is in the index.
    bool isFilled() const { return m_filled; }

private:
    QCoro::Task<Outcome> announce(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> announceDriver(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<void> run();
    QCoro::Task<Outcome> fill();
    QCoro::Task<Outcome> applyPending();
    QCoro::Task<Outcome> findMissed();
    void wake();
    CallContextPtr newContext();

    Runtime &m_runtime;
    SearchProvider &m_provider;
    SearchStore m_store;
    std::unique_ptr<QObject> m_home; // bus messages cross to this thread through it
    std::unique_ptr<QTimer> m_sweep;
    std::vector<quint64> m_subscriptions;
    std::set<ListingId> m_pending;
    QHash<ListingId, qint64> m_applied; // revisions since m_seenAt, so that a sweep does not read again what it has
    CallContextPtr m_context;           // of the work under way
    Timestamp m_seenAt;
    bool m_running = false;
    bool m_filled = false;
    bool m_sweepDue = false;
};

} // namespace cargo::search
