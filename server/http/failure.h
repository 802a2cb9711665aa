#pragma once

#include "server/core/answer.h"
#include "server/http/response.h"
#include "shared/domain/result.h"

namespace cargo::http {

// How errors of services look from outside. An error at a field becomes a failed validation with that field; a refused
// transition carries the state now as `current_status`, a refused plan what can be done as `limits`, a wrong code how many tries
// are left, photos that are missing their ids, an agreement that must be signed
// its slug and version as `agreement`, a lock its `until` and Retry-After (RateLimited, whose detail is that moment).
Response failure(Error error);
Response failure(const std::vector<Error> &fields);
Response respond(const Result<Answer> &answer);
Response notFound();

} // namespace cargo::http
