#pragma once

#include "server/http/router.h"

namespace cargo::ops {

// GET /openapi.yaml: the contract that this program was built with.
void registerContract(http::Router &router);

} // namespace cargo::ops
