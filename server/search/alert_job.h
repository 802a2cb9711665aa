#pragma once

#include "server/jobs/registry.h"
#include "server/search/alert_store.h"
#include "server/search/percolator.h"
#include "server/search/search_store.h"

namespace cargo::search {

// Tells people of new and cheaper cars that fit a search they saved: at once (what comes within a minute together) or once a
// day. A car is told once a person, also when it is offered anew, and again only for less. On the jobs thread.
class AlertJob
{
public:
    explicit AlertJob(Runtime &runtime) : m_runtime(runtime), m_store(runtime), m_listings(runtime.db) {}

    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> listingsChanged(CallContextPtr context, jobs::StoredEvent event);
    QCoro::Task<Outcome> ask(CallContextPtr context, std::vector<ListingId> listings);
    QCoro::Task<Outcome> tell(db::Transaction tx, AlertStore::News news, std::vector<Uuid> searches, Timestamp now);
    // Reads the searches saved since the last look.
    QCoro::Task<Outcome> learn(CallContextPtr context);
    QCoro::Task<Outcome> tell(CallContextPtr context, UserId user, QByteArray mode, Timestamp due);

    Runtime &m_runtime;
    AlertStore m_store;
    SearchStore m_listings;
    Percolator m_searches;
    Timestamp m_seenAt;
};

} // namespace cargo::search
