#pragma once

#include "server/deals/deal_service.h"
#include "server/http/response.h"

namespace cargo::deals {

// Shared by the routes of deals, disputes and reviews: how their errors look. A refused transition carries the status now as
// `current_status`, a refused plan what the provider can do as `limits`.
http::Response failure(Error error);
http::Response failure(const std::vector<Error> &fields);
http::Response respond(const Result<Answer> &answer);

} // namespace cargo::deals
