#pragma once

#include "server/core/call_context.h"
#include "server/http/response.h"

namespace cargo::http {

// Errors as people and programs see them: RFC 9457 problem+json. The one table of HTTP statuses and of sentences in both
// languages stands in problem.cpp; `Error::detail` is for the log and never goes out.

int problemStatus(ErrorCode code);
// One sentence for a field of a form.
QByteArray fieldMessage(ErrorCode code, Locale locale);

// Turns `response.problem` into status, content type and body. A response whose status was set to something else than the
// table's keeps it. `requestId` becomes `instance`.
void renderProblem(Response &response, Locale locale, const QByteArray &requestId);

} // namespace cargo::http
