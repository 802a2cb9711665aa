#pragma once

#include "server/core/call_context.h"

namespace cargo {

// The monotonic clock, in milliseconds from any beginning: real waiting is measured by it, and no test's clock stops it.
inline qint64 steadyMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

// What is left of a call's time; not above nought when it is over.
inline qint64 leftMs(const CallContext &context)
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(context.steadyDeadline() - steady_clock::now()).count();
}

} // namespace cargo
