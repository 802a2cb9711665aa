#pragma once

#include <functional>

namespace cargo::jobs {

// Tells the relay of this process that the outbox may hold something new. Called after commits, from any thread; costs an
// atomic exchange when the relay is awake already. Without a relay in the process it does nothing.
void wakeRelay();
// The relay's own ear: called once for many wakeRelay(), on the thread of the one that woke; hands over at once.
// Null takes it away.
void setRelayEar(std::function<void()> ear);
// The relay has begun to look: wakes count again.
void relayLooks();

} // namespace cargo::jobs
