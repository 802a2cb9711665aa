#pragma once

#include "server/audit/chain_check.h"
#include "server/db/database.h"

namespace cargo::audit {

// The same as verify(), while the server works: of one stream, or of all and the seals. It reads in pages and gives way between
// them; the call's deadline ends it (Timeout).
QCoro::Task<Result<Report>> check(db::Database *db, CallContextPtr context, std::optional<Uuid> stream);

} // namespace cargo::audit
