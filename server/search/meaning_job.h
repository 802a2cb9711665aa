#pragma once

#include "server/core/cpu_pool.h"
#include "server/core/runtime.h"
#include "server/providers/search/search_provider.h"

#include <QTimer>

#include <functional>
#include <memory>

namespace cargo::search {

// Has the index learn what words mean, where it learns that itself: once it is filled, and then every night. Each server learns
// for itself, for the vectors live in its memory; the same listings teach the same. Lives on the jobs thread.
class MeaningJob
{
public:
    // `isFilled`: nothing is learnt from half an index.
    MeaningJob(Runtime &runtime, SearchProvider &provider, std::function<bool()> isFilled);
    ~MeaningJob();
    MeaningJob(const MeaningJob &) = delete;
    MeaningJob &operator=(const MeaningJob &) = delete;

    void start();
    // Learns unless that was done since the last night, or is under way.
    QCoro::Task<void> learnIfDue();
    // The last moment at or before `now` when it was time.
    static Timestamp lastNight(Timestamp now);

private:
    Runtime &m_runtime;
    SearchProvider &m_provider;
    std::function<bool()> m_isFilled;
    std::unique_ptr<QTimer> m_timer;
    bool m_learning = false;
    CpuPool m_pool{1}; // the first that goes: it waits for what is being learnt
};

} // namespace cargo::search
