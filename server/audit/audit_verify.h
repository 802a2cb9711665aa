#pragma once

#include "server/audit/chain_check.h"
#include "server/db/blocking.h"

namespace cargo::audit {

// Recomputes every hash, link and number of the audit, and the root of every sealed day. For command line and tests: it waits.
Result<Report> verify(db::BlockingConnection &connection);

} // namespace cargo::audit
