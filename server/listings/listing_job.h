#pragma once

#include "server/jobs/registry.h"
#include "server/listings/listing_service.h"

namespace cargo::listings {

// What listings do when something happens elsewhere: an account that was closed takes its cars off the market, and so does an
// identity that counts no longer, until it counts again.
class ListingJob
{
public:
    ListingJob(Runtime &runtime, ListingService &service) : m_runtime(runtime), m_service(service) {}
    void registerJobs(jobs::Registry &registry);

private:
    QCoro::Task<Outcome> takeOff(CallContextPtr context, jobs::StoredEvent event, Move move);
    // A contact was read in a photo (media/text_events.h).
    QCoro::Task<Outcome> stopPhoto(CallContextPtr context, jobs::StoredEvent event);

    Runtime &m_runtime;
    ListingService &m_service;
};

} // namespace cargo::listings
