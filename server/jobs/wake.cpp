#include "server/jobs/wake.h"

#include <atomic>
#include <mutex>

namespace cargo::jobs {

namespace {
std::atomic<bool> told{false};
std::mutex earLock;
std::function<void()> relayEar;
} // namespace

void wakeRelay()
{
    if (told.exchange(true, std::memory_order_acq_rel))
        return;
    const std::lock_guard guard(earLock);
    if (relayEar)
        relayEar();
    else
        told.store(false, std::memory_order_release);
}

void setRelayEar(std::function<void()> ear)
{
    const std::lock_guard guard(earLock);
    relayEar = std::move(ear);
    told.store(false, std::memory_order_release);
}

void relayLooks() { told.store(false, std::memory_order_release); }

} // namespace cargo::jobs
