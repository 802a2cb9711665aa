#pragma once

#include "server/core/runtime.h"
#include "server/jobs/registry.h"
#include "server/search/popular_queries.h"

#include <QObject>

namespace cargo::search {

// So many different people must have typed a text before anybody else sees it. Fewer would let somebody find out what one person
// or a household looks for, or write on everybody's screen with a few accounts; with five nobody of them can be told from the
// others, and what is typed that often is worth showing on a market of this size.
inline constexpr int kPopularPeopleLeast = 5;

// Counts once an hour, on one of the servers, which texts enough people typed within ninety days (half as much weight after
// fourteen), and brings the list into the memory of each.
class PopularQueryJob
{
public:
    PopularQueryJob(Runtime &runtime, PopularQueries &queries);
    ~PopularQueryJob();
    PopularQueryJob(const PopularQueryJob &) = delete;
    PopularQueryJob &operator=(const PopularQueryJob &) = delete;

    void registerJobs(jobs::Registry &registry);
    // On the thread of `runtime`.
    QCoro::Task<Outcome> start(CallContextPtr context);

private:
    QCoro::Task<Outcome> count(CallContextPtr context);
    QCoro::Task<Outcome> take(CallContextPtr context);
    QCoro::Task<void> takeLater();

    Runtime &m_runtime;
    PopularQueries &m_queries;
    std::unique_ptr<QObject> m_home; // bus messages cross to this thread through it
    std::vector<quint64> m_subscriptions;
};

} // namespace cargo::search
