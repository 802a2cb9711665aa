#pragma once

#include "server/jobs/registry.h"
#include "server/search/search_store.h"

namespace cargo::search {

// Tells every process, through the bus, which listings their index has to read again: those that changed, all of somebody who
// changed, all of a driver whose deal has ended.
class ListingAnnouncer
{
public:
    explicit ListingAnnouncer(Runtime &runtime) : m_bus(runtime.bus), m_store(runtime.db) {}
    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> announceDriver(CallContextPtr context, UserId driver);
    QCoro::Task<Outcome> dealChanged(CallContextPtr context, jobs::StoredEvent event);

    Bus &m_bus;
    SearchStore m_store;
};

} // namespace cargo::search
